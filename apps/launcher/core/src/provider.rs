//! What a query can mean besides an application: sums, files, windows, commands; each asked on a thread of its own.
//!
//! A provider is asked one query after the other, and only the newest: one that is slow delays nobody but itself. After
//! the soft deadline nobody waits for it any more, and what it finds is still listed; after the hard one it is not.

mod calculation;
mod character;
mod command;
mod external;
mod file;
mod session;
mod web;
mod window;

pub use calculation::Calculation;
pub use character::Characters;
pub use command::{Commands, complete};
pub use external::External;
pub use file::{Files, recent};
pub use session::{Session, Step as SessionStep};
pub use web::{Web, search};
pub use window::Windows;

use crate::settings::{Settings, Source};

use candela_shared::Directories;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// After so long nothing that was asked of the list waits for a provider any more.
pub const SOFT_DEADLINE: Duration = Duration::from_millis(150);
/// A provider that has not answered by then gives up.
pub const DEADLINE: Duration = Duration::from_secs(2);

/// What sort of thing a provider found, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// The result of a sum; listed before the applications.
    Calculation,
    /// An open window.
    Window,
    /// Something to do with the session: lock, shut down.
    Session,
    /// A file of the user's.
    File,
    /// A character of Unicode.
    Character,
    /// What a provider of somebody else's found.
    External,
    /// A program with arguments.
    Command,
    /// A search on the web.
    Web,
}

impl Sort {
    /// Every sort, in order.
    pub const ALL: [Self; 8] = [
        Self::Calculation,
        Self::Window,
        Self::Session,
        Self::File,
        Self::Character,
        Self::External,
        Self::Command,
        Self::Web,
    ];

    /// The word that `search --json` calls it by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Calculation => "calculation",
            Self::Window => "window",
            Self::Session => "session",
            Self::File => "file",
            Self::Character => "character",
            Self::External => "external",
            Self::Command => "command",
            Self::Web => "web",
        }
    }
}

/// What choosing a finding does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Puts the text on the clipboard.
    Copy(String),
    /// Opens the file with its default application.
    Open(PathBuf),
    /// Opens the URI with its default application.
    Visit(String),
    /// Runs the program with its arguments.
    Run(Vec<OsString>),
    /// Brings the window to the front, by its number on the display.
    Raise(u32),
    /// Puts this in the place of the query: the program is not there, but one that begins so.
    Complete(String),
}

/// Something that a provider found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub sort: Sort,
    /// What tells it from others of its sort.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What is said of it: the sum, the folder; empty where there is nothing to say.
    pub detail: String,
    /// How good it is, comparable with [`crate::Hit::score`].
    pub score: u32,
    /// What choosing it does.
    pub deed: Deed,
}

/// What providers tell of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One of them found this, in place of what it told before of the same query.
    Found {
        /// Which, counted from 0.
        provider: usize,
        /// What.
        findings: Vec<Finding>,
    },
    /// All of them have answered.
    Done,
    /// Some have not answered in the time that one waits without noticing.
    SoftDeadline,
    /// Some have not answered at all, and will not.
    Deadline,
}

/// Where answers go.
type Tell = Arc<dyn Fn(Answer) + Send + Sync>;

/// A query, as a provider is asked it. When it goes, the provider has answered.
pub struct Ask {
    query: String,
    provider: usize,
    newest: Arc<AtomicU64>,
    ticket: u64,
    deadline: Instant,
    tell: Tell,
    /// How many providers have not answered.
    left: Arc<AtomicUsize>,
}

impl Ask {
    /// The query.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Whether the query is still the newest and time is left.
    pub fn is_wanted(&self) -> bool {
        self.is_newest() && !self.left().is_zero()
    }

    /// The time left.
    pub fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// Tells what was found so far, in place of what was told before.
    pub fn tell(&self, findings: Vec<Finding>) {
        if self.is_wanted() {
            (self.tell)(Answer::Found { provider: self.provider, findings });
        }
    }

    /// Tells what was found in the end, where nothing was told before.
    pub fn finish(self, findings: Vec<Finding>) {
        if !findings.is_empty() {
            self.tell(findings);
        }
    }

    fn is_newest(&self) -> bool {
        self.newest.load(Ordering::Relaxed) == self.ticket
    }
}

impl Drop for Ask {
    fn drop(&mut self) {
        // Everybody tells before they count down, so that nothing comes behind this.
        if self.left.fetch_sub(1, Ordering::AcqRel) == 1 && self.is_newest() {
            (self.tell)(Answer::Done);
        }
    }
}

/// Something that finds what a query means. May block; it has a thread of its own.
pub trait Provider: Send {
    /// Finds what the query means, best first; whoever takes longer keeps the question and looks whether it is wanted.
    fn find(&mut self, ask: Ask);
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Ask").field("query", &self.query).field("ticket", &self.ticket).finish_non_exhaustive()
    }
}

/// What providers must know of their surroundings.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Where the user's things are.
    pub directories: Directories,
    /// The folders of `PATH`.
    pub path: Vec<PathBuf>,
    /// The user's language, as a BCP 47 tag.
    pub language: String,
    /// The display with windows on it (`DISPLAY`); `None` where windows cannot be asked for.
    pub display: Option<String>,
    /// What can be done with the session, in the user's words.
    pub session: Vec<SessionStep>,
    /// Which providers are wanted, and what of them.
    pub settings: Settings,
}

