//! The tree of an expression, as evaluation walks it.

use crate::date::Date;
use crate::error::Span;
use crate::function::{Constant, Function};
use crate::unit::Unit;
use dashu_ratio::RBig;

/// A node of the tree and the part of the line it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// What it is.
    pub node: Node,
    /// Where it comes from.
    pub span: Span,
}

/// What a node can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Something without parts.
    Leaf(Leaf),
    /// The negative of a value.
    Negative(Box<Expression>),
    /// An operator between two values.
    Binary(Binary, Box<Expression>, Box<Expression>),
    /// A function, or a sign that works like one.
    Call(Head, Vec<Expression>),
    /// A percentage in brackets: `100 + (10%)` adds a tenth, not ten per cent of the hundred.
    Group(Box<Expression>),
}

/// What has no parts.
#[derive(Debug, Clone, PartialEq)]
pub enum Leaf {
    /// A number and the power of ten it is multiplied by.
    Number(RBig, i64),
    /// A day.
    Date(Date),
    /// A constant.
    Constant(Constant),
    /// One of a unit.
    Unit(Unit),
    /// The value of a variable.
    Variable(String),
    /// The result of that number, from one.
    Result(usize),
    /// What a conversion leads to.
    Target(Target),
}

/// What a call calls.
#[derive(Debug, Clone, PartialEq)]
pub enum Head {
    /// A function of the language.
    Function(Function),
    /// A function of the user's.
    User(String),
}

/// Operators between two values that evalexpr has, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Binary {
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
}

/// What a conversion leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// One unit.
    Unit(Unit),
    /// Several, largest first: `to ft + in`.
    Mixed(Vec<Unit>),
    /// Digits of a base.
    Base(u32),
    /// A fraction.
    Fraction,
    /// A fraction with its whole part apart.
    MixedFraction,
    /// A decimal number.
    Decimal,
    /// One digit before the decimal mark, and a power of ten.
    Scientific,
    /// A power of ten that is a multiple of three.
    Engineering,
    /// Degrees (or hours), minutes and seconds.
    Sexagesimal,
    /// Hundredths.
    Percent,
}
