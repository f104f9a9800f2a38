//! The machine that reads tokens from left to right, wanting an operand or an operator.

use super::{MAX_DEPTH, Names, Normal, Rank, target};
use crate::error::{Error, ErrorKind, Span};
use crate::expression::{Head, Leaf};
use crate::function::{Constant, Function};
use crate::lexer::{Sign, Token, TokenKind};
use crate::unit::Unit;
use dashu_ratio::RBig;

/// A piece of the text.
#[derive(Debug, Clone, Copy)]
enum Piece {
    Text(&'static str),
    Leaf(usize),
    Head(usize),
}

/// Something opened that the next operator of this rank or a looser one closes.
struct Pending {
    rank: Rank,
    close: Vec<Piece>,
}

/// What opened a stretch of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Line,
    Round,
    Call,
    List,
    Bar,
    Floor,
    Ceiling,
}

/// What the operand before this place was.
#[derive(Debug, Clone, PartialEq)]
enum Last {
    Number,
    Name,
    Closed,
    /// A unit behind a number.
    Unit(Unit),
}

/// A stretch between brackets, and where in the text its operands begin.
struct Frame {
    bracket: Bracket,
    span: Span,
    pendings: Vec<Pending>,
    segment: usize,
    xor: usize,
    shift: usize,
    product: usize,
    operand: usize,
    wraps: usize,
    close: Vec<Piece>,
    call: Option<(usize, usize)>,
    last: Last,
    is_converted: bool,
}

pub(super) struct Normaliser<'a> {
    tokens: &'a [Token],
    names: &'a dyn Names,
    at: usize,
    out: Vec<Piece>,
    frames: Vec<Frame>,
    leaves: Vec<(Leaf, Span)>,
    heads: Vec<(Head, Span)>,
    minuses: Vec<Span>,
    depth: usize,
    wants_operand: bool,
}

type Step = Result<(), Error>;

impl<'a> Normaliser<'a> {
    pub(super) fn new(tokens: &'a [Token], names: &'a dyn Names) -> Self {
        Self {
            tokens,
            names,
            at: 0,
            out: Vec::new(),
            frames: Vec::new(),
            leaves: Vec::new(),
            heads: Vec::new(),
            minuses: Vec::new(),
            depth: 0,
            wants_operand: true,
        }
    }

    pub(super) fn run(mut self) -> Result<Normal, Error> {
        if let Some(Token { kind: TokenKind::Sign(Sign::Assign), .. }) = self.tokens.last() {
            self.tokens = &self.tokens[..self.tokens.len() - 1];
        }
        if self.tokens.is_empty() {
            return Err(ErrorKind::Empty.into());
        }
        self.open(Bracket::Line, Span::default(), Vec::new(), None)?;
        while self.at < self.tokens.len() {
            if self.wants_operand { self.operand()? } else { self.operator()? }
        }
        let end = self.tokens.last().map_or(0, |token| token.span.end);
        if self.wants_operand {
            return Err(Error::at(ErrorKind::OperandExpected, Span::new(end, end)));
        }
        if self.frames.len() > 1 {
            return Err(Error::at(ErrorKind::NotClosed, self.frame().span));
        }
        self.close_pendings(Rank::Convert);
        let mut text = String::new();
        for piece in &self.out {
            match piece {
                Piece::Text(part) => text.push_str(part),
                Piece::Leaf(at) => text.push_str(&format!("n{at}")),
                Piece::Head(at) => text.push_str(&format!("f{at}")),
            }
        }
        Ok(Normal { text, leaves: self.leaves, heads: self.heads, minuses: self.minuses })
    }

    // Reading

