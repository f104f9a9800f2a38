//! How well a few letters match one field of an application, in tiers from exact to mistyped.
//!
//! Fields are never joined. The value of a match is its tier times the weight of its field, so that a name that begins
//! with the query comes before a keyword that equals it; within one value the field that the query covers best wins.
//!
//! A [`Search`] looks through many [`Text`]s: which letters each of them holds is known beforehand as a set of bits, so
//! that most are refused by one comparison, and what the search works with is kept, so that no text costs an allocation.

use crate::fold;

use memchr::memmem::Finder;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Freedom {
    /// Every tier: names.
    Loose,
    /// From [`Tier::Exact`] to [`Tier::WordPrefix`]: long texts, where letters in order mean nothing.
    Words,
}

/// A folded text that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    text: Box<str>,
    initials: Box<str>,
    letters: Letters,
    freedom: Freedom,
}

impl Text {
    /// Makes a folded text ready; `initials` is empty where acronyms mean nothing.
    pub fn new(folded: &str, initials: &str, freedom: Freedom) -> Self {
        let letters = Letters::of(folded).and(Letters::of(initials));
        Self { text: folded.into(), initials: initials.into(), letters, freedom }
    }

    /// Folds a text as it is written; acronyms mean nothing in it.
    pub fn of(text: &str, freedom: Freedom) -> Self {
        Self::new(&fold::native(text), "", freedom)
    }
}

/// Which letters a text holds. Two rare letters may share a bit, so it says for certain only what a text does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        Self(text.chars().fold(0, |bits, letter| bits | 1 << bit(letter)))
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether another text may hold all of these.
    const fn may_be_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    const fn may_hold(self, letter: char) -> bool {
        self.0 & 1 << bit(letter) != 0
    }
}

/// The bit of a letter: one of its own for a to z and 0 to 9, one of 28 for all others.
const fn bit(letter: char) -> u32 {
    match letter {
        'a'..='z' => letter as u32 - 'a' as u32,
        '0'..='9' => letter as u32 - '0' as u32 + 26,
        other => other as u32 % 28 + 36,
    }
}

/// How a query was found in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// How.
    pub tier: Tier,
    /// How much of the field the query covers, of 99.
    pub cover: u8,
}

impl Match {
    /// What it counts in a field of a weight.
    pub fn score(self, weight: u32) -> u32 {
        self.tier.value() * weight + u32::from(self.cover)
    }
}

/// Letters from which one of a query may be mistyped; fewer mean too much else.
const LETTERS_FOR_ONE_TYPO: usize = 5;
/// Letters from which two may be mistyped.
const LETTERS_FOR_TWO_TYPOS: usize = 9;
/// Latin letters from which they mean something inside a word, and from which others may stand between them.
const LETTERS_FOR_INSIDE: usize = 3;

/// A search for one folded query.
#[derive(Debug)]
pub struct Search {
    query: Box<str>,
    finder: Finder<'static>,
    chars: Vec<char>,
    letters: Letters,
    words: usize,
    /// The bytes of the text found last that the query stands for, in order.
    ranges: Vec<Range<usize>>,
    distance: Distance,
}

impl Search {
    /// A search for what was typed.
    pub fn of(query: &str) -> Self {
        Self::new(&fold::native(query))
    }

    /// A search for a folded query; an empty one finds nothing.
    pub fn new(query: &str) -> Self {
        Self {
            query: query.into(),
            finder: Finder::new(query).into_owned(),
            chars: query.chars().collect(),
            letters: Letters::of(query),
            words: words(query).count(),
            ranges: Vec::new(),
            distance: Distance::default(),
        }
    }

    /// Finds the best tier in which the query matches a text.
    pub fn find(&mut self, text: &Text) -> Option<Match> {
        if self.query.is_empty() || text.text.is_empty() {
            return None;
        }
        let exact = if self.letters.may_be_in(text.letters) { self.without_mistakes(text) } else { None };
        let tier = match exact {
            Some(tier) => tier,
            None => self.typo(text)?,
        };
        let cover = (self.query.len() * 99 / text.text.len().max(self.query.len())).min(99);
        Some(Match { tier, cover: u8::try_from(cover).unwrap_or(0) })
    }

    /// How many letters are looked for.
    pub const fn length(&self) -> usize {
        self.chars.len()
    }

    /// The bytes, in order, that the query stands for in the text that was found last.
    pub fn ranges(&self) -> &[Range<usize>] {
        &self.ranges
    }

    fn without_mistakes(&mut self, text: &Text) -> Option<Tier> {
        let contiguous = self.contiguous(&text.text);
        let is_inside = matches!(contiguous, Some((Tier::Substring, _)));
        let is_loose = text.freedom == Freedom::Loose;
        match contiguous {
            Some((tier, at)) if tier <= Tier::WordPrefix || (is_loose && !(is_inside && self.is_short())) => {
                self.mark(at);
                return Some(tier);
            }
            _ if !is_loose => return None,
            _ => {}
        }
        if self.acronym(text) {
            return Some(Tier::Acronym);
        }
        if !self.subsequence(&text.text) {
            let (_, at) = contiguous?;
            self.mark(at);
        }
        Some(Tier::Subsequence)
    }

