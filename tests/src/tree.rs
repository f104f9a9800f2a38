//! A home and data folders of our own, with applications that tell how they were started.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};
use tempfile::TempDir;

use crate::client::timespec;
use crate::{Finished, PATIENCE, candela, run};

/// A temporary XDG tree. Everything the programs under test read or write lies in it.
pub struct Tree {
    root: TempDir,
    /// Our end of the FIFO into which started applications write; open for both, so that it never ends.
    starts: File,
}

/// An application that was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// The desktop file ID, without its `.desktop`.
    pub id: String,
    /// The arguments after those that the recorder itself needs.
    pub arguments: Vec<String>,
}

/// A desktop entry in the making.
pub struct Application<'a> {
    tree: &'a Tree,
    id: String,
    text: String,
    actions: Vec<(String, String)>,
}

impl Tree {
    /// Makes an empty tree.
    ///
    /// # Panics
    /// When the temporary folder cannot be written.
    pub fn new() -> Self {
        let root = tempfile::Builder::new().prefix("candela-tree-").tempdir().expect("a temporary folder");
        for folder in ["home", "data/applications", "config", "cache", "state", "runtime", "system/applications"] {
            fs::create_dir_all(root.path().join(folder)).expect("the temporary folder is ours");
        }
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(root.path().join("runtime"), private).expect("the temporary folder is ours");
        let fifo = root.path().join("starts");
        mknodat(CWD, &fifo, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a FIFO can be made");
        let nonblocking = i32::try_from(OFlags::NONBLOCK.bits()).expect("flags are small");
        let starts = OpenOptions::new().read(true).write(true).custom_flags(nonblocking).open(&fifo);
        Self { root, starts: starts.expect("the FIFO is ours") }
    }

    /// A path in the tree: `home`, `data`, `config`, `cache`, `state`, `runtime`, `system` or what lies below.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.root.path().join(name)
    }

    /// Writes a file below the tree, and the folders on the way.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the temporary folder is ours");
        fs::write(&path, bytes).expect("the temporary folder is ours");
        path
    }

    /// Writes a program in shell into the tree.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn script(&self, name: &str, lines: &str) -> PathBuf {
        let path = self.write(name, format!("#!/bin/sh\n{lines}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("the file is ours");
        path
    }

    /// Begins the desktop entry of an application that, when started with these arguments, is [`started`](Self::started).
    pub fn application(&self, id: &str, name: &str, arguments: &str) -> Application<'_> {
        let exec = self.exec(id, arguments);
        let text = format!("[Desktop Entry]\nType=Application\nName={name}\nExec={exec}\n");
        Application { tree: self, id: id.to_owned(), text, actions: Vec::new() }
    }

    /// The Exec line of a program that tells it was started as that ID, with these arguments.
    pub fn exec(&self, id: &str, arguments: &str) -> String {
        let recorder = concat!(env!("CARGO_MANIFEST_DIR"), "/record-start.sh");
        format!("\"{recorder}\" \"{}\" {id} {arguments}", self.path("starts").display())
    }

    /// The suite's binary with these arguments, in this tree and an environment that holds nothing else.
    pub fn command(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        self.command_of(candela(), arguments)
    }

    /// Any program with these arguments, in this tree and an environment that holds nothing else.
    pub fn command_of(&self, program: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(program);
        let _same = command
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("HOME", self.path("home"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_DATA_DIRS", self.path("system"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CONFIG_DIRS", self.path("system"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("XDG_RUNTIME_DIR", self.path("runtime"))
            .current_dir(self.path("home"));
        command
    }

    /// Runs the suite's binary with these arguments to its end, without a display.
    ///
    /// # Panics
    /// When it does not start.
    pub fn run(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Finished {
        run(self.command(arguments))
    }

    /// Waits for the next start of one of this tree's applications.
    ///
    /// # Panics
    /// When none is started.
    pub fn started(&self) -> Started {
        let deadline = Instant::now() + PATIENCE;
        let mut bytes = Vec::new();
        loop {
            if let Some(started) = Started::parse(&bytes) {
                return started;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let mut awaited = [PollFd::new(&self.starts, PollFlags::IN)];
            assert_eq!(poll(&mut awaited, Some(&timespec(left))), Ok(1), "no application was started");
            // One byte at a time: what follows belongs to the next start.
            let mut byte = [0];
            (&self.starts).read_exact(&mut byte).expect("the FIFO is ours");
            bytes.extend(byte);
        }
    }

    /// Whether no application was started that [`started`](Self::started) has not returned.
    pub fn nothing_started(&self) -> bool {
        let mut awaited = [PollFd::new(&self.starts, PollFlags::IN)];
        poll(&mut awaited, Some(&timespec(std::time::Duration::ZERO))) == Ok(0)
    }
}

impl Default for Tree {
    fn default() -> Self {
        Self::new()
    }
}

impl Started {
    /// Reads what `record-start.sh` writes: the ID, how many arguments, and those, each ended by a NUL.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let mut parts = text.strip_suffix('\0')?.split('\0');
        let id = parts.next()?.to_owned();
        let count: usize = parts.next()?.parse().ok()?;
        let arguments: Vec<_> = parts.map(str::to_owned).collect();
        (arguments.len() == count).then_some(Self { id, arguments })
    }
}

impl Application<'_> {
    /// Adds a key and its value to the entry.
    pub fn with(mut self, key: &str, value: &str) -> Self {
        writeln!(self.text, "{key}={value}").expect("a string takes everything");
        self
    }

    /// Adds an action, started with these arguments.
    pub fn with_action(mut self, action: &str, name: &str, arguments: &str) -> Self {
        let exec = self.tree.exec(&self.id, arguments);
        let group = format!("\n[Desktop Action {action}]\nName={name}\nExec={exec}\n");
        self.actions.push((action.to_owned(), group));
        self
    }

    /// Writes the entry into the user's applications.
    pub fn install(mut self) -> PathBuf {
        let names: String = self.actions.iter().map(|(name, _)| format!("{name};")).collect();
        if !names.is_empty() {
            self = self.with("Actions", &names);
        }
        let groups = self.actions.iter().map(|(_, group)| group.as_str());
        let text: String = [self.text.as_str()].into_iter().chain(groups).collect();
        self.tree.write(&format!("data/applications/{}.desktop", self.id), text)
    }
}
