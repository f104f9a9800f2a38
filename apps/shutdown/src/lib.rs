//! The prompt at shutdown: says what updates wait, asks, and brings the computer down, in a window, in a terminal and by its
//! command line.
//!
//! Knows windows and words; what waits and what is to be done is `candela-shutdown-core`'s. Must never depend on another
//! program.

mod app;
mod cli;
mod notice;
mod start;
mod subscription;
mod task;
mod terminal;
mod ui;
mod window;

pub use cli::run;
