//! Primes, factors, and numbers counted by them.

use crate::budget::{Budget, MAX_INTEGER_BITS};
use crate::error::{Error, ErrorKind};
use dashu_base::{BitTest, DivRem, Gcd, Sign, SquareRoot, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// The binary logarithm of the golden ratio.
const LOG2_PHI: f64 = 0.694_241_913_630_617_3;

/// Primes up to here are looked for when an irrational number is to be named.
const NAMED_PRIMES: u32 = 10_000;

/// Primes up to here are looked for in integers above [`LARGE_BITS`]: each division reads all of their bits.
const FEW_PRIMES: u32 = 100;

/// Above this many bits an integer is large.
const LARGE_BITS: usize = 10_000;

/// Takes small primes out of an integer; what is left stands as one factor, whatever it is made of.
///
/// Powers of it are recognised, so that the root of a large square is exact.
///
/// # Errors
/// Those of the budget.
pub(crate) fn partial_factors(value: &UBig, budget: &Budget) -> Result<Vec<(UBig, u64)>, Error> {
    let mut rest = value.clone();
    let mut factors = Vec::new();
    let mut divisor = 2u32;
    let most = if value.bit_len() > LARGE_BITS { FEW_PRIMES } else { NAMED_PRIMES };
    while !rest.is_one() && !rest.is_zero() && divisor <= most {
        if let Ok(small) = u64::try_from(&rest)
            && u64::from(divisor) * u64::from(divisor) > small
        {
            break;
        }
        let by = UBig::from(divisor);
        if (&rest % &by).is_zero() {
            let count;
            (rest, count) = without(rest, &by, budget)?;
            factors.push((by, count));
        }
        divisor += if divisor == 2 { 1 } else { 2 };
    }
    if !rest.is_one() && !rest.is_zero() {
        let (base, power) = perfect_power(&rest);
        match factors.iter_mut().find(|(factor, _)| *factor == base) {
            Some((_, count)) => *count += power,
            None => factors.push((base, power)),
        }
    }
    Ok(factors)
}

/// Takes a factor out of an integer as often as it is in it; looks at the budget between divisions.
fn without(value: UBig, factor: &UBig, budget: &Budget) -> Result<(UBig, u64), Error> {
    if *factor == UBig::from(2u8) {
        let twos = value.trailing_zeros().unwrap_or(0);
        return Ok((value >> twos, u64::try_from(twos).unwrap_or(0)));
    }
    let (mut rest, mut count) = (value, 0);
    // By squares of squares as long as they divide, and then by each of them once more, the largest first.
    let mut powers = vec![factor.clone()];
    while let Some(power) = powers.last() {
        budget.check()?;
        let (quotient, remainder) = rest.clone().div_rem(power);
        if !remainder.is_zero() {
            break;
        }
        count += 1 << (powers.len() - 1);
        let square = power.sqr();
        rest = quotient;
        powers.push(square);
    }
    for (at, power) in powers.iter().enumerate().rev().skip(1) {
        budget.check()?;
        let (quotient, remainder) = rest.clone().div_rem(power);
        if remainder.is_zero() {
            rest = quotient;
            count += 1 << at;
        }
    }
    Ok((rest, count))
}

/// Writes an integer without small prime factors as a power, with the largest exponent there is.
fn perfect_power(value: &UBig) -> (UBig, u64) {
    // No prime below 10 000 divides it: the root has at least 14 bits. Of a large one only the square root is tried.
    let most = if value.bit_len() > LARGE_BITS { 2 } else { (value.bit_len() / 13).min(64) };
    for degree in (2..=most).rev() {
        let root = value.nth_root(degree);
        if root.pow(degree) == *value {
            return (root, u64::try_from(degree).unwrap_or(1));
        }
    }
    (value.clone(), 1)
}

/// Whether an integer is a prime number.
///
/// The test of Miller and Rabin with the first 24 primes as bases. Below 3.3 · 10^24 the first 13 of them prove the
/// answer (Sorenson and Webster, "Strong pseudoprimes to twelve prime bases", 2015); above it is no proof, yet no
/// composite is known that passes.
pub fn is_prime(value: &UBig, budget: &Budget) -> Result<bool, Error> {
    const SMALL: [u32; 24] =
        [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89];
    if *value < UBig::from(2u8) {
        return Ok(false);
    }
    for prime in SMALL {
        let prime = UBig::from(prime);
        if (value % &prime).is_zero() {
            return Ok(*value == prime);
        }
    }
    if value.bit_len() > 20_000 {
        return Err(ErrorKind::TooLarge.into());
    }
    let one_less = value - UBig::ONE;
    let twos = one_less.trailing_zeros().unwrap_or(0);
    let odd = one_less.clone() >> twos;
    for base in SMALL {
        let mut power = power_modulo(&UBig::from(base), &odd, value, budget)?;
        if power.is_one() || power == one_less {
            continue;
        }
        let mut is_composite = true;
        for _ in 1..twos {
            power = &power * &power % value;
            if power == one_less {
                is_composite = false;
                break;
            }
        }
        if is_composite {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Integers of fewer bits than this are raised to powers, and their roots found, at once.
const STEP_BITS: usize = 200_000;

/// Returns base^count, which the caller knows to be of a size that can be kept; looks at the budget between squarings.
///
/// # Errors
/// Those of the budget.
pub fn power(base: &UBig, count: usize, budget: &Budget) -> Result<UBig, Error> {
    if base.bit_len().saturating_mul(count) < STEP_BITS {
        return Ok(base.pow(count));
    }
    let twos = base.trailing_zeros().unwrap_or(0);
    let odd = base.clone() >> twos;
    let mut result = UBig::ONE;
    for at in (0..usize::BITS - count.leading_zeros()).rev() {
        budget.check()?;
        result = result.sqr();
        if count >> at & 1 == 1 {
            result *= &odd;
        }
    }
    Ok(result << (twos * count))
}

/// Returns the floor of the square root; looks at the budget between halves.
///
/// Spec: Zimmermann, "Karatsuba Square Root", 1999: the root of the upper half and one division give the lower half.
///
/// # Errors
/// Those of the budget.
pub fn square_root(value: &UBig, budget: &Budget) -> Result<UBig, Error> {
    budget.check()?;
    if value.bit_len() < STEP_BITS {
        return Ok(value.sqrt());
    }
    let quarter = value.bit_len() / 4;
    let high = value.clone() >> (2 * quarter);
    let upper = square_root(&high, budget)?;
    let rest = ((high - upper.sqr()) << quarter) + ((value.clone() >> quarter) & UBig::ones(quarter));
    budget.check()?;
    // Never below the root, and one above it at the most.
    let lower: UBig = rest / (&upper << 1usize);
    let mut root = (upper << quarter) + lower;
    budget.check()?;
    while root.sqr() > *value {
        root -= UBig::ONE;
        budget.check()?;
    }
    Ok(root)
}

/// Returns base^exponent mod modulus; the modulus is not zero.
pub fn power_modulo(base: &UBig, exponent: &UBig, modulus: &UBig, budget: &Budget) -> Result<UBig, Error> {
    let mut result = UBig::ONE % modulus;
    let base = base % modulus;
    for at in (0..exponent.bit_len()).rev() {
        budget.spend(modulus.bit_len())?;
        result = &result * &result % modulus;
        if exponent.bit(at) {
            result = result * &base % modulus;
        }
    }
    Ok(result)
}

/// Returns the remainder of an integer, from 0 up; the modulus is not zero.
pub fn residue(value: &IBig, modulus: &UBig) -> UBig {
    let rest = value.clone().unsigned_abs() % modulus;
    if value.sign() == Sign::Negative && !rest.is_zero() { modulus - rest } else { rest }
}

/// Returns how many integers up to one above zero have no factor in common with it.
///
/// # Errors
/// As [`factors`].
pub fn totient(value: &UBig, budget: &Budget) -> Result<UBig, Error> {
    let primes = factors(value, budget)?;
    Ok(primes.iter().fold(value.clone(), |count, (prime, _)| count / prime * (prime - UBig::ONE)))
}

/// Factors an integer above zero into primes, by trial division and Pollard's rho (Brent's variant).
///
/// # Errors
/// [`ErrorKind::TimeOver`] where two large factors do not show in time.
pub fn factors(value: &UBig, budget: &Budget) -> Result<Vec<(UBig, u64)>, Error> {
    let mut primes = Vec::new();
    let mut open = Vec::new();
    for (factor, count) in partial_factors(value, budget)? {
        (0..count).for_each(|_| open.push(factor.clone()));
    }
    while let Some(part) = open.pop() {
        if is_prime(&part, budget)? {
            primes.push(part);
        } else {
            let divisor = divisor(&part, budget)?;
            open.push(&part / &divisor);
            open.push(divisor);
        }
    }
    primes.sort();
    let mut counted: Vec<(UBig, u64)> = Vec::new();
    for prime in primes {
        match counted.last_mut() {
            Some((last, count)) if *last == prime => *count += 1,
            _ => counted.push((prime, 1)),
        }
    }
    Ok(counted)
}

/// Finds a proper divisor of a composite number.
fn divisor(value: &UBig, budget: &Budget) -> Result<UBig, Error> {
    let root = value.sqrt();
    if &root * &root == *value {
        return Ok(root);
    }
    for constant in 1u32.. {
        let step = |x: &UBig| (x * x + UBig::from(constant)) % value;
        let (mut slow, mut fast) = (UBig::from(2u8), UBig::from(2u8));
        loop {
            budget.spend(value.bit_len() * 64)?;
            let mut product = UBig::ONE;
            let (kept_slow, kept_fast) = (slow.clone(), fast.clone());
            for _ in 0..128 {
                slow = step(&slow);
                fast = step(&step(&fast));
                product = product * difference(&slow, &fast) % value;
            }
            let common = product.gcd(value);
            if common.is_one() {
                continue;
            }
            let found = if common == *value { one_by_one(kept_slow, kept_fast, value, step) } else { common };
            if found != *value {
                return Ok(found);
            }
            break;
        }
    }
    Ok(value.clone())
}

fn one_by_one(mut slow: UBig, mut fast: UBig, value: &UBig, step: impl Fn(&UBig) -> UBig) -> UBig {
    loop {
        slow = step(&slow);
        fast = step(&step(&fast));
        let common = difference(&slow, &fast).gcd(value);
        if !common.is_one() {
            return common;
        }
    }
}

fn difference(left: &UBig, right: &UBig) -> UBig {
    if left >= right { left - right } else { right - left }
}

/// Returns the n-th Fibonacci number, which has about n log2 φ bits.
///
/// # Errors
/// [`ErrorKind::TooLarge`] past [`MAX_INTEGER_BITS`]; those of the budget.
pub fn fibonacci(count: u64, budget: &Budget) -> Result<UBig, Error> {
    if count as f64 * LOG2_PHI > MAX_INTEGER_BITS as f64 {
        return Err(ErrorKind::TooLarge.into());
    }
    // F(2k) = F(k) (2 F(k+1) - F(k)), F(2k+1) = F(k)^2 + F(k+1)^2.
    let (mut low, mut high) = (UBig::ZERO, UBig::ONE);
    for at in (0..u64::BITS - count.leading_zeros()).rev() {
        budget.spend(high.bit_len())?;
        let even = &low * ((&high << 1usize) - &low);
        budget.check()?;
        let odd = &low * &low + &high * &high;
        (low, high) = if count >> at & 1 == 1 { (odd.clone(), even + odd) } else { (even, odd) };
    }
    Ok(low)
}

/// Bernoulli's numbers of even index, each from those before it.
#[derive(Debug, Default)]
pub(crate) struct Bernoulli {
    /// Tangent numbers, of which each is a small multiple (Brent and Harvey, "Fast computation of Bernoulli, tangent
    /// and secant numbers", 2011, algorithm 1); made for a number of indices at once.
    tangents: Vec<UBig>,
}

impl Bernoulli {
    /// Returns B(2 index), index from 1.
    pub(crate) fn even(&mut self, index: usize) -> RBig {
        if index > self.tangents.len() {
            self.tangents = tangents((index * 2).max(32));
        }
        // B(2n) = (-1)^(n-1) 2n T(n) / (2^2n (2^2n - 1)).
        let power = UBig::ONE << (2 * index);
        let above = IBig::from(&self.tangents[index - 1] * UBig::from(2 * index));
        let value = RBig::from_parts(above, &power * (&power - UBig::ONE));
        if index.is_multiple_of(2) { -value } else { value }
    }
}

fn tangents(count: usize) -> Vec<UBig> {
    let mut tangents = vec![UBig::ONE; count];
    for at in 1..count {
        tangents[at] = &tangents[at - 1] * UBig::from(at);
    }
    for row in 1..count {
        for at in row..count {
            tangents[at] = &tangents[at - 1] * UBig::from(at - row) + &tangents[at] * UBig::from(at - row + 2);
        }
    }
    tangents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_primes_are_taken_out_as_often_as_they_are_in() {
        for (twos, threes, sevens) in
            [(0u64, 0u64, 1u64), (1, 2, 3), (64, 1, 0), (1_000, 999, 1_023), (3, 1_024, 1_025)]
        {
            let parts = [(2u8, twos), (3, threes), (7, sevens)].map(|(prime, count)| (UBig::from(prime), count));
            let power = |(prime, count): &(UBig, u64)| prime.pow(usize::try_from(*count).unwrap());
            let value = parts.iter().map(power).fold(UBig::ONE, |product, factor| product * factor);
            let expected: Vec<_> = parts.into_iter().filter(|(_, count)| *count > 0).collect();
            assert_eq!(partial_factors(&value, &Budget::default()).unwrap(), expected);
        }
    }

    #[test]
    fn powers_and_roots_in_steps_are_those_at_once() {
        let budget = Budget::default();
        for (base, count) in [(7u32, 150_000usize), (12, 120_001), (10, 90_000), (3, 260_000), (2, 400_001)] {
            let base = UBig::from(base);
            assert_eq!(power(&base, count, &budget).unwrap(), base.pow(count), "{base}^{count}");
        }
        for root in [UBig::from(7u8).pow(75_000), UBig::from(3u8).pow(130_000)] {
            let square = root.sqr();
            assert_eq!(square_root(&square, &budget).unwrap(), root);
            assert_eq!(square_root(&(&square - UBig::ONE), &budget).unwrap(), &root - UBig::ONE);
            assert_eq!(square_root(&(square + UBig::ONE), &budget).unwrap(), root);
        }
        let value = UBig::from(10u8).pow(100_001);
        assert_eq!(square_root(&value, &budget).unwrap(), value.sqrt());
    }
}
