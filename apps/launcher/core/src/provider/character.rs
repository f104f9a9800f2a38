//! Characters of Unicode by name or number: `:arrow right`, `U+2192`, or the whole name.

use super::{Ask, Deed, Finding, Provider, Sort};

/// What a query for characters begins with.
const SIGN: char = ':';
/// Letters that are looked for at least: fewer mean half of Unicode.
const LEAST: usize = 2;
/// How many are listed.
const MOST: usize = 12;
/// What is asked for by the sign or the number means nothing else.
const SCORE: u32 = 10_000;
/// A word may be the name of a character and mean something else.
const SCORE_OF_A_WORD: u32 = 20;
/// Where characters with names of their own end: behind it come ideographs, numbered through, and private ones.
const END: u32 = 0x1_FFFF;
/// So many characters are looked at between two looks at whether anybody still wants to know.
const STRIDE: u32 = 4096;
/// Longer queries name no character, in bytes.
const LONGEST: usize = 200;

/// Finds characters; choosing one copies it.
#[derive(Debug, Clone, Copy)]
pub struct Characters;

impl Provider for Characters {
    fn find(&mut self, ask: Ask) {
        let query = ask.query().trim();
        if query.len() > LONGEST {
            return;
        }
        let (score, found) = match (query.strip_prefix(SIGN), number(query)) {
            (_, Some(letter)) => (SCORE, vec![letter]),
            (Some(words), None) => (SCORE, named_like(words, &ask)),
            (None, None) => (SCORE_OF_A_WORD, unicode_names2::character(query).into_iter().collect()),
        };
        let found = found.into_iter().filter_map(|letter| finding(letter, score)).collect();
        ask.finish(found);
    }
}

fn number(query: &str) -> Option<char> {
    let digits = query.strip_prefix("U+").or_else(|| query.strip_prefix("u+"))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?).filter(|letter| !letter.is_control())
}

/// The characters with words in their names that begin with all of these, those with the shortest names first.
fn named_like(words: &str, ask: &Ask) -> Vec<char> {
    let words: Vec<String> = words.split_whitespace().map(str::to_ascii_uppercase).collect();
    if words.concat().chars().count() < LEAST {
        return Vec::new();
    }
    let mut found: Vec<(usize, char)> = Vec::new();
    for start in (0..=END).step_by(STRIDE as usize) {
        if !ask.is_wanted() {
            return Vec::new();
        }
        let letters = (start..start + STRIDE).filter_map(char::from_u32).filter(|letter| !is_numbered(*letter));
        found.extend(letters.filter_map(|letter| Some((length_if_named(letter, &words)?, letter))));
    }
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, letter)| letter).collect()
}

/// Ideographs and Hangul: their names say their number or their sound.
fn is_numbered(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{17000}'..='\u{18CFF}')
}

fn length_if_named(letter: char, words: &[String]) -> Option<usize> {
    let name = unicode_names2::name(letter)?.to_string();
    let has = |word: &String| name.split([' ', '-']).any(|known| known.starts_with(word.as_str()));
    words.iter().all(has).then_some(name.len())
}

fn finding(letter: char, score: u32) -> Option<Finding> {
    let name = unicode_names2::name(letter)?;
    let code = format!("U+{:04X}", u32::from(letter));
    Some(Finding {
        sort: Sort::Character,
        id: code.clone(),
        name: letter.to_string(),
        detail: format!("{name}  {code}"),
        score,
        deed: Deed::Copy(letter.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::Providers;
    use super::*;

    #[test]
    fn characters_are_found_by_words_by_number_and_by_their_whole_name() {
        let providers = Providers::start(vec![Box::new(Characters)]);
        let found = |query: &str| {
            let found = providers.all(query).into_iter().flat_map(|(_, findings)| findings);
            found.map(|finding| finding.name).collect::<Vec<_>>()
        };
        for (query, first) in [
            (":euro sign", "€"),
            (":right arr", "→"),
            ("U+2192", "→"),
            ("u+1F600", "😀"),
            ("euro sign", "€"),
            ("snowman", "☃"),
        ] {
            let found = found(query);
            let place = found.iter().position(|letter| letter == first);
            assert!(place.is_some_and(|place| place < 5), "{query}: {found:?}");
        }
        for query in [":", ":a", "euro", "U+D800", "U+110000", "U+zz", "U+7", "", &":x".repeat(5000)] {
            assert_eq!(found(query), [""; 0], "{query:.20}");
        }
        assert!(found(":arrow").len() == MOST);
    }
}
