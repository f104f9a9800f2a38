//! The gap between two columns or panes, which can be dragged.

use crate::{Element, Look, Theme};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::{Event, Length, Rectangle, Renderer, Size};

/// A gap that can be dragged; see [`divider`].
pub struct Divider<'a, Message> {
    width: f32,
    is_mirrored: bool,
    on_drag: Box<dyn Fn(f32) -> Message + 'a>,
}

/// A gap `width` wide and as high as its row. While it is dragged, `on_drag` tells how many logical pixels it went on in
/// reading direction since it last did; negative is back.
pub fn divider<'a, Message>(look: &Look, width: f32, on_drag: impl Fn(f32) -> Message + 'a) -> Divider<'a, Message> {
    Divider { width, is_mirrored: look.is_mirrored(), on_drag: Box::new(on_drag) }
}

#[derive(Default)]
struct State {
    /// Where the pointer was last, while it drags.
    from: Option<f32>,
}

impl<Message> Widget<Message, Theme, Renderer> for Divider<'_, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.width), Length::Fill)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.width, Length::Fill)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) if cursor.is_over(layout.bounds()) => {
                state.from = cursor.position().map(|at| at.x);
                shell.capture_event();
            }
            Event::Mouse(mouse::Event::CursorMoved { position }) => {
                let Some(from) = state.from.replace(position.x) else {
                    state.from = None;
                    return;
                };
                let moved = if self.is_mirrored { from - position.x } else { position.x - from };
                if moved != 0.0 {
                    shell.publish((self.on_drag)(moved));
                }
                shell.capture_event();
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => state.from = None,
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Rectangle,
        _: &Renderer,
    ) -> mouse::Interaction {
        let is_dragged = tree.state.downcast_ref::<State>().from.is_some();
        let is_near = is_dragged || cursor.is_over(layout.bounds());
        if is_near { mouse::Interaction::ResizingHorizontally } else { mouse::Interaction::default() }
    }

    fn draw(
        &self,
        _: &Tree,
        _: &mut Renderer,
        _: &Theme,
        _: &renderer::Style,
        _: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
    }
}

impl<'a, Message: 'a> From<Divider<'a, Message>> for Element<'a, Message> {
    fn from(divider: Divider<'a, Message>) -> Self {
        Element::new(divider)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Direction;
    use iced::Point;
    use iced_test::Simulator;

    #[test]
    fn a_drag_tells_how_far_it_went_in_reading_direction() {
        for (direction, expected) in [(Direction::LeftToRight, [10.0, -4.0]), (Direction::RightToLeft, [-10.0, 4.0])] {
            let look = Look::default().with_direction(direction);
            let content = iced::widget::row![divider(&look, 8.0, |by| by)];
            let size = Size::new(100.0, 50.0);
            let mut ui: Simulator<'_, f32, Theme> = Simulator::with_size(iced::Settings::default(), size, content);
            let moved = |x| Event::Mouse(mouse::Event::CursorMoved { position: Point::new(x, 20.0) });
            ui.point_at(Point::new(4.0, 20.0));
            let _ = ui.simulate([moved(4.0), Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))]);
            let _ = ui.simulate([moved(14.0), moved(10.0)]);
            let _ = ui.simulate([Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)), moved(90.0)]);
            assert_eq!(ui.into_messages().collect::<Vec<_>>(), expected, "{direction:?}");
        }
    }
}
