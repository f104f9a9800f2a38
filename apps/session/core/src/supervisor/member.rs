//! One component as it is now.

use crate::component::{Component, End, Restart};
use crate::notice::Notice;
use crate::patience::Patience;
use crate::protocol;
use crate::supervisor::{Action, Id, TERMINATION};

use std::time::Instant;

/// What a component is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its phase has not come.
    Idle,
    /// It is to be started then.
    Waiting(Instant),
    /// It is to be started now.
    Due,
    /// It is being started.
    Starting,
    /// It runs.
    Running,
    /// It was told to end, is killed then, and may be wanted again after.
    Stopping { kill_at: Option<Instant>, is_wanted: bool },
    /// It ended, and stays so.
    Ended,
    /// It kept failing.
    Failed,
}

/// A component, what it is doing, and what is remembered of it.
#[derive(Debug)]
pub struct Member {
    pub component: Component,
    pub state: State,
    pub restarts: u32,
    pid: Option<u32>,
    started: Option<Instant>,
    last_end: Option<End>,
    patience: Patience,
}

impl Member {
    pub fn new(component: Component) -> Self {
        Self {
            component,
            state: State::Idle,
            restarts: 0,
            pid: None,
            started: None,
            last_end: None,
            patience: Patience::default(),
        }
    }

    /// Its phase has come.
    pub fn begin(&mut self, now: Instant) {
        if self.state == State::Idle {
            self.state = State::Waiting(now + self.component.delay);
        }
    }

    pub fn started(&mut self, now: Instant, pid: u32) {
        (self.pid, self.started) = (Some(pid), Some(now));
        // The session may have begun to end between the wish and its fulfilment.
        if self.state == State::Starting {
            self.state = State::Running;
        }
    }

    /// Its process is gone: decides what follows.
    pub fn ended(&mut self, now: Instant, end: End, is_ending: bool, gives_up: bool) {
        (self.pid, self.last_end) = (None, Some(end));
        self.state = match self.state {
            _ if is_ending => State::Ended,
            State::Stopping { is_wanted: true, .. } => State::Due,
            State::Stopping { is_wanted: false, .. } => State::Ended,
            _ if gives_up => State::Failed,
            _ if !self.component.restart.applies(end) => self.at_rest(end),
            _ => {
                let next = self.patience.next_start(self.started.unwrap_or(now), now);
                next.map_or(State::Failed, State::Waiting)
            }
        };
        if matches!(self.state, State::Waiting(_)) {
            self.restarts += 1;
        }
    }

    /// What is never started again has simply ended, however it did.
    fn at_rest(&self, end: End) -> State {
        if self.component.restart == Restart::OnFailure && !end.is_success() { State::Failed } else { State::Ended }
    }

    /// Makes it start anew; says whether its process must be told to end for that.
    pub fn restart(&mut self, now: Instant) -> bool {
        self.patience = Patience::default();
        self.restarts += 1;
        match self.state {
            State::Running | State::Starting | State::Stopping { .. } => {
                self.state = State::Stopping { kill_at: Some(now + TERMINATION), is_wanted: true };
                true
            }
            _ => {
                self.state = State::Due;
                false
            }
        }
    }

    /// Makes it end for good; says whether it has a process, which must be told.
    pub fn stop(&mut self, now: Instant) -> bool {
        let has_process = self.has_process();
        self.state = match self.state {
            _ if has_process => State::Stopping { kill_at: Some(now + TERMINATION), is_wanted: false },
            State::Failed => State::Failed,
            _ => State::Ended,
        };
        has_process
    }

    /// Whether it was told to end for good.
    pub fn is_stopping(&self) -> bool {
        matches!(self.state, State::Stopping { is_wanted: false, .. })
    }

    /// Whether it is to be started at some time.
    pub fn is_waiting(&self) -> bool {
        matches!(self.state, State::Waiting(_))
    }

    /// Whether there is, or is about to be, a process.
    pub fn has_process(&self) -> bool {
        self.pid.is_some() || self.state == State::Starting
    }

    pub fn wake_at(&self) -> Option<Instant> {
        match self.state {
            State::Waiting(until) => Some(until),
            State::Stopping { kill_at, .. } => kill_at,
            _ => None,
        }
    }

    /// Does what is due.
    pub fn advance(&mut self, id: Id, now: Instant, actions: &mut Vec<Action>) {
        match self.state {
            State::Waiting(until) if until <= now => self.start(id, actions),
            State::Due => self.start(id, actions),
            State::Stopping { kill_at: Some(at), is_wanted } if at <= now => {
                self.state = State::Stopping { kill_at: None, is_wanted };
                actions.push(Action::Say(Notice::Killed { component: self.component.name.clone() }));
                actions.push(Action::Kill(id));
            }
            _ => {}
        }
    }

    fn start(&mut self, id: Id, actions: &mut Vec<Action>) {
        self.state = State::Starting;
        actions.push(Action::Start(id));
    }

    pub fn told(&self) -> protocol::Member {
        let state = match self.state {
            State::Idle | State::Waiting(_) | State::Due | State::Starting => protocol::State::Waiting,
            State::Running => protocol::State::Running,
            State::Stopping { .. } => protocol::State::Stopping,
            State::Ended => protocol::State::Ended,
            State::Failed => protocol::State::Failed,
        };
        protocol::Member {
            name: self.component.name.clone(),
            phase: self.component.phase,
            state,
            pid: self.pid,
            restarts: self.restarts,
            last_end: self.last_end,
        }
    }
}
