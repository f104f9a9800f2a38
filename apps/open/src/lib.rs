//! Opens files, folders and addresses with the application for them, by the command line and in a small window.
//!
//! Knows windows and words; what a target is and what opens it is `candela-open-core`'s, what is installed and how it
//! is started `candela-shared`'s. Must never depend on another program.

mod app;
mod ask;
mod cli;
mod icons;
mod notice;
mod rows;
mod start;
mod subscription;
mod task;
mod trouble;
mod ui;
mod window;

pub use cli::run;
