//! Asks a running session.

use crate::protocol::{Answer, Request};
use crate::system::{display, folder};

use candela_shared::Directories;

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

/// The variable that leads programs of a session to it.
pub const SOCKET: &str = "CANDELA_SESSION_SOCKET";

/// Longer than the session asks windows for, and a program may take to end.
const PATIENCE: Duration = Duration::from_secs(30);

/// A session that can be asked.
#[derive(Debug)]
pub struct Client(UnixStream);

impl Client {
    /// Finds the session that this process belongs to, or the one of its display; `None` where there is none.
    pub fn connect(directories: &Directories, variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        let displays = ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().filter_map(|name| variable(name)?.into_string().ok());
        let of_display = |display: String| {
            Some(directories.runtime_dir.as_ref()?.join("candela").join(folder::name_of(&display, "socket")))
        };
        let named = variable(SOCKET).map(PathBuf::from);
        let mut paths = named.into_iter().chain(displays.filter_map(of_display));
        let stream = paths.find_map(|path| UnixStream::connect(path).ok());
        let told = || UnixStream::connect(display::socket_of_session()?).ok();
        Some(Self(stream.or_else(told)?))
    }

    /// Asks, and waits for the answer.
    ///
    /// # Errors
    /// What the system says, and [`io::ErrorKind::UnexpectedEof`] where the session ended instead of answering.
    pub fn ask(&self, request: &Request) -> io::Result<Answer> {
        self.0.set_read_timeout(Some(PATIENCE))?;
        self.0.set_write_timeout(Some(PATIENCE))?;
        let text = serde_json::to_string(request)?;
        writeln!(&self.0, "{text}")?;
        let mut answer = String::new();
        if BufReader::new(&self.0).read_line(&mut answer)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(serde_json::from_str(&answer)?)
    }

    /// Waits until the session has ended.
    ///
    /// # Errors
    /// What the system says where it takes too long.
    pub fn wait(mut self) -> io::Result<()> {
        let mut rest = [0];
        match self.0.read(&mut rest) {
            Err(error) if error.kind() != io::ErrorKind::ConnectionReset => Err(error),
            Ok(_) | Err(_) => Ok(()),
        }
    }
}
