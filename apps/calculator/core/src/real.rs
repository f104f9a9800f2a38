//! Real numbers: rationals where they are, else exact expressions of named irrationals whose digits can be had without end.
//!
//! A value is a quotient of two sums of products of named numbers: roots of integers, pi, powers of e, logarithms of
//! integers, sines and cosines, and functions that no rule takes apart. Products of sines and cosines are written as
//! sums, so that many identities hold exactly. What cancels is zero for certain; whether anything else is zero is looked
//! for in its digits, and [`ErrorKind::UndecidableZero`] says when they do not tell.
//!
//! The idea of exact factors with digits on demand: Boehm, "Towards an API for the real numbers", PLDI 2020.

#![expect(clippy::mutable_key_type, reason = "the digits a form remembers are no part of its order or its hash")]

mod approximate;
mod ball;
mod elementary;
mod inclination;
mod kernel;
mod sum;

use crate::budget::{Budget, MAX_FRACTION_BITS, MAX_INTEGER_BITS};
use crate::error::{Error, ErrorKind};
use ball::Ball;
use dashu_base::{BitTest, Sign};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex};
use sum::{Atom, Sum};

pub use approximate::{Digits, Rounding};
pub(crate) use elementary::product_of_range;

/// A real number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Real {
    /// A rational number.
    Rational(RBig),
    /// Any other, or one that is not known to be rational.
    Form(Form),
}

/// Functions whose values are named by their argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Function {
    /// The value itself, taken as one factor.
    Whole,
    Exp,
    Ln,
    Sin,
    Cos,
    Asin,
    Atan,
    Tanh,
    Gamma,
}

/// A quotient of two sums, shared.
#[derive(Debug, Clone)]
pub struct Form(Arc<Quotient>);

#[derive(Debug)]
struct Quotient {
    above: Sum,
    below: Sum,
    hash: u64,
    depth: usize,
    known: Mutex<Option<(usize, Ball)>>,
}

/// How deep values may be named by other values.
const MAX_DEPTH: usize = 120;

impl Form {
    fn key(&self) -> (usize, u64) {
        (self.0.depth, self.0.hash)
    }
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Form {}

impl PartialOrd for Form {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// An order of names, not of sizes: for sorted products only.
impl Ord for Form {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) {
            return Ordering::Equal;
        }
        let full = || (&self.0.above, &self.0.below).cmp(&(&other.0.above, &other.0.below));
        self.key().cmp(&other.key()).then_with(full)
    }
}

impl Hash for Form {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl From<i64> for Real {
    fn from(value: i64) -> Self {
        Self::Rational(RBig::from(value))
    }
}

impl From<RBig> for Real {
    fn from(value: RBig) -> Self {
        Self::Rational(value)
    }
}

impl From<IBig> for Real {
    fn from(value: IBig) -> Self {
        Self::Rational(RBig::from(value))
    }
}

type Found = Result<Real, Error>;

impl Real {
    /// Zero.
    pub const ZERO: Self = Self::Rational(RBig::ZERO);
    /// One.
    pub const ONE: Self = Self::Rational(RBig::ONE);

    /// Returns the circle's number.
    pub fn pi() -> Self {
        Self::product(vec![(Atom::Pi, RBig::ONE)], RBig::ONE)
    }

    /// Returns Euler's number.
    pub fn e() -> Self {
        Self::product(vec![(Atom::E, RBig::ONE)], RBig::ONE)
    }

    /// Returns a rational times ten to a power, however large.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] past every exponent.
    pub fn decimal(mantissa: &RBig, exponent: i64, budget: &Budget) -> Found {
        if exponent == 0 || mantissa.is_zero() {
            return Ok(Self::Rational(mantissa.clone()));
        }
        let (monomial, coefficient) = sum::power(&RBig::from(10), &RBig::from(exponent), budget)?;
        Self::Rational(mantissa.clone()).multiply(&Self::product(monomial, coefficient), budget)
    }

