//! A line as a function of x on `f64`.

use crate::budget::Budget;
use crate::calculator::Calculator;
use crate::evaluate::Memory;
use crate::expression::{Binary, Expression, Head, Leaf, Node};
use crate::function::{Constant, Function as Name};
use crate::grammar::is_percentage;
use crate::value::{Angle, Value};
use crate::{ErrorKind, Span};
use std::f64::consts::{E, PI, TAU};

/// Why a line cannot be drawn.
pub type Error = crate::Error;

/// How deep functions of the user's may call each other.
const MAX_CALLS: usize = 16;
/// The most parts a function may have: what calls itself twice on every level must end.
const MAX_TERMS: usize = 10_000;

/// A function of x, ready to be asked for its values.
#[derive(Debug, Clone)]
pub struct Function(Term);

/// A part of a function.
#[derive(Debug, Clone)]
enum Term {
    Constant(f64),
    X,
    One(fn(f64) -> f64, Box<Term>),
    Two(fn(f64, f64) -> f64, Box<[Term; 2]>),
    Many(fn(&[f64]) -> f64, Vec<Term>),
    If(Box<[Term; 3]>),
}

impl Function {
    /// Reads a line as a function of x, with what the calculator knows: `x^2`, `y = 2x`, `f(x) = sin x`.
    ///
    /// # Errors
    /// Those of the line; [`ErrorKind::NumberNeeded`] at what has no place on a plane: units, dates, lists.
    pub fn new(line: &str, calculator: &Calculator) -> Result<Self, Error> {
        let start = body_start(line);
        let shift = |error: Error| {
            let span = error.span.map(|span| Span::new(span.start + start, span.end + start));
            Error { span, ..error }
        };
        let tree = calculator.body(&line[start..], &["x".to_owned()]).map_err(shift)?;
        let mut builder = Builder { calculator, terms: 0, calls: 0 };
        let scope = [("x".to_owned(), Part { term: Term::X, is_angle: false })];
        builder.part(&tree, &scope).map(|part| Self(part.term)).map_err(shift)
    }

    /// Returns the value there; NaN where there is none.
    pub fn at(&self, x: f64) -> f64 {
        self.0.at(x)
    }

    /// Returns the slope there, as a difference over a distance that suits the size of x.
    pub fn slope(&self, x: f64) -> f64 {
        let step = (x.abs() + 1.0) * 1e-4;
        let near = (self.at(x + step) - self.at(x - step)) / (2.0 * step);
        let nearer = (self.at(x + step / 2.0) - self.at(x - step / 2.0)) / step;
        // Richardson: the error of both is four times as large in the first.
        (4.0 * nearer - near) / 3.0
    }
}

impl Term {
    fn at(&self, x: f64) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::X => x,
            Self::One(function, inner) => function(inner.at(x)),
            Self::Two(function, inner) => function(inner[0].at(x), inner[1].at(x)),
            Self::Many(function, inner) => function(&inner.iter().map(|term| term.at(x)).collect::<Vec<_>>()),
            Self::If(parts) => parts[if parts[0].at(x) == 0.0 { 2 } else { 1 }].at(x),
        }
    }
}

/// Where the body begins: behind `y =` or `f(x) =`, where that stands before it.
fn body_start(line: &str) -> usize {
    let Some(at) = line.find('=') else { return 0 };
    let (head, rest) = (line[..at].trim(), &line[at + 1..]);
    let name = head
        .strip_suffix(')')
        .and_then(|head| head.split_once('('))
        .map_or(head, |(name, parameter)| if parameter.trim() == "x" { name.trim() } else { "" });
    let is_name = !name.is_empty() && name.chars().all(char::is_alphanumeric);
    if is_name && !rest.starts_with('=') { at + 1 } else { 0 }
}

#[derive(Clone)]
struct Part {
    term: Term,
    /// Whether it is an angle in radians, whatever the mode: `30°`.
    is_angle: bool,
}

impl From<Term> for Part {
    fn from(term: Term) -> Self {
        Self { term, is_angle: false }
    }
}

struct Builder<'a> {
    calculator: &'a Calculator,
    terms: usize,
    calls: usize,
}

type Scope = [(String, Part)];

