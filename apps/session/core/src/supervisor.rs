//! The session as a state machine: what happened and when goes in, what is to be done comes out.

mod ending;
mod member;
#[cfg(test)]
mod tests;

use crate::component::{Component, End, Phase};
use crate::notice::{Notice, Outcome};
use crate::protocol::{self, Answer, Inhibitor, Request, Stage};

use ending::{Asking, Ending, Then, Wishes};
use member::{Member, State};

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How long a window manager may take until it says that it is ready.
pub const READY: Duration = Duration::from_secs(10);
/// How long windows may take to close before the session goes on.
pub const ASKING: Duration = Duration::from_secs(10);
/// How long a program may take to end before it is killed.
pub const TERMINATION: Duration = Duration::from_secs(5);
/// A window manager that was never ready gets so many starts before the next one is tried.
const UNREADY_STARTS: u32 = 2;

/// The place of a component in the session.
pub type Id = usize;
/// Who asked: a connection to the socket.
pub type Asker = u64;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Everything is set up: begin.
    Begun,
    /// A component was started.
    Started {
        /// Which.
        id: Id,
        /// Its process.
        pid: u32,
    },
    /// A component could not be started.
    NotStarted {
        /// Which.
        id: Id,
        /// Why, as the system says it.
        reason: String,
    },
    /// A component's process ended.
    Exited {
        /// Which.
        id: Id,
        /// How.
        end: End,
    },
    /// A window manager manages the display.
    WindowManagerReady,
    /// These windows are open now, by their titles.
    WindowsOpen(Vec<String>),
    /// So many programs are left that are no components, and can be told to end.
    StraysLeft(usize),
    /// Somebody asked.
    Asked {
        /// Who.
        asker: Asker,
        /// What.
        request: Request,
    },
    /// Somebody who asked has gone.
    Gone(Asker),
    /// A signal told the session to end.
    Signalled(i32),
    /// The display is gone.
    DisplayLost,
    /// Time has passed.
    Woken,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Start a component.
    Start(Id),
    /// Tell a component to end.
    Terminate(Id),
    /// End a component.
    Kill(Id),
    /// Ask every window to close but those of the process that is [`spared`](Supervisor::spared), and tell which are
    /// open.
    CloseWindows,
    /// Tell the programs that are no components to end.
    TerminateStrays,
    /// End them.
    KillStrays,
    /// Count them.
    CountStrays,
    /// Answer.
    Answer(Asker, Answer),
    /// Write down, and tell who can hear it.
    Say(Notice),
    /// Everything has ended.
    Finish(Outcome),
}

/// What the session is doing.
#[derive(Debug)]
enum Doing {
    /// Starting what belongs to this phase.
    Starting(Phase),
    /// Nothing.
    Running,
    /// Waiting for windows to close.
    Asking(Asking),
    /// Ending what it consists of.
    Ending(Ending),
    /// Nothing any more.
    Finished,
}

/// The components of a session, and what it is doing.
#[derive(Debug)]
pub struct Supervisor {
    members: Vec<Member>,
    window_manager: Option<Id>,
    spare: VecDeque<Component>,
    tried: Vec<String>,
    is_managed: bool,
    ready_until: Option<Instant>,
    inhibitors: Vec<(Asker, Inhibitor)>,
    restarters: Vec<(Asker, Id)>,
    doing: Doing,
}

impl Supervisor {
    /// Makes a session of window managers, the best first, and what else belongs to it.
    ///
    /// No window manager at all means that one is there already.
    pub fn new(window_managers: Vec<Component>, components: Vec<Component>) -> Self {
        let mut spare = VecDeque::from(window_managers);
        let first = spare.pop_front();
        let tried = first.iter().map(|component| component.name.clone()).collect();
        let mut members: Vec<Member> = first.into_iter().chain(components).map(Member::new).collect();
        members.sort_by_key(|member| member.component.phase);
        let window_manager = members.iter().position(|member| member.component.phase == Phase::WindowManager);
        Self {
            members,
            window_manager,
            spare,
            tried,
            is_managed: window_manager.is_none(),
            ready_until: None,
            inhibitors: Vec::new(),
            restarters: Vec::new(),
            doing: Doing::Starting(Phase::ALL[0]),
        }
    }

    /// Returns a component.
    pub fn component(&self, id: Id) -> Option<&Component> {
        self.members.get(id).map(|member| &member.component)
    }

    /// Takes in what happened, and says what is to be done now.
    pub fn step(&mut self, now: Instant, event: Event) -> Vec<Action> {
        let mut actions = Vec::new();
        self.take(now, event, &mut actions);
        self.advance(now, &mut actions);
        actions
    }

