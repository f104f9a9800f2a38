//! What each message leads to, over applications written as desktop files.

mod pseudo;

use super::*;

use candela_launcher_core::Kind;
use candela_launcher_core::list::{Item, Section, Shape};
use candela_launcher_core::settings::{Source, Wrong};
use candela_shared::Directories;
use candela_shared::i18n::Medium;
use candela_shared::registry::{Context, Index, launch, overlay};
use candela_ui::tokens::icon;

use std::time::Duration;

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
    let context = Context { directories, ..Context::default() };
    let index = Index::scan(&context);
    let words = Words::new("launcher", &[], &Directories::default(), Medium::Window);
    let beginning = Beginning { session: crate::session::steps(&words), ..Beginning::default() };
    let (mut app, _reads) = App::new(words, Settings::default(), beginning);
    app.presence = Presence::Shown(window::Id::unique());
    let _seen = app.update(Message::Seen);
    let catalogue = Catalogue::new(Arc::new(index), "en").with_categories(&context, "");
    let _listed = app.update(Message::CatalogueRead(Arc::new(catalogue)));
    app
}

/// The first item of a section.
fn first_of(app: &App, section: Section) -> usize {
    use candela_launcher_core::list::Row;
    let at = app.lines.rows.iter().position(|row| *row == Row::Head(section)).unwrap();
    app.lines.rows[at + 1].items().start
}

/// The lines of the panel of an application.
fn panel_lines(app: &App, entry: usize) -> Vec<Line> {
    app.lines_of(&Subject::Application(entry))
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
        Action::Launch { entry, kind, .. } => Some((entry, kind)),
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
    let _told = app.update(Message::Started { name: "Alpha".to_owned(), again: None, outcome: Err(failure) });
    assert!(app.notice.is_some() && app.page.is_some());
    let _left = app.update(Message::Leave);
    assert!(app.notice.is_none() && app.page.is_some());
    let _left = app.update(Message::Leave);
    assert!(app.page.is_none() && app.query == "alp");
    let _left = app.update(Message::Leave);
    assert!(app.query.is_empty());
    assert_eq!(app.update(Message::Leave), Action::Quit);
}

#[test]
fn the_actions_of_an_application_are_started_from_their_panel() {
    let mut app = listing(&["Alpha"]);
    app.selected = first_of(&app, Section::All);
    let _panel = app.update(Message::SwitchActions);
    assert_eq!(launches(app.update(Message::Open)), [(0, Kind::Application)]);
    let _moved = app.update(Message::Move(Step::Down));
    assert_eq!(launches(app.update(Message::Open)), [(0, Kind::Action(0))]);
    let _moved = (0..20).map(|_| app.update(Message::Move(Step::Down))).collect::<Vec<_>>();
    let last = panel_lines(&app, 0).len() - 1;
    assert!(matches!(&app.page, Some(Page::Actions(panel)) if panel.selected == last), "the last line holds");
}

/// Opens the panel of the first application and does what a line says.
fn line(app: &mut App, wanted: Line) -> Vec<Action> {
    app.page = Some(Page::Actions(Panel { subject: Subject::Application(0), selected: 0 }));
    let at = panel_lines(app, 0).iter().position(|line| *line == wanted).unwrap();
    flat(app.update(Message::OpenItem(at)))
}

#[test]
fn everything_that_can_be_done_with_an_application_is_done_from_its_panel() {
    let mut app = listing(&["Alpha"]);
    assert!(!panel_lines(&app, 0).contains(&Line::Forget), "nothing is known yet");
    assert!(!panel_lines(&app, 0).contains(&Line::OtherGpu), "there is one");
    app.beginning.has_other_gpu = true;
    let mut history = History::default();
    history.record("", "Alpha.desktop", 1);
    let _read = app.update(Message::HistoryRead(Ok(history)));
    let id = || "Alpha.desktop".to_owned();
    let launch = |way| [Action::Launch { entry: 0, kind: Kind::Application, way }];
    assert_eq!(line(&mut app, Line::Terminal), launch(Way::Terminal));
    assert_eq!(line(&mut app, Line::OtherGpu), launch(Way::OtherGpu));
    assert!(matches!(&line(&mut app, Line::Location)[..], [Action::ShowFile(path)] if path.ends_with("Alpha.desktop")));
    assert_eq!(line(&mut app, Line::Forget), [Action::Forget(id())]);
    assert_eq!(line(&mut app, Line::Pin), [Action::Choose(id(), Wish::Pin(true))]);
    assert_eq!(line(&mut app, Line::EditCopy), [Action::EditCopy(0)]);
    assert_eq!(line(&mut app, Line::Explain), [Action::Explain(0)]);
    assert_eq!(line(&mut app, Line::Hide), [Action::Choose(id(), Wish::Hide(true))]);
    assert_eq!(flat(app.update(Message::OpenOtherwise)), [Action::Choose(id(), Wish::Hide(false))], "and back");
    assert_eq!(line(&mut app, Line::Copy)[0], Action::Copy("true".to_owned()));
}

