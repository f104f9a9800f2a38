//! How names of any bytes are shown safely: nothing in a name may break its line, hide, or reorder what stands around it.
//!
//! A file is named by whoever made it. `invoice\u{202E}fdp.exe` would read as `invoiceexe.pdf`, a newline would push the
//! rest out of its row, and an unbalanced isolate would turn around the sentence the name is quoted in. Each such
//! character is replaced by one visible character, so that offsets counted in characters stay the same:
//!
//! - controls by their pictures (`␊`, `␛`, `␡`), line and paragraph separators by `␤`;
//! - embeddings, overrides, isolates, deprecated formatting and invisible fillers by `�`;
//! - kept: joiners (emoji and Indic scripts need them), LRM, RLM and ALM (invisible, but they only place the neutral
//!   characters beside them, and honest Arabic and Hebrew names carry them), variation selectors, soft hyphens, and the
//!   tags of a flag.
//!
//! Spec: Unicode Technical Report 36, "Bidirectional Text Spoofing"; UAX #9, "Explicit Directional Formatting".

use std::borrow::Cow;

const REPLACEMENT: char = '\u{FFFD}';
const FLAG: char = '\u{1F3F4}';

/// Returns the name as it may be shown: one line, no control and no formatting that reorders or hides.
///
/// The result has as many characters as the name; it is borrowed, at no cost but one look at each character, where
/// nothing had to be replaced.
pub fn display_name(name: &str) -> Cow<'_, str> {
    let mut inside_flag = false;
    replace(name, move |letter| {
        let is_tag = ('\u{E0000}'..='\u{E007F}').contains(&letter);
        inside_flag = letter == FLAG || (inside_flag && is_tag);
        if inside_flag { letter } else { safe(letter) }
    })
}

/// Returns the name of any bytes as it may be shown; each run of bytes that is not UTF-8 becomes `�`.
pub fn display_bytes(name: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(name) {
        Cow::Borrowed(text) => display_name(text),
        Cow::Owned(text) => Cow::Owned(display_name(&text).into_owned()),
    }
}

/// Returns our own words on one line: only controls and separators are replaced, the isolates around arguments stay.
///
/// The result has as many characters as the text.
pub fn single_line(text: &str) -> Cow<'_, str> {
    replace(text, |letter| picture(letter).unwrap_or(letter))
}

fn replace(text: &str, mut safe: impl FnMut(char) -> char) -> Cow<'_, str> {
    let mut letters = text.char_indices();
    let Some((start, first)) = letters.find_map(|(at, letter)| {
        let shown = safe(letter);
        (shown != letter).then_some((at, shown))
    }) else {
        return Cow::Borrowed(text);
    };
    let mut shown = String::with_capacity(text.len() + 8);
    shown.push_str(&text[..start]);
    shown.push(first);
    shown.extend(letters.map(|(_, letter)| safe(letter)));
    Cow::Owned(shown)
}

/// The picture of a control or of a separator of lines.
fn picture(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(letter)),
        '\u{7F}' => Some('\u{2421}'),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\u{2424}'),
        '\u{80}'..='\u{9F}' => Some(REPLACEMENT),
        _ => None,
    }
}

fn safe(letter: char) -> char {
    if let Some(picture) = picture(letter) {
        return picture;
    }
    match letter {
        // Embeddings, overrides, isolates; deprecated formatting.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => REPLACEMENT,
        // Zero width space, word joiner, invisible operators, byte order mark, annotations, Hangul fillers.
        '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => REPLACEMENT,
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => REPLACEMENT,
        '\u{E0000}'..='\u{E007F}' => REPLACEMENT,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_break_hide_or_reorder_is_made_visible() {
        for (name, shown, case) in [
            ("invoice\u{202E}fdp.exe", "invoice\u{FFFD}fdp.exe", "override"),
            ("a\u{2067}b\u{2069}", "a\u{FFFD}b\u{FFFD}", "isolates"),
            ("two\nlines\r", "two\u{240A}lines\u{240D}", "newline and return"),
            ("\x1b[31mred\x7f", "\u{241B}[31mred\u{2421}", "escape sequence"),
            ("a\u{2028}b\u{2029}c\u{85}", "a\u{2424}b\u{2424}c\u{2424}", "separators"),
            ("a\u{9b}b", "a\u{FFFD}b", "C1 control"),
            ("pay\u{200B}pal\u{FEFF}", "pay\u{FFFD}pal\u{FFFD}", "zero width"),
            ("\u{E0041}x", "\u{FFFD}x", "a tag without a flag"),
            ("\0", "\u{2400}", "nothing but a control"),
        ] {
            assert_eq!(display_name(name), shown, "{case}");
            assert_eq!(display_name(name).chars().count(), name.chars().count(), "{case}: one for one");
        }
    }

    #[test]
    fn an_honest_name_is_lent_as_it_is() {
        for name in [
            "",
            "Résumé – final.pdf",
            "تقرير\u{200F} 2024.pdf",
            "می\u{200C}خواهم.txt",
            "👩\u{200D}💻 ❤\u{FE0F}.png",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}.svg",
            "क\u{200D}ष",
            "日本語.txt",
        ] {
            assert!(matches!(display_name(name), Cow::Borrowed(_)), "{name:?}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_shown_as_replacements() {
        assert_eq!(display_bytes(b"caf\xe9\n.txt"), "caf\u{FFFD}\u{240A}.txt");
        assert_eq!(display_bytes(b"\xff\xfe"), "\u{FFFD}\u{FFFD}");
        assert!(matches!(display_bytes("é".as_bytes()), Cow::Borrowed("é")));
    }

    #[test]
    fn our_own_words_keep_their_isolates() {
        assert_eq!(single_line("Open \u{2068}a\tb\u{2069}"), "Open \u{2068}a\u{2409}b\u{2069}");
        assert!(matches!(single_line("Open \u{2068}x\u{2069}"), Cow::Borrowed(_)));
    }
}
