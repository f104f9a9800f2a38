//! What the calculator knows: exact numbers, units, dates, and the language of its line.
//!
//! A line goes through `lexer` (tokens with their places, in any script and notation), `syntax` (text for evalexpr),
//! `grammar` (the tree), `evaluate` (exact values) and `format` (text). Pure: the clock, the exchange rates, earlier
//! results and the budget come in as values. Depends on `candela_shared` for how languages write numbers; never on a
//! window, nor on words of the user's language.

pub mod budget;
pub mod calculator;
pub mod currency;
pub mod date;
pub mod error;
pub mod evaluate;
pub mod expression;
pub mod format;
pub mod function;
pub mod grammar;
pub mod graph;
pub mod history;
pub mod keypad;
pub mod latex;
pub mod lexer;
pub mod locale;
pub mod number_theory;
pub mod real;
pub mod syntax;
pub mod tape;
pub mod unit;
pub mod value;

pub use budget::Budget;
pub use calculator::{Answer, Calculator};
pub use error::{Error, ErrorKind, Span};
pub use value::{Angle, Settings, Value, Word};
