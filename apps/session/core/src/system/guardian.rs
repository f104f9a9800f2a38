//! Watches over the process that manages the session: takes the lock, and when the manager is gone ends what it left.
//!
//! The manager may be killed; then everything of the session becomes this process's child, and is ended here.

use crate::component::End;
use crate::notice::{Notice, Outcome};
use crate::platform;
use crate::system::log::{Log, Words};
use crate::system::{children, failures, folder, process, signals};

use candela_shared::Directories;
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process};

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant, SystemTime};

/// How long what a killed manager left may take to end before it is killed too.
const TERMINATION: Duration = Duration::from_secs(2);
/// How often is looked whether it has.
const LOOK: Duration = Duration::from_millis(50);

/// The command of the program that manages; never typed by a person.
pub const MANAGE: &str = "--manage";
/// The variable by which everything of a session can be told from the rest.
pub const MARK: &str = "CANDELA_SESSION_MARK";

/// What the manager is told by its command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orders {
    /// The log, which has begun.
    pub log: PathBuf,
    /// Whether it is to do without what may have been at fault.
    pub is_safe_mode: bool,
}

/// Runs a session on that display from its beginning to its end, and returns the exit status.
///
/// `notes` are what whoever prepared it had to say, a line each, and stand at the head of the log.
///
/// # Errors
/// Why it did not even begin.
pub fn run(directories: &Directories, display: &str, notes: &str, words: Words) -> Result<u8, Outcome> {
    let runtime = folder::runtime(directories)?;
    let lock = folder::lock(&runtime.join(folder::name_of(display, "lock")))?;
    let state = folder::state(directories)?;
    let log = Log::begin(&state, words).map_err(|error| folder::cannot(&state.join("session.log"), &error))?;
    notes.lines().for_each(|line| log.line("start-candela-desktop", line.as_bytes()));
    let is_safe_mode = failures::asks_for_safe_mode(&state, SystemTime::now());
    let orders = Orders { log: log.path().to_owned(), is_safe_mode };
    let begun = Instant::now();
    let end = watch(&lock, &orders).map_err(|error| Outcome::Internal(error.to_string()))?;
    if let End::Signal(_) = end {
        log.say(&Notice::Ended { component: "candela-session --manage".to_owned(), end });
    }
    // A session that found another one here says nothing of how ours are.
    if end != End::Exit(i32::from(Outcome::AlreadyRunning.status()))
        && let Err(error) = failures::note(&state, is_ordinary(end), begun.elapsed(), SystemTime::now())
    {
        log.line("candela-session", error.to_string().as_bytes());
    }
    remove_files(&runtime, display, lock);
    Ok(end.status())
}

/// Whether a session ended as sessions do: by logging out, or because the system told it to.
fn is_ordinary(end: End) -> bool {
    let told = [1, 2, 15].map(|signal| i32::from(Outcome::Signal(signal).status()));
    matches!(end, End::Exit(status) if status == 0 || told.contains(&status))
}

fn watch(lock: &File, orders: &Orders) -> io::Result<End> {
    let (sender, receiver) = mpsc::channel();
    signals::tell(sender, |signal| signal)?;
    // Without it a killed manager's components would be somebody else's children.
    let _ = platform::become_reaper();
    let manager = start(lock, orders)?;
    let end = wait(manager, &receiver)?;
    sweep(&receiver);
    Ok(end)
}

/// Starts the manager, with the lock open: it is held as long as either of us lives.
fn start(lock: &File, orders: &Orders) -> io::Result<u32> {
    let mut command = Command::new(std::env::current_exe()?);
    let _ = command.arg0("candela-session").arg(MANAGE).arg(&orders.log).stdin(Stdio::null());
    if orders.is_safe_mode {
        let _ = command.arg("--safe-mode");
    }
    process::end_with_us(&mut command);
    fcntl_setfd(lock, FdFlags::empty())?;
    let child = command.spawn();
    fcntl_setfd(lock, FdFlags::CLOEXEC)?;
    Ok(child?.id())
}

/// Waits for the manager, and passes on to it what tells the session to end.
fn wait(manager: u32, receiver: &Receiver<i32>) -> io::Result<End> {
    loop {
        let signal = receiver.recv().map_err(io::Error::other)?;
        if signal != signals::CHILD {
            let pid = i32::try_from(manager).ok().and_then(Pid::from_raw);
            let signal = Signal::from_named_raw(signal).unwrap_or(Signal::TERM);
            let _ = pid.map(|pid| kill_process(pid, signal));
            continue;
        }
        while let Some((pid, end)) = children::ended() {
            if pid == manager {
                return Ok(end);
            }
        }
    }
}

/// Ends everything that is left.
fn sweep(receiver: &Receiver<i32>) {
    end_all(
        || children::others(&HashSet::new()),
        |time| {
            let _ = receiver.recv_timeout(time);
            while children::ended().is_some() {}
        },
    );
}

/// Ends what a session left whose guardian was killed too: what bears its mark, but for us and who called us.
///
/// # Errors
/// Where its files cannot be removed either.
pub fn end_marked(directories: &Directories, display: &str, mark: &OsStr) -> Result<(), Outcome> {
    let us = [Some(rustix::process::getpid()), rustix::process::getppid()];
    let left = || {
        let mut marked = platform::with_variable(MARK, mark);
        marked.retain(|pid| !us.contains(&Some(*pid)));
        marked
    };
    end_all(left, std::thread::sleep);
    let runtime = folder::runtime(directories)?;
    let lock = folder::lock(&runtime.join(folder::name_of(display, "lock")))?;
    remove_files(&runtime, display, lock);
    Ok(())
}

/// Removes what a session has in the runtime directory, its lock last.
fn remove_files(runtime: &Path, display: &str, lock: File) {
    for extension in ["socket", "lock"] {
        let _ = std::fs::remove_file(runtime.join(folder::name_of(display, extension)));
    }
    drop(lock);
    folder::remove_abandoned(runtime);
    // It stays as long as another session needs it.
    let _ = std::fs::remove_dir(runtime);
}

/// Tells what is left to end, and kills it when it does not; looks again after each wait.
fn end_all(left: impl Fn() -> Vec<Pid>, mut wait: impl FnMut(Duration)) {
    let begun = Instant::now();
    let mut is_told = false;
    loop {
        let pids = left();
        if pids.is_empty() || begun.elapsed() >= 2 * TERMINATION {
            return;
        }
        if begun.elapsed() >= TERMINATION {
            children::signal(&pids, Signal::KILL);
        } else if !is_told {
            children::signal(&pids, Signal::TERM);
            is_told = true;
        }
        wait(LOOK);
    }
}

/// Returns the program that runs now, for components of our own.
pub fn this() -> PathBuf {
    std::env::current_exe().unwrap_or_else(|_| Path::new("candela").to_owned())
}
