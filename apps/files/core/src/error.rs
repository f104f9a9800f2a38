//! What can go wrong with a file, always with its path.

use std::io;
use std::path::PathBuf;

/// A step of the file system that failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path:?}: {kind}")]
pub struct PathError {
    /// What was touched.
    pub path: PathBuf,
    /// What the system answered.
    pub kind: io::ErrorKind,
}
