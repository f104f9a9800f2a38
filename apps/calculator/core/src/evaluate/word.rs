//! Integers as bits: two's complement of a word size, or of endless width.

use super::functions::{flat, integer};
use super::{Evaluator, Found};
use crate::error::{Error, ErrorKind};
use crate::expression::Binary;
use crate::function::Function;
use crate::real::Real;
use crate::value::{Value, Word};
use dashu_base::{BitTest, UnsignedAbs};
use dashu_int::IBig;

impl Evaluator<'_> {
    /// Wraps an integer around in the word size that is set.
    pub(super) fn wrapped(&self, value: Value) -> Found {
        match (self.settings.word, value) {
            (Some(word), Value::Number(number)) => Ok(Value::Number(Real::from(wrap(integer(&number)?, word)))),
            (_, value) => Ok(value),
        }
    }

    /// Divides as processors do: what is left of the quotient when its fraction is cut off.
    pub(super) fn integer_divide(&self, left: Value, right: Value) -> Found {
        let quotient = self.divide(left, right)?;
        let value = self.apply(Function::Trunc, vec![quotient])?;
        self.wrapped(value)
    }

    pub(super) fn bitwise(&self, binary: Binary, left: Value, right: Value) -> Found {
        let function = if binary == Binary::And { Function::And } else { Function::Or };
        let value = self.on_bits(function, vec![left, right])?;
        self.wrapped(value)
    }

    pub(super) fn on_bits(&self, function: Function, values: Vec<Value>) -> Found {
        let values = flat(values);
        if let Some(Value::Truth(_)) = values.first() {
            return truth(function, &values);
        }
        let numbers = values.into_iter().map(|value| self.number(value)).collect::<Result<Vec<_>, _>>()?;
        let integers = numbers.iter().map(integer).collect::<Result<Vec<_>, _>>()?;
        let Some((&first, rest)) = integers.split_first() else { return Err(ErrorKind::ListNeeded(1).into()) };
        let fold = |with: fn(IBig, &IBig) -> IBig| rest.iter().fold(first.clone(), |sum, &value| with(sum, value));
        let result = match function {
            Function::And => fold(|left, right| left & right),
            Function::Or => fold(|left, right| left | right),
            Function::Xor => fold(|left, right| left ^ right),
            Function::Not => !first.clone(),
            Function::BitCount => self.bit_count(first)?,
            Function::ShiftLeft | Function::ShiftRight => {
                let by = rest.first().and_then(|by| u64::try_from(*by).ok()).ok_or(ErrorKind::ShiftRange)?;
                return self.shift(function, first, by).map(Value::Number);
            }
            _ => self.rotate(function, first, rest)?,
        };
        Ok(Value::Number(Real::from(result)))
    }

    fn bit_count(&self, value: &IBig) -> Result<IBig, Error> {
        let bits = match self.settings.word {
            Some(word) => wrap(value, Word { is_signed: false, ..word }),
            None if *value < IBig::ZERO => return Err(ErrorKind::NaturalNeeded.into()),
            None => value.clone(),
        };
        Ok(IBig::from(bits.unsigned_abs().count_ones()))
    }

    fn shift(&self, function: Function, value: &IBig, by: u64) -> Result<Real, Error> {
        if function == Function::ShiftRight {
            let by = usize::try_from(by).unwrap_or(usize::MAX);
            return Ok(Real::from(value >> by.min(value.bit_len() + 1)));
        }
        let is_out = |word: Word| usize::try_from(by).is_ok_and(|by| by >= word.bits);
        if value.is_zero() || self.settings.word.is_some_and(is_out) {
            return Ok(Real::ZERO);
        }
        let power = Real::from(2).power_integer(&IBig::from(by), self.budget)?;
        Real::from(value.clone()).multiply(&power, self.budget)
    }

    fn rotate(&self, function: Function, value: &IBig, rest: &[&IBig]) -> Result<IBig, Error> {
        let bits = match rest.get(1) {
            Some(bits) => {
                usize::try_from(*bits).ok().filter(|bits| (1..=4096).contains(bits)).ok_or(ErrorKind::ShiftRange)?
            }
            None => self.settings.word.ok_or(ErrorKind::WordNeeded)?.bits,
        };
        let word = Word { bits, is_signed: false };
        let by = rest.first().copied().ok_or(ErrorKind::ShiftRange)?;
        let by = usize::try_from(&wrap_to(by, bits)).unwrap_or(0);
        let left = if function == Function::RotateLeft { by } else { (bits - by) % bits };
        let value = wrap(value, word);
        Ok(wrap(&((&value << left) | (&value >> (bits - left))), word))
    }
}

/// Returns the value modulo a small number, from 0 up.
fn wrap_to(value: &IBig, modulus: usize) -> IBig {
    let modulus = IBig::from(modulus);
    let rest = value % &modulus;
    if rest < IBig::ZERO { rest + modulus } else { rest }
}

/// Keeps the bits of a word and reads them as its kind does.
pub(crate) fn wrap(value: &IBig, word: Word) -> IBig {
    let mask = (IBig::ONE << word.bits) - 1;
    let kept: IBig = value & mask;
    if word.is_signed && kept.bit(word.bits - 1) { kept - (IBig::ONE << word.bits) } else { kept }
}

fn truth(function: Function, values: &[Value]) -> Found {
    let mut truths = values.iter().map(|value| match value {
        Value::Truth(truth) => Ok(*truth),
        _ => Err(Error::from(ErrorKind::TruthNeeded)),
    });
    let Some(first) = truths.next() else { return Err(ErrorKind::TruthNeeded.into()) };
    let with = |left: bool, right: bool| match function {
        Function::And => left && right,
        Function::Or => left || right,
        _ => left != right,
    };
    match function {
        Function::Not => Ok(Value::Truth(!first?)),
        Function::And | Function::Or | Function::Xor => {
            truths.try_fold(first?, |left, right| Ok::<_, Error>(with(left, right?))).map(Value::Truth)
        }
        _ => Err(ErrorKind::NumberNeeded.into()),
    }
}
