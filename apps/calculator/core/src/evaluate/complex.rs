//! Complex numbers, where the user has asked for them.

use super::arithmetic::mismatch;
use super::{Evaluator, Found};
use crate::error::{Error, ErrorKind};
use crate::function::Function;
use crate::real::Real;
use crate::value::Value;
use dashu_int::IBig;
use std::cmp::Ordering;

/// A complex number.
type Pair = (Real, Real);

impl Evaluator<'_> {
    fn pair(&self, value: &Value) -> Result<Pair, Error> {
        match value {
            Value::Number(number) => Ok((number.clone(), Real::ZERO)),
            Value::Complex(re, im) => Ok((re.clone(), im.clone())),
            Value::Quantity(..) => Err(ErrorKind::KindMismatch.into()),
            other => Err(mismatch(other)),
        }
    }

    fn from_pair((re, im): Pair) -> Value {
        if im.is_zero() { Value::Number(re) } else { Value::Complex(re, im) }
    }

    pub(super) fn complex_equal(&self, left: &Value, right: &Value) -> Result<Option<bool>, Error> {
        if !matches!(left, Value::Complex(..)) && !matches!(right, Value::Complex(..)) {
            return Ok(None);
        }
        let (left, right) = (self.pair(left)?, self.pair(right)?);
        let same = |a: &Real, b: &Real| Ok::<_, Error>(a.compare(b, self.budget)? == Ordering::Equal);
        Ok(Some(same(&left.0, &right.0)? && same(&left.1, &right.1)?))
    }

    pub(super) fn complex_add(&self, left: &Value, right: &Value) -> Found {
        let (left, right) = (self.pair(left)?, self.pair(right)?);
        Ok(Self::from_pair((left.0.add(&right.0, self.budget)?, left.1.add(&right.1, self.budget)?)))
    }

    pub(super) fn complex_multiply(&self, left: &Value, right: &Value) -> Found {
        Ok(Self::from_pair(self.product(&self.pair(left)?, &self.pair(right)?)?))
    }

    fn product(&self, left: &Pair, right: &Pair) -> Result<Pair, Error> {
        let times = |a: &Real, b: &Real| a.multiply(b, self.budget);
        Ok((
            times(&left.0, &right.0)?.subtract(&times(&left.1, &right.1)?, self.budget)?,
            times(&left.0, &right.1)?.add(&times(&left.1, &right.0)?, self.budget)?,
        ))
    }

    pub(super) fn complex_divide(&self, left: &Value, right: &Value) -> Found {
        let (left, right) = (self.pair(left)?, self.pair(right)?);
        Ok(Self::from_pair(self.quotient(&left, &right)?))
    }

    fn quotient(&self, left: &Pair, right: &Pair) -> Result<Pair, Error> {
        let size = self.square_size(right)?;
        let product = self.product(left, &(right.0.clone(), right.1.negative()))?;
        Ok((product.0.divide(&size, self.budget)?, product.1.divide(&size, self.budget)?))
    }

    fn square_size(&self, value: &Pair) -> Result<Real, Error> {
        value.0.multiply(&value.0, self.budget)?.add(&value.1.multiply(&value.1, self.budget)?, self.budget)
    }

    fn size(&self, value: &Pair) -> Result<Real, Error> {
        self.square_size(value)?.square_root(self.budget)
    }

    /// Returns the angle of a point, from -pi (excluded) to pi.
    pub(super) fn direction(&self, re: &Real, im: &Real) -> Result<Real, Error> {
        let half = Real::pi().divide(&Real::from(2), self.budget)?;
        match (re.sign(self.budget)?, im.sign(self.budget)?) {
            (Ordering::Equal, Ordering::Equal) => Ok(Real::ZERO),
            (Ordering::Equal, Ordering::Greater) => Ok(half),
            (Ordering::Equal, Ordering::Less) => Ok(half.negative()),
            (side, up) => {
                let angle = im.divide(re, self.budget)?.arctangent(self.budget)?;
                match (side, up) {
                    (Ordering::Greater, _) => Ok(angle),
                    (_, Ordering::Less) => angle.subtract(&Real::pi(), self.budget),
                    _ => angle.add(&Real::pi(), self.budget),
                }
            }
        }
    }

    fn complex_exp(&self, value: &Pair) -> Result<Pair, Error> {
        let size = value.0.exponential(self.budget)?;
        let (sine, cosine) = (value.1.sine(self.budget)?, value.1.cosine(self.budget)?);
        Ok((size.multiply(&cosine, self.budget)?, size.multiply(&sine, self.budget)?))
    }

    fn complex_ln(&self, value: &Pair) -> Result<Pair, Error> {
        let size = self.square_size(value)?.logarithm(self.budget)?.divide(&Real::from(2), self.budget)?;
        Ok((size, self.direction(&value.0, &value.1)?))
    }

    /// sqrt z = sqrt((|z| + re) / 2) ± i sqrt((|z| - re) / 2), the sign that of the imaginary part.
    fn complex_sqrt(&self, value: &Pair) -> Result<Pair, Error> {
        let size = self.size(value)?;
        let two = Real::from(2);
        let re = size.add(&value.0, self.budget)?.divide(&two, self.budget)?.square_root(self.budget)?;
        let im = size.subtract(&value.0, self.budget)?.divide(&two, self.budget)?.square_root(self.budget)?;
        Ok((re, if value.1.sign(self.budget)? == Ordering::Less { im.negative() } else { im }))
    }

    pub(super) fn complex_power(&self, base: &Value, exponent: &Value) -> Found {
        if !self.settings.is_complex && matches!((base, exponent), (Value::Number(_), Value::Number(_))) {
            return Err(ErrorKind::ComplexResult.into());
        }
        let (base, exponent) = (self.pair(base)?, self.pair(exponent)?);
        if let (Some(count), true) =
            (exponent.0.as_integer().and_then(|count| i16::try_from(count).ok()), exponent.1.is_zero())
        {
            return self.integer_power(&base, count);
        }
        if base.0.is_zero() && base.1.is_zero() {
            return Ok(Value::Number(Real::ZERO));
        }
        if exponent.0.as_rational().is_some_and(|value| *value.denominator() == dashu_int::UBig::from(2u8))
            && exponent.1.is_zero()
            && let Some(count) = exponent.0.as_rational().and_then(|value| i16::try_from(value.numerator()).ok())
        {
            return self.integer_power(&self.complex_sqrt(&base)?, count);
        }
        let logarithm = self.complex_ln(&base)?;
        Ok(Self::from_pair(self.complex_exp(&self.product(&logarithm, &exponent)?)?))
    }

    fn integer_power(&self, base: &Pair, count: i16) -> Found {
        let mut result = (Real::ONE, Real::ZERO);
        let mut square = if count < 0 { self.quotient(&result, base)? } else { base.clone() };
        let mut left = count.unsigned_abs();
        while left > 0 {
            if left & 1 == 1 {
                result = self.product(&result, &square)?;
            }
            left >>= 1;
            if left > 0 {
                square = self.product(&square, &square)?;
            }
        }
        Ok(Self::from_pair(result))
    }

    /// Applies a function to a complex number, or to a real one whose value there is complex.
    pub(super) fn complex_function(&self, function: Function, value: &Value) -> Found {
        let z = self.pair(value)?;
        let pair = match function {
            Function::Sqrt => self.complex_sqrt(&z)?,
            Function::Exp => self.complex_exp(&z)?,
            Function::Ln => self.complex_ln(&z)?,
            Function::Log | Function::Log10 => self.scaled_ln(&z, 10)?,
            Function::Log2 => self.scaled_ln(&z, 2)?,
            Function::Abs => return Ok(Value::Number(self.size(&z)?)),
            Function::Sin | Function::Cos | Function::Tan => self.complex_angle(function, &z)?,
            Function::Sinh | Function::Cosh | Function::Tanh => {
                // sinh z = -i sin iz, cosh z = cos iz, tanh z = -i tan iz.
                let turned = (z.1.negative(), z.0);
                match function {
                    Function::Sinh => turned_back(self.complex_angle(Function::Sin, &turned)?),
                    Function::Cosh => self.complex_angle(Function::Cos, &turned)?,
                    _ => turned_back(self.complex_angle(Function::Tan, &turned)?),
                }
            }
            Function::Asin => turned_back(self.complex_asinh(&(z.1.negative(), z.0))?),
            Function::Acos => {
                let sine = turned_back(self.complex_asinh(&(z.1.negative(), z.0))?);
                let half = Real::pi().divide(&Real::from(2), self.budget)?;
                (half.subtract(&sine.0, self.budget)?, sine.1.negative())
            }
            Function::Atan => turned_back(self.complex_atanh(&(z.1.negative(), z.0))?),
            Function::Asinh => self.complex_asinh(&z)?,
            Function::Acosh => {
                let one = (Real::ONE, Real::ZERO);
                let (below, above) = (self.minus(&z, &one)?, self.plus(&z, &one)?);
                let root = self.product(&self.complex_sqrt(&below)?, &self.complex_sqrt(&above)?)?;
                self.complex_ln(&self.plus(&z, &root)?)?
            }
            Function::Atanh => self.complex_atanh(&z)?,
            _ => return Err(ErrorKind::RealNeeded.into()),
        };
        Ok(Self::from_pair(pair))
    }

    fn plus(&self, left: &Pair, right: &Pair) -> Result<Pair, Error> {
        Ok((left.0.add(&right.0, self.budget)?, left.1.add(&right.1, self.budget)?))
    }

    fn minus(&self, left: &Pair, right: &Pair) -> Result<Pair, Error> {
        Ok((left.0.subtract(&right.0, self.budget)?, left.1.subtract(&right.1, self.budget)?))
    }

    fn scaled_ln(&self, value: &Pair, base: i64) -> Result<Pair, Error> {
        let (re, im) = self.complex_ln(value)?;
        let by = Real::from(base).logarithm(self.budget)?;
        Ok((re.divide(&by, self.budget)?, im.divide(&by, self.budget)?))
    }

    /// asinh z = ln(z + sqrt(z² + 1)).
    fn complex_asinh(&self, value: &Pair) -> Result<Pair, Error> {
        let square = self.plus(&self.product(value, value)?, &(Real::ONE, Real::ZERO))?;
        self.complex_ln(&self.plus(value, &self.complex_sqrt(&square)?)?)
    }

    /// atanh z = (ln(1 + z) - ln(1 - z)) / 2.
    fn complex_atanh(&self, value: &Pair) -> Result<Pair, Error> {
        let one = (Real::ONE, Real::ZERO);
        let (above, below) = (self.complex_ln(&self.plus(&one, value)?)?, self.complex_ln(&self.minus(&one, value)?)?);
        let (re, im) = self.minus(&above, &below)?;
        let two = Real::from(2);
        Ok((re.divide(&two, self.budget)?, im.divide(&two, self.budget)?))
    }

    /// sin(a + ib) = sin a cosh b + i cos a sinh b, cos(a + ib) = cos a cosh b - i sin a sinh b.
    fn complex_angle(&self, function: Function, value: &Pair) -> Result<Pair, Error> {
        if function == Function::Tan {
            return self
                .quotient(&self.complex_angle(Function::Sin, value)?, &self.complex_angle(Function::Cos, value)?);
        }
        let (sine, cosine) = (value.0.sine(self.budget)?, value.0.cosine(self.budget)?);
        let up = value.1.exponential(self.budget)?;
        let down = up.power_integer(&IBig::from(-1), self.budget)?;
        let two = Real::from(2);
        let hyperbolic_cosine = up.add(&down, self.budget)?.divide(&two, self.budget)?;
        let hyperbolic_sine = up.subtract(&down, self.budget)?.divide(&two, self.budget)?;
        let times = |left: &Real, right: &Real| left.multiply(right, self.budget);
        Ok(match function {
            Function::Sin => (times(&sine, &hyperbolic_cosine)?, times(&cosine, &hyperbolic_sine)?),
            _ => (times(&cosine, &hyperbolic_cosine)?, times(&sine, &hyperbolic_sine)?.negative()),
        })
    }
}

/// Divides by i.
fn turned_back((re, im): Pair) -> Pair {
    (im, re.negative())
}
