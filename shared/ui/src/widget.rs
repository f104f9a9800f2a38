//! The parts windows are built from, generic over the message. What must measure or mirror takes the [`Look`].

pub mod button;
pub mod clip;
pub mod input;
pub mod line;
pub mod list;
pub mod mark;
pub mod ring;
pub mod sheet;
pub mod text;

pub use button::{button, button_wide, button_with, icon_button, icon_button_sized};
pub use line::{fill, gap, line, rule, start};
pub use mark::{badge, hint, key};
pub use sheet::{raised, scroll};
