//! Everything that can be wrong with a line, and where in the line.

use std::ops::Range;

/// A part of the line, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Returns the span of a range of bytes.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Returns the smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// What is wrong, and where the caret belongs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Error {
    /// What is wrong.
    pub kind: ErrorKind,
    /// The place in the line; `None` where the whole of it is meant.
    pub span: Option<Span>,
}

impl Error {
    /// Returns an error at a place.
    pub fn at(kind: ErrorKind, span: Span) -> Self {
        Self { kind, span: Some(span) }
    }

    /// Gives the error a place if it has none yet.
    #[must_use]
    pub fn or_at(self, span: Span) -> Self {
        Self { span: self.span.or(Some(span)), ..self }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self { kind, span: None }
    }
}

/// What can be wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ErrorKind {
    /// The line is longer than [`crate::lexer::MAX_LINE`] bytes.
    #[error("line too long")]
    LineTooLong,
    /// The line has more than [`crate::lexer::MAX_TOKENS`] parts.
    #[error("too many parts")]
    TooManyTokens,
    /// Brackets or prefixes stand in each other more than [`crate::syntax::MAX_DEPTH`] deep.
    #[error("nested too deeply")]
    TooDeep,
    /// There is nothing to calculate.
    #[error("nothing to calculate")]
    Empty,
    /// A character that means nothing here.
    #[error("unexpected character {0:?}")]
    UnexpectedCharacter(char),
    /// A number that cannot be read: two marks, wrong groups, digits outside its base.
    #[error("malformed number")]
    MalformedNumber,
    /// A day that no calendar has.
    #[error("no such date")]
    NoSuchDate,
    /// Something was to follow: a number, a name, a bracket.
    #[error("operand expected")]
    OperandExpected,
    /// Two things stand side by side without an operator.
    #[error("operator expected")]
    OperatorExpected,
    /// A bracket is never closed; the place is the bracket.
    #[error("bracket not closed")]
    NotClosed,
    /// A bracket closes what was never opened, or what was opened otherwise.
    #[error("bracket not opened")]
    NotOpened,
    /// A comma where no list is.
    #[error("unexpected separator")]
    UnexpectedSeparator,
    /// A name nobody gave a meaning to.
    #[error("unknown name {0}")]
    UnknownName(String),
    /// What follows `to` or `in` is neither a unit nor a way to write numbers.
    #[error("unknown target of a conversion")]
    UnknownTarget,
    /// A name that cannot be defined.
    #[error("the name {0} is taken")]
    NameTaken(String),
    /// The function takes another number of arguments: at least, at most (`None`: any), and given.
    #[error("{name} takes {least} to {most:?} arguments, not {given}")]
    ArgumentCount {
        /// The function's name.
        name: String,
        /// The fewest it takes.
        least: usize,
        /// The most it takes; `None` where there is no most.
        most: Option<usize>,
        /// How many stand there.
        given: usize,
    },
    /// There is no result of that number yet.
    #[error("there is no result {0}")]
    NoResult(usize),
    /// Division by zero.
    #[error("division by zero")]
    DivisionByZero,
    /// The function has no value there among the real numbers.
    #[error("{0} is not defined there")]
    Undefined(&'static str),
    /// The value would be complex, and complex numbers are off.
    #[error("the result is complex")]
    ComplexResult,
    /// What has a value among the real numbers only was given a complex number.
    #[error("a real number is needed")]
    RealNeeded,
    /// An integer is needed.
    #[error("an integer is needed")]
    IntegerNeeded,
    /// An integer of at least zero is needed.
    #[error("an integer of at least zero is needed")]
    NaturalNeeded,
    /// A number is needed, not a truth value, a date, a list.
    #[error("a number is needed")]
    NumberNeeded,
    /// A truth value is needed.
    #[error("a truth value is needed")]
    TruthNeeded,
    /// A list of at least so many numbers is needed.
    #[error("a list of at least {0} numbers is needed")]
    ListNeeded(usize),
    /// The operation has no meaning for these kinds of values.
    #[error("these cannot be combined")]
    KindMismatch,
    /// Two quantities of different dimensions were to be added or compared, or one converted to the other.
    #[error("{left} and {right} do not measure the same")]
    DimensionMismatch {
        /// The unit of the left side; empty for a plain number.
        left: String,
        /// The unit of the right side; empty for a plain number.
        right: String,
    },
    /// A temperature with its own zero (°C, °F) was multiplied, or two were added.
    #[error("a temperature of this scale cannot be multiplied or added")]
    AffineTemperature,
    /// The unit cannot be taken to this power.
    #[error("a unit cannot be taken to this power")]
    UnitPower,
    /// No exchange rates are known.
    #[error("no exchange rate for {0}")]
    NoRate(String),
    /// A word size is needed to rotate.
    #[error("a word size is needed")]
    WordNeeded,
    /// The amount to shift or rotate is negative or too large.
    #[error("shift out of range")]
    ShiftRange,
    /// It cannot be told whether the value is zero, though it was looked at closely.
    #[error("cannot tell whether this is zero")]
    UndecidableZero,
    /// It cannot be told on which side of an integer or of another number the value is.
    #[error("cannot tell the values apart")]
    Undecidable,
    /// The value has too many digits to be written, or an operation would need them all.
    #[error("too large")]
    TooLarge,
    /// The expression holds too much to be kept exactly.
    #[error("too complex")]
    TooComplex,
    /// The time given is over.
    #[error("the time is over")]
    TimeOver,
    /// The user has stopped it.
    #[error("stopped")]
    Cancelled,
    /// A function calls itself without an end.
    #[error("a function calls itself")]
    Recursion,
}
