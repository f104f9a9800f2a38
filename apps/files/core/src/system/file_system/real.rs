//! The calls of the running system, by rustix.

use super::{Answer, Extent, FileSystem, Kind, Moment, Open, Rename, Seek, Stat};
use crate::operation::limits::Limits;
use crate::system::platform;

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{self, AtFlags, FileType, Gid, Mode, OFlags, RawMode, SeekFrom, Timespec, Timestamps, Uid};
use rustix::io::{self, Errno};

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// The system itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Real;

impl FileSystem for Real {
    fn open(&self, folder: BorrowedFd<'_>, name: &OsStr, how: Open) -> Answer<OwnedFd> {
        let mode = if how == Open::New { 0o666 } else { 0o600 };
        let how = match how {
            Open::Reach => platform::REACH | OFlags::DIRECTORY,
            Open::Folder => OFlags::RDONLY | OFlags::DIRECTORY,
            // A FIFO that took the file's place must not hold us up.
            Open::Read => OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY,
            Open::Append => OFlags::RDWR | OFlags::APPEND,
            Open::Create | Open::New => OFlags::RDWR | OFlags::CREATE | OFlags::EXCL,
        };
        let how = how | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        io::retry_on_intr(|| fs::openat(folder, name, how, Mode::from_raw_mode(mode)))
    }

    fn reach(&self, path: &Path) -> Answer<OwnedFd> {
        io::retry_on_intr(|| platform::reach(path))
    }

