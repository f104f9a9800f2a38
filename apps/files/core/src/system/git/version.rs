//! What was at a path and what is there now, as git tells them apart.

use crate::git::Letter;

use git2::{DiffFile, IndexEntry, Oid, TreeEntry};

/// The bits of a mode that tell the kinds apart.
const KINDS: u32 = 0o170_000;
pub(super) const FILE: u32 = 0o100_000;
pub(super) const LINK: u32 = 0o120_000;

/// One version of a file, a link or a repository below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Version {
    pub(super) id: Oid,
    pub(super) mode: u32,
}

impl Version {
    pub(super) fn of_entry(entry: &IndexEntry) -> Self {
        Self { id: entry.id, mode: entry.mode }
    }

    pub(super) fn of_file(file: &DiffFile<'_>) -> Self {
        Self { id: file.id(), mode: u32::from(file.mode()) }
    }

    pub(super) fn of_tree(entry: &TreeEntry<'_>) -> Self {
        Self { id: entry.id(), mode: entry.filemode().cast_unsigned() }
    }

    pub(super) fn kind(self) -> u32 {
        self.mode & KINDS
    }

    pub(super) fn is_file(self) -> bool {
        self.kind() == FILE
    }
}

/// A path with two versions of it; `None` where there is nothing.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) path: Vec<u8>,
    pub(super) old: Option<Version>,
    pub(super) new: Option<Version>,
}

impl Pair {
    /// What became of it.
    pub(super) fn letter(&self) -> Letter {
        match (self.old, self.new) {
            (None, None) => Letter::Unmodified,
            (None, Some(_)) => Letter::Added,
            (Some(_), None) => Letter::Deleted,
            (Some(old), Some(new)) if old == new => Letter::Unmodified,
            (Some(old), Some(new)) if old.kind() != new.kind() => Letter::TypeChanged,
            (Some(_), Some(_)) => Letter::Modified,
        }
    }

    pub(super) fn name(&self) -> &[u8] {
        self.path.rsplit(|byte| *byte == b'/').next().unwrap_or_default()
    }
}
