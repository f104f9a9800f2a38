//! Every word of the dialog comes from the languages, and has the room it needs in one that is longer than English.

use super::*;
use candela_pseudo::Findings;
use candela_shutdown_core::Package;
use iced::Size;

/// What waits, and who is there.
const NAMES: [&str; 7] = ["openssl", "3.0.1", "3.0.2", "packagekit", "ada", "Files", "copying"];

fn in_pseudo(mut app: App) -> App {
    app.words = candela_pseudo::words("shutdown");
    app
}

fn detected(detection: Detection) -> App {
    let mut app = in_pseudo(app_with(Some(Power::PowerOff), Settings::default()));
    let _focus = app.update(found(detection));
    app
}

fn still_open(count: usize) -> Error {
    let blockers = vec![Blocker { who: "Files".into(), why: "copying".into() }];
    Error::StillOpen { windows: vec!["packagekit".into(); count], blockers }
}

fn updates() -> Updates {
    let package =
        Package { name: "openssl".into(), from: Some("3.0.1".into()), to: Some("3.0.2".into()), security: Some(true) };
    Updates { security: Some(3), bytes: Some(12_345_678), needs_reboot: true, packages: vec![package], ..ready() }
}

#[test]
fn every_word_comes_from_the_languages_and_is_seen_whole() {
    let mut findings = Findings::new(&NAMES);
    let mut look_at = |state: &str, app: &App| {
        let width = crate::window::size(matches!(app.stage, Stage::Session)).width;
        // The window follows its content.
        findings.look_at(state, crate::ui::view(app), app.look, Size::new(width, 2_000.0));
    };
    let mut app = in_pseudo(app_with(None, Settings::default()));
    look_at("the session", &app);
    let permitted = Deed::ALL.to_vec();
    let _none = app.update(Message::CircumstancesRead(Circumstances { permitted, ..Circumstances::default() }));
    look_at("the session, everything permitted", &app);
    let _told = app.update(Message::Chosen(Err(Error::NoBus)));
    look_at("the session, with trouble", &app);
    let _told = app.update(Message::Chosen(Err(still_open(1))));
    look_at("the session, with a window that does not close", &app);
    let mut app = in_pseudo(asking_in_session(updates()));
    let _close = app.update(Message::GoDown(Power::PowerOff));
    look_at("closing windows", &app);
    let _told = app.update(Message::WindowsClosed(Err(still_open(9))));
    look_at("windows stay open", &app);
    let _close = app.update(Message::Retry);
    let _told = app.update(Message::WindowsClosed(Err(Error::NoBus)));
    look_at("windows that were not asked", &app);
    look_at("looking", &in_pseudo(app_with(Some(Power::Reboot), Settings::default())));

    let mut app = detected(Detection::Pending(updates()));
    look_at("updates", &app);
    let _list = app.update(Message::ToggleList);
    look_at("updates, listed", &app);
    let blockers = vec![Blocker { who: "Files".into(), why: "copying".into() }];
    let others = vec!["ada".into()];
    let read = Circumstances { blockers, others, ..Circumstances::default() };
    let _told = app.update(Message::CircumstancesRead(read));
    let _low = app.update(Message::SupplyChanged(Supply::Discharging(12)));
    look_at("updates, on battery, with others", &app);

    look_at("to download", &detected(Detection::Pending(Updates { to_download: Some(7_000_000), ..updates() })));
    look_at("available", &detected(Detection::Available(updates())));
    let obstacle = Some(Obstacle::ReleaseUpgrade);
    look_at("a release", &detected(Detection::Pending(Updates { obstacle, ..updates() })));
    look_at("busy", &detected(Detection::Busy(Activity::Process(1))));
    look_at("unknown", &detected(Detection::Unknown(Reason::NoCommand)));

    let mut app = detected(Detection::Pending(updates()));
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    look_at("working", &app);
    let _told = app.update(Message::Ended(Err(Error::NoBus)));
    look_at("failed", &app);
    let mut app = detected(Detection::Pending(updates()));
    let _plan = app.update(Message::GoDown(Power::PowerOff));
    let _agreed = app.update(Message::Ended(Ok(Outcome::Done)));
    look_at("leaving", &app);
    let mut app = in_pseudo(counting(Answer::Skip));
    look_at("counting", &app);
    let _stirred = app.update(Message::Stirred);
    look_at("no longer counting", &app);
    let told = findings.told();
    assert!(told.is_empty(), "{told}");
}
