//! How well a few letters match one field of an application, in tiers from exact to mistyped.
//!
//! Fields are never joined. The value of a match is its tier times the weight of its field, so that a name that begins
//! with the query comes before a keyword that equals it; within one value the field that the query covers best wins.

use std::ops::Range;

/// How a query matches a field, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The whole field.
    Exact,
    /// The field begins so.
    Prefix,
    /// A word of the field begins so.
    WordPrefix,
    /// The first letters of the words.
    Acronym,
    /// Somewhere inside.
    Substring,
    /// The letters in this order, with others between them.
    Subsequence,
    /// With one or two letters mistyped.
    Typo,
}

impl Tier {
    /// What a match of this tier is worth, of 100.
    pub const fn value(self) -> u32 {
        match self {
            Self::Exact => 100,
            Self::Prefix => 90,
            Self::WordPrefix => 80,
            Self::Acronym => 70,
            Self::Substring => 60,
            Self::Subsequence => 30,
            Self::Typo => 25,
        }
    }
}

/// How freely a field is matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freedom {
    /// Every tier: names.
    Loose,
    /// From [`Tier::Exact`] to [`Tier::WordPrefix`]: long texts, where letters in order mean nothing.
    Words,
}

/// A query found in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// How.
    pub tier: Tier,
    /// How much of the field the query covers, of 99.
    pub cover: u32,
    /// The bytes of the folded field that the query stands for, in order.
    pub ranges: Vec<Range<usize>>,
}

/// Letters from which one of a query may be mistyped; fewer mean too much else.
const LETTERS_FOR_ONE_TYPO: usize = 5;
/// Letters from which two may be mistyped.
const LETTERS_FOR_TWO_TYPOS: usize = 9;
/// Latin letters from which they mean something inside a word, and from which others may stand between them.
const LETTERS_FOR_INSIDE: usize = 3;

/// Finds the best tier in which a folded query matches a folded field; `initials` is empty where acronyms mean nothing.
pub fn find(query: &str, field: &str, initials: &str, freedom: Freedom) -> Option<Match> {
    if query.is_empty() || field.is_empty() {
        return None;
    }
    let is_loose = freedom == Freedom::Loose;
    let (contiguous, inside) = match contiguous(query, field) {
        Some((Tier::Substring, ranges)) if is_short(query) => (None, Some((Tier::Subsequence, ranges))),
        found => (found, None),
    };
    let (tier, ranges) = contiguous
        .filter(|(tier, _)| is_loose || *tier <= Tier::WordPrefix)
        .or_else(|| acronym(query, field, initials).filter(|_| is_loose))
        .or_else(|| subsequence(query, field).filter(|_| is_loose))
        .or_else(|| inside.filter(|_| is_loose))
        .or_else(|| typo(query, field).filter(|_| is_loose))?;
    let cover = (query.len() * 99 / field.len().max(query.len())).min(99);
    Some(Match { tier, cover: u32::try_from(cover).unwrap_or(0), ranges })
}

type Found = (Tier, Vec<Range<usize>>);

fn contiguous(query: &str, field: &str) -> Option<Found> {
    let first = field.find(query)?;
    let tier = |at: usize| match at {
        0 if query.len() == field.len() => Tier::Exact,
        0 => Tier::Prefix,
        at if begins_word(field, at) => Tier::WordPrefix,
        _ => Tier::Substring,
    };
    let step = query.chars().next().map_or(1, char::len_utf8);
    let mut best = (tier(first), first);
    let mut at = first;
    while best.0 == Tier::Substring {
        let Some(next) = field[at + step..].find(query) else {
            break;
        };
        at += step + next;
        best = best.min((tier(at), at));
    }
    let found = best.1..best.1 + query.len();
    Some((best.0, vec![found]))
}

fn acronym(query: &str, field: &str, initials: &str) -> Option<Found> {
    if query.chars().count() < 2 || !initials.starts_with(query) {
        return None;
    }
    let mut letters = query.chars().peekable();
    let mut ranges = Vec::new();
    for (at, letter) in field.char_indices() {
        if letters.peek() == Some(&letter) && begins_word(field, at) {
            let _matched = letters.next();
            ranges.push(at..at + letter.len_utf8());
        }
    }
    // Capitals inside words are folded away: where not every letter begins a word, nothing is marked.
    let ranges = if letters.peek().is_none() { ranges } else { Vec::new() };
    Some((Tier::Acronym, ranges))
}

/// Whether so few letters stand inside many words by chance; one ideograph is a word already.
fn is_short(query: &str) -> bool {
    query.is_ascii() && query.len() < LETTERS_FOR_INSIDE
}

