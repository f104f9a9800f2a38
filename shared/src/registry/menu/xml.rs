//! Any bytes as a tree of elements: the reading of XML below the menus.
//!
//! Tolerant on purpose, as menus are written by hand and one slip must not empty the launcher: an end without a start
//! is passed over, what was never ended ends with what holds it, and after a fault in the text what came before counts.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements nested more deeply are left out.
pub(crate) const DEEPEST: usize = 64;

/// An element, its attributes, what is in it, and its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    text: String,
}

impl Element {
    /// Its text, blanks around it taken off.
    pub fn text(&self) -> &str {
        self.text.trim()
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn start(start: &BytesStart<'_>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let attributes = start.attributes().flatten().map(|attribute| {
            let value =
                attribute.unescape_value().map_or_else(|_| text(&attribute.value), std::borrow::Cow::into_owned);
            (text(attribute.key.local_name().as_ref()), value)
        });
        Self { name: text(start.local_name().as_ref()), attributes: attributes.collect(), ..Self::default() }
    }
}

/// Reads the elements of a document, below an element without a name.
pub(crate) fn parse(bytes: &[u8]) -> Element {
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut open = vec![Element::default()];
    let mut too_deep: usize = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if open.len() > DEEPEST && is_element(&start) => too_deep += 1,
            Ok(Event::Start(start)) if is_element(&start) => open.push(Element::start(&start)),
            Ok(Event::Empty(start)) if is_element(&start) => last(&mut open).children.push(Element::start(&start)),
            Ok(Event::End(_)) if too_deep > 0 => too_deep -= 1,
            Ok(Event::End(end)) => close(&mut open, &String::from_utf8_lossy(end.local_name().as_ref())),
            Ok(Event::Text(text)) => last(&mut open).text += &text.decode().unwrap_or_default(),
            Ok(Event::CData(text)) => last(&mut open).text += &text.decode().unwrap_or_default(),
            Ok(Event::GeneralRef(reference)) => last(&mut open).text.extend(character(&reference)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    while open.len() > 1 {
        close_one(&mut open);
    }
    open.remove(0)
}

/// Whether it is one: the specification's own example has comments that begin like an element.
fn is_element(start: &BytesStart<'_>) -> bool {
    start.name().as_ref().first().is_some_and(u8::is_ascii_alphabetic)
}

fn last(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("the outermost element is never closed")
}

/// Ends the innermost open element of that name, and those in it that were never ended.
fn close(open: &mut Vec<Element>, name: &str) {
    if let Some(place) = open.iter().rposition(|element| element.name == name).filter(|place| *place > 0) {
        while open.len() > place {
            close_one(open);
        }
    }
}

fn close_one(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        last(open).children.push(element);
    }
}

/// The character of `&amp;`, `&#38;` and their like; nothing for an entity of a document type.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character);
    }
    let name: &[u8] = reference;
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(element: &Element) -> String {
        let children: String = element.children.iter().map(shown).collect();
        format!("{}({}{children})", element.name, element.text())
    }

    #[test]
    fn documents_are_read_however_badly_they_are_written() {
        let cases: [(&[u8], &str); 9] = [
            (
                b"<?xml version='1.0'?><!DOCTYPE a><a> <b>x &amp; &#65;&#x42;&no;</b><!-- <c/> --><d/></a>",
                "(a(b(x & AB)d()))",
            ),
            (b"\xef\xbb\xbf<m:a xmlns:m='x'><![CDATA[<&]]></m:a>", "(a(<&))"),
            (b"<a><-- a comment, they thought --><b/></a>", "(a(b()))"),
            (b"<a></z><b>x", "(a(b(x)))"),
            (b"<a><b><c></b><d/></a>", "(a(b(c())d()))"),
            (b"<a><b/>\xff</a>", "(a(\u{fffd}b()))"),
            (b"", "()"),
            (b"no element", "(no element)"),
            (b"<a/><b", "(a())"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(shown(&parse(bytes)), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn attributes_are_read_with_their_entities() {
        let document = parse(b"<a b='1 &lt; 2' c=\"x\" d/>");
        assert_eq!(document.children[0].attribute("b"), Some("1 < 2"));
        assert_eq!(document.children[0].attribute("d"), None);
    }

    #[test]
    fn what_is_nested_too_deeply_is_left_out_and_what_follows_is_not() {
        let text = format!("<t>{}<x>deep</x>{}<y/></t>", "<m>".repeat(500), "</m>".repeat(500));
        let document = parse(text.as_bytes());
        assert_eq!(document.children[0].children.last().map(|element| element.name.as_str()), Some("y"));
    }
}
