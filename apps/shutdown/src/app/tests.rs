//! The dialog without a window: what is chosen, what is done, and what a failure leaves to choose.

mod pseudo;

use super::*;
use candela_shared::Directories;
use candela_shared::i18n::{Locale, Medium};
use candela_shutdown_core::backend::Site;
use candela_shutdown_core::circumstances::Blocker;
use candela_shutdown_core::{Activity, Detection, Obstacle, Reason, Report, Root};

use std::sync::Arc;
use std::time::Duration;

fn opening(power: Option<Power>, settings: Settings) -> Opening {
    let locales: Vec<Locale> = Locale::parse("en").into_iter().collect();
    let words = Words::new("shutdown", &locales, &Directories::default(), Medium::Window);
    let look = LookSettings::default();
    let session = Session { id: Some("1".into()), manager: None, process: 7 };
    let subject = power.map_or(Subject::Session, Subject::Power);
    Opening { words, look, settings, session, user: None, subject }
}

fn app_with(power: Option<Power>, settings: Settings) -> App {
    App::new(opening(power, settings)).0
}

fn found(detection: Detection) -> Message {
    let folder = std::env::temp_dir().join("candela-no-such-folder");
    let site = Arc::new(Site::new(Root::below(folder), Settings::default()));
    Message::Looked(Found { site, report: Report { source: Some("packagekit"), detection } })
}

fn ready() -> Updates {
    Updates { count: Some(12), to_download: Some(0), ..Updates::default() }
}

fn asking(updates: Updates) -> App {
    let mut app = app_with(Some(Power::PowerOff), Settings::default());
    let _focus = app.update(found(Detection::Pending(updates)));
    app
}

fn carried_out(action: Action) -> Plan {
    match action {
        Action::CarryOut { plan, .. } => plan,
        other => panic!("{other:?}"),
    }
}

/// The question in a session of ours.
fn asking_in_session(updates: Updates) -> App {
    let session = Session { id: None, manager: Some("/bin/candela-session".into()), process: 7 };
    let mut app = App::new(Opening { session, ..opening(Some(Power::PowerOff), Settings::default()) }).0;
    let _focus = app.update(found(Detection::Pending(updates)));
    app
}

fn close(app: &App, wishes: Wishes) -> Action {
    Action::CloseWindows(app.session.close_windows(wishes).unwrap())
}

fn letter() -> Error {
    Error::StillOpen { windows: vec!["Letter".into()], blockers: Vec::new() }
}

fn is_ticked(app: &App) -> bool {
    app.choice().is_some_and(Choice::is_ticked)
}

#[test]
fn updates_are_ticked_and_installed_unless_the_user_says_no() {
    let mut app = asking(ready());
    assert!(is_ticked(&app));
    let plan = carried_out(app.update(Message::GoDown(Power::PowerOff)));
    assert!(matches!(&plan.steps[0], Step::Call(call) if call.method == "Trigger"));

    let mut app = asking(ready());
    assert_eq!(app.update(Message::ToggleUpdates), Action::None);
    assert!(carried_out(app.update(Message::GoDown(Power::Reboot))).steps.is_empty());
}

#[test]
fn a_charger_that_is_pulled_or_put_in_changes_the_default_live() {
    let mut app = asking(ready());
    for (supply, expected) in [
        (Supply::Discharging(12), false),
        (Supply::PluggedIn(12), true),
        (Supply::Discharging(80), true),
        (Supply::Discharging(29), false),
        (Supply::Unknown, true),
    ] {
        let _none = app.update(Message::SupplyChanged(supply));
        assert_eq!(is_ticked(&app), expected, "{supply:?}");
    }
    let _none = app.update(Message::SupplyChanged(Supply::Discharging(12)));
    let _none = app.update(Message::ToggleUpdates);
    assert!(!is_ticked(&app), "it cannot be ticked");
    assert!(carried_out(app.update(Message::GoDown(Power::PowerOff))).steps.is_empty());
}

#[test]
fn what_must_be_downloaded_or_cannot_be_installed_is_not_ticked() {
    assert!(!is_ticked(&asking(Updates { to_download: Some(7), ..ready() })));
    let mut app = asking(Updates { obstacle: Some(Obstacle::ReleaseUpgrade), ..ready() });
    let _none = app.update(Message::ToggleUpdates);
    assert!(!is_ticked(&app));
}

