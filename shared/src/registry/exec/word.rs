//! Takes an `Exec` value apart into words, and words into text and field codes.
//!
//! Spec: Desktop Entry 1.5, "The Exec key" (rule D11). Where it is silent (single quotes, a backslash outside quotes)
//! words are read as GLib and every shell read them, since entries are written for these.

use crate::registry::exec::Error;

use std::iter::Peekable;
use std::str::Chars;

/// One word of a command: an argument, once its field codes are filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// What it is made of, in order; an empty word (`""`) has no parts.
    pub parts: Vec<Part>,
}

/// A part of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text that stands for itself.
    Text(String),
    /// A field code, without its percent sign.
    Code(char),
}

impl Word {
    fn push(&mut self, character: char) {
        match self.parts.last_mut() {
            Some(Part::Text(text)) => text.push(character),
            _ => self.parts.push(Part::Text(character.into())),
        }
    }

    /// Returns the code that is the whole of the word.
    pub fn only_code(&self) -> Option<char> {
        match self.parts[..] {
            [Part::Code(code)] => Some(code),
            _ => None,
        }
    }

    /// Returns its codes.
    pub fn codes(&self) -> impl Iterator<Item = char> {
        self.parts.iter().filter_map(|part| match part {
            Part::Code(code) => Some(*code),
            Part::Text(_) => None,
        })
    }
}

/// Takes a value apart whose escapes are undone already.
///
/// # Errors
///
/// [`Error::UnmatchedQuote`] and [`Error::FieldCode`].
pub fn split(exec: &str) -> Result<Vec<Word>, Error> {
    let mut words = Vec::new();
    let mut characters = exec.chars().peekable();
    loop {
        while characters.next_if(char::is_ascii_whitespace).is_some() {}
        if characters.peek().is_none() {
            return Ok(words);
        }
        words.push(word(&mut characters)?);
    }
}

fn word(characters: &mut Peekable<Chars<'_>>) -> Result<Word, Error> {
    let mut word = Word::default();
    while let Some(character) = characters.next_if(|character| !character.is_ascii_whitespace()) {
        match character {
            '"' => double_quoted(characters, &mut word)?,
            '\'' => single_quoted(characters, &mut word)?,
            '\\' => word.push(characters.next().unwrap_or('\\')),
            _ => plain(character, characters, &mut word)?,
        }
    }
    Ok(word)
}

fn double_quoted(characters: &mut Peekable<Chars<'_>>, word: &mut Word) -> Result<(), Error> {
    loop {
        match characters.next().ok_or(Error::UnmatchedQuote)? {
            '"' => return Ok(()),
            '\\' => match characters.next().ok_or(Error::UnmatchedQuote)? {
                escaped @ ('"' | '`' | '$' | '\\') => word.push(escaped),
                other => {
                    word.push('\\');
                    word.push(other);
                }
            },
            character => plain(character, characters, word)?,
        }
    }
}

fn single_quoted(characters: &mut Peekable<Chars<'_>>, word: &mut Word) -> Result<(), Error> {
    loop {
        match characters.next().ok_or(Error::UnmatchedQuote)? {
            '\'' => return Ok(()),
            character => plain(character, characters, word)?,
        }
    }
}

fn plain(character: char, characters: &mut Peekable<Chars<'_>>, word: &mut Word) -> Result<(), Error> {
    if character != '%' {
        word.push(character);
        return Ok(());
    }
    match characters.next() {
        Some('%') => word.push('%'),
        Some(code @ ('f' | 'F' | 'u' | 'U' | 'i' | 'c' | 'k')) => word.parts.push(Part::Code(code)),
        // Deprecated: to be removed, and nothing put in their place.
        Some(code @ ('d' | 'D' | 'n' | 'N' | 'v' | 'm')) => word.parts.push(Part::Code(code)),
        other => return Err(Error::FieldCode(other.map_or_else(|| "%".into(), |code| format!("%{code}").into()))),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(exec: &str) -> Vec<String> {
        let shown = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Code(code) => format!("<{code}>"),
        };
        split(exec).unwrap().iter().map(|word| word.parts.iter().map(shown).collect()).collect()
    }

    #[test]
    fn d11_words_are_split_at_blanks_outside_quotes() {
        let cases: [(&str, &[&str]); 16] = [
            ("fooview %F", &["fooview", "<F>"]),
            ("  a \t b\n", &["a", "b"]),
            (r#""/opt/my app/run" %U"#, &["/opt/my app/run", "<U>"]),
            (r#"a "" b"#, &["a", "", "b"]),
            (r#"a "\"\`\$\\" b"#, &["a", "\"`$\\", "b"]),
            (r#"a "\n\ä""#, &["a", r"\n\ä"]),
            (r#"a b"c d"e"#, &["a", "bc de"]),
            (r"a b\ c \\", &["a", "b c", "\\"]),
            (r"a 'b \ c' d", &["a", r"b \ c", "d"]),
            (r#"sh -c "echo a b; exit""#, &["sh", "-c", "echo a b; exit"]),
            ("a --file=%f --icon=%i", &["a", "--file=<f>", "--icon=<i>"]),
            ("a %% 100%% %%f", &["a", "%", "100%", "%f"]),
            (r#"a "%f" %u%c"#, &["a", "<f>", "<u><c>"]),
            ("a %d%D%n%N%v%m", &["a", "<d><D><n><N><v><m>"]),
            ("a end\\", &["a", "end\\"]),
            ("", &[]),
        ];
        for (exec, expected) in cases {
            assert_eq!(texts(exec), expected, "{exec:?}");
        }
    }

    #[test]
    fn d11_d12_open_quotes_and_unknown_codes_are_errors() {
        let cases = [
            (r#"a "b"#, Error::UnmatchedQuote),
            (r#"a "b\"#, Error::UnmatchedQuote),
            ("a 'b", Error::UnmatchedQuote),
            ("a %x", Error::FieldCode("%x".into())),
            ("a % b", Error::FieldCode("% ".into())),
            ("a 100%", Error::FieldCode("%".into())),
        ];
        for (exec, expected) in cases {
            assert_eq!(split(exec), Err(expected), "{exec:?}");
        }
    }
}