#[test]
fn names_of_the_users_own_are_edited_and_kept_with_enter() {
    let mut app = listing(&["Alpha"]);
    assert_eq!(line(&mut app, Line::Alias), [Action::FocusAlias]);
    let _typed = app.update(Message::AliasChanged(" first , ,second".to_owned()));
    let kept = flat(app.update(Message::Open));
    let names = vec!["first".to_owned(), "second".to_owned()];
    assert_eq!(kept[0], Action::Choose("Alpha.desktop".to_owned(), Wish::Alias(names)));
    assert!(app.page.is_none());
    let _again = line(&mut app, Line::Alias);
    let _left = app.update(Message::Leave);
    assert!(matches!(app.page, Some(Page::Actions(_))), "Escape keeps nothing, and leads back");
}

#[test]
fn a_wish_that_was_kept_is_read_back_and_one_that_was_not_is_told() {
    let mut app = listing(&["Alpha"]);
    assert_eq!(app.update(Message::Chosen(Ok(()))), Action::ReadCatalogue);
    let (path, reason) = (PathBuf::from("/x/applications.toml"), "line 3".to_owned());
    let wrong = entry::Error::Choice(overlay::Error::Syntax { path: path.clone(), reason });
    let _told = app.update(Message::Chosen(Err(wrong)));
    assert!(app.notice.as_ref().is_some_and(|notice| notice.detail(&app.words).contains("line 3")));
    let edit = flat(app.update(Message::OpenOtherwise));
    assert!(matches!(&edit[..], [Action::Do { deed: Deed::Open(file), .. }] if *file == path), "{edit:?}");
}

#[test]
fn an_explanation_is_shown_where_it_was_asked_for_only() {
    let mut app = listing(&["Alpha"]);
    let explanation = || {
        let (id, name) = ("Alpha.desktop".to_owned(), Some("Alpha".to_owned()));
        Some(Explanation { id, name, shown: true, hidden_by: None, copies: Vec::new() })
    };
    let _late = app.update(Message::Explained { entry: 0, explanation: explanation() });
    assert!(app.page.is_none());
    let _asked = line(&mut app, Line::Explain);
    let _shown = app.update(Message::Explained { entry: 0, explanation: explanation() });
    assert!(matches!(app.page, Some(Page::Explanation { .. })));
    assert!(simulator(&app).find("Alpha.desktop").is_ok());
}

fn answer(name: &str) -> Finding {
    let (id, detail, deed) = ("2+2".to_owned(), "2+2".to_owned(), Deed::Copy(name.to_owned()));
    Finding { sort: Sort::Calculation, id, name: name.to_owned(), detail, score: 1, deed }
}

fn told(query: &str, answer: Answer) -> Message {
    Message::Answered { query: query.to_owned(), answer }
}

fn found(query: &str, findings: Vec<Finding>) -> Message {
    told(query, Answer::Found { provider: 0, findings })
}

#[test]
fn enter_waits_for_the_answer_to_a_sum() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("2+2".to_owned()));
    let _nothing = answered(&mut app, "2+2");
    assert!(!app.has_found_nothing(), "that is not known yet");
    assert_eq!(app.update(Message::Open), Action::None);
    let _nothing = app.update(told("2+2", Answer::SoftDeadline));
    let done = flat(app.update(found("2+2", vec![answer("4")])));
    assert!(done.contains(&Action::Copy("4".to_owned())), "{done:?}");
    assert!(matches!(app.presence, Presence::Hidden(_)), "the clipboard lives as long as the window");
}

