//! Finds programs in `PATH`, as a shell would.

use rustix::fs::{Access, access};

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// After so many names it is cheaper to list the directories once than to ask each of them for every name.
const LISTING_PAYS_AFTER: u32 = 32;

/// The programs that `PATH` reaches.
#[derive(Debug)]
pub struct Programs<'a> {
    path: &'a [PathBuf],
    asked: Cell<u32>,
    /// For each name the places in `path` where it is.
    names: OnceCell<HashMap<OsString, Vec<u16>>>,
    /// What was found for the names that were asked for: many entries name the same few programs.
    known: RefCell<HashMap<OsString, Option<PathBuf>>>,
}

impl<'a> Programs<'a> {
    /// Looks in these directories, in order; reads nothing yet.
    pub fn new(path: &'a [PathBuf]) -> Self {
        Self { path, asked: Cell::new(0), names: OnceCell::new(), known: RefCell::default() }
    }

    /// Returns the executable file of that name: an absolute path as it is, a plain name as `PATH` has it.
    ///
    /// A relative path is never found. The answer for a name stays the one that was given first.
    pub fn find(&self, name: impl AsRef<OsStr>) -> Option<PathBuf> {
        self.known(name.as_ref(), |found| found.map(Path::to_owned))
    }

    fn known<T>(&self, name: &OsStr, tell: impl Fn(Option<&Path>) -> T) -> T {
        if let Some(found) = self.known.borrow().get(name) {
            return tell(found.as_deref());
        }
        let found = self.look_for(name);
        let told = tell(found.as_deref());
        let _ = self.known.borrow_mut().insert(name.to_owned(), found);
        told
    }

    fn look_for(&self, name: &OsStr) -> Option<PathBuf> {
        let path = Path::new(name);
        if path.is_absolute() {
            return is_executable(path).then(|| path.to_owned());
        }
        if name.is_empty() || name.as_encoded_bytes().contains(&b'/') {
            return None;
        }
        self.asked.set(self.asked.get().saturating_add(1));
        let in_path = |directory: &PathBuf| Some(directory.join(path)).filter(|path| is_executable(path));
        if self.asked.get() <= LISTING_PAYS_AFTER {
            return self.path.iter().find_map(in_path);
        }
        let places = self.names.get_or_init(|| names(self.path)).get(name)?;
        places.iter().find_map(|place| in_path(self.path.get(usize::from(*place))?))
    }

    /// Whether the program is there.
    pub fn has(&self, name: impl AsRef<OsStr>) -> bool {
        self.known(name.as_ref(), |found| found.is_some())
    }
}

fn names(path: &[PathBuf]) -> HashMap<OsString, Vec<u16>> {
    let mut names: HashMap<OsString, Vec<u16>> = HashMap::new();
    for (directory, place) in path.iter().zip(0..) {
        for entry in std::fs::read_dir(directory).into_iter().flatten().flatten() {
            names.entry(entry.file_name()).or_default().push(place);
        }
    }
    names
}

fn is_executable(path: &Path) -> bool {
    /// Everybody may execute it: there is no need to ask whether we may.
    const BY_ALL: u32 = 0o111;
    let Ok(metadata) = path.metadata() else {
        return false;
    };
    metadata.is_file() && (metadata.mode() & BY_ALL == BY_ALL || access(path, Access::EXEC_OK).is_ok())
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
        for asked_before in [0, LISTING_PAYS_AFTER] {
            let programs = Programs::new(&path);
            (0..asked_before).for_each(|number| assert!(!programs.has(format!("absent{number}"))));
            for round in 0..2 {
                assert_eq!(programs.find("plain"), Some(second.join("plain")), "{asked_before}, round {round}");
                assert_eq!(programs.find("absent"), None, "{asked_before}, round {round}");
            }
            assert_eq!(programs.names.get().is_some(), asked_before > 0);
            assert_eq!(programs.asked.get(), asked_before + 2, "a name is looked for once");
        }
        let programs = Programs::new(&path);
        assert_eq!(programs.find(second.join("tool")), Some(second.join("tool")));
        assert_eq!(programs.find(first.join("plain")), None, "not executable");
        for name in ["folder", "", "second/tool", "./tool"] {
            assert_eq!(programs.find(name), None, "{name:?}");
        }
    }
}
