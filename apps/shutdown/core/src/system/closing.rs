//! Asks the manager of our own session, which asks the windows.

use super::tool;
use crate::circumstances::{Refusal, refusal};
use crate::error::Reason;
use crate::{Error, text};

use signal_hook::consts::SIGHUP;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Longer than the manager asks windows for, and a session may take to end.
const PATIENCE: Duration = Duration::from_secs(45);

/// Asks, and waits for the answer. Blocks as long as windows may take to close.
///
/// Where no session runs nobody can be asked, as in any other desktop: that is no failure.
///
/// # Errors
/// [`Error::StillOpen`] where windows stay open or somebody asked to wait, else why there is no answer.
pub fn ask(command: &[OsString]) -> Result<(), Error> {
    outlive_terminal();
    let (program, arguments) = command.split_first().ok_or_else(|| Error::Missing { tool: PathBuf::new() })?;
    let mut question = tool::ours(Path::new(program));
    let _asked = question.args(arguments);
    let output = tool::ask_by(question, Instant::now() + PATIENCE).map_err(|reason| no_answer(program, &reason))?;
    match refusal(&output.stdout) {
        _ if output.status == 0 => Ok(()),
        Some(Refusal::NotRunning) => Ok(()),
        Some(Refusal::Open(windows, blockers)) => Err(Error::StillOpen { windows, blockers }),
        None => Err(Error::Failed {
            program: tool::name(Path::new(program)),
            status: output.status,
            detail: text::last_line(&output.stderr),
        }),
    }
}

/// The terminal we were started in may be one of the windows that close: that must not end us halfway.
fn outlive_terminal() {
    // Where it cannot be had the hang-up ends us, and the computer stays on.
    let _registered = signal_hook::flag::register(SIGHUP, Arc::default());
}

fn no_answer(program: &OsString, reason: &Reason) -> Error {
    match reason {
        Reason::Missing { .. } => Error::Missing { tool: program.into() },
        other => Error::NotDone { detail: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circumstances::Blocker;
    use crate::plan::words;

    fn asked(script: &str) -> Result<(), Error> {
        ask(&words(["/bin/sh", "-c", script]))
    }

    #[test]
    fn what_the_manager_says_is_passed_on_and_no_session_is_no_obstacle() {
        assert_eq!(asked("exit 0"), Ok(()));
        assert_eq!(asked("echo '{\"state\":\"not-running\"}'; exit 1"), Ok(()));
        let refused = r#"{"answer":"refused","windows":["Letter"],"inhibitors":[{"who":"Files","why":"copying"}]}"#;
        let blockers = vec![Blocker { who: "Files".into(), why: "copying".into() }];
        let open = Error::StillOpen { windows: vec!["Letter".into()], blockers };
        assert_eq!(asked(&format!("echo '{refused}'; exit 1")), Err(open));
        let failed = Error::Failed { program: "sh".into(), status: 1, detail: "gone".into() };
        assert_eq!(asked("echo gone >&2; exit 1"), Err(failed));
        assert_eq!(ask(&words(["/nowhere/x"])), Err(Error::Missing { tool: "/nowhere/x".into() }));
    }
}
