//! What is to be done with files, as plain data: an [`Operation`] is planned into [`Change`]s, each of which is written
//! down before it is made, can be seen from the disk to be made or not, and can be taken back.
//!
//! Everything below is pure; `system::run` makes the changes. The promises are in docs/file-operations.md.

mod again;
pub mod archive;
pub mod bulk;
pub mod change;
mod conflict;
mod control;
mod digest;
pub mod limits;
pub mod names;
mod outcome;
pub mod permissions;
mod plan;
mod progress;
mod question;

pub use again::again;
pub use archive::Format;
pub use change::{Built, Change, Content, Identity, Replaced, Slot};
pub use conflict::{Conflict, Decision, decide, decide_whole};
pub use control::Control;
pub use digest::{Digest, Trail};
pub use names::next_free;
pub use outcome::{Aspect, Failure, Loss, Outcome, Reason};
pub use permissions::{Bits, Depth, Permissions};
pub use plan::{Plan, View, plan};
pub use progress::{Phase, Progress};
pub use question::take_questions;

use serde::{Deserialize, Serialize};

use std::path::PathBuf;

/// What the user asks for. Every path is absolute, and none of the folders on its way is a symbolic link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    /// Copies each source to its target.
    Copy {
        /// What is copied where.
        items: Vec<Item>,
        /// How.
        options: Options,
    },
    /// Moves each source to its target.
    Move {
        /// What is moved where.
        items: Vec<Item>,
        /// How.
        options: Options,
    },
    /// Gives names, none of them over an existing file: all of them, or none where one cannot be given.
    Rename(Vec<Item>),
    /// Moves files into the trash.
    Trash(#[serde(with = "crate::journal::paths")] Vec<PathBuf>),
    /// Moves files from the trash to where they were.
    Restore {
        /// Which.
        slots: Vec<Slot>,
        /// The answer for every name that exists; what is a folder in the trash comes back as one, and is not merged.
        conflict: Conflict,
    },
    /// Removes files forever.
    Delete(#[serde(with = "crate::journal::paths")] Vec<PathBuf>),
    /// Removes files in the trash forever.
    Empty(Vec<Slot>),
    /// Changes permissions; symbolic links have none.
    Permissions {
        /// Of what.
        #[serde(with = "crate::journal::paths")]
        paths: Vec<PathBuf>,
        /// What they become.
        change: Permissions,
        /// Whether what lies in folders is changed too.
        depth: Depth,
    },
    /// Gives files to another user or group; links are given themselves, and not what they lead to.
    Owner {
        /// Which.
        #[serde(with = "crate::journal::paths")]
        paths: Vec<PathBuf>,
        /// The user; `None` leaves it as it is.
        user: Option<u32>,
        /// The group; `None` leaves it as it is.
        group: Option<u32>,
        /// Whether what lies in folders is given too.
        depth: Depth,
    },
    /// Makes symbolic links: each `to` says what its `from` says.
    Link(Vec<Item>),
    /// Packs files into a new archive.
    Compress {
        /// What is packed.
        #[serde(with = "crate::journal::paths")]
        sources: Vec<PathBuf>,
        /// The archive.
        #[serde(with = "crate::journal::path")]
        to: PathBuf,
        /// Of which kind it is.
        format: Format,
    },
    /// Extracts an archive into a new folder, or the one file that a packed file is.
    Extract {
        /// The archive.
        #[serde(with = "crate::journal::path")]
        archive: PathBuf,
        /// The new folder or file, or a free name like it.
        #[serde(with = "crate::journal::path")]
        to: PathBuf,
        /// Of which kind the archive is.
        format: Format,
    },
    /// Makes something new.
    Make {
        /// Where.
        #[serde(with = "crate::journal::path")]
        path: PathBuf,
        /// What.
        content: Content,
    },
}

/// One source and its target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What is there.
    #[serde(with = "crate::journal::path")]
    pub from: PathBuf,
    /// What it will be called.
    #[serde(with = "crate::journal::path")]
    pub to: PathBuf,
}

/// How files are copied and moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Options {
    /// The answer for every name that exists.
    pub conflict: Conflict,
    /// Whether each copy is read again from the disk and compared.
    pub verify: Verify,
    /// Whether everything is on the disk before a name appears.
    pub durability: Durability,
}

/// Whether copies are read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Verify {
    /// What the system says of its writes is believed.
    #[default]
    No,
    /// Each copy is read again past the cache and compared by BLAKE3.
    Yes,
}

/// When data goes to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Durability {
    /// Only where something old is given up for something new: replaced files, and moves to another file system.
    #[default]
    WhereNeeded,
    /// Before any name appears.
    Always,
}