#[test]
fn enter_waits_for_what_may_match_better_but_no_longer_than_is_noticed() {
    let mut app = listing(&["Clock"]);
    let lock = || crate::session::steps(&app_words())[0].finding(9999);
    let ask = |app: &mut App| {
        let _search = app.update(Message::QueryChanged("lock".to_owned()));
        let _weak = answered(app, "lock");
        assert_eq!(app.update(Message::Open), Action::None, "Clock only holds it");
    };
    ask(&mut app);
    let done = flat(app.update(found("lock", vec![lock()])));
    assert!(done.iter().any(|action| matches!(action, Action::Do { name, .. } if name == "Lock")), "{done:?}");
    ask(&mut app);
    assert_eq!(launches(app.update(told("lock", Answer::SoftDeadline))), [(0, Kind::Application)]);
}

fn app_words() -> Words {
    Words::new("launcher", &[], &Directories::default(), Medium::Window)
}

#[test]
fn nothing_is_found_only_when_everyone_has_answered_and_then_the_web_is_offered() {
    let mut app = listing(&["Alpha"]);
    for end in [Answer::Done, Answer::Deadline] {
        let _search = app.update(Message::QueryChanged("qq".to_owned()));
        let _nothing = (answered(&mut app, "qq"), app.update(told("qq", Answer::SoftDeadline)));
        assert!(!app.has_found_nothing());
        let _nothing = app.update(told("qq", end));
        assert!(app.has_found_nothing());
    }
    let search = flat(app.update(Message::OpenOtherwise));
    assert!(matches!(&search[..], [Action::Do { deed: Deed::Visit(uri), .. }] if uri.ends_with("q=qq")), "{search:?}");
    app.settings = Settings::parse("[sources]\nweb = false").unwrap();
    assert_eq!(app.update(Message::OpenOtherwise), Action::None);
    assert!(!app.settings.has(Source::Web) && simulator(&app).find("Search the web").is_err());
}

#[test]
fn what_is_found_late_moves_no_selection_and_a_late_answer_to_another_query_is_dropped() {
    let mut app = listing(&["Alpha one", "Alpha two"]);
    let _search = app.update(Message::QueryChanged("alpha".to_owned()));
    let _listed = (answered(&mut app, "alpha"), app.update(Message::Move(Step::Down)));
    let selected = app.item(app.selected);
    let _answer = app.update(found("alpha", vec![answer("4")]));
    assert_eq!((app.selected, app.item(app.selected)), (2, selected));
    let _late = app.update(found("alp", vec![answer("5")]));
    assert_eq!(app.items.len(), 3);
}

