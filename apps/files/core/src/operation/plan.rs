//! Which changes an operation takes, decided by looking and without touching anything.

mod fit;
mod rename;

use super::change::{HiddenNames, split};
use super::limits::Limits;
use super::names::{is_named, try_next_free};
use super::{Change, Conflict, Content, Decision, Depth, Format, Identity, Item, Operation, Outcome, Permissions};
use super::{Reason, Replaced, Slot};
use super::{decide, decide_whole};
use crate::system::file_system::{Kind, Stat};

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// What a planner may ask about the disk.
///
/// # Errors
/// Each says why it could not be seen.
pub trait View {
    /// What stands under a name.
    fn look(&self, path: &Path) -> Result<Option<Stat>, Reason>;
    /// What a folder holds.
    fn names(&self, folder: &Path) -> Result<Vec<OsString>, Reason>;
    /// Whether a folder is that one, or lies below it by any path.
    fn is_within(&self, folder: &Path, outer: Identity) -> Result<bool, Reason>;
    /// What is not possible in a folder.
    fn limits(&self, folder: &Path) -> Limits;
    /// The path without symbolic links on its way; what does not exist is left as it is.
    fn resolve(&self, path: &Path) -> PathBuf;
    /// A free place in the trash that would keep the file; none of those that are `taken` already.
    fn slot(&self, path: &Path, stat: &Stat, taken: &HashSet<PathBuf>) -> Result<Slot, Reason>;
}

/// What is to be done, and what cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// In this order.
    pub changes: Vec<Change>,
    /// What is left undone from the beginning.
    pub outcome: Outcome,
}

/// Plans an operation; `word` is what makes its hidden names unlike all others.
pub fn plan(operation: &Operation, view: &dyn View, word: &str) -> Plan {
    let mut planner = Planner::new(view, word);
    match operation {
        Operation::Copy { items, options } => planner.each(items, Transfer::Copy, options.conflict),
        Operation::Move { items, options } => planner.each(items, Transfer::Move, options.conflict),
        Operation::Rename(items) if items.len() == 1 => planner.each(items, Transfer::Move, Conflict::Fail),
        Operation::Rename(items) => planner.rename_all(items),
        Operation::Trash(paths) => planner.all(paths, Planner::trash),
        Operation::Delete(paths) => planner.all(paths, |planner, path| planner.delete(path, None)),
        Operation::Restore { slots, conflict } => {
            slots.iter().for_each(|slot| planner.on(&slot.original, |planner, _| planner.restore(slot, *conflict)));
        }
        Operation::Empty(slots) => {
            let all = slots.iter();
            all.for_each(|slot| planner.on(&slot.original, |planner, _| planner.delete(&slot.file(), Some(slot))));
        }
        Operation::Permissions { paths, change, depth } => {
            planner.all(paths, |planner, path| planner.permissions(path, *change, *depth));
        }
        Operation::Owner { paths, user, group, depth } => {
            planner.all(paths, |planner, path| planner.owner(path, (*user, *group), *depth));
        }
        Operation::Link(items) => items.iter().for_each(|item| {
            planner.on(&item.to, |planner, to| planner.make_in(to, Content::Symlink(item.from.clone())));
        }),
        Operation::Compress { sources, to, format } => {
            planner.on(to, |planner, to| planner.compress(sources, to, *format));
        }
        Operation::Extract { archive, to, format } => {
            planner.on(archive, |planner, archive| planner.extract(archive, to, *format));
        }
        Operation::Make { path, content } => {
            planner.on(path, |planner, path| planner.make_in(path, content.clone()));
        }
    }
    planner.plan
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Transfer {
    Copy,
    Move,
}

struct Planner<'a> {
    view: &'a dyn View,
    hidden: HiddenNames,
    plan: Plan,
    /// Names that a change of this plan makes.
    claimed: HashSet<PathBuf>,
    /// The same, as they are looked for where upper and lower case are not told apart.
    folded: HashSet<(PathBuf, Vec<u8>)>,
    /// Places in the trash that a change of this plan takes.
    slots: HashSet<PathBuf>,
}

impl<'a> Planner<'a> {
    fn new(view: &'a dyn View, word: &str) -> Self {
        let (plan, claimed, folded, slots) = Default::default();
        Self { view, hidden: HiddenNames::new(word), plan, claimed, folded, slots }
    }

    fn each(&mut self, items: &[Item], transfer: Transfer, answer: Conflict) {
        for item in items {
            self.on(&item.from, |planner, from| planner.transfer_to(from, &item.to, transfer, answer));
        }
    }

