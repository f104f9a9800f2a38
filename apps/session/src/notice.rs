//! Notices and outcomes as words in the user's language.

use candela_session_core::component::End;
use candela_session_core::notice::{Notice, Outcome};
use candela_session_core::protocol::Answer;
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::tr;

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Says a notice; `None` for what only the log wants to know.
pub fn words(words: &Words, notice: &Notice) -> Option<String> {
    Some(match notice {
        Notice::Started { .. } | Notice::Ended { .. } => return None,
        Notice::Ending(Outcome::LoggedOut | Outcome::Signal(_)) => return None,
        Notice::NotStarted { component, reason } => {
            tr!(words, "session-not-started", component = single_line(component), detail = single_line(reason))
        }
        Notice::GivenUp { component } => tr!(words, "session-given-up", component = single_line(component)),
        Notice::FallBack { failed, next } => {
            tr!(words, "session-fall-back", failed = single_line(failed), next = single_line(next))
        }
        Notice::NotReady { component } => tr!(words, "session-not-ready", component = single_line(component)),
        Notice::Killed { component } => tr!(words, "session-killed", component = single_line(component)),
        Notice::StraysKilled { count } => tr!(words, "session-strays-killed", count = *count),
        Notice::WindowsOpen { windows } => tr!(words, "session-windows-open", windows = list(windows)),
        Notice::Inhibited { who, why } => {
            tr!(words, "session-inhibitor", who = single_line(who), why = single_line(why))
        }
        Notice::WindowManagerFound => tr!(words, "session-window-manager-found"),
        Notice::Autostart { name, reason } => {
            tr!(words, "session-autostart", name = single_line(name), detail = single_line(reason))
        }
        Notice::AutostartBySystemd => return None,
        Notice::Settings { path, line, problem } => {
            tr!(words, "session-settings-line", file = shown(path), line = *line, detail = single_line(problem))
        }
        Notice::SettingsUnreadable { path, reason } => {
            tr!(words, "session-settings-unreadable", file = shown(path), detail = single_line(reason))
        }
        Notice::SafeMode => tr!(words, "session-safe-mode"),
        Notice::Ending(why) => outcome(words, why),
    })
}

/// Says why a session ended, or did not begin, and what to do about it.
pub fn outcome(words: &Words, outcome: &Outcome) -> String {
    match outcome {
        Outcome::LoggedOut => tr!(words, "session-logged-out"),
        Outcome::Signal(signal) => tr!(words, "session-signal", signal = *signal),
        Outcome::NoWindowManager { tried } => tr!(words, "session-no-window-manager", tried = list(tried)),
        Outcome::NoDisplay { display, reason } => {
            tr!(words, "session-no-display", display = single_line(display), detail = single_line(reason))
        }
        Outcome::DisplayLost => tr!(words, "session-display-lost"),
        Outcome::AlreadyRunning => tr!(words, "session-already-running"),
        Outcome::CannotCreate { path, reason } => {
            tr!(words, "session-cannot-create", file = shown(path), detail = single_line(reason))
        }
        Outcome::NoPermission { path } => tr!(words, "session-no-permission", file = shown(path)),
        Outcome::Internal(detail) => tr!(words, "session-internal", detail = single_line(detail)),
    }
}

/// Says why a request was not fulfilled; `None` for one that was.
pub fn refusal(words: &Words, answer: &Answer) -> Option<String> {
    Some(match answer {
        Answer::Status(_) | Answer::Ending | Answer::Closed | Answer::Restarted { .. } | Answer::Inhibited => {
            return None;
        }
        Answer::Refused { windows, inhibitors } if inhibitors.is_empty() => {
            tr!(words, "session-windows-open", windows = list(windows))
        }
        Answer::Refused { inhibitors, .. } => {
            let said: Vec<String> = inhibitors
                .iter()
                .map(|one| tr!(words, "session-inhibitor", who = single_line(&one.who), why = single_line(&one.why)))
                .collect();
            said.join("\n")
        }
        Answer::NotStarted { component, reason } => {
            tr!(words, "session-not-started", component = single_line(component), detail = single_line(reason))
        }
        Answer::Unknown { component, components } => {
            tr!(words, "session-unknown-component", component = single_line(component), components = list(components))
        }
        Answer::Busy => tr!(words, "session-busy"),
    })
}

/// Says how a component ended.
pub fn end(words: &Words, end: End) -> String {
    match end {
        End::Exit(status) => tr!(words, "session-end-status", status = status),
        End::Signal(signal) => tr!(words, "session-end-signal", signal = signal),
    }
}

/// A path for the eye.
pub fn shown(path: &Path) -> String {
    single_line(&display_bytes(path.as_os_str().as_bytes())).into_owned()
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| single_line(name)).collect::<Vec<_>>().join(", ")
}
