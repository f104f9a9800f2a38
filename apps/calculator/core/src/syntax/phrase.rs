//! Makes one token of several words: the name of a unit (`nautical mile`, `kilowatt-hours`), a number with its scale
//! (`5 million`), a function (`square root of`); and signs of the words people say for them (`plus`, `to the power of`).
//! Two spellings become several tokens: `15% off 80` and `2x3`.

use super::{Names, is_operator};
use crate::lexer::{Sign, Token, TokenKind};
use crate::unit::Unit;

/// The most words that name a unit: `cubic metre per second`.
const MAX_WORDS: usize = 4;

/// Returns the tokens with every such name in one word, its parts held by `_`.
pub(super) fn join(tokens: &[Token], names: &dyn Names) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        let is_operand = joined.last().is_some_and(ends_operand);
        if let Some((several, count)) = discount(rest).or_else(|| glued(rest, names).filter(|_| is_operand)) {
            joined.extend(several);
            at += count;
            continue;
        }
        let found = phrase(rest, names)
            .or_else(|| scaled(rest, names))
            .or_else(|| root(rest, names))
            .or_else(|| spoken(rest, names).filter(|_| is_operand));
        let (token, count) = found.unwrap_or_else(|| (token.clone(), 1));
        joined.push(token);
        at += count;
    }
    joined
}

/// Reads the longest name of several words at the start of the tokens.
fn phrase(tokens: &[Token], names: &dyn Names) -> Option<(Token, usize)> {
    let mut name = word(tokens.first()?, names)?.to_owned();
    let is_power = matches!(name.as_str(), "sq" | "cu");
    let mut at = 1;
    let mut found = None;
    for _ in 1..MAX_WORDS {
        at += usize::from(is_hyphen(tokens, at));
        let Some(next) = tokens.get(at) else { break };
        let inch = matches!(&next.kind, TokenKind::Word(word) if word == "in" && is_power).then_some("in");
        let Some(next) = inch.or_else(|| word(next, names)) else { break };
        name = format!("{name}_{next}");
        at += 1;
        if Unit::of_phrase(&name).is_some() {
            found = Some((name.clone(), at));
        }
    }
    let (name, count) = found?;
    let span = tokens[0].span.hull(tokens[count - 1].span);
    Some((Token { kind: TokenKind::Word(name), span, is_spaced: tokens[0].is_spaced }, count))
}

/// Whether a hyphen close to its neighbours stands there: `foot-pounds`.
fn is_hyphen(tokens: &[Token], at: usize) -> bool {
    let is_close = |at: usize| tokens.get(at).is_some_and(|token| !token.is_spaced);
    matches!(tokens.get(at), Some(Token { kind: TokenKind::Sign(Sign::Minus), .. })) && is_close(at) && is_close(at + 1)
}

fn word<'a>(token: &'a Token, names: &dyn Names) -> Option<&'a str> {
    match &token.kind {
        TokenKind::Word(word) if !names.is_variable(word) && !is_operator(word) => Some(word),
        _ => None,
    }
}

/// Reads a number and the name of the power of ten it counts: `2.5 million`.
fn scaled(tokens: &[Token], names: &dyn Names) -> Option<(Token, usize)> {
    let [Token { kind: TokenKind::Number { mantissa, exponent }, span, is_spaced }, scale, ..] = tokens else {
        return None;
    };
    let power = match word(scale, names)?.to_lowercase().trim_end_matches('s') {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" => 5,
        "million" => 6,
        "crore" => 7,
        "billion" => 9,
        "trillion" => 12,
        "quadrillion" => 15,
        "quintillion" => 18,
        _ => return None,
    };
    let kind = TokenKind::Number { mantissa: mantissa.clone(), exponent: exponent.saturating_add(power) };
    Some((Token { kind, span: span.hull(scale.span), is_spaced: *is_spaced }, 2))
}

/// Whether the tokens begin with these words; returns how many they are.
fn says(tokens: &[Token], words: &[&str]) -> Option<usize> {
    let is =
        |token: &Token, wanted: &str| matches!(&token.kind, TokenKind::Word(word) if word.eq_ignore_ascii_case(wanted));
    let all = tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, wanted)| is(token, wanted));
    all.then_some(words.len())
}

/// Reads the words for a root: `square root of`.
fn root(tokens: &[Token], names: &dyn Names) -> Option<(Token, usize)> {
    let _free = word(tokens.first()?, names)?;
    let (name, count) = [("square", "sqrt"), ("cube", "cbrt"), ("cubic", "cbrt")]
        .into_iter()
        .find_map(|(spoken, name)| Some((name, says(tokens, &[spoken, "root"])?)))?;
    let count = count + says(&tokens[count..], &["of"]).unwrap_or(0);
    let span = tokens[0].span.hull(tokens[count - 1].span);
    Some((Token { kind: TokenKind::Word(name.to_owned()), span, is_spaced: tokens[0].is_spaced }, count))
}