    fn transfer_to(&mut self, from: &Path, to: &Path, transfer: Transfer, answer: Conflict) -> Result<(), Reason> {
        let _ = self.existing(from)?;
        match is_named(to) {
            false => Err(Reason::Unnamed),
            true if self.has_folder(to) => self.transfer(from, to, transfer, answer),
            true => Ok(()),
        }
    }

    fn all(&mut self, paths: &[PathBuf], one: impl Fn(&mut Self, &Path) -> Result<(), Reason>) {
        paths.iter().for_each(|path| self.on(path, &one));
    }

    /// Plans for one path; what cannot be planned is left undone, the rest goes on.
    fn on(&mut self, path: &Path, one: impl FnOnce(&mut Self, &Path) -> Result<(), Reason>) {
        let planned = if is_named(path) { one(self, path) } else { Err(Reason::Unnamed) };
        if let Err(reason) = planned {
            self.plan.outcome.fail(path, reason);
        }
    }

    /// Whether there is a folder to put that name in; what is wrong with it is told of the folder, and once.
    fn has_folder(&mut self, to: &Path) -> bool {
        let folder = split(to).0;
        let wrong = match self.view.look(folder) {
            Ok(Some(stat)) if stat.kind == Kind::Folder => return true,
            Ok(Some(_)) => Reason::System(rustix::io::Errno::NOTDIR),
            Ok(None) => Reason::NoFolder,
            Err(reason) => reason,
        };
        if self.plan.outcome.failed.iter().all(|known| known.path != folder) {
            self.plan.outcome.fail(folder, wrong);
        }
        false
    }

    fn transfer(&mut self, from: &Path, to: &Path, transfer: Transfer, answer: Conflict) -> Result<(), Reason> {
        let source = self.existing(from)?;
        if source.kind == Kind::Folder && self.view.is_within(split(to).0, source.identity())? {
            return Err(Reason::IntoItself);
        }
        let target = self.view.look(to)?;
        if target.is_some_and(|target| is_case_change(from, to, &source, &target, transfer)) {
            return self.carry(from, to.to_owned(), &source, transfer, None);
        }
        match target.map(|target| self.decision(from, to, transfer, answer, &source, &target)).transpose()? {
            None if self.claimed.contains(to) && answer == Conflict::KeepBoth => {
                self.keep_both(from, to, &source, transfer)
            }
            None if self.claimed.contains(to) => Err(Reason::Twice),
            None => self.carry(from, to.to_owned(), &source, transfer, None),
            Some(Decision::KeepBoth) => self.keep_both(from, to, &source, transfer),
            Some(Decision::Merge) => self.merge(from, to, &source, transfer, answer),
            Some(Decision::Leave(reason)) => Err(reason),
            Some(Decision::Replace) => {
                let over = self.replaced(to, target.as_ref().ok_or(Reason::Changed)?)?;
                self.carry(from, to.to_owned(), &source, transfer, Some(over))
            }
        }
    }

    /// What the answer means for these two files, unless they are one or lie in each other.
    fn decision(
        &self,
        from: &Path,
        to: &Path,
        transfer: Transfer,
        answer: Conflict,
        source: &Stat,
        target: &Stat,
    ) -> Result<Decision, Reason> {
        if self.claimed.contains(to) && answer != Conflict::KeepBoth {
            return Err(Reason::Twice);
        }
        let is_same = source.identity() == target.identity();
        let is_same_entry = from == to || source.links == 1 || source.kind == Kind::Folder;
        if is_same && (transfer == Transfer::Move || is_same_entry && answer != Conflict::KeepBoth) {
            return Err(Reason::SameFile);
        }
        let decision = decide(answer, source, target);
        let is_over_its_folder = || self.view.is_within(split(from).0, target.identity());
        if decision == Decision::Replace && target.kind == Kind::Folder && is_over_its_folder()? {
            return Err(Reason::OverItsFolder);
        }
        Ok(decision)
    }

    fn keep_both(&mut self, from: &Path, to: &Path, source: &Stat, transfer: Transfer) -> Result<(), Reason> {
        let to = self.free(to)?;
        self.carry(from, to, source, transfer, None)
    }

    /// A free name like that one.
    fn free(&self, path: &Path) -> Result<PathBuf, Reason> {
        let (folder, name) = split(path);
        let is_taken = |name: &OsStr| {
            let path = folder.join(name);
            Ok::<_, Reason>(self.claimed.contains(&path) || self.view.look(&path)?.is_some())
        };
        Ok(folder.join(try_next_free(name, is_taken)?))
    }

