//! One operation being carried out: its journal, and how each of its changes is made and taken back.
//!
//! A change is made in three steps, so that many share the time that disks take: it is prepared under a hidden name,
//! then all that were prepared are brought to the disk together, then each gets its name. What a move leaves behind is
//! removed last. At each step the disk tells how far the change is, so that every step may be taken twice.

mod adopt;
mod back;
mod make;
mod over;
mod owner;
mod refuse;
mod settle;

pub use adopt::Heirs;

use super::context::Context;
use super::copy::Copier;
use super::file_system::FileSystem;
use super::journal::Journal;
use super::place::Place;
use super::remove::remove;
use crate::journal::{Record, Standing, Way};
use crate::operation::change::HiddenNames;
use crate::operation::{Change, Content, Control, Operation, Options, Outcome, Reason, Verify};

use std::path::Path;

/// So many bytes, or so many changes, are prepared before they get their names.
const GROUP: (u64, usize) = (64 << 20, 256);

/// An operation at work.
pub struct Work<'a> {
    system: &'a dyn FileSystem,
    context: &'a Context,
    control: &'a Control,
    /// What is written down.
    pub journal: Journal<'a>,
    copier: Copier<'a>,
    options: Options,
    hidden: HiddenNames,
    /// What came of it so far.
    pub outcome: Outcome,
    /// Whether something is left that only a later try may clear away.
    is_unclean: bool,
}

impl<'a> Work<'a> {
    /// Begins, or goes on where the journal stands; `word` makes its new hidden names unlike all others.
    pub fn new(
        system: &'a dyn FileSystem,
        context: &'a Context,
        control: &'a Control,
        journal: Journal<'a>,
        word: &str,
    ) -> Self {
        let options = match &journal.story.operation {
            Operation::Copy { options, .. } | Operation::Move { options, .. } => *options,
            _ => Options::default(),
        };
        let is_taken_away = leaves_with_a_disk(&journal.story.operation, context);
        let verify = if is_taken_away { Verify::Yes } else { options.verify };
        let copier = Copier::new(system, control, verify);
        let (hidden, outcome) = (HiddenNames::new(word), Outcome::default());
        Self { system, context, control, journal, copier, options, hidden, outcome, is_unclean: false }
    }

    /// Goes the way the journal says, to its end.
    pub fn run(&mut self) {
        let ended = match self.journal.story.way {
            Way::Forward => self.forward(),
            Way::Back => self.back(),
        };
        if let Err(reason) = ended {
            self.is_unclean = true;
            self.outcome.fail(self.subject(), reason);
        }
    }

    fn subject(&self) -> std::path::PathBuf {
        self.journal.story.changes.first().map_or_else(Default::default, |change| change.subject().to_owned())
    }

    /// Makes every change that is not made.
    fn forward(&mut self) -> Result<(), Reason> {
        let (mut group, mut before) = (Vec::new(), 0);
        for change in 0..self.journal.story.changes.len() {
            if self.journal.story.turned[change] {
                self.turn_again(change)?;
            } else if matches!(self.journal.story.standing[change], Standing::Open | Standing::Removing) {
                match self.control.check().and_then(|()| self.prepare(change)) {
                    Ok(()) => group.push(change),
                    Err(reason) => self.give_up(change, reason)?,
                }
            }
            let bytes = self.control.progress().bytes;
            // What comes next may lie in a folder that this makes.
            let is_folder =
                matches!(self.journal.story.changes[change], Change::Create { content: Content::Folder, .. });
            if is_folder || group.len() >= GROUP.1 || bytes - before >= GROUP.0 {
                before = bytes;
                self.settle(&mut group)?;
            }
        }
        self.settle(&mut group)?;
        if self.is_all_or_nothing() && self.journal.story.standing.contains(&Standing::Failed) {
            return self.leave_all();
        }
        self.end(Record::Finished { failed: self.outcome.failed.len() as u64 })
    }

    /// Whether what is made means nothing without the rest.
    fn is_all_or_nothing(&self) -> bool {
        matches!(self.journal.story.operation, Operation::Rename(_)) && self.journal.story.changes.len() > 1
    }

    /// Takes everything back where one change failed; it cannot be made again then.
    fn leave_all(&mut self) -> Result<(), Reason> {
        self.journal.note(&Record::Undoing { at: self.journal.story.turned_at })?;
        self.take_all_back()?;
        if !self.is_unclean {
            self.outcome.done.clear();
            for change in 0..self.journal.story.changes.len() {
                self.journal.note(&Record::Failed { change })?;
            }
        }
        self.end(Record::Undone)
    }

    /// Takes back every change that is made or begun, the last one first.
    fn back(&mut self) -> Result<(), Reason> {
        self.take_all_back()?;
        self.end(Record::Undone)
    }

    fn take_all_back(&mut self) -> Result<(), Reason> {
        for change in (0..self.journal.story.changes.len()).rev() {
            let taken =
                if self.journal.story.turned[change] { self.carry_back(change) } else { self.take_back(change) };
            match taken {
                Ok(()) => {}
                Err(reason @ Reason::Journal(_)) => return Err(reason),
                Err(reason) => {
                    self.is_unclean = true;
                    self.outcome.fail(self.journal.story.changes[change].subject(), reason);
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, record: Record) -> Result<(), Reason> {
        if self.is_unclean { Ok(()) } else { self.journal.note_surely(&record) }
    }

    /// Leaves a change undone, and nothing of it behind.
    fn give_up(&mut self, change: usize, reason: Reason) -> Result<(), Reason> {
        self.outcome.fail(self.journal.story.changes[change].subject(), reason);
        match self.take_back(change) {
            Ok(()) => self.journal.note(&Record::Failed { change }),
            Err(reason @ Reason::Journal(_)) => Err(reason),
            Err(_) => {
                // What is left is hidden, and the journal tells of it.
                self.is_unclean = true;
                Ok(())
            }
        }
    }

    fn place(&self, path: &Path) -> Result<Place, Reason> {
        Ok(Place::open(self.system, path)?)
    }

    /// Removes what was built under a hidden name; if what was replaced stands there, it goes to the trash.
    fn clear(&mut self, change: usize, place: &Place, path: &Path) -> Result<(), Reason> {
        self.finish_over(change, place)?;
        self.copier.renamed(path, None);
        remove(self.system, place, None)
    }
}

/// Whether something is moved to a disk that may be gone before anybody looks at it.
fn leaves_with_a_disk(operation: &Operation, context: &Context) -> bool {
    let Operation::Move { items, .. } = operation else { return false };
    items.iter().any(|item| context.removable.iter().any(|disk| item.to.starts_with(disk)))
}
