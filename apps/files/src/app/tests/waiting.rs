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
