//! `trash PATH ...`, `trash-list`, `restore ID ...` and `empty-trash`.

use super::operate::{Reports, operate, with_engine};
use super::output::{self, name_entry};
use super::{Stop, common, single};
use crate::notice::shown;

use candela_files_core::operation::{Control, Operation, Slot};
use candela_files_core::system::file_system::Stat;
use candela_files_core::system::{resolve, trash};
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
pub fn list(_words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let mut is_json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => is_json = true,
            other => return Err(common(other)),
        }
    }
    let trashed = trashed();
    if is_json {
        return Ok(output::json(&trashed.iter().map(|(slot, stat)| Row { slot, stat }).collect::<Vec<_>>()));
    }
    let line = |slot: &Slot| format!("{}\t{}\t", slot.deleted, id(slot));
    Ok(output::names(trashed.iter().map(|(slot, _)| (line(slot), slot.original.as_os_str()))))
}

/// Moves files from the trash to where they were.
pub fn restore(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let mut ids = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) => ids.push(value),
            other => return Err(common(other)),
        }
    }
    if ids.is_empty() {
        return Err(Usage::MissingArgument { command: "restore", argument: "ID" }.into());
    }
    let trashed = trashed();
    let (mut slots, mut unknown) = (Vec::new(), Vec::new());
    for wanted in ids {
        match find(&trashed, &wanted) {
            Some(slot) => slots.push(slot.clone()),
            None => unknown.push(tr!(words, "files-error-not-in-trash", id = shown(Path::new(&wanted)))),
        }
    }
    let status =
        if slots.is_empty() { ExitCode::SUCCESS } else { operate(words, Operation::Restore(slots), Reports::None) };
    if unknown.is_empty() { Ok(status) } else { Err(Stop::Failed(unknown.join("\n"))) }
}

/// Removes everything in the trash forever.
pub fn empty(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    if let Some(argument) = parser.next()? {
        return Err(common(argument));
    }
    let slots = trashed().into_iter().map(|(slot, _)| slot).collect();
    Ok(operate(words, Operation::Empty(slots), Reports::None))
}

fn trashed() -> Vec<(Slot, Stat)> {
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
