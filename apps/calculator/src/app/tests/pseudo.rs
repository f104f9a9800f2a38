//! Every word of the window comes from the languages, and has the room it needs in one that is longer than English.

use super::*;
use crate::mode::{LEAST, Mode};
use candela_pseudo::Findings;
use iced::Size;

/// What the calculator reads and writes in every language: functions, operators, and symbols of units.
const NAMES: [&str; 36] = [
    "π", "e", "f", "mod", "sin", "cos", "tan", "n!", "x²", "x³", "xʸ", "ln", "log", "eˣ", "10ˣ", "1/x", "|x|", "AND",
    "OR", "XOR", "NOT", "km", "mi", "m", "ft", "cm", "in", "mm", "yd", "nmi", "µm", "nm", "ly", "au", "x", "y",
];

fn app_of(mode: Mode, size: Size) -> App {
    let mut app = app();
    app.words = candela_pseudo::words("calculator");
    for message in [Message::Choose(mode), Message::WindowResized(size)] {
        let _done = run(&mut app, message);
    }
    app
}

#[test]
fn every_word_comes_from_the_languages_and_is_seen_whole() {
    let mut findings = Findings::new(&NAMES);
    let mut look_at = |state: &str, app: &App| {
        let state = format!("{state}, {:?}, {} wide", app.settings.mode, app.size.width);
        findings.look_at(&state, crate::ui::view(app), app.look, app.size);
    };
    for mode in Mode::ALL {
        for size in [mode.size(), LEAST] {
            let mut app = app_of(mode, size);
            look_at("empty", &app);
            if mode.has_line() {
                let _done = enter(&mut app, "1/3");
                look_at("a result", &app);
                let _done = enter(&mut app, "1/0");
                look_at("an error", &app);
                let _done = run(&mut app, Message::ChoosePage(Page::Others));
                look_at("other keys", &app);
            }
            let menus = if mode == Mode::Convert { vec![Menu::Category, Menu::From, Menu::To] } else { Vec::new() };
            for menu in menus.into_iter().chain([Menu::Modes, Menu::Main]) {
                let _open = run(&mut app, Message::Open(menu));
                look_at(&format!("menu {menu:?}"), &app);
                let _gone = run(&mut app, Message::Dismiss);
            }
            let _open = run(&mut app, Message::ToggleHistory);
            look_at("history", &app);
        }
    }
    let told = findings.told();
    assert!(told.is_empty(), "{told}");
}
