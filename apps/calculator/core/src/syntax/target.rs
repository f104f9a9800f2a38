//! Reads what a conversion leads to: a unit, several, or a way to write numbers.

use super::{Names, is_operator};
use crate::error::{Error, ErrorKind, Span};
use crate::expression::Target;
use crate::lexer::{Sign, Token, TokenKind};
use crate::unit::Unit;

/// Reads a target at the start of the tokens; returns it and how many tokens it has.
///
/// `span` is the place of the word that converts, for when nothing follows.
pub(super) fn read(tokens: &[Token], names: &dyn Names, span: Span) -> Result<(Target, usize), Error> {
    let Some(first) = tokens.first() else {
        return Err(Error::at(ErrorKind::UnknownTarget, Span::new(span.end, span.end)));
    };
    if let Some(found) = manner(tokens) {
        return Ok(found);
    }
    let mut units = Vec::new();
    let mut at = 0;
    loop {
        let (unit, count) = product(&tokens[at..], names)?;
        let Some(unit) = unit else {
            let span = tokens.get(at).map_or(first.span, |token| token.span);
            return Err(Error::at(ErrorKind::UnknownTarget, span));
        };
        units.push(unit);
        at += count;
        match tokens.get(at).map(|token| &token.kind) {
            Some(TokenKind::Sign(Sign::Plus)) => at += 1,
            Some(TokenKind::Word(word)) if word == "and" => at += 1,
            _ if is_smaller_part(&tokens[at..], units.last(), names)? => {}
            _ => break,
        }
    }
    let target = if units.len() == 1 { Target::Unit(units.remove(0)) } else { Target::Mixed(units) };
    Ok((target, at))
}

/// Whether a unit that measures the same as the one before follows: `ft in`, `h min s`.
fn is_smaller_part(tokens: &[Token], before: Option<&Unit>, names: &dyn Names) -> Result<bool, Error> {
    let (Some(Token { kind: TokenKind::Word(word), span, .. }), Some(before)) = (tokens.first(), before) else {
        return Ok(false);
    };
    // `in` is the inch where nothing follows that it could lead to.
    if is_operator(word) && !(word == "in" && tokens.len() == 1) {
        return Ok(false);
    }
    let unit = names.unit(word).map_err(|error| error.or_at(*span))?;
    Ok(unit.is_some_and(|unit| unit.dimension() == before.dimension()))
}

/// Reads `hex`, `base 7`, `fraction` ...
fn manner(tokens: &[Token]) -> Option<(Target, usize)> {
    if let TokenKind::Sign(Sign::Percent) = tokens.first()?.kind {
        return Some((Target::Percent, 1));
    }
    let TokenKind::Word(word) = &tokens.first()?.kind else { return None };
    let target = match word.to_lowercase().as_str() {
        "hex" | "hexadecimal" => Target::Base(16),
        "dec" => Target::Base(10),
        "decimal" => Target::Decimal,
        "oct" | "octal" => Target::Base(8),
        "bin" | "binary" => Target::Base(2),
        "fraction" | "frac" => Target::Fraction,
        "mixed" => Target::MixedFraction,
        "sci" | "scientific" => Target::Scientific,
        "eng" | "engineering" => Target::Engineering,
        "dms" | "hms" | "sexagesimal" => Target::Sexagesimal,
        "percent" => Target::Percent,
        "base" => return base(tokens.get(1)?),
        other => return base_word(other).map(|base| (Target::Base(base), 1)),
    };
    Some((target, 1))
}

fn base(token: &Token) -> Option<(Target, usize)> {
    let TokenKind::Number { mantissa, exponent: 0 } = &token.kind else { return None };
    let base = u32::try_from(mantissa.numerator()).ok().filter(|base| mantissa.is_int() && (2..=36).contains(base))?;
    Some((Target::Base(base), 2))
}

fn base_word(word: &str) -> Option<u32> {
    word.strip_prefix("base")?.trim_start_matches('_').parse().ok().filter(|base| (2..=36).contains(base))
}

