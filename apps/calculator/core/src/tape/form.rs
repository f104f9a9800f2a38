//! The forms one result can be written in, and how it is copied.

use crate::budget::Budget;
use crate::error::Error;
use crate::expression::Target;
use crate::format::{self, Text};
use crate::locale::Notation;
use crate::real::Real;
use crate::value::{Settings, Value};
use dashu_base::{Sign, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::collections::HashMap;

/// A way to write a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// As the line asks for it: decimal, unless it converts.
    #[default]
    Plain,
    /// As a quotient of two integers.
    Fraction,
    /// As an integer and a quotient below one.
    Mixed,
    /// As a decimal number whose repeating digits stand in brackets.
    Recurring,
    /// One digit before the decimal mark, and a power of ten.
    Scientific,
    /// A power of ten that is a multiple of three.
    Engineering,
    /// Degrees or hours, minutes and seconds.
    Sexagesimal,
}

impl Form {
    /// Every form, in the order in which a key goes through them.
    pub const ALL: [Self; 7] = [
        Self::Plain,
        Self::Fraction,
        Self::Mixed,
        Self::Recurring,
        Self::Scientific,
        Self::Engineering,
        Self::Sexagesimal,
    ];
}

/// The longest period of a recurring decimal that is written out.
const LONGEST_PERIOD: usize = 200;

/// Writes a value in a form; `None` where it has none, or only the plain one.
///
/// # Errors
/// As [`format::write`].
pub fn write(value: &Value, form: Form, settings: &Settings, budget: &Budget) -> Result<Option<Text>, Error> {
    let target = match form {
        Form::Plain => return format::write(value, settings, budget).map(Some),
        Form::Recurring => return Ok(rational(value).and_then(|value| recurring(value, &settings.notation))),
        Form::Fraction => Target::Fraction,
        Form::Mixed => Target::MixedFraction,
        Form::Scientific => Target::Scientific,
        Form::Engineering => Target::Engineering,
        Form::Sexagesimal => Target::Sexagesimal,
    };
    if !suits(value, form) {
        return Ok(None);
    }
    let inner = bare(value).clone();
    format::write(&Value::Written(Box::new(inner), target), settings, budget).map(Some)
}

fn suits(value: &Value, form: Form) -> bool {
    match (bare(value), form) {
        (Value::Number(Real::Rational(value)), Form::Fraction) => !value.is_int(),
        (Value::Number(Real::Rational(value)), Form::Mixed) => !value.is_int() && !value.trunc().is_zero(),
        (Value::Number(_), Form::Scientific | Form::Engineering | Form::Sexagesimal) => true,
        (Value::Quantity(_, unit), Form::Sexagesimal) => unit.is_angle() || unit.is_time(),
        (Value::Quantity(..), Form::Scientific | Form::Engineering) => true,
        _ => false,
    }
}

fn bare(value: &Value) -> &Value {
    match value {
        Value::Written(inner, _) => inner,
        other => other,
    }
}

fn rational(value: &Value) -> Option<&RBig> {
    match bare(value) {
        Value::Number(number) => number.as_rational(),
        _ => None,
    }
}

/// Writes 1/6 as `0.1(6)`; `None` where the digits end, or the period is too long.
fn recurring(value: &RBig, notation: &Notation) -> Option<Text> {
    let (sign, above) = value.numerator().clone().into_parts();
    let below = value.denominator();
    let (whole, mut rest) = (&above / below, above % below);
    let mut digits = String::new();
    let mut seen: HashMap<UBig, usize> = HashMap::new();
    while !rest.is_zero() {
        if let Some(&start) = seen.get(&rest).filter(|start| digits.len() - **start <= LONGEST_PERIOD) {
            let minus = if sign == Sign::Negative { "-" } else { "" };
            let plain = notation.localise(&format!("{minus}{whole}.{digits}"));
            // Every digit of the fraction is one character in every script.
            let period = digits.len() - start;
            let cut = plain.char_indices().rev().nth(period - 1).map_or(0, |(at, _)| at);
            return Some(Text { text: format!("{}({})", &plain[..cut], &plain[cut..]), is_exact: true });
        }
        if digits.len() > 2 * LONGEST_PERIOD {
            return None;
        }
        let _first = seen.insert(rest.clone(), digits.len());
        rest *= 10u8;
        digits.push_str(&(&rest / below).to_string());
        rest %= below;
    }
    None
}

/// Returns the bits of an integer in a word of so many; `None` where the value is no integer.
pub fn bits(value: &Value, size: usize) -> Option<u64> {
    let Value::Number(number) = bare(value) else { return None };
    let wrapped = crate::evaluate::wrap(number.as_integer()?, crate::value::Word { bits: size, is_signed: false });
    u64::try_from(wrapped).ok()
}

