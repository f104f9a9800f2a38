//! The first step of a change: everything that takes time, under hidden names.

use super::Work;
use super::over::beside;
use crate::journal::{Record, Standing};
use crate::operation::{Built, Change, Content, Digest, Identity, Reason, Slot};
use crate::system::archive;
use crate::system::copy::{Whole, write_all};
use crate::system::file_system::{FileSystem, Open};
use crate::system::place::{Place, look, some};
use crate::system::publish::to_free_name;
use crate::system::remove::digest;
use crate::system::trash::{Safe, claim, slot};

use rustix::fd::AsFd;
use rustix::io::Errno;

use std::collections::HashSet;
use std::path::Path;

impl Work<'_> {
    /// Prepares a change, or finds that it was.
    pub(super) fn prepare(&mut self, change: usize) -> Result<(), Reason> {
        match self.journal.story.changes[change].clone() {
            Change::Create { to, staged, content, .. } => self.build(change, &to, &staged, &content),
            Change::MoveAcross { from, to, identity, staged, .. } => {
                if self.journal.story.standing[change] == Standing::Removing {
                    return Ok(());
                }
                // Hidden for its removal, but not removed: it goes back until its copy is known to be safe.
                let (source, hidden) = (self.place(&from)?, self.place(&beside(&from, &staged))?);
                if hidden.identity(self.system)? == Some(identity) {
                    to_free_name(self.system, &hidden, &source)?;
                }
                expect(self.system, &source, identity)?;
                self.build(change, &to, &staged, &Content::Copy(from))
            }
            Change::Delete { path, identity, staged, .. } => {
                let hidden = self.place(&beside(&path, &staged))?;
                if hidden.identity(self.system)? == Some(identity) || self.is_removing(change) {
                    return Ok(());
                }
                let place = self.place(&path)?;
                expect(self.system, &place, identity)?;
                to_free_name(self.system, &place, &hidden)
            }
            Change::Trash { from, identity, slot } => self.claim_slot(change, &from, identity, slot),
            Change::Rename { .. }
            | Change::Restore { .. }
            | Change::RemoveFolder { .. }
            | Change::Mode { .. }
            | Change::Owner { .. } => Ok(()),
        }
    }

    /// Takes the place in the trash, or another one where that is taken; with others it is brought to the disk later.
    fn claim_slot(&mut self, change: usize, from: &Path, identity: Identity, mut into: Slot) -> Result<(), Reason> {
        if look(self.system, &into.file())?.map(|stat| stat.identity()) == Some(identity) {
            return Ok(());
        }
        expect(self.system, &self.place(from)?, identity)?;
        while let Err(reason) = claim(self.system, self.context, &into, Safe::Later) {
            if reason != Reason::Exists {
                return Err(reason);
            }
            into = slot(self.system, self.context, from, &HashSet::new())?;
            let into = Change::Trash { from: from.to_owned(), identity, slot: into.clone() };
            self.journal.note(&Record::Amended { change, into })?;
        }
        Ok(())
    }

    pub(super) fn is_removing(&self, change: usize) -> bool {
        self.journal.story.standing[change] == Standing::Removing
    }

    /// Builds what will get the name `to`, unless it is there as the journal says.
    fn build(&mut self, change: usize, to: &Path, staged: &str, content: &Content) -> Result<(), Reason> {
        let path = beside(to, staged);
        let (hidden, target) = (self.place(&path)?, self.place(to)?);
        let known = self.journal.story.built[change];
        if let Some(built) = known {
            if target.identity(self.system)? == Some(built.identity) {
                return Ok(());
            }
            self.restore_over(change, &hidden, to, Some(built.identity))?;
            if hidden.identity(self.system)? == Some(built.identity) {
                return Ok(());
            }
        }
        self.clear(change, &hidden, &path)?;
        let built = match content {
            Content::Copy(from) => {
                let whole = match self.journal.story.changes[change] {
                    Change::MoveAcross { .. } => Whole::Must,
                    _ => Whole::MayLack,
                };
                let built = self.copier.copy(from, (&hidden, &path), whole, &mut self.outcome)?;
                // Made once before: it must become what it was.
                if known.is_some_and(|known| !known.source.looks_like(built.source)) {
                    return Err(Reason::Changed);
                }
                built
            }
            Content::Archive(sources, format) => {
                archive::create(self.system, self.control, (sources, *format), &hidden, &mut self.outcome)?;
                built(self.system, &hidden)?
            }
            Content::Extracted(from, format) => {
                archive::extract(self.system, self.control, (from, *format), &hidden, &mut self.outcome)?;
                built(self.system, &hidden)?
            }
            other => {
                make(self.system, &hidden, other)?;
                built(self.system, &hidden)?
            }
        };
        self.journal.note(&Record::Built { change, built })
    }
}

/// That the file is still the one that was seen.
pub(super) fn expect(system: &dyn FileSystem, place: &Place, identity: Identity) -> Result<(), Reason> {
    match some(place.identity(system))?.flatten() {
        Some(there) if there == identity => Ok(()),
        Some(_) => Err(Reason::Changed),
        None => Err(Errno::NOENT.into()),
    }
}

/// What stands there, as it will be compared with later.
pub(super) fn built(system: &dyn FileSystem, place: &Place) -> Result<Built, Reason> {
    let identity = place.identity(system)?.ok_or(Errno::NOENT)?;
    Ok(Built { identity, source: Digest::default(), made: digest(system, place, None)? })
}

fn make(system: &dyn FileSystem, place: &Place, content: &Content) -> Result<(), Reason> {
    let (folder, name) = place.at();
    match content {
        Content::Folder => system.make_folder(folder, name, 0o777)?,
        Content::Symlink(target) => system.make_symlink(folder, name, target.as_os_str())?,
        Content::File(bytes) => {
            let file = system.open(folder, name, Open::New)?;
            write_all(system, file.as_fd(), bytes)?;
        }
        Content::Template(from) => {
            let source = Place::open(system, from)?;
            let source = system.open(source.at().0, source.at().1, Open::Read)?;
            let file = system.open(folder, name, Open::New)?;
            let mut buffer = vec![0; 1 << 16];
            loop {
                match system.read(source.as_fd(), &mut buffer)? {
                    0 => break,
                    read => write_all(system, file.as_fd(), &buffer[..read])?,
                }
            }
        }
        Content::Copy(_) | Content::Archive(..) | Content::Extracted(..) => return Err(Errno::INVAL.into()),
    }
    Ok(())
}
