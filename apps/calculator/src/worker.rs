//! Works lines out on a thread of its own, with room for deep trees, and stops waiting when the time is over.

use candela_calculator_core::{Answer, Budget, Calculator, Error, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// Room for a chain of operators as long as a line may have, in bytes; only what is used is taken.
const STACK: usize = 256 * 1024 * 1024;

/// The part of its time that a calculation may use up: what is left is for its last step to end, and for the answer.
const OWN_SHARE: f64 = 0.94;

struct Job {
    line: String,
    budget: Budget,
}

type Outcome = Result<Answer, Error>;

/// A thread that owns a calculator.
pub(crate) struct Worker {
    jobs: Sender<Job>,
    outcomes: Receiver<(Outcome, Calculator)>,
    /// What the calculator was after the last line that ended: where a new thread begins when this one is left behind.
    last: Calculator,
    /// Whether every line begins with a calculator that remembers nothing.
    is_forgetful: bool,
}

impl Worker {
    pub(crate) fn new(calculator: Calculator, is_forgetful: bool) -> std::io::Result<Self> {
        let (jobs, outcomes) = start(calculator.clone(), is_forgetful)?;
        Ok(Self { jobs, outcomes, last: calculator, is_forgetful })
    }

    /// Works a line out within a time.
    pub(crate) fn work_out(&mut self, line: String, time: Duration) -> std::io::Result<Outcome> {
        let cancel = Arc::new(AtomicBool::new(false));
        let deadline = Instant::now() + time;
        let budget = Budget::new(cancel.clone(), Some(deadline - time.mul_f64(1.0 - OWN_SHARE)));
        if self.jobs.send(Job { line, budget }).is_err() {
            return Ok(Err(ErrorKind::TooComplex.into()));
        }
        match self.outcomes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok((outcome, calculator)) => {
                self.last = calculator;
                Ok(outcome)
            }
            Err(RecvTimeoutError::Timeout) => {
                // It ends at its next look at the flag; nobody waits for it.
                cancel.store(true, Ordering::Relaxed);
                (self.jobs, self.outcomes) = start(self.last.clone(), self.is_forgetful)?;
                Ok(Err(ErrorKind::TimeOver.into()))
            }
            Err(RecvTimeoutError::Disconnected) => {
                (self.jobs, self.outcomes) = start(self.last.clone(), self.is_forgetful)?;
                Ok(Err(ErrorKind::TooComplex.into()))
            }
        }
    }
}

type Ends = (Sender<Job>, Receiver<(Outcome, Calculator)>);

fn start(calculator: Calculator, is_forgetful: bool) -> std::io::Result<Ends> {
    let (jobs, inbox) = channel::<Job>();
    let (outbox, outcomes) = channel();
    let work = move || {
        let mut calculator = calculator;
        for job in inbox {
            let mut next = calculator.clone();
            // A fault in here must not take the user's other lines with it.
            let outcome = catch_unwind(AssertUnwindSafe(|| next.enter(&job.line, &job.budget)));
            let outcome = outcome.unwrap_or_else(|_| Err(ErrorKind::TooComplex.into()));
            if outcome.is_ok() && !is_forgetful {
                calculator = next;
            }
            if outbox.send((outcome, calculator.clone())).is_err() {
                return;
            }
        }
    };
    drop(std::thread::Builder::new().name("calculator".to_owned()).stack_size(STACK).spawn(work)?);
    Ok((jobs, outcomes))
}
