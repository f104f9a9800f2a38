//! The window of a program: what all of them do alike when they open it.

use crate::settings::Settings;
use crate::{Element, Look, Theme, display, font};
use candela_shared::Directories;
use candela_shared::i18n::Words;
use candela_shared::registry::launch::Request;
use candela_shared::registry::{Context, startup};
use candela_shared::tr;
use iced::{Subscription, Task, window};
use std::cell::RefCell;
use std::fmt::Debug;

/// A program with one window: its state, and how that meets the world.
pub trait Program: Sized + 'static {
    /// What happens to it.
    type Message: Debug + Send + 'static;

    /// What stands in the title bar.
    fn title(&self) -> String;
    /// What it looks like.
    fn look(&self) -> Look;
    /// Takes in what happened; does what follows from it.
    fn update(&mut self, message: Self::Message) -> Task<Self::Message>;
    /// What the window shows.
    fn view(&self) -> Element<'_, Self::Message>;
    /// What is listened to.
    fn subscription(&self) -> Subscription<Self::Message>;
}

/// The look that the user chose; what is wrong with it is told, a line each, and costs only itself. Blocks.
pub fn settings(words: &Words, warn: impl Fn(&str)) -> Settings {
    let (settings, wrong) = Settings::read(&Directories::from_environment());
    wrong.iter().for_each(|error| warn(&error.say(words)));
    settings
}

/// As [`settings`], where there is a display to open a window on.
///
/// # Errors
/// A line for the user where there is none, or it does not answer.
pub fn settings_on_display(words: &Words, warn: impl Fn(&str)) -> Result<Settings, String> {
    let _name = display::find().map_err(|missing| missing.say(words))?;
    Ok(settings(words, warn))
}

/// Opens the window of a program and stays until it is closed. Once in the life of a process: the system's event loop
/// cannot be made again.
///
/// # Errors
/// A line for the user where the window cannot be shown.
pub fn open<P: Program>(
    words: &Words,
    window: window::Settings,
    begin: impl FnOnce() -> (P, Task<P::Message>) + 'static,
) -> Result<(), String> {
    // iced may boot more than once in its development tools; here it does so once, and takes what was prepared.
    let prepared = RefCell::new(Some(begin));
    let boot = move || {
        let begin = prepared.take().expect("a window is begun once");
        start_is_over();
        begin()
    };
    let mut application = iced::application(boot, P::update, P::view)
        .title(P::title)
        .theme(|program: &P| Theme::new(program.look()))
        .subscription(P::subscription)
        .default_font(font::REGULAR)
        .window(window);
    for file in font::FILES {
        application = application.font(file);
    }
    application.run().map_err(|error| tr!(words, "shared-display-failed", detail = error.to_string()))
}

/// Tells the display that the start it was told of when this program was started has come to its window.
fn start_is_over() {
    let told = Request::inherited(|name| std::env::var_os(name)).startup_id.zip(Context::from_environment().display);
    if let Some((token, display)) = told {
        // The first frame does not wait for the display; where there is no thread, a panel waits a little longer.
        let _thread = std::thread::Builder::new().name("started".into()).spawn(move || startup::end(&display, &token));
    }
}