#[test]
fn the_home_shows_what_is_used_and_leads_into_categories_and_back() {
    let mut app = listing(&["Alpha", "Beta"]);
    let mut history = History::default();
    history.record("", "Beta.desktop:new", 1);
    let _read = (app.update(Message::HistoryRead(Ok(history))), app.update(Message::Clear));
    assert_eq!(app.item(first_of(&app, Section::Now)), Some((1, Kind::Application)));
    let category = first_of(&app, Section::Categories);
    let _entered = app.update(Message::OpenItem(category));
    assert_eq!((app.place, app.items.len()), (Place::Category(0), 2));
    for shown in ["Other", "Alpha", "Beta", "Back"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
    let _back = app.update(Message::Leave);
    assert_eq!((app.place, app.items.item(app.selected)), (Place::Home, Some(&Item::Category(0))));
    let _entered = (app.update(Message::Open), app.update(Message::GoUp));
    assert_eq!(app.place, Place::Home);
    let file = Finding { sort: Sort::File, deed: Deed::Open("/d/notes.txt".into()), ..answer("notes.txt") };
    let _recent = (app.update(Message::Clear), app.update(Message::RecentRead(vec![file])));
    let opened = flat(app.update(Message::OpenItem(first_of(&app, Section::Recent))));
    assert!(matches!(&opened[..], [Action::Do { deed: Deed::Open(path), .. }] if path.ends_with("notes.txt")));
    for shown in ["Apps you use now", "Recent files", "notes.txt", "Shut down", "Settings"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
}

#[test]
fn what_the_session_can_do_is_at_hand_on_the_home() {
    let mut app = listing(&["Alpha"]);
    let settings = first_of(&app, Section::Session);
    let _page = app.update(Message::OpenItem(settings));
    assert_eq!(app.page, Some(Page::Settings(0)));
    let _left = app.update(Message::Leave);
    let done = flat(app.update(Message::OpenItem(settings + 5)));
    let Some(Action::Do { deed: Deed::Run(words), .. }) = done.first() else { panic!("{done:?}") };
    assert_eq!(words.last().unwrap(), "power-off");
    // What nobody is there to do is not offered, and is when somebody is.
    let others = app.items.len() - 5;
    for possible in [&["suspend", "power-off"][..], &["lock"], &["suspend"]] {
        app.selected = 0;
        let _listed = app.update(Message::StepsRead(possible.iter().map(|word| (*word).to_owned()).collect()));
        assert_eq!(app.items.len(), others + possible.len(), "{possible:?}");
        let done = flat(app.update(Message::OpenItem(settings + possible.len())));
        let Some(Action::Do { deed: Deed::Run(words), .. }) = done.first() else { panic!("{done:?}") };
        assert_eq!(words.last().unwrap(), possible.last().unwrap());
    }
}

#[test]
fn settings_are_turned_over_and_wrong_ones_are_told_and_change_nothing() {
    let mut app = listing(&["Alpha"]);
    let _page = app.update(Message::OpenSettings);
    for (at, setting) in Setting::all().into_iter().enumerate() {
        let done = flat(app.update(Message::OpenItem(at)));
        match setting {
            Setting::File => assert_eq!(done, [Action::EditSettings]),
            _ => assert!(matches!(done[..], [Action::ChangeSettings(_)]), "{setting:?}"),
        }
    }
    let rows = Settings::parse("home = \"list\"").unwrap();
    assert_eq!(rows.home, Shape::Rows);
    let _changed = app.update(Message::SettingsRead(Ok(rows.clone())));
    assert!(matches!(app.page, Some(Page::Settings(_))), "the page stays");
    let wrong = Wrong::Value { line: 7, key: "home".to_owned(), value: "\"x\"".to_owned() };
    let _told = app.update(Message::SettingsRead(Err(settings::Error::Wrong(wrong))));
    let told = app.notice.as_ref().map(|notice| notice.detail(&app.words)).unwrap_or_default();
    assert!(told.contains('7') && told.contains("home"), "{told}");
    assert_eq!(app.settings, rows, "the last good ones stay");
    assert_eq!(flat(app.update(Message::OpenOtherwise)), [Action::EditSettings]);
    let _left = app.update(Message::Leave);
    assert!(!app.items.is_tile(first_of(&app, Section::All)));
}

#[test]
fn a_command_is_completed_with_tab_and_tried_in_a_terminal() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("paint D".to_owned()));
    let words = || vec![OsString::from("paint"), "D".into()];
    let command = Finding { sort: Sort::Command, deed: Deed::Run(words()), ..answer("paint D") };
    let _listed = (answered(&mut app, "paint D"), app.update(found("paint D", vec![command])));
    let _done = app.update(told("paint D", Answer::Done));
    assert_eq!(flat(app.update(Message::Complete)), [Action::Complete("paint D".to_owned())]);
    assert_eq!(flat(app.update(Message::OpenOtherwise)), [Action::RunInTerminal(words())]);
    let late = Message::Completed { line: "pai".to_owned(), completed: "paint ".to_owned() };
    assert_eq!(app.update(late), Action::None, "of another line");
    let completed = "paint Documents/".to_owned();
    let line = "paint D".to_owned();
    let asked = flat(app.update(Message::Completed { line, completed: completed.clone() }));
    assert_eq!((asked, app.query.clone()), (vec![Action::Search(completed.clone())], completed));
}

#[test]
fn a_failure_offers_to_try_it_in_a_terminal() {
    let mut app = listing(&["Alpha"]);
    let failure = || Failure::Start(launch::Error::Nothing);
    let again = Some(Again::Application("Alpha.desktop".to_owned()));
    let _told = app.update(Message::Started { name: "Alpha".to_owned(), again, outcome: Err(failure()) });
    assert!(simulator(&app).find("Run in terminal").is_ok());
    let tried = flat(app.update(Message::OpenOtherwise));
    assert_eq!(tried, [Action::LaunchInTerminal("Alpha.desktop".to_owned())]);
    assert!(app.notice.is_none());
}

