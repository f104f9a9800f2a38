//! What floats beside a control until something else is meant: menus, and whatever else one looks at for a moment.
//!
//! While it floats it has the keys: Tab and the arrows walk what is in it, Escape and a press beside it dismiss it, and
//! that press does nothing else. It goes under what it belongs to, or above where there is no room, and never leaves the
//! window.

use crate::focus::{self, Modality};
use crate::tokens::space;
use crate::{Element, Look, Theme};
use iced::advanced::overlay::Overlay;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Vector, keyboard, touch};

/// A control with something that may float beside it; see [`popover`].
pub struct Popover<'a, Message> {
    control: Element<'a, Message>,
    floating: Option<Element<'a, Message>>,
    on_dismiss: Message,
    place: Place,
    keys: Keys,
    is_mirrored: bool,
}

/// Who has the keys while something floats.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Keys {
    Floating,
    Control,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    /// Under the control, beginning where it begins.
    Start,
    /// Under the control, ending where it ends.
    End,
    /// At a point of the window.
    At(Point),
}

/// Lets `floating` float under `control` while there is something; `on_dismiss` says that it shall go.
pub fn popover<'a, Message: Clone + 'a>(
    look: &Look,
    control: impl Into<Element<'a, Message>>,
    floating: Option<Element<'a, Message>>,
    on_dismiss: Message,
) -> Popover<'a, Message> {
    let within = |content| focus::scope(content).walked_by_arrows().on_escape(on_dismiss.clone()).into();
    Popover {
        control: control.into(),
        floating: floating.map(within),
        on_dismiss,
        place: Place::Start,
        keys: Keys::Floating,
        is_mirrored: look.is_mirrored(),
    }
}

impl<Message> Popover<'_, Message> {
    /// Lets it end where the control ends: for a control at the end of a bar.
    pub fn at_end(self) -> Self {
        Self { place: Place::End, ..self }
    }

    /// Leaves the keys to the control: what floats is what a field offers while one types.
    pub fn leaving_keys(self) -> Self {
        Self { keys: Keys::Control, ..self }
    }

    /// Lets it float at a point of the window: where the pointer asked for a context menu.
    pub fn at(self, point: Point) -> Self {
        Self { place: Place::At(point), ..self }
    }

    fn children_of(&self) -> Vec<&Element<'_, Message>>
    where
        Message: Clone,
    {
        std::iter::once(&self.control).chain(&self.floating).collect()
    }
}

#[derive(Default)]
struct State {
    modality: Modality,
    /// Whether what floats was given its first focus.
    has_begun: bool,
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Popover<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.control.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.control.as_widget().size_hint()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.children_of().into_iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        if self.floating.is_none() {
            tree.state.downcast_mut::<State>().has_begun = false;
        }
        tree.diff_children(&self.children_of());
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.control.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.control.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
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
        if let Some(modality) = Modality::of(event) {
            tree.state.downcast_mut::<State>().modality = modality;
        }
        let child = &mut tree.children[0];
        self.control.as_widget_mut().update(child, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.control.as_widget().mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
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
        self.control.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let of = layout.bounds() + translation;
        let Tree { state, children, .. } = tree;
        let mut children = children.iter_mut();
        let control = self.control.as_widget_mut();
        let inside = control.overlay(children.next()?, layout, renderer, viewport, translation);
        let floating = self.floating.as_mut().zip(children.next()).map(|(content, tree)| {
            let (on_dismiss, place, keys) = (self.on_dismiss.clone(), self.place, self.keys);
            let state = state.downcast_mut::<State>();
            let is_mirrored = self.is_mirrored;
            overlay::Element::new(Box::new(Floating { content, tree, state, of, place, keys, is_mirrored, on_dismiss }))
        });
        let shown: Vec<_> = inside.into_iter().chain(floating).collect();
        (!shown.is_empty()).then(|| overlay::Group::with_children(shown).overlay())
    }
}

/// What floats now.
struct Floating<'a, 'b, Message> {
    content: &'b mut Element<'a, Message>,
    tree: &'b mut Tree,
    state: &'b mut State,
    of: Rectangle,
    place: Place,
    keys: Keys,
    is_mirrored: bool,
    on_dismiss: Message,
}

/// The corner of what floats, of that size, in a window of that size.
fn corner(place: Place, of: Rectangle, size: Size, window: Size, is_mirrored: bool) -> Point {
    /// Between the control and what floats.
    const GAP: f32 = space::XS;
    let (left, right) = (of.x, of.x + of.width - size.width);
    let (x, under, over) = match place {
        Place::Start => (if is_mirrored { right } else { left }, of.y + of.height + GAP, of.y - GAP - size.height),
        Place::End => (if is_mirrored { left } else { right }, of.y + of.height + GAP, of.y - GAP - size.height),
        Place::At(at) => (if is_mirrored { at.x - size.width } else { at.x }, at.y, at.y - size.height),
    };
    let y = if under + size.height > window.height && over >= 0.0 { over } else { under };
    let within = |at: f32, length: f32, room: f32| at.min(room - length).max(0.0).round();
    Point::new(within(x, size.width, window.width), within(y, size.height, window.height))
}

