//! Reads the places of the sidebar, and how much room a file system has.

use crate::place::{self, Bookmark, UserFolder};

use candela_shared::Directories;

use std::fs;
use std::path::{Path, PathBuf};

/// The places a user has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// Home and the folders the desktop names, of those that are there.
    pub folders: Vec<(UserFolder, PathBuf)>,
    /// The bookmarks that GTK's programs share.
    pub bookmarks: Vec<Bookmark>,
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
        Self { folders, bookmarks: place::bookmarks(&config("gtk-3.0/bookmarks").unwrap_or_default()) }
    }
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
