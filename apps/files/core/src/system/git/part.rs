//! What part of a repository is looked at: a folder with all that lies below it, or some files alone.

use super::{Reach, Repository};

use git2::{DiffOptions, Index, IndexEntry, IndexEntryExtendedFlag, IndexEntryFlag};

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::ops::Range;
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};

const INTENT_TO_ADD: u16 = IndexEntryExtendedFlag::INTENT_TO_ADD.bits();
const SKIP_WORKTREE: u16 = IndexEntryExtendedFlag::SKIP_WORKTREE.bits();
const ASSUMED: u16 = IndexEntryFlag::VALID.bits();

/// A part of a repository.
pub(super) struct Part<'a> {
    pub(super) index: &'a Index,
    place: PathBuf,
    /// What paths in it begin with.
    prefix: Vec<u8>,
    /// The paths of the files, where nothing else is looked at.
    files: Option<Vec<Vec<u8>>>,
    /// The entries of the index that libgit2 does not see as git does: those only meant to be added, and those that are
    /// assumed to be unchanged.
    pub(super) marked: BTreeMap<Vec<u8>, IndexEntry>,
    /// The folders that are walked through.
    pub(super) folders: BTreeSet<Vec<u8>>,
}

impl<'a> Part<'a> {
    /// All of it.
    pub(super) fn whole(index: &'a Index) -> Self {
        Self::below(index, Path::new(""))
    }

    /// A folder by its path from the top, as far as it is looked into.
    pub(super) fn of(repository: &Repository, index: &'a Index, place: &Path, reach: Reach) -> Self {
        match reach {
            Reach::All => Self::below(index, place),
            Reach::Files => {
                let files = files(&repository.top.join(place), &prefix(place));
                let part = Self { files: Some(files), ..Self::new(index, place) };
                let marked = part.entries().filter(is_marked).map(|entry| (entry.path.clone(), entry)).collect();
                Self { marked, ..part }
            }
        }
    }

    fn below(index: &'a Index, place: &Path) -> Self {
        let mut part = Self::new(index, place);
        let mut marked = BTreeMap::new();
        for entry in part.entries() {
            let folder = parent(&entry.path);
            add_folder(&mut part.folders, folder);
            if is_marked(&entry) {
                let _before = marked.insert(entry.path.clone(), entry);
            }
        }
        Self { marked, ..part }
    }

    fn new(index: &'a Index, place: &Path) -> Self {
        let mut folders = BTreeSet::from([Vec::new()]);
        add_folder(&mut folders, place.as_os_str().as_bytes());
        let (place, prefix) = (place.to_owned(), prefix(place));
        Self { index, place, prefix, files: None, marked: BTreeMap::new(), folders }
    }

    /// The entries of the index that lie in it.
    pub(super) fn entries(&self) -> Box<dyn Iterator<Item = IndexEntry> + 'a> {
        let index = self.index;
        match &self.files {
            Some(files) => Box::new(files.clone().into_iter().filter_map(move |path| entry(index, &path, 0))),
            None => Box::new(entries_below(index, &self.prefix).filter_map(move |at| index.get(at))),
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.prefix.is_empty() && self.files.is_none()
    }

    /// Whether files alone are looked at.
    pub(super) fn is_of_files(&self) -> bool {
        self.files.is_some()
    }

    /// Whether anything in it is tracked.
    pub(super) fn is_tracked(&self) -> bool {
        self.prefix.is_empty() || self.index.find_prefix(self.prefix.as_slice()).is_ok()
    }

    /// Differences in it, told in git's way; nothing is written.
    pub(super) fn options(&self) -> DiffOptions {
        let mut options = DiffOptions::new();
        let _chained = options.include_typechange(true).update_index(false).disable_pathspec_match(true);
        let place = plain(&self.place);
        match &self.files {
            Some(files) => {
                for file in files {
                    let _chained = options.pathspec(OsStr::from_bytes(file));
                }
            }
            // Nothing at all means everything.
            None if place.as_os_str().is_empty() => {}
            None => {
                let _chained = options.pathspec(place);
            }
        }
        options
    }
}

/// The entry of the index at a path. One that leads out of the working tree, or nowhere, has none.
pub(super) fn entry(index: &Index, path: &[u8], stage: i32) -> Option<IndexEntry> {
    let path = Path::new(OsStr::from_bytes(path));
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    (is_plain && !path.as_os_str().is_empty()).then(|| index.get_path(path, stage))?
}

/// Whether git is only told that the path will be added (`git add -N`): to it, it is not in the index yet.
pub(super) fn is_intended(entry: &IndexEntry) -> bool {
    entry.flags_extended & INTENT_TO_ADD != 0
}

/// Whether git was told not to look at the file: by `--assume-unchanged` or `--skip-worktree`.
pub(super) fn is_passed_over(entry: &IndexEntry) -> bool {
    entry.flags & ASSUMED != 0 || entry.flags_extended & SKIP_WORKTREE != 0
}

/// The side of a conflict that an entry is, 0 where there is none.
pub(super) fn stage(entry: &IndexEntry) -> u16 {
    entry.flags >> 12 & 3
}

fn is_marked(entry: &IndexEntry) -> bool {
    stage(entry) == 0 && (is_intended(entry) || entry.flags & ASSUMED != 0)
}

/// The folder of a path.
fn parent(path: &[u8]) -> &[u8] {
    path.iter().rposition(|byte| *byte == b'/').map_or(&[], |end| &path[..end])
}

/// Adds a folder and those it is in.
fn add_folder(folders: &mut BTreeSet<Vec<u8>>, mut folder: &[u8]) {
    while !folders.contains(folder) {
        let _is_new = folders.insert(folder.to_vec());
        folder = parent(folder);
    }
}

/// What paths in a folder begin with.
pub(super) fn prefix(place: &Path) -> Vec<u8> {
    let mut prefix = place.as_os_str().as_bytes().to_vec();
    if !prefix.is_empty() {
        prefix.push(b'/');
    }
    prefix
}

/// Which entries of the index begin so.
pub(super) fn entries_below(index: &Index, prefix: &[u8]) -> Range<usize> {
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
    start..end.max(start)
}

/// The paths of the files that a folder holds, as far as they can be asked for one by one.
fn files(folder: &Path, prefix: &[u8]) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let there = entries.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_dir()));
    let mut files: Vec<Vec<u8>> = there.map(|entry| [prefix, entry.file_name().as_bytes()].concat()).collect();
    files.retain(|path| is_plain(path));
    // Nothing at all would mean everything.
    if files.is_empty() {
        files.push([prefix, b".git"].concat());
    }
    files
}

/// Whether libgit2 takes a path as it stands: it gives some characters a meaning even where it is told not to, takes
/// blanks from the end, and ends at a line's end.
fn is_plain(path: &[u8]) -> bool {
    !path.iter().any(|byte| b"*?[]\\!#:\n".contains(byte)) && !path.last().is_some_and(u8::is_ascii_whitespace)
}

/// The folder that libgit2 takes as it stands and a place is in, the place itself where it can be.
fn plain(place: &Path) -> &Path {
    place.ancestors().find(|place| is_plain(place.as_os_str().as_bytes())).unwrap_or(place)
}
