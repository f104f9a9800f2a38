//! What the command line prints: lines for people, one JSON document for programs.

use crate::notice;

use candela_session_core::protocol::{Member, Stage, State, Status};
use candela_shared::display_name::single_line;
use candela_shared::i18n::Words;
use candela_shared::tr;

use serde::Serialize;

use std::io::{self, Write};
use std::process::ExitCode;

/// Prints a line.
pub fn line(text: &str) -> ExitCode {
    write(text.as_bytes())
}

/// Prints one document.
pub fn json(value: &impl Serialize) -> ExitCode {
    serde_json::to_vec_pretty(value).map_or(ExitCode::FAILURE, |text| write(&text))
}

/// Prints how a session is, a line a component.
pub fn status(words: &Words, status: &Status) -> ExitCode {
    let state = match status.state {
        Stage::Starting => "starting",
        Stage::Running => "running",
        Stage::Asking => "asking",
        Stage::Ending => "ending",
    };
    let pid = status.pid.to_string();
    let mut lines = vec![tr!(words, "session-state", state = state, display = status.display.as_str(), pid = pid)];
    lines.push(tr!(words, "session-log", file = notice::shown(&status.log)));
    lines.extend(status.is_safe_mode.then(|| tr!(words, "session-in-safe-mode")));
    let inhibitors = status.inhibitors.iter();
    lines.extend(
        inhibitors.map(|one| tr!(words, "session-inhibitor", who = single_line(&one.who), why = single_line(&one.why))),
    );
    let width = status.components.iter().map(|member| member.name.chars().count()).max().unwrap_or_default();
    lines.extend(status.components.iter().map(|one| format!("  {:width$}  {}", one.name, member(words, one))));
    line(&lines.join("\n"))
}

fn member(words: &Words, member: &Member) -> String {
    let state = match member.state {
        State::Waiting => "waiting",
        State::Running => "running",
        State::Stopping => "stopping",
        State::Ended => "ended",
        State::Failed => "failed",
    };
    let mut parts = vec![tr!(words, "session-member", state = state)];
    parts.extend(member.pid.map(|pid| tr!(words, "session-member-pid", pid = pid.to_string())));
    let count = (member.restarts > 0).then_some(member.restarts);
    parts.extend(count.map(|count| tr!(words, "session-member-restarts", count = count)));
    parts.extend(member.last_end.map(|end| notice::end(words, end)));
    parts.join(", ")
}

fn write(text: &[u8]) -> ExitCode {
    let mut output = io::stdout().lock();
    // A reader that has gone needs nothing more.
    match output.write_all(text).and_then(|()| output.write_all(b"\n")).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Ok(()) | Err(_) => ExitCode::SUCCESS,
    }
}
