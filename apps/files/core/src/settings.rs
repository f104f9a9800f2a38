//! What the user wants of file operations, in `candela/files.toml` of the configuration directory.
//!
//! ```toml
//! [trash]
//! days = 30          # what was trashed longer ago is removed when something else is trashed
//! megabytes = 5000   # so much is kept, the newest of it
//! ```

use crate::trash::limits::Limits;

use candela_shared::Directories;
use toml::{Table, Value};

use std::fs;

/// What the user chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// How much the trash keeps.
    pub trash: Limits,
}

impl Settings {
    /// Reads the settings; without a file, or with one that cannot be read, nothing is chosen: nothing is removed then.
    pub fn read(directories: &Directories) -> Self {
        let path = directories.config_home.as_ref().map(|config| config.join("candela/files.toml"));
        path.and_then(|path| fs::read_to_string(path).ok()).map_or_else(Self::default, |text| Self::parse(&text))
    }

    /// Reads them out of the text of the file; what makes no sense is not chosen.
    pub fn parse(text: &str) -> Self {
        let table: Table = text.parse().unwrap_or_default();
        let trash = table.get("trash").and_then(Value::as_table);
        let number = |key: &str| trash?.get(key)?.as_integer().filter(|number| *number > 0);
        let days = number("days").and_then(|days| u32::try_from(days).ok());
        let megabytes = number("megabytes").and_then(|megabytes| u64::try_from(megabytes).ok());
        Self { trash: Limits { days, bytes: megabytes.map(|megabytes| megabytes.saturating_mul(1_000_000)) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_no_sense_removes_nothing() {
        let limits = |text| Settings::parse(text).trash;
        assert_eq!(limits("[trash]\ndays = 30\nmegabytes = 5\n"), Limits { days: Some(30), bytes: Some(5_000_000) });
        for text in
            ["", "days = 3", "[trash]\ndays = 0", "[trash]\ndays = -1", "[trash]\ndays = \"3\"", "[trash", "trash = 3"]
        {
            assert_eq!(limits(text), Limits::default(), "{text}");
        }
    }
}
