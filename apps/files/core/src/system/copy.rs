//! Copies a tree to a hidden name beside its place, with all that belongs to its files.

mod data;
mod metadata;

use super::file_system::{Extent, FileSystem, Kind, Open, Stat};
use super::place::{Descent, Place};
use super::walk::{Go, Here, Visitor, walk};
use crate::operation::{Aspect, Built, Control, Digest, Identity, Outcome, Phase, Reason, Verify};
pub use data::write_all;
use metadata::Keeper;

use rustix::fd::{AsFd, BorrowedFd};
use rustix::io::Errno;

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// Whether a tree may be copied without some of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// All of it, or nothing.
    Must,
    /// What cannot be read is left out, and told.
    MayLack,
}

/// Copies trees; knows which files of the operation have been copied under other names.
pub struct Copier<'a> {
    system: &'a dyn FileSystem,
    control: &'a Control,
    verify: Verify,
    pipe: data::Pipe,
    /// Files with several names, and where their first copy stands.
    links: HashMap<Identity, PathBuf>,
}

impl<'a> Copier<'a> {
    /// A copier for one operation.
    pub fn new(system: &'a dyn FileSystem, control: &'a Control, verify: Verify) -> Self {
        Self { system, control, verify, pipe: data::Pipe::default(), links: HashMap::new() }
    }

    /// Copies `from` to the free name `staged`, whose whole path is `path`.
    ///
    /// What cannot be kept, and what may be left out and is, goes to `outcome`.
    ///
    /// # Errors
    /// Why there is no copy; what had been copied by then is for the caller to remove.
    pub fn copy(
        &mut self,
        from: &Path,
        (staged, path): (&Place, &Path),
        whole: Whole,
        outcome: &mut Outcome,
    ) -> Result<Built, Reason> {
        let (system, control) = (self.system, self.control);
        let source = Place::open(system, from)?;
        let (folder, name) = staged.at();
        let descent = Descent::new(system, folder)?;
        let keeper = Keeper::new(system, folder);
        let at = (from.to_owned(), path.to_owned());
        let digests = Default::default();
        let root = (name.to_owned(), None);
        let mut tree = Tree { copier: self, descent, keeper, root, at, digests, whole, outcome };
        walk(system, &source, Some(control), &mut tree)?;
        let (source, made) = tree.digests;
        let identity = staged.identity(system)?.ok_or(Errno::NOENT)?;
        Ok(Built { identity, source, made })
    }

    /// Tells that a copy has got another name, or none any more.
    pub fn renamed(&mut self, from: &Path, to: Option<&Path>) {
        self.links.retain(|_, path| match (path.strip_prefix(from), to) {
            (Err(_), _) => true,
            (Ok(_), None) => false,
            (Ok(rest), Some(to)) => {
                *path = if rest.as_os_str().is_empty() { to.to_owned() } else { to.join(rest) };
                true
            }
        });
    }
}

/// A tree that is being copied.
struct Tree<'t, 'a> {
    copier: &'t mut Copier<'a>,
    descent: Descent<'a>,
    keeper: Keeper<'a>,
    /// The name of the copy, and which folder it is, where it is one.
    root: (OsString, Option<Identity>),
    /// The source and the copy of what is being copied, for messages and links.
    at: (PathBuf, PathBuf),
    digests: (Digest, Digest),
    whole: Whole,
    outcome: &'t mut Outcome,
}

impl Visitor for Tree<'_, '_> {
    fn meet(&mut self, here: Here<'_>, stat: &Stat) -> Result<Go, Reason> {
        if stat.kind == Kind::Folder && self.root.1 == Some(stat.identity()) {
            // By another mount the target lies in the source after all.
            return Err(Reason::IntoItself);
        }
        self.push(here.within, here.name);
        self.copier.control.report(|progress| progress.current.clone_from(&self.at.0));
        let name = self.name(&here);
        match self.one(&here, &name, stat) {
            Ok(Go::In) => {
                self.digests.0.add(here.trail, stat);
                return Ok(Go::In);
            }
            Ok(Go::Past) => {
                self.digests.0.add(here.trail, stat);
                self.copier.control.report(|progress| progress.items += 1);
            }
            Err(reason) => {
                self.drop_partial(&name, stat.kind)?;
                self.leave_out(here.within, reason)?;
            }
        }
        self.pop(here.within);
        Ok(Go::Past)
    }