    /// Returns when [`Event::Woken`] is due, if ever.
    pub fn wake_at(&self) -> Option<Instant> {
        let is_asking = matches!(self.doing, Doing::Asking(_));
        let members = self.members.iter().filter(|member| !(is_asking && member.is_waiting()));
        let members = members.filter_map(Member::wake_at);
        let own = match &self.doing {
            Doing::Starting(_) => self.ready_until,
            Doing::Asking(asking) => Some(asking.until),
            Doing::Ending(ending) => ending.wake_at(),
            Doing::Running | Doing::Finished => None,
        };
        members.chain(own).min()
    }

    /// What the session is doing, as others see it.
    pub fn stage(&self) -> Stage {
        match self.doing {
            Doing::Starting(_) => Stage::Starting,
            Doing::Running => Stage::Running,
            Doing::Asking(_) => Stage::Asking,
            Doing::Ending(_) | Doing::Finished => Stage::Ending,
        }
    }

    /// What it consists of, as others see it.
    pub fn members(&self) -> Vec<protocol::Member> {
        self.members.iter().map(Member::told).collect()
    }

    /// Who asked it to wait.
    pub fn inhibitors(&self) -> Vec<Inhibitor> {
        self.inhibitors.iter().map(|(_, inhibitor)| inhibitor.clone()).collect()
    }

    /// The process whose windows are not asked, while others are.
    pub fn spared(&self) -> Option<u32> {
        if let Doing::Asking(asking) = &self.doing { asking.spared } else { None }
    }

    /// Its window manager, as long as that manages the display and the session does not end.
    pub fn managing(&self) -> Option<&Component> {
        let is_so = self.is_managed && !self.is_ending();
        self.component(self.window_manager?).filter(|_| is_so)
    }

    /// The name of its window manager; `None` where one was there before.
    pub fn window_manager(&self) -> Option<&str> {
        Some(&self.component(self.window_manager?)?.name)
    }

    fn take(&mut self, now: Instant, event: Event, actions: &mut Vec<Action>) {
        match event {
            Event::Begun | Event::Woken => {}
            Event::Started { id, pid } => self.started(now, id, pid, actions),
            Event::NotStarted { id, reason } => self.not_started(id, reason, actions),
            Event::Exited { id, end } => self.exited(now, id, end, actions),
            Event::WindowManagerReady => self.is_managed = true,
            Event::WindowsOpen(open) => {
                if let Doing::Asking(asking) = &mut self.doing {
                    asking.windows = Some(open);
                }
            }
            Event::StraysLeft(count) => {
                if let Doing::Ending(ending) = &mut self.doing {
                    ending.strays_left(count);
                }
            }
            Event::Asked { asker, request } => self.asked(now, asker, request, actions),
            Event::Gone(asker) => {
                self.inhibitors.retain(|(from, _)| *from != asker);
                self.forget_question(asker);
            }
            Event::Signalled(signal) => self.end(Outcome::Signal(signal), actions),
            Event::DisplayLost => self.end(Outcome::DisplayLost, actions),
        }
    }

    fn started(&mut self, now: Instant, id: Id, pid: u32, actions: &mut Vec<Action>) {
        let Some(member) = self.members.get_mut(id) else { return };
        let component = member.component.name.clone();
        member.started(now, pid);
        if self.window_manager == Some(id) && !self.is_managed {
            self.ready_until = Some(now + READY);
        }
        for asker in self.take_restarters(id) {
            actions.push(Action::Answer(asker, Answer::Restarted { component: component.clone(), pid }));
        }
        actions.push(Action::Say(Notice::Started { component, pid }));
    }

    /// What cannot be started now will not be able to in a moment either.
    fn not_started(&mut self, id: Id, reason: String, actions: &mut Vec<Action>) {
        let Some(member) = self.members.get_mut(id) else { return };
        let component = member.component.name.clone();
        member.state = State::Failed;
        for asker in self.take_restarters(id) {
            let answer = Answer::NotStarted { component: component.clone(), reason: reason.clone() };
            actions.push(Action::Answer(asker, answer));
        }
        actions.push(Action::Say(Notice::NotStarted { component, reason }));
        if self.window_manager == Some(id) && !self.is_ending() {
            self.fall_back(id, actions);
        }
    }

