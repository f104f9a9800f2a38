//! Makes a child process let go of us between `fork` and `exec`: the one place of this crate that needs unsafe code.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// The highest signal number to reset; every system of ours has all of its ordinary signals below.
const LAST_SIGNAL: i32 = 31;
/// Taken where the open descriptors cannot be listed.
const LIKELY_HIGHEST: i32 = 1024;

/// Has the command start in a session of its own, with every signal as usual and no descriptor of ours but its first
/// three.
pub fn from_us(command: &mut Command) {
    let highest = highest_descriptor();
    let release = move || {
        let _ = rustix::process::setsid()?;
        reset(highest);
        Ok(())
    };
    #[expect(unsafe_code, reason = "a session of one's own can only be asked for by the child itself")]
    // SAFETY: between fork and exec only system calls are made, all of them async-signal-safe; nothing is allocated.
    let _ = unsafe { command.pre_exec(release) };
}

#[expect(unsafe_code, reason = "no safe crate resets ignored signals or marks inherited descriptors")]
fn reset(highest: i32) {
    for signal in 1..=LAST_SIGNAL {
        // SAFETY: the default action is a valid handler for every signal; those that cannot be changed say so.
        let _ = unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
    for descriptor in 3..=highest {
        // Marked, not closed: `exec` closes them, and the one by which a failed `exec` is reported still works.
        // SAFETY: changing the flag of a descriptor that is not open says so, and does nothing else.
        let _ = unsafe { libc::fcntl(descriptor, libc::F_SETFD, libc::FD_CLOEXEC) };
    }
}

/// The highest descriptor that is open now; what other threads open later closes itself, as all of Rust's do.
fn highest_descriptor() -> i32 {
    let listing = || -> io::Result<Option<i32>> {
        let names = std::fs::read_dir("/dev/fd")?.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        Ok(names.max())
    };
    listing().ok().flatten().map_or(LIKELY_HIGHEST, |highest| highest.max(3))
}
