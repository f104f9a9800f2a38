//! What the command line prints: lines for people, one JSON document for programs.

use candela_launcher_core::list::Item;
use candela_launcher_core::{Catalogue, Finding, Kind};
use candela_shared::display_name::single_line;
use candela_shared::i18n::Words;
use candela_shared::registry::Entry;
use candela_shared::registry::exec::Launch;
use candela_shared::registry::explain::{Copy, Explanation};
use candela_shared::tr;

use base64::prelude::{BASE64_STANDARD, Engine};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use std::ffi::OsStr;
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::process::ExitCode;

/// An entry as `list --json` shows it.
pub struct Listed<'a>(pub &'a Entry);

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &entry.id)?;
        name_and_bytes(&mut map, "path", "path_base64", entry.path.as_os_str())?;
        map.serialize_entry("name", &entry.name)?;
        map.serialize_entry("generic_name", &entry.generic_name)?;
        map.serialize_entry("comment", &entry.comment)?;
        map.serialize_entry("keywords", &entry.keywords)?;
        map.serialize_entry("categories", &entry.categories)?;
        map.serialize_entry("exec", &entry.exec)?;
        map.serialize_entry("icon", &entry.icon)?;
        map.serialize_entry("terminal", &entry.is_terminal)?;
        map.serialize_entry("no_display", &entry.is_no_display)?;
        map.serialize_entry("should_show", &entry.is_shown())?;
        map.serialize_entry("hidden_by", &entry.hidden_by.map(candela_shared::registry::HiddenBy::key))?;
        map.serialize_entry("actions", &Actions(entry))?;
        map.serialize_entry("mime_types", &entry.mime_types)?;
        map.serialize_entry("startup_wm_class", &entry.startup_wm_class)?;
        map.end()
    }
}

/// The actions of an entry by name, in the order of the file.
struct Actions<'a>(&'a Entry);

impl Serialize for Actions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.actions.iter().map(|action| (&action.id, &action.name)))
    }
}

/// A name of any bytes: lossy for display, and in base64 where it is not UTF-8.
fn name_and_bytes<M: SerializeMap>(map: &mut M, key: &str, bytes_key: &str, name: &OsStr) -> Result<(), M::Error> {
    map.serialize_entry(key, &name.to_string_lossy())?;
    match name.to_str() {
        Some(_) => Ok(()),
        None => map.serialize_entry(bytes_key, &BASE64_STANDARD.encode(name.as_bytes())),
    }
}

/// A hit as `search` shows it.
#[derive(Serialize)]
pub struct Found {
    kind: &'static str,
    id: String,
    name: String,
    score: u32,
}

impl Found {
    /// Takes from an item what is shown of it; an action's ID is its application's, a colon and its own. `None` for what no
    /// query finds.
    pub fn new(catalogue: &Catalogue, item: &Item) -> Option<Self> {
        match item {
            Item::Finding(Finding { sort, id, name, score, .. }) => {
                Some(Self { kind: sort.word(), id: id.clone(), name: name.clone(), score: *score })
            }
            Item::Hit(hit) => {
                let entry = catalogue.entry(hit.entry);
                let (kind, name) = match hit.kind {
                    Kind::Application => ("application", entry.display_name()),
                    Kind::Action(at) => ("action", &*entry.actions[at].name),
                };
                Some(Self { kind, id: catalogue.id(hit.entry, hit.kind), name: name.to_owned(), score: hit.score })
            }
            Item::Category(_) | Item::Hidden | Item::Settings => None,
        }
    }
}

/// Prints entries, a line each: ID, a tab, the name.
pub fn entries(entries: &[&Entry]) -> ExitCode {
    lines(entries.iter().map(|entry| format!("{}\t{}", entry.id, single_line(entry.display_name()))))
}

/// Prints hits, a line each: kind, ID and name, tabs between.
pub fn found(found: &[Found]) -> ExitCode {
    lines(found.iter().map(|hit| format!("{}\t{}\t{}", hit.kind, hit.id, single_line(&hit.name))))
}

/// Prints commands, a JSON array of arguments a line; arguments that are not UTF-8 are shown lossily.
pub fn commands(launches: &[Launch]) -> ExitCode {
    lines(launches.iter().map(|launch| {
        let arguments: Vec<_> = launch.arguments.iter().map(|argument| argument.to_string_lossy()).collect();
        serde_json::to_string(&arguments).unwrap_or_default()
    }))
}

/// Prints why an entry is as it is: a line for each copy, the winner first, and below it each line that was mended.
pub fn explanation(words: &Words, explanation: &Explanation) -> ExitCode {
    let name = explanation.name.as_deref().unwrap_or_default();
    let head = format!("{}\t{}", explanation.id, single_line(name));
    lines([head].into_iter().chain(explanation.copies.iter().flat_map(|copy| of_copy(words, copy))))
}

fn of_copy(words: &Words, copy: &Copy) -> Vec<String> {
    let state = match (&copy.masked_by, &copy.error, copy.hidden_by) {
        (Some(winner), _, _) => tr!(words, "launcher-explain-masked", path = single_line(&winner.path)),
        (None, Some(error), _) => tr!(words, "launcher-explain-broken", detail = single_line(error)),
        (None, None, Some(rule)) => tr!(words, "launcher-explain-hidden", rule = rule),
        (None, None, None) => tr!(words, "launcher-explain-shown"),
    };
    let mended = copy
        .mended
        .iter()
        .map(|mended| format!("\t{}", tr!(words, "launcher-explain-mended", line = mended.line, rule = mended.rule)));
    [format!("{}\t{state}", single_line(&copy.path.path))].into_iter().chain(mended).collect()
}

/// Prints one JSON document.
pub fn json(value: &impl Serialize) -> ExitCode {
    match serde_json::to_string_pretty(value) {
        Ok(text) => line(&text),
        Err(_) => ExitCode::FAILURE,
    }
}

/// Prints one line, or several.
pub fn line(text: &str) -> ExitCode {
    lines([text])
}

/// Prints lines; a reader that has gone (`| head`) ends it quietly.
fn lines<T: AsRef<str>>(lines: impl IntoIterator<Item = T>) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = lines.into_iter().try_for_each(|line| writeln!(out, "{}", line.as_ref())).and_then(|()| out.flush());
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
