//! Every word of the window comes from the languages, and has the room it needs in one that is longer than English.

use super::*;
use crate::window::SIZE;
use candela_pseudo::Findings;
use iced::{Point, Size};

/// The least width that shows the sidebar over the rows.
const NARROW: Size = Size::new(480.0, 600.0);
/// The names of folders and files, endings of archives, and the pattern that changes no name.
const NAMES: [&str; 10] = ["f", "sub", "a", "/f", "/f/", "{name}{ext}", ".zip", ".tar.gz", ".tar.zst", ".tar.xz"];

fn window(size: Size) -> App {
    let mut app = super::window(&["a", "sub/"]);
    app.words = candela_pseudo::words("files");
    let _drawn = app.update(Message::WindowResized(size));
    app
}

#[test]
fn every_word_comes_from_the_languages_and_is_seen_whole() {
    let mut findings = Findings::new(&NAMES);
    for size in [SIZE, NARROW] {
        let mut look_at = |state: &str, app: &App| {
            let state = format!("{state}, {} wide", size.width);
            findings.look_at(&state, crate::ui::view(app), app.look, size);
        };
        let mut app = window(size);
        look_at("a folder", &app);
        for menu in [Menu::Main, Menu::Context(Point::new(100.0, 100.0))] {
            let _open = app.update(Message::Menu(menu));
            look_at(&format!("{menu:?}"), &app);
            let _gone = app.update(Message::Close);
        }
        for command in Command::all() {
            for (selected, message) in [("nothing", Command::Reload), ("everything", Command::SelectAll)] {
                let mut app = window(size);
                for message in [message, command] {
                    let _done = app.update(Message::Command(message));
                }
                look_at(&format!("{command:?} of {selected}"), &app);
            }
        }
        let mut app = window(size);
        let _palette = chord(&mut app, "k", Modifiers::CTRL);
        look_at("the palette", &app);
        let mut app = window(size);
        conflict(&mut app);
        look_at("names that exist", &app);
        let mut app = window(size);
        let _asked = app.update(Message::InterruptedFound(2));
        look_at("what was interrupted", &app);
        let mut app = window(size);
        answer(&mut app, &[]);
        look_at("an empty folder", &app);
        let _sidebar = app.update(Message::Command(Command::SwitchSidebar));
        look_at("the sidebar the other way", &app);
    }
    let told = findings.told();
    assert!(told.is_empty(), "{told}");
}
