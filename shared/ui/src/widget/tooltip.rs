//! A tooltip over any control: its name, and the keys that do the same.

use super::tip::{Hover, Tip};
use crate::{Element, Look, Theme};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector, window};

/// Content with a tooltip; see [`tooltip`].
pub struct Tooltip<'a, Message> {
    content: Element<'a, Message>,
    look: Look,
    words: String,
    tip: Tip,
}

/// Names `content` in a tooltip, 600 ms after the pointer came to rest on it, and at once where another was just shown.
pub fn tooltip<'a, Message>(
    look: &Look,
    content: impl Into<Element<'a, Message>>,
    name: impl Into<String>,
) -> Tooltip<'a, Message> {
    let words = name.into();
    Tooltip { content: content.into(), tip: Tip::new(look, &words), look: *look, words }
}

impl<Message> Tooltip<'_, Message> {
    /// The chord that does the same, as "Ctrl N": it reads from left to right in every language.
    pub fn keys(self, keys: &str) -> Self {
        if keys.is_empty() {
            return self;
        }
        let words = format!("{}\u{2003}\u{2066}{keys}\u{2069}", self.words);
        Self { tip: Tip::new(&self.look, &words), words, ..self }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Tooltip<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Hover>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Hover::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
    }

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
        let child = &mut tree.children[0];
        self.content.as_widget_mut().update(child, event, layout, cursor, renderer, clipboard, shell, viewport);
        if matches!(event, Event::Mouse(_) | Event::Window(window::Event::RedrawRequested(_))) {
            let over = cursor.position_over(layout.bounds());
            tree.state.downcast_mut::<Hover>().follow(event, over, shell);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.content.as_widget().mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
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
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let below = layout.bounds() + translation;
        let tip = tree.state.downcast_mut::<Hover>().overlay(self.tip, &self.words, below);
        let child = &mut tree.children[0];
        let inside = self.content.as_widget_mut().overlay(child, layout, renderer, viewport, translation);
        let shown: Vec<_> = inside.into_iter().chain(tip).collect();
        (!shown.is_empty()).then(|| overlay::Group::with_children(shown).overlay())
    }
}

impl<'a, Message: 'a> From<Tooltip<'a, Message>> for Element<'a, Message> {
    fn from(tooltip: Tooltip<'a, Message>) -> Self {
        Element::new(tooltip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::button;
    use iced::Point;
    use iced_test::Simulator;
    use std::time::{Duration, Instant};

    fn moved(x: f32, y: f32) -> Event {
        Event::Mouse(mouse::Event::CursorMoved { position: Point::new(x, y) })
    }

    fn frame(at: Instant) -> Event {
        Event::Window(window::Event::RedrawRequested(at))
    }

    #[test]
    fn a_tooltip_comes_after_600_ms_and_the_next_one_at_once() {
        let look = Look::default();
        let cell = |name: &'static str| tooltip(&look, button(&look, name).on_press(()), format!("All of {name}"));
        let content = iced::widget::row![cell("one"), cell("two").keys("Ctrl N")];
        let size = Size::new(300.0, 200.0);
        let mut ui: Simulator<'_, (), Theme> = Simulator::with_size(iced::Settings::default(), size, content);
        let (soon, later) = (Instant::now(), Instant::now() + Duration::from_millis(700));
        ui.point_at(Point::new(10.0, 10.0));
        let _ = ui.simulate([moved(10.0, 10.0), frame(soon)]);
        assert!(ui.find("All of one").is_err(), "not before the pointer rests");
        let _ = ui.simulate([frame(later)]);
        assert!(ui.find("All of one").is_ok());
        ui.point_at(Point::new(90.0, 10.0));
        let _ = ui.simulate([moved(90.0, 10.0)]);
        assert!(ui.find("All of one").is_err());
        assert!(ui.find("All of two\u{2003}\u{2066}Ctrl N\u{2069}").is_ok(), "the next at once");
    }
}
