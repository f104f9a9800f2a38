//! The functions of one or a few numbers.

use super::arithmetic::{plain, with_unit};
use super::{Evaluator, Found};
use crate::budget::MAX_INTEGER_BITS;
use crate::error::{Error, ErrorKind};
use crate::function::Function;
use crate::number_theory;
use crate::real::{Real, Rounding, product_of_range};
use crate::unit::Unit;
use crate::value::Value;
use dashu_base::{BitTest, Gcd, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;

/// The most bits of the smaller of two integers whose greatest common divisor is looked for.
const MAX_COMMON_BITS: usize = 350_000;

impl Evaluator<'_> {
    pub(super) fn apply(&self, function: Function, values: Vec<Value>) -> Found {
        use Function as F;
        match function {
            F::List => Ok(Value::List(values.into_iter().map(plain).collect())),
            F::Min
            | F::Max
            | F::Sum
            | F::Product
            | F::Mean
            | F::GeometricMean
            | F::HarmonicMean
            | F::Median
            | F::Mode
            | F::Variance
            | F::PopulationVariance
            | F::Deviation
            | F::PopulationDeviation
            | F::Count
            | F::Hypot => self.statistic(function, values),
            F::Gcd | F::Lcm => self.common(function, values),
            F::And
            | F::Or
            | F::Xor
            | F::Not
            | F::ShiftLeft
            | F::ShiftRight
            | F::RotateLeft
            | F::RotateRight
            | F::BitCount => self.on_bits(function, values),
            F::Payment | F::PresentValue | F::FutureValue | F::Periods | F::NetPresentValue => {
                self.finance(function, values)
            }
            F::Mod | F::Rem | F::Div | F::Pow | F::Root | F::Atan2 | F::Choose | F::Permutations | F::PowMod => {
                self.several(function, values)
            }
            F::Floor | F::Ceil | F::Round | F::Trunc => self.rounding(function, values),
            F::Log if values.len() == 2 => self.logarithm_to(values),
            F::DegreesMinutes => self.sexagesimal(values),
            _ => {
                let mut values = values;
                let value = values.pop().map(plain).ok_or(ErrorKind::NumberNeeded)?;
                self.one(function, value)
            }
        }
    }

    /// Functions of one value; lists go through value by value.
    fn one(&self, function: Function, value: Value) -> Found {
        use Function as F;
        match (function, value) {
            (_, Value::List(list)) => {
                Ok(Value::List(list.into_iter().map(|value| self.one(function, value)).collect::<Result<_, _>>()?))
            }
            (F::Weekday | F::Year | F::Month | F::Day, Value::Date(date)) => {
                let (year, month, day) = date.civil();
                let number = match function {
                    F::Weekday => date.weekday(),
                    F::Year => year,
                    F::Month => i64::from(month),
                    _ => i64::from(day),
                };
                Ok(Value::Number(Real::from(number)))
            }
            (F::Weekday | F::Year | F::Month | F::Day, _) => Err(ErrorKind::NoSuchDate.into()),
            (F::Degree | F::ArcMinute | F::ArcSecond, Value::Number(number)) => {
                Ok(Value::Quantity(number, Self::angle_sign(function).unwrap_or_default()))
            }
            (F::RealPart, Value::Complex(re, _)) => Ok(Value::Number(re)),
            (F::ImaginaryPart, Value::Complex(_, im)) => Ok(Value::Number(im)),
            (F::Conjugate, Value::Complex(re, im)) => Ok(Value::Complex(re, im.negative())),
            (F::Argument, Value::Complex(re, im)) => Ok(Value::Number(self.as_angle(self.direction(&re, &im)?)?)),
            (_, value @ Value::Complex(..)) => self.complex_function(function, &value),
            (_, Value::Quantity(number, unit)) => self.one_quantity(function, number, unit),
            (F::Factor, Value::Number(number)) => self.factored(&number),
            (F::Exp, Value::Number(number)) => self.power(Value::Number(Real::e()), Value::Number(number)),
            (F::IsPrime, Value::Number(number)) => {
                let value = integer(&number)?;
                let natural = UBig::try_from(value.clone()).unwrap_or(UBig::ZERO);
                Ok(Value::Truth(number_theory::is_prime(&natural, self.budget)?))
            }
            (_, Value::Number(number)) => match self.one_number(function, &number) {
                Err(Error { kind: ErrorKind::ComplexResult, .. }) if self.settings.is_complex => {
                    self.complex_function(function, &Value::Number(number))
                }
                other => other.map(Value::Number),
            },
            (_, Value::Huge(_)) => Err(ErrorKind::TooLarge.into()),
            (F::Not, value) => self.on_bits(F::Not, vec![value]),
            _ => Err(ErrorKind::NumberNeeded.into()),
        }
    }

    fn one_quantity(&self, function: Function, number: Real, unit: Unit) -> Found {
        use Function as F;
        match function {
            F::Sin | F::Cos | F::Tan | F::Cot | F::Sec | F::Csc if unit.is_angle() => {
                let radian = Unit::find("rad").unwrap_or_default();
                let Value::Quantity(radians, _) = self.to_unit(Value::Quantity(number, unit), &radian)? else {
                    return Err(ErrorKind::KindMismatch.into());
                };
                self.angle_function(function, &radians).map(Value::Number)
            }
            F::Abs => Ok(Value::Quantity(number.absolute(self.budget)?, unit)),
            F::Sign => self.one(function, Value::Number(number)),
            F::Fract => Ok(Value::Quantity(self.one_number(function, &number)?, unit)),
            F::Sqrt | F::Cbrt | F::FourthRoot => {
                let degree = if function == F::Sqrt {
                    2
                } else if function == F::Cbrt {
                    3
                } else {
                    4
                };
                let exponent = RBig::from_parts(IBig::ONE, UBig::from(u8::try_from(degree).unwrap_or(2)));
                self.power(Value::Quantity(number, unit), Value::Number(Real::Rational(exponent)))
            }
            F::Degree | F::ArcMinute | F::ArcSecond => Err(ErrorKind::NumberNeeded.into()),
            _ => {
                let pure = self.pure(&number, &unit)?;
                self.one(function, pure)
            }
        }
    }

    fn one_number(&self, function: Function, x: &Real) -> Result<Real, Error> {
        use Function as F;
        let budget = self.budget;
        match function {
            F::Sqrt => x.square_root(budget),
            F::Cbrt => x.root(&IBig::from(3), budget),
            F::FourthRoot => x.root(&IBig::from(4), budget),
            F::Exp => x.exponential(budget),
            F::Ln => x.logarithm(budget),
            F::Log | F::Log10 => self.scaled_logarithm(function, x, 10),
            F::Log2 => self.scaled_logarithm(function, x, 2),
            F::Sin | F::Cos | F::Tan | F::Cot | F::Sec | F::Csc => self.angle_function(function, &self.radians(x)?),
            F::Asin | F::Acos | F::Atan | F::Acot => self.as_angle(self.inverse_angle(function, x)?),
            F::Sinh | F::Cosh | F::Tanh | F::Coth | F::Sech | F::Csch => self.hyperbolic(function, x),
            F::Asinh | F::Acosh | F::Atanh => self.inverse_hyperbolic(function, x),
            F::Abs => x.absolute(budget),
            F::Sign => Ok(Real::from(x.sign(budget)? as i64)),
            F::Fract => x.subtract(&Real::from(x.rounded(Rounding::Truncate, budget)?), budget),
            F::Factorial => self.factorial(x),
            F::DoubleFactorial => self.double_factorial(x),
            F::Gamma => x.gamma(budget),
            F::Percent => x.divide(&Real::from(100), budget),
            F::PerMille => x.divide(&Real::from(1000), budget),
            F::NextPrime | F::PreviousPrime => self.neighbour_prime(function, x),
            F::Totient => Ok(Real::from(IBig::from(number_theory::totient(&natural(x)?, self.budget)?))),
            F::Fibonacci => {
                let count = u64::try_from(natural(x)?).map_err(|_| Error::from(ErrorKind::TooLarge))?;
                Ok(Real::from(IBig::from(number_theory::fibonacci(count, budget)?)))
            }
            F::RealPart | F::Conjugate => Ok(x.clone()),
            F::ImaginaryPart => Ok(Real::ZERO),
            F::Argument => self.as_angle(self.direction(x, &Real::ZERO)?),
            _ => Err(ErrorKind::KindMismatch.into()),
        }
    }

    fn scaled_logarithm(&self, function: Function, x: &Real, base: i64) -> Result<Real, Error> {
        let logarithm = x.logarithm(self.budget).map_err(|error| match error.kind {
            ErrorKind::Undefined(_) => ErrorKind::Undefined(function.name()).into(),
            _ => error,
        })?;
        logarithm.divide(&Real::from(base).logarithm(self.budget)?, self.budget)
    }

    /// Returns a number of the set angle mode in radians.
    fn radians(&self, x: &Real) -> Result<Real, Error> {
        let unit = self.angle_unit().scale();
        let factor = if unit.pi == 0 { Real::ONE } else { Real::pi() };
        x.multiply(&Real::Rational(unit.factor), self.budget)?.multiply(&factor, self.budget)
    }

    /// Returns radians as a number of the set angle mode.
    fn as_angle(&self, radians: Real) -> Result<Real, Error> {
        radians.divide(&self.radians(&Real::ONE)?, self.budget)
    }

    fn angle_function(&self, function: Function, x: &Real) -> Result<Real, Error> {
        let budget = self.budget;
        let over = |above: Real, below: Real, name| match below.sign(budget)? {
            Ordering::Equal => Err(ErrorKind::Undefined(name).into()),
            _ => above.divide(&below, budget),
        };
        match function {
            Function::Sin => x.sine(budget),
            Function::Cos => x.cosine(budget),
            Function::Tan => x.tangent(budget),
            Function::Cot => over(x.cosine(budget)?, x.sine(budget)?, "cot"),
            Function::Sec => over(Real::ONE, x.cosine(budget)?, "sec"),
            _ => over(Real::ONE, x.sine(budget)?, "csc"),
        }
    }

    fn inverse_angle(&self, function: Function, x: &Real) -> Result<Real, Error> {
        let half = || Real::pi().divide(&Real::from(2), self.budget);
        match function {
            Function::Asin => x.arcsine(self.budget),
            Function::Acos => half()?.subtract(&x.arcsine(self.budget)?, self.budget),
            Function::Atan => x.arctangent(self.budget),
            _ => half()?.subtract(&x.arctangent(self.budget)?, self.budget),
        }
    }

    fn hyperbolic(&self, function: Function, x: &Real) -> Result<Real, Error> {
        let budget = self.budget;
        /// Beyond it, what a hyperbolic tangent is short of one lies behind all digits that can be asked for.
        const FAR: i64 = 1 << 24;
        if matches!(function, Function::Tanh | Function::Coth)
            && x.absolute(budget)?.compare(&Real::from(FAR), budget)? == Ordering::Greater
        {
            let tangent = x.far_hyperbolic_tangent(budget)?;
            return if function == Function::Coth { tangent.inverse(budget) } else { Ok(tangent) };
        }
        let (up, down) = (x.exponential(budget)?, x.negative().exponential(budget)?);
        let (sum, difference) = (up.add(&down, budget)?, up.subtract(&down, budget)?);
        let two = Real::from(2);
        let checked = |above: &Real, below: &Real, name| match x.sign(budget)? {
            Ordering::Equal => Err(ErrorKind::Undefined(name).into()),
            _ => above.divide(below, budget),
        };
        match function {
            Function::Sinh => difference.divide(&two, budget),
            Function::Cosh => sum.divide(&two, budget),
            Function::Tanh => difference.divide(&sum, budget),
            Function::Sech => two.divide(&sum, budget),
            Function::Coth => checked(&sum, &difference, "coth"),
            _ => checked(&two, &difference, "csch"),
        }
    }

    fn inverse_hyperbolic(&self, function: Function, x: &Real) -> Result<Real, Error> {
        let budget = self.budget;
        let square = x.multiply(x, budget)?;
        match function {
            Function::Asinh if x.sign(budget)? == Ordering::Less => {
                Ok(self.inverse_hyperbolic(function, &x.negative())?.negative())
            }
            Function::Asinh => x.add(&square.add(&Real::ONE, budget)?.square_root(budget)?, budget)?.logarithm(budget),
            Function::Acosh if x.compare(&Real::ONE, budget)? == Ordering::Less => Err(ErrorKind::ComplexResult.into()),
            Function::Acosh => {
                x.add(&square.subtract(&Real::ONE, budget)?.square_root(budget)?, budget)?.logarithm(budget)
            }
            _ => match square.compare(&Real::ONE, budget)? {
                Ordering::Less => {
                    let ratio = Real::ONE.add(x, budget)?.divide(&Real::ONE.subtract(x, budget)?, budget)?;
                    ratio.logarithm(budget)?.divide(&Real::from(2), budget)
                }
                Ordering::Equal => Err(ErrorKind::Undefined("atanh").into()),
                Ordering::Greater => Err(ErrorKind::ComplexResult.into()),
            },
        }
    }

    fn factorial(&self, x: &Real) -> Result<Real, Error> {
        match x.as_integer() {
            Some(value) => {
                let value = UBig::try_from(value.clone()).map_err(|_| Error::from(ErrorKind::NaturalNeeded))?;
                Real::factorial(&value, self.budget)
            }
            None => x.add(&Real::ONE, self.budget)?.gamma(self.budget),
        }
    }

    fn double_factorial(&self, x: &Real) -> Result<Real, Error> {
        let count = u64::try_from(natural(x)?).map_err(|_| Error::from(ErrorKind::TooLarge))?;
        if count.saturating_mul(u64::from(u64::BITS - count.leading_zeros())) / 2 > MAX_INTEGER_BITS as u64 {
            return Err(ErrorKind::TooLarge.into());
        }
        // An odd one is n! over the even one below it, 2^k k!.
        let half = count / 2;
        let even = (product_of_range(1, half, self.budget)?) << usize::try_from(half).unwrap_or(0);
        let value = if count % 2 == 0 { even } else { product_of_range(1, count, self.budget)? / even };
        Ok(Real::from(IBig::from(value)))
    }

    fn neighbour_prime(&self, function: Function, x: &Real) -> Result<Real, Error> {
        let up = function == Function::NextPrime;
        let start: IBig = if up {
            x.rounded(Rounding::Floor, self.budget)? + 1
        } else {
            x.rounded(Rounding::Ceiling, self.budget)? - 1
        };
        let mut at = if up { start.max(IBig::from(2)) } else { start };
        while at >= IBig::from(2) {
            if number_theory::is_prime(&at.clone().unsigned_abs(), self.budget)? {
                return Ok(Real::from(at));
            }
            at += if up { 1 } else { -1 };
        }
        Err(ErrorKind::Undefined("prevprime").into())
    }

    fn factored(&self, x: &Real) -> Found {
        let value = integer(x)?;
        if value.is_zero() || value.is_one() {
            return Ok(Value::Number(x.clone()));
        }
        let mut factors = Vec::new();
        if *value < IBig::ZERO {
            factors.push((Real::from(-1), 1));
        }
        for (prime, count) in number_theory::factors(&value.clone().unsigned_abs(), self.budget)? {
            factors.push((Real::from(IBig::from(prime)), count));
        }
        Ok(Value::Factors(factors))
    }

    fn common(&self, function: Function, values: Vec<Value>) -> Found {
        let mut result: Option<UBig> = None;
        for number in self.numbers(values)? {
            let value = integer(&number)?.clone().unsigned_abs();
            result = Some(match result {
                None => value,
                Some(before) if before.is_zero() && value.is_zero() => UBig::ZERO,
                Some(before) => {
                    // It takes the square of their length, and is one step that nothing can stop.
                    if before.bit_len().min(value.bit_len()) > MAX_COMMON_BITS {
                        return Err(ErrorKind::TooLarge.into());
                    }
                    self.budget.spend(before.bit_len() * 16)?;
                    let common = (&before).gcd(&value);
                    if function == Function::Gcd { common } else { before / common * value }
                }
            });
        }
        result.map(|value| Value::Number(Real::from(IBig::from(value)))).ok_or_else(|| ErrorKind::ListNeeded(1).into())
    }

    fn several(&self, function: Function, values: Vec<Value>) -> Found {
        use Function as F;
        let mut values = values.into_iter();
        let (Some(first), Some(second)) = (values.next(), values.next()) else {
            return Err(ErrorKind::NumberNeeded.into());
        };
        match function {
            F::Mod => self.modulo(first, second),
            F::Pow => self.power(first, second),
            F::Rem | F::Div => {
                let (left, right, unit) = self.alike(first, second)?;
                if right.sign(self.budget)? == Ordering::Equal {
                    return Err(ErrorKind::DivisionByZero.into());
                }
                let quotient = left.divide(&right, self.budget)?;
                if function == F::Div {
                    // `a = b (a div b) + a mod b`: floored, as `mod` is.
                    return Ok(Value::Number(Real::from(quotient.rounded(Rounding::Floor, self.budget)?)));
                }
                let whole = Real::from(quotient.rounded(Rounding::Truncate, self.budget)?);
                Ok(with_unit(left.subtract(&right.multiply(&whole, self.budget)?, self.budget)?, unit))
            }
            F::Atan2 => {
                let (y, x, _) = self.alike(first, second)?;
                Ok(Value::Number(self.as_angle(self.direction(&x, &y)?)?))
            }
            F::Root => {
                let degree = self.number(second)?;
                if degree.as_integer().is_some_and(|degree| degree.bit(0))
                    && let Value::Number(value) = &first
                    && let Some(degree) = degree.as_integer()
                {
                    return Ok(Value::Number(value.root(degree, self.budget)?));
                }
                self.power(first, Value::Number(degree.inverse(self.budget)?))
            }
            F::PowMod => {
                let third = values.next().ok_or(ErrorKind::NumberNeeded)?;
                let (base, exponent, modulus) = (self.number(first)?, self.number(second)?, self.number(third)?);
                let modulus = integer(&modulus)?;
                if *modulus <= IBig::ZERO {
                    return Err(ErrorKind::NaturalNeeded.into());
                }
                let modulus = modulus.clone().unsigned_abs();
                let base = number_theory::residue(integer(&base)?, &modulus);
                let rest = number_theory::power_modulo(&base, &natural(&exponent)?, &modulus, self.budget)?;
                Ok(Value::Number(Real::from(IBig::from(rest))))
            }
            _ => {
                let (n, k) = (self.number(first)?, self.number(second)?);
                self.choose(function, &natural(&n)?, &natural(&k)?)
            }
        }
    }

    fn choose(&self, function: Function, n: &UBig, k: &UBig) -> Found {
        if k > n {
            return Ok(Value::Number(Real::ZERO));
        }
        let rest = n - k;
        let shorter = if function == Function::Choose { k.clone().min(rest.clone()) } else { k.clone() };
        let small = |value: &UBig| u64::try_from(value).unwrap_or(u64::MAX);
        let (count, factors) = (small(n), small(&shorter));
        if factors.saturating_mul(u64::from(u64::BITS - count.leading_zeros())) > MAX_INTEGER_BITS as u64 {
            return self.large_choice(function, n, k, &rest).map(Value::Number);
        }
        if count == u64::MAX {
            return Err(ErrorKind::TooLarge.into());
        }
        let above = product_of_range(count - factors + 1, count, self.budget)?;
        let value =
            if function == Function::Choose { above / product_of_range(1, factors, self.budget)? } else { above };
        Ok(Value::Number(Real::from(IBig::from(value))))
    }

    /// By factorials that are not written out: digits can be had of a quotient that nobody could keep.
    fn large_choice(&self, function: Function, n: &UBig, k: &UBig, rest: &UBig) -> Result<Real, Error> {
        let below = Real::factorial(rest, self.budget)?;
        let ordered = Real::factorial(n, self.budget)?.divide(&below, self.budget)?;
        if function == Function::Permutations {
            return Ok(ordered);
        }
        ordered.divide(&Real::factorial(k, self.budget)?, self.budget)
    }

    fn rounding(&self, function: Function, values: Vec<Value>) -> Found {
        let mut values = values.into_iter();
        let value = plain(values.next().ok_or(ErrorKind::NumberNeeded)?);
        let places = match values.next() {
            None => 0,
            Some(places) => {
                i64::try_from(integer(&self.number(places)?)?).map_err(|_| Error::from(ErrorKind::TooLarge))?
            }
        };
        if places.abs() > 1_000_000 {
            return Err(ErrorKind::TooLarge.into());
        }
        let rounding = match function {
            Function::Floor => Rounding::Floor,
            Function::Ceil => Rounding::Ceiling,
            Function::Round => Rounding::Nearest,
            _ => Rounding::Truncate,
        };
        let scale = Real::decimal(&RBig::ONE, places, self.budget)?;
        let round = |number: &Real| {
            let whole = number.multiply(&scale, self.budget)?.rounded(rounding, self.budget)?;
            Real::from(whole).divide(&scale, self.budget)
        };
        match value {
            Value::Number(number) => Ok(Value::Number(round(&number)?)),
            Value::Quantity(number, unit) => Ok(Value::Quantity(round(&number)?, unit)),
            Value::List(list) => {
                let place = || Value::Number(Real::from(places));
                let rounded = list.into_iter().map(|value| self.rounding(function, vec![value, place()]));
                Ok(Value::List(rounded.collect::<Result<_, _>>()?))
            }
            Value::Complex(..) => Err(ErrorKind::RealNeeded.into()),
            Value::Huge(_) => Err(ErrorKind::TooLarge.into()),
            _ => Err(ErrorKind::NumberNeeded.into()),
        }
    }

    fn logarithm_to(&self, values: Vec<Value>) -> Found {
        let numbers = self.numbers(values)?;
        let [value, base] = numbers.as_slice() else { return Err(ErrorKind::NumberNeeded.into()) };
        let below = base.logarithm(self.budget)?;
        Ok(Value::Number(value.logarithm(self.budget)?.divide(&below, self.budget)?))
    }

    /// 30°15′20″ is one angle.
    fn sexagesimal(&self, values: Vec<Value>) -> Found {
        let mut total = Real::ZERO;
        for (at, number) in self.numbers(values)?.iter().enumerate() {
            let part = number.divide(&Real::from([1, 60, 3600][at.min(2)]), self.budget)?;
            total = total.add(&part, self.budget)?;
        }
        Ok(Value::Quantity(total, Unit::find("°").unwrap_or_default()))
    }

    /// Returns a value as a number: a quantity without dimension is one, too.
    pub(super) fn number(&self, value: Value) -> Result<Real, Error> {
        match plain(value) {
            Value::Number(number) => Ok(number),
            Value::Quantity(number, unit) => match self.pure(&number, &unit)? {
                Value::Number(number) => Ok(number),
                _ => Err(ErrorKind::NumberNeeded.into()),
            },
            Value::Complex(..) => Err(ErrorKind::RealNeeded.into()),
            Value::Huge(_) => Err(ErrorKind::TooLarge.into()),
            _ => Err(ErrorKind::NumberNeeded.into()),
        }
    }

    /// Returns the numbers of arguments, of which each may be a list.
    pub(super) fn numbers(&self, values: Vec<Value>) -> Result<Vec<Real>, Error> {
        flat(values).into_iter().map(|value| self.number(value)).collect()
    }

    /// Postfix signs of angles.
    fn angle_sign(function: Function) -> Option<Unit> {
        match function {
            Function::Degree => Unit::find("°"),
            Function::ArcMinute => Unit::find("arcmin"),
            Function::ArcSecond => Unit::find("arcsec"),
            _ => None,
        }
    }
}

/// Lays lists within lists out as one.
pub(super) fn flat(values: Vec<Value>) -> Vec<Value> {
    values
        .into_iter()
        .flat_map(|value| match plain(value) {
            Value::List(list) => flat(list),
            other => vec![other],
        })
        .collect()
}

pub(super) fn integer(x: &Real) -> Result<&IBig, Error> {
    x.as_integer().ok_or_else(|| ErrorKind::IntegerNeeded.into())
}

pub(super) fn natural(x: &Real) -> Result<UBig, Error> {
    UBig::try_from(integer(x)?.clone()).map_err(|_| ErrorKind::NaturalNeeded.into())
}
