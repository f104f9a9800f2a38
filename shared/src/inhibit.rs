//! Asks the session not to end while something is at work: who does not want to lose it keeps what is returned.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

/// The variable that leads programs of a session to its socket.
pub const SOCKET: &str = "CANDELA_SESSION_SOCKET";
/// How long the session may take to take in a line.
const PATIENCE: Duration = Duration::from_secs(1);

/// The session waits as long as this is.
#[derive(Debug)]
pub struct Inhibitor {
    _connection: UnixStream,
}

impl Inhibitor {
    /// Asks the session at that socket, the value of [`SOCKET`]; both texts are for the user. May block for a second.
    ///
    /// # Errors
    /// Where no session listens there: nobody waits.
    pub fn ask(socket: &OsStr, who: &str, why: &str) -> io::Result<Self> {
        let mut connection = UnixStream::connect(Path::new(socket))?;
        connection.set_write_timeout(Some(PATIENCE))?;
        connection.write_all(request(who, why).as_bytes())?;
        Ok(Self { _connection: connection })
    }
}

/// The line that asks.
pub fn request(who: &str, why: &str) -> String {
    let request = serde_json::json!({ "request": "inhibit", "who": who, "why": why });
    format!("{request}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::unix::net::UnixListener;

    #[test]
    fn the_session_is_asked_and_told_of_the_end_by_the_end_of_the_connection() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("session.socket");
        assert!(Inhibitor::ask(socket.as_os_str(), "Files", "copying").is_err(), "nobody is there");
        let listener = UnixListener::bind(&socket).unwrap();
        let held = Inhibitor::ask(socket.as_os_str(), "Files", "copying \"x\"").unwrap();
        let (mut stream, _) = listener.accept().unwrap();
        drop(held);
        let mut said = String::new();
        let _length = stream.read_to_string(&mut said).unwrap();
        assert_eq!(said, request("Files", "copying \"x\""));
    }
}
