//! Whether an operation may be undone or made again at all, before anything is touched.

use super::Work;
use crate::journal::{Standing, Way};
use crate::operation::{Change, Content, Identity, Reason};
use crate::system::place::look;
use crate::system::remove::digest;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What stands under the names that the steps before have changed, as if they were taken already.
#[derive(Debug, Default)]
pub struct Foresight(HashMap<PathBuf, Option<Identity>>);

impl Foresight {
    fn moved(&mut self, from: &Path, to: &Path, identity: Identity) {
        let _ = self.0.insert(from.to_owned(), None);
        let _ = self.0.insert(to.to_owned(), Some(identity));
    }
}

impl Work<'_> {
    /// Notes as failed each change that could not be taken back, or made again, as things are now.
    pub fn refuse(&mut self, way: Way) {
        let mut foresight = Foresight::default();
        let count = self.journal.story.changes.len();
        for step in 0..count {
            let change = if way == Way::Back { count - 1 - step } else { step };
            let may = match way {
                Way::Back => self.may_take_back(change, &mut foresight),
                Way::Forward => self.may_make_again(change, &mut foresight),
            };
            if let Err(reason) = may {
                let subject = &self.journal.story.changes[change];
                let path = subject.target().unwrap_or(subject.subject()).to_owned();
                self.outcome.fail(path, reason);
            }
        }
    }

    fn may_make_again(&self, change: usize, foresight: &mut Foresight) -> Result<(), Reason> {
        if self.journal.story.standing[change] == Standing::Failed {
            return Ok(());
        }
        let again = &self.journal.story.changes[change];
        match again {
            Change::Create { to, content: Content::Copy(from), .. } => {
                let place = self.place(from)?;
                let known = self.journal.story.built[change].ok_or(Reason::Changed)?;
                // The same files, or the same by an undo or a redo of ours.
                if !digest(self.system, &place, Some(self.control))?.looks_like(known.source) {
                    return Err(Reason::Changed);
                }
                self.is_ready(again, to)
            }
            Change::Create { to, .. } => self.is_ready(again, to),
            Change::Rename { from, to, identity, over: None } => {
                if self.stands_at(from, foresight)? != Some(*identity) {
                    return Err(Reason::Changed);
                }
                if self.stands_at(to, foresight)?.is_some() {
                    return Err(Reason::Exists);
                }
                foresight.moved(from, to, *identity);
                Ok(())
            }
            Change::Rename { from, to, identity, .. } | Change::MoveAcross { from, to, identity, .. } => {
                self.is_file(from, *identity)?;
                self.is_ready(again, to)
            }
            Change::Trash { from, identity, .. } => self.is_file(from, *identity),
            Change::Restore { slot, identity, to, .. } => {
                self.is_file(&slot.file(), *identity)?;
                self.is_ready(again, to)
            }
            Change::Delete { path, identity, .. } => self.is_file(path, *identity),
            Change::Mode { path, identity, before, .. } => self.has_mode(path, *identity, *before),
            Change::Owner { path, identity, before, .. } => self.has_owner(path, *identity, *before),
            Change::RemoveFolder { .. } => Ok(()),
        }
    }

    /// Which file stands there when the steps before are taken.
    fn stands_at(&self, path: &Path, foresight: &Foresight) -> Result<Option<Identity>, Reason> {
        match foresight.0.get(path) {
            Some(known) => Ok(*known),
            None => Ok(look(self.system, path)?.map(|stat| stat.identity())),
        }
    }

    /// Whether a rename could be taken back when the steps after it are.
    pub(super) fn may_rename_back(
        &self,
        change: usize,
        (from, to): (&Path, &Path),
        identity: Identity,
        foresight: &mut Foresight,
    ) -> Result<(), Reason> {
        match foresight.0.get(to) {
            Some(known) if *known == Some(identity) => {}
            Some(_) => return Err(Reason::Changed),
            None => self.same_root(change, &self.place(to)?)?,
        }
        let there = self.stands_at(from, foresight)?;
        if there.is_some_and(|there| there != identity) {
            return Err(Reason::Exists);
        }
        foresight.moved(to, from, identity);
        Ok(())
    }

    fn is_file(&self, path: &Path, identity: Identity) -> Result<(), Reason> {
        let there = look(self.system, path)?.map(|stat| stat.identity());
        if there == Some(identity) { Ok(()) } else { Err(Reason::Changed) }
    }

    /// Whether the new name is free, or stands for what is to be replaced.
    fn is_ready(&self, change: &Change, to: &Path) -> Result<(), Reason> {
        let there = look(self.system, to)?.map(|stat| stat.identity());
        match (there, change.over()) {
            (None, None) => Ok(()),
            (Some(there), Some(over)) if there == over.identity => Ok(()),
            (Some(_), None) => Err(Reason::Exists),
            _ => Err(Reason::Changed),
        }
    }
}
