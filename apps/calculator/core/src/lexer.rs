//! Cuts a line into tokens, whatever script and notation its numbers are in.

mod number;

pub(crate) use number::lowered;

use crate::date::Date;
use crate::error::{Error, ErrorKind, Span};
use crate::locale::{Notation, digit_value};
use crate::unit::Unit;
use dashu_ratio::RBig;

/// The longest line, in bytes.
pub const MAX_LINE: usize = 64 * 1024;

/// The most tokens of a line.
pub const MAX_TOKENS: usize = 4096;

/// A part of the line with a meaning of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
    /// Whether white space stands before it.
    pub is_spaced: bool,
}

/// What a token can be.
#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind {
    /// A number: mantissa and power of ten. `is_literal_fraction` marks ½ and 2½.
    Number {
        /// The digits as a number.
        mantissa: RBig,
        /// The power of ten it is multiplied by.
        exponent: i64,
    },
    /// A day of the calendar, `2026-11-24`.
    Date(Date),
    /// A name: letters, digits behind them, °C, currency signs.
    Word(String),
    /// The third result: `#3`.
    Result(usize),
    /// Raised digits: `²`, `⁻¹`.
    Superscript(i64),
    /// √ (2), ∛ (3), ∜ (4).
    Root(u8),
    /// Any other sign.
    Sign(Sign),
}

/// Signs that stand alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sign {
    Plus,
    Minus,
    Times,
    Divide,
    Power,
    Percent,
    PerMille,
    Bang,
    Degree,
    Minute,
    Second,
    Open,
    Close,
    OpenList,
    CloseList,
    OpenFloor,
    CloseFloor,
    OpenCeiling,
    CloseCeiling,
    Bar,
    Separator,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    Assign,
    And,
    Tilde,
    ShiftLeft,
    ShiftRight,
    Arrow,
}

/// Cuts a line into tokens.
///
/// # Errors
/// [`ErrorKind::LineTooLong`], [`ErrorKind::TooManyTokens`], [`ErrorKind::UnexpectedCharacter`],
/// [`ErrorKind::MalformedNumber`], [`ErrorKind::NoSuchDate`], each at its place.
pub fn tokens(line: &str, notation: &Notation) -> Result<Vec<Token>, Error> {
    if line.len() > MAX_LINE {
        return Err(ErrorKind::LineTooLong.into());
    }
    let mut lexer = Lexer { line, at: 0, notation, calls: Vec::new(), tokens: Vec::new() };
    while lexer.next()? {}
    Ok(lexer.tokens)
}

