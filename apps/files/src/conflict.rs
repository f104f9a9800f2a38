//! Names that exist: which of them is asked about, and what was answered for each.

use crate::notice::operation::Verb;

use candela_files_core::Facts;
use candela_files_core::operation::{Conflict, Item};

/// What an answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The name that is asked about.
    #[default]
    One,
    /// It and all that would be asked about after it.
    All,
}

impl Scope {
    /// The other one.
    pub fn turned(self) -> Self {
        match self {
            Self::One => Self::All,
            Self::All => Self::One,
        }
    }
}

/// What is known of both files that want one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides {
    /// Of that which has it.
    pub there: Facts,
    /// Of that which would get it.
    pub coming: Facts,
}

/// A question about names that exist, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Copying or moving.
    pub verb: Verb,
    /// What is still to be asked about; the first is on show.
    pub open: Vec<Item>,
    /// What the next answer is for.
    pub scope: Scope,
    /// What is known of the first, once it was looked at; nothing where a folder is one of both.
    pub sides: Option<Sides>,
    answered: Vec<(Conflict, Vec<Item>)>,
}

impl Question {
    /// Asks about these by name, of which there is at least one.
    pub fn new(verb: Verb, mut open: Vec<Item>) -> Self {
        open.sort_by(|one, other| one.to.cmp(&other.to));
        Self { verb, open, scope: Scope::One, sides: None, answered: Vec::new() }
    }

    /// Takes an answer, nothing to pass over.
    pub fn answer(&mut self, answer: Option<Conflict>) {
        self.sides = None;
        let count = match self.scope {
            Scope::One => 1.min(self.open.len()),
            Scope::All => self.open.len(),
        };
        let items: Vec<Item> = self.open.drain(..count).collect();
        let Some(answer) = answer else {
            return;
        };
        match self.answered.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, known)) => known.extend(items),
            None => self.answered.push((answer, items)),
        }
    }

    /// What was answered, the items of each answer together.
    pub fn answers(self) -> Vec<(Conflict, Vec<Item>)> {
        self.answered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_gets_its_answer_and_one_can_be_for_all_that_are_left() {
        let item = |name: &str| Item { from: name.into(), to: name.into() };
        let mut question = Question::new(Verb::Copy, ["c", "a", "b", "e", "d"].map(item).into());
        question.answer(Some(Conflict::Replace));
        question.answer(None);
        question.answer(Some(Conflict::KeepBoth));
        assert_eq!(question.open, ["d", "e"].map(item));
        question.scope = question.scope.turned();
        question.answer(Some(Conflict::Replace));
        assert!(question.open.is_empty());
        let replaced = ["a", "d", "e"].map(item).into();
        let expected = [(Conflict::Replace, replaced), (Conflict::KeepBoth, vec![item("c")])];
        assert_eq!(question.answers(), expected);
    }
}
