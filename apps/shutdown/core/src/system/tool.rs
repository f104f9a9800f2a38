//! Runs a tool to ask it something: an argument vector, a cleared environment, a deadline, and no more output than fits.

use crate::{Reason, text};

use candela_shared::registry::launch;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_setfl};
use rustix::process::{Pid, Signal, kill_process_group};

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Read};
use std::os::fd::AsFd;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Where tools find tools.
pub const PATH: &str = "/sbin:/usr/sbin:/bin:/usr/bin:/usr/local/sbin:/usr/local/bin";
/// The most output read, in bytes; more is no answer to any of our questions.
const MOST: usize = 8 << 20;
/// How often a tool that has closed its output is asked whether it has ended.
const ENDING: Duration = Duration::from_millis(5);

/// What a tool said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its exit status; 128 and more for a signal.
    pub status: i32,
    /// What it printed.
    pub stdout: Vec<u8>,
    /// What it complained.
    pub stderr: Vec<u8>,
}

/// A command with nothing of our environment: no language, no pager, no preloaded library.
pub fn command(tool: &Path) -> Command {
    let mut command = Command::new(tool);
    let _configured = command
        .env_clear()
        .env("PATH", PATH)
        .env("LC_ALL", "C")
        .env("HOME", "/")
        .env("PAGER", "cat")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .current_dir("/")
        .stdin(Stdio::null());
    command
}

/// A command for a program of the suite, which needs to know where the user's session is.
pub fn ours(program: &Path) -> Command {
    let mut command = Command::new(program);
    launch::ours::keep_from(&mut command);
    let _configured = command.stdin(Stdio::null());
    command
}

/// Asks a tool, and ends it and all its children at the deadline.
///
/// # Errors
/// Where it cannot be started, does not answer in time, or prints without end. How it exits is for the caller to judge.
pub fn ask<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(
    tool: &Path,
    arguments: I,
    deadline: Instant,
) -> Result<Output, Reason> {
    let mut command = command(tool);
    let _asked = command.args(arguments);
    ask_by(command, deadline)
}

/// The same of a command that is prepared.
///
/// # Errors
/// As [`ask`].
pub fn ask_by(mut command: Command, deadline: Instant) -> Result<Output, Reason> {
    let name = name(Path::new(command.get_program()));
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()
        .map_err(|error| not_started(&name, &error))?;
    let answer = listen(&mut child, deadline);
    let outcome = match answer {
        Ok(Some(output)) => return Ok(output),
        Ok(None) => Reason::TimedOut { tool: name },
        Err(error) if error.kind() == ErrorKind::FileTooLarge => {
            Reason::NotUnderstood { tool: name, detail: "it prints without end".to_owned() }
        }
        Err(error) => Reason::NotStarted { tool: name, kind: error.kind() },
    };
    end(child);
    Err(outcome)
}

/// The name a tool is spoken of by.
pub fn name(tool: &Path) -> String {
    text::line(tool.file_name().unwrap_or(tool.as_os_str()).as_encoded_bytes())
}

/// An exit status as a shell says it.
pub fn status(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))
}

fn not_started(name: &str, error: &io::Error) -> Reason {
    match error.kind() {
        ErrorKind::NotFound => Reason::Missing { tool: name.to_owned() },
        kind => Reason::NotStarted { tool: name.to_owned(), kind },
    }
}

/// Reads what a tool says until it has ended; `None` at the deadline.
fn listen(child: &mut Child, deadline: Instant) -> io::Result<Option<Output>> {
    let mut streams = [Stream::new(child.stdout.take())?, Stream::new(child.stderr.take())?];
    while streams.iter().any(Stream::is_open) {
        if !wait(&streams, deadline)? {
            // A child of the tool may keep the pipes open for ever; what the tool itself said is complete.
            let ended = child.try_wait()?;
            return Ok(ended.map(|ended| Output::of(ended, streams)));
        }
        for stream in &mut streams {
            stream.read()?;
        }
    }
    loop {
        if let Some(ended) = child.try_wait()? {
            return Ok(Some(Output::of(ended, streams)));
        }
        if Instant::now() >= deadline {
            return Ok(None);
        }
        std::thread::sleep(ENDING);
    }
}

