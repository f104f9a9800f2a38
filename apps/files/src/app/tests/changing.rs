//! Many names at once, archives, permissions, arguments, and a folder that changes under one's eyes.

use super::*;
use crate::app::access::{self, Part as Right};
use crate::app::bulk::{self, Part, Way};
use crate::app::properties::{Message as Property, Page};
use crate::app::{archive, running};

use candela_files_core::operation::bulk::{Counter, Rule, preview};
use candela_files_core::operation::{Depth, Format, permissions};
use candela_files_core::system::access::Access;
use candela_ui::widget::toggle::Checked;

use std::path::Path;

fn select(app: &mut App, names: &[&str]) {
    app.tab_mut().selection.clear();
    for name in names {
        let is_it = |entry: &u32| app.tab().folder.entry(*entry).name == *name;
        let row = app.tab().rows.iter().position(is_it).expect("the name is there");
        let rows = app.rows_of();
        app.tab_mut().selection.toggle(row, &rows);
    }
}

/// Answers what the dialog of new names asks, as the disk would where nothing else is in the way.
fn preview_of(app: &mut App, action: Action) -> Action {
    let asked = flat(action).into_iter().find_map(|action| match action {
        Action::PreviewNames { rule, paths } => Some((rule, paths)),
        _ => None,
    });
    let (rule, paths) = asked.expect("names are looked at");
    let outcome = preview(&rule, &paths);
    app.update(Message::Bulk(bulk::Message::Previewed { rule, outcome }))
}

fn bulk_of(app: &App) -> &bulk::Bulk {
    match &app.dialog {
        Some(Dialog::Bulk(bulk)) => bulk,
        other => panic!("{other:?}"),
    }
}

#[test]
fn several_files_are_renamed_at_once_as_the_preview_says() {
    let mut app = window(&["b.txt", "a.txt", "c.txt"]);
    select(&mut app, &["b.txt", "a.txt"]);
    let asked = app.update(Message::Command(Command::Rename));
    let _seen = preview_of(&mut app, asked);
    assert!(!bulk_of(&app).is_ready(), "nothing changes yet");
    let edited = app.update(Message::Bulk(bulk::Message::Edited(Part::Pattern, "{n} {name}{ext}".to_owned())));
    // Enter may come before the names were looked at: they are given as soon as they were.
    assert_eq!(app.update(Message::Bulk(bulk::Message::Rename)), Action::None);
    let renamed = preview_of(&mut app, edited);
    let item = |from: &str, to: &str| Item { from: Path::new("/f").join(from), to: Path::new("/f").join(to) };
    let expected = vec![item("a.txt", "1 a.txt"), item("b.txt", "2 b.txt")];
    let is_renamed = matches!(&flat(renamed)[..], [Action::Operate { operation: Operation::Rename(items), .. }] if *items == expected);
    assert!(is_renamed && app.dialog.is_none(), "in the order of the rows");
}

#[test]
fn names_that_cannot_be_are_never_given_and_late_previews_are_dropped() {
    let mut app = window(&["a1", "a2"]);
    select(&mut app, &["a1", "a2"]);
    let asked = app.update(Message::Command(Command::Rename));
    let _seen = preview_of(&mut app, asked);
    let late = app.update(Message::Bulk(bulk::Message::Choose(Way::Regex)));
    let _find = app.update(Message::Bulk(bulk::Message::Edited(Part::Find, "[0-9]".to_owned())));
    let _late = preview_of(&mut app, late);
    assert_eq!(bulk_of(&app).count, (0, 0), "those of another rule say nothing");
    let edited = app.update(Message::Bulk(bulk::Message::Edited(Part::With, String::new())));
    let _seen = preview_of(&mut app, edited);
    assert_eq!(bulk_of(&app).count, (2, 2), "both become a");
    assert_eq!(app.update(Message::Bulk(bulk::Message::Rename)), Action::None);
    let broken = app.update(Message::Bulk(bulk::Message::Edited(Part::Find, "(".to_owned())));
    let _seen = preview_of(&mut app, broken);
    assert!(bulk_of(&app).names.is_err() && !bulk_of(&app).is_ready());
    let numbered = app.update(Message::Bulk(bulk::Message::Choose(Way::Pattern)));
    let _seen = preview_of(&mut app, numbered);
    let wrong = app.update(Message::Bulk(bulk::Message::Edited(Part::First, "x".to_owned())));
    let counter = Counter::default();
    let rule = Rule::Pattern { text: "{name}{ext}".to_owned(), counter };
    assert!(
        flat(wrong).iter().any(|action| matches!(action, Action::PreviewNames { rule: asked, .. } if *asked == rule))
    );
    assert!(bulk_of(&app).is_wrong(Part::First));
}

