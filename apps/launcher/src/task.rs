//! The only place that starts work: carries out an [`Action`] off the thread of the window.

use crate::app::{Action, App, HITS, Message, Way, Wish};
use crate::icons;
use crate::notice::{Again, Failure};
use crate::ui::{ALIAS, LIST, PAGE, QUERY};

use candela_launcher_core::provider::{self, Deed, Providers, Surroundings};
use candela_launcher_core::settings::Change;
use candela_launcher_core::system::companion::{self, Companion};
use candela_launcher_core::system::display::Display;
use candela_launcher_core::system::{entry as own, gpu, history, settings};
use candela_launcher_core::{Catalogue, History, Kind};
use candela_shared::Directories;
use candela_shared::platform::give_back_memory;
use candela_shared::registry::launch::{self, Request, Started};
use candela_shared::registry::start as starting;
use candela_shared::registry::{Context, Entry, Index, exec, explain, terminal};
use candela_ui::tokens::time::PATIENCE;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::Task;
use iced::widget::operation::{self, AbsoluteOffset};

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, SystemTime};

/// How many of the files used last are shown.
const RECENT: usize = 3;
/// What can be done with the session is asked for so long.
const STEPS: Duration = Duration::from_secs(10);

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
        Action::ReadRecent => on_thread(|sender| {
            let recent = provider::recent(&Directories::from_environment(), RECENT);
            send(&sender, Message::RecentRead(recent));
        }),
        Action::ReadSteps => on_thread(|sender| {
            // Where nobody says, all of them are offered: what cannot be done is told when it is chosen.
            let asked = Companion::start("shutdown", &["--list-deeds"]).and_then(|asked| asked.all(STEPS));
            if let Ok(words) = asked {
                send(&sender, Message::StepsRead(words.lines().map(str::to_owned).collect()));
            }
        }),
        Action::ChangeSettings(change) => on_thread(move |sender| change_settings(change, &sender)),
        Action::EditSettings => edit_settings(app),
        Action::Launch { entry, kind, way } => launch(app, entry, kind, way),
        Action::LaunchInTerminal(id) => match app.catalogue().and_then(|catalogue| catalogue.index().place(&id)) {
            Some(entry) => launch(app, entry, Kind::Application, Way::Terminal),
            None => Task::none(),
        },
        Action::RunInTerminal(arguments) => run_in_terminal(arguments),
        Action::ShowFile(path) => show_file(path),
        Action::Do { name, deed } => carry_out(name, deed),
        Action::Complete(line) => complete(line),
        Action::Copy(text) => app.beginning.stage.copy(text),
        Action::Forget(id) => on_thread(move |sender| keep(&sender, |history| history.forget(&id))),
        Action::Choose(id, wish) => on_thread(move |sender| {
            let kept = own::choose(&Directories::from_environment(), &id, |choice| match wish {
                Wish::Pin(is_pinned) => choice.is_pinned = is_pinned,
                Wish::Hide(is_hidden) => choice.is_hidden = is_hidden,
                Wish::Alias(names) => choice.alias = names,
            });
            send(&sender, Message::Chosen(kept));
        }),
        Action::EditCopy(entry) => edit_copy(app, entry),
        Action::Explain(entry) => explain(app, entry),
        Action::ReadIcons { entries, side } => read_icons(app, entries, side),
        Action::Scroll(y) => operation::scroll_to(LIST, AbsoluteOffset { x: None, y: Some(y) }),
        Action::ScrollPage(y) => operation::scroll_to(PAGE, AbsoluteOffset { x: None, y: Some(y) }),
        Action::FocusQuery => operation::focus(QUERY),
        Action::FocusAlias => operation::focus(ALIAS),
        Action::Fit(id) => app.beginning.stage.fit(id, app.scale),
        Action::Hide(id) => app.beginning.stage.hide(id),
        Action::GiveBackMemory => on_thread(|_| give_back_memory()),
        Action::Show(id) => app.beginning.stage.show(id, app.scale),
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
            let context = Context::from_environment();
            let index = Index::open(&context, SystemTime::now());
            let _is_gone = done.send(Arc::new(self::catalogue(Arc::new(index), language, &context)));
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
    give_back_memory();
}