impl<Message: Clone> Overlay<Message, Theme, Renderer> for Floating<'_, '_, Message> {
    fn layout(&mut self, renderer: &Renderer, window: Size) -> layout::Node {
        let limits = layout::Limits::new(Size::ZERO, window);
        let node = self.content.as_widget_mut().layout(self.tree, renderer, &limits);
        let at = corner(self.place, self.of, node.size(), window, self.is_mirrored);
        node.move_to(at)
    }

    fn operate(&mut self, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.content.as_widget_mut().operate(self.tree, layout, renderer, operation);
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        if self.keys == Keys::Control && matches!(event, Event::Keyboard(_) | Event::InputMethod(_)) {
            return;
        }
        let takes_keys = self.keys == Keys::Floating;
        if takes_keys && !std::mem::replace(&mut self.state.has_begun, true) && self.state.modality == Modality::Keys {
            // Who opened it by a key goes on with keys.
            focus::focus_first(self.content, self.tree, layout, renderer);
        }
        let is_over = cursor.is_over(layout.bounds());
        let is_press = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
        );
        if is_press && !is_over {
            shell.publish(self.on_dismiss.clone());
            shell.capture_event();
            return;
        }
        let viewport = layout.bounds();
        self.content.as_widget_mut().update(self.tree, event, layout, cursor, renderer, clipboard, shell, &viewport);
        let is_scroll = matches!(event, Event::Mouse(mouse::Event::WheelScrolled { .. }));
        if is_press || is_scroll || matches!(event, Event::Keyboard(keyboard::Event::KeyPressed { .. })) {
            // Nothing below has these meanwhile.
            shell.capture_event();
        }
    }

    fn mouse_interaction(&self, layout: Layout<'_>, cursor: mouse::Cursor, renderer: &Renderer) -> mouse::Interaction {
        let bounds = layout.bounds();
        let own = if cursor.is_over(bounds) { mouse::Interaction::Idle } else { mouse::Interaction::None };
        self.content.as_widget().mouse_interaction(self.tree, layout, cursor, &bounds, renderer).max(own)
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
    ) {
        self.content.as_widget().draw(self.tree, renderer, theme, style, layout, cursor, &layout.bounds());
    }

    fn overlay<'c>(
        &'c mut self,
        layout: Layout<'c>,
        renderer: &Renderer,
    ) -> Option<overlay::Element<'c, Message, Theme, Renderer>> {
        self.content.as_widget_mut().overlay(self.tree, layout, renderer, &layout.bounds(), Vector::ZERO)
    }
}

impl<'a, Message: Clone + 'a> From<Popover<'a, Message>> for Element<'a, Message> {
    fn from(popover: Popover<'a, Message>) -> Self {
        Element::new(popover)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_floats_stays_in_the_window_and_beside_its_control() {
        let window = Size::new(400.0, 300.0);
        let control = |x: f32, y: f32| Rectangle { x, y, width: 80.0, height: 32.0 };
        let menu = Size::new(200.0, 120.0);
        let at = |x, y| Point::new(x, y);
        let cases = [
            ("under", Place::Start, control(20.0, 10.0), false, at(20.0, 46.0)),
            ("under, ends together", Place::End, control(300.0, 10.0), false, at(180.0, 46.0)),
            ("mirrored", Place::Start, control(300.0, 10.0), true, at(180.0, 46.0)),
            ("above where there is no room below", Place::Start, control(20.0, 250.0), false, at(20.0, 126.0)),
            ("within the window", Place::Start, control(380.0, 10.0), false, at(200.0, 46.0)),
            ("at the pointer", Place::At(at(50.0, 60.0)), control(0.0, 0.0), false, at(50.0, 60.0)),
            ("at the pointer, mirrored", Place::At(at(250.0, 60.0)), control(0.0, 0.0), true, at(50.0, 60.0)),
            ("at the pointer, at the foot", Place::At(at(50.0, 290.0)), control(0.0, 0.0), false, at(50.0, 170.0)),
        ];
        for (name, place, of, is_mirrored, expected) in cases {
            assert_eq!(corner(place, of, menu, window, is_mirrored), expected, "{name}");
        }
        let huge = corner(Place::Start, control(20.0, 10.0), Size::new(500.0, 400.0), window, false);
        assert_eq!(huge, Point::ORIGIN);
    }
}
