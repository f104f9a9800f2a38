//! Sums of arc tangents of rationals: whether they are a multiple of pi.
//!
//! The arc tangent of p/q is the angle of q + p i. Gaussian integers have unique prime factors, so each such angle is a
//! sum of those of primes and of quarters of pi; angles of different primes do not cancel. Spec: Conway and Guy, "The Book of
//! Numbers", 1996, "Størmer's numbers". So Machin's formula is known to be exact.

use super::sum::{Atom, Sum};
use super::{Function, Real};
use crate::budget::Budget;
use crate::number_theory::partial_factors;
use dashu_base::UnsignedAbs;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::collections::BTreeMap;

/// Norms above this are not factored.
const MAX_NORM_BITS: usize = 48;

/// How often each prime's angle is part of an angle, and the angle itself as far as `f64` goes.
struct Angle {
    primes: BTreeMap<UBig, RBig>,
    eighths: RBig,
}

/// Whether a sum of a rational multiple of pi and of arc tangents of rationals is known to be zero.
pub(super) fn is_zero(sum: &Sum) -> bool {
    let mut total = Angle { primes: BTreeMap::new(), eighths: RBig::ZERO };
    for (monomial, coefficient) in sum {
        match monomial.as_slice() {
            [(Atom::Pi, power)] if power.is_one() => total.eighths += coefficient * RBig::from(4),
            [(Atom::Apply(Function::Atan, Real::Rational(tangent)), power)] if power.is_one() => {
                let Some(angle) = angle(tangent) else { return false };
                total.eighths += angle.eighths * coefficient;
                for (prime, count) in angle.primes {
                    *total.primes.entry(prime).or_insert(RBig::ZERO) += count * coefficient;
                }
            }
            _ => return false,
        }
    }
    total.eighths.is_zero() && total.primes.values().all(RBig::is_zero)
}

/// Takes the angle of q + p i apart, for a tangent p/q above zero.
fn angle(tangent: &RBig) -> Option<Angle> {
    let (mut re, mut im) = (IBig::from(tangent.denominator().clone()), tangent.numerator().clone());
    let norm = (&re * &re + &im * &im).unsigned_abs();
    if dashu_base::BitTest::bit_len(&norm) > MAX_NORM_BITS {
        return None;
    }
    let mut primes = BTreeMap::new();
    // Of a norm this small they are had at once: no budget is asked.
    for (prime, count) in partial_factors(&norm, &Budget::default()).ok()? {
        if prime == UBig::from(2u8) {
            continue;
        }
        let (a, b) = generator(&prime)?;
        // Either the generator or its conjugate divides, as p and q have no common factor.
        let is_plain = divide((&re, &im), (&a, &b)).is_some();
        let by = if is_plain { b.clone() } else { -&b };
        for _ in 0..count {
            (re, im) = divide((&re, &im), (&a, &by))?;
        }
        let count = RBig::from(IBig::from(count));
        drop(primes.insert(prime, if is_plain { count } else { -count }));
    }
    // What is left is a unit, perhaps times 1 + i: a multiple of an eighth of a turn, the one that fits the size.
    let known: f64 = primes.iter().map(|(prime, count)| count.to_f64().value() * direction(prime)).sum();
    let left = (tangent.to_f64().value().atan() - known) / std::f64::consts::FRAC_PI_4;
    #[expect(clippy::cast_possible_truncation, reason = "a few eighths")]
    let eighths = left.round() as i64;
    ((left - left.round()).abs() < 1e-6).then(|| Angle { primes, eighths: RBig::from(eighths) })
}

/// Returns the angle of the generator of a prime.
fn direction(prime: &UBig) -> f64 {
    generator(prime).map_or(0.0, |(a, b)| b.to_f64().value().atan2(a.to_f64().value()))
}

/// Finds a > b > 0 with a² + b² = prime; `None` where there are none that are small.
fn generator(prime: &UBig) -> Option<(IBig, IBig)> {
    let prime = u64::try_from(prime).ok().filter(|&prime| prime < 1 << 32)?;
    (1..).take_while(|b| 2 * b * b < prime).find_map(|b| {
        let a = (prime - b * b).isqrt();
        (a * a + b * b == prime).then(|| (IBig::from(a), IBig::from(b)))
    })
}

/// Divides Gaussian integers where nothing is left over.
fn divide((re, im): (&IBig, &IBig), (a, b): (&IBig, &IBig)) -> Option<(IBig, IBig)> {
    let norm = a * a + b * b;
    let (above, beside) = (re * a + im * b, im * a - re * b);
    let divides = (&above % &norm).is_zero() && (&beside % &norm).is_zero();
    divides.then(|| (above / &norm, beside / norm))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Budget;

    fn arctangent(below: i64) -> Real {
        Real::Rational(RBig::from_parts(IBig::ONE, UBig::from(below.unsigned_abs())))
            .arctangent(&Budget::default())
            .unwrap()
    }

    #[test]
    fn formulas_for_pi_are_exact_and_others_are_not() {
        let budget = Budget::default();
        let quarter = Real::pi().divide(&Real::from(4), &budget).unwrap();
        // Spec: Wetherfield and Hwang, "Computing pi: lists of Machin-type identities".
        let formulas: &[&[(i64, i64)]] = &[
            &[(1, 2), (1, 3)],
            &[(4, 5), (-1, 239)],
            &[(2, 3), (1, 7)],
            &[(12, 18), (8, 57), (-5, 239)],
            &[(44, 57), (7, 239), (-12, 682), (24, 12943)],
        ];
        for formula in formulas {
            let sum = |terms: &[(i64, i64)]| {
                terms.iter().fold(quarter.negative(), |sum, &(count, below)| {
                    sum.add(&Real::from(count).multiply(&arctangent(below), &budget).unwrap(), &budget).unwrap()
                })
            };
            assert!(sum(formula).is_zero(), "{formula:?}");
            assert!(!sum(&formula[1..]).is_zero(), "{formula:?} without its first");
        }
    }
}
