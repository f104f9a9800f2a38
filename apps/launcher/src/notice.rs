//! Errors become words here, and only here: what happened, and why.

use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::registry::launch::End;
use candela_shared::registry::{exec, launch};
use candela_shared::tr;
use candela_ui::settings;

use std::ffi::{OsStr, OsString};
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

impl From<End> for Failure {
    fn from(end: End) -> Self {
        Self::Ended(end)
    }
}

/// A failure to be shown until it is dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The name of the application.
    pub name: String,
    /// Why it is not running.
    pub failure: Failure,
}

impl Notice {
    /// What happened.
    pub fn title(&self, words: &Words) -> String {
        tr!(words, "launcher-failed-title", name = single_line(&self.name))
    }

    /// Why.
    pub fn detail(&self, words: &Words) -> String {
        reason(words, &self.failure)
    }
}

/// Says in one line that an application cannot be started, and why.
pub fn cannot_start(words: &Words, id: &str, failure: &Failure) -> String {
    let detail = reason(words, failure);
    tr!(words, "launcher-error-start", id = single_line(id), detail = detail)
}

/// Says what is wrong with the settings of the look, which count as far as they are right.
pub fn settings(words: &Words, error: &settings::Error) -> String {
    match error {
        settings::Error::Read { path, kind } => {
            tr!(words, "shared-look-unreadable", file = shown(path.as_os_str()), detail = kind.to_string())
        }
        settings::Error::Syntax { line, message } => {
            tr!(words, "shared-look-line", line = *line, detail = single_line(message))
        }
        settings::Error::Value { key, value } => {
            tr!(words, "shared-look-value", key = *key, value = single_line(value))
        }
    }
}

/// Says why.
fn reason(words: &Words, failure: &Failure) -> String {
    match failure {
        Failure::Entry(error) => of_entry(words, error),
        Failure::Start(error) => of_start(words, error),
        Failure::Ended(end) => of_end(words, end),
    }
}

fn of_entry(words: &Words, error: &exec::Error) -> String {
    match error {
        exec::Error::NotAnApplication => tr!(words, "launcher-failed-no-application"),
        exec::Error::NoCommand => tr!(words, "launcher-failed-no-command"),
        exec::Error::UnknownAction(action) => {
            tr!(words, "launcher-failed-no-action", action = single_line(action))
        }
        exec::Error::NotInstalled(program) => tr!(words, "launcher-failed-missing", program = single_line(program)),
        exec::Error::UnmatchedQuote => tr!(words, "launcher-failed-quote"),
        exec::Error::FieldCode(code) => tr!(words, "launcher-failed-field-code", code = single_line(code)),
        exec::Error::Program(program) => missing(words, program),
        exec::Error::RemoteTarget(target) => tr!(words, "launcher-failed-remote", target = single_line(target)),
        exec::Error::NoTerminal => tr!(words, "launcher-failed-no-terminal"),
    }
}

fn of_start(words: &Words, error: &launch::Error) -> String {
    match error {
        launch::Error::Nothing => tr!(words, "launcher-failed-no-command"),
        launch::Error::MissingProgram(program) => missing(words, program),
        launch::Error::MissingFolder(folder) => {
            tr!(words, "launcher-failed-directory", directory = shown(folder.as_os_str()))
        }
        launch::Error::Refused { program, kind: io::ErrorKind::PermissionDenied } => {
            tr!(words, "launcher-failed-permission", program = shown(program))
        }
        launch::Error::Refused { program, kind } => {
            tr!(words, "launcher-failed-system", program = shown(program), detail = kind.to_string())
        }
    }
}

fn of_end(words: &Words, end: &End) -> String {
    let said = String::from_utf8_lossy(&end.words);
    let last: Vec<char> = single_line(said.trim()).chars().rev().take(WORDS_SHOWN).collect();
    let last: String = last.into_iter().rev().collect();
    match (last.is_empty(), end.code, end.signal) {
        (false, _, _) => tr!(words, "launcher-failed-exited", words = last),
        (true, Some(status), _) => tr!(words, "launcher-failed-exited-silently", status = status),
        (true, None, signal) => tr!(words, "launcher-failed-killed", signal = signal.unwrap_or(0)),
    }
}

fn missing(words: &Words, program: &OsString) -> String {
    tr!(words, "launcher-failed-missing", program = shown(program))
}

fn shown(name: &OsStr) -> String {
    display_bytes(name.as_bytes()).into_owned()
}
