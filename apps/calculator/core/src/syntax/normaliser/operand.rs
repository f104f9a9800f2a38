//! Where an operand is wanted: numbers with their units, names, functions, brackets and prefixes.

use super::{Bracket, Last, Normaliser, Piece, Step, is_currency, is_operator};
use crate::error::{Error, ErrorKind, Span};
use crate::expression::{Head, Leaf};
use crate::function::{Constant, Function};
use crate::lexer::{Sign, TokenKind, lowered};
use crate::syntax::Rank;
use crate::unit::Unit;
use dashu_ratio::RBig;

impl Normaliser<'_> {
    pub(super) fn operand(&mut self) -> Step {
        match &self.tokens[self.at].kind {
            TokenKind::Number { mantissa, exponent } => self.number(mantissa, *exponent),
            TokenKind::Date(date) => self.simple(Leaf::Date(*date), Last::Closed),
            TokenKind::Result(number) => self.simple(Leaf::Result(*number), Last::Name),
            TokenKind::Word(word) => self.name(word),
            TokenKind::Superscript(_) => self.error(ErrorKind::OperandExpected),
            TokenKind::Root(degree) => self.root(*degree),
            TokenKind::Sign(sign) => self.opening(*sign),
        }
    }

    fn simple(&mut self, leaf: Leaf, last: Last) -> Step {
        self.begin_operand();
        let piece = self.leaf(leaf, self.span());
        self.out.push(piece);
        self.end_operand(last, 1);
        Ok(())
    }

    fn number(&mut self, mantissa: &RBig, exponent: i64) -> Step {
        if self.is_sign(self.at + 1, Sign::Degree)
            && self.is_number(self.at + 2)
            && self.is_sign(self.at + 3, Sign::Minute)
        {
            return self.sexagesimal();
        }
        if self.is_sign(self.at + 1, Sign::Minute) || self.is_sign(self.at + 1, Sign::Second) {
            return self.feet();
        }
        let unit = if self.is_bare_number() { None } else { self.unit(self.at + 1)? };
        let Some(unit) = unit else { return self.simple(Leaf::Number(mantissa.clone(), exponent), Last::Number) };
        self.begin_operand();
        self.out.push(Piece::Text("("));
        self.pend(Rank::Quantity, vec![Piece::Text(")")], self.span())?;
        self.number_and_unit(unit);
        Ok(())
    }

    /// Whether the number belongs to a power or a fraction and not to the unit behind it: `2^3 m`, `1/2 mile`.
    fn is_bare_number(&self) -> bool {
        let Some(before) = self.at.checked_sub(1) else { return false };
        if self.is_sign(before, Sign::Power)
            || (self.is_sign(before, Sign::Minus) && before > 0 && self.is_sign(before - 1, Sign::Power))
        {
            return true;
        }
        let is_close = !self.tokens[self.at].is_spaced && !self.tokens[before].is_spaced;
        self.is_sign(before, Sign::Divide) && is_close && before > 0 && self.is_numerator(before - 1)
    }

    fn is_numerator(&self, at: usize) -> bool {
        self.is_number(at) || self.word(at).is_some_and(|word| Constant::of_name(word).is_some())
    }

    /// Writes a number and the unit behind it, inside brackets that are open.
    pub(super) fn number_and_unit(&mut self, unit: Unit) {
        let TokenKind::Number { mantissa, exponent } = &self.tokens[self.at].kind else { return };
        let number = self.leaf(Leaf::Number(mantissa.clone(), *exponent), self.span());
        let name = self.leaf(Leaf::Unit(unit.clone()), self.tokens[self.at + 1].span);
        self.out.extend([number, Piece::Text("*")]);
        self.begin_operand();
        self.out.push(name);
        self.end_operand(Last::Unit(unit), 2);
    }

    /// Reads 30°15′ and 30°15′20″.
    fn sexagesimal(&mut self) -> Step {
        let start = self.span();
        let has_seconds = self.is_number(self.at + 4) && self.is_sign(self.at + 5, Sign::Second);
        let count = if has_seconds { 6 } else { 4 };
        let span = start.hull(self.tokens[self.at + count - 1].span);
        self.begin_operand();
        let head = self.head(Head::Function(Function::DegreesMinutes), span);
        self.out.push(head);
        for at in (self.at..self.at + count).step_by(2) {
            let TokenKind::Number { mantissa, exponent } = &self.tokens[at].kind else { continue };
            let leaf = self.leaf(Leaf::Number(mantissa.clone(), *exponent), self.tokens[at].span);
            self.out.extend([Piece::Text(if at == self.at { "((" } else { "),(" }), leaf]);
        }
        self.out.push(Piece::Text("))"));
        self.end_operand(Last::Closed, count);
        Ok(())
    }

    /// Reads 5′7″, 5′ and 7″ as feet and inches.
    fn feet(&mut self) -> Step {
        self.begin_operand();
        self.out.push(Piece::Text("("));
        let pairs = if self.is_sign(self.at + 1, Sign::Minute)
            && self.is_number(self.at + 2)
            && self.is_sign(self.at + 3, Sign::Second)
        {
            2
        } else {
            1
        };
        for pair in 0..pairs {
            let at = self.at + 2 * pair;
            let TokenKind::Number { mantissa, exponent } = &self.tokens[at].kind else { continue };
            let unit = Unit::find(if self.is_sign(at + 1, Sign::Minute) { "ft" } else { "in" }).unwrap_or_default();
            let number = self.leaf(Leaf::Number(mantissa.clone(), *exponent), self.tokens[at].span);
            let unit = self.leaf(Leaf::Unit(unit), self.tokens[at + 1].span);
            self.out.extend([Piece::Text(if pair == 0 { "" } else { "+" }), number, Piece::Text("*"), unit]);
        }
        self.out.push(Piece::Text(")"));
        self.end_operand(Last::Closed, 2 * pairs);
        // `1'00` is neither a foot nor a hundred.
        if self.is_number(self.at) { self.error(ErrorKind::OperatorExpected) } else { Ok(()) }
    }

    fn name(&mut self, word: &str) -> Step {
        if self.names.is_variable(word) {
            return self.simple(Leaf::Variable(word.to_owned()), Last::Name);
        }
        if word.eq_ignore_ascii_case("not") && !self.is_sign(self.at + 1, Sign::Open) {
            return self.prefix(Head::Function(Function::Not), Rank::Not);
        }
        let constant = Constant::of_name(word);
        if let Some(constant) = constant {
            return self.simple(Leaf::Constant(constant), Last::Name);
        }
        if let Some(head) = self.function(word)
            && (self.is_sign(self.at + 1, Sign::Open) || !self.is_lone_unit(word)?)
        {
            return self.call(head);
        }
        if let Some(base) = logarithm_base(word) {
            return self.logarithm(base);
        }
        if is_operator(word) && Function::of_name(word).is_none() && !word.eq_ignore_ascii_case("in") {
            return self.error(ErrorKind::OperandExpected);
        }
        match self.names.unit(word).map_err(|error| error.or_at(self.span()))? {
            Some(unit) if self.is_number(self.at + 1) && is_currency(&unit) => self.currency(unit),
            Some(unit) => self.simple(Leaf::Unit(unit), Last::Name),
            None => self.error(ErrorKind::UnknownName(word.to_owned())),
        }
    }

    /// Whether a name that is both a function and a unit (`min`, `sec`) is the unit here: no argument follows.
    fn is_lone_unit(&self, word: &str) -> Result<bool, Error> {
        let follows = match self.kind(self.at + 1) {
            None => false,
            Some(TokenKind::Word(next)) => !is_operator(next),
            // A sign close to what follows it, and not to what stands before, is the argument's: `sec -35°`.
            Some(TokenKind::Sign(Sign::Minus)) => {
                let is_close = |at: usize| self.tokens.get(at).is_some_and(|token| !token.is_spaced);
                !is_close(self.at + 1) && is_close(self.at + 2)
            }
            Some(TokenKind::Sign(sign)) => {
                matches!(sign, Sign::Bar | Sign::OpenList | Sign::OpenFloor | Sign::OpenCeiling)
            }
            Some(_) => true,
        };
        Ok(!follows && self.names.unit(word)?.is_some())
    }

    /// Reads $5.
    fn currency(&mut self, unit: Unit) -> Step {
        self.begin_operand();
        let unit = self.leaf(Leaf::Unit(unit), self.span());
        let TokenKind::Number { mantissa, exponent } = &self.tokens[self.at + 1].kind else { return Ok(()) };
        let number = self.leaf(Leaf::Number(mantissa.clone(), *exponent), self.tokens[self.at + 1].span);
        self.out.extend([Piece::Text("("), number, Piece::Text("*"), unit, Piece::Text(")")]);
        self.end_operand(Last::Closed, 2);
        Ok(())
    }

    /// Reads a function: its power (`sin² x`), then arguments in brackets, or what follows without any.
    fn call(&mut self, head: Head) -> Step {
        let span = self.span();
        let (power, length) = self.function_power();
        let (head, power) = match (&head, power) {
            (Head::Function(function), Some(-1)) => match function.inverse() {
                Some(inverse) => (Head::Function(inverse), None),
                None => (head, power),
            },
            _ => (head, power),
        };
        let next = self.at + 1 + length;
        if self.is_sign(next, Sign::Open) {
            self.at = next;
            return self.open_call(head, span, power);
        }
        if next >= self.tokens.len() {
            let end = self.tokens[next - 1].span.end;
            return Err(Error::at(ErrorKind::OperandExpected, Span::new(end, end)));
        }
        let close = self.power_close(")", power, span);
        self.prefix_with(head, Rank::Multiply, close)?;
        self.at = next;
        Ok(())
    }

    /// Reads `log₃` and `log_3`: the base comes last in the call.
    fn logarithm(&mut self, base: u32) -> Step {
        let span = self.span();
        self.begin_operand();
        let head = self.head(Head::Function(Function::Log), span);
        let leaf = self.leaf(Leaf::Number(RBig::from(base), 0), span);
        self.out.extend([head, Piece::Text("((")]);
        let close = vec![Piece::Text("),("), leaf, Piece::Text("))")];
        self.at += 1;
        if self.is_sign(self.at, Sign::Open) {
            let bracket = self.span();
            self.at += 1;
            return self.open(Bracket::Round, bracket, close, None);
        }
        self.pend(Rank::Multiply, close, span)?;
        self.begin_chains(Rank::Multiply);
        Ok(())
    }

    /// Reads `²` or `^2` between a function and its argument; returns the power and how many tokens it has.
    fn function_power(&self) -> (Option<i64>, usize) {
        let next = self.at + 1;
        match self.kind(next) {
            Some(TokenKind::Superscript(power)) => (Some(*power), 1),
            Some(TokenKind::Sign(Sign::Power)) => {
                let negative = self.is_sign(next + 1, Sign::Minus);
                let at = next + 1 + usize::from(negative);
                match self.kind(at) {
                    Some(TokenKind::Number { mantissa, exponent: 0 }) if mantissa.is_int() => {
                        let value = i64::try_from(mantissa.numerator()).unwrap_or(0);
                        (Some(if negative { -value } else { value }), at + 1 - next)
                    }
                    _ => (None, 0),
                }
            }
            _ => (None, 0),
        }
    }

    fn power_close(&mut self, close: &'static str, power: Option<i64>, span: Span) -> Vec<Piece> {
        match power {
            None => vec![Piece::Text(close)],
            Some(power) => {
                let leaf = self.leaf(Leaf::Number(RBig::from(power), 0), span);
                vec![Piece::Text(close), Piece::Text("^("), leaf, Piece::Text(")")]
            }
        }
    }

    fn open_call(&mut self, head: Head, span: Span, power: Option<i64>) -> Step {
        self.begin_operand();
        let close = self.power_close("))", power, span);
        let bracket = self.tokens[self.at].span;
        let head = self.head(head, span);
        self.out.push(head);
        self.at += 1;
        if self.is_sign(self.at, Sign::Close) {
            self.out.push(Piece::Text("()"));
            self.check_arity(self.heads.len() - 1, 0)?;
            self.end_operand(Last::Closed, 1);
            return Ok(());
        }
        self.out.push(Piece::Text("(("));
        self.open(Bracket::Call, bracket, close, Some((self.heads.len() - 1, 1)))
    }

    fn prefix(&mut self, head: Head, rank: Rank) -> Step {
        self.prefix_with(head, rank, vec![Piece::Text(")")])
    }

    fn prefix_with(&mut self, head: Head, rank: Rank, close: Vec<Piece>) -> Step {
        self.begin_operand();
        let span = self.span();
        let head = self.head(head, span);
        self.check_arity(self.heads.len() - 1, 1)?;
        self.out.extend([head, Piece::Text("(")]);
        self.pend(rank, close, span)?;
        self.begin_chains(rank);
        self.at += 1;
        Ok(())
    }

    fn root(&mut self, degree: u8) -> Step {
        let function = match degree {
            2 => Function::Sqrt,
            3 => Function::Cbrt,
            _ => Function::FourthRoot,
        };
        if self.is_sign(self.at + 1, Sign::Open) {
            let span = self.span();
            self.at += 1;
            return self.open_call(Head::Function(function), span, None);
        }
        self.prefix(Head::Function(function), Rank::Unit)
    }

    fn opening(&mut self, sign: Sign) -> Step {
        let span = self.span();
        let (bracket, function) = match sign {
            Sign::Minus => {
                self.begin_operand();
                self.pend(Rank::Unit, Vec::new(), span)?;
                self.out.push(Piece::Text("-"));
                self.minuses.push(span);
                self.at += 1;
                return Ok(());
            }
            Sign::Plus => {
                self.pend(Rank::Unit, Vec::new(), span)?;
                self.at += 1;
                return Ok(());
            }
            Sign::Tilde => return self.prefix(Head::Function(Function::Not), Rank::Unit),
            Sign::Open => (Bracket::Round, None),
            Sign::OpenList => (Bracket::List, Some(Function::List)),
            Sign::Bar => (Bracket::Bar, Some(Function::Abs)),
            Sign::OpenFloor => (Bracket::Floor, Some(Function::Floor)),
            Sign::OpenCeiling => (Bracket::Ceiling, Some(Function::Ceil)),
            Sign::Close | Sign::CloseList | Sign::CloseFloor | Sign::CloseCeiling if self.frames.len() == 1 => {
                return self.error(ErrorKind::NotOpened);
            }
            _ => return self.error(ErrorKind::OperandExpected),
        };
        self.begin_operand();
        self.at += 1;
        let Some(function) = function else {
            self.out.push(Piece::Text("("));
            return self.open(bracket, span, vec![Piece::Text(")")], None);
        };
        let head = self.head(Head::Function(function), span);
        self.out.extend([head, Piece::Text("((")]);
        self.open(bracket, span, vec![Piece::Text("))")], Some((self.heads.len() - 1, 1)))
    }
}

/// The base a name of a logarithm ends in.
fn logarithm_base(word: &str) -> Option<u32> {
    let base = word.strip_prefix("log").or_else(|| word.strip_prefix("Log"))?;
    match base.strip_prefix('_') {
        Some(digits) => digits.parse().ok(),
        None => base.chars().map(lowered).collect::<Option<String>>()?.parse().ok(),
    }
}
