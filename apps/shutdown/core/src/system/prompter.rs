//! One prompter at a time: two dialogs would give two answers.

use crate::Error;

use candela_shared::Directories;
use rustix::fs::{FlockOperation, flock};

use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Held as long as somebody is asked or something is done. It goes with its process, so that none is left behind.
#[derive(Debug)]
pub struct Prompter {
    _lock: Option<File>,
}

/// Becomes the one prompter of a user. Where there is no folder for a lock, there is none.
///
/// # Errors
/// [`Error::Running`] where there is another.
pub fn claim(directories: &Directories) -> Result<Prompter, Error> {
    let Some(base) = directories.runtime_dir.as_ref().or(directories.state_home.as_ref()) else {
        return Ok(Prompter { _lock: None });
    };
    let Ok(file) = open(&base.join("candela")) else {
        return Ok(Prompter { _lock: None });
    };
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Prompter { _lock: Some(file) }),
        Err(_) => Err(Error::Running),
    }
}

fn open(folder: &Path) -> io::Result<File> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    let mut options = File::options();
    options.create(true).truncate(false).write(true).mode(0o600).custom_flags(no_follow).open(folder.join("leave.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_prompter_and_then_another() {
        let folder = tempfile::tempdir().unwrap();
        let directories = Directories { runtime_dir: Some(folder.path().into()), ..Directories::default() };
        let first = claim(&directories).unwrap();
        assert_eq!(claim(&directories).map(drop), Err(Error::Running));
        drop(first);
        assert!(claim(&directories).is_ok());
        assert!(claim(&Directories::default()).is_ok(), "without a folder nobody is kept out");
    }
}
