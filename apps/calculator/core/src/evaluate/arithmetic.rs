//! The four operations, powers and comparison on every kind of value.

use super::{Evaluator, Found};
use crate::date::{DAY, Date};
use crate::error::{Error, ErrorKind};
use crate::real::{Real, Rounding};
use crate::unit::{Scale, Unit};
use crate::value::{Angle, Value};
use dashu_int::IBig;
use dashu_ratio::RBig;
use std::cmp::Ordering;

impl Evaluator<'_> {
    pub(super) fn negative(&self, value: Value) -> Found {
        Ok(match plain(value) {
            Value::Number(number) => Value::Number(number.negative()),
            Value::Complex(re, im) => Value::Complex(re.negative(), im.negative()),
            Value::Quantity(number, unit) => Value::Quantity(number.negative(), unit),
            Value::List(list) => {
                Value::List(list.into_iter().map(|value| self.negative(value)).collect::<Result<_, _>>()?)
            }
            other => return Err(mismatch(&other)),
        })
    }

    pub(super) fn add(&self, left: Value, right: Value) -> Found {
        match (plain(left), plain(right)) {
            (Value::Number(left), Value::Number(right)) => Ok(Value::Number(left.add(&right, self.budget)?)),
            (Value::Date(date), Value::Quantity(number, unit)) | (Value::Quantity(number, unit), Value::Date(date)) => {
                self.later(date, &number, &unit)
            }
            (Value::Quantity(left, unit), Value::Quantity(right, other)) => {
                self.add_quantities(left, unit, &right, &other)
            }
            (Value::Number(left), Value::Quantity(right, unit)) => {
                let left = self.measured(left, &unit)?;
                self.add(left, Value::Quantity(right, unit))
            }
            (Value::Quantity(left, unit), Value::Number(right)) => {
                let right = self.measured(right, &unit).map_err(swapped)?;
                self.add(Value::Quantity(left, unit), right)
            }
            (left, right) => self.complex_add(&left, &right),
        }
    }

    pub(super) fn subtract(&self, left: Value, right: Value) -> Found {
        match (plain(left), plain(right)) {
            (Value::Date(left), Value::Date(right)) => self.days_between(left, right),
            (Value::Quantity(left, unit), Value::Quantity(right, other))
                if unit.zero().is_some() && other.zero().is_some() =>
            {
                // Two temperatures on scales of their own differ by kelvins.
                let kelvin = Unit::find("K").unwrap_or_default();
                let (left, right) = (self.in_unit(&left, &unit, &kelvin)?, self.in_unit(&right, &other, &kelvin)?);
                Ok(Value::Quantity(left.subtract(&right, self.budget)?, kelvin))
            }
            (left, Value::Date(_)) => Err(mismatch(&left)),
            (left, right) => {
                let right = self.negative(right)?;
                self.add(left, right)
            }
        }
    }

    /// A number beside a quantity is an angle, a pure number, or a mistake.
    fn measured(&self, number: Real, unit: &Unit) -> Found {
        if unit.is_angle() {
            return Ok(Value::Quantity(number, self.angle_unit()));
        }
        if unit.dimension().iter().all(|&power| power == 0) {
            let scale = unit.scale();
            return Ok(Value::Quantity(number.divide(&self.unit_size(&scale)?, self.budget)?, unit.clone()));
        }
        Err(ErrorKind::DimensionMismatch { left: String::new(), right: unit.to_string() }.into())
    }

    pub(super) fn angle_unit(&self) -> Unit {
        let name = match self.settings.angle {
            Angle::Radian => "rad",
            Angle::Degree => "deg",
            Angle::Gradian => "grad",
        };
        Unit::find(name).unwrap_or_default()
    }

    fn add_quantities(&self, left: Real, unit: Unit, right: &Real, other: &Unit) -> Found {
        match (unit.zero().is_some(), other.zero().is_some()) {
            (true, true) => return Err(ErrorKind::AffineTemperature.into()),
            (false, true) if unit.is_temperature() => {
                return self.add_quantities(right.clone(), other.clone(), &left, &unit);
            }
            _ => {}
        }
        let right = self.rescaled(right, other, &unit)?;
        Ok(Value::Quantity(left.add(&right, self.budget)?, unit))
    }

    /// Returns the size of a unit as a number.
    fn unit_size(&self, scale: &Scale) -> Result<Real, Error> {
        let pi = Real::pi().power_integer(&IBig::from(scale.pi), self.budget)?;
        Real::Rational(scale.factor.clone()).multiply(&pi, self.budget)
    }

    /// Converts a difference: zeros of scales play no part.
    fn rescaled(&self, value: &Real, from: &Unit, to: &Unit) -> Result<Real, Error> {
        let Some(ratio) = from.ratio(to) else {
            return Err(ErrorKind::DimensionMismatch { left: to.to_string(), right: from.to_string() }.into());
        };
        value.multiply(&self.unit_size(&ratio)?, self.budget)
    }

    fn in_unit(&self, value: &Real, from: &Unit, to: &Unit) -> Result<Real, Error> {
        let Some(ratio) = from.ratio(to) else {
            return Err(ErrorKind::DimensionMismatch { left: from.to_string(), right: to.to_string() }.into());
        };
        if from.zero().is_none() && to.zero().is_none() {
            return value.multiply(&self.unit_size(&ratio)?, self.budget);
        }
        let zero = |unit: &Unit| Real::Rational(unit.zero().cloned().unwrap_or(RBig::ZERO));
        let factor = |unit: &Unit| Real::Rational(unit.scale().factor);
        let kelvin = value.multiply(&factor(from), self.budget)?.add(&zero(from), self.budget)?;
        kelvin.subtract(&zero(to), self.budget)?.divide(&factor(to), self.budget)
    }

    pub(super) fn to_unit(&self, value: Value, unit: &Unit) -> Found {
        match plain(value) {
            Value::Quantity(number, from) => {
                if from.is_fuel_inverse(unit)
                    && let Some(inverse) = from.pow(-1)
                {
                    let number = number.inverse(self.budget)?;
                    return Ok(Value::Quantity(self.in_unit(&number, &inverse, unit)?, unit.clone()));
                }
                let (from, unit) = from.as_temperatures(unit).unwrap_or_else(|| (from, unit.clone()));
                Ok(Value::Quantity(self.in_unit(&number, &from, &unit)?, unit))
            }
            Value::Number(number) if unit.is_angle() => {
                Ok(Value::Quantity(self.in_unit(&number, &self.angle_unit(), unit)?, unit.clone()))
            }
            Value::Number(number) => {
                let Value::Quantity(number, unit) = self.measured(number, unit)? else {
                    return Err(ErrorKind::KindMismatch.into());
                };
                Ok(Value::Quantity(number, unit))
            }
            Value::List(list) => {
                Ok(Value::List(list.into_iter().map(|value| self.to_unit(value, unit)).collect::<Result<_, _>>()?))
            }
            other => Err(mismatch(&other)),
        }
    }

    pub(super) fn multiply(&self, left: Value, right: Value) -> Found {
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => Ok(Value::Number(left.multiply(&right, self.budget)?)),
            (Value::Number(number), Value::Unit(unit)) | (Value::Unit(unit), Value::Number(number)) => {
                Ok(Value::Quantity(number, unit))
            }
            (Value::Number(number), Value::Quantity(value, unit))
            | (Value::Quantity(value, unit), Value::Number(number)) => {
                affine(&unit)?;
                Ok(Value::Quantity(value.multiply(&number, self.budget)?, unit))
            }
            (left @ (Value::Quantity(..) | Value::Unit(_)), right @ (Value::Quantity(..) | Value::Unit(_))) => {
                self.multiply_quantities(plain(left), plain(right))
            }
            (left, right) => self.complex_multiply(&plain(left), &plain(right)),
        }
    }

    fn multiply_quantities(&self, left: Value, right: Value) -> Found {
        let (Value::Quantity(left, unit), Value::Quantity(right, other)) = (left, right) else {
            return Err(ErrorKind::KindMismatch.into());
        };
        affine(&unit)?;
        affine(&other)?;
        let (product, scale) = unit.multiply(&other);
        let value = left.multiply(&right, self.budget)?.multiply(&self.unit_size(&scale)?, self.budget)?;
        Ok(if product.is_none() { Value::Number(value) } else { Value::Quantity(value, product) })
    }

    pub(super) fn divide(&self, left: Value, right: Value) -> Found {
        match (plain(left), plain(right)) {
            (Value::Number(left), Value::Number(right)) => Ok(Value::Number(left.divide(&right, self.budget)?)),
            (left, Value::Number(right)) if !matches!(left, Value::Complex(..)) => {
                self.multiply(left, Value::Number(right.inverse(self.budget)?))
            }
            (left, Value::Quantity(right, unit)) => {
                affine(&unit)?;
                let inverse = unit.inverse().ok_or(ErrorKind::UnitPower)?;
                self.multiply(left, Value::Quantity(right.inverse(self.budget)?, inverse))
            }
            (left, right) => self.complex_divide(&left, &right),
        }
    }

    pub(super) fn modulo(&self, left: Value, right: Value) -> Found {
        let (left, right, unit) = self.alike(left, right)?;
        if right.sign(self.budget)? == Ordering::Equal {
            return Err(ErrorKind::DivisionByZero.into());
        }
        let whole = left.divide(&right, self.budget)?.rounded(Rounding::Floor, self.budget)?;
        let rest = left.subtract(&right.multiply(&Real::from(whole), self.budget)?, self.budget)?;
        Ok(with_unit(rest, unit))
    }

    /// Returns two values that measure the same as numbers of the left one's unit.
    pub(super) fn alike(&self, left: Value, right: Value) -> Result<(Real, Real, Option<Unit>), Error> {
        match (plain(left), plain(right)) {
            (Value::Number(left), Value::Number(right)) => Ok((left, right, None)),
            (Value::Quantity(left, unit), Value::Quantity(right, other)) => {
                let right = self.in_unit(&right, &other, &unit)?;
                Ok((left, right, Some(unit)))
            }
            (Value::Quantity(left, unit), Value::Number(right)) => {
                let right = self.measured(right, &unit)?;
                self.alike(Value::Quantity(left, unit), right)
            }
            (Value::Number(left), Value::Quantity(right, unit)) => {
                let left = self.measured(left, &unit)?;
                self.alike(left, Value::Quantity(right, unit))
            }
            (Value::Complex(..), _) | (_, Value::Complex(..)) => Err(ErrorKind::RealNeeded.into()),
            (Value::Huge(_), _) | (_, Value::Huge(_)) => Err(ErrorKind::TooLarge.into()),
            _ => Err(ErrorKind::KindMismatch.into()),
        }
    }

    pub(super) fn compare(&self, left: &Value, right: &Value) -> Result<Ordering, Error> {
        if let (Value::Date(left), Value::Date(right)) = (left, right) {
            return Ok(left.cmp(right));
        }
        let (left, right, _) = self.alike(left.clone(), right.clone())?;
        left.compare(&right, self.budget)
    }

    pub(super) fn power(&self, base: Value, exponent: Value) -> Found {
        let exponent = match plain(exponent) {
            Value::Quantity(number, unit) => {
                let Value::Number(number) = self.pure(&number, &unit)? else {
                    return Err(ErrorKind::KindMismatch.into());
                };
                Value::Number(number)
            }
            other => other,
        };
        match (plain(base), exponent) {
            (Value::Number(base), Value::Number(exponent)) => self.power_of_numbers(base, exponent),
            (Value::Quantity(number, unit), Value::Number(exponent)) => {
                self.power_of_quantity(&number, &unit, &exponent)
            }
            (base, exponent) => self.complex_power(&base, &exponent),
        }
    }

    fn power_of_numbers(&self, base: Real, exponent: Real) -> Found {
        if let Some(logarithm) = self.is_huge_power(&base, &exponent)? {
            return Ok(Value::Huge(logarithm));
        }
        // Among complex numbers a power is the principal one; among real ones an odd root of a negative is real.
        let is_whole = exponent.as_integer().is_some();
        if self.settings.is_complex && !is_whole && base.sign(self.budget)? == Ordering::Less {
            return self.complex_power(&Value::Number(base), &Value::Number(exponent));
        }
        base.power(&exponent, self.budget).map(Value::Number)
    }

    /// Returns the decimal logarithm of a power so large or so small that its zeros cannot be counted in a machine word.
    fn is_huge_power(&self, base: &Real, exponent: &Real) -> Result<Option<Real>, Error> {
        if matches!(exponent.as_integer(), Some(small) if dashu_base::BitTest::bit_len(small) < 32) {
            return Ok(None);
        }
        let is_small = |value: &Real| matches!(value, Real::Rational(value) if dashu_base::BitTest::bit_len(value.numerator()) < 24);
        if is_small(exponent) || base.sign(self.budget)? != Ordering::Greater || *base == Real::ONE {
            return Ok(None);
        }
        let ten = Real::from(10).logarithm(self.budget)?;
        let logarithm = base.logarithm(self.budget)?.multiply(exponent, self.budget)?.divide(&ten, self.budget)?;
        Ok(if logarithm.is_beyond(self.budget)? { Some(logarithm) } else { None })
    }

    fn power_of_quantity(&self, number: &Real, unit: &Unit, exponent: &Real) -> Found {
        affine(unit)?;
        let Some(ratio) = exponent.as_rational() else { return Err(ErrorKind::UnitPower.into()) };
        let above = i32::try_from(ratio.numerator()).map_err(|_| Error::from(ErrorKind::UnitPower))?;
        let below = i32::try_from(ratio.denominator()).map_err(|_| Error::from(ErrorKind::UnitPower))?;
        let unit = unit.pow(above).and_then(|unit| unit.root(below)).ok_or(ErrorKind::UnitPower)?;
        let value = number.power(exponent, self.budget)?;
        Ok(if unit.is_none() { Value::Number(value) } else { Value::Quantity(value, unit) })
    }

    /// Returns what a quantity without a dimension is as a number: a dozen, an angle.
    pub(super) fn pure(&self, number: &Real, unit: &Unit) -> Found {
        if !unit.is_angle() && unit.dimension().iter().any(|&power| power != 0) {
            return Err(ErrorKind::DimensionMismatch { left: unit.to_string(), right: String::new() }.into());
        }
        Ok(Value::Number(number.multiply(&self.unit_size(&unit.scale())?, self.budget)?))
    }

    fn later(&self, date: Date, number: &Real, unit: &Unit) -> Found {
        let later = if let Some(months) = unit.months() {
            let months = number.multiply(&Real::from(months), self.budget)?;
            let months = months.as_integer().ok_or(ErrorKind::IntegerNeeded)?;
            i64::try_from(months).ok().and_then(|months| date.plus_months(months))
        } else {
            let second = Unit::find("s").unwrap_or_default();
            let seconds = self.in_unit(number, unit, &second)?;
            let seconds = seconds.as_integer().ok_or(ErrorKind::IntegerNeeded)?;
            let seconds = i64::try_from(seconds).map_err(|_| Error::from(ErrorKind::NoSuchDate))?;
            if seconds % DAY == 0 {
                date.plus_days(seconds / DAY)
            } else {
                date.seconds().checked_add(seconds).and_then(Date::from_seconds)
            }
        };
        later.map(Value::Date).ok_or_else(|| ErrorKind::NoSuchDate.into())
    }

    fn days_between(&self, left: Date, right: Date) -> Found {
        let day = Unit::find("days").unwrap_or_default();
        let seconds = RBig::from(left.seconds() - right.seconds());
        Ok(Value::Quantity(Real::Rational(seconds / RBig::from(DAY)), day))
    }
}

