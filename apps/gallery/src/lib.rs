//! The gallery: the components of the suite in their states on one sheet, for developers and for the tests.
//!
//! `candela gallery [light|dark|contrast|contrast-light] [rtl] [ACCENT]`. It reacts to the pointer and to keys as the
//! components do, and to nothing else. Its words are the developers' and stay in English.

mod sheet;

use candela_ui::{Accent, Contrast, Direction, Look, Mode, Theme, font};

use iced::{Size, Task};

use std::ffi::OsString;
use std::process::ExitCode;

/// The size of the sheet, in logical pixels.
const SIZE: Size = Size::new(1000.0, 700.0);
/// The smallest window.
const LEAST: Size = Size::new(480.0, 400.0);

/// What happened: something was typed, or something pressed that does nothing here.
#[derive(Debug, Clone)]
pub enum Message {
    /// A text was edited.
    Typed(String),
    /// A component was pressed.
    Pressed,
}

struct Gallery {
    look: Look,
    typed: String,
}

impl Gallery {
    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Typed(text) => self.typed = text,
            Message::Pressed => {}
        }
        Task::none()
    }

    fn view(&self) -> candela_ui::Element<'_, Message> {
        sheet::view(&self.look, &self.typed)
    }
}

/// Opens the gallery in the look that the arguments name, light where they name none.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let Some(look) = look(&arguments) else {
        return complain("usage: candela gallery [light|dark|contrast|contrast-light] [rtl] [ACCENT]", 2);
    };
    let boot = move || Gallery { look, typed: "Letters".to_owned() };
    let mut application = iced::application(boot, Gallery::update, Gallery::view)
        .title("Candela components")
        .theme(|gallery: &Gallery| Theme::new(gallery.look))
        .default_font(font::REGULAR)
        .window(candela_ui::platform::window_settings("candela-gallery", SIZE, LEAST));
    for file in font::FILES {
        application = application.font(file);
    }
    match application.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("candela-gallery: {error}"), 1),
    }
}

/// Reads the look from the arguments; `None` where one names nothing.
fn look(arguments: &[OsString]) -> Option<Look> {
    let (mut mode, mut contrast, mut direction, mut accent) =
        (Mode::Light, Contrast::Normal, Direction::LeftToRight, Accent::Dusk);
    for argument in arguments {
        match argument.to_str()? {
            "light" => mode = Mode::Light,
            "dark" => mode = Mode::Dark,
            "contrast" => (mode, contrast) = (Mode::Dark, Contrast::More),
            "contrast-light" => (mode, contrast) = (Mode::Light, Contrast::More),
            "rtl" => direction = Direction::RightToLeft,
            name => accent = Accent::by_name(name)?,
        }
    }
    Some(Look::new(mode, contrast, accent).with_direction(direction))
}

#[expect(clippy::print_stderr, reason = "this is the command line of the gallery")]
fn complain(text: &str, status: u8) -> ExitCode {
    eprintln!("{text}");
    ExitCode::from(status)
}
