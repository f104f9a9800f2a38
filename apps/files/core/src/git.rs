//! The states git tells of files, as the letters of `git status --porcelain=v1`.

pub mod words;

/// The state of a file in the index or in the working tree, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Letter {
    /// As it was.
    #[default]
    Unmodified,
    /// Not looked at: a rule of the repository or the user leaves it out.
    Ignored,
    /// Not known to git.
    Untracked,
    /// New in the index.
    Added,
    /// A copy of another file.
    Copied,
    /// Another name of a file that was.
    Renamed,
    /// Other contents or another mode.
    Modified,
    /// A link in a file's place, or the like.
    TypeChanged,
    /// Gone.
    Deleted,
    /// Both sides of a merge changed it.
    Unmerged,
}

impl Letter {
    /// The letter git prints.
    pub fn letter(self) -> char {
        match self {
            Self::Unmodified => ' ',
            Self::Ignored => '!',
            Self::Untracked => '?',
            Self::Added => 'A',
            Self::Copied => 'C',
            Self::Renamed => 'R',
            Self::Modified => 'M',
            Self::TypeChanged => 'T',
            Self::Deleted => 'D',
            Self::Unmerged => 'U',
        }
    }
}

/// What git tells of a path: what is staged, and what is not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Letters {
    /// The index against the last commit.
    pub index: Letter,
    /// The working tree against the index.
    pub worktree: Letter,
}

impl Letters {
    /// The letters of a path that git does not track: untracked or ignored on both sides.
    pub fn both(letter: Letter) -> Self {
        Self { index: letter, worktree: letter }
    }

    /// The worse of each side. Being ignored says nothing beside something else.
    #[must_use]
    pub fn or_worse(self, other: Self) -> Self {
        let (ignored, nothing) = (Self::both(Letter::Ignored), Self::default());
        match (self, other) {
            (one, other) if one == ignored && other != nothing => other,
            (one, other) if other == ignored && one != nothing => one,
            (one, other) => Self { index: one.index.max(other.index), worktree: one.worktree.max(other.worktree) },
        }
    }

    /// What a folder bears of something below it.
    ///
    /// What is ignored there says nothing of the folder, and every conflict is one, whatever its letters.
    #[must_use]
    pub fn seen_from_above(self) -> Self {
        match self {
            Self { index: Letter::Ignored, .. } => Self::default(),
            conflict if conflict.is_conflict() => Self::both(Letter::Unmerged).or_worse(conflict),
            other => other,
        }
    }

    /// Whether a merge left it for the user to decide.
    pub fn is_conflict(self) -> bool {
        let both = |letter| self == Self::both(letter);
        self.index == Letter::Unmerged
            || self.worktree == Letter::Unmerged
            || both(Letter::Added)
            || both(Letter::Deleted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_bears_the_worst_of_each_side() {
        let letters = |index, worktree| Letters { index, worktree };
        let staged = letters(Letter::Modified, Letter::Unmodified);
        let gone = letters(Letter::Unmodified, Letter::Deleted);
        let worst = [staged, gone, Letters::both(Letter::Untracked), Letters::both(Letter::Ignored)]
            .into_iter()
            .fold(Letters::default(), |worst, one| worst.or_worse(one.seen_from_above()));
        assert_eq!(worst, letters(Letter::Modified, Letter::Deleted));
        assert_eq!(Letters::both(Letter::Ignored).seen_from_above(), Letters::default());
        assert_eq!(Letters::both(Letter::Added).seen_from_above(), Letters::both(Letter::Unmerged));
        let staged_and_gone = letters(Letter::Added, Letter::Deleted);
        assert_eq!(staged_and_gone.seen_from_above(), staged_and_gone, "no conflict");
    }
}
