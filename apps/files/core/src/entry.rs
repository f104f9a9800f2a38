//! What a folder holds: names, what they name, and the facts about it.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name, of any bytes but `/` and NUL.
    pub name: OsString,
    /// What it is.
    pub kind: Kind,
    /// What the system says of it; `None` where that was not asked for, or may not be known.
    pub facts: Option<Facts>,
}

impl Entry {
    /// Whether it is left out unless everything is to be shown: its name begins with a dot.
    pub fn is_hidden(&self) -> bool {
        is_hidden(&self.name)
    }
}

/// Whether a name is that of something hidden.
pub fn is_hidden(name: &OsStr) -> bool {
    name.as_bytes().first() == Some(&b'.')
}

/// What an entry is, symbolic links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A directory.
    Folder,
    /// A regular file.
    File,
    /// A symbolic link.
    Symlink,
    /// A named pipe.
    Fifo,
    /// A socket.
    Socket,
    /// A block device.
    Block,
    /// A character device.
    Char,
    /// What the system does not tell.
    Unknown,
}

impl Kind {
    /// The word for programs; `None` where the kind is not known.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Folder => Some("folder"),
            Self::File => Some("file"),
            Self::Symlink => Some("symlink"),
            Self::Fifo => Some("fifo"),
            Self::Socket => Some("socket"),
            Self::Block => Some("block"),
            Self::Char => Some("char"),
            Self::Unknown => None,
        }
    }
}

/// What the system says of an entry itself, not of what it links to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Its size in bytes.
    pub size: u64,
    /// When its contents last changed.
    pub modified: Time,
    /// Permission bits, set-user-ID, set-group-ID and sticky among them.
    pub mode: u32,
}

/// A moment of the file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// Seconds since 1970, negative before.
    pub seconds: i64,
    /// Nanoseconds after that second.
    pub nanoseconds: u32,
}

impl Time {
    /// Nanoseconds since 1970.
    pub fn in_nanoseconds(self) -> i128 {
        i128::from(self.seconds) * 1_000_000_000 + i128::from(self.nanoseconds)
    }
}
