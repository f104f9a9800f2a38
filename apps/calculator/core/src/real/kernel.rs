//! Elementary functions of integers that count a power of two: `x` stands for `x / 2^bits`.
//!
//! Spec: Brent and Zimmermann, "Modern Computer Arithmetic", chapter 4: Taylor series after halving the argument
//! (4.3, 4.4), Newton's iteration for inverses (4.2.5). Every result is within 8 of the exact one.

use crate::budget::Budget;
use crate::error::Error;
use dashu_base::{BitTest, Sign, SquareRoot};
use dashu_int::{IBig, UBig};
use std::sync::{Mutex, PoisonError};

type Found = Result<IBig, Error>;

/// A constant, and to how many bits it has been calculated so far.
type Memory = Mutex<Option<(usize, IBig)>>;

static PI: Memory = Mutex::new(None);
static LN_TWO: Memory = Mutex::new(None);

fn remembered(memory: &Memory, bits: usize, calculate: impl Fn(usize) -> Found) -> Found {
    let kept = memory.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((have, value)) = kept.filter(|(have, _)| *have >= bits) {
        return Ok(value >> (have - bits));
    }
    let have = bits + bits / 4 + 64;
    let value = calculate(have)?;
    let shortened = value.clone() >> (have - bits);
    *memory.lock().unwrap_or_else(PoisonError::into_inner) = Some((have, value));
    Ok(shortened)
}

/// Returns pi; within 2.
pub(super) fn pi(bits: usize, budget: &Budget) -> Found {
    // Chudnovsky: pi = 426880 sqrt(10005) Q / T, summed by halving the range of terms; each gives 47 bits.
    remembered(&PI, bits, |bits| {
        let wide = bits + 64;
        let (_, below, above) = chudnovsky(0, u64::try_from(wide / 47 + 2).unwrap_or(u64::MAX), budget)?;
        let root = IBig::from((UBig::from(10_005u32) << (2 * wide)).sqrt());
        budget.check()?;
        Ok((root * 426_880 * below / above) >> 64usize)
    })
}

/// Returns P, Q and T of the terms from `low` to `high`, which is left out.
fn chudnovsky(low: u64, high: u64, budget: &Budget) -> Result<(IBig, IBig, IBig), Error> {
    if high - low > 1 {
        let middle = low + (high - low) / 2;
        let (p, q, t) = chudnovsky(low, middle, budget)?;
        let (next_p, next_q, next_t) = chudnovsky(middle, high, budget)?;
        budget.spend(t.bit_len() + next_t.bit_len())?;
        return Ok((&p * next_p, q * &next_q, next_q * t + p * next_t));
    }
    let at = IBig::from(low);
    let (p, q) = if low == 0 {
        (IBig::ONE, IBig::ONE)
    } else {
        let p = (&at * 6 - 5) * (&at * 2 - 1) * (&at * 6 - 1);
        (p, &at * &at * &at * IBig::from(10_939_058_860_032_000u64))
    };
    let t: IBig = &p * (at * 545_140_134 + 13_591_409);
    Ok((p, q, if low % 2 == 1 { -t } else { t }))
}

/// Returns the natural logarithm of two; within 1 below.
pub(super) fn ln_two(bits: usize, budget: &Budget) -> Found {
    // ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749).
    remembered(&LN_TWO, bits, |bits| {
        let wide = bits + 32;
        let series = |inverse| inverse_series(inverse, wide, budget);
        let sum = series(26)? * 18 - series(4801)? * 2 + series(8749)? * 8;
        Ok(sum >> 32usize)
    })
}

/// Returns atanh(1/n).
fn inverse_series(inverse: u32, bits: usize, budget: &Budget) -> Found {
    let square = IBig::from(u64::from(inverse) * u64::from(inverse));
    let mut power = (IBig::ONE << bits) / IBig::from(inverse);
    let mut sum = power.clone();
    let mut count = 1u64;
    while !power.is_zero() {
        budget.spend(bits)?;
        power /= &square;
        count += 2;
        sum += &power / IBig::from(count);
    }
    Ok(sum)
}

/// Returns the integer nearest to `value / unit`, give or take one.
pub(super) fn nearest_multiple(value: &IBig, unit: &IBig) -> IBig {
    let doubled: IBig = value * 2 + unit;
    let divisor: IBig = unit * 2;
    let quotient: IBig = &doubled / &divisor;
    if doubled.sign() == Sign::Negative && &quotient * &divisor != doubled { quotient - 1 } else { quotient }
}

/// How often an argument is halved before its series is summed.
fn halvings(bits: usize) -> usize {
    bits.isqrt() / 2 + 4
}

