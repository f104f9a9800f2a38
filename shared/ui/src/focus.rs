//! Who takes the keys: moving the focus by Tab, pressing what is focused, and Escape.
//!
//! iced 0.14 binds no Tab, gives no focus to buttons and lets a text input swallow Escape. Here the root of a window (and
//! of each dialog in it) is a [`scope`]: it moves the focus among everything focusable inside, our inputs, iced's own,
//! and whatever is wrapped by [`focusable`], and tells the application of an Escape that nobody used. The ring of what is
//! focused shows only once a key was pressed, and goes when the mouse is.
//!
//! `operation::focus(id)`, `focus_next` and `focus_previous` of iced work on all of them too.

mod focusable;
mod scope;

pub use focusable::{Focusable, focusable, pressable};
pub(crate) use scope::focus_first;
pub use scope::{Scope, scope};

use iced::Event;
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{mouse, touch};

/// How the user works at the moment, as one widget saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Modality {
    #[default]
    Pointer,
    Keys,
}

impl Modality {
    /// What an event says about it; `None` for events that say nothing, as modifiers alone do.
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) => {
                let is_modifier = matches!(
                    key,
                    Key::Named(
                        Named::Shift | Named::Control | Named::Alt | Named::AltGraph | Named::Super | Named::CapsLock
                    )
                );
                (!is_modifier).then_some(Self::Keys)
            }
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. }) => {
                Some(Self::Pointer)
            }
            _ => None,
        }
    }
}

/// The parts of a `Widget` whose state, layout and overlay are those of `self.content`.
macro_rules! as_content {
    () => {
        fn size(&self) -> Size<Length> {
            self.content.as_widget().size()
        }

        fn size_hint(&self) -> Size<Length> {
            self.content.as_widget().size_hint()
        }

        fn tag(&self) -> tree::Tag {
            self.content.as_widget().tag()
        }

        fn state(&self) -> tree::State {
            self.content.as_widget().state()
        }

        fn children(&self) -> Vec<Tree> {
            self.content.as_widget().children()
        }

        fn diff(&self, tree: &mut Tree) {
            self.content.as_widget().diff(tree);
        }

        fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
            self.content.as_widget_mut().layout(tree, renderer, limits)
        }

        fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
            self.content.as_widget_mut().operate(tree, layout, renderer, operation);
        }

        fn mouse_interaction(
            &self,
            tree: &Tree,
            layout: Layout<'_>,
            cursor: mouse::Cursor,
            viewport: &Rectangle,
            renderer: &Renderer,
        ) -> mouse::Interaction {
            self.content.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
        }

        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut Tree,
            layout: Layout<'b>,
            renderer: &Renderer,
            viewport: &Rectangle,
            translation: Vector,
        ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
            self.content.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
        }
    };
}
pub(crate) use as_content;

#[cfg(test)]
mod tests;
