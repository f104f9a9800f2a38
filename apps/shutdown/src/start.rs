//! Opens the window.

use crate::app::{App, Message, Opening, Subject};
use crate::task::Worker;
use crate::{subscription, ui, window};

use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_shutdown_core::Root;
use candela_shutdown_core::circumstances::Session;
use candela_shutdown_core::decide::status;
use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::system::prompter::{Listener, Prompter};
use candela_ui::{Element, Look, program};

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

/// Shows the dialog and stays until it is answered; returns the exit status. What cannot be said in a window is said with the
/// words `terminal`.
///
/// # Errors
/// A line for the user, in their language, where the window cannot be shown.
pub fn start(
    terminal: &Words,
    machine: Machine,
    subject: Subject,
    is_dry: bool,
    held: Option<&Prompter>,
) -> Result<u8, String> {
    let look = program::settings(terminal, crate::cli::warn);
    let session = session(&machine.root);
    // A window that is closed by force is no answer: the computer stays on.
    let status = Arc::new(AtomicU8::new(status::CANCELLED));
    let listener = held.and_then(Prompter::listen).map(Arc::new);
    let is_session = subject == Subject::Session;
    let settings = machine.settings.clone();
    let worker = Worker { machine, session: session.clone(), is_dry, status: Arc::clone(&status) };
    let window = iced::window::Settings { exit_on_close_request: false, ..window::settings(is_session) };
    let words = terminal.in_medium(Medium::Window);
    program::open(terminal, window, move || {
        let (app, action) =
            App::new(Opening { words, look, settings, session, user: std::env::var("USER").ok(), subject });
        let task = worker.perform(action);
        (Program { app, worker, listener }, task)
    })?;
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

impl program::Program for Program {
    type Message = Message;

    fn title(&self) -> String {
        tr!(self.app.words, "shutdown-window")
    }

    fn look(&self) -> Look {
        self.app.look
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = self.app.update(message);
        self.worker.perform(action)
    }

    fn view(&self) -> Element<'_, Message> {
        ui::view(&self.app)
    }

    fn subscription(&self) -> Subscription<Message> {
        subscription::all(&self.app, &self.worker, self.listener.as_ref())
    }
}
