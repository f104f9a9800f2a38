//! What each message leads to, over applications written as desktop files.

mod pseudo;

use super::*;

use candela_launcher_core::Kind;
use candela_launcher_core::provider::Sort;
use candela_shared::Directories;
use candela_shared::i18n::Medium;
use candela_shared::registry::{Context, Index, launch};

/// A window that lists these applications, by their names.
fn listing(names: &[&str]) -> App {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("applications");
    std::fs::create_dir(&folder).unwrap();
    for name in names {
        let text = format!(
            "[Desktop Entry]\nType=Application\nExec=true\nName={name}\nActions=new;\n[Desktop Action new]\nName=New\nExec=true\n"
        );
        std::fs::write(folder.join(format!("{name}.desktop")), text).unwrap();
    }
    let directories = Directories { data_dirs: vec![root.path().into()], ..Directories::default() };
    let index = Index::scan(&Context { directories, ..Context::default() });
    let words = Words::new("launcher", &[], &Directories::default(), Medium::Window);
    let (mut app, _reads) = App::new(words, Settings::default(), Vec::new());
    app.presence = Presence::Shown(window::Id::unique());
    let _listed = app.update(Message::CatalogueRead(Arc::new(Catalogue::new(Arc::new(index), "en"))));
    app
}

/// Answers the query as the search does.
fn answered(app: &mut App, query: &str) -> Action {
    let catalogue = Arc::clone(app.catalogue().unwrap());
    let hits = catalogue.search(query, HITS);
    app.update(Message::Searched { query: query.to_owned(), catalogue, hits })
}

fn flat(action: Action) -> Vec<Action> {
    match action {
        Action::None => Vec::new(),
        Action::All(actions) => actions.into_iter().flat_map(flat).collect(),
        one => vec![one],
    }
}

fn launches(action: Action) -> Vec<(usize, Kind)> {
    let launch = |action| match action {
        Action::Launch { entry, kind } => Some((entry, kind)),
        _ => None,
    };
    flat(action).into_iter().filter_map(launch).collect()
}

#[test]
fn enter_waits_for_the_answer_to_what_was_typed() {
    let mut app = listing(&["Alpha", "Beta", "Gamma"]);
    assert_eq!(flat(app.update(Message::QueryChanged("gam".to_owned()))), [Action::Search("gam".to_owned())]);
    assert_eq!(app.update(Message::Open), Action::None, "what is listed is not what is meant");
    assert_eq!(launches(answered(&mut app, "gam")), [(2, Kind::Application)]);
    assert_eq!(launches(answered(&mut app, "gam")), [], "once");
}

#[test]
fn steps_taken_before_the_answer_are_taken_in_it() {
    let mut app = listing(&["Alpha one", "Alpha two", "Alpha three"]);
    let _search = app.update(Message::QueryChanged("alpha".to_owned()));
    for message in [Message::Move(Step::Down), Message::Move(Step::Down), Message::Open] {
        assert_eq!(app.update(message), Action::None);
    }
    let launched = launches(answered(&mut app, "alpha"));
    assert_eq!(launched, [app.item(2).unwrap()]);
}

#[test]
fn a_late_answer_does_not_replace_the_one_to_a_newer_query() {
    let mut app = listing(&["Alpha", "Beta"]);
    let _search = app.update(Message::QueryChanged("alp".to_owned()));
    let _search = app.update(Message::QueryChanged("bet".to_owned()));
    let _shown = answered(&mut app, "bet");
    assert_eq!(answered(&mut app, "alp"), Action::None);
    assert_eq!(app.item(0), Some((1, Kind::Application)));
}

#[test]
fn enter_is_not_lost_while_what_is_installed_changes() {
    let mut app = listing(&["Alpha", "Beta"]);
    let _search = app.update(Message::QueryChanged("bet".to_owned()));
    let before = Arc::clone(app.catalogue().unwrap());
    let _shown = answered(&mut app, "bet");
    let installed = Arc::clone(listing(&["Alpha", "Alto", "Beta"]).catalogue().unwrap());
    assert_eq!(flat(app.update(Message::CatalogueRead(installed)))[..1], [Action::Search("bet".to_owned())]);
    assert_eq!(app.update(Message::Open), Action::None);
    let hits = before.search("bet", HITS);
    let late = Message::Searched { query: "bet".to_owned(), catalogue: before, hits };
    assert_eq!(app.update(late), Action::None, "its positions are those of another index");
    assert_eq!(launches(answered(&mut app, "bet")), [(2, Kind::Application)]);
}

#[test]
fn escape_leaves_the_innermost_thing() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("alp".to_owned()));
    let _shown = answered(&mut app, "alp");
    let _panel = app.update(Message::SwitchActions);
    let failure = Failure::Start(launch::Error::Nothing);
    let _told = app.update(Message::Started { name: "Alpha".to_owned(), outcome: Err(failure) });
    assert!(app.notice.is_some() && app.panel.is_some());
    let _left = app.update(Message::Leave);
    assert!(app.notice.is_none() && app.panel.is_some());
    let _left = app.update(Message::Leave);
    assert!(app.panel.is_none() && app.query == "alp");
    let _left = app.update(Message::Leave);
    assert!(app.query.is_empty());
    assert_eq!(app.update(Message::Leave), Action::Quit);
}