#[test]
fn the_window_hides_when_the_keyboard_goes_elsewhere_and_the_key_that_took_it_does_not_bring_it_back() {
    let mut app = listing(&["Alpha"]);
    app.beginning.is_resident = true;
    let Presence::Shown(id) = app.presence else { panic!("shown") };
    let now = Instant::now();
    assert_eq!(app.update(Message::Unfocused(now)), Action::None, "it never had the keyboard");
    let lose = |app: &mut App| {
        let _had = app.update(Message::Focused);
        flat(app.update(Message::Unfocused(now)))
    };
    assert!(lose(&mut app).contains(&Action::Hide(id)));
    let toggle = |after| Message::Requested(Request::Toggle, now + Duration::from_millis(after));
    assert_eq!(app.update(toggle(50)), Action::None);
    assert!(flat(app.update(toggle(60))).contains(&Action::Show(id)), "a second press means it");
    assert!(lose(&mut app).contains(&Action::Hide(id)));
    assert!(flat(app.update(toggle(5000))).contains(&Action::Show(id)));
    app.settings.hides_on_focus_loss = false;
    assert_eq!(lose(&mut app), []);
}

#[test]
fn a_window_that_nobody_sees_builds_nothing_until_it_is_shown_again() {
    let mut app = listing(&["Alpha"]);
    let id = window::Id::unique();
    app.is_unseen = true;
    assert_eq!(app.update(Message::WindowOpened(id)), Action::Fit(id));
    assert!(simulator(&app).find("Alpha").is_err(), "it has not come to the screen");
    assert!(flat(app.update(Message::Seen)).contains(&Action::FocusQuery));
    assert!(simulator(&app).find("Alpha").is_ok());
    app.beginning.is_resident = true;
    let left = flat(app.update(Message::Leave));
    assert!(matches!(left[..], [Action::Hide(_), ..]), "{left:?}");
    assert!(simulator(&app).find("Alpha").is_ok(), "it may still be seen");
    assert_eq!(app.update(Message::Hidden), Action::GiveBackMemory);
    assert!(simulator(&app).find("Alpha").is_err());
    let _shown = app.update(Message::Requested(Request::Show, Instant::now()));
    assert!(simulator(&app).find("Alpha").is_ok());
    assert_eq!(app.update(Message::Hidden), Action::None, "what was hidden before is seen now");
    assert!(simulator(&app).find("Alpha").is_ok());
}

#[test]
fn a_launcher_that_was_toggled_stays_after_a_start_and_after_escape() {
    let mut app = listing(&["Alpha"]);
    app.beginning.is_resident = true;
    let name = || "Alpha".to_owned();
    let _hidden = app.update(Message::Started { name: name(), again: None, outcome: Ok(()) });
    assert!(matches!(app.presence, Presence::Hidden(_)));
    assert_eq!(app.update(Message::Settled { name: name(), again: None, outcome: Ok(()) }), Action::None);
    let _shown = app.update(Message::Requested(Request::Show, Instant::now()));
    let left = flat(app.update(Message::Leave));
    assert!(!left.contains(&Action::Quit) && matches!(app.presence, Presence::Hidden(_)));
}

#[test]
fn that_nothing_can_be_remembered_is_seen_though_the_start_went_well() {
    let mut app = listing(&["Alpha"]);
    let path = PathBuf::from("/full/history");
    let error = history::Error::Write { path, kind: std::io::ErrorKind::StorageFull };
    let _told = app.update(Message::HistoryRead(Err(error)));
    let started = Message::Started { name: "Alpha".to_owned(), again: None, outcome: Ok(()) };
    assert_eq!(app.update(started), Action::None, "the window stays");
    let _dismissed = app.update(Message::Leave);
    let left = flat(app.update(Message::Leave));
    assert!(left.iter().any(|action| matches!(action, Action::Hide(_))), "{left:?}");
}

