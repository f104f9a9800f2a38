//! Walks the tree of an expression and works out its value.

mod arithmetic;
mod complex;
mod finance;
mod functions;
mod residue;
mod statistics;
mod word;

pub(crate) use word::wrap;

use crate::budget::Budget;
use crate::date::Date;
use crate::error::{Error, ErrorKind, Span};
use crate::expression::{Binary, Expression, Head, Leaf, Node, Target};
use crate::function::{Constant, Function};
use crate::grammar::is_percentage;
use crate::real::Real;
use crate::unit::Unit;
use crate::value::{Settings, Value};
use std::cmp::Ordering;

/// What earlier lines have left behind.
pub trait Memory {
    /// Returns the value of a variable.
    fn variable(&self, name: &str) -> Option<Value>;
    /// Returns the result of that number, from one.
    fn result(&self, number: usize) -> Option<Value>;
    /// Returns the parameters and the body of a function of the user's.
    fn function(&self, name: &str) -> Option<(Vec<String>, Expression)>;
    /// Returns the moment the line is worked out.
    fn now(&self) -> Date;
}

/// How deep functions of the user's may call each other.
const MAX_CALLS: usize = 64;

/// Works out the value of a tree.
///
/// # Errors
/// What is wrong with the values, with the place of the part that is.
pub fn evaluate(tree: &Expression, settings: &Settings, memory: &dyn Memory, budget: &Budget) -> Result<Value, Error> {
    let evaluator = Evaluator { settings, memory, budget, arguments: Vec::new(), calls: 0 };
    Ok(match evaluator.value(tree)? {
        Value::Unit(unit) => Value::Quantity(Real::ONE, unit),
        other => other,
    })
}

struct Evaluator<'a> {
    settings: &'a Settings,
    memory: &'a dyn Memory,
    budget: &'a Budget,
    arguments: Vec<(String, Value)>,
    calls: usize,
}

type Found = Result<Value, Error>;

