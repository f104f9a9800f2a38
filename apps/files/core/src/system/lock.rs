//! A file that one process at a time has to itself.

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

/// A locked file, which is free again when this is dropped.
///
/// It is unlocked, not only closed: a program that is being started at this moment has every open file until it replaces
/// the copy of this process, and would keep the lock until then.
#[derive(Debug)]
pub struct Lock(OwnedFd);

impl Lock {
    /// Locks a file.
    ///
    /// # Errors
    /// [`Errno::WOULDBLOCK`] where another has it, and what else the system says.
    pub fn take(file: OwnedFd) -> Result<Self, Errno> {
        flock(&file, FlockOperation::NonBlockingLockExclusive).map(|()| Self(file))
    }

    /// Whether somebody has the lock of a file.
    pub fn is_taken(file: impl AsFd) -> bool {
        let is_taken = flock(&file, FlockOperation::NonBlockingLockShared).is_err();
        let _ = flock(&file, FlockOperation::Unlock);
        is_taken
    }
}

impl AsFd for Lock {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = flock(&self.0, FlockOperation::Unlock);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    #[test]
    fn a_copy_that_a_starting_program_still_has_does_not_keep_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let file: OwnedFd = File::create(&path).unwrap().into();
        let copy = file.try_clone().unwrap();
        let lock = Lock::take(file).unwrap();
        let seen = || File::open(&path).unwrap();
        assert!(Lock::is_taken(seen()));
        assert_eq!(Lock::take(seen().into()).map(drop), Err(Errno::WOULDBLOCK));
        drop(lock);
        assert!(!Lock::is_taken(seen()), "the copy is still open");
        drop(copy);
    }
}
