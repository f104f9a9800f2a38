//! The launcher: finds installed applications and starts them, in a window and by its command line.
//!
//! Knows windows and words; what is found and in which order is `candela-launcher-core`'s, what is installed and how it
//! is started `candela-shared`'s. Must never depend on another program.

mod app;
mod bus;
mod cli;
mod icons;
mod key;
mod lines;
mod notice;
mod session;
mod stage;
mod start;
mod subscription;
mod task;
mod ui;
mod window;

pub use cli::run;
