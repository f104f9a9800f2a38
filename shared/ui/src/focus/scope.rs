//! The root of a window or dialog: moves the focus inside it.

use super::as_content;
use crate::{Element, Theme};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key, Modifiers};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector, touch};

/// Content in which Tab moves the focus; see [`scope`].
pub struct Scope<'a, Message> {
    content: Element<'a, Message>,
    on_escape: Option<Message>,
}

/// Makes Tab and Shift+Tab move the focus around inside `content`, from the last to the first and back. A press of the
/// mouse that gives the focus to one takes it from the one that had it.
pub fn scope<'a, Message>(content: impl Into<Element<'a, Message>>) -> Scope<'a, Message> {
    Scope { content: content.into(), on_escape: None }
}

impl<Message> Scope<'_, Message> {
    /// What an Escape that nothing inside used tells the application.
    pub fn on_escape(self, message: Message) -> Self {
        Self { on_escape: Some(message), ..self }
    }
}

/// Counts the focusable widgets and notes which have the focus.
#[derive(Default)]
struct Survey {
    count: usize,
    focused: Vec<usize>,
}

impl Operation for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused.push(self.count);
        }
        self.count += 1;
    }
}

/// Gives the focus to the widget of that number alone.
struct Give {
    to: usize,
    at: usize,
}

impl Operation for Give {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        match (self.at == self.to, state.is_focused()) {
            (true, false) => state.focus(),
            (false, true) => state.unfocus(),
            (true, true) | (false, false) => {}
        }
        self.at += 1;
    }
}

/// The number of the widget that Tab leads to.
fn next(survey: &Survey, is_back: bool) -> Option<usize> {
    let last = survey.count.checked_sub(1)?;
    Some(match (survey.focused.first(), is_back) {
        (None, false) => 0,
        (None, true) => last,
        (Some(at), false) => (at + 1) % survey.count,
        (Some(at), true) => at.checked_sub(1).unwrap_or(last),
    })
}

impl<Message> Scope<'_, Message> {
    fn survey(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) -> Survey {
        let mut survey = Survey::default();
        self.content.as_widget_mut().operate(tree, layout, renderer, &mut survey);
        survey
    }

    fn give(&mut self, to: usize, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        self.content.as_widget_mut().operate(tree, layout, renderer, &mut Give { to, at: 0 });
    }
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. }))
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Scope<'_, Message> {
    as_content!();

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
        let before = is_press(event).then(|| self.survey(tree, layout, renderer));
        self.content.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        if let Some(before) = before {
            let after = self.survey(tree, layout, renderer);
            if let Some(taker) = after.focused.iter().find(|at| !before.focused.contains(at)) {
                self.give(*taker, tree, layout, renderer);
                shell.request_redraw();
            }
        }
        let Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(key), modifiers, .. }) = event else {
            return;
        };
        if shell.is_event_captured() {
            return;
        }
        match key {
            Named::Tab if modifiers.difference(Modifiers::SHIFT).is_empty() => {
                let survey = self.survey(tree, layout, renderer);
                if let Some(to) = next(&survey, modifiers.shift()) {
                    self.give(to, tree, layout, renderer);
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            Named::Escape if modifiers.is_empty() => {
                if let Some(message) = self.on_escape.clone() {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            _ => {}
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
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
    }
}

impl<'a, Message: Clone + 'a> From<Scope<'a, Message>> for Element<'a, Message> {
    fn from(scope: Scope<'a, Message>) -> Self {
        Element::new(scope)
    }
}
