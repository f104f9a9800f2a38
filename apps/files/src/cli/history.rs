//! `undo`, `redo`, `history` and `recover`: what was done by any instance, and what was interrupted.

use super::operate::{finish, stopped, with_engine};
use super::output::{self, name_entry};
use super::{FAILED, Stop, common};
use crate::notice::operation::{Verb, damaged};
use crate::notice::shown;

use candela_files_core::journal::Ending;
use candela_files_core::operation::{Control, Operation, Outcome, Reason};
use candela_files_core::system::journal::{Found, Shelf};
use candela_files_core::system::run::{Engine, Recovery};
use candela_shared::i18n::Words;
use candela_shared::tr;

use lexopt::Arg::Long;
use lexopt::Parser;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Takes back what was done last.
pub fn undo(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    nothing_more(parser)?;
    let undone = engine(|engine| engine.undo()).map_err(|reason| stopped(words, reason))?;
    undone.map_or_else(
        || Err(Stop::Failed(tr!(words, "files-nothing-to-undo"))),
        |outcome| Ok(finish(words, Verb::Undo, &outcome)),
    )
}

/// Does again what was undone last.
pub fn redo(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    nothing_more(parser)?;
    let redone = engine(|engine| engine.redo()).map_err(|reason| stopped(words, reason))?;
    redone.map_or_else(
        || Err(Stop::Failed(tr!(words, "files-nothing-to-redo"))),
        |outcome| Ok(finish(words, Verb::Redo, &outcome)),
    )
}

/// Lists the operations, newest first.
pub fn list(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let mut is_json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => is_json = true,
            other => return Err(common(other)),
        }
    }
    let shelf = engine(|engine| engine.journals()).map_err(|reason| stopped(words, reason))?;
    let status = print(&shelf.journals, is_json);
    tell_damaged(words, &shelf, status)
}

/// Lists what was interrupted, or ends it in one of two ways.
pub fn recover(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let (mut is_json, mut how) = (false, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => is_json = true,
            Long("list") => how = None,
            Long("resume") => how = Some(Recovery::Resume),
            Long("roll-back") => how = Some(Recovery::RollBack),
            other => return Err(common(other)),
        }
    }
    let (mut shelf, aside) = engine(|engine| {
        let shelf = engine.journals()?;
        let aside = engine.set_aside(&shelf)?;
        Ok((shelf, aside))
    })
    .map_err(|reason| stopped(words, reason))?;
    shelf.damaged = aside;
    let interrupted = shelf.journals.iter().filter(|found| !found.story.is_finished && !found.is_running);
    let interrupted: Vec<Found> = interrupted.cloned().collect();
    let status = match how {
        None => print(&interrupted, is_json),
        Some(how) => end_all(words, &interrupted, how, is_json),
    };
    tell_damaged(words, &shelf, status)
}

/// Ends each, the newest first: what was done later may stand on what was done before.
fn end_all(words: &Words, interrupted: &[Found], how: Recovery, is_json: bool) -> ExitCode {
    let mut all = Outcome::default();
    for found in interrupted {
        match engine(|engine| engine.recover(found, how)) {
            Ok(outcome) => {
                all.failed.extend(outcome.failed);
                all.lost.extend(outcome.lost);
            }
            Err(reason) => all.fail(&found.path, reason),
        }
    }
    if is_json {
        let _ = print(interrupted, true);
    }
    finish(words, Verb::Recover, &all)
}

fn engine<T>(run: impl FnOnce(Engine<'_>) -> Result<T, Reason>) -> Result<T, Reason> {
    with_engine(&Arc::new(Control::default()), run)
}

fn nothing_more(mut parser: Parser) -> Result<(), Stop> {
    parser.next()?.map_or(Ok(()), |argument| Err(common(argument)))
}

fn tell_damaged(words: &Words, shelf: &Shelf, status: ExitCode) -> Result<ExitCode, Stop> {
    if shelf.damaged.is_empty() {
        return Ok(status);
    }
    let lines: Vec<_> = shelf.damaged.iter().map(|(path, damage)| damaged(words, path, *damage)).collect();
    Ok(output::fail(&lines.join("\n"), FAILED))
}

fn print(journals: &[Found], is_json: bool) -> ExitCode {
    if is_json {
        return output::json(&journals.iter().map(Row).collect::<Vec<_>>());
    }
    let lines = journals.iter().map(|found| {
        let verb = Verb::of(&found.story.operation).word();
        let paths = paths(&found.story.operation);
        let first = paths.first().map(|path| shown(path)).unwrap_or_default();
        let more = if paths.len() > 1 { format!(" +{}", paths.len() - 1) } else { String::new() };
        format!("{}\t{}\t{verb}\t{first}{more}", found.id, counted(found))
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { ExitCode::SUCCESS } else { output::line(&lines.join("\n")) }
}

fn state(found: &Found) -> &'static str {
    match found.story.ending() {
        _ if found.is_running => "running",
        None => "interrupted",
        Some(Ending::Done) => "done",
        Some(Ending::Partial) => "partial",
        Some(Ending::Failed) => "failed",
        Some(Ending::Undone) => "undone",
    }
}

/// The state, and how much was done where that is not all.
fn counted(found: &Found) -> String {
    let (made, failed) = (found.story.made() as u64, found.story.failed);
    match found.story.ending() {
        Some(Ending::Partial | Ending::Failed) if failed > 0 => format!("{} {made}/{}", state(found), made + failed),
        _ => state(found).to_owned(),
    }
}

/// What the user named.
fn paths(operation: &Operation) -> Vec<&Path> {
    match operation {
        Operation::Copy { items, .. } | Operation::Move { items, .. } | Operation::Rename(items) => {
            items.iter().map(|item| item.from.as_path()).collect()
        }
        Operation::Trash(paths) | Operation::Delete(paths) => paths.iter().map(AsRef::as_ref).collect(),
        Operation::Restore { slots, .. } | Operation::Empty(slots) => {
            slots.iter().map(|slot| slot.original.as_path()).collect()
        }
        Operation::Permissions { paths, .. } | Operation::Owner { paths, .. } => {
            paths.iter().map(AsRef::as_ref).collect()
        }
        Operation::Link(items) => items.iter().map(|item| item.to.as_path()).collect(),
        Operation::Compress { sources, .. } => sources.iter().map(AsRef::as_ref).collect(),
        Operation::Extract { archive, .. } => vec![archive],
        Operation::Make { path, .. } => vec![path],
    }
}

struct Row<'a>(&'a Found);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let found = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &found.id)?;
        map.serialize_entry("operation", Verb::of(&found.story.operation).word())?;
        map.serialize_entry("state", state(found))?;
        map.serialize_entry("started_ns", &found.story.at)?;
        map.serialize_entry("done", &found.story.made())?;
        map.serialize_entry("failed", &found.story.failed)?;
        map.serialize_entry("can_undo", &found.story.can_undo())?;
        map.serialize_entry("can_redo", &found.story.can_redo())?;
        let paths = paths(&found.story.operation);
        map.serialize_entry("paths", &paths.into_iter().map(Name).collect::<Vec<_>>())?;
        map.end()
    }
}

struct Name<'a>(&'a Path);

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        name_entry(&mut map, "path", self.0.as_os_str())?;
        map.end()
    }
}
