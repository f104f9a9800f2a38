//! What the command line prints.

use candela_shared::registry::exec::Launch;

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// Prints commands, a JSON array of arguments a line; arguments that are not UTF-8 are shown lossily.
pub fn commands(launches: &[Launch]) -> ExitCode {
    lines(launches.iter().map(|launch| {
        let arguments: Vec<_> = launch.arguments.iter().map(|argument| argument.to_string_lossy()).collect();
        serde_json::to_string(&arguments).unwrap_or_default()
    }))
}

/// Prints one line, or several.
pub fn line(text: &str) -> ExitCode {
    lines([text])
}

/// Prints lines; a reader that has gone (`| head`) ends it quietly.
pub fn lines(lines: impl IntoIterator<Item = impl Display>) -> ExitCode {
    let mut out = io::stdout().lock();
    let printed = lines.into_iter().try_for_each(|line| writeln!(out, "{line}")).and_then(|()| out.flush());
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}
