//! The gallery: the components of the suite in their states on one sheet, for developers and for the tests.
//!
//! `candela gallery [light|dark|contrast|contrast-light] [rtl] [compact] [ACCENT]`. It reacts to the pointer and to keys
//! as the components do, and keeps what is chosen. Its words are the developers' and stay in English.

mod app;
mod sheet;

pub use app::{App, Message};
pub use sheet::SIZE;

use candela_ui::{Accent, Contrast, Density, Direction, Look, Mode, Theme, font};

use iced::{Size, Task};

use std::ffi::OsString;
use std::process::ExitCode;

/// The smallest window.
const LEAST: Size = Size::new(480.0, 400.0);
/// The window at first; the sheet scrolls in it.
const WINDOW: Size = Size::new(1240.0, 1000.0);
const USAGE: &str = "usage: candela gallery [light|dark|contrast|contrast-light] [rtl] [compact] [ACCENT]";

/// Opens the gallery in the look that the arguments name, light where they name none.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let Some(look) = look(&arguments) else {
        return complain(USAGE, 2);
    };
    let update = |app: &mut App, message: Message| {
        app.update(message);
        Task::none()
    };
    font::load();
    let application = iced::application(move || App::new(look), update, App::view)
        .title("Candela components")
        .theme(|app: &App| Theme::new(app.look))
        .default_font(font::REGULAR)
        .window(candela_ui::platform::window_settings("candela-gallery", WINDOW, LEAST));
    match application.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("candela-gallery: {error}"), 1),
    }
}

/// Reads the look from the arguments; `None` where one names nothing.
fn look(arguments: &[OsString]) -> Option<Look> {
    let (mut mode, mut contrast, mut direction, mut accent) =
        (Mode::Light, Contrast::Normal, Direction::LeftToRight, Accent::Dusk);
    let mut density = Density::Comfortable;
    for argument in arguments {
        match argument.to_str()? {
            "light" => mode = Mode::Light,
            "dark" => mode = Mode::Dark,
            "contrast" => (mode, contrast) = (Mode::Dark, Contrast::More),
            "contrast-light" => (mode, contrast) = (Mode::Light, Contrast::More),
            "rtl" => direction = Direction::RightToLeft,
            "compact" => density = Density::Compact,
            name => accent = Accent::by_name(name)?,
        }
    }
    Some(Look { density, ..Look::new(mode, contrast, accent).with_direction(direction) })
}

#[expect(clippy::print_stderr, reason = "this is the command line of the gallery")]
fn complain(text: &str, status: u8) -> ExitCode {
    eprintln!("{text}");
    ExitCode::from(status)
}
