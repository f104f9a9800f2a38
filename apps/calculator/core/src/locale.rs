//! The marks, groups and digits numbers are read and written with.

use candela_shared::i18n::number::Number;
use std::borrow::Cow;

/// How numbers are read and written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notation {
    /// Between whole and fraction.
    pub decimal: char,
    /// Between groups of digits when written; `None` where numbers are written plain.
    pub group: Option<char>,
    /// Digits in the group before the decimal mark.
    pub primary: usize,
    /// Digits in every other group (2 in India).
    pub secondary: usize,
    /// Digits a number must have in front of its last group to be grouped at all.
    pub minimum: usize,
    /// The digit zero; the others follow it in Unicode.
    pub zero: char,
    /// What stands before a negative number.
    pub minus: String,
}

impl Default for Notation {
    fn default() -> Self {
        Self { decimal: '.', group: None, primary: 3, secondary: 3, minimum: 1, zero: '0', minus: "-".to_owned() }
    }
}

impl Notation {
    /// Finds the notation of a language, given as a BCP 47 tag or as a POSIX name (`de_AT.UTF-8`).
    ///
    /// What a language does is read off two numbers it has written, so that the data lives in one place, in
    /// [`candela_shared::i18n::number`]. `None` where the tag is malformed.
    pub fn of_language(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let number = Number::new(&tag).ok()?;
        let sample = number.plain("-1234567890.5")?;
        let minus: String = sample.chars().take_while(|&letter| digit_value(letter).is_none()).collect();
        let body: Vec<char> = sample.chars().skip(minus.chars().count()).collect();
        let zero = char::from_u32(u32::from(*body.first()?).checked_sub(1)?)?;
        let marks: Vec<usize> = (0..body.len()).filter(|&at| digit_value(body[at]).is_none()).collect();
        let (&last, groups) = marks.split_last()?;
        let group = groups.last().map(|&at| body[at]);
        let primary = groups.last().map_or(3, |&at| last - at - 1);
        let secondary = groups.iter().rev().nth(1).map_or(primary, |&at| groups[groups.len() - 1] - at - 1);
        let short = number.plain("1234")?;
        let minimum = if short.chars().all(|letter| digit_value(letter).is_some()) { 2 } else { 1 };
        Some(Self { decimal: body[last], group, primary, secondary, minimum, zero, minus })
    }

    /// Returns the notation that answers a line in the digits it was written in, where a language has been chosen.
    ///
    /// Arabic and Persian digits bring their own marks. Digits of several scripts leave the language's own.
    #[must_use]
    pub fn answering(&self, line: &str) -> Cow<'_, Self> {
        let mut zeros = line.chars().filter(|letter| !letter.is_ascii()).filter_map(zero_of);
        // Nobody reads in the digits that East Asian keyboards and typesetters use between others.
        let is_variant = |zero: &char| matches!(zero, '\u{ff10}' | '\u{1d7ce}'..='\u{1d7f6}' | '\u{1fbf0}');
        let Some(zero) = zeros.next().filter(|&zero| !is_variant(&zero) && zeros.all(|other| other == zero)) else {
            return Cow::Borrowed(self);
        };
        if *self == Self::default() || self.zero == zero || line.contains(|letter: char| letter.is_ascii_digit()) {
            return Cow::Borrowed(self);
        }
        let is_arabic = matches!(zero, '\u{660}' | '\u{6f0}');
        let (decimal, group) =
            if is_arabic { ('\u{66b}', self.group.map(|_| '\u{66c}')) } else { (self.decimal, self.group) };
        Cow::Owned(Self { zero, decimal, group, ..self.clone() })
    }

    /// Whether the comma is the decimal mark, so that it cannot part arguments.
    pub fn comma_is_decimal(&self) -> bool {
        self.decimal == ','
    }

    /// Whether a character parts groups of digits in this notation, also those a careless hand types instead.
    pub fn is_group(&self, letter: char) -> bool {
        match letter {
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{66c}' => true,
            '\u{2019}' | '\'' => matches!(self.group, Some('\u{2019}' | '\'')),
            ' ' => self.group.is_some(),
            ',' => matches!(self.group, Some(',' | '\u{66c}')),
            _ => self.group == Some(letter),
        }
    }

    /// Whether a character parts whole and fraction.
    pub fn is_decimal(&self, letter: char) -> bool {
        letter == self.decimal || letter == '\u{66b}' || (matches!(letter, '.' | '．') && !self.is_group('.'))
    }

    /// Writes a plain number (`-1234.5e6`) in this notation.
    pub fn localise(&self, plain: &str) -> String {
        let (mantissa, exponent) = plain.split_once('e').map_or((plain, None), |(left, right)| (left, Some(right)));
        let (negative, mantissa) = mantissa.strip_prefix('-').map_or((false, mantissa), |rest| (true, rest));
        let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(left, right)| (left, Some(right)));
        let mut text = if negative { self.minus.clone() } else { String::new() };
        for (at, digit) in whole.chars().enumerate() {
            if let Some(mark) = self.group.filter(|_| self.is_group_start(whole.len(), whole.len() - at)) {
                text.push(mark);
            }
            text.push(self.digit(digit));
        }
        if let Some(fraction) = fraction {
            text.push(self.decimal);
            text.extend(fraction.chars().map(|digit| self.digit(digit)));
        }
        if let Some(exponent) = exponent {
            let (minus, digits) = exponent.strip_prefix('-').map_or(("", exponent), |rest| (self.minus.as_str(), rest));
            text.push('e');
            text.push_str(minus);
            text.extend(digits.chars().map(|digit| self.digit(digit)));
        }
        text
    }

    fn is_group_start(&self, length: usize, left: usize) -> bool {
        left < length
            && length >= self.primary + self.minimum
            && left >= self.primary
            && (left - self.primary).is_multiple_of(self.secondary)
    }

    fn digit(&self, digit: char) -> char {
        let value = digit.to_digit(10).filter(|_| self.zero != '0');
        value.and_then(|value| char::from_u32(u32::from(self.zero) + value)).unwrap_or(digit)
    }
}

