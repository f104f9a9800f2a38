//! The calls to the system that change or read files: each relative to an open folder, none following a symbolic link.

pub mod faulty;
mod real;

pub use real::Real;

pub use crate::entry::Kind;
use crate::operation::Identity;
use crate::operation::limits::Limits;

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::path::Path;

/// What a call answers.
pub type Answer<T> = Result<T, Errno>;

/// A moment as file systems keep it: seconds since 1970 and nanoseconds.
pub type Moment = (i64, u32);

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// What it is.
    pub kind: Kind,
    /// The file system it lies on.
    pub device: u64,
    /// Its number there.
    pub inode: u64,
    /// Permissions with the set-user, set-group and sticky bits.
    pub mode: u32,
    /// The user it belongs to.
    pub owner: u32,
    /// The group it belongs to.
    pub group: u32,
    /// In bytes.
    pub size: u64,
    /// Space taken, in units of 512 bytes.
    pub blocks: u64,
    /// How many names it has.
    pub links: u64,
    /// The device that a device file stands for.
    pub stands_for: u64,
    /// When it was last read.
    pub accessed: Moment,
    /// When its content last changed.
    pub modified: Moment,
    /// When anything about it last changed.
    pub changed: Moment,
}

impl Default for Stat {
    /// An empty file that nobody owns.
    fn default() -> Self {
        let (zero, moment) = (0, (0, 0));
        Self {
            kind: Kind::File,
            device: zero,
            inode: zero,
            mode: 0,
            owner: 0,
            group: 0,
            size: zero,
            blocks: zero,
            links: zero,
            stands_for: zero,
            accessed: moment,
            modified: moment,
            changed: moment,
        }
    }
}

impl Stat {
    /// Which file it is.
    pub fn identity(&self) -> Identity {
        Identity { device: self.device, inode: self.inode }
    }
}

/// How a name is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// A folder, to reach what lies in it; needs no permission to list it.
    Reach,
    /// A folder, to list it and to change what is known of it.
    Folder,
    /// A file, to read it.
    Read,
    /// A file that must not exist yet, to write it (mode 0600).
    Create,
    /// The same, with the permissions that new files of this user have.
    New,
    /// A file, to write behind what it holds.
    Append,
}

/// What a rename may meet at its new name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rename {
    /// Nothing.
    NoReplace,
    /// Another file, which gets the old name.
    Exchange,
    /// Anything that a plain rename replaces: only for names that are known to be ours.
    Plain,
}

/// Where [`FileSystem::seek`] goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seek {
    /// To that byte.
    To(u64),
    /// To the first byte at or behind that one which is not in a hole.
    Data(u64),
    /// To the first hole at or behind that byte; the end of the file counts as one.
    Hole(u64),
}

/// What is brought to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The file.
    File,
    /// Everything of its file system.
    All,
}

/// The system, or something in its place.
///
/// # Errors
/// Every call answers with the system's error number.
#[expect(missing_docs, reason = "each is the call of its name")]
pub trait FileSystem: Send + Sync {
    fn open(&self, folder: BorrowedFd<'_>, name: &OsStr, how: Open) -> Answer<OwnedFd>;
    /// Opens the folder of an absolute path to reach what lies in it, all steps at once: answers `ENOSYS`, or anything
    /// else, where that cannot be done without following a link.
    fn reach(&self, path: &Path) -> Answer<OwnedFd>;
    fn stat(&self, folder: BorrowedFd<'_>, name: &OsStr) -> Answer<Stat>;
    fn stat_open(&self, file: BorrowedFd<'_>) -> Answer<Stat>;
    fn names(&self, folder: BorrowedFd<'_>) -> Answer<Vec<OsString>>;
    fn limits(&self, folder: BorrowedFd<'_>) -> Answer<Limits>;
    fn read_link(&self, folder: BorrowedFd<'_>, name: &OsStr) -> Answer<OsString>;

    fn make_folder(&self, folder: BorrowedFd<'_>, name: &OsStr, mode: u32) -> Answer<()>;
    fn make_symlink(&self, folder: BorrowedFd<'_>, name: &OsStr, target: &OsStr) -> Answer<()>;
    fn make_special(&self, folder: BorrowedFd<'_>, name: &OsStr, like: &Stat) -> Answer<()>;
    fn link(&self, from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr)) -> Answer<()>;
    fn remove(&self, folder: BorrowedFd<'_>, name: &OsStr, kind: Kind) -> Answer<()>;
    fn rename(&self, from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr), how: Rename) -> Answer<()>;

    fn read(&self, file: BorrowedFd<'_>, into: &mut [u8]) -> Answer<usize>;
    fn write(&self, file: BorrowedFd<'_>, bytes: &[u8]) -> Answer<usize>;
    fn seek(&self, file: BorrowedFd<'_>, to: Seek) -> Answer<u64>;
    fn position(&self, file: BorrowedFd<'_>) -> Answer<u64>;
    fn truncate(&self, file: BorrowedFd<'_>, size: u64) -> Answer<()>;
    fn copy_range(&self, from: BorrowedFd<'_>, to: BorrowedFd<'_>, bytes: usize) -> Answer<usize>;
    fn clone_whole(&self, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Answer<()>;
    fn sync(&self, file: BorrowedFd<'_>) -> Answer<()>;
    fn sync_all(&self, file: BorrowedFd<'_>) -> Answer<()>;
    /// As `sync` or `sync_all`, which may take long: answers `ECANCELED` at once when nobody waits for it any more.
    fn sync_unless(&self, file: BorrowedFd<'_>, extent: Extent, is_cancelled: &dyn Fn() -> bool) -> Answer<()>;
    fn forget_cached(&self, file: BorrowedFd<'_>) -> Answer<()>;

    fn change_mode(&self, file: BorrowedFd<'_>, mode: u32) -> Answer<()>;
    fn change_mode_at(&self, folder: BorrowedFd<'_>, name: &OsStr, mode: u32) -> Answer<()>;
    fn change_owner(&self, file: BorrowedFd<'_>, owner: Option<u32>, group: u32) -> Answer<()>;
    fn change_owner_at(&self, folder: BorrowedFd<'_>, name: &OsStr, owner: Option<u32>, group: u32) -> Answer<()>;
    fn change_times(&self, file: BorrowedFd<'_>, accessed: Moment, modified: Moment) -> Answer<()>;
    fn change_times_at(&self, folder: BorrowedFd<'_>, name: &OsStr, times: (Moment, Moment)) -> Answer<()>;

    fn attributes(&self, file: BorrowedFd<'_>) -> Answer<Vec<OsString>>;
    fn attribute(&self, file: BorrowedFd<'_>, name: &OsStr) -> Answer<Vec<u8>>;
    fn write_attribute(&self, file: BorrowedFd<'_>, name: &OsStr, value: &[u8]) -> Answer<()>;
    fn remove_attribute(&self, file: BorrowedFd<'_>, name: &OsStr) -> Answer<()>;
}
