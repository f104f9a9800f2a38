//! Opens the window.

use crate::app::{App, Message, Subject};
use crate::task::Worker;
use crate::{notice, subscription, ui, window};

use candela_open_core::Choices;
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_ui::settings::Settings;
use candela_ui::{Element, Theme, display, font};

use iced::Task;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The application and what its work is done with.
struct Program {
    app: App,
    worker: Worker,
}

/// Asks which application is to open something, and has it do so; whether it did.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(subject: Subject, choices: Choices, is_dry: bool) -> Result<bool, String> {
    let terminal = Words::from_environment("open", Medium::Terminal);
    let _name = display::find().map_err(|missing| missing.say(&terminal))?;
    let (settings, wrong) = Settings::read(&Directories::from_environment());
    wrong.iter().for_each(|error| crate::cli::warn(&notice::look(&terminal, error)));
    let is_done = Arc::new(AtomicBool::new(false));
    let worker = Worker { is_dry, is_done: Arc::clone(&is_done) };
    let boot = move || {
        let words = Words::from_environment("open", Medium::Window);
        let (app, action) = App::new(words, settings, subject.clone(), choices.clone());
        let task = worker.perform(&app, action);
        (Program { app, worker: worker.clone() }, task)
    };
    let mut application = iced::application(boot, update, view)
        .title(|program: &Program| tr!(program.app.words, "open-title"))
        .theme(|program: &Program| Theme::new(program.app.look))
        .subscription(|_: &Program| subscription::all())
        .default_font(font::REGULAR)
        .exit_on_close_request(false)
        .window(window::settings());
    for file in font::FILES {
        application = application.font(file);
    }
    application.run().map_err(|error| tr!(terminal, "shared-display-failed", detail = error.to_string()))?;
    Ok(is_done.load(Ordering::Relaxed))
}

fn update(program: &mut Program, message: Message) -> Task<Message> {
    let action = program.app.update(message);
    program.worker.perform(&program.app, action)
}

fn view(program: &Program) -> Element<'_, Message> {
    ui::view(&program.app)
}
