use super::*;
use crate::widget::button;
use crate::{Look, Theme};
use iced::keyboard::Modifiers;
use iced::widget::{column, text_input};
use iced::{Point, Size};
use iced_test::Simulator;
use iced_test::simulator::press_key;

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Pressed(&'static str),
    Moved(Named),
    Typed(String),
    Closed,
}

type Ui = Simulator<'static, Message, Theme>;

/// A query, two buttons and a list, one below the other.
fn ui() -> Ui {
    let look = Look::default();
    let on_key = |key: &Key, _: Modifiers| match key {
        Key::Named(key @ (Named::ArrowDown | Named::ArrowUp)) => Some(Message::Moved(*key)),
        _ => None,
    };
    let list = focusable(iced::widget::Space::new().width(100).height(100)).on_key(on_key).focus_on_click();
    let content = column![
        text_input("query", "").on_input(Message::Typed).id("query"),
        pressable(button(&look, "Copy"), Message::Pressed("copy")).id("copy"),
        pressable(button(&look, "Move"), Message::Pressed("move")),
        list,
    ];
    Simulator::with_size(iced::Settings::default(), Size::new(300.0, 300.0), scope(content).on_escape(Message::Closed))
}

fn press(ui: &mut Ui, key: Named) {
    let _ = ui.simulate([press_key(key, None)]);
}

fn press_back_tab(ui: &mut Ui) {
    let mut event = press_key(Named::Tab, None);
    if let Event::Keyboard(keyboard::Event::KeyPressed { modifiers, .. }) = &mut event {
        *modifiers = Modifiers::SHIFT;
    }
    let _ = ui.simulate([event]);
}

fn messages(ui: Ui) -> Vec<Message> {
    ui.into_messages().collect()
}

#[test]
fn tab_goes_through_inputs_buttons_and_lists_and_round() {
    let mut ui = ui();
    press(&mut ui, Named::Tab);
    let _ = ui.typewrite("a");
    press(&mut ui, Named::Tab);
    press(&mut ui, Named::Enter);
    press(&mut ui, Named::Tab);
    press(&mut ui, Named::Space);
    press(&mut ui, Named::Tab);
    press(&mut ui, Named::ArrowDown);
    press(&mut ui, Named::Tab);
    let _ = ui.typewrite("b");
    use Message::{Moved, Pressed, Typed};
    let expected = [Typed("a".into()), Pressed("copy"), Pressed("move"), Moved(Named::ArrowDown), Typed("ab".into())];
    assert_eq!(messages(ui), expected);
}

#[test]
fn tab_goes_along_a_line_in_reading_direction() {
    use candela_shared::i18n::Direction;
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        let look = Look::default().with_direction(direction);
        let part = |name: &'static str| pressable(button(&look, name), Message::Pressed(name)).into();
        let content = crate::widget::line(&look, ["one", "two", "three"].map(part).into(), 4.0);
        let mut ui: Ui = Simulator::with_size(iced::Settings::default(), Size::new(300.0, 60.0), scope(content));
        for _ in 0..3 {
            press(&mut ui, Named::Tab);
            press(&mut ui, Named::Enter);
        }
        assert_eq!(messages(ui), ["one", "two", "three"].map(Message::Pressed), "{direction:?}");
    }
}

#[test]
fn shift_tab_goes_the_other_way() {
    let mut ui = ui();
    press_back_tab(&mut ui);
    press(&mut ui, Named::ArrowUp);
    press_back_tab(&mut ui);
    press(&mut ui, Named::Enter);
    assert_eq!(messages(ui), [Message::Moved(Named::ArrowUp), Message::Pressed("move")]);
}

#[test]
fn what_is_not_focused_hears_no_keys() {
    let mut ui = ui();
    for key in [Named::Enter, Named::Space, Named::ArrowDown] {
        press(&mut ui, key);
    }
    assert_eq!(messages(ui), []);
}

#[test]
fn a_click_on_a_button_leaves_the_focus_and_one_on_a_list_takes_it() {
    let mut ui = ui();
    press(&mut ui, Named::Tab);
    press(&mut ui, Named::Tab);
    let _ = ui.click("Move").unwrap();
    press(&mut ui, Named::Enter);
    ui.point_at(Point::new(50.0, 150.0));
    let _ = ui.simulate(iced_test::simulator::click());
    press(&mut ui, Named::Enter);
    press(&mut ui, Named::ArrowUp);
    assert_eq!(messages(ui), [Message::Pressed("move"), Message::Pressed("copy"), Message::Moved(Named::ArrowUp)]);
}

#[test]
fn a_held_enter_presses_once() {
    let mut ui = ui();
    press(&mut ui, Named::Tab);
    press(&mut ui, Named::Tab);
    let mut event = press_key(Named::Enter, None);
    let _ = ui.simulate([event.clone()]);
    if let Event::Keyboard(keyboard::Event::KeyPressed { repeat, .. }) = &mut event {
        *repeat = true;
    }
    let _ = ui.simulate([event.clone(), event]);
    assert_eq!(messages(ui), [Message::Pressed("copy")]);
}

#[test]
fn escape_reaches_the_application() {
    let mut ui = ui();
    press(&mut ui, Named::Escape);
    assert_eq!(messages(ui), [Message::Closed]);
}

#[test]
fn the_ring_shows_after_a_key_and_goes_with_the_mouse() {
    let picture = |ui: &mut Ui| ui.snapshot(&Theme::default()).unwrap();
    let same = |a: &iced_test::simulator::Snapshot, b: &iced_test::simulator::Snapshot| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("picture");
        assert!(a.matches_hash(&path).unwrap(), "written");
        b.matches_hash(&path).unwrap()
    };
    let mut ui = ui();
    let rest = picture(&mut ui);
    press(&mut ui, Named::Tab);
    press(&mut ui, Named::Tab);
    let ringed = picture(&mut ui);
    assert!(!same(&rest, &ringed));
    ui.point_at(Point::new(290.0, 290.0));
    let _ = ui.simulate(iced_test::simulator::click());
    assert!(same(&rest, &picture(&mut ui)), "the focus is kept, its ring is not shown");
    press(&mut ui, Named::ArrowLeft);
    assert!(same(&ringed, &picture(&mut ui)));
}

#[test]
fn what_tab_leads_to_is_scrolled_into_sight() {
    let look = Look::default();
    let buttons =
        ["one", "two", "three", "four", "five"].map(|name| pressable(button(&look, name), Message::Pressed(name)));
    let content = crate::widget::scroll(column(buttons.map(Into::into)).spacing(100)).id("area");
    let mut ui: Ui = Simulator::with_size(iced::Settings::default(), Size::new(300.0, 150.0), scope(content));
    for _ in 0..5 {
        press(&mut ui, Named::Tab);
    }
    let found = ui.find("five").unwrap();
    let seen = iced_test::selector::Bounded::visible_bounds(&found).unwrap();
    assert!(seen.y > 0.0 && seen.y + seen.height <= 150.0, "{seen:?}");
    press(&mut ui, Named::Tab);
    let found = ui.find("one").unwrap();
    assert!(iced_test::selector::Bounded::visible_bounds(&found).unwrap().y >= 0.0);
}