    fn stat(&self, folder: BorrowedFd<'_>, name: &OsStr) -> Answer<Stat> {
        io::retry_on_intr(|| fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)).map(known)
    }

    fn stat_open(&self, file: BorrowedFd<'_>) -> Answer<Stat> {
        io::retry_on_intr(|| fs::fstat(file)).map(known)
    }

    fn names(&self, folder: BorrowedFd<'_>) -> Answer<Vec<OsString>> {
        let opened = self.open(folder, OsStr::new("."), Open::Folder)?;
        let mut names = Vec::new();
        for entry in fs::Dir::new(opened)? {
            let entry = entry?;
            let name = entry.file_name().to_bytes();
            if name != b"." && name != b".." {
                names.push(OsString::from_vec(name.to_vec()));
            }
        }
        Ok(names)
    }

    fn limits(&self, folder: BorrowedFd<'_>) -> Answer<Limits> {
        platform::limits(folder)
    }

    fn read_link(&self, folder: BorrowedFd<'_>, name: &OsStr) -> Answer<OsString> {
        let target = io::retry_on_intr(|| fs::readlinkat(folder, name, Vec::new()))?;
        Ok(OsString::from_vec(target.into_bytes()))
    }

    fn make_folder(&self, folder: BorrowedFd<'_>, name: &OsStr, mode: u32) -> Answer<()> {
        io::retry_on_intr(|| fs::mkdirat(folder, name, Mode::from_raw_mode(mode as RawMode)))
    }

    fn make_symlink(&self, folder: BorrowedFd<'_>, name: &OsStr, target: &OsStr) -> Answer<()> {
        io::retry_on_intr(|| fs::symlinkat(target, folder, name))
    }

    fn make_special(&self, folder: BorrowedFd<'_>, name: &OsStr, like: &Stat) -> Answer<()> {
        let kind = match like.kind {
            Kind::Fifo => FileType::Fifo,
            Kind::Socket => FileType::Socket,
            Kind::Block => FileType::BlockDevice,
            Kind::Char => FileType::CharacterDevice,
            Kind::File | Kind::Folder | Kind::Symlink | Kind::Unknown => return Err(Errno::INVAL),
        };
        io::retry_on_intr(|| fs::mknodat(folder, name, kind, Mode::from_raw_mode(0o600), like.stands_for))
    }

    fn link(&self, from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr)) -> Answer<()> {
        io::retry_on_intr(|| fs::linkat(from.0, from.1, to.0, to.1, AtFlags::empty()))
    }

    fn remove(&self, folder: BorrowedFd<'_>, name: &OsStr, kind: Kind) -> Answer<()> {
        let how = if kind == Kind::Folder { AtFlags::REMOVEDIR } else { AtFlags::empty() };
        io::retry_on_intr(|| fs::unlinkat(folder, name, how))
    }

    fn rename(&self, from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr), how: Rename) -> Answer<()> {
        match how {
            Rename::Plain => io::retry_on_intr(|| fs::renameat(from.0, from.1, to.0, to.1)),
            Rename::NoReplace => io::retry_on_intr(|| platform::rename_to_free(from, to)),
            Rename::Exchange => io::retry_on_intr(|| platform::exchange(from, to)),
        }
    }

    fn read(&self, file: BorrowedFd<'_>, into: &mut [u8]) -> Answer<usize> {
        io::retry_on_intr(|| io::read(file, &mut *into))
    }

    fn write(&self, file: BorrowedFd<'_>, bytes: &[u8]) -> Answer<usize> {
        io::retry_on_intr(|| io::write(file, bytes))
    }

    fn seek(&self, file: BorrowedFd<'_>, to: Seek) -> Answer<u64> {
        let to = match to {
            Seek::To(place) => SeekFrom::Start(place),
            Seek::Data(place) => SeekFrom::Data(place),
            Seek::Hole(place) => SeekFrom::Hole(place),
        };
        io::retry_on_intr(|| fs::seek(file, to))
    }

    fn position(&self, file: BorrowedFd<'_>) -> Answer<u64> {
        io::retry_on_intr(|| fs::tell(file))
    }

    fn truncate(&self, file: BorrowedFd<'_>, size: u64) -> Answer<()> {
        io::retry_on_intr(|| fs::ftruncate(file, size))
    }

    fn copy_range(&self, from: BorrowedFd<'_>, to: BorrowedFd<'_>, bytes: usize) -> Answer<usize> {
        io::retry_on_intr(|| platform::copy_range(from, to, bytes))
    }

    fn clone_whole(&self, from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Answer<()> {
        io::retry_on_intr(|| platform::clone_whole(from, to))
    }

    fn sync(&self, file: BorrowedFd<'_>) -> Answer<()> {
        io::retry_on_intr(|| fs::fsync(file))
    }

    fn sync_all(&self, file: BorrowedFd<'_>) -> Answer<()> {
        io::retry_on_intr(|| platform::sync_all(file))
    }

    fn sync_unless(&self, file: BorrowedFd<'_>, extent: Extent, is_cancelled: &dyn Fn() -> bool) -> Answer<()> {
        /// So soon whoever cancels goes on.
        const LOOK: Duration = Duration::from_millis(10);
        let file = io::fcntl_dupfd_cloexec(file, 0)?;
        let (tell, told) = mpsc::channel();
        // No call ends the wait for a disk: it is left alone with it.
        let sync = move || {
            let _is_gone = tell.send(match extent {
                Extent::File => Self.sync(file.as_fd()),
                Extent::All => Self.sync_all(file.as_fd()),
            });
        };
        let _disk = thread::Builder::new().name("disk".to_owned()).spawn(sync).map_err(|_| Errno::AGAIN)?;
        loop {
            match told.recv_timeout(LOOK) {
                Ok(answer) => return answer,
                Err(RecvTimeoutError::Disconnected) => return Err(Errno::IO),
                Err(RecvTimeoutError::Timeout) if is_cancelled() => return Err(Errno::CANCELED),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    fn forget_cached(&self, file: BorrowedFd<'_>) -> Answer<()> {
        fs::fadvise(file, 0, None, fs::Advice::DontNeed)
    }

    fn change_mode(&self, file: BorrowedFd<'_>, mode: u32) -> Answer<()> {
        io::retry_on_intr(|| fs::fchmod(file, Mode::from_raw_mode(mode as RawMode)))
    }

    fn change_mode_at(&self, folder: BorrowedFd<'_>, name: &OsStr, mode: u32) -> Answer<()> {
        io::retry_on_intr(|| platform::change_mode_at(folder, name, Mode::from_raw_mode(mode as RawMode)))
    }

    fn change_owner(&self, file: BorrowedFd<'_>, owner: Option<u32>, group: u32) -> Answer<()> {
        io::retry_on_intr(|| fs::fchown(file, owner.map(Uid::from_raw), Some(Gid::from_raw(group))))
    }

    fn change_owner_at(&self, folder: BorrowedFd<'_>, name: &OsStr, owner: Option<u32>, group: u32) -> Answer<()> {
        let (owner, group) = (owner.map(Uid::from_raw), Some(Gid::from_raw(group)));
        io::retry_on_intr(|| fs::chownat(folder, name, owner, group, AtFlags::SYMLINK_NOFOLLOW))
    }

    fn change_times(&self, file: BorrowedFd<'_>, accessed: Moment, modified: Moment) -> Answer<()> {
        io::retry_on_intr(|| fs::futimens(file, &stamps(accessed, modified)))
    }

    fn change_times_at(&self, folder: BorrowedFd<'_>, name: &OsStr, times: (Moment, Moment)) -> Answer<()> {
        let stamps = stamps(times.0, times.1);
        io::retry_on_intr(|| fs::utimensat(folder, name, &stamps, AtFlags::SYMLINK_NOFOLLOW))
    }

    fn attributes(&self, file: BorrowedFd<'_>) -> Answer<Vec<OsString>> {
        let list = platform::attributes(file)?;
        let names = list.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| OsStr::from_bytes(name).to_owned()).collect())
    }

    fn attribute(&self, file: BorrowedFd<'_>, name: &OsStr) -> Answer<Vec<u8>> {
        platform::attribute(file, name)
    }

    fn write_attribute(&self, file: BorrowedFd<'_>, name: &OsStr, value: &[u8]) -> Answer<()> {
        platform::write_attribute(file, name, value)
    }

    fn remove_attribute(&self, file: BorrowedFd<'_>, name: &OsStr) -> Answer<()> {
        platform::remove_attribute(file, name)
    }
}

fn stamps((seconds, nanoseconds): Moment, modified: Moment) -> Timestamps {
    Timestamps {
        last_access: Timespec { tv_sec: seconds, tv_nsec: nanoseconds.into() },
        last_modification: Timespec { tv_sec: modified.0, tv_nsec: modified.1.into() },
    }
}

#[expect(clippy::unnecessary_cast, reason = "the widths of these differ between the systems")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "they hold what the wider ones hold")]
fn known(stat: fs::Stat) -> Stat {
    let kind = match FileType::from_raw_mode(stat.st_mode) {
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Symlink,
        FileType::Fifo => Kind::Fifo,
        FileType::Socket => Kind::Socket,
        FileType::BlockDevice => Kind::Block,
        FileType::CharacterDevice => Kind::Char,
        FileType::RegularFile => Kind::File,
        FileType::Unknown => Kind::Unknown,
    };
    Stat {
        kind,
        device: stat.st_dev as u64,
        inode: stat.st_ino as u64,
        mode: stat.st_mode as u32 & 0o7777,
        owner: stat.st_uid,
        group: stat.st_gid,
        size: stat.st_size as u64,
        blocks: stat.st_blocks as u64,
        links: stat.st_nlink as u64,
        stands_for: stat.st_rdev as u64,
        accessed: (stat.st_atime as i64, stat.st_atime_nsec as u32),
        modified: (stat.st_mtime as i64, stat.st_mtime_nsec as u32),
        changed: (stat.st_ctime as i64, stat.st_ctime_nsec as u32),
    }
}
