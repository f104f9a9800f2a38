//! Whether a name matches a pattern of `.gitignore`, byte for byte as git sees it.
//!
//! Spec: gitignore(5), "PATTERN FORMAT"; glob(7) for what stands in brackets. A pattern that is broken matches nothing.

use std::cell::RefCell;
use std::collections::HashSet;

/// Whether the text matches. A star or a question mark takes no slash, two stars between slashes take any number of them.
pub fn matches(pattern: &[u8], text: &[u8], is_case_ignored: bool) -> bool {
    let first = pattern.iter().position(|sign| *sign == b'*').unwrap_or_default();
    Match { whole: pattern, is_case_ignored, first, failed: RefCell::default() }.from(0, text)
}

/// A pattern that is being matched.
struct Match<'a> {
    whole: &'a [u8],
    is_case_ignored: bool,
    /// Where the first star is.
    first: usize,
    /// Which of the others did not match how much of the text: many stars would be tried for ever.
    failed: RefCell<HashSet<(usize, usize)>>,
}

impl Match<'_> {
    /// Whether the text matches the pattern from a place on.
    fn from(&self, mut at: usize, mut text: &[u8]) -> bool {
        while let Some(sign) = self.whole.get(at) {
            if *sign == b'*' {
                return self.star_once(at, text);
            }
            let Some((letter, rest)) = text.split_first() else {
                return false;
            };
            let Some(next) = self.one(at, *letter) else {
                return false;
            };
            (at, text) = (next, rest);
        }
        text.is_empty()
    }

    /// Matches one letter; returns where the pattern goes on.
    fn one(&self, at: usize, letter: u8) -> Option<usize> {
        match self.whole[at] {
            b'?' => (letter != b'/').then_some(at + 1),
            b'[' => self.bracket(at + 1, letter).filter(|_| letter != b'/'),
            b'\\' => self.is_same(*self.whole.get(at + 1)?, letter).then_some(at + 2),
            sign => self.is_same(sign, letter).then_some(at + 1),
        }
    }

    fn is_same(&self, one: u8, other: u8) -> bool {
        one == other || (self.is_case_ignored && one.eq_ignore_ascii_case(&other))
    }

    fn star_once(&self, at: usize, text: &[u8]) -> bool {
        let key = (at, text.len());
        let is_known = at != self.first && self.failed.borrow().contains(&key);
        let is_match = !is_known && self.star(at, text);
        if !is_match && at != self.first {
            let _is_new = self.failed.borrow_mut().insert(key);
        }
        is_match
    }

    fn star(&self, at: usize, text: &[u8]) -> bool {
        let stars = self.whole[at..].iter().take_while(|sign| **sign == b'*').count();
        let (before, after) = (at.checked_sub(1).map(|before| self.whole[before]), at + stars);
        let is_at_start = before.is_none_or(|before| before == b'/');
        let is_at_end = matches!(self.whole[after..], [] | [b'/', ..] | [b'\\', b'/', ..]);
        let takes_slashes = stars > 1 && is_at_start && is_at_end;
        if takes_slashes && self.whole.get(after) == Some(&b'/') && self.from(after + 1, text) {
            return true;
        }
        if after == self.whole.len() {
            return takes_slashes || !text.contains(&b'/');
        }
        let reach = text.iter().position(|letter| *letter == b'/').filter(|_| !takes_slashes).unwrap_or(text.len());
        (0..=reach).any(|skipped| self.from(after, &text[skipped..]))
    }

    /// Matches what stands in brackets from a place on; returns what lies behind them where the letter is meant.
    fn bracket(&self, mut at: usize, letter: u8) -> Option<usize> {
        let is_negated = matches!(self.whole.get(at)?, b'!' | b'^');
        at += usize::from(is_negated);
        let (mut is_meant, mut is_first) = (false, true);
        loop {
            let sign = *self.whole.get(at)?;
            if sign == b']' && !is_first {
                return (is_meant != is_negated).then_some(at + 1);
            }
            is_first = false;
            if let Some(class) = self.whole[at..].strip_prefix(b"[:") {
                let end = class.iter().position(|sign| *sign == b']')?;
                if let Some(name) = class[..end].strip_suffix(b":") {
                    is_meant |= self.is_of(name, letter)?;
                    at += 2 + end + 1;
                    continue;
                }
            }
            let (from, next) = self.literal(at)?;
            at = next;
            let is_range = self.whole.get(at) == Some(&b'-') && self.whole.get(at + 1).is_some_and(|end| *end != b']');
            let to = if is_range { self.literal(at + 1)? } else { (from, at) };
            at = to.1;
            is_meant |= self.either_case(letter).iter().any(|letter| (from..=to.0).contains(letter));
        }
    }

    /// A letter that stands for itself, and where the pattern goes on.
    fn literal(&self, at: usize) -> Option<(u8, usize)> {
        match *self.whole.get(at)? {
            b'\\' => Some((*self.whole.get(at + 1)?, at + 2)),
            sign => Some((sign, at + 1)),
        }
    }

    fn either_case(&self, letter: u8) -> [u8; 2] {
        match self.is_case_ignored {
            true => [letter.to_ascii_lowercase(), letter.to_ascii_uppercase()],
            false => [letter, letter],
        }
    }

    /// Whether a letter is of a class; `None` where there is no such class.
    fn is_of(&self, class: &[u8], letter: u8) -> Option<bool> {
        Some(match class {
            b"alnum" => letter.is_ascii_alphanumeric(),
            b"alpha" => letter.is_ascii_alphabetic(),
            b"blank" => matches!(letter, b' ' | b'\t'),
            b"cntrl" => letter.is_ascii_control(),
            b"digit" => letter.is_ascii_digit(),
            b"graph" => letter.is_ascii_graphic(),
            b"lower" => letter.is_ascii_lowercase(),
            b"print" => letter.is_ascii_graphic() || letter == b' ',
            b"punct" => letter.is_ascii_punctuation(),
            b"space" => letter.is_ascii_whitespace() || letter == 0x0B,
            b"upper" => self.either_case(letter).iter().any(u8::is_ascii_uppercase),
            b"xdigit" => letter.is_ascii_hexdigit(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_what_git_says_they_do() {
        let cases: &[(&str, &str, bool)] = &[
            ("foo", "foo", true),
            ("foo", "Foo", false),
            ("*.o", "a.o", true),
            ("*.o", "a/b.o", false),
            ("a?c", "a/c", false),
            ("**/foo", "foo", true),
            ("**/foo", "a/b/foo", true),
            ("**/foo", "a/bfoo", false),
            ("a/**", "a", false),
            ("a/**", "a/b/c", true),
            ("a/**/b", "a/b", true),
            ("a/**/b", "a/x/y/b", true),
            ("a**b", "a/b", false),
            ("a**b", "axxb", true),
            ("[a-c]x", "bx", true),
            ("[!a-c]x", "bx", false),
            ("[^a-c]x", "/x", false),
            ("[]]", "]", true),
            ("[]-a]", "^", true),
            ("[a-]", "-", true),
            ("[[:upper:]]*", "One", true),
            ("[[:none:]]", "a", false),
            ("[[:upper:]", "U", false),
            ("[\\]]", "]", true),
            ("[", "[", false),
            ("\\*star", "*star", true),
            ("\\*star", "xstar", false),
            ("back\\\\slash", "back\\slash", true),
            ("a\\", "a\\", false),
        ];
        for (pattern, text, expected) in cases {
            assert_eq!(matches(pattern.as_bytes(), text.as_bytes(), false), *expected, "{pattern} {text}");
        }
        for (pattern, text, expected) in [("FOO[A-C]", "foob", true), ("[[:upper:]]", "a", true), ("a", "b", false)] {
            assert_eq!(matches(pattern.as_bytes(), text.as_bytes(), true), expected, "{pattern} {text}, any case");
        }
    }

    #[test]
    fn many_stars_come_to_an_end() {
        let pattern = [b"*a".repeat(60), b"b".to_vec()].concat();
        assert!(!matches(&pattern, &b"a".repeat(250), false));
    }
}
