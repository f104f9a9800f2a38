//! Reads folders: names first, facts for the entries that need them.

use crate::PathError;
use crate::entry::{Entry, Facts, Kind, Time};

use rustix::fs::{AtFlags, Dir, DirEntry, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// An open folder. What happens to its path afterwards does not matter.
#[derive(Debug)]
pub struct FolderReader {
    folder: OwnedFd,
    path: PathBuf,
}

impl FolderReader {
    /// Opens a folder, symbolic links followed.
    ///
    /// # Errors
    /// What the system says: nothing there, no folder, no permission.
    pub fn open(path: &Path) -> Result<Self, PathError> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NONBLOCK;
        match rustix::fs::open(path, flags, Mode::empty()) {
            Ok(folder) => Ok(Self { folder, path: path.to_owned() }),
            Err(errno) => Err(error(path, errno)),
        }
    }

    /// The entries in the order of the disk, without facts.
    ///
    /// # Errors
    /// Where the system stops telling names; those told before remain true.
    pub fn entries(&self) -> Result<impl Iterator<Item = Result<Entry, PathError>> + '_, PathError> {
        let names = Dir::read_from(&self.folder).map_err(|errno| error(&self.path, errno))?;
        Ok(names.filter_map(|name| match name {
            Ok(name) => self.entry(&name).map(Ok),
            Err(errno) => Some(Err(error(&self.path, errno))),
        }))
    }

    fn entry(&self, found: &DirEntry) -> Option<Entry> {
        let name = OsStr::from_bytes(found.file_name().to_bytes());
        if name == "." || name == ".." {
            return None;
        }
        let kind = match found.file_type() {
            // Some file systems do not say it with the name.
            FileType::Unknown => self.status(name).map_or(Kind::Unknown, |status| kind(&status)),
            known => kind_of(known),
        };
        Some(Entry { name: name.to_owned(), kind, facts: None })
    }

    /// Looks at one name anew; nothing where it is gone.
    pub fn look_at(&self, name: &OsStr) -> Option<Entry> {
        let status = self.status(name).ok()?;
        Some(Entry { name: name.to_owned(), kind: kind(&status), facts: Some(facts(&status)) })
    }

    /// Reads the facts of an entry.
    ///
    /// # Errors
    /// Where it is gone, or the folder may be read but not entered.
    pub fn facts(&self, name: &OsStr) -> Result<Facts, PathError> {
        let status = self.status(name).map_err(|errno| error(&self.path.join(name), errno))?;
        Ok(facts(&status))
    }

    fn status(&self, name: &OsStr) -> Result<Stat, Errno> {
        rustix::fs::statat(self.folder.as_fd(), name, AtFlags::SYMLINK_NOFOLLOW)
    }

    /// What a symbolic link leads to, or `None` where it leads nowhere.
    pub fn kind_behind(&self, name: &OsStr) -> Option<Kind> {
        rustix::fs::statat(self.folder.as_fd(), name, AtFlags::empty()).ok().map(|status| kind(&status))
    }

    /// Where a symbolic link of this folder points, as it is written there; `None` where that cannot be read.
    pub fn link_target(&self, name: &OsStr) -> Option<OsString> {
        let target = rustix::fs::readlinkat(self.folder.as_fd(), name, Vec::new()).ok()?;
        Some(OsString::from_vec(target.into_bytes()))
    }
}

#[expect(clippy::useless_conversion, reason = "the fields have other types on other systems")]
fn facts(status: &Stat) -> Facts {
    Facts {
        size: u64::try_from(status.st_size).unwrap_or(0),
        modified: Time {
            seconds: i64::from(status.st_mtime),
            nanoseconds: u32::try_from(status.st_mtime_nsec).unwrap_or(0),
        },
        mode: u32::from(status.st_mode) & 0o7777,
    }
}

fn kind(status: &Stat) -> Kind {
    kind_of(FileType::from_raw_mode(status.st_mode))
}

fn kind_of(file_type: FileType) -> Kind {
    match file_type {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Symlink,
        FileType::Fifo => Kind::Fifo,
        FileType::Socket => Kind::Socket,
        FileType::BlockDevice => Kind::Block,
        FileType::CharacterDevice => Kind::Char,
        FileType::Unknown => Kind::Unknown,
    }
}

fn error(path: &Path, errno: Errno) -> PathError {
    PathError { path: path.to_owned(), kind: errno.kind() }
}
