//! What the session knows: which programs it consists of, when each is started again, and how it ends without losing work.
//!
//! Pure: settings, the clock and what happened go in as values, [`supervisor::Action`]s come out; the same events at the
//! same times give the same actions. What acts (processes, signals, sockets, logs, the display) lives in [`system`].
//! Depends on `candela-shared`; must never depend on a window toolkit.

pub mod component;
pub mod failures;
pub mod locker;
pub mod lumina;
pub mod notice;
pub mod patience;
pub mod picture;
pub mod plan;
pub mod platform;
pub mod protocol;
pub mod settings;
pub mod supervisor;
pub mod system;

pub use component::{Component, Phase, Restart};
pub use notice::Notice;
pub use settings::Settings;
pub use supervisor::Supervisor;
