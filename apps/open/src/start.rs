//! Opens the windows: the choice of an application, the question about what nobody vouches for, and what went wrong.

use crate::app::{App, Message, Subject};
use crate::ask::{self, Ask};
use crate::task::Worker;
use crate::trouble::{self, Told, Trouble, Way};
use crate::{subscription, ui, window};

use candela_open_core::{Answer, Choices, Untrusted};
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_ui::program::{self, Program};
use candela_ui::{Element, Look, display};

use iced::widget::operation;
use iced::{Subscription, Task};

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Whether there is a display to show a window on.
pub fn has_display() -> bool {
    display::find().is_ok()
}

/// Asks which application is to open something, and has it do so; whether it did. What cannot be said in a window is said
/// with the words `terminal`.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(terminal: &Words, subject: Subject, choices: Choices, is_dry: bool) -> Result<bool, String> {
    let settings = program::settings_on_display(terminal, crate::cli::warn)?;
    let is_done = Arc::new(AtomicBool::new(false));
    let worker = Worker { is_dry, is_done: Arc::clone(&is_done) };
    let words = terminal.in_medium(Medium::Window);
    program::open(terminal, window::settings(window::SIZE), move || {
        let (app, action) = App::new(words, settings, subject, choices);
        let task = worker.perform(&app, action);
        (Choice { app, worker }, task)
    })?;
    Ok(is_done.load(Ordering::Relaxed))
}

/// Asks about desktop entries that nobody vouches for, one at least; an answer for each.
///
/// # Errors
/// As [`start`].
pub fn ask(terminal: &Words, entries: Vec<Untrusted>) -> Result<Vec<Answer>, String> {
    let settings = program::settings_on_display(terminal, crate::cli::warn)?;
    let answer = Kept::new(vec![Answer::Leave; entries.len()]);
    let answers = answer.clone();
    let size = window::question(settings.text_scale.unwrap_or(1.0));
    let words = terminal.in_medium(Medium::Window);
    program::open(terminal, window::settings(size), move || {
        (Question { ask: Ask::new(words, settings, entries), answers }, Task::none())
    })?;
    Ok(answer.get())
}

/// Tells what could not be opened, one thing at least; what the user wants next.
///
/// # Errors
/// As [`start`].
pub fn tell(terminal: &Words, troubles: Vec<Trouble>) -> Result<Way, String> {
    let settings = program::settings_on_display(terminal, crate::cli::warn)?;
    let way = Kept::new(Way::Close);
    let kept = way.clone();
    let size = window::trouble(settings.text_scale.unwrap_or(1.0));
    let words = terminal.in_medium(Medium::Window);
    program::open(terminal, window::settings(size), move || {
        (Tale { told: Told::new(words, settings, troubles), way: kept }, Task::none())
    })?;
    Ok(way.get())
}

/// What a window leaves behind when it is gone.
#[derive(Debug, Clone)]
struct Kept<T>(Arc<Mutex<T>>);

impl<T: Clone> Kept<T> {
    fn new(value: T) -> Self {
        Self(Arc::new(Mutex::new(value)))
    }

    fn put(&self, value: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = value;
    }

    fn get(&self) -> T {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The choice and what its work is done with.
struct Choice {
    app: App,
    worker: Worker,
}

impl Program for Choice {
    type Message = Message;

    fn title(&self) -> String {
        tr!(self.app.words, "open-title")
    }

    fn look(&self) -> Look {
        self.app.look
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = self.app.update(message);
        self.worker.perform(&self.app, action)
    }

    fn view(&self) -> Element<'_, Message> {
        ui::view(&self.app)
    }

    fn subscription(&self) -> Subscription<Message> {
        subscription::all()
    }
}

/// The question and where its answers go.
struct Question {
    ask: Ask,
    answers: Kept<Vec<Answer>>,
}

impl Program for Question {
    type Message = ask::Message;

    fn title(&self) -> String {
        tr!(self.ask.words, "open-ask-window")
    }

    fn look(&self) -> Look {
        self.ask.look
    }

    fn update(&mut self, message: ask::Message) -> Task<ask::Message> {
        match self.ask.update(message) {
            ask::Action::None => Task::none(),
            ask::Action::FocusCancel => operation::focus(ui::ask::CANCEL),
            ask::Action::End(answers) => {
                self.answers.put(answers);
                iced::exit()
            }
        }
    }

    fn view(&self) -> Element<'_, ask::Message> {
        ui::ask::view(&self.ask)
    }

    fn subscription(&self) -> Subscription<ask::Message> {
        subscription::of_question()
    }
}

/// What went wrong, and where the user goes from there.
struct Tale {
    told: Told,
    way: Kept<Way>,
}

impl Program for Tale {
    type Message = trouble::Message;

    fn title(&self) -> String {
        tr!(self.told.words, "open-trouble-window")
    }

    fn look(&self) -> Look {
        self.told.look
    }

    fn update(&mut self, message: trouble::Message) -> Task<trouble::Message> {
        match self.told.update(message) {
            trouble::Action::None => Task::none(),
            trouble::Action::FocusFirst => operation::focus(ui::trouble::FIRST),
            trouble::Action::End(way) => {
                self.way.put(way);
                iced::exit()
            }
        }
    }

    fn view(&self) -> Element<'_, trouble::Message> {
        ui::trouble::view(&self.told)
    }

    fn subscription(&self) -> Subscription<trouble::Message> {
        subscription::of_trouble()
    }
}
