//! A file operation that runs: what it is about, how far it has come, and how it is held up.

use crate::notice::operation::Verb;

use candela_files_core::operation::{Control, Operation, Progress};

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Names a job as long as the window lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct JobId(pub u64);

/// A running operation.
#[derive(Debug)]
pub struct Job {
    pub(crate) id: JobId,
    pub(crate) verb: Verb,
    /// How many things were asked for.
    pub(crate) count: usize,
    /// The folder things go to, where they go to one.
    pub(crate) target: Option<PathBuf>,
    pub(crate) control: Arc<Control>,
    pub(crate) progress: Progress,
    pub(crate) is_paused: bool,
    begun: Instant,
    now: Instant,
    cancelled: Option<Instant>,
}

impl Job {
    /// Begins a job.
    pub fn new(id: JobId, verb: Verb, operation: Option<&Operation>, now: Instant) -> Self {
        let (count, target) = operation.map_or((0, None), about);
        let (control, progress) = (Arc::default(), Progress::default());
        Self { id, verb, count, target, control, progress, is_paused: false, begun: now, now, cancelled: None }
    }

    /// Looks how far it has come.
    pub fn look(&mut self, now: Instant) {
        self.progress = self.control.progress();
        self.now = now;
    }

    /// Holds it up, or lets it go on.
    pub fn switch(&mut self) {
        self.is_paused = !self.is_paused;
        if self.is_paused { self.control.pause() } else { self.control.resume() }
    }

    /// Ends it, as soon as it hears of it.
    pub fn cancel(&mut self) {
        self.cancelled = Some(self.now);
        self.control.cancel();
    }

    /// Whether it was cancelled and has not heard of that in good time.
    pub fn is_deaf(&self) -> bool {
        const HEARING: Duration = Duration::from_millis(100);
        let is_late = |told: Instant| self.now.duration_since(told) > HEARING;
        self.cancelled.is_some_and(is_late) && !self.control.is_heeded()
    }

    /// The part that is done, from 0 to 1; `None` where that is not known.
    pub fn part(&self) -> Option<f32> {
        let progress = &self.progress;
        (progress.bytes_in_all > 0).then(|| progress.bytes as f32 / progress.bytes_in_all as f32)
    }

    /// How long it has run.
    pub fn elapsed(&self) -> Duration {
        self.now.duration_since(self.begun)
    }

    /// Whether it takes so long that it is shown.
    pub fn is_shown(&self) -> bool {
        /// Shorter work is done before anybody could read of it.
        const PATIENCE: Duration = Duration::from_millis(400);
        self.elapsed() >= PATIENCE || self.is_paused
    }
}

/// How many things an operation is about, and the folder they go to.
fn about(operation: &Operation) -> (usize, Option<PathBuf>) {
    match operation {
        Operation::Copy { items, .. } | Operation::Move { items, .. } => {
            let target = items.first().and_then(|item| item.to.parent()).map(Path::to_owned);
            (items.len(), target)
        }
        Operation::Rename(items) => (items.len(), None),
        Operation::Trash(paths) | Operation::Delete(paths) => (paths.len(), None),
        Operation::Restore { slots, .. } | Operation::Empty(slots) => (slots.len(), None),
        Operation::Permissions { paths, .. } | Operation::Owner { paths, .. } => (paths.len(), None),
        Operation::Link(items) => (items.len(), None),
        Operation::Compress { sources, to, .. } => (sources.len(), to.parent().map(Path::to_owned)),
        Operation::Extract { to, .. } => (1, to.parent().map(Path::to_owned)),
        Operation::Make { .. } => (1, None),
    }
}
