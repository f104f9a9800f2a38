//! Gives the focus to what has none by itself: buttons, rows, lists.

use super::Modality;
use crate::tokens::radius;
use crate::widget::ring;
use crate::{Button, Element, Theme};
use iced::advanced::widget::{Id, Operation, Tree, operation, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key, Modifiers};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector, touch};

type OnKey<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// Content that can have the focus; see [`focusable`].
pub struct Focusable<'a, Message> {
    content: Element<'a, Message>,
    id: Option<Id>,
    on_press: Option<Message>,
    on_key: Option<OnKey<'a, Message>>,
    click: Click,
    ring: Ring,
}

#[derive(Clone, Copy, PartialEq)]
enum Click {
    /// The focus stays where it was: pressing a button must not take the keys from a query or a list.
    Ignored,
    Focuses,
}

#[derive(Clone, Copy)]
enum Ring {
    Outside { corner: f32 },
    Inside { corner: f32, is_selected: bool },
    Hidden,
}

/// Lets `content` have the focus. It can be reached by Tab; whether a key does something is said by
/// [`on_press`](Focusable::on_press) and [`on_key`](Focusable::on_key).
pub fn focusable<'a, Message>(content: impl Into<Element<'a, Message>>) -> Focusable<'a, Message> {
    Focusable {
        content: content.into(),
        id: None,
        on_press: None,
        on_key: None,
        click: Click::Ignored,
        ring: Ring::Outside { corner: radius::CONTROL },
    }
}

/// A button that can be pressed by mouse, and by Enter and Space when it has the focus.
pub fn pressable<'a, Message: Clone + 'a>(button: Button<'a, Message>, message: Message) -> Focusable<'a, Message> {
    focusable(button.on_press(message.clone())).on_press(message)
}

impl<'a, Message> Focusable<'a, Message> {
    /// Its name for `operation::focus`.
    pub fn id(self, id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// What Enter and Space tell the application.
    pub fn on_press(self, message: Message) -> Self {
        Self { on_press: Some(message), ..self }
    }

    /// What other keys do: arrows in a list. A key answered by `None` goes on to the application.
    pub fn on_key(self, on_key: impl Fn(&Key, Modifiers) -> Option<Message> + 'a) -> Self {
        Self { on_key: Some(Box::new(on_key)), ..self }
    }

    /// A press of the mouse inside gives it the focus: lists and canvases.
    pub fn focus_on_click(self) -> Self {
        Self { click: Click::Focuses, ..self }
    }

    /// The corner radius of the content, around which the ring is drawn.
    pub fn corner(self, corner: f32) -> Self {
        Self { ring: Ring::Outside { corner }, ..self }
    }

    /// Draws the ring inside the edge, as rows need it.
    pub fn inside(self, corner: f32, is_selected: bool) -> Self {
        Self { ring: Ring::Inside { corner, is_selected }, ..self }
    }

    /// Draws no ring: the content shows the focus itself, as a list does by its current row.
    pub fn without_ring(self) -> Self {
        Self { ring: Ring::Hidden, ..self }
    }
}

#[derive(Debug, Default)]
struct State {
    is_focused: bool,
    modality: Modality,
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

impl<Message: Clone> Focusable<'_, Message> {
    fn answer(&self, key: &Key, modifiers: Modifiers, is_repeat: bool) -> Option<Message> {
        let is_press = matches!(key, Key::Named(Named::Enter | Named::Space)) && modifiers.is_empty() && !is_repeat;
        let pressed = self.on_press.clone().filter(|_| is_press);
        pressed.or_else(|| self.on_key.as_ref()?(key, modifiers))
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Focusable<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
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
        operation.focusable(self.id.as_ref(), layout.bounds(), tree.state.downcast_mut::<State>());
        operation.traverse(&mut |operation| {
            self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
        });
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
        let state = tree.state.downcast_mut::<State>();
        if let Some(modality) = Modality::of(event)
            && modality != state.modality
        {
            state.modality = modality;
            if state.is_focused {
                shell.request_redraw();
            }
        }
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
                if self.click == Click::Focuses && cursor.is_over(layout.bounds()) =>
            {
                state.is_focused = true;
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, repeat, .. })
                if state.is_focused && !shell.is_event_captured() =>
            {
                if let Some(message) = self.answer(key, *modifiers, *repeat) {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            _ => {}
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
        let state = tree.state.downcast_ref::<State>();
        if !state.is_focused || state.modality == Modality::Pointer {
            return;
        }
        match self.ring {
            Ring::Outside { corner } => ring::draw_outside(renderer, theme.palette(), layout.bounds(), corner),
            Ring::Inside { corner, is_selected } => {
                ring::draw_inside(renderer, theme.palette(), layout.bounds(), corner, is_selected);
            }
            Ring::Hidden => {}
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        self.content.as_widget_mut().overlay(&mut tree.children[0], layout, renderer, viewport, translation)
    }
}

impl<'a, Message: Clone + 'a> From<Focusable<'a, Message>> for Element<'a, Message> {
    fn from(focusable: Focusable<'a, Message>) -> Self {
        Element::new(focusable)
    }
}
