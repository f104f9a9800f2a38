//! The line that is entered, and its result.

use super::{Action, App, CopyAs, Message, Step};
use crate::ask::{Shown, Slot, Written};
use crate::mode::Mode;

use candela_calculator_core::keypad::{ANSWER, Entry, Key, Setting, closed, goes_on};
use candela_calculator_core::tape::Manner;
use candela_calculator_core::tape::form::{self, Form};
use candela_calculator_core::{Error, ErrorKind, Span};
use candela_ui::scene::Scene;

use std::ops::Range;

/// The field of the line.
pub const LINE: &str = "calculator-line";
/// The digits a result has at first.
const DIGITS: usize = 15;
/// The most it can be scrolled to.
const MOST_DIGITS: usize = 5_000;

/// The line that is entered.
#[derive(Debug)]
pub struct Line {
    /// Its text and what is selected.
    pub entry: Entry,
    /// What it is worth; on an empty line, what the last one was.
    pub shown: Option<Shown>,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
    /// The form its result is wanted in.
    pub form: Form,
    /// How many digits that has.
    pub digits: usize,
    /// Whether the other functions are on the keys.
    pub is_second: bool,
    /// What was copied last.
    pub copied: Option<String>,
    /// The number of the tape's line that was recalled last, and what stood here before.
    recalled: Option<(usize, String)>,
    /// The number of the line that was entered and is not worked out yet.
    pub(super) entered: Option<usize>,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// What, and where.
    pub error: Error,
    /// Whether the user wanted the line as it is: then it is said plainly.
    pub is_told: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            entry: Entry::default(),
            shown: None,
            trouble: None,
            form: Form::Plain,
            digits: DIGITS,
            is_second: false,
            copied: None,
            recalled: None,
            entered: None,
        }
    }
}

impl Line {
    /// The scene it makes: what is wrong changes the line, its mark and the words below, each far from the others.
    pub(crate) fn scene(&self) -> Scene {
        Scene::of(self.trouble().map(|_| self.entry.text()))
    }

    /// The result in the form that is wanted.
    pub fn written(&self) -> Option<&Written> {
        self.shown.as_ref().map(|shown| shown.in_form(self.form))
    }

    /// What is wrong and worth saying: not that a line is not finished yet.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref().filter(|trouble| trouble.is_told || !is_unfinished(&trouble.error, self.entry.text()))
    }
}

/// Whether a line only lacks its end.
fn is_unfinished(error: &Error, line: &str) -> bool {
    let is_at_end = error.span.is_none_or(|span| span.start >= line.trim_end().len());
    matches!(error.kind, ErrorKind::Empty | ErrorKind::NotClosed | ErrorKind::Cancelled)
        || (is_at_end && matches!(error.kind, ErrorKind::OperandExpected | ErrorKind::UnknownTarget))
}

impl App {
    pub(super) fn typed(&mut self, text: &str) -> Action {
        let setting = self.setting();
        self.line.entry.type_line(text, &setting);
        let is_rewritten = self.line.entry.text() != text;
        let placed = if is_rewritten { Action::Select(self.line.entry.selection()) } else { Action::None };
        self.edited().and(placed)
    }

    pub(super) fn typed_beside(&mut self, text: &str) -> Action {
        if !self.settings.mode.has_line() || self.menu.is_some() || self.history.is_open {
            return Action::None;
        }
        let mut after = self.line.entry.text().to_owned();
        after.replace_range(self.line.entry.selection(), text);
        let typed = self.typed(&after);
        typed.and(Action::Focus(LINE)).and(Action::Select(self.line.entry.selection()))
    }

    pub(super) fn selected(&mut self, text: &str, range: Range<usize>) -> Action {
        // Of a text that was rewritten meanwhile, it says nothing.
        if text == self.line.entry.text() {
            self.line.entry.select(range);
        }
        Action::None
    }

    pub(super) fn press(&mut self, key: Key) -> Action {
        match key {
            Key::Equals => return self.enter(),
            Key::Second => {
                self.line.is_second = !self.line.is_second;
                return Action::None;
            }
            _ => {}
        }
        let setting = self.setting();
        if !self.settings.mode.has_line() {
            return self.press_elsewhere(key, &setting);
        }
        self.line.entry.press(key, &setting);
        self.edited().and(Action::Select(self.line.entry.selection()))
    }

