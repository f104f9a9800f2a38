//! A Wayland compositor without a screen, and programs on it whose every request is written down.

use std::cell::RefCell;
use std::fs::{self, File};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::{Tree, WaylandKeyboard, WaylandPointer, candela, wait_until};

/// The user without rights, where the tests are run by root.
const NOBODY: &str = "65534";
/// The name of a compositor's socket, the first in a folder.
const SOCKET: &str = "wayland-1";
/// The size of sway's screen.
pub(crate) const SCREEN: (u32, u32) = (1280, 800);

/// A command of a tree's environment that an ordinary user gives, to whom the tree belongs from here on: sway refuses to
/// be run by root. What it runs follows as arguments.
///
/// # Panics
/// When the tree cannot be given away.
pub fn as_user(tree: &Tree) -> Command {
    if !rustix::process::geteuid().is_root() {
        return tree.command_of(Path::new("env"), [""; 0]);
    }
    let given = Command::new("chown").arg("-R").arg(format!("{NOBODY}:{NOBODY}")).arg(tree.path("")).status();
    assert!(given.is_ok_and(|status| status.success()), "the tree is ours to give away");
    let words = [format!("--reuid={NOBODY}"), format!("--regid={NOBODY}"), "--clear-groups".into()];
    tree.command_of(Path::new("setpriv"), words)
}

/// A compositor in a tree.
#[derive(Debug)]
pub struct Compositor {
    process: Child,
    socket: PathBuf,
}

/// A program on a compositor, and what passes between the two.
#[derive(Debug)]
pub struct Client {
    process: Child,
    trace: PathBuf,
}

impl Compositor {
    /// Starts sway, which has layers.
    ///
    /// # Panics
    /// When it does not come up.
    pub fn sway(tree: &Tree) -> Self {
        let (width, height) = SCREEN;
        let settings = tree.write("config/sway", format!("output HEADLESS-1 resolution {width}x{height}\n"));
        let mut command = as_user(tree);
        let _same = command.args(["sway", "-c"]).arg(settings).envs([
            ("WLR_BACKENDS", "headless"),
            ("WLR_RENDERER", "pixman"),
            ("WLR_LIBINPUT_NO_DEVICES", "1"),
        ]);
        Self::start(tree, command)
    }

    /// Starts Weston, which has none.
    ///
    /// # Panics
    /// When it does not come up.
    pub fn weston(tree: &Tree) -> Self {
        let mut command = as_user(tree);
        let socket = format!("--socket={SOCKET}");
        let _same = command.args(["weston", "--backend=headless-backend.so", "--no-config", "--idle-time=0", &socket]);
        Self::start(tree, command)
    }

    fn start(tree: &Tree, mut command: Command) -> Self {
        let log = || File::create(tree.path("state/compositor")).expect("the tree is ours");
        let _same = command.stdin(Stdio::null()).stdout(log()).stderr(log());
        let compositor = Self {
            process: command.spawn().expect("the compositor is installed"),
            socket: tree.path("runtime").join(SOCKET),
        };
        let said = || fs::read_to_string(tree.path("state/compositor")).unwrap_or_default();
        wait_until(said, || UnixStream::connect(&compositor.socket).is_ok());
        compositor
    }

    /// A command on this compositor.
    pub fn command(&self, tree: &Tree) -> Command {
        let mut command = as_user(tree);
        let _same = command.env("WAYLAND_DISPLAY", SOCKET).stdin(Stdio::null());
        command
    }

    /// Starts the suite's binary with these arguments.
    ///
    /// # Panics
    /// When it does not start.
    pub fn client(&self, tree: &Tree, arguments: &[&str]) -> Client {
        let program = tree.path("candela");
        if !program.exists() {
            let _bytes = fs::copy(candela(), &program).expect("the tree has room");
        }
        let trace = tree.path("state/trace");
        let mut command = self.command(tree);
        let _same = command.arg(program).args(arguments).env("WAYLAND_DEBUG", "1");
        let process = command.stderr(File::create(&trace).expect("the tree is ours")).spawn();
        Client { process: process.expect("the program starts"), trace }
    }

    /// Plugs in a keyboard.
    pub fn keyboard(&self) -> WaylandKeyboard {
        WaylandKeyboard::plug_in(&self.socket)
    }

    /// Plugs in a pointer.
    pub fn pointer(&self) -> WaylandPointer {
        WaylandPointer::plug_in(&self.socket)
    }

    /// The application IDs of all windows in sway.
    ///
    /// # Panics
    /// When sway does not tell.
    pub fn windows(&self, tree: &Tree) -> Vec<String> {
        let names = fs::read_dir(tree.path("runtime")).expect("the tree is ours").flatten().map(|entry| entry.path());
        let socket = names.into_iter().find(|path| path.to_string_lossy().contains("sway-ipc")).expect("sway's socket");
        let output = self.command(tree).args(["swaymsg", "-r", "-t", "get_tree"]).env("SWAYSOCK", socket).output();
        let tree = serde_json::from_slice(&output.expect("sway has swaymsg").stdout).expect("sway writes JSON");
        let mut found = Vec::new();
        collect(&tree, &mut found);
        found
    }
}

fn collect(node: &Value, found: &mut Vec<String>) {
    found.extend(node["app_id"].as_str().map(str::to_owned));
    for kind in ["nodes", "floating_nodes"] {
        node[kind].as_array().into_iter().flatten().for_each(|child| collect(child, found));
    }
}

impl Drop for Compositor {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

impl Client {
    /// How many of the requests and events so far have all these words.
    pub fn count(&self, words: &[&str]) -> usize {
        let trace = fs::read(&self.trace).unwrap_or_default();
        let lines = String::from_utf8_lossy(&trace);
        lines.lines().filter(|line| words.iter().all(|word| line.contains(word))).count()
    }

    /// Waits until so many requests or events have all these words.
    ///
    /// # Panics
    /// When they never do.
    pub fn wait_for(&self, count: usize, words: &[&str]) {
        let told = || format!("{words:?}: {}", fs::read_to_string(&self.trace).unwrap_or_default());
        wait_until(told, || self.count(words) >= count);
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Waits until it ends by itself, and returns its exit status.
    ///
    /// # Panics
    /// When it does not end.
    pub fn ended(&mut self) -> ExitStatus {
        let process = RefCell::new(&mut self.process);
        let status = || process.borrow_mut().try_wait().expect("it is our child");
        wait_until(|| "it does not end".to_owned(), || status().is_some());
        status().expect("it has ended")
    }

    /// Whether it has not ended.
    pub fn is_running(&mut self) -> bool {
        self.process.try_wait().is_ok_and(|status| status.is_none())
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

fn end(process: &mut Child) {
    let id = i32::try_from(process.id()).ok().and_then(Pid::from_raw).expect("a process has an ID");
    // It may have ended by itself.
    let _told = kill_process(id, Signal::TERM);
    let _status = process.wait();
}
