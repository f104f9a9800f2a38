//! Writes an expression for LaTeX's mathematics mode, with fractions, roots and powers as they are set.

use crate::expression::{Binary, Expression, Head, Leaf, Node, Target};
use crate::function::{Constant, Function};
use crate::locale::Notation;
use crate::unit::Unit;
use dashu_ratio::RBig;
use std::ops::RangeInclusive;

/// Numbers with so many digits before the decimal mark (negative: zeros behind it) are set without a power of ten.
const PLAIN: RangeInclusive<i64> = -6..=21;

/// How tightly what was written binds, the loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Convert,
    Or,
    And,
    Compare,
    Shift,
    Add,
    Multiply,
    Negative,
    Power,
    Atom,
}

/// A piece of LaTeX and how tightly it binds.
type Piece = (String, Rank);

/// Writes an expression; its numbers have the decimal mark of a notation.
pub fn expression(tree: &Expression, notation: &Notation) -> String {
    Writer { notation }.piece(tree).0
}

struct Writer<'a> {
    notation: &'a Notation,
}

impl Writer<'_> {
    fn piece(&self, tree: &Expression) -> Piece {
        match &tree.node {
            Node::Leaf(leaf) => self.leaf(leaf),
            Node::Negative(inner) => (format!("-{}", self.at(inner, Rank::Negative)), Rank::Negative),
            Node::Binary(binary, left, right) => self.binary(*binary, left, right),
            Node::Group(inner) => (bracketed(&self.piece(inner).0), Rank::Atom),
            Node::Call(Head::Function(function), arguments) => self.call(*function, arguments),
            Node::Call(Head::User(name), arguments) => self.named(&variable(name), arguments),
        }
    }

    /// Writes a part, in brackets where it binds more loosely than is needed.
    fn at(&self, tree: &Expression, least: Rank) -> String {
        let (text, rank) = self.piece(tree);
        if rank < least { bracketed(&text) } else { text }
    }

    fn free(&self, tree: &Expression) -> String {
        self.at(tree, Rank::Convert)
    }

    fn leaf(&self, leaf: &Leaf) -> Piece {
        let text = match leaf {
            Leaf::Number(mantissa, exponent) => return self.number(mantissa, *exponent),
            Leaf::Date(date) => format!("\\text{{{date}}}"),
            Leaf::Constant(constant) => constant_name(*constant).to_owned(),
            Leaf::Unit(unit) => unit_text(unit),
            Leaf::Variable(name) => variable(name),
            Leaf::Result(number) => format!("\\#{number}"),
            Leaf::Target(target) => target_text(target),
        };
        (text, Rank::Atom)
    }

    fn number(&self, mantissa: &RBig, exponent: i64) -> Piece {
        if !mantissa.is_int() {
            let ratio = fraction(&mantissa.numerator().to_string(), &mantissa.denominator().to_string());
            return (ratio, Rank::Multiply);
        }
        let (plain, power) = decimal(&mantissa.numerator().to_string(), exponent);
        let text = plain.replace('.', if self.notation.comma_is_decimal() { "{,}" } else { "." });
        if power == 0 { (text, Rank::Atom) } else { (format!("{text} \\times 10^{{{power}}}"), Rank::Multiply) }
    }

    fn binary(&self, binary: Binary, left: &Expression, right: &Expression) -> Piece {
        match binary {
            Binary::Divide if is_unit(right) => {
                return (format!("{}/{}", self.at(left, Rank::Multiply), self.free(right)), Rank::Multiply);
            }
            Binary::Divide => return (fraction(&self.free(left), &self.free(right)), Rank::Multiply),
            Binary::Power => {
                return (format!("{}^{{{}}}", self.at(left, Rank::Atom), self.free(right)), Rank::Power);
            }
            Binary::Multiply if is_unit(right) => {
                return (format!("{}\\,{}", self.at(left, Rank::Multiply), self.free(right)), Rank::Multiply);
            }
            _ => {}
        }
        let (sign, rank) = operator(binary);
        // What is subtracted, or divided with a rest, is bracketed where it is of the same rank.
        let is_loose = matches!(binary, Binary::Subtract | Binary::Modulo) && self.piece(right).1 == rank;
        let right = if is_loose { bracketed(&self.piece(right).0) } else { self.at(right, rank) };
        (format!("{} {sign} {right}", self.at(left, rank)), rank)
    }

    fn call(&self, function: Function, arguments: &[Expression]) -> Piece {
        use Function as F;
        let (Some(first), second) = (arguments.first(), arguments.get(1)) else {
            return self.named(&format!("\\operatorname{{{}}}", function.name()), arguments);
        };
        let between = |sign: &str, rank: Rank| {
            let right = second.map(|right| self.at(right, rank)).unwrap_or_default();
            (format!("{} {sign} {right}", self.at(first, rank)), rank)
        };
        let behind = |sign: &str| (format!("{}{sign}", self.at(first, Rank::Atom)), Rank::Power);
        let around =
            |left: &str, right: &str| (format!("\\left{left} {} \\right{right}", self.free(first)), Rank::Atom);
        match (function, second) {
            (F::Sqrt, None) => (format!("\\sqrt{{{}}}", self.free(first)), Rank::Atom),
            (F::Cbrt, None) => (format!("\\sqrt[3]{{{}}}", self.free(first)), Rank::Atom),
            (F::FourthRoot, None) => (format!("\\sqrt[4]{{{}}}", self.free(first)), Rank::Atom),
            (F::Root, Some(degree)) => (format!("\\sqrt[{}]{{{}}}", self.free(degree), self.free(first)), Rank::Atom),
            (F::Exp, None) => (format!("e^{{{}}}", self.free(first)), Rank::Power),
            (F::Pow, Some(exponent)) => self.binary(Binary::Power, first, exponent),
            (F::Log, Some(base)) => self.named(&format!("\\log_{{{}}}", self.free(base)), &arguments[..1]),
            (F::Abs, None) => around("|", "|"),
            (F::Floor, None) => around("\\lfloor", "\\rfloor"),
            (F::Ceil, None) => around("\\lceil", "\\rceil"),
            (F::List, _) => (format!("\\left[ {} \\right]", self.listed(arguments)), Rank::Atom),
            (F::Factorial, None) => behind("!"),
            (F::DoubleFactorial, None) => behind("!!"),
            (F::Percent, None) => behind("\\%"),
            (F::PerMille, None) => behind("\\unicode{x2030}"),
            (F::Degree, None) => behind("^{\\circ}"),
            (F::ArcMinute, None) => behind("'"),
            (F::ArcSecond, None) => behind("''"),
            (F::DegreesMinutes, _) => (self.sexagesimal(arguments), Rank::Power),
            (F::Choose, Some(of)) => (format!("\\binom{{{}}}{{{}}}", self.free(first), self.free(of)), Rank::Atom),
            (F::Convert, Some(_)) => between("\\to", Rank::Convert),
            (F::ShiftLeft, Some(_)) => between("\\ll", Rank::Shift),
            (F::ShiftRight, Some(_)) => between("\\gg", Rank::Shift),
            (F::Xor, Some(_)) if arguments.len() == 2 => between("\\oplus", Rank::Or),
            (F::Mod, Some(modulus)) => self.binary(Binary::Modulo, first, modulus),
            (F::Not, None) => (format!("\\lnot {}", self.at(first, Rank::Atom)), Rank::Negative),
            _ => self.named(&function_name(function), arguments),
        }
    }

    fn named(&self, name: &str, arguments: &[Expression]) -> Piece {
        (format!("{name}{}", bracketed(&self.listed(arguments))), Rank::Atom)
    }

    fn listed(&self, arguments: &[Expression]) -> String {
        let mark = if self.notation.comma_is_decimal() { "; " } else { ", " };
        arguments.iter().map(|argument| self.free(argument)).collect::<Vec<_>>().join(mark)
    }

    fn sexagesimal(&self, arguments: &[Expression]) -> String {
        let signs = ["^{\\circ}", "'", "''"];
        arguments.iter().zip(signs).map(|(part, sign)| self.free(part) + sign).collect()
    }
}

