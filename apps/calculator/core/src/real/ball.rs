//! Numbers known to lie in an interval: a middle and a radius, both counted in a power of two.
//!
//! Every operation rounds outwards, so that the true value never leaves the ball. What cannot be done because the ball
//! is too wide is [`Trouble::Imprecise`]: the caller starts again with more bits.

use super::kernel;
use crate::budget::Budget;
use crate::error::{Error, ErrorKind};
use crate::number_theory;
use dashu_base::{BitTest, Sign, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;

/// Exponents stay below this, so that sums of them never overflow.
pub(crate) const MAX_EXPONENT: i64 = 1 << 60;

/// Bits kept of a radius.
const RADIUS_BITS: usize = 30;

/// Why a ball could not be had.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// More bits may help.
    Imprecise,
    /// Nothing will.
    Error(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<ErrorKind> for Trouble {
    fn from(kind: ErrorKind) -> Self {
        Self::Error(kind.into())
    }
}

pub(crate) type Found = Result<Ball, Trouble>;

/// How precisely to work.
#[derive(Clone, Copy)]
pub(crate) struct Work<'a> {
    pub(crate) bits: usize,
    pub(crate) budget: &'a Budget,
}

impl Work<'_> {
    /// Returns the same work with so many bits more.
    pub(crate) fn more(self, bits: usize) -> Self {
        Self { bits: self.bits + bits, ..self }
    }
}

/// All numbers from `(mid - rad) * 2^exp` to `(mid + rad) * 2^exp`.
#[derive(Debug, Clone)]
pub(crate) struct Ball {
    pub(crate) mid: IBig,
    pub(crate) rad: UBig,
    pub(crate) exp: i64,
}

impl Ball {
    pub(crate) fn integer(value: IBig) -> Self {
        Self { mid: value, rad: UBig::ZERO, exp: 0 }
    }

    pub(crate) fn new(mid: IBig, rad: UBig, exp: i64, work: Work<'_>) -> Found {
        Self { mid, rad, exp }.trimmed(work)
    }

    pub(crate) fn rational(value: &RBig, work: Work<'_>) -> Found {
        if value.is_int() {
            return Self::integer(value.numerator().clone()).trimmed(work);
        }
        let shift = signed(work.bits) + 2 + signed(value.denominator().bit_len()) - signed(value.numerator().bit_len());
        work.budget.spend(work.bits + value.numerator().bit_len())?;
        let mid = if shift >= 0 {
            (value.numerator() << unsigned(shift)) / value.denominator()
        } else {
            value.numerator() / (value.denominator() << unsigned(-shift))
        };
        Ok(Self { mid, rad: UBig::ONE, exp: -shift })
    }

    /// Drops the bits that are beyond the precision or drowned in the radius.
    fn trimmed(self, work: Work<'_>) -> Found {
        let spare =
            self.mid.bit_len().saturating_sub(work.bits + 4).max(self.rad.bit_len().saturating_sub(RADIUS_BITS));
        work.budget.spend(work.bits)?;
        let ball = if spare == 0 {
            self
        } else {
            Self { mid: self.mid >> spare, rad: (self.rad >> spare) + UBig::from(2u8), exp: self.exp + signed(spare) }
        };
        // Far from either end of the exponents there is room for every sum of two of them.
        if ball.exp.abs() > MAX_EXPONENT { Err(ErrorKind::TooLarge.into()) } else { Ok(ball) }
    }

    /// Returns a bound: the absolute value is below `2^magnitude`; `None` for zero.
    pub(crate) fn magnitude(&self) -> Option<i64> {
        let bits = (self.mid.clone().unsigned_abs() + &self.rad).bit_len();
        (bits > 0).then(|| self.exp + signed(bits))
    }

    /// Returns the sign where the whole ball has one.
    pub(crate) fn sign(&self) -> Option<Ordering> {
        if self.rad.is_zero() && self.mid.is_zero() {
            return Some(Ordering::Equal);
        }
        if self.mid.clone().unsigned_abs() <= self.rad {
            return None;
        }
        Some(if self.mid.sign() == Sign::Negative { Ordering::Less } else { Ordering::Greater })
    }

    pub(crate) fn negative(self) -> Self {
        Self { mid: -self.mid, ..self }
    }

