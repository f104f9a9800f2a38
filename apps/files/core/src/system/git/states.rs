//! The states of what a folder holds: a pathspec keeps the work to what lies below it.

use super::change::{Change, conflicts};
use super::part::{Part, entries_below, prefix};
use super::untracked::{Search, Shown};
use super::{GitError, Repository};
use crate::git::{Letter, Letters};

use std::collections::{BTreeMap, HashMap};
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// What git tells of each name in a folder; a folder bears the worst of what lies below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FolderStates {
    letters: HashMap<Vec<u8>, Letters>,
    is_case_ignored: bool,
    /// Whether nothing is told of folders.
    is_partial: bool,
}

/// How far git is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Of the files of the folder alone: that is soon told, however large the repository is.
    Files,
    /// Of all that lies below it too.
    All,
}

/// So many tracked files below a folder are looked at in a moment; of more, its own files are told of first.
pub const SOON: usize = 5_000;
/// More tracked files below a folder are not looked at: nothing is told of the folders in it.
pub const MOST: usize = 250_000;

impl FolderStates {
    /// The letters of a name; those of an unmodified file where nothing is told of it.
    pub fn of(&self, name: &OsStr) -> Letters {
        self.letters.get(&*self.key(name.as_bytes())).copied().unwrap_or_default()
    }

    fn key<'a>(&self, name: &'a [u8]) -> std::borrow::Cow<'a, [u8]> {
        if self.is_case_ignored { name.to_ascii_lowercase().into() } else { name.into() }
    }

    /// Whether nothing is told of folders: too much lies below them.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// Adds a change at or below a path from this folder.
    fn add(&mut self, path: &[u8], letters: Letters) {
        let end = path.iter().position(|byte| *byte == b'/');
        let letters = if end.is_some() { letters.seen_from_above() } else { letters };
        self.put(&path[..end.unwrap_or(path.len())], letters);
    }

    /// Adds the letters of a name itself.
    pub(super) fn put(&mut self, name: &[u8], letters: Letters) {
        if letters == Letters::default() {
            return;
        }
        let known = self.letters.entry(self.key(name).into_owned()).or_default();
        *known = known.or_worse(letters);
    }
}

impl Repository {
    /// Reads the states of what a folder of the working tree holds.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn states(&self, folder: &Path) -> Result<FolderStates, GitError> {
        self.states_within(folder, Reach::All)
    }

    /// The same, as far as that.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn states_within(&self, folder: &Path, reach: Reach) -> Result<FolderStates, GitError> {
        let Some(place) = self.place(folder) else {
            return Ok(FolderStates::default());
        };
        self.states_at(&place, reach).map_err(|error| GitError::new(folder, &error))
    }

    /// How many tracked files lie below a folder; nothing where that cannot be told.
    pub fn tracked_below(&self, folder: &Path) -> Option<usize> {
        let index = self.index().ok()?;
        Some(entries_below(&index, &prefix(&self.place(folder)?)).len())
    }

    /// Reads everything that is changed in the working tree, by its path from the top; what is ignored is left out.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn changes(&self) -> Result<Vec<(PathBuf, Letters)>, GitError> {
        let read = || -> Result<Vec<Change>, git2::Error> {
            let config = self.git.config()?;
            let index = self.index()?;
            let part = Part::whole(&index);
            let mut changes = self.staged(&part)?;
            changes.extend(conflicts(&index)?);
            changes.extend(self.unstaged(&part)?);
            let search = Search::new(self, &index, is_case_ignored(&config));
            let letters = Letters::both(Letter::Untracked);
            changes.extend(search.list(Shown::of(&config)).into_iter().map(|path| Change { path, letters }));
            Ok(changes)
        };
        // By their bytes: a file that is gone and the folder in its place are two.
        let mut all: BTreeMap<Vec<u8>, Letters> = BTreeMap::new();
        for change in read().map_err(|error| GitError::new(&self.top, &error))? {
            if change.letters != Letters::default() {
                let letters = all.entry(change.path).or_default();
                *letters = letters.or_worse(change.letters);
            }
        }
        Ok(all.into_iter().map(|(path, letters)| (OsString::from_vec(path).into(), letters)).collect())
    }

    fn states_at(&self, place: &Path, reach: Reach) -> Result<FolderStates, git2::Error> {
        let config = self.git.config()?;
        let is_case_ignored = is_case_ignored(&config);
        let is_partial = reach == Reach::Files;
        let mut states = FolderStates { is_case_ignored, is_partial, ..FolderStates::default() };
        let index = self.index()?;
        let part = Part::of(self, &index, place, reach);
        let mut changes = self.staged(&part)?;
        changes.extend(conflicts(&index)?);
        if part.is_tracked() {
            changes.extend(self.unstaged(&part)?);
        }
        let prefix = prefix(place);
        for change in changes {
            let path = below(&change.path, &prefix, is_case_ignored);
            if let Some(path) = path.filter(|path| self.is_seen(place, path, reach)) {
                states.add(path, change.letters);
            }
        }
        if Shown::of(&config) != Shown::Nothing {
            Search::new(self, &index, is_case_ignored).states(place, reach, &mut states);
        }
        Ok(states)
    }

    /// Whether a change is one of what a folder holds: where a file is now, what lay below it is not there to bear it.
    fn is_seen(&self, place: &Path, path: &[u8], reach: Reach) -> bool {
        let Some(end) = path.iter().position(|byte| *byte == b'/') else {
            return true;
        };
        let folder = self.top.join(place).join(OsStr::from_bytes(&path[..end]));
        reach == Reach::All && folder.symlink_metadata().is_ok_and(|facts| facts.is_dir())
    }
}

fn is_case_ignored(config: &git2::Config) -> bool {
    config.get_bool("core.ignorecase").unwrap_or(false)
}

/// The rest of a path behind a folder's; `None` where it lies elsewhere.
fn below<'a>(path: &'a [u8], prefix: &[u8], is_case_ignored: bool) -> Option<&'a [u8]> {
    let (start, rest) = path.split_at_checked(prefix.len())?;
    let is_same = if is_case_ignored { start.eq_ignore_ascii_case(prefix) } else { start == prefix };
    (is_same && !rest.is_empty()).then_some(rest)
}
