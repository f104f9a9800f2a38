//! Patterns of names, as shells have them: `*` for any letters, `?` for one.

/// Whether a whole name is what a pattern says, letter case aside. Takes time by the product of both lengths at most.
pub fn is_match(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (folded(pattern), folded(name));
    // Where the last `*` stands, and how much of the name it has taken: it takes one more where the rest does not fit.
    let mut star: Option<(usize, usize)> = None;
    let (mut at, mut next) = (0, 0);
    while next < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, next));
                at += 1;
            }
            Some(letter) if *letter == '?' || *letter == name[next] => (at, next) = (at + 1, next + 1),
            _ => {
                let Some((place, taken)) = star else {
                    return false;
                };
                star = Some((place, taken + 1));
                (at, next) = (place + 1, taken + 1);
            }
        }
    }
    pattern[at..].iter().all(|letter| *letter == '*')
}

fn folded(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_for_letters() {
        for (pattern, name, expected) in [
            ("*.txt", "a.TXT", true),
            ("*.txt", ".txt", true),
            ("*.txt", "a.txt.gz", false),
            ("a*b*c", "aXbYbc", true),
            ("a*b*c", "acb", false),
            ("?", "é", true),
            ("?", "", false),
            ("", "", true),
            ("", "a", false),
            ("**", "", true),
            ("[a]", "a", false),
            ("ÄÖ*", "äöü", true),
        ] {
            assert_eq!(is_match(pattern, name), expected, "{pattern} {name}");
        }
        assert!(!is_match(&"*a".repeat(200), &"a".repeat(10_000).replace('a', "ab")), "and soon");
    }
}
