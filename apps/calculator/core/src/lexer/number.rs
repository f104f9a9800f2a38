//! Reads one number: groups, fraction, exponent, other bases, vulgar fractions.

use super::vulgar_fraction;
use crate::error::ErrorKind;
use crate::locale::{Notation, digit_value};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// Reads a number at the start of a text.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Where the character stands that does not fit; the start where the whole number is at fault.
    fault: usize,
    notation: &'a Notation,
    commas_part: bool,
}

/// A mantissa and its power of ten.
type Reading = Result<(RBig, i64), ErrorKind>;

impl<'a> Reader<'a> {
    /// Starts at the first digit; `commas_part` says that a comma parts arguments here and cannot group digits.
    pub(super) fn new(text: &'a str, notation: &'a Notation, commas_part: bool) -> Self {
        Self { text, at: 0, fault: 0, notation, commas_part }
    }

    /// How many bytes have been read; after an error, up to and with the offending character.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Where what is wrong begins, in bytes.
    pub(super) fn fault(&self) -> usize {
        self.fault
    }

    fn refuse(&mut self) -> ErrorKind {
        self.fault = self.at;
        self.step();
        ErrorKind::MalformedNumber
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text[self.at..].chars().nth(ahead)
    }

    fn digit(&self, ahead: usize) -> Option<u8> {
        self.peek(ahead).and_then(digit_value)
    }

    fn step(&mut self) {
        self.at += self.peek(0).map_or(0, char::len_utf8);
    }

    pub(super) fn read(&mut self) -> Reading {
        if let Some((numerator, denominator)) = self.peek(0).and_then(vulgar_fraction) {
            self.step();
            return Ok((RBig::from_parts(numerator.into(), denominator.into()), 0));
        }
        if let Some(radix) = self.prefix() {
            return self.based(radix);
        }
        if let Some((radix, length)) = subscript(self.text) {
            return self.subscripted(radix, length);
        }
        let mut digits = String::new();
        self.whole(&mut digits)?;
        if self.peek(0) == Some('#')
            && let Some(radix) = digits.parse().ok().filter(|radix| (2..=36).contains(radix))
            && self.peek(1).is_some_and(|letter| letter.is_digit(radix))
        {
            self.step();
            return self.based(radix);
        }
        if let Some((numerator, denominator)) = self.peek(0).and_then(vulgar_fraction) {
            self.step();
            let part = RBig::from_parts(numerator.into(), denominator.into());
            return Ok((RBig::from(natural(&digits)) + part, 0));
        }
        if let Some(part) = self.mixed_part() {
            return Ok((RBig::from(natural(&digits)) + part, 0));
        }
        let scale = self.fraction(&mut digits)?;
        let exponent = self.exponent()?;
        Ok((RBig::from(natural(&digits)), exponent.saturating_sub(scale)))
    }

    /// Reads the digits before the decimal mark, checking the sizes of groups.
    fn whole(&mut self, digits: &mut String) -> Result<(), ErrorKind> {
        let mut groups: Vec<usize> = vec![0];
        loop {
            while let Some(digit) = self.digit(0) {
                digits.push(char::from(b'0' + digit));
                if let Some(last) = groups.last_mut() {
                    *last += 1;
                }
                self.step();
            }
            match self.peek(0) {
                Some('_') if self.digit(1).is_some() => self.step(),
                Some(mark) if self.is_group(mark) && self.digit(1).is_some() => {
                    if mark == ' ' && !self.is_followed_by_group() {
                        break;
                    }
                    self.step();
                    groups.push(0);
                }
                _ => break,
            }
        }
        if self.are_groups_sound(&groups) { Ok(()) } else { Err(ErrorKind::MalformedNumber) }
    }

