//! The working tree against the index.

use super::Repository;
use super::change::{Change, conflicts};
use super::nested::has_commit;
use super::part::{Part, entry, is_intended, is_passed_over};
use super::rename::Detection;
use super::version::{FILE, LINK, Pair, Version};
use crate::git::{Letter, Letters};

use git2::{Index, IndexEntry, Oid};

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

/// Larger files are not compared, in bytes.
const MOST: u64 = 16 * 1024 * 1024;
/// What is written to the database goes to memory, before it would to the disk.
const FIRST: i32 = 1_000;
/// What is there, but not looked into: it is like nothing.
const NOT_READ: Version = Version { id: Oid::ZERO_SHA1, mode: 0 };

impl Repository {
    /// What is not staged. A file that is only meant to be added may be another one under a new name.
    pub(super) fn unstaged(&self, part: &Part<'_>) -> Result<Vec<Change>, git2::Error> {
        let changes = self.different(part)?;
        let has = |wanted: Letter| changes.iter().any(|change| change.letters.worktree == wanted);
        let may_move = !part.is_of_files() && (has(Letter::Added) || has(Letter::Deleted));
        let detection = Detection::of(&self.git.config()?);
        if !may_move || detection.is_off() {
            return Ok(changes);
        }
        let whole = Part::whole(part.index);
        let undecided: HashSet<Vec<u8>> = conflicts(part.index)?.into_iter().map(|change| change.path).collect();
        if undecided.is_empty() && !whole.marked.values().any(is_intended) {
            return Ok(changes);
        }
        let changes = if part.is_whole() { changes } else { self.different(&whole)? };
        let pairs = self.pairs(part.index, &changes, &undecided)?;
        let letters = detection.letters(&self.git, &pairs);
        Ok(letters.into_iter().filter(|(path, _)| !undecided.contains(path)).map(unstaged).collect())
    }

    /// What differs, with what libgit2 tells otherwise than git set right.
    fn different(&self, part: &Part<'_>) -> Result<Vec<Change>, git2::Error> {
        let told: Vec<Change> = match self.is_endless(part) {
            true => self.different_by_hand(part)?,
            false => {
                let diff = self.git.diff_index_to_workdir(Some(part.index), Some(&mut part.options()))?;
                diff.deltas().filter_map(|delta| Change::unstaged(&delta)).collect()
            }
        };
        let mut changes: Vec<Change> = told.into_iter().filter_map(|change| self.corrected(change, part)).collect();
        for (path, entry) in part.marked.iter().filter(|(_, entry)| is_intended(entry) && !is_passed_over(entry)) {
            let letter = if self.is_there(path, entry) { Letter::Added } else { Letter::Deleted };
            changes.push(unstaged((path.clone(), letter)));
        }
        Ok(changes)
    }

    fn corrected(&self, mut change: Change, part: &Part<'_>) -> Option<Change> {
        let path = Path::new(OsStr::from_bytes(&change.path));
        let Some(entry) = entry(part.index, &change.path, 0) else {
            return Some(change);
        };
        // A repository in a file's place is another kind of thing, any other folder nothing at all.
        if change.letters.worktree == Letter::Deleted && has_commit(&self.top.join(path)) {
            change.letters.worktree = Letter::TypeChanged;
        }
        (!is_passed_over(&entry) && !is_intended(&entry)).then_some(change)
    }

    /// Whether something that may be added is at a path.
    pub(super) fn is_there(&self, path: &[u8], entry: &IndexEntry) -> bool {
        let place = Path::new(OsStr::from_bytes(path));
        let is_folder = |folder: &Path| self.top.join(folder).symlink_metadata().is_ok_and(|facts| facts.is_dir());
        let is_reached = place.ancestors().skip(1).all(|folder| folder.as_os_str().is_empty() || is_folder(folder));
        let is_repository = u32::from(git2::FileMode::Commit) == entry.mode;
        is_reached
            && match self.top.join(place).symlink_metadata() {
                Ok(facts) => !facts.is_dir() || is_repository || has_commit(&self.top.join(place)),
                Err(_) => false,
            }
    }

    /// The versions of what differs. What a merge left to decide counts as new.
    fn pairs(&self, index: &Index, changes: &[Change], undecided: &HashSet<Vec<u8>>) -> Result<Vec<Pair>, git2::Error> {
        self.remember_in_memory()?;
        let mut pairs = BTreeMap::new();
        for Change { path, letters } in changes {
            let entry = entry(index, path, 0);
            let old = entry.map(|entry| Version::of_entry(&entry));
            let (old, new) = match letters.worktree {
                Letter::Added => (None, Some(self.there(path))),
                Letter::Deleted => (old, None),
                Letter::TypeChanged => (old, Some(NOT_READ)),
                _ => (old, old.map(|old| Version { id: NOT_READ.id, ..old })),
            };
            let _before = pairs.insert(path.clone(), Pair { path: path.clone(), old, new });
        }
        for path in undecided {
            // What is gone is our side of it.
            let is_there = self.top.join(OsStr::from_bytes(path)).symlink_metadata().is_ok();
            let old = entry(index, path, 2).filter(|_| !is_there).map(|entry| Version::of_entry(&entry));
            let new = is_there.then(|| self.there(path));
            let _before = pairs.insert(path.clone(), Pair { path: path.clone(), old, new });
        }
        Ok(pairs.into_values().collect())
    }

    /// From now on nothing that is added to the database goes to the disk.
    pub(super) fn remember_in_memory(&self) -> Result<(), git2::Error> {
        let database = self.git.odb()?;
        let _memory = database.add_new_mempack_backend(FIRST)?;
        Ok(())
    }

    /// What git would keep of a file or a link in the working tree.
    pub(super) fn there(&self, path: &[u8]) -> Version {
        let place = self.top.join(OsStr::from_bytes(path));
        let facts = place.symlink_metadata();
        let (id, mode) = match facts {
            Ok(facts) if facts.is_symlink() => {
                let target = fs::read_link(&place).map(|target| target.into_os_string().into_vec());
                (target.ok().and_then(|target| self.git.blob(&target).ok()), LINK)
            }
            Ok(facts) if facts.is_file() && facts.len() <= MOST => (self.git.blob_path(&place).ok(), FILE),
            Ok(_) | Err(_) => (None, NOT_READ.mode),
        };
        id.map_or(NOT_READ, |id| Version { id, mode })
    }
}

fn unstaged((path, worktree): (Vec<u8>, Letter)) -> Change {
    Change { path, letters: Letters { index: Letter::Unmodified, worktree } }
}
