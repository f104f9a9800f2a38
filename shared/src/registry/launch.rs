//! Starts a command so that it lives its own life, and tells when it dies early.
//!
//! The program gets a session and a process group of its own, an empty input, no descriptor of ours and no signal set
//! aside. Its last words on standard error are kept by a `tail` beside it, not by us: a program must not be killed by
//! writing to a launcher that is gone. Nobody stays a zombie: a thread waits for every program.

pub mod detach;
pub mod ours;
pub mod scope;

use ours::TOKENS;

use crate::registry::context::Context;
use crate::registry::exec::Launch;
use crate::registry::program::Programs;

use thiserror::Error;

use std::ffi::OsString;
use std::io::{self, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// How much of a program's standard error is kept, in bytes.
pub const WORDS_KEPT: usize = 64 << 10;
/// A program that fails within this time is reported to whoever started it.
pub const EARLY: Duration = Duration::from_secs(3);
/// How long its words are waited for once it is dead: a grandchild may keep its standard error open for ever.
const PATIENCE: Duration = Duration::from_millis(500);
/// Room enough for a thread that only waits, in bytes.
const STACK: usize = 128 << 10;

/// On whose behalf a command is started.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The desktop file ID, for the name of its systemd scope; `None` for a bare command, which gets no scope.
    pub id: Option<String>,
    /// `DESKTOP_STARTUP_ID` for the program.
    pub startup_id: Option<OsString>,
    /// `XDG_ACTIVATION_TOKEN` for the program.
    pub activation_token: Option<OsString>,
}

impl Request {
    /// With the tokens that this process was started with itself: who opens for another hands them on, so that the new
    /// window may come to the front (rule D15).
    pub fn inherited(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let [startup_id, activation_token] = TOKENS.map(|name| variable(name).filter(|token| !token.is_empty()));
        Self { id: None, startup_id, activation_token }
    }

    /// The same once a window of ours has come up: the start that the X11 display was told of has ended with it.
    pub fn after_window(self) -> Self {
        Self { startup_id: None, ..self }
    }

    /// The same without the tokens, each of which is good for one window.
    pub fn without_tokens(&self) -> Self {
        Self { id: self.id.clone(), ..Self::default() }
    }
}

/// Why nothing was started.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// There is no command.
    #[error("there is nothing to run")]
    Nothing,
    /// The program is not to be found, or may not be executed.
    #[error("there is no program {0:?}")]
    MissingProgram(OsString),
    /// The folder to start it in is not there.
    #[error("there is no folder {0:?} to start in")]
    MissingFolder(PathBuf),
    /// The system did not start it.
    #[error("cannot start {program:?}: {kind}")]
    Refused {
        /// The program.
        program: OsString,
        /// What the system said.
        kind: io::ErrorKind,
    },
}

/// A program that was started.
#[derive(Debug)]
pub struct Started {
    /// Its process ID, which is that of its session and process group too.
    pub id: u32,
    end: Receiver<End>,
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Its exit status; `None` where a signal killed it.
    pub code: Option<i32>,
    /// The signal that killed it.
    pub signal: Option<i32>,
    /// The last it said on standard error, at most [`WORDS_KEPT`] bytes.
    pub words: Vec<u8>,
}

impl End {
    /// Whether it ended without complaint.
    pub fn is_success(&self) -> bool {
        self.code == Some(0)
    }
}

impl Started {
    /// Waits until the program ends, at most as long as that; `None` where it still runs.
    ///
    /// Blocks: call it from a thread of its own. [`EARLY`] is the time within which a failure is worth reporting.
    pub fn end_within(&self, time: Duration) -> Option<End> {
        self.end.recv_timeout(time).ok()
    }

    /// Waits for an early failure; `None` where the program runs, or did its work and ended well.
    pub fn early_failure(&self) -> Option<End> {
        self.end_within(EARLY).filter(|end| !end.is_success())
    }
}

/// Starts a command in a session of its own, in a scope of its own where systemd runs for the user.
///
/// # Errors
///
/// Those of [`Error`]; what happens to the program later is told by [`Started`].
pub fn start(launch: &Launch, context: &Context, request: &Request) -> Result<Started, Error> {
    start_and_then(launch, context, request, |_| {})
}

