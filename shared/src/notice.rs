//! Why an application does not start, in the user's words, for every program that starts some.

use crate::display_name::{display_bytes, single_line};
use crate::i18n::Words;
use crate::registry::launch::{self, End};
use crate::registry::{exec, start};
use crate::tr;

use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;

/// The last words of a program that are shown, in characters; all of them belong in a log, not in a window.
const WORDS_SHOWN: usize = 300;

/// Why an application is not running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Its desktop entry gives no command.
    Entry(exec::Error),
    /// Its command was not started.
    Start(launch::Error),
    /// It was started and ended at once.
    Ended(End),
}

impl From<exec::Error> for Failure {
    fn from(error: exec::Error) -> Self {
        Self::Entry(error)
    }
}

impl From<launch::Error> for Failure {
    fn from(error: launch::Error) -> Self {
        Self::Start(error)
    }
}

impl From<start::Error> for Failure {
    fn from(error: start::Error) -> Self {
        match error {
            start::Error::Entry(error) => Self::Entry(error),
            start::Error::Launch(error) => Self::Start(error),
        }
    }
}

impl From<End> for Failure {
    fn from(end: End) -> Self {
        Self::Ended(end)
    }
}

/// Says why.
pub fn reason(words: &Words, failure: &Failure) -> String {
    match failure {
        Failure::Entry(error) => of_entry(words, error),
        Failure::Start(error) => of_start(words, error),
        Failure::Ended(end) => of_end(words, end),
    }
}

fn of_entry(words: &Words, error: &exec::Error) -> String {
    match error {
        exec::Error::NotAnApplication => tr!(words, "shared-start-no-application"),
        exec::Error::NoCommand => tr!(words, "shared-start-no-command"),
        exec::Error::UnknownAction(action) => tr!(words, "shared-start-no-action", action = single_line(action)),
        exec::Error::NotInstalled(program) => tr!(words, "shared-start-missing", program = single_line(program)),
        exec::Error::UnmatchedQuote => tr!(words, "shared-start-quote"),
        exec::Error::FieldCode(code) => tr!(words, "shared-start-field-code", code = single_line(code)),
        exec::Error::Program(program) => missing(words, program),
        exec::Error::RemoteTarget(target) => tr!(words, "shared-start-remote", target = single_line(target)),
        exec::Error::NoTerminal => tr!(words, "shared-start-no-terminal"),
    }
}

fn of_start(words: &Words, error: &launch::Error) -> String {
    match error {
        launch::Error::Nothing => tr!(words, "shared-start-no-command"),
        launch::Error::MissingProgram(program) => missing(words, program),
        launch::Error::MissingFolder(folder) => {
            tr!(words, "shared-start-directory", directory = shown(folder.as_os_str()))
        }
        launch::Error::Refused { program, kind: io::ErrorKind::PermissionDenied } => {
            tr!(words, "shared-start-permission", program = shown(program))
        }
        launch::Error::Refused { program, kind } => {
            tr!(words, "shared-start-system", program = shown(program), detail = kind.to_string())
        }
    }
}

fn of_end(words: &Words, end: &End) -> String {
    let said = String::from_utf8_lossy(&end.words);
    let last: Vec<char> = single_line(said.trim()).chars().rev().take(WORDS_SHOWN).collect();
    let last: String = last.into_iter().rev().collect();
    match (last.is_empty(), end.code, end.signal) {
        (false, _, _) => tr!(words, "shared-start-exited", words = last),
        (true, Some(status), _) => tr!(words, "shared-start-exited-silently", status = status),
        (true, None, signal) => tr!(words, "shared-start-killed", signal = signal.unwrap_or(0)),
    }
}

fn missing(words: &Words, program: &OsStr) -> String {
    tr!(words, "shared-start-missing", program = shown(program))
}

fn shown(name: &OsStr) -> String {
    display_bytes(name.as_bytes()).into_owned()
}
