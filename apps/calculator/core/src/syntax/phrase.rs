//! Makes one word of the words of a unit's name: `nautical mile`, `square metre`, `miles per hour`.

use super::{Names, is_operator};
use crate::lexer::{Token, TokenKind};
use crate::unit::Unit;

/// The most words that name a unit: `cubic metre per second`.
const MAX_WORDS: usize = 4;

/// Returns the tokens with every such name in one word, its parts held by `_`.
pub(super) fn join(tokens: &[Token], names: &dyn Names) -> Vec<Token> {
    let mut joined = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (token, count) = phrase(&tokens[at..], names).unwrap_or_else(|| (token.clone(), 1));
        joined.push(token);
        at += count;
    }
    joined
}

/// Reads the longest name of several words at the start of the tokens.
fn phrase(tokens: &[Token], names: &dyn Names) -> Option<(Token, usize)> {
    let words: Vec<&str> = tokens.iter().take(MAX_WORDS).map_while(|token| word(token, names)).collect();
    (2..=words.len()).rev().find_map(|count| {
        let name = words[..count].join("_");
        let span = tokens[0].span.hull(tokens[count - 1].span);
        let is_unit = Unit::of_phrase(&name).is_some();
        is_unit.then(|| (Token { kind: TokenKind::Word(name), span, is_spaced: tokens[0].is_spaced }, count))
    })
}

fn word<'a>(token: &'a Token, names: &dyn Names) -> Option<&'a str> {
    match &token.kind {
        TokenKind::Word(word) if !names.is_variable(word) && !is_operator(word) => Some(word),
        _ => None,
    }
}
