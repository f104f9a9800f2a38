//! The language `en_XA`: English with accents, about 40 % longer, each message between two marks.

use candela_shared::Directories;
use candela_shared::i18n::{Locale, Medium, Words};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use std::path::Path;
use std::{fs, io};

/// Its name in `LANGUAGE`; its plurals and numbers are those of English.
pub const NAME: &str = "en_XA";
/// Stands before each message.
pub const START: char = '⟦';
/// Stands after each message.
pub const END: char = '⟧';

/// The language that it is made of.
const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../i18n/en");

/// The words of a program in this language, as a window has them.
///
/// # Panics
/// When the English messages cannot be read, or there is no temporary folder.
pub fn words(program: &str) -> Words {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    write(folder.path()).expect("English can be read, and the folder is ours");
    let directories = Directories { data_dirs: vec![folder.path().into()], ..Directories::default() };
    let locales: Vec<Locale> = Locale::parse(NAME).into_iter().collect();
    Words::new(program, &locales, &directories, Medium::Window)
}

/// Writes the messages of this language below a data directory, where every program looks for languages.
///
/// # Errors
/// When English cannot be read, or the folder cannot be written.
pub fn write(data: &Path) -> io::Result<()> {
    let folder = data.join("candela/i18n").join(NAME);
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(SOURCE)? {
        let entry = entry?;
        let made = made_of(fs::read_to_string(entry.path())?).map_err(io::Error::other)?;
        fs::write(folder.join(entry.file_name()), made)?;
    }
    Ok(())
}

/// The file of messages that an English one becomes.
fn made_of(english: String) -> Result<String, String> {
    let mut resource = parser::parse(english).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &mut message.value
        {
            lengthen(pattern);
            let mark = |mark: char| PatternElement::TextElement { value: mark.to_string() };
            pattern.elements.insert(0, mark(START));
            pattern.elements.push(mark(END));
        }
    }
    Ok(serializer::serialize(&resource))
}

fn lengthen(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = lengthened(value),
            PatternElement::Placeable { expression } => lengthen_variants(expression),
        }
    }
}

fn lengthen_variants(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => variants.iter_mut().for_each(|variant| lengthen(&mut variant.value)),
        Expression::Inline(InlineExpression::Placeable { expression }) => lengthen_variants(expression),
        Expression::Inline(_) => {}
    }
}

/// Every vowel and n has an accent and stands twice, other letters get an accent where there is one.
fn lengthened(text: &str) -> String {
    const DOUBLED: [(char, &str); 14] = [
        ('a', "áá"),
        ('e', "éé"),
        ('i', "íí"),
        ('o', "óó"),
        ('u', "úú"),
        ('y', "ýý"),
        ('n', "ññ"),
        ('A', "Áá"),
        ('E', "Éé"),
        ('I', "Íí"),
        ('O', "Óó"),
        ('U', "Úú"),
        ('Y', "Ýý"),
        ('N', "Ññ"),
    ];
    const OTHERS: [(char, char); 8] =
        [('c', 'ç'), ('s', 'š'), ('z', 'ž'), ('r', 'ř'), ('C', 'Ç'), ('S', 'Š'), ('Z', 'Ž'), ('R', 'Ř')];
    let mut made = String::new();
    for letter in text.chars() {
        let other = OTHERS.iter().find(|(plain, _)| *plain == letter).map_or(letter, |(_, marked)| *marked);
        match DOUBLED.iter().find(|(plain, _)| *plain == letter) {
            Some((_, doubled)) => made.push_str(doubled),
            None => made.push(other),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::tr;

    #[test]
    fn a_message_is_longer_accented_and_marked_and_what_is_put_into_it_is_not() {
        let words = words("launcher");
        assert_eq!(tr!(words, "launcher-results", count = 1), "⟦\u{2068}\u{2068}1\u{2069} řééšúúlt\u{2069}⟧");
        assert_eq!(tr!(words, "launcher-results", count = 2), "⟦\u{2068}\u{2068}2\u{2069} řééšúúltš\u{2069}⟧");
    }

    #[test]
    fn english_becomes_two_fifths_longer() {
        let english = fs::read_to_string(Path::new(SOURCE).join("packaging.ftl")).expect("English is there");
        let prose: String = english.lines().filter_map(|line| line.split_once(" = ")).map(|(_, text)| text).collect();
        let percent = 100 * lengthened(&prose).chars().count() / prose.chars().count();
        assert!((133..=147).contains(&percent), "{percent} %");
    }
}
