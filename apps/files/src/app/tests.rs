//! What each message leads to.

mod pseudo;

use super::palette::Palette;
use super::*;
use crate::conflict::Sides;
use crate::keys::{self, Keys};
use crate::notice::operation::Verb;
use crate::tab::State;

use candela_files_core::PathError;
use candela_files_core::folder::{Arrangement, Folder};
use candela_files_core::operation::{Conflict, Item, Operation, Outcome, Reason, Slot};
use candela_files_core::sort::Column;
use candela_files_core::system::run::Recovery;

use candela_files_core::entry::{Entry, Facts, Kind, Time};
use candela_shared::Directories;
use candela_shared::i18n::{Collator, Medium};
use candela_ui::widget::list::Step;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use std::sync::Arc;

mod changing;
mod finding;
mod previewing;
mod remembering;
mod waiting;

/// A window on `/f`, which holds these names; those that end with a slash are folders.
fn window(names: &[&str]) -> App {
    let words = Words::new("files", &[], &Directories::default(), Medium::Window);
    let (home, trash) = (Some("/home/ada".into()), Some("/trash/files".into()));
    let start = Start { folders: vec!["/f".into()], home, trash, ..Start::default() };
    let (mut app, _reads) = App::new(words, Settings::default(), start, "2026-11-25T18:00[UTC]".parse().unwrap());
    answer(&mut app, names);
    app
}

/// Answers the reading the tab on show waits for.
fn answer(app: &mut App, names: &[&str]) {
    let outcome = Ok(reads(app, names, Extent::Whole));
    let reading = app.tab().reading();
    let _action = app.update(Message::FolderRead { reading, outcome });
}

fn reads(app: &App, names: &[&str], extent: Extent) -> Read {
    let entry = |name: &&str| {
        let kind = if name.ends_with('/') { Kind::Folder } else { Kind::File };
        Entry { name: name.trim_end_matches('/').into(), kind, facts: None }
    };
    let entries = names.iter().map(entry).collect();
    let folder = Folder::new(app.tab().path().to_owned(), entries, &Collator::new("en"));
    let rows = folder.arrange(&app.tab().arrangement, |_| "").into();
    Read { folder: Arc::new(folder), rows, groups: Arc::default(), extent }
}

fn press(app: &mut App, key: Key, modifiers: Modifiers) -> Action {
    let text = match &key {
        Key::Character(text) => Some(text.to_string()),
        Key::Named(_) | Key::Unidentified => None,
    };
    app.update(Message::Pressed(Pressed { key, modifiers, text, at: Instant::now() }))
}

fn named(app: &mut App, key: Named) -> Action {
    press(app, Key::Named(key), Modifiers::empty())
}

fn selected(app: &App) -> Vec<String> {
    let tab = app.tab();
    tab.selection.entries().map(|entry| tab.folder.entry(entry).name.to_string_lossy().into_owned()).collect()
}

fn flat(action: Action) -> Vec<Action> {
    match action {
        Action::None => Vec::new(),
        Action::All(actions) => actions.into_iter().flat_map(flat).collect(),
        one => vec![one],
    }
}

#[test]
fn a_late_reading_does_not_replace_the_current_one() {
    let mut app = window(&["one"]);
    let late = app.tab().reading();
    let read = reads(&app, &["late"], Extent::Whole);
    let _reads = app.update(Message::Go("/g".into()));
    let _nothing = app.update(Message::FolderRead { reading: late, outcome: Ok(read) });
    assert_eq!(app.tab().folder.path(), std::path::Path::new("/f"), "what was there stays until the new is read");
    assert_eq!((app.tab().path(), &app.tab().state), (std::path::Path::new("/g"), &State::Loading));
    answer(&mut app, &["two"]);
    assert_eq!(app.tab().folder.entry(0).name, "two");
}