    fn merge(
        &mut self,
        from: &Path,
        to: &Path,
        source: &Stat,
        transfer: Transfer,
        answer: Conflict,
    ) -> Result<(), Reason> {
        for name in self.view.names(from)? {
            let to = to.join(&name);
            self.on(&from.join(&name), |planner, from| planner.transfer(from, &to, transfer, answer));
        }
        if transfer == Transfer::Move {
            self.plan.changes.push(Change::RemoveFolder {
                path: from.to_owned(),
                mode: source.mode,
                owner: (source.owner, source.group),
            });
        }
        Ok(())
    }

    /// One whole file or folder goes to a name that is free, or made free by `over`.
    fn carry(
        &mut self,
        from: &Path,
        to: PathBuf,
        source: &Stat,
        transfer: Transfer,
        over: Option<Replaced>,
    ) -> Result<(), Reason> {
        let device = self.existing(split(&to).0)?.device;
        let is_written = transfer == Transfer::Copy || device != source.device;
        if is_written && !self.fits(from, &to, source)? {
            return Ok(());
        }
        let _ = self.claimed.insert(to.clone());
        let (from, identity) = (from.to_owned(), source.identity());
        self.plan.changes.push(match transfer {
            Transfer::Copy => {
                Change::Create { to, staged: self.hidden.next_name(), content: Content::Copy(from), over }
            }
            Transfer::Move if device == identity.device => Change::Rename { from, to, identity, over },
            Transfer::Move => {
                Change::MoveAcross { from, to, identity, staged: self.hidden.next_name(), over, reveals: None }
            }
        });
        Ok(())
    }

    fn replaced(&mut self, path: &Path, stat: &Stat) -> Result<Replaced, Reason> {
        Ok(Replaced { identity: stat.identity(), slot: self.slot(path, stat)? })
    }

    fn slot(&mut self, path: &Path, stat: &Stat) -> Result<Slot, Reason> {
        let slot = self.view.slot(path, stat, &self.slots)?;
        let _ = self.slots.insert(slot.file());
        Ok(slot)
    }

    fn trash(&mut self, path: &Path) -> Result<(), Reason> {
        let stat = self.existing(path)?;
        let slot = self.slot(path, &stat)?;
        if stat.kind == Kind::Folder && self.holds(&stat, &slot.trash)? {
            return Err(Reason::IntoItself);
        }
        self.plan.changes.push(Change::Trash { from: path.to_owned(), identity: stat.identity(), slot });
        Ok(())
    }

    /// Whether a path lies in a folder, or will when it is made.
    fn holds(&self, folder: &Stat, path: &Path) -> Result<bool, Reason> {
        for above in path.ancestors() {
            if self.view.look(above)?.is_some() {
                return self.view.is_within(above, folder.identity());
            }
        }
        Ok(false)
    }

    fn delete(&mut self, path: &Path, slot: Option<&Slot>) -> Result<(), Reason> {
        let identity = self.existing(path)?.identity();
        let staged = self.hidden.next_name();
        self.plan.changes.push(Change::Delete { path: path.to_owned(), identity, staged, slot: slot.cloned() });
        Ok(())
    }

    fn restore(&mut self, slot: &Slot, answer: Conflict) -> Result<(), Reason> {
        let source = self.existing(&slot.file())?;
        let to = self.view.resolve(&slot.original);
        let target = self.view.look(&to)?;
        let (to, over) = match target.map(|target| (decide_whole(answer, &source, &target), target)) {
            _ if self.claimed.contains(&to) && answer != Conflict::KeepBoth => return Err(Reason::Twice),
            None if !self.claimed.contains(&to) => (to, None),
            None | Some((Decision::KeepBoth, _)) => (self.free(&to)?, None),
            Some((Decision::Leave(reason), _)) => return Err(reason),
            Some((Decision::Replace | Decision::Merge, target)) => {
                if target.kind == Kind::Folder && self.holds(&target, &slot.trash)? {
                    return Err(Reason::OverItsFolder);
                }
                let over = self.replaced(&to, &target)?;
                (to, Some(over))
            }
        };
        self.folders_above(&to)?;
        let _ = self.claimed.insert(to.clone());
        self.plan.changes.push(Change::Restore { slot: slot.clone(), identity: source.identity(), to, over });
        Ok(())
    }

    /// Makes the folders that a path needs.
    fn folders_above(&mut self, path: &Path) -> Result<(), Reason> {
        let folder = split(path).0;
        if folder == path || self.claimed.contains(folder) || self.view.look(folder)?.is_some() {
            return Ok(());
        }
        self.folders_above(folder)?;
        self.make(folder, Content::Folder)
    }

