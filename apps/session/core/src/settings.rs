//! What the user chose of the session, in `candela/session.toml` of the configuration directories.
//!
//! ```toml
//! window-managers = ["openbox", "labwc"]  # the first that is installed; before the ones we know
//! autostart = true
//! wallpaper = "/home/ada/lake.png"        # "" for none
//!
//! [environment]
//! EDITOR = "nano"
//!
//! [components.panel]
//! command = ["tint2", "-c", "mine"]       # [] switches one of ours off
//! phase = "shell"                         # preparation, shell, applications
//! restart = "on-failure"                  # always, on-failure, never
//! delay = 2                               # seconds
//! ```
//!
//! A line that is wrong costs what it says and nothing else.

use crate::component::{Component, Phase, Restart};

use toml_edit::{Document, Item, TableLike, Value};

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// So many lines that are no TOML are left out before the rest of a file is.
const LINES_LEFT_OUT: usize = 50;

/// What the user chose; empty where nothing was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Names of window managers to try before those we know, the best first.
    pub window_managers: Vec<String>,
    /// Whether autostart entries are run.
    pub is_autostart: bool,
    /// The picture behind everything; empty for none, `None` for ours.
    pub wallpaper: Option<PathBuf>,
    /// What is added to the environment of everything.
    pub environment: Vec<(OsString, OsString)>,
    /// Components by name; one without a command is switched off.
    pub components: Vec<Component>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            window_managers: Vec::new(),
            is_autostart: true,
            wallpaper: None,
            environment: Vec::new(),
            components: Vec::new(),
        }
    }
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, in English.
    pub problem: String,
}

impl Settings {
    /// Reads a file over what is chosen already, and says what is wrong with it.
    pub fn read(&mut self, text: &str) -> Vec<Fault> {
        let mut reader = Reader { text: text.to_owned(), faults: Vec::new() };
        if let Some(document) = reader.document() {
            for (key, item) in document.as_table() {
                self.top(&mut reader, key, item);
            }
        }
        reader.faults
    }

    fn top(&mut self, reader: &mut Reader, key: &str, item: &Item) {
        match key {
            "window-managers" => reader.take(key, item, strings, &mut self.window_managers),
            "autostart" => reader.take(key, item, Item::as_bool, &mut self.is_autostart),
            "wallpaper" => {
                let path = |item: &Item| Some(Some(PathBuf::from(item.as_str()?)));
                reader.take(key, item, path, &mut self.wallpaper);
            }
            "environment" => reader.table(key, item, |reader, name, value| self.variable(reader, name, value)),
            "components" => reader.table(key, item, |reader, name, value| self.component(reader, name, value)),
            _ => reader.wrong(item, format!("\"{key}\" is not known")),
        }
    }

    fn variable(&mut self, reader: &mut Reader, name: &str, item: &Item) {
        match item.as_str() {
            Some(value) if is_variable(name) => {
                self.environment.retain(|(known, _)| known != name);
                self.environment.push((name.into(), value.into()));
            }
            _ => reader.wrong(item, format!("\"{name}\" is no variable with a text")),
        }
    }

    fn component(&mut self, reader: &mut Reader, name: &str, item: &Item) {
        let command: [&str; 0] = [];
        let mut component = Component::new(name, command).restart(Restart::OnFailure);
        reader.table(name, item, |reader, key, value| match key {
            "command" => {
                let words = |item: &Item| Some(strings(item)?.into_iter().map(OsString::from).collect());
                reader.take(key, value, words, &mut component.command);
            }
            "phase" => reader.take(key, value, |item| phase(item.as_str()?), &mut component.phase),
            "restart" => reader.take(key, value, |item| restart(item.as_str()?), &mut component.restart),
            "delay" => reader.take(key, value, seconds, &mut component.delay),
            _ => reader.wrong(value, format!("\"{key}\" is not known")),
        });
        self.components.retain(|known| known.name != component.name);
        self.components.push(component);
    }
}

/// One file, and what is wrong with it.
struct Reader {
    text: String,
    faults: Vec<Fault>,
}

impl Reader {
    /// Reads what is TOML; lines that are not are left out, one after the other.
    fn document(&mut self) -> Option<Document<String>> {
        for _ in 0..LINES_LEFT_OUT {
            let error = match Document::parse(self.text.clone()) {
                Ok(document) => return Some(document),
                Err(error) => error,
            };
            let at = error.span().map_or(0, |span| span.start).min(self.text.len().saturating_sub(1));
            self.faults.push(Fault { line: self.line(at), problem: error.message().to_owned() });
            self.blank_line(at);
        }
        None
    }

    fn line(&self, at: usize) -> usize {
        1 + self.text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count()
    }