#[test]
fn a_window_that_comes_after_its_content_was_measured_is_as_high_as_that() {
    let mut app = asking(ready());
    let _none = app.update(Message::Measured(Size::new(400.0, 100.0)));
    let id = window::Id::unique();
    let Action::All(actions) = app.update(Message::WindowOpened(id)) else { panic!("it is shown") };
    let fitting = crate::window::fitting(&app, 100.0);
    assert_eq!(actions, [Action::Fit(id, fitting), Action::FocusPrimary]);
    assert_eq!(app.update(Message::AnotherCame), Action::Raise(id));
}

#[test]
fn a_failure_that_is_told_of_can_only_be_closed() {
    let opening = Opening { subject: Subject::Result("no space".into()), ..opening(None, Settings::default()) };
    let (mut app, action) = App::new(opening);
    assert_eq!(action, Action::All(Vec::new()), "nothing is looked for");
    assert!(matches!(&app.stage, Stage::Told(failure) if failure == "no space"));
    assert_eq!(app.update(Message::GoDown(Power::PowerOff)), Action::None);
    assert_eq!(app.update(Message::Cancel), Action::Quit(status::FAILED));
}

#[test]
fn a_failure_leaves_retrying_going_without_and_staying() {
    let denied = || Error::NotAuthorised { detail: "no".into() };
    let mut app = asking(ready());
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    assert_eq!(app.update(Message::Cancel), Action::None, "what is on the way goes on");
    assert_eq!(app.update(Message::Ended(Err(denied()))), Action::FocusPrimary);
    assert!(matches!(&app.stage, Stage::Failed { error: Some(error), .. } if *error == denied()));
    assert!(!carried_out(app.update(Message::Retry)).steps.is_empty());
    let _focus = app.update(Message::Ended(Err(denied())));
    assert!(carried_out(app.update(Message::GoWithout)).steps.is_empty());
    let _focus = app.update(Message::Ended(Err(denied())));
    assert_eq!(app.update(Message::Cancel), Action::Quit(status::NOT_AUTHORISED));
}

#[test]
fn what_waits_is_looked_for_anew_after_a_failure_that_may_have_changed_it() {
    let mut app = asking(ready());
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    let failure = Error::Service { service: "org.freedesktop.PackageKit".into(), detail: "not found".into() };
    let _focus = app.update(Message::Ended(Err(failure)));
    assert_eq!(app.update(Message::Retry), Action::All(vec![Action::ReadCircumstances, Action::Look]));
    let _focus = app.update(found(Detection::None));
    assert!(app.choice().is_some_and(Choice::is_plain));
}

#[test]
fn a_system_that_agrees_and_stays_is_a_failure_too() {
    let mut app = asking(ready());
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    assert_eq!(app.update(Message::Ended(Ok(Outcome::Done))), Action::AwaitEnd(status::INSTALL));
    let _focus = app.update(Message::StillOn);
    assert!(matches!(app.stage, Stage::Failed { error: None, .. }));
}

/// A system that agreed to install and go down, and is still there.
fn agreed_and_stayed() -> App {
    let mut app = asking(ready());
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    let _await = app.update(Message::Ended(Ok(Outcome::Done)));
    let _focus = app.update(Message::StillOn);
    app
}

fn calls(steps: &[Step]) -> Vec<&str> {
    steps.iter().filter_map(|step| if let Step::Call(call) = step { Some(call.method) } else { None }).collect()
}

#[test]
fn an_update_that_was_ordered_is_taken_back_when_the_user_stays_after_all() {
    let mut app = agreed_and_stayed();
    let Action::TakeBack { plan, source } = app.update(Message::Cancel) else { panic!("it is taken back") };
    assert_eq!((calls(&plan.undo), source), (vec!["Cancel"], Some("packagekit")));
    assert_eq!(app.update(Message::TakenBack), Action::Quit(status::FAILED));

    let plan = carried_out(agreed_and_stayed().update(Message::GoWithout));
    assert_eq!(calls(&plan.steps), ["Cancel"], "and when he goes without it");
    let plan = carried_out(agreed_and_stayed().update(Message::Retry));
    assert_eq!(calls(&plan.steps), ["Cancel", "Trigger"]);

    let mut app = app_with(Some(Power::PowerOff), Settings::default());
    let _focus = app.update(found(Detection::None));
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    let _await = app.update(Message::Ended(Ok(Outcome::Done)));
    let _focus = app.update(Message::StillOn);
    assert_eq!(app.update(Message::Cancel), Action::Quit(status::FAILED), "nothing was ordered");
}

