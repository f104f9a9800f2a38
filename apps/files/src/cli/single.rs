//! `delete PATH ...`, `rename PATH NEW-NAME` and `make-folder PATH`.

use super::operate::{Reports, operate};
use super::{Stop, common};

use candela_files_core::operation::{Content, Item, Operation};
use candela_files_core::system::resolve;
use candela_shared::i18n::Words;
use candela_shared::usage::Usage;

use lexopt::Arg::Value;
use lexopt::Parser;

use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Removes files forever.
pub fn delete(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    Ok(operate(words, Operation::Delete(paths(parser, "delete")?), Reports::None))
}

/// Gives a file another name in the same folder.
pub fn rename(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let [path, name] = values(parser)?.try_into().map_err(|values: Vec<OsString>| match values.get(2) {
        Some(extra) => Usage::Unexpected(extra.to_string_lossy().into_owned()),
        None => Usage::MissingArgument { command: "rename", argument: ["PATH", "NEW-NAME"][values.len()] },
    })?;
    let is_name = !name.is_empty() && name != "." && name != ".." && !name.as_bytes().contains(&b'/');
    if !is_name {
        let (option, value) = ("NEW-NAME".to_owned(), name.to_string_lossy().into_owned());
        return Err(Usage::BadValue { option, value }.into());
    }
    let from = resolve(Path::new(&path));
    let to = from.with_file_name(name);
    Ok(operate(words, Operation::Rename(vec![Item { from, to }]), Reports::None))
}

/// Makes a folder.
pub fn make_folder(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let mut values = values(parser)?.into_iter();
    let path = values.next().ok_or(Usage::MissingArgument { command: "make-folder", argument: "PATH" })?;
    if let Some(extra) = values.next() {
        return Err(Usage::Unexpected(extra.to_string_lossy().into_owned()).into());
    }
    let path = resolve(Path::new(&path));
    Ok(operate(words, Operation::Make { path, content: Content::Folder }, Reports::None))
}

/// The paths that a command takes, at least one.
pub fn paths(parser: Parser, command: &'static str) -> Result<Vec<PathBuf>, Stop> {
    let values = values(parser)?;
    if values.is_empty() {
        return Err(Usage::MissingArgument { command, argument: "PATH" }.into());
    }
    Ok(values.iter().map(|value| resolve(Path::new(value))).collect())
}

fn values(mut parser: Parser) -> Result<Vec<OsString>, Stop> {
    let mut values = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) => values.push(value),
            other => return Err(common(other)),
        }
    }
    Ok(values)
}