    pub(crate) fn add(&self, other: &Self, work: Work<'_>) -> Found {
        let (high, low) = if self.exp >= other.exp { (self, other) } else { (other, self) };
        if high.mid.is_zero() && high.rad.is_zero() {
            return low.clone().trimmed(work);
        }
        let gap = high.exp - low.exp;
        let room = signed(work.bits) + signed(low.mid.bit_len()) + 64;
        if gap > room {
            // The lower one disappears below the last bit of the other.
            let shift = unsigned(room.min(gap));
            let exp = high.exp - signed(shift);
            let small = low.magnitude().map_or(0, |magnitude| (magnitude - exp).max(0));
            let rad = (high.rad.clone() << shift) + (UBig::ONE << unsigned(small));
            return Self::new(high.mid.clone() << shift, rad, exp, work);
        }
        let gap = unsigned(gap);
        Self::new((high.mid.clone() << gap) + &low.mid, (high.rad.clone() << gap) + &low.rad, low.exp, work)
    }

    pub(crate) fn subtract(&self, other: &Self, work: Work<'_>) -> Found {
        self.add(&other.clone().negative(), work)
    }

    pub(crate) fn multiply(&self, other: &Self, work: Work<'_>) -> Found {
        let (left, right) = (self.mid.clone().unsigned_abs(), other.mid.clone().unsigned_abs());
        let rad = left * &other.rad + right * &self.rad + &self.rad * &other.rad;
        work.budget.spend(self.mid.bit_len() + other.mid.bit_len())?;
        Self::new(&self.mid * &other.mid, rad, self.exp + other.exp, work)
    }

    pub(crate) fn inverse(&self, work: Work<'_>) -> Found {
        if self.sign().is_none_or(|sign| sign == Ordering::Equal) {
            return Err(Trouble::Imprecise);
        }
        let bits = self.mid.bit_len();
        let shift = work.bits + bits + 4;
        work.budget.spend(shift)?;
        let mid = (IBig::ONE << shift) / &self.mid;
        // |1/m - 1/x| <= rad / (|m| (|m| - rad)); one more for the truncated quotient.
        let least = self.mid.clone().unsigned_abs() - &self.rad;
        let rad = (mid.clone().unsigned_abs() + UBig::ONE) * &self.rad / least + UBig::from(2u8);
        Self::new(mid, rad, -signed(shift) - self.exp, work)
    }

    pub(crate) fn divide(&self, other: &Self, work: Work<'_>) -> Found {
        self.multiply(&other.inverse(work)?, work)
    }

    /// Raises to an integer power.
    pub(crate) fn power(&self, exponent: &IBig, work: Work<'_>) -> Found {
        let work = work.more(exponent.bit_len() * 2 + 8);
        let count = exponent.clone().unsigned_abs();
        let mut result = Self::integer(IBig::ONE);
        for at in (0..count.bit_len()).rev() {
            result = result.multiply(&result, work)?;
            if count.bit(at) {
                result = result.multiply(self, work)?;
            }
        }
        if exponent.sign() == Sign::Negative { result.inverse(work) } else { Ok(result) }
    }

    pub(crate) fn square_root(&self, work: Work<'_>) -> Found {
        match self.sign() {
            Some(Ordering::Equal) => return Ok(self.clone()),
            Some(Ordering::Greater) => {}
            Some(Ordering::Less) => return Err(ErrorKind::ComplexResult.into()),
            None => return Err(Trouble::Imprecise),
        }
        let mut shift = signed(2 * work.bits + 8) - signed(self.mid.bit_len());
        shift = shift.max(0);
        shift += (shift + self.exp).rem_euclid(2);
        let value = self.mid.clone().unsigned_abs() << unsigned(shift);
        work.budget.spend(value.bit_len())?;
        let root = number_theory::square_root(&value, work.budget)?;
        // |sqrt(m) - sqrt(x)| <= rad / sqrt(m), as sqrt(m) + sqrt(x) >= sqrt(m); one more for the truncated root.
        let rad = (self.rad.clone() << unsigned(shift)) / root.clone().max(UBig::ONE) + UBig::from(3u8);
        let exp = self.exp - shift;
        Self::new(IBig::from(root), rad, exp.div_euclid(2), work)
    }

    /// Returns the value and its radius as multiples of `2^-bits`, rounded outwards.
    fn fixed(&self, bits: usize) -> Result<(IBig, UBig), Trouble> {
        let shift = self.exp + signed(bits);
        if shift > 1 << 40 {
            return Err(ErrorKind::TooLarge.into());
        }
        Ok(if shift >= 0 {
            (self.mid.clone() << unsigned(shift), self.rad.clone() << unsigned(shift))
        } else {
            let shift = unsigned((-shift).min(1 << 40)).min(self.mid.bit_len().max(self.rad.bit_len()) + 2);
            (self.mid.clone() >> shift, (self.rad.clone() >> shift) + UBig::from(2u8))
        })
    }

