//! The tape as the window shows it, and as it is kept.

use super::{Action, App, Kept, LINE};
use crate::notice::Failure;

use candela_calculator_core::history::{Error, File};
use candela_calculator_core::tape::{Done, Line, Tape};
use candela_ui::widget::list::{Heights, View};

/// The field of the search.
pub const SEARCH: &str = "calculator-history-search";
/// The field of a line that is changed in its place.
pub const EDIT: &str = "calculator-history-edit";
/// The list of lines.
pub const LIST: &str = "calculator-history-list";
/// Height of a line in the list, at 100 %.
pub const ROW: f32 = 40.0;

/// The page of the history.
#[derive(Debug)]
pub struct History {
    /// Whether it is shown in place of the keys.
    pub is_open: bool,
    /// What is searched for.
    pub query: String,
    /// The positions of the lines that are listed.
    pub found: Vec<usize>,
    /// How high those are.
    pub heights: Heights,
    /// The part in sight.
    pub view: View,
    /// The number of the line that is changed in its place, and its new text.
    pub editing: Option<(usize, String)>,
    /// The number of the last line that is in the file.
    kept: usize,
    /// Whether lines that are in the file have changed.
    is_changed: bool,
}

impl Default for History {
    fn default() -> Self {
        Self {
            is_open: false,
            query: String::new(),
            found: Vec::new(),
            heights: Heights::same(0, ROW),
            view: View::of_height(400.0),
            editing: None,
            kept: 0,
            is_changed: false,
        }
    }
}

impl App {
    pub(super) fn history_read(&mut self, outcome: Result<Vec<Line>, Error>) -> Action {
        let mut lines = match outcome {
            Ok(lines) => lines,
            Err(error) => return self.failed(Failure::History(error)),
        };
        // What was entered before the file was read goes behind what is in it.
        let early: Vec<Line> = self.tape.lines().iter().map(|line| Line::clone(line)).collect();
        let least = lines.last().map_or(0, |line| line.number);
        self.history.kept = least;
        lines.extend(early.into_iter().map(|line| Line { number: line.number + least, outcome: None, ..line }));
        let fresh = candela_calculator_core::Calculator::new(Default::default(), self.rates.clone(), self.now());
        self.tape = Tape::new(lines, fresh);
        self.line.entered = self.line.entered.map(|number| number + least);
        self.list_history();
        self.settle().and(Action::ScrollTape)
    }

    /// Has the tape worked out, where something on it is not.
    pub(super) fn settle(&mut self) -> Action {
        self.list_history();
        if self.tape.job().is_none() {
            let kept = self.keep_tape(false);
            return self.ask_line().and(kept).and(self.ask_memory());
        }
        let _key = self.tape_wait.begin();
        Action::Settle
    }

    pub(super) fn settled(&mut self, done: Done) -> Action {
        if !self.tape.take(done) {
            return Action::None;
        }
        let _was_running = self.tape_wait.stop();
        let entered = self.line.entered.take();
        let last = self.tape.lines().last().filter(|line| Some(line.number) == entered);
        let error = last.and_then(|line| line.outcome.as_ref()?.as_ref().err().cloned());
        if let Some(error) = error.filter(|_| self.line.entry.text().is_empty()) {
            return self.take_back(error).and(self.settle_quietly());
        }
        self.list_history();
        let kept = self.keep_tape(false);
        self.draw_graph();
        self.ask_line().and(kept).and(self.ask_memory()).and(Action::ScrollTape)
    }

    /// The same as [`App::settle`], where the line has something else to show.
    fn settle_quietly(&mut self) -> Action {
        self.list_history();
        if self.tape.job().is_none() {
            return Action::None;
        }
        let _key = self.tape_wait.begin();
        Action::Settle
    }

    /// Keeps what is new or has changed; before the window closes, also what is not worked out yet.
    pub(super) fn keep_tape(&mut self, is_last: bool) -> Action {
        let lines = self.tape.lines();
        if self.history.is_changed || File::is_long(lines.len()) {
            self.history.is_changed = false;
            self.history.kept = lines.last().map_or(0, |line| line.number);
            return Action::Keep(Kept::Tape);
        }
        let is_new = |line: &&std::sync::Arc<Line>| line.number > self.history.kept;
        let new = lines.iter().filter(is_new).filter(|line| is_last || line.outcome.is_some());
        let numbers: Vec<usize> = new.map(|line| line.number).collect();
        let Some(last) = numbers.last() else { return Action::None };
        self.history.kept = *last;
        Action::Keep(Kept::Lines(numbers))
    }

    /// Changes the tape, where the change is one.
    pub(super) fn change_tape(&mut self, change: impl FnOnce(&mut Tape) -> bool) -> Action {
        if !change(&mut self.tape) {
            return Action::None;
        }
        self.history.is_changed = true;
        self.history.editing = None;
        self.line.entered = None;
        self.settle()
    }

    pub(super) fn list_history(&mut self) {
        self.history.found = self.tape.search(&self.history.query);
        self.history.heights = Heights::same(self.history.found.len(), self.look.scaled(ROW));
    }

    pub(super) fn toggle_history(&mut self) -> Action {
        self.menu = None;
        self.history.is_open = !self.history.is_open;
        self.history.editing = None;
        if !self.history.is_open {
            return self.focus();
        }
        self.list_history();
        Action::Focus(SEARCH).and(self.scroll_to_end())
    }

    /// Shows the newest line of the list: it is the one that is wanted most.
    fn scroll_to_end(&mut self) -> Action {
        self.history.view.offset = (self.history.heights.total() - self.history.view.height).max(0.0);
        Action::ScrollHistory
    }

    pub(super) fn search_history(&mut self) -> Action {
        if self.history.is_open { Action::Focus(SEARCH) } else { self.toggle_history() }
    }

    pub(super) fn history_query(&mut self, query: String) -> Action {
        self.history.query = query;
        self.list_history();
        self.scroll_to_end()
    }

    pub(super) fn history_scrolled(&mut self, view: View) -> Action {
        self.history.view = view;
        Action::None
    }

    pub(super) fn edit_line(&mut self, number: usize) -> Action {
        let Some(line) = self.tape.line(number) else { return Action::None };
        self.history.editing = Some((number, line.text.clone()));
        Action::Focus(EDIT)
    }

    pub(super) fn line_edited(&mut self, text: String) -> Action {
        if let Some(editing) = &mut self.history.editing {
            editing.1 = text;
        }
        Action::None
    }

    pub(super) fn keep_edit(&mut self) -> Action {
        let Some((number, text)) = self.history.editing.take() else { return Action::None };
        if text.trim().is_empty() {
            return self.change_tape(|tape| tape.remove(number));
        }
        self.change_tape(|tape| tape.edit(number, text.trim()))
    }

    /// Leaves the page, or what is changed on it. Whether there was anything.
    pub(super) fn leave_history(&mut self) -> Option<Action> {
        if self.history.editing.take().is_some() {
            return Some(Action::Focus(SEARCH));
        }
        if !self.history.query.is_empty() && self.history.is_open {
            return Some(self.history_query(String::new()));
        }
        let was_open = std::mem::take(&mut self.history.is_open);
        was_open.then_some(Action::Focus(LINE))
    }
}
