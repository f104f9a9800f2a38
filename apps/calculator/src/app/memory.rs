//! The memory: a sum that is kept as a sum, so that nothing of it is rounded away.

use super::{Action, App, Kept};
use crate::ask::{Shown, Slot};

use candela_calculator_core::Error;
use candela_calculator_core::keypad::closed;
use candela_calculator_core::lexer::{self, TokenKind};
use candela_calculator_core::locale::Notation;

/// The digits the memory is shown with.
const DIGITS: usize = 10;

/// What the memory holds.
#[derive(Debug, Default)]
pub struct Memory {
    /// The sum; `None` where it is empty.
    sum: Option<String>,
    /// What it is worth.
    pub shown: Option<Shown>,
    /// The sum it will hold, once that is known to have a value.
    next: Option<String>,
}

impl Memory {
    /// A memory that holds a sum.
    pub fn new(sum: Option<String>) -> Self {
        Self { next: sum.clone(), sum, shown: None }
    }

    /// Whether it holds anything.
    pub fn is_empty(&self) -> bool {
        self.sum.is_none()
    }
}

/// A line that means the same whatever is entered after it: `ans` is named by its number.
fn settled(line: &str, last: Option<&str>, notation: &Notation) -> String {
    let (Ok(tokens), Some(last)) = (lexer::tokens(line, notation), last) else { return line.to_owned() };
    let mut text = line.to_owned();
    for token in tokens.iter().rev() {
        if matches!(&token.kind, TokenKind::Word(word) if word.eq_ignore_ascii_case("ans")) {
            text.replace_range(token.span.range(), last);
        }
    }
    text
}

impl App {
    /// Adds the line, or the last result, to the memory (`+`), or takes it away (`-`).
    pub(super) fn add_to_memory(&mut self, sign: char) -> Action {
        self.menu = None;
        let last = self.last_result();
        let line = self.line.entry.text().trim();
        let line = if line.is_empty() {
            last
        } else {
            Some(settled(&closed(line, &self.notation), last.as_deref(), &self.notation))
        };
        let Some(line) = line.filter(|_| self.line.trouble.is_none()) else { return Action::None };
        let next = match (&self.memory.sum, sign) {
            (Some(sum), _) => format!("{sum} {sign} ({line})"),
            (None, '-') => format!("-({line})"),
            (None, _) => format!("({line})"),
        };
        self.memory.next = Some(next);
        self.ask_memory()
    }

    pub(super) fn ask_memory(&mut self) -> Action {
        let Some(next) = self.memory.next.clone() else { return Action::None };
        self.ask(Slot::Memory, vec![next], DIGITS)
    }

    pub(super) fn memory_told(&mut self, mut outcomes: Vec<Result<Shown, Error>>) {
        let next = self.memory.next.take();
        // What has no value leaves the memory as it was.
        if let Some(Ok(shown)) = outcomes.pop() {
            self.memory.sum = next;
            self.memory.shown = Some(shown);
            self.settings.memory.clone_from(&self.memory.sum);
        }
    }

    pub(super) fn clear_memory(&mut self) -> Action {
        self.menu = None;
        self.memory = Memory::default();
        self.settings.memory = None;
        Action::Keep(Kept::Settings)
    }

    pub(super) fn recall_memory(&mut self) -> Action {
        self.menu = None;
        let (Some(sum), Some(shown)) = (&self.memory.sum, &self.memory.shown) else { return Action::None };
        let text = &shown.forms[0].text;
        // A number that is rounded would not be what is in the memory.
        let recalled = if text.is_exact { text.text.clone() } else { format!("({sum})") };
        self.line.entry.insert(&recalled);
        self.edited().and(Action::Select(self.line.entry.selection()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_result_is_named_by_its_number() {
        let notation = Notation::default();
        assert_eq!(settled("ans*2 + Ans - answer", Some("#7"), &notation), "#7*2 + #7 - answer");
        assert_eq!(settled("ans", None, &notation), "ans");
    }
}
