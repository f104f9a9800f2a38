//! The scroller of an area at the side where lines end: at the left where one reads from right to left.
//!
//! iced's own is always at the right. Where the window is mirrored it is hidden, and one is drawn here over the content
//! that is moved by the same means as an application moves it.

use crate::theme::Theme;
use crate::tokens::{radius, size};
use crate::{Element, Look, Scrollable};
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, Scrollable as Scrolled};
use iced::advanced::widget::{Id, Operation, Tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, mouse, renderer};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::{Color, Event, Rectangle, Renderer, Vector, border, window};

/// How far from the edge the pointer takes hold of the scroller.
const REACH: f32 = size::SCROLLER + 2.0 * size::SCROLLER_MARGIN;
/// The shortest thumb.
const LEAST: f32 = 24.0;

/// Puts the scroller of an area that scrolls up and down where lines end.
pub fn sided<'a, Message: 'a>(look: &Look, area: Scrollable<'a, Message>) -> Element<'a, Message> {
    if !look.is_mirrored() {
        return area.into();
    }
    let content = area.direction(Direction::Vertical(Scrollbar::hidden())).into();
    Element::new(Sided { content })
}

struct Sided<'a, Message> {
    content: Element<'a, Message>,
}

/// What of the content is in sight.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sight {
    bounds: Rectangle,
    /// The height of the content.
    whole: f32,
    offset: f32,
}

impl Sight {
    /// Where the thumb is; nothing where everything is in sight.
    fn thumb(&self) -> Option<Rectangle> {
        let Rectangle { x, y, height, .. } = self.bounds;
        let hidden = self.whole - height;
        if hidden <= 0.5 || height <= LEAST {
            return None;
        }
        let length = (height * height / self.whole).max(LEAST);
        let top = y + (height - length) * (self.offset / hidden).clamp(0.0, 1.0);
        Some(Rectangle { x: x + size::SCROLLER_MARGIN, y: top, width: size::SCROLLER, height: length })
    }

    /// The offset that has the top of the thumb there.
    fn offset_at(&self, top: f32) -> f32 {
        let length = self.thumb().map_or(0.0, |thumb| thumb.height);
        let room = (self.bounds.height - length).max(1.0);
        ((top - self.bounds.y) / room).clamp(0.0, 1.0) * (self.whole - self.bounds.height).max(0.0)
    }
}

#[derive(Default)]
struct State {
    sight: Option<Sight>,
    /// Where the pointer holds the thumb, from its top.
    held: Option<f32>,
    is_near: bool,
}

/// Looks at the outermost area that scrolls, and may move it.
struct Glance {
    to: Option<f32>,
    sight: Option<Sight>,
}

impl Operation for Glance {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        if self.sight.is_none() {
            operate(self);
        }
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrolled,
    ) {
        if self.sight.is_some() {
            return;
        }
        let offset = self.to.unwrap_or(translation.y);
        if self.to.is_some() {
            state.scroll_to(AbsoluteOffset { x: None, y: Some(offset) });
        }
        self.sight = Some(Sight { bounds, whole: content.height, offset });
    }
}

impl<Message> Sided<'_, Message> {
    fn look(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, to: Option<f32>) {
        let mut look = Glance { to, sight: None };
        if let Some(inside) = layout.children().next() {
            self.content.as_widget_mut().operate(&mut tree.children[0], inside, renderer, &mut look);
        }
        tree.state.downcast_mut::<State>().sight = look.sight;
    }

    /// Takes what the pointer does to the scroller; says whether that was all that it did.
    fn drag(&mut self, tree: &mut Tree, event: &Event, cursor: mouse::Cursor) -> Option<f32> {
        let state = tree.state.downcast_mut::<State>();
        let (sight, at) = (state.sight?, cursor.position()?);
        let thumb = sight.thumb()?;
        let is_at_edge = sight.bounds.contains(at) && at.x < sight.bounds.x + REACH;
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) if is_at_edge => {
                let is_on_thumb = (thumb.y..thumb.y + thumb.height).contains(&at.y);
                // Beside the thumb, its middle comes under the pointer.
                let held = if is_on_thumb { at.y - thumb.y } else { thumb.height / 2.0 };
                state.held = Some(held);
                Some(sight.offset_at(at.y - held))
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                state.is_near = is_at_edge;
                state.held.map(|held| sight.offset_at(at.y - held))
            }
            _ => None,
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Sided<'_, Message> {
    crate::around_content!(State);

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
        let was_near = tree.state.downcast_ref::<State>().is_near;
        if let Some(offset) = self.drag(tree, event, cursor) {
            self.look(tree, layout, renderer, Some(offset));
            shell.capture_event();
            shell.request_redraw();
            return;
        }
        let state = tree.state.downcast_mut::<State>();
        if let Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) = event
            && state.held.take().is_some()
        {
            shell.request_redraw();
        }
        if state.is_near != was_near {
            shell.request_redraw();
        }
        if let Some(inside) = layout.children().next() {
            let content = self.content.as_widget_mut();
            content.update(&mut tree.children[0], event, inside, cursor, renderer, clipboard, shell, viewport);
        }
        if let Event::Window(window::Event::RedrawRequested(_)) = event {
            self.look(tree, layout, renderer, None);
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
        let Some(inside) = layout.children().next() else { return };
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, inside, cursor, viewport);
        let state = tree.state.downcast_ref::<State>();
        let Some(thumb) = state.sight.and_then(|sight| sight.thumb()) else { return };
        let color = theme.palette().border_strong;
        let color = if state.is_near || state.held.is_some() { color } else { Color { a: 0.55, ..color } };
        renderer.with_layer(layout.bounds(), |renderer| {
            let border = border::rounded(radius::PILL);
            renderer.fill_quad(renderer::Quad { bounds: thumb, border, ..renderer::Quad::default() }, color);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thumb_tells_what_is_in_sight_and_leads_there() {
        let bounds = Rectangle { x: 10.0, y: 100.0, width: 300.0, height: 200.0 };
        let sight = |whole, offset| Sight { bounds, whole, offset };
        assert_eq!(sight(200.0, 0.0).thumb(), None, "everything is in sight");
        let thumb = sight(800.0, 600.0).thumb().unwrap();
        assert_eq!((thumb.x, thumb.y, thumb.height), (13.0, 250.0, 50.0));
        assert_eq!(sight(1e7, 0.0).thumb().unwrap().height, LEAST);
        for offset in [0.0, 150.0, 600.0] {
            let sight = sight(800.0, offset);
            assert!((sight.offset_at(sight.thumb().unwrap().y) - offset).abs() < 0.01, "{offset}");
        }
        assert_eq!(sight(800.0, 0.0).offset_at(-50.0), 0.0);
    }
}
