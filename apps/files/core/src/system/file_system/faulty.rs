//! A file system that fails on demand: for tests of what happens when any call fails, or none comes any more.

use crate::operation::limits::Limits;

use super::{Answer, Extent, FileSystem, Kind, Moment, Open, Real, Rename, Seek, Stat};

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// The real file system, of which some calls fail.
#[derive(Debug)]
pub struct Faulty {
    error: Errno,
    /// The first call to fail, counted from 0.
    first: u64,
    /// How many calls fail from there on.
    length: u64,
    calls: AtomicU64,
    /// What begins with this is written with another first byte.
    spoils: Option<&'static [u8]>,
}

impl Faulty {
    /// Fails the call of that number, counted from 0, and no other.
    pub fn once(call: u64, error: Errno) -> Self {
        Self { error, first: call, length: 1, calls: AtomicU64::new(0), spoils: None }
    }

    /// Fails the call of that number and every later one: all that a killed process would have done is not done.
    pub fn dead_from(call: u64) -> Self {
        Self { error: Errno::IO, first: call, length: u64::MAX, calls: AtomicU64::new(0), spoils: None }
    }

    /// Fails no call, and writes what begins like that with another first byte.
    pub fn spoiling(text: &'static [u8]) -> Self {
        Self { spoils: Some(text), ..Self::once(u64::MAX, Errno::IO) }
    }

    /// How many calls there were.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    fn next(&self) -> Answer<()> {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        let is_at_fault = call >= self.first && call - self.first < self.length;
        if is_at_fault { Err(self.error) } else { Ok(()) }
    }
}

impl FileSystem for Faulty {
    fn open(&self, folder: BorrowedFd<'_>, name: &OsStr, how: Open) -> Answer<OwnedFd> {
        self.next()?;
        Real.open(folder, name, how)
    }

    fn reach(&self, path: &Path) -> Answer<OwnedFd> {
        self.next()?;
        Real.reach(path)
    }

    fn stat(&self, folder: BorrowedFd<'_>, name: &OsStr) -> Answer<Stat> {
        self.next()?;
        Real.stat(folder, name)
    }

    fn stat_open(&self, file: BorrowedFd<'_>) -> Answer<Stat> {
        self.next()?;
        Real.stat_open(file)
    }

    fn names(&self, folder: BorrowedFd<'_>) -> Answer<Vec<OsString>> {
        self.next()?;
        Real.names(folder)
    }

    fn limits(&self, folder: BorrowedFd<'_>) -> Answer<Limits> {
        self.next()?;
        Real.limits(folder)
    }

    fn read_link(&self, folder: BorrowedFd<'_>, name: &OsStr) -> Answer<OsString> {
        self.next()?;
        Real.read_link(folder, name)
    }

    fn make_folder(&self, folder: BorrowedFd<'_>, name: &OsStr, mode: u32) -> Answer<()> {
        self.next()?;
        Real.make_folder(folder, name, mode)
    }

    fn make_symlink(&self, folder: BorrowedFd<'_>, name: &OsStr, target: &OsStr) -> Answer<()> {
        self.next()?;
        Real.make_symlink(folder, name, target)
    }

    fn make_special(&self, folder: BorrowedFd<'_>, name: &OsStr, like: &Stat) -> Answer<()> {
        self.next()?;
        Real.make_special(folder, name, like)
    }

    fn link(&self, from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr)) -> Answer<()> {
        self.next()?;
        Real.link(from, to)
    }

    fn remove(&self, folder: BorrowedFd<'_>, name: &OsStr, kind: Kind) -> Answer<()> {
        self.next()?;
        Real.remove(folder, name, kind)
    }

    fn rename(&self, from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr), how: Rename) -> Answer<()> {
        self.next()?;
        Real.rename(from, to, how)
    }

    fn read(&self, file: BorrowedFd<'_>, into: &mut [u8]) -> Answer<usize> {
        self.next()?;
        Real.read(file, into)
    }

    fn write(&self, file: BorrowedFd<'_>, bytes: &[u8]) -> Answer<usize> {
        self.next()?;
        match self.spoils {
            Some(text) if bytes.starts_with(text) => Real.write(file, &[b"?", &bytes[1..]].concat()),
            _ => Real.write(file, bytes),
        }
    }

    fn seek(&self, file: BorrowedFd<'_>, to: Seek) -> Answer<u64> {
        self.next()?;
        Real.seek(file, to)
    }

    fn position(&self, file: BorrowedFd<'_>) -> Answer<u64> {
        self.next()?;
        Real.position(file)
    }

    fn truncate(&self, file: BorrowedFd<'_>, size: u64) -> Answer<()> {
        self.next()?;
        Real.truncate(file, size)
    }

    fn copy_range(&self, from: BorrowedFd<'_>, to: BorrowedFd<'_>, bytes: usize) -> Answer<usize> {
        self.next()?;
        Real.copy_range(from, to, bytes)
    }

    fn clone_whole(&self, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Answer<()> {
        self.next()?;
        Real.clone_whole(from, to)
    }

    fn sync(&self, file: BorrowedFd<'_>) -> Answer<()> {
        self.next()?;
        Real.sync(file)
    }

    fn sync_all(&self, file: BorrowedFd<'_>) -> Answer<()> {
        self.next()?;
        Real.sync_all(file)
    }

    fn sync_unless(&self, file: BorrowedFd<'_>, extent: Extent, is_cancelled: &dyn Fn() -> bool) -> Answer<()> {
        self.next()?;
        Real.sync_unless(file, extent, is_cancelled)
    }

    fn forget_cached(&self, file: BorrowedFd<'_>) -> Answer<()> {
        self.next()?;
        Real.forget_cached(file)
    }

    fn change_mode(&self, file: BorrowedFd<'_>, mode: u32) -> Answer<()> {
        self.next()?;
        Real.change_mode(file, mode)
    }

    fn change_mode_at(&self, folder: BorrowedFd<'_>, name: &OsStr, mode: u32) -> Answer<()> {
        self.next()?;
        Real.change_mode_at(folder, name, mode)
    }

    fn change_owner(&self, file: BorrowedFd<'_>, owner: Option<u32>, group: u32) -> Answer<()> {
        self.next()?;
        Real.change_owner(file, owner, group)
    }

    fn change_owner_at(&self, folder: BorrowedFd<'_>, name: &OsStr, owner: Option<u32>, group: u32) -> Answer<()> {
        self.next()?;
        Real.change_owner_at(folder, name, owner, group)
    }

    fn change_times(&self, file: BorrowedFd<'_>, accessed: Moment, modified: Moment) -> Answer<()> {
        self.next()?;
        Real.change_times(file, accessed, modified)
    }

    fn change_times_at(&self, folder: BorrowedFd<'_>, name: &OsStr, times: (Moment, Moment)) -> Answer<()> {
        self.next()?;
        Real.change_times_at(folder, name, times)
    }

    fn attributes(&self, file: BorrowedFd<'_>) -> Answer<Vec<OsString>> {
        self.next()?;
        Real.attributes(file)
    }

    fn attribute(&self, file: BorrowedFd<'_>, name: &OsStr) -> Answer<Vec<u8>> {
        self.next()?;
        Real.attribute(file, name)
    }

    fn write_attribute(&self, file: BorrowedFd<'_>, name: &OsStr, value: &[u8]) -> Answer<()> {
        self.next()?;
        Real.write_attribute(file, name, value)
    }

    fn remove_attribute(&self, file: BorrowedFd<'_>, name: &OsStr) -> Answer<()> {
        self.next()?;
        Real.remove_attribute(file, name)
    }
}
