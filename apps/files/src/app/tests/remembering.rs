//! Views of folders, and what is kept of a window.

use super::*;

use candela_files_core::folder::Hidden;
use candela_files_core::presentation::{Fact, Layout, Zoom};

/// A window that shows what the last one showed.
fn restored(session: Session) -> (App, Vec<Action>) {
    let words = Words::new("files", &[], &Directories::default(), Medium::Window);
    let start = Start { home: Some("/home/ada".into()), session: Some(session), ..Start::default() };
    let (app, action) = App::new(words, Settings::default(), start, "2026-11-25T18:00[UTC]".parse().unwrap());
    (app, flat(action))
}

/// What the last of these actions keeps.
fn kept(action: Action) -> Option<Session> {
    flat(action).into_iter().rev().find_map(|action| match action {
        Action::KeepSession(_, session) => Some(session),
        _ => None,
    })
}

fn readings(actions: &[Action]) -> Vec<&std::path::Path> {
    actions
        .iter()
        .filter_map(|action| match action {
            Action::Read { path, .. } => Some(path.as_path()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_window_shows_what_the_last_one_showed_and_reads_only_what_is_on_show() {
    let (mut app, actions) = restored(Session::default());
    assert_eq!(readings(&actions), [std::path::Path::new("/home/ada")], "home where nothing was kept");
    let _gone = app.update(Message::Go("/f".into()));
    answer(&mut app, &["a", ".b"]);
    let _grid = app.update(Message::Command(Command::ShowGrid));
    let _hidden = app.update(Message::Command(Command::SwitchHidden));
    let _tab = app.update(Message::Command(Command::NewTab));
    let session = kept(app.update(Message::Go("/g".into()))).expect("what changed is kept");
    assert_eq!(kept(app.update(Message::Close)), None, "and nothing is kept where nothing changed");
    let (mut app, actions) = restored(session);
    assert_eq!(readings(&actions), [std::path::Path::new("/g")]);
    assert_eq!((app.tab().layout, app.tab().arrangement.hidden), (Layout::Grid, Hidden::Shown));
    let shown = flat(app.update(Message::ShowTab { pane: 0, tab: 0 }));
    assert_eq!(readings(&shown), [std::path::Path::new("/f")]);
}

#[test]
fn a_window_that_was_opened_for_a_folder_keeps_nothing() {
    let mut app = window(&["a"]);
    assert_eq!(kept(app.update(Message::Go("/g".into()))), None);
}

#[test]
fn a_folder_with_a_view_of_its_own_changes_no_other() {
    let mut app = window(&["a"]);
    let _grid = app.update(Message::Command(Command::ShowGrid));
    let own = flat(app.update(Message::Command(Command::OwnView)));
    assert!(own.iter().any(|action| matches!(action, Action::KeepView(path, Some(_)) if path == &PathBuf::from("/f"))));
    let larger = flat(app.update(Message::Command(Command::ZoomIn)));
    let zoomed = |action: &Action| matches!(action, Action::KeepView(_, Some(view)) if view.zoom == Zoom::from(2));
    assert!(larger.iter().any(zoomed), "{larger:?}");
    let _gone = app.update(Message::Go("/g".into()));
    answer(&mut app, &["a"]);
    assert_eq!((app.tab().layout, app.tab().zoom), (Layout::Grid, Zoom::default()), "as it was shown before");
    let _details = app.update(Message::Command(Command::ShowDetails));
    let _column = app.update(Message::Command(Command::Column(Fact::Type)));
    let _back = app.update(Message::Travel(-1));
    answer(&mut app, &["a"]);
    assert_eq!((app.tab().layout, app.tab().zoom, app.tab().facts.len()), (Layout::Grid, Zoom::from(2), 2));
    let given_up = flat(app.update(Message::Command(Command::OwnView)));
    assert!(given_up.iter().any(|action| matches!(action, Action::KeepView(_, None))));
    assert_eq!((app.tab().layout, app.tab().facts.len()), (Layout::Details, 3), "as others are shown");
}

#[test]
fn a_dragged_head_makes_its_column_narrower_and_wider() {
    let mut app = window(&["a"]);
    let before = app.tab().facts.clone();
    let _dragged = app.update(Message::Widen { pane: 0, fact: Fact::Size, by: 30.0 });
    assert_eq!((app.tab().facts[0].width, app.tab().facts[1]), (before[0].width + 30, before[1]));
}
