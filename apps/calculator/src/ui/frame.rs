//! The window's ground, its edge of one pixel, and the places by which it is made larger.

use crate::app::{App, Edge, Message};

use candela_ui::Element;
use candela_ui::theme::container as boxes;
use candela_ui::widget::{fill, window_edge};

use iced::mouse::Interaction;
use iced::widget::{column, container, mouse_area, row, stack};
use iced::{Length, Size};

/// How far from the edge of the window one can take hold of it.
const GRIP: f32 = 4.0;

pub fn view<'a>(app: &App, content: Element<'a, Message>) -> Element<'a, Message> {
    let ground = container(content).width(Length::Fill).height(Length::Fill).style(boxes::background);
    let edged = stack![ground, window_edge()];
    if app.is_maximised {
        return edged.into();
    }
    let top = row![
        grip(Edge::NorthWest, corner()),
        grip(Edge::North, Size::new(Length::Fill, Length::Fixed(GRIP))),
        grip(Edge::NorthEast, corner()),
    ];
    let middle = row![
        grip(Edge::West, Size::new(Length::Fixed(GRIP), Length::Fill)),
        fill(),
        grip(Edge::East, Size::new(Length::Fixed(GRIP), Length::Fill)),
    ];
    let bottom = row![
        grip(Edge::SouthWest, corner()),
        grip(Edge::South, Size::new(Length::Fill, Length::Fixed(GRIP))),
        grip(Edge::SouthEast, corner()),
    ];
    edged.push(column![top, middle.height(Length::Fill), bottom]).into()
}

fn corner() -> Size<Length> {
    Size::new(Length::Fixed(GRIP), Length::Fixed(GRIP))
}

fn grip<'a>(edge: Edge, size: Size<Length>) -> Element<'a, Message> {
    let shape = match edge {
        Edge::North | Edge::South => Interaction::ResizingVertically,
        Edge::East | Edge::West => Interaction::ResizingHorizontally,
        Edge::NorthEast | Edge::SouthWest => Interaction::ResizingDiagonallyUp,
        Edge::NorthWest | Edge::SouthEast => Interaction::ResizingDiagonallyDown,
    };
    let area = iced::widget::Space::new().width(size.width).height(size.height);
    mouse_area(area).interaction(shape).on_press(Message::DragEdge(edge)).into()
}
