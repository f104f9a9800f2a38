//! What acts: processes, signals, sockets, logs and the display. Blocking; the decisions are the supervisor's.

mod children;
pub mod client;
mod clock;
pub mod display;
mod failures;
pub mod folder;
pub mod guardian;
mod listener;
pub mod log;
pub mod manager;
mod process;
mod settings;
mod signals;
mod wayland;
