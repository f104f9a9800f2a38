//! Reading the database and looking at files.

use super::{DIRECTORY, MimeTypes, OCTET_STREAM, PLAIN_TEXT};
use rustix::fs::{FileType, Mode, OFlags};
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// A file of the database that is longer than this, in bytes, is not read past it. The shared ones have 50 KiB.
const LONGEST_DATABASE_FILE: u64 = 4 * 1024 * 1024;

/// Why the type of a path could not be told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot look at {}: {kind}", path.display())]
pub struct Error {
    /// What should have been looked at.
    pub path: PathBuf,
    /// What the system said.
    pub kind: io::ErrorKind,
}

pub(super) fn read_database_file(path: &Path) -> Option<Vec<u8>> {
    let mut contents = Vec::new();
    let file = File::open(path).ok()?;
    let _ = file.take(LONGEST_DATABASE_FILE).read_to_end(&mut contents).ok()?;
    Some(contents)
}

pub(super) fn of_path<'a>(types: &'a MimeTypes, path: &Path) -> Result<&'a str, Error> {
    let error = |error: rustix::io::Errno| Error { path: path.to_owned(), kind: error.kind() };
    let status = rustix::fs::stat(path).or_else(|_| rustix::fs::lstat(path)).map_err(error)?;
    Ok(match FileType::from_raw_mode(status.st_mode) {
        FileType::RegularFile if status.st_size == 0 => PLAIN_TEXT,
        FileType::RegularFile => of_file(types, path),
        FileType::Directory => DIRECTORY,
        FileType::Symlink => "inode/symlink",
        FileType::Fifo => "inode/fifo",
        FileType::Socket => "inode/socket",
        FileType::CharacterDevice => "inode/chardevice",
        FileType::BlockDevice => "inode/blockdevice",
        FileType::Unknown => OCTET_STREAM,
    })
}

fn of_file<'a>(types: &'a MimeTypes, path: &Path) -> &'a str {
    let name = path.file_name();
    let candidates = name.map(|name| types.globs.candidates(name.as_bytes())).unwrap_or_default();
    if let [only] = candidates[..] {
        return only;
    }
    match beginning(path, types.extent()) {
        Ok(contents) => types.choose(&candidates, name.is_some(), &contents),
        Err(_) => candidates.first().map_or(OCTET_STREAM, |likeliest| likeliest),
    }
}

/// Reads the first bytes of a file. Never waits, should a FIFO have taken the file's place.
fn beginning(path: &Path, length: usize) -> io::Result<Vec<u8>> {
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = File::from(rustix::fs::open(path, flags, Mode::empty())?);
    let mut contents = Vec::new();
    let _ = file.take(length as u64).read_to_end(&mut contents)?;
    Ok(contents)
}
