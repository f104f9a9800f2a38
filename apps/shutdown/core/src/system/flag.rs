//! Reads small files that tell the state of updates; in a folder where anybody may write, only those that count.

use crate::Reason;

use rustix::fs::{Mode, OFlags, open};

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::SystemTime;

/// The largest flag file that counts, in bytes.
pub const LARGEST_FLAG: u64 = 64 << 10;
/// The largest file of an updater's state, in bytes.
const LARGEST_STATE: u64 = 16 << 20;
/// The bits of a mode that let others write.
const WRITABLE_BY_OTHERS: u32 = 0o022;

/// A file and when it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// When it was last written.
    pub modified: Option<SystemTime>,
}

/// What a file that is to be trusted must be like.
struct Wanted {
    /// It belongs to root and nobody else may write it.
    is_trusted: bool,
    /// Its size in bytes at the most.
    largest: u64,
}

/// Reads a flag file out of a folder where anybody may write.
///
/// Returns `None` where there is none that counts: it must be a regular file of root's, writable by nobody else, of at
/// most [`LARGEST_FLAG`] bytes, and no link. Anybody could make another one, so that one says nothing at all.
pub fn trusted(path: &Path) -> Option<Content> {
    read(path, &Wanted { is_trusted: true, largest: LARGEST_FLAG }).ok().flatten()
}

/// Reads a file out of a folder where only the system writes; `None` where there is none.
///
/// # Errors
/// Where it is there and cannot be read, or is no regular file, or is larger than any such file.
pub fn state(path: &Path) -> Result<Option<Content>, Reason> {
    match read(path, &Wanted { is_trusted: false, largest: LARGEST_STATE }) {
        Ok(Some(content)) => Ok(Some(content)),
        Ok(None) => Err(Reason::Malformed { path: path.into(), detail: "no regular file of a usual size".into() }),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Reason::Unreadable { path: path.into(), kind: error.kind() }),
    }
}

/// Reads a file; `None` where it is not as wanted. Never waits: a FIFO nobody writes to is opened without blocking.
fn read(path: &Path, wanted: &Wanted) -> io::Result<Option<Content>> {
    let no_follow = if wanted.is_trusted { OFlags::NOFOLLOW } else { OFlags::empty() };
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY | no_follow;
    let file = File::from(open(path, flags, Mode::empty())?);
    let found = file.metadata()?;
    let is_safe = found.uid() == 0 && found.mode() & WRITABLE_BY_OTHERS == 0;
    if !found.is_file() || (wanted.is_trusted && !is_safe) {
        return Ok(None);
    }
    let modified = found.modified().ok();
    let mut bytes = Vec::new();
    // The size may change while it is read: what counts is what was read.
    let length = file.take(wanted.largest + 1).read_to_end(&mut bytes)?;
    Ok((length as u64 <= wanted.largest).then_some(Content { bytes, modified }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, chown, symlink};

    /// Runs a check that needs root for its files; says so where it cannot.
    fn is_root() -> bool {
        let is_root = rustix::process::getuid().is_root();
        if !is_root {
            eprintln!("not checked: only root can make root's files");
        }
        is_root
    }

    #[test]
    fn only_roots_regular_small_files_that_nobody_else_may_write_count() {
        if !is_root() {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, size: usize, mode: u32| {
            let path = folder.path().join(name);
            fs::write(&path, vec![b'x'; size]).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            path
        };
        let strange = file("strange", 1, 0o644);
        chown(&strange, Some(12345), None).unwrap();
        let link = folder.path().join("link");
        symlink(file("target", 1, 0o644), &link).unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let most = LARGEST_FLAG as usize;
        let cases = [
            (file("plain", 3, 0o644), Some(3)),
            (file("empty", 0, 0o600), Some(0)),
            (file("most", most, 0o644), Some(most)),
            (file("more", most + 1, 0o644), None),
            (file("group", 1, 0o664), None),
            (file("world", 1, 0o646), None),
            (strange, None),
            (link, None),
            (pipe, None),
            (folder.path().into(), None),
            (folder.path().join("missing"), None),
        ];
        for (path, length) in cases {
            assert_eq!(trusted(&path).map(|content| content.bytes.len()), length, "{path:?}");
        }
    }

    #[test]
    fn a_missing_state_file_is_nothing_and_a_strange_one_an_error() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("here"), "text").unwrap();
        assert_eq!(state(&folder.path().join("missing")), Ok(None));
        assert_eq!(state(&folder.path().join("here/below")), Ok(None));
        assert!(matches!(state(folder.path()), Err(Reason::Malformed { .. })));
        assert_eq!(state(&folder.path().join("here")).unwrap().unwrap().bytes, b"text");
    }
}
