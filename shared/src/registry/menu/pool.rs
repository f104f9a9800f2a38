//! Entries that lie outside the data directories, and the directory entries that give menus their looks.
//!
//! Spec: Desktop Menu 1.1, "Format of menu files" (`AppDir`, `DirectoryDir`) and "Legacy Menu Hierarchies".

use crate::registry::parser::Parser;
use crate::registry::program::Programs;
use crate::registry::{Context, Entry, source, visibility};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Folders nested more deeply are not searched.
const DEEPEST: usize = 16;
/// How many names outside the data directories are looked at in all: a menu file may name `/` as a directory.
const MOST_NAMES: usize = 20_000;

/// Reads entries, each directory once.
pub(super) struct Pool<'a> {
    context: &'a Context,
    parser: Parser,
    programs: Programs<'a>,
    bytes: Vec<u8>,
    directories: HashMap<PathBuf, Vec<Entry>>,
    looks: HashMap<PathBuf, Option<Entry>>,
    /// How many names were looked at.
    seen: usize,
}

impl<'a> Pool<'a> {
    pub fn new(context: &'a Context) -> Self {
        Self {
            context,
            parser: Parser::new(&context.locales),
            programs: Programs::new(&context.path),
            bytes: Vec::new(),
            directories: HashMap::new(),
            looks: HashMap::new(),
            seen: 0,
        }
    }

    /// Reads one file; `None` for what is no entry.
    fn entry(&mut self, path: &Path, id: String) -> Option<Entry> {
        let _metadata = source::read(path, &mut self.bytes).ok()?;
        let mut entry = self.parser.parse(&self.bytes, &mut Vec::new()).ok()?;
        entry.id = id.into();
        path.clone_into(&mut entry.path);
        entry.hidden_by = visibility::hidden_by(&entry, &self.context.desktops, |name| self.programs.has(name));
        Some(entry)
    }

    /// Reads the entries of an `AppDir` and of all directories in it.
    pub fn read_directory(&mut self, path: &Path) {
        if !self.directories.contains_key(path) {
            let mut found = Vec::new();
            self.walk(path, "", &mut found, DEEPEST);
            let _none = self.directories.insert(path.to_owned(), found);
        }
    }

    /// Returns what [`Pool::read_directory`] found.
    pub fn directory(&self, path: &Path) -> &[Entry] {
        self.directories.get(path).map_or(&[], Vec::as_slice)
    }

    fn walk(&mut self, folder: &Path, prefix: &str, found: &mut Vec<Entry>, depth: usize) {
        for (name, path) in sorted(folder) {
            if self.seen >= MOST_NAMES {
                return;
            }
            self.seen += 1;
            if name.ends_with(".desktop") && path.is_file() {
                found.extend(self.entry(&path, format!("{prefix}{name}")));
            } else if depth > 0 && path.is_dir() {
                self.walk(&path, &format!("{prefix}{name}-"), found, depth - 1);
            }
        }
    }

    /// Reads one directory of a legacy hierarchy: its entries, marked as such, and the names of those in it.
    pub fn legacy(&mut self, folder: &Path, prefix: &str) -> (Vec<Entry>, Vec<(String, PathBuf)>) {
        let (mut entries, mut folders) = (Vec::new(), Vec::new());
        for (name, path) in sorted(folder) {
            if self.seen >= MOST_NAMES {
                break;
            }
            self.seen += 1;
            if name.ends_with(".desktop") && path.is_file() {
                entries.extend(self.entry(&path, format!("{prefix}{name}")));
            } else if path.is_dir() {
                folders.push((name, path));
            }
        }
        (entries, folders)
    }

    /// Finds the directory entry of one of these names, the last first, in one of these directories, the last first.
    pub fn look(&mut self, names: &[String], directories: &[&Path]) -> Option<Entry> {
        for name in names.iter().rev().filter(|name| name.ends_with(".directory") && !name.starts_with('/')) {
            for directory in directories.iter().rev() {
                let path = directory.join(name);
                if let Some(known) = self.looks.get(&path) {
                    if known.is_some() {
                        return known.clone();
                    }
                    continue;
                }
                let entry = self.entry(&path, name.clone());
                let _none = self.looks.insert(path, entry.clone());
                if entry.is_some() {
                    return entry;
                }
            }
        }
        None
    }
}

/// What lies in a folder, by name; nothing where it cannot be read.
pub(super) fn sorted(folder: &Path) -> BTreeMap<String, PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| (String::from_utf8_lossy(entry.file_name().as_bytes()).into_owned(), entry.path())).collect()
}
