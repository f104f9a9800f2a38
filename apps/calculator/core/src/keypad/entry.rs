//! The line that is being entered, as keys change it.

use super::Key;
use crate::lexer::{self, Sign, TokenKind};
use crate::locale::Notation;
use std::ops::Range;

/// A line and what is selected in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    text: String,
    selection: Range<usize>,
}

/// What keys depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// How numbers are written.
    pub notation: Notation,
    /// The base digits are entered in.
    pub base: u32,
    /// Whether there is a result to go on with.
    pub has_answer: bool,
}

impl Entry {
    /// Returns an entry with the caret at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let selection = text.len()..text.len();
        Self { text, selection }
    }

    /// Returns the line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the selected bytes; empty at the caret where nothing is selected.
    pub fn selection(&self) -> Range<usize> {
        self.selection.clone()
    }

    /// Selects these bytes, as far as they are in the line.
    pub fn select(&mut self, range: Range<usize>) {
        let within = |at: usize| (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at));
        self.selection = within(range.start).unwrap_or(0)..within(range.end).unwrap_or(0);
    }

    /// Takes over a line that was typed, the caret behind what is new in it.
    ///
    /// A number pasted in the notation of elsewhere is rewritten.
    pub fn type_line(&mut self, after: &str, setting: &Setting) {
        let inserted = crate::tape::paste::inserted(&self.text, after);
        let new = &after[inserted.clone()];
        let is_pasted = new.chars().count() > 1;
        let pasted = if is_pasted { crate::tape::paste::number(new, &setting.notation) } else { None };
        let mut text = after.to_owned();
        let mut end = inserted.end;
        if let Some(number) = pasted {
            end = inserted.start + number.len();
            text.replace_range(inserted, &number);
        }
        self.text = text;
        self.selection = end..end;
    }

    /// Does what a key does. Keys that do nothing to the line leave it.
    pub fn press(&mut self, key: Key, setting: &Setting) {
        match key {
            Key::Digit(digit) => self.digit(digit, setting),
            Key::Decimal => self.insert(setting.notation.decimal.to_string().as_str()),
            Key::Separator => self.insert(if setting.notation.comma_is_decimal() { "; " } else { ", " }),
            Key::Operator(_, text) | Key::Postfix(_, text) => self.go_on(text, setting),
            Key::Function(_, text) | Key::Constant(text) | Key::Bracket(text) => self.insert(text),
            Key::Exponent => self.insert(EXPONENT),
            Key::Answer => self.insert(ANSWER),
            Key::Brackets => self.insert(if self.wants_closing() { ")" } else { "(" }),
            Key::Clear => *self = Self::default(),
            Key::Erase => self.erase(),
            Key::Second | Key::Equals => {}
        }
    }

    /// Writes a text in place of what is selected.
    pub fn insert(&mut self, text: &str) {
        self.text.replace_range(self.selection.clone(), text);
        let end = self.selection.start + text.len();
        self.selection = end..end;
    }

    /// Writes an operator; on an empty line it goes on with the last result.
    fn go_on(&mut self, text: &str, setting: &Setting) {
        if self.text.is_empty() && setting.has_answer {
            self.insert(ANSWER);
        }
        self.insert(text);
    }

    fn digit(&mut self, digit: u8, setting: &Setting) {
        let is_inside = self.before().is_some_and(|letter| letter.is_alphanumeric() || letter == '.');
        if !is_inside {
            self.insert(prefix(setting.base));
        }
        let plain = char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase();
        let zero = setting.notation.zero;
        let own = char::from_u32(u32::from(zero) + u32::from(digit));
        let letter = if setting.base == 10 { own.unwrap_or(plain) } else { plain };
        self.insert(letter.to_string().as_str());
    }

    fn before(&self) -> Option<char> {
        self.text[..self.selection.start].chars().next_back()
    }

    fn erase(&mut self) {
        if self.selection.is_empty()
            && let Some(letter) = self.before()
        {
            self.selection.start -= letter.len_utf8();
        }
        self.insert("");
    }

    /// Whether a bracket is open, and what stands before the caret can be closed in.
    fn wants_closing(&self) -> bool {
        let before = &self.text[..self.selection.start];
        let count = |bracket| before.matches(bracket).count();
        let is_operand = self.before().is_some_and(|letter| letter.is_alphanumeric() || ")]|!%°π²³".contains(letter));
        count('(') > count(')') && is_operand
    }
}

/// The last result.
pub const ANSWER: &str = "ans";
/// Whether a line begins with an operator, so that it goes on with the last result; a minus does not: it may be a sign.
pub fn goes_on(line: &str) -> bool {
    line.trim_start().starts_with(['+', '*', '/', '×', '÷', '^'])
}

/// What parts the digits of a number from its power of ten.
const EXPONENT: &str = "e";

fn prefix(base: u32) -> &'static str {
    match base {
        16 => "0x",
        8 => "0o",
        2 => "0b",
        _ => "",
    }
}

/// Closes the brackets that a line leaves open; where it cannot be read at all, it stays as it is.
pub fn closed(line: &str, notation: &Notation) -> String {
    let Ok(tokens) = lexer::tokens(line, notation) else { return line.to_owned() };
    let mut open = Vec::new();
    for token in &tokens {
        match token.kind {
            TokenKind::Sign(Sign::Open) => open.push((')', Sign::Close)),
            TokenKind::Sign(Sign::OpenList) => open.push((']', Sign::CloseList)),
            TokenKind::Sign(Sign::OpenFloor) => open.push(('⌋', Sign::CloseFloor)),
            TokenKind::Sign(Sign::OpenCeiling) => open.push(('⌉', Sign::CloseCeiling)),
            TokenKind::Sign(sign @ (Sign::Close | Sign::CloseList | Sign::CloseFloor | Sign::CloseCeiling))
                if open.pop().is_none_or(|(_, wanted)| wanted != sign) =>
            {
                return line.to_owned();
            }
            _ => {}
        }
    }
    let end = tokens.last().map_or(line.len(), |token| token.span.end);
    let closing: String = open.iter().rev().map(|(bracket, _)| *bracket).collect();
    // Before a comment, not in it.
    if closing.is_empty() { line.to_owned() } else { format!("{}{closing}{}", &line[..end], &line[end..]) }
}

