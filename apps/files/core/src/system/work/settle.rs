//! The last steps of a group of changes: to the disk, then the names, then what is left behind goes.

use super::Work;
use super::make::expect;
use super::over::beside;
use crate::journal::{Record, Standing};
use crate::operation::change::split;
use crate::operation::{Built, Change, Durability, Identity, Phase, Reason, Slot};
use crate::system::file_system::{FileSystem, Kind};
use crate::system::place::{Place, look, some};
use crate::system::publish::to_free_name;
use crate::system::remove::{digest, remove};
use crate::system::trash::{bury, release};

use rustix::io::Errno;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

impl Work<'_> {
    /// Makes the changes that are prepared; none is left in `group`.
    pub(super) fn settle(&mut self, group: &mut Vec<usize>) -> Result<(), Reason> {
        let group = std::mem::take(group);
        if group.is_empty() {
            return Ok(());
        }
        let flushed = self.control.check().and_then(|()| self.flush(&group)).and_then(|()| self.sync_journal(&group));
        if let Err(reason) = flushed {
            return group.into_iter().try_for_each(|change| self.give_up(change, reason));
        }
        let is_emptied = |change: &usize| matches!(self.journal.story.changes[*change], Change::RemoveFolder { .. });
        let (emptied, group): (Vec<usize>, Vec<usize>) = group.into_iter().partition(is_emptied);
        let mut leaving = Vec::new();
        for change in &group {
            match self.publish(*change) {
                Ok(Rest::Nothing) => self.made(*change)?,
                Ok(Rest::Source) => leaving.push(*change),
                Err(reason) => self.give_up(*change, reason)?,
            }
        }
        self.sync_names(&group)?;
        self.remove_sources(leaving)?;
        emptied.into_iter().try_for_each(|change| self.remove_folder(change))
    }

    /// Brings what was prepared to the disk where it must be there before it gets its name.
    fn flush(&mut self, group: &[usize]) -> Result<(), Reason> {
        let mut places: BTreeMap<u64, Vec<PathBuf>> = BTreeMap::new();
        for change in group.iter().filter(|change| self.must_be_safe(**change)) {
            if let Some((hidden, device)) = self.staged(*change)? {
                places.entry(device).or_default().push(hidden);
            }
        }
        for paths in places.values() {
            let place = self.place(&paths[0])?;
            self.copier.flush(&place, paths.len() > 1)?;
        }
        self.flush_slots(group)
    }

    /// Brings to the disk where the files were that go to the trash: a few one by one, which does not wait for what
    /// others have written.
    fn flush_slots(&self, group: &[usize]) -> Result<(), Reason> {
        const FEW: usize = 8;
        let mut infos: BTreeMap<&Path, Vec<PathBuf>> = BTreeMap::new();
        for change in group {
            if let Change::Trash { slot, .. } = &self.journal.story.changes[*change] {
                infos.entry(&slot.trash).or_default().push(slot.info());
            }
        }
        for infos in infos.values() {
            let (some, is_all) = if infos.len() > FEW { (&infos[..1], true) } else { (&infos[..], false) };
            some.iter().try_for_each(|info| self.copier.flush(&self.place(info)?, is_all))?;
        }
        Ok(())
    }

    /// Whether something old is given up for this, or everything is to be safe.
    fn must_be_safe(&self, change: usize) -> bool {
        let is_across = matches!(self.journal.story.changes[change], Change::MoveAcross { .. });
        self.options.durability == Durability::Always
            || is_across
            || self.journal.story.changes[change].over().is_some()
    }

    fn staged(&self, change: usize) -> Result<Option<(PathBuf, u64)>, Reason> {
        let (Change::Create { to, staged, .. } | Change::MoveAcross { to, staged, .. }) =
            &self.journal.story.changes[change]
        else {
            return Ok(None);
        };
        let path = beside(to, staged);
        Ok(look(self.system, &path)?.map(|stat| (path, stat.device)))
    }

    /// What was built must be known before it gets a name; everything else the plan tells.
    fn sync_journal(&self, group: &[usize]) -> Result<(), Reason> {
        let is_built = |change: &usize| self.journal.story.built[*change].is_some();
        if group.iter().any(is_built) { self.journal.sync() } else { Ok(()) }
    }

    /// Gives a change its name.
    fn publish(&mut self, change: usize) -> Result<Rest, Reason> {
        match self.journal.story.changes[change].clone() {
            Change::Create { to, staged, .. } => self.publish_built(change, &to, &staged).map(|()| Rest::Nothing),
            Change::MoveAcross { to, staged, .. } => {
                if !self.is_removing(change) {
                    self.publish_built(change, &to, &staged)?;
                }
                Ok(Rest::Source)
            }
            Change::Delete { .. } => Ok(Rest::Source),
            Change::Rename { from, to, .. } => self.rename(change, &from, &to),
            Change::Trash { from, slot, .. } => self.trash(change, &from, &slot).map(|()| Rest::Nothing),
            Change::Restore { slot, to, .. } => self.restore(change, &slot, &to).map(|()| Rest::Nothing),
            Change::Mode { path, identity, before, after } => {
                self.change_mode(&path, identity, (before, after)).map(|()| Rest::Nothing)
            }
            Change::Owner { path, identity, before, after } => {
                self.change_owner(&path, identity, (before, after)).map(|()| Rest::Nothing)
            }
            // Not before all that it held is gone.
            Change::RemoveFolder { .. } => Ok(Rest::Nothing),
        }
    }

    fn publish_built(&mut self, change: usize, to: &Path, staged: &str) -> Result<(), Reason> {
        let path = beside(to, staged);
        let (hidden, target) = (self.place(&path)?, self.place(to)?);
        let new = self.journal.story.built[change].ok_or(Errno::NOENT)?.identity;
        if target.identity(self.system)? == Some(new) {
            self.finish_over(change, &hidden)?;
            // Where a name is given by a second link, the first may be left.
            if hidden.identity(self.system)? == Some(new) {
                remove(self.system, &hidden, None)?;
            }
        } else {
            expect(self.system, &hidden, new)?;
            self.name(change, &hidden, to)?;
        }
        self.copier.renamed(&path, Some(to));
        Ok(())
    }

    fn rename(&mut self, change: usize, from: &Path, to: &Path) -> Result<Rest, Reason> {
        let Change::Rename { identity, .. } = self.journal.story.changes[change] else { return Err(Reason::Changed) };
        let target = self.place(to)?;
        let is_made = target.identity(self.system)? == Some(identity) && target.is_listed(self.system)?;
        if is_made {
            // The folder it was in may be gone by now.
            if let Some(source) = some(Place::open(self.system, from))? {
                self.finish_over(change, &source)?;
                self.remove_first_link(&source, identity)?;
            }
        } else {
            let source = self.place(from)?;
            if source.identity(self.system)? != Some(identity) {
                if self.went_on(change, to, identity)? {
                    return Ok(Rest::Nothing);
                }
                self.restore_over(change, &source, to, Some(identity))?;
            }
            expect(self.system, &source, identity)?;
            match self.name(change, &source, to) {
                // On another file system after all.
                Err(Reason::System(Errno::XDEV)) => return self.turn_across(change, from, to),
                other => other?,
            }
        }
        self.note_stands(change, &target)?;
        Ok(Rest::Nothing)
    }

    /// Whether the file has got a further name by now: that of a later step, which the journal need not know of yet.
    fn went_on(&self, change: usize, to: &Path, identity: Identity) -> Result<bool, Reason> {
        let later = self.journal.story.changes[change + 1..].iter().find_map(|later| match later {
            Change::Rename { from, to: further, .. } if from == to => Some(further),
            _ => None,
        });
        let stands = later.map(|further| look(self.system, further)).transpose()?.flatten();
        Ok(stands.is_some_and(|stat| stat.identity() == identity))
    }

    /// Where a name is given by a second link, the first may be left. One that is the only link is the same name by
    /// another mount.
    fn remove_first_link(&self, place: &Place, identity: Identity) -> Result<(), Reason> {
        let is_left = place.look(self.system)?.is_some_and(|stat| stat.identity() == identity && stat.links > 1);
        if is_left && place.is_listed(self.system)? {
            self.system.remove(place.at().0, place.at().1, Kind::File)?;
        }
        Ok(())
    }

    /// A rename that the file system refuses becomes a move to another one.
    fn turn_across(&mut self, change: usize, from: &Path, to: &Path) -> Result<Rest, Reason> {
        let Change::Rename { identity, over, .. } = self.journal.story.changes[change].clone() else {
            return Err(Reason::Changed);
        };
        let (from, to, staged) = (from.to_owned(), to.to_owned(), self.hidden.next_name());
        let into = Change::MoveAcross { from, to, identity, staged, over, reveals: None };
        self.journal.note(&Record::Amended { change, into })?;
        self.journal.sync()?;
        self.prepare(change)?;
        self.flush(&[change])?;
        self.journal.sync()?;
        self.publish(change)
    }

    fn trash(&mut self, change: usize, from: &Path, into: &Slot) -> Result<(), Reason> {
        let Change::Trash { identity, .. } = self.journal.story.changes[change] else { return Err(Reason::Changed) };
        if look(self.system, &into.file())?.map(|stat| stat.identity()) != Some(identity) {
            let source = self.place(from)?;
            expect(self.system, &source, identity)?;
            bury(self.system, &source, into)?;
        }
        let place = self.place(&into.file())?;
        self.note_stands(change, &place)
    }

    fn restore(&mut self, change: usize, from: &Slot, to: &Path) -> Result<(), Reason> {
        let Change::Restore { identity, .. } = self.journal.story.changes[change] else {
            return Err(Reason::Changed);
        };
        let (source, target) = (self.place(&from.file())?, self.place(to)?);
        if target.identity(self.system)? == Some(identity) {
            self.finish_over(change, &source)?;
        } else {
            if source.identity(self.system)? != Some(identity) {
                self.restore_over(change, &source, to, Some(identity))?;
            }
            expect(self.system, &source, identity)?;
            self.name(change, &source, to)?;
        }
        release(self.system, self.context, from)?;
        self.note_stands(change, &target)
    }

    /// Gives a file other permissions, if it has the ones that were seen; a file system may have no such ones.
    pub(super) fn change_mode(
        &self,
        path: &Path,
        identity: Identity,
        (before, after): (u32, u32),
    ) -> Result<(), Reason> {
        let place = self.place(path)?;
        expect(self.system, &place, identity)?;
        let mode = |place: &Place| Ok::<_, Reason>(place.look(self.system)?.ok_or(Errno::NOENT)?.mode);
        match mode(&place)? {
            now if now == after => return Ok(()),
            now if now != before => return Err(Reason::Changed),
            _ => self.system.change_mode_at(place.at().0, place.at().1, after)?,
        }
        if mode(&place)? == after { Ok(()) } else { Err(Errno::PERM.into()) }
    }

    /// Removes a folder whose content was moved. One that still holds something stays: what that is has been told.
    fn remove_folder(&mut self, change: usize) -> Result<(), Reason> {
        let path = self.journal.story.changes[change].subject().to_owned();
        let removed =
            self.place(&path).and_then(|place| Ok(self.system.remove(place.at().0, place.at().1, Kind::Folder)?));
        match removed {
            Ok(()) | Err(Reason::System(Errno::NOENT)) => self.made(change),
            Err(Reason::System(Errno::NOTEMPTY | Errno::EXIST)) => self.journal.note(&Record::Failed { change }),
            Err(reason) => self.give_up(change, reason),
        }
    }

    /// Notes what a file is like that has only got another name.
    fn note_stands(&mut self, change: usize, place: &Place) -> Result<(), Reason> {
        let built = root_only(self.system, place)?;
        self.journal.note(&Record::Built { change, built })
    }

    pub(super) fn made(&mut self, change: usize) -> Result<(), Reason> {
        let made = &self.journal.story.changes[change];
        if !matches!(made, Change::RemoveFolder { .. }) {
            self.outcome.done.push(made.target().unwrap_or(made.subject()).to_owned());
        }
        self.journal.note_surely(&Record::Made { change })
    }

    /// Brings new names to the disk where everything is to be there.
    fn sync_names(&mut self, group: &[usize]) -> Result<(), Reason> {
        if self.options.durability != Durability::Always {
            return Ok(());
        }
        let made = group.iter().map(|change| &self.journal.story.changes[*change]);
        for folder in folders(made.filter_map(Change::target)) {
            let synced = self.place(&folder.join(".")).and_then(|place| Ok(place.sync_folder(self.system)?));
            if let Err(reason) = synced {
                self.outcome.fail(folder, reason);
            }
        }
        Ok(())
    }

    /// Removes what the changes leave behind: they cannot be taken back as if they had never been from here on.
    fn remove_sources(&mut self, changes: Vec<usize>) -> Result<(), Reason> {
        let mut safe = Vec::new();
        self.control.report(|progress| progress.phase = Phase::Removing);
        for change in changes {
            match self.hide_source(change) {
                Ok(()) => safe.push(change),
                Err(reason) => self.give_up(change, reason)?,
            }
        }
        for change in &safe {
            if !self.is_removing(*change) {
                self.journal.note(&Record::Removing { change: *change })?;
            }
        }
        if !safe.is_empty() {
            self.journal.sync()?;
        }
        for change in safe {
            self.remove_source(change)?;
        }
        self.control.report(|progress| progress.phase = Phase::Working);
        Ok(())
    }

    /// Gives the source of a move a hidden name, if it is as it was copied.
    fn hide_source(&mut self, change: usize) -> Result<(), Reason> {
        let Change::MoveAcross { from, to, staged, .. } = self.journal.story.changes[change].clone() else {
            return Ok(());
        };
        if self.is_removing(change) {
            return Ok(());
        }
        self.place(&to)?.sync_folder(self.system)?;
        let (source, hidden) = (self.place(&from)?, self.place(&beside(&from, &staged))?);
        let copied = self.journal.story.built[change].ok_or(Errno::NOENT)?.source;
        if digest(self.system, &source, Some(self.control))? != copied {
            return Err(Reason::Changed);
        }
        to_free_name(self.system, &source, &hidden)?;
        // Once more, where nobody finds it by its name any longer.
        if digest(self.system, &hidden, Some(self.control))? != copied {
            return Err(Reason::Changed);
        }
        Ok(())
    }

    /// Removes what is left behind, and tries twice: it is half gone after the first try.
    fn remove_source(&mut self, change: usize) -> Result<(), Reason> {
        match self.remove_hidden(change).or_else(|_| self.remove_hidden(change)) {
            Ok(()) => self.made(change),
            Err(reason) => {
                let path = self.journal.story.changes[change].subject().to_owned();
                // What could not be removed is to be seen.
                self.is_unclean |= self.show_hidden(change).is_err();
                self.outcome.fail(path, reason);
                self.journal.note(&Record::Failed { change })
            }
        }
    }

    fn remove_hidden(&mut self, change: usize) -> Result<(), Reason> {
        let (path, staged, slot, reveals) = match self.journal.story.changes[change].clone() {
            Change::MoveAcross { from, staged, reveals, .. } => (from, staged, None, reveals),
            Change::Delete { path, staged, slot, .. } => (path, staged, slot, None),
            _ => return Ok(()),
        };
        remove(self.system, &self.place(&beside(&path, &staged))?, None)?;
        if let Some(slot) = slot {
            release(self.system, self.context, &slot)?;
        }
        if let Some(old) = reveals {
            let buried = self.place(&old.slot.file())?;
            if buried.identity(self.system)? == Some(old.identity) {
                to_free_name(self.system, &buried, &self.place(&path)?)?;
            }
            release(self.system, self.context, &old.slot)?;
        }
        Ok(())
    }

    pub(super) fn show_hidden(&self, change: usize) -> Result<(), Reason> {
        let (Change::MoveAcross { from: path, staged, .. } | Change::Delete { path, staged, .. }) =
            &self.journal.story.changes[change]
        else {
            return Ok(());
        };
        let hidden = self.place(&beside(path, staged))?;
        if hidden.look(self.system)?.is_none() {
            return Ok(());
        }
        to_free_name(self.system, &hidden, &self.place(path)?)
    }

    /// Whether a change is made, by the journal.
    pub(super) fn is_made(&self, change: usize) -> bool {
        self.journal.story.standing[change] == Standing::Made
    }
}

/// What is left of a change when it has its name.
enum Rest {
    Nothing,
    /// The source is still there.
    Source,
}

/// What a file itself is like, whatever lies below it.
pub(super) fn root_only(system: &dyn FileSystem, place: &Place) -> Result<Built, Reason> {
    let stat = place.look(system)?.ok_or(Errno::NOENT)?;
    let mut made = crate::operation::Digest::default();
    made.add(Default::default(), &stat);
    Ok(Built { identity: stat.identity(), source: Default::default(), made })
}

/// The folders of these paths, each once.
pub(super) fn folders<'a>(paths: impl Iterator<Item = &'a Path>) -> BTreeSet<PathBuf> {
    paths.map(|path| split(path).0.to_owned()).collect()
}
