//! Sums of products of named irrational numbers with rational coefficients: what can be kept exactly.

use super::{Function, Real};
use crate::budget::{Budget, MAX_FRACTION_BITS, MAX_INTEGER_BITS};
use crate::error::Error;
use crate::number_theory;
use dashu_base::{BitTest, Sign};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::collections::BTreeMap;

/// The most terms of a sum; larger ones become one opaque factor.
pub(super) const MAX_TERMS: usize = 40;

/// A named number a product is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Atom {
    /// An integer without square factors that are known; its exponent lies between 0 and 1, unless it is huge.
    Prime(UBig),
    /// Euler's number.
    E,
    /// The circle's.
    Pi,
    /// The natural logarithm of an integer.
    Ln(UBig),
    /// cos(a + b pi); its exponent is one.
    Cos(RBig, RBig),
    /// sin(a + b pi); its exponent is one.
    Sin(RBig, RBig),
    /// A function of something that no rule takes apart.
    Apply(Function, Real),
}

impl Atom {
    fn is_trigonometric(&self) -> bool {
        matches!(self, Self::Cos(..) | Self::Sin(..))
    }
}

/// A product of atoms to powers, sorted.
pub(super) type Monomial = Vec<(Atom, RBig)>;

/// Coefficients by monomial; none is zero.
pub(super) type Sum = BTreeMap<Monomial, RBig>;

pub(super) fn constant(value: RBig) -> Sum {
    term(Monomial::new(), value)
}

pub(super) fn term(monomial: Monomial, coefficient: RBig) -> Sum {
    if coefficient.is_zero() { Sum::new() } else { Sum::from([(monomial, coefficient)]) }
}

pub(super) fn add(mut left: Sum, right: &Sum) -> Sum {
    for (monomial, coefficient) in right {
        let sum = left.remove(monomial).unwrap_or(RBig::ZERO) + coefficient;
        if !sum.is_zero() {
            drop(left.insert(monomial.clone(), sum));
        }
    }
    left
}

pub(super) fn scale(sum: &Sum, by: &RBig) -> Sum {
    if by.is_zero() {
        return Sum::new();
    }
    sum.iter().map(|(monomial, coefficient)| (monomial.clone(), coefficient * by)).collect()
}

/// Multiplies; `None` where the product has too many terms.
pub(super) fn multiply(left: &Sum, right: &Sum, budget: &Budget) -> Result<Option<Sum>, Error> {
    if left.len() * right.len() > MAX_TERMS * 4 {
        return Ok(None);
    }
    let mut product = Sum::new();
    for (one, by_one) in left {
        for (other, by_other) in right {
            let size = size(by_one) + size(by_other);
            budget.spend(size)?;
            if size > MAX_INTEGER_BITS {
                return Ok(None);
            }
            product = add(product, &scale(&product_of(one, other), &(by_one * by_other)));
        }
    }
    Ok((product.len() <= MAX_TERMS).then_some(product))
}

pub(super) fn size(value: &RBig) -> usize {
    value.numerator().bit_len() + value.denominator().bit_len()
}

/// Multiplies two monomials; two angles make two terms.
fn product_of(left: &Monomial, right: &Monomial) -> Sum {
    let mut powers: BTreeMap<Atom, RBig> = BTreeMap::new();
    let mut angles = Vec::new();
    for (atom, power) in left.iter().chain(right) {
        if atom.is_trigonometric() {
            angles.push(atom.clone());
        } else {
            let sum = powers.remove(atom).unwrap_or(RBig::ZERO) + power;
            drop(powers.insert(atom.clone(), sum));
        }
    }
    let (monomial, coefficient) = reduced(powers);
    let base = term(monomial, coefficient);
    match angles.as_slice() {
        [] => base,
        [angle] => with_angle(&base, angle),
        [one, other, ..] => {
            let mut sum = Sum::new();
            for (atom, by) in linearised(one, other) {
                let part = multiply_small(&base, &atom);
                sum = add(sum, &scale(&part, &by));
            }
            sum
        }
    }
}

fn with_angle(base: &Sum, angle: &Atom) -> Sum {
    base.iter()
        .map(|(monomial, coefficient)| {
            let mut monomial = monomial.clone();
            monomial.push((angle.clone(), RBig::ONE));
            monomial.sort();
            (monomial, coefficient.clone())
        })
        .collect()
}

/// Multiplies by a sum in which no angle meets another.
fn multiply_small(base: &Sum, by: &Sum) -> Sum {
    let mut product = Sum::new();
    for (one, by_one) in base {
        for (other, by_other) in by {
            product = add(product, &scale(&product_of(one, other), &(by_one * by_other)));
        }
    }
    product
}

