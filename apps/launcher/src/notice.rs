//! Errors become words here, and only here: what happened, and why.

use candela_launcher_core::system::history;
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::notice;
use candela_shared::tr;
use candela_ui::settings;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

pub use candela_shared::notice::Failure;

/// A failure to be shown until it is dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something was not started.
    Start {
        /// Its name.
        name: String,
        /// Why it is not running.
        failure: Failure,
    },
    /// What is started cannot be remembered.
    History(history::Error),
}

impl Notice {
    /// What happened.
    pub fn title(&self, words: &Words) -> String {
        match self {
            Self::Start { name, .. } => tr!(words, "launcher-failed-title", name = single_line(name)),
            Self::History(_) => tr!(words, "launcher-history-title"),
        }
    }

    /// Why.
    pub fn detail(&self, words: &Words) -> String {
        match self {
            Self::Start { failure, .. } => notice::reason(words, failure),
            Self::History(error) => history(words, error),
        }
    }
}

fn history(words: &Words, error: &history::Error) -> String {
    match error {
        history::Error::NoFolder => tr!(words, "launcher-history-nowhere"),
        history::Error::Read { path, kind } | history::Error::Write { path, kind } => {
            tr!(words, "launcher-history-detail", file = shown(path.as_os_str()), detail = kind.to_string())
        }
    }
}

/// Says in one line that an application cannot be started, and why.
pub fn cannot_start(words: &Words, id: &str, failure: &Failure) -> String {
    let detail = notice::reason(words, failure);
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

fn shown(name: &OsStr) -> String {
    display_bytes(name.as_bytes()).into_owned()
}