impl Evaluator<'_> {
    fn value(&self, tree: &Expression) -> Found {
        self.budget.check()?;
        let outcome = match &tree.node {
            Node::Leaf(leaf) => self.leaf(leaf),
            Node::Group(inner) => self.value(inner),
            Node::Negative(inner) => self.value(inner).and_then(|value| self.wrapped(self.negative(value)?)),
            Node::Binary(binary, left, right) => self.binary(*binary, left, right),
            Node::Call(Head::User(name), arguments) => self.user(name, arguments, tree.span),
            Node::Call(Head::Function(function), arguments) => self.call(*function, arguments),
        };
        outcome.map_err(|error| error.or_at(tree.span))
    }

    fn leaf(&self, leaf: &Leaf) -> Found {
        match leaf {
            Leaf::Number(mantissa, exponent) => {
                self.wrapped(Value::Number(Real::decimal(mantissa, *exponent, self.budget)?))
            }
            Leaf::Date(date) => Ok(Value::Date(*date)),
            Leaf::Constant(constant) => self.constant(*constant),
            Leaf::Unit(unit) => Ok(Value::Unit(unit.clone())),
            Leaf::Variable(name) => {
                let own = self.arguments.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
                own.or_else(|| self.memory.variable(name)).ok_or_else(|| ErrorKind::UnknownName(name.clone()).into())
            }
            Leaf::Result(number) => self.memory.result(*number).ok_or_else(|| ErrorKind::NoResult(*number).into()),
            Leaf::Target(_) => Err(ErrorKind::KindMismatch.into()),
        }
    }

    fn constant(&self, constant: Constant) -> Found {
        Ok(match constant {
            Constant::Pi => Value::Number(Real::pi()),
            Constant::Tau => Value::Number(Real::pi().multiply(&Real::from(2), self.budget)?),
            Constant::E => Value::Number(Real::e()),
            Constant::GoldenRatio => {
                let sum = Real::from(5).square_root(self.budget)?.add(&Real::ONE, self.budget)?;
                Value::Number(sum.divide(&Real::from(2), self.budget)?)
            }
            Constant::Imaginary if self.settings.is_complex => Value::Complex(Real::ZERO, Real::ONE),
            Constant::Imaginary => return Err(ErrorKind::ComplexResult.into()),
            Constant::True => Value::Truth(true),
            Constant::False => Value::Truth(false),
            Constant::Today => self.days_from_now(0)?,
            Constant::Tomorrow => self.days_from_now(1)?,
            Constant::Yesterday => self.days_from_now(-1)?,
            Constant::Now => Value::Date(self.memory.now()),
        })
    }

    fn days_from_now(&self, days: i64) -> Found {
        let date = self.memory.now().without_time().plus_days(days);
        date.map(Value::Date).ok_or_else(|| ErrorKind::NoSuchDate.into())
    }

    fn binary(&self, binary: Binary, left: &Expression, right: &Expression) -> Found {
        if binary == Binary::Modulo
            && let Some(rest) = self.remainder_of_powers(left, right)?
        {
            return Ok(Value::Number(Real::from(rest)));
        }
        if let Some(truth) = self.chain(binary, left, right)? {
            return Ok(truth);
        }
        let first = self.value(left)?;
        if binary == Binary::Power
            && let Some(power) = self.power_of_negative(&first, right)?
        {
            return Ok(power);
        }
        let second = self.value(right)?;
        self.combine(binary, (left, first), (right, second)).map_err(|error| match error.kind {
            ErrorKind::DivisionByZero | ErrorKind::UndecidableZero if binary != Binary::Power => {
                error.or_at(right.span)
            }
            ErrorKind::DimensionMismatch { .. } | ErrorKind::UnitPower => error.or_at(right.span),
            _ => error,
        })
    }

    fn combine(&self, binary: Binary, left: (&Expression, Value), right: (&Expression, Value)) -> Found {
        let ((left, first), (right, second)) = (left, right);
        let places = [(Kind::of(&first), left.span), (Kind::of(&second), right.span)];
        match binary {
            Binary::Add | Binary::Subtract if matches!((&first, &second), (Value::Date(_), Value::Quantity(..))) => {
                self.date_by_parts(first, binary, right, second)
            }
            Binary::Add if matches!((&first, &second), (Value::Quantity(..), Value::Date(_))) => {
                self.date_by_parts(second, binary, left, first)
            }
            Binary::Add | Binary::Subtract if is_percentage(right) && !matches!(first, Value::Date(_)) => {
                let part = self.multiply(first.clone(), second)?;
                self.wrapped(if binary == Binary::Add { self.add(first, part)? } else { self.subtract(first, part)? })
            }
            Binary::Add => self.wrapped(self.add(first, second)?),
            Binary::Subtract => self.wrapped(self.subtract(first, second)?),
            Binary::Multiply => self.wrapped(self.multiply(first, second)?),
            Binary::Divide if self.settings.word.is_some() => self.integer_divide(first, second),
            Binary::Divide => self.divide(first, second),
            Binary::Modulo => self.modulo(first, second),
            Binary::Power => self.wrapped(self.power(first, second)?),
            Binary::And | Binary::Or => self.bitwise(binary, first, second).map_err(|error| culprit(error, &places)),
            _ => self.comparison(binary, &first, &second),
        }
    }

    /// Moves a date by a sum of durations one after the other: a month and two days are no number of days.
    fn date_by_parts(&self, date: Value, binary: Binary, tree: &Expression, whole: Value) -> Found {
        let mut parts = Vec::new();
        self.durations(tree, binary, &mut parts)?;
        if parts.iter().any(|(_, part)| !matches!(part, Value::Quantity(..))) {
            parts = vec![(binary, whole)];
        }
        parts.into_iter().try_fold(date, |date, (sign, part)| match sign {
            Binary::Add => self.add(date, part),
            _ => self.subtract(date, part),
        })
    }

    fn durations(&self, tree: &Expression, sign: Binary, into: &mut Vec<(Binary, Value)>) -> Result<(), Error> {
        let Node::Binary(inner @ (Binary::Add | Binary::Subtract), left, right) = &tree.node else {
            into.push((sign, self.value(tree)?));
            return Ok(());
        };
        let other = if *inner == sign { Binary::Add } else { Binary::Subtract };
        self.durations(left, sign, into)?;
        self.durations(right, other, into)
    }

    /// `a < b < c` says both: each part is compared with the next one. `None` where the line is no such chain.
    fn chain(&self, binary: Binary, left: &Expression, right: &Expression) -> Result<Option<Value>, Error> {
        let Node::Binary(before, _, middle) = &left.node else { return Ok(None) };
        // `1 < 2 = true` asks whether a truth is one.
        if !binary.is_comparison() || !before.is_comparison() || matches!(self.value(right)?, Value::Truth(_)) {
            return Ok(None);
        }
        let both = (self.value(left)?, self.binary(binary, middle, right)?);
        let (Value::Truth(first), Value::Truth(second)) = both else { return Err(ErrorKind::TruthNeeded.into()) };
        Ok(Some(Value::Truth(first && second)))
    }

    /// A power of a negative number whose exponent is a whole number too large to be written out.
    fn power_of_negative(&self, base: &Value, exponent: &Expression) -> Result<Option<Value>, Error> {
        let Value::Number(base) = base else { return Ok(None) };
        if !matches!(exponent.node, Node::Binary(..)) || base.sign(self.budget)? != Ordering::Less {
            return Ok(None);
        }
        let Value::Number(large) = self.value(exponent)? else { return Ok(None) };
        if large.as_rational().is_some() {
            return Ok(None);
        }
        let Some(is_odd) = self.is_odd(exponent)? else { return Ok(None) };
        let size = self.power(Value::Number(base.negative()), Value::Number(large))?;
        if is_odd { self.negative(size).map(Some) } else { Ok(Some(size)) }
    }

    fn comparison(&self, binary: Binary, left: &Value, right: &Value) -> Found {
        if let (Value::Truth(left), Value::Truth(right)) = (left, right) {
            return match binary {
                Binary::Equal => Ok(Value::Truth(left == right)),
                Binary::NotEqual => Ok(Value::Truth(left != right)),
                _ => Err(ErrorKind::NumberNeeded.into()),
            };
        }
        if let Some(is_equal) = self.complex_equal(left, right)? {
            return match binary {
                Binary::Equal => Ok(Value::Truth(is_equal)),
                Binary::NotEqual => Ok(Value::Truth(!is_equal)),
                _ => Err(ErrorKind::RealNeeded.into()),
            };
        }
        let order = self.compare(left, right)?;
        Ok(Value::Truth(match binary {
            Binary::Equal => order == Ordering::Equal,
            Binary::NotEqual => order != Ordering::Equal,
            Binary::Less => order == Ordering::Less,
            Binary::LessEqual => order != Ordering::Greater,
            Binary::Greater => order == Ordering::Greater,
            _ => order != Ordering::Less,
        }))
    }

    fn user(&self, name: &str, arguments: &[Expression], span: Span) -> Found {
        let (parameters, body) =
            self.memory.function(name).ok_or_else(|| Error::from(ErrorKind::UnknownName(name.to_owned())))?;
        if self.calls >= MAX_CALLS {
            return Err(ErrorKind::Recursion.into());
        }
        let count = parameters.len();
        if arguments.len() != count {
            let (name, given) = (name.to_owned(), arguments.len());
            return Err(ErrorKind::ArgumentCount { name, least: count, most: Some(count), given }.into());
        }
        let values = arguments.iter().map(|argument| self.value(argument)).collect::<Result<Vec<_>, _>>()?;
        let inner =
            Evaluator { arguments: parameters.into_iter().zip(values).collect(), calls: self.calls + 1, ..*self };
        inner.value(&body).map_err(|error| Error { span: Some(span), ..error })
    }

    fn call(&self, function: Function, arguments: &[Expression]) -> Found {
        if function == Function::Convert {
            let [value, target] = arguments else { return Err(ErrorKind::KindMismatch.into()) };
            let Node::Leaf(Leaf::Target(aim)) = &target.node else { return Err(ErrorKind::UnknownTarget.into()) };
            let value = self.value(value)?;
            return self.convert(value, aim).map_err(|error| error.or_at(target.span));
        }
        if function == Function::If {
            let Value::Truth(truth) = self.value(&arguments[0])? else {
                return Err(Error::at(ErrorKind::TruthNeeded, arguments[0].span));
            };
            return self.value(&arguments[if truth { 1 } else { 2 }]);
        }
        if let (Function::Mod, [left, right]) = (function, arguments)
            && let Some(rest) = self.remainder_of_powers(left, right)?
        {
            return Ok(Value::Number(Real::from(rest)));
        }
        if let Some(base) = function.base() {
            let value = self.value(&arguments[0])?;
            return self.convert(value, &Target::Base(base)).map_err(|error| error.or_at(arguments[0].span));
        }
        let values = arguments.iter().map(|argument| self.value(argument)).collect::<Result<Vec<_>, _>>()?;
        let places: Vec<_> = values.iter().zip(arguments).map(|(value, tree)| (Kind::of(value), tree.span)).collect();
        let value = self.apply(function, values).map_err(|error| culprit(error, &places))?;
        self.wrapped(value)
    }

    fn convert(&self, value: Value, target: &Target) -> Found {
        match target {
            Target::Unit(unit) => self.to_unit(value, unit),
            Target::Mixed(units) => {
                let value = self.to_unit(value, units.first().unwrap_or(&Unit::default()))?;
                Ok(Value::Written(Box::new(value), target.clone()))
            }
            manner => {
                let inner = match value {
                    Value::Written(inner, _) => *inner,
                    Value::Unit(unit) => Value::Quantity(Real::ONE, unit),
                    other => other,
                };
                match inner {
                    Value::Number(_) | Value::Complex(..) | Value::Quantity(..) | Value::List(_) => {
                        Ok(Value::Written(Box::new(inner), manner.clone()))
                    }
                    _ => Err(ErrorKind::NumberNeeded.into()),
                }
            }
        }
    }
}