/// Reads a product of units: `km/h`, `kg*m^2`, `m s^-1`, `1/s`.
fn product(tokens: &[Token], names: &dyn Names) -> Result<(Option<Unit>, usize), Error> {
    let mut whole: Option<Unit> = None;
    let (mut at, mut sign) = (0, 1);
    if let [one, Token { kind: TokenKind::Sign(Sign::Divide), .. }, _, ..] = tokens
        && matches!(&one.kind, TokenKind::Number { mantissa, exponent: 0 } if mantissa.is_one())
    {
        (at, sign) = (2, -1);
    }
    while let Some(token) = tokens.get(at) {
        if sign < 0
            && let Some(unit) = multiple(&tokens[at..], names)?
        {
            let unit = unit.pow(-1).ok_or_else(|| Error::at(ErrorKind::UnitPower, token.span))?;
            return Ok((whole.map(|whole| whole.beside(&unit)), at + 2));
        }
        let (TokenKind::Word(_) | TokenKind::Sign(Sign::Degree | Sign::Minute | Sign::Second)) = &token.kind else {
            break;
        };
        let Some((unit, count)) = power(&tokens[at..], names, sign)? else { break };
        whole = Some(match whole {
            None => unit,
            Some(whole) => whole.beside(&unit),
        });
        at += count;
        match tokens.get(at).map(|token| &token.kind) {
            Some(TokenKind::Sign(Sign::Divide)) => sign = -1,
            Some(TokenKind::Sign(Sign::Times)) => sign = 1,
            Some(TokenKind::Word(word)) if !is_operator(word) => {
                if is_smaller_part(&tokens[at..], whole.as_ref(), names)? {
                    break;
                }
                sign = 1;
                continue;
            }
            _ => break,
        }
        at += 1;
        if tokens.get(at).is_none() {
            let end = tokens[at - 1].span.end;
            return Err(Error::at(ErrorKind::OperandExpected, Span::new(end, end)));
        }
    }
    Ok((whole, at))
}

/// Reads so many of a unit below a stroke: `L/100km`.
fn multiple(tokens: &[Token], names: &dyn Names) -> Result<Option<Unit>, Error> {
    let [
        Token { kind: TokenKind::Number { mantissa, exponent: 0 }, .. },
        Token { kind: TokenKind::Word(word), span, .. },
        ..,
    ] = tokens
    else {
        return Ok(None);
    };
    let unit = names.unit(word).map_err(|error| error.or_at(*span))?;
    Ok(unit.and_then(|unit| unit.multiple(mantissa.numerator())).filter(|_| mantissa.is_int()))
}

/// Reads one unit and its power.
fn power(tokens: &[Token], names: &dyn Names, sign: i32) -> Result<Option<(Unit, usize)>, Error> {
    let unit = match &tokens[0].kind {
        TokenKind::Word(word) => names.unit(word).map_err(|error| error.or_at(tokens[0].span))?,
        TokenKind::Sign(Sign::Degree) => Unit::find("°"),
        TokenKind::Sign(Sign::Minute) => Unit::find("arcmin"),
        TokenKind::Sign(Sign::Second) => Unit::find("arcsec"),
        _ => None,
    };
    let Some(unit) = unit else { return Ok(None) };
    let (power, count) = match tokens.get(1).map(|token| &token.kind) {
        Some(TokenKind::Superscript(power)) => (i32::try_from(*power).ok(), 2),
        Some(TokenKind::Sign(Sign::Power)) => {
            let negative = matches!(tokens.get(2).map(|token| &token.kind), Some(TokenKind::Sign(Sign::Minus)));
            let at = 2 + usize::from(negative);
            let Some(TokenKind::Number { mantissa, exponent: 0 }) = tokens.get(at).map(|token| &token.kind) else {
                return Err(Error::at(ErrorKind::UnitPower, tokens[1].span));
            };
            let value = i32::try_from(mantissa.numerator()).ok().filter(|_| mantissa.is_int());
            (value.map(|value| if negative { -value } else { value }), at + 1)
        }
        _ => (Some(1), 1),
    };
    let power = power.and_then(|power| unit.pow(power.checked_mul(sign)?));
    power.map(|unit| Some((unit, count))).ok_or_else(|| Error::at(ErrorKind::UnitPower, tokens[0].span))
}
