//! How long and how large a calculation may become, asked before every costly step.

use crate::error::{Error, ErrorKind};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// The largest integer kept digit by digit, in bits (about 600,000 decimal digits): no step with two of them takes so
/// long that Escape would be waited for.
pub const MAX_INTEGER_BITS: usize = 2_000_000;

/// The largest fraction kept exactly, in bits of numerator and denominator: taking out common factors costs the square.
pub const MAX_FRACTION_BITS: usize = 250_000;

/// The largest sum of the sizes of all results of one calculation, in bits: bounds its memory and its time.
pub const MAX_WORK_BITS: usize = 4_000_000_000;

/// The precision beyond what is asked for, in bits, at which a value is taken as not to be told from zero.
pub const ZERO_BITS: usize = 4_000;

/// What one calculation may use.
#[derive(Debug, Clone, Default)]
pub struct Budget {
    cancel: Arc<AtomicBool>,
    deadline: Option<Instant>,
    work: Cell<usize>,
}

impl Budget {
    /// Returns a budget that ends when `cancel` is set or the deadline has passed.
    pub fn new(cancel: Arc<AtomicBool>, deadline: Option<Instant>) -> Self {
        Self { cancel, deadline, work: Cell::new(0) }
    }

    /// Returns unless the calculation must end.
    ///
    /// # Errors
    /// [`ErrorKind::Cancelled`], [`ErrorKind::TimeOver`].
    pub fn check(&self) -> Result<(), Error> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(ErrorKind::Cancelled.into());
        }
        match self.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(ErrorKind::TimeOver.into()),
            _ => Ok(()),
        }
    }

    /// Counts a step whose result has so many bits; looks at the clock when the step is not tiny.
    ///
    /// # Errors
    /// As [`Budget::check`]; [`ErrorKind::TooLarge`] past [`MAX_WORK_BITS`].
    pub fn spend(&self, bits: usize) -> Result<(), Error> {
        let before = self.work.get();
        let after = before.saturating_add(bits).saturating_add(64);
        self.work.set(after);
        if after > MAX_WORK_BITS {
            return Err(ErrorKind::TooLarge.into());
        }
        // A look at the clock costs as much as a small addition: one in every few thousand bits of work.
        if before >> 13 == after >> 13 { Ok(()) } else { self.check() }
    }
}
