//! The calculator: its command line.
//!
//! Reads arguments, gives every line to `candela-calculator-core` on a worker, and words what went wrong. Knows no
//! arithmetic.

mod cli;
mod notice;
mod worker;

pub use cli::run;
