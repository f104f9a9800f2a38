//! The programmer's mode: a number in four bases, its bits, and the keys of machine words.

use super::display;
use super::{KEY_GAP, is_narrow, key_height, keys};
use crate::app::{App, Message, Page};
use crate::ask::{BASES, Shown};

use candela_calculator_core::Word;
use candela_calculator_core::keypad::WORDS;
use candela_shared::tr;
use candela_ui::focus::{focusable, pressable};
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{Step, radius, space, text as steps};
use candela_ui::widget::choice::{Part, segments};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, line, text};
use candela_ui::{Column, Element, Theme};

use iced::font::Weight;
use iced::widget::button::{Status, Style};
use iced::widget::{button, column, container};
use iced::{Alignment, Border, Length, Padding};

/// Height of keys, of a base, of a bit, at 100 %.
const KEY: f32 = 44.0;
const BASE: f32 = 28.0;
const BIT: f32 = 28.0;
/// Between bits, and between fours of them.
const BIT_GAP: f32 = 3.0;
const FOUR_GAP: f32 = 26.0;
/// Width of the name of a base.
const NAME: f32 = 52.0;
/// The digit in a bit.
const BIT_TEXT: Step = Step { size: 13.0, line: 16.0, weight: Weight::Medium };
/// What the display needs besides the bases.
const SUM: f32 = 92.0;

pub fn view(app: &App) -> Vec<Element<'_, Message>> {
    let has_bits = !is_narrow(app) || app.page == Page::Others;
    let has_keys = !is_narrow(app) || app.page == Page::Digits;
    let mut parts = vec![display(app), tools(app)];
    if is_narrow(app) {
        parts.push(keys::pages(app, tr!(app.words, "calculator-page-bits")));
    }
    if has_bits {
        parts.push(bits(app));
    }
    if has_keys {
        let bits = if has_bits { bits_height(app) + space::M } else { 0.0 };
        let tools = app.look.control() + space::M;
        let pages = if is_narrow(app) { 2.0 * tools } else { 0.0 };
        let others = app.look.scaled(SUM + 4.0 * BASE) + tools + pages + bits;
        parts.push(keys::pad(app, WORDS, key_height(app, KEY, WORDS.len(), others)));
    }
    parts
}

/// The result in the base that is current; `None` where it has none.
pub fn in_base<'a>(app: &App, shown: &'a Shown) -> Option<&'a str> {
    let at = BASES.iter().position(|base| *base == app.settings.base)?;
    shown.bases.get(at).map(String::as_str).filter(|_| app.settings.base != 10)
}

fn display(app: &App) -> Element<'_, Message> {
    let line = container(display::content(app)).height(Length::Fill);
    let rows = BASES.into_iter().enumerate().map(|(at, base)| base_row(app, at, base));
    let rows = container(Column::with_children(rows)).padding(Padding { top: 0.0, ..Padding::new(radius::INNER) });
    container(column![line, rows]).width(Length::Fill).height(Length::Fill).style(boxes::sheet).into()
}

fn base_name(app: &App, base: u32) -> String {
    match base {
        16 => tr!(app.words, "calculator-base-hexadecimal"),
        8 => tr!(app.words, "calculator-base-octal"),
        2 => tr!(app.words, "calculator-base-binary"),
        _ => tr!(app.words, "calculator-base-decimal"),
    }
}

fn base_row(app: &App, at: usize, base: u32) -> Element<'_, Message> {
    let look = &app.look;
    let is_current = base == app.settings.base;
    let number = app.line.shown.as_ref().and_then(|shown| shown.bases.get(at));
    let shown = number.map_or_else(|| "–".to_owned(), |number| grouped(number, base, app.settings.word.bits));
    let style = colors::on(is_current, if is_current { colors::link } else { colors::muted });
    let name =
        container(text::label(look, steps::CAPTION_STRONG, base_name(app, base)).style(style)).width(look.scaled(NAME));
    // Digits begin at the left in every language.
    let digits = container(Clip::new(look, steps::FUNCTION, shown).width(Length::Shrink)).width(Length::Fill);
    let content = iced::widget::row![name, digits].spacing(space::S).align_y(Alignment::Center);
    let face = button(container(content).center_y(Length::Fill))
        .padding(Padding::from([0.0, space::M]))
        .height(look.scaled(BASE))
        .width(Length::Fill)
        .style(buttons::row(is_current));
    let row = pressable(face, Message::ChooseBase(base)).inside(radius::CONTROL, is_current);
    let copy = number.map(|number| {
        display::small(app, Glyph::Copy, tr!(app.words, "calculator-copy-tip"), Message::CopyText(number.clone()))
    });
    iced::widget::Row::with_children([row.into()]).extend(copy).align_y(Alignment::Center).into()
}

/// Digits in groups, as many as the word has: `0000 2F8C`.
fn grouped(number: &str, base: u32, bits: usize) -> String {
    let (digits, group, least) = match base {
        16 => (number.strip_prefix("0x"), 4, bits / 4),
        8 => (number.strip_prefix("0o"), 3, 1),
        2 => (number.strip_prefix("0b"), 4, 1),
        _ => (None, 1, 1),
    };
    let Some(digits) = digits else { return number.to_owned() };
    let length = if base == 2 { digits.len().next_multiple_of(group) } else { digits.len().max(least) };
    let padded = format!("{digits:0>length$}").to_uppercase();
    let mut text = String::new();
    for (at, digit) in padded.chars().enumerate() {
        if at > 0 && (padded.len() - at).is_multiple_of(group) {
            text.push('\u{2009}');
            text.push('\u{2009}');
        }
        text.push(digit);
    }
    text
}

