//! Changes single values of a key file and leaves every other byte as it stands: comments, other languages, unknown keys.
//!
//! Spec: Desktop Entry 1.5, "Extending the format" (rule D20). For entries that the user edits, and for autostart.

use crate::registry::line::{Line, Lines, Pair};
use crate::registry::list;

/// A key file, line by line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyFile {
    lines: Vec<Vec<u8>>,
}

/// Names one value of a key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// The group, such as `Desktop Entry`.
    pub group: &'a str,
    /// The key, such as `Name`.
    pub key: &'a str,
    /// The locale of a translation, such as `de`; `None` for the value itself.
    pub locale: Option<&'a str>,
}

impl<'a> Name<'a> {
    /// Names a key of the main group of a desktop entry.
    pub fn entry(key: &'a str) -> Self {
        Self { group: "Desktop Entry", key, locale: None }
    }
}

impl KeyFile {
    /// Takes a file apart, whatever its bytes.
    pub fn new(bytes: &[u8]) -> Self {
        Self { lines: bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect() }
    }

    /// Returns the file, byte for byte as it was but for what was changed.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.lines.concat()
    }

    /// Returns a value with its escapes undone, the last where there are several; `None` where there is none, or it is
    /// not UTF-8.
    pub fn text(&self, name: Name<'_>) -> Option<String> {
        self.value(name).map(list::unescape)
    }

    /// Returns a list with the escapes of its parts undone, without empty ones; empty where there is none.
    pub fn list(&self, name: Name<'_>) -> Vec<String> {
        let parts = self.value(name).map(list::split).unwrap_or_default();
        parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    }

    /// Returns the keys of a group that stand there without a locale, each once, in their order.
    pub fn keys(&self, group: &str) -> Vec<String> {
        let mut keys = Vec::new();
        for (_, pair) in self.pairs(group).filter(|(_, pair)| pair.locale.is_none()) {
            if let Ok(key) = str::from_utf8(pair.key)
                && !keys.iter().any(|known| known == key)
            {
                keys.push(key.to_owned());
            }
        }
        keys
    }

    /// Puts a text in the place of the value, escaped as it needs to be.
    ///
    /// A new key comes last in its group; a new group comes last in the file.
    pub fn set_text(&mut self, name: Name<'_>, text: &str) {
        self.set(name, &list::escape(text));
    }

    /// Puts a list in the place of the value, each part escaped and ended.
    pub fn set_list(&mut self, name: Name<'_>, parts: &[&str]) {
        let value: String = parts.iter().map(|part| format!("{};", list::escape(part).replace(';', "\\;"))).collect();
        self.set(name, &value);
    }

    /// Puts a boolean in the place of the value.
    pub fn set_boolean(&mut self, name: Name<'_>, value: bool) {
        self.set(name, if value { "true" } else { "false" });
    }

    /// Takes a value out, with every line that gave it.
    pub fn remove(&mut self, name: Name<'_>) {
        for place in self.places(name).into_iter().rev() {
            drop(self.lines.remove(place));
        }
    }

    fn set(&mut self, name: Name<'_>, value: &str) {
        let key = match name.locale {
            Some(locale) => format!("{}[{locale}]={value}", name.key),
            None => format!("{}={value}", name.key),
        };
        // Readers differ on which of several counts: one is left.
        let mut places = self.places(name);
        if let Some(last) = places.pop() {
            self.lines[last] = ended(&key, &self.lines[last]);
            for place in places.into_iter().rev() {
                drop(self.lines.remove(place));
            }
            return;
        }
        let place = self.end_of(name.group).unwrap_or_else(|| self.append_group(name.group));
        self.end_line_before(place);
        self.lines.insert(place, format!("{key}\n").into_bytes());
    }

    /// The value as it stands in the file, the last where there are several.
    fn value(&self, name: Name<'_>) -> Option<&str> {
        let (_, pair) = self.pairs(name.group).filter(|(_, pair)| is_of(pair, name)).last()?;
        str::from_utf8(pair.value).ok()
    }

    /// The lines that give a value.
    fn places(&self, name: Name<'_>) -> Vec<usize> {
        self.pairs(name.group).filter(|(_, pair)| is_of(pair, name)).map(|(place, _)| place).collect()
    }

    /// Every key of a group, with the line it stands in.
    fn pairs<'a>(&'a self, group: &str) -> impl Iterator<Item = (usize, Pair<'a>)> {
        let mut is_inside = false;
        self.lines.iter().enumerate().filter_map(move |(place, bytes)| match line(bytes) {
            Line::Pair(pair) => is_inside.then_some((place, pair)),
            Line::Group(name) => {
                is_inside = name == group.as_bytes();
                None
            }
            Line::Comment | Line::Junk => None,
        })
    }

    /// The place after the last line of a group that says something.
    fn end_of(&self, group: &str) -> Option<usize> {
        let mut is_inside = false;
        let mut end = None;
        for (place, bytes) in self.lines.iter().enumerate() {
            match line(bytes) {
                Line::Group(name) => is_inside = name == group.as_bytes(),
                Line::Comment => continue,
                Line::Pair(_) | Line::Junk => {}
            }
            if is_inside {
                end = Some(place + 1);
            }
        }
        end
    }

    fn append_group(&mut self, group: &str) -> usize {
        self.end_line_before(self.lines.len());
        if !self.lines.is_empty() {
            self.lines.push(b"\n".to_vec());
        }
        self.lines.push(format!("[{group}]\n").into_bytes());
        self.lines.len()
    }

    fn end_line_before(&mut self, place: usize) {
        if let Some(before) = place.checked_sub(1).and_then(|before| self.lines.get_mut(before))
            && !before.ends_with(b"\n")
        {
            before.push(b'\n');
        }
    }
}

