//! The processes that look into one file for the window, under limits, and know nothing else: one makes its thumbnail,
//! one tells what an archive holds, or how long sound and pictures last.

use super::Stop;
use crate::drawing;
use crate::task::describe::Description;

use candela_files_core::system::thumbnail;
use candela_files_core::thumbnail::Size;
use candela_shared::Directories;
use candela_shared::i18n::Words;
use candela_shared::usage::Usage;

use lexopt::Parser;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Exit status where what it takes is not installed: that says nothing of the file.
pub const UNABLE: u8 = 3;

/// Makes the thumbnail of a file.
pub fn make(_words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let missing = |argument| Usage::MissingArgument { command: crate::task::thumbnail::MAKE, argument };
    let size = parser.value().ok().and_then(|word| Size::of_folder(word.to_str()?)).ok_or(missing("SIZE"))?;
    let path = parser.value().map_err(|_| missing("PATH"))?;
    Ok(match run(&PathBuf::from(path), size) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::Unsupported => ExitCode::from(UNABLE),
        Err(_) => ExitCode::from(super::FAILED),
    })
}

/// Tells what lies in an archive, or what audio and video say of themselves, for [`Description`] to read.
pub fn describe(_words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let missing = Usage::MissingArgument { command: crate::task::describe::DESCRIBE, argument: "PATH" };
    let path = PathBuf::from(parser.value().map_err(|_| missing)?);
    let told = thumbnail::limit().ok().and_then(|()| Description::read(&path));
    let Some(told) = told else {
        return Ok(ExitCode::from(super::FAILED));
    };
    Ok(if io::stdout().write_all(&told.bytes()).is_ok() { ExitCode::SUCCESS } else { ExitCode::from(super::FAILED) })
}

fn run(path: &Path, size: Size) -> io::Result<()> {
    let cache = Directories::from_environment().cache_home.ok_or(io::ErrorKind::NotFound)?;
    let place = thumbnail::place(&cache, path, size).ok_or(io::ErrorKind::NotFound)?;
    thumbnail::limit()?;
    thumbnail::make(path, &place, |bytes| drawing::draw(path, bytes, size.side()))
}
