//! `list DIR`: what a folder holds.

use super::output::{self, name_entry};
use super::{Stop, common};
use crate::notice;

use candela_files_core::PathError;
use candela_files_core::entry::{Entry, Kind};
use candela_files_core::git::Letters;
use candela_files_core::sort::{self, Column, Direction, Folders, Order};
use candela_files_core::system::FolderReader;
use candela_files_core::system::git::{FolderStates, GitError, Repository};
use candela_shared::Directories;
use candela_shared::i18n::{Collator, Words};
use candela_shared::registry::mime_type::MimeTypes;
use candela_shared::tr;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use std::path::PathBuf;
use std::process::ExitCode;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Request {
    folder: PathBuf,
    is_json: bool,
    is_hidden_shown: bool,
    order: Order,
    is_git: bool,
}

/// Lists a folder.
pub fn run(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let request = parse(parser)?;
    let failed = |error: PathError| Stop::Failed(notice::cannot_read(words, &error));
    let reader = FolderReader::open(&request.folder).map_err(failed)?;
    let mut entries = Vec::new();
    for entry in reader.entries().map_err(failed)? {
        entries.push(entry.map_err(failed)?);
    }
    entries.retain(|entry| request.is_hidden_shown || !entry.is_hidden());
    let unknown = read_facts(&reader, &mut entries, &request);
    let mut listing = Listing::new(&request, reader, entries, &words.language());
    match states(&request) {
        Ok(states) => listing.states = states,
        // What git cannot tell takes nothing from the list.
        Err(error) => output::warn(&notice::git(words, &error)),
    }
    let status = listing.print();
    match unknown {
        0 => Ok(status),
        count => {
            Err(Stop::Failed(tr!(words, "files-error-facts", path = notice::shown(&request.folder), count = count)))
        }
    }
}

/// Reads the facts where they are shown or decide the order; drops what has vanished, counts what may not be known.
fn read_facts(reader: &FolderReader, entries: &mut Vec<Entry>, request: &Request) -> usize {
    if !request.is_json && !matches!(request.order.column, Column::Size | Column::Modified) {
        return 0;
    }
    let mut unknown = 0;
    entries.retain_mut(|entry| match reader.facts(&entry.name) {
        Ok(facts) => {
            entry.facts = Some(facts);
            true
        }
        Err(error) if error.kind == std::io::ErrorKind::NotFound => false,
        Err(_) => {
            unknown += 1;
            true
        }
    });
    unknown
}

/// What git tells of the folder, where that was asked for and it is in a working tree.
fn states(request: &Request) -> Result<Option<FolderStates>, GitError> {
    if !request.is_git {
        return Ok(None);
    }
    match Repository::discover(&request.folder)? {
        Some(repository) => repository.states(&request.folder).map(Some),
        None => Ok(None),
    }
}

/// What is printed, in its order.
struct Listing {
    entries: Vec<Entry>,
    positions: Vec<u32>,
    types: Vec<Option<String>>,
    reader: FolderReader,
    is_json: bool,
    is_git: bool,
    states: Option<FolderStates>,
}

impl Listing {
    fn new(request: &Request, reader: FolderReader, entries: Vec<Entry>, language: &str) -> Self {
        let are_types_needed = request.is_json || request.order.column == Column::Type;
        let types = if are_types_needed { types(request, &entries) } else { Vec::new() };
        let mut positions = sort::by_name(&Collator::new(language), &entries);
        let type_of = |at: usize| types[at].as_deref().unwrap_or_default();
        sort::sort(&mut positions, &entries, request.order, type_of);
        let (is_json, is_git) = (request.is_json, request.is_git);
        Self { entries, positions, types, reader, is_json, is_git, states: None }
    }

    fn print(&self) -> ExitCode {
        let rows = self.positions.iter().map(|at| *at as usize);
        if self.is_json {
            return output::json(&rows.map(|at| Row { listing: self, at }).collect::<Vec<_>>());
        }
        output::names(rows.map(|at| (self.letters(at), self.entries[at].name.as_os_str())))
    }

    /// What stands before a name: git's letters, where they were asked for.
    fn letters(&self, at: usize) -> String {
        match (&self.states, self.is_git) {
            (_, false) => String::new(),
            (None, true) => "   ".to_owned(),
            (Some(states), true) => {
                let Letters { index, worktree } = states.of(&self.entries[at].name);
                format!("{}{} ", index.letter(), worktree.letter())
            }
        }
    }
}

/// The types of entries; `None` where that cannot be told.
fn types(request: &Request, entries: &[Entry]) -> Vec<Option<String>> {
    let types = MimeTypes::load(&Directories::from_environment());
    entries.iter().map(|entry| types.of_path(&request.folder.join(&entry.name)).ok().map(str::to_owned)).collect()
}

/// An entry as `list --json` shows it.
struct Row<'a> {
    listing: &'a Listing,
    at: usize,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = &self.listing.entries[self.at];
        let mut map = serializer.serialize_map(None)?;
        name_entry(&mut map, "name", &entry.name)?;
        map.serialize_entry("kind", &entry.kind.word())?;
        map.serialize_entry("size", &entry.facts.map(|facts| facts.size))?;
        map.serialize_entry("modified_ns", &entry.facts.map(|facts| facts.modified.in_nanoseconds()))?;
        map.serialize_entry("mode", &entry.facts.map(|facts| facts.mode))?;
        match self.target() {
            Some(target) => name_entry(&mut map, "link_target", &target)?,
            None => map.serialize_entry("link_target", &())?,
        }
        map.serialize_entry("mime_type", &self.listing.types[self.at])?;
        if self.listing.is_git {
            map.serialize_entry("git", &self.listing.states.as_ref().map(|states| Git(states.of(&entry.name))))?;
        }
        map.end()
    }
}

/// What git tells of an entry.
struct Git(Letters);

impl Serialize for Git {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("index", &self.0.index.letter())?;
        map.serialize_entry("worktree", &self.0.worktree.letter())?;
        map.end()
    }
}

impl Row<'_> {
    fn target(&self) -> Option<std::ffi::OsString> {
        let entry = &self.listing.entries[self.at];
        (entry.kind == Kind::Symlink).then(|| self.listing.reader.link_target(&entry.name))?
    }
}

fn parse(mut parser: Parser) -> Result<Request, Stop> {
    let mut folder = None;
    let mut order = Order { folders: Folders::Mixed, ..Order::default() };
    let (mut is_json, mut is_hidden_shown, mut is_git) = (false, false, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => is_json = true,
            Long("hidden") => is_hidden_shown = true,
            Long("git") => is_git = true,
            Long("reverse") => order.direction = Direction::Descending,
            Long("sort") => order.column = column(&parser.value()?.to_string_lossy())?,
            Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(common(other)),
        }
    }
    let folder = folder.ok_or(Usage::MissingArgument { command: "list", argument: "DIR" })?;
    Ok(Request { folder, is_json, is_hidden_shown, order, is_git })
}

fn column(word: &str) -> Result<Column, Usage> {
    match word {
        "name" => Ok(Column::Name),
        "size" => Ok(Column::Size),
        "modified" => Ok(Column::Modified),
        "type" => Ok(Column::Type),
        other => Err(Usage::BadValue { option: "--sort".to_owned(), value: other.to_owned() }),
    }
}
