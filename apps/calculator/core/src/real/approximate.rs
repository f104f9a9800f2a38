//! Digits, signs and integer parts of real numbers, to any precision.

use super::ball::{Ball, Trouble, Work, signed, unsigned};
use super::sum::{Atom, Sum};
use super::{Form, Function, Real, is_negative};
use crate::budget::{Budget, ZERO_BITS};
use crate::error::{Error, ErrorKind};
use dashu_base::{BitTest, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;
use std::sync::PoisonError;

/// A number rounded to some digits: `0.DIGITS * base^exponent`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digits {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// The significant digits as one integer; zero for zero.
    pub value: UBig,
    /// How many digits `value` was asked to have.
    pub count: usize,
    /// The power of the base the last digit counts.
    pub exponent: i64,
    /// Whether nothing was rounded away, and the value is known to be this.
    pub is_exact: bool,
}

/// To what a value is rounded; halves go away from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Towards minus infinity.
    Floor,
    /// Towards plus infinity.
    Ceiling,
    /// To the nearest, halves away from zero.
    Nearest,
    /// Towards zero.
    Truncate,
}

/// Bits to begin with where nothing is known of a value.
const FIRST_BITS: usize = 96;

impl Real {
    pub(super) fn ball(&self, work: Work<'_>) -> Result<Ball, Trouble> {
        match self {
            Self::Rational(value) => Ball::rational(value, work),
            Self::Form(form) => form.ball(work),
        }
    }