    pub(crate) fn exponential(&self, work: Work<'_>) -> Found {
        let magnitude = self.magnitude().unwrap_or(0).max(0);
        if magnitude > 61 {
            return Err(ErrorKind::TooLarge.into());
        }
        let bits = work.bits + 32;
        let (value, rad) = self.fixed(bits)?;
        if rad.bit_len() > bits {
            return Err(Trouble::Imprecise);
        }
        let wide = bits + unsigned(magnitude) + 4;
        let ln2 = kernel::ln_two(wide, work.budget)?;
        let count = kernel::nearest_multiple(&(value.clone() << (wide - bits)), &ln2);
        let rest = value - ((&count * ln2) >> (wide - bits));
        let result = kernel::exponential(&rest, bits, work.budget)?;
        let exp = i64::try_from(&count).map_err(|_| Error::from(ErrorKind::TooLarge))? - signed(bits);
        // e^rest < 2, and e^d - 1 < 2 d for d < 1.
        Self::new(result, (rad + UBig::from(4u8)) * UBig::from(4u8) + UBig::from(8u8), exp, work)
    }

    pub(crate) fn logarithm(&self, work: Work<'_>) -> Found {
        match self.sign() {
            Some(Ordering::Greater) => {}
            Some(_) => return Err(ErrorKind::Undefined("ln").into()),
            None => return Err(Trouble::Imprecise),
        }
        let bits = work.bits + 32;
        let length = self.mid.bit_len();
        // A mantissa in [1/2, 1), or in [1, 3/2) where that is closer to one.
        let is_low = !(length >= 2 && self.mid.bit(length - 2));
        let count = self.exp + signed(length) - i64::from(is_low);
        let mantissa = Self { exp: self.exp - count, ..self.clone() };
        let (value, rad) = mantissa.fixed(bits)?;
        let logarithm = kernel::logarithm(&value, bits, work.budget)?;
        let wide = bits + 64;
        let whole = (IBig::from(count) * kernel::ln_two(wide, work.budget)?) >> 64usize;
        // The mantissa less its radius is at least a quarter, or the ball would be too wide to have a sign worth having.
        if rad.bit_len() + 2 > bits {
            return Err(Trouble::Imprecise);
        }
        Self::new(logarithm + whole, rad * UBig::from(4u8) + UBig::from(16u8), -signed(bits), work)
    }

    /// Returns sine and cosine.
    pub(crate) fn sine_cosine(&self, work: Work<'_>) -> Result<(Self, Self), Trouble> {
        let magnitude = self.magnitude().unwrap_or(0);
        if magnitude > 1 << 24 {
            return Err(ErrorKind::TooLarge.into());
        }
        let bits = work.bits + 32 + unsigned((-magnitude).clamp(0, signed(work.bits) * 2));
        let (value, rad) = self.fixed(bits)?;
        let wide = bits + unsigned(magnitude.max(0)) + 4;
        let half_pi = kernel::pi(wide, work.budget)? >> 1usize;
        let count = kernel::nearest_multiple(&(value.clone() << (wide - bits)), &half_pi);
        let rest = value - ((&count * half_pi) >> (wide - bits));
        let (sine, cosine) = kernel::sine_cosine(&rest, bits, work.budget)?;
        let quarter = u8::try_from(&(&count & IBig::from(3u8))).unwrap_or(0);
        let (sine, cosine) = match quarter {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
        let rad = rad + UBig::from(16u8);
        let ball = |mid| Self::new(mid, rad.clone(), -signed(bits), work);
        Ok((ball(sine)?, ball(cosine)?))
    }

    pub(crate) fn arctangent(&self, work: Work<'_>) -> Found {
        let magnitude = self.magnitude().unwrap_or(0);
        if magnitude > 1 {
            let sign = self.sign().ok_or(Trouble::Imprecise)?;
            let bits = work.bits + 32;
            let mid = kernel::pi(bits, work.budget)?;
            let mid = if sign == Ordering::Less { -mid } else { mid };
            let half_pi = Self { mid, rad: UBig::from(4u8), exp: -signed(bits) - 1 };
            return half_pi.subtract(&self.inverse(work.more(8))?.arctangent(work.more(8))?, work);
        }
        let bits = work.bits + 32 + unsigned((-magnitude).clamp(0, signed(work.bits) * 2));
        let (value, rad) = self.fixed(bits)?;
        if rad.bit_len() > bits {
            return Err(Trouble::Imprecise);
        }
        let result = kernel::arctangent(&value, bits, work.budget)?;
        Self::new(result, rad + UBig::from(16u8), -signed(bits), work)
    }
}

pub(crate) fn signed(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(crate) fn unsigned(value: i64) -> usize {
    usize::try_from(value).unwrap_or(0)
}
