//! The keypads, and the line of tools above them. Keys lie where the hand knows them: they are not mirrored.

use super::{KEY_GAP, above_keys, header, is_narrow, key_height};
use crate::app::{App, Message, Page};
use crate::mode::Mode;

use candela_calculator_core::Angle;
use candela_calculator_core::keypad::{DIGITS, FUNCTIONS, Key, Rows, SECOND_FUNCTIONS};
use candela_shared::tr;
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::button as buttons;
use candela_ui::tokens::{Step, icon, radius, size, space, text as steps};
use candela_ui::widget::choice::{Part, segments};
use candela_ui::widget::{fill, line, text};
use candela_ui::{Button, Element};

use iced::Length;
use iced::widget::{button, container};

/// Height of keys, at 100 %.
const HEIGHT: f32 = 60.0;
const LOWER: f32 = 52.0;

/// Digits and the four operations.
pub fn digits(app: &App) -> Element<'_, Message> {
    pad(app, DIGITS, height(app))
}

/// Functions, or the others behind them.
pub fn functions(app: &App) -> Element<'_, Message> {
    pad(app, if app.line.is_second { SECOND_FUNCTIONS } else { FUNCTIONS }, height(app))
}

fn height(app: &App) -> f32 {
    let (wanted, others) = match app.settings.mode {
        Mode::Scientific if is_narrow(app) => (LOWER, 2.0 * (app.look.control() + space::M)),
        Mode::Scientific => (LOWER, app.look.control() + space::M),
        _ => (HEIGHT, 0.0),
    };
    key_height(app, wanted, DIGITS.len(), above_keys(&app.look, others))
}

/// Keys in rows of one height.
pub fn pad(app: &App, rows: Rows, height: f32) -> Element<'_, Message> {
    let lines = rows.iter().map(|keys| {
        let caps = keys.iter().map(|key| cap(app, *key, height));
        iced::widget::Row::with_children(caps).spacing(KEY_GAP).into()
    });
    iced::widget::Column::with_children(lines).spacing(KEY_GAP).width(Length::Fill).into()
}

fn cap(app: &App, key: Key, height: f32) -> Element<'_, Message> {
    let look = &app.look;
    let inside: Element<'_, Message> = match key {
        Key::Erase => glyph(Glyph::Backspace, icon::QUERY).into(),
        _ => text::label(look, step(app, key), label(app, key)).wrapping(iced::widget::text::Wrapping::None).into(),
    };
    let base = if app.settings.mode == Mode::Programmer { app.settings.base } else { 10 };
    let is_on = key == Key::Second && app.line.is_second;
    let face: Button<'_, Message> =
        button(container(inside).center(Length::Fill)).padding(0).width(Length::Fill).height(height);
    let face = match key {
        Key::Equals => face.style(buttons::key_accent),
        Key::Digit(_) | Key::Decimal => face.style(buttons::key),
        _ if is_on => face.style(buttons::key_accent),
        _ => face.style(buttons::key_tint),
    };
    if !key.suits(base) {
        return face.into();
    }
    pressable(face, Message::PressKey(key)).corner(radius::CARD).into()
}

fn step(app: &App, key: Key) -> Step {
    let is_crowded = app.settings.mode == Mode::Programmer && is_narrow(app);
    match key {
        Key::Digit(_) | Key::Decimal | Key::Equals | Key::Bracket(_) => steps::DIGIT,
        Key::Operator(label, _) | Key::Postfix(label, _) if label.chars().count() == 1 => steps::DIGIT,
        _ if is_crowded => steps::CAPTION,
        _ => steps::FUNCTION,
    }
}

fn label(app: &App, key: Key) -> String {
    match key {
        Key::Digit(digit) => digit_label(app, digit),
        Key::Decimal => app.notation.decimal.to_string(),
        Key::Separator => if app.notation.comma_is_decimal() { ";" } else { "," }.to_owned(),
        Key::Clear => tr!(app.words, "calculator-key-clear"),
        Key::Second => tr!(app.words, "calculator-key-second"),
        Key::Exponent => tr!(app.words, "calculator-key-exponent"),
        Key::Answer => tr!(app.words, "calculator-key-answer"),
        other => other.label().unwrap_or_default().to_owned(),
    }
}

/// A digit as the user's language writes it; the digits of other bases are Latin everywhere.
fn digit_label(app: &App, digit: u8) -> String {
    if digit > 9 || app.settings.mode == Mode::Programmer {
        return char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase().to_string();
    }
    app.notation.localise(&digit.to_string())
}

/// The unit of angles and the memory, above the keys.
pub fn tools(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let angles = [Angle::Degree, Angle::Radian, Angle::Gradian];
    let chosen = angles.iter().position(|angle| *angle == app.settings.angle).unwrap_or(0);
    let parts = angles.map(|angle| Part::word(header::angle_name(app, angle), Message::ChooseAngle(angle)));
    let mut tools = vec![segments(look, chosen, parts.to_vec()).into(), fill()];
    tools.extend(memory(app));
    line(look, tools, space::S).into()
}

fn memory(app: &App) -> Vec<Element<'_, Message>> {
    let look = &app.look;
    let key = |label: String, message: Option<Message>| -> Element<'_, Message> {
        let face = button(container(text::label(look, steps::CAPTION_STRONG, label)).center_y(Length::Fill));
        let face = face.padding([0.0, space::S]).height(look.scaled(size::CONTROL_SMALL)).style(buttons::quiet);
        match message {
            Some(message) => pressable(face, message).into(),
            None => face.into(),
        }
    };
    let is_full = !app.memory.is_empty();
    let has_result = app.line.shown.is_some();
    let mut parts = Vec::new();
    if let Some(shown) = app.memory.shown.as_ref().filter(|_| !is_narrow(app)) {
        let value = shown.forms[0].text.text.as_str();
        parts.push(text::muted(look, tr!(app.words, "calculator-memory", value = value)).into());
    }
    let with = |label, is_possible: bool, message| key(label, is_possible.then_some(message));
    parts.push(with(tr!(app.words, "calculator-memory-clear"), is_full, Message::ClearMemory));
    parts.push(with(tr!(app.words, "calculator-memory-recall"), is_full, Message::RecallMemory));
    parts.push(with(tr!(app.words, "calculator-memory-add"), has_result, Message::AddToMemory));
    parts.push(with(tr!(app.words, "calculator-memory-subtract"), has_result, Message::SubtractFromMemory));
    vec![line(look, parts, 0.0).into()]
}

/// The choice between digits and what has no room beside them.
pub fn pages(app: &App, others: String) -> Element<'_, Message> {
    let chosen = usize::from(app.page == Page::Others);
    let parts = vec![
        Part::word(tr!(app.words, "calculator-page-digits"), Message::ChoosePage(Page::Digits)),
        Part::word(others, Message::ChoosePage(Page::Others)),
    ];
    container(segments(&app.look, chosen, parts)).width(Length::Fill).align_x(app.look.start()).into()
}
