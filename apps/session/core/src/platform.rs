//! What differs between the systems we run on: the only place of this crate with a `cfg(target_os)`.

use rustix::process::{Pid, Signal};

use std::ffi::OsStr;
use std::io;
use std::os::fd::AsFd;

/// Makes this process the parent of everything below it that loses its own.
///
/// # Errors
/// What the system says; a session works without, and then leaves to others what left its parent.
pub fn become_reaper() -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::process::set_child_subreaper(Some(rustix::process::getpid()))?;
    #[cfg(target_os = "freebsd")]
    rustix::process::set_reaper_status(true)?;
    Ok(())
}

/// Has this process get a signal when its parent ends; for a child, before it becomes another program.
///
/// # Errors
/// What the system says.
pub fn end_with_parent(signal: Signal) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "freebsd"))]
    rustix::process::set_parent_process_death_signal(Some(signal))?;
    let _ = signal;
    Ok(())
}

/// Returns every process below this one, its children's too, in no order; none where the system does not tell.
pub fn descendants() -> Vec<Pid> {
    #[cfg(target_os = "linux")]
    return linux::below(rustix::process::getpid());
    #[cfg(target_os = "freebsd")]
    return rustix::process::get_reaper_pids(None)
        .map(|found| found.into_iter().map(|one| one.pid).collect())
        .unwrap_or_default();
    #[cfg(not(any(target_os = "linux", target_os = "freebsd")))]
    return Vec::new();
}

/// Returns the process at the other end of a socket, where the system tells.
pub fn peer(socket: impl AsFd) -> Option<Pid> {
    #[cfg(target_os = "linux")]
    return rustix::net::sockopt::socket_peercred(socket).ok().map(|peer| peer.pid);
    #[cfg(not(target_os = "linux"))]
    return {
        let _ = socket;
        None
    };
}

/// Returns the processes that were started with that variable in their environment, as far as this user may know; none
/// where the system does not tell.
pub fn with_variable(name: &str, value: &OsStr) -> Vec<Pid> {
    #[cfg(target_os = "linux")]
    return linux::with_variable(name, value);
    #[cfg(not(target_os = "linux"))]
    return {
        let _ = (name, value);
        Vec::new()
    };
}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::process::Pid;

    use std::collections::{HashMap, VecDeque};
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::path::PathBuf;

    /// Every process, and the folder that tells of it.
    fn processes() -> impl Iterator<Item = (i32, PathBuf)> {
        let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        entries.filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())))
    }

    /// Returns the processes with that variable in the environment they were started with.
    pub fn with_variable(name: &str, value: &OsStr) -> Vec<Pid> {
        let wanted = [name.as_bytes(), b"=", value.as_bytes()].concat();
        let has = |folder: PathBuf| {
            let environment = std::fs::read(folder.join("environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|variable| variable == wanted)
        };
        processes().filter(|(_, folder)| has(folder.clone())).filter_map(|(pid, _)| Pid::from_raw(pid)).collect()
    }

    /// Returns every living process below that one.
    pub fn below(top: Pid) -> Vec<Pid> {
        let mut children: HashMap<i32, Vec<i32>> = HashMap::new();
        for (pid, folder) in processes() {
            let stat = std::fs::read_to_string(folder.join("stat")).unwrap_or_default();
            if let Some(parent) = parent(&stat) {
                children.entry(parent).or_default().push(pid);
            }
        }
        let mut found = Vec::new();
        let mut left = VecDeque::from([top.as_raw_nonzero().get()]);
        while let Some(parent) = left.pop_front() {
            let below = children.remove(&parent).unwrap_or_default();
            found.extend(below.iter().filter_map(|pid| Pid::from_raw(*pid)));
            left.extend(below);
        }
        found
    }

    /// Reads the parent of a process that has not ended; its name may hold anything, a parenthesis too.
    fn parent(stat: &str) -> Option<i32> {
        let (_, rest) = stat.rsplit_once(')')?;
        let mut fields = rest.split_whitespace();
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        (state != "Z" && state != "X").then_some(parent)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_parent_is_read_behind_any_name() {
            assert_eq!(parent("12 (a) b) (c) S 7 12 12 0"), Some(7));
            assert_eq!(parent("12 (gone) Z 7 12 12 0"), None);
            assert_eq!(parent(""), None);
        }
    }
}
