//! The pass before the parsing crate: any bytes in, out comes text that it reads as GLib would have.

use crate::registry::key::{ALL, Form, Key};
use crate::registry::line::{Line, Lines, Pair};
use crate::registry::list;
use crate::registry::parser::{Fault, FaultKind, Rejection};

use memchr::{memchr, memchr2};

/// The group of the entry itself.
pub const ENTRY_GROUP: &str = "Desktop Entry";
/// The locale under which the one translation the user reads is handed on.
pub const TRANSLATION: &str = "x";

const ACTION_PREFIX: &str = "Desktop Action ";
/// More groups than this, or more faults, are not kept: a file must not cost more memory than it is large.
const MOST_GROUPS: usize = 128;
const MOST_FAULTS: usize = 256;

/// Returns the name of the group of an action.
pub fn action_group(id: &str) -> String {
    format!("{ACTION_PREFIX}{id}")
}

/// Writes what is wanted of `bytes` to `text`; adds what was wrong to `faults`.
pub fn normalise(
    bytes: &[u8],
    candidates: &[String],
    text: &mut String,
    faults: &mut Vec<Fault>,
) -> Result<(), Rejection> {
    let mut reading = Reading { candidates, sections: Vec::new(), current: Place::Before, line: 0, faults };
    reading.read(bytes)?;
    for section in &reading.sections {
        write_section(section, text);
    }
    Ok(())
}

/// What one key has to say: at most one value, and at most one translation with its place among the candidates.
#[derive(Clone, Copy, Default)]
struct Slot<'a> {
    default: Option<&'a str>,
    translation: Option<(usize, &'a str)>,
}

struct Section<'a> {
    name: &'a str,
    slots: [Slot<'a>; ALL.len()],
}

/// Where the lines being read belong.
#[derive(Clone, Copy)]
enum Place {
    Before,
    Section(usize),
    Elsewhere,
}

struct Reading<'a, 'b> {
    candidates: &'b [String],
    sections: Vec<Section<'a>>,
    current: Place,
    line: u32,
    faults: &'b mut Vec<Fault>,
}

impl<'a> Reading<'a, '_> {
    fn read(&mut self, bytes: &'a [u8]) -> Result<(), Rejection> {
        if bytes.starts_with(b"\xef\xbb\xbf") {
            self.line = 1;
            self.fault(FaultKind::ByteOrderMark);
            self.line = 0;
        }
        // What follows a zero byte in a line is not read, as in GLib; nearly no file has one.
        let has_zero = memchr(0, bytes).is_some();
        for line in Lines::new(bytes) {
            self.line = self.line.saturating_add(1);
            let end = if has_zero { memchr(0, line) } else { None };
            if end.is_some() {
                self.fault(FaultKind::ZeroByte);
            }
            match Line::parse(end.map_or(line, |end| &line[..end])) {
                Line::Comment => {}
                Line::Group(name) => self.enter(name)?,
                Line::Pair(pair) => self.pair(pair),
                Line::Junk => self.fault(FaultKind::Junk),
            }
        }
        if self.sections.is_empty() { Err(Rejection::NoGroup) } else { Ok(()) }
    }

    fn fault(&mut self, kind: FaultKind) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { line: self.line, kind });
        }
    }

    fn enter(&mut self, name: &'a [u8]) -> Result<(), Rejection> {
        self.current = Place::Elsewhere;
        if self.sections.is_empty() && name != ENTRY_GROUP.as_bytes() {
            return Err(Rejection::OtherGroupFirst);
        }
        if name != ENTRY_GROUP.as_bytes() && !name.starts_with(ACTION_PREFIX.as_bytes()) {
            return Ok(());
        }
        let Ok(name) = str::from_utf8(name) else {
            self.fault(FaultKind::NotUtf8);
            return Ok(());
        };
        if let Some(place) = self.sections.iter().position(|section| section.name == name) {
            self.fault(FaultKind::RepeatedGroup);
            self.current = Place::Section(place);
        } else if self.sections.len() < MOST_GROUPS {
            self.current = Place::Section(self.sections.len());
            self.sections.push(Section { name, slots: [Slot::default(); ALL.len()] });
        }
        Ok(())
    }

    fn pair(&mut self, pair: Pair<'a>) {
        let place = match self.current {
            Place::Section(place) => place,
            Place::Before => return self.fault(FaultKind::BeforeFirstGroup),
            Place::Elsewhere => return,
        };
        // First of all what most lines are: translations into other languages.
        let rank = pair.locale.map(|locale| rank(self.candidates, locale));
        if rank == Some(None) {
            return;
        }
        let Some(key) = Key::parse(pair.key) else {
            if !pair.key.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
                self.fault(FaultKind::KeyName);
            }
            return;
        };
        if rank.is_some() && !key.is_translatable() {
            return;
        }
        let Ok(value) = str::from_utf8(pair.value) else {
            return self.fault(FaultKind::NotUtf8);
        };
        self.check(key, value);
        self.put(place, key, rank.flatten(), value);
    }

    fn check(&mut self, key: Key, value: &str) {
        let is_list = key.form() == Form::List;
        if memchr(b'\\', value.as_bytes()).is_some() && list::has_unknown_escape(value, is_list) {
            self.fault(FaultKind::UnknownEscape);
        }
        if key.form() == Form::Boolean && !matches!(value, "true" | "false") {
            self.fault(FaultKind::Boolean);
        }
    }

    /// Keeps the value: the last of a key, and of its translations the last of the best locale.
    fn put(&mut self, place: usize, key: Key, rank: Option<usize>, value: &'a str) {
        let slot = &mut self.sections[place].slots[key as usize];
        let is_repeated = match rank {
            None => slot.default.replace(value).is_some(),
            Some(rank) => match slot.translation {
                Some((best, _)) if best < rank => false,
                before => {
                    slot.translation = Some((rank, value));
                    before.is_some_and(|(best, _)| best == rank)
                }
            },
        };
        if is_repeated {
            self.fault(FaultKind::RepeatedKey);
        }
    }
}

