use super::*;
use crate::component::Restart;
use crate::protocol::State as Told;

const LOG_OUT: Request = Request::Logout { is_forced: false, spared: None };
const CLOSE: Request = Request::CloseWindows { is_forced: false, spared: None };

/// A session whose processes do as they are told, at a time of its own.
struct Rig {
    supervisor: Supervisor,
    now: Instant,
    begun: Instant,
    /// Everything that was to be done, in order.
    done: Vec<Action>,
}

impl Rig {
    fn new(window_managers: &[&str], components: Vec<Component>) -> Self {
        let window_managers = window_managers.iter().map(|name| window_manager(name)).collect();
        let now = Instant::now();
        let mut rig =
            Self { supervisor: Supervisor::new(window_managers, components), now, begun: now, done: Vec::new() };
        let _ = rig.happens(Event::Begun);
        rig
    }

    /// Takes an event in; what is to be started is.
    fn happens(&mut self, event: Event) -> Vec<Action> {
        let mut actions = self.supervisor.step(self.now, event);
        let mut at = 0;
        while let Some(action) = actions.get(at) {
            if let Action::Start(id) = *action {
                let pid = u32::try_from(100 + id).unwrap();
                actions.extend(self.supervisor.step(self.now, Event::Started { id, pid }));
            }
            at += 1;
        }
        self.done.extend(actions.clone());
        actions
    }

    fn passes(&mut self, time: Duration) -> Vec<Action> {
        self.now += time;
        self.happens(Event::Woken)
    }

    /// Lets the time until the next thing to do pass.
    fn wakes(&mut self) -> Vec<Action> {
        self.now = self.supervisor.wake_at().expect("something is due");
        self.happens(Event::Woken)
    }

    fn fails(&mut self, id: Id) -> Vec<Action> {
        self.happens(Event::Exited { id, end: End::Exit(1) })
    }

    fn asks(&mut self, request: Request) -> Vec<Action> {
        self.happens(Event::Asked { asker: 1, request })
    }

    fn states(&self) -> Vec<Told> {
        self.supervisor.members().iter().map(|member| member.state).collect()
    }

    fn starts(&self) -> Vec<Id> {
        let id = |action: &Action| if let Action::Start(id) = action { Some(*id) } else { None };
        self.done.iter().filter_map(id).collect()
    }
}

fn window_manager(name: &str) -> Component {
    Component::new(name, [name]).phase(Phase::WindowManager).restart(Restart::Always)
}

fn component(name: &str, phase: Phase, restart: Restart) -> Component {
    Component::new(name, [name]).phase(phase).restart(restart)
}

fn desktop() -> Rig {
    let panel = component("panel", Phase::Shell, Restart::OnFailure);
    let mut rig = Rig::new(&["wm"], vec![panel, component("app", Phase::Applications, Restart::Never)]);
    let _ = rig.happens(Event::WindowManagerReady);
    rig
}

fn answers(actions: &[Action]) -> Vec<&Answer> {
    actions
        .iter()
        .filter_map(|action| if let Action::Answer(_, answer) = action { Some(answer) } else { None })
        .collect()
}

#[test]
fn phases_start_in_order_and_what_shows_waits_for_the_window_manager() {
    let early = component("early", Phase::Preparation, Restart::Never);
    let panel = component("panel", Phase::Shell, Restart::Never);
    let late = component("late", Phase::Applications, Restart::Never).delay(Duration::from_secs(3));
    let mut rig = Rig::new(&["wm"], vec![late, panel, early]);
    assert_eq!(rig.starts(), [0, 1], "the window manager, after what comes before it");
    assert_eq!(rig.supervisor.stage(), Stage::Starting);
    let _ = rig.happens(Event::WindowManagerReady);
    assert_eq!(rig.starts(), [0, 1, 2]);
    assert_eq!(rig.supervisor.stage(), Stage::Running);
    let _ = rig.passes(Duration::from_secs(2));
    assert_eq!(rig.starts(), [0, 1, 2], "its delay is not over");
    let _ = rig.passes(Duration::from_secs(1));
    assert_eq!(rig.starts(), [0, 1, 2, 3]);
    assert_eq!(rig.supervisor.wake_at(), None, "at rest nothing wakes");
}

#[test]
fn a_window_manager_that_never_says_it_is_ready_holds_nothing_up_for_long() {
    let mut rig = Rig::new(&["wm"], vec![component("panel", Phase::Shell, Restart::Never)]);
    assert_eq!(rig.supervisor.wake_at(), Some(rig.begun + READY));
    let _ = rig.wakes();
    assert_eq!(rig.starts(), [0, 1]);
    assert!(rig.done.contains(&Action::Say(Notice::NotReady { component: "wm".into() })));
}

