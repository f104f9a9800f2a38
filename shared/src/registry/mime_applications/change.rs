//! Changes the user's own list, and keeps all else in it.

use crate::registry::context::Context;
use crate::registry::mime_applications::level::{ADDED, DEFAULT, REMOVED};
use crate::registry::mime_type::MimeTypes;
use crate::registry::rewrite::{KeyFile, Name};
use crate::registry::source;
use crate::replace;

use thiserror::Error;

use std::io;
use std::path::PathBuf;

/// What is to become of an application and a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is to open the type when nobody chooses.
    SetDefault,
    /// It is to be among those that open the type.
    Add,
    /// It is not to be among them.
    Remove,
}

/// Why the user's list could not be changed; it is as it was then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// There is no folder for settings.
    #[error("there is no folder for settings")]
    NoFolder,
    /// The list is there and cannot be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The list.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The list cannot be written.
    #[error("cannot write {path:?}: {kind}")]
    Write {
        /// The list.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
}

/// Writes the user's choice to `mimeapps.list` in the folder for settings, and nowhere else (M7).
///
/// # Errors
///
/// Those of [`Error`].
pub fn change(context: &Context, types: &MimeTypes, id: &str, mime_type: &str, change: Change) -> Result<(), Error> {
    let path = context.directories.config_home.as_ref().ok_or(Error::NoFolder)?.join("mimeapps.list");
    let mut bytes = Vec::new();
    if let Err(error) = source::read(&path, &mut bytes)
        && !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
    {
        return Err(Error::Read { path, kind: error.kind() });
    }
    let mut file = KeyFile::new(&bytes);
    apply(&mut file, types, id, mime_type, change);
    replace::write(&path, &file.to_bytes()).map_err(|error| Error::Write { path, kind: error.kind() })
}

pub(super) fn apply(file: &mut KeyFile, types: &MimeTypes, id: &str, mime_type: &str, change: Change) {
    let mut list = List { file, types, id, mime_type };
    match change {
        Change::SetDefault => {
            list.put_first(DEFAULT);
            list.keep(ADDED);
            list.take_out(REMOVED);
        }
        Change::Add => {
            list.keep(ADDED);
            list.take_out(REMOVED);
        }
        Change::Remove => {
            list.take_out(DEFAULT);
            list.take_out(ADDED);
            list.keep(REMOVED);
        }
    }
}

/// The lines that speak of one application and one type.
struct List<'a> {
    file: &'a mut KeyFile,
    types: &'a MimeTypes,
    id: &'a str,
    mime_type: &'a str,
}

impl List<'_> {
    /// The spellings of the type that a group has: readers that know no aliases must find the same.
    fn spellings(&self, group: &str) -> Vec<String> {
        let name = self.types.canonical(self.mime_type);
        let mut keys = self.file.keys(group);
        keys.retain(|key| self.types.canonical(key) == name);
        keys
    }

    fn ids(&self, group: &str, key: &str) -> Vec<String> {
        self.file.list(Name { group, key, locale: None })
    }

    fn set(&mut self, group: &str, key: &str, ids: &[String]) {
        let name = Name { group, key, locale: None };
        if ids.is_empty() {
            return self.file.remove(name);
        }
        self.file.set_list(name, &ids.iter().map(String::as_str).collect::<Vec<_>>());
    }

    fn put_first(&mut self, group: &str) {
        let mut keys = self.spellings(group);
        if !keys.iter().any(|key| key == self.mime_type) {
            keys.push(self.mime_type.to_owned());
        }
        for key in keys {
            let mut ids = self.ids(group, &key);
            ids.retain(|id| id != self.id);
            ids.insert(0, self.id.to_owned());
            self.set(group, &key, &ids);
        }
    }

    /// Puts the application first, unless it is there already: then its place is the user's.
    fn keep(&mut self, group: &str) {
        let is_there = self.spellings(group).iter().any(|key| self.ids(group, key).iter().any(|id| id == self.id));
        if !is_there {
            self.put_first(group);
        }
    }

    fn take_out(&mut self, group: &str) {
        for key in self.spellings(group) {
            let mut ids = self.ids(group, &key);
            let before = ids.len();
            ids.retain(|id| id != self.id);
            if ids.len() != before {
                self.set(group, &key, &ids);
            }
        }
    }
}