/// Whether a node is a unit or a power of one.
fn is_unit(tree: &Expression) -> bool {
    match &tree.node {
        Node::Leaf(Leaf::Unit(_)) => true,
        Node::Binary(Binary::Power, base, _) => is_unit(base),
        Node::Call(Head::Function(Function::Pow), arguments) => arguments.first().is_some_and(is_unit),
        _ => false,
    }
}

fn bracketed(text: &str) -> String {
    format!("\\left( {text} \\right)")
}

fn fraction(above: &str, below: &str) -> String {
    format!("\\frac{{{above}}}{{{below}}}")
}

/// Places the decimal mark in digits that count a power of ten; returns the power that is left for numbers far from one.
fn decimal(digits: &str, exponent: i64) -> (String, i64) {
    let length = i64::try_from(digits.len()).unwrap_or(i64::MAX);
    let point = length.saturating_add(exponent);
    let (point, power) = if PLAIN.contains(&point) || digits == "0" { (point, 0) } else { (1, point - 1) };
    let digits = if power == 0 { digits } else { digits.trim_end_matches('0') };
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    let text = match usize::try_from(point) {
        Ok(at) if at > 0 && at < digits.len() => format!("{}.{}", &digits[..at], &digits[at..]),
        Ok(at) if at > 0 => format!("{digits}{}", zeros(point - i64::try_from(digits.len()).unwrap_or(0))),
        _ => format!("0.{}{digits}", zeros(-point)),
    };
    (text, power)
}