#[test]
fn where_a_window_manager_runs_already_nothing_waits() {
    let rig = Rig::new(&[], vec![component("panel", Phase::Shell, Restart::Never)]);
    assert_eq!((rig.starts(), rig.supervisor.window_manager()), (vec![0], None));
}

#[test]
fn one_that_keeps_failing_is_started_ever_later_and_then_given_up_aloud() {
    let mut rig = desktop();
    for wait in [250, 500, 1000, 2000, 4000] {
        let _ = rig.fails(1);
        assert_eq!(rig.supervisor.wake_at(), Some(rig.now + Duration::from_millis(wait)));
        let _ = rig.wakes();
    }
    let last = rig.fails(1);
    assert!(last.contains(&Action::Say(Notice::GivenUp { component: "panel".into() })), "{last:?}");
    assert_eq!(rig.starts().iter().filter(|id| **id == 1).count(), 6, "once, and five times again");
    assert_eq!(rig.states(), [Told::Running, Told::Failed, Told::Running]);
    assert_eq!(rig.supervisor.wake_at(), None, "it stays so");
    let answer = Answer::Restarted { component: "panel".into(), pid: 101 };
    assert_eq!(answers(&rig.asks(Request::Restart { component: "panel".into() })), [&answer]);
    assert_eq!(rig.states()[1], Told::Running);
}

#[test]
fn what_ends_as_it_should_stays_ended() {
    let mut rig = desktop();
    let _ = rig.happens(Event::Exited { id: 1, end: End::Exit(0) });
    let _ = rig.fails(2);
    assert_eq!(rig.states(), [Told::Running, Told::Ended, Told::Ended]);
    let _ = rig.happens(Event::Exited { id: 0, end: End::Exit(0) });
    assert_eq!(rig.states()[0], Told::Waiting, "without a window manager there is no desktop");
}

#[test]
fn a_window_manager_that_fails_makes_room_for_the_next_and_the_last_ends_the_session() {
    let mut rig = Rig::new(&["one", "two"], Vec::new());
    let _ = rig.fails(0);
    let _ = rig.wakes();
    let actions = rig.fails(0);
    let told = Notice::FallBack { failed: "one".into(), next: "two".into() };
    assert!(actions.contains(&Action::Say(told)), "{actions:?}");
    assert_eq!(rig.supervisor.window_manager(), Some("two"));
    let _ = rig.happens(Event::WindowManagerReady);
    for _ in 0..5 {
        let _ = rig.fails(0);
        let _ = rig.wakes();
    }
    let _ = rig.fails(0);
    let outcome = Outcome::NoWindowManager { tried: vec!["one".into(), "two".into()] };
    assert_eq!(outcome.status(), 69);
    let _ = rig.happens(Event::StraysLeft(0));
    assert_eq!(rig.done.last(), Some(&Action::Finish(outcome)));
}

#[test]
fn a_compositor_that_ends_by_itself_ends_the_session() {
    let compositor = window_manager("labwc").restart(Restart::OnFailure);
    let mut supervisor = Supervisor::new(vec![compositor], Vec::new());
    let now = Instant::now();
    let _ = supervisor.step(now, Event::Begun);
    let _ = supervisor.step(now, Event::Started { id: 0, pid: 1 });
    let actions = supervisor.step(now, Event::Exited { id: 0, end: End::Exit(0) });
    assert!(actions.contains(&Action::Say(Notice::Ending(Outcome::LoggedOut))), "{actions:?}");
}

#[test]
fn logging_out_asks_then_tells_each_part_and_the_window_manager_last() {
    let mut rig = desktop();
    assert_eq!(rig.asks(LOG_OUT), [Action::CloseWindows]);
    assert_eq!(rig.happens(Event::WindowsOpen(vec!["Letter".into()])), []);
    let told = rig.happens(Event::WindowsOpen(Vec::new()));
    assert!(told.contains(&Action::Answer(1, Answer::Ending)), "{told:?}");
    assert!(told.contains(&Action::TerminateStrays) && told.contains(&Action::Terminate(2)), "{told:?}");
    assert!(!told.contains(&Action::Terminate(1)), "{told:?}");
    let _ = rig.happens(Event::StraysLeft(0));
    let told = rig.happens(Event::Exited { id: 2, end: End::Signal(15) });
    assert!(told.contains(&Action::Terminate(1)) && !told.contains(&Action::Terminate(0)), "{told:?}");
    let told = rig.happens(Event::Exited { id: 1, end: End::Exit(0) });
    assert!(told.contains(&Action::Terminate(0)), "{told:?}");
    let _ = rig.happens(Event::Exited { id: 0, end: End::Exit(0) });
    assert_eq!(rig.done.last(), Some(&Action::Finish(Outcome::LoggedOut)));
    assert_eq!(rig.states(), [Told::Ended; 3], "nothing is started again");
}