#[test]
fn a_list_that_changes_while_the_question_stands_is_shown_and_what_was_chosen_stays() {
    let mut app = asking(ready());
    let _none = app.update(Message::ToggleUpdates);
    assert_eq!(app.update(Message::WaitingChanged), Action::Look);
    let _none = app.update(found(Detection::Pending(Updates { count: Some(13), ..ready() })));
    assert_eq!((app.updates().and_then(|updates| updates.count), is_ticked(&app)), (Some(13), false));
    let _none = app.update(found(Detection::None));
    assert!(app.choice().is_some_and(Choice::is_plain), "it was thrown away");
    assert_eq!(carried_out(app.update(Message::GoDown(Power::PowerOff))), Plan::only(Power::PowerOff));
    assert_eq!(app.update(Message::WaitingChanged), Action::None, "it is too late");
    assert_eq!(app.update(found(Detection::Pending(ready()))), Action::None);
}

#[test]
fn in_our_session_windows_are_closed_before_anything_is_ordered() {
    let mut app = asking_in_session(ready());
    let close = close(&app, Wishes::Heard);
    assert_eq!(app.update(Message::GoDown(Power::PowerOff)), close);
    let plan = carried_out(app.update(Message::WindowsClosed(Ok(()))));
    assert!(matches!(&plan.steps[0], Step::Call(call) if call.method == "Trigger"));
    assert_eq!(app.update(Message::WindowsClosed(Ok(()))), Action::None, "it is said twice");
}

#[test]
fn what_stays_open_can_be_saved_left_or_given_up() {
    let mut app = asking_in_session(ready());
    let close = close(&app, Wishes::Heard);
    let _close = app.update(Message::GoDown(Power::PowerOff));
    let told = app.update(Message::WindowsClosed(Err(letter())));
    assert_eq!(told, Action::All(vec![Action::FocusPrimary]));
    assert!(matches!(&app.stage, Stage::StillOpen { error, .. } if *error == letter()));
    assert_eq!(app.update(Message::Retry), close, "what is saved by now closes");
    let _told = app.update(Message::WindowsClosed(Err(letter())));
    assert_eq!(app.update(Message::GoBack), Action::All(vec![Action::FocusPrimary, Action::Look]));
    assert!(matches!(app.stage, Stage::Asking(_)) && is_ticked(&app), "as it was");
    let _close = app.update(Message::GoDown(Power::Reboot));
    let _told = app.update(Message::WindowsClosed(Err(letter())));
    let plan = carried_out(app.update(Message::GoAnyway));
    assert_eq!(plan.steps.len(), 2, "the update is ordered as it was chosen");
}

#[test]
fn cancelling_while_windows_close_orders_nothing() {
    let mut app = asking_in_session(ready());
    let _close = app.update(Message::GoDown(Power::PowerOff));
    assert_eq!(app.update(Message::Cancel), Action::Quit(status::CANCELLED));
    let _told = app.update(Message::WindowsClosed(Err(letter())));
    assert_eq!(app.update(Message::Cancel), Action::Quit(status::CANCELLED));
}

#[test]
fn who_was_named_before_is_not_waited_for_when_windows_close() {
    let mut app = asking_in_session(ready());
    let blockers = vec![Blocker { who: "Files".into(), why: "copying".into() }];
    let _none = app.update(Message::CircumstancesRead(Circumstances { blockers, ..Circumstances::default() }));
    let close = close(&app, Wishes::Ignored);
    assert_eq!(app.update(Message::GoDown(Power::PowerOff)), close);
}

#[test]
fn what_cannot_be_installed_closes_nothing() {
    let mut app = asking_in_session(Updates { obstacle: Some(Obstacle::ReleaseUpgrade), ..ready() });
    let Stage::Asking(choice) = std::mem::replace(&mut app.stage, Stage::Session) else { panic!("it asks") };
    assert_eq!(app.begin(choice, Answer::Install), Action::FocusPrimary);
    assert!(matches!(app.stage, Stage::Failed { .. }));
}