fn operator(binary: Binary) -> (&'static str, Rank) {
    match binary {
        Binary::Add => ("+", Rank::Add),
        Binary::Subtract => ("-", Rank::Add),
        Binary::Multiply | Binary::Divide | Binary::Power => ("\\cdot", Rank::Multiply),
        Binary::Modulo => ("\\bmod", Rank::Multiply),
        Binary::Equal => ("=", Rank::Compare),
        Binary::NotEqual => ("\\ne", Rank::Compare),
        Binary::Less => ("<", Rank::Compare),
        Binary::LessEqual => ("\\le", Rank::Compare),
        Binary::Greater => (">", Rank::Compare),
        Binary::GreaterEqual => ("\\ge", Rank::Compare),
        Binary::And => ("\\land", Rank::And),
        Binary::Or => ("\\lor", Rank::Or),
    }
}

/// Returns the command of a function that LaTeX knows, else its name set upright.
fn function_name(function: Function) -> String {
    use Function as F;
    let command = match function {
        F::Ln
        | F::Sin
        | F::Cos
        | F::Tan
        | F::Cot
        | F::Sec
        | F::Csc
        | F::Min
        | F::Max
        | F::Gcd
        | F::Log
        | F::Sinh
        | F::Cosh
        | F::Tanh
        | F::Coth => return format!("\\{}", function.name()),
        F::Asin => "\\arcsin",
        F::Acos => "\\arccos",
        F::Atan => "\\arctan",
        F::Log2 => "\\log_{2}",
        F::Log10 => "\\log_{10}",
        F::Gamma => "\\Gamma",
        F::Argument => "\\arg",
        _ => return format!("\\operatorname{{{}}}", function.name()),
    };
    command.to_owned()
}

fn constant_name(constant: Constant) -> &'static str {
    match constant {
        Constant::Pi => "\\pi",
        Constant::Tau => "\\tau",
        Constant::E => "e",
        Constant::GoldenRatio => "\\varphi",
        Constant::Imaginary => "i",
        Constant::True => "\\text{true}",
        Constant::False => "\\text{false}",
        Constant::Today => "\\text{today}",
        Constant::Tomorrow => "\\text{tomorrow}",
        Constant::Yesterday => "\\text{yesterday}",
        Constant::Now => "\\text{now}",
    }
}

