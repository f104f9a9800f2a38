//! One difference, as git's letters say it.

use crate::git::{Letter, Letters};

use git2::{Delta, DiffDelta, Index, IndexConflict, IndexEntry, IndexEntryExtendedFlag, IndexEntryFlag};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

const INTENT_TO_ADD: u16 = IndexEntryExtendedFlag::INTENT_TO_ADD.bits();
const SKIP_WORKTREE: u16 = IndexEntryExtendedFlag::SKIP_WORKTREE.bits();
const ASSUMED: u16 = IndexEntryFlag::VALID.bits();

/// What differs at a path.
pub struct Change {
    /// The path from the top of the working tree; that of an untracked folder ends with a slash.
    pub path: Vec<u8>,
    /// How it differs.
    pub letters: Letters,
}

impl Change {
    /// Reads a difference between the last commit and the index.
    pub fn staged(delta: &DiffDelta<'_>) -> Option<Self> {
        let index = letter(delta.status())?;
        Some(Self { path: path(delta)?, letters: Letters { index, worktree: Letter::Unmodified } })
    }

    /// Reads a difference between the index and the working tree.
    pub fn unstaged(delta: &DiffDelta<'_>) -> Option<Self> {
        let letters = match letter(delta.status())? {
            letter @ (Letter::Untracked | Letter::Ignored) => Letters::both(letter),
            worktree => Letters { index: Letter::Unmodified, worktree },
        };
        Some(Self { path: path(delta)?, letters })
    }

    /// The same, unless git was told not to look at the path: by `--assume-unchanged` or `--skip-worktree`.
    pub fn unless_passed_over(self, index: &Index) -> Option<Self> {
        let Some(entry) = index.get_path(Path::new(OsStr::from_bytes(&self.path)), 0) else {
            return Some(self);
        };
        (entry.flags & ASSUMED == 0 && entry.flags_extended & SKIP_WORKTREE == 0).then_some(self)
    }

    /// The same for a path that is only meant to be added (`git add -N`): to git it is not in the index yet.
    #[must_use]
    pub fn intended(self, index: &Index) -> Self {
        let entry = index.get_path(Path::new(OsStr::from_bytes(&self.path)), 0);
        let is_intended = entry.is_some_and(|entry| entry.flags_extended & INTENT_TO_ADD != 0);
        let (index, worktree) = match (self.letters.index, self.letters.worktree) {
            (Letter::Added, _) => (Letter::Unmodified, Letter::Added),
            (Letter::Modified | Letter::TypeChanged, _) => (Letter::Deleted, Letter::Added),
            (index, Letter::Modified | Letter::TypeChanged) => (index, Letter::Added),
            (index, worktree) => (index, worktree),
        };
        if is_intended { Self { letters: Letters { index, worktree }, ..self } } else { self }
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
