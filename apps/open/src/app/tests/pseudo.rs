//! Every word of the window comes from the languages, and has the room it needs in one that is longer than English.

use super::*;
use crate::window::SIZE;
use candela_pseudo::Findings;

/// What is opened, what with, and what is typed.
const NAMES: [&str; 6] = ["a.png", "image/png", "viewer", "editor", "web", "nobody"];

#[test]
fn every_word_comes_from_the_languages_and_is_seen_whole() {
    let window = || {
        let mut app = window();
        app.words = candela_pseudo::words("open");
        app
    };
    let mut findings = Findings::new(&NAMES);
    let mut look_at = |state: &str, app: &App| findings.look_at(state, crate::ui::view(app), app.look, SIZE);
    let mut app = window();
    look_at("the choice", &app);
    let _narrowed = app.update(Message::QueryChanged("nobody".into()));
    look_at("nothing found", &app);
    let _custom = app.update(Message::SwitchCustom);
    look_at("a command", &app);

    let mut app = window();
    let _opening = app.update(Message::Open);
    let failed = Failed::Keep(candela_shared::registry::mime_applications::Error::NoFolder);
    let _told = app.update(Message::Started(Err(failed)));
    look_at("a failure", &app);

    let mut app = window();
    app.subject.targets.push(Target::Path("/b.png".into()));
    (app.all, app.shown) = (Choices::default(), Choices::default());
    look_at("nothing to open it with", &app);
    let told = findings.told();
    assert!(told.is_empty(), "{told}");
}
