//! Reads and writes what is remembered, below the state directory.

use crate::PathError;
use crate::memory::{Searches, Session, Views, WithoutGit};
use crate::presentation::Presentation;

use candela_shared::{Directories, replace};

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The session that was kept last; nothing where there is none.
pub fn session(directories: &Directories) -> Session {
    read(directories, "session.toml").map(|text| Session::parse(&text)).unwrap_or_default()
}

/// Keeps a session, unless a later one was kept: `number` counts them.
///
/// # Errors
/// What the system says.
pub fn keep_session(directories: &Directories, number: u64, session: &Session) -> Result<(), PathError> {
    static LAST: Mutex<u64> = Mutex::new(0);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if number <= *last {
        return Ok(());
    }
    *last = number;
    write(directories, "session.toml", &session.text())
}

/// The folders with a view of their own.
pub fn views(directories: &Directories) -> Views {
    read(directories, "views.toml").map(|text| Views::parse(&text)).unwrap_or_default()
}

/// Gives a folder a view of its own, or takes it; what other windows kept in the meantime stays.
///
/// # Errors
/// What the system says.
pub fn keep_view(directories: &Directories, folder: &Path, view: Option<Presentation>) -> Result<(), PathError> {
    static WRITING: Mutex<()> = Mutex::new(());
    let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut views = views(directories);
    views.keep(folder, view);
    write(directories, "views.toml", &views.text())
}

/// Where git is not looked at.
pub fn without_git(directories: &Directories) -> WithoutGit {
    read(directories, "without-git.toml").map(|text| WithoutGit::parse(&text)).unwrap_or_default()
}

/// Keeps where git is not looked at.
///
/// # Errors
/// What the system says.
pub fn keep_without_git(directories: &Directories, without: &WithoutGit) -> Result<(), PathError> {
    write(directories, "without-git.toml", &without.text())
}

/// The searches that were kept.
pub fn searches(directories: &Directories) -> Searches {
    read(directories, "searches.toml").map(|text| Searches::parse(&text)).unwrap_or_default()
}

/// Keeps searches.
///
/// # Errors
/// What the system says.
pub fn keep_searches(directories: &Directories, searches: &Searches) -> Result<(), PathError> {
    write(directories, "searches.toml", &searches.text())
}

fn place(directories: &Directories, name: &str) -> Option<PathBuf> {
    directories.state_home.as_ref().map(|state| state.join("candela/files").join(name))
}

fn read(directories: &Directories, name: &str) -> Option<String> {
    fs::read_to_string(place(directories, name)?).ok()
}

/// Without a state directory nothing is remembered, as in a session that keeps nothing.
fn write(directories: &Directories, name: &str, text: &str) -> Result<(), PathError> {
    let Some(path) = place(directories, name) else {
        return Ok(());
    };
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = folder.and_then(|()| replace::write(&path, text.as_bytes()));
    written.map_err(|error| PathError { path, kind: error.kind() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Pane;

    #[test]
    fn the_later_session_stays_and_views_of_two_windows_add_up() {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { state_home: Some(root.path().into()), ..Directories::default() };
        let of = |folder: &str| {
            let tab = crate::memory::Tab::new(Path::new(folder), Presentation::default());
            Session { panes: vec![Pane { current: 0, tabs: vec![tab] }], ..Session::default() }
        };
        keep_session(&directories, 2, &of("/late")).unwrap();
        keep_session(&directories, 1, &of("/early")).unwrap();
        assert_eq!(session(&directories), of("/late"));
        keep_view(&directories, Path::new("/a"), Some(Presentation::default())).unwrap();
        keep_view(&directories, Path::new("/b"), Some(Presentation::default())).unwrap();
        let kept = views(&directories);
        assert!(kept.of(Path::new("/a")).is_some() && kept.of(Path::new("/b")).is_some());
        let none = Directories::default();
        assert!(session(&none).panes.is_empty() && keep_view(&none, Path::new("/a"), None).is_ok());
    }
}