#[test]
fn what_is_selected_stays_selected_when_applications_are_installed() {
    let mut app = listing(&["Alpha", "Gamma"]);
    app.selected = first_of(&app, Section::All) + 1;
    let installed = Arc::clone(listing(&["Alpha", "Beta", "Gamma"]).catalogue().unwrap());
    let _panel = app.update(Message::SwitchActions);
    let _taken = app.update(Message::CatalogueRead(installed));
    assert_eq!(app.item(app.selected), Some((2, Kind::Application)));
    assert!(matches!(&app.page, Some(Page::Actions(panel)) if panel.subject == Subject::Application(2)));
    let removed = Arc::clone(listing(&["Alpha"]).catalogue().unwrap());
    let _taken = app.update(Message::CatalogueRead(removed));
    assert!(app.page.is_none(), "what it was about is gone");
}

#[test]
fn controls_and_marks_of_direction_in_names_are_shown_safely() {
    let name = "evil\u{202e}gnp.exe";
    let mut app = listing(&[name]);
    app.selected = first_of(&app, Section::All);
    for _page in 0..2 {
        assert!(simulator(&app).find(name).is_err());
        let _panel = app.update(Message::SwitchActions);
    }
    let long = "x".repeat(10_000);
    let _search = app.update(Message::QueryChanged(long.clone()));
    let _nothing = (answered(&mut app, &long), app.update(told(&long, Answer::Done)));
    assert!(app.has_found_nothing() && simulator(&app).find("Nothing found").is_ok());
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
    let _nothing = (answered(&mut app, "qq"), app.update(told("qq", Answer::Done)));
    assert!(simulator(&app).find("Nothing found").is_ok());
}

#[test]
fn a_click_on_a_tile_starts_it_and_one_on_the_way_out_empties_the_query() {
    let mut app = listing(&["Alpha", "Beta"]);
    let mut window = simulator(&app);
    let _clicked = window.click("Beta").unwrap();
    let messages: Vec<Message> = window.into_messages().collect();
    let beta = first_of(&app, Section::All) + 1;
    assert!(matches!(messages[..], [Message::OpenItem(item)] if item == beta), "{messages:?}");
    let _search = app.update(Message::QueryChanged("qq".to_owned()));
    let _nothing = (answered(&mut app, "qq"), app.update(told("qq", Answer::Done)));
    let mut window = simulator(&app);
    let _clicked = window.click("Show all apps").unwrap();
    let messages: Vec<Message> = window.into_messages().collect();
    assert!(matches!(messages[..], [Message::Clear]), "{messages:?}");
}

