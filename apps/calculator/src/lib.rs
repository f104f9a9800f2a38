//! The calculator: its window and its command line.
//!
//! Knows windows, words and arguments, and gives every line to `candela-calculator-core` on a thread beside. Knows no
//! arithmetic. Must never depend on another program.

mod app;
mod ask;
mod cli;
mod keeper;
mod key;
mod mode;
mod notice;
mod rates;
mod screen;
mod settings;
mod start;
mod subscription;
mod task;
mod ui;
mod widget;
mod worker;

pub use cli::run;
