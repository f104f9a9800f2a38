//! A calculator: settings, variables, functions and results, and lines that use and change them.

use crate::budget::Budget;
use crate::currency::Rates;
use crate::date::Date;
use crate::error::{Error, ErrorKind, Span};
use crate::evaluate::{Memory, evaluate};
use crate::expression::Expression;
use crate::format::{self, Text};
use crate::function::{Constant, Function};
use crate::grammar;
use crate::latex;
use crate::lexer::{self, Sign, Token, TokenKind};
use crate::syntax::{self, Names};
use crate::unit::Unit;
use crate::value::{Settings, Value};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

/// What a line was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The value.
    pub value: Value,
    /// The value as text.
    pub text: Text,
    /// The name the line defines; `None` where it only calculates.
    pub defines: Option<String>,
    /// The day of the exchange rates that were used; `None` where none were.
    pub rates: Option<Date>,
}

/// A calculator and what it remembers.
#[derive(Debug, Clone)]
pub struct Calculator {
    /// What the user has set.
    pub settings: Settings,
    /// What currencies are worth; `None` where no file of rates was found.
    pub rates: Option<Rates>,
    /// The moment lines are worked out.
    pub now: Date,
    variables: BTreeMap<String, Value>,
    functions: BTreeMap<String, (Vec<String>, Expression)>,
    /// By number, from one; `None` where a line has no result.
    results: Vec<Option<Value>>,
}

impl Calculator {
    /// Returns a calculator that remembers nothing.
    pub fn new(settings: Settings, rates: Option<Rates>, now: Date) -> Self {
        Self { settings, rates, now, variables: BTreeMap::new(), functions: BTreeMap::new(), results: Vec::new() }
    }

    /// Works out a line and remembers its result: as `ans`, by its number, and under the name it defines.
    ///
    /// # Errors
    /// What is wrong with the line, and where.
    pub fn enter(&mut self, line: &str, budget: &Budget) -> Result<Answer, Error> {
        let tokens = lexer::tokens(line, &self.settings.notation)?;
        if let Some((name, parameters, body)) = function_definition(&tokens) {
            return self.define_function(name, parameters, body, budget);
        }
        let (name, body) = definition(&tokens);
        if let Some(name) = name {
            check_name(name, tokens[0].span)?;
        }
        let answer = self.work_out(line, body, name, budget)?;
        self.results.push(Some(answer.value.clone()));
        drop(self.variables.insert("ans".to_owned(), answer.value.clone()));
        if let Some(name) = name {
            drop(self.functions.remove(name));
            drop(self.variables.insert(name.to_owned(), answer.value.clone()));
        }
        Ok(answer)
    }

    /// Works out a line and remembers nothing: what is shown while the user types.
    ///
    /// # Errors
    /// As [`Calculator::enter`].
    pub fn preview(&self, line: &str, budget: &Budget) -> Result<Answer, Error> {
        let tokens = lexer::tokens(line, &self.settings.notation)?;
        if function_definition(&tokens).is_some() {
            return self.clone().enter(line, budget);
        }
        let (name, body) = definition(&tokens);
        if let Some(name) = name {
            check_name(name, tokens[0].span)?;
        }
        self.work_out(line, body, name, budget)
    }

    /// Makes the next result that of `number` at least: lines without a result leave their numbers empty.
    pub fn skip_to(&mut self, number: usize) {
        let before = number.saturating_sub(1);
        if self.results.len() < before {
            self.results.resize(before, None);
        }
    }

    /// Reads a line as the body of a function of these parameters.
    ///
    /// # Errors
    /// What is wrong with the line, and where.
    pub fn body(&self, line: &str, parameters: &[String]) -> Result<Expression, Error> {
        self.parse(&lexer::tokens(line, &self.settings.notation)?, parameters)
    }

    fn work_out(&self, line: &str, tokens: &[Token], name: Option<&str>, budget: &Budget) -> Result<Answer, Error> {
        self.check_end(tokens)?;
        let scope = Scope::new(self, &[]);
        let tree = grammar::parse(&syntax::normalise(tokens, &scope)?)?;
        let value = evaluate(&tree, &self.settings, self, budget)?;
        let text = match self.settings.notation.answering(line) {
            Cow::Borrowed(_) => format::write(&value, &self.settings, budget),
            Cow::Owned(notation) => format::write(&value, &Settings { notation, ..self.settings.clone() }, budget),
        };
        let text = text.map_err(|error| error.or_at(tree.span))?;
        let rates = self.rates.as_ref().filter(|_| scope.has_exchanged.get()).map(|rates| rates.date);
        Ok(Answer { value, text, defines: name.map(str::to_owned), rates })
    }

    /// Writes a line, be it a sum or a definition, for LaTeX's mathematics mode.
    ///
    /// # Errors
    /// What is wrong with the line's syntax, and where.
    pub fn latex(&self, line: &str) -> Result<String, Error> {
        let tokens = lexer::tokens(line, &self.settings.notation)?;
        let body = |tokens: &[Token], parameters: &[String]| {
            self.parse(tokens, parameters).map(|tree| latex::expression(&tree, &self.settings.notation))
        };
        if let Some((name, parameters, rest)) = function_definition(&tokens) {
            let head = format!("{name}\\left( {} \\right)", parameters.join(", "));
            return Ok(format!("{head} = {}", body(rest, &parameters)?));
        }
        match definition(&tokens) {
            (Some(name), rest) => Ok(format!("{name} = {}", body(rest, &[])?)),
            (None, rest) => body(rest, &[]),
        }
    }

