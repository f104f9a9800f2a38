//! Opens the window, or asks the launcher that has one already.

use crate::app::{Action, App, Beginning, Message};
use crate::stage::Stage;
use crate::{session, subscription, task, ui, window};

use candela_launcher_core::system::instance::{self, Claim, Listener, Request};
use candela_launcher_core::system::{gpu, settings as kept};
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::platform::share_memory;
use candela_shared::registry::Context;
use candela_shared::tr;
use candela_ui::program::layer;
use candela_ui::scene::Scene;
use candela_ui::{Element, Look, display, program};

use iced::{Subscription, Task};

use std::sync::Arc;

/// The application and what lives beside its state.
struct Program {
    app: App,
    listener: Option<Arc<Listener>>,
}

/// Shows the launcher: opens its window and stays until it is closed, or asks a running one and returns. What cannot be
/// said in a window is said with the words `terminal`.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(terminal: &Words, request: Request) -> Result<(), String> {
    share_memory();
    let directories = Directories::from_environment();
    let display = display::find().map_err(|missing| missing.say(terminal))?;
    let listener = match instance::claim(&directories, &display, request) {
        Ok(Claim::Running) => return Ok(()),
        Ok(Claim::First(listener)) => Some(Arc::new(listener)),
        // Without a place for the lock, or beside one that hangs, it opens as one of several.
        Err(_) => None,
    };
    run(terminal, &directories, listener, request == Request::Toggle)
}

fn run(
    terminal: &Words,
    directories: &Directories,
    listener: Option<Arc<Listener>>,
    is_resident: bool,
) -> Result<(), String> {
    let words = terminal.in_medium(Medium::Window);
    let settings = kept::read(directories);
    let shell = layer::Shell::find();
    let beginning = Beginning {
        look: program::settings(terminal, crate::cli::warn),
        folders: directories.all_data().into_iter().map(|data| data.join("applications")).collect(),
        session: session::steps(&words),
        is_resident,
        has_other_gpu: gpu::is_there_another(),
        stage: match &shell {
            Some(shell) => Stage::Layer(shell.clipboard()),
            None if Context::from_environment().compositor.is_some() => Stage::Fleeting,
            None => Stage::Window,
        },
    };
    let begin = move || {
        let (settings, wrong) = match settings {
            Ok(settings) => (settings, None),
            Err(error) => (Default::default(), Some(error)),
        };
        let (mut app, action) = App::new(words, settings, beginning);
        // What is wrong with the settings is told in the window, and costs only itself.
        let told = wrong.map_or(Action::None, |error| app.update(Message::SettingsRead(Err(error))));
        let task = task::perform(&app, Action::All(vec![action, told]));
        (Program { app, listener }, task)
    };
    match shell {
        Some(shell) => layer::open(terminal, shell, window::PLACE, begin),
        None => program::open(terminal, window::settings(), begin),
    }
}

impl program::Program for Program {
    type Message = Message;

    fn title(&self) -> String {
        tr!(self.app.words, "launcher-title")
    }

    fn look(&self) -> Look {
        self.app.look
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = self.app.update(message);
        task::perform(&self.app, action)
    }

    fn scaled(&mut self, scale: f32) -> Task<Message> {
        self.update(Message::Rescaled(scale))
    }

    fn is_seen(&self) -> bool {
        self.app.is_seen()
    }

    fn view(&self) -> Element<'_, Message> {
        ui::view(&self.app)
    }

    fn subscription(&self) -> Subscription<Message> {
        subscription::all(&self.app, self.listener.as_ref())
    }

    fn scene(&self) -> Scene {
        self.app.scene()
    }
}