fn is_of(pair: &Pair<'_>, name: Name<'_>) -> bool {
    pair.key == name.key.as_bytes() && pair.locale == name.locale.map(str::as_bytes)
}

fn line(bytes: &[u8]) -> Line<'_> {
    Line::parse(Lines::new(bytes).next().unwrap_or_default())
}

/// Ends a line as the one it replaces was ended.
fn ended(text: &str, before: &[u8]) -> Vec<u8> {
    let end = [&b"\r\n"[..], b"\n"].into_iter().find(|end| before.ends_with(end)).unwrap_or_default();
    [text.as_bytes(), end].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &[u8] = b"# mine\n[Desktop Entry]\nType=Application\nName = Old \nName[de]=Alt\n\xff junk\n\
        X-Vendor=\\q\n# the end\n\n[Desktop Action a]\nName=A\r\n[X]\nName=x";

    fn replaced(from: &str, to: &str) -> Vec<u8> {
        let text = TEXT.escape_ascii().to_string();
        let (from, to) = (from.escape_default().to_string(), to.escape_default().to_string());
        assert_eq!(text.matches(&from).count(), 1, "{from}");
        text.replace(&from, &to).into_bytes()
    }

    fn changed(change: impl FnOnce(&mut KeyFile)) -> Vec<u8> {
        let mut file = KeyFile::new(TEXT);
        change(&mut file);
        file.to_bytes().escape_ascii().to_string().into_bytes()
    }

    #[test]
    fn d20_a_change_touches_its_own_line_alone() {
        let name = Name::entry("Name");
        let german = Name { locale: Some("de"), ..name };
        let action = Name { group: "Desktop Action a", ..name };
        let other = Name { group: "X", ..Name::entry("Key") };
        type Change<'a> = Box<dyn FnOnce(&mut KeyFile) + 'a>;
        let cases: [(Change<'_>, Vec<u8>); 7] = [
            (Box::new(|file| file.set_text(name, " New\n")), replaced("Name = Old ", "Name=\\sNew\\n")),
            (Box::new(|file| file.set_text(german, "Neu")), replaced("Alt", "Neu")),
            (Box::new(|file| file.set_text(action, "B")), replaced("Name=A\r", "Name=B\r")),
            (Box::new(|file| file.remove(german)), replaced("Name[de]=Alt\n", "")),
            (Box::new(|file| file.set_boolean(Name::entry("Hidden"), true)), replaced("\\q\n", "\\q\nHidden=true\n")),
            (Box::new(|file| file.set_list(other, &["a;b", "c"])), replaced("Name=x", "Name=x\nKey=a\\;b;c;\n")),
            (Box::new(|file| file.remove(Name::entry("Missing"))), replaced("# mine", "# mine")),
        ];
        for (change, expected) in cases {
            let found = changed(change);
            assert_eq!(String::from_utf8(found).unwrap(), String::from_utf8(expected).unwrap());
        }
    }

    #[test]
    fn d20_of_several_values_one_is_left() {
        let mut file = KeyFile::new(b"[Desktop Entry]\nName=1\n[X]\n[Desktop Entry]\nName=2\n");
        assert_eq!(file.text(Name::entry("Name")).as_deref(), Some("2"));
        file.set_text(Name::entry("Name"), "3");
        assert_eq!(file.to_bytes(), b"[Desktop Entry]\n[X]\n[Desktop Entry]\nName=3\n");
    }

    #[test]
    fn d20_an_empty_file_gets_its_group() {
        let mut file = KeyFile::default();
        file.set_boolean(Name::entry("Hidden"), true);
        file.set_text(Name { group: "More", ..Name::entry("A") }, "b");
        assert_eq!(file.to_bytes(), b"[Desktop Entry]\nHidden=true\n\n[More]\nA=b\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn d20_any_file_comes_back_as_it_was_and_any_text_can_be_set(bytes: Vec<u8>, text in "[^\0]*") {
            let mut file = KeyFile::new(&bytes);
            prop_assert_eq!(file.to_bytes(), bytes);
            file.set_text(Name::entry("Name"), &text);
            prop_assert_eq!(file.text(Name::entry("Name")), Some(text));
        }
    }
}