/// Returns e^x for |x| < 1.
pub(super) fn exponential(value: &IBig, bits: usize, budget: &Budget) -> Found {
    let halved = halvings(bits);
    let wide = bits + 2 * halved + 24;
    let x = (value << (wide - bits)) >> halved;
    // u = e^x - 1; then e^2x - 1 = u (u + 2).
    let mut term = x.clone();
    let mut sum = x.clone();
    let mut count = 1u32;
    while !is_tiny(&term) {
        budget.spend(wide)?;
        count += 1;
        term = ((term * &x) >> wide) / IBig::from(count);
        sum += &term;
    }
    for _ in 0..halved {
        budget.spend(wide)?;
        sum = ((&sum * &sum) >> wide) + (sum << 1usize);
    }
    Ok((sum + (IBig::ONE << wide)) >> (wide - bits))
}

/// Returns sine and cosine of x for |x| < 1.
pub(super) fn sine_cosine(value: &IBig, bits: usize, budget: &Budget) -> Result<(IBig, IBig), Error> {
    let halved = halvings(bits);
    let wide = bits + 3 * halved + 24;
    let x = (value << (wide - bits)) >> halved;
    // s = sin x, u = 1 - cos x; then sin 2x = 2 s (1 - u), 1 - cos 2x = 2 s^2.
    let one = IBig::ONE << wide;
    let (mut sine, mut versed) = (x.clone(), IBig::ZERO);
    let mut term = x.clone();
    let mut count = 1u32;
    while !is_tiny(&term) {
        budget.spend(wide)?;
        count += 1;
        term = ((term * &x) >> wide) / IBig::from(count);
        match count % 4 {
            2 => versed += &term,
            3 => sine -= &term,
            0 => versed -= &term,
            _ => sine += &term,
        }
    }
    for _ in 0..halved {
        budget.spend(wide)?;
        let next = (&sine * (&one - &versed)) >> (wide - 1);
        versed = (&sine * &sine) >> (wide - 1);
        sine = next;
    }
    Ok((sine >> (wide - bits), (one - versed) >> (wide - bits)))
}

/// Whether only the sign is left of a term: shifting rounds to -1, never to 0.
fn is_tiny(term: &IBig) -> bool {
    term.bit_len() <= 1
}

/// The precisions of Newton's iteration, each at most three times the one before, from what `f64` gives.
fn ladder(bits: usize) -> Vec<usize> {
    let mut steps = vec![bits];
    let mut last = bits;
    while last > 40 {
        last = last / 3 + 8;
        if last <= 40 {
            break;
        }
        steps.push(last);
    }
    steps.reverse();
    steps
}

/// Returns `value` with another number of bits.
fn rescaled(value: &IBig, from: usize, to: usize) -> IBig {
    if to >= from { value << (to - from) } else { value >> (from - to) }
}

fn from_float(value: f64, bits: usize) -> IBig {
    #[expect(clippy::cast_possible_truncation, reason = "the value is below two")]
    let scaled = (value * 2f64.powi(52)) as i64;
    rescaled(&IBig::from(scaled), 52, bits)
}

fn to_float(value: &IBig, bits: usize) -> f64 {
    let scaled = rescaled(value, bits, 60);
    scaled.to_f64().value() / 2f64.powi(60)
}

/// Returns the natural logarithm of x for 1/2 <= x <= 3/2.
pub(super) fn logarithm(value: &IBig, bits: usize, budget: &Budget) -> Found {
    let mut guess = from_float(to_float(value, bits).ln(), 64);
    let mut have = 64;
    for step in ladder(bits + 8) {
        let wide = step + 16;
        guess = rescaled(&guess, have, wide);
        have = wide;
        // Halley: y + 2 (x - e^y) / (x + e^y); the error is cubed.
        let x = rescaled(value, bits, wide);
        let power = exponential(&guess, wide, budget)?;
        guess += ((&x - &power) << (wide + 1)) / (x + power);
    }
    Ok(rescaled(&guess, have, bits))
}

/// Returns the arc tangent of x for |x| <= 2.
pub(super) fn arctangent(value: &IBig, bits: usize, budget: &Budget) -> Found {
    let mut guess = from_float(to_float(value, bits).atan(), 64);
    let mut have = 64;
    for step in ladder(bits + 8) {
        let wide = step + 16;
        guess = rescaled(&guess, have, wide);
        have = wide;
        // atan x = y + atan((x cos y - sin y) / (cos y + x sin y)), and atan t = t - t^3/3: the error is cubed.
        let x = rescaled(value, bits, wide);
        let (sine, cosine) = sine_cosine(&guess, wide, budget)?;
        let above = (&x * &cosine) - (&sine << wide);
        let below = cosine + ((x * sine) >> wide);
        guess += above / below;
    }
    Ok(rescaled(&guess, have, bits))
}
