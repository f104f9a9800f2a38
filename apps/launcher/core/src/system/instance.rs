//! One launcher a display: the first holds a lock and listens on a socket, a second asks it to show itself and ends.
//!
//! The lock decides, not the socket: it goes with its process, so a socket left by a dead launcher is simply replaced,
//! and of two started at the same moment one wins. Both lie in the runtime directory, or, where there is none, in the
//! state directory; in a folder of our own that nobody else may enter.

use candela_shared::Directories;
use rustix::fs::{FlockOperation, flock};

use std::fs::{self, DirBuilder, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a running launcher may take to answer before it counts as hung.
const ANSWER: Duration = Duration::from_secs(2);
/// How long the winner of a race may take from its lock to its socket.
const START: Duration = Duration::from_secs(1);
/// The longest request there is, in bytes.
const LONGEST: u64 = 64;

/// What a second launcher asks of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Come to the front.
    Show,
    /// Hide when shown.
    Toggle,
}

impl Request {
    const ALL: [Self; 2] = [Self::Show, Self::Toggle];

    const fn word(self) -> &'static str {
        match self {
            Self::Show => "show",
            Self::Toggle => "toggle",
        }
    }
}

/// Who we are.
#[derive(Debug)]
pub enum Claim {
    /// The launcher of this display; it listens for others.
    First(Listener),
    /// There was one already; it did what was asked.
    Running,
}

/// Why it could not be settled.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no directory for the lock, or it is not ours alone.
    #[error("no safe directory for the launcher's socket: {0}")]
    Directory(io::Error),
    /// A launcher runs but does not answer.
    #[error("the running launcher does not answer: {0}")]
    Silent(io::Error),
}

/// The lock and the socket of the running launcher; both go when this goes.
#[derive(Debug)]
pub struct Listener {
    socket: UnixListener,
    path: PathBuf,
    _lock: File,
}

impl Listener {
    /// Waits for the next request. What is no request is dropped; blocks, so it belongs on a thread of its own.
    ///
    /// # Errors
    /// Where the socket itself fails: nothing more will come.
    pub fn next(&self) -> io::Result<Request> {
        loop {
            let (stream, _) = self.socket.accept()?;
            if let Ok(Some(request)) = answer(stream) {
                return Ok(request);
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // While the lock is still held nobody else can have bound this path.
        let _gone = fs::remove_file(&self.path);
    }
}

/// Becomes the launcher of a display (`DISPLAY` or `WAYLAND_DISPLAY`), or asks the running one.
///
/// # Errors
/// Where neither can be done; a caller may still open its window, as one of several.
pub fn claim(directories: &Directories, display: &str, request: Request) -> Result<Claim, Error> {
    let folder = folder(directories).map_err(Error::Directory)?;
    let name: String =
        display.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let lock = lock_file(&folder.join(format!("launcher{name}.lock"))).map_err(Error::Directory)?;
    let path = folder.join(format!("launcher{name}.socket"));
    let started = Instant::now();
    loop {
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_ok() {
            let socket = bind(&path).map_err(Error::Directory)?;
            return Ok(Claim::First(Listener { socket, path, _lock: lock }));
        }
        match ask(&path, request) {
            Ok(()) => return Ok(Claim::Running),
            // It has the lock and not yet the socket, or has just ended: look again.
            Err(error) if is_between(&error) && started.elapsed() < START => std::thread::sleep(START / 100),
            Err(error) => return Err(Error::Silent(error)),
        }
    }
}

fn is_between(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionReset)
        || error.kind() == io::ErrorKind::UnexpectedEof
}

fn folder(directories: &Directories) -> io::Result<PathBuf> {
    let base = directories.runtime_dir.as_ref().or(directories.state_home.as_ref());
    let folder = base.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?.join("candela");
    DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    let found = fs::symlink_metadata(&folder)?;
    let is_ours = found.is_dir() && found.uid() == rustix::process::getuid().as_raw() && found.mode() & 0o077 == 0;
    if is_ours { Ok(folder) } else { Err(io::Error::from(io::ErrorKind::PermissionDenied)) }
}

fn lock_file(path: &Path) -> io::Result<File> {
    let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    File::options().create(true).truncate(false).write(true).mode(0o600).custom_flags(no_follow).open(path)
}

fn bind(path: &Path) -> io::Result<UnixListener> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => UnixListener::bind(path),
    }
}

