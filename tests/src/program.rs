//! A running program: the built binary, or any other, with what it printed and how it ended.

use std::fs::{self, File};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use cargo_metadata::Message;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::client::{Client, timespec};
use crate::platform::wake_ups;
use crate::{Display, PATIENCE, Window};

/// The suite's binary, built from the sources as they are now.
///
/// # Panics
/// When they do not build.
pub fn candela() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| build(&["--features", "gallery"]))
}

/// Builds the suite's binary with these arguments for cargo, and returns where it is.
///
/// # Panics
/// When it does not build.
pub fn build(arguments: &[&str]) -> PathBuf {
    build_of("candela", arguments)
}

/// Builds the binary of any of our packages with these arguments for cargo, and returns where it is.
///
/// # Panics
/// When it does not build.
pub fn build_of(package: &str, arguments: &[&str]) -> PathBuf {
    let mut command = Command::new(env!("CARGO"));
    let _same = command
        .args(["build", "-q", "-p", package, "--message-format", "json-render-diagnostics"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let executable = Message::parse_stream(&output.stdout[..]).find_map(|message| match message {
        Ok(Message::CompilerArtifact(artifact)) => artifact.executable,
        _ => None,
    });
    executable.expect("cargo built an executable").into()
}

/// How a program ended, and what it had printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Its exit status.
    pub status: ExitStatus,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// Runs a command to its end.
///
/// # Panics
/// When it does not start.
pub fn run(mut command: Command) -> Finished {
    let output = command.stdin(Stdio::null()).output().expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Finished { status: output.status, stdout: text(&output.stdout), stderr: text(&output.stderr) }
}

/// A program on a display; killed when dropped.
pub struct Program {
    name: String,
    display: String,
    id: u32,
    /// Closed at the other end when the program has ended.
    ended: UnixStream,
    waiter: Option<JoinHandle<ExitStatus>>,
    output: TempDir,
}

impl Program {
    /// Starts a command on a display.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(display: &Display, mut command: Command) -> Self {
        let output = tempfile::Builder::new().prefix("candela-output-").tempdir().expect("a temporary folder");
        let file = |name: &str| File::create(output.path().join(name)).expect("the temporary folder is ours");
        let _same = command
            .env("DISPLAY", display.name())
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(file("stdout"))
            .stderr(file("stderr"));
        let mut child = command.spawn().expect("the program starts");
        let id = child.id();
        let (ended, end) = UnixStream::pair().expect("a pair of sockets");
        let waiter = thread::spawn(move || {
            let status = child.wait().expect("the child is ours");
            drop(end);
            status
        });
        let name = format!("{command:?}");
        Self { name, display: display.name().to_owned(), id, ended, waiter: Some(waiter), output }
    }

    /// Waits until none of its threads has woken up for so long: whether that comes about in time.
    pub fn sleeps_for(&self, long: Duration) -> bool {
        let deadline = Instant::now() + PATIENCE;
        let mut before = wake_ups(self.id);
        while Instant::now() < deadline {
            // That nothing happens can only be waited for.
            thread::sleep(long);
            let now = wake_ups(self.id);
            if now == before {
                return true;
            }
            before = now;
        }
        false
    }

    /// Its process ID.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// Returns its window once that is there, managed and active: ready for keys.
    ///
    /// # Panics
    /// When the program ends before, or no window comes.
    pub fn window(&self) -> Window {
        self.window_where(|owner| owner == Some(self.id))
    }

    /// Returns the active window on its display, whoever opened it: a program in a name space has another ID there.
    ///
    /// # Panics
    /// When the program ends before, or no window comes.
    pub fn any_window(&self) -> Window {
        self.window_where(|_owner| true)
    }

    fn window_where(&self, is_wanted: impl Fn(Option<u32>) -> bool) -> Window {
        let client = Client::connect(&self.display);
        let deadline = Instant::now() + PATIENCE;
        let ready = |id: &u32| {
            is_wanted(client.owner(*id)) && client.property(client.root, client.atoms._NET_ACTIVE_WINDOW) == [*id]
        };
        let id = loop {
            if let Some(id) = client.windows().into_iter().find(ready) {
                break id;
            }
            let event = client.next_event(deadline, Some(self.ended.as_fd()));
            assert!(event.is_some(), "no window of {}; it said: {}", self.name, self.printed("stderr"));
        };
        Window::of(client, id)
    }

    /// Waits until it has ended.
    ///
    /// # Panics
    /// When it does not end.
    pub fn finish(mut self) -> Finished {
        let mut awaited = [PollFd::new(&self.ended, PollFlags::IN)];
        let ended = poll(&mut awaited, Some(&timespec(PATIENCE)));
        assert_eq!(ended, Ok(1), "{} does not end; it said: {}", self.name, self.printed("stderr"));
        let waiter = self.waiter.take().expect("a program finishes once");
        let status = waiter.join().expect("waiting for a child does not fail");
        Finished { status, stdout: self.printed("stdout"), stderr: self.printed("stderr") }
    }

    fn printed(&self, stream: &str) -> String {
        let bytes = fs::read(self.output.path().join(stream)).expect("the temporary folder is ours");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let Some(waiter) = self.waiter.take() else { return };
        if !waiter.is_finished() {
            let id = i32::try_from(self.id).ok().and_then(Pid::from_raw).expect("a child has an ID");
            let _gone = kill_process(id, Signal::KILL);
        }
        let _status = waiter.join();
    }
}
