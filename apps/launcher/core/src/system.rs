//! What acts: speaking to a launcher that already runs, to other programs and the display, and keeping what is chosen.

pub mod companion;
pub mod display;
pub mod entry;
pub mod gpu;
pub mod history;
pub mod instance;
pub mod settings;
