//! What lies in the working tree and is not tracked: ignored or not, told from the folders as git does.

use super::ignore::Rules;
use super::nested::is_repository;
use super::part::entry;
use super::{FolderStates, Reach, Repository};
use crate::git::{Letter, Letters};

use candela_shared::Directories;
use git2::{Config, Index, IndexEntryExtendedFlag};

use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Of longer files of rules nothing is read, in bytes; git's own limit.
const LONGEST: u64 = 100 * 1024 * 1024;
const SUBMODULE: u32 = 0o160_000;

/// What the user wants to see of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing at all.
    Nothing,
    /// A folder that holds nothing else in one line.
    Folders,
    /// Each file.
    Files,
}

impl Shown {
    /// Reads `status.showUntrackedFiles`.
    pub(super) fn of(config: &Config) -> Self {
        match config.get_string("status.showUntrackedFiles").unwrap_or_default().as_str() {
            "no" | "false" | "off" | "0" => Self::Nothing,
            "all" => Self::Files,
            _ => Self::Folders,
        }
    }
}

/// What git knows of a folder.
enum Known {
    /// Nothing.
    No,
    /// It tracks something in it.
    Within,
    /// It is a repository of its own, which it tracks as a whole.
    Submodule,
}

/// A search for what is not tracked.
pub(super) struct Search<'a> {
    repository: &'a Repository,
    index: &'a Index,
    has_conflicts: bool,
    is_case_ignored: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(repository: &'a Repository, index: &'a Index, is_case_ignored: bool) -> Self {
        Self { repository, index, has_conflicts: index.has_conflicts(), is_case_ignored }
    }

    /// Tells of each entry of a folder that is not tracked, and of each folder that holds such.
    pub(super) fn states(&self, place: &Path, reach: Reach, states: &mut FolderStates) {
        // What lies in a submodule is the submodule's, even where that is not there.
        if place.ancestors().any(|folder| self.is_submodule(folder)) {
            return;
        }
        let rules = self.rules_in(place);
        for (path, name, is_folder) in self.entries(place.as_os_str().as_bytes()) {
            let letter = match is_folder {
                true if reach == Reach::Files => continue,
                true => self.folder(&path, &rules),
                false => self.file(&path, &rules),
            };
            states.put(&name, Letters::both(letter));
        }
    }

    /// Lists what is neither tracked nor ignored in the whole working tree; a folder in one line ends with a slash.
    pub(super) fn list(&self, shown: Shown) -> Vec<Vec<u8>> {
        let mut found = Vec::new();
        if shown != Shown::Nothing {
            self.list_in(b"", &self.rules_in(Path::new("")), shown, &mut found);
        }
        found
    }

    fn list_in(&self, folder: &[u8], rules: &Rules, shown: Shown, found: &mut Vec<Vec<u8>>) {
        for (mut path, _, is_folder) in self.entries(folder) {
            let is_open = is_folder
                && match self.known(&path) {
                    Known::Within => true,
                    Known::No => shown == Shown::Files && !is_repository(&self.absolute(&path)),
                    Known::Submodule => false,
                };
            if is_open {
                let within = self.enter(rules, &path);
                self.list_in(&path, &within, shown, found);
            } else if is_folder && !self.is_tracked(&path) && self.folder(&path, rules) == Letter::Untracked {
                // In the place of a tracked file it is not told of until that is staged: so does git.
                path.push(b'/');
                found.push(path);
            } else if !is_folder && self.file(&path, rules) == Letter::Untracked {
                found.push(path);
            }
        }
    }

    fn file(&self, path: &[u8], rules: &Rules) -> Letter {
        match () {
            () if self.is_tracked(path) => Letter::Unmodified,
            () if rules.ignore(path, false) => Letter::Ignored,
            () => Letter::Untracked,
        }
    }

    /// The worst of a folder. An empty folder is nothing to git, and one that holds but ignored files is ignored itself,
    /// unless something in it is tracked.
    fn folder(&self, path: &[u8], rules: &Rules) -> Letter {
        let is_ignored = rules.ignore(path, true);
        match self.known(path) {
            Known::Submodule => Letter::Unmodified,
            Known::Within if is_ignored => Letter::Unmodified,
            Known::Within => match self.inside(path, rules) {
                Letter::Untracked => Letter::Untracked,
                _ => Letter::Unmodified,
            },
            Known::No if is_ignored && self.holds_file(path) => Letter::Ignored,
            Known::No if is_ignored => Letter::Unmodified,
            // In a file's place it is not told of until that is staged.
            Known::No if is_repository(&self.absolute(path)) && self.is_tracked(path) => Letter::Unmodified,
            Known::No if is_repository(&self.absolute(path)) => Letter::Untracked,
            Known::No => self.inside(path, rules),
        }
    }

    fn inside(&self, folder: &[u8], rules: &Rules) -> Letter {
        let rules = self.enter(rules, folder);
        let mut worst = Letter::Unmodified;
        for (path, _, is_folder) in self.entries(folder) {
            let letter = if is_folder { self.folder(&path, &rules) } else { self.file(&path, &rules) };
            worst = worst.max(letter);
            if worst == Letter::Untracked {
                break;
            }
        }
        worst
    }

    /// Whether anything but empty folders lies in a folder: git tells of nothing else.
    fn holds_file(&self, folder: &[u8]) -> bool {
        is_repository(&self.absolute(folder))
            || self.entries(folder).any(|(path, _, is_folder)| !is_folder || self.holds_file(&path))
    }

    /// What git looks at in a folder: the path, the name and whether it is a folder.
    fn entries(&self, folder: &[u8]) -> impl Iterator<Item = (Vec<u8>, Vec<u8>, bool)> + use<> {
        let entries = fs::read_dir(self.absolute(folder)).into_iter().flatten().flatten();
        let start = if folder.is_empty() { Vec::new() } else { [folder, b"/"].concat() };
        let is_case_ignored = self.is_case_ignored;
        entries.filter_map(move |entry: DirEntry| {
            let (kind, name) = (entry.file_type().ok()?, entry.file_name().as_bytes().to_vec());
            let is_of_git = name == b".git" || (is_case_ignored && name.eq_ignore_ascii_case(b".git"));
            let is_seen = kind.is_dir() || kind.is_file() || kind.is_symlink();
            (is_seen && !is_of_git).then(|| ([&start[..], &name].concat(), name, kind.is_dir()))
        })
    }

    fn absolute(&self, path: &[u8]) -> PathBuf {
        self.repository.top.join(OsStr::from_bytes(path))
    }

    fn is_tracked(&self, path: &[u8]) -> bool {
        let stages = if self.has_conflicts { 0..=3 } else { 0..=0 };
        stages.into_iter().any(|stage| entry(self.index, path, stage).is_some())
    }

    fn is_submodule(&self, folder: &Path) -> bool {
        entry(self.index, folder.as_os_str().as_bytes(), 0).is_some_and(|entry| entry.mode == SUBMODULE)
    }

    fn known(&self, folder: &[u8]) -> Known {
        let below = [folder, b"/"].concat();
        let own = entry(self.index, folder, 0);
        match own {
            Some(entry) if entry.mode == SUBMODULE => Known::Submodule,
            Some(_) | None if self.index.find_prefix(below.as_slice()).is_ok() => Known::Within,
            Some(_) | None => Known::No,
        }
    }

    /// The rules that hold in a folder of the working tree.
    fn rules_in(&self, place: &Path) -> Rules {
        let mut rules = Rules::new(self.is_case_ignored);
        let user = self.repository.users_file().and_then(|path| read(&path)).unwrap_or_default();
        rules.add(b"", &user);
        rules.add(b"", &read(&self.repository.git.commondir().join("info/exclude")).unwrap_or_default());
        rules.add(b"", &self.rules_file(b".gitignore").unwrap_or_default());
        let mut folder = PathBuf::new();
        for name in place {
            folder.push(name);
            rules = self.enter(&rules, folder.as_os_str().as_bytes());
        }
        rules
    }

    fn enter(&self, rules: &Rules, folder: &[u8]) -> Rules {
        let base = [folder, b"/"].concat();
        let mut within = rules.within(folder);
        if let Some(contents) = self.rules_file(&[&base[..], b".gitignore"].concat()) {
            within.add(&base, &contents);
        }
        within
    }

    /// The contents of a file of rules; that of the index where a sparse working tree leaves it out. No link is followed.
    fn rules_file(&self, path: &[u8]) -> Option<Vec<u8>> {
        let place = self.absolute(path);
        match fs::symlink_metadata(&place) {
            Ok(facts) => facts.is_file().then(|| read(&place))?,
            Err(_) => {
                let entry = entry(self.index, path, 0)?;
                let is_left_out = entry.flags_extended & IndexEntryExtendedFlag::SKIP_WORKTREE.bits() != 0;
                let blob = self.repository.git.find_blob(entry.id).ok().filter(|_| is_left_out)?;
                Some(blob.content().to_vec())
            }
        }
    }
}

impl Repository {
    /// `core.excludesFile`, or what stands in for it.
    pub(super) fn users_file(&self) -> Option<PathBuf> {
        let config = self.git.config().ok()?;
        match config.get_path("core.excludesFile") {
            Ok(path) => Some(self.top.join(path)),
            Err(_) => Some(Directories::from_environment().config_home?.join("git/ignore")),
        }
    }
}

/// Reads a file, but nothing that is no file.
pub(super) fn read(path: &Path) -> Option<Vec<u8>> {
    let is_file = fs::metadata(path).is_ok_and(|facts| facts.is_file());
    let mut contents = Vec::new();
    let file = fs::File::open(path).ok().filter(|_| is_file)?;
    let _length = file.take(LONGEST).read_to_end(&mut contents).ok()?;
    Some(contents)
}