struct Lexer<'a> {
    line: &'a str,
    at: usize,
    notation: &'a Notation,
    /// For every open bracket, whether commas in it part arguments.
    calls: Vec<bool>,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.line[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn peek_at(&self, ahead: usize) -> Option<char> {
        self.rest().chars().nth(ahead)
    }

    fn next(&mut self) -> Result<bool, Error> {
        let start = self.at;
        self.at += self.rest().chars().take_while(|&letter| is_blank(letter)).map(char::len_utf8).sum::<usize>();
        let is_spaced = self.at > start || start == 0;
        let Some(letter) = self.peek() else { return Ok(false) };
        if self.is_comment(letter, is_spaced) {
            return Ok(false);
        }
        let start = self.at;
        let kind = self.token(letter)?;
        if self.tokens.len() == MAX_TOKENS {
            return Err(Error::at(ErrorKind::TooManyTokens, Span::new(start, self.at)));
        }
        self.follow_brackets(&kind);
        self.tokens.push(Token { kind, span: Span::new(start, self.at), is_spaced });
        Ok(true)
    }

    /// A comment is `#` not followed by a digit, or `//` set off by spaces and not followed by a number: `7 // 2` is a
    /// whole division elsewhere, and must not be a seven.
    fn is_comment(&self, letter: char, is_spaced: bool) -> bool {
        match letter {
            '#' => self.peek_at(1).and_then(digit_value).is_none(),
            '/' => {
                let is_number = |text: &str| text.starts_with(|next| next == '(' || digit_value(next).is_some());
                let text = self.rest().strip_prefix("//").filter(|text| !is_number(text.trim_start()));
                is_spaced && text.is_some_and(|text| text.is_empty() || text.starts_with(char::is_whitespace))
            }
            _ => false,
        }
    }

    fn token(&mut self, letter: char) -> Result<TokenKind, Error> {
        let starts = digit_value(letter).is_some() || vulgar_fraction(letter).is_some() || self.starts_fraction(letter);
        if starts || number::subscript(self.rest()).is_some() {
            return self.number_or_date();
        }
        if letter == '#' {
            return self.result();
        }
        if let Some(value) = superscript(letter) {
            return Ok(self.superscript(value));
        }
        if let Some(word) = self.word(letter) {
            return Ok(TokenKind::Word(word));
        }
        let (kind, length) = sign(self.rest(), self.notation).ok_or_else(|| self.unexpected(letter))?;
        self.at += length;
        Ok(kind)
    }

    fn unexpected(&self, letter: char) -> Error {
        Error::at(ErrorKind::UnexpectedCharacter(letter), Span::new(self.at, self.at + letter.len_utf8()))
    }

    /// Whether the decimal mark opens a number, `.5`: never where the comma may part arguments.
    fn starts_fraction(&self, letter: char) -> bool {
        self.notation.is_decimal(letter) && self.peek_at(1).is_some_and(|next| digit_value(next).is_some())
    }

    fn number_or_date(&mut self) -> Result<TokenKind, Error> {
        let start = self.at;
        if let Some((date, length)) = Date::prefix(self.rest()) {
            self.at += length;
            let date = date.ok_or_else(|| Error::at(ErrorKind::NoSuchDate, Span::new(start, start + length)))?;
            return Ok(TokenKind::Date(date));
        }
        let commas_part = self.calls.last().copied().unwrap_or(false);
        let mut reader = number::Reader::new(self.rest(), self.notation, commas_part);
        let outcome = reader.read();
        let end = start + reader.position();
        let fault = start + reader.fault();
        let (mantissa, exponent) = outcome.map_err(|kind| Error::at(kind, Span::new(fault, end.max(fault + 1))))?;
        self.at = end;
        Ok(TokenKind::Number { mantissa, exponent })
    }

    fn result(&mut self) -> Result<TokenKind, Error> {
        let start = self.at;
        self.at += 1;
        let mut value = 0usize;
        while let Some(digit) = self.peek().and_then(digit_value) {
            value = value.saturating_mul(10).saturating_add(usize::from(digit));
            self.at += self.peek().map_or(0, char::len_utf8);
        }
        if value == 0 {
            return Err(Error::at(ErrorKind::NoResult(0), Span::new(start, self.at)));
        }
        Ok(TokenKind::Result(value))
    }

    fn superscript(&mut self, first: Raised) -> TokenKind {
        let mut negative = false;
        let mut value = 0i64;
        let mut next = Some(first);
        while let Some(raised) = next {
            match raised {
                Raised::Minus => negative = true,
                Raised::Plus => {}
                Raised::Digit(digit) => value = value.saturating_mul(10).saturating_add(digit),
            }
            self.at += self.peek().map_or(0, char::len_utf8);
            next = self.peek().and_then(superscript).filter(|raised| matches!(raised, Raised::Digit(_)));
        }
        TokenKind::Superscript(if negative { -value } else { value })
    }

    fn word(&mut self, letter: char) -> Option<String> {
        if let Some(unit) = match letter {
            '\u{2103}' => Some("°C"),
            '\u{2109}' => Some("°F"),
            '⊻' | '⊕' => Some("xor"),
            '∧' => Some("and"),
            '∨' => Some("or"),
            '€' | '$' | '£' | '¥' => Some(&self.line[self.at..self.at + letter.len_utf8()]),
            _ => None,
        } {
            self.at += letter.len_utf8();
            return Some(unit.to_owned());
        }
        let mut length = 0;
        if letter == '°' {
            let scale = self.peek_at(1).filter(|scale| matches!(scale, 'C' | 'F' | 'R' | 'c' | 'f'))?;
            if self.peek_at(2).is_some_and(|next| next.is_alphanumeric() || next == '_') {
                return None;
            }
            length = letter.len_utf8() + scale.len_utf8();
        } else if letter.is_alphabetic() || letter == '_' {
            length = self.unit_length().unwrap_or_else(|| word_length(self.rest()));
        }
        let word = (length > 0).then(|| self.rest()[..length].to_owned())?;
        self.at += length;
        Some(word)
    }

    /// Returns the bytes of a unit close between two numbers, `1h30m`; `None` where a name stands.
    fn unit_length(&self) -> Option<usize> {
        let before = self.tokens.last().filter(|before| before.span.end == self.at)?;
        let TokenKind::Number { .. } = before.kind else { return None };
        let rest = self.rest();
        let length = rest.find(|letter: char| !letter.is_alphabetic())?;
        let behind = rest[length..].trim_start_matches(|letter| digit_value(letter).is_some());
        let is_between = behind.len() < rest.len() - length && behind.starts_with(char::is_alphabetic);
        (is_between && Unit::find(&rest[..length]).is_some()).then_some(length)
    }

    fn follow_brackets(&mut self, kind: &TokenKind) {
        match kind {
            TokenKind::Sign(Sign::Open) => {
                let is_call = matches!(self.tokens.last(), Some(Token { kind: TokenKind::Word(_), .. }));
                self.calls.push(is_call);
            }
            TokenKind::Sign(Sign::OpenList) => self.calls.push(true),
            TokenKind::Sign(Sign::Close | Sign::CloseList) => drop(self.calls.pop()),
            _ => {}
        }
    }
}