#[test]
fn an_archive_gets_a_free_name_and_others_come_out_beside_themselves_or_elsewhere() {
    let mut app = window(&["sub/", "a.zip", "b.tar.gz", "c.txt", "c.zip"]);
    select(&mut app, &["c.txt"]);
    let _asked = app.update(Message::Command(Command::Compress));
    assert!(matches!(&app.dialog, Some(Dialog::Pack(packing)) if packing.is_taken && packing.name == "c"));
    let _nothing = app.update(Message::Archive(archive::Message::Done));
    assert!(app.dialog.is_some(), "the name is taken");
    let _other = app.update(Message::Archive(archive::Message::Choose(Format::TarZst)));
    let packed = flat(app.update(Message::Archive(archive::Message::Done)));
    let (sources, to) = (vec!["/f/c.txt".into()], "/f/c.tar.zst".into());
    let expected = Operation::Compress { sources, to, format: Format::TarZst };
    assert!(matches!(&packed[..], [Action::Operate { operation, .. }] if *operation == expected), "{packed:?}");

    select(&mut app, &["a.zip", "b.tar.gz"]);
    let extracted =
        |archive: &str, to: &str, format| Operation::Extract { archive: archive.into(), to: to.into(), format };
    let here = flat(app.update(Message::Command(Command::Extract)));
    let operations: Vec<&Operation> = here
        .iter()
        .filter_map(|action| match action {
            Action::Operate { operation, .. } => Some(operation),
            _ => None,
        })
        .collect();
    let expected = [extracted("/f/a.zip", "/f/a", Format::Zip), extracted("/f/b.tar.gz", "/f/b", Format::TarGz)];
    assert_eq!(operations, expected.iter().collect::<Vec<_>>());

    select(&mut app, &["a.zip"]);
    let _asked = app.update(Message::Command(Command::ExtractTo));
    let _typed = app.update(Message::Archive(archive::Message::Edited("~/out".to_owned())));
    let there = flat(app.update(Message::Archive(archive::Message::Done)));
    let expected = extracted("/f/a.zip", "/home/ada/out/a", Format::Zip);
    assert!(matches!(&there[..], [Action::Operate { operation, .. }] if *operation == expected), "{there:?}");
    select(&mut app, &["a.zip", "c.txt"]);
    let _nothing = app.update(Message::Command(Command::ExtractTo));
    assert!(app.dialog.is_none(), "not all of them are archives");
}

#[test]
fn a_program_runs_with_the_words_that_were_typed() {
    let mut app = window(&["run me"]);
    select(&mut app, &["run me"]);
    let _asked = app.update(Message::Command(Command::RunWith));
    for (line, is_good) in [("-v 'a", false), ("-v 'a b'", true)] {
        let _typed = app.update(Message::Run(running::Message::Edited(line.to_owned())));
        assert!(matches!(&app.dialog, Some(Dialog::Run(running)) if running.command().is_some() == is_good), "{line}");
    }
    let command = ["/f/run me", "-v", "a b"].map(std::ffi::OsString::from).to_vec();
    let run = app.update(Message::Run(running::Message::Done));
    assert_eq!(run, Action::RunCustom { name: "/f/run me".to_owned(), folder: "/f".into(), command });
}

