//! Opens the window.

use crate::app::{App, Message, Opening, Subject};
use crate::task::Worker;
use crate::{notice, subscription, ui, window};

use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_shutdown_core::Root;
use candela_shutdown_core::circumstances::Session;
use candela_shutdown_core::decide::status;
use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::system::prompter::{Listener, Prompter};
use candela_ui::settings::Settings;
use candela_ui::{Element, Theme, font};

use iced::{Subscription, Task};

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// The session manager that ends a session of our own in order, and the desktop it belongs to.
const MANAGER: (&str, &str) = ("candela-session", "Candela");

/// The application and what its work is done with.
struct Program {
    app: App,
    worker: Worker,
    listener: Option<Arc<Listener>>,
}

/// Shows the dialog and stays until it is answered; returns the exit status.
///
/// # Errors
/// What iced says, where the window cannot be shown.
pub fn start(machine: Machine, subject: Subject, is_dry: bool, held: Option<&Prompter>) -> Result<u8, String> {
    let (look, wrong) = Settings::read(&Directories::from_environment());
    let terminal = Words::from_environment("shutdown", Medium::Terminal);
    wrong.iter().for_each(|error| crate::cli::warn(&notice::look(&terminal, error)));
    let session = session(&machine.root);
    // A window that is closed by force is no answer: the computer stays on.
    let status = Arc::new(AtomicU8::new(status::CANCELLED));
    let listener = held.and_then(Prompter::listen).map(Arc::new);
    let is_session = subject == Subject::Session;
    let settings = machine.settings.clone();
    let worker = Worker { machine, session: session.clone(), is_dry, status: Arc::clone(&status) };
    let boot = move || {
        let words = Words::from_environment("shutdown", Medium::Window);
        let (session, user) = (session.clone(), std::env::var("USER").ok());
        let (app, action) =
            App::new(Opening { words, look, settings: settings.clone(), session, user, subject: subject.clone() });
        let task = worker.perform(action);
        (Program { app, worker: worker.clone(), listener: listener.clone() }, task)
    };
    let mut application = iced::application(boot, update, view)
        .title(|program: &Program| tr!(program.app.words, "shutdown-window"))
        .theme(|program: &Program| Theme::new(program.app.look))
        .subscription(subscription)
        .default_font(font::REGULAR)
        .exit_on_close_request(false)
        .window(window::settings(is_session));
    for file in font::FILES {
        application = application.font(file);
    }
    application.run().map_err(|error| error.to_string())?;
    Ok(status.load(Ordering::Relaxed))
}

/// The session we are in, as the environment tells. That of a tree which is not this system's has no manager: what is
/// tried out there closes nobody's windows.
pub fn session(root: &Root) -> Session {
    let desktops = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    let is_ours = desktops.split(':').any(|desktop| desktop.eq_ignore_ascii_case(MANAGER.1));
    let beside = std::env::current_exe().ok().and_then(|path| Some(path.parent()?.join(MANAGER.0)));
    let manager: Option<PathBuf> = beside.filter(|path| is_ours && root.is_system() && path.is_file());
    let process = std::process::id();
    Session { process, id: std::env::var("XDG_SESSION_ID").ok().filter(|id| !id.is_empty()), manager }
}

fn update(program: &mut Program, message: Message) -> Task<Message> {
    let action = program.app.update(message);
    program.worker.perform(action)
}

fn view(program: &Program) -> Element<'_, Message> {
    ui::view(&program.app)
}

fn subscription(program: &Program) -> Subscription<Message> {
    subscription::all(&program.app, &program.worker, program.listener.as_ref())
}
