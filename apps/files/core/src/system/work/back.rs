//! How a change is taken back, from wherever it stands, to as if it had never been.

use super::Work;
use super::make::built;
use super::over::beside;
use super::refuse::Foresight;
use super::settle::root_only;
use crate::journal::{Record, Standing};
use crate::operation::{Built, Change, Content, Identity, Reason, Slot};
use crate::system::file_system::Kind;
use crate::system::place::{Place, look, open_folder, some};
use crate::system::publish::to_free_name;
use crate::system::remove::{digest, remove};
use crate::system::trash::{Safe, bury, claim, release};

use rustix::fd::AsFd;
use rustix::io::Errno;

use std::path::Path;

impl Work<'_> {
    /// Takes a change back.
    pub(super) fn take_back(&mut self, change: usize) -> Result<(), Reason> {
        if self.journal.story.standing[change] == Standing::Failed {
            return Ok(());
        }
        match self.journal.story.changes[change].clone() {
            Change::Create { to, staged, content, .. } => self.uncreate(change, &to, &staged, &content)?,
            Change::MoveAcross { .. } if self.is_made(change) || self.is_removing(change) => {
                return self.carry_back_anew(change);
            }
            Change::MoveAcross { from, to, staged, identity, .. } => {
                let (source, hidden) = (self.place(&from)?, self.place(&beside(&from, &staged))?);
                if hidden.identity(self.system)? == Some(identity) {
                    to_free_name(self.system, &hidden, &source)?;
                }
                self.uncreate(change, &to, &staged, &Content::Copy(from))?;
            }
            Change::Rename { from, to, identity, .. } => self.rename_back(change, &from, &to, identity)?,
            Change::Trash { from, identity, slot } => self.untrash(&from, identity, &slot)?,
            Change::Restore { slot, identity, to, .. } => self.trash_again(change, &slot, identity, &to)?,
            Change::RemoveFolder { path, mode, owner } => {
                return self.folder_again(change, &path, mode, owner);
            }
            Change::Mode { path, identity, before, after } => self.mode_back(&path, identity, (before, after))?,
            Change::Owner { path, identity, before, after } => self.owner_back(&path, identity, (before, after))?,
            Change::Delete { path, .. } if self.is_removing(change) || self.is_made(change) => {
                return self.undelete_rest(change, &path);
            }
            Change::Delete { path, staged, identity, .. } => self.undelete(&path, &staged, identity)?,
        }
        self.journal.note(&Record::TakenBack { change })
    }

    fn uncreate(&mut self, change: usize, to: &Path, staged: &str, content: &Content) -> Result<(), Reason> {
        let path = beside(to, staged);
        let (Some(hidden), Some(target)) =
            (some(Place::open(self.system, &path))?, some(Place::open(self.system, to))?)
        else {
            return Ok(());
        };
        let new = self.journal.story.built[change];
        let there = target.identity(self.system)?;
        match new.filter(|built| there == Some(built.identity)) {
            Some(_) if *content == Content::Folder => self.unmake_folder(&target)?,
            // The taking back of a later move may have made it anew.
            None if *content == Content::Folder && self.is_made(change) && self.is_folder(&target)? => {
                self.unmake_folder(&target)?;
            }
            Some(built) => {
                if digest(self.system, &target, None)? != built.made {
                    return Err(Reason::Changed);
                }
                self.unname(change, &hidden, to, built.identity)?;
                // Before any of it goes: what is half gone must not be given its name again.
                self.journal.note(&Record::TakenBack { change })?;
            }
            None => self.restore_over(change, &hidden, to, new.map(|built| built.identity))?,
        }
        self.clear(change, &hidden, &path)
    }

    /// A new folder goes only while nothing is in it.
    fn unmake_folder(&self, target: &Place) -> Result<(), Reason> {
        match self.system.remove(target.at().0, target.at().1, Kind::Folder) {
            Err(Errno::NOTEMPTY | Errno::EXIST) => Err(Reason::Changed),
            other => Ok(other?),
        }
    }

    fn rename_back(&mut self, change: usize, from: &Path, to: &Path, identity: Identity) -> Result<(), Reason> {
        let (source, target) = (self.place(from)?, self.place(to)?);
        let is_there = target.identity(self.system)? == Some(identity) && target.is_listed(self.system)?;
        if !is_there {
            return self.restore_over(change, &source, to, Some(identity));
        }
        self.same_root(change, &target)?;
        let has_both = source.look(self.system)?.is_some_and(|stat| stat.identity() == identity && stat.links > 1);
        if has_both && source.is_listed(self.system)? {
            // A second link, from where the first was not removed any more.
            return Ok(self.system.remove(target.at().0, target.at().1, Kind::File)?);
        }
        self.unname(change, &source, to, identity)
    }

    /// That a file is as it was left, if that was noted.
    pub(super) fn same_root(&self, change: usize, place: &Place) -> Result<(), Reason> {
        let Some(known) = self.journal.story.built[change].filter(|_| self.is_made(change)) else { return Ok(()) };
        if root_only(self.system, place)? == known { Ok(()) } else { Err(Reason::Changed) }
    }

    fn untrash(&self, from: &Path, identity: Identity, slot: &Slot) -> Result<(), Reason> {
        let Some(buried) = some(Place::open(self.system, &slot.file()))? else { return Ok(()) };
        if buried.identity(self.system)? == Some(identity) {
            to_free_name(self.system, &buried, &self.place(from)?)?;
        } else if look(self.system, from)?.map(|stat| stat.identity()) != Some(identity) {
            return Err(Reason::OldGone);
        }
        release(self.system, self.context, slot)
    }

    fn trash_again(&self, change: usize, slot: &Slot, identity: Identity, to: &Path) -> Result<(), Reason> {
        let Some(over) = self.journal.story.changes[change].over() else {
            if look(self.system, to)?.map(|stat| stat.identity()) != Some(identity) {
                return Ok(());
            }
            claim(self.system, self.context, slot, Safe::AtOnce)?;
            return bury(self.system, &self.place(to)?, slot);
        };
        if look(self.system, to)?.map(|stat| stat.identity()) != Some(identity) {
            return self.restore_over(change, &self.place(&slot.file())?, to, Some(identity));
        }
        // Where the two have changed names and nothing more was done, the place is still taken.
        if look(self.system, &slot.file())?.map(|stat| stat.identity()) != Some(over.identity) {
            claim(self.system, self.context, slot, Safe::AtOnce)?;
        }
        self.unname(change, &self.place(&slot.file())?, to, identity)
    }

    /// Makes a folder anew, and notes which it is now.
    fn folder_again(&mut self, change: usize, path: &Path, mode: u32, owner: (u32, u32)) -> Result<(), Reason> {
        let place = self.place(path)?;
        let (folder, name) = place.at();
        // The journal may not know yet that it went.
        match place.look(self.system)? {
            // Made before an interruption: it does not have its permissions yet.
            Some(there) if there.kind == Kind::Folder && there.mode & 0o777 == 0o700 => {}
            Some(_) => return self.journal.note(&Record::TakenBack { change }),
            None => self.system.make_folder(folder, name, 0o700)?,
        }
        // Owner first, as it clears bits of the mode; where it may not be given, the folder is ours.
        let _ = self.system.change_owner_at(folder, name, Some(owner.0), owner.1);
        self.system.change_mode_at(folder, name, mode)?;
        let built = root_only(self.system, &place)?;
        self.journal.note(&Record::TakenBack { change })?;
        self.journal.note(&Record::Built { change, built })
    }

    /// A file that is not there any more, or another one, has nothing to take back.
    fn mode_back(&self, path: &Path, identity: Identity, (before, after): (u32, u32)) -> Result<(), Reason> {
        match self.change_mode(path, identity, (after, before)) {
            Err(Reason::Changed) if look(self.system, path)?.map(|stat| stat.identity()) != Some(identity) => Ok(()),
            Err(Reason::System(Errno::NOENT)) => Ok(()),
            other => other,
        }
    }

    /// Whether a file has these permissions, as far as can be seen: its folder may be closed until it has its own back.
    pub(super) fn has_mode(&self, path: &Path, identity: Identity, mode: u32) -> Result<(), Reason> {
        match look(self.system, path) {
            Ok(Some(stat)) if stat.identity() == identity && stat.mode == mode => Ok(()),
            Ok(_) => Err(Reason::Changed),
            Err(Errno::ACCESS) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// What is left of something that was being removed is to be seen again, and that it is not whole is told.
    fn undelete_rest(&mut self, change: usize, path: &Path) -> Result<(), Reason> {
        self.show_hidden(change)?;
        self.outcome.fail(path, Reason::PartlyRemoved);
        self.journal.note(&Record::Failed { change })
    }

    fn undelete(&self, path: &Path, staged: &str, identity: Identity) -> Result<(), Reason> {
        let hidden = self.place(&beside(path, staged))?;
        if hidden.identity(self.system)? == Some(identity) {
            to_free_name(self.system, &hidden, &self.place(path)?)?;
        }
        Ok(())
    }

    /// What has been moved to another file system, and its source removed, is moved back.
    fn carry_back_anew(&mut self, change: usize) -> Result<(), Reason> {
        let Change::MoveAcross { from, to, staged, over, reveals, .. } = self.journal.story.changes[change].clone()
        else {
            return Err(Reason::Changed);
        };
        let built = self.journal.story.built[change].ok_or(Reason::OriginalGone)?;
        let copy = self.place(&to)?;
        if copy.identity(self.system)? != Some(built.identity) || digest(self.system, &copy, None)? != built.made {
            return Err(Reason::Changed);
        }
        // What is left of the source: all of it is in the copy.
        remove(self.system, &self.place(&beside(&from, &staged))?, None)?;
        let identity = built.identity;
        let staged = self.hidden.next_name();
        let into = Change::MoveAcross { from: to, to: from, identity, staged, over: reveals, reveals: over };
        self.journal.note(&Record::Turned { change, into })?;
        self.journal.sync()?;
        self.carry_back(change)
    }

    /// Makes a change that was turned round: that takes it back.
    pub(super) fn carry_back(&mut self, change: usize) -> Result<(), Reason> {
        if !self.is_made(change) {
            self.prepare(change)?;
            self.settle(&mut vec![change])?;
        }
        if !self.is_made(change) {
            return Err(self.outcome.failed.pop().map_or(Reason::Changed, |failure| failure.reason));
        }
        let _ = self.outcome.done.pop();
        let into = self.turned_round(change)?;
        self.journal.note(&Record::Turned { change, into })
    }

    /// Takes back the turning round of a change: then it is made again.
    pub(super) fn turn_again(&mut self, change: usize) -> Result<(), Reason> {
        self.take_back(change)?;
        if self.journal.story.turned[change] {
            let into = self.turned_round(change)?;
            self.journal.note(&Record::Turned { change, into })?;
        }
        let to = self.journal.story.changes[change].target().unwrap_or(Path::new("/")).to_owned();
        let built = built(self.system, &self.place(&to)?)?;
        self.journal.note(&Record::Built { change, built })?;
        self.made(change)
    }

    /// The move in the other direction, as it is known now.
    fn turned_round(&mut self, change: usize) -> Result<Change, Reason> {
        let Change::MoveAcross { from, to, identity, over, reveals, .. } = self.journal.story.changes[change].clone()
        else {
            return Err(Reason::Changed);
        };
        let identity = self.journal.story.built[change]
            .map(|built| built.identity)
            .filter(|known| *known != Identity::default())
            .unwrap_or(identity);
        let staged = self.hidden.next_name();
        Ok(Change::MoveAcross { from: to, to: from, identity, staged, over: reveals, reveals: over })
    }

    /// Whether a change that is made could be taken back now, without trying.
    pub(super) fn may_take_back(&self, change: usize, foresight: &mut Foresight) -> Result<(), Reason> {
        if !self.is_made(change) || self.journal.story.turned[change] {
            return Ok(());
        }
        let made = &self.journal.story.changes[change];
        self.old_is_there(made)?;
        match made {
            Change::Create { to, content, .. } => self.may_uncreate(change, to, content),
            Change::MoveAcross { from, to, .. } => {
                let known = self.journal.story.built[change].ok_or(Reason::Changed)?;
                self.stands(to, known)?;
                self.is_free(from)
            }
            Change::Rename { from, to, identity, .. } => self.may_rename_back(change, (from, to), *identity, foresight),
            Change::Trash { from, identity, slot } => {
                let buried = look(self.system, &slot.file())?.map(|stat| stat.identity());
                if buried == Some(*identity) { self.is_free(from) } else { Err(Reason::OldGone) }
            }
            Change::Restore { to, slot, .. } => {
                self.same_root(change, &self.place(to)?)?;
                self.is_free(&slot.file())
            }
            Change::RemoveFolder { path, .. } => self.is_free(path),
            Change::Mode { path, identity, after, .. } => self.has_mode(path, *identity, *after),
            Change::Owner { path, identity, after, .. } => self.has_owner(path, *identity, *after),
            Change::Delete { .. } => Err(Reason::PartlyRemoved),
        }
    }

    fn may_uncreate(&self, change: usize, to: &Path, content: &Content) -> Result<(), Reason> {
        let known = self.journal.story.built[change].ok_or(Reason::Changed)?;
        match content {
            Content::Copy(from) => {
                self.stands(to, known)?;
                self.is_left(from)
            }
            Content::Archive(sources, _) => {
                self.stands(to, known)?;
                sources.iter().try_for_each(|source| self.is_left(source))
            }
            Content::Extracted(from, _) => {
                self.stands(to, known)?;
                self.is_left(from)
            }
            // Others of its changes may be what fills it.
            Content::Folder if self.journal.story.changes.len() > 1 => Ok(()),
            Content::Folder if self.is_folder(&self.place(to)?)? => {
                let folder = open_folder(self.system, to)?;
                if self.system.names(folder.as_fd())?.is_empty() { Ok(()) } else { Err(Reason::Changed) }
            }
            Content::Folder | Content::File(_) | Content::Symlink(_) | Content::Template(_) => self.stands(to, known),
        }
    }

    fn is_folder(&self, place: &Place) -> Result<bool, Reason> {
        Ok(place.look(self.system)?.is_some_and(|stat| stat.kind == Kind::Folder))
    }

    /// What a copy was made of must be there when the copy goes.
    fn is_left(&self, path: &Path) -> Result<(), Reason> {
        look(self.system, path)?.map(drop).ok_or(Reason::OriginalGone)
    }

    fn stands(&self, path: &Path, known: Built) -> Result<(), Reason> {
        let place = self.place(path)?;
        let is_there = place.identity(self.system)? == Some(known.identity);
        let is_same = is_there && digest(self.system, &place, Some(self.control))? == known.made;
        if is_same { Ok(()) } else { Err(Reason::Changed) }
    }

    fn is_free(&self, path: &Path) -> Result<(), Reason> {
        if look(self.system, path)?.is_none() { Ok(()) } else { Err(Reason::Exists) }
    }
}
