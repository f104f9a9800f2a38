//! Which files of the working tree that are only meant to be added (`git add -N`) are others that went from it.

use super::change::Change;
use super::rename::{Side, find_among};
use crate::git::Letter;

use git2::{Index, ObjectType, Repository};

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Larger files are not compared, in bytes.
const MOST: u64 = 16 * 1024 * 1024;
/// What is written to the database goes to memory, before it would to the disk.
const FIRST: i32 = 1_000;
/// The bits that tell the kinds of entries of the index apart, and those of a file.
const KINDS: u32 = 0o170_000;
const FILE: u32 = 0o100_000;

/// Joins what came and what went.
///
/// # Errors
/// Where an object cannot be read.
pub(super) fn join(
    git: &Repository,
    top: &Path,
    index: &Index,
    mut changes: Vec<Change>,
) -> Result<Vec<Change>, git2::Error> {
    let database = git.odb()?;
    let _memory = database.add_new_mempack_backend(FIRST)?;
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for change in &changes {
        let path = Path::new(OsStr::from_bytes(&change.path));
        match change.letters.worktree {
            Letter::Deleted => {
                let entry = index.get_path(path, 0).filter(|entry| entry.mode & KINDS == FILE);
                old.extend(entry.map(|entry| Side::file(change.path.clone(), entry.id)));
            }
            Letter::Added => {
                if let Some(contents) = read(&top.join(path)) {
                    new.push(Side::file(change.path.clone(), database.write(ObjectType::Blob, &contents)?));
                }
            }
            _ => {}
        }
    }
    let pairs = find_among(git, old, new)?;
    let gone: HashSet<&Vec<u8>> = pairs.values().collect();
    changes.retain(|change| change.letters.worktree != Letter::Deleted || !gone.contains(&change.path));
    for change in changes.iter_mut().filter(|change| pairs.contains_key(&change.path)) {
        change.letters.worktree = Letter::Renamed;
    }
    Ok(changes)
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let facts = fs::symlink_metadata(path).ok()?;
    (facts.is_file() && facts.len() <= MOST).then(|| fs::read(path).ok())?
}