    /// Returns the rational the value is known to be.
    pub fn as_rational(&self) -> Option<&RBig> {
        match self {
            Self::Rational(value) => Some(value),
            Self::Form(_) => None,
        }
    }

    /// Returns the integer the value is known to be.
    pub fn as_integer(&self) -> Option<&IBig> {
        self.as_rational().filter(|value| value.is_int()).map(RBig::numerator)
    }

    /// Whether it is zero for certain.
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Rational(value) if value.is_zero())
    }

    fn product(monomial: sum::Monomial, coefficient: RBig) -> Self {
        Self::quotient(sum::term(monomial, coefficient), sum::constant(RBig::ONE))
    }

    fn from_sum(above: Sum) -> Self {
        Self::quotient(above, sum::constant(RBig::ONE))
    }

    /// Returns a function's value under the name of its argument.
    fn apply(function: Function, argument: Self) -> Found {
        let depth = match &argument {
            Self::Rational(_) => 0,
            Self::Form(form) => form.0.depth,
        };
        if depth >= MAX_DEPTH {
            return Err(ErrorKind::TooComplex.into());
        }
        Ok(Self::product(vec![(Atom::Apply(function, argument), RBig::ONE)], RBig::ONE))
    }

    fn quotient(above: Sum, below: Sum) -> Self {
        let rational = |sum: &Sum| match sum.iter().next() {
            None => Some(RBig::ZERO),
            Some((monomial, value)) => (sum.len() == 1 && monomial.is_empty()).then(|| value.clone()),
        };
        if let (Some(above), Some(below)) = (rational(&above), rational(&below)) {
            return Self::Rational(above / below);
        }
        let depth = above.keys().chain(below.keys()).flatten().map(|(atom, _)| match atom {
            Atom::Apply(_, Self::Form(form)) => form.0.depth + 1,
            _ => 1,
        });
        let depth = depth.max().unwrap_or(1);
        let mut hasher = DefaultHasher::new();
        (&above, &below).hash(&mut hasher);
        Self::Form(Form(Arc::new(Quotient { above, below, hash: hasher.finish(), depth, known: Mutex::new(None) })))
    }

    /// Returns numerator and denominator as sums.
    fn sums(&self) -> (Sum, Sum) {
        match self {
            Self::Rational(value) => (sum::constant(value.clone()), sum::constant(RBig::ONE)),
            Self::Form(form) => (form.0.above.clone(), form.0.below.clone()),
        }
    }

    /// Returns the value as one opaque factor.
    fn whole(&self) -> Found {
        Self::apply(Function::Whole, self.clone())
    }

    fn simplified(above: Sum, below: Sum, budget: &Budget) -> Found {
        if above.is_empty() || (above.len() > 1 && inclination::is_zero(&above)) {
            return Ok(Self::ZERO);
        }
        if below.len() == 1
            && let Some((monomial, coefficient)) = below.iter().next()
        {
            if monomial.is_empty() {
                return Ok(Self::from_sum(sum::scale(&above, &(RBig::ONE / coefficient))));
            }
            if let Some((inverse, by)) = sum::inverse(monomial)
                && let Some(above) = sum::multiply(&above, &sum::term(inverse, by / coefficient), budget)?
            {
                return Ok(Self::from_sum(above));
            }
        }
        if let Some(ratio) = proportion(&above, &below) {
            return Ok(Self::Rational(ratio));
        }
        if let Some((factor, cleared)) = rationalised(&below, budget)?
            && let Some(above) = sum::multiply(&above, &factor, budget)?
        {
            return Self::simplified(above, cleared, budget);
        }
        // The first coefficient below is one, so that equal quotients look the same.
        let lead = below.values().next().cloned().unwrap_or(RBig::ONE);
        let by = RBig::ONE / lead;
        Ok(Self::quotient(sum::scale(&above, &by), sum::scale(&below, &by)))
    }

    /// Adds.
    ///
    /// # Errors
    /// Those of the budget; [`ErrorKind::TooLarge`], [`ErrorKind::TooComplex`].
    pub fn add(&self, other: &Self, budget: &Budget) -> Found {
        if let (Self::Rational(left), Self::Rational(right)) = (self, other) {
            if left.is_int() && right.is_int() {
                return integer(left.numerator() + right.numerator(), budget);
            }
            fits(left, right, budget)?;
            return Ok(Self::Rational(left + right));
        }
        let ((a, b), (c, d)) = (self.sums(), other.sums());
        if b == d {
            let above = sum::add(a, &c);
            if above.len() <= sum::MAX_TERMS {
                return Self::simplified(above, b, budget);
            }
        } else if let (Some(left), Some(right), Some(below)) =
            (sum::multiply(&a, &d, budget)?, sum::multiply(&c, &b, budget)?, sum::multiply(&b, &d, budget)?)
        {
            let above = sum::add(left, &right);
            if above.len() <= sum::MAX_TERMS {
                return Self::simplified(above, below, budget);
            }
        }
        let (left, right) = (self.whole()?, other.whole()?);
        Ok(Self::from_sum(sum::add(left.sums().0, &right.sums().0)))
    }

    /// Subtracts.
    ///
    /// # Errors
    /// As [`Real::add`].
    pub fn subtract(&self, other: &Self, budget: &Budget) -> Found {
        self.add(&other.negative(), budget)
    }

    /// Returns the negative.
    #[must_use]
    pub fn negative(&self) -> Self {
        match self {
            Self::Rational(value) => Self::Rational(-value),
            Self::Form(form) => Self::quotient(sum::scale(&form.0.above, &RBig::from(-1)), form.0.below.clone()),
        }
    }

    /// Multiplies.
    ///
    /// # Errors
    /// As [`Real::add`].
    pub fn multiply(&self, other: &Self, budget: &Budget) -> Found {
        if let (Self::Rational(left), Self::Rational(right)) = (self, other)
            && fits(left, right, budget).is_ok()
        {
            budget.check()?;
            return Ok(Self::Rational(left * right));
        }
        if self.is_zero() || other.is_zero() {
            return Ok(Self::ZERO);
        }
        let ((a, b), (c, d)) = (self.sums(), other.sums());
        if let (Some(above), Some(below)) = (sum::multiply(&a, &c, budget)?, sum::multiply(&b, &d, budget)?) {
            return Self::simplified(above, below, budget);
        }
        let (left, right) = (self.whole()?, other.whole()?);
        match sum::multiply(&left.sums().0, &right.sums().0, budget)? {
            Some(product) => Ok(Self::from_sum(product)),
            None => Err(ErrorKind::TooComplex.into()),
        }
    }

    /// Divides.
    ///
    /// # Errors
    /// As [`Real::add`]; [`ErrorKind::DivisionByZero`], [`ErrorKind::UndecidableZero`].
    pub fn divide(&self, other: &Self, budget: &Budget) -> Found {
        if let (Self::Rational(left), Self::Rational(right)) = (self, other) {
            if right.is_zero() {
                return Err(ErrorKind::DivisionByZero.into());
            }
            // What both numerators, and both denominators, have in common is taken out.
            let common = |one: usize, other: usize| one.min(other) > MAX_FRACTION_BITS;
            let is_common_costly = common(left.numerator().bit_len(), right.numerator().bit_len())
                || common(left.denominator().bit_len(), right.denominator().bit_len());
            if !is_common_costly && fits(left, right, budget).is_ok() {
                return Ok(Self::Rational(left / right));
            }
            if left.is_int() && right.is_int() {
                let (quotient, rest) = dashu_base::DivRem::div_rem(left.numerator(), right.numerator());
                if rest.is_zero() {
                    return integer(quotient, budget);
                }
            }
            if is_common_costly {
                let inverse = (Atom::Apply(Function::Whole, other.clone()), RBig::from(-1));
                return self.multiply(&Self::product(vec![inverse], RBig::ONE), budget);
            }
        }
        self.multiply(&other.inverse(budget)?, budget)
    }

    /// Returns one over the value.
    ///
    /// # Errors
    /// As [`Real::divide`].
    pub fn inverse(&self, budget: &Budget) -> Found {
        match self {
            Self::Rational(value) if value.is_zero() => Err(ErrorKind::DivisionByZero.into()),
            Self::Rational(value) => Ok(Self::Rational(RBig::ONE / value)),
            Self::Form(form) => {
                if self.sign(budget)? == Ordering::Equal {
                    return Err(ErrorKind::DivisionByZero.into());
                }
                let (above, below) = (form.0.below.clone(), form.0.above.clone());
                Self::simplified(above, below, budget)
            }
        }
    }

    /// Returns the absolute value.
    ///
    /// # Errors
    /// Where the sign cannot be told.
    pub fn absolute(&self, budget: &Budget) -> Found {
        Ok(if self.sign(budget)? == Ordering::Less { self.negative() } else { self.clone() })
    }
}

