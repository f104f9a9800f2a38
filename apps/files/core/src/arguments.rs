//! A line of arguments, taken apart as shells do where nothing is expanded: no shell ever reads it.

/// Takes a line apart at its blanks; quotes keep blanks together, and a backslash takes its meaning from what follows.
/// `None` where a quote is not closed.
pub fn split(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut letters = line.chars().peekable();
    loop {
        while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
        if letters.peek().is_none() {
            return Some(words);
        }
        let mut word = String::new();
        while let Some(letter) = letters.next_if(|letter| !letter.is_whitespace()) {
            match letter {
                '"' | '\'' => quoted(&mut letters, letter, &mut word)?,
                '\\' => word.push(letters.next().unwrap_or('\\')),
                letter => word.push(letter),
            }
        }
        words.push(word);
    }
}

fn quoted(letters: &mut impl Iterator<Item = char>, quote: char, word: &mut String) -> Option<()> {
    loop {
        match letters.next()? {
            letter if letter == quote => return Some(()),
            '\\' if quote == '"' => match letters.next()? {
                escaped @ ('"' | '\\') => word.push(escaped),
                other => word.extend(['\\', other]),
            },
            letter => word.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_apart_by_blanks_that_are_not_quoted() {
        let cases: [(&str, Option<&[&str]>); 7] = [
            ("", Some(&[])),
            ("  -v  a\tb ", Some(&["-v", "a", "b"])),
            (r#""a b" 'c "d' e\ f"#, Some(&["a b", "c \"d", "e f"])),
            (r#"--x="1 2"3 "" "#, Some(&["--x=1 23", ""])),
            (r#""\n\"\\" \$HOME '$(x)'"#, Some(&["\\n\"\\", "$HOME", "$(x)"])),
            ("a\\", Some(&["a\\"])),
            ("'a", None),
        ];
        for (line, expected) in cases {
            let words = split(line);
            let words = words.as_ref().map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(words.as_deref(), expected, "{line}");
        }
    }
}