impl Builder<'_> {
    fn part(&mut self, tree: &Expression, scope: &Scope) -> Result<Part, Error> {
        self.terms += 1;
        if self.terms > MAX_TERMS {
            return Err(ErrorKind::TooComplex.into());
        }
        let found = match &tree.node {
            Node::Leaf(leaf) => self.leaf(leaf, scope),
            Node::Group(inner) => self.part(inner, scope),
            Node::Negative(inner) => {
                let inner = self.part(inner, scope)?;
                Ok(Part { term: Term::One(|value| -value, Box::new(inner.term)), ..inner })
            }
            Node::Binary(binary, left, right) => self.binary(*binary, left, right, scope),
            Node::Call(Head::Function(name), arguments) => self.call(*name, arguments, scope),
            Node::Call(Head::User(name), arguments) => self.user(name, arguments, scope),
        };
        found.map_err(|error| error.or_at(tree.span))
    }

    fn leaf(&self, leaf: &Leaf, scope: &Scope) -> Result<Part, Error> {
        let value = match leaf {
            Leaf::Number(mantissa, exponent) => {
                let power = i32::try_from(*exponent).unwrap_or(if *exponent < 0 { i32::MIN } else { i32::MAX });
                mantissa.to_f64().value() * 10f64.powi(power)
            }
            Leaf::Constant(constant) => return constant_value(*constant).map(Part::from),
            Leaf::Variable(name) => {
                if let Some((_, part)) = scope.iter().find(|(own, _)| own == name) {
                    return Ok(part.clone());
                }
                let value = self.calculator.variable(name);
                self.number(value.ok_or_else(|| ErrorKind::UnknownName(name.clone()))?)?
            }
            Leaf::Result(number) => {
                let value = self.calculator.result(*number);
                self.number(value.ok_or(ErrorKind::NoResult(*number))?)?
            }
            Leaf::Date(_) | Leaf::Unit(_) | Leaf::Target(_) => return Err(ErrorKind::NumberNeeded.into()),
        };
        Ok(Term::Constant(value).into())
    }

    fn number(&self, value: Value) -> Result<f64, Error> {
        match value {
            Value::Number(number) => number.to_f64(&Budget::default()),
            Value::Written(inner, _) => self.number(*inner),
            _ => Err(ErrorKind::NumberNeeded.into()),
        }
    }

    fn binary(&mut self, binary: Binary, left: &Expression, right: &Expression, scope: &Scope) -> Result<Part, Error> {
        let is_part = matches!(binary, Binary::Add | Binary::Subtract) && is_percentage(right);
        let (left, right) = (self.part(left, scope)?, self.part(right, scope)?);
        let is_angle = left.is_angle || right.is_angle;
        let function: fn(f64, f64) -> f64 = match binary {
            Binary::Add if is_part => |value, part| value * (1.0 + part),
            Binary::Subtract if is_part => |value, part| value * (1.0 - part),
            Binary::Add => |left, right| left + right,
            Binary::Subtract => |left, right| left - right,
            Binary::Multiply => |left, right| left * right,
            Binary::Divide => |left, right| left / right,
            Binary::Modulo => floored_modulo,
            Binary::Power => f64::powf,
            Binary::Equal => |left, right| truth(left == right),
            Binary::NotEqual => |left, right| truth(left != right),
            Binary::Less => |left, right| truth(left < right),
            Binary::LessEqual => |left, right| truth(left <= right),
            Binary::Greater => |left, right| truth(left > right),
            Binary::GreaterEqual => |left, right| truth(left >= right),
            Binary::And | Binary::Or => return Err(ErrorKind::NumberNeeded.into()),
        };
        Ok(Part { term: Term::Two(function, Box::new([left.term, right.term])), is_angle })
    }

    fn user(&mut self, name: &str, arguments: &[Expression], scope: &Scope) -> Result<Part, Error> {
        let unknown = || Error::from(ErrorKind::UnknownName(name.to_owned()));
        let (parameters, body) = self.calculator.function(name).ok_or_else(unknown)?;
        if self.calls == MAX_CALLS {
            return Err(ErrorKind::Recursion.into());
        }
        if parameters.len() != arguments.len() {
            let (least, given) = (parameters.len(), arguments.len());
            return Err(ErrorKind::ArgumentCount { name: name.to_owned(), least, most: Some(least), given }.into());
        }
        let parts = arguments.iter().map(|argument| self.part(argument, scope)).collect::<Result<Vec<_>, _>>()?;
        let inner: Vec<_> = parameters.into_iter().zip(parts).collect();
        self.calls += 1;
        let found = self.part(&body, &inner);
        self.calls -= 1;
        // Places in the body are not places in this line.
        found.map_err(|error| Error { span: None, ..error })
    }

    fn call(&mut self, name: Name, arguments: &[Expression], scope: &Scope) -> Result<Part, Error> {
        let mut parts = arguments.iter().map(|argument| self.part(argument, scope)).collect::<Result<Vec<_>, _>>()?;
        if let ([part], Some(radians)) = (&mut parts[..], trigonometric(name)) {
            let term = std::mem::replace(&mut part.term, Term::X);
            let factor = if part.is_angle { 1.0 } else { radians_of(self.calculator.settings.angle) };
            return Ok(Term::One(radians, Box::new(scaled(term, factor))).into());
        }
        if let ([_], Some(function)) = (&parts[..], inverse_trigonometric(name)) {
            let angle = Term::One(function, Box::new(parts.remove(0).term));
            return Ok(scaled(angle, 1.0 / radians_of(self.calculator.settings.angle)).into());
        }
        if let ([part], Some(factor)) = (&mut parts[..], angle_sign(name)) {
            let term = std::mem::replace(&mut part.term, Term::X);
            return Ok(Part { term: scaled(term, factor), is_angle: true });
        }
        let terms: Vec<Term> = parts.into_iter().map(|part| part.term).collect();
        self.plain_call(name, terms).map(Part::from)
    }

    fn plain_call(&self, name: Name, mut terms: Vec<Term>) -> Result<Term, Error> {
        let missing = || Error::from(ErrorKind::NumberNeeded);
        if let Some(function) = of_many(name) {
            return Ok(Term::Many(function, terms));
        }
        match terms.len() {
            1 => Ok(Term::One(of_one(name).ok_or_else(missing)?, Box::new(terms.remove(0)))),
            2 => {
                let (second, first) = (terms.pop().ok_or_else(missing)?, terms.pop().ok_or_else(missing)?);
                let term = Term::Two(of_two(name).ok_or_else(missing)?, Box::new([first, second]));
                let is_angle = name == Name::Atan2;
                let turn = 1.0 / radians_of(self.calculator.settings.angle);
                Ok(if is_angle { scaled(term, turn) } else { term })
            }
            3 if name == Name::If => {
                let parts: [Term; 3] = terms.try_into().map_err(|_| missing())?;
                Ok(Term::If(Box::new(parts)))
            }
            _ => Err(missing()),
        }
    }
}

