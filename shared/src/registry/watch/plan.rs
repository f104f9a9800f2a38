//! Which folders to watch, and which events concern us: decided from values, acted on elsewhere.

use crate::registry::context::Context;
use crate::registry::index::Index;
use crate::registry::overlay::Overlay;
use crate::registry::source;

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// More folders are not watched: each costs an open file where kqueue does it (F5).
pub const MOST_FOLDERS: usize = 128;

/// What concerns an index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interest {
    /// Folders below which everything concerns us.
    trees: Vec<PathBuf>,
    /// Single files that do.
    files: Vec<PathBuf>,
    /// Folders of programs.
    path: Vec<PathBuf>,
    /// The programs whose coming and going shows or hides an entry.
    programs: HashSet<OsString>,
}

impl Interest {
    /// Reads it from the surroundings and from what entries ask of `PATH`.
    pub fn new(context: &Context, index: &Index) -> Self {
        let tried = index.entries().iter().filter_map(|entry| Path::new(entry.try_exec.as_deref()?).file_name());
        Self {
            trees: source::roots(&context.directories),
            files: Overlay::file(&context.directories).into_iter().collect(),
            path: context.path.clone(),
            programs: tried.map(OsString::from).collect(),
        }
    }

    /// Whether a change of this path may change the index: it lies in a tree, or the way to one leads over it.
    pub fn concerns(&self, path: &Path) -> bool {
        let in_tree = |tree: &PathBuf| path.starts_with(tree) || tree.starts_with(path);
        let is_program = || {
            let is_in_path = path.parent().is_some_and(|folder| self.path.iter().any(|known| known == folder));
            is_in_path && path.file_name().is_some_and(|name| self.programs.contains(name))
        };
        self.trees.iter().any(in_tree) || self.files.iter().any(|file| file.starts_with(path)) || is_program()
    }
}

/// Returns the folders to watch, and whether these are all that matter.
///
/// What does not exist yet is waited for in the nearest folder above that does.
pub fn folders(context: &Context, searched: &[PathBuf]) -> (BTreeSet<PathBuf>, bool) {
    let settings = Overlay::file(&context.directories).and_then(|file| Some(file.parent()?.to_owned()));
    let wanted = searched.iter().chain(&settings).filter_map(|folder| nearest(folder));
    let programs = context.path.iter().filter(|folder| folder.is_dir()).map(PathBuf::as_path);
    let mut chosen = BTreeSet::new();
    let mut is_all = true;
    for folder in wanted.chain(programs) {
        if chosen.contains(folder) {
            continue;
        }
        if chosen.len() == MOST_FOLDERS {
            is_all = false;
            break;
        }
        let _ = chosen.insert(folder.to_owned());
    }
    (chosen, is_all)
}

fn nearest(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directories::Directories;

    fn context(folder: &Path) -> Context {
        let directories = Directories {
            data_home: Some(folder.join("home/data")),
            data_dirs: vec![folder.join("usr")],
            config_home: Some(folder.join("config")),
            ..Directories::default()
        };
        Context { directories, path: vec![folder.join("bin"), folder.join("gone")], ..Context::default() }
    }

    #[test]
    fn f5_folders_are_watched_and_missing_ones_awaited_in_the_nearest_above() {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name);
        for name in ["usr/applications/deep", "config", "bin"] {
            std::fs::create_dir_all(below(name)).unwrap();
        }
        let context = context(folder.path());
        let (found, is_all) = folders(&context, &source::find(&context.directories).folders);
        let expected = ["", "bin", "config", "usr/applications", "usr/applications/deep"];
        // `join` of an empty name ends with a slash, which does not matter to a path.
        assert_eq!(found, expected.map(below).into());
        assert!(is_all);
    }

    #[test]
    fn f5_the_number_of_watched_folders_is_bounded() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MOST_FOLDERS {
            std::fs::create_dir_all(folder.path().join(format!("usr/applications/{number}"))).unwrap();
        }
        let context = context(folder.path());
        let (found, is_all) = folders(&context, &source::find(&context.directories).folders);
        assert_eq!((found.len(), is_all), (MOST_FOLDERS, false));
    }

    #[test]
    fn only_what_may_change_the_index_concerns_us() {
        let mut interest = Interest::new(&context(Path::new("/x")), &Index::default());
        let _ = interest.programs.insert("tried".into());
        let cases = [
            ("/x/usr/applications/a.desktop", true),
            ("/x/usr/applications", true),
            ("/x/home", true),
            ("/x/home/other", false),
            ("/x/config/candela/applications.toml", true),
            ("/x/config/candela/other.toml", false),
            ("/x/config/candela", true),
            ("/x/bin/tried", true),
            ("/x/bin/other", false),
            ("/x/sbin/tried", false),
        ];
        for (path, expected) in cases {
            assert_eq!(interest.concerns(Path::new(path)), expected, "{path}");
        }
    }
}
