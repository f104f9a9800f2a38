//! The tape: lines with their results, each worth what the lines above it make it.
//!
//! A line keeps its number, and what was set when it was entered: an angle in degrees stays one. Changing a line leaves
//! it and all below to be worked out again, by a [`Job`] that can run anywhere; a job that a later change made pointless
//! is dropped when it comes back.

pub mod form;
mod job;
pub mod paste;

pub use job::{Done, Job};

use crate::calculator::{Answer, Calculator};
use crate::currency::Rates;
use crate::date::Date;
use crate::error::Error;
use crate::format::Text;
use crate::value::Settings;
use std::sync::Arc;

/// What a line was worth, or what is wrong with it.
pub type Outcome = Result<Answer, Error>;

/// How many changes can be undone.
const REMEMBERED: usize = 100;

/// How a line is read and worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Manner {
    /// What was set when it was entered.
    pub settings: Settings,
    /// The language its numbers are written in, a BCP 47 tag; empty for plain numbers.
    pub language: String,
}

/// A line of the tape.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// When it was entered, in nanoseconds since 1970: its name among all lines.
    pub id: u64,
    /// What `#3` means: its number, from one, for as long as it is on the tape.
    pub number: usize,
    /// What was entered.
    pub text: String,
    /// How it is worked out.
    pub manner: Arc<Manner>,
    /// What it is worth; `None` until that is known.
    pub outcome: Option<Outcome>,
    /// What it was worth when that was known last; `None` where it never was.
    pub before: Option<Text>,
}

impl Line {
    /// Returns the day and time it was entered.
    pub fn entered(&self) -> Option<Date> {
        Date::from_seconds(i64::try_from(self.id / 1_000_000_000).ok()?)
    }

    /// Returns its result as text: the present one, else the last that was known.
    pub fn result(&self) -> Option<&Text> {
        match &self.outcome {
            Some(outcome) => outcome.as_ref().ok().map(|answer| &answer.text),
            None => self.before.as_ref(),
        }
    }

    fn with_text(&self, text: &str) -> Self {
        Self { text: text.to_owned(), ..self.to_be_done() }
    }

    fn to_be_done(&self) -> Self {
        Self { before: self.result().cloned(), outcome: None, ..self.clone() }
    }
}

type Lines = Vec<Arc<Line>>;

/// All lines, the oldest first.
#[derive(Debug, Clone)]
pub struct Tape {
    lines: Lines,
    undo: Vec<Lines>,
    redo: Vec<Lines>,
    /// Grows with every change, so that late jobs are known.
    revision: u64,
    /// A calculator that has been through so many lines.
    reached: (usize, Arc<Calculator>),
    fresh: Arc<Calculator>,
}

impl Tape {
    /// Returns a tape with these lines, worked out by `calculator` from the first on.
    pub fn new(lines: Vec<Line>, calculator: Calculator) -> Self {
        let fresh = Arc::new(calculator);
        Self {
            lines: lines.into_iter().map(Arc::new).collect(),
            undo: Vec::new(),
            redo: Vec::new(),
            revision: 0,
            reached: (0, Arc::clone(&fresh)),
            fresh,
        }
    }

    /// Returns the lines, the oldest first.
    pub fn lines(&self) -> &[Arc<Line>] {
        &self.lines
    }

    /// Returns the line of that number.
    pub fn line(&self, number: usize) -> Option<&Arc<Line>> {
        self.place(number).map(|at| &self.lines[at])
    }

    /// Returns what the lines that are worked out have left behind.
    pub fn calculator(&self) -> &Arc<Calculator> {
        &self.reached.1
    }

    /// Adds a line, still to be worked out, and returns its number.
    pub fn push(&mut self, id: u64, text: &str, manner: Manner) -> usize {
        self.remember();
        let number = self.lines.last().map_or(1, |line| line.number + 1);
        // Lines one after the other share what was set for them.
        let last = self.lines.last().map(|line| &line.manner).filter(|last| ***last == manner);
        let manner = last.cloned().unwrap_or_else(|| Arc::new(manner));
        let id = self.lines.last().map_or(id, |line| id.max(line.id + 1));
        let line = Line { id, number, text: text.to_owned(), manner, outcome: None, before: None };
        self.lines.push(Arc::new(line));
        number
    }