    fn kind(&self, at: usize) -> Option<&'a TokenKind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    fn is_sign(&self, at: usize, sign: Sign) -> bool {
        self.kind(at) == Some(&TokenKind::Sign(sign))
    }

    fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Number { .. }))
    }

    fn span(&self) -> Span {
        self.tokens[self.at].span
    }

    fn error<T>(&self, kind: ErrorKind) -> Result<T, Error> {
        Err(Error::at(kind, self.span()))
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        match self.kind(at) {
            Some(TokenKind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Returns the unit a token is, when it stands where a unit may.
    fn unit(&self, at: usize) -> Result<Option<Unit>, Error> {
        let Some(word) = self.word(at) else { return Ok(None) };
        let is_call = self.is_sign(at + 1, Sign::Open) && self.function(word).is_some();
        if is_call || self.names.is_variable(word) || Constant::of_name(word).is_some() {
            return Ok(None);
        }
        if is_operator(word) && !(word.eq_ignore_ascii_case("in") && self.is_inch(at)) {
            return Ok(None);
        }
        self.names.unit(word).map_err(|error| error.or_at(self.tokens[at].span))
    }

    /// Whether `in` behind a number is the inch: it is not where a name to convert to follows.
    fn is_inch(&self, at: usize) -> bool {
        let is_behind_number = at > 0 && self.is_number(at - 1);
        is_behind_number && self.word(at + 1).is_none_or(is_operator)
    }

    fn function(&self, word: &str) -> Option<Head> {
        if self.names.is_function(word) {
            return Some(Head::User(word.to_owned()));
        }
        Function::of_name(word).map(Head::Function)
    }

    // Writing

    fn frame(&self) -> &Frame {
        self.frames.last().expect("the line's own frame is never closed")
    }

    fn frame_mut(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the line's own frame is never closed")
    }

    fn leaf(&mut self, leaf: Leaf, span: Span) -> Piece {
        self.leaves.push((leaf, span));
        Piece::Leaf(self.leaves.len() - 1)
    }

    fn head(&mut self, head: Head, span: Span) -> Piece {
        self.heads.push((head, span));
        Piece::Head(self.heads.len() - 1)
    }

    fn deepen(&mut self, span: Span) -> Step {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(Error::at(ErrorKind::TooDeep, span)) } else { Ok(()) }
    }

    fn open(&mut self, bracket: Bracket, span: Span, close: Vec<Piece>, call: Option<(usize, usize)>) -> Step {
        if bracket != Bracket::Line {
            self.deepen(span)?;
        }
        let start = self.out.len();
        self.frames.push(Frame {
            bracket,
            span,
            pendings: Vec::new(),
            segment: start,
            xor: start,
            shift: start,
            product: start,
            operand: start,
            wraps: 0,
            close,
            call,
            last: Last::Closed,
            is_converted: false,
        });
        self.wants_operand = true;
        Ok(())
    }

    fn pend(&mut self, rank: Rank, close: Vec<Piece>, span: Span) -> Step {
        self.deepen(span)?;
        self.frame_mut().pendings.push(Pending { rank, close });
        Ok(())
    }

    /// Closes everything that an operator of this rank ends.
    fn close_pendings(&mut self, rank: Rank) {
        while let Some(pending) = self.frame_mut().pendings.pop_if(|pending| pending.rank >= rank) {
            self.depth -= 1;
            self.out.extend(pending.close);
        }
    }

    fn begin_operand(&mut self) {
        let start = self.out.len();
        let wraps = std::mem::take(&mut self.frame_mut().wraps);
        self.depth -= wraps;
        self.frame_mut().operand = start;
    }

    fn end_operand(&mut self, last: Last, count: usize) {
        self.frame_mut().last = last;
        self.at += count;
        self.wants_operand = false;
    }

    /// Puts what has been written since `start` into a call: `f((` before, `)` and more behind.
    fn wrap(&mut self, start: usize, head: Head, span: Span) -> Step {
        self.deepen(span)?;
        self.frame_mut().wraps += 1;
        let head = self.head(head, span);
        drop(self.out.splice(start..start, [head, Piece::Text("((")]));
        Ok(())
    }

    // Operands

    fn operand(&mut self) -> Step {
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
        self.pend(Rank::Unit, vec![Piece::Text(")")], self.span())?;
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
    fn number_and_unit(&mut self, unit: Unit) {
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
        Ok(())
    }

    fn name(&mut self, word: &str) -> Step {
        if self.names.is_variable(word) {
            return self.simple(Leaf::Variable(word.to_owned()), Last::Name);
        }
        if word.eq_ignore_ascii_case("not") && !self.is_sign(self.at + 1, Sign::Open) {
            return self.prefix(Head::Function(Function::Not), Rank::Unit);
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

    // Operators

    fn operator(&mut self) -> Step {
        match &self.tokens[self.at].kind {
            TokenKind::Number { .. } => self.number_after_operand(),
            TokenKind::Superscript(power) => self.superscript(*power),
            TokenKind::Word(word) => self.word_after_operand(word),
            TokenKind::Sign(sign) => self.sign_after_operand(*sign),
            TokenKind::Root(_) | TokenKind::Result(_) => self.implied(),
            TokenKind::Date(_) => self.error(ErrorKind::OperatorExpected),
        }
    }

    /// A number behind an operand: the smaller unit of `5 ft 7 in`, or a factor behind a bracket.
    fn number_after_operand(&mut self) -> Step {
        match self.frame().last.clone() {
            Last::Unit(before) => match self.unit(self.at + 1)? {
                Some(unit) if unit.dimension() == before.dimension() => {
                    self.out.push(Piece::Text("+"));
                    self.number_and_unit(unit);
                    Ok(())
                }
                _ => self.error(ErrorKind::OperatorExpected),
            },
            Last::Closed => self.implied(),
            Last::Number | Last::Name => self.error(ErrorKind::OperatorExpected),
        }
    }

    fn superscript(&mut self, power: i64) -> Step {
        let span = self.span();
        let start = self.frame().operand;
        self.wrap(start, Head::Function(Function::Pow), span)?;
        let leaf = self.leaf(Leaf::Number(RBig::from(power), 0), span);
        self.out.extend([Piece::Text("),("), leaf, Piece::Text("))")]);
        self.at += 1;
        if let Last::Number = self.frame().last {
            self.frame_mut().last = Last::Name;
        }
        Ok(())
    }

    fn postfix(&mut self, function: Function) -> Step {
        let start = self.frame().operand;
        self.wrap(start, Head::Function(function), self.span())?;
        self.out.push(Piece::Text("))"));
        self.end_operand(Last::Name, 1);
        Ok(())
    }

    fn word_after_operand(&mut self, word: &str) -> Step {
        let lower = word.to_lowercase();
        if !self.names.is_variable(word) {
            match lower.as_str() {
                "mod" => return self.binary(Rank::Multiply, "%"),
                "of" => return self.binary(Rank::Multiply, "*"),
                "div" => return self.chained(Rank::Multiply, Function::Div),
                "and" => return self.binary(Rank::And, "&&"),
                "or" => return self.binary(Rank::Or, "||"),
                "xor" => return self.chained(Rank::Xor, Function::Xor),
                "to" | "in" => return self.convert(),
                _ => {}
            }
        }
        if let Last::Unit(_) = self.frame().last
            && let Some(unit) = self.unit(self.at)?
        {
            let leaf = self.leaf(Leaf::Unit(unit), self.span());
            self.out.push(Piece::Text("*"));
            self.begin_operand();
            self.out.push(leaf);
            self.end_operand(Last::Name, 1);
            return Ok(());
        }
        self.implied()
    }

    /// Multiplication without a sign. It ends an argument without brackets only before a bracket or a function:
    /// `sin 2x` is the sine of both.
    fn implied(&mut self) -> Step {
        let continues = match self.kind(self.at) {
            Some(TokenKind::Word(word)) => self.names.is_variable(word) || self.function(word).is_none(),
            _ => false,
        };
        let rank = if continues { Rank::Implied } else { Rank::Multiply };
        self.at -= 1;
        self.binary(rank, "*")
    }

    fn sign_after_operand(&mut self, sign: Sign) -> Step {
        match sign {
            Sign::Plus => self.binary(Rank::Add, "+"),
            Sign::Minus => self.binary(Rank::Add, "-"),
            Sign::Times => self.binary(Rank::Multiply, "*"),
            Sign::Divide => self.binary(Rank::Multiply, "/"),
            Sign::Power => self.power(),
            // A percentage has nothing to multiply in a number that follows at once: a remainder is meant.
            Sign::Percent if self.is_number(self.at + 1) => self.binary(Rank::Multiply, "%"),
            Sign::Percent => self.postfix(Function::Percent),
            Sign::PerMille => self.postfix(Function::PerMille),
            Sign::Bang if self.is_sign(self.at + 1, Sign::Bang) => self.double_factorial(),
            Sign::Bang => self.postfix(Function::Factorial),
            Sign::Degree => self.postfix(Function::Degree),
            Sign::Minute => self.postfix(Function::ArcMinute),
            Sign::Second => self.postfix(Function::ArcSecond),
            Sign::Less => self.binary(Rank::Compare, "<"),
            Sign::LessEqual => self.binary(Rank::Compare, "<="),
            Sign::Greater => self.binary(Rank::Compare, ">"),
            Sign::GreaterEqual => self.binary(Rank::Compare, ">="),
            Sign::Equal | Sign::Assign => self.binary(Rank::Compare, "=="),
            Sign::NotEqual => self.binary(Rank::Compare, "!="),
            Sign::And => self.binary(Rank::And, "&&"),
            Sign::Bar if self.is_in_bars() => self.close(Bracket::Bar),
            Sign::Bar => self.binary(Rank::Or, "||"),
            Sign::ShiftLeft => self.chained(Rank::Shift, Function::ShiftLeft),
            Sign::ShiftRight => self.chained(Rank::Shift, Function::ShiftRight),
            Sign::Arrow => self.convert(),
            Sign::Open | Sign::OpenFloor | Sign::OpenCeiling => self.implied(),
            Sign::OpenList | Sign::Tilde => self.error(ErrorKind::OperatorExpected),
            Sign::Separator => self.separator(),
            Sign::Close => self.close(Bracket::Round),
            Sign::CloseList => self.close(Bracket::List),
            Sign::CloseFloor => self.close(Bracket::Floor),
            Sign::CloseCeiling => self.close(Bracket::Ceiling),
        }
    }

    fn is_in_bars(&self) -> bool {
        self.frame().bracket == Bracket::Bar
    }

    fn double_factorial(&mut self) -> Step {
        self.at += 1;
        self.postfix(Function::DoubleFactorial)
    }

    fn binary(&mut self, rank: Rank, sign: &'static str) -> Step {
        self.end_of_operand(rank)?;
        self.out.push(Piece::Text(sign));
        // evalexpr reads `- -` and `<` followed by `=`, `/` by `/` as other signs: nothing may touch.
        self.out.push(Piece::Text(" "));
        self.begin_after(rank);
        Ok(())
    }

    fn end_of_operand(&mut self, rank: Rank) -> Step {
        if self.frame().is_converted {
            return self.error(ErrorKind::OperatorExpected);
        }
        self.close_pendings(rank);
        Ok(())
    }

    fn begin_after(&mut self, rank: Rank) {
        let start = self.out.len();
        let frame = self.frame_mut();
        if rank < Rank::Xor {
            frame.xor = start;
        }
        if rank < Rank::Shift {
            frame.shift = start;
        }
        if rank < Rank::Multiply {
            frame.product = start;
        }
        self.at += 1;
        self.wants_operand = true;
    }

    fn power(&mut self) -> Step {
        if self.frame().is_converted {
            return self.error(ErrorKind::OperatorExpected);
        }
        self.out.push(Piece::Text("^("));
        self.pend(Rank::Unit, vec![Piece::Text(")")], self.span())?;
        self.at += 1;
        self.wants_operand = true;
        Ok(())
    }

    /// An operator evalexpr lacks: what stands to its left since the last looser operator goes into a call.
    fn chained(&mut self, rank: Rank, function: Function) -> Step {
        self.end_of_operand(rank)?;
        let start = match rank {
            Rank::Xor => self.frame().xor,
            Rank::Shift => self.frame().shift,
            _ => self.frame().product,
        };
        self.wrap(start, Head::Function(function), self.span())?;
        self.out.push(Piece::Text("),("));
        let close = vec![Piece::Text("))")];
        self.pend(rank, close, self.span())?;
        // The right side begins chains of its own only at tighter ranks.
        let right = self.out.len();
        let frame = self.frame_mut();
        if rank < Rank::Shift {
            frame.shift = right;
        }
        if rank < Rank::Multiply {
            frame.product = right;
        }
        self.at += 1;
        self.wants_operand = true;
        Ok(())
    }

    fn separator(&mut self) -> Step {
        let is_list = matches!(self.frame().bracket, Bracket::Call | Bracket::List);
        if !is_list {
            return self.error(ErrorKind::UnexpectedSeparator);
        }
        self.close_pendings(Rank::Convert);
        self.out.push(Piece::Text("),("));
        let start = self.out.len();
        let wraps = std::mem::take(&mut self.frame_mut().wraps);
        self.depth -= wraps;
        let frame = self.frame_mut();
        (frame.segment, frame.xor, frame.shift) = (start, start, start);
        (frame.product, frame.is_converted) = (start, false);
        if let Some((_, count)) = &mut frame.call {
            *count += 1;
        }
        self.at += 1;
        self.wants_operand = true;
        Ok(())
    }

    fn close(&mut self, bracket: Bracket) -> Step {
        let opened = self.frame().bracket;
        let fits = opened == bracket || (opened, bracket) == (Bracket::Call, Bracket::Round);
        if !fits || self.frames.len() == 1 {
            return self.error(ErrorKind::NotOpened);
        }
        self.close_pendings(Rank::Convert);
        let Some(frame) = self.frames.pop() else { return self.error(ErrorKind::NotOpened) };
        self.depth -= 1 + frame.wraps;
        self.out.extend(frame.close);
        if let Some((head, count)) = frame.call {
            self.check_arity(head, count)?;
        }
        self.end_operand(Last::Closed, 1);
        Ok(())
    }

    fn check_arity(&self, head: usize, given: usize) -> Step {
        let (Head::Function(function), span) = &self.heads[head] else { return Ok(()) };
        let (least, most) = function.arity();
        let is_list_call = given == 1 && most.is_none();
        if is_list_call || (given >= least && most.is_none_or(|most| given <= most)) {
            return Ok(());
        }
        let name = function.name().to_owned();
        Err(Error::at(ErrorKind::ArgumentCount { name, least, most, given }, *span))
    }

    fn convert(&mut self) -> Step {
        self.close_pendings(Rank::Convert);
        let span = self.span();
        let start = self.frame().segment;
        self.wrap(start, Head::Function(Function::Convert), span)?;
        self.out.push(Piece::Text("),("));
        self.at += 1;
        let (found, count) = target::read(&self.tokens[self.at..], self.names, span)?;
        let span = self.tokens[self.at].span.hull(self.tokens[self.at + count - 1].span);
        let leaf = self.leaf(Leaf::Target(found), span);
        self.out.extend([leaf, Piece::Text("))")]);
        self.frame_mut().is_converted = true;
        self.end_operand(Last::Closed, count);
        Ok(())
    }
}

/// Whether a word is an operator between operands.
fn is_operator(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "mod" | "div" | "of" | "and" | "or" | "xor" | "not" | "to" | "in")
}

fn is_currency(unit: &Unit) -> bool {
    let dimension = unit.dimension();
    dimension[dimension.len() - 1] == 1
}