    /// Tries again with more bits until `found` says what it wants; `None` when the bits of the budget are used up.
    fn refine<T>(
        &self,
        first: usize,
        budget: &Budget,
        mut found: impl FnMut(&Ball, Work<'_>) -> Result<Option<T>, Trouble>,
    ) -> Result<Option<T>, Error> {
        let mut bits = first.max(FIRST_BITS);
        while bits <= first + ZERO_BITS {
            budget.check()?;
            let work = Work { bits, budget };
            match self.ball(work).and_then(|ball| found(&ball, work)) {
                Ok(Some(value)) => return Ok(Some(value)),
                Ok(None) | Err(Trouble::Imprecise) => bits += bits / 2,
                Err(Trouble::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    /// Returns whether the value is below, at or above zero.
    ///
    /// # Errors
    /// [`ErrorKind::UndecidableZero`] where its digits do not tell.
    pub fn sign(&self, budget: &Budget) -> Result<Ordering, Error> {
        match self {
            Self::Rational(value) if value.is_zero() => Ok(Ordering::Equal),
            Self::Rational(value) => Ok(if is_negative(value) { Ordering::Less } else { Ordering::Greater }),
            Self::Form(_) => {
                let sign = self.refine(FIRST_BITS, budget, |ball, _| Ok(ball.sign()))?;
                sign.ok_or_else(|| ErrorKind::UndecidableZero.into())
            }
        }
    }

    /// Compares two values.
    ///
    /// # Errors
    /// [`ErrorKind::Undecidable`] where their digits do not tell.
    pub fn compare(&self, other: &Self, budget: &Budget) -> Result<Ordering, Error> {
        if let (Self::Rational(left), Self::Rational(right)) = (self, other) {
            return Ok(left.cmp(right));
        }
        self.subtract(other, budget)?.sign(budget).map_err(|error| match error.kind {
            ErrorKind::UndecidableZero => ErrorKind::Undecidable.into(),
            _ => error,
        })
    }

    /// Rounds to an integer.
    ///
    /// # Errors
    /// [`ErrorKind::Undecidable`] where the value cannot be told from the border between two integers;
    /// [`ErrorKind::TooLarge`].
    pub fn rounded(&self, rounding: Rounding, budget: &Budget) -> Result<IBig, Error> {
        if let Self::Rational(value) = self {
            return Ok(round_rational(value, rounding));
        }
        let magnitude = self.refine(FIRST_BITS, budget, |ball, _| Ok(Some(ball.magnitude())))?.flatten().unwrap_or(0);
        if magnitude > signed(crate::budget::MAX_INTEGER_BITS) {
            return Err(ErrorKind::TooLarge.into());
        }
        let found = self.refine(FIRST_BITS + unsigned(magnitude), budget, |ball, _| {
            let (low, high) = ends(ball, 0)?;
            let (low, high) = (round_rational(&low, rounding), round_rational(&high, rounding));
            Ok((low == high).then_some(low))
        })?;
        found.ok_or_else(|| ErrorKind::Undecidable.into())
    }

    /// Returns an approximation good to some digits, for estimates and pictures; infinite beyond `f64`.
    pub fn to_f64(&self, budget: &Budget) -> Result<f64, Error> {
        if let Self::Rational(value) = self {
            return Ok(value.to_f64().value());
        }
        let found = self.refine(FIRST_BITS, budget, |ball, work| {
            let is_narrow = ball.rad.bit_len() + work.bits / 2 < ball.mid.bit_len() || ball.exp < -2000;
            let exp = i32::try_from(ball.exp.clamp(-5000, 5000)).unwrap_or(0);
            let shrink = ball.mid.bit_len().saturating_sub(64);
            let mid = (ball.mid.clone() >> shrink).to_f64().value();
            let places = exp.saturating_add(i32::try_from(shrink).unwrap_or(i32::MAX));
            Ok(is_narrow.then(|| mid * 2f64.powi(places / 2) * 2f64.powi(places - places / 2)))
        })?;
        found.ok_or_else(|| ErrorKind::UndecidableZero.into())
    }

    /// Returns whether the value is so large that its digits cannot be had: above `2^(2^60)`, or below its inverse.
    pub fn is_beyond(&self, budget: &Budget) -> Result<bool, Error> {
        Ok(self.refine(FIRST_BITS, budget, |ball, _| Ok(Some(ball.magnitude().unwrap_or(0) > 58)))?.unwrap_or(true))
    }

    /// Rounds to so many significant digits of a base, halves away from zero.
    ///
    /// # Errors
    /// [`ErrorKind::UndecidableZero`] where the value cannot be told from zero; [`ErrorKind::TooLarge`].
    pub fn digits(&self, count: usize, base: u32, budget: &Budget) -> Result<Digits, Error> {
        let count = count.max(1);
        match self {
            Self::Rational(value) => rational_digits(value, count, base, budget),
            Self::Form(_) => self.form_digits(count, base, budget),
        }
    }

    fn form_digits(&self, count: usize, base: u32, budget: &Budget) -> Result<Digits, Error> {
        let base_bits = f64::from(base).log2();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "small"
        )]
        let first = (count as f64 * base_bits) as usize + 48;
        let mut best = None;
        let found = self.refine(first, budget, |ball, work| {
            let Some(sign) = ball.sign() else { return Ok(None) };
            let size = if sign == Ordering::Less { ball.clone().negative() } else { ball.clone() };
            let Some((low, high, exponent)) = scaled(&size, count, base, work)? else { return Ok(None) };
            let is_same = low == high;
            let digits = Digits { is_negative: sign == Ordering::Less, value: high, count, exponent, is_exact: false };
            best = Some(digits.clone());
            Ok(is_same.then_some(digits))
        })?;
        // What cannot be told from a half after a thousand further digits is rounded as a half: away from zero.
        found.or(best).map(Digits::normal_at(base)).ok_or_else(|| ErrorKind::UndecidableZero.into())
    }
}

impl Digits {
    /// Shortens a value that was rounded up to one digit more.
    fn normal_at(base: u32) -> impl Fn(Self) -> Self {
        move |digits| {
            let limit = UBig::from(base).pow(digits.count);
            if digits.value < limit {
                return digits;
            }
            Self { value: digits.value / UBig::from(base), exponent: digits.exponent + 1, ..digits }
        }
    }
}

/// Returns the ends of a ball as rationals with 2^bits below the line, rounded outwards.
fn ends(ball: &Ball, bits: i64) -> Result<(RBig, RBig), Trouble> {
    let exp = ball.exp + bits;
    let rad = IBig::from(ball.rad.clone());
    let end = |mid: IBig| {
        if exp >= 0 { RBig::from(mid << unsigned(exp)) } else { RBig::from_parts(mid, UBig::ONE << unsigned(-exp)) }
    };
    if exp.abs() > 1 << 30 {
        return Err(ErrorKind::TooLarge.into());
    }
    Ok((end(&ball.mid - &rad), end(&ball.mid + rad)))
}

/// Scales a positive ball to `count` digits before the point and rounds its ends.
fn scaled(ball: &Ball, count: usize, base: u32, work: Work<'_>) -> Result<Option<(UBig, UBig, i64)>, Trouble> {
    let magnitude = ball.magnitude().unwrap_or(0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "an estimate, corrected below")]
    let estimate = (magnitude as f64 / f64::from(base).log2()) as i64;
    let mut exponent = estimate - signed(count);
    for _ in 0..64 {
        let power = Ball::integer(IBig::from(base)).power(&IBig::from(-exponent), work.more(72))?;
        let product = ball.multiply(&power, work.more(72))?;
        if product.exp > 0 {
            return Ok(None);
        }
        let shift = unsigned(-product.exp);
        let half = if shift > 0 { IBig::ONE << (shift - 1) } else { IBig::ZERO };
        let rad = IBig::from(product.rad.clone());
        let low = (((&product.mid - &rad) + &half) >> shift).unsigned_abs();
        let high = ((product.mid + rad + half) >> shift).unsigned_abs();
        let length = signed(digit_count(&high, base));
        if length == signed(count) || (length == signed(count) + 1 && high == UBig::from(base).pow(count)) {
            return Ok(Some((low, high, exponent)));
        }
        exponent += length - signed(count);
    }
    Ok(None)
}

fn digit_count(value: &UBig, base: u32) -> usize {
    if value.is_zero() { 0 } else { value.ilog(&UBig::from(base)) + 1 }
}

fn rational_digits(value: &RBig, count: usize, base: u32, budget: &Budget) -> Result<Digits, Error> {
    let is_negative = is_negative(value);
    let (above, below) = (value.numerator().clone().unsigned_abs(), value.denominator().clone());
    if above.is_zero() {
        return Ok(Digits { is_negative: false, value: UBig::ZERO, count, exponent: 0, is_exact: true });
    }
    if above.bit_len() > LARGE_BITS
        && value.is_int()
        && let Some(digits) = leading_digits(value, count, base, budget)?
    {
        return Ok(digits);
    }
    let bits = signed(above.bit_len()) - signed(below.bit_len());
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "an estimate, corrected below")]
    let mut exponent = (bits as f64 / f64::from(base).log2()).floor() as i64 - signed(count);
    loop {
        budget.check()?;
        let power = UBig::from(base).pow(unsigned(exponent.abs()));
        let (top, bottom) =
            if exponent >= 0 { (above.clone(), &below * power) } else { (&above * power, below.clone()) };
        let (quotient, rest) = dashu_base::DivRem::div_rem(&top, &bottom);
        let length = digit_count(&quotient, base);
        if length == count {
            let is_exact = rest.is_zero();
            let value = if rest * UBig::from(2u8) >= bottom { quotient + UBig::ONE } else { quotient };
            let digits = Digits { is_negative, value, count, exponent, is_exact };
            return Ok(Digits::normal_at(base)(digits));
        }
        exponent += signed(length) - signed(count);
    }
}