    /// The keypad of the conversions writes into their value.
    fn press_elsewhere(&mut self, key: Key, setting: &Setting) -> Action {
        if self.settings.mode != Mode::Convert {
            return Action::None;
        }
        let setting = Setting { base: 10, has_answer: false, ..setting.clone() };
        self.convert.press(key, &setting);
        self.ask_convert()
    }

    fn setting(&self) -> Setting {
        let base = if self.settings.mode == Mode::Programmer { self.settings.base } else { 10 };
        // One that is not worked out yet will have a result.
        let has_answer = self.tape.lines().iter().any(|line| !matches!(line.outcome, Some(Err(_))));
        Setting { notation: self.notation.clone(), base, has_answer }
    }

    /// The line is another: what was known of it is of no use any more.
    pub(super) fn edited(&mut self) -> Action {
        self.line.trouble = None;
        self.line.copied = None;
        self.line.digits = DIGITS;
        self.ask_line()
    }

    /// Asks for the worth of the line; of an empty one, for that of the last.
    pub(super) fn ask_line(&mut self) -> Action {
        let _was_running = self.waits[Slot::Line as usize].stop();
        let text = self.line.entry.text();
        let line = if text.trim().is_empty() { self.last_result() } else { Some(self.whole_line()) };
        let Some(line) = line.filter(|_| self.settings.mode.has_line()) else {
            self.line.shown = None;
            return Action::None;
        };
        self.ask(Slot::Line, vec![line], self.line.digits)
    }

    /// The line as it is meant: brackets closed, and what begins with an operator behind the last result.
    fn whole_line(&self) -> String {
        let text = self.line.entry.text().trim_end();
        format!("{}{}", &ANSWER[..self.implied()], closed(text, &self.notation))
    }

    /// How many bytes of the line that is meant stand before what was typed.
    fn implied(&self) -> usize {
        if goes_on(self.line.entry.text()) && self.setting().has_answer { ANSWER.len() } else { 0 }
    }

    /// The line that means the last result.
    pub(super) fn last_result(&self) -> Option<String> {
        let last = self.tape.lines().iter().rev().find(|line| matches!(&line.outcome, Some(Ok(_))))?;
        Some(format!("#{}", last.number))
    }

    pub(super) fn line_told(&mut self, mut outcomes: Vec<Result<Shown, Error>>) {
        let is_empty = self.line.entry.text().trim().is_empty();
        match outcomes.pop() {
            Some(Ok(shown)) => self.line.shown = Some(shown),
            // Trouble with an empty line is none of the user's.
            Some(Err(error)) if !is_empty => {
                self.line.shown = None;
                let implied = self.implied();
                let typed =
                    |span: Span| Span::new(span.start.saturating_sub(implied), span.end.saturating_sub(implied));
                let error = Error { span: error.span.map(typed), ..error };
                self.line.trouble = Some(Trouble { error, is_told: false });
            }
            Some(Err(_)) | None => self.line.shown = None,
        }
    }

    pub(super) fn enter(&mut self) -> Action {
        if self.settings.mode != Mode::Convert && self.line.entry.text().trim().is_empty() {
            return Action::None;
        }
        if !self.settings.mode.has_line() {
            return Action::None;
        }
        if let Some(trouble) = &mut self.line.trouble {
            trouble.is_told = true;
            let error = trouble.error.clone();
            return self.point_out(&error);
        }
        let text = self.whole_line();
        let manner = Manner { settings: self.core_settings(), language: self.language.clone() };
        let id = (self.clock)();
        self.line.entered = Some(self.tape.push(id, &text, manner));
        self.line.entry = Entry::default();
        self.line.recalled = None;
        let _was_running = self.waits[Slot::Line as usize].stop();
        self.edited().and(self.settle()).and(Action::ScrollTape)
    }

    /// Puts the caret where the line goes wrong.
    pub(super) fn point_out(&mut self, error: &Error) -> Action {
        let length = self.line.entry.text().len();
        let start = error.span.unwrap_or(Span::new(length, length)).start.min(length);
        self.line.entry.select(start..start);
        Action::Focus(LINE).and(Action::Select(self.line.entry.selection()))
    }

    /// A line that was entered and cannot be worked out comes back to be mended.
    pub(super) fn take_back(&mut self, error: Error) -> Action {
        let Some(text) = self.tape.take_back() else { return Action::None };
        self.line.entry = Entry::new(text);
        self.line.shown = None;
        let action = self.point_out(&error);
        self.line.trouble = Some(Trouble { error, is_told: true });
        action
    }

