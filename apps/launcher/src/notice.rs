//! Errors become words here, and only here: what happened, and why.

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
        notice::reason(words, &self.failure)
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
