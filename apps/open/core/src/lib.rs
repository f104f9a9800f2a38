//! What opening knows: what each target is, which application is to open it, and what may run at all.
//!
//! Words of a command line and the applications of a desktop go in; a [`Plan`] comes out, of applications with all their
//! targets and of what cannot be opened. What acts (reading the disk) lives in [`system`]. Depends on `candela-shared`;
//! must never depend on a window toolkit.

pub mod choice;
mod error;
mod plan;
pub mod system;
mod trust;

pub use choice::Choices;
pub use error::Error;
pub use plan::{Opening, Plan, plan, plan_with};
pub use system::Desktop;
pub use trust::{Answer, Untrusted, vouch};
