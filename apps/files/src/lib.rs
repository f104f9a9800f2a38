//! The file manager: folders, git and file operations, in a window and by its command line.
//!
//! Knows windows and words; what folders hold and how files are moved is `candela-files-core`'s. Must never depend on
//! another program.

mod cli;
mod notice;

pub use cli::run;
