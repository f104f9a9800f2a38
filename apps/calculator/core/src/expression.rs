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

impl Expression {
    /// Returns where a function of the user's is called whatever comes: in its own body that has no end.
    pub fn endless_call(&self, name: &str) -> Option<Span> {
        match &self.node {
            Node::Leaf(_) => None,
            Node::Negative(inner) | Node::Group(inner) => inner.endless_call(name),
            Node::Binary(_, left, right) => left.endless_call(name).or_else(|| right.endless_call(name)),
            Node::Call(Head::User(own), _) if own == name => Some(self.span),
            Node::Call(head, arguments) => {
                // Only the condition is worked out in any case.
                let certain = if *head == Head::Function(Function::If) { 1 } else { arguments.len() };
                arguments.iter().take(certain).find_map(|argument| argument.endless_call(name))
            }
        }
    }
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
    /// What brackets make another thing of. A percentage: `100 + (10%)` adds a tenth, not ten per cent of the hundred.
    /// A comparison: `(1 < 2) = true` is no chain as `1 < 2 = 2` is.
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

impl Binary {
    /// Whether it compares, so that its result is true or false.
    pub fn is_comparison(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual | Self::Less | Self::LessEqual | Self::Greater | Self::GreaterEqual)
    }
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
