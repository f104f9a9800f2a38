//! The session: starts the desktop's programs, keeps them alive and ends them politely; by its command line alone.
//!
//! Knows words and arguments; what a session is, and what acts, is `candela-session-core`'s. Needs no window, and must
//! never depend on a window toolkit or on another program.

mod cli;
mod notice;

pub use cli::run;
