//! The machine that reads tokens from left to right, wanting an operand or an operator.

mod operand;
mod operator;

use super::{MAX_DEPTH, Names, Normal, Rank};
use crate::error::{Error, ErrorKind, Span};
use crate::expression::{Head, Leaf};
use crate::function::{Constant, Function};
use crate::lexer::{Sign, Token, TokenKind};
use crate::unit::Unit;

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
        // A leading sign of equality is the habit of those who come from spreadsheets.
        if let [Token { kind: TokenKind::Sign(Sign::Assign), .. }, _, ..] = self.tokens {
            self.tokens = &self.tokens[1..];
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
}

/// Whether a word is an operator between operands.
pub(crate) fn is_operator(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "mod", "rem", "div", "of", "percent", "and", "or", "xor", "not", "shl", "lsh", "shr", "rsh", "rol", "ror",
        "to", "in",
    ];
    WORDS.iter().any(|operator| word.eq_ignore_ascii_case(operator))
}

fn is_currency(unit: &Unit) -> bool {
    let dimension = unit.dimension();
    dimension[dimension.len() - 1] == 1
}
