//! Opens the window, or asks the launcher that has one already.

use crate::app::{Action, App, Beginning, Message};
use crate::{notice, session, subscription, task, ui, window};

use candela_launcher_core::system::instance::{self, Claim, Listener, Request};
use candela_launcher_core::system::{gpu, settings as kept};
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_ui::settings::Settings;
use candela_ui::{Element, Theme, display, font};

use iced::{Subscription, Task};

use std::sync::Arc;

/// The application and what lives beside its state.
struct Program {
    app: App,
    listener: Option<Arc<Listener>>,
}

/// Shows the launcher: opens its window and stays until it is closed, or asks a running one and returns.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(request: Request) -> Result<(), String> {
    let directories = Directories::from_environment();
    let words = Words::from_environment("launcher", Medium::Window);
    let terminal = Words::from_environment("launcher", Medium::Terminal);
    let display = display::find().map_err(|missing| missing.say(&terminal))?;
    let listener = match instance::claim(&directories, &display, request) {
        Ok(Claim::Running) => return Ok(()),
        Ok(Claim::First(listener)) => Some(Arc::new(listener)),
        // Without a place for the lock, or beside one that hangs, it opens as one of several.
        Err(_) => None,
    };
    run(words, &directories, listener, request == Request::Toggle)
        .map_err(|error| tr!(terminal, "shared-display-failed", detail = error.to_string()))
}

fn run(words: Words, directories: &Directories, listener: Option<Arc<Listener>>, is_resident: bool) -> iced::Result {
    let (look, wrong) = Settings::read(directories);
    let terminal = Words::from_environment("launcher", Medium::Terminal);
    wrong.iter().for_each(|error| crate::cli::warn(&notice::settings(&terminal, error)));
    let settings = kept::read(directories);
    let beginning = Beginning {
        look,
        folders: directories.all_data().into_iter().map(|data| data.join("applications")).collect(),
        session: session::steps(&words),
        is_resident,
        has_other_gpu: gpu::is_there_another(),
    };
    // iced may boot more than once in its development tools; here it does so once, and takes what was prepared.
    let prepared = std::cell::RefCell::new(Some((words, listener)));
    let title = move |program: &Program| tr!(program.app.words, "launcher-title");
    let boot = move || {
        let (words, listener) =
            prepared.take().unwrap_or_else(|| (Words::from_environment("launcher", Medium::Window), None));
        let (mut app, action) = App::new(words, settings.clone().unwrap_or_default(), beginning.clone());
        // What is wrong with the settings is told in the window, and costs only itself.
        let told = settings.clone().err().map_or(Action::None, |error| app.update(Message::SettingsRead(Err(error))));
        let task = task::perform(&app, Action::All(vec![action, told]));
        (Program { app, listener }, task)
    };
    let mut application = iced::application(boot, update, view)
        .title(title)
        .theme(|program: &Program| Theme::new(program.app.look))
        .subscription(subscription)
        .default_font(font::REGULAR)
        .window(window::settings());
    for file in font::FILES {
        application = application.font(file);
    }
    application.run()
}

fn update(program: &mut Program, message: Message) -> Task<Message> {
    let action = program.app.update(message);
    task::perform(&program.app, action)
}

fn view(program: &Program) -> Element<'_, Message> {
    ui::view(&program.app)
}

fn subscription(program: &Program) -> Subscription<Message> {
    subscription::all(&program.app, program.listener.as_ref())
}