fn scaled(term: Term, factor: f64) -> Term {
    if factor == 1.0 {
        return term;
    }
    Term::Two(|left, right| left * right, Box::new([term, Term::Constant(factor)]))
}

fn truth(truth: bool) -> f64 {
    f64::from(u8::from(truth))
}

fn floored_modulo(left: f64, right: f64) -> f64 {
    left - right * (left / right).floor()
}

fn radians_of(angle: Angle) -> f64 {
    match angle {
        Angle::Radian => 1.0,
        Angle::Degree => PI / 180.0,
        Angle::Gradian => PI / 200.0,
    }
}

fn constant_value(constant: Constant) -> Result<Term, Error> {
    Ok(Term::Constant(match constant {
        Constant::Pi => PI,
        Constant::Tau => TAU,
        Constant::E => E,
        Constant::GoldenRatio => (1.0 + 5f64.sqrt()) / 2.0,
        Constant::True => 1.0,
        Constant::False => 0.0,
        Constant::Imaginary => return Err(ErrorKind::ComplexResult.into()),
        Constant::Today | Constant::Tomorrow | Constant::Yesterday | Constant::Now => {
            return Err(ErrorKind::NumberNeeded.into());
        }
    }))
}

/// Functions of an angle.
fn trigonometric(name: Name) -> Option<fn(f64) -> f64> {
    Some(match name {
        Name::Sin => f64::sin,
        Name::Cos => f64::cos,
        Name::Tan => f64::tan,
        Name::Cot => |x| x.tan().recip(),
        Name::Sec => |x| x.cos().recip(),
        Name::Csc => |x| x.sin().recip(),
        _ => return None,
    })
}

