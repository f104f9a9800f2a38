//! How much the trash keeps, and for how long.

use std::cmp::Reverse;

/// What the user wants to keep; `None` is everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// For so many days.
    pub days: Option<u32>,
    /// So many bytes.
    pub bytes: Option<u64>,
}

/// What is known of a trashed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// When it was trashed: local time, `YYYY-MM-DDThh:mm:ss`; anything else is of no age.
    pub deleted: String,
    /// The space it takes, in bytes.
    pub bytes: u64,
}

impl Limits {
    /// The positions of what is too old, or is too much when the newest are kept; `oldest` is when the days began.
    pub fn over(self, kept: &[Kept], oldest: Option<&str>) -> Vec<usize> {
        let is_old = |deleted: &str| oldest.is_some_and(|oldest| is_moment(deleted) && deleted < oldest);
        let mut order: Vec<usize> = (0..kept.len()).collect();
        order.sort_by_key(|at| Reverse(&kept[*at].deleted));
        let mut sum: u64 = 0;
        let mut is_over = |at: &usize| {
            sum = sum.saturating_add(kept[*at].bytes);
            is_old(&kept[*at].deleted) || self.bytes.is_some_and(|most| sum > most)
        };
        order.retain(&mut is_over);
        order
    }
}

fn is_moment(text: &str) -> bool {
    text.len() >= 10
        && text.bytes().take(10).enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Vec<Kept> {
        let one = |deleted: &str, bytes| Kept { deleted: deleted.to_owned(), bytes };
        vec![
            one("2026-01-01T00:00:00", 5),
            one("2026-03-01T00:00:00", 10),
            one("2026-02-01T00:00:00", 20),
            one("", 1),
            one("long ago", 1),
        ]
    }

    #[test]
    fn the_old_and_then_the_most_go() {
        let over = |days, bytes, oldest| Limits { days, bytes }.over(&kept(), oldest);
        assert_eq!(over(None, None, None), Vec::<usize>::new(), "without limits all is kept");
        assert_eq!(over(Some(1), None, Some("2026-02-15T00:00:00")), [2, 0]);
        assert_eq!(
            over(None, Some(12), None),
            [2, 0, 3],
            "what says no time that can be read goes first or last, never both"
        );
        assert_eq!(over(None, Some(1000), None), Vec::<usize>::new());
    }
}
