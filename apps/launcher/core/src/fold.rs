//! Letters as people type them: without case, accents and ligatures, and other alphabets spelled in Latin letters.
//!
//! Two readings of a text: its own alphabet without case and marks (`ΈΛΛΗΝ` is `ελλην`, `Straße` is `strasse`), and,
//! where that is not Latin already, the Latin spelling of it (`Файлы` is `fayly`).

use std::ops::Range;

/// Reads a text in its own alphabet: Latin letters as plain ASCII, others in lower case and without marks.
pub fn native(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().fold(String::with_capacity(text.len()), |mut read, letter| {
        push_native(letter, &mut read);
        read
    })
}

/// Spells a text in Latin letters; `None` where [`native`] says the same.
pub fn latin(text: &str) -> Option<String> {
    (!text.chars().all(is_latin)).then(|| {
        text.chars().fold(String::with_capacity(text.len()), |mut spelled, letter| {
            push_latin(letter, &mut spelled);
            spelled
        })
    })
}

/// Spells a query in Latin letters where its alphabet is one that is spelled letter by letter: Cyrillic and Greek.
pub fn spelled_query(query: &str) -> Option<String> {
    let is_spelled =
        |letter: char| is_latin(letter) || matches!(letter, '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}');
    (query.chars().all(is_spelled)).then(|| latin(query)).flatten()
}

/// Finds the bytes of `text` that the bytes `range` of its native (or else Latin) reading come from.
pub fn origin(text: &str, range: Range<usize>, is_native: bool) -> Range<usize> {
    let push = if is_native { push_native } else { push_latin };
    let mut read = String::new();
    let (mut at, mut start, mut end) = (0, text.len(), text.len());
    for (position, letter) in text.char_indices() {
        push(letter, &mut read);
        let next = read.len();
        if next > range.start && start == text.len() {
            start = position;
        }
        if at >= range.end {
            end = position;
            break;
        }
        at = next;
    }
    start.min(end)..end
}

/// The first letters of the words of a text, in its own alphabet; a capital inside a word begins one (`LibreOffice`).
pub fn initials(text: &str) -> String {
    let mut initials = String::new();
    let mut before = ' ';
    for letter in text.chars() {
        let begins =
            letter.is_alphanumeric() && (!before.is_alphanumeric() || (before.is_lowercase() && letter.is_uppercase()));
        if begins {
            push_first(letter, push_native, &mut initials);
        }
        before = letter;
    }
    initials
}

/// The first letters of the readings of Chinese characters, each of them a word: `wj` for 文件. `None` where there are
/// none. Other letters keep to [`initials`].
pub fn han_initials(text: &str) -> Option<String> {
    if !text.chars().any(is_han) {
        return None;
    }
    let mut initials = String::new();
    let mut before = ' ';
    for letter in text.chars() {
        let begins = is_han(letter) || (letter.is_alphanumeric() && (!before.is_alphanumeric() || is_han(before)));
        if begins {
            push_first(letter, push_latin, &mut initials);
        }
        before = letter;
    }
    Some(initials)
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{206f}')
}

fn push_native(letter: char, read: &mut String) {
    if is_latin(letter) {
        push_latin(letter, read);
    } else {
        read.extend(letter.to_lowercase().map(plain));
    }
}

fn push_latin(letter: char, read: &mut String) {
    read.extend(any_ascii::any_ascii_char(letter).chars().map(|letter| letter.to_ascii_lowercase()));
}

/// Adds the first letter that a letter is read as.
fn push_first(letter: char, push: fn(char, &mut String), read: &mut String) {
    let before = read.len();
    push(letter, read);
    if let Some(first) = read[before..].chars().next() {
        read.truncate(before + first.len_utf8());
    }
}

/// Takes the marks off the letters that people type without them: Greek accents, Cyrillic short i, Arabic hamza forms.
fn plain(letter: char) -> char {
    match letter {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_without_case_accents_and_ligatures() {
        let cases = [
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Éditeur", "editeur"),
            ("E\u{301}diteur", "editeur"),
            ("ΈΛΛΗΝ", "ελλην"),
            ("Ёлка", "елка"),
            ("الإعدادات", "الاعدادات"),
            ("Ørsted", "orsted"),
        ];
        for (text, expected) in cases {
            assert_eq!(native(text), expected, "{text}");
        }
    }

    #[test]
    fn other_alphabets_are_spelled_in_latin_letters() {
        assert_eq!(latin("Файлы").as_deref(), Some("fayly"));
        assert_eq!(latin("Αρχεία").as_deref(), Some("archeia"));
        assert_eq!(latin("Editor"), None);
        assert_eq!(spelled_query("фирефокс").as_deref(), Some("firefoks"));
        assert_eq!(spelled_query("حاسبة"), None, "Arabic is not spelled letter by letter");
    }

    #[test]
    fn chinese_characters_are_read_in_pinyin_whole_and_by_first_letters() {
        assert_eq!(latin("文件管理器").as_deref(), Some("wenjianguanliqi"));
        assert_eq!(han_initials("文件管理器").as_deref(), Some("wjglq"));
        assert_eq!(han_initials("WPS 文字 2").as_deref(), Some("wwz2"));
        assert_eq!(han_initials("Files"), None);
    }

    #[test]
    fn initials_begin_at_words_and_at_capitals_inside_them() {
        assert_eq!(initials("GNU Image Manipulation Program"), "gimp");
        assert_eq!(initials("LibreOffice Writer"), "low");
        assert_eq!(initials("  text-editor (beta)"), "teb");
    }

    #[test]
    fn a_range_of_the_reading_leads_back_to_the_letters_it_came_from() {
        let cases = [
            ("Straße 1", 5..6, true, "ß"),
            ("Éditeur", 0..4, true, "Édit"),
            ("Éditeur", 3..7, true, "teur"),
            ("Файлы", 0..3, false, "Фай"),
            ("E\u{301}t", 1..2, true, "t"),
        ];
        for (text, range, is_native, expected) in cases {
            assert_eq!(&text[origin(text, range.clone(), is_native)], expected, "{text} {range:?}");
        }
    }
}