    fn leave(&mut self, here: Here<'_>, stat: &Stat) -> Result<(), Reason> {
        let system = self.copier.system;
        let source = system.open(here.folder, here.name, Open::Folder)?;
        let made = system.open(self.descent.folder(), OsStr::new("."), Open::Folder)?;
        self.keeper.open(source.as_fd(), made.as_fd(), stat, &self.at.0, self.outcome);
        self.descent.leave()?;
        self.note_made(&here, made.as_fd())?;
        self.copier.control.report(|progress| progress.items += 1);
        self.pop(here.within);
        Ok(())
    }

    fn unseen(&mut self, name: &OsStr, reason: Reason) -> Result<(), Reason> {
        // The root has been looked at before, so this lies below it.
        let within = Some(self.descent.here());
        self.push(within, name);
        self.leave_out(within, reason)?;
        self.pop(within);
        Ok(())
    }

    fn closed(&mut self, here: Here<'_>, reason: Reason) -> Result<(), Reason> {
        self.descent.leave()?;
        self.drop_partial(&self.name(&here), Kind::Folder)?;
        self.leave_out(here.within, reason)?;
        self.pop(here.within);
        Ok(())
    }
}

impl Tree<'_, '_> {
    /// The name of the copy of what is met.
    fn name(&self, here: &Here<'_>) -> OsString {
        if here.within.is_some() { here.name.to_owned() } else { self.root.0.clone() }
    }

    fn push(&mut self, within: Option<Identity>, name: &OsStr) {
        if within.is_some() {
            self.at.0.push(name);
            self.at.1.push(name);
        }
    }

    fn pop(&mut self, within: Option<Identity>) {
        if within.is_some() {
            let _ = (self.at.0.pop(), self.at.1.pop());
        }
    }

    /// Copies a file, or makes a folder and goes into it.
    fn one(&mut self, here: &Here<'_>, name: &OsStr, stat: &Stat) -> Result<Go, Reason> {
        if stat.kind == Kind::Folder {
            self.copier.system.make_folder(self.descent.folder(), name, 0o700)?;
            let made = self.copier.system.stat(self.descent.folder(), name)?;
            let _ = self.root.1.get_or_insert(made.identity());
            self.descent.enter(name, made.identity())?;
            return Ok(Go::In);
        }
        if stat.links > 1 && self.link(here, name, stat)? {
            return Ok(Go::Past);
        }
        match stat.kind {
            Kind::File => self.file(here, name, stat)?,
            _ => self.special(here, name, stat)?,
        }
        if stat.links > 1 {
            let _ = self.copier.links.insert(stat.identity(), self.at.1.clone());
        }
        Ok(Go::Past)
    }

    /// Links to the copy that there is of the same file under another name; `false` where there is none.
    fn link(&mut self, here: &Here<'_>, name: &OsStr, stat: &Stat) -> Result<bool, Reason> {
        let Some(first) = self.copier.links.get(&stat.identity()) else {
            return Ok(false);
        };
        let linked = Place::open(self.copier.system, first)
            .and_then(|first| self.copier.system.link(first.at(), (self.descent.folder(), name)));
        if linked.is_err() {
            self.outcome.lose(Aspect::HardLink, &self.at.0);
            return Ok(false);
        }
        let made = self.copier.system.stat(self.descent.folder(), name)?;
        self.digests.1.add(here.trail, &made);
        Ok(true)
    }

