//! One prompter at a time: two dialogs would give two answers. A second one brings the first to the front.

use crate::Error;

use candela_shared::Directories;
use rustix::fs::{FlockOperation, flock};

use std::fs::{self, DirBuilder, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long the first one may take to answer.
const ANSWER: Duration = Duration::from_secs(2);
/// What a second one says, and what it hears.
const WORDS: (&str, &str) = ("raise\n", "raised\n");
/// The longest line that is read, in bytes.
const LONGEST: u64 = 64;

/// Held as long as somebody is asked or something is done. It goes with its process, so that none is left behind.
#[derive(Debug)]
pub struct Prompter {
    lock: Option<(File, PathBuf)>,
}

/// Becomes the one prompter of a user. Where there is no folder for a lock, there is none.
///
/// # Errors
/// [`Error::Running`] where there is another.
pub fn claim(directories: &Directories) -> Result<Prompter, Error> {
    let Some(folder) = folder(directories) else {
        return Ok(Prompter { lock: None });
    };
    let Ok(file) = open(&folder) else {
        return Ok(Prompter { lock: None });
    };
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Prompter { lock: Some((file, socket(&folder))) }),
        Err(_) => Err(Error::Running),
    }
}

/// Asks the prompter that runs to come to the front; whether it has a window, and says that it does.
pub fn raise(directories: &Directories) -> bool {
    folder(directories).is_some_and(|folder| ask(&socket(&folder)).unwrap_or(false))
}

impl Prompter {
    /// Listens for others from now on; `None` where there is no place for a socket.
    pub fn listen(&self) -> Option<Listener> {
        let (_, path) = self.lock.as_ref()?;
        // The lock is ours: a socket that is there is of one that is gone.
        let _gone = fs::remove_file(path);
        UnixListener::bind(path).ok().map(Listener)
    }
}

impl Drop for Prompter {
    fn drop(&mut self) {
        if let Some((_, path)) = &self.lock {
            // Where nobody listened there is none.
            let _gone = fs::remove_file(path);
        }
    }
}

/// The socket of the prompter that has a window.
#[derive(Debug)]
pub struct Listener(UnixListener);

impl Listener {
    /// Waits until another prompter asks this one to come to the front. Blocks.
    ///
    /// # Errors
    /// Where the socket fails: nobody will ask any more.
    pub fn next(&self) -> io::Result<()> {
        loop {
            let (stream, _) = self.0.accept()?;
            if answer(&stream).unwrap_or(false) {
                return Ok(());
            }
        }
    }
}

fn ask(path: &Path) -> io::Result<bool> {
    let mut stream = UnixStream::connect(path)?;
    stream.set_write_timeout(Some(ANSWER))?;
    stream.write_all(WORDS.0.as_bytes())?;
    Ok(line(&stream)? == WORDS.1)
}

fn answer(mut stream: &UnixStream) -> io::Result<bool> {
    stream.set_write_timeout(Some(ANSWER))?;
    let is_known = line(stream)? == WORDS.0;
    if is_known {
        stream.write_all(WORDS.1.as_bytes())?;
    }
    Ok(is_known)
}

fn line(stream: &UnixStream) -> io::Result<String> {
    stream.set_read_timeout(Some(ANSWER))?;
    let mut line = String::new();
    let _length = BufReader::new(stream.take(LONGEST)).read_line(&mut line)?;
    Ok(line)
}

fn folder(directories: &Directories) -> Option<PathBuf> {
    Some(directories.runtime_dir.as_ref().or(directories.state_home.as_ref())?.join("candela"))
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("leave.socket")
}

fn open(folder: &Path) -> io::Result<File> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    let mut options = File::options();
    options.create(true).truncate(false).write(true).mode(0o600).custom_flags(no_follow).open(folder.join("leave.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_prompter_and_then_another() {
        let folder = tempfile::tempdir().unwrap();
        let directories = Directories { runtime_dir: Some(folder.path().into()), ..Directories::default() };
        let first = claim(&directories).unwrap();
        assert_eq!(claim(&directories).map(drop), Err(Error::Running));
        drop(first);
        assert!(claim(&directories).is_ok());
        assert!(claim(&Directories::default()).is_ok(), "without a folder nobody is kept out");
    }
    #[test]
    fn a_second_one_brings_the_first_to_the_front_as_long_as_that_has_a_window() {
        let folder = tempfile::tempdir().unwrap();
        let directories = Directories { runtime_dir: Some(folder.path().into()), ..Directories::default() };
        let first = claim(&directories).unwrap();
        assert!(!raise(&directories), "it asks on a terminal");
        let listener = first.listen().unwrap();
        let path = socket(&folder.path().join("candela"));
        let heard = std::thread::spawn(move || listener.next());
        drop(UnixStream::connect(&path).unwrap().write_all(&[0xff; 200]));
        assert!(raise(&directories));
        assert!(heard.join().unwrap().is_ok());
        drop(first);
        assert!(!path.exists(), "its socket goes with it");
    }
}