#[test]
fn the_beginning_of_a_folder_is_shown_and_does_not_replace_the_whole() {
    let mut app = window(&["a", "b", "c"]);
    let _reads = app.update(Message::Command(Command::Reload));
    let (reading, read) = (app.tab().reading(), reads(&app, &["a"], Extent::Beginning));
    let _nothing = app.update(Message::FolderRead { reading, outcome: Ok(read) });
    assert_eq!(app.tab().rows.len(), 3);
    let _reads = app.update(Message::Go("/g".into()));
    let (reading, read) = (app.tab().reading(), reads(&app, &["x"], Extent::Beginning));
    let _shown = app.update(Message::FolderRead { reading, outcome: Ok(read) });
    assert_eq!((app.tab().rows.len(), &app.tab().state), (1, &State::Growing));
}

#[test]
fn enter_opens_a_folder_here_and_files_with_their_applications() {
    let mut app = window(&["sub/", "file", "other"]);
    let _moved = named(&mut app, Named::ArrowDown);
    let opened = flat(named(&mut app, Named::Enter));
    assert!(matches!(&opened[..], [Action::Read { path, .. }] if path == &PathBuf::from("/f/sub")), "{opened:?}");
    answer(&mut app, &["file", "other"]);
    let _all = press(&mut app, Key::Character("a".into()), Modifiers::CTRL);
    assert_eq!(named(&mut app, Named::Enter), Action::Open(vec!["/f/sub/file".into(), "/f/sub/other".into()]));
}

#[test]
fn going_up_selects_the_folder_one_came_from() {
    let mut app = window(&["x"]);
    let up = flat(named(&mut app, Named::Backspace));
    assert!(matches!(&up[..], [Action::Read { path, .. }] if path == &PathBuf::from("/")), "{up:?}");
    answer(&mut app, &["e/", "f/", "g/"]);
    assert_eq!(selected(&app), ["f"]);
    let _back = press(&mut app, Key::Named(Named::ArrowLeft), Modifiers::ALT);
    assert_eq!(app.tab().path(), std::path::Path::new("/f"));
}

#[test]
fn arrows_select_and_shift_selects_ranges() {
    let mut app = window(&["a", "b", "c", "d"]);
    for (key, modifiers, expected) in [
        (Named::ArrowDown, Modifiers::empty(), &["a"][..]),
        (Named::ArrowDown, Modifiers::SHIFT, &["a", "b"]),
        (Named::End, Modifiers::SHIFT, &["a", "b", "c", "d"]),
        (Named::ArrowUp, Modifiers::CTRL, &["a", "b", "c", "d"]),
        (Named::ArrowUp, Modifiers::empty(), &["b"]),
    ] {
        let _moved = press(&mut app, Key::Named(key), modifiers);
        assert_eq!(selected(&app), expected, "{key:?} {modifiers:?}");
    }
    let _moved = app.move_cursor(Step::Next, crate::key::Select::Nothing);
    let _toggled = press(&mut app, Key::Character(" ".into()), Modifiers::CTRL);
    assert_eq!(selected(&app), ["b", "c"]);
    let _left = named(&mut app, Named::Escape);
    assert_eq!(selected(&app), [""; 0]);
}

#[test]
fn typed_letters_find_names_and_the_same_letter_goes_on() {
    let mut app = window(&["alpha", "beta", "bravo", "charlie"]);
    let letter = |letter: &str| Key::Character(letter.into());
    let _found = press(&mut app, letter("b"), Modifiers::empty());
    assert_eq!(selected(&app), ["beta"]);
    let _found = press(&mut app, letter("r"), Modifiers::empty());
    assert_eq!(selected(&app), ["bravo"]);
    let mut app = window(&["alpha", "beta", "bravo", "charlie"]);
    for expected in ["beta", "bravo", "beta"] {
        let _found = press(&mut app, letter("b"), Modifiers::empty());
        assert_eq!(selected(&app), [expected]);
    }
}

