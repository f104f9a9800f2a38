//! A process that waits for a file system may not be able to end, whatever is done to it. Where one is mounted that might
//! not answer, commands do their work in a process of its own, which this one leaves alone when it does not hear.
//!
//! Both hold an end of a socket, which is the standard input of the one that works. That one says there that it has
//! heard of being cancelled, and cancels when nobody is at the other end any more.

use super::{FAILED, output};
use crate::notice::operation::unanswered;

use candela_files_core::operation::Control;
use candela_files_core::system::{is_running, may_hang};
use candela_shared::i18n::Words;

use rustix::process::{Pid, Signal, kill_process};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// So often it is looked whether work has heard that it is cancelled.
pub const LOOK: Duration = Duration::from_millis(5);

/// For how long work that is cancelled is waited for, before it is left alone with a file system that does not answer.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    process: u32,
    told: Instant,
    /// When it was last seen to compute.
    seen: Instant,
    /// Whether it has heard, and takes back what it had begun.
    pub is_heeded: bool,
}

impl Patience {
    /// Work may wait so long for a file system, and compute so long, before it hears.
    const HEARING: Duration = Duration::from_millis(80);
    const COMPUTING: Duration = Duration::from_secs(2);
    /// And so long it may take back what it had begun.
    const TIDYING: Duration = Duration::from_secs(10);

    /// That process was told at this moment.
    pub fn new(process: u32) -> Self {
        let now = Instant::now();
        Self { process, told: now, seen: now, is_heeded: false }
    }

    /// Looks what it does; says whether it is to be left alone.
    pub fn is_over(&mut self) -> bool {
        if is_running(self.process) {
            self.seen = Instant::now();
        }
        match self.is_heeded {
            true => self.told.elapsed() > Self::TIDYING,
            false => self.seen.elapsed() > Self::HEARING || self.told.elapsed() > Self::COMPUTING,
        }
    }
}

/// Set for the process that works.
const SUPERVISED: &str = "CANDELA_FILES_SUPERVISED";
/// What it says when it has heard.
const HEARD: &[u8] = b"heard";

/// Has another process do what these arguments say, and returns its exit status; `None` where this process is to do it.
pub fn delegated(words: &Words, arguments: &[OsString]) -> Option<ExitCode> {
    if is_supervised() || !may_hang() {
        return None;
    }
    // Where no process can be started, this one does the work.
    delegate(words, arguments).ok()
}

/// Whether another process waits for this one.
pub fn is_supervised() -> bool {
    std::env::var_os(SUPERVISED).is_some()
}

fn delegate(words: &Words, arguments: &[OsString]) -> io::Result<ExitCode> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let (mut ours, theirs) = UnixStream::pair()?;
    let mut command = Command::new(std::env::current_exe()?);
    let _same = command.arg0("candela-files").args(arguments).env(SUPERVISED, "").stdin(OwnedFd::from(theirs));
    let _same = command.stdout(passed_on(io::stdout().is_terminal())).stderr(passed_on(io::stderr().is_terminal()));
    let mut child = command.spawn()?;
    let relays = [
        child.stdout.take().map(|from| relay(from, io::stdout())),
        child.stderr.take().map(|from| relay(from, io::stderr())),
    ];
    // Its end of the socket is only the child's from here on.
    drop(command);
    let mut patience: Option<Patience> = None;
    ours.set_read_timeout(Some(LOOK * 4))?;
    loop {
        match ours.read(&mut [0; HEARD.len()]) {
            Ok(0) => {
                // All that it said comes before the end.
                relays.into_iter().flatten().for_each(|relay| drop(relay.join()));
                return Ok(status(&mut child));
            }
            Ok(_) => patience.iter_mut().for_each(|patience| patience.is_heeded = true),
            Err(_) => {}
        }
        if signals.pending().next().is_some() {
            // A child that has ended needs to hear nothing.
            let _ = kill_process(Pid::from_child(&child), Signal::TERM);
            let _same = patience.get_or_insert(Patience::new(child.id()));
        }
        if patience.as_mut().is_some_and(Patience::is_over) {
            return Ok(output::fail(&unanswered(words, Path::new("")), FAILED));
        }
    }
}

/// Whoever reads what is said, and waits for its end, must not wait for a process that was left alone.
fn passed_on(is_terminal: bool) -> Stdio {
    if is_terminal { Stdio::inherit() } else { Stdio::piped() }
}

fn relay(mut from: impl Read + Send + 'static, mut to: impl Write + Send + 'static) -> JoinHandle<()> {
    // A reader that has gone is told by the end of the pipe.
    thread::spawn(move || drop(io::copy(&mut from, &mut to).and_then(|_| to.flush())))
}

fn status(child: &mut Child) -> ExitCode {
    let code = child.wait().ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
    ExitCode::from(code.unwrap_or(FAILED))
}

/// Says that the work has heard of being cancelled.
pub fn tell_heard() {
    // Nobody may wait any more.
    let _ = rustix::io::write(io::stdin(), HEARD);
}

/// Cancels when nobody waits for this process any more.
pub fn cancel_with_supervisor(control: &Arc<Control>) {
    let control = Arc::clone(control);
    let _waits = thread::spawn(move || {
        let _end = io::stdin().read_to_end(&mut Vec::new());
        control.cancel();
    });
}
