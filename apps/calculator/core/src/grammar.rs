//! The one place that knows evalexpr: text goes in, our own tree comes out.
//!
//! evalexpr 11.3.1 parses brackets without recursion, but drops its tree with it: the limits of the lexer and of
//! [`crate::syntax`] keep every tree shallow enough.

use crate::error::{Error, ErrorKind, Span};
use crate::expression::{Binary, Expression, Head, Node};
use crate::function::Function;
use crate::syntax::Normal;
use evalexpr::{Node as Tree, Operator, build_operator_tree};
use std::cell::Cell;

/// Builds the tree of a normalised line.
///
/// # Errors
/// [`ErrorKind::OperandExpected`] without a place, should evalexpr find fault where [`crate::syntax`] found none.
pub fn parse(normal: &Normal) -> Result<Expression, Error> {
    let tree = build_operator_tree(&normal.text).map_err(|_| Error::from(ErrorKind::OperandExpected))?;
    Reader { normal, minuses: Cell::new(0) }.argument(&tree)
}

struct Reader<'a> {
    normal: &'a Normal,
    /// How many signs of negation have been met: they come in the order of the line.
    minuses: Cell<usize>,
}

impl Reader<'_> {
    fn expression(&self, tree: &Tree) -> Result<Expression, Error> {
        let children = tree.children();
        match (tree.operator(), children) {
            (Operator::RootNode, [inner]) => self.group(inner),
            (Operator::VariableIdentifierRead { identifier }, []) => {
                let (leaf, span) = named(&self.normal.leaves, identifier)?;
                Ok(Expression { node: Node::Leaf(leaf.clone()), span: *span })
            }
            (Operator::FunctionIdentifier { identifier }, [argument]) => self.call(identifier, argument),
            (Operator::Neg, [inner]) => {
                let sign = self.minuses.replace(self.minuses.get() + 1);
                let inner = self.expression(inner)?;
                let span = self.normal.minuses.get(sign).map_or(inner.span, |sign| sign.hull(inner.span));
                Ok(Expression { node: Node::Negative(Box::new(inner)), span })
            }
            (operator, [left, right]) => {
                let binary = binary(operator).ok_or(ErrorKind::OperandExpected)?;
                let (left, right) = (self.expression(left)?, self.expression(right)?);
                let span = left.span.hull(right.span);
                Ok(Expression { node: Node::Binary(binary, Box::new(left), Box::new(right)), span })
            }
            _ => Err(ErrorKind::OperandExpected.into()),
        }
    }

    /// Brackets matter only around a percentage and a comparison.
    fn group(&self, inner: &Tree) -> Result<Expression, Error> {
        let inner = self.expression(inner)?;
        let is_comparison = matches!(&inner.node, Node::Binary(binary, ..) if binary.is_comparison());
        if !is_comparison && !is_percentage(&inner) {
            return Ok(inner);
        }
        let span = inner.span;
        Ok(Expression { node: Node::Group(Box::new(inner)), span })
    }

    fn call(&self, identifier: &str, argument: &Tree) -> Result<Expression, Error> {
        let (head, span) = named(&self.normal.heads, identifier)?;
        let mut arguments = Vec::new();
        self.arguments(argument, &mut arguments)?;
        let span = arguments.iter().map(|argument| argument.span).fold(*span, Span::hull);
        Ok(Expression { node: Node::Call(head.clone(), arguments), span })
    }

    /// The arguments are a bracket with nothing, one bracket, or a tuple of brackets in it.
    fn arguments(&self, tree: &Tree, into: &mut Vec<Expression>) -> Result<(), Error> {
        match (tree.operator(), tree.children()) {
            (Operator::RootNode, []) => Ok(()),
            (Operator::RootNode, [inner]) if *inner.operator() == Operator::Tuple => {
                for child in inner.children() {
                    into.push(self.argument(child)?);
                }
                Ok(())
            }
            _ => {
                into.push(self.argument(tree)?);
                Ok(())
            }
        }
    }

    /// The brackets around a whole line or argument are evalexpr's, or matter to nobody.
    fn argument(&self, tree: &Tree) -> Result<Expression, Error> {
        Ok(match self.expression(tree)? {
            Expression { node: Node::Group(inner), .. } => *inner,
            other => other,
        })
    }
}

/// Whether a node is a percentage as it stands, so that adding it adds that part of the other side.
pub fn is_percentage(expression: &Expression) -> bool {
    match &expression.node {
        Node::Call(Head::Function(function), _) => matches!(function, Function::Percent | Function::PerMille),
        Node::Negative(inner) => is_percentage(inner),
        _ => false,
    }
}

fn named<'a, T>(arena: &'a [(T, Span)], identifier: &str) -> Result<&'a (T, Span), Error> {
    let at = identifier.get(1..).and_then(|number| number.parse::<usize>().ok());
    at.and_then(|at| arena.get(at)).ok_or_else(|| ErrorKind::OperandExpected.into())
}

fn binary(operator: &Operator) -> Option<Binary> {
    Some(match operator {
        Operator::Add => Binary::Add,
        Operator::Sub => Binary::Subtract,
        Operator::Mul => Binary::Multiply,
        Operator::Div => Binary::Divide,
        Operator::Mod => Binary::Modulo,
        Operator::Exp => Binary::Power,
        Operator::Eq => Binary::Equal,
        Operator::Neq => Binary::NotEqual,
        Operator::Lt => Binary::Less,
        Operator::Leq => Binary::LessEqual,
        Operator::Gt => Binary::Greater,
        Operator::Geq => Binary::GreaterEqual,
        Operator::And => Binary::And,
        Operator::Or => Binary::Or,
        _ => return None,
    })
}
