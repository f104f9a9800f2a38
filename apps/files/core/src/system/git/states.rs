//! The states of what a folder holds: a pathspec keeps the work to what lies below it.

use super::change::Change;
use super::moved;
use super::rename::{self, Detection};
use super::untracked::{Search, Shown};
use super::{GitError, Repository};
use crate::git::{Letter, Letters};

use git2::{DiffOptions, Index};

use std::collections::{BTreeMap, HashMap, HashSet};
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
        Some(tracked_below(&index, &prefix(&self.place(folder)?)))
    }

    /// Reads everything that is changed in the working tree, by its path from the top; what is ignored is left out.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn changes(&self) -> Result<Vec<(PathBuf, Letters)>, GitError> {
        let read = || -> Result<Vec<Change>, git2::Error> {
            let config = self.git.config()?;
            let index = self.index()?;
            let mut changes = self.staged(&index, (Path::new(""), None), &[])?;
            changes.extend(conflicts(&index)?);
            changes.extend(self.unstaged(&index, (Path::new(""), None))?);
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
        let prefix = prefix(place);
        let files = if is_partial { Some(self.files(place, &prefix)) } else { None };
        let among = files.as_deref();
        let mut changes = self.staged(&index, (place, among), &prefix)?;
        changes.extend(conflicts(&index)?);
        if prefix.is_empty() || index.find_prefix(prefix.as_slice()).is_ok() {
            changes.extend(self.unstaged(&index, (place, among))?);
        }
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

    /// The paths of the files that a folder holds, as far as they can be asked for one by one.
    fn files(&self, place: &Path, prefix: &[u8]) -> Vec<Vec<u8>> {
        let entries = std::fs::read_dir(self.top.join(place)).into_iter().flatten().flatten();
        let there = entries.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_dir()));
        let mut files: Vec<Vec<u8>> = there.map(|entry| [prefix, entry.file_name().as_bytes()].concat()).collect();
        files.retain(|path| is_plain(path));
        // Nothing at all would mean everything.
        if files.is_empty() {
            files.push([prefix, b".git"].concat());
        }
        files
    }

    /// The index against the last commit. Renames are looked for over the whole tree, where anything here came or went.
    fn staged(&self, index: &Index, among: Among<'_>, prefix: &[u8]) -> Result<Vec<Change>, git2::Error> {
        let head = self.head_tree()?;
        let mut options = options(among);
        let mut diff = self.git.diff_tree_to_index(head.as_ref(), Some(index), Some(&mut options))?;
        let wanted = Detection::of(&self.git.config()?);
        // Where files alone are asked for, none is sought elsewhere.
        let is_moved = among.1.is_none() && wanted.is_wanted_for(&diff);
        if is_moved && !prefix.is_empty() {
            let options = &mut self::options((Path::new(""), None));
            diff = self.git.diff_tree_to_index(head.as_ref(), Some(index), Some(options))?;
        }
        if is_moved && wanted == Detection::Copies {
            rename::find_copies(&mut diff)?;
        }
        let changes = diff.deltas().filter_map(|delta| Some(Change::staged(&delta)?.intended(index))).collect();
        match is_moved && wanted == Detection::Renames {
            true => Ok(renamed(changes, &rename::find(&self.git, &diff)?)),
            false => Ok(changes),
        }
    }

    /// The working tree against the index. What is only meant to be added may be another file under a new name.
    fn unstaged(&self, index: &Index, among: Among<'_>) -> Result<Vec<Change>, git2::Error> {
        let changes = self.different(index, among)?;
        let is_new = |change: &Change| change.letters.worktree == Letter::Added;
        let is_moved = among.1.is_none() && changes.iter().any(is_new);
        if !is_moved || Detection::of(&self.git.config()?) == Detection::Off {
            return Ok(changes);
        }
        moved::join(&self.git, &self.top, index, self.different(index, (Path::new(""), None))?)
    }

    fn different(&self, index: &Index, among: Among<'_>) -> Result<Vec<Change>, git2::Error> {
        let diff = self.git.diff_index_to_workdir(Some(index), Some(&mut options(among)))?;
        let told = |delta: git2::DiffDelta<'_>| Change::unstaged(&delta)?.unless_passed_over(index);
        Ok(diff.deltas().filter_map(|delta| Some(told(delta)?.intended(index))).collect())
    }
}

/// Joins what came and what went: a file under a new name is that alone.
fn renamed(mut changes: Vec<Change>, old_paths: &HashMap<Vec<u8>, Vec<u8>>) -> Vec<Change> {
    let gone: HashSet<&Vec<u8>> = old_paths.values().collect();
    changes.retain(|change| change.letters.index != Letter::Deleted || !gone.contains(&change.path));
    for change in &mut changes {
        if old_paths.contains_key(&change.path) {
            change.letters.index = Letter::Renamed;
        }
    }
    changes
}

/// A folder, and the paths of its files where nothing else is looked at.
type Among<'a> = (&'a Path, Option<&'a [Vec<u8>]>);

/// What paths in a folder begin with.
fn prefix(place: &Path) -> Vec<u8> {
    let mut prefix = place.as_os_str().as_bytes().to_vec();
    if !prefix.is_empty() {
        prefix.push(b'/');
    }
    prefix
}

/// How many entries of the index begin so.
fn tracked_below(index: &Index, prefix: &[u8]) -> usize {
    // The entries are in the order of their bytes.
    let first = |is_before: &dyn Fn(&[u8]) -> bool| {
        let (mut from, mut to) = (0, index.len());
        while from < to {
            let middle = from + (to - from) / 2;
            match index.get(middle) {
                Some(entry) if is_before(&entry.path) => from = middle + 1,
                Some(_) | None => to = middle,
            }
        }
        from
    };
    let start = first(&|path: &[u8]| path < prefix);
    let end = first(&|path: &[u8]| path < prefix || path.starts_with(prefix));
    end.saturating_sub(start)
}

/// Whether libgit2 takes a path as it stands: it gives some characters a meaning even where it is told not to, and takes
/// blanks from the end.
fn is_plain(path: &[u8]) -> bool {
    !path.iter().any(|byte| b"*?[]\\!#:".contains(byte)) && !path.last().is_some_and(u8::is_ascii_whitespace)
}

/// The folder that libgit2 takes as it stands and a place is in, the place itself where it can be.
fn plain(place: &Path) -> &Path {
    place.ancestors().find(|place| is_plain(place.as_os_str().as_bytes())).unwrap_or(place)
}

/// Differences below a folder, told in git's way; nothing is written.
fn options((place, files): Among<'_>) -> DiffOptions {
    let mut options = DiffOptions::new();
    let _chained = options.include_typechange(true).update_index(false).disable_pathspec_match(true);
    match files {
        Some(files) => {
            for file in files {
                let _chained = options.pathspec(OsStr::from_bytes(file));
            }
        }
        // Nothing at all means everything.
        None if plain(place).as_os_str().is_empty() => {}
        None => {
            let _chained = options.pathspec(plain(place));
        }
    }
    options
}

fn conflicts(index: &Index) -> Result<Vec<Change>, git2::Error> {
    if !index.has_conflicts() {
        return Ok(Vec::new());
    }
    let conflicts = index.conflicts()?.collect::<Result<Vec<_>, _>>()?;
    Ok(conflicts.iter().filter_map(Change::conflict).collect())
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