/// The page of permissions for what is selected, of which this is known.
fn with_access(app: &mut App, known: Access) {
    let shown = flat(app.update(Message::Command(Command::Permissions)));
    let asked = shown.iter().find_map(|action| match action {
        Action::ReadAccess { number, .. } => Some(*number),
        _ => None,
    });
    let number = asked.expect("it is read who may do what");
    let read = access::Message::Read { number, access: known };
    let _read = app.update(Message::Properties(Property::Access(read)));
}

fn access_of(app: &App) -> &access::Access {
    match &app.dialog {
        Some(Dialog::Properties(shown)) if shown.page == Page::Access => &shown.access,
        other => panic!("{other:?}"),
    }
}

fn say(app: &mut App, message: access::Message) -> Vec<Action> {
    flat(app.update(Message::Properties(Property::Access(message))))
}

#[test]
fn marks_and_digits_of_permissions_say_the_same() {
    let mut app = window(&["a"]);
    select(&mut app, &["a"]);
    with_access(&mut app, Access { all: 0o644, any: 0o644, ..Access::default() });
    assert_eq!((access_of(&app).mode.as_str(), access_of(&app).is_ready()), ("0644", false));
    let _given = say(&mut app, access::Message::Switch(0o100));
    assert_eq!((access_of(&app).mode.as_str(), access_of(&app).checked(0o100)), ("0744", Checked::On));
    let _typed = say(&mut app, access::Message::Edited(Right::Mode, "go-r".to_owned()));
    assert_eq!((access_of(&app).checked(0o004), access_of(&app).checked(0o400)), (Checked::Off, Checked::On));
    let _typed = say(&mut app, access::Message::Edited(Right::Mode, "go-".to_owned()));
    assert!(!access_of(&app).is_ready(), "it changes nothing");
    let _typed = say(&mut app, access::Message::Edited(Right::Mode, "0999".to_owned()));
    assert!(access_of(&app).is_wrong(Right::Mode));
    let _typed = say(&mut app, access::Message::Edited(Right::Mode, "0600".to_owned()));
    let change = permissions::parse("0600").expect("octal");
    let expected = Operation::Permissions { paths: vec!["/f/a".into()], change, depth: Depth::Itself };
    let applied = say(&mut app, access::Message::Apply);
    assert!(matches!(&applied[..], [Action::InTurn(all)] if all.len() == 1 && all[0].1 == expected), "{applied:?}");
}

#[test]
fn permissions_are_of_the_file_they_were_asked_for_whatever_changes_beside_it() {
    let chosen = |app: &App| match &app.dialog {
        Some(Dialog::Properties(shown)) => Some(app.tab().folder.entry(shown.entries[0]).name.clone()),
        Some(_) | None => None,
    };
    let mut app = window(&["a", "b", "c"]);
    select(&mut app, &["b"]);
    with_access(&mut app, Access { all: 0o644, any: 0o644, ..Access::default() });
    // It is read anew, and its entries have other numbers.
    answer(&mut app, &["c", "b", "d", "a"]);
    assert_eq!(chosen(&app), Some("b".into()));
    let reading = app.tab().reading();
    let _looked = app.update(Message::LookedAgain { reading, changes: vec![("c".into(), None)] });
    assert_eq!(chosen(&app), Some("b".into()));
    let _typed = say(&mut app, access::Message::Edited(Right::Mode, "0600".to_owned()));
    let applied = say(&mut app, access::Message::Apply);
    let is_of_b = |operation: &Operation| matches!(operation, Operation::Permissions { paths, .. } if *paths == [Path::new("/f/b")]);
    assert!(matches!(&applied[..], [Action::InTurn(all)] if all.len() == 1 && is_of_b(&all[0].1)), "{applied:?}");
}

