//! Work that does not hear that it is cancelled, and settings that make no sense.

use super::*;
use candela_files_core::settings::Wrong;

use std::time::Duration;

#[test]
fn a_job_that_does_not_hear_that_it_is_cancelled_is_left_alone_and_told_of() {
    for hears in [true, false] {
        let mut app = window(&["x"]);
        let job = app.begin(Verb::Copy, None);
        let control = Arc::clone(&app.jobs[0].control);
        let begun = Instant::now();
        let _looked = app.update(Message::Ticked(begun));
        let _cancelled = app.update(Message::CancelJob(job));
        if hears {
            assert!(control.check().is_err());
        }
        let _looked = app.update(Message::Ticked(begun + Duration::from_millis(50)));
        assert_eq!((app.jobs.len(), app.notice.is_none()), (1, true), "it is given time: {hears}");
        let _looked = app.update(Message::Ticked(begun + Duration::from_millis(150)));
        assert_eq!((app.jobs.len(), app.notice.is_none()), if hears { (1, true) } else { (0, false) }, "{hears}");
    }
}

#[test]
fn a_mistake_in_the_settings_is_told_once_and_another_one_again() {
    let mut app = window(&["x"]);
    let wrong = |line| Wrong::Value { path: "/c/files.toml".into(), line, key: "days", value: "x".to_owned() };
    let told = |app: &App| app.notice.as_ref().map(|notice| (notice.number, notice.tone));
    let _told = app.update(Message::SettingsWrong(wrong(2)));
    let first = told(&app);
    assert_eq!(first.map(|(_, tone)| tone), Some(Tone::Failure));
    let _again = app.update(Message::SettingsWrong(wrong(2)));
    assert_eq!(told(&app), first);
    let _other = app.update(Message::SettingsWrong(wrong(3)));
    assert_ne!(told(&app), first);
}

#[test]
fn every_tab_leaves_what_is_no_longer_mounted_and_no_other_follows_what_is() {
    let mut app = window(&["x"]);
    let first = app.tab().id;
    let _there = app.update(Message::Go("/mnt/stick/photos".into()));
    let _second = app.update(Message::Command(Command::NewTab));
    let _elsewhere = app.update(Message::Go("/g".into()));
    let mounted = device::Message::Mounted { tab: first, outcome: Ok("/mnt/disk".into()) };
    assert_eq!(flat(app.update(Message::Device(mounted))), []);
    let gone = device::Message::Unmounted { path: "/mnt/stick".into(), outcome: Ok(()) };
    let left = flat(app.update(Message::Device(gone)));
    assert!(
        matches!(&left[..], [Action::Read { reading, path, .. }] if reading.tab == first && path == &PathBuf::from("/home/ada")),
        "{left:?}"
    );
    assert_eq!(app.tab().path(), std::path::Path::new("/g"));
    let here = app.tab().id;
    let mounted = device::Message::Mounted { tab: here, outcome: Ok("/mnt/disk".into()) };
    let _there = app.update(Message::Device(mounted));
    assert_eq!(app.tab().path(), std::path::Path::new("/mnt/disk"));
}

#[test]
fn versions_that_come_late_open_nothing_over_another_folder() {
    use candela_files_core::system::versions::Version;
    let mut app = window(&["x"]);
    let time = Time { seconds: 1, nanoseconds: 0 };
    let version =
        |is_folder| Version { path: "/s/1/x".into(), snapshot: "1".into(), modified: time, size: 1, is_folder };
    let read = |is_folder| versions::Message::Read { path: "/f/x".into(), versions: vec![version(is_folder)] };
    for (is_folder, opened) in [(false, "files"), (true, "folder")] {
        let _shown = app.update(Message::Versions(read(is_folder)));
        assert!(matches!(app.dialog, Some(Dialog::Versions(_))));
        let action = flat(app.update(Message::Versions(versions::Message::Open)));
        match opened {
            "files" => assert_eq!(action, [Action::Open(vec!["/s/1/x".into()])]),
            _ => assert_eq!(app.tab().path(), std::path::Path::new("/s/1/x")),
        }
    }
    let _late = app.update(Message::Versions(read(false)));
    assert_eq!((app.dialog, app.notice), (None, None));
}

#[test]
fn what_failed_is_tried_again_from_the_notice() {
    let mut app = window(&["x"]);
    let item = |name: &str| Item { from: format!("/f/{name}").into(), to: format!("/g/{name}").into() };
    let copy = |items| Operation::Copy { items, options: Default::default() };
    let job = app.begin(Verb::Copy, None);
    let mut outcome = Outcome { done: vec!["/g/x".into()], ..Outcome::default() };
    outcome.fail("/f/y", Reason::Busy);
    let operation = Some(copy(vec![item("x"), item("y")]));
    let _told = app.update(Message::Ended { job, operation, outcome: Ok(Some(outcome)) });
    let told = app.notice.as_ref().map(|notice| notice.text.as_str());
    assert!(told.is_some_and(|told| told.starts_with("Cannot copy")), "{told:?}");
    let again = app.update(Message::Retry);
    assert!(matches!(&again, Action::Operate { operation, .. } if *operation == copy(vec![item("y")])), "{again:?}");
    assert_eq!(app.notice, None);
    assert_eq!(app.update(Message::Retry), Action::None);
}
