//! The file manager: folders, git and file operations, in a window and by its command line.
//!
//! Knows windows and words; what folders hold and how files are moved is `candela-files-core`'s. Must never depend on
//! another program.

mod app;
mod cli;
mod clipboard;
mod command;
mod conflict;
mod drawing;
mod git_panel;
mod job;
mod key;
mod keys;
mod kind;
mod lines;
mod notice;
mod start;
mod subscription;
mod tab;
mod task;
mod ui;
mod widget;
mod window;
mod wording;

pub use cli::run;
