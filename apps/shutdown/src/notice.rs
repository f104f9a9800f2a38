//! What was found and what failed, in the user's words.

use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::circumstances::Blocker;
use candela_shutdown_core::{Activity, Detection, Error, Obstacle, Reason, Report, SettingsError, Updates};

use std::path::Path;

/// Says in one line what was found.
pub fn detected(words: &Words, report: &Report) -> String {
    let source = report.source.unwrap_or_default();
    match &report.detection {
        Detection::None => tr!(words, "shutdown-say-none"),
        Detection::Available(updates) => {
            tr!(words, "shutdown-say-available", count = updates.count.unwrap_or(0), source = source)
        }
        Detection::Pending(updates) => pending(words, updates, source),
        Detection::Busy(activity) => tr!(words, "shutdown-say-busy", reason = busy(words, activity)),
        Detection::Unknown(reason) => tr!(words, "shutdown-say-unknown", reason = unknown(words, reason)),
    }
}

fn pending(words: &Words, updates: &Updates, source: &str) -> String {
    let waits = match updates.count {
        Some(count) => tr!(words, "shutdown-say-pending", count = count, source = source),
        None => tr!(words, "shutdown-say-pending-some", source = source),
    };
    match updates.security {
        Some(count) if count > 0 => format!("{waits}, {}", tr!(words, "shutdown-say-security", count = count)),
        Some(_) | None => waits,
    }
}

/// Says why it is not known what waits.
pub fn unknown(words: &Words, reason: &Reason) -> String {
    match reason {
        Reason::Missing { tool } => tr!(words, "shutdown-reason-missing", tool = single_line(tool)),
        Reason::TimedOut { tool } => tr!(words, "shutdown-reason-timed-out", tool = single_line(tool)),
        Reason::NotStarted { tool, kind } => {
            tr!(words, "shutdown-reason-not-started", tool = single_line(tool), detail = kind.to_string())
        }
        Reason::Failed { tool, status, detail } => ended(words, tool, *status, detail),
        Reason::NotUnderstood { tool, detail } => {
            tr!(words, "shutdown-reason-not-understood", tool = single_line(tool), detail = single_line(detail))
        }
        Reason::Unreadable { path, kind } => {
            tr!(words, "shutdown-reason-unreadable", file = shown(path), detail = kind.to_string())
        }
        Reason::Malformed { path, detail } => {
            tr!(words, "shutdown-reason-malformed", file = shown(path), detail = single_line(detail))
        }
        Reason::Stale { path, days } => tr!(words, "shutdown-reason-stale", file = shown(path), days = *days),
        Reason::PackagedBase => tr!(words, "shutdown-reason-packaged-base"),
        Reason::NoCommand => tr!(words, "shutdown-reason-no-command"),
        Reason::Said(said) => single_line(said).into_owned(),
    }
}

/// Says who is installing.
pub fn busy(words: &Words, activity: &Activity) -> String {
    match activity {
        Activity::Process(process) => tr!(words, "shutdown-busy-process", process = process.to_string()),
        Activity::Lock(detail) => tr!(words, "shutdown-busy-lock", detail = single_line(detail)),
        Activity::Said(said) => single_line(said).into_owned(),
    }
}

/// Says why what waits cannot be installed now.
pub fn obstacle(words: &Words, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::ReleaseUpgrade => tr!(words, "shutdown-obstacle-release"),
        Obstacle::NoSpace { free, needed } => {
            tr!(words, "shutdown-obstacle-space", free = bytes(words, *free), needed = bytes(words, *needed))
        }
        Obstacle::SecureLevel(level) => tr!(words, "shutdown-obstacle-secure-level", level = level.to_string()),
        Obstacle::Offline => tr!(words, "shutdown-obstacle-offline"),
        Obstacle::AnotherUpdater(link) => tr!(words, "shutdown-obstacle-updater", link = single_line(link)),
    }
}

/// Bytes in the largest unit that leaves a whole number, gigabytes with one place.
pub fn bytes(words: &Words, bytes: u64) -> String {
    match bytes {
        0..1_000_000 => tr!(words, "shutdown-kilobytes", number = bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => tr!(words, "shutdown-megabytes", number = (bytes + 500_000) / 1_000_000),
        _ => tr!(words, "shutdown-gigabytes", number = (bytes as f64 / 1e8).round() / 10.0),
    }
}

/// Says what failed.
pub fn failed(words: &Words, error: &Error) -> String {
    match error {
        Error::Missing { tool } => tr!(words, "shutdown-reason-missing", tool = shown(tool)),
        Error::Failed { program, status, detail } => ended(words, program, *status, detail),
        Error::NotAuthorised { detail } => tr!(words, "shutdown-error-denied", detail = single_line(detail)),
        Error::Service { service, detail } => {
            tr!(words, "shutdown-error-service", service = single_line(service), detail = single_line(detail))
        }
        Error::NotDone { detail } => tr!(words, "shutdown-error-not-done", detail = single_line(detail)),
        Error::Obstacle(what) => obstacle(words, what),
        Error::Running => tr!(words, "shutdown-error-running"),
        Error::File { path, kind } => {
            tr!(words, "shutdown-error-file", file = shown(path), detail = kind.to_string())
        }
        Error::StillOpen { windows, blockers } => {
            tr!(words, "shutdown-error-open", names = open(words, windows, blockers).join(", "))
        }
        Error::NoBus => tr!(words, "shutdown-error-no-bus"),
    }
}

/// Names what stays open: windows by their titles, programs with what they do.
pub fn open(words: &Words, windows: &[String], blockers: &[Blocker]) -> Vec<String> {
    let named = |title: &String| match &*single_line(title) {
        "" => tr!(words, "shutdown-open-nameless"),
        title => title.to_owned(),
    };
    let at_work =
        |one: &Blocker| tr!(words, "shutdown-blocked-line", who = single_line(&one.who), why = single_line(&one.why));
    windows.iter().map(named).chain(blockers.iter().map(at_work)).collect()
}

/// Says what is wrong with the settings, which count as far as they are right.
pub fn settings(words: &Words, error: &SettingsError) -> String {
    match error {
        SettingsError::Read { path, kind } => {
            tr!(words, "shutdown-settings-unreadable", file = shown(path), detail = kind.to_string())
        }
        SettingsError::Syntax { line, message } => {
            tr!(words, "shutdown-settings-line", line = *line, detail = single_line(message))
        }
        SettingsError::Value { key, value } => {
            tr!(words, "shutdown-settings-value", key = key.as_str(), value = single_line(value))
        }
    }
}

fn ended(words: &Words, tool: &str, status: i32, detail: &str) -> String {
    let (tool, detail) = (single_line(tool), single_line(detail));
    tr!(words, "shutdown-reason-failed", tool = tool, status = status.to_string(), detail = detail)
}

fn shown(path: &Path) -> String {
    display_bytes(path.as_os_str().as_encoded_bytes()).into_owned()
}
