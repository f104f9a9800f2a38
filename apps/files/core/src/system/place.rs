//! Paths as open folders: each step of a path is opened in the folder before it, and none may be a symbolic link.

use super::file_system::{Answer, FileSystem, Kind, Open, Stat};
use crate::operation::Identity;
use crate::operation::change::split;
use crate::operation::names::is_named;

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::CWD;
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

/// A name in an open folder.
#[derive(Debug)]
pub struct Place {
    folder: OwnedFd,
    name: OsString,
}

impl Place {
    /// Opens the folder of a path.
    ///
    /// # Errors
    /// What the system says; `ENOTDIR` where a symbolic link is on the way.
    pub fn open(system: &dyn FileSystem, path: &Path) -> Answer<Self> {
        let (folder, name) = split(path);
        Ok(Self { folder: open_folder(system, folder)?, name: name.to_owned() })
    }

    /// Another name in the same folder.
    pub fn beside(&self, name: impl AsRef<OsStr>) -> Answer<Self> {
        Ok(Self { folder: self.folder.try_clone().map_err(|_| Errno::MFILE)?, name: name.as_ref().to_owned() })
    }

    /// The folder and the name, as calls take them.
    pub fn at(&self) -> (BorrowedFd<'_>, &OsStr) {
        (self.folder.as_fd(), &self.name)
    }

    /// What stands there.
    ///
    /// # Errors
    /// What the system says, but that there is nothing.
    pub fn look(&self, system: &dyn FileSystem) -> Answer<Option<Stat>> {
        some(system.stat(self.folder.as_fd(), &self.name))
    }

    /// Which file stands there.
    ///
    /// # Errors
    /// As [`Place::look`].
    pub fn identity(&self, system: &dyn FileSystem) -> Answer<Option<Identity>> {
        Ok(self.look(system)?.map(|stat| stat.identity()))
    }

    /// Whether the folder lists exactly this name, where it may also answer to others that differ in case.
    ///
    /// # Errors
    /// What the system says.
    pub fn is_listed(&self, system: &dyn FileSystem) -> Answer<bool> {
        Ok(system.names(self.folder.as_fd())?.contains(&self.name))
    }

    /// Writes to the disk which names the folder holds.
    ///
    /// # Errors
    /// What the system says.
    pub fn sync_folder(&self, system: &dyn FileSystem) -> Answer<()> {
        system.sync(system.open(self.folder.as_fd(), OsStr::new("."), Open::Folder)?.as_fd())
    }
}

/// Opens a folder: by one call where the system has one, else, or where it says no, step by step.
///
/// # Errors
/// What the system says; `ENOTDIR` where a symbolic link is on the way, and `ENOENT` for a path that is not absolute:
/// the folder it was given in is gone.
pub fn open_folder(system: &dyn FileSystem, path: &Path) -> Answer<OwnedFd> {
    if !path.is_absolute() {
        return Err(Errno::NOENT);
    }
    if let Ok(folder) = system.reach(path) {
        return Ok(folder);
    }
    let mut folder = system.open(CWD, OsStr::new("/"), Open::Reach)?;
    for step in path.components() {
        if let Component::Normal(name) = step {
            folder = system.open(folder.as_fd(), name, Open::Reach)?;
        }
    }
    Ok(folder)
}

/// What stands under a path; a folder on the way that is missing counts as nothing there.
///
/// # Errors
/// What the system says.
pub fn look(system: &dyn FileSystem, path: &Path) -> Answer<Option<Stat>> {
    match some(Place::open(system, path))? {
        Some(place) => place.look(system),
        None => Ok(None),
    }
}

/// Whether a folder is that one, or lies below it.
///
/// # Errors
/// What the system says.
pub fn is_within(system: &dyn FileSystem, folder: &Path, outer: Identity) -> Answer<bool> {
    let mut folder = open_folder(system, folder)?;
    let mut here = system.stat_open(folder.as_fd())?.identity();
    while here != outer {
        folder = system.open(folder.as_fd(), OsStr::new(".."), Open::Reach)?;
        let above = system.stat_open(folder.as_fd())?.identity();
        if above == here {
            return Ok(false);
        }
        here = above;
    }
    Ok(true)
}

/// Makes a path absolute and takes symbolic links out of its folders; its last name stays, whatever it stands for.
///
/// What does not exist is left as it is written, and so is a last `.` or `..`: it is for operations to refuse.
pub fn resolve(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (absolute.parent(), absolute.file_name()) {
        _ if !is_named(path) => resolve_folder(&absolute).join("."),
        (Some(folder), Some(name)) => resolve_folder(folder).join(name),
        _ => absolute,
    }
}

fn resolve_folder(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => resolve_folder(folder).join(name),
        _ => path.to_owned(),
    }
}

/// Whether a path names a folder, whether or not by a symbolic link.
pub fn is_folder(path: &Path) -> bool {
    path.metadata().is_ok_and(|stat| stat.is_dir())
}

/// Takes the answer that there is nothing for one.
pub fn some<T>(answer: Answer<T>) -> Answer<Option<T>> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(Errno::NOENT) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A way through a tree that holds one folder open, however deep it goes.
pub struct Descent<'a> {
    system: &'a dyn FileSystem,
    folder: OwnedFd,
    here: Identity,
    above: Vec<Identity>,
}

impl<'a> Descent<'a> {
    /// Begins in a folder.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(system: &'a dyn FileSystem, folder: BorrowedFd<'_>) -> Answer<Self> {
        let folder = system.open(folder, OsStr::new("."), Open::Reach)?;
        let here = system.stat_open(folder.as_fd())?.identity();
        Ok(Self { system, folder, here, above: Vec::new() })
    }

    /// The folder it is in.
    pub fn folder(&self) -> BorrowedFd<'_> {
        self.folder.as_fd()
    }

    /// Which folder it is in.
    pub fn here(&self) -> Identity {
        self.here
    }

    /// Goes into a folder, which must still be the one that was seen.
    ///
    /// # Errors
    /// What the system says; `ESTALE` where another folder has taken its place.
    pub fn enter(&mut self, name: &OsStr, expected: Identity) -> Answer<()> {
        let folder = self.system.open(self.folder.as_fd(), name, Open::Reach)?;
        self.stand(folder, expected)?;
        self.above.push(std::mem::replace(&mut self.here, expected));
        Ok(())
    }

    /// Goes back to the folder it came from.
    ///
    /// # Errors
    /// What the system says; `ESTALE` where the tree has been moved meanwhile.
    pub fn leave(&mut self) -> Answer<()> {
        let folder = self.system.open(self.folder.as_fd(), OsStr::new(".."), Open::Reach)?;
        let above = *self.above.last().ok_or(Errno::INVAL)?;
        self.stand(folder, above)?;
        let _ = self.above.pop();
        self.here = above;
        Ok(())
    }

    fn stand(&mut self, folder: OwnedFd, expected: Identity) -> Answer<()> {
        let stat = self.system.stat_open(folder.as_fd())?;
        if stat.identity() != expected || stat.kind != Kind::Folder {
            return Err(Errno::STALE);
        }
        self.folder = folder;
        Ok(())
    }
}
