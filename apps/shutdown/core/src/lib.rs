//! What the prompt at shutdown knows: which updates wait, and what is to be done about them and about the power.
//!
//! Pure: what tools and files say goes in, a [`Detection`] comes out; a detection and an [`Answer`](plan::Answer) go in,
//! a [`Plan`](plan::Plan) comes out, as data that can be printed. What acts (reading the disk, running tools with argument
//! vectors, talking to services) lives in [`system`]. Depends on `candela-shared`; must never depend on a window toolkit.

pub mod backend;
pub mod circumstances;
pub mod decide;
pub mod detection;
mod error;
pub mod helper;
pub mod plan;
pub mod platform;
pub mod power_supply;
pub mod report;
mod root;
pub mod settings;
pub mod system;
pub mod text;

pub use detection::{Activity, Detection, Obstacle, Package, Report, Updates};
pub use error::{Error, Reason};
pub use root::Root;
pub use settings::{Settings, SettingsError};
