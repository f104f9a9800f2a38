//! How long a component that keeps ending is kept alive: ever longer waits, and an end of it.

use std::time::{Duration, Instant};

/// The first wait before a component is started again.
const SHORTEST: Duration = Duration::from_millis(250);
/// The longest one.
const LONGEST: Duration = Duration::from_secs(30);
/// A component that ran for so long is sound: the next wait is the shortest again.
pub const SOUND: Duration = Duration::from_secs(60);
/// So many starts in [`WINDOW`] are borne; one more, and it is given up.
pub const RESTARTS: usize = 5;
/// The time over which starts are counted.
pub const WINDOW: Duration = Duration::from_secs(60);

/// When a component was started again, as far as it still counts.
#[derive(Debug, Clone, Default)]
pub struct Patience {
    restarts: Vec<Instant>,
    in_a_row: u32,
}

impl Patience {
    /// Says when a component that was started then and has ended now is to be started again; `None` when enough is
    /// enough.
    pub fn next_start(&mut self, started: Instant, now: Instant) -> Option<Instant> {
        let is_sound = now.saturating_duration_since(started) >= SOUND;
        self.in_a_row = if is_sound { 0 } else { self.in_a_row };
        self.restarts.retain(|restart| now.saturating_duration_since(*restart) < WINDOW);
        if self.restarts.len() >= RESTARTS {
            return None;
        }
        let wait = SHORTEST.saturating_mul(1 << self.in_a_row.min(16)).min(LONGEST);
        self.in_a_row += 1;
        let next = now + wait;
        self.restarts.push(next);
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(run: Duration, count: usize) -> Vec<Option<u128>> {
        let mut patience = Patience::default();
        let mut started = Instant::now();
        let mut waits = Vec::new();
        for _ in 0..count {
            let ended = started + run;
            let next = patience.next_start(started, ended);
            waits.push(next.map(|next| (next - ended).as_millis()));
            started = next.unwrap_or(ended);
        }
        waits
    }

    #[test]
    fn waits_double_and_the_sixth_start_in_a_minute_is_not_made() {
        let expected = [Some(250), Some(500), Some(1000), Some(2000), Some(4000), None];
        assert_eq!(waits(Duration::ZERO, 6), expected);
    }

    #[test]
    fn one_that_ends_after_a_while_waits_longer_up_to_half_a_minute_and_is_never_given_up() {
        let expected = [250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map(Some);
        assert_eq!(waits(Duration::from_secs(20), 9), expected);
    }

    #[test]
    fn one_that_ran_for_a_minute_starts_with_the_shortest_wait_again() {
        assert_eq!(waits(SOUND, 4), [Some(250); 4]);
    }
}
