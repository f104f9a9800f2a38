//! Views of folders, and what is kept of a window.

use super::*;
use crate::app::properties::{Message as Property, Sums};

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

#[test]
fn a_file_is_made_from_a_template_and_an_action_runs_with_what_is_selected() {
    use candela_files_core::custom;
    let mut app = window(&["a b.txt", "c.txt"]);
    let made = flat(app.update(Message::NewFrom("/home/ada/Templates/Letter.odt".into())));
    let copied = |action: &Action| {
        matches!(action, Action::Operate { operation: Operation::Copy { items, options }, .. }
        if items[0].to == std::path::Path::new("/f/Letter.odt") && options.conflict == Conflict::KeepBoth)
    };
    assert!(made.iter().any(copied), "{made:?}");
    let text = "[[action]]\nname = \"Show\"\ncommand = [\"show\", \"--\", \"%F\"]\n\
                [[action]]\nname = \"Pictures\"\ncommand = [\"x\"]\ntypes = [\"image/*\"]";
    let actions = custom::parse(text).0;
    let _read = app.update(Message::PlacesRead(Places { actions, ..Places::default() }));
    let _first = named(&mut app, Named::ArrowDown);
    assert_eq!(app.fitting_actions().len(), 1, "a text is no picture");
    let command = ["show", "--", "/f/a b.txt"].map(std::ffi::OsString::from).to_vec();
    let expected = Action::RunCustom { name: "Show".to_owned(), folder: "/f".into(), command };
    assert_eq!(flat(app.update(Message::RunCustom(0))), [expected]);
    assert!(flat(app.update(Message::RunCustom(9))).is_empty());
}

#[test]
fn properties_are_counted_and_summed_for_their_own_dialog_alone() {
    use candela_files_core::checksum::Checksums;
    use candela_files_core::system::count::Count;
    let mut app = window(&["sub/", "file"]);
    let _first = named(&mut app, Named::ArrowDown);
    let asked = flat(app.update(Message::Command(Command::Properties)));
    let Some(Action::Count { number, .. }) = asked.iter().find(|action| matches!(action, Action::Count { .. })) else {
        panic!("nothing is counted: {asked:?}");
    };
    let count = Count { files: 3, ..Count::default() };
    let _late = app.update(Message::Properties(Property::Counted { number: number + 1, count, is_over: true }));
    let shown = |app: &App| match &app.dialog {
        Some(Dialog::Properties(shown)) => shown.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(shown(&app).count, None);
    let _counted = app.update(Message::Properties(Property::Counted { number: *number, count, is_over: true }));
    assert_eq!(shown(&app).count, Some((count, true)));
    let _closed = app.update(Message::Close);
    let _next = named(&mut app, Named::ArrowDown);
    let _file = app.update(Message::Command(Command::Properties));
    let Action::Sum { number, path } = app.update(Message::Properties(Property::Sum)) else {
        panic!("nothing is read")
    };
    assert_eq!(path, std::path::Path::new("/f/file"));
    let sums = Checksums { md5: "1".into(), sha1: "22".into(), sha256: "333".into() };
    let _read = app.update(Message::Properties(Property::Summed { number, outcome: Ok(sums.clone()) }));
    assert_eq!(shown(&app).sums, Sums::Read(sums));
}

#[test]
fn git_is_looked_at_nowhere_below_a_folder_where_it_is_off() {
    let mut app = window(&["a"]);
    let off = flat(app.update(Message::Command(Command::GitHere)));
    assert!(off.iter().any(|action| matches!(action, Action::KeepWithoutGit(without) if without.has("/f/x".as_ref()))));
    let reading = flat(app.update(Message::Go("/f/sub".into())));
    assert_eq!(reading.len(), 1);
    let outcome = Ok(reads(&app, &["x"], Extent::Whole));
    let reading = app.tab().reading();
    let read = flat(app.update(Message::FolderRead { reading, outcome }));
    assert!(!read.iter().any(|action| matches!(action, Action::ReadGit(_))), "{read:?}");
}

#[test]
fn a_clone_is_shown_when_it_is_there_and_its_failure_where_it_was_asked_for() {
    use candela_files_core::system::git::GitError;
    let mut app = window(&["a"]);
    let _asked = app.update(Message::Command(Command::Clone));
    assert_eq!(app.update(Message::Answered(Answer::Yes)), Action::None, "nothing was typed");
    let _typed = app.update(Message::DialogEdited("https://example.org/x.git".to_owned()));
    let Action::Clone { number, url, folder } = app.update(Message::Answered(Answer::Yes)) else {
        panic!("nothing is cloned");
    };
    assert_eq!((url.as_str(), folder), ("https://example.org/x.git", PathBuf::from("/f")));
    let _again = app.update(Message::Answered(Answer::Yes));
    assert_eq!(app.asking.load(std::sync::atomic::Ordering::Relaxed), number, "it goes on");
    let refused = Err(GitError::Refused("no such host".to_owned()));
    let _failed = app.update(Message::Clone(crate::app::clone::Message::Cloned { number, outcome: refused }));
    let failed = |state: &Cloning| matches!(state, Cloning::Failed(words) if words.contains("no such host"));
    assert!(matches!(&app.dialog, Some(Dialog::Clone(asked)) if failed(&asked.state)), "{:?}", app.dialog);
    let Action::Clone { number, .. } = app.update(Message::Answered(Answer::Yes)) else { panic!("once more") };
    let gone =
        flat(app.update(Message::Clone(crate::app::clone::Message::Cloned { number, outcome: Ok("/f/x".into()) })));
    assert!(matches!(&gone[..], [Action::Read { path, .. }] if path == &PathBuf::from("/f/x")), "{gone:?}");
}
