//! Asks a running session.

use crate::protocol::{Answer, Request};
use crate::system::{display, folder};

use candela_shared::Directories;

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use candela_shared::inhibit::SOCKET;

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
        let has_x = variable("DISPLAY").is_some_and(|name| !name.is_empty());
        let only = || directories.runtime_dir.as_deref().filter(|_| !has_x).and_then(only_session);
        Some(Self(stream.or_else(told).or_else(only)?))
    }

    /// The session at that socket.
    ///
    /// # Errors
    /// Where nobody listens there.
    pub fn at(socket: &Path) -> io::Result<Self> {
        UnixStream::connect(socket).map(Self)
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

/// The session that runs where there is just one: a compositor tells nobody from outside whose session it is.
fn only_session(runtime: &Path) -> Option<UnixStream> {
    let entries = fs::read_dir(runtime.join("candela")).ok()?.flatten().map(|entry| entry.path());
    // The launcher has its socket here too.
    let is_session_s = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("session") && name.ends_with(".socket")
    };
    let sockets = entries.filter(is_session_s);
    let mut answering = sockets.filter_map(|path| UnixStream::connect(path).ok());
    answering.next().filter(|_| answering.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixListener;

    #[test]
    fn one_session_alone_is_found_and_of_two_none() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("candela");
        assert!(only_session(root.path()).is_none());
        fs::create_dir(&folder).unwrap();
        let gone = UnixListener::bind(folder.join("session-gone.socket")).unwrap();
        drop(gone);
        assert!(only_session(root.path()).is_none());
        let _one = UnixListener::bind(folder.join("session-one.socket")).unwrap();
        let _launcher = UnixListener::bind(folder.join("launcher-one.socket")).unwrap();
        assert!(only_session(root.path()).is_some());
        let _two = UnixListener::bind(folder.join("session-two.socket")).unwrap();
        assert!(only_session(root.path()).is_none());
    }
}
