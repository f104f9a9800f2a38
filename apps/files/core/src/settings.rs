//! What the user wants of file operations, in `candela/files.toml` of the configuration directory.
//!
//! ```toml
//! [trash]
//! days = 30          # what was trashed longer ago is removed when something else is trashed
//! megabytes = 5000   # so much is kept, the newest of it
//! ```
//!
//! What makes no sense is told and counts as not chosen. Unknown keys are those of another version and say nothing.

use crate::trash::limits::Limits;

use candela_shared::Directories;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What the user chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// How much the trash keeps.
    pub trash: Limits,
}

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is there, and cannot be read.
    #[error("{path}: {kind}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        kind: ErrorKind,
    },
    /// It is no TOML.
    #[error("{path}, line {line}: {message}")]
    Syntax {
        /// The file.
        path: PathBuf,
        /// Where, from 1.
        line: usize,
        /// What, in English.
        message: String,
    },
    /// A value makes no sense.
    #[error("{path}, line {line}: \"{key}\" cannot be {value}")]
    Value {
        /// The file.
        path: PathBuf,
        /// Where, from 1.
        line: usize,
        /// Of what.
        key: &'static str,
        /// As it is written.
        value: String,
    },
}

impl Settings {
    /// The file; `None` where the user has no directory for configuration.
    pub fn path(directories: &Directories) -> Option<PathBuf> {
        directories.config_home.as_ref().map(|config| config.join("candela/files.toml"))
    }

    /// Reads the settings, and the first thing that is wrong with them. Without a file, or with one that cannot be read,
    /// nothing is chosen: nothing is removed then.
    pub fn read(directories: &Directories) -> (Self, Option<Wrong>) {
        let Some(path) = Self::path(directories) else {
            return Default::default();
        };
        match fs::read(&path).and_then(|bytes| String::from_utf8(bytes).map_err(io::Error::other)) {
            Ok(text) => Self::parse(&text, &path),
            Err(error) if error.kind() == ErrorKind::NotFound => Default::default(),
            Err(error) if error.kind() == ErrorKind::Other => {
                let kind = ErrorKind::InvalidData;
                (Self::default(), Some(Wrong::Unreadable { path, kind }))
            }
            Err(error) => (Self::default(), Some(Wrong::Unreadable { path, kind: error.kind() })),
        }
    }

    /// Reads them out of the text of the file, whose path is for messages.
    pub fn parse(text: &str, path: &Path) -> (Self, Option<Wrong>) {
        let mut reader = Reader { text, path, wrong: None };
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let line = reader.line(error.span().map_or(0, |span| span.start));
                let message = error.message().to_owned();
                return (Self::default(), Some(Wrong::Syntax { path: path.to_owned(), line, message }));
            }
        };
        let trash = reader.table(table.get_ref(), "trash");
        let days = trash.and_then(|trash| reader.number(trash, "days"));
        let megabytes: Option<u64> = trash.and_then(|trash| reader.number(trash, "megabytes"));
        let bytes = megabytes.map(|megabytes| megabytes.saturating_mul(1_000_000));
        (Self { trash: Limits { days, bytes } }, reader.wrong)
    }
}

/// Reads values, and notes the first that makes no sense.
struct Reader<'a> {
    text: &'a str,
    path: &'a Path,
    wrong: Option<Wrong>,
}

impl<'a> Reader<'a> {
    fn table<'t>(&mut self, table: &'t DeTable<'a>, key: &'static str) -> Option<&'t DeTable<'a>> {
        let value = table.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => self.refuse(key, value),
        }
    }

    fn number<T: TryFrom<i64>>(&mut self, table: &DeTable<'a>, key: &'static str) -> Option<T> {
        let value = table.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|number| *number > 0).and_then(|number| T::try_from(number).ok());
        number.or_else(|| self.refuse(key, value))
    }

    fn refuse<T>(&mut self, key: &'static str, value: &Spanned<DeValue<'a>>) -> Option<T> {
        let span = value.span();
        let line = self.line(span.start);
        let value = self.text.get(span).unwrap_or_default().to_owned();
        let _ = self.wrong.get_or_insert(Wrong::Value { path: self.path.to_owned(), line, key, value });
        None
    }

    fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Limits, Option<String>) {
        let (settings, wrong) = Settings::parse(text, Path::new("f"));
        (settings.trash, wrong.map(|wrong| wrong.to_string()))
    }

    #[test]
    fn what_makes_no_sense_removes_nothing_and_is_told_with_its_line() {
        let limits = Limits { days: Some(30), bytes: Some(5_000_000) };
        assert_eq!(parse("[trash]\ndays = 30\nmegabytes = 5\n"), (limits, None));
        for text in ["", "days = 3", "[trash]\n", "[other]\nx = 1"] {
            assert_eq!(parse(text), (Limits::default(), None), "{text}");
        }
        for (text, told) in [
            ("[trash]\ndays = 0", "f, line 2: \"days\" cannot be 0"),
            ("[trash]\n\ndays = -1", "f, line 3: \"days\" cannot be -1"),
            ("[trash]\ndays = \"3\"", "f, line 2: \"days\" cannot be \"3\""),
            ("trash = 3", "f, line 1: \"trash\" cannot be 3"),
            ("[trash]\ndays = 99999999999999999999", "f, line 2: \"days\" cannot be 99999999999999999999"),
        ] {
            assert_eq!(parse(text), (Limits::default(), Some(told.to_owned())), "{text}");
        }
        let (limits, wrong) = parse("# ok\n[trash\n");
        assert_eq!(limits, Limits::default());
        assert!(wrong.as_deref().is_some_and(|wrong| wrong.starts_with("f, line 2: ")), "{wrong:?}");
        let (limits, wrong) = parse("[trash]\nmegabytes = \"many\"\ndays = 3\n");
        assert_eq!((limits.days, wrong.is_some()), (Some(3), true), "what makes sense holds");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_and_none_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let directories = Directories { config_home: Some(folder.path().into()), ..Directories::default() };
        assert_eq!(Settings::read(&directories), (Settings::default(), None));
        fs::create_dir_all(folder.path().join("candela")).unwrap();
        fs::write(folder.path().join("candela/files.toml"), b"\xff").unwrap();
        let (_, wrong) = Settings::read(&directories);
        assert!(matches!(wrong, Some(Wrong::Unreadable { kind: ErrorKind::InvalidData, .. })), "{wrong:?}");
    }
}
