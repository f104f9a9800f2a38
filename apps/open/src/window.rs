//! The window's size, and how the desktop knows it.

use candela_ui::platform::window_settings;

use iced::Size;
use iced::window::{Position, Settings};

/// The application ID: names the desktop entry.
const ID: &str = "candela-open";
/// The size of the window, in logical pixels.
pub const SIZE: Size = Size::new(440.0, 580.0);
/// The size of the question about what nobody vouches for, at a text size of 100 %.
const QUESTION: Size = Size::new(480.0, 440.0);
/// The size of what tells of trouble, at a text size of 100 %.
const TROUBLE: Size = Size::new(560.0, 400.0);
/// The smallest window.
const LEAST: Size = Size::new(320.0, 360.0);

/// The size of the question at a text size, 1.0 for 100 %: all of it is to be seen at once.
pub fn question(text_scale: f32) -> Size {
    Size::new(QUESTION.width * text_scale.max(1.0), QUESTION.height * text_scale.max(1.0))
}

/// The size of what tells of trouble, at a text size.
pub fn trouble(text_scale: f32) -> Size {
    Size::new(TROUBLE.width * text_scale.max(1.0), TROUBLE.height * text_scale.max(1.0))
}

/// The settings of a window of that size.
pub fn settings(size: Size) -> Settings {
    Settings { position: Position::Centered, exit_on_close_request: false, ..window_settings(ID, size, LEAST) }
}
