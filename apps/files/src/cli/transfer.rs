//! `copy SRC ... DEST` and `move SRC ... DEST`.

use super::operate::{Reports, operate};
use super::{Stop, common};

use candela_files_core::operation::{Conflict, Durability, Item, Operation, Options, Verify};
use candela_files_core::system::{is_folder, resolve};
use candela_shared::i18n::Words;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Request {
    items: Vec<Item>,
    options: Options,
    reports: Reports,
}

/// Copies.
pub fn copy(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let Request { items, options, reports } = parse(parser, "copy")?;
    Ok(operate(words, Operation::Copy { items, options }, reports))
}

/// Moves.
pub fn relocate(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let Request { items, options, reports } = parse(parser, "move")?;
    Ok(operate(words, Operation::Move { items, options }, reports))
}

fn parse(mut parser: Parser, command: &'static str) -> Result<Request, Stop> {
    let mut paths: Vec<OsString> = Vec::new();
    let (mut options, mut reports) = (Options::default(), Reports::None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("conflict") => options.conflict = conflict(&parser.value()?.to_string_lossy())?,
            Long("verify") => options.verify = Verify::Yes,
            Long("durable") => options.durability = Durability::Always,
            Long("progress") => reports = Reports::Progress,
            Value(value) => paths.push(value),
            other => return Err(common(other)),
        }
    }
    let target = paths.pop().ok_or(Usage::MissingArgument { command, argument: "SRC" })?;
    if paths.is_empty() {
        return Err(Usage::MissingArgument { command, argument: "DEST" }.into());
    }
    Ok(Request { items: items(&paths, &target), options, reports })
}

/// The answer that a word means.
pub fn conflict(word: &str) -> Result<Conflict, Usage> {
    match word {
        "fail" => Ok(Conflict::Fail),
        "skip" => Ok(Conflict::Skip),
        "replace" => Ok(Conflict::Replace),
        "keep-both" => Ok(Conflict::KeepBoth),
        "newer" => Ok(Conflict::Newer),
        "different" => Ok(Conflict::Different),
        other => Err(Usage::BadValue { option: "--conflict".to_owned(), value: other.to_owned() }),
    }
}

/// The target is a folder to put the sources in, or a new name for the only one.
fn items(sources: &[OsString], target: &OsString) -> Vec<Item> {
    let is_name = sources.len() == 1 && !is_folder(Path::new(target)) && !target.as_bytes().ends_with(b"/");
    let target = real_folder(Path::new(target));
    let item = |source: &OsString| {
        let from = resolve(Path::new(source));
        let to =
            if is_name { target.clone() } else { from.file_name().map_or(target.clone(), |name| target.join(name)) };
        Item { from, to }
    };
    sources.iter().map(item).collect()
}

/// A folder behind a symbolic link is meant where a folder is named.
fn real_folder(path: &Path) -> PathBuf {
    if is_folder(path) {
        resolve(&path.join(".")).canonicalize().unwrap_or_else(|_| resolve(path))
    } else {
        resolve(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_folder_or_the_new_name_of_one_source() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("folder")).unwrap();
        std::os::unix::fs::symlink("folder", root.join("link")).unwrap();
        let to = |sources: &[&str], target: &str| -> Vec<PathBuf> {
            let sources: Vec<OsString> = sources.iter().map(|name| root.join(name).into_os_string()).collect();
            items(&sources, &root.join(target).into_os_string()).into_iter().map(|item| item.to).collect()
        };
        assert_eq!(to(&["a"], "b"), [root.join("b")]);
        assert_eq!(to(&["a"], "folder"), [root.join("folder/a")]);
        assert_eq!(to(&["a"], "link"), [root.join("folder/a")], "by way of a link");
        assert_eq!(to(&["a"], "missing/"), [root.join("missing/a")]);
        assert_eq!(to(&["a", "b/"], "folder"), [root.join("folder/a"), root.join("folder/b")]);
        assert_eq!(to(&["a", "b"], "missing"), [root.join("missing/a"), root.join("missing/b")]);
        assert_eq!(to(&["a"], "folder/.."), [root.join("a")]);
    }
}