/// Returns the bytes of the name a text begins with. π between letters of other scripts stands for itself: `2πr`.
fn word_length(text: &str) -> usize {
    let is_part = |&next: &char| {
        next.is_alphabetic() || matches!(next, '_' | '₀'..='₉') || digit_value(next).is_some() || is_mark(next)
    };
    let is_greek = |letter: char| matches!(letter, '\u{370}'..='\u{3ff}');
    let mut length = 0;
    let mut before = None;
    for letter in text.chars().take_while(is_part) {
        let is_border = |one: char, other: char| one == 'π' && !is_greek(other);
        if before.is_some_and(|before| is_border(before, letter) || is_border(letter, before)) {
            break;
        }
        length += letter.len_utf8();
        before = Some(letter);
    }
    length
}

/// White space, and the invisible marks that direct bidirectional text.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Combining marks within words of scripts that need them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// One raised character.
enum Raised {
    Digit(i64),
    Plus,
    Minus,
}

fn superscript(letter: char) -> Option<Raised> {
    Some(match letter {
        '⁰' => Raised::Digit(0),
        '¹' => Raised::Digit(1),
        '²' => Raised::Digit(2),
        '³' => Raised::Digit(3),
        '⁴'..='⁹' => Raised::Digit(i64::from(u32::from(letter) - u32::from('⁴')) + 4),
        '⁺' => Raised::Plus,
        '⁻' => Raised::Minus,
        _ => return None,
    })
}

/// Returns numerator and denominator of a fraction that is one character.
fn vulgar_fraction(letter: char) -> Option<(u8, u8)> {
    Some(match letter {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        '↉' => (0, 3),
        _ => return None,
    })
}

/// Reads one sign and says how many bytes it has.
fn sign(text: &str, notation: &Notation) -> Option<(TokenKind, usize)> {
    const LONG: &[(&str, Sign)] = &[
        ("**", Sign::Power),
        ("<<", Sign::ShiftLeft),
        (">>", Sign::ShiftRight),
        ("<=", Sign::LessEqual),
        (">=", Sign::GreaterEqual),
        ("==", Sign::Equal),
        ("!=", Sign::NotEqual),
        ("<>", Sign::NotEqual),
        ("->", Sign::Arrow),
        (":=", Sign::Assign),
        ("&&", Sign::And),
    ];
    if let Some(&(long, sign)) = LONG.iter().find(|(long, _)| text.starts_with(long)) {
        return Some((TokenKind::Sign(sign), long.len()));
    }
    let letter = text.chars().next()?;
    let kind = match letter {
        '√' => TokenKind::Root(2),
        '∛' => TokenKind::Root(3),
        '∜' => TokenKind::Root(4),
        ',' if notation.comma_is_decimal() => return None,
        letter => TokenKind::Sign(single_sign(letter)?),
    };
    Some((kind, letter.len_utf8()))
}

fn single_sign(letter: char) -> Option<Sign> {
    Some(match letter {
        '+' | '＋' => Sign::Plus,
        '-' | '−' | '–' | '‐' | '‑' | '－' => Sign::Minus,
        '*' | '×' | '·' | '⋅' | '∙' | '∗' | '•' | '＊' => Sign::Times,
        '/' | '÷' | '∕' | '⁄' | '∶' | '／' => Sign::Divide,
        '^' | '↑' => Sign::Power,
        '%' | '٪' | '％' => Sign::Percent,
        '‰' => Sign::PerMille,
        '!' => Sign::Bang,
        '°' => Sign::Degree,
        '\'' | '′' | '’' => Sign::Minute,
        '"' | '″' | '”' => Sign::Second,
        '(' | '（' => Sign::Open,
        ')' | '）' => Sign::Close,
        '[' | '{' => Sign::OpenList,
        ']' | '}' => Sign::CloseList,
        '⌊' => Sign::OpenFloor,
        '⌋' => Sign::CloseFloor,
        '⌈' => Sign::OpenCeiling,
        '⌉' => Sign::CloseCeiling,
        '|' => Sign::Bar,
        ',' | ';' | '،' | '؛' => Sign::Separator,
        '<' => Sign::Less,
        '≤' => Sign::LessEqual,
        '>' => Sign::Greater,
        '≥' => Sign::GreaterEqual,
        '≠' => Sign::NotEqual,
        '=' => Sign::Assign,
        '&' => Sign::And,
        '~' | '¬' => Sign::Tilde,
        '→' => Sign::Arrow,
        _ => return None,
    })
}
