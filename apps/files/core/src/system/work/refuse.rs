//! Whether an operation may be undone or made again at all, before anything is touched.

use super::Work;
use crate::journal::{Standing, Way};
use crate::operation::{Change, Content, Identity, Reason};
use crate::system::place::look;
use crate::system::remove::digest;

use std::path::Path;

impl Work<'_> {
    /// Notes as failed each change that could not be taken back, or made again, as things are now.
    pub fn refuse(&mut self, way: Way) {
        for change in 0..self.journal.story.changes.len() {
            let may = match way {
                Way::Back => self.may_take_back(change),
                Way::Forward => self.may_make_again(change),
            };
            if let Err(reason) = may {
                let subject = &self.journal.story.changes[change];
                let path = subject.target().unwrap_or(subject.subject()).to_owned();
                self.outcome.fail(path, reason);
            }
        }
    }

    fn may_make_again(&self, change: usize) -> Result<(), Reason> {
        if self.journal.story.standing[change] == Standing::Failed {
            return Ok(());
        }
        let again = &self.journal.story.changes[change];
        match again {
            Change::Create { to, content: Content::Copy(from), .. } => {
                let place = self.place(from)?;
                let known = self.journal.story.built[change].ok_or(Reason::Changed)?;
                if digest(self.system, &place, None)? != known.source {
                    return Err(Reason::Changed);
                }
                self.is_ready(again, to)
            }
            Change::Create { to, .. } => self.is_ready(again, to),
            Change::Rename { from, to, identity, .. } | Change::MoveAcross { from, to, identity, .. } => {
                self.is_file(from, *identity)?;
                self.is_ready(again, to)
            }
            Change::Trash { from, identity, .. } => self.is_file(from, *identity),
            Change::Restore { slot, identity, .. } => self.is_file(&slot.file(), *identity),
            Change::Delete { path, identity, .. } => self.is_file(path, *identity),
            Change::RemoveFolder { .. } => Ok(()),
        }
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