/// Every provider that is wanted.
pub fn all(around: &Surroundings) -> Vec<Box<dyn Provider>> {
    let settings = &around.settings;
    let mut all: Vec<Box<dyn Provider>> = Vec::new();
    let mut add = |source: Source, provider: Box<dyn Provider>| {
        if settings.has(source) {
            all.push(provider);
        }
    };
    add(Source::Calculation, Box::new(Calculation::new(&around.language)));
    add(Source::Session, Box::new(Session::new(around.session.clone())));
    if let Some(display) = &around.display {
        add(Source::Windows, Box::new(Windows::new(display)));
    }
    add(Source::Files, Box::new(Files::new(around.directories.clone())));
    add(Source::Characters, Box::new(Characters));
    add(Source::Commands, Box::new(Commands::new(around.path.clone())));
    add(Source::Web, Box::new(Web::new(settings.engines.clone())));
    for external in external::installed(&around.directories) {
        add(Source::External, Box::new(external));
    }
    all
}

/// The providers at work; their threads end with it.
#[derive(Debug)]
pub struct Providers {
    threads: Vec<Sender<Ask>>,
    clock: Option<Sender<Watch>>,
    newest: Arc<AtomicU64>,
}

/// A query whose deadlines are watched.
struct Watch {
    started: Instant,
    newest: Arc<AtomicU64>,
    ticket: u64,
    left: Arc<AtomicUsize>,
    tell: Tell,
}

impl Providers {
    /// Gives each provider its thread, which sleeps until it is asked.
    pub fn start(providers: Vec<Box<dyn Provider>>) -> Self {
        let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| thread::Builder::new().name(name.into()).spawn(work);
        let threads = providers.into_iter().filter_map(|provider| {
            let (sender, questions) = channel();
            // Without a thread this provider is not asked; the others are.
            let spawned = spawn("provider", Box::new(move || work(provider, &questions)));
            spawned.ok().map(|_thread| sender)
        });
        let threads = threads.collect();
        let (sender, watches) = channel();
        let clock = spawn("deadlines", Box::new(move || watch(&watches)));
        Self { threads, clock: clock.ok().map(|_thread| sender), newest: Arc::default() }
    }

    /// Asks every provider in place of what was asked before, and tells their answers unless a newer query has come.
    pub fn ask(&self, query: &str, tell: impl Fn(Answer) + Send + Sync + 'static) {
        let ticket = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let (started, tell): (_, Tell) = (Instant::now(), Arc::new(tell));
        let left = Arc::new(AtomicUsize::new(self.threads.len()));
        for (provider, thread) in self.threads.iter().enumerate() {
            let ask = Ask {
                query: query.to_owned(),
                provider,
                newest: Arc::clone(&self.newest),
                ticket,
                deadline: started + DEADLINE,
                tell: Arc::clone(&tell),
                left: Arc::clone(&left),
            };
            // What a provider that panicked cannot take goes, and counts as answered.
            let _is_gone = thread.send(ask);
        }
        if self.threads.is_empty() {
            tell(Answer::Done);
        } else if let Some(clock) = &self.clock {
            let newest = Arc::clone(&self.newest);
            let _is_gone = clock.send(Watch { started, newest, ticket, left, tell });
        }
    }

    /// Asks every provider and waits for all answers, at most for [`DEADLINE`]; each answer with its provider's number.
    pub fn all(&self, query: &str) -> Vec<(usize, Vec<Finding>)> {
        let (sender, answers) = channel();
        self.ask(query, move |answer| drop(sender.send(answer)));
        let end = Instant::now() + DEADLINE;
        let mut found: Vec<(usize, Vec<Finding>)> = Vec::new();
        while let Ok(answer) = answers.recv_timeout(end.saturating_duration_since(Instant::now())) {
            match answer {
                Answer::Found { provider, findings } => {
                    found.retain(|(known, _)| *known != provider);
                    found.push((provider, findings));
                }
                Answer::SoftDeadline => {}
                Answer::Done | Answer::Deadline => break,
            }
        }
        found
    }
}

fn work(mut provider: Box<dyn Provider>, questions: &Receiver<Ask>) {
    while let Ok(mut ask) = questions.recv() {
        // Only the newest is worth an answer.
        while let Ok(newer) = questions.try_recv() {
            ask = newer;
        }
        provider.find(ask);
    }
}

/// Tells of deadlines that pass; sleeps while no query waits for an answer.
fn watch(watches: &Receiver<Watch>) {
    let mut newer = watches.recv().ok();
    while let Some(watch) = newer.take() {
        for (deadline, answer) in [(SOFT_DEADLINE, Answer::SoftDeadline), (DEADLINE, Answer::Deadline)] {
            let left = (watch.started + deadline).saturating_duration_since(Instant::now());
            match watches.recv_timeout(left) {
                Ok(next) => newer = Some(next),
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {
                    let is_open = watch.left.load(Ordering::Relaxed) > 0;
                    if !is_open || watch.newest.load(Ordering::Relaxed) != watch.ticket {
                        break;
                    }
                    (watch.tell)(answer);
                }
            }
            if newer.is_some() {
                break;
            }
        }
        newer = newer.or_else(|| watches.recv().ok());
    }
}

#[cfg(test)]
mod tests;
