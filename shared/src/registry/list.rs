//! Values of a key file: escapes, lists and booleans.
//!
//! Spec: Desktop Entry 1.5, "Possible value types" (rules D5 and D6). What it leaves open is read as GLib reads it: an
//! unknown escape stands for itself, a backslash at the end for nothing.

/// Splits a list at its semicolons and undoes the escapes of its parts; `\;` is a semicolon within a part.
///
/// The last part need not be ended. Parts may be empty, except the last.
pub fn split(value: &str) -> Box<[Box<str>]> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => parts.push(std::mem::take(&mut part).into_boxed_str()),
            '\\' => match characters.next() {
                Some(';') => part.push(';'),
                Some(letter) => push_escaped(&mut part, letter),
                None => {}
            },
            _ => part.push(character),
        }
    }
    if !part.is_empty() {
        parts.push(part.into_boxed_str());
    }
    parts.into_boxed_slice()
}

fn push_escaped(text: &mut String, letter: char) {
    match letter {
        's' => text.push(' '),
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        '\\' => text.push('\\'),
        other => text.extend(['\\', other]),
    }
}

/// Undoes the escapes of a text.
pub fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => characters.next().into_iter().for_each(|letter| push_escaped(&mut text, letter)),
            _ => text.push(character),
        }
    }
    text
}

/// Writes a text with escapes, so that [`unescape`] gives it back.
pub fn escape(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for (place, character) in text.chars().enumerate() {
        match character {
            ' ' if place == 0 => value.push_str("\\s"),
            '\n' => value.push_str("\\n"),
            '\t' => value.push_str("\\t"),
            '\r' => value.push_str("\\r"),
            '\\' => value.push_str("\\\\"),
            _ => value.push(character),
        }
    }
    value
}

/// Whether a text holds an escape that means nothing.
pub fn has_unknown_escape(value: &str, is_list: bool) -> bool {
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            match characters.next() {
                Some('s' | 'n' | 't' | 'r' | '\\') => {}
                Some(';') if is_list => {}
                _ => return true,
            }
        }
    }
    false
}

/// Reads a boolean as GLib does: `true`, `false`, and the `1` and `0` of old files; blanks at the end do not matter.
pub fn boolean(value: &str) -> Option<bool> {
    match value.trim_ascii_end() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d5_lists_are_split_at_semicolons_that_are_not_escaped() {
        let cases: [(&str, &[&str]); 10] = [
            ("a;b;", &["a", "b"]),
            ("a;b", &["a", "b"]),
            (r"a\;b;c;", &["a;b", "c"]),
            (r"a\\;b", &["a\\", "b"]),
            (r"a\sb;\n", &["a b", "\n"]),
            (r"a\qb;", &["a\\qb"]),
            ("a;;b;", &["a", "", "b"]),
            ("", &[]),
            (";", &[""]),
            (r"a\", &["a"]),
        ];
        for (value, expected) in cases {
            let found = split(value);
            assert_eq!(found.iter().map(|part| &**part).collect::<Vec<_>>(), expected, "{value:?}");
        }
    }

    #[test]
    fn d5_escapes_are_undone_and_unknown_ones_stand_for_themselves() {
        let cases = [
            (r"a\sb\nc\td\re\\f", "a b\nc\td\re\\f"),
            (r"\q\;", r"\q\;"),
            (r"end\", "end"),
            (r"\\n", r"\n"),
            ("plain", "plain"),
        ];
        for (value, expected) in cases {
            assert_eq!(unescape(value), expected, "{value:?}");
        }
    }

    #[test]
    fn d5_what_is_escaped_can_be_undone() {
        for text in [" a\\b\n\t\r;", "", "ä\\s"] {
            assert_eq!(unescape(&escape(text)), text);
        }
    }

    #[test]
    fn d6_booleans_are_read_as_glib_reads_them() {
        let cases = [
            ("true", Some(true)),
            ("1", Some(true)),
            ("true  ", Some(true)),
            ("false", Some(false)),
            ("0 ", Some(false)),
            ("True", None),
            ("yes", None),
            ("", None),
            ("tr", None),
        ];
        for (value, expected) in cases {
            assert_eq!(boolean(value), expected, "{value:?}");
        }
    }
}
