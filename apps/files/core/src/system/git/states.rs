//! The states of what a folder holds: a pathspec keeps the work to what lies below it.

use super::change::Change;
use super::rename::{self, Detection};
use super::{GitError, Repository, untracked};
use crate::git::{Letter, Letters};

use git2::{DiffOptions, Index, Tree};

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
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
        let (name, below) = path.split_at(end.unwrap_or(path.len()));
        let letters = if below.len() > 1 { letters.seen_from_above() } else { letters };
        self.put(name, letters);
    }

    /// Adds the letters of a name itself.
    pub(super) fn put(&mut self, name: &[u8], letters: Letters) {
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
        let mut index = self.git.index().ok()?;
        index.read(false).ok()?;
        Some(tracked_below(&index, &prefix(&self.place(folder)?)))
    }

    /// Reads everything that is changed in the working tree, by its path from the top; what is ignored is left out.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn changes(&self) -> Result<Vec<(PathBuf, Letters)>, GitError> {
        let read = || -> Result<Vec<Change>, git2::Error> {
            let mut index = self.git.index()?;
            index.read(false)?;
            let mut changes = self.staged(&index, (Path::new(""), None), &[])?;
            changes.extend(conflicts(&index)?);
            changes.extend(self.unstaged(&index, (Path::new(""), None))?);
            Ok(changes)
        };
        let mut all: BTreeMap<PathBuf, Letters> = BTreeMap::new();
        for change in read().map_err(|error| GitError::new(&self.top, &error))? {
            if change.letters.index != Letter::Ignored && change.letters != Letters::default() {
                let letters = all.entry(OsStr::from_bytes(&change.path).into()).or_default();
                *letters = letters.or_worse(change.letters);
            }
        }
        Ok(all.into_iter().collect())
    }

    fn states_at(&self, place: &Path, reach: Reach) -> Result<FolderStates, git2::Error> {
        let config = self.git.config()?;
        let is_case_ignored = config.get_bool("core.ignorecase").unwrap_or(false);
        let is_partial = reach == Reach::Files;
        let mut states = FolderStates { is_case_ignored, is_partial, ..FolderStates::default() };
        let mut index = self.git.index()?;
        index.read(false)?;
        let prefix = prefix(place);
        let files = if is_partial { Some(self.files(place, &prefix)) } else { None };
        let among = files.as_deref();
        let mut changes = self.staged(&index, (place, among), &prefix)?;
        changes.extend(conflicts(&index)?);
        let is_tracked = prefix.is_empty() || index.find_prefix(prefix.as_slice()).is_ok();
        if is_tracked {
            changes.extend(self.unstaged(&index, (place, among))?);
        }
        // libgit2 does not tell what lies beside the tracked files of an ignored folder.
        let is_told = is_tracked && !self.is_ignored(place);
        if !is_told && are_untracked_shown(&config) {
            untracked::states(self, (&index, reach), place, &mut states);
        }
        for change in changes {
            let path = below(&change.path, &prefix, is_case_ignored);
            if let Some(path) = path.filter(|path| !is_partial || !path.contains(&b'/')) {
                states.add(path, change.letters);
            }
        }
        Ok(states)
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

    pub(super) fn is_ignored(&self, place: &Path) -> bool {
        !place.as_os_str().is_empty() && self.git.is_path_ignored(place).unwrap_or(false)
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

    /// The working tree against the index.
    fn unstaged(&self, index: &Index, among: Among<'_>) -> Result<Vec<Change>, git2::Error> {
        let are_untracked_shown = are_untracked_shown(&self.git.config()?);
        let mut options = options(among);
        let _chained = options.include_untracked(are_untracked_shown).include_ignored(are_untracked_shown);
        let diff = self.git.diff_index_to_workdir(Some(index), Some(&mut options))?;
        let is_sparse = self.git.config()?.get_bool("core.sparseCheckout").unwrap_or(false);
        let told = |delta: git2::DiffDelta<'_>| Change::unstaged(&delta)?.unless_passed_over(index, is_sparse);
        let changes = diff.deltas().filter_map(|delta| Some(told(delta)?.intended(index)));
        Ok(changes.map(|change| self.looked_into(change)).collect())
    }

    /// An ignored folder as git sees it: libgit2 overlooks that it may be empty, or hold a repository of its own.
    fn looked_into(&self, change: Change) -> Change {
        if change.letters != Letters::both(Letter::Ignored) || !change.path.ends_with(b"/") {
            return change;
        }
        let letter = untracked::letter(self, Path::new(OsStr::from_bytes(&change.path)), true);
        Change { letters: Letters::both(letter), ..change }
    }

    /// The tree of the last commit; `None` before the first.
    pub(super) fn head_tree(&self) -> Result<Option<Tree<'_>>, git2::Error> {
        match self.git.head() {
            Ok(head) => head.peel_to_tree().map(Some),
            Err(error) if error.code() == git2::ErrorCode::UnbornBranch => Ok(None),
            Err(error) => Err(error),
        }
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

/// Whether libgit2 takes a path as it stands: it gives some characters a meaning even where it is told not to.
fn is_plain(path: &[u8]) -> bool {
    !path.iter().any(|byte| b"*?[]\\!#:".contains(byte))
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
        // Where it is not taken as it stands, everything has to be looked at.
        None if is_plain(place.as_os_str().as_bytes()) && !place.as_os_str().is_empty() => {
            let _chained = options.pathspec(place);
        }
        None => {}
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

fn are_untracked_shown(config: &git2::Config) -> bool {
    let setting = config.get_string("status.showUntrackedFiles").unwrap_or_default();
    !matches!(setting.as_str(), "no" | "false" | "off" | "0")
}

/// The rest of a path behind a folder's; `None` where it lies elsewhere.
fn below<'a>(path: &'a [u8], prefix: &[u8], is_case_ignored: bool) -> Option<&'a [u8]> {
    let (start, rest) = path.split_at_checked(prefix.len())?;
    let is_same = if is_case_ignored { start.eq_ignore_ascii_case(prefix) } else { start == prefix };
    (is_same && !rest.is_empty()).then_some(rest)
}
