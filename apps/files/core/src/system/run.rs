//! Carries operations out, and undoes, makes again and recovers those that were: the way in for windows and commands.

use super::context::Context;
use super::file_system::{FileSystem, Stat};
use super::journal::{Found, Journal, Shelf, read_all, set_aside, take, tidy};
use super::place::{Place, is_within, look, open_folder, resolve};
use super::queue;
use super::remove::weigh;
use super::trash;
use super::work::{Heirs, Work};
use crate::journal::{Damage, Record, Story, Way};
use crate::operation::change::split;
use crate::operation::limits::Limits;
use crate::operation::{Change, Content, Control, Identity, Operation, Outcome, Plan, Reason, Slot, View, plan};

use rustix::fd::AsFd;
use rustix::io::Errno;

use std::collections::HashSet;
use std::ffi::OsString;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

/// What is asked of an operation that is not running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// That it goes on to its end.
    Resume,
    /// That it ends as if it had never begun.
    RollBack,
}

/// Where operations are carried out.
#[derive(Clone, Copy)]
pub struct Engine<'a> {
    /// The calls to the system.
    pub system: &'a dyn FileSystem,
    /// What surrounds it.
    pub context: &'a Context,
    /// How it is paused and cancelled.
    pub control: &'a Control,
}

impl Engine<'_> {
    /// Plans an operation without doing anything.
    pub fn plan(&self, operation: &Operation) -> Plan {
        plan(operation, self, &word())
    }

    /// Carries an operation out.
    pub fn run(&self, operation: Operation) -> Outcome {
        let word = word();
        let Plan { changes, mut outcome } = plan(&operation, self, &word);
        if changes.is_empty() {
            return outcome;
        }
        let place = match self.queue(&changes) {
            Ok(place) => place,
            Err(reason) => {
                outcome.fail(subject(&operation), reason);
                return outcome;
            }
        };
        let is_trash = matches!(operation, Operation::Trash(_));
        let mut outcome = self.carry_out(operation, changes, outcome, &word);
        drop(place);
        if is_trash {
            self.trim_trash(&mut outcome);
        }
        outcome
    }

    /// Weighs what is to be done, and waits for those who work on the same devices, where there is much to move.
    fn queue(&self, changes: &[Change]) -> Result<Option<queue::Place<'static>>, Reason> {
        let (items, bytes) = self.weight(changes);
        self.control.report(|progress| (progress.items_in_all, progress.bytes_in_all) = (items, bytes));
        if bytes < queue::SMALL {
            return Ok(None);
        }
        let mut devices: Vec<u64> = Vec::new();
        for change in changes {
            let paths = [Some(change.subject()), change.target().map(|target| split(target).0)];
            let stats = paths.into_iter().flatten().filter_map(|path| look(self.system, path).ok().flatten());
            devices.extend(stats.map(|stat| stat.device));
            devices.sort_unstable();
            devices.dedup();
        }
        queue::QUEUE.enter(devices, self.context.locks.as_deref(), self.control).map(Some)
    }

    /// Removes from the trash what the user does not want to keep, where they said how much that is.
    fn trim_trash(&self, outcome: &mut Outcome) {
        let over = trash::over_limits(self.system, self.context);
        if !over.is_empty() {
            outcome.failed.extend(self.run(Operation::Empty(over)).failed);
        }
    }

    fn carry_out(&self, operation: Operation, changes: Vec<Change>, mut outcome: Outcome, word: &str) -> Outcome {
        match self.begin(operation, changes, word) {
            Ok(journal) => {
                let mut work = Work::new(self.system, self.context, self.control, journal, &format!("{word}x"));
                work.outcome = outcome;
                work.run();
                work.outcome
            }
            Err((operation, reason)) => {
                outcome.fail(subject(&operation), reason);
                outcome
            }
        }
    }

    fn begin(
        &self,
        operation: Operation,
        changes: Vec<Change>,
        word: &str,
    ) -> Result<Journal<'_>, (Operation, Reason)> {
        let Some(folder) = &self.context.journals else {
            return Err((operation, Reason::NoJournal));
        };
        if let Ok(shelf) = read_all(self.system, folder) {
            tidy(self.system, folder, &shelf, self.context.now);
        }
        let story = Story::new(operation.clone(), self.context.now, changes);
        let makes_room = matches!(operation, Operation::Delete(_) | Operation::Empty(_));
        match Journal::begin(self.system, folder, word, story.clone()) {
            // Whoever makes room on a full disk must not need any.
            Err(Reason::Journal(Errno::NOSPC | Errno::DQUOT)) if makes_room => Journal::in_memory(self.system, story),
            other => other,
        }
        .map_err(|reason| (operation, reason))
    }

    fn weight(&self, changes: &[Change]) -> (u64, u64) {
        let copied =
            changes.iter().filter(|change| matches!(change, Change::Create { .. } | Change::MoveAcross { .. }));
        let paths = copied.flat_map(|change| match change {
            Change::Create { content: Content::Archive(sources, _), .. } => sources.iter().map(AsRef::as_ref).collect(),
            other => vec![other.subject()],
        });
        let places = paths.filter_map(|path| Place::open(self.system, path).ok());
        let weights = places.map(|place| weigh(self.system, &place, Some(self.control)));
        weights.fold((0, 0), |(items, bytes), weight| (items + weight.items, bytes + weight.bytes))
    }

    /// Reads all journals; and tells which cannot be read.
    ///
    /// # Errors
    /// [`Reason::Journal`].
    pub fn journals(&self) -> Result<Shelf, Reason> {
        self.context.journals.as_ref().map_or(Ok(Shelf::default()), |folder| read_all(self.system, folder))
    }

    /// Gives journals that cannot be read names that nobody looks for; returns where they lie then, and why.
    ///
    /// # Errors
    /// [`Reason::Journal`].
    pub fn set_aside(&self, shelf: &Shelf) -> Result<Vec<(PathBuf, Damage)>, Reason> {
        shelf.damaged.iter().map(|(path, damage)| Ok((set_aside(self.system, path)?, *damage))).collect()
    }

    /// Takes back what was done last and can be; `None` where there is nothing.
    ///
    /// # Errors
    /// [`Reason::Journal`].
    pub fn undo(&self) -> Result<Option<Outcome>, Reason> {
        let shelf = self.journals()?;
        let last = shelf.journals.iter().filter(|found| found.story.can_undo());
        let Some(found) = last.max_by_key(|found| found.story.turned_at) else { return Ok(None) };
        self.turn(&shelf, found, Record::Undoing { at: self.context.now }).map(Some)
    }

    /// Does again what was undone last, unless something else was done since; `None` where there is nothing.
    ///
    /// # Errors
    /// [`Reason::Journal`].
    pub fn redo(&self) -> Result<Option<Outcome>, Reason> {
        let shelf = self.journals()?;
        let undone = shelf.journals.iter().filter(|found| found.story.can_redo());
        let Some(found) = undone.max_by_key(|found| found.story.turned_at) else { return Ok(None) };
        if shelf.journals.iter().any(|other| other.story.at > found.story.turned_at) {
            return Ok(None);
        }
        self.turn(&shelf, found, Record::Redoing { at: self.context.now }).map(Some)
    }

    fn turn(&self, shelf: &Shelf, found: &Found, record: Record) -> Result<Outcome, Reason> {
        let Some(journal) = take(self.system, found)? else { return Err(Reason::Busy) };
        let mut work = Work::new(self.system, self.context, self.control, journal, &word());
        let is_back = matches!(record, Record::Undoing { .. });
        let way = if is_back { Way::Back } else { Way::Forward };
        work.adopt(&Heirs::of(shelf, found), way)?;
        work.refuse(way);
        if work.outcome.failed.is_empty() {
            let _place = self.queue(&to_be_done(&work.journal.story, is_back))?;
            work.journal.note(&record)?;
            work.journal.sync()?;
            work.run();
        }
        Ok(work.outcome)
    }

    /// Ends an operation that was interrupted.
    ///
    /// # Errors
    /// [`Reason::Busy`] where a process is at work on it, or [`Reason::Journal`].
    pub fn recover(&self, found: &Found, how: Recovery) -> Result<Outcome, Reason> {
        let Some(journal) = take(self.system, found)? else { return Err(Reason::Busy) };
        let mut work = Work::new(self.system, self.context, self.control, journal, &word());
        let at = work.journal.story.turned_at;
        let _place = self.queue(&work.journal.story.changes)?;
        match (work.journal.story.way, how) {
            (_, Recovery::Resume) => {}
            (Way::Forward, Recovery::RollBack) => work.journal.note(&Record::Undoing { at })?,
            (Way::Back, Recovery::RollBack) => work.journal.note(&Record::Redoing { at })?,
        }
        work.run();
        Ok(work.outcome)
    }
}

