//! The only place that starts work: carries out an [`Action`] off the thread of the window.

use crate::app::{Action, App, HITS, Message};
use crate::notice::Failure;
use crate::ui::{LIST, QUERY};
use crate::{icons, window as place};

use candela_launcher_core::provider::{self, Deed, Providers};
use candela_launcher_core::system::{companion, history};
use candela_launcher_core::{Catalogue, History, Kind};
use candela_shared::Directories;
use candela_shared::registry::exec;
use candela_shared::registry::launch::{self, Request, Started};
use candela_shared::registry::{Context, Index};
use candela_ui::tokens::time::PATIENCE;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::widget::operation::{self, AbsoluteOffset};
use iced::{Task, window};

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, SystemTime};

/// Carries out what an update asked for.
pub fn perform(app: &App, action: Action) -> Task<Message> {
    match action {
        Action::None => Task::none(),
        Action::All(actions) => Task::batch(actions.into_iter().map(|action| perform(app, action))),
        Action::ReadCatalogue => {
            let language = app.words.language();
            on_thread(move |sender| read_catalogue(&language, &sender))
        }
        Action::Search(query) => Task::batch([ask_providers(app, query.clone()), search(app, query)]),
        Action::Launch { entry, kind } => launch(app, entry, kind, Place::AsItIs),
        Action::LaunchInTerminal(entry) => launch(app, entry, Kind::Application, Place::Terminal),
        Action::ShowFile(path) => show_file(path),
        Action::Do { name, deed } => carry_out(name, deed),
        Action::Copy(text) => iced::clipboard::write(text),
        Action::Forget(id) => on_thread(move |sender| keep(&sender, |history| history.forget(&id))),
        Action::ReadIcons { entries, side } => read_icons(app, entries, side),
        Action::Scroll(y) => operation::scroll_to(LIST, AbsoluteOffset { x: None, y: Some(y) }),
        Action::FocusQuery => operation::focus(QUERY),
        Action::Fit(id) => fit(id),
        Action::Hide(id) => window::set_mode(id, window::Mode::Hidden),
        Action::Show(id) => Task::batch([window::set_mode(id, window::Mode::Windowed), window::gain_focus(id)]),
        Action::Quit => iced::exit(),
    }
}

/// Runs blocking work on a thread of its own; what it sends arrives as messages.
fn on_thread(work: impl FnOnce(UnboundedSender<Message>) + Send + 'static) -> Task<Message> {
    let (sender, receiver): (_, UnboundedReceiver<Message>) = unbounded();
    let spawned = std::thread::Builder::new().name("work".into()).spawn(move || work(sender));
    // Without a thread the sender is gone, and the stream ends at once.
    drop(spawned);
    Task::stream(receiver)
}

/// Says something, unless the window is gone.
fn send(sender: &UnboundedSender<Message>, message: Message) {
    let _is_gone = sender.unbounded_send(message);
}

fn read_catalogue(language: &str, sender: &UnboundedSender<Message>) {
    send(sender, Message::HistoryRead(history::read(&Directories::from_environment())));
    let (done, wait) = channel();
    std::thread::scope(|scope| {
        let _reader = scope.spawn(move || {
            let index = Index::open(&Context::from_environment(), SystemTime::now());
            let _is_gone = done.send(Arc::new(Catalogue::new(Arc::new(index), language)));
        });
        let mut found = wait.recv_timeout(Duration::from_millis(PATIENCE));
        if matches!(found, Err(RecvTimeoutError::Timeout)) {
            send(sender, Message::LoadingLasts);
            found = wait.recv().map_err(Into::into);
        }
        if let Ok(catalogue) = found {
            send(sender, Message::CatalogueRead(catalogue));
        }
    });
}

fn search(app: &App, query: String) -> Task<Message> {
    let Some(catalogue) = app.catalogue().cloned() else {
        return Task::none();
    };
    let history = Arc::clone(&app.history);
    Task::perform(
        async move {
            let hits = catalogue.search_with(&query, HITS, &history, now());
            Message::Searched { query, catalogue, hits }
        },
        |answer| answer,
    )
}

/// Asks the providers in place of the query before; their threads begin with the first one.
fn ask_providers(app: &App, query: String) -> Task<Message> {
    let (sender, receiver) = unbounded();
    let providers = app.providers.get_or_init(|| {
        let context = Context::from_environment();
        Providers::start(provider::all(context.directories, context.path, &app.words.language()))
    });
    let asked = query.clone();
    providers.ask(&asked, move |findings, left| {
        send(&sender, Message::Found { query: query.clone(), findings, left });
    });
    Task::stream(receiver)
}

