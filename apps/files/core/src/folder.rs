//! A folder as it was read, and the arrangement of its rows: both are made off the window's thread.

mod follow;

pub use follow::{Change, Followed};

use crate::entry::Entry;
use crate::sort::{self, Order};

use candela_shared::i18n::Collator;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The entries of a folder at one moment, with the order of their names.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    path: PathBuf,
    entries: Vec<Entry>,
    by_name: Vec<u32>,
}

/// Whether names that begin with a dot are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hidden {
    /// They are left out.
    #[default]
    Omitted,
    /// They are among the others.
    Shown,
}

/// Which entries are shown, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// The order.
    pub order: Order,
    /// Whether hidden entries are shown.
    pub hidden: Hidden,
    /// What names must contain, letter case aside; empty leaves out nothing.
    pub filter: String,
    /// Whether rows stand in groups.
    pub grouped: bool,
}

impl Folder {
    /// Puts the names of entries in order: some 0.5 µs each. All other orders come from that one.
    pub fn new(path: PathBuf, entries: Vec<Entry>, collator: &Collator) -> Self {
        let by_name = sort::by_name(collator, &entries);
        Self { path, entries, by_name }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its entries, in no order; rows name them by their position here.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry at a position.
    pub fn entry(&self, at: u32) -> &Entry {
        &self.entries[at as usize]
    }

    /// Where an entry lies.
    pub fn path_of(&self, at: u32) -> PathBuf {
        self.path.join(&self.entry(at).name)
    }

    /// The positions of the entries to show, in order. `type_of` names types, and is asked only where they decide.
    pub fn arrange<'a>(&self, wanted: &Arrangement, type_of: impl Fn(usize) -> &'a str + Sync) -> Vec<u32> {
        let filter = Matcher::new(&wanted.filter);
        let is_shown = |entry: &Entry, folded: &mut Vec<u8>| {
            (wanted.hidden == Hidden::Shown || !entry.is_hidden()) && filter.is_in_folded(&entry.name, folded)
        };
        let shown = sort::in_parts(&self.by_name, |part| {
            let mut folded = Vec::new();
            let is_shown = |at: &&u32| is_shown(self.entry(**at), &mut folded);
            part.iter().filter(is_shown).copied().collect::<Vec<u32>>()
        });
        let mut rows = shown.concat();
        sort::sort(&mut rows, &self.entries, wanted.order, type_of);
        rows
    }

    /// Finds where entries of an older reading are now; those that are gone are left out.
    pub fn find(&self, names: &[&OsStr]) -> Vec<u32> {
        let wanted: HashMap<&OsStr, ()> = names.iter().map(|name| (*name, ())).collect();
        let known = (0..).zip(&self.entries).filter(|(_, entry)| wanted.contains_key(entry.name.as_os_str()));
        known.map(|(at, _)| at).collect()
    }

    /// The first row from `start` on, around the end, whose name begins so, letter case aside.
    pub fn row_beginning(&self, rows: &[u32], start: usize, beginning: &str) -> Option<usize> {
        let beginning = fold(beginning.as_bytes()).into_owned();
        let begins = |row: &usize| fold(self.entry(rows[*row]).name.as_bytes()).starts_with(&beginning);
        (start..rows.len()).chain(0..start.min(rows.len())).find(begins)
    }
}

/// A name without letter case. Bytes that are not UTF-8 stay as they are.
fn fold(name: &[u8]) -> Cow<'_, [u8]> {
    match str::from_utf8(name) {
        Ok(_) if name.is_ascii() && !name.iter().any(u8::is_ascii_uppercase) => name.into(),
        Ok(name) => name.to_lowercase().into_bytes().into(),
        Err(_) => name.to_ascii_lowercase().into(),
    }
}

/// Whether a name begins so, letter case aside.
pub fn starts_with(name: &OsStr, beginning: &str) -> bool {
    fold(name.as_bytes()).starts_with(&fold(beginning.as_bytes()))
}

/// What names must contain, letter case aside.
#[derive(Debug, Clone)]
pub struct Matcher(memchr::memmem::Finder<'static>);

impl Matcher {
    /// Prepares to look for a part of names; an empty one is in every name.
    pub fn new(part: &str) -> Self {
        Self(memchr::memmem::Finder::new(&*fold(part.as_bytes())).into_owned())
    }

    /// Whether a name contains it.
    pub fn is_in(&self, name: &OsStr) -> bool {
        self.0.needle().is_empty() || self.0.find(&fold(name.as_bytes())).is_some()
    }

    /// The same for many names, with room that all of them share.
    fn is_in_folded(&self, name: &OsStr, room: &mut Vec<u8>) -> bool {
        let name = name.as_bytes();
        if self.0.needle().is_empty() || !name.is_ascii() {
            return self.is_in(OsStr::from_bytes(name));
        }
        room.clear();
        room.extend(name.iter().map(u8::to_ascii_lowercase));
        self.0.find(room).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Kind;

    fn folder(names: &[&str]) -> Folder {
        let entry = |name: &&str| {
            let kind = if name.ends_with('/') { Kind::Folder } else { Kind::File };
            Entry { name: name.trim_end_matches('/').into(), kind, facts: None }
        };
        Folder::new("/f".into(), names.iter().map(entry).collect(), &Collator::new("en"))
    }

    fn names<'a>(folder: &'a Folder, rows: &[u32]) -> Vec<&'a str> {
        rows.iter().map(|at| folder.entry(*at).name.to_str().unwrap()).collect()
    }

    #[test]
    fn hidden_names_and_those_that_the_filter_does_not_name_are_left_out() {
        let folder = folder(&["b.txt", "A.TXT", ".config", "sub/", "Ärger.txt"]);
        let arranged = |hidden, filter: &str| {
            let wanted = Arrangement { hidden, filter: filter.to_owned(), ..Arrangement::default() };
            names(&folder, &folder.arrange(&wanted, |_| "")).join(" ")
        };
        assert_eq!(arranged(Hidden::Omitted, ""), "sub A.TXT Ärger.txt b.txt");
        assert_eq!(arranged(Hidden::Shown, ""), "sub .config A.TXT Ärger.txt b.txt");
        assert_eq!(arranged(Hidden::Omitted, ".Txt"), "A.TXT Ärger.txt b.txt");
        assert_eq!(arranged(Hidden::Omitted, "äR"), "Ärger.txt");
        assert_eq!(arranged(Hidden::Omitted, "config"), "");
    }

    #[test]
    fn typed_letters_lead_to_the_next_name_around_the_end() {
        let folder = folder(&["alpha", "beta", "Bravo", "charlie"]);
        let rows = folder.arrange(&Arrangement::default(), |_| "");
        assert_eq!(folder.row_beginning(&rows, 0, "b"), Some(1));
        assert_eq!(folder.row_beginning(&rows, 2, "b"), Some(2));
        assert_eq!(folder.row_beginning(&rows, 3, "B"), Some(1));
        assert_eq!(folder.row_beginning(&rows, 0, "x"), None);
    }
}