/// What turning an operation round moves: what was copied only goes, and what was moved to another device comes back.
fn to_be_done(story: &Story, is_back: bool) -> Vec<Change> {
    let back = |change: &Change| match change.clone() {
        Change::MoveAcross { from, to, identity, staged, over, reveals } => {
            Some(Change::MoveAcross { from: to, to: from, identity, staged, over, reveals })
        }
        _ => None,
    };
    if is_back { story.changes.iter().filter_map(back).collect() } else { story.changes.clone() }
}

/// A word that no other operation has.
fn word() -> String {
    format!("{:012x}", RandomState::new().hash_one(std::process::id()) >> 16)
}

fn subject(operation: &Operation) -> PathBuf {
    match operation {
        Operation::Copy { items, .. } | Operation::Move { items, .. } | Operation::Rename(items) => {
            items.first().map(|item| item.from.clone())
        }
        Operation::Trash(paths) | Operation::Delete(paths) => paths.first().cloned(),
        Operation::Restore { slots, .. } | Operation::Empty(slots) => slots.first().map(|slot| slot.original.clone()),
        Operation::Permissions { paths, .. } | Operation::Owner { paths, .. } => paths.first().cloned(),
        Operation::Link(items) => items.first().map(|item| item.to.clone()),
        Operation::Compress { to, .. } => Some(to.clone()),
        Operation::Extract { archive, .. } => Some(archive.clone()),
        Operation::Make { path, .. } => Some(path.clone()),
    }
    .unwrap_or_default()
}

impl View for Engine<'_> {
    fn look(&self, path: &Path) -> Result<Option<Stat>, Reason> {
        self.control.check()?;
        self.control.report(|progress| path.clone_into(&mut progress.current));
        Ok(look(self.system, path)?)
    }

    fn names(&self, folder: &Path) -> Result<Vec<OsString>, Reason> {
        Ok(self.system.names(open_folder(self.system, folder)?.as_fd())?)
    }

    fn is_within(&self, folder: &Path, outer: Identity) -> Result<bool, Reason> {
        Ok(is_within(self.system, folder, outer)?)
    }

    fn limits(&self, folder: &Path) -> Limits {
        // Where it cannot be told, the file system tells with each file.
        let told = open_folder(self.system, folder).and_then(|folder| self.system.limits(folder.as_fd()));
        told.unwrap_or_default()
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        resolve(path)
    }

    fn slot(&self, path: &Path, _stat: &Stat, taken: &HashSet<PathBuf>) -> Result<Slot, Reason> {
        trash::slot(self.system, self.context, path, taken)
    }
}