    /// Reads the fraction of a mixed number, `1 1/2`: below one, and close around its stroke.
    ///
    /// Three digits behind the space could be a group of a larger number: they are left to be told as an error.
    fn mixed_part(&mut self) -> Option<RBig> {
        let rest = self.text[self.at..].strip_prefix(' ')?;
        if let Some((numerator, denominator)) = rest.chars().next().and_then(vulgar_fraction) {
            self.step();
            self.step();
            return Some(RBig::from_parts(numerator.into(), denominator.into()));
        }
        let (above, rest) = leading_digits(rest);
        let (below, rest) = leading_digits(rest.strip_prefix(['/', '⁄'])?);
        let goes_on = rest.chars().next().is_some_and(|next| self.notation.is_decimal(next) || next == '/');
        let (numerator, denominator) = (natural(&above), natural(&below));
        if !(1..=2).contains(&above.len()) || above.starts_with('0') || numerator >= denominator || goes_on {
            return None;
        }
        self.at = self.text.len() - rest.len();
        Some(RBig::from_parts_signed(numerator, denominator))
    }

    fn is_group(&self, mark: char) -> bool {
        (self.notation.is_group(mark) || self.is_apostrophe(mark)) && !(mark == ',' && self.commas_part)
    }

    /// An apostrophe groups three digits and no more, wherever it comes from; else it is the sign of feet.
    fn is_apostrophe(&self, mark: char) -> bool {
        matches!(mark, '\'' | '\u{2019}')
            && self.is_followed_by_group()
            && !matches!(self.peek(4), Some('"' | '″' | '”'))
    }

    /// A plain space groups only three digits and no more: else it parts two numbers, and that is an error elsewhere.
    fn is_followed_by_group(&self) -> bool {
        (1..=3).all(|ahead| self.digit(ahead).is_some()) && self.digit(4).is_none()
    }

    fn are_groups_sound(&self, groups: &[usize]) -> bool {
        let Some((&first, rest)) = groups.split_first() else { return true };
        let Some((&last, middle)) = rest.split_last() else { return true };
        let fits = |secondary: usize| {
            last == 3 && (1..=secondary).contains(&first) && middle.iter().all(|&length| length == secondary)
        };
        fits(3) || fits(self.notation.secondary)
    }

    /// Reads the decimal mark and what follows; returns the number of digits there.
    fn fraction(&mut self, digits: &mut String) -> Result<i64, ErrorKind> {
        let Some(mark) = self.peek(0).filter(|&mark| self.notation.is_decimal(mark)) else { return Ok(0) };
        if self.digit(1).is_none() && (digits.is_empty() || mark == ',') {
            return Err(self.refuse());
        }
        self.step();
        let mut scale = 0;
        loop {
            if let Some(digit) = self.digit(0) {
                digits.push(char::from(b'0' + digit));
                scale += 1;
            } else if self.peek(0) != Some('_') || self.digit(1).is_none() {
                break;
            }
            self.step();
        }
        let is_second_mark = |mark: char| self.notation.is_decimal(mark) || mark == '.';
        if self.peek(0).is_some_and(is_second_mark) || self.peek(0).is_some_and(|mark| self.is_late_group(mark)) {
            return Err(self.refuse());
        }
        Ok(scale)
    }

    /// A mark of groups behind the decimal mark: `1.234.567` read where the point is decimal, `1,5.000` in German.
    fn is_late_group(&self, mark: char) -> bool {
        mark != ' ' && self.is_group(mark) && self.digit(1).is_some()
    }

    fn exponent(&mut self) -> Result<i64, ErrorKind> {
        if !matches!(self.peek(0), Some('e' | 'E')) {
            return Ok(0);
        }
        let sign = match self.peek(1) {
            Some('-' | '−') => Some(-1),
            Some('+') => Some(1),
            _ => None,
        };
        if self.digit(1 + usize::from(sign.is_some())).is_none() {
            return Ok(0);
        }
        (0..1 + usize::from(sign.is_some())).for_each(|_| self.step());
        let mut value = 0i64;
        while let Some(digit) = self.digit(0) {
            value = value.saturating_mul(10).saturating_add(i64::from(digit));
            self.step();
        }
        // Beyond this no number can be told from another in any calculation, and sums of exponents could overflow.
        const MAX_EXPONENT: i64 = 1 << 60;
        if value > MAX_EXPONENT { Err(ErrorKind::TooLarge) } else { Ok(value * sign.unwrap_or(1)) }
    }

