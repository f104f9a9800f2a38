//! What the window does with what happens to it.

mod pseudo;

use super::*;

use candela_shared::Directories;
use candela_shared::i18n::Medium;

fn entry(id: &str) -> Entry {
    Entry { id: id.into(), name: Some(id.into()), exec: Some(id.into()), ..Entry::default() }
}

fn window() -> App {
    let subject = Subject {
        targets: vec![Target::Path("/a.png".into())],
        mime_type: Some("image/png".into()),
        kind: "PNG image".into(),
    };
    let choices = Choices { made_for: vec![entry("viewer"), entry("editor")], others: vec![entry("web")] };
    let words = Words::new("open", &[], &Directories::default(), Medium::Window);
    let (app, _action) = App::new(words, Settings::default(), subject, choices);
    app
}

fn opened(action: Action) -> (String, Option<String>) {
    match action {
        Action::Open { entry, always } => (entry.id.to_string(), always),
        other => panic!("{other:?} opens nothing"),
    }
}

#[test]
fn the_default_is_selected_and_arrows_pass_over_heads() {
    let mut app = window();
    assert_eq!(opened(app.update(Message::Open)).0, "viewer");
    for (step, id) in [(Step::Next, "editor"), (Step::Next, "web"), (Step::Next, "web"), (Step::First, "viewer")] {
        let _action = app.update(Message::Move(step));
        assert_eq!(app.chosen().map(|entry| entry.id), Some(id.into()), "{step:?}");
    }
}

#[test]
fn what_is_typed_narrows_the_list_and_selects_the_first() {
    let mut app = window();
    let _action = app.update(Message::QueryChanged("web".into()));
    assert_eq!(app.chosen().map(|entry| entry.id), Some("web".into()));
    let _action = app.update(Message::QueryChanged("nobody".into()));
    assert_eq!(app.update(Message::Open), Action::None);
}

#[test]
fn the_choice_is_kept_only_where_that_was_ticked() {
    let mut app = window();
    let _action = app.update(Message::SwitchAlways);
    assert_eq!(opened(app.update(Message::Open)), ("viewer".into(), Some("image/png".into())));
    assert_eq!(app.update(Message::Open), Action::None, "it is being started");
    let mut app = window();
    let _action = app.update(Message::SwitchAlways);
    let _action = app.update(Message::SwitchCustom);
    assert_eq!(app.update(Message::Open), Action::None, "no command was typed");
    let _action = app.update(Message::CommandChanged("feh --zoom %f".into()));
    assert_eq!(opened(app.update(Message::Open)), ("feh".into(), None));
}

#[test]
fn two_presses_of_a_row_open_it() {
    let (mut app, now) = (window(), Instant::now());
    assert_eq!(app.update(Message::RowPressed { row: 2, at: now }), Action::None);
    let later = now + DOUBLE * 2;
    assert_eq!(app.update(Message::RowPressed { row: 2, at: later }), Action::None, "too late");
    let other = app.update(Message::RowPressed { row: 4, at: later });
    assert_eq!(other, Action::None, "another row");
    assert_eq!(opened(app.update(Message::RowPressed { row: 4, at: later })).0, "web");
}

#[test]
fn what_fails_is_told_and_something_else_can_be_chosen() {
    let mut app = window();
    let _action = app.update(Message::Open);
    let failed = Failed::Keep(candela_shared::registry::mime_applications::Error::NoFolder);
    assert_eq!(app.update(Message::Started(Err(failed.clone()))), Action::None);
    assert_eq!(app.failed, Some(failed));
    assert_eq!(opened(app.update(Message::Open)).0, "viewer");
    assert_eq!(app.update(Message::Settled(Ok(()))), Action::Quit { is_done: true });
}
