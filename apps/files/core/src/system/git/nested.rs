//! Whether a folder is the top of a repository of its own: git looks no further there.

use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// A `.git` file that is longer names no folder, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Whether a folder has a `.git` that is a repository, or names one. An empty one or one that leads nowhere is none.
pub(super) fn is_repository(folder: &Path) -> bool {
    let own = folder.join(".git");
    match fs::metadata(&own) {
        Ok(facts) if facts.is_dir() => is_git_folder(&own),
        Ok(facts) if facts.is_file() && facts.len() <= LONGEST => match fs::read(&own) {
            Ok(contents) => named(&contents).is_some_and(|named| is_git_folder(&folder.join(named))),
            // What may not be read is not looked into.
            Err(_) => true,
        },
        Ok(_) | Err(_) => false,
    }
}

/// Whether a folder is a repository that has a commit: only then git takes it for something in a file's place.
pub(super) fn has_commit(folder: &Path) -> bool {
    let head = |git: git2::Repository| git.refname_to_id("HEAD");
    is_repository(folder) && git2::Repository::open(folder).and_then(head).is_ok()
}

/// The folder that a `.git` file names.
fn named(contents: &[u8]) -> Option<PathBuf> {
    let name = contents.strip_prefix(b"gitdir: ")?;
    let end = name.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'))?;
    Some(path(&name[..=end]))
}

fn path(bytes: &[u8]) -> PathBuf {
    std::ffi::OsString::from_vec(bytes.to_vec()).into()
}

/// Whether a folder is one of git's: with a `HEAD`, objects and references.
fn is_git_folder(folder: &Path) -> bool {
    let shared = fs::read(folder.join("commondir")).ok();
    let shared = shared.map_or_else(|| folder.to_owned(), |name| folder.join(path(name.trim_ascii_end())));
    has_head(folder) && shared.join("objects").is_dir() && shared.join("refs").is_dir()
}

fn has_head(folder: &Path) -> bool {
    let head = folder.join("HEAD");
    if let Ok(target) = fs::read_link(&head) {
        return target.as_os_str().as_bytes().starts_with(b"refs/");
    }
    let contents = fs::read(&head).unwrap_or_default();
    match contents.strip_prefix(b"ref:") {
        Some(name) => name.trim_ascii_start().starts_with(b"refs/"),
        None => contents.len() >= 40 && contents[..40].iter().all(u8::is_ascii_hexdigit),
    }
}
