//! What acts: reads the disk, runs tools, talks to services. Blocking, no window.

#[cfg(feature = "dbus")]
pub mod bus;
pub mod circumstances;
pub mod closing;
pub mod disk;
pub mod flag;
pub mod lock;
pub mod machine;
pub mod means;
pub mod network;
pub mod perform;
pub mod power;
pub mod probe;
pub mod prompter;
pub mod screen_lock;
pub mod supply;
pub mod told;
pub mod tool;
pub mod watch;
