//! What came of an operation, in words: a line for each thing that was left undone, and for what could not be kept.

use super::{reason as system_reason, shown};
use crate::app::Turn;
use crate::command::Command;

use candela_files_core::journal::Damage;
use candela_files_core::operation::{Aspect, Failure, Loss, Operation, Outcome, Reason};
use candela_files_core::settings::Wrong;
use candela_shared::i18n::Words;
use candela_shared::tr;

use rustix::io::Errno;

use std::io;
use std::path::Path;

/// What the user asked for, as far as words need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Copying.
    Copy,
    /// Moving.
    Move,
    /// Trashing.
    Trash,
    /// Restoring from the trash.
    Restore,
    /// Deleting, in the trash or elsewhere.
    Delete,
    /// Renaming.
    Rename,
    /// Changing permissions.
    Permissions,
    /// Packing into an archive.
    Compress,
    /// Extracting an archive.
    Extract,
    /// Making something new.
    Make,
    /// Undoing.
    Undo,
    /// Doing again.
    Redo,
    /// Ending what was interrupted.
    Recover,
}

impl Verb {
    /// What an operation is called.
    pub fn of(operation: &Operation) -> Self {
        match operation {
            Operation::Copy { .. } => Self::Copy,
            Operation::Move { .. } => Self::Move,
            Operation::Rename(_) => Self::Rename,
            Operation::Trash(_) => Self::Trash,
            Operation::Restore { .. } => Self::Restore,
            Operation::Delete(_) | Operation::Empty(_) => Self::Delete,
            Operation::Permissions { .. } | Operation::Owner { .. } => Self::Permissions,
            Operation::Compress { .. } => Self::Compress,
            Operation::Extract { .. } => Self::Extract,
            Operation::Link(_) | Operation::Make { .. } => Self::Make,
        }
    }

    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Move => "move",
            Self::Trash => "trash",
            Self::Restore => "restore",
            Self::Delete => "delete",
            Self::Rename => "rename",
            Self::Permissions => "permissions",
            Self::Compress => "compress",
            Self::Extract => "extract",
            Self::Make => "make",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Recover => "recover",
        }
    }
}

/// The lines for all that was left undone or could not be kept; empty where everything was done.
pub fn lines(words: &Words, verb: Verb, outcome: &Outcome) -> Vec<String> {
    let failed = outcome.failed.iter().map(|failure| failed(words, verb, failure));
    failed.chain(outcome.lost.iter().map(|loss| lost(words, loss))).collect()
}

fn failed(words: &Words, verb: Verb, failure: &Failure) -> String {
    cannot(words, verb, &failure.path, &reason(words, failure.reason))
}

fn cannot(words: &Words, verb: Verb, path: &Path, reason: &str) -> String {
    let path = shown(path);
    match verb {
        Verb::Copy => tr!(words, "files-failed-copy", path = path, reason = reason),
        Verb::Move => tr!(words, "files-failed-move", path = path, reason = reason),
        Verb::Trash => tr!(words, "files-failed-trash", path = path, reason = reason),
        Verb::Restore => tr!(words, "files-failed-restore", path = path, reason = reason),
        Verb::Delete => tr!(words, "files-failed-delete", path = path, reason = reason),
        Verb::Rename => tr!(words, "files-failed-rename", path = path, reason = reason),
        Verb::Permissions => tr!(words, "files-failed-permissions", path = path, reason = reason),
        Verb::Compress => tr!(words, "files-failed-compress", path = path, reason = reason),
        Verb::Extract => tr!(words, "files-failed-extract", path = path, reason = reason),
        Verb::Make => tr!(words, "files-failed-make", path = path, reason = reason),
        Verb::Undo => tr!(words, "files-failed-undo", path = path, reason = reason),
        Verb::Redo => tr!(words, "files-failed-redo", path = path, reason = reason),
        Verb::Recover => tr!(words, "files-failed-recover", path = path, reason = reason),
    }
}

