//! What differs between the systems: the only place of file operations with a `cfg(target_os)`.

pub use imp::*;

#[cfg(any(target_os = "linux", target_os = "android"))]
mod imp {
    use crate::device::{self, Mount};
    use crate::operation::limits::{Limits, Names, Sensitivity};

    use rustix::fd::{AsRawFd, BorrowedFd, OwnedFd};
    use rustix::fs::{self, FileType, Mode, OFlags, RenameFlags, ResolveFlags, XattrFlags};
    use rustix::io::Errno;

    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStringExt;
    use std::path::{Path, PathBuf};

    /// Opens a folder only to reach what lies in it.
    pub const REACH: OFlags = OFlags::PATH;

    /// Opens a folder only to reach what lies in it, wherever it lies; no step may be a symbolic link.
    pub fn reach(path: &Path) -> Result<OwnedFd, Errno> {
        let how = REACH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        fs::openat2(fs::CWD, path, how, Mode::empty(), ResolveFlags::NO_SYMLINKS)
    }

    /// Room for the names or the value of extended attributes; Linux allows no more.
    const MOST: usize = 64 * 1024;

    /// Gives a name that nothing has.
    pub fn rename_to_free(from: (BorrowedFd<'_>, &OsStr), to: (BorrowedFd<'_>, &OsStr)) -> Result<(), Errno> {
        fs::renameat_with(from.0, from.1, to.0, to.1, RenameFlags::NOREPLACE)
    }

    /// Lets two files change their names.
    pub fn exchange(one: (BorrowedFd<'_>, &OsStr), other: (BorrowedFd<'_>, &OsStr)) -> Result<(), Errno> {
        fs::renameat_with(one.0, one.1, other.0, other.1, RenameFlags::EXCHANGE)
    }

    /// Whether an answer means that there is no such attribute.
    pub fn is_no_attribute(error: Errno) -> bool {
        matches!(error, Errno::NODATA | Errno::OPNOTSUPP)
    }

    /// What is mounted now.
    pub fn mounts() -> Vec<Mount> {
        device::mounts(&std::fs::read("/proc/self/mountinfo").unwrap_or_default())
    }

    /// Whether a thread of a process, but this one, computes at this moment and waits for nothing.
    ///
    /// Spec: proc_pid_stat(5), field 3.
    pub fn is_running(process: u32) -> bool {
        let ours = std::fs::read_link("/proc/thread-self").unwrap_or_default();
        let Ok(threads) = std::fs::read_dir(format!("/proc/{process}/task")) else { return false };
        let others = threads.flatten().filter(|thread| Some(thread.file_name().as_os_str()) != ours.file_name());
        let told = |thread: std::fs::DirEntry| std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        others.map(told).any(|told| told.rsplit_once(") ").is_some_and(|(_, state)| state.starts_with('R')))
    }

    /// Whether a file system is mounted that might not answer.
    pub fn may_hang() -> bool {
        device::may_hang(&std::fs::read("/proc/self/mountinfo").unwrap_or_default())
    }

