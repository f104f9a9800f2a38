//! Removes trees, fingerprints and weighs them: symbolic links are never followed.

use super::file_system::{FileSystem, Kind, Stat};
use super::place::Place;
use super::walk::{Go, Here, Visitor, walk};
use crate::operation::{Control, Digest, Reason};

use rustix::io::Errno;

use std::ffi::OsStr;

/// Removes what stands there with all below it; that there is nothing is as good.
///
/// Everything that can go goes, and the first thing that could not is the answer.
///
/// # Errors
/// What the system says; `EXDEV` where another file system is mounted below, which is not entered.
pub fn remove(system: &dyn FileSystem, place: &Place, control: Option<&Control>) -> Result<(), Reason> {
    let Some(root) = place.look(system)? else {
        return Ok(());
    };
    let mut remover = Remover { system, device: root.device, first: Ok(()), control };
    walk(system, place, control, &mut remover)?;
    remover.first
}

struct Remover<'a> {
    system: &'a dyn FileSystem,
    device: u64,
    first: Result<(), Reason>,
    control: Option<&'a Control>,
}

impl Remover<'_> {
    fn remove(&mut self, here: Here<'_>, kind: Kind) {
        if let Err(error) = self.system.remove(here.folder, here.name, kind) {
            self.note(error.into());
        }
        if let Some(control) = self.control {
            control.report(|progress| progress.items += 1);
        }
    }

    fn note(&mut self, reason: Reason) {
        if self.first.is_ok() && reason != Reason::System(Errno::NOENT) {
            self.first = Err(reason);
        }
    }
}

impl Visitor for Remover<'_> {
    fn meet(&mut self, here: Here<'_>, stat: &Stat) -> Result<Go, Reason> {
        if stat.kind != Kind::Folder {
            self.remove(here, stat.kind);
            return Ok(Go::Past);
        }
        if stat.device != self.device {
            self.note(Errno::XDEV.into());
            return Ok(Go::Past);
        }
        if stat.mode & 0o700 != 0o700 {
            // Whoever may remove a folder may also make it removable; where not, the removal says so.
            let _ = self.system.change_mode_at(here.folder, here.name, stat.mode | 0o700);
        }
        Ok(Go::In)
    }

    fn leave(&mut self, here: Here<'_>, _stat: &Stat) -> Result<(), Reason> {
        self.remove(here, Kind::Folder);
        Ok(())
    }

    fn unseen(&mut self, _name: &OsStr, reason: Reason) -> Result<(), Reason> {
        self.note(reason);
        Ok(())
    }

    fn closed(&mut self, here: Here<'_>, reason: Reason) -> Result<(), Reason> {
        // An empty folder that may not be listed can go all the same.
        if self.system.remove(here.folder, here.name, Kind::Folder).is_err() {
            self.note(reason);
        }
        Ok(())
    }
}

/// Fingerprints what stands there with all below it.
///
/// # Errors
/// What the system says of the first thing that could not be seen.
pub fn digest(system: &dyn FileSystem, place: &Place, control: Option<&Control>) -> Result<Digest, Reason> {
    let mut digester = Digester(Digest::default());
    walk(system, place, control, &mut digester)?;
    Ok(digester.0)
}

struct Digester(Digest);

impl Visitor for Digester {
    fn meet(&mut self, here: Here<'_>, stat: &Stat) -> Result<Go, Reason> {
        self.0.add(here.trail, stat);
        Ok(Go::In)
    }
}

/// What a tree amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    /// How many files, folders and so on.
    pub items: u64,
    /// The sizes of its files, in bytes.
    pub bytes: u64,
    /// The space it takes, in bytes.
    pub on_disk: u64,
}

/// Weighs what stands there with all below it; what cannot be seen weighs nothing.
pub fn weigh(system: &dyn FileSystem, place: &Place, control: Option<&Control>) -> Weight {
    let mut weight = Weight::default();
    // What ends the way early makes it an estimate, which is all it is for.
    let _ = walk(system, place, control, &mut weight);
    weight
}

impl Visitor for Weight {
    fn meet(&mut self, _here: Here<'_>, stat: &Stat) -> Result<Go, Reason> {
        const UNIT: u64 = 512;
        self.items += 1;
        self.on_disk += stat.blocks * UNIT;
        if stat.kind == Kind::File {
            self.bytes += stat.size;
        }
        Ok(Go::In)
    }

    fn unseen(&mut self, _name: &OsStr, _reason: Reason) -> Result<(), Reason> {
        Ok(())
    }

    fn closed(&mut self, _here: Here<'_>, _reason: Reason) -> Result<(), Reason> {
        Ok(())
    }
}
