//! Turns tokens into text that evalexpr reads as people mean the line.
//!
//! evalexpr never sees what the user typed, nor anything malformed: literals and names become identifiers (`n3`,
//! `f2`), implied multiplication is written out, and what evalexpr binds otherwise is bracketed. `a ^ b` opens a bracket
//! behind the sign, closed before the next operator that binds looser: so powers associate to the right and `2^-2^2` is
//! right. Shifts and `xor`, which evalexpr lacks, become functions whose first argument begins where the operand of
//! that rank began.

mod normaliser;
mod phrase;
mod target;

use crate::error::{Error, Span};
use crate::expression::{Head, Leaf};
use crate::lexer::Token;
use crate::unit::Unit;
use normaliser::Normaliser;
pub(crate) use normaliser::is_operator;

/// How deep brackets, prefixes and postfixes may stand in each other.
pub const MAX_DEPTH: usize = 200;

/// What names mean beside those of the language.
pub trait Names {
    /// Whether the user has given the name a value.
    fn is_variable(&self, name: &str) -> bool;
    /// Whether the user has made a function of the name.
    fn is_function(&self, name: &str) -> bool;
    /// Returns the unit of the name, currencies among them.
    ///
    /// # Errors
    /// Where the name is a currency without a rate.
    fn unit(&self, name: &str) -> Result<Option<Unit>, Error>;
}

/// A line as evalexpr reads it, and what its identifiers stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Normal {
    /// The text.
    pub text: String,
    /// What `n0`, `n1` ... stand for.
    pub leaves: Vec<(Leaf, Span)>,
    /// What `f0`, `f1` ... stand for.
    pub heads: Vec<(Head, Span)>,
    /// Where the signs of negation stand, in the order of the line.
    pub minuses: Vec<Span>,
}

/// Turns the tokens of one expression into text for evalexpr.
///
/// # Errors
/// Every error of syntax, each at the place where the line goes wrong.
pub fn normalise(tokens: &[Token], names: &dyn Names) -> Result<Normal, Error> {
    Normaliser::new(&phrase::join(tokens, names), names).run()
}

/// How tightly operators bind, the loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Convert,
    Or,
    Xor,
    And,
    Not,
    Compare,
    Shift,
    Add,
    Multiply,
    Implied,
    Quantity,
    Unit,
}