/// As [`start`], and does something when the program has ended, on a thread that waited for that.
pub(super) fn start_and_then(
    launch: &Launch,
    context: &Context,
    request: &Request,
    ended: impl FnOnce(&End) + Send + 'static,
) -> Result<Started, Error> {
    let name = launch.arguments.first().ok_or(Error::Nothing)?;
    let programs = Programs::new(&context.path);
    let program = programs.find(name).ok_or_else(|| Error::MissingProgram(name.clone()))?;
    let folder = launch.working_directory.as_deref().or(context.directories.home.as_deref());
    let folder = folder.filter(|folder| launch.working_directory.is_some() || folder.is_dir());
    if let Some(missing) = folder.filter(|folder| !folder.is_dir()) {
        return Err(Error::MissingFolder(missing.to_owned()));
    }
    let scope = request.id.as_deref().and_then(|id| scope::arguments(id, &context.directories, &programs));
    let mut command = command(&program, launch, scope);
    if let Some(folder) = folder {
        let _ = command.current_dir(folder);
    }
    for (variable, value) in TOKENS.into_iter().zip([&request.startup_id, &request.activation_token]) {
        let _ = value.as_ref().map(|value| command.env(variable, value));
    }
    spawn(command, &programs, ended)
        .map_err(|error| Error::Refused { program: program.into_os_string(), kind: error.kind() })
}

fn command(program: &Path, launch: &Launch, scope: Option<Vec<OsString>>) -> Command {
    let mut words = scope.unwrap_or_default().into_iter().chain([program.as_os_str().to_owned()]);
    let mut command = Command::new(words.next().unwrap_or_default());
    ours::keep_from(&mut command);
    let _ = command
        .args(words)
        .args(&launch.arguments[1..])
        .envs(launch.environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    detach::from_us(&mut command);
    command
}

fn spawn(
    mut command: Command,
    programs: &Programs<'_>,
    ended: impl FnOnce(&End) + Send + 'static,
) -> io::Result<Started> {
    let keeper = keeper(programs);
    let (keeper, output) = match keeper {
        Some(mut keeper) => {
            let (input, output) = (keeper.stdin.take(), keeper.stdout.take());
            if let Some(input) = input {
                let _ = command.stderr(input);
            }
            (Some(keeper), output)
        }
        None => (None, None),
    };
    let child = command.spawn();
    // The keeper sees the end of the program's words only when our copy of its input is closed too.
    drop(command);
    let words = keeper.map(|keeper| collect(keeper, output)).transpose()?;
    let child = child?;
    let id = child.id();
    let (sender, end) = mpsc::channel();
    let wait = move || {
        let end = wait(child, words);
        ended(&end);
        // Whoever asked may have lost interest, and gone.
        let _ = sender.send(end);
    };
    let _ = thread::Builder::new().name("launched".into()).stack_size(STACK).spawn(wait)?;
    Ok(Started { id, end })
}

/// Starts what keeps the last words; `None` where there is no `tail`, and words are lost.
fn keeper(programs: &Programs<'_>) -> Option<Child> {
    let mut command = Command::new(programs.find("tail")?);
    let _ = command
        .args(["-c", &WORDS_KEPT.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .current_dir("/");
    detach::from_us(&mut command);
    command.spawn().ok()
}

/// Receives the words once, when everybody who could speak is gone.
fn collect(mut keeper: Child, output: Option<ChildStdout>) -> io::Result<Receiver<Vec<u8>>> {
    let (sender, receiver) = mpsc::channel();
    let read = move || {
        let mut words = Vec::new();
        let read = output.map(|output| output.take(WORDS_KEPT as u64).read_to_end(&mut words));
        if !matches!(read, Some(Ok(_))) {
            words.clear();
        }
        let _ = sender.send(words);
        let _ = keeper.wait();
    };
    let _ = thread::Builder::new().name("last words".into()).stack_size(STACK).spawn(read)?;
    Ok(receiver)
}

fn wait(mut child: Child, words: Option<Receiver<Vec<u8>>>) -> End {
    let status = child.wait().unwrap_or_else(|_| ExitStatus::from_raw(0));
    let words = words.and_then(|words| words.recv_timeout(PATIENCE).ok()).unwrap_or_default();
    End { code: status.code(), signal: status.signal(), words }
}

#[cfg(test)]
mod tests;
