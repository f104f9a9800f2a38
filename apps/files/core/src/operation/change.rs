//! The steps an operation consists of. Each is made by one atomic call that can be taken back, so that after a crash
//! the disk itself tells, by the identity of what stands under a name, whether it was made.

use super::{Digest, Format};

use serde::{Deserialize, Serialize};

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Which file it is, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Identity {
    /// The file system.
    pub device: u64,
    /// The number on it.
    pub inode: u64,
}

/// A place in a trash.
///
/// Spec: Trash 1.0, "Contents of a trash directory".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Slot {
    /// The trash directory.
    #[serde(with = "crate::journal::path")]
    pub trash: PathBuf,
    /// The name below `files`, and with `.trashinfo` below `info`.
    #[serde(with = "crate::journal::path")]
    pub name: PathBuf,
    /// Where the file was.
    #[serde(with = "crate::journal::path")]
    pub original: PathBuf,
    /// When it was trashed: local time, `YYYY-MM-DDThh:mm:ss`.
    pub deleted: String,
}

impl Slot {
    /// The trashed file itself.
    pub fn file(&self) -> PathBuf {
        self.trash.join("files").join(&self.name)
    }

    /// The file that says where it was.
    pub fn info(&self) -> PathBuf {
        let mut name = self.name.clone().into_os_string();
        name.push(".trashinfo");
        self.trash.join("info").join(name)
    }
}

/// What stood under a name that something else gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// Which file it was.
    pub identity: Identity,
    /// Where it goes.
    pub slot: Slot,
}