/// A bare unit is one of it; a value that was to be written in some way is just a value when it is used again.
pub(super) fn plain(value: Value) -> Value {
    match value {
        Value::Unit(unit) => Value::Quantity(Real::ONE, unit),
        Value::Written(inner, _) => *inner,
        // Square brackets are also brackets: `[2 + 3] * 4`.
        Value::List(mut list) if list.len() == 1 => list.pop().map_or(Value::List(list), plain),
        other => other,
    }
}

pub(super) fn with_unit(number: Real, unit: Option<Unit>) -> Value {
    match unit {
        Some(unit) => Value::Quantity(number, unit),
        None => Value::Number(number),
    }
}

pub(super) fn mismatch(value: &Value) -> Error {
    match value {
        Value::Huge(_) => ErrorKind::TooLarge.into(),
        _ => ErrorKind::KindMismatch.into(),
    }
}

fn swapped(error: Error) -> Error {
    match error.kind {
        ErrorKind::DimensionMismatch { left, right } => {
            ErrorKind::DimensionMismatch { left: right, right: left }.into()
        }
        _ => error,
    }
}

fn affine(unit: &Unit) -> Result<(), Error> {
    if unit.zero().is_some() { Err(ErrorKind::AffineTemperature.into()) } else { Ok(()) }
}