#[test]
fn the_window_shows_a_failure_the_actions_and_an_empty_system() {
    let mut app = listing(&["Alpha"]);
    app.selected = first_of(&app, Section::All);
    let _panel = app.update(Message::SwitchActions);
    for shown in ["New", "Open", "Run in terminal", "Copy command"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
    let failure = Failure::Start(launch::Error::MissingProgram("gone".into()));
    let _told = app.update(Message::Started { name: "Alpha".to_owned(), again: None, outcome: Err(failure) });
    let title = app.notice.as_ref().unwrap().title(&app.words);
    assert!(simulator(&app).find(title.as_str()).is_ok(), "{title}");
    let empty = listing(&[]);
    assert!(simulator(&empty).find("No apps are installed").is_ok());
}

#[test]
fn an_answer_is_shown_with_its_sum() {
    let mut app = listing(&["Alpha"]);
    let _search = app.update(Message::QueryChanged("2+2".to_owned()));
    let _answer = (answered(&mut app, "2+2"), app.update(found("2+2", vec![answer("4")])));
    for shown in ["4", "2+2", "Copy"] {
        assert!(simulator(&app).find(shown).is_ok(), "{shown}");
    }
}

#[test]
fn the_window_goes_with_the_start_and_comes_back_with_a_failure() {
    let mut app = listing(&["Alpha"]);
    let Presence::Shown(id) = app.presence else { panic!("shown") };
    let name = || "Alpha".to_owned();
    assert!(
        flat(app.update(Message::Started { name: name(), again: None, outcome: Ok(()) })).contains(&Action::Hide(id))
    );
    let end = launch::End { code: Some(1), signal: None, words: b"no display".to_vec() };
    let told = app.update(Message::Settled { name: name(), again: None, outcome: Err(Failure::Ended(end)) });
    assert!(flat(told).contains(&Action::Show(id)));
    assert!(app.notice.as_ref().is_some_and(|notice| notice.detail(&app.words).contains("no display")));
}

#[test]
fn a_launcher_whose_programs_live_ends() {
    let mut app = listing(&["Alpha"]);
    let started = || Message::Started { name: "Alpha".to_owned(), again: None, outcome: Ok(()) };
    let settled = || Message::Settled { name: "Alpha".to_owned(), again: None, outcome: Ok(()) };
    let _hidden = (app.update(started()), app.update(started()));
    assert_eq!(app.update(settled()), Action::None, "one is still young");
    assert_eq!(app.update(settled()), Action::Quit);
}

#[test]
fn toggle_hides_and_shows_and_a_hidden_launcher_stays() {
    let mut app = listing(&["Alpha"]);
    let Presence::Shown(id) = app.presence else { panic!("shown") };
    let toggle = || Message::Requested(Request::Toggle, Instant::now());
    assert!(flat(app.update(toggle())).contains(&Action::Hide(id)));
    assert!(flat(app.update(toggle())).contains(&Action::Show(id)));
    assert!(flat(app.update(Message::Requested(Request::Show, Instant::now()))).contains(&Action::Show(id)));
}

#[test]
fn a_window_that_the_display_takes_away_goes_and_comes_back_with_a_name_of_its_own() {
    let mut app = listing(&["Alpha"]);
    app.beginning.is_resident = true;
    assert!(app.is_seen());
    assert!(flat(app.update(Message::WindowClosed)).contains(&Action::GiveBackMemory));
    assert!(!app.is_seen() && app.is_unseen);
    assert_eq!(flat(app.update(Message::WindowClosed)), [Action::GiveBackMemory], "it was gone already");
    let _shown = app.update(Message::Requested(Request::Show, Instant::now()));
    assert!(app.is_seen());
    let other = window::Id::unique();
    let _opened = app.update(Message::WindowOpened(other));
    assert!(flat(app.update(Message::Requested(Request::Toggle, Instant::now()))).contains(&Action::Hide(other)));
}

#[test]
fn icons_are_read_again_at_another_scale_only() {
    let mut app = listing(&["Alpha"]);
    assert_eq!(app.update(Message::Rescaled(app.scale)), Action::None);
    let read = flat(app.update(Message::Rescaled(2.0)));
    assert!(matches!(read[..], [Action::ReadIcons { .. }]), "{read:?}");
}

#[test]
fn a_window_that_cannot_hide_ends_when_nothing_is_left_to_tell() {
    use crate::stage::Stage;
    let fleeting = || {
        let mut app = listing(&["Alpha"]);
        app.beginning.stage = Stage::Fleeting;
        app.beginning.is_resident = true;
        app
    };
    assert_eq!(fleeting().update(Message::Leave), Action::Quit);
    assert_eq!(fleeting().update(Message::Requested(Request::Toggle, Instant::now())), Action::Quit);
    let mut app = fleeting();
    let _shown = app.update(Message::Started { name: "Alpha".to_owned(), again: None, outcome: Ok(()) });
    assert!(simulator(&app).find("Alpha").is_ok(), "until it is known to live");
    let settled = Message::Settled { name: "Alpha".to_owned(), again: None, outcome: Ok(()) };
    assert_eq!(app.update(settled), Action::Quit);
    let mut app = fleeting();
    assert_eq!(flat(app.copy("4".to_owned())), [Action::Copy("4".to_owned())]);
    assert!(app.is_seen());
}

#[test]
fn the_desktop_decides_the_look_where_the_user_does_not() {
    let mut app = listing(&["Alpha"]);
    let dark = Desktop { mode: Some(candela_ui::Mode::Dark), ..Desktop::default() };
    let _drawn = app.update(Message::DesktopAsked(dark));
    assert!(app.look.palette.is_dark);
    app.beginning.look = LookSettings { mode: Some(candela_ui::Mode::Light), ..LookSettings::default() };
    let _drawn = app.update(Message::DesktopAsked(dark));
    assert!(!app.look.palette.is_dark);
}

#[test]
fn icons_are_asked_for_once() {
    let mut app = listing(&["Alpha", "Beta"]);
    assert!(app.icons.wanted(vec![0, 1], icon::TILE_LARGE as u32).is_empty(), "asked when they were listed");
    assert_eq!(app.icons.wanted(vec![0, 1], icon::TILE as u32), [0, 1], "another size is another picture");
}
