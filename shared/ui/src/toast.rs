//! Which toasts are shown now: each stays six seconds, and until it is read while it is pointed at or focused.

use crate::tokens::time;
use std::time::{Duration, Instant};

/// A toast on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Id(u64);

/// The toasts shown now, oldest first. Pure: the caller says what time it is, and asks when to come again.
#[derive(Debug, Clone)]
pub struct Shelf<T> {
    toasts: Vec<(Id, T, Stay)>,
    next: u64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Stay {
    Until(Instant),
    Held,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { toasts: Vec::new(), next: 0 }
    }
}

impl<T> Shelf<T> {
    /// More than this many are not read: the oldest goes.
    pub const MOST: usize = 3;

    /// Puts a toast on the shelf.
    pub fn push(&mut self, now: Instant, toast: T) -> Id {
        let id = Id(self.next);
        self.next += 1;
        if self.toasts.len() == Self::MOST {
            drop(self.toasts.remove(0));
        }
        self.toasts.push((id, toast, Stay::Until(now + STAY)));
        id
    }

    /// The toast is pointed at or focused: it stays.
    pub fn hold(&mut self, id: Id) {
        self.stay(id, Stay::Held);
    }

    /// It is no longer: its time starts anew.
    pub fn release(&mut self, id: Id, now: Instant) {
        self.stay(id, Stay::Until(now + STAY));
    }

    fn stay(&mut self, id: Id, stay: Stay) {
        if let Some(toast) = self.toasts.iter_mut().find(|toast| toast.0 == id) {
            toast.2 = stay;
        }
    }

    /// Takes it away; `None` where it has gone by itself.
    pub fn take(&mut self, id: Id) -> Option<T> {
        let at = self.toasts.iter().position(|toast| toast.0 == id)?;
        Some(self.toasts.remove(at).1)
    }

    /// Drops what has been shown long enough.
    pub fn expire(&mut self, now: Instant) {
        self.toasts.retain(|toast| toast.2 == Stay::Held || !matches!(toast.2, Stay::Until(end) if end <= now));
    }

    /// When [`expire`](Self::expire) has something to do next; `None` while nothing goes by itself.
    pub fn next_change(&self) -> Option<Instant> {
        let ends = self.toasts.iter().filter_map(|toast| match toast.2 {
            Stay::Until(end) => Some(end),
            Stay::Held => None,
        });
        ends.min()
    }

    /// The toasts to show, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &T)> {
        self.toasts.iter().map(|(id, toast, _)| (*id, toast))
    }
}

const STAY: Duration = Duration::from_millis(time::TOAST);

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'a>(shelf: &'a Shelf<&'static str>) -> Vec<&'a str> {
        shelf.iter().map(|(_, toast)| *toast).collect()
    }

    #[test]
    fn a_toast_goes_after_its_time_and_not_before() {
        let start = Instant::now();
        let mut shelf = Shelf::default();
        let _ = shelf.push(start, "moved");
        assert_eq!(shelf.next_change(), Some(start + STAY));
        shelf.expire(start + STAY - Duration::from_millis(1));
        assert_eq!(shown(&shelf), ["moved"]);
        shelf.expire(start + STAY);
        assert_eq!(shown(&shelf), [""; 0]);
        assert_eq!(shelf.next_change(), None);
    }

    #[test]
    fn a_toast_that_is_pointed_at_stays_and_its_time_starts_anew() {
        let start = Instant::now();
        let mut shelf = Shelf::default();
        let id = shelf.push(start, "moved");
        shelf.hold(id);
        assert_eq!(shelf.next_change(), None, "nobody has to wake up for it");
        shelf.expire(start + 10 * STAY);
        assert_eq!(shown(&shelf), ["moved"]);
        shelf.release(id, start + 10 * STAY);
        shelf.expire(start + 10 * STAY + Duration::from_secs(1));
        assert_eq!(shown(&shelf), ["moved"]);
        shelf.expire(start + 11 * STAY);
        assert_eq!(shelf.take(id), None);
    }

    #[test]
    fn more_than_three_are_not_read() {
        let start = Instant::now();
        let mut shelf = Shelf::default();
        for toast in ["a", "b", "c", "d"] {
            let _ = shelf.push(start, toast);
        }
        assert_eq!(shown(&shelf), ["b", "c", "d"]);
    }
}
