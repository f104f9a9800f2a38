//! Manages a session: hears of what happens, asks the supervisor, and does what it says.

use crate::component::Component;
use crate::notice::{Notice, Outcome};
use crate::plan::{self, Kind, Seat};
use crate::platform;
use crate::protocol::{Answer, Request, Stage, Status};
use crate::settings::Settings;
use crate::supervisor::{Action, Event, Id, Supervisor};
use crate::system::bus::{self, Buses};
use crate::system::client::SOCKET;
use crate::system::display::{Change, Display};
use crate::system::guardian::{Orders, this};
use crate::system::listener::Listener;
use crate::system::log::{Log, Words};
use crate::system::power_key::{self, PowerKey};
use crate::system::process::Surroundings;
use crate::system::toplevels::Toplevels;
use crate::system::{children, folder, process, settings, signals, systemd, wayland};

use candela_shared::registry::Context;
use candela_shared::registry::program::Programs;
use rustix::process::Signal;

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// How often is looked at what nothing tells of: windows that close, programs that are not our children.
const LOOK: Duration = Duration::from_millis(100);

/// What wakes the manager.
enum Message {
    Signal(i32),
    Happened(Event),
}

/// Where a session runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What the display is.
    pub kind: Kind,
    /// The name of the display; of a Wayland session, which has none yet, that of the seat's session.
    pub display: String,
    /// The message buses around it.
    pub buses: Buses,
    /// The program that tells the buses and systemd of the display, where they are this session's alone.
    pub herald: Option<PathBuf>,
    /// What others are told of the power button being ours; `None` where there is no seat with a button.
    pub power_key: Option<String>,
}

/// Who tells of windows, and asks them to close.
enum Windows {
    X11(Display),
    Wayland(Toplevels),
}

/// A session that runs, and what it runs with.
struct Manager {
    supervisor: Supervisor,
    surroundings: Surroundings,
    processes: HashMap<u32, Id>,
    place: Place,
    windows: Option<Windows>,
    power_key: Option<PowerKey>,
    runtime: Option<PathBuf>,
    listener: Listener,
    log: Log,
    is_safe_mode: bool,
    outcome: Option<Outcome>,
}

/// Manages a session in that place until it has ended, and says why it did.
///
/// # Errors
/// Why it could not begin.
pub fn run(context: &Context, place: Place, orders: &Orders, words: Words) -> Result<Outcome, Outcome> {
    let log = Log::go_on(&orders.log, words).map_err(|error| folder::cannot(&orders.log, &error))?;
    let begun = begin(context, place, orders, log.clone());
    let outcome = begun.map(|(manager, receiver)| manager.run(&receiver));
    if let Err(outcome) = &outcome {
        log.say(&Notice::Ending(outcome.clone()));
    }
    outcome
}

fn begin(context: &Context, place: Place, orders: &Orders, log: Log) -> Result<(Manager, Receiver<Message>), Outcome> {
    let internal = |error: std::io::Error| Outcome::Internal(error.to_string());
    let (sender, receiver) = mpsc::channel();
    // Without it a program that leaves its parent is not ended with the session, but with the guardian.
    let _ = platform::become_reaper();
    signals::tell(sender.clone(), Message::Signal).map_err(internal)?;
    let mut settings = chosen(context, orders.is_safe_mode, &log);
    let runtime = folder::runtime(&context.directories)?;
    if settings.is_autostart && is_started_by_systemd(context) {
        log.say(&Notice::AutostartBySystemd);
        settings.is_autostart = false;
    }
    let socket = runtime.join(folder::name_of(&place.display, "socket"));
    let server = match place.kind {
        Kind::X11 => Some(connect(&place.display, &socket, &sender)?),
        Kind::Wayland => None,
    };
    let supervisor = supervisor(context, &place, &settings, server.as_ref(), &log)?;
    let tell = move |event| sender.send(Message::Happened(event)).is_ok();
    let listener = Listener::open(&socket, tell).map_err(|error| folder::cannot(&socket, &error))?;
    if let Some(address) = &place.buses.session {
        bus::answer(address, &socket);
    }
    let mut environment = settings.environment;
    environment.push((SOCKET.into(), socket.into_os_string()));
    let surroundings = Surroundings { path: context.path.clone(), home: context.directories.home.clone(), environment };
    let manager = Manager {
        supervisor,
        surroundings,
        processes: HashMap::new(),
        place,
        windows: server.map(Windows::X11),
        power_key: None,
        runtime: context.directories.runtime_dir.clone(),
        listener,
        log,
        is_safe_mode: orders.is_safe_mode,
        outcome: None,
    };
    Ok((manager, receiver))
}

