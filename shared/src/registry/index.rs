//! All desktop entries of a system, as one value that never changes.

use crate::registry::context::Context;
use crate::registry::entry::Entry;
use crate::registry::parser::{Parser, Rejection};
use crate::registry::program::Programs;
use crate::registry::source::{self, Source};
use crate::registry::visibility;

use thiserror::Error;

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;

/// The desktop entries that count, each ID once, sorted by ID.
///
/// Spec: Desktop Entry 1.5, "File naming" (rule D3): the first data directory that has an ID decides, before any rule
/// hides anything; what it masks stays masked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    entries: Box<[Entry]>,
    broken: Box<[Broken]>,
}

/// A file that holds an ID, and masks others, but no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The ID it holds.
    pub id: Box<str>,
    /// The file.
    pub path: PathBuf,
    /// Why it is no entry.
    pub fault: FileError,
}

/// Why a file could not be read as a desktop entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum FileError {
    /// It could not be read.
    #[error("cannot be read: {0}")]
    Read(io::ErrorKind),
    /// What it holds is no desktop entry.
    #[error("is no desktop entry: {0}")]
    Rejected(#[from] Rejection),
}

impl Index {
    /// Reads every desktop entry of the data directories.
    ///
    /// What cannot be read costs only itself, and is listed by [`Index::broken`].
    pub fn scan(context: &Context) -> Self {
        let mut reader = Reader::new(context);
        let (mut entries, mut broken) = (Vec::new(), Vec::new());
        for source in winners(source::sources(&context.directories)) {
            match reader.read(&source) {
                Ok(entry) => entries.push(entry),
                Err(fault) => broken.push(Broken { id: source.id, path: source.path, fault }),
            }
        }
        Self::new(entries, broken)
    }

    fn new(mut entries: Vec<Entry>, broken: Vec<Broken>) -> Self {
        entries.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        Self { entries: entries.into(), broken: broken.into() }
    }

    /// Every entry, hidden ones too, sorted by ID.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The applications to show, sorted by ID.
    pub fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.is_shown())
    }

    /// Returns the entry of an ID, given with its `.desktop`.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        let place = self.entries.binary_search_by(|entry| (*entry.id).cmp(id)).ok()?;
        self.entries.get(place)
    }

    /// The files that win an ID and hold no entry.
    pub fn broken(&self) -> &[Broken] {
        &self.broken
    }
}

/// Keeps the first source of every ID.
fn winners(mut sources: Vec<Source>) -> Vec<Source> {
    let mut seen = HashSet::with_capacity(sources.len());
    sources.retain(|source| seen.insert(source.id.clone()));
    sources
}

/// Reads files for one context, its buffers kept from file to file.
struct Reader<'a> {
    context: &'a Context,
    parser: Parser,
    programs: Programs<'a>,
    bytes: Vec<u8>,
}

impl<'a> Reader<'a> {
    fn new(context: &'a Context) -> Self {
        let programs = Programs::new(&context.path);
        Self { context, parser: Parser::new(&context.locales), programs, bytes: Vec::new() }
    }

    fn read(&mut self, source: &Source) -> Result<Entry, FileError> {
        let _ = source::read(&source.path, &mut self.bytes).map_err(|error| FileError::Read(error.kind()))?;
        let mut entry = self.parser.parse(&self.bytes, &mut Vec::new())?;
        entry.id = source.id.clone();
        entry.path = source.path.clone();
        entry.hidden_by = visibility::hidden_by(&entry, &self.context.desktops, |name| self.programs.has(name));
        Ok(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directories::Directories;
    use crate::registry::entry::HiddenBy;
    use std::fs;
    use std::path::Path;

    fn context(folder: &Path) -> Context {
        let data = |name: &str| folder.join(name);
        let directories =
            Directories { data_home: Some(data("home")), data_dirs: vec![data("usr")], ..Directories::default() };
        Context { directories, desktops: vec!["Candela".into()], ..Context::default() }
    }

    fn write(folder: &Path, name: &str, extra: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("[Desktop Entry]\nType=Application\nName={name}\nExec=x\n{extra}")).unwrap();
    }

    #[test]
    fn d3_the_first_data_directory_wins_and_masks_before_any_rule_hides() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["hidden", "elsewhere", "broken", "plain", "only-here"] {
            write(folder.path(), &format!("usr/applications/{name}.desktop"), "");
        }
        write(folder.path(), "home/applications/hidden.desktop", "Hidden=true\n");
        write(folder.path(), "home/applications/elsewhere.desktop", "OnlyShowIn=KDE;\n");
        write(folder.path(), "home/applications/only/here.desktop", "");
        fs::write(folder.path().join("home/applications/broken.desktop"), "").unwrap();
        let index = Index::scan(&context(folder.path()));
        let found: Vec<_> = index.entries().iter().map(|entry| (&*entry.id, entry.hidden_by)).collect();
        assert_eq!(
            found,
            [
                ("elsewhere.desktop", Some(HiddenBy::OnlyShowIn)),
                ("hidden.desktop", Some(HiddenBy::Hidden)),
                ("only-here.desktop", None),
                ("plain.desktop", None),
            ]
        );
        let shown: Vec<_> = index.shown().map(Entry::display_name).collect();
        assert_eq!(shown, ["home/applications/only/here.desktop", "usr/applications/plain.desktop"]);
        assert_eq!(index.broken().len(), 1);
        assert_eq!(index.broken()[0].fault, FileError::Rejected(Rejection::NoGroup));
        assert_eq!(index.get("plain.desktop").unwrap().path, folder.path().join("usr/applications/plain.desktop"));
        assert_eq!(index.get("plain"), None);
    }

    #[test]
    fn a_system_without_data_directories_has_no_entries() {
        assert_eq!(Index::scan(&Context::default()), Index::default());
    }
}
