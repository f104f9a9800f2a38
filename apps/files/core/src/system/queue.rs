//! Who works on which device: operations that move many bytes come one after the other, in the order they were asked for.

use crate::operation::{Control, Phase, Reason};

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So soon a cancelled operation leaves the queue.
const PATIENCE: Duration = Duration::from_millis(50);

/// Operations that move fewer bytes than that wait for nobody.
pub const SMALL: u64 = 32 << 20;

/// The queue of this process.
pub static QUEUE: Queue = Queue::new();

/// A queue for each device, all in one.
#[derive(Debug)]
pub struct Queue {
    line: Mutex<Line>,
    changed: Condvar,
}

#[derive(Debug)]
struct Line {
    next: u64,
    /// Who waits or works, in the order they came, and on which devices.
    tickets: Vec<(u64, Vec<u64>)>,
}

/// A place in the queue, until it is dropped.
#[derive(Debug)]
pub struct Place<'a> {
    queue: &'a Queue,
    ticket: u64,
}

impl Queue {
    /// Nobody waits.
    pub const fn new() -> Self {
        Self { line: Mutex::new(Line { next: 0, tickets: Vec::new() }), changed: Condvar::new() }
    }

    /// Waits until all who came before and need one of these devices are through.
    ///
    /// # Errors
    /// [`Reason::Cancelled`].
    pub fn enter(&self, devices: Vec<u64>, control: &Control) -> Result<Place<'_>, Reason> {
        let mut line = self.lock();
        let ticket = line.next;
        line.next += 1;
        line.tickets.push((ticket, devices.clone()));
        drop(line);
        // Leaves the queue again where the wait is cancelled.
        let place = Place { queue: self, ticket };
        loop {
            control.check()?;
            let line = self.lock();
            if !line.is_before(ticket, &devices) {
                control.report(|progress| progress.phase = Phase::Working);
                return Ok(place);
            }
            control.report(|progress| progress.phase = Phase::Waiting);
            let woken = self.changed.wait_timeout(line, PATIENCE);
            drop(woken.unwrap_or_else(PoisonError::into_inner));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Line {
    fn is_before(&self, ticket: u64, devices: &[u64]) -> bool {
        let mut before = self.tickets.iter().take_while(|(other, _)| *other != ticket);
        before.any(|(_, theirs)| theirs.iter().any(|device| devices.contains(device)))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.queue.lock().tickets.retain(|(ticket, _)| *ticket != self.ticket);
        self.queue.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread;

    #[test]
    fn one_device_is_for_one_operation_and_others_do_not_wait() {
        let (queue, control) = (Queue::new(), Control::default());
        let first = queue.enter(vec![1, 2], &control).unwrap();
        let elsewhere = queue.enter(vec![3], &control).unwrap();
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            let queue = &queue;
            let _waiting = scope.spawn(move || {
                let control = Control::default();
                let place = queue.enter(vec![2], &control);
                sender.send(place.is_ok()).unwrap();
            });
            while queue.lock().tickets.len() < 3 {
                thread::yield_now();
            }
            assert!(receiver.try_recv().is_err(), "the first is not through");
            drop(first);
            assert_eq!(receiver.recv(), Ok(true));
        });
        drop(elsewhere);
        assert!(queue.lock().tickets.is_empty());
    }

    #[test]
    fn who_cancels_leaves_the_queue() {
        let (queue, control) = (Queue::new(), Control::default());
        let _first = queue.enter(vec![1], &control).unwrap();
        let other = Control::default();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| queue.enter(vec![1], &other).map(drop));
            while other.progress().phase != Phase::Waiting {
                thread::yield_now();
            }
            other.cancel();
            assert_eq!(waiting.join().unwrap(), Err(Reason::Cancelled));
        });
        assert_eq!(queue.lock().tickets.len(), 1);
    }
}
