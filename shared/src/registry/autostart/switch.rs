//! Switches an entry off and on again, in the user's own folder alone.

use crate::registry::autostart::{folders, of_user};
use crate::registry::context::Context;
use crate::registry::rewrite::{KeyFile, Name};
use crate::registry::source;
use crate::replace;

use thiserror::Error;

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// Whether an entry is to start with the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// It starts.
    On,
    /// It does not.
    Off,
}

/// Why an entry could not be switched; nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// There is no folder for settings, or the name is none of a file.
    #[error("there is no folder for settings")]
    NoFolder,
    /// No folder has an entry of that name.
    #[error("there is no such entry")]
    Unknown,
    /// A file cannot be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// A file cannot be written or removed.
    #[error("cannot write {path:?}: {kind}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
}

/// Switches the entry of a file name; the system's files stay as they are (A2).
///
/// Off is a file of the user's with `Hidden=true`; one that says nothing else is removed when it is switched on again.
///
/// # Errors
///
/// Those of [`Error`].
pub fn switch(context: &Context, name: &OsStr, to: Switch) -> Result<(), Error> {
    let mine = of_user(context, name).ok_or(Error::NoFolder)?;
    let of_system =
        folders(context).into_iter().map(|folder| folder.join(name)).find(|path| *path != mine && path.exists());
    let own = read(&mine)?;
    if own.is_none() && of_system.is_none() {
        return Err(Error::Unknown);
    }
    match to {
        Switch::Off => {
            let file = match (own, &of_system) {
                (None, Some(path)) => stand_in(read(path)?.unwrap_or_default()),
                (own, _) => own.unwrap_or_default(),
            };
            write(&mine, off(file))
        }
        Switch::On => own.map_or(Ok(()), |file| turn_on(&mine, file, of_system.is_some())),
    }
}

fn read(path: &Path) -> Result<Option<KeyFile>, Error> {
    let mut bytes = Vec::new();
    match source::read(path, &mut bytes) {
        Ok(_) => Ok(Some(KeyFile::new(&bytes))),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::Read { path: path.to_owned(), kind: error.kind() }),
    }
}

fn write(path: &Path, file: KeyFile) -> Result<(), Error> {
    replace::write(path, &file.to_bytes()).map_err(|error| Error::Write { path: path.to_owned(), kind: error.kind() })
}

/// What stands for a file of the system that is off: its name, so that it can be told, and no copy to grow old.
fn stand_in(of_system: KeyFile) -> KeyFile {
    let mut file = KeyFile::default();
    file.set_text(Name::entry("Type"), "Application");
    if let Some(name) = of_system.text(Name::entry("Name")) {
        file.set_text(Name::entry("Name"), &name);
    }
    file
}

fn off(mut file: KeyFile) -> KeyFile {
    file.set_boolean(Name::entry("Hidden"), true);
    file
}

fn turn_on(path: &Path, mut file: KeyFile, overrides: bool) -> Result<(), Error> {
    file.remove(Name::entry("Hidden"));
    file.remove(Name::entry("X-GNOME-Autostart-enabled"));
    let says_nothing_else = file.text(Name::entry("Exec")).is_none();
    if overrides && says_nothing_else {
        return std::fs::remove_file(path).map_err(|error| Error::Write { path: path.to_owned(), kind: error.kind() });
    }
    write(path, file)
}
