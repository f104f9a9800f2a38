//! Sliders under keys and pointer.

use super::*;
use crate::Direction;
use iced::Point;
use iced_test::Simulator;
use iced_test::simulator::press_key;

type Ui = Simulator<'static, f32, Theme>;

/// A slider from 0 to 100 in steps of 5, 216 wide: 2 pixels for each number.
fn ui(look: Look, value: f32) -> Ui {
    let slider = slider(&look, Scale::new(0.0..=100.0, 5.0), value, "value", |value| value);
    Simulator::with_size(iced::Settings::default(), Size::new(216.0, 100.0), crate::focus::scope(slider))
}

fn messages(ui: Ui) -> Vec<f32> {
    ui.into_messages().collect()
}

fn mirrored() -> Look {
    Look::default().with_direction(Direction::RightToLeft)
}

#[test]
fn keys_go_a_step_ten_steps_and_to_the_ends() {
    let scale = Scale::new(0.0..=100.0, 5.0);
    let cases = [
        (Named::ArrowRight, false, Some(55.0)),
        (Named::ArrowRight, true, Some(45.0)),
        (Named::ArrowLeft, false, Some(45.0)),
        (Named::ArrowUp, true, Some(55.0)),
        (Named::PageUp, false, Some(100.0)),
        (Named::PageDown, false, Some(0.0)),
        (Named::Home, false, Some(0.0)),
        (Named::End, false, Some(100.0)),
        (Named::Enter, false, None),
    ];
    for (key, is_mirrored, expected) in cases {
        assert_eq!(scale.after(50.0, &Key::Named(key), is_mirrored), expected, "{key:?}, mirrored {is_mirrored}");
    }
    assert_eq!(scale.after(100.0, &Key::Named(Named::ArrowUp), false), Some(100.0), "never beyond the end");
}

#[test]
fn any_number_becomes_one_that_can_be_chosen() {
    let scale = Scale::new(80.0..=160.0, 10.0);
    for (asked, given) in [(f32::NAN, 80.0), (-7.0, 80.0), (1e9, 160.0), (94.0, 90.0), (96.0, 100.0)] {
        assert_eq!(scale.nearest(asked), given, "{asked}");
    }
    assert_eq!(Scale::new(3.0..=3.0, 1.0).part(3.0), 0.0);
}

#[test]
fn the_focus_makes_keys_move_it() {
    let mut ui = ui(Look::default(), 50.0);
    let _ = ui.simulate([press_key(Named::Tab, None), press_key(Named::ArrowRight, None)]);
    assert_eq!(messages(ui), [55.0]);
}

#[test]
fn a_press_and_a_drag_lead_to_the_number_under_the_pointer() {
    let moved = |x: f32| Event::Mouse(mouse::Event::CursorMoved { position: Point::new(x, 12.0) });
    let pressed = Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    for (look, expected) in [(Look::default(), [10.0, 90.0]), (mirrored(), [90.0, 10.0])] {
        let mut ui = ui(look, 50.0);
        ui.point_at(Point::new(28.0, 12.0));
        let _ = ui.simulate([pressed.clone()]);
        assert!(ui.find("value").is_ok(), "the tip is shown while it is dragged");
        ui.point_at(Point::new(188.0, 90.0));
        let _ = ui.simulate([moved(188.0), Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))]);
        assert!(ui.find("value").is_err(), "and no longer");
        let _ = ui.simulate([moved(28.0)]);
        assert_eq!(messages(ui), expected, "mirrored {}", look.is_mirrored());
    }
}