fn ask(path: &Path, request: Request) -> io::Result<()> {
    let mut stream = UnixStream::connect(path)?;
    stream.set_read_timeout(Some(ANSWER))?;
    stream.set_write_timeout(Some(ANSWER))?;
    stream.write_all(format!("{}\n", request.word()).as_bytes())?;
    let mut answer = String::new();
    let _length = BufReader::new(stream.take(LONGEST)).read_line(&mut answer)?;
    if answer == "ok\n" { Ok(()) } else { Err(io::Error::from(io::ErrorKind::UnexpectedEof)) }
}

fn answer(stream: UnixStream) -> io::Result<Option<Request>> {
    stream.set_read_timeout(Some(ANSWER))?;
    stream.set_write_timeout(Some(ANSWER))?;
    let mut line = String::new();
    let _length = BufReader::new((&stream).take(LONGEST)).read_line(&mut line)?;
    let request = Request::ALL.into_iter().find(|known| line.trim_end() == known.word());
    (&stream).write_all(if request.is_some() { b"ok\n" } else { b"what?\n" })?;
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directories() -> (tempfile::TempDir, Directories) {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { runtime_dir: Some(root.path().into()), ..Directories::default() };
        (root, directories)
    }

    fn first(claim: Result<Claim, Error>) -> Listener {
        match claim {
            Ok(Claim::First(listener)) => listener,
            other => panic!("not the first: {other:?}"),
        }
    }

    #[test]
    fn a_second_launcher_asks_the_first_and_another_display_has_its_own() {
        let (_root, directories) = directories();
        let listener = first(claim(&directories, ":1", Request::Show));
        let _other = first(claim(&directories, ":2", Request::Show));
        let running = std::thread::spawn(move || listener.next().map(|request| (request, listener)));
        assert!(matches!(claim(&directories, ":1", Request::Toggle), Ok(Claim::Running)));
        assert_eq!(running.join().unwrap().unwrap().0, Request::Toggle);
    }

    #[test]
    fn a_socket_left_by_a_dead_launcher_is_replaced() {
        let (root, directories) = directories();
        let folder = root.path().join("candela");
        DirBuilder::new().mode(0o700).create(&folder).unwrap();
        drop(UnixListener::bind(folder.join("launcher-1.socket")).unwrap());
        let listener = first(claim(&directories, ":1", Request::Show));
        let path = listener.path.clone();
        drop(listener);
        assert!(!path.exists(), "and taken away at the end");
    }

    #[test]
    fn of_many_started_at_the_same_moment_one_opens_a_window() {
        let (_root, directories) = directories();
        let barrier = std::sync::Barrier::new(8);
        let firsts = std::sync::Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..8 {
                let _thread = scope.spawn(|| {
                    let _leader = barrier.wait();
                    if let Claim::First(listener) = claim(&directories, ":1", Request::Show).unwrap() {
                        // Every other one asks once; the first answers each.
                        for _ in 0..7 {
                            assert_eq!(listener.next().unwrap(), Request::Show);
                        }
                        firsts.lock().unwrap().push(listener);
                    }
                });
            }
        });
        assert_eq!(firsts.into_inner().unwrap().len(), 1);
    }

    #[test]
    fn a_folder_that_others_may_enter_is_refused() {
        let (root, directories) = directories();
        DirBuilder::new().mode(0o755).create(root.path().join("candela")).unwrap();
        assert!(matches!(claim(&directories, ":1", Request::Show), Err(Error::Directory(_))));
        assert!(matches!(claim(&Directories::default(), ":1", Request::Show), Err(Error::Directory(_))));
    }

    #[test]
    fn rubbish_on_the_socket_is_no_request() {
        let (_root, directories) = directories();
        let listener = first(claim(&directories, ":1", Request::Show));
        let path = listener.path.clone();
        let sender = std::thread::spawn(move || {
            UnixStream::connect(&path).unwrap().write_all(&[0xff; 1000]).unwrap();
            drop(UnixStream::connect(&path).unwrap());
            ask(&path, Request::Show)
        });
        assert_eq!(listener.next().unwrap(), Request::Show);
        assert!(sender.join().unwrap().is_ok());
    }
}
