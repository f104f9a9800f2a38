//! Keeps an index up to date: one change told for a burst of events, half a second after the last.
//!
//! Folders are watched, never files, and events are only hints that something is different: what it is, the cache and
//! the identity of files tell ([`Index::open`]). Folders may come and go.

mod plan;

use crate::registry::context::Context;
use crate::registry::delta::Delta;
use crate::registry::index::Index;
use crate::registry::source;

use notify::event::ModifyKind;
use notify::{Config, Event, EventKind, EventKindMask, RecommendedWatcher, RecursiveMode, Watcher as _};
use plan::Interest;
use thiserror::Error;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};
use std::{io, thread};

/// A burst is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(250);
/// A burst without end is told in parts of this length.
const LONGEST: Duration = Duration::from_secs(2);
/// Where there are more folders than can be watched, everything is looked at this often.
const SWEEP: Duration = Duration::from_secs(30);

/// A new index, and how it differs from the one before.
#[derive(Debug, Clone)]
pub struct Update {
    /// What takes the place of the index before.
    pub index: Arc<Index>,
    /// What is different; never empty.
    pub delta: Delta,
}

/// Why nothing is watched.
#[derive(Debug, Error)]
pub enum Error {
    /// The system gives no notice of changes.
    #[error("cannot watch folders: {0}")]
    Watch(#[from] notify::Error),
    /// There is no thread to wait.
    #[error("cannot start a thread: {0}")]
    Thread(#[from] io::Error),
}

/// Watches until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    signals: Sender<Signal>,
}

impl Watcher {
    /// Starts to watch, from an index on that was opened before; `tell` is called on a thread of its own.
    ///
    /// What changed since that index was opened is told at once.
    ///
    /// # Errors
    ///
    /// [`Error`]; a single folder that cannot be watched is none.
    pub fn start(
        context: Context,
        index: Arc<Index>,
        tell: impl FnMut(Update) + Send + 'static,
    ) -> Result<Self, Error> {
        let (signals, received) = mpsc::channel();
        let interest = Arc::new(RwLock::new(Interest::new(&context, &index)));
        let handler = handler(signals.clone(), interest.clone());
        let config = Config::default().with_event_kinds(EventKindMask::CORE);
        let notifier = RecommendedWatcher::new(handler, config)?;
        let watched = BTreeSet::new();
        let mut keeper = Keeper { context, index, interest, notifier, watched, is_all: true, signals: received, tell };
        let _ = thread::Builder::new().name("registry".into()).spawn(move || keeper.run())?;
        let watcher = Self { signals };
        watcher.refresh();
        Ok(watcher)
    }

    /// Looks at everything now, as when a window opens: where kqueue watches folders, changes within a file go unseen.
    pub fn refresh(&self) {
        // A keeper that is gone has told all it could.
        let _ = self.signals.send(Signal::Refresh);
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.signals.send(Signal::Stop);
    }
}

enum Signal {
    /// Something happened; these folders may need to be watched anew.
    Dirty(Vec<PathBuf>),
    Refresh,
    Stop,
}

fn handler(signals: Sender<Signal>, interest: Arc<RwLock<Interest>>) -> impl FnMut(notify::Result<Event>) + Send {
    move |event| {
        let (is_ours, gone) = match event {
            // An error or a queue that ran over: something was missed.
            Err(_) => (true, Vec::new()),
            Ok(event) => {
                let interest = interest.read().unwrap_or_else(PoisonError::into_inner);
                let is_ours = event.need_rescan() || event.paths.iter().any(|path| interest.concerns(path));
                let is_gone = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
                (is_ours, if is_gone { event.paths } else { Vec::new() })
            }
        };
        if is_ours {
            let _ = signals.send(Signal::Dirty(gone));
        }
    }
}

/// Whether a burst is over, or all of it.
enum Burst {
    Over,
    Stop,
}

struct Keeper<F> {
    context: Context,
    index: Arc<Index>,
    interest: Arc<RwLock<Interest>>,
    notifier: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    /// Whether all that matters is watched.
    is_all: bool,
    signals: Receiver<Signal>,
    tell: F,
}

impl<F: FnMut(Update)> Keeper<F> {
    fn run(&mut self) {
        loop {
            let signal = if self.is_all {
                self.signals.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                self.signals.recv_timeout(SWEEP)
            };
            match signal {
                Err(RecvTimeoutError::Timeout) | Ok(Signal::Refresh) => {}
                Ok(Signal::Dirty(gone)) => {
                    self.forget(gone);
                    if let Burst::Stop = self.burst() {
                        return;
                    }
                }
                Err(RecvTimeoutError::Disconnected) | Ok(Signal::Stop) => return,
            }
            self.update();
        }
    }

    /// Waits for the end of a burst that has begun.
    fn burst(&mut self) -> Burst {
        let start = Instant::now();
        while start.elapsed() < LONGEST {
            match self.signals.recv_timeout(QUIET) {
                Ok(Signal::Dirty(gone)) => self.forget(gone),
                Ok(Signal::Refresh) | Err(RecvTimeoutError::Timeout) => break,
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Burst::Stop,
            }
        }
        Burst::Over
    }

    /// Has folders watched anew that were there and may be others now.
    fn forget(&mut self, gone: Vec<PathBuf>) {
        for folder in gone {
            if self.watched.remove(&folder) {
                // The system may have forgotten it already.
                let _ = self.notifier.unwatch(&folder);
            }
        }
    }

    fn update(&mut self) {
        // First the watches, so that what happens while we read is told again.
        self.watch();
        let index = Index::open(&self.context, SystemTime::now());
        let delta = Delta::between(&self.index, &index);
        if delta.is_empty() {
            return;
        }
        self.index = Arc::new(index);
        *self.interest.write().unwrap_or_else(PoisonError::into_inner) = Interest::new(&self.context, &self.index);
        (self.tell)(Update { index: self.index.clone(), delta });
    }

    fn watch(&mut self) {
        let searched = source::find(&self.context.directories).folders;
        let (wanted, is_all) = plan::folders(&self.context, &searched);
        self.is_all = is_all;
        for folder in self.watched.difference(&wanted) {
            let _ = self.notifier.unwatch(folder);
        }
        let notifier = &mut self.notifier;
        let watched = &self.watched;
        let mut watch =
            |folder: &PathBuf| watched.contains(folder) || notifier.watch(folder, RecursiveMode::NonRecursive).is_ok();
        // One that cannot be watched is tried again with the next change, and swept until then.
        let (now, refused): (BTreeSet<_>, BTreeSet<_>) = wanted.into_iter().partition(|folder| watch(folder));
        self.is_all &= refused.is_empty();
        self.watched = now;
    }
}

#[cfg(test)]
mod tests;