    /// Replaces the text of a line; it and all below are to be worked out again. Returns whether anything changed.
    pub fn edit(&mut self, number: usize, text: &str) -> bool {
        let Some(at) = self.place(number).filter(|&at| self.lines[at].text != text) else {
            return false;
        };
        self.remember();
        self.lines[at] = Arc::new(self.lines[at].with_text(text));
        self.reset_from(at);
        true
    }

    /// Removes a line; those below keep their numbers. Returns whether it was there.
    pub fn remove(&mut self, number: usize) -> bool {
        let Some(at) = self.place(number) else { return false };
        self.remember();
        drop(self.lines.remove(at));
        self.reset_from(at);
        true
    }

    /// Takes back the line that was added last, as if it had never been, and returns its text.
    pub fn take_back(&mut self) -> Option<String> {
        let text = self.lines.last()?.text.clone();
        self.lines = self.undo.pop().unwrap_or_default();
        self.reset_from(self.lines.len());
        Some(text)
    }

    /// Removes all lines. Returns whether there were any.
    pub fn clear(&mut self) -> bool {
        if self.lines.is_empty() {
            return false;
        }
        self.remember();
        self.lines.clear();
        self.reset_from(0);
        true
    }

    /// Takes back the last change. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(lines) = self.undo.pop() else { return false };
        self.redo.push(std::mem::replace(&mut self.lines, lines));
        self.reset_from(0);
        true
    }

    /// Makes the change again that was taken back last. Returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(lines) = self.redo.pop() else { return false };
        self.undo.push(std::mem::replace(&mut self.lines, lines));
        self.reset_from(0);
        true
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Returns the positions of the lines whose text or result has every word of the query, in any case.
    pub fn search(&self, query: &str) -> Vec<usize> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let has_all = |line: &Line| {
            let result = line.result().map_or("", |text| &text.text);
            let all = format!("#{} {} {result}", line.number, line.text).to_lowercase();
            words.iter().all(|word| all.contains(word))
        };
        (0..self.lines.len()).filter(|&at| has_all(&self.lines[at])).collect()
    }

    /// Returns what is to be worked out; `None` where everything is.
    pub fn job(&self) -> Option<Job> {
        let (reached, calculator) = &self.reached;
        let lines = &self.lines[*reached..];
        (!lines.is_empty()).then(|| Job {
            revision: self.revision,
            calculator: Calculator::clone(calculator),
            lines: lines.to_vec(),
        })
    }

    /// Takes in what a job found. Returns whether it was still wanted.
    pub fn take(&mut self, done: Done) -> bool {
        let Done { revision, outcomes, calculator } = done;
        if revision != self.revision {
            return false;
        }
        let first = self.reached.0;
        for (line, outcome) in self.lines[first..].iter_mut().zip(outcomes) {
            if line.outcome.as_ref() != Some(&outcome) {
                *line = Arc::new(Line { outcome: Some(outcome), ..Line::clone(line) });
            }
        }
        self.reached = (self.lines.len(), Arc::new(calculator));
        true
    }

    /// Has all lines worked out again by other exchange rates.
    pub fn exchange(&mut self, rates: Rates) {
        let mut fresh = Calculator::clone(&self.fresh);
        fresh.rates = Some(rates);
        self.fresh = Arc::new(fresh);
        self.reached = (0, Arc::clone(&self.fresh));
        self.reset_from(0);
    }

    fn place(&self, number: usize) -> Option<usize> {
        self.lines.binary_search_by_key(&number, |line| line.number).ok()
    }

    fn remember(&mut self) {
        self.redo.clear();
        if self.undo.len() == REMEMBERED {
            drop(self.undo.remove(0));
        }
        self.undo.push(self.lines.clone());
        self.revision += 1;
    }

    /// Has the lines from `at` on worked out again. What comes before them must be gone through again too, where the
    /// calculator is past it.
    fn reset_from(&mut self, at: usize) {
        self.revision += 1;
        for line in &mut self.lines[at..] {
            if line.outcome.is_some() {
                *line = Arc::new(line.to_be_done());
            }
        }
        if self.reached.0 > at || self.reached.0 > self.lines.len() {
            self.reached = (0, Arc::clone(&self.fresh));
        }
    }
}

#[cfg(test)]
mod tests;