/// Integers above this many bits are not divided where their leading bits tell their leading digits.
const LARGE_BITS: usize = 10_000;

/// Returns the digits of a large integer from its leading bits, where these tell, and where they cannot be all.
fn leading_digits(value: &RBig, count: usize, base: u32, budget: &Budget) -> Result<Option<Digits>, Error> {
    let magnitude = value.numerator().clone().unsigned_abs();
    let bits = count.saturating_mul(6) + 96;
    if bits * 2 > magnitude.bit_len() {
        return Ok(None);
    }
    let work = Work { bits, budget };
    let found = Ball::rational(&RBig::from(IBig::from(magnitude.clone())), work)
        .and_then(|ball| scaled(&ball, count, base, work));
    let (low, high, exponent) = match found {
        Ok(Some(found)) => found,
        Ok(None) | Err(Trouble::Imprecise) => return Ok(None),
        Err(Trouble::Error(error)) => return Err(error),
    };
    // A multiple of an even base to this power would end in as many zero bits.
    let ends_early = signed(magnitude.trailing_zeros().unwrap_or(0)) < exponent;
    if low != high || !base.is_multiple_of(2) || !ends_early {
        return Ok(None);
    }
    let digits = Digits { is_negative: is_negative(value), value: high, count, exponent, is_exact: false };
    Ok(Some(Digits::normal_at(base)(digits)))
}