/// The zeros of every script with decimal digits (general category Nd, Unicode 16).
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136,
    0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0,
    0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8,
    0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// Returns the value of a decimal digit of any script.
pub fn digit_value(letter: char) -> Option<u8> {
    if letter.is_ascii() {
        return letter.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    u8::try_from(u32::from(letter) - u32::from(zero_of(letter)?)).ok()
}

/// Returns the zero of the digits that a digit belongs to.
fn zero_of(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let zero = *ZEROS[..ZEROS.partition_point(|&zero| zero <= code)].last()?;
    if code - zero < 10 { char::from_u32(zero) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_write_numbers_their_own_way() {
        let cases = [
            ("en", "-1234567.5e-3", "-1,234,567.5e-3"),
            ("de", "1234567.5", "1.234.567,5"),
            ("de_AT.UTF-8", "1234567.5", "1\u{a0}234\u{a0}567,5"),
            ("hi", "1234567.5", "12,34,567.5"),
            ("es", "1234.5", "1234,5"),
            ("es", "12345", "12.345"),
            ("ar-EG", "1234567.5", "١٬٢٣٤٬٥٦٧٫٥"),
            ("de-CH", "1234567.5", "1'234'567.5"),
        ];
        for (tag, plain, expected) in cases {
            assert_eq!(Notation::of_language(tag).unwrap().localise(plain), expected, "{tag}");
        }
        assert_eq!(Notation::default().localise("-1234567.5"), "-1234567.5");
    }

    #[test]
    fn a_space_groups_digits_in_every_language_and_nowhere_else() {
        assert!(["de", "en", "fr", "ar"].iter().all(|tag| Notation::of_language(tag).unwrap().is_group(' ')));
        assert!(!Notation::default().is_group(' '));
    }

    #[test]
    fn a_line_is_answered_in_its_digits_where_a_language_is_chosen() {
        let cases = [
            ("hi", "१२३", "१२,३४,५६७.५"),
            ("ar", "١+١", "١٬٢٣٤٬٥٦٧٫٥"),
            ("ar", "1", "1,234,567.5"),
            ("hi", "१+٢", "12,34,567.5"),
        ];
        for (tag, line, expected) in cases {
            let notation = Notation::of_language(tag).unwrap();
            assert_eq!(notation.answering(line).localise("1234567.5"), expected, "{tag} {line}");
        }
        assert_eq!(Notation::default().answering("१२३").localise("1234567.5"), "1234567.5");
    }

    #[test]
    fn digits_of_every_script_have_their_value() {
        for (letter, value) in [('7', 7), ('٧', 7), ('۷', 7), ('७', 7), ('７', 7), ('𝟟', 7)] {
            assert_eq!(digit_value(letter), Some(value), "{letter}");
        }
        assert_eq!(digit_value('a'), None);
        assert_eq!(digit_value('½'), None);
    }
}