    fn prefix(&mut self) -> Option<u32> {
        if self.peek(0) != Some('0') {
            return None;
        }
        let radix = match self.peek(1)? {
            'x' | 'X' => 16,
            'o' | 'O' => 8,
            'b' | 'B' => 2,
            _ => return None,
        };
        // `0b` with nothing behind is a number that was not finished; `0 bit` is spelled out.
        let next = self.peek(2);
        let is_number = next.is_none_or(|letter| letter.is_digit(radix.max(10)) || !letter.is_alphanumeric());
        if is_number {
            self.step();
            self.step();
        }
        is_number.then_some(radix)
    }

    /// Reads digits with their base behind them.
    fn subscripted(&mut self, radix: u32, length: usize) -> Reading {
        let value = self.based(radix)?;
        if self.text[self.at..].chars().next().and_then(lowered).is_none() {
            return Err(self.refuse());
        }
        self.at = length;
        Ok(value)
    }

    fn based(&mut self, radix: u32) -> Reading {
        let mut digits = String::new();
        let mut scale = None;
        while let Some(letter) = self.peek(0) {
            if letter.is_digit(radix) {
                digits.push(letter);
                scale = scale.map(|scale: usize| scale + 1);
            } else if letter == '.' && scale.is_none() && self.peek(1).is_some_and(|next| next.is_digit(radix)) {
                scale = Some(0);
            } else if letter.is_ascii_digit() || (radix > 10 && letter.is_ascii_alphabetic()) {
                return Err(self.refuse());
            } else if letter != '_' || !self.peek(1).is_some_and(|next| next.is_digit(radix)) {
                break;
            }
            self.step();
        }
        let value = UBig::from_str_radix(&digits, radix).map_err(|_| ErrorKind::MalformedNumber)?;
        let scale = UBig::from(radix).pow(scale.unwrap_or(0));
        Ok((RBig::from_parts(IBig::from(value), scale), 0))
    }
}

/// The base that stands below the line behind the digits a text begins with, `1010₂`, and the bytes of both; no base
/// where letters come first that are no digits in it, `log₂`, or that could be a variable's, `a₁₂`.
pub(super) fn subscript(text: &str) -> Option<(u32, usize)> {
    let digits = text.find(|letter: char| !letter.is_ascii_alphanumeric()).filter(|&length| length > 0)?;
    let below = &text[digits..];
    let length = below.find(|letter| lowered(letter).is_none()).unwrap_or(below.len());
    let base: String = below[..length].chars().filter_map(lowered).collect();
    let radix = base.parse().ok().filter(|radix| (2..=36).contains(radix))?;
    let is_number = text.starts_with(|first: char| first.is_ascii_digit())
        || (radix == 16 && text[..digits].chars().all(|letter| letter.is_ascii_hexdigit()));
    is_number.then_some((radix, digits + length))
}

/// A digit below the line as one on it.
pub(crate) fn lowered(letter: char) -> Option<char> {
    ('₀'..='₉').contains(&letter).then(|| char::from_digit(u32::from(letter) - u32::from('₀'), 10)).flatten()
}

/// Splits a text behind the digits it begins with, which are returned as ASCII.
fn leading_digits(text: &str) -> (String, &str) {
    let digits: String = text.chars().map_while(digit_value).map(|digit| char::from(b'0' + digit)).collect();
    let rest = text.trim_start_matches(|letter| digit_value(letter).is_some());
    (digits, rest)
}

/// Reads digits; no digits are zero.
fn natural(digits: &str) -> IBig {
    if digits.is_empty() { IBig::ZERO } else { digits.parse().expect("only digits were gathered") }
}