/// What a new name stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// A copy of what is there, with all below it.
    Copy(#[serde(with = "crate::journal::path")] PathBuf),
    /// An empty folder.
    Folder,
    /// These bytes.
    File(Vec<u8>),
    /// A symbolic link that says this.
    Symlink(#[serde(with = "crate::journal::path")] PathBuf),
    /// The bytes of that file, with nothing else of it: it is new.
    Template(#[serde(with = "crate::journal::path")] PathBuf),
    /// An archive of what stands at these paths.
    Archive(#[serde(with = "crate::journal::paths")] Vec<PathBuf>, Format),
    /// What an archive holds.
    Extracted(#[serde(with = "crate::journal::path")] PathBuf, Format),
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Something new appears, built beside its place under a hidden name and then renamed.
    Create {
        /// The name it gets.
        #[serde(with = "crate::journal::path")]
        to: PathBuf,
        /// The hidden name, in the same folder.
        staged: String,
        /// What it is.
        content: Content,
        /// What has the name so far.
        over: Option<Replaced>,
    },
    /// Something gets another name on its own file system.
    Rename {
        /// The name so far.
        #[serde(with = "crate::journal::path")]
        from: PathBuf,
        /// The new name.
        #[serde(with = "crate::journal::path")]
        to: PathBuf,
        /// Which file it is.
        identity: Identity,
        /// What has the new name so far.
        over: Option<Replaced>,
    },
    /// Something moves to another file system: it is copied, and removed only when the copy is safe.
    MoveAcross {
        /// The name so far.
        #[serde(with = "crate::journal::path")]
        from: PathBuf,
        /// The new name.
        #[serde(with = "crate::journal::path")]
        to: PathBuf,
        /// Which file it is, before.
        identity: Identity,
        /// The hidden name of the copy beside `to`, and of what is being removed beside `from`.
        staged: String,
        /// What has the new name so far.
        over: Option<Replaced>,
        /// What gets the old name from the trash afterwards.
        reveals: Option<Replaced>,
    },
    /// Something goes into the trash.
    Trash {
        /// Its name so far.
        #[serde(with = "crate::journal::path")]
        from: PathBuf,
        /// Which file it is.
        identity: Identity,
        /// Where it goes.
        slot: Slot,
    },
    /// Something comes back from the trash.
    Restore {
        /// Where it is.
        slot: Slot,
        /// Which file it is.
        identity: Identity,
        /// The name it gets.
        #[serde(with = "crate::journal::path")]
        to: PathBuf,
        /// What has the name so far.
        over: Option<Replaced>,
    },
    /// A folder whose content was moved elsewhere goes, if it is empty.
    RemoveFolder {
        /// Which.
        #[serde(with = "crate::journal::path")]
        path: PathBuf,
        /// Its permissions, for the way back.
        mode: u32,
        /// Its user and group, for the way back.
        owner: (u32, u32),
    },
    /// Permissions become others.
    Mode {
        /// Of what.
        #[serde(with = "crate::journal::path")]
        path: PathBuf,
        /// Which file it is.
        identity: Identity,
        /// What they were.
        before: u32,
        /// What they become.
        after: u32,
    },
    /// Something gets another user or group.
    Owner {
        /// What.
        #[serde(with = "crate::journal::path")]
        path: PathBuf,
        /// Which file it is.
        identity: Identity,
        /// The user and the group it had.
        before: (u32, u32),
        /// Those that it gets.
        after: (u32, u32),
    },
    /// Something is removed forever: it is hidden first, so that it goes as a whole.
    Delete {
        /// Its name.
        #[serde(with = "crate::journal::path")]
        path: PathBuf,
        /// Which file it is.
        identity: Identity,
        /// The hidden name, in the same folder.
        staged: String,
        /// The trash slot it lay in.
        slot: Option<Slot>,
    },
}

/// What is known of a change that has been prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Built {
    /// What stands, or will stand, under the new name.
    pub identity: Identity,
    /// What the source was like.
    pub source: Digest,
    /// What the copy is like.
    pub made: Digest,
}

impl Change {
    /// The name that a message about this change gives.
    pub fn subject(&self) -> &Path {
        match self {
            Self::Create { content: Content::Copy(from) | Content::Extracted(from, _), .. } => from,
            Self::Create { to, .. } => to,
            Self::Rename { from, .. } | Self::MoveAcross { from, .. } | Self::Trash { from, .. } => from,
            Self::Restore { to, .. } => to,
            Self::RemoveFolder { path, .. }
            | Self::Delete { path, .. }
            | Self::Mode { path, .. }
            | Self::Owner { path, .. } => path,
        }
    }

    /// What the change puts something over.
    pub fn over(&self) -> Option<&Replaced> {
        match self {
            Self::Create { over, .. }
            | Self::Rename { over, .. }
            | Self::MoveAcross { over, .. }
            | Self::Restore { over, .. } => over.as_ref(),
            Self::Trash { .. }
            | Self::RemoveFolder { .. }
            | Self::Mode { .. }
            | Self::Owner { .. }
            | Self::Delete { .. } => None,
        }
    }

    /// The name that the change makes, where it makes one that the user sees.
    pub fn target(&self) -> Option<&Path> {
        match self {
            Self::Create { to, .. }
            | Self::Rename { to, .. }
            | Self::MoveAcross { to, .. }
            | Self::Restore { to, .. } => Some(to),
            Self::Trash { .. }
            | Self::RemoveFolder { .. }
            | Self::Mode { .. }
            | Self::Owner { .. }
            | Self::Delete { .. } => None,
        }
    }
}

/// The folder and the name of a path.
pub fn split(path: &Path) -> (&Path, &OsStr) {
    (path.parent().unwrap_or(Path::new("/")), path.file_name().unwrap_or(OsStr::new("/")))
}

/// The hidden names of one operation.
#[derive(Debug, Clone)]
pub struct HiddenNames {
    operation: String,
    count: usize,
}

impl HiddenNames {
    /// Names that no other operation has: `operation` is its own random word.
    pub fn new(operation: &str) -> Self {
        Self { operation: operation.to_owned(), count: 0 }
    }

    /// Returns the next.
    pub fn next_name(&mut self) -> String {
        self.count += 1;
        format!(".candela-{}-{}", self.operation, self.count)
    }
}
