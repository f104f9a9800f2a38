//! When a session starts in safe mode: after three that failed at once, one after the other.

/// A session that ended so soon, in seconds, and with a failure, failed fast.
pub const FAST: u64 = 10;
/// So many fast failures in [`WINDOW`] are enough.
pub const ENOUGH: usize = 3;
/// The seconds over which they are counted.
pub const WINDOW: u64 = 60;

/// Reads the times of failures, in seconds since 1970, a line each; what is no number is left out.
pub fn parse(text: &str) -> Vec<u64> {
    text.lines().filter_map(|line| line.trim().parse().ok()).collect()
}

/// Writes them as [`parse`] reads them, only those that still count.
pub fn render(failures: &[u64], now: u64) -> String {
    counting(failures, now).map(|time| format!("{time}\n")).collect()
}

/// Whether the session that begins now is to do without what may have been at fault.
pub fn is_safe_mode(failures: &[u64], now: u64) -> bool {
    counting(failures, now).count() >= ENOUGH
}

/// A time to come is of a clock that was wrong, and does not count.
fn counting(failures: &[u64], now: u64) -> impl Iterator<Item = u64> {
    failures.iter().copied().filter(move |time| *time <= now && now - time <= WINDOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_failures_within_a_minute_make_the_next_session_a_safe_one() {
        let cases: [(&str, bool); 6] = [
            ("", false),
            ("100\n110\n", false),
            ("100\n110\n120\n", true),
            ("50\n110\n120\n", false),
            ("100\nrubbish\n110\n-1\n120", true),
            ("900\n901\n902\n", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_safe_mode(&parse(text), 121), expected, "{text:?}");
        }
        assert_eq!(render(&parse("1\n100\n900\n"), 121), "100\n");
    }
}
