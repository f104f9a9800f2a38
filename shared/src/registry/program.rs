//! Finds programs in `PATH`, as a shell would.

use rustix::fs::{Access, access};

use std::cell::{Cell, OnceCell};
use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// After so many names it is cheaper to list the directories once than to ask each of them for every name.
const LISTING_PAYS_AFTER: u32 = 32;

/// The programs that `PATH` reaches.
#[derive(Debug)]
pub struct Programs<'a> {
    path: &'a [PathBuf],
    asked: Cell<u32>,
    names: OnceCell<HashSet<OsString>>,
}

impl<'a> Programs<'a> {
    /// Looks in these directories, in order; reads nothing yet.
    pub fn new(path: &'a [PathBuf]) -> Self {
        Self { path, asked: Cell::new(0), names: OnceCell::new() }
    }

    /// Returns the executable file of that name: an absolute path as it is, a plain name as `PATH` has it.
    ///
    /// A relative path is never found.
    pub fn find(&self, name: impl AsRef<OsStr>) -> Option<PathBuf> {
        let name = name.as_ref();
        let path = Path::new(name);
        if path.is_absolute() {
            return is_executable(path).then(|| path.to_owned());
        }
        let is_plain = !name.is_empty() && !name.as_encoded_bytes().contains(&b'/');
        if !is_plain || !self.may_exist(name) {
            return None;
        }
        self.path.iter().map(|directory| directory.join(path)).find(|path| is_executable(path))
    }

    /// Whether the program is there.
    pub fn has(&self, name: impl AsRef<OsStr>) -> bool {
        self.find(name).is_some()
    }

    fn may_exist(&self, name: &OsStr) -> bool {
        self.asked.set(self.asked.get().saturating_add(1));
        self.asked.get() <= LISTING_PAYS_AFTER || self.names.get_or_init(|| names(self.path)).contains(name)
    }
}

fn names(path: &[PathBuf]) -> HashSet<OsString> {
    let listings = path.iter().filter_map(|directory| std::fs::read_dir(directory).ok());
    listings.flatten().flatten().map(|entry| entry.file_name()).collect()
}

fn is_executable(path: &Path) -> bool {
    access(path, Access::EXEC_OK).is_ok() && path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    fn file(path: &Path, mode: u32) {
        fs::write(path, "").unwrap();
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn d10_a_program_is_an_executable_file_in_the_path_or_at_an_absolute_place() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        fs::create_dir_all(first.join("folder")).unwrap();
        fs::create_dir(&second).unwrap();
        file(&first.join("plain"), 0o644);
        file(&second.join("plain"), 0o755);
        file(&second.join("tool"), 0o755);
        let path = [folder.path().join("missing"), first.clone(), second.clone()];
        let programs = Programs::new(&path);
        for round in 0..=LISTING_PAYS_AFTER {
            assert_eq!(programs.find("plain"), Some(second.join("plain")), "round {round}");
            assert_eq!(programs.find("absent"), None, "round {round}");
        }
        assert_eq!(programs.find(second.join("tool")), Some(second.join("tool")));
        assert_eq!(programs.find(first.join("plain")), None, "not executable");
        for name in ["folder", "", "second/tool", "./tool"] {
            assert_eq!(programs.find(name), None, "{name:?}");
        }
    }
}