/// Makes the applications of an index ready. Blocks.
pub fn catalogue(index: Arc<Index>, language: &str, context: &Context) -> Catalogue {
    let prefix = std::env::var("XDG_MENU_PREFIX").unwrap_or_default();
    Catalogue::new(index, language).with_categories(context, &prefix)
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
    let providers = app.providers.get_or_init(|| Providers::start(provider::all(&surroundings(app))));
    let asked = query.clone();
    providers.ask(&asked, move |answer| {
        send(&sender, Message::Answered { query: query.clone(), answer });
    });
    Task::stream(receiver)
}

fn surroundings(app: &App) -> Surroundings {
    let context = Context::from_environment();
    Surroundings {
        directories: context.directories,
        path: context.path,
        language: app.words.language(),
        display: context.display,
        session: app.steps().cloned().collect(),
        settings: app.settings.clone(),
    }
}

fn launch(app: &App, entry: usize, kind: Kind, way: Way) -> Task<Message> {
    let Some(catalogue) = app.catalogue().cloned() else {
        return Task::none();
    };
    let query = app.query.clone();
    let remembers = app.settings.remembers;
    on_thread(move |sender| {
        let (name, id) = (catalogue.entry(entry).display_name().to_owned(), catalogue.entry(entry).id.to_string());
        let started = start(catalogue.entry(entry), kind, way);
        if started.is_ok() && remembers {
            let id = catalogue.id(entry, kind);
            keep(&sender, |history| history.record(&query, &id, now()));
        }
        // In a terminal it has been tried already.
        let again = (way != Way::Terminal).then_some(Again::Application(id));
        follow(&sender, name, again, started);
    })
}

/// Tells whether something was started, and later whether it lived.
fn follow(
    sender: &UnboundedSender<Message>,
    name: String,
    again: Option<Again>,
    started: Result<Vec<Started>, Failure>,
) {
    match started {
        Ok(started) => {
            send(sender, Message::Started { name: name.clone(), again: again.clone(), outcome: Ok(()) });
            let outcome = started.iter().find_map(Started::early_failure).map_or(Ok(()), |end| Err(end.into()));
            send(sender, Message::Settled { name, again, outcome });
        }
        Err(failure) => send(sender, Message::Started { name, again, outcome: Err(failure) }),
    }
}

/// Changes the history and keeps it. A user without a home has none, and needs no telling; that it cannot be kept is told
/// once, not at every start.
fn keep(sender: &UnboundedSender<Message>, change: impl FnOnce(&mut History)) {
    let directories = Directories::from_environment();
    match history::change(&directories, change) {
        Err(history::Error::NoFolder) => {}
        Err(_) if history::was_told(&directories) => {}
        outcome => send(sender, Message::HistoryRead(outcome)),
    }
}

fn change_settings(change: Change, sender: &UnboundedSender<Message>) {
    send(sender, Message::SettingsRead(settings::change(&Directories::from_environment(), change)));
}

/// Opens the file of the settings, which is made where there is none.
fn edit_settings(app: &App) -> Task<Message> {
    let home = app.settings.home;
    on_thread(move |sender| {
        let directories = Directories::from_environment();
        let file = settings::file(&directories).filter(|file| file.exists());
        let made = if file.is_some() { Ok(()) } else { settings::change(&directories, Change::Home(home)).map(drop) };
        match (made, settings::file(&directories)) {
            (Ok(()), Some(file)) => open_file(&sender, file),
            (Err(error), _) => send(&sender, Message::SettingsRead(Err(error))),
            (Ok(()), None) => send(&sender, Message::SettingsRead(Err(settings::Error::NoFolder))),
        }
    })
}

fn edit_copy(app: &App, entry: usize) -> Task<Message> {
    let Some(catalogue) = app.catalogue().cloned() else {
        return Task::none();
    };
    on_thread(move |sender| match own::own_copy(&Directories::from_environment(), catalogue.entry(entry)) {
        Ok(path) => open_file(&sender, path),
        Err(error) => send(&sender, Message::Chosen(Err(error))),
    })
}

