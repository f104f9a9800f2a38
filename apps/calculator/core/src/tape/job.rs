//! Working out lines, apart from the tape they are on.

use super::{Line, Outcome};
use crate::budget::Budget;
use crate::calculator::{Answer, Calculator};
use crate::error::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Lines to be worked out, and the calculator they find. Needs a stack with room for the deepest line.
#[derive(Debug, Clone)]
pub struct Job {
    pub(super) revision: u64,
    pub(super) calculator: Calculator,
    pub(super) lines: Vec<Arc<Line>>,
}

/// What became of a [`Job`].
#[derive(Debug, Clone)]
pub struct Done {
    pub(super) revision: u64,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) calculator: Calculator,
}

impl Job {
    /// Works the lines out, one after the other, each with a budget of its own.
    pub fn run(mut self, budget: impl Fn() -> Budget) -> Done {
        let mut outcomes = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            prepare(&mut self.calculator, line);
            outcomes.push(guarded(&mut self.calculator, |own| own.enter(&line.text, &budget())));
        }
        Done { revision: self.revision, outcomes, calculator: self.calculator }
    }
}

fn prepare(calculator: &mut Calculator, line: &Line) {
    calculator.skip_to(line.number);
    if calculator.settings != line.manner.settings {
        calculator.settings.clone_from(&line.manner.settings);
    }
    if let Some(moment) = line.entered() {
        calculator.now = moment;
    }
}

/// Lets a calculator do something that may fail in an unforeseen way; then it remembers nothing of it.
pub(super) fn guarded(
    calculator: &mut Calculator,
    work: impl FnOnce(&mut Calculator) -> Result<Answer, crate::Error>,
) -> Outcome {
    let before = calculator.clone();
    let outcome = catch_unwind(AssertUnwindSafe(|| work(calculator)));
    outcome.unwrap_or_else(|_| {
        *calculator = before;
        Err(ErrorKind::TooComplex.into())
    })
}