/// cos x cos y = (cos(x - y) + cos(x + y)) / 2, and the like.
fn linearised(one: &Atom, other: &Atom) -> Vec<(Sum, RBig)> {
    let half = RBig::from_parts(IBig::ONE, UBig::from(2u8));
    let parts = |atom: &Atom| match atom {
        Atom::Cos(a, b) => (true, a.clone(), b.clone()),
        Atom::Sin(a, b) => (false, a.clone(), b.clone()),
        _ => (true, RBig::ZERO, RBig::ZERO),
    };
    let ((is_cos, a, b), (is_other_cos, c, d)) = (parts(one), parts(other));
    let (plus, minus) = ((&a + &c, &b + &d), (a - c, b - d));
    match (is_cos, is_other_cos) {
        (true, true) => vec![(cosine(minus.0, minus.1), half.clone()), (cosine(plus.0, plus.1), half)],
        (false, false) => vec![(cosine(minus.0, minus.1), half.clone()), (cosine(plus.0, plus.1), -half)],
        (false, true) => vec![(sine(plus.0, plus.1), half.clone()), (sine(minus.0, minus.1), half)],
        (true, false) => vec![(sine(plus.0, plus.1), half.clone()), (sine(minus.0, minus.1), -half)],
    }
}

/// Takes whole powers of integers out of a product: all of them, or none where they would make large integers together.
/// A large integer beside powers that stay would have to be reckoned with in every digit that is asked for.
pub(super) fn reduced(powers: BTreeMap<Atom, RBig>) -> (Monomial, RBig) {
    let are_small = are_small(&powers);
    let mut coefficient = RBig::ONE;
    let mut monomial = Monomial::new();
    for (atom, power) in powers {
        if power.is_zero() {
            continue;
        }
        let Atom::Prime(prime) = &atom else {
            monomial.push((atom, power));
            continue;
        };
        if !are_small {
            monomial.push((atom, power));
            continue;
        }
        let whole = power.floor();
        let exponent = isize::try_from(&whole).map_or(0, isize::unsigned_abs);
        let factor = prime.pow(exponent);
        coefficient *= if whole.sign() == Sign::Negative {
            RBig::from_parts(IBig::ONE, factor)
        } else {
            RBig::from(IBig::from(factor))
        };
        let rest = power - RBig::from(whole);
        if !rest.is_zero() {
            monomial.push((atom, rest));
        }
    }
    (monomial, coefficient)
}

/// Whether the whole powers of integers in a product are of a size that can be kept. One over a large integer would make
/// every later sum look for common factors.
fn are_small(powers: &BTreeMap<Atom, RBig>) -> bool {
    let (mut above, mut below) = (0usize, 0usize);
    for (atom, power) in powers {
        let Atom::Prime(prime) = atom else { continue };
        let whole = power.floor();
        let bits = prime.bit_len().saturating_mul(isize::try_from(&whole).map_or(usize::MAX, isize::unsigned_abs));
        let side = if whole.sign() == Sign::Negative { &mut below } else { &mut above };
        *side = side.saturating_add(bits);
    }
    above <= MAX_INTEGER_BITS && below <= MAX_FRACTION_BITS
}

/// Returns a rational to a rational power, for a positive rational.
pub(super) fn power(base: &RBig, exponent: &RBig, budget: &Budget) -> Result<(Monomial, RBig), Error> {
    let mut powers: BTreeMap<Atom, RBig> = BTreeMap::new();
    let mut insert = |value: &UBig, sign: i32| {
        for (prime, count) in number_theory::partial_factors(value, budget)? {
            let key = Atom::Prime(prime);
            let sum =
                powers.remove(&key).unwrap_or(RBig::ZERO) + exponent * RBig::from(IBig::from(count) * IBig::from(sign));
            drop(powers.insert(key, sum));
        }
        Ok::<_, Error>(())
    };
    insert(&base.numerator().clone().into_parts().1, 1)?;
    insert(base.denominator(), -1)?;
    Ok(reduced(powers))
}

/// Returns the logarithm of a positive rational as a sum of logarithms.
pub(super) fn logarithm(value: &RBig, budget: &Budget) -> Result<Sum, Error> {
    let mut sum = Sum::new();
    for (part, sign) in [(value.numerator().clone().into_parts().1, 1), (value.denominator().clone(), -1)] {
        for (prime, count) in number_theory::partial_factors(&part, budget)? {
            let by = RBig::from(IBig::from(count) * IBig::from(sign));
            sum = add(sum, &term(vec![(Atom::Ln(prime), RBig::ONE)], by));
        }
    }
    Ok(sum)
}

/// Returns 1 over a monomial without angles.
pub(super) fn inverse(monomial: &Monomial) -> Option<(Monomial, RBig)> {
    if monomial.iter().any(|(atom, _)| atom.is_trigonometric()) {
        return None;
    }
    Some(reduced(monomial.iter().map(|(atom, power)| (atom.clone(), -power)).collect()))
}