/// Where an application shows itself.
#[derive(Clone, Copy)]
enum Place {
    AsItIs,
    Terminal,
}

fn launch(app: &App, entry: usize, kind: Kind, place: Place) -> Task<Message> {
    let Some(catalogue) = app.catalogue().cloned() else {
        return Task::none();
    };
    let query = app.query.clone();
    on_thread(move |sender| {
        let name = catalogue.entry(entry).display_name().to_owned();
        let started = start(&catalogue, entry, kind, place);
        if started.is_ok() {
            let id = catalogue.id(entry, kind);
            keep(&sender, |history| history.record(&query, &id, now()));
        }
        follow(&sender, name, started);
    })
}

/// Tells whether something was started, and later whether it lived.
fn follow(sender: &UnboundedSender<Message>, name: String, started: Result<Vec<Started>, Failure>) {
    match started {
        Ok(started) => {
            send(sender, Message::Started { name: name.clone(), outcome: Ok(()) });
            let outcome = started.iter().find_map(Started::early_failure).map_or(Ok(()), |end| Err(end.into()));
            send(sender, Message::Settled { name, outcome });
        }
        Err(failure) => send(sender, Message::Started { name, outcome: Err(failure) }),
    }
}

/// Changes the history and keeps it. A user without a home has none, and needs no telling at every start.
fn keep(sender: &UnboundedSender<Message>, change: impl FnOnce(&mut History)) {
    match history::change(&Directories::from_environment(), change) {
        Err(history::Error::NoFolder) => {}
        outcome => send(sender, Message::HistoryRead(outcome)),
    }
}

/// Seconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

fn show_file(path: PathBuf) -> Task<Message> {
    let name = path.to_string_lossy().into_owned();
    let arguments = companion::command("files").into_iter().chain(["--select".into(), path.into_os_string()]).collect();
    run(name, arguments)
}

fn carry_out(name: String, deed: Deed) -> Task<Message> {
    match deed {
        Deed::Copy(text) => iced::clipboard::write(text),
        Deed::Open(path) => {
            let arguments = companion::command("open").into_iter().chain(["--".into(), path.into_os_string()]);
            run(name, arguments.collect())
        }
        Deed::Run(arguments) => run(name, arguments),
    }
}

/// Runs a command that is no application's.
fn run(name: String, arguments: Vec<OsString>) -> Task<Message> {
    on_thread(move |sender| {
        let command = exec::Launch { arguments, ..exec::Launch::default() };
        let started = launch::start(&command, &Context::from_environment(), &Request::default());
        follow(&sender, name, started.map(|started| vec![started]).map_err(Failure::from));
    })
}

fn start(catalogue: &Catalogue, position: usize, kind: Kind, place: Place) -> Result<Vec<Started>, Failure> {
    let mut entry = catalogue.entry(position).clone();
    entry.is_terminal |= matches!(place, Place::Terminal);
    let action = match kind {
        Kind::Application => None,
        Kind::Action(at) => Some(&*entry.actions[at].id),
    };
    let context = Context::from_environment();
    let launches = exec::expand(&entry, action, &[], &context)?;
    let request = Request { id: Some(entry.id.to_string()), ..Request::default() };
    launches.iter().map(|one| launch::start(one, &context, &request).map_err(Failure::from)).collect()
}

fn read_icons(app: &App, entries: Vec<usize>, side: u32) -> Task<Message> {
    let Some(catalogue) = app.catalogue().cloned() else {
        return Task::none();
    };
    let (theme, scale) = (app.icons.theme(), app.scale);
    on_thread(move |sender| {
        for entry in entries {
            let picture = icons::read(&theme, catalogue.entry(entry), side, scale);
            send(&sender, Message::IconRead { entry, side, picture });
        }
    })
}

/// Makes the window no larger than the screen it will be on, puts it in its place there, and shows it.
fn fit(id: window::Id) -> Task<Message> {
    window::monitor_size(id).then(move |screen| {
        let screen = screen.unwrap_or(place::SIZE);
        let size = place::fitting(screen);
        let moved = if size == place::SIZE {
            Task::none()
        } else {
            Task::batch([window::resize(id, size), window::move_to(id, place::position(size, screen))])
        };
        moved.chain(window::set_mode(id, window::Mode::Windowed))
    })
}
