//! The file itself. Blocks.

use super::{MOST_LINES, entry, head, merge, parse};
use crate::tape::Line;
use candela_shared::replace;
use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why the tape cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file is there and cannot be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The file cannot be written.
    #[error("cannot write {path:?}: {kind}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
}

/// A file with a tape.
#[derive(Debug, Clone)]
pub struct File {
    path: PathBuf,
    /// The names of all lines that this window has had: the others in the file are other windows'.
    known: HashSet<u64>,
}

impl File {
    /// Reads a file; none is an empty tape.
    ///
    /// # Errors
    /// [`Error::Read`].
    pub fn open(path: &Path) -> Result<(Self, Vec<Line>), Error> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(Error::Read { path: path.to_owned(), kind: error.kind() }),
        };
        let lines = parse(&bytes);
        let known = lines.iter().map(|line| line.id).collect();
        Ok((Self { path: path.to_owned(), known }, lines))
    }

    /// Adds a line at the end, down to the disk.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn append(&mut self, line: &Line) -> Result<(), Error> {
        let _new = self.known.insert(line.id);
        self.try_append(line).map_err(|error| self.write_error(&error))
    }

    fn try_append(&self, line: &Line) -> io::Result<()> {
        let folder = self.path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let mut file = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(&self.path)?;
        let mut text = start(&mut file)?;
        text.push_str(&entry(line));
        // One write: lines of other windows stand before or behind it, never in it.
        file.write_all(text.as_bytes())?;
        file.sync_data()
    }

    /// Writes the file anew: these lines, and those of other windows that this one has never seen.
    ///
    /// # Errors
    /// [`Error::Read`], [`Error::Write`]; the file is as it was then.
    pub fn rewrite(&mut self, lines: &[Arc<Line>]) -> Result<(), Error> {
        let (_, found) = Self::open(&self.path)?;
        self.known.extend(lines.iter().map(|line| line.id));
        let all = merge(lines, found, |id| self.known.contains(&id));
        let text: String = std::iter::once(head()).chain(all.iter().map(|line| entry(line))).collect();
        replace::write(&self.path, text.as_bytes()).map_err(|error| self.write_error(&error))
    }

    /// Whether a tape so long should be written anew, to let go of what is too old.
    pub fn is_long(lines: usize) -> bool {
        lines > MOST_LINES + MOST_LINES / 4
    }

    fn write_error(&self, error: &io::Error) -> Error {
        Error::Write { path: self.path.clone(), kind: error.kind() }
    }
}

/// What must stand before a new line: the head of an empty file, the end of a line that was cut off.
fn start(file: &mut fs::File) -> io::Result<String> {
    if file.metadata()?.len() == 0 {
        return Ok(head());
    }
    let _end = file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(if last == *b"\n" { String::new() } else { "\n".to_owned() })
}
