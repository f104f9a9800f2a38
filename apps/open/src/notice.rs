//! Errors become words here, and only here: what happened, why, and what can be done.

use candela_open_core::{Error, Opening};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::notice::{self, Failure};
use candela_shared::registry::mime_applications;
use candela_shared::tr;

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

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

fn shown(path: &Path) -> String {
    display_bytes(path.as_os_str().as_bytes()).into_owned()
}
