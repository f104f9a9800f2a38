//! A message bus of a test's own, and the services of a desktop as python-dbusmock plays them on it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::{Finished, run, wait_until};

/// The interpreters that may have python-dbusmock, the system's own first: it has what the system's packages brought.
const INTERPRETERS: [&str; 3] = ["/usr/bin/python3", "/usr/local/bin/python3", "python3"];

/// A message bus, gone with the test.
pub struct Bus {
    daemon: Child,
    address: String,
    folder: TempDir,
}

impl Bus {
    /// Starts one.
    ///
    /// # Panics
    /// When there is no dbus-daemon.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("candela-bus-").tempdir().expect("a temporary folder");
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .arg(format!("--address=unix:dir={}", folder.path().display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let output = daemon.stdout.take().expect("its output is a pipe");
        let _length = BufReader::new(output).read_line(&mut address).expect("it tells its address");
        Self { daemon, address: address.trim().to_owned(), folder }
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Calls a method, named with its interface, of a service's object, with arguments as `dbus-send` takes them.
    pub fn call(&self, service: &str, path: &str, method: &str, arguments: &[&str]) -> Finished {
        let mut command = Command::new("dbus-send");
        let _same = command
            .arg(format!("--bus={}", self.address))
            .args(["--print-reply", &format!("--dest={service}"), path, method])
            .args(arguments);
        run(command)
    }

    /// Waits until a name is on the bus.
    ///
    /// # Panics
    /// When it does not come.
    pub fn wait_for(&self, name: &str) {
        let argument = format!("string:{name}");
        let method = "org.freedesktop.DBus.NameHasOwner";
        let is_there = || self.call("org.freedesktop.DBus", "/", method, &[&argument]).stdout.contains("true");
        wait_until(|| format!("{name} is not on the bus"), is_there);
    }

    /// Has python-dbusmock play a service of that name, with these arguments after its option `--system`.
    ///
    /// # Panics
    /// When it does not come.
    pub fn play(&self, name: &str, arguments: &[&str]) -> Mock {
        let log = self.folder.path().join(name);
        let file = File::create(&log).expect("the folder is ours");
        let player = Command::new(interpreter())
            .args(["-m", "dbusmock", "--system"])
            .args(arguments)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
            .stdout(file)
            .spawn()
            .expect("an interpreter was found");
        self.wait_for(name);
        Mock { player, log }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _gone = self.daemon.kill();
        let _ended = self.daemon.wait();
    }
}

/// A service that is played; gone when dropped.
pub struct Mock {
    player: Child,
    log: std::path::PathBuf,
}

impl Mock {
    /// The calls that came, a line each: the time, the method, and its arguments.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Waits until it was called so.
    ///
    /// # Panics
    /// When it never is.
    pub fn wait_for(&self, call: &str) {
        wait_until(|| format!("{call} never came: {}", self.log()), || self.log().contains(call));
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        let _gone = self.player.kill();
        let _ended = self.player.wait();
    }
}

fn interpreter() -> &'static str {
    static FOUND: OnceLock<&str> = OnceLock::new();
    FOUND.get_or_init(|| {
        let has_it = |program: &&str| {
            let mut command = Command::new(program);
            let _same = command.args(["-c", "import dbusmock"]).stdin(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        INTERPRETERS.into_iter().find(has_it).expect("python-dbusmock is installed: make set-up")
    })
}
