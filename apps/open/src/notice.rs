//! Errors become words here, and only here: what happened, why, and what can be done.

use candela_open_core::{Error, Opening};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::notice::{self, Failure};
use candela_shared::registry::mime_applications;
use candela_shared::tr;
use candela_ui::settings;

use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Why the window did not do what was asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failed {
    /// The application did not start, or died at once.
    Start {
        /// Its name.
        name: String,
        /// Why.
        failure: Failure,
    },
    /// It was not kept as the default.
    Keep(mime_applications::Error),
}

impl Failed {
    /// An opening that failed to start.
    pub fn start(opening: &Opening, failure: Failure) -> Self {
        Self::Start { name: opening.entry.display_name().to_owned(), failure }
    }

    /// Says what failed.
    pub fn title(&self, words: &Words) -> String {
        match self {
            Self::Start { name, .. } => tr!(words, "open-failed-title", name = single_line(name)),
            Self::Keep(_) => tr!(words, "open-always-failed-title"),
        }
    }

    /// Says why.
    pub fn detail(&self, words: &Words) -> String {
        match self {
            Self::Start { failure, .. } => notice::reason(words, failure),
            Self::Keep(error) => cannot_keep(words, error),
        }
    }
}

/// Says why a target cannot be opened, and the way out.
pub fn cannot_open(words: &Words, error: &Error) -> String {
    match error {
        Error::Missing(path) => tr!(words, "open-error-missing", target = shown(path)),
        Error::Unreadable { path, kind } => {
            tr!(words, "open-error-unreadable", target = shown(path), detail = kind.to_string())
        }
        Error::Nothing { target, mime_type } => {
            tr!(words, "open-error-nothing", target = single_line(target), mime = single_line(mime_type))
        }
        Error::Untrusted(untrusted) => tr!(words, "open-error-untrusted", target = shown(&untrusted.path)),
        Error::NoAddress(path) => tr!(words, "open-error-no-address", target = shown(path)),
        Error::Circle(path) => tr!(words, "open-error-circle", target = shown(path)),
        Error::Entry { path, fault } => {
            tr!(words, "open-error-entry", target = shown(path), detail = fault.to_string())
        }
    }
}

/// Says why an application did not start on what it was to open.
pub fn cannot_start(words: &Words, opening: &Opening, failure: &Failure) -> String {
    let target = opening.targets.first().map_or_else(
        || shown(&opening.entry.path),
        |target| target.path().map_or_else(|| single_line(&target.uri()).into_owned(), shown),
    );
    let detail = notice::reason(words, failure);
    tr!(words, "open-error-cannot", target = target, id = single_line(&opening.entry.id), detail = detail)
}

/// Says why a desktop entry will be asked about again.
pub fn cannot_trust(words: &Words, path: &Path, error: &io::Error) -> String {
    tr!(words, "open-error-trust", target = shown(path), detail = error.kind().to_string())
}

/// Says why a choice was not kept.
pub fn cannot_keep(words: &Words, error: &mime_applications::Error) -> String {
    match error {
        mime_applications::Error::NoFolder => tr!(words, "open-error-no-folder"),
        mime_applications::Error::Read { path, kind } => {
            tr!(words, "open-error-list-read", path = shown(path), detail = kind.to_string())
        }
        mime_applications::Error::Write { path, kind } => {
            tr!(words, "open-error-list-write", path = shown(path), detail = kind.to_string())
        }
    }
}

/// Says what is wrong with the settings of the look, which count as far as they are right.
pub fn look(words: &Words, error: &settings::Error) -> String {
    match error {
        settings::Error::Read { path, kind } => {
            tr!(words, "shared-look-unreadable", file = shown(path), detail = kind.to_string())
        }
        settings::Error::Syntax { line, message } => {
            tr!(words, "shared-look-line", line = *line, detail = single_line(message))
        }
        settings::Error::Value { key, value } => {
            tr!(words, "shared-look-value", key = *key, value = single_line(value))
        }
    }
}

fn shown(path: &Path) -> String {
    display_bytes(path.as_os_str().as_bytes()).into_owned()
}
