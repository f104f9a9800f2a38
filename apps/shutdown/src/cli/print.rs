//! What the command line prints: lines for people, JSON for programs.

use candela_shutdown_core::Report;
use candela_shutdown_core::decide::status;
use candela_shutdown_core::report::Document;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Prints a line.
pub fn line(text: &str) -> ExitCode {
    written(writeln!(io::stdout(), "{text}"))
}

/// Prints a line each.
pub fn lines<'a>(texts: impl IntoIterator<Item = &'a str>) -> ExitCode {
    let mut out = io::stdout().lock();
    written(texts.into_iter().try_for_each(|text| writeln!(out, "{text}")))
}

/// Prints what waits as one JSON document.
pub fn json(report: &Report) -> ExitCode {
    let printed = serde_json::to_string_pretty(&Document::from(report)).map_err(io::Error::from);
    written(printed.and_then(|text| writeln!(io::stdout(), "{text}")))
}

/// Prints commands, a JSON array of arguments a line.
pub fn commands(commands: &[Vec<OsString>]) -> ExitCode {
    let mut out = io::stdout().lock();
    written(commands.iter().try_for_each(|command| {
        let words: Vec<_> = command.iter().map(|word| word.to_string_lossy()).collect();
        writeln!(out, "{}", serde_json::to_string(&words)?)
    }))
}

/// A reader that has gone heard enough.
fn written(outcome: io::Result<()>) -> ExitCode {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(status::FAILED),
        Ok(()) | Err(_) => ExitCode::SUCCESS,
    }
}