#[test]
fn properties_of_what_is_gone_are_closed_and_change_nothing() {
    for is_read_anew in [false, true] {
        let mut app = window(&["a", "b"]);
        select(&mut app, &["b"]);
        with_access(&mut app, Access { all: 0o644, any: 0o644, ..Access::default() });
        let reading = app.tab().reading();
        if is_read_anew {
            answer(&mut app, &["a"]);
        } else {
            let _looked = app.update(Message::LookedAgain { reading, changes: vec![("b".into(), None)] });
        }
        assert_eq!(app.dialog, None, "{is_read_anew}");
        assert_eq!(say(&mut app, access::Message::Apply), []);
    }
}

#[test]
fn files_that_differ_keep_their_differences_and_no_file_below_becomes_a_program() {
    let mut app = window(&["a/", "b/"]);
    select(&mut app, &["a", "b"]);
    with_access(&mut app, Access { all: 0o700, any: 0o750, has_folders: true, ..Access::default() });
    assert_eq!((access_of(&app).mode.as_str(), access_of(&app).checked(0o040)), ("", Checked::Mixed));
    let _given = say(&mut app, access::Message::Switch(0o004));
    assert_eq!(access_of(&app).mode, "o+r");
    let mut app = window(&["a/"]);
    select(&mut app, &["a"]);
    with_access(&mut app, Access { all: 0o700, any: 0o700, has_folders: true, ..Access::default() });
    let _below = say(&mut app, access::Message::SwitchDepth);
    let _given = say(&mut app, access::Message::Switch(0o050));
    let change = access_of(&app).change().expect("something changes");
    let of = |mode: u32| (change.files.of(mode), change.folders.of(mode));
    assert_eq!(of(0o600), (0o640, 0o650), "only what was changed, and execution for folders alone");
}

#[test]
fn the_owner_changes_before_the_permissions_do() {
    use candela_files_core::system::access::{Accounts, Table};
    let mut app = window(&["a"]);
    select(&mut app, &["a"]);
    let accounts = Accounts { users: Table::parse("ada:x:1:"), groups: Table::parse("ada:x:1:\nwheel:x:2:") };
    let (user, group) = (Some(1), Some(1));
    with_access(&mut app, Access { all: 0o644, any: 0o644, user, group, accounts, ..Access::default() });
    assert_eq!((access_of(&app).user.as_str(), access_of(&app).group.as_str()), ("ada", "ada"));
    let _typed = say(&mut app, access::Message::Edited(Right::Group, "nobody there".to_owned()));
    assert!(access_of(&app).is_wrong(Right::Group) && !access_of(&app).is_ready());
    let _typed = say(&mut app, access::Message::Edited(Right::Group, "wheel".to_owned()));
    let _given = say(&mut app, access::Message::Switch(0o020));
    let applied = say(&mut app, access::Message::Apply);
    let [Action::InTurn(all)] = &applied[..] else { panic!("{applied:?}") };
    let given = Operation::Owner { paths: vec!["/f/a".into()], user: None, group: Some(2), depth: Depth::Itself };
    assert!(all[0].1 == given && matches!(all[1].1, Operation::Permissions { .. }), "{all:?}");
}

#[test]
fn a_folder_follows_what_changes_in_it_and_the_selection_stays() {
    let mut app = window(&["a", "c", "d"]);
    select(&mut app, &["c"]);
    let names: Vec<std::ffi::OsString> = ["b", "a"].map(Into::into).into();
    let (path, id) = (PathBuf::from("/f"), app.tab().id);
    let changed = app.update(Message::FolderChanged { path: path.clone(), names: Some(names.clone()) });
    assert_eq!(flat(changed), [Action::LookAgain { tab: id, names }]);
    let entry = Entry { name: "b".into(), kind: Kind::File, facts: None };
    let reading = app.tab().reading();
    let changes = vec![("b".into(), Some(entry)), ("a".into(), None)];
    let _looked = app.update(Message::LookedAgain { reading, changes: changes.clone() });
    let shown: Vec<_> = app.tab().rows.iter().map(|at| app.tab().folder.entry(*at).name.clone()).collect();
    assert_eq!((shown, selected(&app)), (["b", "c", "d"].map(Into::into).to_vec(), vec!["c".to_owned()]));
    assert_eq!(app.tab().selection.cursor(), Some(1));
    let unknown = flat(app.update(Message::FolderChanged { path, names: None }));
    assert!(matches!(&unknown[..], [Action::Read { .. }]), "what changed is not known: {unknown:?}");
    let _late = app.update(Message::LookedAgain { reading, changes });
    assert_eq!(app.tab().rows.len(), 3, "what belongs to another reading is dropped");
}

