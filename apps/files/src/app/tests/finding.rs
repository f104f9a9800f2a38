//! Searching, typing paths, and going back to where one was.

use super::*;

use candela_files_core::search::Within;

fn search(app: &mut App, text: &str) -> Action {
    let _begun = app.update(Message::Command(Command::Search));
    app.update(Message::FieldEdited(text.to_owned()))
}

fn searched(action: &Action) -> Option<(&str, Within)> {
    match action {
        Action::Read { search: Some(search), .. } => Some((&search.text, search.within)),
        Action::All(actions) => actions.iter().find_map(searched),
        _ => None,
    }
}

#[test]
fn a_search_runs_while_it_is_typed_and_escape_shows_the_folder_again() {
    let mut app = window(&["x"]);
    assert_eq!(searched(&search(&mut app, "re")), Some(("re", Within::Names)));
    let late = app.tab().reading();
    assert_eq!(searched(&app.update(Message::FieldEdited("rep".to_owned()))), Some(("rep", Within::Names)));
    assert_ne!(app.tab().reading(), late, "what was found for less is dropped");
    answer(&mut app, &["deep/report"]);
    let _rows = app.update(Message::FieldSubmitted);
    assert_eq!((selected(&app), app.field.is_none()), (vec!["deep/report".to_owned()], true));
    assert_eq!(named(&mut app, Named::Enter), Action::Open(vec!["/f/deep/report".into()]));
    assert!(matches!(named(&mut app, Named::Escape), Action::Read { search: None, .. }));
}

#[test]
fn the_same_text_is_searched_in_contents_when_that_is_chosen() {
    let mut app = window(&["x"]);
    let _typed = search(&mut app, "needle");
    let chosen = app.update(Message::SearchWithin(Within::Contents));
    assert_eq!(searched(&chosen), Some(("needle", Within::Contents)));
    assert_eq!(searched(&app.update(Message::FieldEdited("needles".to_owned()))), Some(("needles", Within::Contents)));
}

#[test]
fn back_from_a_folder_that_was_found_leads_to_what_was_found() {
    let mut app = window(&["x"]);
    let _typed = search(&mut app, "sub");
    answer(&mut app, &["deep/sub/"]);
    let _rows = app.update(Message::FieldSubmitted);
    let _gone = named(&mut app, Named::Enter);
    assert_eq!((app.tab().path(), app.tab().search()), (std::path::Path::new("/f/deep/sub"), None));
    answer(&mut app, &["file"]);
    assert_eq!(searched(&app.update(Message::Travel(-1))), Some(("sub", Within::Names)));
}

#[test]
fn recent_files_are_a_place_of_their_own_in_the_order_of_their_use() {
    let mut app = window(&["x"]);
    assert_eq!(searched(&app.update(Message::GoRecent)), Some(("", Within::Recent)));
    assert_eq!(app.tab().path(), std::path::Path::new("/home/ada"));
    answer(&mut app, &["b.txt", "a.txt"]);
    let rows: Vec<u32> = app.tab().rows.to_vec();
    assert_eq!(rows, [0, 1], "as they were told of");
    let _back = app.update(Message::Travel(-1));
    answer(&mut app, &["b", "a"]);
    assert_eq!(app.tab().rows[..], [1, 0], "other folders keep their order");
}

#[test]
fn a_typed_path_is_completed_and_only_answers_for_it_are_taken() {
    let mut app = window(&["x"]);
    let _field = app.update(Message::Command(Command::EditPath));
    let typed = app.update(Message::FieldEdited("~/Do".to_owned()));
    assert_eq!(typed, Action::Complete { text: "~/Do".to_owned(), folder: "/home/ada".into() });
    let offers = || ["~/Documents/", "~/Downloads/"].map(str::to_owned).to_vec();
    let _late =
        app.update(Message::Path(crate::app::path::Message::Offered { text: "~/D".to_owned(), offers: offers() }));
    assert_eq!(
        app.update(Message::Path(crate::app::path::Message::Complete)),
        Action::None,
        "nothing is offered for what was typed before"
    );
    let _offered =
        app.update(Message::Path(crate::app::path::Message::Offered { text: "~/Do".to_owned(), offers: offers() }));
    assert_eq!(app.update(Message::Path(crate::app::path::Message::Complete)), Action::None, "both begin so");
    for _ in 0..2 {
        let _down = named(&mut app, Named::ArrowDown);
    }
    let _taken = app.update(Message::Path(crate::app::path::Message::Complete));
    assert!(matches!(&app.field, Some(Field::Path(typing)) if typing.text == "~/Downloads/"));
    let below = vec!["~/Downloads/old/".to_owned()];
    let _offered = app
        .update(Message::Path(crate::app::path::Message::Offered { text: "~/Downloads/".to_owned(), offers: below }));
    let _completed = app.update(Message::Path(crate::app::path::Message::Complete));
    let gone = flat(app.update(Message::FieldSubmitted));
    assert!(matches!(&gone[..], [Action::Read { path, .. }] if path == &PathBuf::from("/home/ada/Downloads/old")));
}

#[test]
fn escape_takes_the_offers_before_the_field() {
    let mut app = window(&["x"]);
    let _field = app.update(Message::Command(Command::EditPath));
    let _typed = app.update(Message::FieldEdited("/".to_owned()));
    let _offered = app.update(Message::Path(crate::app::path::Message::Offered {
        text: "/".to_owned(),
        offers: vec!["/etc/".to_owned()],
    }));
    let _closed = named(&mut app, Named::Escape);
    assert!(matches!(&app.field, Some(Field::Path(typing)) if typing.offers.is_empty()));
    let _left = named(&mut app, Named::Escape);
    assert_eq!(app.field, None);
}
