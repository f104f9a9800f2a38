//! Reads the places of the sidebar, and how much room a file system has.

use super::device::{self, Device};
use super::volume::{self, Volume};
use crate::PathError;
use crate::custom::{self, Custom};
use crate::place::{self, Bookmark, UserFolder};

use candela_shared::registry::target::file_uri;
use candela_shared::{Directories, replace};

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The places a user has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// Home and the folders the desktop names, of those that are there.
    pub folders: Vec<(UserFolder, PathBuf)>,
    /// The bookmarks that GTK's programs share.
    pub bookmarks: Vec<Bookmark>,
    /// What is mounted, the root first.
    pub devices: Vec<Device>,
    /// What is not mounted and could be.
    pub volumes: Vec<Volume>,
    /// Files that new ones are made from, by name.
    pub templates: Vec<PathBuf>,
    /// The actions the user made.
    pub actions: Vec<Custom>,
    /// What is wrong with others of them.
    pub wrong_actions: Vec<String>,
}

impl Places {
    /// Reads them. What cannot be read is left out.
    pub fn read(directories: &Directories) -> Self {
        let config = |name: &str| {
            let path = directories.config_home.as_ref()?.join(name);
            fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        };
        let mut folders: Vec<(UserFolder, PathBuf)> = Vec::new();
        if let Some(home) = &directories.home {
            folders.push((UserFolder::Home, home.clone()));
            folders.extend(place::user_folders(&config("user-dirs.dirs").unwrap_or_default(), home));
        }
        folders.retain(|(_, path)| path.is_dir());
        let bookmarks = place::bookmarks(&config("gtk-3.0/bookmarks").unwrap_or_default());
        let templates = directories
            .home
            .as_ref()
            .and_then(|home| place::templates(&config("user-dirs.dirs").unwrap_or_default(), home));
        let (actions, wrong_actions) = custom::parse(&config("candela/files-actions.toml").unwrap_or_default());
        let templates = templates.map(|folder| files(&folder)).unwrap_or_default();
        Self {
            folders,
            bookmarks,
            devices: device::devices(),
            volumes: volume::volumes(),
            templates,
            actions,
            wrong_actions,
        }
    }
}

/// The regular files of a folder by name, those with a dot left out; more than a menu has room for are left out too.
fn files(folder: &Path) -> Vec<PathBuf> {
    const MOST: usize = 12;
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_hidden = |entry: &fs::DirEntry| crate::entry::is_hidden(&entry.file_name());
    let mut files: Vec<PathBuf> = entries.filter(|entry| !is_hidden(entry)).map(|entry| entry.path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files.truncate(MOST);
    files
}

/// Adds a folder to the bookmarks, unless it is among them; everything else in their file stays as it is.
///
/// # Errors
/// Where there is no place for them, or what the system says.
pub fn add_bookmark(directories: &Directories, folder: &Path) -> Result<(), PathError> {
    let file = directories.config_home.as_ref().map(|config| config.join("gtk-3.0/bookmarks"));
    let file = file.ok_or(PathError { path: folder.to_owned(), kind: io::ErrorKind::NotFound })?;
    let failed = |error: io::Error| PathError { path: file.clone(), kind: error.kind() };
    let mut bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(failed(error)),
    };
    let known = place::bookmarks(&String::from_utf8_lossy(&bytes));
    if known.iter().any(|bookmark| bookmark.path == folder) {
        return Ok(());
    }
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    bytes.extend(file_uri(folder).into_bytes());
    bytes.push(b'\n');
    replace::write(&file, &bytes).map_err(failed)
}

/// The room of a file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Bytes a user can still write.
    pub free: u64,
    /// Bytes it has in all.
    pub total: u64,
}

/// Asks how much room there is where a folder lies; `None` where that is not told.
pub fn space(folder: &Path) -> Option<Space> {
    let told = rustix::fs::statvfs(folder).ok()?;
    Some(Space { free: told.f_bavail.checked_mul(told.f_frsize)?, total: told.f_blocks.checked_mul(told.f_frsize)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_the_files_of_their_folder() {
        let root = tempfile::tempdir().unwrap();
        let home = root.path().join("home");
        let directories =
            Directories { home: Some(home.clone()), config_home: Some(home.join("config")), ..Directories::default() };
        assert!(Places::read(&directories).templates.is_empty());
        fs::create_dir_all(home.join("Models/folder")).unwrap();
        fs::create_dir(home.join("config")).unwrap();
        fs::write(home.join("config/user-dirs.dirs"), "XDG_TEMPLATES_DIR=\"$HOME/Models\"").unwrap();
        for name in ["letter.odt", "Blank.txt", ".hidden"] {
            fs::write(home.join("Models").join(name), "").unwrap();
        }
        let expected = ["Blank.txt", "letter.odt"].map(|name| home.join("Models").join(name));
        assert_eq!(Places::read(&directories).templates, expected);
    }

    #[test]
    fn a_bookmark_is_added_once_and_strangers_stay() {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { config_home: Some(root.path().into()), ..Directories::default() };
        let file = root.path().join("gtk-3.0/bookmarks");
        fs::create_dir(file.parent().unwrap()).unwrap();
        fs::write(&file, "sftp://host/x Remote\nfile:///a%20b").unwrap();
        for folder in ["/a b", "/c d", "/c d"] {
            add_bookmark(&directories, Path::new(folder)).unwrap();
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "sftp://host/x Remote\nfile:///a%20b\nfile:///c%20d\n");
        let nowhere = add_bookmark(&Directories::default(), Path::new("/x"));
        assert_eq!(nowhere.unwrap_err().kind, io::ErrorKind::NotFound);
    }
}