#[test]
fn the_actions_of_an_application_are_started_from_their_panel() {
    let mut app = listing(&["Alpha"]);
    let _panel = app.update(Message::SwitchActions);
    assert_eq!(launches(app.update(Message::Open)), [(0, Kind::Application)]);
    let _moved = app.update(Message::Move(Step::Down));
    assert_eq!(launches(app.update(Message::Open)), [(0, Kind::Action(0))]);
    let _moved = (0..20).map(|_| app.update(Message::Move(Step::Down))).collect::<Vec<_>>();
    assert_eq!(app.panel.as_ref().map(|panel| panel.selected), Some(4), "the last line holds");
}

#[test]
fn an_application_is_started_in_a_terminal_shown_copied_and_forgotten_from_its_panel() {
    let mut app = listing(&["Alpha"]);
    assert!(!app.panel_lines(0).contains(&Line::Forget), "nothing is known yet");
    let mut history = History::default();
    history.record("", "Alpha.desktop", 1);
    let _read = app.update(Message::HistoryRead(Ok(history)));
    let lines = app.panel_lines(0);
    let mut line = |wanted: Line| {
        let _panel = app.update(Message::SwitchActions);
        let at = lines.iter().position(|line| *line == wanted).unwrap();
        let done = flat(app.update(Message::OpenItem(at)));
        let _left = app.panel.take();
        done
    };
    assert_eq!(line(Line::Terminal), [Action::LaunchInTerminal(0)]);
    assert!(matches!(&line(Line::Location)[..], [Action::ShowFile(path)] if path.ends_with("Alpha.desktop")));
    assert_eq!(line(Line::Forget), [Action::Forget("Alpha.desktop".to_owned())]);
    assert_eq!(line(Line::CopyCommand)[0], Action::Copy("true".to_owned()));
}

fn answer(name: &str) -> Finding {
    let (id, detail, deed) = ("2+2".to_owned(), "2+2".to_owned(), Deed::Copy(name.to_owned()));
    Finding { sort: Sort::Calculation, id, name: name.to_owned(), detail, score: 1, deed }
}

fn found(query: &str, findings: Vec<Finding>, left: usize) -> Message {
    Message::Found { query: query.to_owned(), findings, left }
}

#[test]
fn enter_waits_for_the_answer_to_a_sum() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("2+2".to_owned()));
    let _nothing = answered(&mut app, "2+2");
    assert!(!app.has_found_nothing(), "that is not known yet");
    assert_eq!(app.update(Message::Open), Action::None);
    let _nothing = app.update(found("2+2", Vec::new(), 1));
    let done = flat(app.update(found("2+2", vec![answer("4")], 0)));
    assert!(done.contains(&Action::Copy("4".to_owned())), "{done:?}");
    assert!(matches!(app.presence, Presence::Hidden(_)), "the clipboard lives as long as the window");
}

#[test]
fn nothing_is_found_only_when_everyone_has_answered() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("qq".to_owned()));
    let _nothing = (answered(&mut app, "qq"), app.update(found("qq", Vec::new(), 1)));
    assert!(!app.has_found_nothing());
    let _nothing = app.update(found("qq", Vec::new(), 0));
    assert!(app.has_found_nothing());
}

#[test]
fn what_is_found_late_moves_no_selection_and_a_late_answer_to_another_query_is_dropped() {
    let mut app = listing(&["Alpha one", "Alpha two"]);
    let _search = app.update(Message::QueryChanged("alpha".to_owned()));
    let _early = app.update(found("alpha", Vec::new(), 2));
    let _listed = (answered(&mut app, "alpha"), app.update(Message::Move(Step::Down)));
    let selected = app.item(app.selected);
    let _answer = app.update(found("alpha", vec![answer("4")], 0));
    assert_eq!((app.selected, app.item(app.selected)), (2, selected));
    let _late = app.update(found("alp", vec![answer("5")], 0));
    assert_eq!(app.items.len(), 3);
}

#[test]
fn a_history_that_cannot_be_kept_is_told() {
    let mut app = listing(&["Alpha"]);
    let path = PathBuf::from("/full/history");
    let error = history::Error::Write { path, kind: std::io::ErrorKind::StorageFull };
    let _told = app.update(Message::HistoryRead(Err(error)));
    assert!(app.notice.as_ref().is_some_and(|notice| notice.detail(&app.words).contains("/full/history")));
}

/// What the window shows, as something to look into.
fn simulator(app: &App) -> iced_test::Simulator<'_, Message, candela_ui::Theme> {
    iced_test::Simulator::with_size(iced::Settings::default(), app.size, crate::ui::view(app))
}

