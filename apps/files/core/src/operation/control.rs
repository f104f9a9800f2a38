//! How a running operation is paused and cancelled, and what it says meanwhile.

use super::{Progress, Reason};

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Held by the one who asked, and by the one who works.
#[derive(Debug, Default)]
pub struct Control {
    state: Mutex<State>,
    changed: Condvar,
    progress: Mutex<Progress>,
    is_heeded: AtomicBool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Running,
    Paused,
    Cancelled,
}

impl Control {
    /// Holds the work up at its next step.
    pub fn pause(&self) {
        self.turn(State::Paused);
    }

    /// Lets it go on.
    pub fn resume(&self) {
        self.turn(State::Running);
    }

    /// Ends it at its next step, for good.
    pub fn cancel(&self) {
        self.turn(State::Cancelled);
    }

    /// Whether the work has heard that it is cancelled: it tidies up then, or is through. Work that hears nothing for
    /// long waits for a file system that does not answer.
    pub fn is_heeded(&self) -> bool {
        self.is_heeded.load(Ordering::Relaxed)
    }

    /// What has been done so far.
    pub fn progress(&self) -> Progress {
        lock(&self.progress).clone()
    }

    /// Waits while paused. The work calls this before each step, and at least for each MiB.
    ///
    /// # Errors
    /// [`Reason::Cancelled`].
    pub fn check(&self) -> Result<(), Reason> {
        let state = lock(&self.state);
        let state = self.changed.wait_while(state, |state| *state == State::Paused);
        match *state.unwrap_or_else(PoisonError::into_inner) {
            State::Cancelled => {
                self.is_heeded.store(true, Ordering::Relaxed);
                Err(Reason::Cancelled)
            }
            State::Running | State::Paused => Ok(()),
        }
    }

    /// Reports what was done.
    pub fn report(&self, change: impl FnOnce(&mut Progress)) {
        change(&mut lock(&self.progress));
    }

    fn turn(&self, to: State) {
        let mut state = lock(&self.state);
        if *state != State::Cancelled {
            *state = to;
        }
        self.changed.notify_all();
    }
}

/// The values behind our locks are whole at any time, so a panic elsewhere does not spoil them.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::thread;

    #[test]
    fn paused_work_goes_on_when_told_and_cancelled_work_never() {
        let control = Arc::new(Control::default());
        control.pause();
        let worker = thread::spawn({
            let control = Arc::clone(&control);
            move || control.check()
        });
        control.resume();
        assert_eq!(worker.join().unwrap(), Ok(()));
        control.cancel();
        control.resume();
        assert!(!control.is_heeded());
        assert_eq!(control.check(), Err(Reason::Cancelled));
        assert!(control.is_heeded());
    }
}