fn round_rational(value: &RBig, rounding: Rounding) -> IBig {
    match rounding {
        Rounding::Floor => value.floor(),
        Rounding::Ceiling => value.ceil(),
        Rounding::Truncate => value.trunc(),
        Rounding::Nearest => {
            let half = super::sum::half();
            if is_negative(value) { (value - half).ceil() } else { (value + half).floor() }
        }
    }
}

impl Form {
    fn ball(&self, work: Work<'_>) -> Result<Ball, Trouble> {
        let known = self.0.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, ball)) = known.filter(|(bits, _)| *bits >= work.bits) {
            return Ok(ball);
        }
        let above = sum_ball(&self.0.above, work)?;
        let is_plain =
            self.0.below.len() == 1 && self.0.below.iter().all(|(monomial, by)| monomial.is_empty() && by.is_one());
        let ball = if is_plain { above } else { above.divide(&sum_ball(&self.0.below, work)?, work)? };
        *self.0.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((work.bits, ball.clone()));
        Ok(ball)
    }
}

fn sum_ball(sum: &Sum, work: Work<'_>) -> Result<Ball, Trouble> {
    let mut total = Ball::integer(IBig::ZERO);
    for (monomial, coefficient) in sum {
        let mut product = Ball::rational(coefficient, work)?;
        for (atom, power) in monomial {
            product = product.multiply(&atom_ball(atom, power, work)?, work)?;
        }
        total = total.add(&product, work)?;
    }
    Ok(total)
}

fn atom_ball(atom: &Atom, power: &RBig, work: Work<'_>) -> Result<Ball, Trouble> {
    let base = match atom {
        Atom::E => return Ball::rational(power, work.more(64))?.exponential(work),
        Atom::Prime(prime) => Ball::integer(IBig::from(prime.clone())),
        Atom::Pi => pi(work)?,
        Atom::Ln(value) => Ball::integer(IBig::from(value.clone())).logarithm(work)?,
        Atom::Cos(a, b) => angle(a, b, work)?.sine_cosine(work)?.1,
        Atom::Sin(a, b) => angle(a, b, work)?.sine_cosine(work)?.0,
        Atom::Apply(function, argument) => applied(*function, argument, work)?,
    };
    if power.is_int() {
        return if power.is_one() { Ok(base) } else { base.power(power.numerator(), work) };
    }
    if *power.denominator() == UBig::from(2u8) && power.numerator().bit_len() < 16 {
        return base.square_root(work.more(8))?.power(power.numerator(), work);
    }
    let work = work.more(power.numerator().bit_len() + 8);
    base.logarithm(work)?.multiply(&Ball::rational(power, work)?, work)?.exponential(work)
}

fn pi(work: Work<'_>) -> Result<Ball, Trouble> {
    let mid = super::kernel::pi(work.bits, work.budget)?;
    Ball::new(mid, UBig::from(2u8), -signed(work.bits), work)
}

/// a + b pi, precise enough for an angle: its fraction counts, not its size.
fn angle(a: &RBig, b: &RBig, work: Work<'_>) -> Result<Ball, Trouble> {
    let size = a.numerator().bit_len().saturating_sub(a.denominator().bit_len());
    let work = work.more(size + b.numerator().bit_len() + 8);
    Ball::rational(a, work)?.add(&Ball::rational(b, work)?.multiply(&pi(work)?, work)?, work)
}