#[test]
fn the_window_shows_every_application_the_hits_and_what_is_not_found() {
    let mut app = listing(&["Alpha", "Beta"]);
    for shown in ["Alpha", "Beta", "All apps", "Close"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
    let _search = app.update(Message::QueryChanged("alp".to_owned()));
    let _shown = answered(&mut app, "alp");
    assert!(simulator(&app).find("Best match").is_ok());
    assert!(simulator(&app).find("Beta").is_err());
    let _search = app.update(Message::QueryChanged("qq".to_owned()));
    let _nothing = (answered(&mut app, "qq"), app.update(found("qq", Vec::new(), 0)));
    assert!(simulator(&app).find("Nothing found").is_ok());
}

#[test]
fn a_click_on_a_tile_starts_it_and_one_on_the_way_out_empties_the_query() {
    let mut app = listing(&["Alpha", "Beta"]);
    let mut window = simulator(&app);
    let _clicked = window.click("Beta").unwrap();
    let messages: Vec<Message> = window.into_messages().collect();
    assert!(matches!(messages[..], [Message::OpenItem(1)]), "{messages:?}");
    let _search = app.update(Message::QueryChanged("qq".to_owned()));
    let _nothing = (answered(&mut app, "qq"), app.update(found("qq", Vec::new(), 0)));
    let mut window = simulator(&app);
    let _clicked = window.click("Show all apps").unwrap();
    let messages: Vec<Message> = window.into_messages().collect();
    assert!(matches!(messages[..], [Message::Clear]), "{messages:?}");
}

#[test]
fn the_window_shows_a_failure_the_actions_and_an_empty_system() {
    let mut app = listing(&["Alpha"]);
    let _panel = app.update(Message::SwitchActions);
    for shown in ["New", "Open", "Run in terminal", "Copy command"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
    let failure = Failure::Start(launch::Error::MissingProgram("gone".into()));
    let _told = app.update(Message::Started { name: "Alpha".to_owned(), outcome: Err(failure) });
    let title = app.notice.as_ref().unwrap().title(&app.words);
    assert!(simulator(&app).find(title.as_str()).is_ok(), "{title}");
    let empty = listing(&[]);
    assert!(simulator(&empty).find("No apps are installed").is_ok());
}

#[test]
fn an_answer_is_shown_with_its_sum() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("2+2".to_owned()));
    let _answer = (answered(&mut app, "2+2"), app.update(found("2+2", vec![answer("4")], 0)));
    for shown in ["4", "2+2", "Copy"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
}

#[test]
fn the_window_goes_with_the_start_and_comes_back_with_a_failure() {
    let mut app = listing(&["Alpha"]);
    let Presence::Shown(id) = app.presence else { panic!("shown") };
    let name = || "Alpha".to_owned();
    assert!(flat(app.update(Message::Started { name: name(), outcome: Ok(()) })).contains(&Action::Hide(id)));
    let end = launch::End { code: Some(1), signal: None, words: b"no display".to_vec() };
    let told = app.update(Message::Settled { name: name(), outcome: Err(Failure::Ended(end)) });
    assert!(flat(told).contains(&Action::Show(id)));
    assert!(app.notice.as_ref().is_some_and(|notice| notice.detail(&app.words).contains("no display")));
}

#[test]
fn a_launcher_whose_programs_live_ends() {
    let mut app = listing(&["Alpha"]);
    let started = || Message::Started { name: "Alpha".to_owned(), outcome: Ok(()) };
    let settled = || Message::Settled { name: "Alpha".to_owned(), outcome: Ok(()) };
    let _hidden = (app.update(started()), app.update(started()));
    assert_eq!(app.update(settled()), Action::None, "one is still young");
    assert_eq!(app.update(settled()), Action::Quit);
}

#[test]
fn toggle_hides_and_shows_and_a_hidden_launcher_stays() {
    let mut app = listing(&["Alpha"]);
    let Presence::Shown(id) = app.presence else { panic!("shown") };
    let toggle = || Message::Requested(Request::Toggle);
    assert!(flat(app.update(toggle())).contains(&Action::Hide(id)));
    assert!(flat(app.update(toggle())).contains(&Action::Show(id)));
    assert!(flat(app.update(Message::Requested(Request::Show))).contains(&Action::Show(id)));
}

#[test]
fn the_desktop_decides_the_look_where_the_user_does_not() {
    let mut app = listing(&["Alpha"]);
    let dark = Desktop { mode: Some(candela_ui::Mode::Dark), ..Desktop::default() };
    let _drawn = app.update(Message::DesktopAsked(dark));
    assert!(app.look.palette.is_dark);
    app.settings = Settings { mode: Some(candela_ui::Mode::Light), ..Settings::default() };
    let _drawn = app.update(Message::DesktopAsked(dark));
    assert!(!app.look.palette.is_dark);
}

#[test]
fn icons_are_asked_for_once() {
    let mut app = listing(&["Alpha", "Beta"]);
    assert!(app.icons.wanted(vec![0, 1], icon::TILE_LARGE as u32).is_empty(), "asked when they were listed");
    assert_eq!(app.icons.wanted(vec![0, 1], icon::TILE as u32), [0, 1], "another size is another picture");
}
