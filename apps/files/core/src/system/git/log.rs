//! The commits that changed a file or folder, as `git log` tells them.

use super::{GitError, Line, Repository};

use git2::{Commit as Found, DiffOptions, Oid};

use std::collections::{BinaryHeap, HashSet};
use std::path::Path;

/// So many commits are told of: more are not looked through by eye.
const MOST: usize = 500;
/// So many are looked at before the search is given up.
const LOOKED_AT: usize = 100_000;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its whole name.
    pub id: String,
    /// The first line of what was said of it.
    pub summary: String,
    /// Who made the change.
    pub author: String,
    /// When, in seconds since 1970.
    pub seconds: i64,
}

impl Commit {
    pub(super) fn new(found: &Found<'_>) -> Self {
        let summary = String::from_utf8_lossy(found.summary_bytes().unwrap_or_default()).into_owned();
        let author = String::from_utf8_lossy(found.author().name_bytes()).into_owned();
        Self { id: found.id().to_string(), summary, author, seconds: found.author().when().seconds() }
    }
}

impl Repository {
    /// The commits that changed a path from the top, newest first; the empty path is the whole tree. Of sides of a merge
    /// that did not change it only one is followed, as `git log` does.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn log(&self, path: &Path) -> Result<Vec<Commit>, GitError> {
        self.log_of(path).map_err(|error| GitError::new(path, &error))
    }

    fn log_of(&self, path: &Path) -> Result<Vec<Commit>, git2::Error> {
        let Ok(head) = self.git.head() else {
            return Ok(Vec::new());
        };
        let first = head.peel_to_commit()?;
        let mut waiting = BinaryHeap::from([(first.time().seconds(), first.id())]);
        let (mut seen, mut told) = (HashSet::from([first.id()]), Vec::new());
        while let Some((_, id)) = waiting.pop().filter(|_| told.len() < MOST && seen.len() < LOOKED_AT) {
            let commit = self.git.find_commit(id)?;
            let own = entry(&commit, path)?;
            let parents: Vec<Found<'_>> = commit.parents().collect();
            let mut same = None;
            for parent in &parents {
                if same.is_none() && entry(parent, path)? == own {
                    same = Some(parent);
                }
            }
            let (next, is_told) = match same {
                Some(parent) => (std::slice::from_ref(parent), false),
                None => (&parents[..], !parents.is_empty() || own.is_some()),
            };
            if is_told {
                told.push(Commit::new(&commit));
            }
            let new = next.iter().filter(|parent| seen.insert(parent.id()));
            waiting.extend(new.map(|parent| (parent.time().seconds(), parent.id())));
        }
        Ok(told)
    }

    /// What a commit changed in a path from the top, against its first parent.
    ///
    /// # Errors
    /// Where there is no such commit, or the repository is damaged.
    pub fn difference_in(&self, commit: &str, path: &Path) -> Result<Vec<Line>, GitError> {
        self.difference_in_commit(commit, path).map_err(|error| GitError::new(path, &error))
    }

    fn difference_in_commit(&self, commit: &str, path: &Path) -> Result<Vec<Line>, git2::Error> {
        let commit = self.git.find_commit(Oid::from_str(commit)?)?;
        let parent = commit.parent(0).ok().map(|parent| parent.tree()).transpose()?;
        let mut options = DiffOptions::new();
        if !path.as_os_str().is_empty() {
            let _chained = options.disable_pathspec_match(true).pathspec(path);
        }
        let diff = self.git.diff_tree_to_tree(parent.as_ref(), Some(&commit.tree()?), Some(&mut options))?;
        super::difference::lines(&diff, |_| true)
    }
}

/// What a commit has at a path: nothing, a file or a folder.
fn entry(commit: &Found<'_>, path: &Path) -> Result<Option<(Oid, i32)>, git2::Error> {
    let tree = commit.tree()?;
    if path.as_os_str().is_empty() {
        return Ok(Some((tree.id(), 0)));
    }
    match tree.get_path(path) {
        Ok(entry) => Ok(Some((entry.id(), entry.filemode()))),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
