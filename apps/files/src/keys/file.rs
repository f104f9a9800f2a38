//! The chords that the user chose, in the file of settings. Blocks.

use super::{Change, Keys, change};

use candela_files_core::PathError;
use candela_files_core::settings::{Settings, Wrong};
use candela_shared::{Directories, replace};

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why chords could not be kept.
#[derive(Debug, Clone)]
pub enum NotKept {
    /// The file of settings cannot be read or written.
    File(PathError),
    /// It has a mistake that must be mended first: nothing was written.
    Wrong(Wrong),
}

/// Which chords the user chose, and what is wrong with them, in English.
pub fn read(directories: &Directories) -> (Keys, Vec<String>) {
    // That the file cannot be read is told where its other settings are read.
    let text = Settings::path(directories).and_then(|path| fs::read_to_string(path).ok());
    Keys::parse(&text.unwrap_or_default())
}

/// Keeps other chords for some commands, and returns all of them.
///
/// # Errors
/// Where the file cannot be read, understood or written: it is as it was then.
pub fn keep(directories: &Directories, changes: &[Change]) -> Result<Keys, NotKept> {
    let failed = |path: &Path, error: &io::Error| NotKept::File(PathError { path: path.into(), kind: error.kind() });
    let Some(path) = Settings::path(directories) else {
        return Err(failed(Path::new("files.toml"), &ErrorKind::NotFound.into()));
    };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(&path, &error)),
    };
    let Ok(changed) = change(&text, changes) else {
        let (_, wrong) = Settings::parse(&text, &path);
        return Err(wrong.map_or_else(|| failed(&path, &ErrorKind::InvalidData.into()), NotKept::Wrong));
    };
    replace::write(&path, changed.as_bytes()).map_err(|error| failed(&path, &error))?;
    Ok(Keys::parse(&changed).0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;

    #[test]
    fn chords_are_kept_and_a_file_with_a_mistake_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let directories = Directories { config_home: Some(folder.path().into()), ..Directories::default() };
        let changes = Keys::default().giving(Command::Git, "F7");
        assert!(keep(&directories, &changes).is_ok_and(|keys| keys.command("F7") == Some(Command::Git)));
        assert_eq!(read(&directories).0.shown(Command::Git), "F7");
        let path = folder.path().join("candela/files.toml");
        fs::write(&path, "[keys\n").unwrap();
        let kept = keep(&directories, &changes);
        assert!(matches!(kept, Err(NotKept::Wrong(Wrong::Syntax { line: 1, .. }))), "{kept:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "[keys\n");
        assert!(matches!(keep(&Directories::default(), &changes), Err(NotKept::File(_))));
    }
}
