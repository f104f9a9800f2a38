//! What the file manager knows: entries of folders, git, and operations that cannot lose data.
//!
//! Pure code takes values and returns values; effects live in `system`. Knows no window, no colours and no words.
//! Depends on `candela-shared`, and must never depend on iced or another program.

mod error;

pub use error::PathError;
