//! Who works on which device: operations that move many bytes come one after the other. Those of one process come in the
//! order they were asked for; those of several processes meet at a lock for each device, which the kernel takes from
//! whoever dies.

use super::lock::Lock;
use crate::operation::{Control, Phase, Reason};

use rustix::fs::OFlags;
use rustix::io::Errno;

use std::fs::{DirBuilder, File, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So soon a cancelled operation leaves the queue, and so often it looks whether another process is through.
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
    /// What keeps other processes off.
    locks: Vec<Lock>,
}

impl Queue {
    /// Nobody waits.
    pub const fn new() -> Self {
        Self { line: Mutex::new(Line { next: 0, tickets: Vec::new() }), changed: Condvar::new() }
    }

    /// Waits until all who came before and need one of these devices are through, and until no other process that uses
    /// the same folder of locks works on one of them. Without such a folder nobody waits for other processes.
    ///
    /// # Errors
    /// [`Reason::Cancelled`].
    pub fn enter(&self, devices: Vec<u64>, locks: Option<&Path>, control: &Control) -> Result<Place<'_>, Reason> {
        let mut line = self.lock();
        let ticket = line.next;
        line.next += 1;
        line.tickets.push((ticket, devices.clone()));
        drop(line);
        // Leaves the queue again where the wait is cancelled.
        let mut place = Place { queue: self, ticket, locks: Vec::new() };
        loop {
            control.check()?;
            let line = self.lock();
            if !line.is_before(ticket, &devices)
                && let Some(taken) = lock_all(locks, &devices)
            {
                place.locks = taken;
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
        self.locks.clear();
        self.queue.lock().tickets.retain(|(ticket, _)| *ticket != self.ticket);
        self.queue.changed.notify_all();
    }
}

/// Locks all of these devices or none; `None` where another process has one of them.
///
/// What cannot be locked at all is nobody's: it is better to be slow than to be held up.
fn lock_all(folder: Option<&Path>, devices: &[u64]) -> Option<Vec<Lock>> {
    let Some(folder) = folder else { return Some(Vec::new()) };
    let mut locks = Vec::new();
    for device in devices {
        let Ok(file) = open_lock(folder, *device) else { continue };
        match Lock::take(file.into()) {
            Ok(lock) => locks.push(lock),
            Err(Errno::WOULDBLOCK) => return None,
            Err(_) => {}
        }
    }
    Some(locks)
}

fn open_lock(folder: &Path, device: u64) -> std::io::Result<File> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut how = OpenOptions::new();
    let how = how.write(true).create(true).truncate(false).mode(0o600);
    how.custom_flags(OFlags::NOFOLLOW.bits() as i32).open(folder.join(format!("device-{device:x}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread;

    #[test]
    fn one_device_is_for_one_operation_and_others_do_not_wait() {
        let (queue, control) = (Queue::new(), Control::default());
        let first = queue.enter(vec![1, 2], None, &control).unwrap();
        let elsewhere = queue.enter(vec![3], None, &control).unwrap();
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            let queue = &queue;
            let _waiting = scope.spawn(move || {
                let control = Control::default();
                let place = queue.enter(vec![2], None, &control);
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
        let _first = queue.enter(vec![1], None, &control).unwrap();
        let other = Control::default();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| queue.enter(vec![1], None, &other).map(drop));
            wait_for(&other);
            other.cancel();
            assert_eq!(waiting.join().unwrap(), Err(Reason::Cancelled));
        });
        assert_eq!(queue.lock().tickets.len(), 1);
    }

    #[test]
    fn queues_of_several_processes_meet_at_the_devices_and_take_none_where_one_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let locks = Some(folder.path());
        // As another process has it: a queue of its own, with the same folder.
        let (ours, theirs) = (Queue::new(), Queue::new());
        let (control, other) = (Control::default(), Control::default());
        let first = ours.enter(vec![1], locks, &control).unwrap();
        drop(theirs.enter(vec![2], locks, &control).unwrap());
        thread::scope(|scope| {
            let waiting = scope.spawn(|| theirs.enter(vec![1, 2], locks, &other).map(drop));
            wait_for(&other);
            drop(ours.enter(vec![2], locks, &control).unwrap());
            drop(first);
            assert_eq!(waiting.join().unwrap(), Ok(()));
        });
        // A folder that cannot be made holds nobody up.
        drop(ours.enter(vec![1], Some(Path::new("/proc/none")), &control).unwrap());
    }

    fn wait_for(control: &Control) {
        while control.progress().phase != Phase::Waiting {
            thread::yield_now();
        }
    }
}