/// Functions that give an angle.
fn inverse_trigonometric(name: Name) -> Option<fn(f64) -> f64> {
    Some(match name {
        Name::Asin => f64::asin,
        Name::Acos => f64::acos,
        Name::Atan => f64::atan,
        Name::Acot => |x| PI / 2.0 - x.atan(),
        _ => return None,
    })
}

/// What a number before a sign of angles is, in radians.
fn angle_sign(name: Name) -> Option<f64> {
    Some(match name {
        Name::Degree => PI / 180.0,
        Name::ArcMinute => PI / 10_800.0,
        Name::ArcSecond => PI / 648_000.0,
        _ => return None,
    })
}

fn of_one(name: Name) -> Option<fn(f64) -> f64> {
    Some(match name {
        Name::Sqrt => f64::sqrt,
        Name::Cbrt => f64::cbrt,
        Name::FourthRoot => |x| x.sqrt().sqrt(),
        Name::Exp => f64::exp,
        Name::Ln => f64::ln,
        Name::Log | Name::Log10 => f64::log10,
        Name::Log2 => f64::log2,
        Name::Sinh => f64::sinh,
        Name::Cosh => f64::cosh,
        Name::Tanh => f64::tanh,
        Name::Coth => |x| x.tanh().recip(),
        Name::Sech => |x| x.cosh().recip(),
        Name::Csch => |x| x.sinh().recip(),
        Name::Asinh => f64::asinh,
        Name::Acosh => f64::acosh,
        Name::Atanh => f64::atanh,
        Name::Abs => f64::abs,
        Name::Sign => |x| if x == 0.0 { 0.0 } else { x.signum() },
        Name::Floor => f64::floor,
        Name::Ceil => f64::ceil,
        Name::Round => f64::round,
        Name::Trunc => f64::trunc,
        Name::Fract => f64::fract,
        Name::Factorial => |x| gamma(x + 1.0),
        Name::Gamma => gamma,
        Name::Percent => |x| x / 100.0,
        Name::PerMille => |x| x / 1000.0,
        _ => return None,
    })
}

fn of_two(name: Name) -> Option<fn(f64, f64) -> f64> {
    Some(match name {
        Name::Root => root,
        Name::Log => |x, base| x.ln() / base.ln(),
        Name::Pow => f64::powf,
        Name::Atan2 => f64::atan2,
        Name::Mod => floored_modulo,
        Name::Rem => |left, right| left % right,
        Name::Div => |left, right| (left / right).floor(),
        _ => return None,
    })
}

fn of_many(name: Name) -> Option<fn(&[f64]) -> f64> {
    Some(match name {
        Name::Hypot => |all| all.iter().copied().fold(0.0, f64::hypot),
        Name::Min => |all| all.iter().copied().fold(f64::INFINITY, f64::min),
        Name::Max => |all| all.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        Name::Sum => |all| all.iter().sum(),
        Name::Product => |all| all.iter().product(),
        Name::Mean => |all| all.iter().sum::<f64>() / all.len() as f64,
        _ => return None,
    })
}

/// The real root: negative numbers have odd ones.
fn root(x: f64, degree: f64) -> f64 {
    if x < 0.0 && degree.fract() == 0.0 && degree % 2.0 != 0.0 {
        return -(-x).powf(degree.recip());
    }
    x.powf(degree.recip())
}

