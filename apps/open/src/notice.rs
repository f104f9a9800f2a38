//! Errors become words here, and only here: what happened, why, and what can be done.

use crate::trouble::Trouble;

use candela_open_core::{Desktop, Error, Opening};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::notice::{self, Failure};
use candela_shared::registry::{Context, Target, mime_applications, mime_type};
use candela_shared::tr;

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
            tr!(words, "open-error-nothing", target = named(target), mime = single_line(mime_type))
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
    let target = opening.targets.first().map_or_else(|| shown(&opening.entry.path), named);
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

/// Tells in a window of a target that cannot be opened.
pub fn trouble(words: &Words, desktop: &Desktop, error: &Error) -> Trouble {
    let (target, path) = match error {
        Error::Nothing { target, .. } => (Some(target.clone()), target.path()),
        Error::Missing(path) | Error::Unreadable { path, .. } | Error::NoAddress(path) | Error::Circle(path) => {
            (None, Some(path.as_path()))
        }
        // A text editor can open it all the same.
        Error::Entry { path, .. } => (Some(Target::Path(path.clone())), Some(path.as_path())),
        Error::Untrusted(untrusted) => (None, Some(untrusted.path.as_path())),
    };
    let name = target.as_ref().map(named).or(path.map(shown)).unwrap_or_default();
    let folder = path.and_then(Path::parent).filter(|folder| target.is_none() && folder.is_dir());
    let kind = if let Error::Nothing { mime_type, .. } = error {
        Some((kind(words, desktop, mime_type), mime_type.clone()))
    } else {
        None
    };
    let short = path.and_then(Path::file_name).map_or_else(|| name.clone(), |name| shown(Path::new(name)));
    Trouble {
        title: tr!(words, "open-trouble-one", name = short),
        reason: why(words, error),
        folder: folder.map(Path::to_owned),
        target,
        name,
        kind,
    }
}

/// Tells in a window of an application that did not start: another may open what was to be opened.
pub fn trouble_at_start(words: &Words, opening: &Opening, failure: &Failure) -> Trouble {
    Trouble {
        target: opening.targets.first().cloned(),
        name: opening.targets.first().map_or_else(|| shown(&opening.entry.path), named),
        title: Failed::start(opening, failure.clone()).title(words),
        reason: notice::reason(words, failure),
        kind: None,
        folder: None,
    }
}

/// Why a target cannot be opened, as a sentence of its own.
fn why(words: &Words, error: &Error) -> String {
    match error {
        Error::Missing(_) => tr!(words, "open-why-missing"),
        Error::Unreadable { kind, .. } => tr!(words, "open-why-unreadable", detail = kind.to_string()),
        Error::Nothing { .. } => tr!(words, "open-why-nothing"),
        Error::Untrusted(_) => tr!(words, "open-why-untrusted"),
        Error::NoAddress(_) => tr!(words, "open-why-no-address"),
        Error::Circle(_) => tr!(words, "open-why-circle"),
        Error::Entry { fault, .. } => tr!(words, "open-why-entry", detail = fault.to_string()),
    }
}

/// What a type is called: as the database says, a scheme by its name, else the type itself.
pub fn kind(words: &Words, desktop: &Desktop, mime_type: &str) -> String {
    let Context { directories, locales, .. } = &desktop.context;
    mime_type::comment(desktop.applications.types(), directories, locales, mime_type).unwrap_or_else(|| {
        let scheme = mime_type.strip_prefix("x-scheme-handler/");
        scheme.map_or_else(|| mime_type.to_owned(), |scheme| tr!(words, "open-scheme", scheme = single_line(scheme)))
    })
}

/// A path or URI, to be shown.
fn named(target: &Target) -> String {
    match target {
        Target::Path(path) => shown(path),
        Target::Uri(uri) => single_line(uri).into_owned(),
    }
}

fn shown(path: &Path) -> String {
    display_bytes(path.as_os_str().as_bytes()).into_owned()
}
