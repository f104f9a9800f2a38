//! What stands in the window, and what pressing it does.

use super::*;
use crate::mode::Mode;
use candela_shared::tr;
use candela_ui::Theme;
use iced::Size;
use iced_test::Simulator;

fn window(app: &App) -> Simulator<'_, Message, Theme> {
    Simulator::with_size(iced::Settings::default(), app.size, crate::ui::view(app))
}

fn sees(app: &App, text: &str) -> bool {
    window(app).find(text).is_ok()
}

/// Presses what bears the text, and does what that leads to.
fn press(app: &mut App, text: &str) {
    let messages: Vec<Message> = {
        let mut ui = window(app);
        let _ = ui.click(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        ui.into_messages().collect()
    };
    for message in messages {
        let _done = run(app, message);
    }
}

fn sized(width: f32, height: f32) -> App {
    let mut app = app();
    let _done = run(&mut app, Message::WindowResized(Size::new(width, height)));
    app
}

#[test]
fn keys_write_a_sum_and_its_result_is_shown() {
    let mut app = sized(360.0, 560.0);
    let _done = run(&mut app, Message::Choose(Mode::Basic));
    for key in ["7", "×", "6"] {
        press(&mut app, key);
    }
    assert!(sees(&app, "42"), "while it is typed");
    press(&mut app, "=");
    assert_eq!(app.line_text(), "");
    assert!(sees(&app, "42"), "after it was entered");
}

#[test]
fn what_is_rounded_bears_the_sign_for_it() {
    let mut app = sized(360.0, 560.0);
    for (line, is_about) in [("1/4", false), ("1/3", true), ("sqrt(2)^2", false), ("sqrt(2)", true)] {
        let _done = run(&mut app, Message::Typed(line.to_owned()));
        assert_eq!(sees(&app, "≈"), is_about, "{line}");
    }
}

#[test]
fn what_is_wrong_is_said_once_the_line_is_entered() {
    let mut app = sized(360.0, 560.0);
    let _done = enter(&mut app, "1/0");
    assert!(sees(&app, "Cannot divide by zero"));
    assert_eq!(app.line_text(), "1/0", "the line stays to be mended");
}

#[test]
fn the_unit_of_angles_is_seen_in_every_mode_and_size() {
    for (width, height) in [(320.0, 480.0), (480.0, 640.0), (1100.0, 760.0)] {
        let mut app = sized(width, height);
        for mode in Mode::ALL {
            let _done = run(&mut app, Message::Choose(mode));
            let _done = run(&mut app, Message::WindowResized(Size::new(width, height)));
            let name = tr!(app.words, "calculator-angle-radian");
            assert!(sees(&app, &name), "{name} in {mode:?} at {width} × {height}");
        }
    }
}

#[test]
fn an_old_line_is_taken_up_again_by_pressing_it() {
    let mut app = sized(360.0, 560.0);
    let _done = enter(&mut app, "12*12");
    let _done = run(&mut app, Message::Typed("5".to_owned()));
    press(&mut app, "12×12");
    assert_eq!(app.line_text(), "12*12");
}
