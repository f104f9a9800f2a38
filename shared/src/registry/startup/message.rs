//! The text of a message about a start, as pure values.

use crate::registry::entry::Entry;

/// Bytes of a text that one client message carries.
pub const PART: usize = 20;

/// What a display is told of a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It begins.
    New,
    /// Another program goes on with it.
    Change,
    /// It is over.
    Remove,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Change => "change",
            Self::Remove => "remove",
        }
    }
}

/// The text for a start of that ID; of what starts, all that is known.
pub fn text(kind: Kind, id: &str, screen: usize, entry: Option<&Entry>) -> String {
    let mut text = format!("{}:", kind.word());
    put(&mut text, "ID", id);
    let Some(entry) = entry else {
        return text;
    };
    put(&mut text, "NAME", entry.display_name());
    put(&mut text, "SCREEN", &screen.to_string());
    let path = entry.path.to_str();
    let known =
        [("ICON", entry.icon.as_deref()), ("WMCLASS", entry.startup_wm_class.as_deref()), ("APPLICATION_ID", path)];
    for (key, value) in known {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            put(&mut text, key, value);
        }
    }
    text
}

/// Adds a key and its value, in quotes: then only the quote and the backslash need an escape.
fn put(text: &mut String, key: &str, value: &str) {
    text.push_str(&format!(" {key}=\""));
    for character in value.chars().filter(|character| *character != '\0') {
        if matches!(character, '"' | '\\') {
            text.push('\\');
        }
        text.push(character);
    }
    text.push('"');
}

/// The parts a text travels in; the last is filled with zeros, of which there is always one.
pub fn parts(text: &str) -> Vec<[u8; PART]> {
    let bytes: Vec<u8> = text.bytes().chain([0]).collect();
    let part = |chunk: &[u8]| {
        let mut part = [0; PART];
        part[..chunk.len()].copy_from_slice(chunk);
        part
    };
    bytes.chunks(PART).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d15_a_message_says_what_is_known() {
        let entry = Entry {
            id: "a.desktop".into(),
            path: "/usr/share/applications/a.desktop".into(),
            name: Some("Say \"hi\" \\o/".into()),
            startup_wm_class: Some("A b".into()),
            ..Entry::default()
        };
        assert_eq!(
            text(Kind::New, "x_TIME1", 0, Some(&entry)),
            r#"new: ID="x_TIME1" NAME="Say \"hi\" \\o/" SCREEN="0" WMCLASS="A b" APPLICATION_ID="/usr/share/applications/a.desktop""#
        );
        assert_eq!(text(Kind::Change, "x", 1, Some(&Entry::default())), r#"change: ID="x" NAME="" SCREEN="1""#);
        assert_eq!(text(Kind::Remove, "x", 0, None), r#"remove: ID="x""#);
    }

    #[test]
    fn d15_a_text_travels_in_parts_and_ends_with_a_zero() {
        for (length, count) in [(0, 1), (19, 1), (20, 2), (39, 2), (40, 3)] {
            let parts = parts(&"x".repeat(length));
            assert_eq!(parts.len(), count, "{length}");
            assert_eq!(parts.concat().iter().filter(|byte| **byte == b'x').count(), length);
            assert_eq!(parts.concat().last(), Some(&0));
        }
    }
}