/// The place of a translation's locale among those the user reads; its encoding does not matter.
fn rank(candidates: &[String], locale: &[u8]) -> Option<usize> {
    let exact = candidates.iter().position(|name| name.as_bytes() == locale);
    if exact.is_some() || candidates.is_empty() || !locale.contains(&b'.') {
        return exact;
    }
    let locale = str::from_utf8(locale).ok()?;
    let (name, rest) = locale.split_once('.')?;
    let (encoding, modifier) = rest.split_at(rest.find('@').unwrap_or(rest.len()));
    let is_utf8 = encoding.eq_ignore_ascii_case("UTF-8") || encoding.eq_ignore_ascii_case("UTF8");
    candidates.iter().position(|candidate| is_utf8 && *candidate == format!("{name}{modifier}"))
}

fn write_section(section: &Section<'_>, text: &mut String) {
    text.extend(["[", section.name, "]\n"]);
    for (key, slot) in ALL.into_iter().zip(&section.slots) {
        if slot.default.is_none() && slot.translation.is_none() {
            continue;
        }
        // The crate wants a value before its translation, even an empty one.
        text.extend([key.name(), "="]);
        write_value(key, slot.default.unwrap_or_default(), text);
        if let Some((_, translation)) = slot.translation {
            text.extend(["\n", key.name(), "[", TRANSLATION, "]="]);
            write_value(key, translation, text);
        }
        text.push('\n');
    }
}

/// Writes a value so that the crate's reading of it is ours: the text of a text, and a list as it stands in the file.
fn write_value(key: Key, value: &str, text: &mut String) {
    let mut rest = value;
    while let Some(place) = memchr2(b'\\', b'\r', rest.as_bytes()) {
        let (plain, special) = rest.split_at(place);
        text.push_str(plain);
        let mut characters = special.chars();
        let first = characters.next();
        rest = characters.as_str();
        if first == Some('\r') {
            text.push_str("\\r");
        } else if key.form() == Form::List {
            text.push_str("\\\\");
        } else {
            match rest.bytes().next() {
                Some(letter @ (b's' | b'n' | b't' | b'r' | b'\\')) => {
                    text.extend(['\\', letter as char]);
                    rest = &rest[1..];
                }
                Some(_) => text.push_str("\\\\"),
                None => {}
            }
        }
    }
    text.push_str(rest);
}