#[test]
fn a_window_that_does_not_close_keeps_the_session() {
    let mut rig = desktop();
    let _ = rig.asks(LOG_OUT);
    let _ = rig.happens(Event::WindowsOpen(vec!["Letter*".into()]));
    let told = rig.wakes();
    let answer = Answer::Refused { windows: vec!["Letter*".into()], inhibitors: Vec::new() };
    assert_eq!(answers(&told), [&answer]);
    assert_eq!(rig.supervisor.stage(), Stage::Running);
    assert_eq!(rig.states(), [Told::Running; 3]);
    let told = rig.asks(Request::Logout { is_forced: true, spared: None });
    assert_eq!(answers(&told), [&Answer::Ending], "who insists has it");
}

#[test]
fn logging_out_while_the_session_starts_and_being_refused_starts_the_rest() {
    let mut rig = Rig::new(&["wm"], vec![component("panel", Phase::Shell, Restart::Never)]);
    let _ = rig.asks(LOG_OUT);
    let _ = rig.happens(Event::WindowsOpen(vec!["w".into()]));
    let _ = rig.happens(Event::WindowManagerReady);
    assert_eq!(rig.starts(), [0]);
    let _ = rig.wakes();
    assert_eq!(rig.starts(), [0, 1]);
}

#[test]
fn one_that_ignores_being_told_is_killed_and_nothing_is_waited_for_longer() {
    let mut rig = desktop();
    let _ = rig.happens(Event::Signalled(15));
    assert_eq!(rig.supervisor.wake_at(), Some(rig.now + TERMINATION));
    let told = rig.wakes();
    assert!(told.contains(&Action::Kill(2)) && told.contains(&Action::KillStrays), "{told:?}");
    assert!(told.contains(&Action::Say(Notice::Killed { component: "app".into() })), "{told:?}");
    let _ = rig.happens(Event::StraysLeft(0));
    let _ = rig.happens(Event::Exited { id: 2, end: End::Signal(9) });
    let _ = rig.wakes();
    let _ = rig.happens(Event::Exited { id: 1, end: End::Signal(9) });
    let _ = rig.happens(Event::Exited { id: 0, end: End::Exit(0) });
    assert_eq!(rig.done.last(), Some(&Action::Finish(Outcome::Signal(15))));
}

#[test]
fn strays_that_nothing_ends_do_not_hold_the_end_up_for_ever() {
    let mut rig = Rig::new(&[], Vec::new());
    let _ = rig.happens(Event::Signalled(1));
    let _ = rig.happens(Event::StraysLeft(2));
    let told = rig.wakes();
    assert!(told.contains(&Action::Say(Notice::StraysKilled { count: 2 })), "{told:?}");
    let _ = rig.happens(Event::StraysLeft(1));
    let _ = rig.wakes();
    assert_eq!(rig.done.last(), Some(&Action::Finish(Outcome::Signal(1))));
}

#[test]
fn restarting_ends_what_runs_first_and_answers_when_it_runs_again() {
    let mut rig = desktop();
    let told = rig.asks(Request::Restart { component: "app".into() });
    assert_eq!(told, [Action::Terminate(2)]);
    let told = rig.happens(Event::Exited { id: 2, end: End::Signal(15) });
    assert_eq!(answers(&told), [&Answer::Restarted { component: "app".into(), pid: 102 }]);
    let told = rig.asks(Request::Restart { component: "none".into() });
    let components = ["wm", "panel", "app"].map(str::to_owned).to_vec();
    assert_eq!(answers(&told), [&Answer::Unknown { component: "none".into(), components }]);
}

#[test]
fn what_cannot_be_started_says_so_and_is_not_tried_for_ever() {
    let mut supervisor = Supervisor::new(vec![window_manager("one"), window_manager("two")], Vec::new());
    let now = Instant::now();
    let _ = supervisor.step(now, Event::Begun);
    let told = supervisor.step(now, Event::NotStarted { id: 0, reason: "gone".into() });
    assert!(told.contains(&Action::Start(0)), "{told:?}");
    let told = supervisor.step(now, Event::NotStarted { id: 0, reason: "gone".into() });
    let tried = vec!["one".into(), "two".into()];
    assert!(told.contains(&Action::Say(Notice::Ending(Outcome::NoWindowManager { tried }))), "{told:?}");
}

