//! Writes values as text that can be read again.

use crate::budget::Budget;
use crate::error::{Error, ErrorKind};
use crate::evaluate::wrap;
use crate::expression::Target;
use crate::real::{Digits, Real, Rounding};
use crate::unit::Unit;
use crate::value::{Settings, Value, Word};
use dashu_base::UnsignedAbs;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;

/// Numbers below ten to this power are written with a power of ten.
const SMALLEST_PLAIN: i64 = -7;

/// Integer digits written out in a base other than ten.
const MAX_BASED_DIGITS: usize = 100_000;

/// A value as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text, numbers in the notation that is set.
    pub text: String,
    /// Whether nothing was rounded: what "=" may stand before.
    pub is_exact: bool,
}

/// Writes a value as the settings say.
///
/// # Errors
/// [`ErrorKind::UndecidableZero`] where a number cannot be told from zero; [`ErrorKind::TooLarge`]; those of the budget.
pub fn write(value: &Value, settings: &Settings, budget: &Budget) -> Result<Text, Error> {
    let mut writer = Writer { settings, budget, manner: None, is_exact: true };
    let text = writer.value(value)?;
    Ok(Text { text, is_exact: writer.is_exact })
}

struct Writer<'a> {
    settings: &'a Settings,
    budget: &'a Budget,
    manner: Option<Target>,
    is_exact: bool,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value) -> Result<String, Error> {
        Ok(match value {
            Value::Number(number) => self.number(number)?,
            Value::Complex(re, im) => self.complex(re, im)?,
            Value::Quantity(number, unit) => self.quantity(number, unit)?,
            Value::Unit(unit) => self.quantity(&Real::ONE, unit)?,
            Value::Date(date) => date.to_string(),
            Value::Truth(truth) => truth.to_string(),
            Value::List(list) => {
                let mark = if self.settings.notation.comma_is_decimal() { "; " } else { ", " };
                let parts = list.iter().map(|value| self.value(value)).collect::<Result<Vec<_>, _>>()?;
                format!("[{}]", parts.join(mark))
            }
            Value::Factors(factors) => self.factors(factors)?,
            Value::Huge(logarithm) => {
                self.is_exact = false;
                format!("about 10^({})", self.decimal(logarithm)?)
            }
            Value::Written(inner, Target::Mixed(units)) => self.mixed(inner, units)?,
            Value::Written(inner, manner) => {
                let before = self.manner.replace(manner.clone());
                let text = self.value(inner)?;
                self.manner = before;
                text
            }
        })
    }

    fn factors(&mut self, factors: &[(Real, u64)]) -> Result<String, Error> {
        let mut parts = Vec::new();
        for (prime, count) in factors {
            let Some(prime) = prime.as_integer() else { continue };
            let prime = self.settings.notation.localise(&prime.to_string());
            parts.push(if *count == 1 { prime } else { format!("{prime}^{count}") });
        }
        Ok(parts.join(" * "))
    }

    fn quantity(&mut self, number: &Real, unit: &Unit) -> Result<String, Error> {
        if let Some(Target::Sexagesimal) = self.manner {
            return self.sexagesimal(number, unit);
        }
        let is_one = number.as_integer().is_some_and(|value| value.clone().unsigned_abs() == UBig::ONE);
        let text = self.number(number)?;
        // Plain is for programs, which find the unit behind the space.
        let is_close = unit.is_attached() && self.settings.notation.group.is_some();
        Ok(if is_close { format!("{text}{unit}") } else { format!("{text} {}", unit.text(is_one)) })
    }

    fn complex(&mut self, re: &Real, im: &Real) -> Result<String, Error> {
        let size = match im {
            Real::Rational(value) if value.is_one() => String::new(),
            Real::Rational(value) if *value == RBig::from(-1) => "-".to_owned(),
            _ => self.number(im)?,
        };
        let imaginary = if size.contains('/') { format!("({size})i") } else { format!("{size}i") };
        if re.is_zero() {
            return Ok(imaginary);
        }
        let real = self.number(re)?;
        let sign = if imaginary.starts_with(self.settings.notation.minus.as_str()) || imaginary.starts_with('-') {
            ""
        } else {
            "+"
        };
        Ok(format!("{real}{sign}{imaginary}"))
    }

    fn number(&mut self, number: &Real) -> Result<String, Error> {
        match self.manner.clone() {
            Some(Target::Base(base)) if base != 10 => self.based(number, base),
            Some(Target::Fraction) => self.fraction(number),
            Some(Target::MixedFraction) => self.mixed_fraction(number),
            Some(Target::Percent) => {
                let hundredfold = number.multiply(&Real::from(100), self.budget)?;
                Ok(format!("{}%", self.decimal(&hundredfold)?))
            }
            Some(Target::Scientific) => self.with_exponent(number, 1),
            Some(Target::Engineering) => self.with_exponent(number, 3),
            Some(Target::Sexagesimal) => self.sexagesimal(number, &Unit::default()),
            Some(_) => self.decimal(number),
            None if self.settings.base != 10 => self.based(number, self.settings.base),
            None if self.settings.is_exact => self.fraction_or_decimal(number),
            None => self.decimal(number),
        }
    }

    fn fraction(&mut self, number: &Real) -> Result<String, Error> {
        match number {
            Real::Rational(value) => Ok(self.localised_ratio(value)),
            Real::Form(_) => self.decimal(number),
        }
    }

    fn localised_ratio(&self, value: &RBig) -> String {
        let above = self.settings.notation.localise(&value.numerator().to_string());
        if value.is_int() {
            return above;
        }
        format!("{above}/{}", self.settings.notation.localise(&value.denominator().to_string()))
    }

    fn mixed_fraction(&mut self, number: &Real) -> Result<String, Error> {
        let Real::Rational(value) = number else { return self.decimal(number) };
        let whole = value.trunc();
        let rest = value - RBig::from(whole.clone());
        if whole.is_zero() || rest.is_zero() {
            return Ok(self.localised_ratio(value));
        }
        let (_, above) = rest.numerator().clone().into_parts();
        let rest = RBig::from_parts(IBig::from(above), rest.denominator().clone());
        Ok(format!("{} {}", self.settings.notation.localise(&whole.to_string()), self.localised_ratio(&rest)))
    }

    fn fraction_or_decimal(&mut self, number: &Real) -> Result<String, Error> {
        if let Real::Rational(value) = number
            && !number.digits(self.settings.digits, 10, self.budget)?.is_exact
        {
            return Ok(self.localised_ratio(value));
        }
        self.decimal(number)
    }

    fn digits(&mut self, number: &Real) -> Result<Digits, Error> {
        let digits = number.digits(self.settings.digits, 10, self.budget)?;
        self.is_exact &= digits.is_exact;
        Ok(digits)
    }

    fn decimal(&mut self, number: &Real) -> Result<String, Error> {
        let digits = self.digits(number)?;
        let (text, point) = significant(&digits, 10);
        let first = point - 1;
        let limit = i64::try_from(self.settings.digits).unwrap_or(i64::MAX);
        let plain = if (SMALLEST_PLAIN..limit).contains(&first) {
            positional(&text, point)
        } else {
            scientific(&text, first, 1)
        };
        Ok(self.localised(&plain, digits.is_negative))
    }

    fn with_exponent(&mut self, number: &Real, step: i64) -> Result<String, Error> {
        let digits = self.digits(number)?;
        let (text, point) = significant(&digits, 10);
        let first = if text == "0" { 0 } else { point - 1 };
        Ok(self.localised(&scientific(&text, first, step), digits.is_negative))
    }

    fn localised(&self, plain: &str, is_negative: bool) -> String {
        let sign = if is_negative { "-" } else { "" };
        self.settings.notation.localise(&format!("{sign}{plain}"))
    }

    fn based(&mut self, number: &Real, base: u32) -> Result<String, Error> {
        let prefix = match base {
            16 => "0x",
            8 => "0o",
            2 => "0b",
            _ => "",
        };
        let number = match (self.settings.word, number.as_integer()) {
            // In a word every bit is shown: a negative number as its two's complement.
            (Some(word), Some(value)) => Real::from(wrap(value, Word { is_signed: false, ..word })),
            _ => number.clone(),
        };
        if number.is_zero() {
            return Ok(format!("{prefix}0"));
        }
        let whole = number.absolute(self.budget)?.rounded(Rounding::Floor, self.budget)?.unsigned_abs();
        let length = if whole.is_zero() { 0 } else { whole.ilog(&UBig::from(base)) + 1 };
        if length > MAX_BASED_DIGITS {
            return Err(ErrorKind::TooLarge.into());
        }
        let digits = number.digits(self.settings.digits.max(length), base, self.budget)?;
        self.is_exact &= digits.is_exact;
        let (text, point) = significant(&digits, base);
        let sign = if digits.is_negative { "-" } else { "" };
        Ok(format!("{sign}{prefix}{}", positional(&text, point)))
    }

    /// Writes 5 ft 7 in: whole numbers of every unit but the last.
    fn mixed(&mut self, value: &Value, units: &[Unit]) -> Result<String, Error> {
        let Value::Quantity(number, unit) = value else { return self.value(value) };
        let mut parts = Vec::new();
        let mut rest = number.clone();
        let mut from = unit.clone();
        for (at, unit) in units.iter().enumerate() {
            if from.dimension() != unit.dimension() {
                let (left, right) = (from.to_string(), unit.to_string());
                return Err(ErrorKind::DimensionMismatch { left, right }.into());
            }
            let ratio = from.scale().factor / unit.scale().factor;
            rest = rest.multiply(&Real::Rational(ratio), self.budget)?;
            from = unit.clone();
            if at + 1 == units.len() {
                parts.push(self.quantity(&rest, unit)?);
                break;
            }
            let whole = Real::from(rest.rounded(Rounding::Truncate, self.budget)?);
            rest = rest.subtract(&whole, self.budget)?;
            parts.push(self.quantity(&whole, unit)?);
            rest = rest.absolute(self.budget)?;
        }
        Ok(parts.join(" "))
    }

    /// Writes degrees (or hours), minutes and seconds; seconds are rounded to the digits that are left.
    fn sexagesimal(&mut self, number: &Real, unit: &Unit) -> Result<String, Error> {
        let is_angle = unit.is_angle();
        let number = if is_angle {
            let scale = unit.scale();
            let by = Real::pi().power_integer(&IBig::from(scale.pi - 1), self.budget)?;
            let degrees = Real::Rational(scale.factor * RBig::from(180));
            number.multiply(&degrees, self.budget)?.multiply(&by, self.budget)?
        } else if unit.is_time() {
            number.multiply(&Real::Rational(unit.scale().factor / RBig::from(3600)), self.budget)?
        } else {
            number.clone()
        };
        let is_negative = number.sign(self.budget)? == Ordering::Less;
        let seconds = number.absolute(self.budget)?.multiply(&Real::from(3600), self.budget)?;
        const PLACES: i64 = 1_000_000;
        let small = seconds.multiply(&Real::from(PLACES), self.budget)?;
        let rounded = small.rounded(Rounding::Nearest, self.budget)?;
        self.is_exact &= small.as_integer().is_some();
        let hundredth = IBig::from(60 * PLACES);
        let minutes = &rounded / &hundredth;
        let rest = RBig::from_parts(&rounded % &hundredth, UBig::from(u64::try_from(PLACES).unwrap_or(1)));
        let rest = self.decimal(&Real::Rational(rest))?;
        let (hours, minutes) = (&minutes / IBig::from(60), minutes % IBig::from(60));
        let sign = if is_negative { "-" } else { "" };
        Ok(if unit.is_time() {
            format!("{sign}{hours}:{minutes:0>2}:{rest:0>2}")
        } else {
            format!("{sign}{hours}°{minutes}′{rest}″")
        })
    }
}

/// Returns the digits without zeros at the end, and where the point stands from their start.
fn significant(digits: &Digits, base: u32) -> (String, i64) {
    if digits.value == UBig::ZERO {
        return ("0".to_owned(), 1);
    }
    let text = digits.value.in_radix(u8::try_from(base).unwrap_or(10)).to_string();
    let point = i64::try_from(text.len()).unwrap_or(i64::MAX).saturating_add(digits.exponent);
    (text.trim_end_matches('0').to_owned(), point)
}

fn positional(text: &str, point: i64) -> String {
    let length = i64::try_from(text.len()).unwrap_or(i64::MAX);
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    if point <= 0 {
        return format!("0.{}{text}", zeros(-point));
    }
    if point >= length {
        return format!("{text}{}", zeros(point - length));
    }
    let (whole, fraction) = text.split_at(usize::try_from(point).unwrap_or(0));
    format!("{whole}.{fraction}")
}

fn scientific(text: &str, first: i64, step: i64) -> String {
    let exponent = first.div_euclid(step) * step;
    let mantissa = positional(text, first - exponent + 1);
    if exponent == 0 { mantissa } else { format!("{mantissa}e{exponent}") }
}
