//! What is told of an entry that is in sight: its facts, its type, what it leads to and how much it holds.

use super::FolderReader;
use crate::entry::{Entry, Facts, Kind};

use candela_shared::registry::mime_type::MimeTypes;

use std::ffi::OsStr;
use std::path::Path;

/// What is told of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What the system says of it; `None` where that may not be known.
    pub facts: Option<Facts>,
    /// What it is, symbolic links followed; [`Kind::Symlink`] for one that leads nowhere.
    pub kind: Kind,
    /// Its type, symbolic links followed.
    pub mime_type: String,
    /// How many entries a folder has that are not hidden; `None` for what is no folder, or may not be read.
    pub count: Option<usize>,
}

impl Detail {
    /// Looks at an entry of a folder; `None` where it is gone. Blocks: it may read the beginning of the file.
    pub fn read(reader: &FolderReader, folder: &Path, entry: &Entry, types: &MimeTypes) -> Option<Self> {
        let path = folder.join(&entry.name);
        let facts = match reader.facts(&entry.name) {
            Ok(facts) => Some(facts),
            Err(error) if error.kind == std::io::ErrorKind::NotFound => return None,
            Err(_) => None,
        };
        let kind = kind(reader, &entry.name, entry.kind);
        let mime_type = types.of_path(&path).unwrap_or_default().to_owned();
        Some(Self { facts, kind, mime_type, count: folder_count(kind, &path) })
    }
}

fn kind(reader: &FolderReader, name: &OsStr, kind: Kind) -> Kind {
    match kind {
        Kind::Symlink => reader.kind_behind(name).unwrap_or(Kind::Symlink),
        other => other,
    }
}

fn folder_count(kind: Kind, folder: &Path) -> Option<usize> {
    if kind != Kind::Folder {
        return None;
    }
    let reader = FolderReader::open(folder).ok()?;
    let entries = reader.entries().ok()?;
    Some(entries.flatten().filter(|entry| !entry.is_hidden()).count())
}
