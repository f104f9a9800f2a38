//! What an expression can be worth, and what the user has set.

use crate::date::Date;
use crate::expression::Target;
use crate::locale::Notation;
use crate::real::Real;
use crate::unit::Unit;

/// The value of an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A real number.
    Number(Real),
    /// Real and imaginary part; the latter is not known to be zero.
    Complex(Real, Real),
    /// So many of a unit.
    Quantity(Real, Unit),
    /// A unit by itself, `km`: one of it, but a temperature with its own zero may still be multiplied.
    Unit(Unit),
    /// A day or a moment.
    Date(Date),
    /// True or false.
    Truth(bool),
    /// Several values.
    List(Vec<Value>),
    /// Primes and how often they divide.
    Factors(Vec<(Real, u64)>),
    /// A positive number too large or too small for digits: its logarithm to the base ten.
    Huge(Real),
    /// A value and how it is to be written.
    Written(Box<Value>, Target),
}

/// What numbers stand for as angles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Angle {
    /// Radians.
    #[default]
    Radian,
    /// Degrees, 360 a turn.
    Degree,
    /// Gradians, 400 a turn.
    Gradian,
}

/// The size of machine words that integers wrap around in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// 8, 16, 32 or 64.
    pub bits: usize,
    /// Whether the highest bit is the sign.
    pub is_signed: bool,
}

/// What the user has set.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// What numbers stand for as angles.
    pub angle: Angle,
    /// Integers wrap around in words of this size; `None`: they never do, and `/` divides exactly.
    pub word: Option<Word>,
    /// Whether square roots of negative numbers have a value.
    pub is_complex: bool,
    /// The most significant digits written.
    pub digits: usize,
    /// Whether a rational with more digits than that is written as a fraction.
    pub is_exact: bool,
    /// The base numbers are written in.
    pub base: u32,
    /// How numbers are read and written.
    pub notation: Notation,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            angle: Angle::Radian,
            word: None,
            is_complex: false,
            digits: 15,
            is_exact: false,
            base: 10,
            notation: Notation::default(),
        }
    }
}