#[test]
fn groups_begin_lines_of_their_own_in_every_view() {
    use candela_files_core::group::Group;
    use candela_files_core::presentation::Layout;
    let mut app = window(&["a", "b", "c", "d"]);
    let groups: Arc<[(usize, Group)]> = Arc::from([(0, Group::Letter("A".into())), (3, Group::Letter("D".into()))]);
    for layout in [Layout::Grid, Layout::Compact, Layout::Details] {
        app.tab_mut().groups = Arc::clone(&groups);
        let _shown = app.show_as(layout);
        let tab = app.tab();
        let columns = tab.lines.columns();
        assert_eq!(tab.lines.of(3), 3_usize.div_ceil(columns), "{layout:?}");
        assert_eq!(tab.heights.count(), tab.lines.count(), "{layout:?}");
        assert!(tab.group_at(3).is_some() && tab.group_at(1).is_none());
    }
    let _grid = app.show_as(Layout::Grid);
    select(&mut app, &["b"]);
    let _down = named(&mut app, Named::ArrowDown);
    assert_eq!(selected(&app), ["d"], "the nearest in the next line");
}

#[test]
fn the_tree_shows_what_its_open_folders_hold() {
    use crate::app::tree;
    let mut app = window(&["x"]);
    let home = Path::new("/home/ada");
    let opened = app.update(Message::Tree(tree::Message::Switch(home.to_owned())));
    assert_eq!(opened, Action::ReadTree(home.to_owned()));
    let folders: Arc<[PathBuf]> = ["/home/ada/a", "/home/ada/b"].map(PathBuf::from).into();
    let _read = app.update(Message::Tree(tree::Message::Read { folder: home.to_owned(), folders }));
    let shown = |app: &App| -> Vec<(String, usize)> {
        let branches = app.tree.branches([home, Path::new("/")]);
        branches.into_iter().map(|branch| (branch.path.display().to_string(), branch.depth)).collect()
    };
    let row = |path: &str, depth| (path.to_owned(), depth);
    assert_eq!(shown(&app), [row("/home/ada", 0), row("/home/ada/a", 1), row("/home/ada/b", 1), row("/", 0)]);
    let changed = flat(app.update(Message::FolderChanged { path: home.to_owned(), names: None }));
    assert_eq!(changed, [Action::ReadTree(home.to_owned())], "it follows what changes there");
    let _closed = app.update(Message::Tree(tree::Message::Switch(home.to_owned())));
    assert_eq!(shown(&app), [row("/home/ada", 0), row("/", 0)]);
}

#[test]
fn a_search_is_kept_gone_to_and_forgotten() {
    let mut app = window(&["x"]);
    assert_eq!(app.update(Message::Command(Command::KeepSearch)), Action::None, "nothing is searched for");
    let _field = app.update(Message::Command(Command::Search));
    let _typed = app.update(Message::FieldEdited("needle".to_owned()));
    let kept = flat(app.update(Message::Command(Command::KeepSearch)));
    assert!(matches!(&kept[..], [Action::KeepSearches(searches)] if searches.stops().count() == 1), "{kept:?}");
    let stop = app.searches.stops().next().expect("it is kept");
    let _elsewhere = app.update(Message::Go("/g".into()));
    let gone = flat(app.update(Message::GoTo(stop)));
    let is_searched = |action: &Action| matches!(action, Action::Read { path, search: Some(search), .. } if path == Path::new("/f") && search.text == "needle");
    assert!(gone.iter().any(is_searched), "{gone:?}");
    let _forgotten = app.update(Message::Command(Command::ForgetSearch));
    assert_eq!(app.searches.stops().count(), 0);
}
