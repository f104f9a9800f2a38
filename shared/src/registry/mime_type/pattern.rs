//! Shell patterns as `fnmatch(3)` reads them, over names that may be any bytes.

/// Says whether a name as a whole matches a pattern of `*`, `?`, `[...]` and `\` escapes.
///
/// `?` and brackets stand for one character, or for one byte where the name is not UTF-8. Takes time in proportion to
/// the two lengths multiplied, and no memory.
pub(super) fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let (mut at, mut place) = (0, 0);
    let mut star = None;
    while place < name.len() {
        if pattern.get(at) == Some(&b'*') {
            at += 1;
            star = Some((at, place));
        } else if let Some((used, taken)) = step(&pattern[at..], &name[place..]) {
            at += used;
            place += taken;
        } else if let Some((after_star, from)) = star {
            let next = from + unit(&name[from..]).1;
            star = Some((after_star, next));
            (at, place) = (after_star, next);
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

/// Says whether a pattern has a character with a meaning of its own.
pub(super) fn is_special(pattern: &[u8]) -> bool {
    pattern.iter().any(|byte| matches!(byte, b'*' | b'?' | b'[' | b'\\'))
}

/// Matches one element of the pattern; returns how many bytes of the pattern and of the name it took.
fn step(pattern: &[u8], name: &[u8]) -> Option<(usize, usize)> {
    let (wanted, taken) = unit(name);
    match *pattern.first()? {
        b'?' => Some((1, taken)),
        b'[' => match bracket(pattern, wanted) {
            Some((used, true)) => Some((used, taken)),
            Some((_, false)) => None,
            None => (wanted == u32::from(b'[')).then_some((1, taken)),
        },
        b'\\' if pattern.len() > 1 => literal(&pattern[1..], wanted).map(|used| (used + 1, taken)),
        _ => literal(pattern, wanted).map(|used| (used, taken)),
    }
}

fn literal(pattern: &[u8], wanted: u32) -> Option<usize> {
    let (found, used) = unit(pattern);
    (found == wanted).then_some(used)
}

/// Reads a bracket expression; `None` where it is never closed and the bracket stands for itself.
fn bracket(pattern: &[u8], wanted: u32) -> Option<(usize, bool)> {
    let is_negated = matches!(pattern.get(1), Some(b'!' | b'^'));
    let start = if is_negated { 2 } else { 1 };
    let mut at = start;
    let mut is_member = false;
    loop {
        if *pattern.get(at)? == b']' && at > start {
            return Some((at + 1, is_member != is_negated));
        }
        let (low, used) = member(&pattern[at..])?;
        at += used;
        let mut high = low;
        if pattern.get(at) == Some(&b'-') && pattern.get(at + 1).is_some_and(|byte| *byte != b']') {
            let (end, used) = member(&pattern[at + 1..])?;
            high = end;
            at += 1 + used;
        }
        is_member |= (low..=high).contains(&wanted);
    }
}

fn member(pattern: &[u8]) -> Option<(u32, usize)> {
    match pattern {
        [] => None,
        [b'\\', rest @ ..] if !rest.is_empty() => {
            let (found, used) = unit(rest);
            Some((found, used + 1))
        }
        _ => Some(unit(pattern)),
    }
}

/// The first character and its length; a byte that begins none stands for itself, beyond every character.
fn unit(text: &[u8]) -> (u32, usize) {
    let Some(&first) = text.first() else { return (0, 0) };
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    let character =
        text.get(..length).and_then(|bytes| str::from_utf8(bytes).ok()).and_then(|text| text.chars().next());
    match character {
        Some(character) => (u32::from(character), length),
        None => (0x0011_0000 + u32::from(first), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patterns_match_as_fnmatch_says() {
        for (pattern, name, expected) in [
            ("*", "", true),
            ("*.txt", "a.txt", true),
            ("*.txt", ".txt", true),
            ("*.txt", "a.txt2", false),
            ("makefile", "makefile", true),
            ("makefile", "makefile2", false),
            ("*.so.[0-9]*", "libc.so.6", true),
            ("*.so.[0-9]*", "libc.so.x", false),
            ("*.anim[1-9j]", "x.animj", true),
            ("[0-9][0-9][0-9].vdr", "001.vdr", true),
            ("[!a]", "b", true),
            ("[!a]", "a", false),
            ("[^a]", "a", false),
            ("[]x]", "]", true),
            ("[a-]", "-", true),
            ("[a", "[a", true),
            ("[a", "a", false),
            ("\\*", "*", true),
            ("\\*", "x", false),
            ("[\\]]", "]", true),
            ("a\\", "a\\", true),
            ("?", "é", true),
            ("[é-ü]", "ö", true),
            ("??", "é", false),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxcyyb", false),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern.as_bytes(), name.as_bytes()), expected, "{pattern} on {name}");
        }
        assert!(matches(b"caf?", b"caf\xe9"), "a byte that is no character counts as one");
        assert!(!matches(b"caf\xc3\xa9", b"caf\xe9"));
    }

    #[test]
    fn a_pattern_of_many_stars_ends() {
        let name = "a".repeat(200);
        assert!(!matches("*a".repeat(60).as_bytes(), [name.as_bytes(), b"b"].concat().as_slice()));
    }

    proptest! {
        #[test]
        fn any_bytes_are_matched_without_a_panic(pattern: Vec<u8>, name: Vec<u8>) {
            let _ = matches(&pattern, &name);
        }

        #[test]
        fn a_name_matches_itself_once_escaped(name: Vec<u8>) {
            let escaped: Vec<u8> = name.iter().flat_map(|byte| if byte.is_ascii() { vec![b'\\', *byte] } else { vec![*byte] }).collect();
            prop_assert!(matches(&escaped, &name));
        }
    }
}
