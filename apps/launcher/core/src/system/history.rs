//! Where the history is kept: one file in the state directory, replaced as a whole.

use crate::history::History;

use candela_shared::{Directories, replace};

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;

/// Why the history could not be read or kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no state directory.
    #[error("there is no folder for the history")]
    NoFolder,
    /// The file cannot be read; it is left as it is.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: ErrorKind,
    },
    /// The file cannot be written; what was there before is still there.
    #[error("cannot write {path:?}: {kind}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: ErrorKind,
    },
}

/// Reads the history; it is empty where there is no file yet.
///
/// # Errors
/// [`Error::Read`]: then nothing may be written either, so that nothing is lost.
pub fn read(directories: &Directories) -> Result<History, Error> {
    let Some(path) = file(directories) else {
        return Ok(History::default());
    };
    match fs::read(&path) {
        Ok(bytes) => Ok(History::parse(&String::from_utf8_lossy(&bytes))),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(History::default()),
        Err(error) => Err(Error::Read { path, kind: error.kind() }),
    }
}

/// Reads the history, changes it and keeps it, alone among all that do so; returns what is kept now.
///
/// # Errors
/// Those of [`Error`]: the file is as it was.
pub fn change(directories: &Directories, change: impl FnOnce(&mut History)) -> Result<History, Error> {
    let path = file(directories).ok_or(Error::NoFolder)?;
    let write = |error: io::Error| Error::Write { path: path.clone(), kind: error.kind() };
    let _alone = lock(&path).map_err(write)?;
    let mut history = read(directories)?;
    change(&mut history);
    replace::write(&path, history.text().as_bytes()).map_err(write)?;
    if let Some(mark) = mark(directories) {
        // Mostly there is none: the next failure is news.
        let _gone = fs::remove_file(mark);
    }
    Ok(history)
}

/// Whether it was told in this session already that the history cannot be kept; from now on it counts as told. The disk
/// that is full is another than that of the runtime directory.
pub fn was_told(directories: &Directories) -> bool {
    let Some(mark) = mark(directories) else {
        return false;
    };
    // Nobody else may enter the folder of the socket.
    let made = mark.parent().map(|folder| DirBuilder::new().recursive(true).mode(0o700).create(folder));
    let new = OpenOptions::new().create_new(true).write(true).mode(0o600).open(&mark);
    matches!((made, new), (Some(Ok(())), Err(error)) if error.kind() == ErrorKind::AlreadyExists)
}

fn mark(directories: &Directories) -> Option<PathBuf> {
    Some(directories.runtime_dir.as_ref()?.join("candela/launcher-history-told"))
}

fn file(directories: &Directories) -> Option<PathBuf> {
    Some(directories.state_home.as_ref()?.join("candela/launcher-history"))
}

/// Waits for the lock beside the file; it goes with what is returned.
fn lock(path: &std::path::Path) -> io::Result<File> {
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let lock =
        OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(path.with_extension("lock"))?;
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive)?;
    Ok(lock)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directories() -> (tempfile::TempDir, Directories) {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { state_home: Some(root.path().into()), ..Directories::default() };
        (root, directories)
    }

    #[test]
    fn what_several_launchers_start_at_once_is_all_kept() {
        let (_root, directories) = directories();
        std::thread::scope(|scope| {
            for number in 0..8 {
                let directories = &directories;
                let _thread = scope.spawn(move || {
                    let _kept = change(directories, |history| history.record("", &format!("app{number}"), 1)).unwrap();
                });
            }
        });
        assert_eq!(read(&directories).unwrap().most_used(1).len(), 8);
    }

    #[test]
    fn that_it_cannot_be_kept_is_told_once_until_it_can() {
        let (root, directories) = directories();
        let directories = Directories { runtime_dir: Some(root.path().join("run")), ..directories };
        assert!(!was_told(&directories));
        assert!(was_told(&directories));
        let _kept = change(&directories, |_| ()).unwrap();
        assert!(!was_told(&directories));
        assert!(!was_told(&Directories::default()), "without a place to note it, it is told again");
    }

    #[test]
    fn a_history_that_cannot_be_read_is_not_overwritten() {
        let (root, directories) = directories();
        let path = root.path().join("candela/launcher-history");
        fs::create_dir_all(&path).unwrap();
        let outcome = change(&directories, |history| history.record("", "a", 1));
        assert!(matches!(outcome, Err(Error::Read { .. })), "{outcome:?}");
        assert!(path.is_dir());
        assert_eq!(change(&Directories::default(), |_| ()), Err(Error::NoFolder));
    }
}
