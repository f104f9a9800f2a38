//! One difference, as git's letters say it.

use crate::git::{Letter, Letters};

use git2::{Delta, DiffDelta, Index, IndexConflict, IndexEntry};

/// What differs at a path.
pub struct Change {
    /// The path from the top of the working tree; that of an untracked folder ends with a slash.
    pub path: Vec<u8>,
    /// How it differs.
    pub letters: Letters,
}

impl Change {
    /// Reads a difference between the index and the working tree.
    pub fn unstaged(delta: &DiffDelta<'_>) -> Option<Self> {
        let letters = match letter(delta.status())? {
            letter @ (Letter::Untracked | Letter::Ignored) => Letters::both(letter),
            worktree => Letters { index: Letter::Unmodified, worktree },
        };
        Some(Self { path: path(delta)?, letters })
    }

    /// Reads a conflict: which of the three versions there are decides its letters.
    pub fn conflict(conflict: &IndexConflict) -> Option<Self> {
        let is_there = |entry: &Option<IndexEntry>| entry.is_some();
        use Letter::{Added, Deleted, Unmerged};
        let of = [is_there(&conflict.ancestor), is_there(&conflict.our), is_there(&conflict.their)];
        let (index, worktree) = match of {
            [true, false, false] => (Deleted, Deleted),
            [false, true, false] => (Added, Unmerged),
            [false, false, true] => (Unmerged, Added),
            [true, false, true] => (Deleted, Unmerged),
            [true, true, false] => (Unmerged, Deleted),
            [false, true, true] => (Added, Added),
            [true, true, true] | [false, false, false] => (Unmerged, Unmerged),
        };
        let entry = conflict.our.as_ref().or(conflict.their.as_ref()).or(conflict.ancestor.as_ref())?;
        Some(Self { path: entry.path.clone(), letters: Letters { index, worktree } })
    }
}

/// What a merge left to decide.
///
/// # Errors
/// Where the index is damaged.
pub(super) fn conflicts(index: &Index) -> Result<Vec<Change>, git2::Error> {
    if !index.has_conflicts() {
        return Ok(Vec::new());
    }
    let conflicts = index.conflicts()?.collect::<Result<Vec<_>, _>>()?;
    Ok(conflicts.iter().filter_map(Change::conflict).collect())
}

fn path(delta: &DiffDelta<'_>) -> Option<Vec<u8>> {
    let file = if delta.status() == Delta::Deleted { delta.old_file() } else { delta.new_file() };
    file.path_bytes().map(<[u8]>::to_vec)
}

fn letter(status: Delta) -> Option<Letter> {
    match status {
        Delta::Added => Some(Letter::Added),
        Delta::Deleted => Some(Letter::Deleted),
        Delta::Modified => Some(Letter::Modified),
        Delta::Renamed => Some(Letter::Renamed),
        Delta::Copied => Some(Letter::Copied),
        Delta::Typechange => Some(Letter::TypeChanged),
        Delta::Ignored => Some(Letter::Ignored),
        Delta::Untracked => Some(Letter::Untracked),
        // Conflicts are read from the index, which knows their sides.
        Delta::Unmodified | Delta::Unreadable | Delta::Conflicted => None,
    }
}
