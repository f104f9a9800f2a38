//! The lines of a key file, told apart as GLib tells them apart, whatever their bytes.
//!
//! Spec: Desktop Entry 1.5, "Basic format of the file". More is accepted than it allows: a byte order mark, carriage
//! returns, blanks before a line and after a group's name.

use memchr::memchr;

/// What a line of a key file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// Nothing, or a comment.
    Comment,
    /// `[name]`: what follows belongs to this group.
    Group(&'a [u8]),
    /// `key[locale]=value`, without the blanks around the equals sign.
    Pair(Pair<'a>),
    /// None of these.
    Junk,
}

/// A key and its value, as they stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The key, without its locale.
    pub key: &'a [u8],
    /// What stands in brackets after the key.
    pub locale: Option<&'a [u8]>,
    /// The value; blanks at its end belong to it.
    pub value: &'a [u8],
}

/// The lines of a file, one after the other, without their line ends.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: Option<&'a [u8]>,
}

impl<'a> Lines<'a> {
    /// Starts at the first line, past a byte order mark.
    pub fn new(text: &'a [u8]) -> Self {
        Self { rest: Some(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)) }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = self.rest?;
        let line = match memchr(b'\n', rest) {
            Some(end) => {
                self.rest = Some(&rest[end + 1..]);
                &rest[..end]
            }
            None => {
                self.rest = None;
                rest
            }
        };
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

impl<'a> Line<'a> {
    /// Tells what a line says.
    pub fn parse(line: &'a [u8]) -> Self {
        let line = line.trim_ascii_start();
        match line.first() {
            None | Some(b'#') => Self::Comment,
            Some(b'[') => group(line),
            Some(_) => pair(line),
        }
    }
}

fn group(line: &[u8]) -> Line<'_> {
    let Some(end) = memchr(b']', line) else {
        return pair(line);
    };
    let name = &line[1..end];
    let is_name = !name.is_empty() && !name.iter().any(|byte| *byte == b'[' || byte.is_ascii_control());
    if is_name && line[end + 1..].trim_ascii().is_empty() { Line::Group(name) } else { Line::Junk }
}

fn pair(line: &[u8]) -> Line<'_> {
    // One walk over the key, which is short; most lines are translations that nobody reads.
    let mut open = None;
    let mut equals = None;
    for (place, byte) in line.iter().enumerate() {
        match byte {
            b'[' if open.is_none() => open = Some(place),
            b'=' => {
                equals = Some(place);
                break;
            }
            _ => {}
        }
    }
    let Some(equals) = equals else {
        return Line::Junk;
    };
    let (whole, value) = (line[..equals].trim_ascii_end(), line[equals + 1..].trim_ascii_start());
    let (key, locale) = match (open, whole.strip_suffix(b"]")) {
        (Some(open), Some(inner)) if open < inner.len() => (&whole[..open], Some(&inner[open + 1..])),
        (None, None) => (whole, None),
        _ => return Line::Junk,
    };
    if key.is_empty() || key.ends_with(b" ") { Line::Junk } else { Line::Pair(Pair { key, locale, value }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::parse(text.as_bytes())
    }

    fn pair<'a>(key: &'a str, locale: Option<&'a str>, value: &'a str) -> Line<'a> {
        Line::Pair(Pair { key: key.as_bytes(), locale: locale.map(str::as_bytes), value: value.as_bytes() })
    }

    #[test]
    fn d1_d2_lines_are_told_apart_as_glib_does() {
        let cases = [
            ("", Line::Comment),
            ("   ", Line::Comment),
            ("# Name=x", Line::Comment),
            ("   # indented", Line::Comment),
            ("[Desktop Entry]", Line::Group(b"Desktop Entry")),
            ("  [Desktop Entry] \t", Line::Group(b"Desktop Entry")),
            ("[Desktop Entry] x", Line::Junk),
            ("[a[b]", Line::Junk),
            ("[]", Line::Junk),
            ("[unclosed", Line::Junk),
            ("Name=X", pair("Name", None, "X")),
            ("\tName \t =\t  X  ", pair("Name", None, "X  ")),
            ("Name[sr@latin] = a=b", pair("Name", Some("sr@latin"), "a=b")),
            ("Name=", pair("Name", None, "")),
            ("Name [de]=X", Line::Junk),
            ("Name]=X", Line::Junk),
            ("=X", Line::Junk),
            ("no equals sign", Line::Junk),
            ("Name[]=X", pair("Name", Some(""), "X")),
            ("Name[=X", Line::Junk),
        ];
        for (text, expected) in cases {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn d1_lines_end_at_line_feeds_and_lose_one_carriage_return() {
        let lines: Vec<_> = Lines::new(b"\xef\xbb\xbfa\r\n\nb\r\r\nc").collect();
        assert_eq!(lines, [&b"a"[..], b"", b"b\r", b"c"]);
        assert_eq!(Lines::new(b"").count(), 1);
    }
}