    /// Makes a comment of nothing of the line, so that the numbers of the others stay.
    fn blank_line(&mut self, at: usize) {
        let start = self.text.as_bytes()[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
        let end = self.text.as_bytes()[at..].iter().position(|byte| *byte == b'\n').map_or(self.text.len(), |n| at + n);
        self.text.replace_range(start..end, "");
    }

    fn wrong(&mut self, item: &Item, problem: String) {
        let line = self.line(item.span().map_or(0, |span| span.start));
        self.faults.push(Fault { line, problem });
    }

    fn take<T>(&mut self, key: &str, item: &Item, read: impl Fn(&Item) -> Option<T>, place: &mut T) {
        match read(item) {
            Some(value) => *place = value,
            None => self.wrong(item, format!("\"{key}\" cannot be this")),
        }
    }

    fn table(&mut self, key: &str, item: &Item, mut each: impl FnMut(&mut Self, &str, &Item)) {
        let Some(table) = item.as_table_like() else {
            return self.wrong(item, format!("\"{key}\" has settings of its own"));
        };
        for (name, value) in TableLike::iter(table) {
            each(self, name, value);
        }
    }
}

fn strings(item: &Item) -> Option<Vec<String>> {
    item.as_array()?.iter().map(|value| Value::as_str(value).map(str::to_owned)).collect()
}

/// The phases a component of the user's can be in: the window manager is chosen elsewhere.
fn phase(name: &str) -> Option<Phase> {
    Some(match name {
        "preparation" => Phase::Preparation,
        "shell" => Phase::Shell,
        "applications" => Phase::Applications,
        _ => return None,
    })
}

fn restart(name: &str) -> Option<Restart> {
    Some(match name {
        "always" => Restart::Always,
        "on-failure" => Restart::OnFailure,
        "never" => Restart::Never,
        _ => return None,
    })
}

fn seconds(item: &Item) -> Option<Duration> {
    let seconds = item.as_integer().and_then(|seconds| u64::try_from(seconds).ok())?;
    Some(Duration::from_secs(seconds))
}

fn is_variable(name: &str) -> bool {
    !name.is_empty() && !name.contains(['=', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Settings, Vec<Fault>) {
        let mut settings = Settings::default();
        let faults = settings.read(text);
        (settings, faults)
    }

    #[test]
    fn the_example_at_the_head_of_this_file_is_read() {
        let text: String = include_str!("settings.rs")
            .lines()
            .skip_while(|line| *line != "//! ```toml")
            .skip(1)
            .take_while(|line| *line != "//! ```")
            .map(|line| format!("{}\n", line.trim_start_matches("//!")))
            .collect();
        let (settings, faults) = read(&text);
        assert_eq!(faults, []);
        assert_eq!(settings.window_managers, ["openbox", "labwc"]);
        assert_eq!(settings.environment, [("EDITOR".into(), "nano".into())]);
        let panel = Component::new("panel", ["tint2", "-c", "mine"])
            .phase(Phase::Shell)
            .restart(Restart::OnFailure)
            .delay(Duration::from_secs(2));
        assert_eq!(settings.components, [panel]);
    }

    #[test]
    fn a_wrong_line_costs_itself_alone_and_is_named() {
        let text = "autostart = maybe\nwindow-managers = [\"twm\"]\nthis is no line\ncolour = 1\nwallpaper = 5\n\n\
                    [components.a]\ncommand = [\"a\"]\nphase = \"window-manager\"\ndelay = -1\n[environment]\nX = 1\nY = \"y\"\n";
        let (settings, faults) = read(text);
        assert_eq!(settings.window_managers, ["twm"]);
        assert!(settings.is_autostart);
        assert_eq!(settings.environment, [("Y".into(), "y".into())]);
        assert_eq!(settings.components[0].command, ["a"]);
        let mut lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
        lines.sort_unstable();
        assert_eq!(lines, [1, 3, 4, 5, 9, 10, 12], "{faults:?}");
    }

    #[test]
    fn a_file_of_the_user_is_read_over_the_systems() {
        let (mut settings, _) = read("autostart = false\n[components.a]\ncommand = [\"a\"]\n[environment]\nX = \"1\"");
        assert_eq!(settings.read("autostart = true\n[components.a]\ncommand = []\n[environment]\nX = \"2\""), []);
        assert!(settings.is_autostart);
        assert_eq!(settings.components.len(), 1);
        assert!(settings.components[0].command.is_empty());
        assert_eq!(settings.environment, [("X".into(), "2".into())]);
    }

    #[test]
    fn what_is_no_text_of_settings_at_all_leaves_the_defaults() {
        for text in ["", "\u{0}\u{1}", "[[[[", "= = =\n= =\n", "\"", "a = \"\"\"\nnever closed\n"] {
            assert_eq!(read(text).0, Settings::default(), "{text:?}");
        }
        assert_eq!(read(&"x x\n".repeat(1000)).1.len(), LINES_LEFT_OUT);
    }
}
