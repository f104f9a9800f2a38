//! What belongs to a file besides its content: owner, extended attributes, access lists, permissions and times.
//!
//! In that order: a change of owner clears the set-user bit and capabilities, and everything else changes times.

use crate::operation::{Aspect, Outcome};
use crate::system::file_system::{Answer, FileSystem, Kind, Open, Stat};
use crate::system::platform;

use rustix::fd::{AsFd, BorrowedFd};
use rustix::io::Errno;

use std::ffi::OsStr;
use std::path::Path;

/// Bits that must not be given to a file that belongs to someone else than meant.
const SET_ID: u32 = 0o6000;
/// The access lists that a new file gets from its folder.
const INHERITED: [&str; 2] = ["system.posix_acl_access", "system.posix_acl_default"];

/// Gives copies what their sources have, and notes what could not be given.
#[derive(Clone, Copy)]
pub struct Keeper<'a> {
    system: &'a dyn FileSystem,
    /// Whether new files get access lists from the folder.
    inherits: bool,
}

impl<'a> Keeper<'a> {
    /// Looks at the folder that copies are made in.
    pub fn new(system: &'a dyn FileSystem, folder: BorrowedFd<'_>) -> Self {
        let list = |opened: rustix::fd::OwnedFd| system.attribute(opened.as_fd(), OsStr::new(INHERITED[1]));
        let inherits = system.open(folder, OsStr::new("."), Open::Folder).and_then(list).is_ok();
        Self { system, inherits }
    }

    /// For a file, or a folder that has all it will hold.
    pub fn open(self, from: BorrowedFd<'_>, to: BorrowedFd<'_>, stat: &Stat, path: &Path, outcome: &mut Outcome) {
        let owner = |owner, group| self.system.change_owner(to, owner, group);
        let mode = mode_for(stat, self.owner(owner, stat, path, outcome));
        // Before the mode: the owner of a file without write permission cannot write attributes either.
        if self.attributes(from, to).is_err() {
            outcome.lose(Aspect::Attributes, path);
        }
        if self.system.change_mode(to, mode).is_err() {
            outcome.lose(Aspect::Mode, path);
        }
        if self.system.change_times(to, stat.accessed, stat.modified).is_err() {
            outcome.lose(Aspect::Times, path);
        }
    }

    /// For what is not opened: a symbolic link, a FIFO, a socket or a device.
    pub fn special(self, folder: BorrowedFd<'_>, name: &OsStr, stat: &Stat, path: &Path, outcome: &mut Outcome) {
        let owner = |owner, group| self.system.change_owner_at(folder, name, owner, group);
        let mode = mode_for(stat, self.owner(owner, stat, path, outcome));
        if stat.kind != Kind::Symlink && self.system.change_mode_at(folder, name, mode).is_err() {
            outcome.lose(Aspect::Mode, path);
        }
        if self.system.change_times_at(folder, name, (stat.accessed, stat.modified)).is_err() {
            outcome.lose(Aspect::Times, path);
        }
    }

    /// Gives user and group, or at least the group; tells whether both are right.
    fn owner(
        self,
        change: impl Fn(Option<u32>, u32) -> Answer<()>,
        stat: &Stat,
        path: &Path,
        outcome: &mut Outcome,
    ) -> bool {
        let Err(error) = change(Some(stat.owner), stat.group) else {
            return true;
        };
        let _ = change(None, stat.group);
        // Only root may give files away; that anything else fails is worth more than a note.
        let is_expected = error == Errno::PERM && !rustix::process::geteuid().is_root();
        outcome.lose(if is_expected { Aspect::Owner } else { Aspect::OwnerRefused }, path);
        false
    }

    fn attributes(self, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Answer<()> {
        let names = match self.system.attributes(from) {
            Ok(names) => names,
            // A file system without attributes has none to lose.
            Err(Errno::OPNOTSUPP) => Vec::new(),
            Err(error) => return Err(error),
        };
        let mut first = Ok(());
        for name in &names {
            let value = self.system.attribute(from, name);
            first = first.and(value.and_then(|value| self.system.write_attribute(to, name, &value)));
        }
        if self.inherits {
            for name in INHERITED.map(OsStr::new).into_iter().filter(|name| !names.iter().any(|known| known == name)) {
                match self.system.remove_attribute(to, name) {
                    Ok(()) => {}
                    Err(error) if platform::is_no_attribute(error) => {}
                    Err(error) => first = first.and(Err(error)),
                }
            }
        }
        first
    }
}

fn mode_for(stat: &Stat, has_owner: bool) -> u32 {
    if has_owner { stat.mode } else { stat.mode & !SET_ID }
}
