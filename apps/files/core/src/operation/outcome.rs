//! What came of an operation: what was done, what was left undone and why, and what could not be kept.

use rustix::io::Errno;

use std::path::PathBuf;

/// Why something was left undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The system refused.
    #[error("{0}")]
    System(Errno),
    /// The name exists.
    #[error("the name exists")]
    Exists,
    /// The name exists, and the answer was to pass over.
    #[error("passed over, the name exists")]
    Skipped,
    /// What is there is as new.
    #[error("what is there is as new")]
    NotNewer,
    /// What is there is the same.
    #[error("what is there is the same")]
    NotDifferent,
    /// Source and target are one file.
    #[error("source and target are one file")]
    SameFile,
    /// A folder cannot go into itself.
    #[error("a folder cannot go into itself")]
    IntoItself,
    /// It would take the place of a folder it lies in.
    #[error("it would take the place of a folder it lies in")]
    OverItsFolder,
    /// It ends with `.` or `..`, or is the root: that is no name of a file.
    #[error("not the name of a file")]
    Unnamed,
    /// There is no such folder to put anything in.
    #[error("there is no such folder to put anything in")]
    NoFolder,
    /// Two sources would get one name.
    #[error("another source gets that name")]
    Twice,
    /// It changed while it was worked on, or since.
    #[error("it has changed")]
    Changed,
    /// There is no trash that could keep it.
    #[error("there is no trash for it")]
    NoTrash,
    /// It is no longer in the trash.
    #[error("what was replaced is no longer in the trash")]
    OldGone,
    /// The copy would be the only one left.
    #[error("what it was copied from is gone")]
    OriginalGone,
    /// It was partly removed, which cannot be taken back.
    #[error("it is partly removed already")]
    PartlyRemoved,
    /// The copy does not read as what was written.
    #[error("the copy does not read as what was written")]
    NotVerified,
    /// The user cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The file system over there cannot have a file of that name.
    #[error("that name is not possible there")]
    BadName,
    /// The file system over there tells no upper from lower case, and another file has that name then.
    #[error("two names differ in case alone")]
    CaseCollision,
    /// The file system over there cannot have a file of that size.
    #[error("too large for the file system")]
    TooLarge,
    /// It is no archive, or a damaged one.
    #[error("no archive that can be read, or a damaged one")]
    BadArchive,
    /// It needs a password.
    #[error("it is encrypted")]
    Encrypted,
    /// It would lead out of the folder.
    #[error("it would lead out of the folder")]
    Escapes,
    /// More comes out than an honest archive holds.
    #[error("more comes out than an honest archive holds")]
    Bomb,
    /// Such a file takes one file, and no folder.
    #[error("it takes one file, and no folder")]
    OneFile,
    /// There is no place for a journal.
    #[error("there is no place for the journal")]
    NoJournal,
    /// Another process is at work on it.
    #[error("another process is at work on it")]
    Busy,
    /// The journal cannot be written.
    #[error("the journal cannot be written: {0}")]
    Journal(Errno),
}

impl From<Errno> for Reason {
    fn from(error: Errno) -> Self {
        Self::System(error)
    }
}

/// Something that was left undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What.
    pub path: PathBuf,
    /// Why.
    pub reason: Reason,
}

/// What a copy may fail to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    /// The user and the group, because only root may give files away.
    Owner,
    /// The user and the group, because the file system refused.
    OwnerRefused,
    /// Permissions.
    Mode,
    /// Extended attributes and access lists.
    Attributes,
    /// Times.
    Times,
    /// That two names are one file.
    HardLink,
}

/// Something that was copied, but not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What was not kept.
    pub aspect: Aspect,
    /// The first file that lost it.
    pub path: PathBuf,
    /// How many files lost it.
    pub count: u64,
}

/// What came of it all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The new names, or the old ones where there are no new.
    pub done: Vec<PathBuf>,
    /// What was left undone.
    pub failed: Vec<Failure>,
    /// What could not be kept.
    pub lost: Vec<Loss>,
}

impl Outcome {
    /// Whether everything was done that was asked for. That a user cannot give files to others is as it should be.
    pub fn is_complete(&self) -> bool {
        self.failed.is_empty() && self.lost.iter().all(|loss| loss.aspect == Aspect::Owner)
    }

    /// Notes something left undone.
    pub fn fail(&mut self, path: impl Into<PathBuf>, reason: impl Into<Reason>) {
        self.failed.push(Failure { path: path.into(), reason: reason.into() });
    }

    /// Notes something not kept.
    pub fn lose(&mut self, aspect: Aspect, path: impl Into<PathBuf>) {
        match self.lost.iter_mut().find(|loss| loss.aspect == aspect) {
            Some(loss) => loss.count += 1,
            None => self.lost.push(Loss { aspect, path: path.into(), count: 1 }),
        }
    }
}