/// Returns an integer, unless it is too large to be kept.
fn integer(value: IBig, budget: &Budget) -> Found {
    if value.bit_len() > MAX_INTEGER_BITS {
        return Err(ErrorKind::TooLarge.into());
    }
    budget.spend(value.bit_len())?;
    Ok(Real::from(value))
}

/// Whether two rationals can be combined in a time and a space worth mentioning.
fn fits(left: &RBig, right: &RBig, budget: &Budget) -> Result<(), Error> {
    let whole = left.numerator().bit_len() + right.numerator().bit_len();
    let parts = left.denominator().bit_len() + right.denominator().bit_len();
    budget.spend(whole + parts)?;
    let is_common_costly =
        whole.min(parts) > MAX_FRACTION_BITS || (parts > 2 && whole.max(parts) > MAX_INTEGER_BITS / 2);
    if whole.max(parts) > MAX_INTEGER_BITS || is_common_costly { Err(ErrorKind::TooLarge.into()) } else { Ok(()) }
}

/// Returns q where one sum is q times the other.
fn proportion(above: &Sum, below: &Sum) -> Option<RBig> {
    if above.len() != below.len() {
        return None;
    }
    let ratio = above.values().next()? / below.values().next()?;
    let same = above.iter().zip(below).all(|((left, a), (right, b))| left == right && *a == b * &ratio);
    same.then_some(ratio)
}

/// Finds a factor that clears the square roots of one prime from a sum of square roots.
fn rationalised(below: &Sum, budget: &Budget) -> Result<Option<(Sum, Sum)>, Error> {
    let is_root = |(atom, power): &(Atom, RBig)| matches!(atom, Atom::Prime(_)) && *power == sum::half();
    if below.len() < 2 || below.len() > 8 || !below.keys().flatten().all(is_root) {
        return Ok(None);
    }
    let Some(Atom::Prime(prime)) = below.keys().flatten().map(|(atom, _)| atom).next_back() else { return Ok(None) };
    let prime: UBig = prime.clone();
    let has = |monomial: &sum::Monomial| monomial.iter().any(|(atom, _)| *atom == Atom::Prime(prime.clone()));
    let conjugate: Sum = below
        .iter()
        .map(|(monomial, value)| (monomial.clone(), if has(monomial) { -value } else { value.clone() }))
        .collect();
    let cleared = sum::multiply(below, &conjugate, budget)?.filter(|cleared| !cleared.is_empty());
    Ok(cleared.map(|cleared| (conjugate, cleared)))
}

/// Whether a rational is below zero.
pub(crate) fn is_negative(value: &RBig) -> bool {
    value.sign() == Sign::Negative
}
