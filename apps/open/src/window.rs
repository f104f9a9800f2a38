//! The window's size, and how the desktop knows it.

use candela_ui::platform::window_settings;

use iced::Size;
use iced::window::{Position, Settings};

/// The application ID: names the desktop entry.
const ID: &str = "candela-open";
/// The size of the window, in logical pixels.
pub const SIZE: Size = Size::new(440.0, 580.0);
/// The smallest window.
const LEAST: Size = Size::new(320.0, 360.0);

/// The window's settings.
pub fn settings() -> Settings {
    Settings { position: Position::Centered, ..window_settings(ID, SIZE, LEAST) }
}
