//! Opens the window.

use crate::app::{App, Message, Start};
use crate::{notice, subscription, task, ui, window, wording};

use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_ui::settings::Settings;
use candela_ui::{Element, Theme, display, font};

use iced::{Subscription, Task};

use std::cell::RefCell;

/// Shows folders in a window, and stays until it is closed.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(start: Start) -> Result<(), String> {
    let terminal = Words::from_environment("files", Medium::Terminal);
    let _name = display::find().map_err(|missing| missing.say(&terminal))?;
    let (settings, wrong) = Settings::read(&Directories::from_environment());
    wrong.iter().for_each(|error| crate::cli::warn(&notice::settings(&terminal, error)));
    run(settings, start).map_err(|error| tr!(terminal, "shared-display-failed", detail = error.to_string()))
}

fn run(settings: Settings, start: Start) -> iced::Result {
    // iced may boot more than once in its development tools; here it does so once, and takes what was prepared.
    let prepared = RefCell::new(start);
    let boot = move || {
        let words = Words::from_environment("files", Medium::Window);
        let (app, action) = App::new(words, settings, prepared.take(), wording::now());
        let task = task::perform(&app, action);
        (app, task)
    };
    let mut application = iced::application(boot, update, view)
        .title(ui::title)
        .theme(|app: &App| Theme::new(app.look))
        .subscription(subscriptions)
        .default_font(font::REGULAR)
        .window(window::settings());
    for file in font::FILES {
        application = application.font(file);
    }
    application.run()
}

fn update(app: &mut App, message: Message) -> Task<Message> {
    let action = app.update(message);
    task::perform(app, action)
}

fn view(app: &App) -> Element<'_, Message> {
    ui::view(app)
}

fn subscriptions(app: &App) -> Subscription<Message> {
    subscription::all(app)
}
