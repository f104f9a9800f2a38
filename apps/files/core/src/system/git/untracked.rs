//! The states of what git does not track, in folders of which it tells nothing by itself.

use super::{FolderStates, Reach, Repository};
use crate::git::{Letter, Letters};

use git2::Index;

use std::fs::{self, DirEntry};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Tells of each entry that is not tracked whether it is ignored.
pub(super) fn states(
    repository: &Repository,
    (index, reach): (&Index, Reach),
    place: &Path,
    states: &mut FolderStates,
) {
    let Ok(entries) = fs::read_dir(repository.top.join(place)) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let path = place.join(&name);
        let is_beyond = reach == Reach::Files && is_a_folder(&entry);
        if !is_beyond && !is_tracked(index, &path) {
            let letter = letter(repository, &path, is_a_folder(&entry));
            states.put(name.as_bytes(), Letters::both(letter));
        }
    }
}

/// Whether git tracks a file, or one in a folder.
fn is_tracked(index: &Index, path: &Path) -> bool {
    let folder = [path.as_os_str().as_bytes(), b"/"].concat();
    index.get_path(path, 0).is_some() || index.find_prefix(folder.as_slice()).is_ok()
}

/// The letter of an entry. An empty folder is nothing to git, and one that holds but ignored files is ignored itself.
pub(super) fn letter(repository: &Repository, place: &Path, is_folder: bool) -> Letter {
    let path = repository.top.join(place);
    if repository.is_ignored(place) {
        return if !is_folder || holds_file(&path) { Letter::Ignored } else { Letter::Unmodified };
    }
    if !is_folder || path.join(".git").exists() {
        return Letter::Untracked;
    }
    let mut worst = Letter::Unmodified;
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        worst = worst.max(letter(repository, &place.join(entry.file_name()), is_a_folder(&entry)));
        if worst == Letter::Untracked {
            break;
        }
    }
    worst
}

/// Whether anything but empty folders lies in a folder: git tells of nothing else.
fn holds_file(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| !is_a_folder(&entry) || holds_file(&entry.path()))
}

fn is_a_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_dir())
}