#[test]
fn logging_out_that_windows_refuse_can_be_insisted_on() {
    let session = Session { id: None, manager: Some("/bin/candela-session".into()), process: 7 };
    let mut app = App::new(Opening { session, ..opening(None, Settings::default()) }).0;
    let permitted = vec![Deed::LogOut];
    let _none = app.update(Message::CircumstancesRead(Circumstances { permitted, ..Circumstances::default() }));
    let Action::Do(steps) = app.update(Message::Typed("o".into())) else { panic!("it logs out") };
    assert_eq!(app.update(Message::Typed("o".into())), Action::None, "it is under way");
    let _told = app.update(Message::Chosen(Err(letter())));
    assert_eq!(app.trouble, Some(letter()));
    let anyway = app.update(Message::LogOutAnyway);
    assert_eq!(anyway, Action::Do(app.session.log_out_anyway()));
    assert_ne!(anyway, Action::Do(steps));
}

#[test]
fn cancelling_does_nothing_and_says_so() {
    assert_eq!(asking(ready()).update(Message::Cancel), Action::Quit(status::CANCELLED));
    assert_eq!(app_with(None, Settings::default()).update(Message::Cancel), Action::Quit(status::CANCELLED));
}

#[test]
fn nothing_is_installed_under_an_update_or_in_the_dark() {
    for detection in [Detection::Busy(Activity::Process(1)), Detection::Unknown(Reason::NoCommand)] {
        let mut app = app_with(Some(Power::PowerOff), Settings::default());
        let _focus = app.update(found(detection));
        assert!(!is_ticked(&app));
        assert_eq!(carried_out(app.update(Message::GoDown(Power::PowerOff))), Plan::only(Power::PowerOff));
    }
}

fn counting(answer: Answer) -> App {
    let settings =
        Settings { countdown: Some(Duration::from_secs(2)), countdown_answer: answer, ..Settings::default() };
    let mut app = app_with(Some(Power::PowerOff), settings);
    let _focus = app.update(found(Detection::Pending(ready())));
    assert_eq!(app.update(Message::Ticked), Action::None, "one second is left");
    app
}

#[test]
fn a_countdown_answers_as_it_was_told_and_never_installs_on_battery() {
    assert!(!asking(ready()).is_counting(), "there is none unless it was asked for");
    assert!(carried_out(counting(Answer::Skip).update(Message::Ticked)).steps.is_empty());
    assert!(!carried_out(counting(Answer::Install).update(Message::Ticked)).steps.is_empty());
    assert_eq!(counting(Answer::Cancel).update(Message::Ticked), Action::Quit(status::CANCELLED));
    let mut app = counting(Answer::Install);
    let _none = app.update(Message::SupplyChanged(Supply::Discharging(90)));
    assert!(carried_out(app.update(Message::Ticked)).steps.is_empty());
}

#[test]
fn a_countdown_stops_for_whoever_is_there_and_for_what_is_at_work() {
    let mut app = counting(Answer::Skip);
    let _none = app.update(Message::Stirred);
    assert_eq!((app.update(Message::Ticked), app.is_counting()), (Action::None, false));
    let mut app = counting(Answer::Skip);
    let blockers = vec![Blocker { who: "Files".into(), why: "copying".into() }];
    let _none = app.update(Message::CircumstancesRead(Circumstances { blockers, ..Circumstances::default() }));
    assert_eq!(app.update(Message::Ticked), Action::None);
}

#[test]
fn the_session_dialog_does_what_is_permitted_and_asks_about_updates_before_going_down() {
    let mut app = app_with(None, Settings::default());
    let permitted = vec![Deed::Lock, Deed::Power(Power::PowerOff)];
    let _none = app.update(Message::CircumstancesRead(Circumstances { permitted, ..Circumstances::default() }));
    let Action::Do(steps) = app.update(Message::Typed("l".into())) else { panic!("it locks") };
    assert!(matches!(&steps[..], [Step::Call(call)] if call.method == "LockSession"));
    assert_eq!(app.update(Message::Typed("s".into())), Action::None, "sleeping is not permitted");
    let trouble = Error::NoBus;
    let _none = app.update(Message::Chosen(Err(trouble.clone())));
    assert_eq!(app.trouble, Some(trouble));
    assert!(matches!(app.update(Message::Typed("d".into())), Action::All(_)));
    let _focus = app.update(found(Detection::Pending(ready())));
    assert!(is_ticked(&app), "it asks");

    let mut app = app_with(None, Settings::default());
    let _look = app.update(Message::Choose(Deed::Power(Power::Reboot)));
    assert_eq!(carried_out(app.update(found(Detection::None))), Plan::only(Power::Reboot), "it asks nothing twice");
}
