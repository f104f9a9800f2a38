//! `trash PATH ...`, `trash-list`, `restore ID ...` and `empty-trash`.

use super::operate::{Reports, operate, with_engine};
use super::output::{self, name_entry};
use super::{FAILED, Stop, common, single, transfer};
use crate::notice::operation::reason;
use crate::notice::shown;

use candela_files_core::operation::{Conflict, Control, Failure, Operation, Slot};
use candela_files_core::system::file_system::Stat;
use candela_files_core::system::resolve;
use candela_files_core::system::trash::{self, Trashed};
use candela_files_core::trash::encode;
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Moves files into the trash.
pub fn trash(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    Ok(operate(words, Operation::Trash(single::paths(parser, "trash")?), Reports::None))
}

/// Lists what lies in the trash.
pub fn list(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let mut is_json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => is_json = true,
            other => return Err(common(other)),
        }
    }
    let Trashed { slots, failed } = trashed();
    let line = |slot: &Slot| format!("{}\t{}\t", slot.deleted, id(slot));
    let status = match is_json {
        true => output::json(&slots.iter().map(|(slot, stat)| Row { slot, stat }).collect::<Vec<_>>()),
        false => output::names(slots.iter().map(|(slot, _)| (line(slot), slot.original.as_os_str()))),
    };
    tell_unread(words, &failed, status)
}

/// Moves files from the trash to where they were.
pub fn restore(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let (mut ids, mut conflict) = (Vec::new(), Conflict::default());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("conflict") => conflict = transfer::conflict(&parser.value()?.to_string_lossy())?,
            Value(value) => ids.push(value),
            other => return Err(common(other)),
        }
    }
    if ids.is_empty() {
        return Err(Usage::MissingArgument { command: "restore", argument: "ID" }.into());
    }
    let Trashed { slots: trashed, failed } = trashed();
    let (mut slots, mut unknown) = (Vec::new(), Vec::new());
    for wanted in ids {
        match find(&trashed, &wanted) {
            Some(slot) => slots.push(slot.clone()),
            None => unknown.push(tr!(words, "files-error-not-in-trash", id = shown(Path::new(&wanted)))),
        }
    }
    let status = match slots.is_empty() {
        true => ExitCode::SUCCESS,
        false => operate(words, Operation::Restore { slots, conflict }, Reports::None),
    };
    match unknown.is_empty() {
        true => Ok(status),
        // It may be what could not be looked at.
        false => tell_unread(words, &failed, output::fail(&unknown.join("\n"), FAILED)),
    }
}

/// Removes everything in the trash forever.
pub fn empty(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    if let Some(argument) = parser.next()? {
        return Err(common(argument));
    }
    let Trashed { slots, failed } = trashed();
    let slots = slots.into_iter().map(|(slot, _)| slot).collect();
    let status = operate(words, Operation::Empty(slots), Reports::None);
    tell_unread(words, &failed, status)
}

/// What could not be looked at may lie in the trash too.
fn tell_unread(words: &Words, failed: &[Failure], status: ExitCode) -> Result<ExitCode, Stop> {
    if failed.is_empty() {
        return Ok(status);
    }
    let line = |failure: &Failure| {
        tr!(words, "files-error-read", path = shown(&failure.path), reason = reason(words, failure.reason))
    };
    Err(Stop::Failed(failed.iter().map(line).collect::<Vec<_>>().join("\n")))
}

fn trashed() -> Trashed {
    with_engine(&Arc::new(Control::default()), |engine| trash::list(engine.system, engine.context))
}

/// By its ID, or by the path it had; of several that had it, the one that was trashed last.
fn find<'a>(trashed: &'a [(Slot, Stat)], wanted: &OsString) -> Option<&'a Slot> {
    let by_id = trashed.iter().find(|(slot, _)| id(slot).as_str() == wanted);
    let by_path = || trashed.iter().find(|(slot, _)| slot.original == resolve(Path::new(wanted)));
    by_id.or_else(by_path).map(|(slot, _)| slot)
}

/// What a file in the trash is called on the command line: its path there, percent-encoded.
fn id(slot: &Slot) -> String {
    encode(&slot.file())
}

struct Row<'a> {
    slot: &'a Slot,
    stat: &'a Stat,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &id(self.slot))?;
        name_entry(&mut map, "name", self.slot.original.file_name().unwrap_or_default())?;
        name_entry(&mut map, "path", self.slot.original.as_os_str())?;
        map.serialize_entry("deleted", &self.slot.deleted)?;
        map.serialize_entry("kind", &self.stat.kind.word())?;
        map.serialize_entry("size", &self.stat.size)?;
        map.end()
    }
}
