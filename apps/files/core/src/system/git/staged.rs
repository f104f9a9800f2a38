//! The index against the last commit.

use super::Repository;
use super::change::Change;
use super::part::{Part, entry, is_intended};
use super::rename::Detection;
use super::version::{Pair, Version};
use crate::git::{Letter, Letters};

use git2::{Delta, DiffDelta, Index, Tree};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

impl Repository {
    /// What is staged. Renames are looked for over the whole tree, where anything here came or went.
    pub(super) fn staged(&self, part: &Part<'_>) -> Result<Vec<Change>, git2::Error> {
        let head = self.head_tree()?;
        let detection = Detection::of(&self.git.config()?);
        let pairs = self.staged_pairs(head.as_ref(), part)?;
        let is_open = |pair: &Pair| matches!(pair.letter(), Letter::Added | Letter::Deleted);
        // Where files alone are asked for, none is sought elsewhere.
        if part.is_of_files() || detection.is_off() || !pairs.iter().any(is_open) {
            return Ok(pairs.into_iter().map(|pair| staged(pair.path.clone(), pair.letter())).collect());
        }
        let pairs = match part.is_whole() {
            true => pairs,
            false => self.staged_pairs(head.as_ref(), &Part::whole(part.index))?,
        };
        let letters = detection.letters(&self.git, &pairs);
        Ok(letters.into_iter().map(|(path, letter)| staged(path, letter)).collect())
    }

    /// The path in the last commit that a staged file came from, where it has another name there.
    pub(super) fn origin(&self, index: &Index, path: &Path) -> Result<Option<Vec<u8>>, git2::Error> {
        let (head, path) = (self.head_tree()?, path.as_os_str().as_bytes());
        if committed(head.as_ref(), path).is_some() || entry(index, path, 0).is_none() {
            return Ok(None);
        }
        let pairs = self.staged_pairs(head.as_ref(), &Part::whole(index))?;
        Ok(Detection::of(&self.git.config()?).origin(&self.git, &pairs, path))
    }

    fn staged_pairs(&self, head: Option<&Tree<'_>>, part: &Part<'_>) -> Result<Vec<Pair>, git2::Error> {
        let diff = self.git.diff_tree_to_index(head, Some(part.index), Some(&mut part.options()))?;
        let told = diff.deltas().filter_map(|delta| pair(&delta));
        let mut pairs: Vec<Pair> = told.filter(|pair| !part.marked.contains_key(&pair.path)).collect();
        pairs.extend(part.marked.iter().filter_map(|(path, entry)| {
            let new = (!is_intended(entry)).then(|| Version::of_entry(entry));
            let old = committed(head, path);
            (old != new).then(|| Pair { path: path.clone(), old, new })
        }));
        pairs.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(pairs)
    }
}

fn staged(path: Vec<u8>, index: Letter) -> Change {
    Change { path, letters: Letters { index, worktree: Letter::Unmodified } }
}

/// What the last commit has at a path.
fn committed(head: Option<&Tree<'_>>, path: &[u8]) -> Option<Version> {
    let entry = head?.get_path(Path::new(OsStr::from_bytes(path))).ok()?;
    (entry.kind() != Some(git2::ObjectType::Tree)).then(|| Version::of_tree(&entry))
}

fn pair(delta: &DiffDelta<'_>) -> Option<Pair> {
    let (old, new) = (Version::of_file(&delta.old_file()), Version::of_file(&delta.new_file()));
    let (old, new, file) = match delta.status() {
        Delta::Added => (None, Some(new), delta.new_file()),
        Delta::Deleted => (Some(old), None, delta.old_file()),
        Delta::Modified | Delta::Typechange => (Some(old), Some(new), delta.new_file()),
        _ => return None,
    };
    Some(Pair { path: file.path_bytes()?.to_vec(), old, new })
}
