//! How a session ends: windows are asked first, then programs are told, part by part, the window manager last.

use crate::component::Phase;
use crate::notice::{Notice, Outcome};
use crate::protocol::Answer;
use crate::supervisor::{ASKING, Action, Asker, Doing, Supervisor, TERMINATION};

use std::time::Instant;

/// A question to all windows that is under way.
#[derive(Debug)]
pub struct Asking {
    /// When it is given up.
    pub until: Instant,
    /// The windows that are open; `None` as long as nobody has looked.
    pub windows: Option<Vec<String>>,
    /// The process whose windows are not asked.
    pub spared: Option<u32>,
    asker: Asker,
    then: Then,
}

/// What follows when every window has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The session ends.
    LogOut,
    /// It goes on.
    GoOn,
}

/// What becomes of the wish to be waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wishes {
    /// It is fulfilled.
    Heard,
    /// Whoever asks the windows knows of it, and does not wait.
    Ignored,
}

impl Asking {
    /// A question that begins now.
    pub fn new(now: Instant, asker: Asker, then: Then, spared: Option<u32>) -> Self {
        Self { until: now + ASKING, windows: None, spared, asker, then }
    }
}

/// What is left of a session that ends.
#[derive(Debug)]
pub struct Ending {
    outcome: Outcome,
    /// The parts to come, the present one first.
    phases: std::slice::Iter<'static, Phase>,
    phase: Option<Phase>,
    strays: Strays,
}

/// The programs that are no components: what the user started, and what components left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strays {
    /// Not told yet.
    Untold,
    /// Told to end, and killed then.
    Told { left: usize, kill_at: Instant },
    /// Killed; what even that does not end is left to itself then.
    Killed { left: usize, leave_at: Instant },
}

impl Ending {
    fn new(outcome: Outcome) -> Self {
        let mut phases = Phase::ENDING.iter();
        let phase = phases.next().copied();
        Self { outcome, phases, phase, strays: Strays::Untold }
    }

    pub fn strays_left(&mut self, count: usize) {
        match &mut self.strays {
            Strays::Untold => {}
            Strays::Told { left, .. } | Strays::Killed { left, .. } => *left = count,
        }
    }

    /// When there is something to do though nothing happens.
    pub fn wake_at(&self) -> Option<Instant> {
        match self.strays {
            Strays::Told { left: 1.., kill_at: at } | Strays::Killed { left: 1.., leave_at: at } => Some(at),
            _ => None,
        }
    }

    /// Does with the strays what is due, and says whether any are left.
    fn end_strays(&mut self, now: Instant, actions: &mut Vec<Action>) -> bool {
        match self.strays {
            Strays::Untold => {
                self.strays = Strays::Told { left: usize::MAX, kill_at: now + TERMINATION };
                actions.extend([Action::TerminateStrays, Action::CountStrays]);
                true
            }
            Strays::Told { left: 0, .. } | Strays::Killed { left: 0, .. } => false,
            Strays::Told { left, kill_at } if kill_at <= now => {
                self.strays = Strays::Killed { left, leave_at: now + TERMINATION };
                let said = (left != usize::MAX).then_some(Action::Say(Notice::StraysKilled { count: left }));
                actions.extend(said.into_iter().chain([Action::KillStrays, Action::CountStrays]));
                true
            }
            Strays::Killed { leave_at, .. } => now < leave_at,
            Strays::Told { .. } => true,
        }
    }
}

impl Supervisor {
    pub(super) fn is_ending(&self) -> bool {
        matches!(self.doing, Doing::Ending(_) | Doing::Finished)
    }

    /// Begins to end, whatever anybody says.
    pub(super) fn end(&mut self, outcome: Outcome, actions: &mut Vec<Action>) {
        if self.is_ending() {
            return;
        }
        if let Doing::Asking(Asking { asker, then, .. }) = &self.doing {
            let answer = if *then == Then::LogOut { Answer::Ending } else { Answer::Busy };
            actions.push(Action::Answer(*asker, answer));
        }
        actions.push(Action::Say(Notice::Ending(outcome.clone())));
        self.doing = Doing::Ending(Ending::new(outcome));
    }

    /// Begins to ask the windows, unless somebody asked to wait.
    pub(super) fn ask_windows(&mut self, asking: Asking, wishes: Wishes, actions: &mut Vec<Action>) {
        let asker = asking.asker;
        if let Some((_, first)) = self.inhibitors.first().filter(|_| wishes == Wishes::Heard) {
            actions.push(Action::Say(Notice::Inhibited { who: first.who.clone(), why: first.why.clone() }));
            let answer = Answer::Refused { windows: Vec::new(), inhibitors: self.inhibitors() };
            return actions.push(Action::Answer(asker, answer));
        }
        match &self.doing {
            // A prompt that was cancelled may have left it behind: it gives way.
            Doing::Asking(known) if known.then == Then::GoOn => {
                actions.push(Action::Answer(known.asker, Answer::Busy));
            }
            Doing::Asking(_) => return actions.push(Action::Answer(asker, Answer::Busy)),
            Doing::Starting(_) | Doing::Running | Doing::Ending(_) | Doing::Finished => {}
        }
        self.doing = Doing::Asking(asking);
        actions.push(Action::CloseWindows);
    }

    /// Whoever wanted the windows closed to go on himself is gone: nothing follows, and nothing more is waited for.
    pub(super) fn forget_question(&mut self, gone: Asker) {
        if matches!(&self.doing, Doing::Asking(asking) if asking.asker == gone && asking.then == Then::GoOn) {
            self.go_on();
        }
    }

    /// Ends, or answers, when all windows have closed, and goes on when some have not in time.
    pub(super) fn stop_asking(&mut self, now: Instant, actions: &mut Vec<Action>) {
        let Doing::Asking(asking) = &self.doing else { return };
        match &asking.windows {
            Some(open) if open.is_empty() && asking.then == Then::LogOut => self.end(Outcome::LoggedOut, actions),
            Some(open) if open.is_empty() => {
                actions.push(Action::Answer(asking.asker, Answer::Closed));
                self.go_on();
            }
            _ if now < asking.until => {}
            open => {
                let windows = open.clone().unwrap_or_default();
                actions.push(Action::Say(Notice::WindowsOpen { windows: windows.clone() }));
                let answer = Answer::Refused { windows, inhibitors: Vec::new() };
                actions.push(Action::Answer(asking.asker, answer));
                self.go_on();
            }
        }
    }

    /// Goes back to work; what had not begun before the question begins now.
    fn go_on(&mut self) {
        self.doing = Doing::Starting(Phase::ALL[0]);
    }

    /// Ends part after part, each when nothing of the one before is left.
    pub(super) fn go_on_ending(&mut self, now: Instant, actions: &mut Vec<Action>) {
        while let Doing::Ending(ending) = &mut self.doing {
            let Some(phase) = ending.phase else {
                let outcome = ending.outcome.clone();
                actions.push(Action::Finish(outcome));
                self.doing = Doing::Finished;
                return;
            };
            let has_strays = phase == Phase::Applications && ending.end_strays(now, actions);
            for (id, member) in self.members.iter_mut().enumerate() {
                if member.component.phase == phase && !member.is_stopping() && member.stop(now) {
                    actions.push(Action::Terminate(id));
                }
            }
            let is_left = |member: &super::Member| member.component.phase == phase && member.has_process();
            if has_strays || self.members.iter().any(is_left) {
                return;
            }
            ending.phase = ending.phases.next().copied();
        }
    }
}
