//! What is kept from one start to the next, in `candela/calculator.toml` of the configuration directory.
//!
//! ```toml
//! mode = "scientific"
//! angle = "deg"            # rad, deg, grad
//! word = "u32"             # i8, u8 ... u64: what the programmer's mode calculates in
//! base = 16                # in which it shows and takes numbers
//! complex = true
//! numbers = "de-CH"        # the language numbers are written in; without it, that of the words
//! memory = "12.5"
//! functions = ["x^2"]      # the curves of the graph
//! ```

use crate::mode::Mode;

use candela_calculator_core::history::{angle_name, angle_of, word_name, word_of};
use candela_calculator_core::locale::Notation;
use candela_calculator_core::{Angle, Word};

use serde::{Deserialize, Serialize};

/// The word a programmer begins with.
const WORD: Word = Word { bits: 32, is_signed: true };

/// What the user has set.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// What the window is for.
    pub mode: Mode,
    /// What numbers stand for as angles.
    pub angle: Angle,
    /// What the programmer's mode calculates in.
    pub word: Word,
    /// The base in which it shows and takes numbers.
    pub base: u32,
    /// Whether square roots of negative numbers have a value.
    pub is_complex: bool,
    /// The language numbers are written in; `None`: that of the words.
    pub numbers: Option<String>,
    /// What the memory holds, as a sum.
    pub memory: Option<String>,
    /// The curves of the graph.
    pub functions: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: Mode::Basic,
            angle: Angle::Radian,
            word: WORD,
            base: 10,
            is_complex: false,
            numbers: None,
            memory: None,
            functions: Vec::new(),
        }
    }
}

/// The file. What it does not have, or has wrong, is as if it had never been set.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Table {
    mode: String,
    angle: String,
    word: String,
    base: u32,
    complex: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memory: Option<String>,
    functions: Vec<String>,
}

impl Settings {
    /// Reads the text of the file. Keys of another version say nothing; a file that is no TOML says nothing at all.
    pub fn parse(text: &str) -> Self {
        let table: Table = toml::from_str(text).unwrap_or_default();
        let own = Self::default();
        Self {
            mode: Mode::of_name(&table.mode).unwrap_or(own.mode),
            angle: angle_of(&table.angle).unwrap_or(own.angle),
            word: word_of(&table.word).unwrap_or(own.word),
            base: if [2, 8, 10, 16].contains(&table.base) { table.base } else { own.base },
            is_complex: table.complex,
            numbers: table.numbers.filter(|tag| Notation::of_language(tag).is_some()),
            memory: table.memory,
            functions: table.functions,
        }
    }

    /// Writes the file.
    pub fn text(&self) -> String {
        let table = Table {
            mode: self.mode.name().to_owned(),
            angle: angle_name(self.angle).to_owned(),
            word: word_name(self.word),
            base: self.base,
            complex: self.is_complex,
            numbers: self.numbers.clone(),
            memory: self.memory.clone(),
            functions: self.functions.clone(),
        };
        toml::to_string(&table).expect("words, numbers and lists of words can be written")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let settings = Settings {
            mode: Mode::Graph,
            angle: Angle::Gradian,
            word: Word { bits: 8, is_signed: false },
            base: 16,
            is_complex: true,
            numbers: Some("de-CH".to_owned()),
            memory: Some("#3 + (√2)".to_owned()),
            functions: vec!["x^2".to_owned(), "\"".to_owned()],
        };
        assert_eq!(Settings::parse(&settings.text()), settings);
        assert_eq!(Settings::parse(&Settings::default().text()), Settings::default());
    }

    #[test]
    fn what_is_wrong_costs_only_itself() {
        let settings =
            Settings::parse("mode = \"programmer\"\nangle = \"turns\"\nbase = 7\nnumbers = \"???\"\nnew = 1\n");
        assert_eq!(settings, Settings { mode: Mode::Programmer, ..Settings::default() });
        assert_eq!(Settings::parse("mode = = 1"), Settings::default());
        assert_eq!(Settings::parse(""), Settings::default());
    }
}
