//! What the launcher knows: which applications there are to choose from, and which of them a few letters mean.
//!
//! Pure: an index of the registry and the user's language go in, ranked hits come out; the same query over the same
//! catalogue gives the same order. What acts (reading the disk, starting programs, talking to a running launcher) lives
//! in [`system`]. Depends on `candela-shared`; must never depend on a window toolkit.

pub mod catalogue;
mod fold;
pub mod history;
pub mod list;
pub mod provider;
mod rank;
pub mod settings;
pub mod system;

pub use catalogue::{Catalogue, Hit, Kind};
pub use history::History;
pub use list::Items;
pub use provider::Finding;
pub use settings::Settings;