    pub(super) fn recall(&mut self, step: Step) -> Action {
        if !self.settings.mode.has_line() || self.history.is_open {
            return Action::None;
        }
        let lines = self.tape.lines();
        let here =
            self.line.recalled.as_ref().and_then(|(number, _)| lines.iter().position(|line| line.number == *number));
        let next = match (step, here) {
            (Step::Back, None) => lines.len().checked_sub(1),
            (Step::Back, Some(at)) => Some(at.saturating_sub(1)),
            (Step::On, None) => return Action::None,
            (Step::On, Some(at)) => Some(at + 1).filter(|at| *at < lines.len()),
        };
        let draft = self.line.recalled.take().map_or_else(|| self.line.entry.text().to_owned(), |(_, draft)| draft);
        let text = match next.map(|at| &lines[at]) {
            Some(line) => {
                self.line.recalled = Some((line.number, draft));
                line.text.clone()
            }
            None => draft,
        };
        self.replace_line(text)
    }

    pub(super) fn reuse(&mut self, number: usize) -> Action {
        let Some(text) = self.tape.line(number).map(|line| line.text.clone()) else { return Action::None };
        self.history.is_open = false;
        self.replace_line(text).and(Action::Focus(LINE))
    }

    pub(super) fn reuse_result(&mut self, number: usize) -> Action {
        self.history.is_open = false;
        self.line.entry.insert(&format!("#{number}"));
        self.edited().and(Action::Focus(LINE)).and(Action::Select(self.line.entry.selection()))
    }

    fn replace_line(&mut self, text: String) -> Action {
        self.line.entry = Entry::new(text);
        self.edited().and(Action::Select(self.line.entry.selection()))
    }

    pub(super) fn copy(&mut self, copy: CopyAs) -> Action {
        let text = match (copy, self.line.written()) {
            (_, None) => return Action::None,
            (CopyAs::Shown, Some(written)) => written.text.text.clone(),
            (CopyAs::Plain, Some(written)) => written.plain.clone(),
            (CopyAs::Latex, Some(written)) => form::latex(&written.plain),
        };
        self.copy_text(text)
    }

    pub(super) fn copy_text(&mut self, text: String) -> Action {
        self.menu = None;
        self.line.copied = Some(text.clone());
        Action::Copy(text)
    }

    pub(super) fn choose_form(&mut self, form: Form) -> Action {
        self.menu = None;
        self.line.form = form;
        self.focus()
    }

    pub(super) fn turn_form(&mut self, step: Step) -> Action {
        let Some(shown) = &self.line.shown else { return Action::None };
        let count = shown.forms.len();
        let here = shown.forms.iter().position(|written| written.form == self.line.form).unwrap_or(0);
        let next = match step {
            Step::On => (here + 1) % count,
            Step::Back => (here + count - 1) % count,
        };
        self.line.form = shown.forms[next].form;
        Action::None
    }

    pub(super) fn turn_digits(&mut self, step: Step) -> Action {
        let digits = match step {
            Step::On => (self.line.digits * 2).min(MOST_DIGITS),
            Step::Back => (self.line.digits / 2).max(DIGITS),
        };
        if digits == self.line.digits || self.line.shown.is_none() {
            return Action::None;
        }
        self.line.digits = digits;
        self.ask_line()
    }

    pub(super) fn toggle_bit(&mut self, bit: usize) -> Action {
        let word = self.settings.word;
        let bits = self.line.shown.as_ref().and_then(|shown| shown.bits).unwrap_or(0);
        let value = form::of_bits(bits ^ (1 << bit), word);
        let settings =
            candela_calculator_core::Settings { word: Some(word), base: self.settings.base, ..Default::default() };
        let written = candela_calculator_core::format::write(&value, &settings, &Default::default());
        self.replace_line(written.map(|text| text.text).unwrap_or_default())
    }

    /// Leaves what concerns the line: stops what runs, then empties it. Whether there was anything.
    pub(super) fn leave_line(&mut self) -> Option<Action> {
        let is_stopped = self.waits[Slot::Line as usize].stop() | self.tape_wait.stop();
        if is_stopped && self.line.entered.is_some() {
            let error = ErrorKind::Cancelled.into();
            self.line.entered = None;
            return Some(self.take_back(error));
        }
        if is_stopped {
            self.line.trouble = Some(Trouble { error: ErrorKind::Cancelled.into(), is_told: true });
            return Some(Action::None);
        }
        if self.line.entry.text().is_empty() {
            return None;
        }
        Some(self.update(Message::PressKey(Key::Clear)))
    }
}