    fn exited(&mut self, now: Instant, id: Id, end: End, actions: &mut Vec<Action>) {
        let is_ending = self.is_ending();
        let is_window_manager = self.window_manager == Some(id);
        let never_ready = is_window_manager && !self.is_managed;
        let Some(member) = self.members.get_mut(id) else { return };
        let component = member.component.name.clone();
        actions.push(Action::Say(Notice::Ended { component: component.clone(), end }));
        let gives_up = never_ready && member.restarts + 1 >= UNREADY_STARTS && !self.spare.is_empty();
        member.ended(now, end, is_ending, gives_up);
        match member.state {
            _ if is_ending => {}
            // A compositor that ends by itself was told to by the user, and has taken all windows with it.
            State::Ended if is_window_manager => self.end(Outcome::LoggedOut, actions),
            State::Failed => {
                actions.push(Action::Say(Notice::GivenUp { component }));
                if is_window_manager {
                    self.fall_back(id, actions);
                }
            }
            _ => {}
        }
    }

    /// Puts the next window manager in the place of one that failed, or ends the session where there is none.
    fn fall_back(&mut self, id: Id, actions: &mut Vec<Action>) {
        let Some(next) = self.spare.pop_front() else {
            return self.end(Outcome::NoWindowManager { tried: self.tried.clone() }, actions);
        };
        self.tried.push(next.name.clone());
        self.is_managed = false;
        let name = next.name.clone();
        if let Some(member) = self.members.get_mut(id) {
            let failed = std::mem::replace(member, Member::new(next)).component.name;
            actions.push(Action::Say(Notice::FallBack { failed, next: name }));
            member.state = State::Due;
        }
    }

    fn asked(&mut self, now: Instant, asker: Asker, request: Request, actions: &mut Vec<Action>) {
        match request {
            // What else there is to say of the session its surroundings know.
            Request::Status => {}
            _ if self.is_ending() => actions.push(Action::Answer(asker, Answer::Busy)),
            Request::Inhibit { who, why } => {
                self.inhibitors.push((asker, Inhibitor { who, why }));
                actions.push(Action::Answer(asker, Answer::Inhibited));
            }
            Request::Restart { component } => self.restart(now, asker, component, actions),
            Request::Logout { is_forced: true, .. } => {
                actions.push(Action::Answer(asker, Answer::Ending));
                self.end(Outcome::LoggedOut, actions);
            }
            Request::Logout { is_forced: false, spared } => {
                self.ask_windows(Asking::new(now, asker, Then::LogOut, spared), Wishes::Heard, actions);
            }
            Request::CloseWindows { is_forced, spared } => {
                let wishes = if is_forced { Wishes::Ignored } else { Wishes::Heard };
                self.ask_windows(Asking::new(now, asker, Then::GoOn, spared), wishes, actions);
            }
        }
    }

    fn restart(&mut self, now: Instant, asker: Asker, component: String, actions: &mut Vec<Action>) {
        let Some(id) = self.members.iter().position(|member| member.component.name == component) else {
            let components = self.members.iter().map(|member| member.component.name.clone()).collect();
            return actions.push(Action::Answer(asker, Answer::Unknown { component, components }));
        };
        self.restarters.push((asker, id));
        if self.members[id].restart(now) {
            actions.push(Action::Terminate(id));
        }
    }

    fn take_restarters(&mut self, id: Id) -> Vec<Asker> {
        let (here, others) = self.restarters.iter().copied().partition(|(_, wanted)| *wanted == id);
        self.restarters = others;
        let here: Vec<(Asker, Id)> = here;
        here.into_iter().map(|(asker, _)| asker).collect()
    }

    fn advance(&mut self, now: Instant, actions: &mut Vec<Action>) {
        self.stop_asking(now, actions);
        self.start_phases(now, actions);
        let is_asking = matches!(self.doing, Doing::Asking(_));
        for (id, member) in self.members.iter_mut().enumerate() {
            // What was just closed is not opened again under the question.
            if !(is_asking && member.is_waiting()) {
                member.advance(id, now, actions);
            }
        }
        self.go_on_ending(now, actions);
    }

    /// Goes from phase to phase; that of the window manager lasts until it is ready, or has had its time.
    fn start_phases(&mut self, now: Instant, actions: &mut Vec<Action>) {
        while let Doing::Starting(phase) = self.doing {
            for member in self.members.iter_mut().filter(|member| member.component.phase == phase) {
                member.begin(now);
            }
            if phase == Phase::WindowManager && !self.is_managed {
                if self.ready_until.is_none_or(|until| now < until) {
                    return;
                }
                let component = self.window_manager().unwrap_or_default().to_owned();
                actions.push(Action::Say(Notice::NotReady { component }));
                self.is_managed = true;
            }
            let next = Phase::ALL.into_iter().find(|other| *other > phase);
            self.doing = next.map_or(Doing::Running, Doing::Starting);
        }
    }
}
