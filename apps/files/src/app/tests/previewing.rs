//! Files that are shown without opening them, and bands drawn over rows.

use super::*;

use iced::{Rectangle, Size};

fn looks(action: Action) -> Vec<PathBuf> {
    let path = |action| match action {
        Action::Look(path) => Some(path),
        _ => None,
    };
    flat(action).into_iter().filter_map(path).collect()
}

fn seen(app: &mut App, path: &str, seen: Seen) -> Action {
    app.update(Message::Seen { path: path.into(), seen })
}

#[test]
fn the_pane_of_previews_follows_the_keyboard_and_drops_what_is_late() {
    let mut app = window(&["a", "b"]);
    assert!(looks(app.update(Message::Command(Command::Preview))).is_empty());
    assert_eq!(looks(named(&mut app, Named::ArrowDown)), [PathBuf::from("/f/a")]);
    assert_eq!(looks(named(&mut app, Named::ArrowDown)), [PathBuf::from("/f/b")]);
    let _late = seen(&mut app, "/f/a", Seen::Nothing);
    assert_eq!(app.preview.as_ref().map(|preview| preview.seen.clone()), Some(Seen::Waiting));
    let _seen = seen(&mut app, "/f/b", Seen::Nothing);
    assert_eq!(app.preview.as_ref().map(|preview| preview.seen.clone()), Some(Seen::Nothing));
    let _gone = app.update(Message::Command(Command::Preview));
    assert!(app.preview.is_none());
}

#[test]
fn slides_show_pictures_alone_and_begin_anew_behind_the_last() {
    let mut app = window(&["a.txt", "b.png", "c/", "d.JPG"]);
    assert_eq!(looks(app.update(Message::Command(Command::Slides))), [PathBuf::from("/f/b.png")]);
    let awaited = seen(&mut app, "/f/b.png", Seen::Names(Arc::default()));
    assert_eq!(awaited, Action::Await("/f/b.png".into()));
    assert_eq!(looks(app.update(Message::SlideEnded("/f/b.png".into()))), [PathBuf::from("/f/d.JPG")]);
    assert_eq!(app.update(Message::SlideEnded("/f/b.png".into())), Action::None, "it was shown before");
    assert_eq!(looks(seen(&mut app, "/f/d.JPG", Seen::Nothing)), [PathBuf::from("/f/b.png")], "nothing to see");
    let _left = named(&mut app, Named::Escape);
    assert_eq!(app.update(Message::SlideEnded("/f/b.png".into())), Action::None, "nobody looks any more");
}

#[test]
fn a_folder_without_pictures_has_no_slides() {
    let mut app = window(&["a.txt"]);
    let _none = app.update(Message::Command(Command::Slides));
    assert_eq!(app.dialog, None);
    let mut empty = window(&[]);
    assert_eq!(empty.update(Message::Command(Command::Slides)), Action::None);
}

#[test]
fn a_band_selects_what_it_touches_and_with_control_what_was_selected_too() {
    let mut app = window(&["a", "b", "c", "d", "e"]);
    let band = |top: f32, height: f32| {
        let band = Rectangle::new(Point::new(10.0, top), Size::new(300.0, height));
        Message::Banded { pane: 0, band }
    };
    let row = app.look.row();
    let _drawn = app.update(band(row * 1.5, row));
    assert_eq!(selected(&app), ["b", "c"]);
    let _held = app.update(Message::Held(Modifiers::CTRL));
    let _drawn = app.update(band(row * 4.2, row * 9.0));
    assert_eq!(selected(&app), ["b", "c", "e"]);
    let _let_go = app.update(Message::Held(Modifiers::empty()));
    let _grid = app.update(Message::Command(Command::ShowGrid));
    let cell = Rectangle::new(Point::new(200.0, 20.0), Size::new(30.0, 30.0));
    let _drawn = app.update(Message::Banded { pane: 0, band: cell });
    assert_eq!(selected(&app), ["b"], "the second cell of the first line");
}

#[test]
fn columns_lead_up_and_down_by_the_arrows_and_show_what_the_keyboard_is_on() {
    let mut app = window(&["sub/", "x.txt"]);
    let shown = flat(app.update(Message::Command(Command::ShowColumns)));
    let above = |action: &Action| matches!(action, Action::ReadAbove { path, .. } if path == std::path::Path::new("/"));
    assert!(shown.iter().any(above), "{shown:?}");
    let (reading, read) = (app.tab().reading(), reads(&app, &["e/", "f/", "g/"], Extent::Whole));
    let _scrolled = app.update(Message::AboveRead { reading, read });
    assert_eq!(looks(named(&mut app, Named::ArrowDown)), [PathBuf::from("/f/sub")]);
    let _gone = named(&mut app, Named::ArrowRight);
    assert_eq!(app.tab().path(), std::path::Path::new("/f/sub"));
    answer(&mut app, &["deep.txt"]);
    let _first = named(&mut app, Named::ArrowDown);
    assert!(flat(named(&mut app, Named::ArrowRight)).is_empty(), "a file is no folder");
    let _up = named(&mut app, Named::ArrowLeft);
    assert_eq!(app.tab().path(), std::path::Path::new("/f"));
    let _details = app.update(Message::Command(Command::ShowDetails));
    assert!(app.preview.is_none(), "the column went with its layout");
}