/// What matters of an argument when a function refuses it.
#[derive(PartialEq, Eq)]
enum Kind {
    Natural,
    Integer,
    Number,
    Other,
}

impl Kind {
    fn of(value: &Value) -> Self {
        match value {
            Value::Number(number) => match number.as_integer() {
                Some(integer) if *integer >= dashu_int::IBig::ZERO => Self::Natural,
                Some(_) => Self::Integer,
                None => Self::Number,
            },
            _ => Self::Other,
        }
    }
}

/// Places an error at the first argument that is not what it says is needed, or at the only one.
fn culprit(error: Error, arguments: &[(Kind, Span)]) -> Error {
    let is_at_fault = |kind: &Kind| match error.kind {
        ErrorKind::IntegerNeeded => matches!(kind, Kind::Number | Kind::Other),
        ErrorKind::NaturalNeeded => *kind != Kind::Natural,
        ErrorKind::NumberNeeded => *kind == Kind::Other,
        _ => false,
    };
    let found = match error.kind {
        // The amount, or the divisor, stands last.
        ErrorKind::ShiftRange | ErrorKind::DivisionByZero if arguments.len() > 1 => arguments.get(1),
        _ => arguments.iter().find(|(kind, _)| arguments.len() == 1 || is_at_fault(kind)),
    };
    match found {
        Some((_, span)) => error.or_at(*span),
        None => error,
    }
}