    /// Refuses `x =`, a definition not yet written to its end; `5 + 3 =` is a sum.
    fn check_end(&self, tokens: &[Token]) -> Result<(), Error> {
        let [Token { kind: TokenKind::Word(name), .. }, Token { kind: TokenKind::Sign(Sign::Assign), span, .. }] =
            tokens
        else {
            return Ok(());
        };
        let scope = Scope::new(self, &[]);
        if scope.is_variable(name) || Constant::of_name(name).is_some() || scope.unit(name)?.is_some() {
            return Ok(());
        }
        Err(Error::at(ErrorKind::OperandExpected, Span::new(span.end, span.end)))
    }

    fn parse(&self, tokens: &[Token], parameters: &[String]) -> Result<Expression, Error> {
        grammar::parse(&syntax::normalise(tokens, &Scope::new(self, parameters))?)
    }

    /// Reads the body of a function, in which its own name is the function: `h(n) = h(n - 1)` knows no hours.
    fn parse_own(&self, tokens: &[Token], parameters: &[String], name: &str) -> Result<Expression, Error> {
        let scope = Scope { own: Some(name), ..Scope::new(self, parameters) };
        grammar::parse(&syntax::normalise(tokens, &scope)?)
    }

    fn define_function(
        &mut self,
        name: &str,
        parameters: Vec<String>,
        body: &[Token],
        budget: &Budget,
    ) -> Result<Answer, Error> {
        budget.check()?;
        check_name(name, body[0].span)?;
        let tree = self.parse_own(body, &parameters, name)?;
        if let Some(span) = tree.endless_call(name) {
            return Err(Error::at(ErrorKind::Recursion, span));
        }
        drop(self.variables.remove(name));
        drop(self.functions.insert(name.to_owned(), (parameters.clone(), tree)));
        let text = format!("{name}({})", parameters.join(", "));
        let value = Value::List(Vec::new());
        Ok(Answer { value, text: Text { text, is_exact: true }, defines: Some(name.to_owned()), rates: None })
    }
}

impl Memory for Calculator {
    fn variable(&self, name: &str) -> Option<Value> {
        self.variables.get(own_name(name)).cloned()
    }

    fn result(&self, number: usize) -> Option<Value> {
        self.results.get(number.checked_sub(1)?)?.clone()
    }

    fn function(&self, name: &str) -> Option<(Vec<String>, Expression)> {
        self.functions.get(name).cloned()
    }

    fn now(&self) -> Date {
        self.now
    }
}

/// The names a line may use: parameters before all others.
struct Scope<'a> {
    calculator: &'a Calculator,
    parameters: &'a [String],
    /// The function whose body is read.
    own: Option<&'a str>,
    /// Whether the rate of a currency was looked up.
    has_exchanged: Cell<bool>,
}

impl<'a> Scope<'a> {
    fn new(calculator: &'a Calculator, parameters: &'a [String]) -> Self {
        Self { calculator, parameters, own: None, has_exchanged: Cell::new(false) }
    }
}

impl Names for Scope<'_> {
    fn is_variable(&self, name: &str) -> bool {
        let is_parameter = self.parameters.iter().any(|own| own == name);
        is_parameter || (self.own != Some(name) && self.calculator.variables.contains_key(own_name(name)))
    }

    fn is_function(&self, name: &str) -> bool {
        self.own == Some(name) || self.calculator.functions.contains_key(name)
    }

    fn unit(&self, name: &str) -> Result<Option<Unit>, Error> {
        let rates = self.calculator.rates.as_ref();
        if let Some(code) = crate::currency::code(name).or_else(|| rates?.code(name)) {
            self.has_exchanged.set(self.has_exchanged.get() || code != "EUR");
            return Rates::unit(rates, code).map(Some);
        }
        Ok(Unit::find(name))
    }
}

/// Returns the name a variable is kept under: the last result is known in any case.
fn own_name(name: &str) -> &str {
    if name.eq_ignore_ascii_case("ans") { "ans" } else { name }
}

/// Whether a name may be given a meaning: not those of the language.
fn check_name(name: &str, span: Span) -> Result<(), Error> {
    let is_own = syntax::is_operator(name) || name.eq_ignore_ascii_case("ans");
    if is_own || Constant::of_name(name).is_some() || Function::of_name(name).is_some() {
        return Err(Error::at(ErrorKind::NameTaken(name.to_owned()), span));
    }
    Ok(())
}

/// Splits `x = 5` into name and body.
fn definition(tokens: &[Token]) -> (Option<&str>, &[Token]) {
    match tokens {
        [Token { kind: TokenKind::Word(name), .. }, Token { kind: TokenKind::Sign(Sign::Assign), .. }, _, ..] => {
            (Some(name), &tokens[2..])
        }
        _ => (None, tokens),
    }
}

/// Splits `f(x, y) = x + y` into name, parameters and body.
fn function_definition(tokens: &[Token]) -> Option<(&str, Vec<String>, &[Token])> {
    let [Token { kind: TokenKind::Word(name), .. }, Token { kind: TokenKind::Sign(Sign::Open), .. }, rest @ ..] =
        tokens
    else {
        return None;
    };
    let mut parameters = Vec::new();
    let mut at = 0;
    loop {
        let TokenKind::Word(parameter) = &rest.get(at)?.kind else { return None };
        parameters.push(parameter.clone());
        match rest.get(at + 1)?.kind {
            TokenKind::Sign(Sign::Separator) => at += 2,
            TokenKind::Sign(Sign::Close) => break,
            _ => return None,
        }
    }
    let is_assigned = rest.get(at + 2)?.kind == TokenKind::Sign(Sign::Assign);
    (is_assigned && rest.len() > at + 3).then(|| (name.as_str(), parameters, &rest[at + 3..]))
}