    fn make(&mut self, path: &Path, content: Content) -> Result<(), Reason> {
        if self.view.look(path)?.is_some() {
            return Err(Reason::Exists);
        }
        let _ = self.claimed.insert(path.to_owned());
        let staged = self.hidden.next_name();
        self.plan.changes.push(Change::Create { to: path.to_owned(), staged, content, over: None });
        Ok(())
    }

    /// Makes something in a folder that must be there.
    fn make_in(&mut self, path: &Path, content: Content) -> Result<(), Reason> {
        match content {
            _ if !self.has_folder(path) => Ok(()),
            _ if self.claimed.contains(path) => Err(Reason::Twice),
            content => self.make(path, content),
        }
    }

    fn compress(&mut self, sources: &[PathBuf], to: &Path, format: Format) -> Result<(), Reason> {
        if sources.iter().any(|source| !is_named(source)) {
            return Err(Reason::Unnamed);
        }
        let mut names = HashSet::new();
        for source in sources {
            let stat = self.existing(source)?;
            if stat.kind == Kind::Folder && self.view.is_within(split(to).0, stat.identity())? {
                return Err(Reason::IntoItself);
            }
            if !names.insert(split(source).1) {
                return Err(Reason::Twice);
            }
        }
        self.make_in(to, Content::Archive(sources.to_vec(), format))
    }

    fn extract(&mut self, archive: &Path, to: &Path, format: Format) -> Result<(), Reason> {
        let _ = self.existing(archive)?;
        if !is_named(to) {
            return Err(Reason::Unnamed);
        }
        if !self.has_folder(to) {
            return Ok(());
        }
        let to = if self.view.look(to)?.is_some() { self.free(to)? } else { to.to_owned() };
        self.make(&to, Content::Extracted(archive.to_owned(), format))
    }

    /// What lies in a folder comes before the folder, which may not be entered any more afterwards.
    fn permissions(&mut self, path: &Path, change: Permissions, depth: Depth) -> Result<(), Reason> {
        let stat = self.existing(path)?;
        if stat.kind == Kind::Folder && depth == Depth::AllBelow {
            self.each_below(path, |planner, path| planner.permissions(path, change, depth));
        }
        let bits = if stat.kind == Kind::Folder { change.folders } else { change.files };
        let (before, after) = (stat.mode, bits.of(stat.mode));
        if stat.kind != Kind::Symlink && before != after {
            let (path, identity) = (path.to_owned(), stat.identity());
            self.plan.changes.push(Change::Mode { path, identity, before, after });
        }
        Ok(())
    }

    /// What lies in a folder comes before the folder, which may be closed to us afterwards.
    fn owner(&mut self, path: &Path, (user, group): (Option<u32>, Option<u32>), depth: Depth) -> Result<(), Reason> {
        let stat = self.existing(path)?;
        if stat.kind == Kind::Folder && depth == Depth::AllBelow {
            self.each_below(path, |planner, path| planner.owner(path, (user, group), depth));
        }
        let before = (stat.owner, stat.group);
        let after = (user.unwrap_or(before.0), group.unwrap_or(before.1));
        if before != after {
            let (path, identity) = (path.to_owned(), stat.identity());
            self.plan.changes.push(Change::Owner { path, identity, before, after });
        }
        Ok(())
    }

    /// Does something with all that lies in a folder.
    fn each_below(&mut self, path: &Path, one: impl Fn(&mut Self, &Path) -> Result<(), Reason>) {
        match self.view.names(path) {
            Ok(names) => names.iter().for_each(|name| self.on(&path.join(name), &one)),
            Err(reason) => self.plan.outcome.fail(path, reason),
        }
    }

    fn existing(&self, path: &Path) -> Result<Stat, Reason> {
        self.view.look(path)?.ok_or(Reason::System(rustix::io::Errno::NOENT))
    }
}

/// Whether a file system that tells no upper from lower case finds the old name under the new one.
fn is_case_change(from: &Path, to: &Path, source: &Stat, target: &Stat, transfer: Transfer) -> bool {
    let is_one_file = source.identity() == target.identity() && (source.links == 1 || source.kind == Kind::Folder);
    let lower = |path: &Path| path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    // In another folder it is the same file by another mount of its file system.
    let is_one_folder = split(from).0 == split(to).0;
    transfer == Transfer::Move && is_one_file && is_one_folder && from != to && lower(from) == lower(to)
}

#[cfg(test)]
mod tests;
