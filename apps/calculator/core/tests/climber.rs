//! The tree that evalexpr builds from our normalised text is the one a plain precedence climber builds.

use candela_calculator_core::Error;
use candela_calculator_core::error::Error as CoreError;
use candela_calculator_core::expression::{Binary, Expression, Head, Leaf, Node};
use candela_calculator_core::function::Function;
use candela_calculator_core::grammar;
use candela_calculator_core::lexer::{self, Sign, Token, TokenKind};
use candela_calculator_core::locale::Notation;
use candela_calculator_core::syntax::{self, Names};
use candela_calculator_core::unit::Unit;
use proptest::prelude::*;

struct NoNames;

impl Names for NoNames {
    fn is_variable(&self, _name: &str) -> bool {
        false
    }

    fn is_function(&self, _name: &str) -> bool {
        false
    }

    fn unit(&self, _name: &str) -> Result<Option<Unit>, CoreError> {
        Ok(None)
    }
}

/// Writes a tree with every bracket.
fn shown(tree: &Expression) -> String {
    match &tree.node {
        Node::Leaf(Leaf::Number(number, 0)) => number.to_string(),
        Node::Leaf(leaf) => format!("{leaf:?}"),
        Node::Negative(inner) => format!("(neg {})", shown(inner)),
        Node::Group(inner) => shown(inner),
        Node::Binary(binary, left, right) => format!("({} {} {})", name(*binary), shown(left), shown(right)),
        Node::Call(Head::Function(function), arguments) => {
            let arguments: Vec<_> = arguments.iter().map(shown).collect();
            format!("({} {})", function.name(), arguments.join(" "))
        }
        Node::Call(Head::User(name), _) => name.clone(),
    }
}

fn name(binary: Binary) -> &'static str {
    match binary {
        Binary::Add => "+",
        Binary::Subtract => "-",
        Binary::Multiply => "*",
        Binary::Divide => "/",
        Binary::Modulo => "mod",
        Binary::Power => "^",
        Binary::Equal => "==",
        Binary::Less => "<",
        Binary::And => "and",
        Binary::Or => "or",
        Binary::NotEqual | Binary::LessEqual | Binary::Greater | Binary::GreaterEqual => "compare",
    }
}

/// The oracle: how tightly operators bind stands here once more, in one table.
struct Climber<'a> {
    tokens: &'a [Token],
    at: usize,
}

const UNARY: u8 = 80;
const POWER: u8 = 90;

impl Climber<'_> {
    fn operator(&self) -> Option<(u8, &'static str)> {
        Some(match &self.tokens.get(self.at)?.kind {
            TokenKind::Word(word) => match word.as_str() {
                "or" => (10, "or"),
                "xor" => (20, "xor"),
                "and" => (30, "and"),
                "mod" => (70, "mod"),
                "div" => (70, "div"),
                _ => return None,
            },
            TokenKind::Sign(sign) => match sign {
                Sign::Equal => (40, "=="),
                Sign::Less => (40, "<"),
                Sign::ShiftLeft => (50, "shl"),
                Sign::ShiftRight => (50, "shr"),
                Sign::Plus => (60, "+"),
                Sign::Minus => (60, "-"),
                Sign::Times => (70, "*"),
                Sign::Divide => (70, "/"),
                Sign::Power => (POWER, "^"),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn is_sign(&self, sign: Sign) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.kind == TokenKind::Sign(sign))
    }

    fn expression(&mut self, least: u8) -> String {
        let mut left = self.operand();
        while let Some((rank, name)) = self.operator().filter(|(rank, _)| *rank >= least) {
            self.at += 1;
            // Powers associate to the right, and what stands in the exponent may have a sign.
            let right = self.expression(if rank == POWER { UNARY } else { rank + 1 });
            left = format!("({name} {left} {right})");
        }
        left
    }

    fn operand(&mut self) -> String {
        let token = &self.tokens[self.at];
        self.at += 1;
        let mut operand = match &token.kind {
            TokenKind::Number { mantissa, .. } => mantissa.to_string(),
            TokenKind::Sign(Sign::Minus) => return format!("(neg {})", self.expression(UNARY)),
            TokenKind::Sign(Sign::Open) => {
                let inner = self.expression(0);
                self.at += 1;
                inner
            }
            TokenKind::Word(word) => self.call(word),
            other => panic!("the strategy makes no {other:?}"),
        };
        while self.is_sign(Sign::Bang) || self.is_sign(Sign::Percent) {
            let function = if self.is_sign(Sign::Bang) { Function::Factorial } else { Function::Percent };
            operand = format!("({} {operand})", function.name());
            self.at += 1;
        }
        operand
    }

    fn call(&mut self, word: &str) -> String {
        let mut arguments = Vec::new();
        while !self.is_sign(Sign::Close) {
            self.at += 1;
            arguments.push(self.expression(0));
        }
        self.at += 1;
        format!("({word} {})", arguments.join(" "))
    }
}

fn line() -> impl Strategy<Value = String> {
    let leaf = (1u32..100).prop_map(|number| number.to_string());
    leaf.prop_recursive(6, 60, 4, |inner| {
        let operators = prop::sample::select(vec![
            " + ", " - ", " * ", " / ", "^", "^-", " mod ", " div ", " << ", " >> ", " and ", " or ", " xor ", " < ", " == ",
        ]);
        prop_oneof![
            6 => (inner.clone(), operators, inner.clone()).prop_map(|(left, sign, right)| format!("{left}{sign}{right}")),
            1 => inner.clone().prop_map(|inner| format!("-{inner}")),
            1 => inner.clone().prop_map(|inner| format!("({inner})")),
            1 => inner.clone().prop_map(|inner| format!("({inner})!")),
            1 => inner.clone().prop_map(|inner| format!("({inner})%")),
            1 => inner.clone().prop_map(|inner| format!("sqrt({inner})")),
            1 => (inner.clone(), inner).prop_map(|(one, other)| format!("max({one}; {other})")),
        ]
    })
}

fn tree(line: &str) -> Result<Expression, Error> {
    let tokens = lexer::tokens(line, &Notation::default())?;
    grammar::parse(&syntax::normalise(&tokens, &NoNames)?)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_parsers_build_the_same_tree(line in line()) {
        let tokens = lexer::tokens(&line, &Notation::default()).unwrap();
        let expected = Climber { tokens: &tokens, at: 0 }.expression(0);
        prop_assert_eq!(shown(&tree(&line).unwrap()), expected, "{}", line);
    }

    #[test]
    fn no_line_of_any_characters_makes_a_parser_panic(line in "\\PC{0,40}") {
        drop(tree(&line));
    }

    #[test]
    fn no_line_of_meaningful_characters_makes_a_parser_panic(line in "[0-9a-f.+*/^%!(),; x°²½√|<>=&~#in to-]{0,60}") {
        drop(tree(&line));
    }
}