/// The letters in order; the first must begin a word (two letters: the field), else nearly everything matches.
fn subsequence(query: &str, field: &str) -> Option<Found> {
    let _second = query.chars().nth(1)?;
    let is_short = query.chars().count() < LETTERS_FOR_INSIDE;
    let mut letters = query.chars().peekable();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, letter) in field.char_indices() {
        let may_begin = if is_short { at == 0 } else { begins_word(field, at) };
        let is_wanted = letters.peek() == Some(&letter) && (!ranges.is_empty() || may_begin);
        if is_wanted {
            let _matched = letters.next();
            match ranges.last_mut() {
                Some(last) if last.end == at => last.end = at + letter.len_utf8(),
                _ => ranges.push(at..at + letter.len_utf8()),
            }
        }
    }
    // More pieces than letters between pieces: scattered letters are chance, not meaning. `ff` means Firefox all the same.
    let is_dense = is_short || ranges.len() * 2 <= query.chars().count() + 1;
    (letters.peek().is_none() && is_dense).then_some((Tier::Subsequence, ranges))
}

/// A word of the field, or several for a query of several, that begins with the query, one or two letters mistyped.
fn typo(query: &str, field: &str) -> Option<Found> {
    let letters: Vec<char> = query.chars().collect();
    let allowed = match letters.len() {
        LETTERS_FOR_TWO_TYPOS.. => 2,
        LETTERS_FOR_ONE_TYPO.. => 1,
        _ => return None,
    };
    let more = words(query).count().saturating_sub(1);
    let ends: Vec<usize> = words(field).map(|word| word.end).collect();
    words(field).enumerate().find_map(|(at, word)| {
        let span = word.start..ends.get(at + more).copied().unwrap_or(word.end);
        let text: Vec<char> = field[span.clone()].chars().take(letters.len() + allowed).collect();
        let is_near = text.len() + allowed >= letters.len() && prefix_distance(&letters, &text) <= allowed;
        is_near.then_some((Tier::Typo, vec![span]))
    })
}

/// The least number of letters wrong, missing, too many or swapped between the query and any beginning of the word.
///
/// Source: optimal string alignment distance (Damerau 1964; restricted edit distance), last row's minimum.
fn prefix_distance(query: &[char], word: &[char]) -> usize {
    let width = word.len() + 1;
    let (mut two_before, mut before): (Vec<usize>, Vec<usize>) = (vec![0; width], (0..width).collect());
    for (row, letter) in query.iter().enumerate() {
        let mut current = vec![row + 1; width];
        for column in 1..width {
            let change = usize::from(*letter != word[column - 1]);
            let mut least = (before[column - 1] + change).min(before[column] + 1).min(current[column - 1] + 1);
            if row > 0 && column > 1 && *letter == word[column - 2] && query[row - 1] == word[column - 1] {
                least = least.min(two_before[column - 2] + 1);
            }
            current[column] = least;
        }
        two_before = std::mem::replace(&mut before, current);
    }
    before.into_iter().min().unwrap_or(query.len())
}

fn begins_word(field: &str, at: usize) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric();
    field[at..].chars().next().is_some_and(is_letter) && !field[..at].chars().next_back().is_some_and(is_letter)
}

fn words(field: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let starts = field.char_indices().map(|(at, _)| at).filter(|at| begins_word(field, *at));
    starts.map(|start| {
        let length = field[start..].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(field.len() - start);
        start..start + length
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tier(query: &str, field: &str) -> Option<Tier> {
        let initials: String = words(field).filter_map(|word| field[word].chars().next()).collect();
        find(query, field, &initials, Freedom::Loose).map(|found| found.tier)
    }

    #[test]
    fn each_tier_is_told_from_the_next() {
        let cases = [
            ("firefox", "firefox", Some(Tier::Exact)),
            ("fire", "firefox", Some(Tier::Prefix)),
            ("web", "firefox web browser", Some(Tier::WordPrefix)),
            ("fwb", "firefox web browser", Some(Tier::Acronym)),
            ("refo", "firefox", Some(Tier::Substring)),
            ("fifox", "firefox", Some(Tier::Subsequence)),
            ("fierfox", "firefox", Some(Tier::Typo)),
            ("terminla", "terminal", Some(Tier::Typo)),
            ("calcuator", "calculator", Some(Tier::Subsequence)),
            ("clculaotr", "calculator", Some(Tier::Typo)),
            ("txet editor", "text editor", Some(Tier::Typo)),
            ("ff", "firefox", Some(Tier::Subsequence)),
            ("ff", "office suite", Some(Tier::Subsequence)),
            ("xf", "firefox", None),
            ("fxo", "firefox", None),
            ("fier", "firefox", None),
            ("zzz", "firefox", None),
            ("", "firefox", None),
        ];
        for (query, field, expected) in cases {
            assert_eq!(tier(query, field), expected, "{query} in {field}");
        }
    }

    #[test]
    fn a_word_that_begins_with_the_query_is_found_behind_one_that_only_holds_it() {
        let found = find("art", "heart art", "ha", Freedom::Loose).unwrap();
        assert_eq!((found.tier, found.ranges.first().cloned()), (Tier::WordPrefix, Some(6..9)));
    }

    #[test]
    fn long_texts_match_by_whole_beginnings_of_words_only() {
        let find = |query| find(query, "browse the world wide web", "btwww", Freedom::Words).map(|found| found.tier);
        assert_eq!(find("wide"), Some(Tier::WordPrefix));
        assert_eq!(find("rows"), None);
        assert_eq!(find("btw"), None);
    }
}
