//! What the file manager knows: entries of folders, git, and operations that cannot lose data.
//!
//! Pure code takes values and returns values; effects live in `system`. Knows no window, no colours and no words.
//! Depends on `candela-shared`, and must never depend on iced or another program.

pub mod arguments;
pub mod checksum;
pub mod custom;
pub mod device;
pub mod entry;
mod error;
pub mod folder;
pub mod git;
pub mod group;
pub mod highlight;
pub mod history;
pub mod journal;
pub mod media;
pub mod memory;
pub mod operation;
pub mod pattern;
pub mod place;
pub mod presentation;
pub mod search;
pub mod selection;
pub mod settings;
pub mod sort;
pub mod system;
pub mod thumbnail;
pub mod trash;
pub mod treemap;

pub use entry::{Entry, Facts, Kind};
pub use error::PathError;
