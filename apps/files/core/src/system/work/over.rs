//! How something gets a name that something else has: they change names, and what was there goes to the trash.

use super::Work;
use crate::journal::Record;
use crate::operation::change::split;
use crate::operation::{Change, Identity, Reason, Replaced};
use crate::system::place::{Place, look};
use crate::system::publish::{exchange, to_free_name};
use crate::system::trash::{Safe, bury, claim, release, slot};

use rustix::io::Errno;

use std::collections::HashSet;
use std::path::Path;

/// So often another place in the trash is looked for when somebody else takes it first.
const TRIES: usize = 10;

impl Work<'_> {
    /// Gives the file at `from` the name `to`, which is free, or that of what the change replaces.
    pub(super) fn name(&mut self, change: usize, from: &Place, to: &Path) -> Result<(), Reason> {
        let target = self.place(to)?;
        let Some(over) = self.journal.story.changes[change].over().cloned() else {
            return to_free_name(self.system, from, &target);
        };
        match target.identity(self.system)? {
            Some(there) if there == over.identity => {
                let over = self.claim(change, over)?;
                let named = self.name_over(from, &target, &over);
                if named.is_err() {
                    release(self.system, self.context, &over.slot)?;
                }
                named
            }
            Some(_) => Err(Reason::Changed),
            None => to_free_name(self.system, from, &target),
        }
    }

    /// Takes the place in the trash, or another one where that is taken.
    pub(super) fn claim(&mut self, change: usize, mut over: Replaced) -> Result<Replaced, Reason> {
        for _ in 0..TRIES {
            match claim(self.system, self.context, &over.slot, Safe::AtOnce) {
                Err(Reason::Exists) => {
                    over.slot = slot(self.system, self.context, &over.slot.original, &HashSet::new())?;
                    let into = with_over(&self.journal.story.changes[change], &over);
                    self.journal.note(&Record::Amended { change, into })?;
                }
                other => return other.map(|()| over),
            }
        }
        Err(Reason::NoTrash)
    }

    fn name_over(&self, from: &Place, target: &Place, over: &Replaced) -> Result<(), Reason> {
        if exchange(self.system, from, target)?.is_none() {
            bury(self.system, target, &over.slot)?;
            let named = to_free_name(self.system, from, target);
            if named.is_err() {
                to_free_name(self.system, &Place::open(self.system, &over.slot.file())?, target)?;
            }
            return named;
        }
        let is_old = from.identity(self.system)? == Some(over.identity);
        let buried = if is_old { bury(self.system, from, &over.slot) } else { Err(Reason::Changed) };
        if buried.is_err() {
            let _ = exchange(self.system, from, target)?;
        }
        buried
    }

    /// After an interruption between the two: what was replaced may still stand where the new file was.
    pub(super) fn finish_over(&mut self, change: usize, from: &Place) -> Result<(), Reason> {
        let Some(over) = self.journal.story.changes[change].over().cloned() else { return Ok(()) };
        if from.identity(self.system)? == Some(over.identity) {
            let over = self.claim(change, over)?;
            bury(self.system, from, &over.slot)?;
        }
        Ok(())
    }

    /// Gives the name `to` back to what was replaced; what replaced it then stands at `from`.
    pub(super) fn unname(&self, change: usize, from: &Place, to: &Path, new: Identity) -> Result<(), Reason> {
        let target = self.place(to)?;
        let Some(over) = self.journal.story.changes[change].over() else {
            return to_free_name(self.system, &target, from);
        };
        if from.identity(self.system)? == Some(over.identity) {
            return self.exchange_back(from, &target, over);
        }
        let buried = self.place(&over.slot.file())?;
        if buried.identity(self.system)? != Some(over.identity) {
            return Err(Reason::OldGone);
        }
        if exchange(self.system, &buried, &target)?.is_none() {
            to_free_name(self.system, &target, from)?;
            to_free_name(self.system, &buried, &target)?;
        } else if buried.identity(self.system)? == Some(new) {
            to_free_name(self.system, &buried, from)?;
        }
        release(self.system, self.context, &over.slot)
    }

    fn exchange_back(&self, from: &Place, target: &Place, over: &Replaced) -> Result<(), Reason> {
        match exchange(self.system, from, target)? {
            Some(()) => release(self.system, self.context, &over.slot),
            None => Err(Errno::OPNOTSUPP.into()),
        }
    }

    /// Where the new file does not have the name, but something of the exchange is left: ends as if it had not begun,
    /// with the new file, if there is one, at `from`.
    pub(super) fn restore_over(
        &self,
        change: usize,
        from: &Place,
        to: &Path,
        new: Option<Identity>,
    ) -> Result<(), Reason> {
        let Some(over) = self.journal.story.changes[change].over() else { return Ok(()) };
        let buried = look(self.system, &over.slot.file())?.map(|stat| stat.identity());
        if buried.is_some() && buried == new {
            to_free_name(self.system, &self.place(&over.slot.file())?, from)?;
        } else if buried == Some(over.identity) && look(self.system, to)?.is_none() {
            to_free_name(self.system, &self.place(&over.slot.file())?, &self.place(to)?)?;
        }
        release(self.system, self.context, &over.slot)
    }

    /// Whether what a change replaced is still there to come back.
    pub(super) fn old_is_there(&self, change: &Change) -> Result<(), Reason> {
        let Some(over) = change.over() else { return Ok(()) };
        let stands = |path: &Path| look(self.system, path).map(|stat| stat.map(|stat| stat.identity()));
        if stands(&over.slot.file())? == Some(over.identity) { Ok(()) } else { Err(Reason::OldGone) }
    }
}

/// The same change, with what it replaces going elsewhere.
fn with_over(change: &Change, over: &Replaced) -> Change {
    let mut change = change.clone();
    if let Change::Create { over: old, .. }
    | Change::Rename { over: old, .. }
    | Change::MoveAcross { over: old, .. }
    | Change::Restore { over: old, .. } = &mut change
    {
        *old = Some(over.clone());
    }
    change
}

/// The path of a hidden name beside another one.
pub(super) fn beside(path: &Path, hidden: &str) -> std::path::PathBuf {
    split(path).0.join(hidden)
}