fn applied(function: Function, argument: &Real, work: Work<'_>) -> Result<Ball, Trouble> {
    let wide = work.more(16);
    match function {
        Function::Whole => argument.ball(work),
        Function::Exp => {
            let size = argument.ball(work)?.magnitude().unwrap_or(0);
            if size > 61 {
                return Err(ErrorKind::TooLarge.into());
            }
            argument.ball(wide.more(unsigned(size)))?.exponential(work)
        }
        Function::Ln => argument.ball(wide)?.logarithm(work),
        Function::Sin | Function::Cos => {
            let size = argument.ball(work)?.magnitude().unwrap_or(0);
            if size > 1 << 20 {
                return Err(ErrorKind::TooLarge.into());
            }
            let (sine, cosine) = argument.ball(wide.more(unsigned(size)))?.sine_cosine(work)?;
            Ok(if function == Function::Sin { sine } else { cosine })
        }
        Function::Atan => argument.ball(wide)?.arctangent(work),
        Function::Asin => {
            let value = argument.ball(wide)?;
            let rest = Ball::integer(IBig::ONE).subtract(&value.multiply(&value, wide)?, wide)?;
            if rest.sign() == Some(Ordering::Less) {
                return Err(Trouble::Imprecise);
            }
            value.divide(&rest.square_root(wide)?, wide)?.arctangent(work)
        }
        Function::Tanh => {
            // 1 - tanh x < 2 e^(-2 x), and x is an eighth of the bound of its size at least.
            let eighth = argument.ball(work)?.magnitude().unwrap_or(0) - 3;
            if eighth < 62 && (eighth < 0 || 1u64 << eighth < work.bits as u64) {
                return Err(ErrorKind::TooLarge.into());
            }
            Ball::new(IBig::ONE << work.bits, UBig::ONE, -signed(work.bits), work)
        }
        Function::Gamma => gamma(&argument.ball(wide)?, wide),
    }
}

/// Returns the gamma function: Stirling's series after moving the argument up.
///
/// Spec: NIST DLMF 5.11.1 and 5.11(ii): for a positive argument the error is below the first term left out.
fn gamma(value: &Ball, work: Work<'_>) -> Result<Ball, Trouble> {
    let work = work.more(unsigned(value.magnitude().unwrap_or(0).clamp(0, 64)) + 32);
    let one = Ball::integer(IBig::ONE);
    if value.sign().ok_or(Trouble::Imprecise)? != Ordering::Greater {
        // gamma(x) gamma(1 - x) = pi / sin(pi x).
        let sine = value.multiply(&pi(work)?, work)?.sine_cosine(work)?.0;
        let other = gamma(&one.subtract(value, work)?, work)?;
        return pi(work)?.divide(&sine.multiply(&other, work)?, work);
    }
    let goal = work.bits / 4 + 8;
    let floor = if value.magnitude().unwrap_or(0) > 40 {
        goal
    } else {
        unsigned(i64::try_from((ends(value, 0)?.0).floor()).unwrap_or(0))
    };
    let steps = goal.saturating_sub(floor);
    let mut product = one.clone();
    let mut moved = value.clone();
    for _ in 0..steps {
        product = product.multiply(&moved, work)?;
        moved = moved.add(&one, work)?;
    }
    stirling(&moved, work)?.exponential(work)?.divide(&product, work)
}

fn stirling(value: &Ball, work: Work<'_>) -> Result<Ball, Trouble> {
    let half = Ball::rational(&super::sum::half(), work)?;
    let two_pi = pi(work)?.multiply(&Ball::integer(IBig::from(2)), work)?;
    let mut sum = value.subtract(&half, work)?.multiply(&value.logarithm(work)?, work)?.subtract(value, work)?;
    sum = sum.add(&two_pi.logarithm(work)?.multiply(&half, work)?, work)?;
    let inverse = value.inverse(work)?;
    let square = inverse.multiply(&inverse, work)?;
    let mut power = inverse;
    let mut numbers = crate::number_theory::Bernoulli::default();
    for index in 1.. {
        let even = IBig::from(2 * index) * IBig::from(2 * index - 1);
        let factor = numbers.even(index) / RBig::from(even);
        let term = Ball::rational(&factor, work)?.multiply(&power, work)?;
        let size = term.magnitude().unwrap_or(i64::MIN);
        if size < -signed(work.bits) - 8 {
            // The rest is smaller than this term.
            let rest = Ball { mid: IBig::ZERO, rad: UBig::ONE, exp: size };
            return sum.add(&rest, work);
        }
        if index > work.bits + 64 {
            break;
        }
        sum = sum.add(&term, work)?;
        power = power.multiply(&square, work)?;
    }
    Err(Trouble::Imprecise)
}
