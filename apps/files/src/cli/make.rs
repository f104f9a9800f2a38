//! `make-folder PATH`, `make-file PATH [--template FILE]` and `make-link TARGET PATH`.

use super::operate::{Reports, operate};
use super::single::values;
use super::{Stop, common};

use candela_files_core::operation::{Content, Item, Operation};
use candela_files_core::system::resolve;
use candela_shared::i18n::Words;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Makes a folder.
pub fn folder(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let [path] = exactly(values(parser)?, "make-folder", ["PATH"])?;
    Ok(operate(words, made(&path, Content::Folder), Reports::None))
}

/// Makes an empty file, or one like a template.
pub fn file(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let (mut paths, mut content) = (Vec::new(), Content::File(Vec::new()));
    while let Some(argument) = parser.next()? {
        match argument {
            Long("template") => content = Content::Template(resolve(Path::new(&parser.value()?))),
            Value(value) => paths.push(value),
            other => return Err(common(other)),
        }
    }
    let [path] = exactly(paths, "make-file", ["PATH"])?;
    Ok(operate(words, made(&path, content), Reports::None))
}

/// Makes a symbolic link that says TARGET, to the byte.
pub fn link(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let [target, path] = exactly(values(parser)?, "make-link", ["TARGET", "PATH"])?;
    let item = Item { from: PathBuf::from(target), to: resolve(Path::new(&path)) };
    Ok(operate(words, Operation::Link(vec![item]), Reports::None))
}

fn made(path: &OsString, content: Content) -> Operation {
    Operation::Make { path: resolve(Path::new(path)), content }
}

/// So many values and no other number of them.
pub fn exactly<const N: usize>(
    values: Vec<OsString>,
    command: &'static str,
    names: [&'static str; N],
) -> Result<[OsString; N], Stop> {
    values.try_into().map_err(|values: Vec<OsString>| match values.get(N) {
        Some(extra) => Usage::Unexpected(extra.to_string_lossy().into_owned()).into(),
        None => Usage::MissingArgument { command, argument: names[values.len()] }.into(),
    })
}