/// Returns the integer that these bits of a word are.
pub fn of_bits(bits: u64, word: crate::value::Word) -> Value {
    Value::Number(Real::from(crate::evaluate::wrap(&IBig::from(bits), word)))
}

/// Writes a result for LaTeX's mathematics mode; `text` is how it is written plainly, in any form but with plain digits.
pub fn latex(text: &str) -> String {
    let (number, unit) = match text.split_once(' ') {
        Some((number, unit)) if !unit.starts_with(|letter: char| letter.is_ascii_digit()) => (number, Some(unit)),
        _ => (text, None),
    };
    let number = number.split(' ').map(latex_number).collect::<Vec<_>>().join("\\,");
    match unit {
        Some(unit) => format!("{number}\\,\\mathrm{{{}}}", unit.replace('%', "\\%")),
        None => number,
    }
}

fn latex_number(number: &str) -> String {
    if let Some((above, below)) = number.split_once('/') {
        let (minus, above) = above.strip_prefix('-').map_or(("", above), |rest| ("-", rest));
        return format!("{minus}\\frac{{{above}}}{{{below}}}");
    }
    if let Some((start, period)) = number.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        return format!("{start}\\overline{{{period}}}");
    }
    match number.split_once('e') {
        Some((mantissa, exponent)) if exponent.parse::<i64>().is_ok() => {
            format!("{mantissa} \\times 10^{{{exponent}}}")
        }
        _ => number.replace('%', "\\%"),
    }
}

/// Whether a value is an integer, so that its bits can be shown.
pub fn is_integer(value: &Value) -> bool {
    matches!(bare(value), Value::Number(number) if number.as_integer().is_some())
}

/// Returns the number of binary digits of an integer without its sign; 0 for everything else.
pub fn length(value: &Value) -> usize {
    let Value::Number(number) = bare(value) else { return 0 };
    number.as_integer().map_or(0, |value| dashu_base::BitTest::bit_len(&value.clone().unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::Calculator;
    use crate::date::Date;
    use crate::value::Word;

    fn value(line: &str) -> Value {
        let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 25).unwrap());
        calculator.preview(line, &Budget::default()).unwrap().value
    }

    fn written(line: &str, form: Form, language: &str) -> Option<String> {
        let notation = Notation::of_language(language).unwrap_or_default();
        let settings = Settings { notation, ..Settings::default() };
        write(&value(line), form, &settings, &Budget::default()).unwrap().map(|text| text.text)
    }

    #[test]
    fn a_result_has_the_forms_that_suit_it() {
        let cases = [
            ("1/6", Form::Recurring, Some("0.1(6)")),
            ("-22/7", Form::Recurring, Some("-3.(142857)")),
            ("1/8", Form::Recurring, None),
            ("1/1009", Form::Recurring, None),
            ("pi", Form::Recurring, None),
            ("22/7", Form::Fraction, Some("22/7")),
            ("22/7", Form::Mixed, Some("3 1/7")),
            ("1/7", Form::Mixed, None),
            ("4", Form::Fraction, None),
            ("12345", Form::Scientific, Some("1.2345e4")),
            ("12345", Form::Engineering, Some("12.345e3")),
            ("1.5", Form::Sexagesimal, Some("1°30′0″")),
            ("3 km", Form::Sexagesimal, None),
            ("3 km", Form::Scientific, Some("3 km")),
            ("2026-11-24", Form::Fraction, None),
        ];
        for (line, form, expected) in cases {
            assert_eq!(written(line, form, "en").as_deref(), expected, "{line} {form:?}");
        }
    }

    #[test]
    fn a_period_is_marked_in_every_script() {
        assert_eq!(written("1/6", Form::Recurring, "de").as_deref(), Some("0,1(6)"));
        assert_eq!(written("1/6", Form::Recurring, "ar-EG").as_deref(), Some("٠٫١(٦)"));
    }

    #[test]
    fn bits_and_words_are_each_others_inverse() {
        let word = Word { bits: 8, is_signed: true };
        assert_eq!(bits(&value("-1"), 8), Some(255));
        assert_eq!(bits(&value("1/2"), 8), None);
        for number in [-128, -1, 0, 1, 127] {
            let value = Value::Number(Real::from(number));
            assert_eq!(of_bits(bits(&value, 8).unwrap(), word), value, "{number}");
        }
    }

    #[test]
    fn latex_says_the_same() {
        let cases = [
            ("4585.665", "4585.665"),
            ("-1/3", "-\\frac{1}{3}"),
            ("3 1/7", "3\\,\\frac{1}{7}"),
            ("0.1(6)", "0.1\\overline{6}"),
            ("6.02e23", "6.02 \\times 10^{23}"),
            ("8.04672 km", "8.04672\\,\\mathrm{km}"),
            ("15%", "15\\%"),
        ];
        for (plain, expected) in cases {
            assert_eq!(latex(plain), expected, "{plain}");
        }
    }
}
