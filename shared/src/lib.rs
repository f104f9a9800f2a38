//! What every program of the suite shares: languages and the application registry.
//!
//! Knows the freedesktop specifications and the words a user reads; draws nothing. Pure code takes the environment,
//! the directories and the clock as values; effects live in small functions of their own (`registry::launch`,
//! `registry::watch`). Depends on no window toolkit and on nothing below `apps`, and must never do so.

pub mod directories;
pub mod display_name;
pub mod i18n;
pub mod inhibit;
pub mod kept;
pub mod notice;
pub mod platform;
pub mod registry;
pub mod replace;
pub mod usage;

pub use directories::Directories;