#[cfg(test)]
mod tests {
    use super::super::{DIGITS, FUNCTIONS, WORDS};
    use super::*;

    fn setting(language: &str, base: u32) -> Setting {
        Setting { notation: Notation::of_language(language).unwrap_or_default(), base, has_answer: true }
    }

    /// The key with that label, or the digit.
    fn key(label: &str) -> Key {
        if let Ok(digit) = u8::from_str_radix(label, 16) {
            return Key::Digit(digit);
        }
        match label {
            "." => Key::Decimal,
            "C" => Key::Clear,
            "<" => Key::Erase,
            "ans" => Key::Answer,
            "exp" => Key::Exponent,
            "()" => Key::Brackets,
            _ => {
                let mut keys = [DIGITS, FUNCTIONS, WORDS].into_iter().flatten().copied().flatten();
                *keys.find(|key| key.label() == Some(label)).unwrap()
            }
        }
    }

    fn pressed(labels: &str, setting: &Setting) -> String {
        let mut entry = Entry::default();
        labels.split(' ').for_each(|label| entry.press(key(label), setting));
        entry.text().to_owned()
    }

    #[test]
    fn keys_write_what_stands_on_them() {
        let cases = [
            ("1 2 . 5 × 3", "12.5×3"),
            ("sin π ÷ 6", "sin(π÷6"),
            ("2 x² − √ 9", "2²−√(9"),
            ("1 . 5 exp 3", "1.5e3"),
            ("1 2 < 3", "13"),
            ("1 2 AC", "12"),
            ("5 1/x", "5⁻¹"),
        ];
        for (labels, expected) in cases {
            let labels = labels.replace(" AC", "");
            assert_eq!(pressed(&labels, &setting("en", 10)), expected, "{labels}");
        }
    }

    #[test]
    fn operators_on_an_empty_line_go_on_with_the_last_result() {
        assert_eq!(pressed("+ 1", &setting("en", 10)), "ans+1");
        assert_eq!(pressed("x²", &setting("en", 10)), "ans²");
        assert_eq!(pressed("√ 4", &setting("en", 10)), "√(4");
        let none = Setting { has_answer: false, ..setting("en", 10) };
        assert_eq!(pressed("− 1", &none), "−1");
    }

    #[test]
    fn typed_operators_do_too_but_a_minus_may_be_a_sign() {
        for (typed, expected) in [("+", true), ("*2", true), ("^", true), (" ×3", true), ("-", false), ("2+1", false)]
        {
            assert_eq!(goes_on(typed), expected, "{typed}");
        }
    }

    #[test]
    fn the_bracket_key_opens_and_closes() {
        assert_eq!(pressed("() 2 + 3 ()", &setting("en", 10)), "(2+3)");
        let mut entry = Entry::default();
        for expected in ["(", "(("] {
            entry.press(Key::Brackets, &setting("en", 10));
            assert_eq!(entry.text(), expected);
        }
    }

    #[test]
    fn digits_are_those_of_the_language_and_of_the_base() {
        assert_eq!(pressed("1 . 5", &setting("de", 10)), "1,5");
        assert_eq!(pressed("1 . 5", &setting("ar-EG", 10)), "١٫٥");
        assert_eq!(pressed("2 f OR 1", &setting("ar-EG", 16)), "0x2F or 0x1");
        assert_eq!(pressed("1 0 « 2", &setting("en", 10)), "10 << 2");
        assert_eq!(pressed("1 0 + 1", &setting("en", 2)), "0b10+0b1");
    }

    #[test]
    fn keys_work_at_the_caret_and_on_what_is_selected() {
        let mut entry = Entry::new("12+34");
        entry.select(2..2);
        entry.press(Key::Digit(5), &setting("en", 10));
        assert_eq!((entry.text(), entry.selection()), ("125+34", 3..3));
        entry.select(4..6);
        entry.press(Key::Constant("π"), &setting("en", 10));
        assert_eq!((entry.text(), entry.selection()), ("125+π", 6..6));
        entry.press(Key::Erase, &setting("en", 10));
        assert_eq!(entry.text(), "125+");
        entry.select(5..99);
        assert_eq!(entry.selection(), 4..4);
    }

    #[test]
    fn a_number_pasted_from_elsewhere_is_rewritten() {
        let mut entry = Entry::new("2*");
        entry.type_line("2*1.234,5", &setting("en", 10));
        assert_eq!((entry.text(), entry.selection()), ("2*1234.5", 8..8));
        entry.type_line("2*1234.5+1", &setting("en", 10));
        assert_eq!(entry.text(), "2*1234.5+1");
    }

    #[test]
    fn open_brackets_are_closed() {
        let notation = Notation::default();
        for (line, expected) in [
            ("sin(30", "sin(30)"),
            ("((1+2)*3", "((1+2)*3)"),
            ("mean([1, 2", "mean([1, 2])"),
            ("(1+2 // note", "(1+2) // note"),
            ("(1]", "(1]"),
            ("1)", "1)"),
            ("1+2", "1+2"),
            ("(\u{1}", "(\u{1}"),
        ] {
            assert_eq!(closed(line, &notation), expected, "{line}");
        }
    }
}