/// Why something was left undone.
pub fn reason(words: &Words, reason: Reason) -> String {
    match reason {
        Reason::System(error) => errno(words, error),
        Reason::Exists => tr!(words, "files-reason-exists"),
        Reason::Skipped => tr!(words, "files-reason-skipped"),
        Reason::NotNewer => tr!(words, "files-reason-not-newer"),
        Reason::NotDifferent => tr!(words, "files-reason-not-different"),
        Reason::SameFile => tr!(words, "files-reason-same-file"),
        Reason::IntoItself => tr!(words, "files-reason-into-itself"),
        Reason::OverItsFolder => tr!(words, "files-reason-over-its-folder"),
        Reason::Unnamed => tr!(words, "files-reason-unnamed"),
        Reason::NoFolder => tr!(words, "files-reason-no-folder"),
        Reason::Twice => tr!(words, "files-reason-twice"),
        Reason::Changed => tr!(words, "files-reason-changed"),
        Reason::NoTrash => tr!(words, "files-reason-no-trash"),
        Reason::OldGone => tr!(words, "files-reason-old-gone"),
        Reason::OriginalGone => tr!(words, "files-reason-original-gone"),
        Reason::PartlyRemoved => tr!(words, "files-reason-partly-removed"),
        Reason::NotVerified => tr!(words, "files-reason-not-verified"),
        Reason::Cancelled => tr!(words, "files-reason-cancelled"),
        Reason::BadName => tr!(words, "files-reason-name"),
        Reason::CaseCollision => tr!(words, "files-reason-case"),
        Reason::TooLarge => tr!(words, "files-reason-too-large"),
        Reason::BadArchive => tr!(words, "files-reason-bad-archive"),
        Reason::Encrypted => tr!(words, "files-reason-encrypted"),
        Reason::Escapes => tr!(words, "files-reason-escapes"),
        Reason::Bomb => tr!(words, "files-reason-bomb"),
        Reason::OneFile => tr!(words, "files-reason-one-file"),
        Reason::NoJournal => tr!(words, "files-reason-no-journal"),
        Reason::Busy => tr!(words, "files-reason-busy"),
        Reason::Journal(error) => {
            tr!(words, "files-reason-journal", reason = errno(words, error))
        }
    }
}

/// Why the system refused; what the standard library has no kind for has words here.
fn errno(words: &Words, error: Errno) -> String {
    match error {
        Errno::IO => tr!(words, "files-reason-io"),
        Errno::DQUOT => tr!(words, "files-reason-quota"),
        Errno::FBIG => tr!(words, "files-reason-too-large"),
        Errno::MFILE | Errno::NFILE => tr!(words, "files-reason-open-files"),
        Errno::CANCELED => tr!(words, "files-reason-cancelled"),
        Errno::STALE => tr!(words, "files-reason-changed"),
        other => system_reason(words, io::Error::from(other).kind()),
    }
}

fn lost(words: &Words, loss: &Loss) -> String {
    let (path, others) = (shown(&loss.path), loss.count - 1);
    match loss.aspect {
        Aspect::Owner | Aspect::OwnerRefused => tr!(words, "files-lost-owner", path = path, others = others),
        Aspect::Mode => tr!(words, "files-lost-mode", path = path, others = others),
        Aspect::Attributes => tr!(words, "files-lost-attributes", path = path, others = others),
        Aspect::Times => tr!(words, "files-lost-times", path = path, others = others),
        Aspect::HardLink => tr!(words, "files-lost-hard-link", path = path, others = others),
    }
}

/// That a journal cannot be read, and where it lies now.
pub fn damaged(words: &Words, path: &Path, damage: Damage) -> String {
    let path = shown(path);
    match damage {
        Damage::Version => tr!(words, "files-journal-version", path = path),
        Damage::CutShort => tr!(words, "files-journal-cut-short", path = path),
        Damage::Checksum | Damage::Order => tr!(words, "files-journal-damaged", path = path),
    }
}

/// What is wrong with the settings of operations.
pub fn settings(words: &Words, wrong: &Wrong) -> String {
    match wrong {
        Wrong::Unreadable { path, kind } => {
            tr!(words, "files-error-read", path = shown(path), reason = system_reason(words, *kind))
        }
        Wrong::Syntax { path, line, message } => {
            tr!(words, "files-settings-line", path = shown(path), line = *line, detail = message.as_str())
        }
        Wrong::Value { path, line, key, value } => {
            tr!(words, "files-settings-value", path = shown(path), line = *line, key = *key, value = value.as_str())
        }
    }
}

/// That work was left because the file system of a file does not answer, and what is left of it.
pub fn unanswered(words: &Words, path: &Path) -> String {
    let told = match path.as_os_str().is_empty() {
        true => tr!(words, "files-no-answer"),
        false => tr!(words, "files-no-answer-for", path = shown(path)),
    };
    [told, tr!(words, "files-left-behind")].join("\n")
}

/// Says what a command would turn round; `None` for what cannot be.
pub fn turn(words: &Words, command: Command, turn: Turn) -> Option<String> {
    let count = turn.count;
    let what = match turn.verb {
        Verb::Copy => tr!(words, "files-turn-copy", count = count),
        Verb::Move => tr!(words, "files-turn-move", count = count),
        Verb::Trash => tr!(words, "files-turn-trash", count = count),
        Verb::Restore => tr!(words, "files-turn-restore", count = count),
        Verb::Rename => tr!(words, "files-turn-rename", count = count),
        Verb::Permissions => tr!(words, "files-turn-permissions", count = count),
        Verb::Compress => tr!(words, "files-turn-compress"),
        Verb::Extract => tr!(words, "files-turn-extract"),
        Verb::Make => tr!(words, "files-turn-make", count = count),
        Verb::Delete | Verb::Undo | Verb::Redo | Verb::Recover => return None,
    };
    Some(match command {
        Command::Redo => tr!(words, "files-redo-of", what = what),
        _ => tr!(words, "files-undo-of", what = what),
    })
}