pub(super) fn sine(a: RBig, b: RBig) -> Sum {
    angle(a, b, 0)
}

pub(super) fn cosine(a: RBig, b: RBig) -> Sum {
    angle(a, b, 1)
}

/// Returns sin(a + b pi + quarters pi/2) in its normal form.
fn angle(a: RBig, b: RBig, quarters: i64) -> Sum {
    // sin(-x) = -sin x and cos(-x) = cos x make a positive.
    if a.sign() == Sign::Negative {
        let flipped = angle(-a, -b, quarters);
        return if quarters % 2 == 0 { scale(&flipped, &RBig::from(-1)) } else { flipped };
    }
    let halves = (&b * RBig::from(2)).floor();
    let rest = b - RBig::from_parts(halves.clone(), UBig::from(2u8));
    let turn = (quarters + i64::try_from(&halves % IBig::from(4)).unwrap_or(0)).rem_euclid(4);
    let sum = if turn % 2 == 0 { first_sine(a, rest) } else { first_cosine(a, rest) };
    if turn >= 2 { scale(&sum, &RBig::from(-1)) } else { sum }
}

/// sin(a + b pi) for 0 <= b < 1/2.
fn first_sine(a: RBig, b: RBig) -> Sum {
    match (a.is_zero(), special(&b)) {
        (true, Some((sine, _))) => sine,
        (true, None) => bare_sine(b),
        (false, Some((sine, cosine))) => {
            add(multiply_small(&atom(Atom::Sin, &a), &cosine), &multiply_small(&atom(Atom::Cos, &a), &sine))
        }
        (false, None) => term(vec![(Atom::Sin(a, b), RBig::ONE)], RBig::ONE),
    }
}

/// cos(a + b pi) for 0 <= b < 1/2.
fn first_cosine(a: RBig, b: RBig) -> Sum {
    match (a.is_zero(), special(&b)) {
        (true, Some((_, cosine))) => cosine,
        (true, None) => {
            let complement = RBig::from_parts(IBig::ONE, UBig::from(2u8)) - b;
            bare_sine(complement)
        }
        (false, Some((sine, cosine))) => {
            let second = multiply_small(&atom(Atom::Sin, &a), &sine);
            add(multiply_small(&atom(Atom::Cos, &a), &cosine), &scale(&second, &RBig::from(-1)))
        }
        (false, None) => term(vec![(Atom::Cos(a, b), RBig::ONE)], RBig::ONE),
    }
}

/// sin(b pi) where not both sine and cosine of it are sums of roots: a number, for multiples of 18 degrees.
fn bare_sine(b: RBig) -> Sum {
    let tenths = &b * RBig::from(10);
    let sign = if tenths.is_one() {
        -1
    } else if tenths == RBig::from(3) {
        1
    } else {
        return term(vec![(Atom::Sin(RBig::ZERO, b), RBig::ONE)], RBig::ONE);
    };
    let quarter = |above: i64| RBig::from_parts(above.into(), UBig::from(4u8));
    add(term(vec![(Atom::Prime(UBig::from(5u8)), half())], quarter(1)), &constant(quarter(sign)))
}

fn atom(make: fn(RBig, RBig) -> Atom, a: &RBig) -> Sum {
    term(vec![(make(a.clone(), RBig::ZERO), RBig::ONE)], RBig::ONE)
}

/// Returns sine and cosine of b pi where square roots can write them: multiples of 15 degrees.
fn special(b: &RBig) -> Option<(Sum, Sum)> {
    let twelfths = b * RBig::from(12);
    if !twelfths.is_int() {
        return None;
    }
    let root = |of: u8, above: i64, below: u8| {
        let monomial: BTreeMap<Atom, RBig> = match of {
            6 => [2u8, 3].map(|prime| (Atom::Prime(prime.into()), half())).into(),
            1 => BTreeMap::new(),
            of => [(Atom::Prime(of.into()), half())].into(),
        };
        term(monomial.into_iter().collect(), RBig::from_parts(above.into(), below.into()))
    };
    let minus = add(root(6, 1, 4), &root(2, -1, 4));
    let plus = add(root(6, 1, 4), &root(2, 1, 4));
    Some(match u8::try_from(twelfths.numerator()).ok()? {
        0 => (Sum::new(), root(1, 1, 1)),
        1 => (minus, plus),
        2 => (root(1, 1, 2), root(3, 1, 2)),
        3 => (root(2, 1, 2), root(2, 1, 2)),
        4 => (root(3, 1, 2), root(1, 1, 2)),
        5 => (plus, minus),
        _ => return None,
    })
}

pub(super) fn half() -> RBig {
    RBig::from_parts(IBig::ONE, UBig::from(2u8))
}
