//! Errors become words here, and only here.

pub mod operation;

use operation::Verb;

use candela_files_core::PathError;
use candela_files_core::system::git::GitError;
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::tr;

use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Why a file was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// No application opens its type.
    NoApplication {
        /// What that type is called.
        kind: &'static str,
    },
    /// Its application cannot be asked, or not started.
    NotStarted {
        /// The application's name.
        name: String,
        /// What the registry says.
        detail: String,
    },
    /// It cannot be looked at.
    Unreadable(ErrorKind),
}

/// Says what was done with so many things; nothing where the window shows it by itself.
pub fn done(words: &Words, verb: Verb, count: usize) -> Option<String> {
    match verb {
        Verb::Copy => Some(tr!(words, "files-done-copy", count = count)),
        Verb::Move => Some(tr!(words, "files-done-move", count = count)),
        Verb::Trash => Some(tr!(words, "files-done-trash", count = count)),
        Verb::Restore => Some(tr!(words, "files-done-restore", count = count)),
        Verb::Delete => Some(tr!(words, "files-done-delete", count = count)),
        Verb::Rename | Verb::Permissions | Verb::Compress | Verb::Extract | Verb::Make => None,
        Verb::Undo => Some(tr!(words, "files-done-undo")),
        Verb::Redo => Some(tr!(words, "files-done-redo")),
        Verb::Recover => None,
    }
}

/// Says that a file cannot be opened, and why.
pub fn cannot_open(words: &Words, path: &Path, failure: &Failure) -> String {
    let name = shown(path.file_name().map_or(path, Path::new));
    match failure {
        Failure::NoApplication { kind } => {
            tr!(words, "files-failed-no-application", name = name, mime = single_line(kind))
        }
        Failure::NotStarted { name: application, detail } => {
            tr!(
                words,
                "files-failed-start",
                name = name,
                application = application.as_str(),
                detail = single_line(detail)
            )
        }
        Failure::Unreadable(kind) => tr!(words, "files-failed-open", name = name, reason = reason(words, *kind)),
    }
}

/// Says that a folder or a file cannot be read, and why.
pub fn cannot_read(words: &Words, error: &PathError) -> String {
    tr!(words, "files-error-read", path = shown(&error.path), reason = reason(words, error.kind))
}

/// Says why git cannot be asked.
pub fn git(words: &Words, error: &GitError) -> String {
    match error {
        GitError::Foreign(path) => tr!(words, "files-git-foreign", path = shown(path)),
        GitError::Unreadable { path, detail } => {
            tr!(words, "files-git-unreadable", path = shown(path), detail = single_line(detail))
        }
        GitError::Refused(said) => tr!(words, "files-git-refused", detail = said.as_str()),
        GitError::NoGit => tr!(words, "files-git-missing"),
    }
}

/// Says that a file cannot be written, and why.
pub fn cannot_write(words: &Words, error: &PathError) -> String {
    tr!(words, "files-error-write", path = shown(&error.path), reason = reason(words, error.kind))
}

/// Says that something stays mounted, and why.
pub fn cannot_unmount(words: &Words, path: &Path, detail: &str) -> String {
    tr!(words, "files-failed-unmount", path = shown(path), detail = single_line(detail))
}

/// Why the system refused, in words.
pub fn reason(words: &Words, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::NotFound => tr!(words, "files-reason-not-found"),
        ErrorKind::PermissionDenied => tr!(words, "files-reason-permission"),
        ErrorKind::NotADirectory => tr!(words, "files-reason-not-a-folder"),
        ErrorKind::IsADirectory => tr!(words, "files-reason-is-a-folder"),
        ErrorKind::AlreadyExists => tr!(words, "files-reason-exists"),
        ErrorKind::InvalidFilename => tr!(words, "files-reason-name"),
        ErrorKind::StorageFull => tr!(words, "files-reason-full"),
        ErrorKind::ReadOnlyFilesystem => tr!(words, "files-reason-read-only"),
        other => tr!(words, "files-reason-other", detail = other.to_string()),
    }
}

/// A reason that stands alone: others follow a colon, and begin as they do within a sentence.
pub fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A path as it may be shown.
pub fn shown(path: &Path) -> String {
    display_bytes(path.as_os_str().as_bytes()).into_owned()
}
