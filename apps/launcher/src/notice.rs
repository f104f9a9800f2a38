//! Errors become words here, and only here: what happened, why, and the way out.

use candela_launcher_core::settings::Wrong;
use candela_launcher_core::system::{entry, history, settings as kept};
use candela_shared::display_name::{display_bytes, display_name};
use candela_shared::i18n::Words;
use candela_shared::notice;
use candela_shared::registry::overlay;
use candela_shared::tr;

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

pub use candela_shared::notice::Failure;

/// What can be started once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// The application of an ID.
    Application(String),
    /// A command.
    Command(Vec<OsString>),
}

/// Something to be told until it is dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something was not started.
    Start {
        /// Its name.
        name: String,
        /// How to try it in a terminal, where its words can be read.
        again: Option<Again>,
        /// Why it is not running.
        failure: Failure,
    },
    /// What is started cannot be remembered.
    History(history::Error),
    /// The settings are wrong; those before them count.
    Settings(kept::Error),
    /// What the user wanted of an application was not kept.
    Entry(entry::Error),
    /// An application was hidden.
    Hidden {
        /// Its ID.
        id: String,
        /// Its name.
        name: String,
    },
    /// A window is not there any more.
    Gone(String),
}

/// What a notice offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
    /// Try it in a terminal.
    Terminal(Again),
    /// Show the application of an ID again.
    Show(String),
    /// Edit the settings.
    EditSettings,
    /// Edit the file that is wrong.
    EditFile(PathBuf),
}

impl Notice {
    /// Whether something went wrong.
    pub const fn is_failure(&self) -> bool {
        !matches!(self, Self::Hidden { .. })
    }

    /// What happened.
    pub fn title(&self, words: &Words) -> String {
        match self {
            Self::Start { name, .. } => tr!(words, "launcher-failed-title", name = display_name(name)),
            Self::History(_) => tr!(words, "launcher-history-title"),
            Self::Settings(kept::Error::Write { .. } | kept::Error::NoFolder) => {
                tr!(words, "launcher-settings-not-kept")
            }
            Self::Settings(kept::Error::Read { .. } | kept::Error::Wrong(_)) => tr!(words, "launcher-settings-wrong"),
            Self::Entry(entry::Error::Copy { .. } | entry::Error::NoFolder) => tr!(words, "launcher-copy-failed"),
            Self::Entry(entry::Error::Choice(_)) => tr!(words, "launcher-wish-failed"),
            Self::Hidden { name, .. } => tr!(words, "launcher-hidden-title", name = display_name(name)),
            Self::Gone(name) => tr!(words, "launcher-gone-title", name = display_name(name)),
        }
    }

    /// Why, and what follows.
    pub fn detail(&self, words: &Words) -> String {
        match self {
            Self::Start { failure, .. } => notice::reason(words, failure),
            Self::History(error) => history(words, error),
            Self::Settings(error) => kept(words, error),
            Self::Entry(error) => entry(words, error),
            Self::Hidden { .. } => tr!(words, "launcher-hidden-detail"),
            Self::Gone(_) => tr!(words, "launcher-gone-detail"),
        }
    }

    /// What can be done about it.
    pub fn way_out(&self) -> Option<WayOut> {
        match self {
            Self::Start { again, .. } => again.clone().map(WayOut::Terminal),
            Self::Hidden { id, .. } => Some(WayOut::Show(id.clone())),
            Self::Settings(kept::Error::Wrong(_)) => Some(WayOut::EditSettings),
            Self::Entry(entry::Error::Choice(overlay::Error::Syntax { path, .. })) => {
                Some(WayOut::EditFile(path.clone()))
            }
            Self::History(_) | Self::Settings(_) | Self::Entry(_) | Self::Gone(_) => None,
        }
    }

    /// The verb for that.
    pub fn way_out_words(&self, words: &Words) -> Option<String> {
        Some(match self.way_out()? {
            WayOut::Terminal(_) => tr!(words, "launcher-terminal"),
            WayOut::Show(_) => tr!(words, "launcher-unhide"),
            WayOut::EditSettings | WayOut::EditFile(_) => tr!(words, "launcher-edit-file"),
        })
    }
}

fn history(words: &Words, error: &history::Error) -> String {
    match error {
        history::Error::NoFolder => tr!(words, "launcher-history-nowhere"),
        history::Error::Read { path, kind } | history::Error::Write { path, kind } => at_file(words, path, *kind),
    }
}

fn kept(words: &Words, error: &kept::Error) -> String {
    match error {
        kept::Error::NoFolder => tr!(words, "launcher-history-nowhere"),
        kept::Error::Read { path, kind } | kept::Error::Write { path, kind } => at_file(words, path, *kind),
        kept::Error::Wrong(Wrong::Syntax { line, message }) => {
            tr!(words, "launcher-settings-line", line = *line, detail = display_name(message))
        }
        kept::Error::Wrong(Wrong::Value { line, key, value }) => {
            tr!(words, "launcher-settings-value", line = *line, key = display_name(key), value = display_name(value))
        }
    }
}

fn entry(words: &Words, error: &entry::Error) -> String {
    match error {
        entry::Error::NoFolder | entry::Error::Choice(overlay::Error::NoFolder) => {
            tr!(words, "launcher-history-nowhere")
        }
        entry::Error::Copy { path, kind }
        | entry::Error::Choice(overlay::Error::Read { path, kind } | overlay::Error::Write { path, kind }) => {
            at_file(words, path, *kind)
        }
        entry::Error::Choice(overlay::Error::Syntax { path, reason }) => {
            tr!(words, "launcher-history-detail", file = shown(path.as_os_str()), detail = display_name(reason))
        }
    }
}

fn at_file(words: &Words, path: &Path, kind: ErrorKind) -> String {
    tr!(words, "launcher-history-detail", file = shown(path.as_os_str()), detail = kind.to_string())
}

/// Says in one line that an application cannot be started, and why.
pub fn cannot_start(words: &Words, id: &str, failure: &Failure) -> String {
    let detail = notice::reason(words, failure);
    tr!(words, "launcher-error-start", id = display_name(id), detail = detail)
}

/// Says in one line what is wrong with the launcher's own settings.
pub fn wrong_settings(words: &Words, error: &kept::Error) -> String {
    kept(words, error)
}

fn shown(name: &OsStr) -> String {
    display_bytes(name.as_bytes()).into_owned()
}