fn explain(app: &App, entry: usize) -> Task<Message> {
    let Some(catalogue) = app.catalogue().cloned() else {
        return Task::none();
    };
    on_thread(move |sender| {
        let explanation = explain::explain(&Context::from_environment(), &catalogue.entry(entry).id);
        send(&sender, Message::Explained { entry, explanation });
    })
}

fn complete(line: String) -> Task<Message> {
    on_thread(move |sender| {
        let context = Context::from_environment();
        let completed = provider::complete(&line, &context.path, context.directories.home.as_deref());
        send(&sender, Message::Completed { line, completed });
    })
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
        Deed::Open(path) => on_thread(|sender| open_file(&sender, path)),
        Deed::Visit(uri) => {
            let arguments = companion::command("open").into_iter().chain(["--".into(), uri.into()]);
            run(name, arguments.collect())
        }
        Deed::Run(arguments) => run(name, arguments),
        Deed::Raise(window) => on_thread(move |sender| raise(&sender, name, window)),
        // It only changes the query.
        Deed::Complete(_) => Task::none(),
    }
}

/// Opens a file with its default application.
fn open_file(sender: &UnboundedSender<Message>, path: PathBuf) {
    let name = path.to_string_lossy().into_owned();
    let arguments = companion::command("open").into_iter().chain(["--".into(), path.into_os_string()]).collect();
    follow(sender, name, None, spawn(arguments));
}

fn raise(sender: &UnboundedSender<Message>, name: String, window: u32) {
    let display = Context::from_environment().display;
    let raised = display.map(|display| Display::connect(&display).and_then(|display| display.raise(window)));
    match raised {
        Some(Ok(())) => {
            send(sender, Message::Started { name: name.clone(), again: None, outcome: Ok(()) });
            send(sender, Message::Settled { name, again: None, outcome: Ok(()) });
        }
        Some(Err(_)) | None => send(sender, Message::Vanished(name)),
    }
}

/// Runs a command that is no application's.
fn run(name: String, arguments: Vec<OsString>) -> Task<Message> {
    on_thread(move |sender| {
        let again = Some(Again::Command(arguments.clone()));
        follow(&sender, name, again, spawn(arguments));
    })
}

fn run_in_terminal(arguments: Vec<OsString>) -> Task<Message> {
    on_thread(move |sender| {
        let name = arguments.first().map(|program| program.to_string_lossy().into_owned()).unwrap_or_default();
        let terminal = terminal::command(&Context::from_environment()).map_err(Failure::from);
        let started = terminal.and_then(|terminal| spawn(terminal.into_iter().chain(arguments).collect()));
        follow(&sender, name, None, started);
    })
}

fn spawn(arguments: Vec<OsString>) -> Result<Vec<Started>, Failure> {
    let command = exec::Launch { arguments, ..exec::Launch::default() };
    let started = launch::start(&command, &Context::from_environment(), &Request::default());
    Ok(vec![started?])
}

fn start(entry: &Entry, kind: Kind, way: Way) -> Result<Vec<Started>, Failure> {
    let action = match kind {
        Kind::Application => None,
        Kind::Action(at) => Some(&*entry.actions[at].id),
    };
    let context = Context::from_environment();
    let request = Request { id: Some(entry.id.to_string()), ..Request::default() };
    if way == Way::AsItIs {
        return match starting::start(entry, action, &[], &context, &request)? {
            starting::Start::Activated => Ok(Vec::new()),
            starting::Start::Spawned(started) => Ok(started),
        };
    }
    let mut entry = entry.clone();
    entry.is_terminal |= way == Way::Terminal;
    let variables = if way == Way::OtherGpu { gpu::environment(entry.prefers_non_default_gpu) } else { Vec::new() };
    let launches = exec::expand(&entry, action, &[], &context)?;
    let launches = launches.into_iter().map(|mut one| {
        one.environment.extend(variables.iter().map(|(name, value)| (name.into(), value.into())));
        one
    });
    Ok(starting::spawn(&entry, launches.collect(), &context, &request)?)
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
