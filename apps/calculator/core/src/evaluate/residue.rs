//! Remainders of integers that nobody could write out: of towers of powers, and of sums and products of them.
//!
//! By Euler's theorem a^b mod m is a^(b mod φ(m) + φ(m)) mod m wherever b is at least the largest power of a prime in m,
//! and so the remainder of a tower is had by remainders of its exponents.

use super::Evaluator;
use crate::error::Error;
use crate::expression::{Binary, Expression, Node};
use crate::grammar::is_percentage;
use crate::number_theory;
use crate::value::Value;
use dashu_base::{BitTest, Sign, UnsignedAbs};
use dashu_int::{IBig, UBig};

/// Exponents of fewer bits than this are used as they are; a modulus has fewer, too.
const EXPONENT_BITS: usize = 4_096;

/// What is known of a natural number.
enum Size {
    Exactly(UBig),
    /// It has more than [`EXPONENT_BITS`] bits.
    Large,
}

type Found<T> = Result<Option<T>, Error>;

impl Evaluator<'_> {
    /// Returns the floored remainder of an integer that is made of powers; `None` where the line must be worked out.
    pub(super) fn remainder_of_powers(&self, value: &Expression, modulus: &Expression) -> Found<IBig> {
        if self.settings.word.is_some() || !has_power(value) {
            return Ok(None);
        }
        let Some(modulus) = self.integer_of(modulus)? else { return Ok(None) };
        let size = modulus.clone().unsigned_abs();
        if size.is_zero() {
            return Ok(None);
        }
        let Some(rest) = self.residue(value, &size)? else { return Ok(None) };
        let rest = IBig::from(rest);
        // The remainder has the sign of the divisor.
        Ok(Some(if modulus.sign() == Sign::Negative && !rest.is_zero() { rest + modulus } else { rest }))
    }

    /// Whether an integer that may be too large to be written out is odd; `None` where it may be no integer.
    pub(super) fn is_odd(&self, tree: &Expression) -> Found<bool> {
        Ok(self.residue(tree, &UBig::from(2u8))?.map(|rest| !rest.is_zero()))
    }

    fn integer_of(&self, tree: &Expression) -> Found<IBig> {
        Ok(match self.value(tree)? {
            Value::Number(number) => number.as_integer().cloned(),
            _ => None,
        })
    }

    /// Returns the remainder, from 0 up.
    fn residue(&self, tree: &Expression, modulus: &UBig) -> Found<UBig> {
        self.budget.check()?;
        match &tree.node {
            Node::Negative(inner) => Ok(self.residue(inner, modulus)?.map(|rest| (modulus - rest) % modulus)),
            Node::Binary(Binary::Power, base, exponent) => self.residue_of_power(base, exponent, modulus),
            Node::Binary(sign @ (Binary::Add | Binary::Subtract | Binary::Multiply), left, right)
                if has_power(tree) && !is_percentage(right) =>
            {
                let (Some(left), Some(right)) = (self.residue(left, modulus)?, self.residue(right, modulus)?) else {
                    return Ok(None);
                };
                self.budget.spend(modulus.bit_len())?;
                Ok(Some(match sign {
                    Binary::Add => (left + right) % modulus,
                    Binary::Subtract => (left + modulus - right) % modulus,
                    _ => left * right % modulus,
                }))
            }
            _ => Ok(self.integer_of(tree)?.map(|value| number_theory::residue(&value, modulus))),
        }
    }

    fn residue_of_power(&self, base: &Expression, exponent: &Expression, modulus: &UBig) -> Found<UBig> {
        let Some(size) = self.size_of(exponent)? else { return Ok(None) };
        let Some(rest) = self.residue(base, modulus)? else { return Ok(None) };
        let exponent = match size {
            Size::Exactly(exponent) => exponent,
            Size::Large if rest.is_zero() || rest.is_one() => return Ok(Some(rest)),
            Size::Large if modulus.bit_len() > EXPONENT_BITS => return Ok(None),
            Size::Large => {
                // What is written out is cheaper to use than the factors of the modulus are to find.
                if let Node::Leaf(_) = exponent.node
                    && let Some(exponent) = self.integer_of(exponent)?
                {
                    exponent.unsigned_abs()
                } else {
                    let totient = number_theory::totient(modulus, self.budget)?;
                    let Some(reduced) = self.residue(exponent, &totient)? else { return Ok(None) };
                    reduced + totient
                }
            }
        };
        number_theory::power_modulo(&rest, &exponent, modulus, self.budget).map(Some)
    }

    /// Returns a natural number as far as it can be written out; `None` for what is none, or not known to be.
    fn size_of(&self, tree: &Expression) -> Found<Size> {
        let natural = |value: IBig| (value.sign() == Sign::Positive).then(|| Size::of(value.unsigned_abs()));
        let (sign, left, right) = match &tree.node {
            Node::Binary(sign @ (Binary::Power | Binary::Add), left, right) if has_power(tree) => (sign, left, right),
            _ => return Ok(self.integer_of(tree)?.and_then(natural)),
        };
        let (Some(left), Some(right)) = (self.size_of(left)?, self.size_of(right)?) else { return Ok(None) };
        Ok(Some(match (left, right) {
            (Size::Exactly(left), Size::Exactly(right)) if *sign == Binary::Add => Size::of(left + right),
            _ if *sign == Binary::Add => Size::Large,
            (Size::Exactly(base), _) if base.is_one() => Size::Exactly(base),
            (_, Size::Exactly(exponent)) if exponent.is_zero() => Size::Exactly(UBig::ONE),
            (Size::Exactly(base), _) if base.is_zero() => Size::Exactly(base),
            (Size::Exactly(base), Size::Exactly(exponent)) => match usize::try_from(&exponent) {
                // A base of n bits is at least 2^(n - 1).
                Ok(count) if count.saturating_mul(base.bit_len() - 1) <= EXPONENT_BITS => Size::of(base.pow(count)),
                _ => Size::Large,
            },
            _ => Size::Large,
        }))
    }
}

impl Size {
    fn of(value: UBig) -> Self {
        if value.bit_len() > EXPONENT_BITS { Self::Large } else { Self::Exactly(value) }
    }
}

/// Whether a tree is a power, or a sum or product in which one stands.
fn has_power(tree: &Expression) -> bool {
    match &tree.node {
        Node::Negative(inner) => has_power(inner),
        Node::Binary(Binary::Power, ..) => true,
        Node::Binary(Binary::Add | Binary::Subtract | Binary::Multiply, left, right) => {
            has_power(left) || has_power(right)
        }
        _ => false,
    }
}