    fn file(&mut self, here: &Here<'_>, name: &OsStr, stat: &Stat) -> Result<(), Reason> {
        let copier = &mut *self.copier;
        let source = copier.system.open(here.folder, here.name, Open::Read)?;
        let before = copier.system.stat_open(source.as_fd())?;
        if !is_unchanged(stat, &before) {
            return Err(Reason::Changed);
        }
        let made = copier.system.open(self.descent.folder(), name, Open::Create)?;
        let job = data::Job { system: copier.system, control: copier.control, verify: copier.verify, size: stat.size };
        copier.pipe.copy(&job, source.as_fd(), made.as_fd(), stat.blocks)?;
        if !is_unchanged(stat, &copier.system.stat_open(source.as_fd())?) {
            return Err(Reason::Changed);
        }
        self.keeper.open(source.as_fd(), made.as_fd(), stat, &self.at.0, self.outcome);
        self.note_made(here, made.as_fd())
    }

    /// Makes a symbolic link, a FIFO, a socket or a device like that one.
    fn special(&mut self, here: &Here<'_>, name: &OsStr, stat: &Stat) -> Result<(), Reason> {
        let (system, folder) = (self.copier.system, self.descent.folder());
        if stat.kind == Kind::Symlink {
            let target = system.read_link(here.folder, here.name)?;
            system.make_symlink(folder, name, &target)?;
        } else {
            system.make_special(folder, name, stat)?;
        }
        self.keeper.special(folder, name, stat, &self.at.0, self.outcome);
        let made = system.stat(folder, name)?;
        self.digests.1.add(here.trail, &made);
        Ok(())
    }

    fn note_made(&mut self, here: &Here<'_>, made: BorrowedFd<'_>) -> Result<(), Reason> {
        let stat = self.copier.system.stat_open(made)?;
        self.digests.1.add(here.trail, &stat);
        Ok(())
    }

    /// Removes what there is of a copy that failed, which must not be published with the rest.
    fn drop_partial(&self, name: &OsStr, kind: Kind) -> Result<(), Reason> {
        match self.copier.system.remove(self.descent.folder(), name, kind) {
            Ok(()) | Err(Errno::NOENT) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Goes on without one file, if that may be.
    fn leave_out(&mut self, within: Option<Identity>, reason: Reason) -> Result<(), Reason> {
        if within.is_none() || self.whole == Whole::Must || concerns_all(reason) {
            return Err(reason);
        }
        self.outcome.fail(&self.at.0, reason);
        Ok(())
    }
}

/// Whether the next file would fail in the same way.
fn concerns_all(reason: Reason) -> bool {
    let is_full = |error| matches!(error, Errno::NOSPC | Errno::DQUOT | Errno::ROFS | Errno::NOMEM | Errno::STALE);
    match reason {
        Reason::System(error) => is_full(error),
        Reason::Cancelled | Reason::Journal(_) => true,
        _ => false,
    }
}

/// Whether a file is the same, with the same content, as far as the file system tells.
fn is_unchanged(before: &Stat, now: &Stat) -> bool {
    let key = |stat: &Stat| (stat.kind, stat.identity(), stat.size, stat.modified);
    key(before) == key(now) && before.changed == now.changed
}

impl Copier<'_> {
    /// Writes one copied file to the disk, or everything of its file system where it is a tree.
    ///
    /// # Errors
    /// What the system says.
    pub fn flush(&self, place: &Place, is_all: bool) -> Result<(), Reason> {
        self.control.report(|progress| progress.phase = Phase::Flushing);
        let (folder, name) = place.at();
        let stat = self.system.stat(folder, name)?;
        let (file, extent) = match stat.kind {
            Kind::File if !is_all => (self.system.open(folder, name, Open::Read)?, Extent::File),
            _ => (self.system.open(folder, OsStr::new("."), Open::Folder)?, Extent::All),
        };
        bring_to_disk(self.system, self.control, file.as_fd(), extent)?;
        self.control.report(|progress| progress.phase = Phase::Working);
        Ok(())
    }
}

/// Brings a file, or all of its file system, to the disk, unless that is cancelled.
fn bring_to_disk(
    system: &dyn FileSystem,
    control: &Control,
    file: BorrowedFd<'_>,
    extent: Extent,
) -> Result<(), Reason> {
    match system.sync_unless(file, extent, &|| control.check().is_err()) {
        Err(Errno::CANCELED) => Err(Reason::Cancelled),
        other => Ok(other?),
    }
}
