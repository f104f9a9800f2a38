//! The type of a file, by its kind, its name and its contents.
//!
//! Spec: Shared MIME-info 0.21. Where it is silent or leaves a choice, GLib is followed, so that every program of a
//! desktop says the same of a file:
//! - all types of the best pattern stay candidates for the contents to choose from, the lighter ones too;
//! - contents whose rule has a priority of 80 or more overrule a name that leaves a choice;
//! - an empty file is `text/plain` whatever its name, so that a new one opens in the editor;
//! - nothing is a desktop entry by its contents alone, for it would run commands under a harmless name;
//! - neither the extended attribute `user.mime_type` nor the root element of XML files is looked at.
//!
//! Otherwise than GLib we read as far as the rules ask instead of 4096 bytes, fold letters of every script, and turn the
//! words of `host16` and `host32` rules as the specification says.

mod comment;
mod glob;
mod magic;
mod pattern;
mod relation;
mod system;
mod text;

pub use comment::comment;
pub use system::Error;

use crate::Directories;
use glob::Globs;
use magic::Magic;
use relation::Relations;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;

/// The type of a file of which nothing is known.
pub const OCTET_STREAM: &str = "application/octet-stream";
/// The type of text of which nothing more is known.
pub const PLAIN_TEXT: &str = "text/plain";
/// The type of desktop entries, which run commands when opened.
pub const DESKTOP_ENTRY: &str = "application/x-desktop";
/// The type of directories.
pub const DIRECTORY: &str = "inode/directory";

/// Rules of this priority know better than a name.
///
/// Source: earlier revisions of Shared MIME-info, "Recommended checking order"; GLib keeps to it for doubtful names.
const OVERRULING: u32 = 80;

/// The shared MIME database: every rule and relation of every data directory. Immutable once loaded.
#[derive(Debug, Default)]
pub struct MimeTypes {
    globs: Globs,
    magic: Magic,
    relations: Relations,
}

impl MimeTypes {
    /// Reads the database: some ten small files, the least important directory first. What is missing or cannot be
    /// read is left out.
    pub fn load(directories: &Directories) -> Self {
        let mut types = Self::default();
        let mut names = Names::default();
        for directory in directories.all_data().into_iter().rev() {
            types.add(&directory.join("mime"), &mut names, system::read_database_file);
        }
        types
    }

    /// Adds the files of one directory, given the names already used and a way to read a file.
    fn add(&mut self, directory: &Path, names: &mut Names, read: impl Fn(&Path) -> Option<Vec<u8>>) {
        let Self { globs, magic, relations } = self;
        let read = |name: &str| read(&directory.join(name));
        match read("globs2") {
            Some(file) => globs.add(&file, names),
            None => globs.add_unweighted(&read("globs").unwrap_or_default(), names),
        }
        magic.add(&read("magic").unwrap_or_default(), names);
        relations.add_aliases(&read("aliases").unwrap_or_default(), names);
        relations.add_parents(&read("subclasses").unwrap_or_default(), names);
        relations.add_icons(&read("icons").unwrap_or_default(), names);
        relations.add_generic_icons(&read("generic-icons").unwrap_or_default(), names);
    }

    /// Returns the type of what lies at a path, symbolic links followed; a dangling link is `inode/symlink`.
    ///
    /// Reads a file's contents only where its name leaves a choice. A file that may not be read is judged by its name.
    ///
    /// # Errors
    ///
    /// [`Error`] where nothing lies there, or it may not be looked at.
    pub fn of_path(&self, path: &Path) -> Result<&str, Error> {
        system::of_path(self, path)
    }

    /// Returns the likeliest type by name alone; `None` where no rule knows the name.
    pub fn of_name(&self, name: &OsStr) -> Option<&str> {
        self.globs.candidates(name.as_bytes()).first().map(|mime_type| &***mime_type)
    }

    /// Returns the type of contents, whose name may be known, given at least their first [`Self::extent`] bytes.
    pub fn of_contents(&self, name: Option<&OsStr>, contents: &[u8]) -> &str {
        let candidates = name.map(|name| self.globs.candidates(name.as_bytes())).unwrap_or_default();
        match candidates[..] {
            [only] => only,
            _ => self.choose(&candidates, name.is_some(), contents),
        }
    }

    /// How many bytes of the contents the rules can ask for.
    pub fn extent(&self) -> usize {
        self.magic.extent()
    }

    /// Lets the contents choose among the types the name allows.
    fn choose<'a>(&'a self, candidates: &[&'a Arc<str>], is_named: bool, contents: &[u8]) -> &'a str {
        let sniffed = self.magic.sniff(contents);
        let found = match sniffed {
            Some(sniffed) if is_named && &*sniffed.mime_type == DESKTOP_ENTRY => Some(PLAIN_TEXT),
            Some(sniffed) => Some(&*sniffed.mime_type),
            None => text::looks_like_text(contents).then_some(PLAIN_TEXT),
        };
        let Some(likeliest) = candidates.first() else { return found.unwrap_or(OCTET_STREAM) };
        match found {
            Some(found) if sniffed.is_some_and(|sniffed| sniffed.priority >= OVERRULING) => found,
            Some(found) => candidates.iter().find(|candidate| self.is_a(candidate, found)).unwrap_or(likeliest),
            None => likeliest,
        }
    }

    /// Returns the name a type goes by, where the given one is an alias.
    pub fn canonical<'a>(&'a self, mime_type: &'a str) -> &'a str {
        self.relations.canonical(mime_type)
    }

    /// Says whether every file of a type is one of the other type too. Aliases are resolved.
    pub fn is_a(&self, mime_type: &str, other: &str) -> bool {
        self.ancestors(mime_type).contains(&self.canonical(other))
    }

    /// Returns the type under its canonical name, then all types its files are too, nearest first, each once.
    ///
    /// Spec: Shared MIME-info 0.21, "Subclassing".
    pub fn ancestors<'a>(&'a self, mime_type: &'a str) -> Vec<&'a str> {
        self.relations.ancestors(mime_type)
    }

    /// Returns the names of icons for a type, the best first: its own, then that of its kind.
    ///
    /// Spec: Shared MIME-info 0.21, "The source XML files" (icon and generic-icon).
    pub fn icon_names(&self, mime_type: &str) -> [String; 2] {
        let mime_type = self.canonical(mime_type);
        let kind = mime_type.split('/').next().unwrap_or_default();
        let own = self.relations.icon(mime_type).map_or_else(|| mime_type.replace('/', "-"), str::to_owned);
        let generic = self.relations.generic_icon(mime_type).map_or_else(|| format!("{kind}-x-generic"), str::to_owned);
        [own, generic]
    }
}

/// The names of types, each kept in memory once however many rules speak of it.
#[derive(Debug, Default)]
struct Names(HashSet<Arc<str>>);

impl Names {
    fn intern(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let name = Arc::<str>::from(name);
        let _ = self.0.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests;