#[test]
fn sorting_by_what_is_not_known_reads_the_folder_again() {
    let mut app = window(&["a", "b"]);
    let by = |app: &mut App, column| flat(app.update(Message::Sort { pane: 0, column }));
    assert_eq!(by(&mut app, Column::Name), [Action::Arrange(app.tab().id)], "names are known");
    assert!(matches!(by(&mut app, Column::Size)[..], [Action::Read { .. }]));
}

#[test]
fn the_filter_arranges_anew_and_escape_takes_it_back() {
    let mut app = window(&["one", "two"]);
    assert_eq!(app.update(Message::Command(Command::Filter)), Action::FocusField);
    let id = app.tab().id;
    assert_eq!(app.update(Message::FieldEdited("tw".to_owned())), Action::Arrange(id));
    let (reading, arrangement) = (app.tab().reading(), app.tab().arrangement.clone());
    let late = Arrangement { filter: "t".to_owned(), ..arrangement.clone() };
    let folder = Arc::clone(&app.tab().folder);
    let arranged = |arrangement: Arrangement, folder: &Arc<Folder>, rows: &[u32]| {
        let (folder, groups) = (Arc::clone(folder), Arc::default());
        Message::Arranged { reading, arrangement, folder, rows: rows.into(), groups }
    };
    let _dropped = app.update(arranged(late, &folder, &[]));
    assert_eq!(app.tab().rows.len(), 2, "an answer to another question is dropped");
    let older = Arc::new(Folder::clone(&folder));
    assert_eq!(app.update(arranged(arrangement.clone(), &older, &[])), Action::Arrange(id), "it changed meanwhile");
    let _shown = app.update(arranged(arrangement, &folder, &[1]));
    assert_eq!(app.tab().rows.len(), 1);
    assert_eq!(named(&mut app, Named::Escape), Action::Arrange(id));
    assert_eq!((app.tab().arrangement.filter.as_str(), &app.field), ("", &None));
}

#[test]
fn a_typed_path_may_be_relative_or_begin_at_home() {
    for (typed, expected) in
        [("~/x", "/home/ada/x"), ("sub/./y", "/f/sub/y"), ("/", "/"), ("~", "/home/ada"), ("~x", "/f/~x")]
    {
        let mut app = window(&["x"]);
        let _focus = app.update(Message::Command(Command::EditPath));
        let _edited = app.update(Message::FieldEdited(typed.to_owned()));
        let _read = app.update(Message::FieldSubmitted);
        assert_eq!(app.tab().path(), std::path::Path::new(expected), "{typed}");
    }
}

#[test]
fn tabs_and_panes_open_beside_and_the_last_one_closes_the_window() {
    let mut app = window(&["x"]);
    let _tab = app.update(Message::Command(Command::NewTab));
    let _pane = app.update(Message::Command(Command::SwitchPanes));
    assert_eq!((app.panes.len(), app.panes[0].tabs.len(), app.active), (2, 2, 0));
    let _other = app.update(Message::Command(Command::OtherPane));
    let _go = app.update(Message::Go("/other".into()));
    assert_eq!(app.folders(), [PathBuf::from("/f"), PathBuf::from("/other")]);
    let _closed = app.update(Message::Command(Command::CloseTab));
    assert_eq!((app.panes.len(), app.tab().path()), (1, std::path::Path::new("/f")));
    let _closed = app.update(Message::Command(Command::CloseTab));
    assert_eq!(app.update(Message::Command(Command::CloseTab)), Action::Quit);
}

#[test]
fn a_folder_that_cannot_be_read_says_so_and_a_reload_tries_again() {
    let mut app = window(&["x"]);
    let _reads = app.update(Message::Go("/secret".into()));
    let reading = app.tab().reading();
    let error = PathError { path: "/secret".into(), kind: std::io::ErrorKind::PermissionDenied };
    let _failed = app.update(Message::FolderRead { reading, outcome: Err(error.clone()) });
    assert_eq!(app.tab().state, State::Failed(error));
    assert!(matches!(app.update(Message::Command(Command::Reload)), Action::Read { .. }));
}

