//! What an input does on events.

use super::Input;
use super::caret::Caret;
use super::command::{Command, command};
use super::state::{Drag, State, blink};
use iced::advanced::Shell;
use iced::advanced::clipboard::{self, Clipboard};
use iced::advanced::input_method::{self, InputMethod, Purpose};
use iced::advanced::mouse::{self, click};
use iced::advanced::widget::operation;
use iced::{Event, Point, Rectangle, Size, keyboard, touch};
use std::time::Instant;

/// Where the pointer is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pointer {
    pub at: Point,
    /// Its distance from the left of the room for the text.
    pub x: f32,
    pub is_over: bool,
}

/// What became of a command.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    /// Left to others.
    Ignored,
    Used,
    /// The text is another.
    Changed,
}

fn is_tab(key: &keyboard::Key, modifiers: keyboard::Modifiers) -> bool {
    *key == keyboard::Key::Named(keyboard::key::Named::Tab) && modifiers.is_empty()
}

impl<Message: Clone> Input<'_, Message> {
    fn perform(&self, command: Command<'_>, state: &mut State, clipboard: &mut dyn Clipboard) -> Outcome {
        let editor = &mut state.editor;
        let changed = |did: bool| if did { Outcome::Changed } else { Outcome::Used };
        match command {
            Command::Go(motion, extends) => {
                let moved = editor.go(motion, extends, state.line.cells());
                if moved || extends { Outcome::Used } else { Outcome::Ignored }
            }
            Command::Type(text) => changed(editor.insert(text, true)),
            Command::EraseBefore(_) | Command::EraseAfter(_) if editor.text().is_empty() => Outcome::Ignored,
            Command::EraseBefore(unit) => changed(editor.erase_before(unit)),
            Command::EraseAfter(unit) => changed(editor.erase_after(unit)),
            Command::SelectAll => {
                editor.select_all();
                Outcome::Used
            }
            Command::Copy | Command::Cut if editor.selected().is_none() => Outcome::Ignored,
            Command::Copy => {
                clipboard.write(clipboard::Kind::Standard, editor.selected().unwrap_or_default().to_owned());
                Outcome::Used
            }
            Command::Cut => {
                clipboard.write(clipboard::Kind::Standard, editor.cut().unwrap_or_default());
                Outcome::Changed
            }
            Command::Paste => {
                let pasted = clipboard.read(clipboard::Kind::Standard).unwrap_or_default();
                changed(editor.insert(&pasted, false))
            }
            Command::Undo => changed(editor.undo()),
            Command::Redo => changed(editor.redo()),
            Command::Submit => {
                if self.on_submit.is_some() {
                    Outcome::Used
                } else {
                    Outcome::Ignored
                }
            }
            Command::Clear if self.is_clearable => {
                if editor.clear() {
                    Outcome::Changed
                } else {
                    Outcome::Ignored
                }
            }
            Command::Clear => Outcome::Ignored,
        }
    }

    fn settle(&self, outcome: Outcome, state: &mut State, shell: &mut Shell<'_, Message>) {
        if outcome == Outcome::Ignored {
            return;
        }
        state.refresh();
        state.touch(Instant::now());
        if outcome == Outcome::Changed
            && let Some(on_input) = &self.on_input
        {
            shell.publish(on_input(state.editor.text().to_owned()));
        }
        shell.capture_event();
        shell.request_redraw();
    }

    pub(super) fn on_key(
        &self,
        state: &mut State,
        event: &keyboard::Event,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let keyboard::Event::KeyPressed { key, modified_key, physical_key, modifiers, text, repeat, .. } = event else {
            return;
        };
        // The keypad's arrows come as modified keys.
        let key = if matches!(modified_key, keyboard::Key::Named(_)) { modified_key } else { key };
        if let Some(message) = self.on_tab.as_ref().filter(|_| is_tab(key, *modifiers)) {
            shell.publish(message.clone());
            shell.capture_event();
            return;
        }
        let Some(command) = command(key, *physical_key, *modifiers, text.as_deref()) else {
            return;
        };
        let is_submit = command == Command::Submit;
        let outcome = self.perform(command, state, clipboard);
        self.settle(outcome, state, shell);
        // A held Enter submits once.
        if is_submit
            && !repeat
            && let Some(message) = self.on_submit.clone()
        {
            shell.publish(message);
            if self.clears_on_submit {
                state.editor.set("");
                state.refresh();
            }
        }
        share(state, clipboard);
    }

    fn on_press(&self, state: &mut State, pointer: Pointer) {
        operation::Focusable::focus(state);
        let click = mouse::Click::new(pointer.at, mouse::Button::Left, state.last_click);
        state.last_click = Some(click);
        let x = pointer.x;
        let place = state.hit(x);
        match click.kind() {
            click::Kind::Single => {
                if state.modifiers.shift() {
                    state.editor.extend(place);
                } else {
                    state.editor.place(place);
                }
                state.drag = Some(Drag::Letters);
            }
            click::Kind::Double => {
                let word = state.editor.word_at(under(state, x, place));
                state.editor.select(word.clone());
                state.drag = Some(Drag::Words(word));
            }
            click::Kind::Triple => {
                state.editor.select_all();
                state.drag = None;
            }
        }
        state.refresh();
    }

    pub(super) fn on_mouse(
        &self,
        state: &mut State,
        event: &Event,
        pointer: Pointer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if pointer.is_over =>
            {
                self.on_press(state, pointer);
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Middle)) if pointer.is_over => {
                operation::Focusable::focus(state);
                state.editor.place(state.hit(pointer.x));
                let pasted = clipboard.read(clipboard::Kind::Primary).unwrap_or_default();
                let did = state.editor.insert(&pasted, false);
                self.settle(if did { Outcome::Changed } else { Outcome::Used }, state, shell);
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) | Event::Touch(touch::Event::FingerMoved { .. })
                if state.drag.is_some() =>
            {
                drag(state, pointer.x);
                self.settle(Outcome::Used, state, shell);
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. })
                if state.drag.take().is_some() =>
            {
                share(state, clipboard);
            }
            _ => {}
        }
    }

    pub(super) fn on_input_method(
        &self,
        state: &mut State,
        event: &input_method::Event,
        shell: &mut Shell<'_, Message>,
    ) {
        match event {
            input_method::Event::Opened => state.preedit = Some(input_method::Preedit::new()),
            input_method::Event::Closed => state.preedit = None,
            input_method::Event::Preedit(content, selection) => {
                state.preedit = Some(input_method::Preedit {
                    content: content.clone(),
                    selection: selection.clone(),
                    text_size: Some(state.format.size.into()),
                });
            }
            input_method::Event::Commit(text) => {
                let did = state.editor.insert(text, true);
                self.settle(if did { Outcome::Changed } else { Outcome::Used }, state, shell);
            }
        }
        shell.request_redraw();
    }

    /// Asks for the next frame of the caret, and tells the input method where it is.
    pub(super) fn on_frame(&self, state: &mut State, now: Instant, room: Rectangle, shell: &mut Shell<'_, Message>) {
        let caret =
            Rectangle::new(Point::new(room.x + state.caret_x(), room.y), Size::new(state.caret_width(), room.height));
        let is_selecting = !state.editor.selection().is_empty();
        let is_active = !state.is_window_inactive;
        let Some(focus) = state.focus.as_mut().filter(|_| is_active) else {
            return;
        };
        focus.now = now;
        let (_, next) = blink(now.saturating_duration_since(focus.since));
        if let Some(next) = next.filter(|_| self.blinks && !is_selecting) {
            shell.request_redraw_at(now + next);
        }
        let preedit = state.preedit.as_ref().map(input_method::Preedit::as_ref);
        shell.request_input_method(&InputMethod::Enabled { cursor: caret, purpose: Purpose::Normal, preedit });
    }
}

/// The letter a double click is on: the caret may already stand behind it.
fn under(state: &State, x: f32, place: Caret) -> usize {
    let at = x - state.origin(&state.line);
    let cells = state.line.cells().all();
    cells.iter().find(|cell| cell.left <= at && at < cell.right).map_or(place.at, |cell| cell.start)
}

fn drag(state: &mut State, x: f32) {
    let place = state.hit(x);
    match state.drag.clone() {
        Some(Drag::Letters) => state.editor.extend(place),
        Some(Drag::Words(first)) => {
            let word = state.editor.word_at(under(state, x, place));
            state.editor.select(first.start.min(word.start)..first.end.max(word.end));
        }
        None => {}
    }
}

/// What is selected can be pasted by the middle button, as everywhere on X11 and Wayland.
fn share(state: &State, clipboard: &mut dyn Clipboard) {
    if let Some(selected) = state.editor.selected() {
        clipboard.write(clipboard::Kind::Primary, selected.to_owned());
    }
}
