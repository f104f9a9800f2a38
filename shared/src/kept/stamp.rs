//! What tells one state of a file or a folder from another.
//!
//! The number of names in a folder is not among it, for it would cost reading the folder: a name cannot come or go
//! without the folder's time changing, and where a clock is too coarse to tell, the folder is not trusted yet.

use crate::registry::source::path_bytes;

use serde::{Deserialize, Serialize};

use rustix::fs::Stat;

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The coarsest clock of a file system we know counts in two seconds (FAT).
const COARSEST: Duration = Duration::from_secs(2);

/// One state of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    modified: i128,
    changed: i128,
}

/// Returns the time, in nanoseconds since 1970, from which on a change may have gone unseen.
pub fn racy_since(now: SystemTime) -> i128 {
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    i128::try_from(now.saturating_sub(COARSEST).as_nanos()).unwrap_or(i128::MAX)
}

impl Stamp {
    /// Reads the stamp from what is known of a file.
    pub fn of(metadata: &Metadata) -> Self {
        let nanoseconds = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// The same from what the system itself says of a file.
    pub fn of_stat(stat: &Stat) -> Self {
        // The types of the fields differ from system to system.
        fn wide(value: impl Into<i128>) -> i128 {
            value.into()
        }
        let natural = |value: i128| u64::try_from(value).unwrap_or_default();
        let nanoseconds = |seconds: i128, rest: i128| seconds * 1_000_000_000 + rest;
        Self {
            device: natural(wide(stat.st_dev)),
            inode: natural(wide(stat.st_ino)),
            size: natural(wide(stat.st_size)),
            modified: nanoseconds(wide(stat.st_mtime), wide(stat.st_mtime_nsec)),
            changed: nanoseconds(wide(stat.st_ctime), wide(stat.st_ctime_nsec)),
        }
    }

    /// Whether the file changed so lately that another change might not show.
    pub fn is_racy(&self, since: i128) -> bool {
        self.modified >= since || self.changed >= since
    }
}

/// One state of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderStamp {
    #[serde(with = "path_bytes")]
    path: PathBuf,
    state: State,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum State {
    Missing,
    /// Changed too lately to be trusted.
    Racy,
    Known {
        /// Where it really is: its identity alone may stay the same where a whole tree is exchanged.
        #[serde(with = "path_bytes")]
        real: PathBuf,
        stamp: Stamp,
    },
}

impl FolderStamp {
    /// Reads the state of a folder as it is now.
    pub fn of(path: PathBuf, racy_since: i128) -> Self {
        let state = match std::fs::metadata(&path).map(|metadata| Stamp::of(&metadata)) {
            Err(_) => State::Missing,
            Ok(stamp) if stamp.is_racy(racy_since) => State::Racy,
            Ok(stamp) => match path.canonicalize() {
                Ok(real) => State::Known { real, stamp },
                Err(_) => State::Missing,
            },
        };
        Self { path, state }
    }

    /// The folder, by the path it was looked for at.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the folder holds what it held.
    pub fn is_fresh(&self) -> bool {
        self.state != State::Racy && Self::of(self.path.clone(), i128::MAX).state == self.state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_the_same_whoever_is_asked() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "some").unwrap();
        let told = rustix::fs::stat(file.path()).unwrap();
        assert_eq!(Stamp::of_stat(&told), Stamp::of(&std::fs::metadata(file.path()).unwrap()));
    }
}