    /// What is not possible in a folder, by the kind of its file system and by whether it tells upper from lower case.
    pub fn limits(folder: BorrowedFd<'_>) -> Result<Limits, Errno> {
        /// Spec: statfs(2), f_type.
        const MSDOS: u64 = 0x4d44;
        const EXFAT: u64 = 0x2011_bab0;
        const NTFS: u64 = 0x7366_746e;
        /// Spec: ioctl_iflags(2); rustix does not name it.
        const CASEFOLD: u32 = 0x4000_0000;
        match fs::fstatfs(folder)?.f_type as u64 & 0xffff_ffff {
            MSDOS => return Ok(Limits::FAT),
            EXFAT => return Ok(Limits::EXFAT),
            NTFS => return Ok(Limits { names: Names::Windows, ..Limits::default() }),
            _ => {}
        }
        let opened = fs::openat(folder, ".", OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        let is_folding = fs::ioctl_getflags(&opened).is_ok_and(|flags| flags.bits() & CASEFOLD != 0);
        let case = if is_folding { Sensitivity::Untold } else { Sensitivity::Told };
        Ok(Limits { case, ..Limits::default() })
    }

    /// Changes permissions of what has a name, but never of what a symbolic link there stands for.
    ///
    /// As the C library does it: older kernels have no call for that.
    pub fn change_mode_at(folder: BorrowedFd<'_>, name: &OsStr, mode: Mode) -> Result<(), Errno> {
        let how = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = fs::openat(folder, name, how, Mode::empty())?;
        if FileType::from_raw_mode(fs::fstat(&file)?.st_mode) == FileType::Symlink {
            return Err(Errno::OPNOTSUPP);
        }
        fs::chmod(format!("/proc/self/fd/{}", file.as_raw_fd()), mode)
    }

    pub fn copy_range(from: BorrowedFd<'_>, to: BorrowedFd<'_>, bytes: usize) -> Result<usize, Errno> {
        fs::copy_file_range(from, None, to, None, bytes)
    }

    pub fn clone_whole(from: BorrowedFd<'_>, to: BorrowedFd<'_>) -> Result<(), Errno> {
        fs::ioctl_ficlone(to, from)
    }

    /// A file in memory that nobody else sees.
    pub fn memory_file() -> Result<OwnedFd, Errno> {
        fs::memfd_create(c"candela-files", fs::MemfdFlags::CLOEXEC)
    }

    /// Writes everything of that file system to the disk.
    pub fn sync_all(file: BorrowedFd<'_>) -> Result<(), Errno> {
        fs::syncfs(file)
    }

    pub fn attributes(file: BorrowedFd<'_>) -> Result<Vec<u8>, Errno> {
        let mut small = [0; 256];
        match fs::flistxattr(file, &mut small) {
            Ok(length) => Ok(small[..length].to_vec()),
            Err(Errno::RANGE) => large(|room| fs::flistxattr(file, room)),
            Err(error) => Err(error),
        }
    }

    pub fn attribute(file: BorrowedFd<'_>, name: &OsStr) -> Result<Vec<u8>, Errno> {
        large(|room| fs::fgetxattr(file, name, room))
    }

    pub fn write_attribute(file: BorrowedFd<'_>, name: &OsStr, value: &[u8]) -> Result<(), Errno> {
        fs::fsetxattr(file, name, value, XattrFlags::empty())
    }

    pub fn remove_attribute(file: BorrowedFd<'_>, name: &OsStr) -> Result<(), Errno> {
        fs::fremovexattr(file, name)
    }

    /// Where file systems are mounted. Spec: proc_pid_mountinfo(5), field 5.
    pub fn mount_points() -> Vec<PathBuf> {
        let text = std::fs::read("/proc/self/mountinfo").unwrap_or_default();
        let lines = text.split(|byte| *byte == b'\n');
        let places = lines.filter_map(|line| line.split(|byte| *byte == b' ').nth(4));
        places.map(|place| OsString::from_vec(device::unescaped(place)).into()).collect()
    }

    fn large(read: impl FnOnce(&mut [u8]) -> Result<usize, Errno>) -> Result<Vec<u8>, Errno> {
        let mut room = vec![0; MOST];
        let length = read(&mut room)?;
        room.truncate(length);
        Ok(room)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
mod imp {
    use crate::device::Mount;
    use crate::operation::limits::Limits;

    use rustix::fd::{BorrowedFd, OwnedFd};
    use rustix::fs::{AtFlags, Mode, OFlags, chmodat};
    use rustix::io::Errno;

    use std::ffi::OsStr;
    use std::path::{Path, PathBuf};

    /// Opens a folder only to reach what lies in it.
    pub const REACH: OFlags = OFlags::RDONLY;

    /// Opens a folder wherever it lies: there is no call for it here.
    pub fn reach(_path: &Path) -> Result<OwnedFd, Errno> {
        Err(Errno::NOSYS)
    }

    /// Gives a name that nothing has: there is no call for it here.
    pub fn rename_to_free(_from: (BorrowedFd<'_>, &OsStr), _to: (BorrowedFd<'_>, &OsStr)) -> Result<(), Errno> {
        Err(Errno::NOSYS)
    }

    /// Lets two files change their names: there is no call for it here.
    pub fn exchange(_one: (BorrowedFd<'_>, &OsStr), _other: (BorrowedFd<'_>, &OsStr)) -> Result<(), Errno> {
        Err(Errno::NOSYS)
    }

    /// Whether an answer means that there is no such attribute.
    pub fn is_no_attribute(error: Errno) -> bool {
        error == Errno::OPNOTSUPP
    }

    /// What is not possible in a folder, by the name of its file system.
    pub fn limits(folder: BorrowedFd<'_>) -> Result<Limits, Errno> {
        let told = rustix::fs::fstatfs(folder)?;
        let name = told.f_fstypename.iter().take_while(|byte| **byte != 0);
        #[expect(clippy::cast_sign_loss, reason = "a character of C is a byte")]
        let name: Vec<u8> = name.map(|byte| *byte as u8).collect();
        Ok(if name == b"msdosfs" { Limits::FAT } else { Limits::default() })
    }

    /// Changes permissions of what has a name, but never of what a symbolic link there stands for.
    pub fn change_mode_at(folder: BorrowedFd<'_>, name: &OsStr, mode: Mode) -> Result<(), Errno> {
        chmodat(folder, name, mode, AtFlags::SYMLINK_NOFOLLOW)
    }

    pub fn copy_range(_from: BorrowedFd<'_>, _to: BorrowedFd<'_>, _bytes: usize) -> Result<usize, Errno> {
        Err(Errno::NOSYS)
    }

    pub fn clone_whole(_from: BorrowedFd<'_>, _to: BorrowedFd<'_>) -> Result<(), Errno> {
        Err(Errno::OPNOTSUPP)
    }

    /// A file in memory that nobody else sees: not used here.
    pub fn memory_file() -> Result<OwnedFd, Errno> {
        Err(Errno::NOSYS)
    }

    /// Writes everything to the disk: there is no call for one file system alone.
    pub fn sync_all(file: BorrowedFd<'_>) -> Result<(), Errno> {
        rustix::fs::sync();
        rustix::fs::fsync(file)
    }

    pub fn attributes(_file: BorrowedFd<'_>) -> Result<Vec<u8>, Errno> {
        Ok(Vec::new())
    }

    pub fn attribute(_file: BorrowedFd<'_>, _name: &OsStr) -> Result<Vec<u8>, Errno> {
        Err(Errno::OPNOTSUPP)
    }

    pub fn write_attribute(_file: BorrowedFd<'_>, _name: &OsStr, _value: &[u8]) -> Result<(), Errno> {
        Err(Errno::OPNOTSUPP)
    }

    pub fn remove_attribute(_file: BorrowedFd<'_>, _name: &OsStr) -> Result<(), Errno> {
        Err(Errno::OPNOTSUPP)
    }

    /// Whether a thread of a process computes at this moment: not known here.
    pub fn is_running(_process: u32) -> bool {
        false
    }

    /// Whether a file system is mounted that might not answer: there is no safe call that lists them.
    pub fn may_hang() -> bool {
        false
    }

    /// What is mounted now, as `mount -p` tells it: what, where, and how it is kept, in the columns of fstab(5).
    pub fn mounts() -> Vec<Mount> {
        let told = std::process::Command::new("mount").arg("-p").output();
        let text = told.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let mount = |line: &str| {
            let mut fields = line.split_whitespace();
            let (source, path, kind) = (fields.next()?, fields.next()?, fields.next()?);
            Mount::new(path.into(), source.to_owned(), kind)
        };
        text.lines().filter_map(mount).collect()
    }

    /// Where file systems are mounted: there is no safe call that lists them.
    pub fn mount_points() -> Vec<PathBuf> {
        Vec::new()
    }
}
