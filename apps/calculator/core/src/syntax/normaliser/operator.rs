//! Where an operator is wanted: signs between operands and behind them, closing brackets, conversions.

use super::{Bracket, Last, Normaliser, Piece, Step, is_operator};
use crate::error::{Error, ErrorKind};
use crate::expression::{Head, Leaf};
use crate::function::Function;
use crate::lexer::{Sign, TokenKind};
use crate::syntax::{Rank, target};
use crate::unit::Unit;
use dashu_ratio::RBig;

impl Normaliser<'_> {
    pub(super) fn operator(&mut self) -> Step {
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
                // Behind hours the m of `1h30m` is a minute.
                Some(_) if before.is_time() && self.word(self.at + 1) == Some("m") => {
                    self.out.push(Piece::Text("+"));
                    self.number_and_unit(Unit::find("min").unwrap_or_default());
                    Ok(())
                }
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
                "rem" => return self.chained(Rank::Multiply, Function::Rem),
                "ncr" | "choose" => return self.chained(Rank::Multiply, Function::Choose),
                "npr" => return self.chained(Rank::Multiply, Function::Permutations),
                "percent" => return self.postfix(Function::Percent),
                "and" => return self.binary(Rank::And, "&&"),
                "or" => return self.binary(Rank::Or, "||"),
                "xor" => return self.chained(Rank::Xor, Function::Xor),
                "shl" | "lsh" => return self.chained(Rank::Shift, Function::ShiftLeft),
                "shr" | "rsh" => return self.chained(Rank::Shift, Function::ShiftRight),
                "rol" => return self.chained(Rank::Shift, Function::RotateLeft),
                "ror" => return self.chained(Rank::Shift, Function::RotateRight),
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
            Sign::Times => self.times("*"),
            Sign::Divide => self.times("/"),
            Sign::Power => self.power(),
            Sign::Percent if self.is_remainder() => self.binary(Rank::Multiply, "%"),
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
            Sign::Bar if self.opens_bars() => self.implied(),
            Sign::Bar => {
                self.at += usize::from(self.is_sign(self.at + 1, Sign::Bar) && !self.tokens[self.at + 1].is_spaced);
                self.binary(Rank::Or, "||")
            }
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

    /// Whether `%` is the remainder: before a number, which a percentage cannot multiply without a sign, and set off by
    /// spaces before any other operand.
    fn is_remainder(&self) -> bool {
        let next = self.at + 1;
        let is_operand = match self.kind(next) {
            Some(TokenKind::Word(word)) => !is_operator(word) || self.names.is_variable(word),
            Some(TokenKind::Sign(Sign::Open) | TokenKind::Root(_) | TokenKind::Result(_)) => true,
            _ => false,
        };
        let is_set_off = || self.tokens[self.at].is_spaced && self.tokens[next].is_spaced;
        self.is_number(next) || (is_operand && is_set_off())
    }

    /// Multiplies or divides; a unit close behind the sign belongs to the quantity before it: `100 km / 50 km/h`.
    fn times(&mut self, sign: &'static str) -> Step {
        let next = self.at + 1;
        let is_close = !self.tokens[self.at].is_spaced && self.tokens.get(next).is_some_and(|token| !token.is_spaced);
        let is_in_quantity = self.frame().pendings.iter().any(|pending| pending.rank == Rank::Quantity);
        let unit = if is_close && is_in_quantity && self.word(next).is_some() { self.unit(next)? } else { None };
        let Some(unit) = unit else { return self.binary(Rank::Multiply, sign) };
        self.close_pendings(Rank::Unit);
        self.out.push(Piece::Text(sign));
        self.begin_operand();
        let leaf = self.leaf(Leaf::Unit(unit), self.tokens[next].span);
        self.out.push(leaf);
        self.end_operand(Last::Name, 2);
        Ok(())
    }

    fn is_in_bars(&self) -> bool {
        self.frame().bracket == Bracket::Bar
    }

    /// Whether a bar behind an operand opens an absolute value that it is multiplied with, `2|-3|`, and is not the
    /// sign for `or`: bars come in pairs from here, the last of them closes, and this one is not set off by spaces.
    fn opens_bars(&self) -> bool {
        let is_close = |at: usize| self.tokens.get(at).is_some_and(|token| !token.is_spaced);
        if self.tokens[self.at].is_spaced && !is_close(self.at + 1) {
            return false;
        }
        let mut depth = 0usize;
        let mut bars = Vec::new();
        for (at, token) in self.tokens.iter().enumerate().skip(self.at) {
            match token.kind {
                TokenKind::Sign(Sign::Open | Sign::OpenList) => depth += 1,
                TokenKind::Sign(Sign::Close | Sign::CloseList | Sign::Separator) if depth == 0 => break,
                TokenKind::Sign(Sign::Close | Sign::CloseList) => depth -= 1,
                TokenKind::Sign(Sign::Bar) if depth == 0 => bars.push(at),
                _ => {}
            }
        }
        bars.len().is_multiple_of(2) && bars.last().is_some_and(|&last| !self.begins_operand(last + 1))
    }

    fn begins_operand(&self, at: usize) -> bool {
        match self.kind(at) {
            None => false,
            Some(TokenKind::Word(word)) => !is_operator(word),
            Some(TokenKind::Sign(sign)) => {
                matches!(sign, Sign::Open | Sign::OpenList | Sign::OpenFloor | Sign::OpenCeiling | Sign::Tilde)
            }
            Some(TokenKind::Superscript(_)) => false,
            Some(_) => true,
        }
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
        self.begin_chains(rank);
        self.at += 1;
        self.wants_operand = true;
    }

    /// Notes that what follows an operator of this rank begins chains of its own at every tighter one.
    pub(super) fn begin_chains(&mut self, rank: Rank) {
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
        self.begin_chains(rank);
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

    pub(super) fn check_arity(&self, head: usize, given: usize) -> Step {
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
