//! Folders and files of our own, which nobody else may have had a hand in.

use crate::notice::Outcome;

use candela_shared::Directories;
use rustix::fs::{FlockOperation, OFlags, flock};

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Makes sure of the folder of sockets and locks, `candela` in the runtime directory.
///
/// # Errors
/// [`Outcome::CannotCreate`], and [`Outcome::NoPermission`] where it is somebody else's.
pub fn runtime(directories: &Directories) -> Result<PathBuf, Outcome> {
    let base = directories.runtime_dir.clone().ok_or_else(|| missing("XDG_RUNTIME_DIR"))?;
    private(&base.join("candela"))
}

/// Makes sure of the folder of the log, `candela` in the state directory.
///
/// # Errors
/// As [`runtime`].
pub fn state(directories: &Directories) -> Result<PathBuf, Outcome> {
    let base = directories.state_home.clone().ok_or_else(|| missing("HOME"))?;
    private(&base.join("candela"))
}

/// Takes the lock of a display; it goes with the last process that has the file open.
///
/// # Errors
/// [`Outcome::AlreadyRunning`] where somebody has it.
pub fn lock(path: &Path) -> Result<File, Outcome> {
    let file = open(path).map_err(|error| cannot(path, &error))?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(file),
        Err(rustix::io::Errno::WOULDBLOCK) => Err(Outcome::AlreadyRunning),
        Err(error) => Err(cannot(path, &error.into())),
    }
}

/// Removes what programs of the suite left here that were ended before they could: a lock that nobody holds, and the
/// socket beside it.
pub fn remove_abandoned(folder: &Path) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let is_lock = path.extension().is_some_and(|extension| extension == "lock");
        if !is_lock || !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
            continue;
        }
        if let Ok(_nobody_s) = lock(&path) {
            let _ = fs::remove_file(path.with_extension("socket"));
            let _ = fs::remove_file(&path);
        }
    }
}

/// Names the files of a display: what is no letter or digit of it is a hyphen.
pub fn name_of(display: &str, extension: &str) -> String {
    let letters = display.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("session{}.{extension}", letters.collect::<String>())
}

/// Puts in words what making a file came to.
pub fn cannot(path: &Path, error: &io::Error) -> Outcome {
    Outcome::CannotCreate { path: path.to_owned(), reason: error.to_string() }
}

fn missing(variable: &str) -> Outcome {
    Outcome::CannotCreate { path: PathBuf::from(format!("${variable}")), reason: "not set".to_owned() }
}

fn private(folder: &Path) -> Result<PathBuf, Outcome> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| cannot(folder, &error))?;
    let found = fs::symlink_metadata(folder).map_err(|error| cannot(folder, &error))?;
    if found.is_dir() && found.uid() == rustix::process::getuid().as_raw() && found.mode() & 0o022 == 0 {
        return Ok(folder.to_owned());
    }
    Err(Outcome::NoPermission { path: folder.to_owned() })
}

fn open(path: &Path) -> io::Result<File> {
    let flags = (OFlags::NOFOLLOW | OFlags::CLOEXEC).bits().cast_signed();
    File::options().create(true).truncate(false).write(true).mode(0o600).custom_flags(flags).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directories() -> (tempfile::TempDir, Directories) {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { runtime_dir: Some(root.path().into()), ..Directories::default() };
        (root, directories)
    }

    #[test]
    fn a_lock_is_one_processs_and_goes_with_its_file() {
        let (_root, directories) = directories();
        let path = runtime(&directories).unwrap().join(name_of(":1.0", "lock"));
        assert!(path.ends_with("candela/session-1-0.lock"));
        let first = lock(&path).unwrap();
        assert_eq!(lock(&path).map(drop), Err(Outcome::AlreadyRunning));
        drop(first);
        assert!(lock(&path).is_ok());
    }

    #[test]
    fn a_folder_that_is_a_link_or_that_others_may_write_is_refused() {
        let (root, directories) = directories();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join("candela")).unwrap();
        assert_eq!(runtime(&directories).map_err(|outcome| outcome.status()), Err(77));
        fs::remove_file(root.path().join("candela")).unwrap();
        DirBuilder::new().create(root.path().join("candela")).unwrap();
        fs::set_permissions(root.path().join("candela"), std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
        assert_eq!(runtime(&directories).map_err(|outcome| outcome.status()), Err(77));
        assert_eq!(runtime(&Directories::default()).map_err(|outcome| outcome.status()), Err(73));
        assert_eq!(state(&Directories::default()).map_err(|outcome| outcome.status()), Err(73));
    }

    #[test]
    fn what_a_dead_program_left_goes_and_what_a_living_one_holds_stays() {
        let (_root, directories) = directories();
        let folder = runtime(&directories).unwrap();
        for name in ["launcher-1.lock", "launcher-1.socket", "launcher-2.lock", "launcher-2.socket", "other"] {
            fs::write(folder.join(name), "").unwrap();
        }
        let _held = lock(&folder.join("launcher-2.lock")).unwrap();
        remove_abandoned(&folder);
        let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["launcher-2.lock", "launcher-2.socket", "other"]);
    }

    #[test]
    fn a_lock_that_is_a_link_is_not_followed() {
        let (root, directories) = directories();
        let path = runtime(&directories).unwrap().join("session-1.lock");
        std::os::unix::fs::symlink(root.path().join("victim"), &path).unwrap();
        assert_eq!(lock(&path).map(drop).map_err(|outcome| outcome.status()), Err(73));
        assert!(!root.path().join("victim").exists());
    }
}
