//! The window itself: its size, its least size, its name for the desktop.

use candela_ui::platform::window_settings;

use iced::Size;
use iced::window::Settings;

/// The window's size, in logical pixels.
pub const SIZE: Size = Size::new(1120.0, 700.0);
/// The smallest window.
const LEAST: Size = Size::new(480.0, 400.0);
/// The application ID: names the desktop entry.
const ID: &str = "candela-files";

/// The window's settings. Its frame and buttons are the desktop's.
pub fn settings() -> Settings {
    window_settings(ID, SIZE, LEAST)
}