/// Sets a name of one letter as a variable, and longer ones as a word.
fn variable(name: &str) -> String {
    let name = name.replace('_', "\\_");
    if name.chars().count() == 1 { name } else { format!("\\mathit{{{name}}}") }
}

fn unit_text(unit: &Unit) -> String {
    let text = unit.to_string().replace('_', "\\_").replace('%', "\\%").replace('°', "{}^{\\circ}");
    let parts = text.split_inclusive(['*', '/']).map(|part| match part.trim_end_matches(['*', '/']).split_once('^') {
        Some((base, power)) => format!("{base}^{{{power}}}{}", &part[base.len() + 1 + power.len()..]),
        None => part.to_owned(),
    });
    format!("\\mathrm{{{}}}", parts.collect::<String>().replace('*', "\\cdot "))
}

fn target_text(target: &Target) -> String {
    let word = match target {
        Target::Unit(unit) => return unit_text(unit),
        Target::Mixed(units) => return units.iter().map(unit_text).collect::<Vec<_>>().join(" + "),
        Target::Base(base) => return format!("\\text{{base }} {base}"),
        Target::Percent => return "\\%".to_owned(),
        Target::Fraction => "fraction",
        Target::MixedFraction => "mixed",
        Target::Decimal => "decimal",
        Target::Scientific => "scientific",
        Target::Engineering => "engineering",
        Target::Sexagesimal => "sexagesimal",
    };
    format!("\\text{{{word}}}")
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::locale::Notation;
    use crate::{Calculator, Settings};

    fn shown(line: &str, tag: &str) -> String {
        let notation = Notation::of_language(tag).unwrap();
        let settings = Settings { notation, ..Settings::default() };
        Calculator::new(settings, None, Date::new(2026, 11, 24).unwrap()).latex(line).unwrap()
    }

    #[test]
    fn expressions_are_set_as_a_book_sets_them() {
        let cases = [
            ("1/2+3", "\\frac{1}{2} + 3"),
            ("(1+2)*3", "\\left( 1 + 2 \\right) \\cdot 3"),
            ("1-(2-3)", "1 - \\left( 2 - 3 \\right)"),
            ("2^3^2", "2^{3^{2}}"),
            ("(2^3)^2", "\\left( 2^{3} \\right)^{2}"),
            ("-2^2", "-2^{2}"),
            ("(1/2)^2", "\\left( \\frac{1}{2} \\right)^{2}"),
            ("sqrt(2)/2", "\\frac{\\sqrt{2}}{2}"),
            ("2 sin 30°", "2 \\cdot \\sin\\left( 30^{\\circ} \\right)"),
            ("5 km/h to m/s", "5\\,\\mathrm{km}/\\mathrm{h} \\to \\mathrm{m/s}"),
            ("6.02e23", "6.02 \\times 10^{23}"),
            ("100 + 10%", "100 + 10\\%"),
            ("|log2(8)|! = e^2", "\\left| \\log_{2}\\left( 8 \\right) \\right|! = e^{2}"),
            ("ncr(5,2) >= 3", "\\binom{5}{2} \\ge 3"),
            ("1/3 pi", "\\frac{1}{3} \\cdot \\pi"),
            ("⅓", "\\frac{1}{3}"),
            ("f(x) = x^2", "f\\left( x \\right) = x^{2}"),
            ("x = 5", "x = 5"),
            ("0.05 + 1e-9 + 1500", "0.05 + 1 \\times 10^{-9} + 1500"),
        ];
        for (line, expected) in cases {
            assert_eq!(shown(line, "en"), expected, "{line}");
        }
    }

    #[test]
    fn the_decimal_mark_is_that_of_the_language() {
        assert_eq!(shown("max(1,5;0,25)", "de"), "\\max\\left( 1{,}5; 0{,}25 \\right)");
    }
}
