//! The pseudo-language: what is not drawn in it did not come from the languages, and what is not drawn to its end has
//! too little room.
//!
//! Knows how English becomes it, and what a window draws. For tests: nothing that is installed may depend on it.

mod drawn;
mod findings;
mod language;

pub use findings::Findings;
pub use language::{NAME, words, write};
