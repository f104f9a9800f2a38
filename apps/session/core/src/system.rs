//! What acts: processes, signals, sockets, logs and the display. Blocking; the decisions are the supervisor's.

pub mod bus;
mod children;
pub mod client;
pub mod clock;
pub mod display;
mod failures;
pub mod folder;
pub mod guardian;
pub mod import;
mod listener;
pub mod log;
pub mod manager;
mod power_key;
mod process;
pub mod screen;
mod settings;
mod signals;
mod systemd;
mod toplevels;
mod trial;
mod wayland;
