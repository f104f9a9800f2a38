//! Opens the windows: the choice of an application, and the question about what nobody vouches for.

use crate::app::{App, Message, Subject};
use crate::ask::{self, Ask};
use crate::task::Worker;
use crate::{notice, subscription, ui, window};

use candela_open_core::{Answer, Choices, Untrusted};
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_ui::settings::Settings;
use candela_ui::{Element, Theme, display, font};

use iced::widget::operation;
use iced::{Application, Task};

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The application and what its work is done with.
struct Program {
    app: App,
    worker: Worker,
}

/// The question and where its answers go.
struct Question {
    ask: Ask,
    answers: Arc<Mutex<Vec<Answer>>>,
}

/// Whether there is a display to show a window on.
pub fn has_display() -> bool {
    display::find().is_ok()
}

/// Asks which application is to open something, and has it do so; whether it did.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(subject: Subject, choices: Choices, is_dry: bool) -> Result<bool, String> {
    let settings = settings()?;
    let is_done = Arc::new(AtomicBool::new(false));
    let worker = Worker { is_dry, is_done: Arc::clone(&is_done) };
    let boot = move || {
        let words = Words::from_environment("open", Medium::Window);
        let (app, action) = App::new(words, settings, subject.clone(), choices.clone());
        let task = worker.perform(&app, action);
        (Program { app, worker: worker.clone() }, task)
    };
    let application = iced::application(boot, update, view)
        .title(|program: &Program| tr!(program.app.words, "open-title"))
        .theme(|program: &Program| Theme::new(program.app.look))
        .subscription(|_: &Program| subscription::all())
        .window(window::settings(window::SIZE));
    run(application)?;
    Ok(is_done.load(Ordering::Relaxed))
}

/// Asks about desktop entries that nobody vouches for, one at least; an answer for each.
///
/// # Errors
/// As [`start`].
pub fn ask(entries: Vec<Untrusted>) -> Result<Vec<Answer>, String> {
    let settings = settings()?;
    let answers = Arc::new(Mutex::new(vec![Answer::Leave; entries.len()]));
    let kept = Arc::clone(&answers);
    let boot = move || {
        let words = Words::from_environment("open", Medium::Window);
        Question { ask: Ask::new(words, settings, entries.clone()), answers: Arc::clone(&kept) }
    };
    let application = iced::application(boot, update_question, view_question)
        .title(|question: &Question| tr!(question.ask.words, "open-ask-window"))
        .theme(|question: &Question| Theme::new(question.ask.look))
        .subscription(|_: &Question| subscription::of_question())
        .window(window::settings(window::question(settings.text_scale.unwrap_or(1.0))));
    run(application)?;
    let answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(answers.clone())
}

/// The look that the user chose; what is wrong with it is told and costs only itself.
fn settings() -> Result<Settings, String> {
    let words = Words::from_environment("open", Medium::Terminal);
    let _name = display::find().map_err(|missing| missing.say(&words))?;
    let (settings, wrong) = Settings::read(&Directories::from_environment());
    wrong.iter().for_each(|error| crate::cli::warn(&notice::look(&words, error)));
    Ok(settings)
}

fn run<P: iced::Program + 'static>(application: Application<P>) -> Result<(), String> {
    let mut application = application.default_font(font::REGULAR).exit_on_close_request(false);
    for file in font::FILES {
        application = application.font(file);
    }
    let words = || Words::from_environment("open", Medium::Terminal);
    application.run().map_err(|error| tr!(words(), "shared-display-failed", detail = error.to_string()))
}

fn update(program: &mut Program, message: Message) -> Task<Message> {
    let action = program.app.update(message);
    program.worker.perform(&program.app, action)
}

fn view(program: &Program) -> Element<'_, Message> {
    ui::view(&program.app)
}

fn view_question(question: &Question) -> Element<'_, ask::Message> {
    ui::ask::view(&question.ask)
}

fn update_question(question: &mut Question, message: ask::Message) -> Task<ask::Message> {
    match question.ask.update(message) {
        ask::Action::None => Task::none(),
        ask::Action::FocusCancel => operation::focus(ui::ask::CANCEL),
        ask::Action::End(answers) => {
            *question.answers.lock().unwrap_or_else(PoisonError::into_inner) = answers;
            iced::exit()
        }
    }
}
