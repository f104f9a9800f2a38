//! Menus under keys and pointer, where they float.

use super::*;
use crate::Theme;
use crate::focus::{pressable, scope};
use crate::widget::{button, popover};
use iced::keyboard::key::Named;
use iced::{Event, Point, Size, mouse};
use iced_test::Simulator;
use iced_test::simulator::press_key;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Message {
    Toggled,
    Dismissed,
    Copied,
    Pasted,
    Below,
}

type Ui = Simulator<'static, Message, Theme>;

/// A button with its menu, and another button beside it.
fn view(is_open: bool) -> Element<'static, Message> {
    let look = Look::default();
    let row = |label: &str, message| MenuRow::new(label, message).into();
    let rows = || {
        vec![
            row("Copy", Some(Message::Copied)),
            row("Cut", None),
            MenuPart::Rule,
            row("Paste this where I am now and where I was", Some(Message::Pasted)),
        ]
    };
    let control = pressable(button(&look, "Edit"), Message::Toggled);
    let control = popover(&look, control, is_open.then(|| menu(&look, rows())), Message::Dismissed);
    let beside = button(&look, "Beside").on_press(Message::Below);
    scope(iced::widget::row![control, iced::widget::Space::new().width(300), beside]).into()
}

fn ui() -> Ui {
    Simulator::with_size(iced::Settings::default(), Size::new(600.0, 300.0), view(true))
}

fn press(ui: &mut Ui, keys: &[Named]) {
    for key in keys {
        let _ = ui.simulate([press_key(*key, None)]);
    }
}

fn messages(ui: Ui) -> Vec<Message> {
    ui.into_messages().collect()
}

#[test]
fn arrows_walk_the_rows_that_do_something_and_enter_does_it() {
    let cases = [
        (&[Named::ArrowDown, Named::Enter][..], Message::Copied),
        (&[Named::ArrowDown, Named::ArrowDown, Named::Enter], Message::Pasted),
        (&[Named::ArrowUp, Named::Space], Message::Pasted),
        (&[Named::End, Named::Enter], Message::Pasted),
        (&[Named::ArrowDown, Named::ArrowDown, Named::ArrowDown, Named::Enter], Message::Copied),
        (&[Named::Escape], Message::Dismissed),
    ];
    for (keys, expected) in cases {
        let mut ui = ui();
        press(&mut ui, keys);
        assert_eq!(messages(ui), [expected], "{keys:?}");
    }
}

#[test]
fn a_press_beside_a_menu_only_dismisses_it() {
    let mut ui = ui();
    let _ = ui.click("Beside").expect("the button beside");
    assert_eq!(messages(ui), [Message::Dismissed]);
}

#[test]
fn a_click_on_a_row_does_what_it_says() {
    let mut ui = ui();
    let _ = ui.click("Copy").expect("a row");
    let _ = ui.click("Cut").expect("a row that is off");
    assert_eq!(messages(ui), [Message::Copied]);
}

#[test]
fn every_row_is_as_wide_as_the_longest() {
    let mut ui = ui();
    let paste = ui.find("Paste this where I am now and where I was").expect("the longest row").visible_bounds();
    let copy = ui.find("Copy").expect("a short row").visible_bounds();
    let (paste, copy) = (paste.expect("in sight"), copy.expect("in sight"));
    ui.point_at(Point::new(paste.x + paste.width - 1.0, copy.center_y()));
    let press = [mouse::Event::ButtonPressed(mouse::Button::Left), mouse::Event::ButtonReleased(mouse::Button::Left)];
    let _ = ui.simulate(press.map(Event::Mouse));
    assert_eq!(messages(ui), [Message::Copied], "the whole width is the target");
    assert_eq!(paste.height, 20.0, "and nothing wraps");
}

#[test]
fn the_longest_row_has_room_on_one_line() {
    let look = Look::default();
    for count in 1..30 {
        let label = format!("Delete {} forever", "it ".repeat(count));
        let row = MenuRow::new(label.clone(), Some(Message::Copied)).keys("Shift Delete");
        let view: Element<'static, Message> = menu(&look, vec![row.into(), MenuRow::new("Copy", None).into()]);
        let mut ui = Simulator::<Message, Theme>::with_size(iced::Settings::default(), Size::new(900.0, 300.0), view);
        let height = ui.find(label.as_str()).unwrap().bounds().height;
        assert!(height < 1.5 * look.line(crate::tokens::text::BODY), "{label}: {height}");
    }
}
