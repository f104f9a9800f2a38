//! All desktop entries of a system, as one value that never changes.

use crate::registry::context::Context;
use crate::registry::entry::Entry;
use crate::registry::overlay::Overlay;
use crate::registry::parser::{Fault, Parser, Rejection};
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
    /// Reads every desktop entry of the data directories, and writes nothing.
    ///
    /// What cannot be read costs only itself, and is listed by [`Index::broken`].
    pub fn scan(context: &Context) -> Self {
        let mut reader = Reader::new(context);
        let read = |source: Source| match reader.read(&source, &mut Vec::new()) {
            Ok(entry) => Ok(entry),
            Err(fault) => Err(Broken { id: source.id, path: source.path, fault }),
        };
        Self::new(winners(source::find(&context.directories).sources).into_iter().map(read).collect())
    }

    /// Puts what was read and judged in order.
    pub(super) fn new(outcomes: Vec<Result<Entry, Broken>>) -> Self {
        let (mut entries, mut broken) = (Vec::with_capacity(outcomes.len()), Vec::new());
        for outcome in outcomes {
            match outcome {
                Ok(entry) => entries.push(entry),
                Err(file) => broken.push(file),
            }
        }
        entries.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        broken.sort_unstable_by(|one, other| one.id.cmp(&other.id));
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
        self.entries.get(self.place(id)?)
    }

    /// Returns the place of an ID among [`Self::entries`].
    pub fn place(&self, id: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| (*entry.id).cmp(id)).ok()
    }

    /// The files that win an ID and hold no entry.
    pub fn broken(&self) -> &[Broken] {
        &self.broken
    }
}

/// Keeps the first source of every ID.
pub(super) fn winners(mut sources: Vec<Source>) -> Vec<Source> {
    let mut seen = HashSet::with_capacity(sources.len());
    sources.retain(|source| seen.insert(source.id.clone()));
    sources
}

/// Reads files for one context, its buffers kept from file to file.
pub(super) struct Reader<'a> {
    judge: Judge<'a>,
    parser: Parser,
    bytes: Vec<u8>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(context: &'a Context) -> Self {
        Self { judge: Judge::new(context), parser: Parser::new(&context.locales), bytes: Vec::new() }
    }

    pub(super) fn read(&mut self, source: &Source, faults: &mut Vec<Fault>) -> Result<Entry, FileError> {
        let _ = source::read(&source.path, &mut self.bytes).map_err(|error| FileError::Read(error.kind()))?;
        let mut entry = self.parser.parse(&self.bytes, faults)?;
        entry.id = source.id.clone();
        entry.path = source.path.clone();
        self.judge.judge(&mut entry);
        Ok(entry)
    }
}

/// Adds to an entry what its file does not say: the user's choice, and whether it is shown here.
pub(super) struct Judge<'a> {
    desktops: &'a [String],
    programs: Programs<'a>,
    overlay: Overlay,
}

impl<'a> Judge<'a> {
    pub(super) fn new(context: &'a Context) -> Self {
        // Choices that cannot be read are for the window that edits them to report; entries are listed all the same.
        let overlay = Overlay::read(&context.directories).unwrap_or_default();
        Self { desktops: &context.desktops, programs: Programs::new(&context.path), overlay }
    }

    pub(super) fn judge(&self, entry: &mut Entry) {
        entry.choice = self.overlay.choice(&entry.id).map(Box::new);
        if let Some(name) = entry.choice.as_mut().and_then(|choice| choice.name.clone()) {
            let before = entry.name.replace(name.into());
            entry.untranslated.name = entry.untranslated.name.take().or(before);
        }
        entry.hidden_by = visibility::hidden_by(entry, self.desktops, |name| self.programs.has(name));
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
    fn what_the_user_chose_goes_before_what_the_files_say() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "usr/applications/a.desktop", "");
        write(folder.path(), "usr/applications/b.desktop", "NoDisplay=true\n");
        let settings = folder.path().join("config/candela/applications.toml");
        fs::create_dir_all(settings.parent().unwrap()).unwrap();
        fs::write(&settings, "[\"a.desktop\"]\nname = \"Mine\"\nhidden = true\n[\"b.desktop\"]\nhidden = true")
            .unwrap();
        let mut context = context(folder.path());
        context.directories.config_home = Some(folder.path().join("config"));
        let index = Index::scan(&context);
        let entry = index.get("a.desktop").unwrap();
        assert_eq!(entry.display_name(), "Mine");
        assert_eq!(
            entry.untranslated.name.as_deref(),
            Some("usr/applications/a.desktop"),
            "it can still be found by it"
        );
        assert_eq!(entry.hidden_by, Some(HiddenBy::User));
        assert_eq!(index.get("b.desktop").unwrap().hidden_by, Some(HiddenBy::User));
        fs::write(settings, "= broken").unwrap();
        assert_eq!(Index::scan(&context).shown().count(), 1, "choices that cannot be read cost no entry");
    }

    #[test]
    fn a_system_without_data_directories_has_no_entries() {
        assert_eq!(Index::scan(&Context::default()), Index::default());
    }
}
