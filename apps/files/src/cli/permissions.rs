//! `permissions MODE PATH ... [--folders MODE] [--recursive]`.

use super::operate::{Reports, operate};
use super::{Stop, common};

use candela_files_core::operation::permissions::{Permissions, parse as permissions};
use candela_files_core::operation::{Depth, Operation};
use candela_files_core::system::resolve;
use candela_shared::i18n::Words;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

/// Changes permissions.
pub fn run(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    Ok(operate(words, parse(parser)?, Reports::None))
}

fn parse(mut parser: Parser) -> Result<Operation, Stop> {
    let (mut values, mut folders, mut depth) = (Vec::<OsString>::new(), None, Depth::Itself);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("folders") => folders = Some(mode("--folders", &parser.value()?)?.folders),
            Long("recursive") => depth = Depth::AllBelow,
            Value(value) => values.push(value),
            other => return Err(common(other)),
        }
    }
    let missing = |argument| Usage::MissingArgument { command: "permissions", argument };
    let (first, paths) = values.split_first().ok_or(missing("MODE"))?;
    if paths.is_empty() {
        return Err(missing("PATH").into());
    }
    let change = mode("MODE", first)?;
    let change = Permissions { folders: folders.unwrap_or(change.folders), ..change };
    Ok(Operation::Permissions { paths: paths.iter().map(|path| resolve(Path::new(path))).collect(), change, depth })
}

fn mode(option: &str, value: &OsStr) -> Result<Permissions, Usage> {
    let value = value.to_string_lossy();
    permissions(&value).ok_or_else(|| Usage::BadValue { option: option.to_owned(), value: value.into_owned() })
}