    fn mark(&mut self, at: usize) {
        self.ranges.clear();
        self.ranges.push(at..at + self.query.len());
    }

    /// Where the query stands as it is, at the best of its places.
    fn contiguous(&self, text: &str) -> Option<(Tier, usize)> {
        let first = self.finder.find(text.as_bytes())?;
        let tier = |at: usize| match at {
            0 if self.query.len() == text.len() => Tier::Exact,
            0 => Tier::Prefix,
            at if begins_word(text, at) => Tier::WordPrefix,
            _ => Tier::Substring,
        };
        let step = self.chars.first().map_or(1, |letter| letter.len_utf8());
        let mut best = (tier(first), first);
        let mut at = first;
        while best.0 == Tier::Substring {
            let Some(next) = self.finder.find(&text.as_bytes()[at + step..]) else {
                break;
            };
            at += step + next;
            best = best.min((tier(at), at));
        }
        Some(best)
    }

    fn acronym(&mut self, text: &Text) -> bool {
        if self.chars.len() < 2 || !text.initials.starts_with(&*self.query) {
            return false;
        }
        self.ranges.clear();
        let mut letters = self.chars.iter().peekable();
        for (at, letter) in text.text.char_indices() {
            if letters.peek() == Some(&&letter) && begins_word(&text.text, at) {
                let _matched = letters.next();
                self.ranges.push(at..at + letter.len_utf8());
            }
        }
        // Capitals inside words are folded away: where not every letter begins a word, nothing is marked.
        if letters.peek().is_some() {
            self.ranges.clear();
        }
        true
    }

    /// Whether so few letters stand inside many words by chance; one ideograph is a word already.
    fn is_short(&self) -> bool {
        self.query.is_ascii() && self.query.len() < LETTERS_FOR_INSIDE
    }

    /// The letters in order; the first must begin a word (two letters: the field), else nearly everything matches.
    fn subsequence(&mut self, text: &str) -> bool {
        if self.chars.len() < 2 {
            return false;
        }
        let is_short = self.chars.len() < LETTERS_FOR_INSIDE;
        self.ranges.clear();
        let mut letters = self.chars.iter().peekable();
        for (at, letter) in text.char_indices() {
            let may_begin = |at| if is_short { at == 0 } else { begins_word(text, at) };
            if letters.peek() == Some(&&letter) && (!self.ranges.is_empty() || may_begin(at)) {
                let _matched = letters.next();
                match self.ranges.last_mut() {
                    Some(last) if last.end == at => last.end = at + letter.len_utf8(),
                    _ => self.ranges.push(at..at + letter.len_utf8()),
                }
            }
        }
        // More pieces than letters between pieces: scattered letters are chance, not meaning. `ff` means Firefox all the
        // same.
        let is_dense = is_short || self.ranges.len() * 2 <= self.chars.len() + 1;
        letters.peek().is_none() && is_dense
    }

    /// How many letters may be mistyped.
    const fn typos(&self) -> usize {
        match self.chars.len() {
            LETTERS_FOR_TWO_TYPOS.. => 2,
            LETTERS_FOR_ONE_TYPO.. => 1,
            _ => 0,
        }
    }

    /// A word of the field, or several for a query of several, that begins with the query, one or two letters mistyped.
    fn typo(&mut self, text: &Text) -> Option<Tier> {
        let (allowed, more) = (self.typos(), self.words.saturating_sub(1));
        let absent = || self.chars.iter().filter(|letter| !text.letters.may_hold(**letter)).count();
        if allowed == 0 || text.freedom == Freedom::Words || absent() > allowed {
            return None;
        }
        let text = &*text.text;
        let mut ends = words(text).skip(more).map(|word| word.end);
        let span = words(text).find_map(|word| {
            let span = word.start..ends.next().unwrap_or(word.end);
            (self.distance.of_beginning(&self.chars, &text[span.clone()], allowed) <= allowed).then_some(span)
        })?;
        self.ranges.clear();
        self.ranges.push(span);
        Some(Tier::Typo)
    }
}

/// How far a query is from the beginning of a text; keeps the rows it counts in.
#[derive(Debug, Default)]
struct Distance {
    text: Vec<char>,
    two_before: Vec<usize>,
    before: Vec<usize>,
    current: Vec<usize>,
}