/// Reads `15% off` as `(100 - 15)% *`.
fn discount(tokens: &[Token]) -> Option<(Vec<Token>, usize)> {
    let [number @ Token { kind: TokenKind::Number { .. }, .. }, percent, ..] = tokens else {
        return None;
    };
    let is_percent =
        percent.kind == TokenKind::Sign(Sign::Percent) || says(std::slice::from_ref(percent), &["percent"]).is_some();
    let _off = says(&tokens[2..], &["off"]).filter(|_| is_percent)?;
    let span = number.span.hull(tokens[2].span);
    let hundred = TokenKind::Number { mantissa: 100.into(), exponent: 0 };
    let kinds = [
        TokenKind::Sign(Sign::Open),
        hundred,
        TokenKind::Sign(Sign::Minus),
        number.kind.clone(),
        TokenKind::Sign(Sign::Close),
        TokenKind::Sign(Sign::Percent),
        TokenKind::Sign(Sign::Times),
    ];
    Some((kinds.map(|kind| Token { kind, span, is_spaced: true }).into(), 3))
}

/// Reads `x3` behind a number as `* 3`, where neither `x` nor `x3` is a name.
fn glued(tokens: &[Token], names: &dyn Names) -> Option<(Vec<Token>, usize)> {
    let token = tokens.first()?;
    let digits = word(token, names)?.strip_prefix(['x', 'X'])?;
    if token.is_spaced || names.is_variable("x") || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mantissa: u64 = digits.parse().ok()?;
    let kinds = [TokenKind::Sign(Sign::Times), TokenKind::Number { mantissa: mantissa.into(), exponent: 0 }];
    Some((kinds.map(|kind| Token { kind, span: token.span, is_spaced: false }).into(), 1))
}

/// Reads the word for a sign behind an operand.
fn spoken(tokens: &[Token], names: &dyn Names) -> Option<(Token, usize)> {
    const POWER: [&[&str]; 4] = [
        &["to", "the", "power", "of"],
        &["to", "the", "power"],
        &["raised", "to", "the", "power", "of"],
        &["raised", "to"],
    ];
    if let Some(count) = POWER.iter().find_map(|words| says(tokens, words)) {
        let span = tokens[0].span.hull(tokens[count - 1].span);
        return Some((Token { kind: TokenKind::Sign(Sign::Power), span, is_spaced: tokens[0].is_spaced }, count));
    }
    let next = tokens.get(1);
    let is_number = next.is_some_and(|next| matches!(next.kind, TokenKind::Number { .. }));
    let (kind, count) = match word(&tokens[0], names)?.to_lowercase().as_str() {
        "plus" => (TokenKind::Sign(Sign::Plus), 1),
        "minus" => (TokenKind::Sign(Sign::Minus), 1),
        "times" => (TokenKind::Sign(Sign::Times), 1),
        "x" if is_number => (TokenKind::Sign(Sign::Times), 1),
        "per" | "over" => (TokenKind::Sign(Sign::Divide), 1),
        "divided" if next.and_then(|next| word(next, names)) == Some("by") => (TokenKind::Sign(Sign::Divide), 2),
        "as" | "into" if next.is_some_and(|next| is_target(next, names)) => (TokenKind::Word("to".to_owned()), 1),
        "squared" => (TokenKind::Superscript(2), 1),
        "cubed" => (TokenKind::Superscript(3), 1),
        _ => return None,
    };
    let span = tokens[0].span.hull(tokens[count - 1].span);
    Some((Token { kind, span, is_spaced: tokens[0].is_spaced }, count))
}

/// Whether the token can be what a conversion leads to.
fn is_target(token: &Token, names: &dyn Names) -> bool {
    let is_percent = match &token.kind {
        TokenKind::Word(word) => word == "percent",
        kind => *kind == TokenKind::Sign(Sign::Percent),
    };
    is_percent || word(token, names).is_some()
}

/// Whether an operator can follow the token.
fn ends_operand(token: &Token) -> bool {
    match &token.kind {
        TokenKind::Word(word) => !is_operator(word),
        TokenKind::Root(_) => false,
        TokenKind::Sign(sign) => matches!(
            sign,
            Sign::Percent
                | Sign::PerMille
                | Sign::Bang
                | Sign::Degree
                | Sign::Minute
                | Sign::Second
                | Sign::Close
                | Sign::CloseList
                | Sign::CloseFloor
                | Sign::CloseCeiling
                | Sign::Bar
        ),
        TokenKind::Number { .. } | TokenKind::Date(_) | TokenKind::Result(_) | TokenKind::Superscript(_) => true,
    }
}
