//! What the user or the site chose, in `candela/shutdown.toml` of the configuration directories.

use crate::plan::Answer;
use crate::{Root, backend};

use candela_shared::Directories;
use thiserror::Error;
use toml::{Table, Value};

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

/// How long all sources may take together.
const DEADLINE: Duration = Duration::from_secs(2);
/// The longest they may be given.
const LONGEST_DEADLINE: u64 = 60;
/// The longest countdown, in seconds.
const LONGEST_COUNTDOWN: u64 = 3600;

/// Which updates are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PromptFor {
    /// Those that are downloaded.
    #[default]
    Staged,
    /// Those too that would have to be downloaded.
    Available,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The sources to ask, in that order; `None` for all.
    pub backends: Option<Vec<String>>,
    /// Which updates are asked about.
    pub prompt_for: PromptFor,
    /// How long all sources may take together.
    pub deadline: Duration,
    /// The site's program that prints what waits, with its arguments; empty for none.
    pub command: Vec<String>,
    /// The site's program that installs it.
    pub install_command: Vec<String>,
    /// The site's program that sees to it that a shutdown installs nothing.
    pub skip_command: Vec<String>,
    /// What is done where nobody can be asked.
    pub policy: Answer,
    /// How long the dialog waits before it answers by itself; `None` for ever.
    pub countdown: Option<Duration>,
    /// What it answers then; it never installs on battery.
    pub countdown_answer: Answer,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            backends: None,
            prompt_for: PromptFor::Staged,
            deadline: DEADLINE,
            command: Vec::new(),
            install_command: Vec::new(),
            skip_command: Vec::new(),
            policy: Answer::Cancel,
            countdown: None,
            countdown_answer: Answer::Skip,
        }
    }
}

/// What is wrong with the settings; what is right in them counts all the same.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// The file is there and cannot be read.
    #[error("{path}: {kind}", path = path.display())]
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
        key: String,
        /// Its value.
        value: String,
    },
}

impl Settings {
    /// Reads the settings of a user: the first file there is, from the user's own to the system's. Blocks.
    ///
    /// Returns what could be read, and what is wrong.
    pub fn read(directories: &Directories) -> (Self, Vec<SettingsError>) {
        Self::first(directories.all_config().into_iter().map(Path::to_owned))
    }

    /// Reads the settings below a root, and a user's where there are none. Blocks.
    pub fn read_for(root: &Root, directories: &Directories) -> (Self, Vec<SettingsError>) {
        let user = directories.all_config().into_iter().map(Path::to_owned);
        Self::first(system_folders(root).chain(user))
    }

    /// Reads the system's settings alone, below a root. Blocks.
    pub fn read_below(root: &Root) -> (Self, Vec<SettingsError>) {
        Self::first(system_folders(root))
    }

    fn first(folders: impl Iterator<Item = PathBuf>) -> (Self, Vec<SettingsError>) {
        for path in folders.map(|folder| folder.join("candela/shutdown.toml")) {
            match fs::read_to_string(&path) {
                Ok(text) => return Self::parse(&text),
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                Err(error) => return (Self::default(), vec![SettingsError::Read { path, kind: error.kind() }]),
            }
        }
        (Self::default(), Vec::new())
    }

    /// Reads the text of a settings file. Unknown keys are those of another version and say nothing.
    pub fn parse(text: &str) -> (Self, Vec<SettingsError>) {
        let table: Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return (Self::default(), vec![syntax(text, &error)]),
        };
        let mut reader = Reader { table: &table, errors: Vec::new() };
        let usual = Self::default();
        let settings = Self {
            backends: reader.read("updates", "backends", backends),
            prompt_for: reader.read("updates", "prompt-for", prompt_for).unwrap_or(usual.prompt_for),
            deadline: reader
                .read("updates", "deadline", |value| seconds(value, 1, LONGEST_DEADLINE))
                .unwrap_or(usual.deadline),
            command: reader.read("updates", "command", command).unwrap_or_default(),
            install_command: reader.read("updates", "install-command", command).unwrap_or_default(),
            skip_command: reader.read("updates", "skip-command", command).unwrap_or_default(),
            policy: reader.read("updates", "policy", answer).unwrap_or(usual.policy),
            countdown: reader
                .read("dialog", "countdown", |value| seconds(value, 0, LONGEST_COUNTDOWN))
                .filter(|countdown| !countdown.is_zero()),
            countdown_answer: reader.read("dialog", "countdown-answer", answer).unwrap_or(usual.countdown_answer),
        };
        (settings, reader.errors)
    }
}

