//! What can go wrong.

use crate::circumstances::Blocker;

use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why it could not be told whether updates wait.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Reason {
    /// A tool is not installed.
    #[error("{tool} is not installed")]
    Missing {
        /// Its name.
        tool: String,
    },
    /// A tool did not answer in time.
    #[error("{tool} did not answer in time")]
    TimedOut {
        /// Its name.
        tool: String,
    },
    /// A tool could not be started.
    #[error("{tool} cannot be started: {kind}")]
    NotStarted {
        /// Its name.
        tool: String,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// A tool ended with an error.
    #[error("{tool} failed ({status}): {detail}")]
    Failed {
        /// Its name.
        tool: String,
        /// Its exit status; 128 and more for a signal, as a shell says it.
        status: i32,
        /// The last line it said, safe to show.
        detail: String,
    },
    /// A tool printed what is not understood.
    #[error("the answer of {tool} is not understood: {detail}")]
    NotUnderstood {
        /// Its name.
        tool: String,
        /// What is wrong with it, safe to show.
        detail: String,
    },
    /// A file is there and cannot be read.
    #[error("{path} cannot be read: {kind}", path = path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// A file does not hold what it should.
    #[error("{path} is not understood: {detail}", path = path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, safe to show.
        detail: String,
    },
    /// A summary is so old that it says nothing any more.
    #[error("{path} is {days} days old", path = path.display())]
    Stale {
        /// The file.
        path: PathBuf,
        /// Its age.
        days: u64,
    },
    /// The base system comes in packages: `freebsd-update` does not serve it.
    #[error("the base system comes in packages, which freebsd-update does not know")]
    PackagedBase,
    /// A source that is to be asked is not set up.
    #[error("no command is set")]
    NoCommand,
    /// The source says so itself.
    #[error("{0}")]
    Said(String),
}

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// A program is not installed.
    #[error("{tool} is not installed")]
    Missing {
        /// Its path.
        tool: PathBuf,
    },
    /// A program ended with an error.
    #[error("{program} failed ({status}): {detail}")]
    Failed {
        /// Its name.
        program: String,
        /// Its exit status; 128 and more for a signal.
        status: i32,
        /// The last line it said, safe to show.
        detail: String,
    },
    /// Somebody did not allow it.
    #[error("not authorised: {detail}")]
    NotAuthorised {
        /// Who did not, in their words.
        detail: String,
    },
    /// A service of the system did not do it.
    #[error("{service}: {detail}")]
    Service {
        /// The bus name.
        service: String,
        /// What it said, safe to show.
        detail: String,
    },
    /// The service said that it did, and it did not.
    #[error("{detail}")]
    NotDone {
        /// What is not as it should be.
        detail: String,
    },
    /// What waits cannot be installed now.
    #[error("{0}")]
    Obstacle(crate::Obstacle),
    /// Another prompter or helper is at work.
    #[error("another one is at work")]
    Running,
    /// A file could not be written, moved or locked.
    #[error("{path}: {kind}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// Windows stay open, or somebody asked our session to wait.
    #[error("not everything has closed: {}", windows.join(", "))]
    StillOpen {
        /// The titles of the windows, safe to show.
        windows: Vec<String>,
        /// Who asked to wait.
        blockers: Vec<Blocker>,
    },
    /// This system has no D-Bus, and nothing else does it.
    #[error("no system bus to ask")]
    NoBus,
}

impl Error {
    /// Whether it is for lack of permission.
    pub fn is_denied(&self) -> bool {
        matches!(self, Self::NotAuthorised { .. })
    }
}
