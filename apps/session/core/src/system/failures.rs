//! The file that remembers sessions that failed at once.

use crate::failures::{FAST, is_safe_mode, parse, render};
use crate::system::clock;

use candela_shared::replace;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

fn file(folder: &Path) -> PathBuf {
    folder.join("session-failures")
}

fn read(folder: &Path) -> Vec<u64> {
    parse(&fs::read_to_string(file(folder)).unwrap_or_default())
}

/// Whether the session that begins now is to be a safe one.
pub fn asks_for_safe_mode(folder: &Path, now: SystemTime) -> bool {
    is_safe_mode(&read(folder), clock::seconds(now))
}

/// Notes how a session went; one that went well, or for a while, clears what was before.
///
/// # Errors
/// What the system says; the next session begins as if nothing had been.
pub fn note(folder: &Path, is_success: bool, lasted: Duration, now: SystemTime) -> io::Result<()> {
    if is_success || lasted.as_secs() >= FAST {
        return match fs::remove_file(file(folder)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        };
    }
    let now = clock::seconds(now);
    let failures: Vec<u64> = read(folder).into_iter().chain([now]).collect();
    replace::write(&file(folder), render(&failures, now).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_fast_failures_ask_for_safe_mode_and_a_success_clears_them() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        for _ in 0..3 {
            assert!(!asks_for_safe_mode(folder.path(), now));
            note(folder.path(), false, Duration::from_secs(1), now).unwrap();
        }
        assert!(asks_for_safe_mode(folder.path(), now));
        assert!(!asks_for_safe_mode(folder.path(), now + Duration::from_secs(61)));
        note(folder.path(), false, Duration::from_secs(FAST), now).unwrap();
        assert!(!asks_for_safe_mode(folder.path(), now), "one that lasted was no fast failure");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
        note(folder.path(), true, Duration::ZERO, now).unwrap();
    }
}
