//! A session in a tree of its own, on a display of its own that nobody manages before.
#![allow(dead_code, reason = "each file of tests needs a part of it")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use candela_tests::{Display, Finished, Program, Size, Tree, build_of, run, wait_until};
use serde_json::Value;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// Every shell that the script must run under, as it is called.
pub const SHELLS: [&[&str]; 5] = [&["dash"], &["busybox", "sh"], &["mksh"], &["yash"], &["bash", "--posix"]];

/// The session by itself: it is the same program as in the suite's binary, and needs no window.
pub fn candela_session() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| build_of("candela-session", &[]))
}

/// Where sessions are tried.
pub struct Rig {
    pub tree: Tree,
    pub display: Display,
}

impl Rig {
    pub fn new() -> Self {
        let tree = Tree::new();
        fs::create_dir(tree.path("bin")).expect("the tree is ours");
        symlink(candela_session(), tree.path("bin/candela-session")).expect("the tree is ours");
        Self { tree, display: Display::bare(Size(800, 600)) }
    }

    /// Has a program start with the session, which tells that it was started.
    pub fn autostart(&self, id: &str, lines: &str) {
        let exec = self.tree.exec(id, "");
        self.entry(id, &format!("Exec={exec}\n{lines}"));
    }

    /// Has a shell command run with the session, and tell of its start before.
    pub fn autostart_command(&self, id: &str, command: &str) {
        let program = self.program(id, &format!("{}\n{command}", self.tree.exec(id, "")));
        self.entry(id, &format!("Exec={}", program.display()));
    }

    pub fn entry(&self, id: &str, lines: &str) {
        let text = format!("[Desktop Entry]\nType=Application\nName={id}\n{lines}\n");
        let _path = self.tree.write(&format!("config/autostart/{id}.desktop"), text);
    }

    /// Writes a program in sh into the session's search path.
    pub fn program(&self, name: &str, text: &str) -> PathBuf {
        let path = self.tree.write(&format!("bin/{name}"), format!("#!/bin/sh\n{text}\n"));
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("the tree is ours");
        path
    }

    /// The script under that shell, as a login manager starts it.
    pub fn script(&self, shell: &[&str]) -> Command {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packaging/session/start-candela-desktop");
        let mut command = self.tree.command_of(Path::new(shell[0]), &shell[1..]);
        let _same = command.arg(script).env("PATH", self.path()).env("DISPLAY", self.display.name());
        command
    }

    fn path(&self) -> String {
        let system = std::env::var("PATH").expect("tests have a search path");
        format!("{}:{system}", self.tree.path("bin").display())
    }

    /// Starts a session under dash.
    pub fn start(&self) -> Program {
        Program::start(&self.display, self.script(&["dash"]))
    }

    /// Asks the session of this display.
    pub fn ask(&self, arguments: &[&str]) -> Finished {
        let mut command = self.tree.command_of(candela_session(), arguments);
        let _same = command.env("DISPLAY", self.display.name());
        run(command)
    }

    pub fn status(&self) -> Value {
        let finished = self.ask(&["status", "--json"]);
        serde_json::from_str(&finished.stdout).unwrap_or_else(|_| panic!("one document: {finished:?}"))
    }

    /// A component as the session tells of it.
    pub fn component(&self, name: &str) -> Value {
        let status = self.status();
        let components = status["components"].as_array().expect("an array");
        let found = components.iter().find(|component| component["name"] == name);
        found.unwrap_or_else(|| panic!("{name} is in {status}")).clone()
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.tree.path("state/candela/session.log")).unwrap_or_default()
    }

    /// The names of what lies in a folder of the tree.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.tree.path(folder)).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The suite's binary beside the session's, as they are installed.
    pub fn suite(&self) -> PathBuf {
        let suite = self.tree.path("bin/candela");
        fs::hard_link(candela_tests::candela(), &suite)
            .or_else(|_| fs::copy(candela_tests::candela(), &suite).map(drop))
            .expect("the tree is ours");
        suite
    }

    /// The windows that the window manager lists.
    pub fn windows(&self) -> Vec<Window> {
        let (connection, screen) = x11rb::connect(Some(self.display.name())).expect("the display answers");
        let root = connection.setup().roots[screen].root;
        let name = connection.intern_atom(false, b"_NET_CLIENT_LIST").expect("the display answers");
        let name = name.reply().expect("the display answers").atom;
        let list = connection.get_property(false, root, name, AtomEnum::WINDOW, 0, 1024).expect("the display answers");
        let list = list.reply().expect("the display answers");
        list.value32().map(Iterator::collect).unwrap_or_default()
    }

    /// Opens a window that can be asked to close, and is shown.
    pub fn window(&self, title: &str) -> (RustConnection, Window) {
        let (connection, screen) = x11rb::connect(Some(self.display.name())).expect("the display answers");
        let root = connection.setup().roots[screen].root;
        let window = connection.generate_id().expect("the display answers");
        let kind = WindowClass::INPUT_OUTPUT;
        let looks = CreateWindowAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
        connection
            .create_window(0, window, root, 0, 0, 200, 100, 0, kind, 0, &looks)
            .expect("the display answers")
            .check()
            .expect("the display answers");
        let atom = |name: &str| {
            connection
                .intern_atom(false, name.as_bytes())
                .expect("the display answers")
                .reply()
                .expect("the display answers")
                .atom
        };
        let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
        connection
            .change_property32(PropMode::REPLACE, window, protocols, AtomEnum::ATOM, &[delete])
            .expect("the display answers")
            .check()
            .expect("the display answers");
        let (name, text) = (AtomEnum::WM_NAME, AtomEnum::STRING);
        connection
            .change_property8(PropMode::REPLACE, window, name, text, title.as_bytes())
            .expect("the display answers")
            .check()
            .expect("the display answers");
        connection.map_window(window).expect("the display answers").check().expect("the display answers");
        wait_until(|| "the window manager never lists it".to_owned(), || self.windows().contains(&window));
        (connection, window)
    }

    /// The processes that have this tree's runtime directory in their environment: those of its sessions. Not what holds
    /// the folder of the portal of documents, which the bus starts for whoever asks how the desktop looks, and which ends
    /// after it.
    pub fn processes(&self) -> Vec<String> {
        let wanted = format!("XDG_RUNTIME_DIR={}", self.tree.path("runtime").display());
        let mut found = Vec::new();
        for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let environment = fs::read(process.path().join("environ")).unwrap_or_default();
            if environment.split(|byte| *byte == 0).any(|variable| variable == wanted.as_bytes()) {
                let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
                let line = String::from_utf8_lossy(&line).replace('\0', " ");
                found.extend(Some(line).filter(|line| !line.contains("fsname=portal")));
            }
        }
        found
    }
}

/// The variables that `env` wrote to a file.
pub fn variables(file: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(file).expect("the environment was written");
    text.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect()
}

/// Whether a window of this connection was asked to close.
pub fn was_asked_to_close(connection: &RustConnection) -> bool {
    std::iter::from_fn(|| connection.poll_for_event().expect("the display answers"))
        .any(|event| matches!(event, Event::ClientMessage(_)))
}
