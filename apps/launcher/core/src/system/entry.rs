//! What the user changes about an application: beside the system's files, never in them.

use candela_shared::registry::Entry;
use candela_shared::registry::overlay::{self, Choice, Overlay};
use candela_shared::{Directories, replace};

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why an application could not be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The user's choices could not be read or kept.
    #[error(transparent)]
    Choice(#[from] overlay::Error),
    /// There is no folder for entries of the user's own.
    #[error("there is no folder for data")]
    NoFolder,
    /// The entry could not be copied.
    #[error("cannot copy to {path:?}: {kind}")]
    Copy {
        /// Where it should have gone.
        path: PathBuf,
        /// What the system said.
        kind: ErrorKind,
    },
}

/// Changes what the user chose for an application and keeps it.
///
/// # Errors
/// [`Error::Choice`]: nothing was changed.
pub fn choose(directories: &Directories, id: &str, change: impl FnOnce(&mut Choice)) -> Result<(), Error> {
    let mut overlay = Overlay::read(directories)?;
    let mut choice = overlay.choice(id).unwrap_or_default();
    change(&mut choice);
    overlay.set(id, &choice);
    Ok(overlay.save()?)
}

/// Makes sure that the user has a copy of an entry, which counts instead of the system's, and returns where it is.
///
/// # Errors
/// [`Error::NoFolder`] and [`Error::Copy`].
pub fn own_copy(directories: &Directories, entry: &Entry) -> Result<PathBuf, Error> {
    let folder = directories.data_home.as_ref().ok_or(Error::NoFolder)?.join("applications");
    if entry.path.starts_with(&folder) {
        return Ok(entry.path.clone());
    }
    let path = folder.join(&*entry.id);
    copy(&entry.path, &path).map_err(|error| Error::Copy { path: path.clone(), kind: error.kind() })?;
    Ok(path)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    // One that is there masks the system's already, or another program made it meanwhile: it is the user's.
    if to.exists() { Ok(()) } else { replace::write(to, &fs::read(from)?) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directories(folder: &Path) -> Directories {
        let home = |name: &str| Some(folder.join(name));
        Directories { config_home: home("config"), data_home: home("data"), ..Directories::default() }
    }

    #[test]
    fn a_choice_is_kept_beside_others_and_taking_it_back_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let directories = directories(folder.path());
        choose(&directories, "a.desktop", |choice| choice.is_pinned = true).unwrap();
        choose(&directories, "a.desktop", |choice| choice.alias = vec!["ed".into()]).unwrap();
        choose(&directories, "b.desktop", |choice| choice.is_hidden = true).unwrap();
        let read = |id| Overlay::read(&directories).unwrap().choice(id);
        assert!(read("a.desktop").is_some_and(|choice| choice.is_pinned && choice.alias == ["ed"]));
        choose(&directories, "b.desktop", |choice| choice.is_hidden = false).unwrap();
        assert_eq!(read("b.desktop"), None);
        fs::write(folder.path().join("config/candela/applications.toml"), "= broken").unwrap();
        let error = choose(&directories, "a.desktop", |choice| choice.is_pinned = false);
        assert!(matches!(error, Err(Error::Choice(overlay::Error::Syntax { .. }))), "{error:?}");
    }

    #[test]
    fn an_entry_of_the_system_is_copied_once_and_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let directories = directories(folder.path());
        let system = folder.path().join("a.desktop");
        fs::write(&system, b"[Desktop Entry]\n# \xff\n").unwrap();
        let entry = Entry { id: "org-a.desktop".into(), path: system.clone(), ..Entry::default() };
        let copy = own_copy(&directories, &entry).unwrap();
        assert_eq!(copy, folder.path().join("data/applications/org-a.desktop"));
        assert_eq!(fs::read(&copy).unwrap(), fs::read(&system).unwrap());
        fs::write(&copy, "edited").unwrap();
        assert_eq!(own_copy(&directories, &entry).as_ref(), Ok(&copy));
        let mine = Entry { path: copy.clone(), ..entry.clone() };
        assert_eq!(own_copy(&directories, &mine).as_ref(), Ok(&copy));
        assert_eq!(fs::read(&copy).unwrap(), b"edited");
        assert_eq!(own_copy(&Directories::default(), &entry), Err(Error::NoFolder));
        let gone = Entry { id: "gone.desktop".into(), path: "/no/such".into(), ..entry };
        assert!(matches!(own_copy(&directories, &gone), Err(Error::Copy { .. })));
    }
}
