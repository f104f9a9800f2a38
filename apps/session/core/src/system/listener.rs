//! The session's socket: requests come in, each on a connection of its own, and answers go back.

use crate::protocol::{Answer, Request};
use crate::supervisor::{Asker, Event};

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Enough for one request.
const STACK: usize = 128 << 10;
/// The longest request there is, in bytes.
const LONGEST: u64 = 64 << 10;
/// How long an answer may take to be taken.
const PATIENCE: Duration = Duration::from_secs(2);
/// So many may ask at the same time.
const MOST: usize = 64;

/// The socket, and who waits for an answer; the socket goes when this goes.
pub struct Listener {
    path: PathBuf,
    askers: Arc<Mutex<HashMap<Asker, UnixStream>>>,
}

impl Listener {
    /// Opens the socket, and tells of what is asked from now on.
    ///
    /// The lock of the session must be held: a socket that is there is of one that is gone.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(path: &Path, tell: impl Fn(Event) -> bool + Clone + Send + 'static) -> io::Result<Self> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
        let socket = UnixListener::bind(path)?;
        let askers: Arc<Mutex<HashMap<Asker, UnixStream>>> = Arc::default();
        let all = Arc::clone(&askers);
        let listen = move || {
            for (asker, stream) in (1..).zip(socket.incoming()) {
                // One connection that fails is that one's.
                if let Ok(stream) = stream {
                    let _ = admit(asker, stream, &all, tell.clone());
                }
            }
        };
        let _ = thread::Builder::new().name("requests".into()).stack_size(STACK).spawn(listen)?;
        Ok(Self { path: path.to_owned(), askers })
    }

    /// Answers; who has gone does not hear it.
    pub fn answer(&self, asker: Asker, answer: &Answer) {
        let askers = self.askers.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(mut stream), Ok(text)) = (askers.get(&asker), serde_json::to_string(answer)) {
            let _ = writeln!(stream, "{text}");
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn admit(
    asker: Asker,
    stream: UnixStream,
    askers: &Arc<Mutex<HashMap<Asker, UnixStream>>>,
    tell: impl Fn(Event) -> bool + Send + 'static,
) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut all = askers.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() >= MOST {
        return Ok(());
    }
    let _ = all.insert(asker, stream.try_clone()?);
    let askers = Arc::clone(askers);
    let serve = move || {
        let _ = serve(asker, &stream, &tell);
        let _ = askers.lock().unwrap_or_else(PoisonError::into_inner).remove(&asker);
        let _ = tell(Event::Gone(asker));
    };
    let _ = thread::Builder::new().name("request".into()).stack_size(STACK).spawn(serve)?;
    Ok(())
}

/// Reads a request, and stays until who asked has gone; what is no request ends the connection.
fn serve(asker: Asker, stream: &UnixStream, tell: &impl Fn(Event) -> bool) -> io::Result<()> {
    let mut line = Vec::new();
    let mut reader = BufReader::new(stream.take(LONGEST));
    let _ = reader.read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    let _ = tell(Event::Asked { asker, request });
    let _ = io::copy(&mut reader, &mut io::sink())?;
    Ok(())
}
