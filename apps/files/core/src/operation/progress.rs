//! How far an operation is.

use std::path::PathBuf;
use std::time::Duration;

/// What the operation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Looking at what is to be done.
    #[default]
    Planning,
    /// Waiting for another operation that works on the same device.
    Waiting,
    /// Moving bytes.
    Working,
    /// Waiting for the disk.
    Flushing,
    /// Reading copies again.
    Verifying,
    /// Removing what is no longer needed.
    Removing,
}

/// A picture of the work at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// What it is about.
    pub phase: Phase,
    /// Files, folders and so on done.
    pub items: u64,
    /// How many there are in all; 0 where that is not known yet.
    pub items_in_all: u64,
    /// Bytes done.
    pub bytes: u64,
    /// How many there are in all; 0 where that is not known yet.
    pub bytes_in_all: u64,
    /// What is worked on.
    pub current: PathBuf,
}

impl Progress {
    /// Bytes a second, after working for so long.
    pub fn rate(&self, elapsed: Duration) -> u64 {
        let milliseconds = elapsed.as_millis().max(1);
        u64::try_from(u128::from(self.bytes) * 1000 / milliseconds).unwrap_or(u64::MAX)
    }

    /// The time left at the rate so far; `None` where the total or the rate is not known.
    pub fn left(&self, elapsed: Duration) -> Option<Duration> {
        let rate = self.rate(elapsed);
        let left = self.bytes_in_all.checked_sub(self.bytes)?;
        (rate > 0 && self.bytes_in_all > 0).then(|| Duration::from_secs(left.div_ceil(rate)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_left_are_told_where_they_are_known() {
        let half = Progress { bytes: 500, bytes_in_all: 1000, ..Progress::default() };
        assert_eq!(half.rate(Duration::from_secs(5)), 100);
        assert_eq!(half.left(Duration::from_secs(5)), Some(Duration::from_secs(5)));
        assert_eq!(Progress::default().left(Duration::from_secs(5)), None);
        assert_eq!(Progress { bytes: 5, ..Progress::default() }.left(Duration::ZERO), None, "no total");
    }
}
