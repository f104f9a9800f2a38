//! Content that stands on whole pixels though it is centred.
//!
//! What is drawn between two pixels leaves a trace on its neighbour: iced repaints no more than what its layer covers.

use crate::{Element, Theme};
use iced::advanced::layout::Limits;
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::{Event, Rectangle, Renderer, Size};

/// Half of what is left beside the content is a multiple of this: whole pixels at every scale in quarters.
const STEP: f32 = 4.0;

/// Puts content in a box that stands on whole pixels when it is centred in all the room there is.
pub fn whole<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Element::new(Whole { content: content.into() })
}

struct Whole<'a, Message> {
    content: Element<'a, Message>,
}

/// The size of the box: hardly larger than its content.
fn around(content: Size, limits: &Limits) -> Size {
    let room = limits.max();
    let side = |content: f32, room: f32| {
        let left = room - content;
        if left.is_finite() { content + left.max(0.0) % (2.0 * STEP) } else { content }
    };
    Size::new(side(content.width, room.width), side(content.height, room.height))
}

impl<Message> Widget<Message, Theme, Renderer> for Whole<'_, Message> {
    crate::around_content!((), around);

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        if let Some(inside) = layout.children().next() {
            let (content, tree) = (self.content.as_widget_mut(), &mut tree.children[0]);
            content.update(tree, event, inside, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        if let Some(inside) = layout.children().next() {
            self.content.as_widget().draw(&tree.children[0], renderer, theme, style, inside, cursor, viewport);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_on_both_sides_is_whole() {
        for (content, room) in [(101.0, 300.0), (100.5, 299.0), (300.0, 300.0), (310.0, 300.0)] {
            let size = around(Size::new(content, content), &Limits::new(Size::ZERO, Size::new(room, room)));
            assert!(size.width >= content && size.width < content + 2.0 * STEP, "{content} in {room}: {size:?}");
            let beside = (room - size.width) / 2.0;
            assert!(beside % STEP == 0.0 || content >= room, "{content} in {room}: {beside}");
        }
    }
}
