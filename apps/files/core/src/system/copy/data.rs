//! Moves the bytes of one file: by a shared copy where the file system has them, within the kernel where it can, by
//! hand where not; holes stay holes.

use super::bring_to_disk;
use crate::operation::{Control, Phase, Reason, Verify};
use crate::system::file_system::{Extent, FileSystem, Seek};

use rustix::fd::BorrowedFd;
use rustix::io::Errno;

use std::time::{Duration, Instant};

/// What is moved at first between two looks at [`Control`], and read at once, in bytes.
const STEP: usize = 1 << 20;
/// The least and the most that a step becomes, in bytes, and how long one may take: a slow disk must not hold up
/// whoever cancels.
const STEPS: (usize, usize) = (512 << 10, 8 << 20);
const LONG: Duration = Duration::from_millis(40);
/// Up to this size a file is simply read and written, in bytes.
const SMALL: u64 = 64 << 10;

/// One file to copy.
pub struct Job<'a> {
    /// Where.
    pub system: &'a dyn FileSystem,
    /// Asked before each step.
    pub control: &'a Control,
    /// Whether it is read again.
    pub verify: Verify,
    /// Its size, in bytes.
    pub size: u64,
}

/// What is known of the ways that bytes can take here.
#[derive(Debug)]
pub struct Pipe {
    buffer: Vec<u8>,
    can_clone: bool,
    can_range: bool,
    step: usize,
}

impl Default for Pipe {
    fn default() -> Self {
        Self { buffer: Vec::new(), can_clone: true, can_range: true, step: STEP }
    }
}

impl Pipe {
    /// Copies the content of a file into an empty one.
    ///
    /// # Errors
    /// What the system says; [`Reason::Changed`] where the source is not as long as it was;
    /// [`Reason::NotVerified`].
    pub fn copy(&mut self, job: &Job<'_>, from: BorrowedFd<'_>, to: BorrowedFd<'_>, blocks: u64) -> Result<(), Reason> {
        const UNIT: u64 = 512;
        self.buffer.resize(STEP, 0);
        let is_sparse = blocks * UNIT < job.size;
        if job.verify == Verify::No && job.size > SMALL && self.clone_whole(job, from, to)? {
            job.control.report(|progress| progress.bytes += job.size);
        } else if is_sparse {
            self.extents(job, from, to)?;
        } else {
            let copied = self.extent(job, from, to, job.size)?;
            // A size of 0 may be that of a file whose content the kernel makes up as it is read.
            let more = if job.size == 0 { self.by_hand(job, from, to, u64::MAX)? } else { 0 };
            whole(job, to, copied, more)?;
        }
        if job.verify == Verify::Yes { self.verify(job, from, to) } else { Ok(()) }
    }

    fn clone_whole(&mut self, job: &Job<'_>, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Result<bool, Reason> {
        if !self.can_clone {
            return Ok(false);
        }
        match job.system.clone_whole(from, to) {
            Ok(()) => Ok(job.system.stat_open(to)?.size == job.size),
            Err(error @ (Errno::NOSPC | Errno::DQUOT)) => Err(error.into()),
            Err(_) => {
                self.can_clone = false;
                Ok(false)
            }
        }
    }

    fn extents(&mut self, job: &Job<'_>, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Result<(), Reason> {
        let mut place = 0;
        while place < job.size {
            let data = match job.system.seek(from, Seek::Data(place)) {
                Ok(data) => data,
                Err(Errno::NXIO) => break,
                // No holes are told apart here: all of it is data.
                Err(_) => place,
            };
            let hole = job.system.seek(from, Seek::Hole(data)).unwrap_or(job.size).min(job.size);
            let _ = job.system.seek(from, Seek::To(data))?;
            let _ = job.system.seek(to, Seek::To(data))?;
            let copied = self.extent(job, from, to, hole - data)?;
            if copied != hole - data || job.system.position(to)? != hole {
                return Err(Reason::Changed);
            }
            place = hole;
        }
        Ok(job.system.truncate(to, job.size)?)
    }

