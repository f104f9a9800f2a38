//! `delete PATH ...` and `rename PATH NEW-NAME`.

use super::make::exactly;
use super::operate::{Reports, operate};
use super::{Stop, common};

use candela_files_core::operation::{Item, Operation};
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
    let [path, name] = exactly(values(parser)?, "rename", ["PATH", "NEW-NAME"])?;
    let is_name = !name.is_empty() && name != "." && name != ".." && !name.as_bytes().contains(&b'/');
    if !is_name {
        let (option, value) = ("NEW-NAME".to_owned(), name.to_string_lossy().into_owned());
        return Err(Usage::BadValue { option, value }.into());
    }
    let from = resolve(Path::new(&path));
    let to = from.with_file_name(name);
    Ok(operate(words, Operation::Rename(vec![Item { from, to }]), Reports::None))
}

/// The paths that a command takes, at least one.
pub fn paths(parser: Parser, command: &'static str) -> Result<Vec<PathBuf>, Stop> {
    let values = values(parser)?;
    if values.is_empty() {
        return Err(Usage::MissingArgument { command, argument: "PATH" }.into());
    }
    Ok(values.iter().map(|value| resolve(Path::new(value))).collect())
}

/// The values that a command takes, and nothing else.
pub fn values(mut parser: Parser) -> Result<Vec<OsString>, Stop> {
    let mut values = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) => values.push(value),
            other => return Err(common(other)),
        }
    }
    Ok(values)
}
