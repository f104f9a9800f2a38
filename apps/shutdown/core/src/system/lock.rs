//! Tells whether somebody holds a lock of the packages, without taking it.

use crate::Root;

use rustix::process::{Flock, FlockType, fcntl_getlk};

use std::fs::{self, File};
use std::path::Path;

/// The process that holds the record lock of a file; `None` where nobody does, or nobody can tell.
///
/// The file itself tells root. Everybody else reads the kernel's list, where there is one.
pub fn holder(root: &Root, file: &str) -> Option<u32> {
    let path = root.path(file);
    match File::options().read(true).open(&path) {
        Ok(open) => asked(&open),
        Err(_) => listed(&fs::read_to_string(root.path("/proc/locks")).ok()?, &path),
    }
}

fn asked(file: &File) -> Option<u32> {
    let wanted = Flock::from(FlockType::WriteLock);
    let held = fcntl_getlk(file, &wanted).ok()??;
    Some(held.pid.map_or(0, |pid| pid.as_raw_nonzero().get().cast_unsigned()))
}

fn listed(locks: &str, path: &Path) -> Option<u32> {
    let found = rustix::fs::stat(path).ok()?;
    let (major, minor) = (rustix::fs::major(found.st_dev), rustix::fs::minor(found.st_dev));
    let place = format!("{major:02x}:{minor:02x}:{}", found.st_ino);
    parse(locks, &place)
}

/// Spec: proc_locks(5): `1: POSIX  ADVISORY  WRITE 5433 08:01:7864448 128 128`; a waiting one has `->` behind its number.
fn parse(locks: &str, place: &str) -> Option<u32> {
    locks.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [_, "POSIX", _, _, process, at, ..] = fields[..] else {
            return None;
        };
        (at == place).then(|| process.parse().ok())?
    })
}

/// Whether a process of that number is alive.
pub fn is_alive(process: u32) -> bool {
    let Some(process) = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw) else {
        return false;
    };
    !matches!(rustix::process::test_kill_process(process), Err(rustix::io::Errno::SRCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_the_kernel_names_the_holder() {
        let locks = "1: POSIX  ADVISORY  WRITE 5433 08:01:7864448 128 128\n\
                     2: -> POSIX  ADVISORY  WRITE 6 08:01:7864449 0 EOF\n3: FLOCK  ADVISORY  WRITE 8 08:01:7 0 EOF\n";
        assert_eq!(parse(locks, "08:01:7864448"), Some(5433));
        assert_eq!(parse(locks, "08:01:7864449"), None, "it only waits");
        assert_eq!(parse(locks, "08:01:7"), None, "another kind of lock");
        assert_eq!(parse("rubbish\n", "08:01:7"), None);
    }

    #[test]
    fn a_file_nobody_holds_has_no_holder() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("lock"), "").unwrap();
        let root = Root::below(folder.path().into());
        assert_eq!((holder(&root, "/lock"), holder(&root, "/missing")), (None, None));
    }

    #[test]
    fn this_process_is_alive_and_none_has_the_number_0() {
        assert!(is_alive(std::process::id()));
        assert!(!is_alive(0) && !is_alive(u32::MAX));
    }
}