impl Distance {
    /// The least number of letters wrong, missing, too many or swapped between the query and any beginning of the text;
    /// what is more than `allowed` is only told to be more.
    ///
    /// Source: optimal string alignment distance (Damerau 1964; restricted edit distance), last row's minimum; only the
    /// band in which the number can be `allowed` is counted (Ukkonen 1985).
    fn of_beginning(&mut self, query: &[char], text: &str, allowed: usize) -> usize {
        self.text.clear();
        self.text.extend(text.chars().take(query.len() + allowed));
        let width = self.text.len() + 1;
        let too_many = allowed + 1;
        for row in [&mut self.two_before, &mut self.before, &mut self.current] {
            row.clear();
            row.resize(width, too_many);
        }
        (0..width.min(too_many)).for_each(|column| self.before[column] = column);
        let mut least_before = 0;
        for (row, letter) in query.iter().enumerate() {
            let least = self.next_row(query, row, *letter, allowed);
            if least.min(least_before) > allowed {
                return too_many;
            }
            least_before = least;
            std::mem::swap(&mut self.two_before, &mut self.before);
            std::mem::swap(&mut self.before, &mut self.current);
        }
        self.before.iter().copied().min().unwrap_or(too_many)
    }

    /// Counts the band of one row; its least number.
    fn next_row(&mut self, query: &[char], row: usize, letter: char, allowed: usize) -> usize {
        let Self { text, two_before, before, current } = self;
        let too_many = allowed + 1;
        let band = (row + 1).saturating_sub(allowed)..=(row + 1 + allowed).min(text.len());
        current.fill(too_many);
        let mut least = too_many;
        for column in band {
            let mut count = if column == 0 {
                row + 1
            } else {
                let change = usize::from(letter != text[column - 1]);
                (before[column - 1] + change).min(before[column] + 1).min(current[column - 1] + 1)
            };
            if row > 0 && column > 1 && letter == text[column - 2] && query[row - 1] == text[column - 1] {
                count = count.min(two_before[column - 2] + 1);
            }
            current[column] = count.min(too_many);
            least = least.min(count);
        }
        least
    }
}

fn begins_word(field: &str, at: usize) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric();
    field[at..].chars().next().is_some_and(is_letter) && !field[..at].chars().next_back().is_some_and(is_letter)
}

fn words(field: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + field[at..].find(char::is_alphanumeric)?;
        at = field[start..].find(|letter: char| !letter.is_alphanumeric()).map_or(field.len(), |length| start + length);
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tier(query: &str, field: &str) -> Option<Tier> {
        let initials: String = words(field).filter_map(|word| field[word].chars().next()).collect();
        Search::new(query).find(&Text::new(field, &initials, Freedom::Loose)).map(|found| found.tier)
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
        let mut search = Search::new("art");
        let found = search.find(&Text::new("heart art", "ha", Freedom::Loose)).unwrap();
        assert_eq!((found.tier, search.ranges().first().cloned()), (Tier::WordPrefix, Some(6..9)));
    }

    #[test]
    fn mistakes_are_counted_as_the_whole_table_counts_them() {
        let words =
            ["terminal", "etrminal", "terimnal", "tormanil", "xterminal", "erminal", "t", "", "editor", "terminals of"];
        for (query, text, allowed) in words
            .iter()
            .flat_map(|query| words.iter().flat_map(move |text| [1, 2].map(|allowed| (query, text, allowed))))
        {
            let query: Vec<char> = query.chars().collect();
            let counted = Distance::default().of_beginning(&query, text, allowed);
            let text: Vec<char> = text.chars().collect();
            let expected = whole_table(&query, &text);
            assert_eq!(counted.min(allowed + 1), expected.min(allowed + 1), "{query:?} {text:?} {allowed}");
        }
    }

    /// The same number without a band.
    fn whole_table(query: &[char], text: &[char]) -> usize {
        let mut table = vec![vec![0; text.len() + 1]; query.len() + 1];
        for row in 0..=query.len() {
            for column in 0..=text.len() {
                table[row][column] = match (row, column) {
                    (0, column) => column,
                    (row, 0) => row,
                    (row, column) => {
                        let change = usize::from(query[row - 1] != text[column - 1]);
                        let mut least = table[row - 1][column - 1] + change;
                        least = least.min(table[row - 1][column] + 1).min(table[row][column - 1] + 1);
                        let is_swapped = row > 1
                            && column > 1
                            && query[row - 1] == text[column - 2]
                            && query[row - 2] == text[column - 1];
                        if is_swapped { least.min(table[row - 2][column - 2] + 1) } else { least }
                    }
                };
            }
        }
        table[query.len()].iter().copied().min().unwrap_or(0)
    }

    #[test]
    fn long_texts_match_by_whole_beginnings_of_words_only() {
        let text = Text::new("browse the world wide web", "btwww", Freedom::Words);
        let find = |query| Search::new(query).find(&text).map(|found| found.tier);
        assert_eq!(find("wide"), Some(Tier::WordPrefix));
        assert_eq!(find("rows"), None);
        assert_eq!(find("btw"), None);
    }
}
