//! Numbers that come from elsewhere, formatted in another way than the user's.

use crate::locale::{Notation, digit_value};
use std::ops::Range;

/// Returns what of `after` is not in `before`: what was typed or pasted.
pub fn inserted(before: &str, after: &str) -> Range<usize> {
    let start = common(before.chars(), after.chars());
    let rest = &before[start..];
    let end = common(rest.chars().rev(), after[start..].chars().rev());
    start..after.len() - end
}

fn common(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(left, right)| left == right).map(|(letter, _)| letter.len_utf8()).sum()
}

/// Rewrites a pasted number so that `notation` reads it as it was meant; `None` where it is no lone number, or is read
/// so already.
///
/// Where both marks stand in it, the last is the decimal mark; one that stands twice parts groups. A number that can be
/// read in the user's own notation is read so, and a mark that could be either stays what the user has it for.
pub fn number(pasted: &str, notation: &Notation) -> Option<String> {
    let trimmed = pasted.trim();
    let (sign, body) = match trimmed.strip_prefix(['-', '\u{2212}']) {
        Some(body) => ("-", body),
        None => ("", trimmed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(trimmed)),
    };
    let is_bracketed = sign.is_empty() && body.len() < trimmed.len();
    let body = body.trim_matches(is_currency);
    let is_number = body.chars().any(|letter| digit_value(letter).is_some())
        && body.chars().all(|letter| digit_value(letter).is_some() || is_mark(letter));
    if !is_number {
        return None;
    }
    let decimal = decimal_mark(body, notation);
    let mut plain = String::from(if is_bracketed { "-" } else { sign });
    for (at, letter) in body.char_indices() {
        match digit_value(letter) {
            Some(value) => plain.push(char::from(b'0' + value)),
            None if Some(at) == decimal => plain.push(notation.decimal),
            None => {}
        }
    }
    (plain != trimmed).then_some(plain)
}

/// Where the decimal mark stands; `None` where every mark parts groups.
fn decimal_mark(body: &str, notation: &Notation) -> Option<usize> {
    let marks: Vec<(usize, char)> = body.char_indices().filter(|(_, letter)| is_mark(*letter)).collect();
    let &(at, last) = marks.last()?;
    let is_repeated = marks.iter().filter(|(_, mark)| *mark == last).count() > 1;
    let has_others = marks.iter().any(|(_, mark)| *mark != last);
    let behind = body[at..].chars().count() - 1;
    let is_decimal = match last {
        _ if is_repeated => false,
        '.' | ',' if has_others => true,
        '\u{66b}' => true,
        '.' | ',' if notation.is_decimal(last) => true,
        // Alone, and the mark of groups here: three digits are a group, any other count is a fraction.
        '.' | ',' => behind != 3 || !notation.is_group(last),
        _ => false,
    };
    is_decimal.then_some(at)
}

fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '.' | ',' | '\'' | '\u{2019}' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{66b}' | '\u{66c}' | '_'
    )
}

fn is_currency(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_inserted_is_found() {
        for (before, after, expected) in [
            ("", "12", "12"),
            ("1+2", "1+34+2", "34+"),
            ("11", "111", "1"),
            ("abc", "ac", ""),
            ("äö", "äüö", "ü"),
            ("1", "2", "2"),
        ] {
            assert_eq!(&after[inserted(before, after)], expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn formatted_numbers_are_read_as_they_are_meant() {
        let cases = [
            ("en", "1,234,567.89", Some("1234567.89")),
            ("en", "1.234.567,89", Some("1234567.89")),
            ("en", "1.234.567", Some("1234567")),
            ("en", "1'234.50", Some("1234.50")),
            ("en", "1\u{202f}234,5", Some("1234.5")),
            ("en", "3,14", Some("3.14")),
            ("en", "1,234", Some("1234")),
            ("en", "1.234", None),
            ("en", "(1,250.00)", Some("-1250.00")),
            ("en", "$ 1,250", Some("1250")),
            ("en", "\u{2212}5", Some("-5")),
            ("de", "1.234,5", Some("1234,5")),
            ("de", "1,234.5", Some("1234,5")),
            ("de", "1.234", Some("1234")),
            ("de", "3.14", Some("3,14")),
            ("de", "1,234", None),
            ("ar-EG", "١٬٢٣٤٫٥", Some("1234٫5")),
            ("en", "1,2+3", None),
            ("en", "hello", None),
            ("en", ".", None),
        ];
        for (language, pasted, expected) in cases {
            let notation = Notation::of_language(language).unwrap();
            assert_eq!(number(pasted, &notation).as_deref(), expected, "{language} {pasted}");
        }
    }
}