/// Waits until a stream has something to say; `false` at the deadline.
fn wait(streams: &[Stream; 2], deadline: Instant) -> io::Result<bool> {
    let left = deadline.saturating_duration_since(Instant::now());
    let timeout = Timespec::try_from(left).unwrap_or_default();
    let mut polled: Vec<PollFd<'_>> =
        streams.iter().filter_map(|stream| Some(PollFd::from_borrowed_fd(stream.fd()?, PollFlags::IN))).collect();
    match poll(&mut polled, Some(&timeout)) {
        Ok(ready) => Ok(ready > 0),
        Err(rustix::io::Errno::INTR) => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// Kills a tool and its children, and lets a thread wait for what the kernel may hold up.
fn end(mut child: Child) {
    if let Some(group) = Pid::from_raw(child.id().cast_signed()) {
        // It may have ended meanwhile.
        let _ended = kill_process_group(group, Signal::KILL);
    }
    let _reaper = std::thread::spawn(move || child.wait());
}

impl Output {
    fn of(ended: ExitStatus, [stdout, stderr]: [Stream; 2]) -> Self {
        Self { status: status(ended), stdout: stdout.bytes, stderr: stderr.bytes }
    }

    /// What is said of a tool that failed.
    pub fn failure(&self, tool: &str) -> Reason {
        let complaint = if self.stderr.trim_ascii().is_empty() { &self.stdout } else { &self.stderr };
        Reason::Failed { tool: tool.to_owned(), status: self.status, detail: text::last_line(complaint) }
    }
}

/// One pipe of a tool.
struct Stream {
    pipe: Option<Box<dyn Pipe>>,
    bytes: Vec<u8>,
}

trait Pipe: Read + AsFd {}
impl<T: Read + AsFd> Pipe for T {}

impl Stream {
    fn new<P: Pipe + 'static>(pipe: Option<P>) -> io::Result<Self> {
        if let Some(pipe) = &pipe {
            fcntl_setfl(pipe, OFlags::NONBLOCK)?;
        }
        Ok(Self { pipe: pipe.map(|pipe| Box::new(pipe) as Box<dyn Pipe>), bytes: Vec::new() })
    }

    fn is_open(&self) -> bool {
        self.pipe.is_some()
    }

    fn fd(&self) -> Option<std::os::fd::BorrowedFd<'_>> {
        self.pipe.as_ref().map(|pipe| pipe.as_fd())
    }

    /// Takes what is there.
    fn read(&mut self) -> io::Result<()> {
        let Some(pipe) = &mut self.pipe else {
            return Ok(());
        };
        let mut buffer = [0; 16384];
        loop {
            match pipe.read(&mut buffer) {
                Ok(0) => {
                    self.pipe = None;
                    return Ok(());
                }
                Ok(length) => self.bytes.extend_from_slice(&buffer[..length]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
            if self.bytes.len() > MOST {
                return Err(ErrorKind::FileTooLarge.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, patience: Duration) -> Result<Output, Reason> {
        ask(Path::new("/bin/sh"), ["-c", script], Instant::now() + patience)
    }

    const LONG: Duration = Duration::from_secs(30);

    #[test]
    fn a_tool_says_both_and_how_it_ended() {
        let output = shell("echo out; echo err >&2; exit 3", LONG).unwrap();
        assert_eq!((output.status, &output.stdout[..], &output.stderr[..]), (3, &b"out\n"[..], &b"err\n"[..]));
        assert_eq!(shell("kill -9 $$", LONG).unwrap().status, 137);
    }

    #[test]
    fn a_tool_hears_nothing_of_our_environment() {
        let output = shell("echo $LC_ALL $HOME; pwd; cat; env | grep -c CARGO", LONG).unwrap();
        assert_eq!(output.stdout, b"C /\n/\n0\n");
    }

    #[test]
    fn a_tool_that_hangs_is_ended_with_its_children() {
        for script in ["sleep 1000", "sleep 1000 & wait", "exec >&- 2>&-; sleep 1000"] {
            let answer = shell(script, Duration::from_millis(50));
            assert_eq!(answer, Err(Reason::TimedOut { tool: "sh".into() }), "{script}");
        }
    }

    #[test]
    fn a_child_left_behind_with_the_pipes_does_not_take_the_answer_away() {
        let output = shell("echo yes; sleep 1000 &", Duration::from_millis(300)).unwrap();
        assert_eq!((output.status, &output.stdout[..]), (0, &b"yes\n"[..]));
    }

    #[test]
    fn a_tool_that_prints_without_end_is_ended() {
        assert!(matches!(shell("yes", LONG), Err(Reason::NotUnderstood { .. })));
    }

    #[test]
    fn a_tool_that_is_not_there_is_missing() {
        let answer = ask(Path::new("/nowhere/pkg"), [""], Instant::now());
        assert_eq!(answer, Err(Reason::Missing { tool: "pkg".into() }));
    }
}
