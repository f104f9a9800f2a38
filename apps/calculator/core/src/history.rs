//! The tape as it is kept: a file of one JSON object a line, the first of which names the format.
//!
//! A new line is appended and flushed; every other change writes the file anew beside the old one. So a file that was cut
//! off anywhere has lost its last line at the most, and what cannot be read costs only itself. Windows that are open side
//! by side keep each other's lines: whoever writes the file anew keeps what it has never seen.

mod file;

pub use file::{Error, File};

use crate::format::Text;
use crate::locale::Notation;
use crate::tape::{Line, Manner};
use crate::value::{Angle, Settings, Word};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;

/// The format that is written.
const VERSION: u32 = 1;

/// The most lines that are kept; the oldest go first.
pub const MOST_LINES: usize = 1000;

#[derive(Serialize, Deserialize)]
struct Head {
    #[serde(rename = "candela-calculator-history")]
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    id: u64,
    number: usize,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    result: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    is_rounded: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    angle: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    word: String,
    #[serde(default, skip_serializing_if = "is_false")]
    is_complex: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    language: String,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Writes the first line of a file, with its line end.
pub fn head() -> String {
    json(&Head { version: VERSION })
}

/// Writes a line of the tape, with its line end.
pub fn entry(line: &Line) -> String {
    let settings = &line.manner.settings;
    let result = line.result();
    json(&Entry {
        id: line.id,
        number: line.number,
        text: line.text.clone(),
        result: result.map(|text| text.text.clone()),
        is_rounded: result.is_some_and(|text| !text.is_exact),
        angle: angle_name(settings.angle).to_owned(),
        word: settings.word.map(word_name).unwrap_or_default(),
        is_complex: settings.is_complex,
        language: line.manner.language.clone(),
    })
}

fn json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).expect("text and numbers can be written");
    text.push('\n');
    text
}

/// Reads what can be read of a file: whole lines, and a last one that lost its end where it lost nothing else.
///
/// Lines that say nothing to this version are left out, and so is a second line of the same name. Numbers grow.
pub fn parse(bytes: &[u8]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut names = HashSet::new();
    for part in bytes.split(|byte| *byte == b'\n') {
        let Ok(entry) = serde_json::from_slice::<Entry>(part) else { continue };
        if !names.insert(entry.id) {
            continue;
        }
        let least = lines.last().map_or(1, |line| line.number + 1);
        lines.push(line(entry, least));
    }
    let first = lines.len().saturating_sub(MOST_LINES);
    lines.split_off(first)
}

fn line(entry: Entry, least_number: usize) -> Line {
    let notation = match entry.language.as_str() {
        "" => Notation::default(),
        language => Notation::of_language(language).unwrap_or_default(),
    };
    let settings = Settings {
        angle: angle_of(&entry.angle).unwrap_or_default(),
        word: word_of(&entry.word),
        is_complex: entry.is_complex,
        notation,
        ..Settings::default()
    };
    Line {
        id: entry.id,
        // No tape is so long; a number out of a damaged file must not make room for millions of results.
        number: if entry.number - least_number.min(entry.number) > MOST_LINES { least_number } else { entry.number }
            .max(least_number),
        text: entry.text,
        manner: Arc::new(Manner { settings, language: entry.language }),
        outcome: None,
        before: entry.result.map(|text| Text { text, is_exact: !entry.is_rounded }),
    }
}

/// Joins what a window holds with what the file has gained from other windows, in the order in which it was entered.
/// `known` are the names of all lines the window ever had.
fn merge(own: &[Arc<Line>], found: Vec<Line>, known: impl Fn(u64) -> bool) -> Vec<Arc<Line>> {
    let foreign = found.into_iter().filter(|line| !known(line.id)).map(Arc::new);
    let mut lines: Vec<Arc<Line>> = own.iter().cloned().chain(foreign).collect();
    lines.sort_by_key(|line| line.id);
    let first = lines.len().saturating_sub(MOST_LINES);
    lines.split_off(first)
}

/// Returns the short name of an angle, as the command line has it.
pub fn angle_name(angle: Angle) -> &'static str {
    match angle {
        Angle::Radian => "rad",
        Angle::Degree => "deg",
        Angle::Gradian => "grad",
    }
}

/// Reads an angle's short name.
pub fn angle_of(name: &str) -> Option<Angle> {
    [Angle::Radian, Angle::Degree, Angle::Gradian].into_iter().find(|angle| angle_name(*angle) == name)
}

/// Returns the short name of a word size, as the command line has it.
pub fn word_name(word: Word) -> String {
    format!("{}{}", if word.is_signed { 'i' } else { 'u' }, word.bits)
}

/// Reads a word size's short name.
pub fn word_of(name: &str) -> Option<Word> {
    let sizes = [8, 16, 32, 64].into_iter();
    let mut words = sizes.flat_map(|bits| [true, false].map(|is_signed| Word { bits, is_signed }));
    words.find(|word| word_name(*word) == name)
}

#[cfg(test)]
mod tests;
