//! A display of our own: an X server in memory and a window manager, gone when the value is dropped.

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::Window;
use crate::client::Client;

/// Width and height, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u16, pub u16);

/// An X server in memory with openbox on it.
pub struct Display {
    name: String,
    /// The window manager's, so that nobody's settings change what tests see.
    home: TempDir,
    server: Child,
    window_manager: Option<Child>,
}

impl Display {
    /// Starts a display and returns once its window manager manages it.
    ///
    /// # Panics
    /// When Xvfb or openbox is not there or does not come up.
    pub fn start(size: Size) -> Self {
        let mut display = Self::bare(size);
        display.manage();
        display
    }

    /// Starts a display that nobody manages, for who brings a window manager along.
    ///
    /// # Panics
    /// When Xvfb is not there or does not come up.
    pub fn bare(size: Size) -> Self {
        let home = tempfile::Builder::new().prefix("candela-display-").tempdir().expect("a temporary folder");
        let screen = format!("{}x{}x24", size.0, size.1);
        // Without -noreset the server resets when its last client leaves, and the next connection may fail.
        let arguments = ["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", &screen];
        let mut command = Command::new("Xvfb");
        let _same = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().expect("Xvfb starts: `make test` installs it");
        let number = line_of(&mut server, |line| line.parse::<u16>().is_ok());
        let number = number.expect("Xvfb has a display before it ends");
        Self { name: format!(":{}", number), home, server, window_manager: None }
    }

    fn manage(&mut self) {
        let mut command = Command::new("openbox");
        let home = self.home.path();
        let errors = home.join("errors");
        // Its startup command runs once it manages windows; one mapped before that it may overlook for ever.
        let _same = command
            .args(["--sm-disable", "--startup", "echo ready"])
            .env_clear()
            .env("PATH", env::var_os("PATH").unwrap_or_default())
            .env("DISPLAY", &self.name)
            .env("HOME", home)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&errors).expect("the folder is ours"));
        let window_manager =
            self.window_manager.insert(command.spawn().expect("openbox starts: `make test` installs it"));
        let ready = line_of(window_manager, |line| line == "ready");
        let said = || fs::read_to_string(&errors).unwrap_or_default();
        assert!(ready.is_some(), "openbox ended before it managed {}; it said: {}", self.name, said());
    }

    /// Its name, as `DISPLAY` wants it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole screen, with everything that is on it.
    pub fn screen(&self) -> Window {
        let client = Client::connect(&self.name);
        let root = client.root;
        Window::of(client, root)
    }

    /// Ends the X server, as when a session ends under its programs.
    pub fn go_away(&mut self) {
        end(&mut self.server);
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(window_manager) = &mut self.window_manager {
            end(window_manager);
        }
        end(&mut self.server);
    }
}

/// The first line a child prints that is wanted; `None` when it ends before. The pipe stays open for what it says later.
fn line_of(child: &mut Child, wanted: impl Fn(&str) -> bool) -> Option<String> {
    let output = child.stdout.as_mut().expect("its output is piped");
    BufReader::new(output).lines().map_while(Result::ok).find(|line| wanted(line))
}

/// Ends a child of ours at once; one that has ended already stays ended.
fn end(child: &mut Child) {
    let _gone = child.kill();
    let _status = child.wait();
}
