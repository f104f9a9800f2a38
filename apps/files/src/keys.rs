//! Which chord means which command: as the table of commands has it, and as the user wants it otherwise.
//!
//! ```toml
//! [keys]                       # in candela/files.toml of the configuration directory
//! new-tab = "Ctrl N"           # instead of the keys it has
//! reload = ["F5", "Ctrl R"]    # several; the first one is shown in menus
//! git = ""                     # none
//! ```

use crate::command::{Command, KEYS};

use toml::{Table, Value};

use std::collections::HashMap;
use std::sync::OnceLock;

/// Chords and their commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    commands: HashMap<String, Command>,
    /// The chord that menus show.
    shown: HashMap<Command, String>,
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

static KEYS_IN_USE: OnceLock<Keys> = OnceLock::new();

/// The chords of this process.
pub fn current() -> &'static Keys {
    KEYS_IN_USE.get_or_init(|| Keys::new(&Table::new()).0)
}

/// Uses these chords from now on; says no where others are in use already.
pub fn take(keys: Keys) -> bool {
    KEYS_IN_USE.set(keys).is_ok()
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
        let mut keys = Self { commands: HashMap::new(), shown: HashMap::new() };
        for (command, chord) in &chosen {
            let Some(chord) = chord else { continue };
            let _first = keys.shown.entry(*command).or_insert_with(|| chord.clone());
            if let Some(other) = keys.commands.insert(chord.clone(), *command).filter(|other| other != command) {
                wrong.push(format!("{chord}: {} and {}", other.id(), command.id()));
            }
        }
        let is_chosen = |command: Command| chosen.iter().any(|(one, _)| *one == command);
        for (command, chord) in KEYS.iter().filter(|(command, _)| !is_chosen(*command)) {
            match keys.commands.get(*chord) {
                Some(other) => wrong.push(format!("{chord}: {} and {}", other.id(), command.id())),
                None => {
                    let _new = keys.commands.insert((*chord).to_owned(), *command);
                    let _first = keys.shown.entry(*command).or_insert_with(|| (*chord).to_owned());
                }
            }
        }
        (keys, wrong)
    }

    /// The command of a chord.
    pub fn command(&self, chord: &str) -> Option<Command> {
        self.commands.get(chord).copied()
    }

    /// The chord of a command that menus show; empty where it has none.
    pub fn shown(&self, command: Command) -> &str {
        self.shown.get(&command).map_or("", String::as_str)
    }
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
        assert_eq!(Keys::parse("rubbish").0, Keys::parse("").0);
    }
}
