//! `compress SRC ... ARCHIVE` and `extract ARCHIVE [DEST]`.

use super::make::exactly;
use super::operate::{Reports, operate};
use super::{Stop, common};

use candela_files_core::operation::{Format, Operation};
use candela_files_core::system::{is_folder, resolve};
use candela_shared::i18n::Words;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Packs files into an archive of the kind that its name says.
pub fn compress(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let (mut paths, reports) = parse(parser)?;
    let to = paths.pop().ok_or(Usage::MissingArgument { command: "compress", argument: "SRC" })?;
    if paths.is_empty() {
        return Err(Usage::MissingArgument { command: "compress", argument: "ARCHIVE" }.into());
    }
    let to = resolve(Path::new(&to));
    let kind = kind(&to).map(|(format, _)| format).filter(|format| format.can_create()).ok_or_else(|| unknown(&to))?;
    let sources = paths.iter().map(|path| resolve(Path::new(path))).collect();
    Ok(operate(words, Operation::Compress { sources, to, format: kind }, reports))
}

/// Extracts an archive into a new folder in DEST, or into DEST where there is no such folder.
pub fn extract(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let (mut paths, reports) = parse(parser)?;
    if paths.len() == 1 {
        paths.push(".".into());
    }
    let [archive, to] = exactly(paths, "extract", ["ARCHIVE", "DEST"])?;
    let archive = resolve(Path::new(&archive));
    let (format, stem) = kind(&archive).ok_or_else(|| unknown(&archive))?;
    let to = match Path::new(&to) {
        to if is_folder(to) => to.canonicalize().unwrap_or_else(|_| resolve(to)).join(stem),
        to => resolve(to),
    };
    Ok(operate(words, Operation::Extract { archive: archive.clone(), to, format }, reports))
}

fn kind(path: &Path) -> Option<(Format, PathBuf)> {
    Format::of_name(path.file_name()?).map(|(format, stem)| (format, stem.into()))
}

fn unknown(path: &Path) -> Stop {
    Usage::BadValue { option: "ARCHIVE".to_owned(), value: path.to_string_lossy().into_owned() }.into()
}

fn parse(mut parser: Parser) -> Result<(Vec<OsString>, Reports), Stop> {
    let (mut paths, mut reports) = (Vec::new(), Reports::None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("progress") => reports = Reports::Progress,
            Value(value) => paths.push(value),
            other => return Err(common(other)),
        }
    }
    Ok((paths, reports))
}