    fn extent(&mut self, job: &Job<'_>, from: BorrowedFd<'_>, to: BorrowedFd<'_>, length: u64) -> Result<u64, Reason> {
        if length <= SMALL || !self.can_range {
            return self.by_hand(job, from, to, length);
        }
        let mut copied = 0;
        while copied < length {
            job.control.check()?;
            let step = usize::try_from(length - copied).unwrap_or(self.step).min(self.step);
            let begun = Instant::now();
            match job.system.copy_range(from, to, step) {
                Ok(0) => break,
                Ok(moved) => {
                    copied += moved as u64;
                    self.pace(begun.elapsed());
                    job.control.report(|progress| progress.bytes += moved as u64);
                }
                Err(error @ (Errno::NOSPC | Errno::DQUOT | Errno::FBIG | Errno::IO)) => return Err(error.into()),
                Err(_) => {
                    self.can_range = false;
                    break;
                }
            }
        }
        Ok(copied + self.by_hand(job, from, to, length - copied)?)
    }

    fn by_hand(&mut self, job: &Job<'_>, from: BorrowedFd<'_>, to: BorrowedFd<'_>, length: u64) -> Result<u64, Reason> {
        let mut copied = 0;
        while copied < length {
            job.control.check()?;
            let step = usize::try_from(length - copied).unwrap_or(self.step).min(self.step).min(STEP);
            let begun = Instant::now();
            let read = job.system.read(from, &mut self.buffer[..step])?;
            if read == 0 {
                break;
            }
            write_all(job.system, to, &self.buffer[..read])?;
            self.pace(begun.elapsed());
            copied += read as u64;
            job.control.report(|progress| progress.bytes += read as u64);
        }
        Ok(copied)
    }

    /// Makes the next step shorter after a slow one, and longer after a quick one.
    fn pace(&mut self, took: Duration) {
        if took > LONG {
            self.step = (self.step / 2).max(STEPS.0);
        } else if took < LONG / 4 {
            self.step = (self.step * 2).min(STEPS.1);
        }
    }

    /// Reads both again, the copy from the disk, and compares.
    fn verify(&mut self, job: &Job<'_>, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Result<(), Reason> {
        job.control.report(|progress| progress.phase = Phase::Verifying);
        bring_to_disk(job.system, job.control, to, Extent::File)?;
        job.system.forget_cached(to)?;
        let (source, copy) = (self.hash(job, from)?, self.hash(job, to)?);
        job.control.report(|progress| progress.phase = Phase::Working);
        if source == copy { Ok(()) } else { Err(Reason::NotVerified) }
    }

    fn hash(&mut self, job: &Job<'_>, file: BorrowedFd<'_>) -> Result<blake3::Hash, Reason> {
        let _ = job.system.seek(file, Seek::To(0))?;
        let mut hasher = blake3::Hasher::new();
        loop {
            job.control.check()?;
            match job.system.read(file, &mut self.buffer)? {
                0 => return Ok(hasher.finalize()),
                read => drop(hasher.update(&self.buffer[..read])),
            }
        }
    }
}

/// That everything came over, by what was read, by where the writing stopped, and by the size of the copy.
fn whole(job: &Job<'_>, to: BorrowedFd<'_>, copied: u64, more: u64) -> Result<(), Reason> {
    if copied != job.size {
        return Err(Reason::Changed);
    }
    if job.system.stat_open(to)?.size != copied + more {
        return Err(Errno::IO.into());
    }
    Ok(())
}

/// Writes all of it, in as many calls as the system takes.
pub fn write_all(system: &dyn FileSystem, to: BorrowedFd<'_>, mut bytes: &[u8]) -> Result<(), Errno> {
    while !bytes.is_empty() {
        match system.write(to, bytes)? {
            0 => return Err(Errno::IO),
            written => bytes = bytes.get(written..).ok_or(Errno::IO)?,
        }
    }
    Ok(())
}