/// The settings, or none of them in safe mode.
fn chosen(context: &Context, is_safe_mode: bool, log: &Log) -> Settings {
    if is_safe_mode {
        log.say(&Notice::SafeMode);
        return Settings { is_autostart: false, ..Settings::default() };
    }
    let (settings, notices) = settings::read(&context.directories);
    notices.iter().for_each(|notice| log.say(notice));
    settings
}

fn is_started_by_systemd(context: &Context) -> bool {
    let systemctl = Programs::new(&context.path).find("systemctl");
    context
        .directories
        .runtime_dir
        .as_deref()
        .is_some_and(|runtime| systemd::starts_autostart(runtime, systemctl.as_deref()))
}

fn connect(name: &str, socket: &std::path::Path, sender: &Sender<Message>) -> Result<Display, Outcome> {
    let none = |reason| Outcome::NoDisplay { display: name.to_owned(), reason };
    let display = Display::connect().map_err(none)?;
    if !display.claim(socket).map_err(none)? {
        return Err(Outcome::AlreadyRunning);
    }
    let sender = sender.clone();
    let tell = move |change| {
        let event = match change {
            Change::Managed => Event::WindowManagerReady,
            Change::Lost => Event::DisplayLost,
        };
        // The session may have ended before.
        let _ = sender.send(Message::Happened(event));
    };
    display.watch(tell).map_err(none)?;
    Ok(display)
}

fn supervisor(
    context: &Context,
    place: &Place,
    settings: &Settings,
    display: Option<&Display>,
    log: &Log,
) -> Result<Supervisor, Outcome> {
    let mut window_managers = plan::window_managers(settings, place.kind, context);
    if display.is_some_and(Display::is_managed) {
        log.say(&Notice::WindowManagerFound);
        window_managers.clear();
    } else if window_managers.is_empty() {
        return Err(Outcome::NoWindowManager { tried: plan::window_manager_names(settings, place.kind) });
    }
    let seat = if place.power_key.is_some() { Seat::Known } else { Seat::Unknown };
    let (components, notices) = plan::components(settings, place.kind, seat, context, &this());
    notices.iter().for_each(|notice| log.say(notice));
    let components = place.herald.as_deref().map(plan::herald).into_iter().chain(components).collect();
    Ok(Supervisor::new(window_managers, components))
}

impl Manager {
    fn run(mut self, receiver: &Receiver<Message>) -> Outcome {
        self.happened(Event::Begun);
        loop {
            if let Some(outcome) = self.outcome.take() {
                return outcome;
            }
            match receiver.recv_timeout(self.patience()) {
                Ok(Message::Signal(signals::CHILD)) => self.reap(),
                Ok(Message::Signal(signal)) => self.happened(Event::Signalled(signal)),
                Ok(Message::Happened(Event::Asked { asker, request: Request::Status })) => {
                    self.listener.answer(asker, &Answer::Status(self.status()));
                }
                Ok(Message::Happened(event)) => self.happened(event),
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => self.happened(Event::Signalled(15)),
            }
        }
    }

    /// How long nothing may happen before something is to be done, or looked at.
    fn patience(&self) -> Duration {
        let until_due = self.supervisor.wake_at().map(|at| at.saturating_duration_since(Instant::now()));
        let is_looking = match self.supervisor.stage() {
            Stage::Asking | Stage::Ending => true,
            Stage::Starting => self.place.kind == Kind::Wayland,
            Stage::Running => false,
        };
        let until_look = is_looking.then_some(LOOK);
        until_due.into_iter().chain(until_look).min().unwrap_or(Duration::from_secs(3600))
    }

    /// Looks at what nothing tells of.
    fn look(&mut self) {
        match self.supervisor.stage() {
            Stage::Asking => self.happened(Event::WindowsOpen(self.open_windows())),
            Stage::Ending => self.happened(Event::StraysLeft(self.strays().len())),
            Stage::Starting if self.place.kind == Kind::Wayland => self.look_for_compositor(),
            Stage::Starting | Stage::Running => {}
        }
        self.happened(Event::Woken);
    }

