//! Which chord means which command: as the table of commands has it, and as the user wants it otherwise.
//!
//! ```toml
//! [keys]                       # in candela/files.toml of the configuration directory
//! new-tab = "Ctrl N"           # instead of the keys it has
//! reload = ["F5", "Ctrl R"]    # several; the first one is shown in menus
//! git = ""                     # none
//! ```

pub mod file;

use crate::command::{Command, KEYS};

use toml::{Table, Value};
use toml_edit::{Array, DocumentMut, Item, TomlError};

use std::collections::HashMap;

/// Chords and their commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    commands: HashMap<String, Command>,
    /// The chords of each command, in the order they were given.
    chords: HashMap<Command, Vec<String>>,
}

/// Other chords for a command; nothing where it shall have its usual ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The command.
    pub command: Command,
    /// Its chords from now on.
    pub chords: Option<Vec<String>>,
}

/// Names of keys as chords have them; letters, digits and signs stand for themselves.
const NAMED: &[&str] = &[
    "Enter",
    "Delete",
    "Insert",
    "Backspace",
    "Space",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Up",
    "Down",
    "Left",
    "Right",
];
const MODIFIERS: [&str; 4] = ["Ctrl", "Alt", "Shift", "Super"];

impl Default for Keys {
    fn default() -> Self {
        Self::new(&Table::new()).0
    }
}

impl Keys {
    /// Reads what the user wants out of the text of the settings; what is wrong with it is told, in English.
    pub fn parse(text: &str) -> (Self, Vec<String>) {
        // That the file is no TOML is told where its other settings are read.
        let table: Table = text.parse().unwrap_or_default();
        Self::new(table.get("keys").and_then(Value::as_table).unwrap_or(&Table::new()))
    }

    fn new(wanted: &Table) -> (Self, Vec<String>) {
        let (chosen, mut wrong) = chosen(wanted);
        let mut keys = Self { commands: HashMap::new(), chords: HashMap::new() };
        for (command, chord) in &chosen {
            let Some(chord) = chord else { continue };
            if let Some(other) = keys.commands.get(chord).filter(|other| *other != command) {
                wrong.push(format!("{chord}: {} and {}", other.id(), command.id()));
                continue;
            }
            keys.give(*command, chord);
        }
        let is_chosen = |command: Command| chosen.iter().any(|(one, _)| *one == command);
        for (command, chord) in KEYS.iter().filter(|(command, _)| !is_chosen(*command)) {
            match keys.commands.get(*chord) {
                Some(other) => wrong.push(format!("{chord}: {} and {}", other.id(), command.id())),
                None => keys.give(*command, chord),
            }
        }
        (keys, wrong)
    }

    fn give(&mut self, command: Command, chord: &str) {
        if self.commands.insert(chord.to_owned(), command).is_none() {
            self.chords.entry(command).or_default().push(chord.to_owned());
        }
    }

    /// The command of a chord.
    pub fn command(&self, chord: &str) -> Option<Command> {
        self.commands.get(chord).copied()
    }

