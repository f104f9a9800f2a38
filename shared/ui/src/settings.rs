//! The look the user chose, in `candela/look.toml` of the configuration directory; what is not said follows the desktop.
//!
//! ```toml
//! mode = "dark"          # light, dark
//! contrast = "more"      # normal, more
//! accent = "moss"        # dusk, teal, moss, amber, rose, plum, graphite
//! text-size = 120        # percent, 80 to 160
//! density = "compact"    # comfortable, compact
//! motion = "less"        # full, less
//! ```

use crate::desktop::Desktop;
use crate::{Accent, Contrast, Density, Direction, Look, Mode, Motion};
use candela_shared::Directories;
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::i18n::Words;
use candela_shared::tr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::{fs, io};
use thiserror::Error;
use toml::{Table, Value};

/// What the user chose; `None` follows the desktop.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Settings {
    /// Light or dark.
    pub mode: Option<Mode>,
    /// How strong differences are drawn.
    pub contrast: Option<Contrast>,
    /// The one colour.
    pub accent: Option<Accent>,
    /// Text size, 1.0 for 100 %.
    pub text_scale: Option<f32>,
    /// Height of rows.
    pub density: Option<Density>,
    /// Amount of motion.
    pub motion: Option<Motion>,
}

/// What is wrong with the settings; what is right in them counts all the same.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// The file is there and cannot be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The file is no TOML.
    #[error("line {line}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
    /// A key has a value it cannot have.
    #[error("{key} cannot be {value}")]
    Value {
        /// The key.
        key: &'static str,
        /// Its value.
        value: String,
    },
}

impl Error {
    /// A line for the user, in their language.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Read { path, kind } => {
                let file = display_bytes(path.as_os_str().as_bytes());
                tr!(words, "shared-look-unreadable", file = file, detail = kind.to_string())
            }
            Self::Syntax { line, message } => {
                tr!(words, "shared-look-line", line = *line, detail = single_line(message))
            }
            Self::Value { key, value } => tr!(words, "shared-look-value", key = *key, value = single_line(value)),
        }
    }
}

impl Settings {
    /// Reads the settings of a user; no file is no choice. Blocks.
    ///
    /// Returns what could be read, and what is wrong.
    pub fn read(directories: &Directories) -> (Self, Vec<Error>) {
        let Some(path) = directories.config_home.as_ref().map(|config| config.join("candela/look.toml")) else {
            return Default::default();
        };
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Default::default(),
            Err(error) => (Self::default(), vec![Error::Read { path, kind: error.kind() }]),
        }
    }

    /// Reads the text of a settings file. Unknown keys are those of another version and say nothing.
    pub fn parse(text: &str) -> (Self, Vec<Error>) {
        let table: Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return (Self::default(), vec![syntax(text, &error)]),
        };
        let mut errors = Vec::new();
        let settings = Self {
            mode: word(&table, "mode", &[("light", Mode::Light), ("dark", Mode::Dark)], &mut errors),
            contrast: word(&table, "contrast", &[("normal", Contrast::Normal), ("more", Contrast::More)], &mut errors),
            accent: word(&table, "accent", &Accent::ALL.map(|accent| (accent.name(), accent)), &mut errors),
            text_scale: percent(&table, "text-size", &mut errors),
            density: word(
                &table,
                "density",
                &[("comfortable", Density::Comfortable), ("compact", Density::Compact)],
                &mut errors,
            ),
            motion: word(&table, "motion", &[("full", Motion::Full), ("less", Motion::Less)], &mut errors),
        };
        (settings, errors)
    }

    /// The look that follows: what the user chose, else what the desktop wants.
    pub fn look(&self, desktop: &Desktop, direction: Direction) -> Look {
        let mode = self.mode.or(desktop.mode).unwrap_or_default();
        let contrast = self.contrast.or(desktop.contrast).unwrap_or_default();
        let accent = self.accent.or(desktop.accent).unwrap_or_default();
        let look = Look::new(mode, contrast, accent).with_direction(direction);
        Look {
            density: self.density.unwrap_or_default(),
            motion: self.motion.or(desktop.motion).unwrap_or_default(),
            ..look.with_text_scale(self.text_scale.unwrap_or(1.0))
        }
    }
}

fn syntax(text: &str, error: &toml::de::Error) -> Error {
    let at = error.span().map_or(0, |span| span.start.min(text.len()));
    Error::Syntax { line: 1 + text[..at].matches('\n').count(), message: error.message().to_owned() }
}

fn word<T: Copy>(table: &Table, key: &'static str, words: &[(&str, T)], errors: &mut Vec<Error>) -> Option<T> {
    let value = table.get(key)?;
    let found = value.as_str().and_then(|text| words.iter().find(|(word, _)| *word == text));
    if found.is_none() {
        errors.push(Error::Value { key, value: value.to_string() });
    }
    found.map(|(_, meaning)| *meaning)
}

fn percent(table: &Table, key: &'static str, errors: &mut Vec<Error>) -> Option<f32> {
    let value = table.get(key)?;
    let number = match value {
        Value::Integer(number) => Some(*number as f32),
        Value::Float(number) => Some(*number as f32),
        Value::String(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => None,
    };
    let scale = number.map(|percent| percent / 100.0).filter(|scale| (Look::SMALLEST..=Look::LARGEST).contains(scale));
    if scale.is_none() {
        errors.push(Error::Value { key, value: value.to_string() });
    }
    scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_user_chose_goes_before_what_the_desktop_wants() {
        let (settings, errors) = Settings::parse("mode = \"light\"\ntext-size = 120\nmotion = \"less\"\n");
        assert_eq!(errors, []);
        let desktop = Desktop { mode: Some(Mode::Dark), contrast: Some(Contrast::More), ..Desktop::default() };
        let look = settings.look(&desktop, Direction::RightToLeft);
        assert!(!look.palette.is_dark && look.palette.is_contrast && look.is_mirrored());
        assert_eq!((look.text_scale, look.motion), (1.2, Motion::Less));
        assert!(Settings::default().look(&desktop, Direction::LeftToRight).palette.is_dark);
        assert_eq!(Settings::default().look(&Desktop::default(), Direction::LeftToRight), Look::default());
    }

    #[test]
    fn a_wrong_value_is_named_and_costs_only_itself() {
        let (settings, errors) = Settings::parse("mode = \"dim\"\naccent = \"moss\"\ntext-size = 900\nnews = 1\n");
        assert_eq!(settings, Settings { accent: Some(Accent::Moss), ..Settings::default() });
        let wrong = |key, value: &str| Error::Value { key, value: value.to_owned() };
        assert_eq!(errors, [wrong("mode", "\"dim\""), wrong("text-size", "900")]);
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let (settings, errors) = Settings::parse("mode = \"dark\"\n\nmotion = = 3\n");
        assert_eq!(settings, Settings::default());
        assert!(matches!(&errors[..], [Error::Syntax { line: 3, .. }]), "{errors:?}");
    }

    #[test]
    fn no_file_is_no_choice() {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { config_home: Some(root.path().into()), ..Directories::default() };
        assert_eq!(Settings::read(&directories), (Settings::default(), Vec::new()));
        fs::create_dir_all(root.path().join("candela/look.toml")).unwrap();
        assert!(matches!(&Settings::read(&directories).1[..], [Error::Read { .. }]));
    }
}