fn tools(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let word = app.settings.word;
    let sizes = [64, 32, 16, 8];
    let chosen = sizes.iter().position(|bits| *bits == word.bits).unwrap_or(0);
    let parts = sizes.map(|bits| {
        let label = if is_narrow(app) { bits.to_string() } else { tr!(app.words, "calculator-word-bits", bits = bits) };
        Part::word(label, Message::ChooseWord(Word { bits, ..word }))
    });
    let signs = [true, false].map(|is_signed| {
        let label = match (is_signed, is_narrow(app)) {
            (true, false) => tr!(app.words, "calculator-word-signed"),
            (false, false) => tr!(app.words, "calculator-word-unsigned"),
            (true, true) => "±".to_owned(),
            (false, true) => "+".to_owned(),
        };
        Part::word(label, Message::ChooseWord(Word { is_signed, ..word }))
    });
    let parts = vec![
        segments(look, chosen, parts.to_vec()).into(),
        fill(),
        segments(look, usize::from(!word.is_signed), signs.to_vec()).into(),
    ];
    line(look, parts, space::S).into()
}

/// How many bits stand beside each other.
fn bits_a_row(app: &App) -> usize {
    if is_narrow(app) { 8 } else { 16 }
}

fn bits_height(app: &App) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "eight at most")]
    let rows = app.settings.word.bits.div_ceil(bits_a_row(app)) as f32;
    let row = app.look.scaled(BIT) + 1.0 + app.look.line(steps::CAPTION);
    rows * row + (rows - 1.0) * KEY_GAP + 2.0 * space::ICON
}

/// Every bit of the word: the highest first, on both by the accent and by its digit.
fn bits(app: &App) -> Element<'_, Message> {
    let size = app.settings.word.bits;
    let width = bits_a_row(app).min(size);
    let rows = (0..size / width).map(|row| {
        let first = size - 1 - row * width;
        let fours = (0..width / 4).map(|four| four_bits(app, first - four * 4));
        let gap = if is_narrow(app) { space::M } else { FOUR_GAP };
        container(iced::widget::Row::with_children(fours).spacing(gap)).center_x(Length::Fill).into()
    });
    let grid = container(iced::widget::Column::with_children(rows).spacing(KEY_GAP))
        .padding(Padding::from([space::ICON, space::M]))
        .width(Length::Fill)
        .style(boxes::sheet);
    focusable(grid).without_ring().into()
}

fn four_bits(app: &App, high: usize) -> Element<'_, Message> {
    let look = &app.look;
    let cells = (0..4).map(|below| bit(app, high - below));
    let mark = |number: usize| text::caption(look, number.to_string());
    let marks = iced::widget::row![mark(high), fill(), mark(high - 3)].width(4.0 * look.scaled(BIT) + 3.0 * BIT_GAP);
    column![iced::widget::Row::with_children(cells).spacing(BIT_GAP), marks].spacing(1.0).into()
}

fn bit(app: &App, number: usize) -> Element<'_, Message> {
    let look = &app.look;
    let bits = app.line.shown.as_ref().and_then(|shown| shown.bits);
    let is_on = bits.unwrap_or(0) >> number & 1 == 1;
    let digit = text::label(look, BIT_TEXT, if is_on { "1" } else { "0" });
    let side = look.scaled(BIT);
    let face =
        button(container(digit).center(Length::Fill)).padding(0).width(side).height(side).style(bit_style(is_on));
    pressable(face, Message::ToggleBit(number)).corner(radius::SMALL).into()
}

fn bit_style(is_on: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let c = theme.palette();
        let (fill, edge, ink) = match (is_on, status) {
            (true, Status::Hovered) => (c.accent_hover, c.accent_hover, c.on_accent),
            (true, Status::Pressed) => (c.accent_pressed, c.accent_pressed, c.on_accent),
            (true, _) => (c.accent, c.accent, c.on_accent),
            (false, Status::Hovered) => (c.control_hover, c.border_soft(), c.text),
            (false, Status::Pressed) => (c.control_pressed, c.border_soft(), c.text),
            (false, _) => (c.raised, c.border_soft(), c.muted),
        };
        Style {
            background: Some(fill.into()),
            text_color: ink,
            border: Border { color: edge, width: 1.0, radius: radius::SMALL.into() },
            ..Style::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups() {
        let plain = |text: String| text.replace("\u{2009}\u{2009}", " ");
        for (number, base, expected) in [
            ("0x2f8c", 16, "0000 2F8C"),
            ("0o27614", 8, "27 614"),
            ("0b10111110001100", 2, "0010 1111 1000 1100"),
            ("12,172", 10, "12,172"),
            ("0b0", 2, "0000"),
        ] {
            assert_eq!(plain(grouped(number, base, 32)), expected);
        }
    }
}