/// The operation that an action begins, with its job.
fn operation(action: Action) -> (JobId, Operation) {
    let mut begun = flat(action).into_iter().filter_map(|action| match action {
        Action::Operate { job, operation } => Some((job, operation)),
        _ => None,
    });
    begun.next().expect("an operation")
}

fn chord(app: &mut App, letter: &str, modifiers: Modifiers) -> Action {
    press(app, Key::Character(letter.into()), modifiers)
}

/// Pastes where there is no clipboard that programs share.
fn paste(app: &mut App) -> Action {
    match chord(app, "v", Modifiers::CTRL) {
        Action::ReadClip(target) => app.update(Message::ClipRead { target, held: Held::Unknown }),
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_are_pasted_that_another_program_copied_and_other_things_are_not() {
    let mut app = window(&["a"]);
    let _all = chord(&mut app, "a", Modifiers::CTRL);
    let offered = chord(&mut app, "c", Modifiers::CTRL);
    assert_eq!(offered, Action::Offer(Clip::Copied(vec!["/f/a".into()])));
    let mut holds = |held| app.update(Message::ClipRead { target: "/g".into(), held });
    assert_eq!(holds(Held::Nothing), Action::None, "something else was copied since");
    let (_, moved) = operation(holds(Held::Files(Clip::Cut(vec!["/x/y".into()]))));
    let expected = Item { from: "/x/y".into(), to: "/g/y".into() };
    assert!(matches!(moved, Operation::Move { items, .. } if items == [expected]));
}

#[test]
fn what_is_copied_is_pasted_where_one_is_and_what_is_cut_only_once() {
    let mut app = window(&["a", "b"]);
    let _all = chord(&mut app, "a", Modifiers::CTRL);
    let _copied = chord(&mut app, "c", Modifiers::CTRL);
    let _elsewhere = app.update(Message::Go("/g".into()));
    answer(&mut app, &["x"]);
    let (_, copy) = operation(paste(&mut app));
    let item = |from: &str, to: &str| Item { from: from.into(), to: to.into() };
    let items = vec![item("/f/a", "/g/a"), item("/f/b", "/g/b")];
    assert_eq!(copy, Operation::Copy { items, options: Default::default() });
    let _first = named(&mut app, Named::ArrowDown);
    let _cut = chord(&mut app, "x", Modifiers::CTRL);
    let _elsewhere = app.update(Message::Go("/h".into()));
    let (_, moved) = operation(paste(&mut app));
    assert!(matches!(moved, Operation::Move { items, .. } if items == [item("/g/x", "/h/x")]));
    assert_eq!(paste(&mut app), Action::None);
}

#[test]
fn a_copy_beside_its_source_gets_a_name_of_its_own() {
    let mut app = window(&["a"]);
    let _all = chord(&mut app, "a", Modifiers::CTRL);
    let _copied = chord(&mut app, "c", Modifiers::CTRL);
    let (_, copy) = operation(paste(&mut app));
    assert!(matches!(copy, Operation::Copy { options, .. } if options.conflict == Conflict::KeepBoth));
}

#[test]
fn names_that_exist_are_asked_about_and_the_rest_is_done() {
    let mut app = window(&["a", "b"]);
    let _all = chord(&mut app, "a", Modifiers::CTRL);
    let _copied = chord(&mut app, "c", Modifiers::CTRL);
    let _elsewhere = app.update(Message::Go("/g".into()));
    let (job, copy) = operation(paste(&mut app));
    let mut outcome = Outcome { done: vec!["/g/b".into()], ..Outcome::default() };
    outcome.fail("/f/a", Reason::Exists);
    let _asked = app.update(Message::Ended { job, operation: Some(copy), outcome: Ok(Some(outcome)) });
    assert!(app.jobs.is_empty());
    assert!(matches!(&app.dialog, Some(Dialog::Conflicts(asked)) if asked.open.len() == 1), "{:?}", app.dialog);
    assert_eq!(app.notice.as_ref().map(|notice| notice.text.as_str()), Some("\u{2068}1\u{2069} item copied"));
    let (_, again) = operation(app.update(Message::Answered(Answer::Conflict(Conflict::Replace))));
    let expected = Item { from: "/f/a".into(), to: "/g/a".into() };
    assert!(
        matches!(again, Operation::Copy { items, options } if items == [expected] && options.conflict == Conflict::Replace)
    );
}

/// A copy of `/f/a`, `/f/b` and `/f/c` of which every name exists.
fn conflict(app: &mut App) {
    let item = |name: &str| Item { from: format!("/f/{name}").into(), to: format!("/g/{name}").into() };
    let begun = app.update(Message::Dropped("/x".into()));
    let (job, _) = operation(begun);
    let items = ["a", "b", "c"].map(item);
    let mut outcome = Outcome::default();
    items.iter().for_each(|item| outcome.fail(&item.from, Reason::Exists));
    let operation = Some(Operation::Copy { items: items.into(), options: Default::default() });
    let _asked = app.update(Message::Ended { job, operation, outcome: Ok(Some(outcome)) });
}

#[test]
fn each_name_that_exists_is_asked_about_and_one_answer_can_be_for_the_rest() {
    let mut app = window(&["a", "b", "c"]);
    conflict(&mut app);
    let facts = |size| Facts { size, modified: Time { seconds: 0, nanoseconds: 0 }, mode: 0o644 };
    let sides = Some(Sides { there: facts(1), coming: facts(2) });
    let next = flat(app.update(Message::Answered(Answer::No)));
    let [Action::FocusField, Action::Compare(item)] = &next[..] else { panic!("{next:?}") };
    assert_eq!(item.from, PathBuf::from("/f/b"), "the next is asked about");
    let _late = app.update(Message::Compared { item: Item { from: "/f/a".into(), to: "/g/a".into() }, sides });
    assert!(matches!(&app.dialog, Some(Dialog::Conflicts(asked)) if asked.sides.is_none()));
    let _compared = app.update(Message::Compared { item: item.clone(), sides });
    assert!(matches!(&app.dialog, Some(Dialog::Conflicts(asked)) if asked.sides == sides));
    let _all = app.update(Message::Answered(Answer::Scope));
    let (_, copy) = operation(app.update(Message::Answered(Answer::Conflict(Conflict::KeepBoth))));
    let Operation::Copy { items, options } = copy else { panic!("{copy:?}") };
    assert_eq!((items.len(), &items[0].from, options.conflict), (2, &PathBuf::from("/f/b"), Conflict::KeepBoth));
    assert_eq!(app.dialog, None);
}

#[test]
fn a_question_waits_until_another_one_is_answered() {
    let mut app = window(&["a"]);
    let _first = named(&mut app, Named::ArrowDown);
    let _asked = named(&mut app, Named::F2);
    conflict(&mut app);
    assert!(matches!(app.dialog, Some(Dialog::Name { .. })), "what is typed is not lost");
    let asked = flat(named(&mut app, Named::Escape));
    assert!(matches!(app.dialog, Some(Dialog::Conflicts(_))) && asked[0] == Action::FocusField, "{asked:?}");
}

#[test]
fn the_menu_asks_what_would_be_undone() {
    let mut app = window(&["a"]);
    assert_eq!(app.update(Message::Menu(Menu::Main)), Action::ReadTurns);
    let turns = Turns { undo: Some(Turn { verb: Verb::Move, count: 12 }), redo: None };
    let _known = app.update(Message::TurnsRead(turns));
    assert_eq!(app.turns, Some(turns));
    let words = crate::notice::operation::turn(&app.words, Command::Undo, turns.undo.unwrap());
    assert_eq!(words.as_deref(), Some("Undo \u{2068}move of \u{2068}12\u{2069} items\u{2069}"));
}

#[test]
fn space_shows_a_file_and_arrows_go_on_to_the_next() {
    let mut app = window(&["a b", "c", "sub/"]);
    let letter = |letter: &str| Key::Character(letter.into());
    let _first = named(&mut app, Named::ArrowDown);
    let rows = app.tab().rows.len();
    let _file = named(&mut app, Named::ArrowDown);
    assert_eq!(press(&mut app, letter(" "), Modifiers::empty()), Action::Look("/f/a b".into()), "of {rows} rows");
    let seen = Seen::Text("words".into(), Arc::default());
    let _late = app.update(Message::Seen { path: "/f/other".into(), seen: seen.clone() });
    assert_eq!(app.dialog, Some(Dialog::Look { path: "/f/a b".into(), seen: Seen::Waiting, pace: Pace::Still }));
    let _seen = app.update(Message::Seen { path: "/f/a b".into(), seen: seen.clone() });
    assert_eq!(app.dialog, Some(Dialog::Look { path: "/f/a b".into(), seen, pace: Pace::Still }));
    assert!(flat(named(&mut app, Named::ArrowDown)).contains(&Action::Look("/f/c".into())));
    let _closed = press(&mut app, letter(" "), Modifiers::empty());
    assert_eq!(app.dialog, None);
    let _typed = press(&mut app, letter("a"), Modifiers::empty());
    assert_eq!(press(&mut app, letter(" "), Modifiers::empty()), Action::None, "a letter of the name");
    assert_eq!(selected(&app), ["a b"]);
}

#[test]
fn names_of_a_pattern_are_selected() {
    let mut app = window(&["a.jpg", "b.png", "C.JPG", "sub.jpg/"]);
    assert_eq!(chord(&mut app, "s", Modifiers::CTRL), Action::FocusField);
    let _edited = app.update(Message::DialogEdited("*.jpg".to_owned()));
    let _selected = app.update(Message::Answered(Answer::Yes));
    assert_eq!(selected(&app).len(), 3);
    assert!(!selected(&app).contains(&"b.png".to_owned()));
    let chosen = press(&mut app, Key::Named(Named::Enter), Modifiers::CTRL);
    assert!(matches!(chosen, Action::OpenWith(paths) if paths.len() == 3));
}

#[test]
fn pictures_in_sight_of_a_grid_are_asked_for_until_they_are_known() {
    let mut app = window(&["a.jpg", "b.txt"]);
    let _grid = app.update(Message::Command(Command::ShowGrid));
    let (reading, tab) = (app.tab().reading(), app.tab().id);
    let detail = |mime_type: &str| candela_files_core::system::Detail {
        facts: None,
        kind: Kind::File,
        mime_type: mime_type.to_owned(),
        count: None,
    };
    let details = vec![(0, detail("image/jpeg")), (1, detail("text/plain"))];
    let now = app.now.clone();
    let asked = app.update(Message::DetailsRead { reading, details, types: HashMap::new(), now });
    assert_eq!(asked, Action::ReadThumbnails { tab, entries: vec![0] });
    let _known = app.update(Message::ThumbnailRead { reading, entry: 0, picture: None });
    let scrolled = flat(app.update(Message::Scrolled { pane: 0, view: app.tab().view }));
    assert_eq!(scrolled, [], "one that cannot be shown is not asked for again");
}

#[test]
fn what_gets_lost_is_asked_about_and_the_trash_is_not() {
    let mut app = window(&["a"]);
    let _first = named(&mut app, Named::ArrowDown);
    let (_, trash) = operation(named(&mut app, Named::Delete));
    assert_eq!(trash, Operation::Trash(vec!["/f/a".into()]));
    assert_eq!(press(&mut app, Key::Named(Named::Delete), Modifiers::SHIFT), Action::FocusField);
    assert_eq!(named(&mut app, Named::Delete), Action::None, "the keys are the question's");
    let _left = named(&mut app, Named::Escape);
    assert_eq!(app.update(Message::Answered(Answer::Yes)), Action::None, "nobody asks any more");
    let _asked = press(&mut app, Key::Named(Named::Delete), Modifiers::SHIFT);
    let (_, delete) = operation(app.update(Message::Answered(Answer::Yes)));
    assert_eq!(delete, Operation::Delete(vec!["/f/a".into()]));
}

#[test]
fn a_name_is_asked_for_with_its_stem_selected_and_a_slash_is_none() {
    let mut app = window(&["photo.tar.gz"]);
    let _first = named(&mut app, Named::ArrowDown);
    assert_eq!(named(&mut app, Named::F2), Action::SelectInField("photo.tar".len()));
    let _edited = app.update(Message::DialogEdited("x/y".to_owned()));
    assert_eq!(app.update(Message::Answered(Answer::Yes)), Action::None);
    assert!(app.dialog.is_some(), "it stays until the name can be");
    let _edited = app.update(Message::DialogEdited("y".to_owned()));
    let (_, rename) = operation(app.update(Message::Answered(Answer::Yes)));
    assert_eq!(rename, Operation::Rename(vec![Item { from: "/f/photo.tar.gz".into(), to: "/f/y".into() }]));
}

#[test]
fn in_the_trash_files_are_restored_or_gone_forever() {
    let mut app = window(&["x"]);
    let _read = app.update(Message::Go("/trash/files".into()));
    answer(&mut app, &["old"]);
    let _first = named(&mut app, Named::ArrowDown);
    let files = vec![PathBuf::from("/trash/files/old")];
    let restored = app.update(Message::Command(Command::Restore));
    let Action::FromTrash { job, verb: Verb::Restore, files: found, .. } = restored else { panic!("{restored:?}") };
    assert_eq!(found, files);
    // Its name is taken meanwhile.
    let (trash, original) = (PathBuf::from("/trash"), PathBuf::from("/f/old"));
    let slot = Slot { trash, name: "old".into(), original: original.clone(), ..Slot::default() };
    let operation = Some(Operation::Restore { slots: vec![slot], conflict: Conflict::Fail });
    let mut outcome = Outcome::default();
    outcome.fail(&original, Reason::Exists);
    let _asked = app.update(Message::Ended { job, operation, outcome: Ok(Some(outcome)) });
    assert!(matches!(&app.dialog, Some(Dialog::Conflicts(question)) if question.open[0].to == original));
    let again = app.update(Message::Answered(Answer::Conflict(Conflict::KeepBoth)));
    let again = flat(again);
    assert!(
        matches!(&again[0], Action::FromTrash { files: found, conflict: Conflict::KeepBoth, .. } if *found == files),
        "{again:?}"
    );
    assert_eq!(named(&mut app, Named::Delete), Action::FocusField, "it is asked first");
    let gone = app.update(Message::Answered(Answer::Yes));
    assert!(matches!(gone, Action::FromTrash { verb: Verb::Delete, files: found, .. } if found == files));
}

#[test]
fn what_was_interrupted_is_offered_once_and_never_over_another_question() {
    let mut app = window(&["x"]);
    assert_eq!(app.update(Message::InterruptedFound(0)), Action::None);
    assert_eq!(app.update(Message::InterruptedFound(2)), Action::FocusField);
    let answered = app.update(Message::Answered(Answer::Recover(Recovery::RollBack)));
    assert!(matches!(answered, Action::Recover { how: Recovery::RollBack, .. }));
    assert_eq!(app.dialog, None);
}

#[test]
fn the_palette_runs_the_command_that_is_named() {
    let mut app = window(&["x"]);
    assert_eq!(chord(&mut app, "k", Modifiers::CTRL), Action::FocusField);
    let _edited = app.update(Message::DialogEdited("HIDDEN".to_owned()));
    let id = app.tab().id;
    assert_eq!(app.update(Message::Answered(Answer::Yes)), Action::Arrange(id));
    assert_eq!((app.dialog.is_none(), app.tab().arrangement.hidden), (true, candela_files_core::folder::Hidden::Shown));
    let _shown = chord(&mut app, "k", Modifiers::CTRL);
    let _down = named(&mut app, Named::ArrowDown);
    assert!(matches!(app.dialog, Some(Dialog::Palette(Palette { chosen: 1, .. }))));
    let _none = app.update(Message::DialogEdited("no such command".to_owned()));
    assert_eq!(app.update(Message::Answered(Answer::Yes)), Action::None);
    assert_eq!(Command::named(&app.words, "disk us"), [Command::DiskUsage], "by its name in files of settings");
    app.tab_mut().selection.clear();
    let _shown = app.command(Command::Palette);
    let _chosen = app.update(Message::Palette(palette::Message::Choose(Command::Trash)));
    assert_eq!(app.notice.map(|notice| notice.text), Some("Nothing is selected".to_owned()));
}

/// Carries out what keeps keys, as the thread would.
fn keep(app: &mut App, text: &mut String, action: Action) {
    match action {
        Action::All(actions) => actions.into_iter().for_each(|action| keep(app, text, action)),
        Action::KeepKeys(changes) => {
            *text = keys::change(text, &changes).unwrap();
            let _kept = app.update(Message::Palette(palette::Message::Kept(Ok(Keys::parse(text).0))));
        }
        _ => {}
    }
}

#[test]
fn a_command_gets_the_keys_that_are_pressed_for_it() {
    use palette::{Asked, Purpose};
    let mut app = window(&["x"]);
    let mut text = String::new();
    let asked = |app: &App| match &app.dialog {
        Some(Dialog::Palette(Palette { purpose: Purpose::Keys(asked), .. })) => asked.clone(),
        other => panic!("{other:?}"),
    };
    let _shown = app.command(Command::Keys);
    let _edited = app.update(Message::DialogEdited("undo".to_owned()));
    // Keys that are free are taken at once; others are asked about, and some are no command's.
    assert_eq!(app.update(Message::Answered(Answer::Yes)), Action::LeaveField);
    let _held = named(&mut app, Named::Control);
    assert_eq!(asked(&app), Asked::Keys);
    let _fixed = named(&mut app, Named::ArrowDown);
    assert_eq!(asked(&app), Asked::Fixed("Down".to_owned()));
    let pressed = chord(&mut app, "u", Modifiers::CTRL);
    keep(&mut app, &mut text, pressed);
    assert_eq!((asked(&app), app.keys.shown(Command::Undo)), (Asked::Nothing, "Ctrl U"));
    let _asked = app.update(Message::Palette(palette::Message::Ask));
    let _taken = chord(&mut app, "t", Modifiers::CTRL);
    assert_eq!(asked(&app), Asked::Taken("Ctrl T".to_owned(), Command::NewTab));
    let _left = named(&mut app, Named::Escape);
    assert_eq!((asked(&app), app.keys.shown(Command::Undo)), (Asked::Nothing, "Ctrl U"));
    let _asked = app.update(Message::Palette(palette::Message::Ask));
    let _taken = chord(&mut app, "t", Modifiers::CTRL);
    let taken = named(&mut app, Named::Enter);
    keep(&mut app, &mut text, taken);
    assert_eq!((app.keys.shown(Command::Undo), app.keys.shown(Command::NewTab)), ("Ctrl T", ""));
    let reset = app.update(Message::Palette(palette::Message::Reset));
    keep(&mut app, &mut text, reset);
    assert_eq!(app.keys.shown(Command::Undo), "Ctrl Z");
    let removed = app.update(Message::Palette(palette::Message::Remove));
    keep(&mut app, &mut text, removed);
    assert_eq!((app.keys.shown(Command::Undo), text.as_str()), ("", "[keys]\nnew-tab = \"\"\nundo = \"\"\n"));
    let _left = named(&mut app, Named::Escape);
    assert_eq!(app.dialog, None);
}
