//! An open file as the libraries for archives want it.

use crate::operation::Control;
use crate::system::file_system::{FileSystem, Seek as To};

use rustix::fd::{AsFd, OwnedFd};
use rustix::io::Errno;

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::rc::Rc;

/// Whether what passes counts as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// A file that is read or written, as long as nobody cancels.
///
/// What goes wrong is answered once. Whatever is written afterwards goes nowhere and is taken: a library that tidies up
/// behind an error must neither go on in the file nor complain by itself.
pub struct Stream<'a> {
    system: &'a dyn FileSystem,
    control: &'a Control,
    file: OwnedFd,
    count: Count,
    at: u64,
    /// The furthest it has been.
    end: u64,
    is_broken: Rc<Cell<bool>>,
}

impl<'a> Stream<'a> {
    /// Begins at the beginning.
    pub fn new(system: &'a dyn FileSystem, control: &'a Control, file: OwnedFd, count: Count) -> Self {
        Self { system, control, file, count, at: 0, end: 0, is_broken: Rc::default() }
    }

    /// To be set where nothing more is wanted of the file, whatever a library still writes.
    pub fn breaker(&self) -> Rc<Cell<bool>> {
        Rc::clone(&self.is_broken)
    }

    fn moved(&mut self, length: usize) {
        self.at += length as u64;
        self.end = self.end.max(self.at);
        if self.count == Count::Yes {
            self.control.report(|progress| progress.bytes += length as u64);
        }
    }

    /// Does it, unless the work is cancelled.
    fn unless_cancelled<T>(&mut self, act: impl FnOnce(&Self) -> Result<T, Errno>) -> io::Result<T> {
        let answer = match self.control.check() {
            Ok(()) => act(self).map_err(|error| io::Error::from_raw_os_error(error.raw_os_error())),
            Err(reason) => Err(io::Error::other(reason)),
        };
        if answer.is_err() {
            self.is_broken.set(true);
        }
        answer
    }

    fn target(&self, to: SeekFrom) -> Result<u64, Errno> {
        let to = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.system.stat_open(self.file.as_fd())?.size.checked_add_signed(by),
        };
        to.ok_or(Errno::INVAL)
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.unless_cancelled(|stream| stream.system.read(stream.file.as_fd(), into))?;
        self.moved(read);
        Ok(read)
    }
}

impl Write for Stream<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match self.is_broken.get() {
            true => bytes.len(),
            false => self.unless_cancelled(|stream| stream.system.write(stream.file.as_fd(), bytes))?,
        };
        self.moved(written);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Stream<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match self.is_broken.get() {
            true => self.end,
            false => self.unless_cancelled(|stream| {
                stream.target(to).and_then(|place| stream.system.seek(stream.file.as_fd(), To::To(place)))
            })?,
        };
        self.end = self.end.max(self.at);
        Ok(self.at)
    }
}
