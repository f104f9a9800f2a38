//! What a query can mean besides an application: sums, files, commands; each asked on a thread of its own.
//!
//! A provider is asked one query after the other, and only the newest: one that is slow delays nobody but itself, and
//! gives up when its time is over or a newer query has come.

mod calculation;
mod command;
mod file;

pub use calculation::Calculation;
pub use command::Commands;
pub use file::Files;

use candela_shared::Directories;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A provider that has not answered by then gives up.
pub const DEADLINE: Duration = Duration::from_secs(2);

/// What sort of thing a provider found, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// The result of a sum; listed before the applications.
    Calculation,
    /// A file of the user's.
    File,
    /// A program with arguments.
    Command,
}

impl Sort {
    /// The word that `search --json` calls it by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Calculation => "calculation",
            Self::File => "file",
            Self::Command => "command",
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
    /// Runs the program with its arguments.
    Run(Vec<OsString>),
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

/// Tells a provider whether its answer is still wanted.
#[derive(Debug, Clone)]
pub struct Control {
    newest: Arc<AtomicU64>,
    ticket: u64,
    deadline: Instant,
}

impl Control {
    /// Whether the query is still the newest and time is left.
    pub fn is_wanted(&self) -> bool {
        self.newest.load(Ordering::Relaxed) == self.ticket && !self.left().is_zero()
    }

    /// The time left.
    pub fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }
}

/// Something that finds what a query means. May block; it has a thread of its own.
pub trait Provider: Send {
    /// Returns what the query means, best first; what it has when [`Control::is_wanted`] says no.
    fn find(&mut self, query: &str, control: &Control) -> Vec<Finding>;
}

/// Where answers go.
type Tell = Arc<dyn Fn(Vec<Finding>, usize) + Send + Sync>;

struct Question {
    query: String,
    control: Control,
    tell: Tell,
    /// How many providers have not answered.
    left: Arc<AtomicUsize>,
}

/// Every provider there is, for a user's directories, the folders of `PATH` and a language (a BCP 47 tag).
pub fn all(directories: Directories, path: Vec<PathBuf>, language: &str) -> Vec<Box<dyn Provider>> {
    vec![Box::new(Calculation::new(language)), Box::new(Files::new(directories)), Box::new(Commands::new(path))]
}

/// The providers at work; their threads end with it.
#[derive(Debug)]
pub struct Providers {
    threads: Vec<Sender<Question>>,
    newest: Arc<AtomicU64>,
}

impl Providers {
    /// Gives each provider its thread, which sleeps until it is asked.
    pub fn start(providers: Vec<Box<dyn Provider>>) -> Self {
        let threads = providers.into_iter().filter_map(|provider| {
            let (sender, questions) = channel();
            // Without a thread this provider is not asked; the others are.
            let spawned = thread::Builder::new().name("provider".into()).spawn(move || work(provider, &questions));
            spawned.ok().map(|_thread| sender)
        });
        Self { threads: threads.collect(), newest: Arc::default() }
    }

    /// Asks every provider in place of what was asked before. Each one's answer is told once, an empty one too, with
    /// the number of those that have still to answer; unless a newer query has come.
    pub fn ask(&self, query: &str, tell: impl Fn(Vec<Finding>, usize) + Send + Sync + 'static) {
        let ticket = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let control = Control { newest: Arc::clone(&self.newest), ticket, deadline: Instant::now() + DEADLINE };
        let tell: Tell = Arc::new(tell);
        let left = Arc::new(AtomicUsize::new(self.threads.len()));
        for thread in &self.threads {
            let (control, tell, left) = (control.clone(), Arc::clone(&tell), Arc::clone(&left));
            // A provider that panicked has no thread any more, and finds nothing.
            let _is_gone = thread.send(Question { query: query.to_owned(), control, tell, left });
        }
    }

    /// Asks every provider and waits for all answers, at most for [`DEADLINE`].
    pub fn all(&self, query: &str) -> Vec<Finding> {
        let (sender, answers) = channel();
        self.ask(query, move |found, _left| drop(sender.send(found)));
        let end = Instant::now() + DEADLINE;
        // The channel closes with the last answer.
        let answer = || answers.recv_timeout(end.saturating_duration_since(Instant::now())).ok();
        std::iter::from_fn(answer).flatten().collect()
    }
}

fn work(mut provider: Box<dyn Provider>, questions: &Receiver<Question>) {
    while let Ok(mut question) = questions.recv() {
        // Only the newest is worth an answer.
        while let Ok(newer) = questions.try_recv() {
            question = newer;
        }
        let found = provider.find(&question.query, &question.control);
        let left = question.left.fetch_sub(1, Ordering::Relaxed) - 1;
        if question.control.newest.load(Ordering::Relaxed) == question.control.ticket {
            (question.tell)(found, left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// Says the query back; the query `slow` waits until it is not wanted any more.
    struct Echo;

    impl Provider for Echo {
        fn find(&mut self, query: &str, control: &Control) -> Vec<Finding> {
            while query == "slow" && control.is_wanted() {
                thread::yield_now();
            }
            let name = query.to_owned();
            vec![Finding {
                sort: Sort::Command,
                id: name.clone(),
                name,
                detail: String::new(),
                score: 1,
                deed: Deed::Run(Vec::new()),
            }]
        }
    }

    #[test]
    fn a_newer_query_ends_the_one_before_and_only_it_is_answered() {
        let providers = Providers::start(vec![Box::new(Echo)]);
        let told = Arc::new(Mutex::new(Vec::new()));
        let tell = |told: &Arc<Mutex<Vec<Finding>>>| {
            let told = Arc::clone(told);
            move |found, _left| told.lock().unwrap().extend(found)
        };
        providers.ask("slow", tell(&told));
        let found = providers.all("quick");
        assert_eq!(found.iter().map(|finding| &*finding.name).collect::<Vec<_>>(), ["quick"]);
        assert!(told.lock().unwrap().is_empty());
    }

    #[test]
    fn a_slow_provider_does_not_delay_another() {
        let providers = Providers::start(vec![Box::new(Echo), Box::new(Never), Box::new(Echo)]);
        let (sender, answers) = channel();
        providers.ask("a", move |found, left| sender.send((found.len(), left)).unwrap());
        assert_eq!([answers.recv().unwrap(), answers.recv().unwrap()], [(1, 2), (1, 1)]);
    }

    /// Answers only when nobody wants it any more.
    struct Never;

    impl Provider for Never {
        fn find(&mut self, _query: &str, control: &Control) -> Vec<Finding> {
            while control.is_wanted() {
                thread::yield_now();
            }
            Vec::new()
        }
    }
}