#[test]
fn somebody_who_asks_to_wait_is_waited_for_until_they_go() {
    let mut rig = desktop();
    let inhibitor = Inhibitor { who: "files".into(), why: "copies".into() };
    let request = Request::Inhibit { who: "files".into(), why: "copies".into() };
    assert_eq!(rig.happens(Event::Asked { asker: 7, request }), [Action::Answer(7, Answer::Inhibited)]);
    let told = rig.asks(LOG_OUT);
    assert_eq!(answers(&told), [&Answer::Refused { windows: Vec::new(), inhibitors: vec![inhibitor] }]);
    let _ = rig.happens(Event::Gone(7));
    assert_eq!(rig.asks(LOG_OUT), [Action::CloseWindows]);
    assert_eq!(answers(&rig.asks(LOG_OUT)), [&Answer::Busy], "it is being asked");
}

#[test]
fn windows_that_are_closed_for_somebody_else_leave_the_session_running() {
    let mut rig = desktop();
    assert_eq!(rig.asks(Request::CloseWindows { is_forced: false, spared: Some(42) }), [Action::CloseWindows]);
    assert_eq!(rig.supervisor.spared(), Some(42));
    let told = rig.happens(Event::WindowsOpen(Vec::new()));
    assert_eq!((told, rig.supervisor.stage()), (vec![Action::Answer(1, Answer::Closed)], Stage::Running));
    assert_eq!((rig.states(), rig.supervisor.spared()), (vec![Told::Running; 3], None));

    let _ = rig.asks(CLOSE);
    let _ = rig.happens(Event::WindowsOpen(vec!["Letter*".into()]));
    let told = rig.wakes();
    assert_eq!(answers(&told), [&Answer::Refused { windows: vec!["Letter*".into()], inhibitors: Vec::new() }]);
    assert_eq!(rig.supervisor.stage(), Stage::Running);
}

#[test]
fn who_asks_to_wait_keeps_windows_open_unless_whoever_closes_them_knows() {
    let mut rig = desktop();
    let request = Request::Inhibit { who: "files".into(), why: "copies".into() };
    let _ = rig.happens(Event::Asked { asker: 7, request });
    assert!(matches!(answers(&rig.asks(CLOSE))[..], [Answer::Refused { inhibitors, .. }] if inhibitors.len() == 1));
    assert_eq!(rig.asks(Request::CloseWindows { is_forced: true, spared: None }), [Action::CloseWindows]);
}

#[test]
fn a_question_is_dropped_with_whoever_wanted_to_go_on_and_ends_with_the_session() {
    let mut rig = desktop();
    let _ = rig.asks(CLOSE);
    let _ = rig.happens(Event::Gone(1));
    assert_eq!(rig.supervisor.stage(), Stage::Running);
    let _ = rig.asks(LOG_OUT);
    let _ = rig.happens(Event::Gone(1));
    assert_eq!(rig.supervisor.stage(), Stage::Asking, "who logs out need not stay for it");
    let _ = rig.happens(Event::WindowsOpen(vec!["w".into()]));
    let _ = rig.wakes();
    let _ = rig.asks(CLOSE);
    assert_eq!(answers(&rig.happens(Event::Signalled(15))), [&Answer::Busy]);
}

#[test]
fn a_question_that_only_closes_windows_gives_way_to_another() {
    let mut rig = desktop();
    let _ = rig.asks(CLOSE);
    let told = rig.happens(Event::Asked { asker: 2, request: LOG_OUT });
    assert_eq!(told, [Action::Answer(1, Answer::Busy), Action::CloseWindows]);
    let told = rig.happens(Event::WindowsOpen(Vec::new()));
    assert_eq!(answers(&told), [&Answer::Ending], "it is the second one's");
}

#[test]
fn what_closes_when_it_is_asked_is_not_opened_again_under_the_question() {
    let mut rig = Rig::new(&["wm"], vec![component("panel", Phase::Shell, Restart::Always)]);
    let _ = rig.happens(Event::WindowManagerReady);
    let _ = rig.asks(CLOSE);
    let _ = rig.happens(Event::WindowsOpen(vec!["panel".into(), "Letter*".into()]));
    let _ = rig.happens(Event::Exited { id: 1, end: End::Exit(0) });
    let _ = rig.passes(Duration::from_secs(2));
    assert_eq!(rig.starts(), [0, 1]);
    let _ = rig.wakes();
    assert_eq!((rig.starts(), rig.supervisor.stage()), (vec![0, 1, 1], Stage::Running), "it is, after it");
}

#[test]
fn a_session_that_ends_does_nothing_else() {
    let mut rig = desktop();
    let _ = rig.happens(Event::DisplayLost);
    for request in [Request::Restart { component: "app".into() }, LOG_OUT] {
        assert_eq!(answers(&rig.asks(request)), [&Answer::Busy]);
    }
    let _ = rig.happens(Event::Signalled(15));
    let ends = rig.done.iter().filter(|action| matches!(action, Action::Say(Notice::Ending(_)))).count();
    assert_eq!(ends, 1);
}
