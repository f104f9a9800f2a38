//! Small files of our own, read and written as a whole.

use super::copy::write_all;
use super::file_system::{Answer, FileSystem, Kind, Open, Rename};
use super::place::Place;

use rustix::fd::AsFd;

use std::ffi::OsStr;
use std::path::Path;

/// Reads a file.
///
/// # Errors
/// What the system says.
pub fn read_whole(system: &dyn FileSystem, path: &Path) -> Answer<Vec<u8>> {
    const STEP: usize = 64 << 10;
    let place = Place::open(system, path)?;
    let file = system.open(place.at().0, place.at().1, Open::Read)?;
    let mut bytes = Vec::new();
    loop {
        let length = bytes.len();
        bytes.resize(length + STEP, 0);
        let read = system.read(file.as_fd(), &mut bytes[length..])?;
        bytes.truncate(length + read);
        if read == 0 {
            return Ok(bytes);
        }
    }
}

/// Puts a file in the place of what was there, by way of a hidden name beside it.
///
/// # Errors
/// What the system says; nothing is left beside the file then.
pub fn replace_beside(system: &dyn FileSystem, path: &Path, hidden: &OsStr, bytes: &[u8]) -> Answer<()> {
    let place = Place::open(system, path)?;
    let beside = place.beside(hidden)?;
    let (folder, name) = beside.at();
    let file = system.open(folder, name, Open::Create)?;
    let written = write_all(system, file.as_fd(), bytes)
        .and_then(|()| system.sync(file.as_fd()))
        .and_then(|()| system.rename(beside.at(), place.at(), Rename::Plain));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = system.remove(folder, name, Kind::File);
    }
    written
}
