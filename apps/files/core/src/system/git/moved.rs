//! Which files of the working tree that are only meant to be added (`git add -N`) are others that went from it.

use super::change::Change;
use super::rename::{Side, find_among};
use crate::git::Letter;

use git2::{Index, ObjectType, Repository};

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

/// Larger files are not compared, in bytes.
const MOST: u64 = 16 * 1024 * 1024;
/// What is written to the database goes to memory, before it would to the disk.
const FIRST: i32 = 1_000;
/// The bits that tell the kinds of entries of the index apart, and those of a file and a link.
const KINDS: u32 = 0o170_000;
const FILE: u32 = 0o100_000;
const LINK: u32 = 0o120_000;

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
                let entry = index.get_path(path, 0).filter(|entry| matches!(entry.mode & KINDS, FILE | LINK));
                old.extend(entry.map(|entry| Side::of(change.path.clone(), entry.id, entry.mode & KINDS == LINK)));
            }
            Letter::Added => {
                if let Some((contents, is_link)) = read(&top.join(path)) {
                    let id = database.write(ObjectType::Blob, &contents)?;
                    new.push(Side::of(change.path.clone(), id, is_link));
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

/// What git would keep of a file or a link, and whether it is one.
fn read(path: &Path) -> Option<(Vec<u8>, bool)> {
    let facts = fs::symlink_metadata(path).ok()?;
    if facts.is_symlink() {
        return Some((fs::read_link(path).ok()?.into_os_string().into_vec(), true));
    }
    (facts.is_file() && facts.len() <= MOST).then(|| Some((fs::read(path).ok()?, false)))?
}