/// Spec: Lanczos' approximation (1964) with g = 7 and nine terms, to 15 digits; reflected below one half.
fn gamma(x: f64) -> f64 {
    const TERMS: [f64; 9] = [
        0.999_999_999_999_809_9,
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x <= 0.0 && x.fract() == 0.0 {
        return f64::NAN;
    }
    if x < 0.5 {
        return PI / ((PI * x).sin() * gamma(1.0 - x));
    }
    let x = x - 1.0;
    let sum = TERMS.iter().enumerate().skip(1).fold(TERMS[0], |sum, (at, term)| sum + term / (x + at as f64));
    let base = x + 7.5;
    // In two halves: base^x alone overflows long before the product does.
    let half = base.powf((x + 0.5) / 2.0);
    TAU.sqrt() * half * (-base).exp() * half * sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::value::Settings;

    fn calculator(angle: Angle) -> Calculator {
        let settings = Settings { angle, ..Settings::default() };
        let mut calculator = Calculator::new(settings, None, Date::new(2026, 11, 25).unwrap());
        for line in ["a = 3", "g(t) = t^2 + a", "h(t) = t", "k(t) = h(t)", "h(t) = k(t)"] {
            let _answer = calculator.enter(line, &Budget::default()).unwrap();
        }
        calculator
    }

    fn at(line: &str, x: f64) -> f64 {
        Function::new(line, &calculator(Angle::Radian)).unwrap().at(x)
    }

    #[test]
    fn values_are_those_of_the_exact_calculator() {
        let exact = calculator(Angle::Radian);
        for line in [
            "x^2 - 2x + 1/3",
            "2 sin(1.2 x)",
            "e^(-x^2/3)",
            "√x + ∛x",
            "ln x / log(x+7) + log(x, 3)",
            "5!-x!",
            "|x-4|",
            "x mod 0.7",
            "atan2(x, 2)",
            "sin 30° + x",
            "g(x) - a",
            "if(x < 1, x, 7)",
            "200 + x%",
            "200 - 10%",
            "cot(x)+sec(x)-csc(x)",
            "asin(x/9)+acot(x)",
            "min(x, 1, 2) + max(x, 3) + mean(x, 4)",
            "root(x, 5)",
            "floor(x)+ceil(x)+round(x)+trunc(x)",
            "gamma(x + 0.25)",
            "#1 x",
            "sinh x - tanh x + asinh x",
            "2^3^x",
            "-x^2",
        ] {
            let function = Function::new(line, &exact).unwrap_or_else(|error| panic!("{line}: {error}"));
            for x in ["0.5", "1.25", "2.75"] {
                let mut own = exact.clone();
                let _answer = own.enter(&format!("x = {x}"), &Budget::default()).unwrap();
                let Value::Number(value) = own.preview(line, &Budget::default()).unwrap().value else {
                    panic!("{line}")
                };
                let (value, found) = (value.to_f64(&Budget::default()).unwrap(), function.at(x.parse().unwrap()));
                assert!((value - found).abs() <= 1e-12 * (1.0 + value.abs()), "{line} at {x}: {found}, not {value}");
            }
        }
    }

    #[test]
    fn angles_follow_the_mode_unless_they_say_themselves_what_they_are() {
        let degrees = calculator(Angle::Degree);
        let at = |line: &str, x| Function::new(line, &degrees).unwrap().at(x);
        assert!((at("sin(x)", 30.0) - 0.5).abs() < 1e-12);
        assert!((at("sin(x°)", 30.0) - 0.5).abs() < 1e-12);
        assert!((at("asin(x)", 0.5) - 30.0).abs() < 1e-12);
    }

    #[test]
    fn a_name_before_the_function_is_left_out() {
        for line in ["x^2", "y = x^2", "f(x) = x^2", "  f ( x )=x^2"] {
            assert_eq!(at(line, 3.0), 9.0, "{line}");
        }
        assert_eq!(at("x == 3", 3.0), 1.0);
        assert_eq!(at("if(x >= 3, 1, 2)", 3.0), 1.0);
    }

    #[test]
    fn what_cannot_be_drawn_says_where() {
        let span = |line: &str| Function::new(line, &calculator(Angle::Radian)).err().unwrap().span;
        assert_eq!(span("x + 3 km"), Some(Span::new(6, 8)));
        assert_eq!(span("y = x + )"), Some(Span::new(8, 9)));
        assert_eq!(span("x + nothing"), Some(Span::new(4, 11)));
        assert!(Function::new("h(x)", &calculator(Angle::Radian)).is_err(), "it calls itself");
        assert!(Function::new("", &calculator(Angle::Radian)).is_err());
    }

    #[test]
    fn slopes_are_good_to_many_digits() {
        let function = Function::new("sin x", &calculator(Angle::Radian)).unwrap();
        for x in [-3.0f64, 0.0, 0.7, 40.0] {
            assert!((function.slope(x) - x.cos()).abs() < 1e-8, "{x}");
        }
    }

    #[test]
    fn there_is_no_value_where_there_is_none() {
        for (line, x) in [("sqrt x", -1.0), ("ln x", -1.0), ("gamma(x)", -2.0), ("0/x", 0.0)] {
            assert!(at(line, x).is_nan(), "{line}");
        }
        assert!((at("x!", 170.0) / 7.257_415_615_307_994e306 - 1.0).abs() < 1e-10);
    }
}