    /// The chords of a command.
    pub fn of(&self, command: Command) -> &[String] {
        self.chords.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The chord of a command that menus show; empty where it has none.
    pub fn shown(&self, command: Command) -> &str {
        self.of(command).first().map_or("", String::as_str)
    }

    /// Whether a command has the chords of the table.
    pub fn are_usual(&self, command: Command) -> bool {
        self.of(command).iter().map(String::as_str).eq(usual(command))
    }

    /// What must change for a command to have that chord alone: the command that had it keeps its others.
    pub fn giving(&self, command: Command, chord: &str) -> Vec<Change> {
        let mut changes = vec![Change { command, chords: Some(vec![chord.to_owned()]) }];
        changes.extend(self.taking(command, chord));
        changes
    }

    /// What must change for a command to have its usual chords again, whoever has them.
    pub fn resetting(&self, command: Command) -> Vec<Change> {
        let mut changes = vec![Change { command, chords: None }];
        for chord in usual(command) {
            // Of one command two of them are taken together.
            let Some(other) = self.command(chord).filter(|other| *other != command) else { continue };
            let known = changes.iter_mut().find(|change| change.command == other);
            match known.and_then(|change| change.chords.as_mut()) {
                Some(chords) => chords.retain(|one| one != chord),
                None => changes.extend(self.taking(command, chord)),
            }
        }
        changes
    }

    fn taking(&self, command: Command, chord: &str) -> Option<Change> {
        let other = self.command(chord).filter(|other| *other != command)?;
        let rest = self.of(other).iter().filter(|one| *one != chord).cloned();
        Some(Change { command: other, chords: Some(rest.collect()) })
    }
}

/// The text of the settings with other chords for some commands; all else stays as it is, comments too.
///
/// # Errors
/// Where the text is no TOML.
pub fn change(text: &str, changes: &[Change]) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let keys = document.entry("keys").or_insert_with(toml_edit::table);
    if !keys.is_table_like() {
        *keys = toml_edit::table();
    }
    for Change { command, chords } in changes {
        let Some(table) = keys.as_table_like_mut() else { continue };
        let _before = match chords.as_deref() {
            None => table.remove(&command.id()),
            Some([]) => table.insert(&command.id(), toml_edit::value("")),
            Some([chord]) => table.insert(&command.id(), toml_edit::value(chord)),
            Some(chords) => table.insert(&command.id(), Item::Value(chords.iter().collect::<Array>().into())),
        };
    }
    Ok(document.to_string())
}

fn usual(command: Command) -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter(move |(one, _)| *one == command).map(|(_, chord)| *chord)
}

