//! Where the settings are kept: one file, read, changed as a whole, and watched.

use crate::settings::{Change, Settings, Wrong};

use candela_shared::{Directories, replace};
use notify::{Config, Event, EventKindMask, RecommendedWatcher, RecursiveMode, Watcher as _};

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file's name.
pub const FILE: &str = "launcher.toml";

/// Why the settings could not be read or kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no configuration folder.
    #[error("there is no folder for settings")]
    NoFolder,
    /// The file cannot be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: ErrorKind,
    },
    /// Something in it is wrong.
    #[error(transparent)]
    Wrong(#[from] Wrong),
    /// The file cannot be written; it is as it was.
    #[error("cannot write {path:?}: {kind}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: ErrorKind,
    },
}

/// Returns the file; `None` where there is no folder for settings.
pub fn file(directories: &Directories) -> Option<PathBuf> {
    Some(directories.config_home.as_ref()?.join("candela").join(FILE))
}

/// Reads the settings; no file is no choice. Blocks.
///
/// # Errors
/// [`Error::Read`] and [`Error::Wrong`].
pub fn read(directories: &Directories) -> Result<Settings, Error> {
    match file(directories) {
        Some(path) => Ok(Settings::parse(&text(&path)?)?),
        None => Ok(Settings::default()),
    }
}

/// Changes one thing and returns the settings as they are now. Blocks.
///
/// # Errors
/// Those of [`Error`]: the file is as it was.
pub fn change(directories: &Directories, change: Change) -> Result<Settings, Error> {
    let path = file(directories).ok_or(Error::NoFolder)?;
    let text = Settings::change(&text(&path)?, change)?;
    let settings = Settings::parse(&text)?;
    replace::write(&path, text.as_bytes()).map_err(|error| Error::Write { path, kind: error.kind() })?;
    Ok(settings)
}

fn text(path: &Path) -> Result<String, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(String::new()),
        Err(error) => Err(Error::Read { path: path.to_owned(), kind: error.kind() }),
    }
}

/// Tells whenever the file may be another, until it is dropped. It wakes nobody while nothing happens.
#[derive(Debug)]
pub struct Watcher {
    _notifier: RecommendedWatcher,
}

impl Watcher {
    /// Begins to watch the folder of the settings, which is made where it is missing.
    ///
    /// # Errors
    /// Where nothing can be watched: the settings are those of the start.
    pub fn start(directories: &Directories, tell: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let path = file(directories).ok_or_else(notify::Error::path_not_found)?;
        let folder = path.parent().unwrap_or(&path).to_owned();
        fs::create_dir_all(&folder).map_err(notify::Error::io)?;
        let is_ours = |path: &PathBuf| path.file_name() == Some(OsStr::new(FILE));
        let handler = move |event: notify::Result<Event>| {
            // An error means that something was missed.
            if event.map_or(true, |event| event.need_rescan() || event.paths.iter().any(is_ours)) {
                tell();
            }
        };
        let config = Config::default().with_event_kinds(EventKindMask::CORE);
        let mut notifier = RecommendedWatcher::new(handler, config)?;
        notifier.watch(&folder, RecursiveMode::NonRecursive)?;
        Ok(Self { _notifier: notifier })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    fn directories(folder: &Path) -> Directories {
        Directories { config_home: Some(folder.to_owned()), ..Directories::default() }
    }

    #[test]
    fn settings_are_changed_and_a_file_that_cannot_be_read_stays() {
        let folder = tempfile::tempdir().unwrap();
        let directories = directories(folder.path());
        assert_eq!(read(&directories), Ok(Settings::default()));
        assert!(change(&directories, Change::Stay(true)).unwrap().stays);
        assert!(read(&directories).unwrap().stays);
        fs::write(file(&directories).unwrap(), "stay = 1\n").unwrap();
        assert!(matches!(read(&directories), Err(Error::Wrong(Wrong::Value { line: 1, .. }))));
        assert!(matches!(change(&directories, Change::Remember(false)), Err(Error::Wrong(_))));
        assert_eq!(fs::read_to_string(file(&directories).unwrap()).unwrap(), "stay = 1\n");
        assert_eq!(change(&Directories::default(), Change::Stay(true)), Err(Error::NoFolder));
    }

    #[test]
    fn a_change_by_another_program_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let directories = directories(folder.path());
        let (sender, told) = channel();
        let _watcher = Watcher::start(&directories, move || sender.send(()).unwrap_or_default()).unwrap();
        replace::write(&file(&directories).unwrap(), b"stay = true\n").unwrap();
        told.recv_timeout(Duration::from_secs(30)).unwrap();
    }
}