    fn look_for_compositor(&mut self) {
        let name = self.supervisor.window_manager().map(str::to_owned);
        let member = self.supervisor.members().into_iter().find(|member| Some(&member.name) == name.as_ref());
        let pid = member.and_then(|member| member.pid);
        let found = self.runtime.as_ref().zip(pid).and_then(|(runtime, pid)| wayland::display_of(runtime, pid));
        if let Some(display) = found {
            let socket = self.runtime.as_ref().map(|runtime| runtime.join(&display));
            self.windows = socket.map(|socket| Windows::Wayland(Toplevels::at(socket)));
            self.surroundings.environment.retain(|(name, _)| name != "WAYLAND_DISPLAY");
            self.surroundings.environment.push(("WAYLAND_DISPLAY".into(), display));
            self.happened(Event::WindowManagerReady);
        }
    }

    fn reap(&mut self) {
        while let Some((pid, end)) = children::ended() {
            if let Some(id) = self.processes.remove(&pid) {
                self.happened(Event::Exited { id, end });
            }
        }
    }

    /// Does what the supervisor says to an event, and to the events that come of that.
    fn happened(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for action in self.supervisor.step(Instant::now(), event) {
                events.extend(self.perform(action));
            }
        }
        self.mind_power_key();
    }

    /// Has the power button as long as the window manager opens our prompt on it.
    fn mind_power_key(&mut self) {
        let Some((bus, why)) = self.place.buses.system.as_deref().zip(self.place.power_key.as_deref()) else { return };
        match self.supervisor.managing() {
            None => self.power_key = None,
            Some(window_manager) if self.power_key.is_none() && power_key::is_bound(window_manager) => {
                self.power_key = Some(PowerKey::take(bus, why));
            }
            Some(_) => {}
        }
    }

    fn perform(&mut self, action: Action) -> Option<Event> {
        match action {
            Action::Start(id) => return self.start(id),
            Action::Terminate(id) => self.signal(id, Signal::TERM),
            Action::Kill(id) => self.signal(id, Signal::KILL),
            Action::CloseWindows => {
                let spared = self.supervisor.spared();
                match &self.windows {
                    Some(Windows::X11(display)) => display.close(spared),
                    Some(Windows::Wayland(toplevels)) => toplevels.close(spared),
                    None => {}
                }
                return Some(Event::WindowsOpen(self.open_windows()));
            }
            Action::TerminateStrays => children::signal(&self.strays(), Signal::TERM),
            Action::KillStrays => children::signal(&self.strays(), Signal::KILL),
            Action::CountStrays => return Some(Event::StraysLeft(self.strays().len())),
            Action::Answer(asker, answer) => self.listener.answer(asker, &answer),
            Action::Say(notice) => self.log.say(&notice),
            Action::Finish(outcome) => self.outcome = Some(outcome),
        }
        None
    }

    fn start(&mut self, id: Id) -> Option<Event> {
        let component: &Component = self.supervisor.component(id)?;
        Some(match process::start(component, &self.surroundings, &self.log) {
            Ok(pid) => {
                let _ = self.processes.insert(pid, id);
                Event::Started { id, pid }
            }
            Err(error) => Event::NotStarted { id, reason: error.to_string() },
        })
    }

    fn signal(&self, id: Id, signal: Signal) {
        for (pid, _) in self.processes.iter().filter(|(_, known)| **known == id) {
            process::signal(*pid, signal);
        }
    }

    fn strays(&self) -> Vec<rustix::process::Pid> {
        let known: HashSet<u32> = self.processes.keys().copied().collect();
        children::others(&known)
    }

    fn open_windows(&self) -> Vec<String> {
        let spared = self.supervisor.spared();
        match &self.windows {
            Some(Windows::X11(display)) => display.open(spared),
            Some(Windows::Wayland(toplevels)) => toplevels.open(spared),
            None => Vec::new(),
        }
    }

    fn status(&self) -> Status {
        Status {
            state: self.supervisor.stage(),
            pid: std::process::id(),
            display: self.place.display.clone(),
            window_manager: self.supervisor.window_manager().map(str::to_owned),
            is_safe_mode: self.is_safe_mode,
            log: self.log.path().to_owned(),
            components: self.supervisor.members(),
            inhibitors: self.supervisor.inhibitors(),
        }
    }
}