/// The chords that the user gives commands, none where a command shall have none; and what makes no sense.
fn chosen(wanted: &Table) -> (Vec<(Command, Option<String>)>, Vec<String>) {
    let (mut chosen, mut wrong) = (Vec::new(), Vec::new());
    for (id, value) in wanted {
        let Some(command) = Command::all().into_iter().find(|command| command.id() == *id) else {
            wrong.push(format!("{id} is no command"));
            continue;
        };
        let texts: Vec<&str> = match value {
            Value::String(text) => vec![text],
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if texts.iter().all(|text| text.trim().is_empty()) {
            chosen.push((command, None));
        }
        for text in texts.into_iter().filter(|text| !text.trim().is_empty()) {
            match chord(text) {
                Some(chord) => chosen.push((command, Some(chord))),
                None => wrong.push(format!("{id}: {text} is no key")),
            }
        }
    }
    (chosen, wrong)
}

/// A chord as the table writes it: `ctrl+shift+n` is `Ctrl Shift N`.
fn chord(text: &str) -> Option<String> {
    let text = text.trim();
    // A plus at the end is the key itself.
    let (held, key) = match text.strip_suffix('+').filter(|before| before.is_empty() || before.ends_with([' ', '+'])) {
        Some(before) => (before, "+"),
        None => text.rsplit_once([' ', '+']).unwrap_or(("", text)),
    };
    let held: Vec<&str> = held.split([' ', '+']).filter(|word| !word.is_empty()).collect();
    let is_modifier = |word: &&str| MODIFIERS.iter().any(|modifier| modifier.eq_ignore_ascii_case(word));
    if !held.iter().all(is_modifier) {
        return None;
    }
    let function = || {
        let number = key.strip_prefix(['F', 'f'])?.parse::<u8>().ok()?;
        (1..=24).contains(&number).then(|| format!("F{number}"))
    };
    let named = || NAMED.iter().find(|named| named.eq_ignore_ascii_case(key)).map(|named| (*named).to_owned());
    let sign = || (key.chars().count() == 1).then(|| key.to_uppercase());
    let key = function().or_else(named).or_else(sign)?;
    let held = MODIFIERS.into_iter().filter(|modifier| held.iter().any(|word| modifier.eq_ignore_ascii_case(word)));
    Some(held.map(|modifier| format!("{modifier} ")).chain([key]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_read_however_they_are_written() {
        for (text, expected) in [
            ("ctrl+shift+n", Some("Ctrl Shift N")),
            ("Shift Ctrl  n", Some("Ctrl Shift N")),
            ("f12", Some("F12")),
            ("Ctrl +", Some("Ctrl +")),
            ("Ctrl++", Some("Ctrl +")),
            ("+", Some("+")),
            ("alt+pageup", Some("Alt PageUp")),
            ("Ctrl Ä", Some("Ctrl Ä")),
            ("F25", None),
            ("Hyper N", None),
            ("Ctrl Nothing", None),
        ] {
            assert_eq!(chord(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_command_has_the_keys_the_user_gives_it_and_conflicts_are_told() {
        let (keys, wrong) =
            Keys::parse("[keys]\nnew-tab = \"Ctrl N\"\nreload = [\"Ctrl Alt R\", \"F5\"]\ngit = \"\"\n");
        assert_eq!(wrong, [""; 0]);
        assert_eq!((keys.command("Ctrl N"), keys.command("Ctrl T")), (Some(Command::NewTab), None));
        assert_eq!((keys.shown(Command::Reload), keys.shown(Command::Git)), ("Ctrl Alt R", ""));
        assert_eq!(keys.command("Ctrl G"), None);
        let (keys, wrong) = Keys::parse(
            "[keys]\nnew-tab = \"F2\"\ngit = \"F7\"\nopen-terminal = \"F7\"\nfly = \"F8\"\nlook = \"Foo\"\n",
        );
        assert_eq!(keys.command("F2"), Some(Command::NewTab), "the user's goes before");
        for part in ["F2: new-tab and rename", "F7: git and open-terminal", "fly is no command", "look: Foo is no key"]
        {
            assert!(wrong.iter().any(|told| told == part), "{part} in {wrong:?}");
        }
        assert_eq!(wrong.len(), 4);
        assert_eq!(Keys::parse("rubbish").0, Keys::default());
    }

    #[test]
    fn a_chord_is_taken_from_the_command_that_had_it_and_all_else_in_the_file_stays() {
        let text = "# mine\n[trash]\ndays = 3 # so\n";
        let keys = Keys::default();
        let changed = change(text, &keys.giving(Command::Git, "Ctrl R")).unwrap();
        assert!(changed.starts_with(text), "{changed}");
        let (keys, wrong) = Keys::parse(&changed);
        assert_eq!(wrong, [""; 0], "{changed}");
        assert_eq!((keys.of(Command::Git), keys.of(Command::Reload)), (&["Ctrl R".into()][..], &["F5".into()][..]));
        assert_eq!((keys.command("Ctrl G"), keys.are_usual(Command::Git)), (None, false));
        // It gets its usual ones back, and what it had taken stays free.
        let (keys, wrong) = Keys::parse(&change(&changed, &keys.resetting(Command::Reload)).unwrap());
        assert_eq!((wrong, keys.of(Command::Git)), (Vec::new(), &[][..]));
        assert!(keys.are_usual(Command::Reload));
        let none = [Change { command: Command::Reload, chords: Some(Vec::new()) }];
        assert_eq!(Keys::parse(&change("", &none).unwrap()).0.shown(Command::Reload), "");
        assert!(change("= broken", &none).is_err());
        assert!(change("keys = 3", &none).is_ok_and(|text| Keys::parse(&text).0.command("F5").is_none()));
    }

    #[test]
    fn two_chords_of_one_command_are_given_back_together() {
        let text = "[keys]\ngit = [\"F5\", \"Ctrl R\", \"F7\"]\nreload = \"\"\n";
        let (keys, _) = Keys::parse(text);
        let (keys, wrong) = Keys::parse(&change(text, &keys.resetting(Command::Reload)).unwrap());
        assert_eq!((wrong, keys.of(Command::Git)), (Vec::new(), &["F7".into()][..]));
    }
}
