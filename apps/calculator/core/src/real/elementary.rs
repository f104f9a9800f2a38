//! Powers, roots, exponentials, logarithms and angles, exact wherever a rule says so.

use super::sum::{self, Atom, Sum};
use super::{Found, Function, Real, Rounding, integer, is_negative};
use crate::budget::{Budget, MAX_FRACTION_BITS, MAX_INTEGER_BITS};
use crate::error::{Error, ErrorKind};
use crate::number_theory;
use dashu_base::{BitTest, Sign, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;

impl Real {
    /// Returns the one product the value is, if it is one.
    fn single(&self) -> Option<(sum::Monomial, RBig)> {
        match self {
            Self::Rational(value) => Some((Vec::new(), value.clone())),
            Self::Form(form) => {
                let is_plain = form.0.below.len() == 1 && form.0.below.keys().all(Vec::is_empty);
                let first = form.0.above.iter().next().filter(|_| is_plain && form.0.above.len() == 1)?;
                Some((first.0.clone(), first.1.clone()))
            }
        }
    }

    /// Raises to an integer power.
    ///
    /// # Errors
    /// As [`Real::divide`].
    pub fn power_integer(&self, exponent: &IBig, budget: &Budget) -> Found {
        if exponent.is_zero() {
            return Ok(Self::ONE);
        }
        if exponent.sign() == Sign::Negative {
            return self.inverse(budget)?.power_integer(&-exponent, budget);
        }
        if let Self::Rational(base) = self {
            return rational_power(base, exponent, budget);
        }
        if let Some((monomial, coefficient)) = self.single()
            && monomial.iter().all(|(atom, _)| !matches!(atom, Atom::Sin(..) | Atom::Cos(..)))
        {
            let exponent_ratio = RBig::from(exponent.clone());
            let powers = monomial.into_iter().map(|(atom, power)| (atom, power * &exponent_ratio)).collect();
            let (monomial, by) = sum::reduced(powers);
            let rational = rational_power(&coefficient, exponent, budget)?;
            return rational.multiply(&Self::product(monomial, by), budget);
        }
        match u8::try_from(exponent) {
            Ok(count) if count <= 8 => {
                let mut result = self.clone();
                for _ in 1..count {
                    result = result.multiply(self, budget)?;
                }
                Ok(result)
            }
            _ => match self.whole()?.single() {
                Some((mut monomial, _)) => {
                    monomial[0].1 = RBig::from(exponent.clone());
                    Ok(Self::product(monomial, RBig::ONE))
                }
                None => Err(ErrorKind::TooComplex.into()),
            },
        }
    }

    /// Raises to a power. Zero to the zeroth is one; a negative base takes integers and fractions with odd denominators.
    ///
    /// # Errors
    /// [`ErrorKind::ComplexResult`], [`ErrorKind::DivisionByZero`], [`ErrorKind::TooLarge`] and those of the parts.
    pub fn power(&self, exponent: &Self, budget: &Budget) -> Found {
        if let Some(exponent) = exponent.as_integer() {
            return self.power_integer(exponent, budget);
        }
        match self.sign(budget)? {
            Ordering::Equal if exponent.sign(budget)? == Ordering::Greater => return Ok(Self::ZERO),
            Ordering::Equal => return Err(ErrorKind::DivisionByZero.into()),
            Ordering::Less => return self.power_of_negative(exponent, budget),
            Ordering::Greater => {}
        }
        if let (Some(base), Some(exponent)) = (self.single(), exponent.as_rational())
            && base.0.iter().all(|(atom, _)| matches!(atom, Atom::Prime(_) | Atom::E))
            && !is_negative(&base.1)
        {
            let (monomial, coefficient) = sum::power(&base.1, exponent, budget)?;
            let powers = base.0.into_iter().map(|(atom, power)| (atom, power * exponent)).collect();
            let (other, by) = sum::reduced(powers);
            return Self::product(monomial, coefficient).multiply(&Self::product(other, by), budget);
        }
        if let Some(exponent) = exponent.as_rational()
            && *exponent.denominator() == UBig::from(2u8)
        {
            return self.square_root(budget)?.power_integer(exponent.numerator(), budget);
        }
        self.logarithm(budget)?.multiply(exponent, budget)?.exponential(budget)
    }

    fn power_of_negative(&self, exponent: &Self, budget: &Budget) -> Found {
        let Some(ratio) = exponent.as_rational() else { return Err(ErrorKind::ComplexResult.into()) };
        if !ratio.denominator().bit(0) {
            return Err(ErrorKind::ComplexResult.into());
        }
        let size = self.negative().power(exponent, budget)?;
        Ok(if ratio.numerator().trailing_zeros() == Some(0) { size.negative() } else { size })
    }

    /// Returns the square root.
    ///
    /// # Errors
    /// [`ErrorKind::ComplexResult`] for a negative value.
    pub fn square_root(&self, budget: &Budget) -> Found {
        match self.sign(budget)? {
            Ordering::Less => return Err(ErrorKind::ComplexResult.into()),
            Ordering::Equal => return Ok(Self::ZERO),
            Ordering::Greater => {}
        }
        if self
            .single()
            .is_some_and(|(monomial, _)| monomial.iter().all(|(atom, _)| matches!(atom, Atom::Prime(_) | Atom::E)))
        {
            return self.power(&Self::Rational(sum::half()), budget);
        }
        if let Some(root) = self.denested(budget)? {
            return Ok(root);
        }
        if let Some((monomial, coefficient)) = self.single()
            && monomial.iter().all(|(atom, power)| {
                matches!(atom, Atom::Pi | Atom::E | Atom::Prime(_) | Atom::Apply(Function::Whole, _))
                    && power.is_int() | !matches!(atom, Atom::Pi)
            })
            && !is_negative(&coefficient)
        {
            let powers = monomial.into_iter().map(|(atom, power)| (atom, power * sum::half())).collect();
            let (monomial, by) = sum::reduced(powers);
            let root = Self::Rational(coefficient).square_root(budget)?;
            return root.multiply(&Self::product(monomial, by), budget);
        }
        let whole = self.whole()?.single().map(|(monomial, _)| monomial).unwrap_or_default();
        let halved = whole.into_iter().map(|(atom, power)| (atom, power * sum::half())).collect();
        Ok(Self::product(halved, RBig::ONE))
    }

    /// sqrt(a + b sqrt c) = sqrt((a + d) / 2) ± sqrt((a - d) / 2) where d = sqrt(a² - b² c) is rational.
    fn denested(&self, budget: &Budget) -> Result<Option<Self>, Error> {
        let Self::Form(form) = self else { return Ok(None) };
        if form.0.above.len() != 2 || form.0.below.len() != 1 || !form.0.below.keys().all(Vec::is_empty) {
            return Ok(None);
        }
        let mut terms = form.0.above.iter();
        let (Some((first, a)), Some((second, b))) = (terms.next(), terms.next()) else { return Ok(None) };
        let is_root = |(atom, power): &(Atom, RBig)| matches!(atom, Atom::Prime(_)) && *power == sum::half();
        if !first.is_empty() || is_negative(a) || !second.iter().all(is_root) {
            return Ok(None);
        }
        let root = Self::product(second.clone(), b.clone());
        let square = Self::Rational(a.clone()).power_integer(&IBig::from(2), budget)?;
        let inner = square.subtract(&root.power_integer(&IBig::from(2), budget)?, budget)?;
        if inner.sign(budget)? == Ordering::Less {
            return Ok(None);
        }
        let Self::Rational(d) = inner.square_root(budget)? else { return Ok(None) };
        let plus = Self::Rational((a + &d) * sum::half()).square_root(budget)?;
        let minus = Self::Rational((a - &d) * sum::half()).square_root(budget)?;
        Ok(Some(if is_negative(b) { plus.subtract(&minus, budget)? } else { plus.add(&minus, budget)? }))
    }

    /// Returns the n-th root, n not zero; of a negative value where n is odd.
    ///
    /// # Errors
    /// As [`Real::power`].
    pub fn root(&self, degree: &IBig, budget: &Budget) -> Found {
        if degree.is_zero() {
            return Err(ErrorKind::DivisionByZero.into());
        }
        let exponent = RBig::from_parts_signed(IBig::ONE, degree.clone());
        self.power(&Self::Rational(exponent), budget)
    }

    /// Returns e to this power.
    ///
    /// # Errors
    /// As [`Real::add`].
    pub fn exponential(&self, budget: &Budget) -> Found {
        if let Self::Rational(value) = self {
            return Ok(if value.is_zero() {
                Self::ONE
            } else {
                Self::product(vec![(Atom::E, value.clone())], RBig::ONE)
            });
        }
        let (above, below) = self.sums();
        if !is_one(&below) {
            return Self::apply(Function::Exp, self.clone());
        }
        let mut result = Self::ONE;
        let mut rest = Sum::new();
        for (monomial, coefficient) in above {
            let factor = match monomial.as_slice() {
                [] => Self::product(vec![(Atom::E, coefficient.clone())], RBig::ONE),
                [(Atom::Ln(base), power)] if power.is_one() => {
                    let (monomial, by) = sum::power(&RBig::from(base.clone()), &coefficient, budget)?;
                    Self::product(monomial, by)
                }
                [(Atom::Apply(Function::Ln, inner), power)] if power.is_one() && coefficient.is_int() => {
                    inner.power_integer(coefficient.numerator(), budget)?
                }
                _ => {
                    rest = sum::add(rest, &sum::term(monomial, coefficient));
                    continue;
                }
            };
            result = result.multiply(&factor, budget)?;
        }
        if rest.is_empty() {
            Ok(result)
        } else {
            result.multiply(&Self::apply(Function::Exp, Self::from_sum(rest))?, budget)
        }
    }

    /// Returns the natural logarithm.
    ///
    /// # Errors
    /// [`ErrorKind::Undefined`] at zero, [`ErrorKind::ComplexResult`] below it.
    pub fn logarithm(&self, budget: &Budget) -> Found {
        match self.sign(budget)? {
            Ordering::Less => return Err(ErrorKind::ComplexResult.into()),
            Ordering::Equal => return Err(ErrorKind::Undefined("ln").into()),
            Ordering::Greater => {}
        }
        let Some((monomial, coefficient)) = self.single().filter(|(_, coefficient)| !is_negative(coefficient)) else {
            return Self::apply(Function::Ln, self.clone());
        };
        budget.spend(sum::size(&coefficient))?;
        let mut sum = sum::logarithm(&coefficient, budget)?;
        for (atom, power) in monomial {
            let part = match atom {
                Atom::Prime(base) => sum::scale(&sum::logarithm(&RBig::from(base), budget)?, &power),
                Atom::E => sum::constant(power),
                Atom::Apply(Function::Exp, inner) if is_one(&inner.sums().1) => sum::scale(&inner.sums().0, &power),
                Atom::Pi => sum::scale(&Self::apply(Function::Ln, Self::pi())?.sums().0, &power),
                _ => return Self::apply(Function::Ln, self.clone()),
            };
            sum = sum::add(sum, &part);
        }
        if sum.is_empty() { Ok(Self::ZERO) } else { Ok(Self::from_sum(sum)) }
    }

    /// Takes an angle apart: a + b pi, and what is left.
    fn angle(&self) -> Option<(RBig, RBig, Sum)> {
        let (above, below) = self.sums();
        if !is_one(&below) {
            return None;
        }
        let (mut a, mut b, mut rest) = (RBig::ZERO, RBig::ZERO, Sum::new());
        for (monomial, coefficient) in above {
            match monomial.as_slice() {
                [] => a = coefficient,
                [(Atom::Pi, power)] if power.is_one() => b = coefficient,
                _ => rest = sum::add(rest, &sum::term(monomial, coefficient)),
            }
        }
        Some((a, b, rest))
    }

    /// Returns the sine of an angle in radians.
    ///
    /// # Errors
    /// Those of the budget.
    pub fn sine(&self, budget: &Budget) -> Found {
        Ok(self.sine_cosine(budget)?.0)
    }

    /// Returns the cosine of an angle in radians.
    ///
    /// # Errors
    /// Those of the budget.
    pub fn cosine(&self, budget: &Budget) -> Found {
        Ok(self.sine_cosine(budget)?.1)
    }

    fn sine_cosine(&self, budget: &Budget) -> Result<(Self, Self), Error> {
        let opaque =
            |value: &Self| Ok((Self::apply(Function::Sin, value.clone())?, Self::apply(Function::Cos, value.clone())?));
        let Some((a, b, rest)) = self.angle() else { return opaque(self) };
        if sum::size(&a).max(sum::size(&b)) > MAX_FRACTION_BITS {
            return Err(ErrorKind::TooLarge.into());
        }
        let (sine, cosine) =
            (Self::from_sum(sum::sine(a.clone(), b.clone())), Self::from_sum(sum::cosine(a.clone(), b.clone())));
        if rest.is_empty() {
            return Ok((sine, cosine));
        }
        let inner = Self::from_sum(rest);
        let (inner_sine, inner_cosine) = match inner.inverse_angle(budget)? {
            Some(pair) => pair,
            // Only a turn by quarters leaves an opaque angle as it is.
            None if a.is_zero() && (&b * RBig::from(2)).is_int() => opaque(&inner)?,
            None => return opaque(self),
        };
        let product = |left: &Self, right: &Self| left.multiply(right, budget);
        let total = product(&sine, &inner_cosine)?.add(&product(&cosine, &inner_sine)?, budget)?;
        let other = product(&cosine, &inner_cosine)?.subtract(&product(&sine, &inner_sine)?, budget)?;
        Ok((total, other))
    }

    /// Returns sine and cosine of ± an inverse sine or tangent.
    fn inverse_angle(&self, budget: &Budget) -> Result<Option<(Self, Self)>, Error> {
        let Some((monomial, coefficient)) = self.single() else { return Ok(None) };
        let [(Atom::Apply(function, inner), power)] = monomial.as_slice() else { return Ok(None) };
        let is_unit = *power == RBig::ONE && (coefficient == RBig::ONE || coefficient == RBig::from(-1));
        let square = inner.multiply(inner, budget)?;
        let (sine, cosine) = match function {
            Function::Asin if is_unit => (inner.clone(), Self::ONE.subtract(&square, budget)?.square_root(budget)?),
            Function::Atan if is_unit => {
                let root = Self::ONE.add(&square, budget)?.square_root(budget)?.inverse(budget)?;
                (inner.multiply(&root, budget)?, root)
            }
            _ => return Ok(None),
        };
        Ok(Some((if is_negative(&coefficient) { sine.negative() } else { sine }, cosine)))
    }

    /// Returns the tangent of an angle in radians.
    ///
    /// # Errors
    /// [`ErrorKind::Undefined`] at a pole.
    pub fn tangent(&self, budget: &Budget) -> Found {
        let (sine, cosine) = self.sine_cosine(budget)?;
        if cosine.sign(budget)? == Ordering::Equal {
            return Err(ErrorKind::Undefined("tan").into());
        }
        sine.divide(&cosine, budget)
    }

    /// Returns the angle in radians, from -pi/2 to pi/2, whose sine this is.
    ///
    /// # Errors
    /// [`ErrorKind::ComplexResult`] beyond one.
    pub fn arcsine(&self, budget: &Budget) -> Found {
        for twelfths in -6..=6i64 {
            let b = RBig::from_parts(IBig::from(twelfths), UBig::from(12u8));
            if *self == Self::from_sum(sum::sine(RBig::ZERO, b.clone())) {
                return Ok(Self::from_sum(sum::term(vec![(Atom::Pi, RBig::ONE)], b)));
            }
        }
        if let Some(angle) = self.named_arcsine(budget)? {
            return Ok(angle);
        }
        if self.absolute(budget)?.compare(&Self::ONE, budget)? == Ordering::Greater {
            return Err(ErrorKind::ComplexResult.into());
        }
        self.odd(Function::Asin, budget)
    }

    /// Returns the angle in radians, between -pi/2 and pi/2, whose tangent this is.
    ///
    /// # Errors
    /// Those of the budget.
    pub fn arctangent(&self, budget: &Budget) -> Found {
        for twelfths in -5..=5i64 {
            let b = RBig::from_parts(IBig::from(twelfths), UBig::from(12u8));
            let angle = Self::from_sum(sum::term(vec![(Atom::Pi, RBig::ONE)], b));
            if *self == angle.tangent(budget)? {
                return Ok(angle);
            }
        }
        if let Some(angle) = self.named_arctangent(budget)? {
            return Ok(angle);
        }
        self.odd(Function::Atan, budget)
    }

    /// Returns the angle of a value that is named as the sine or cosine of one, moved between -pi/2 and pi/2.
    fn named_arcsine(&self, budget: &Budget) -> Result<Option<Self>, Error> {
        let Some((monomial, coefficient)) = self.single() else { return Ok(None) };
        let [(atom, power)] = monomial.as_slice() else { return Ok(None) };
        if !power.is_one() || (coefficient != RBig::ONE && coefficient != RBig::from(-1)) {
            return Ok(None);
        }
        let right = Self::Rational(sum::half()).multiply(&Self::pi(), budget)?;
        let angle = match atom {
            Atom::Sin(a, b) => angle_of(a, b),
            Atom::Cos(a, b) => right.subtract(&angle_of(a, b), budget)?,
            Atom::Apply(Function::Sin, inner) => inner.clone(),
            Atom::Apply(Function::Cos, inner) => right.subtract(inner, budget)?,
            _ => return Ok(None),
        };
        let Some((rest, turns)) = angle.without_half_turns(budget)? else { return Ok(None) };
        Ok(Some(if turns.bit(0) == is_negative(&coefficient) { rest } else { rest.negative() }))
    }

    /// Returns the angle of a value that is named as the tangent of one, moved between -pi/2 and pi/2.
    fn named_arctangent(&self, budget: &Budget) -> Result<Option<Self>, Error> {
        let Self::Form(form) = self else { return Ok(None) };
        let mut atoms = form.0.above.keys().flatten().map(|(atom, _)| atom);
        let angle = match (atoms.next(), atoms.next()) {
            (Some(Atom::Sin(a, b)), None) => angle_of(a, b),
            (Some(Atom::Apply(Function::Sin, inner)), None) => inner.clone(),
            _ => return Ok(None),
        };
        let Some((rest, _)) = angle.without_half_turns(budget)? else { return Ok(None) };
        let tangent = rest.tangent(budget)?;
        Ok(if *self == tangent {
            Some(rest)
        } else if *self == tangent.negative() {
            Some(rest.negative())
        } else {
            None
        })
    }

    /// Takes half turns from an angle until it is at most a right one; `None` where they cannot be counted.
    fn without_half_turns(&self, budget: &Budget) -> Result<Option<(Self, IBig)>, Error> {
        let Ok(turns) = self.divide(&Self::pi(), budget)?.rounded(Rounding::Nearest, budget) else { return Ok(None) };
        let rest = self.subtract(&Self::pi().multiply(&Self::from(turns.clone()), budget)?, budget)?;
        Ok(Some((rest, turns)))
    }

    /// Returns the hyperbolic tangent of a value so large that its powers of e cannot be kept: one, as far as can be seen.
    ///
    /// # Errors
    /// Where the sign cannot be told.
    pub fn far_hyperbolic_tangent(&self, budget: &Budget) -> Found {
        self.odd(Function::Tanh, budget)
    }

    /// f(-x) = -f(x): names the value by the positive argument.
    fn odd(&self, function: Function, budget: &Budget) -> Found {
        if self.sign(budget)? == Ordering::Less {
            return Ok(Self::apply(function, self.negative())?.negative());
        }
        Self::apply(function, self.clone())
    }

    /// Returns the gamma function.
    ///
    /// # Errors
    /// [`ErrorKind::Undefined`] at zero and the negative integers.
    pub fn gamma(&self, budget: &Budget) -> Found {
        let Some(value) = self.as_rational() else { return Self::apply(Function::Gamma, self.clone()) };
        if value.is_int() {
            if is_negative(value) || value.is_zero() {
                return Err(ErrorKind::Undefined("gamma").into());
            }
            return Self::factorial(&(value.numerator() - IBig::ONE).into_parts().1, budget);
        }
        const MAX_STEPS: i64 = 1_000;
        let steps = i64::try_from(value.floor()).unwrap_or(i64::MAX);
        if *value.denominator() != UBig::from(2u8) || steps.abs() > MAX_STEPS {
            return Self::apply(Function::Gamma, self.clone());
        }
        // gamma(1/2) = sqrt pi, and gamma(x + 1) = x gamma(x).
        let mut factor = RBig::ONE;
        for step in 0..steps.max(0) {
            factor *= sum::half() + RBig::from(step);
        }
        for step in steps.min(0)..0 {
            factor /= sum::half() + RBig::from(step);
        }
        Self::Rational(factor).multiply(&Self::pi().square_root(budget)?, budget)
    }

    /// Returns the factorial of an integer; where it is too large to be kept, its digits can still be had.
    ///
    /// # Errors
    /// Those of the budget; [`ErrorKind::TooLarge`] past every exponent.
    pub fn factorial(count: &UBig, budget: &Budget) -> Found {
        let Ok(small) = u64::try_from(count) else { return Err(ErrorKind::TooLarge.into()) };
        let bits = usize::try_from(small).unwrap_or(usize::MAX).saturating_mul(count.bit_len());
        if bits > MAX_INTEGER_BITS {
            let argument = Self::from(IBig::from(count.clone()) + IBig::ONE);
            return Self::apply(Function::Gamma, argument);
        }
        integer(product_of_range(1, small, budget)?.into(), budget)
    }
}

/// Multiplies all integers from `low` to `high`, halving the range so that factors stay of a size.
pub(crate) fn product_of_range(low: u64, high: u64, budget: &Budget) -> Result<UBig, Error> {
    if low > high {
        return Ok(UBig::ONE);
    }
    if high - low < 8 {
        return Ok((low..=high).fold(UBig::ONE, |product, factor| product * UBig::from(factor)));
    }
    let middle = low + (high - low) / 2;
    let (left, right) = (product_of_range(low, middle, budget)?, product_of_range(middle + 1, high, budget)?);
    budget.spend(left.bit_len() + right.bit_len())?;
    Ok(left * right)
}

fn rational_power(base: &RBig, exponent: &IBig, budget: &Budget) -> Found {
    let size = base.numerator().bit_len().max(base.denominator().bit_len());
    let is_trivial = base.is_int() && base.numerator().bit_len() <= 1;
    if is_trivial {
        let is_odd = exponent.trailing_zeros() == Some(0);
        return Ok(Real::Rational(if is_negative(base) && !is_odd { -base } else { base.clone() }));
    }
    let count = usize::try_from(exponent).ok();
    let limit = if base.is_int() { MAX_INTEGER_BITS } else { MAX_INTEGER_BITS / 2 };
    if let Some(count) = count.filter(|count| count.saturating_mul(size.saturating_sub(1).max(1)) <= limit) {
        budget.spend(size.saturating_mul(count))?;
        let is_odd = count % 2 == 1;
        let size_of_power = number_theory::power(&base.numerator().clone().unsigned_abs(), count, budget)?;
        let numerator = IBig::from(size_of_power) * if is_negative(base) && is_odd { -1 } else { 1 };
        let denominator = number_theory::power(base.denominator(), count, budget)?;
        budget.check()?;
        // Powers of coprime numbers are coprime, but only `from_parts` builds a fraction: it looks for common factors.
        if base.is_int() {
            return Ok(Real::from(numerator));
        }
        if size * count <= MAX_FRACTION_BITS {
            return Ok(Real::Rational(RBig::from_parts(numerator, denominator)));
        }
    }
    let is_odd = exponent.trailing_zeros() == Some(0);
    let positive = if is_negative(base) { -base } else { base.clone() };
    let (monomial, by) = sum::power(&positive, &RBig::from(exponent.clone()), budget)?;
    Ok(Real::product(monomial, if is_negative(base) && is_odd { -by } else { by }))
}

/// Returns a + b pi.
fn angle_of(a: &RBig, b: &RBig) -> Real {
    let half_turns = sum::term(vec![(Atom::Pi, RBig::ONE)], b.clone());
    Real::from_sum(sum::add(sum::constant(a.clone()), &half_turns))
}

fn is_one(below: &Sum) -> bool {
    below.len() == 1 && below.iter().all(|(monomial, value)| monomial.is_empty() && value.is_one())
}