fn system_folders(root: &Root) -> impl Iterator<Item = PathBuf> {
    ["/etc/xdg", "/usr/local/etc/xdg"].into_iter().map(|folder| root.path(folder))
}

fn syntax(text: &str, error: &toml::de::Error) -> SettingsError {
    let at = error.span().map_or(0, |span| span.start.min(text.len()));
    SettingsError::Syntax { line: 1 + text[..at].matches('\n').count(), message: error.message().to_owned() }
}

/// Reads keys, and keeps what is wrong with them.
struct Reader<'a> {
    table: &'a Table,
    errors: Vec<SettingsError>,
}

impl Reader<'_> {
    fn read<T>(&mut self, group: &str, key: &str, of: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let value = self.table.get(group)?.get(key)?;
        let found = of(value);
        if found.is_none() {
            self.errors.push(SettingsError::Value { key: format!("{group}.{key}"), value: value.to_string() });
        }
        found
    }
}

fn backends(value: &Value) -> Option<Vec<String>> {
    let names: Option<Vec<String>> = value.as_array()?.iter().map(|name| name.as_str().map(str::to_owned)).collect();
    names.filter(|names| names.iter().all(|name| backend::named(name).is_some()))
}

fn prompt_for(value: &Value) -> Option<PromptFor> {
    match value.as_str()? {
        "staged" => Some(PromptFor::Staged),
        "available" => Some(PromptFor::Available),
        _ => None,
    }
}

fn answer(value: &Value) -> Option<Answer> {
    Answer::named(value.as_str()?)
}

fn seconds(value: &Value, least: u64, most: u64) -> Option<Duration> {
    let number = u64::try_from(value.as_integer()?).ok()?;
    (least..=most).contains(&number).then(|| Duration::from_secs(number))
}

/// A program and its arguments: the program by its whole path, since no folder is searched for it.
fn command(value: &Value) -> Option<Vec<String>> {
    let words: Option<Vec<String>> = value.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect();
    words.filter(|words| words.first().is_none_or(|program| program.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let text = "[updates]\nbackends = [\"apt\", \"command\"]\nprompt-for = \"available\"\ndeadline = 5\n\
                    command = [\"/opt/site\", \"-j\"]\ninstall-command = [\"/opt/go\"]\nskip-command = []\npolicy = \"skip\"\n\
                    [dialog]\ncountdown = 60\ncountdown-answer = \"install\"\n";
        let expected = Settings {
            backends: Some(vec!["apt".into(), "command".into()]),
            prompt_for: PromptFor::Available,
            deadline: Duration::from_secs(5),
            command: vec!["/opt/site".into(), "-j".into()],
            install_command: vec!["/opt/go".into()],
            skip_command: Vec::new(),
            policy: Answer::Skip,
            countdown: Some(Duration::from_secs(60)),
            countdown_answer: Answer::Install,
        };
        assert_eq!(Settings::parse(text), (expected, Vec::new()));
        assert_eq!(Settings::parse(""), Default::default());
    }

    #[test]
    fn a_wrong_value_is_named_and_costs_only_itself() {
        let text = "[updates]\nbackends = [\"yum\"]\ndeadline = 0\npolicy = \"skip\"\ncommand = [\"site\"]\nnews = 1\n\
                    [dialog]\ncountdown = -1\n";
        let (settings, errors) = Settings::parse(text);
        assert_eq!(settings, Settings { policy: Answer::Skip, ..Settings::default() });
        let keys: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            keys,
            [
                "updates.backends cannot be [\"yum\"]",
                "updates.deadline cannot be 0",
                "updates.command cannot be [\"site\"]",
                "dialog.countdown cannot be -1",
            ]
        );
        assert!(matches!(&Settings::parse("[updates]\n= 3\n").1[..], [SettingsError::Syntax { line: 2, .. }]));
    }

    #[test]
    fn the_first_file_there_is_counts() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        assert_eq!(Settings::read_below(&root), Default::default());
        let file = root.path("/usr/local/etc/xdg/candela/shutdown.toml");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "[updates]\npolicy = \"install\"\n").unwrap();
        assert_eq!(Settings::read_below(&root).0.policy, Answer::Install);
        let user = tempfile::tempdir().unwrap();
        let directories = Directories { config_home: Some(user.path().into()), ..Directories::default() };
        fs::create_dir(user.path().join("candela")).unwrap();
        fs::write(user.path().join("candela/shutdown.toml"), "[updates]\npolicy = \"skip\"\n").unwrap();
        assert_eq!(Settings::read_for(&root, &directories).0.policy, Answer::Install);
        fs::remove_file(&file).unwrap();
        assert_eq!(Settings::read_for(&root, &directories).0.policy, Answer::Skip);
    }
}
