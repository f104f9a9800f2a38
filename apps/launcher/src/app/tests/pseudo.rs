//! Every word of the window comes from the languages, and has the room it needs in one that is longer than English.

use super::*;
use candela_pseudo::Findings;

/// What applications and their actions are called, and what is typed.
const NAMES: [&str; 5] = ["Alpha", "Beta", "New", "alp", "qq"];

fn listing(names: &[&str]) -> App {
    let mut app = super::listing(names);
    app.words = candela_pseudo::words("launcher");
    app.beginning.session = crate::session::steps(&app.words);
    let _listed = app.update(Message::Clear);
    app
}

#[test]
fn every_word_comes_from_the_languages_and_is_seen_whole() {
    let mut findings = Findings::new(&NAMES);
    let mut look_at = |state: &str, app: &App| findings.look_at(state, crate::ui::view(app), app.look, app.size);
    look_at("nothing installed", &listing(&[]));
    let mut app = listing(&["Alpha", "Beta"]);
    look_at("home", &app);
    let _search = app.update(Message::QueryChanged("alp".to_owned()));
    let _shown = answered(&mut app, "alp");
    look_at("hits", &app);
    let _panel = app.update(Message::SwitchActions);
    look_at("actions", &app);
    for (state, wanted) in [("names", Line::Alias), ("hidden", Line::Hide)] {
        let _done = line(&mut app, wanted);
        look_at(state, &app);
    }
    let _dismissed = app.update(Message::Leave);
    let _settings = app.update(Message::OpenSettings);
    look_at("settings", &app);
    let _left = app.update(Message::Leave);
    let failure = Failure::Start(launch::Error::MissingProgram("Alpha".into()));
    let _told = app.update(Message::Started { name: "Alpha".to_owned(), again: None, outcome: Err(failure) });
    look_at("a failure", &app);

    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("2+2".to_owned()));
    let _answer = (answered(&mut app, "2+2"), app.update(found("2+2", vec![answer("4")])));
    look_at("a sum", &app);
    let _search = app.update(Message::QueryChanged("qq".to_owned()));
    let _nothing = (answered(&mut app, "qq"), app.update(told("qq", Answer::Done)));
    look_at("nothing found", &app);

    let mut app = listing(&[]);
    app.applications = Applications::StillLoading;
    look_at("loading", &app);
    let told = findings.told();
    assert!(told.is_empty(), "{told}");
}
