//! Why a target cannot be opened.

use crate::trust::Untrusted;

use candela_shared::registry::Target;
use candela_shared::registry::index::FileError;

use thiserror::Error as ThisError;

use std::io;
use std::path::PathBuf;

/// Why a target cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum Error {
    /// Nothing lies there.
    #[error("there is no file {0:?}")]
    Missing(PathBuf),
    /// It may not be looked at.
    #[error("cannot look at {path:?}: {kind}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// No application opens its type.
    #[error("nothing opens {target:?} ({mime_type})")]
    Nothing {
        /// What was to be opened.
        target: Target,
        /// Its type.
        mime_type: String,
    },
    /// It is a desktop entry that would run a program, and nobody vouches for it.
    #[error("{:?} is not trusted", .0.path)]
    Untrusted(Box<Untrusted>),
    /// It is a link without an address.
    #[error("{0:?} has no address")]
    NoAddress(PathBuf),
    /// It is a link that leads to too many others.
    #[error("{0:?} leads to links for ever")]
    Circle(PathBuf),
    /// It is named as a desktop entry and holds none.
    #[error("{path:?} {fault}")]
    Entry {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: FileError,
    },
}
