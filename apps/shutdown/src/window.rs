//! The dialog's window: as wide as its kind, as high as what it says, never higher than a small screen.

use crate::app::{App, Stage};

use candela_ui::platform::window_settings;
use candela_ui::tokens::{size, space};

use iced::Size;
use iced::window::{Position, Settings};

/// The application ID: names the desktop entry.
const ID: &str = "candela-shutdown";
/// The width of the question, in logical pixels.
const QUESTION: f32 = 480.0;
/// The size of the choice of the session.
const SESSION: Size = Size::new(560.0, 292.0);
/// The highest window; what is higher scrolls.
const HIGHEST: f32 = 640.0;
/// The smallest window.
const LEAST: Size = Size::new(320.0, 150.0);
/// The rule above the buttons, and the window's edge above and below.
const LINES: f32 = 3.0;

/// The size the window is opened with.
pub fn size(is_session: bool) -> Size {
    if is_session { SESSION } else { Size::new(QUESTION, 388.0) }
}

/// The window's settings. It is not seen until it is known how high it must be.
pub fn settings(is_session: bool) -> Settings {
    Settings { position: Position::Centered, visible: false, ..window_settings(ID, size(is_session), LEAST) }
}

/// The size that fits content of that height and the buttons below it.
pub fn fitting(app: &App, content: f32) -> Size {
    let rows = crate::ui::foot_rows(app);
    let between = rows.saturating_sub(1) as f32 * space::S;
    let buttons = rows as f32 * app.look.scaled(size::CONTROL_LARGE) + between + 2.0 * space::BUTTON;
    let height = (content + 2.0 * space::XL + LINES + buttons).ceil().min(HIGHEST);
    let width = |usual: f32| usual * wider(app.look.text_scale);
    let width = match app.stage {
        Stage::Session => width(SESSION.width).max(crate::ui::session::tiles_width(app) + 2.0 * space::XL),
        _ => width(QUESTION),
    };
    Size::new(width.round(), height)
}

/// How much wider the window is for large text; small text leaves it as it is.
pub fn wider(text_scale: f32) -> f32 {
    text_scale.max(1.0)
}
