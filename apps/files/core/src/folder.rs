//! A folder as it was read, and the arrangement of its rows: both are made off the window's thread.

mod follow;

pub use follow::{Change, Followed};

use crate::entry::Entry;
use crate::sort::{self, Order};

use candela_shared::i18n::Collator;

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

impl Arrangement {
    /// Whether an entry is hidden, and those are not shown.
    fn hides(&self, entry: &Entry) -> bool {
        self.hidden == Hidden::Omitted && entry.is_hidden()
    }
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
        // As they lie in memory, since looking at 100,000 names in any other order waits for memory most of the time.
        let shown = sort::in_parts(&self.entries, |part| {
            let mut room = Vec::new();
            let is_shown = |entry: &Entry| !wanted.hides(entry) && filter.is_in_folded(&entry.name, &mut room);
            part.iter().map(is_shown).collect::<Vec<bool>>()
        });
        let shown = shown.concat();
        let mut rows: Vec<u32> = self.by_name.iter().filter(|at| shown[**at as usize]).copied().collect();
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
        let beginning = fold(beginning.as_bytes());
        let begins = |row: &usize| fold(self.entry(rows[*row]).name.as_bytes()).starts_with(&beginning);
        (start..rows.len()).chain(0..start.min(rows.len())).find(begins)
    }
}

/// A name without letter case. Bytes that are not UTF-8 stay as they are.
fn fold(name: &[u8]) -> Vec<u8> {
    let mut folded = Vec::with_capacity(name.len());
    fold_into(name, &mut folded);
    folded
}

/// The same, in room that many names share.
fn fold_into(name: &[u8], room: &mut Vec<u8>) {
    room.clear();
    match str::from_utf8(name) {
        Ok(text) if !text.is_ascii() => text.chars().flat_map(char::to_lowercase).for_each(|letter| {
            // The sigma at the end of a word is no other letter.
            let letter = if letter == 'ς' { 'σ' } else { letter };
            room.extend(letter.encode_utf8(&mut [0; 4]).bytes());
        }),
        _ => room.extend(name.iter().map(u8::to_ascii_lowercase)),
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
        Self(memchr::memmem::Finder::new(&fold(part.as_bytes())).into_owned())
    }

    /// Whether a name contains it.
    pub fn is_in(&self, name: &OsStr) -> bool {
        self.is_in_folded(name, &mut Vec::new())
    }

    /// The same for many names, with room that all of them share.
    fn is_in_folded(&self, name: &OsStr, room: &mut Vec<u8>) -> bool {
        if self.0.needle().is_empty() {
            return true;
        }
        fold_into(name.as_bytes(), room);
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
        assert!(Matcher::new("οδοσ").is_in(OsStr::new("ΟΔΟΣ 2")) && Matcher::new("ΟΔΌΣ").is_in(OsStr::new("οδός")));
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
