//! The terminal emulator in which a program of `Terminal=true` runs.
//!
//! Spec: the `xdg-terminal-exec` proposal (rule T1): what the lists name, then any entry of the category
//! `TerminalEmulator`, then the program `xdg-terminal-exec`, `TERMINAL`, and terminals that are widely known.

use crate::registry::context::Context;
use crate::registry::entry::{Entry, HiddenBy};
use crate::registry::exec::{self, Error};
use crate::registry::index::Index;
use crate::registry::program::Programs;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What is tried where nothing names a terminal.
const WIDELY_KNOWN: [&str; 8] =
    ["foot", "alacritty", "kitty", "konsole", "gnome-terminal", "xfce4-terminal", "x-terminal-emulator", "xterm"];

/// What terminals want before a command, where it is not `-e` and their entry does not say.
const ARGUMENTS: [(&str, &str); 9] = [
    ("foot", ""),
    ("footclient", ""),
    ("kitty", ""),
    ("gnome-terminal", "--"),
    ("kgx", "--"),
    ("ptyxis", "--"),
    ("xfce4-terminal", "-x"),
    ("mate-terminal", "-x"),
    ("terminator", "-x"),
];

/// Returns the words to put before a command so that it runs in a terminal emulator.
///
/// # Errors
///
/// [`Error::NoTerminal`] where none is installed.
pub fn command(context: &Context) -> Result<Vec<OsString>, Error> {
    let programs = Programs::new(&context.path);
    let choice = Choice::read(context);
    let index = Index::scan(context);
    let listed = choice.wanted.iter().filter_map(|(id, action)| Some((index.get(id)?, action.as_deref())));
    let others = index.shown().filter(|entry| is_terminal(entry) && !choice.excluded.contains(&entry.id));
    let mut entries = listed.chain(others.map(|entry| (entry, None)));
    entries
        .find_map(|(entry, action)| from_entry(entry, action, context, &programs))
        .or_else(|| from_program("xdg-terminal-exec", Some(""), &programs))
        .or_else(|| from_program(context.terminal.as_ref()?.to_str()?, None, &programs))
        .or_else(|| WIDELY_KNOWN.iter().find_map(|name| from_program(name, None, &programs)))
        .ok_or(Error::NoTerminal)
}

fn is_terminal(entry: &Entry) -> bool {
    entry.categories.iter().any(|category| &**category == "TerminalEmulator")
}

fn from_entry(
    entry: &Entry,
    action: Option<&str>,
    context: &Context,
    programs: &Programs<'_>,
) -> Option<Vec<OsString>> {
    if entry.is_terminal || matches!(entry.hidden_by, Some(HiddenBy::Hidden | HiddenBy::TryExec | HiddenBy::Kind)) {
        return None;
    }
    let launch = exec::expand(entry, action, &[], context).ok()?.pop()?;
    let program = launch.arguments.first().filter(|program| programs.has(program))?;
    let argument = entry.terminal_argument.clone().unwrap_or_else(|| argument_of(Path::new(program)).into());
    Some(with_argument(launch.arguments.clone(), &argument))
}

fn from_program(name: &str, argument: Option<&str>, programs: &Programs<'_>) -> Option<Vec<OsString>> {
    programs.has(name).then(|| with_argument(vec![name.into()], argument.unwrap_or(argument_of(Path::new(name)))))
}

fn argument_of(program: &Path) -> &'static str {
    let name = program.file_name().unwrap_or_default();
    ARGUMENTS.iter().find(|(known, _)| name == *known).map_or("-e", |(_, argument)| argument)
}

fn with_argument(mut words: Vec<OsString>, argument: &str) -> Vec<OsString> {
    words.extend((!argument.is_empty()).then(|| argument.into()));
    words
}

/// What the lists say.
#[derive(Debug, Default, PartialEq)]
struct Choice {
    /// Entries in the order of preference, each with the action to start, if any.
    wanted: Vec<(String, Option<String>)>,
    /// Entries that are not to be taken for being of the category.
    excluded: Vec<Box<str>>,
}

impl Choice {
    fn read(context: &Context) -> Self {
        let mut choice = Self::default();
        for path in lists(context) {
            if let Ok(bytes) = fs::read(path) {
                choice.add(&String::from_utf8_lossy(&bytes));
            }
        }
        choice
    }

    fn add(&mut self, list: &str) {
        for line in list.lines().map(str::trim) {
            // `/` starts a directive, `+` takes back an exclusion by a list that comes later: none of ours.
            match line.chars().next() {
                None | Some('#' | '/' | '+') => {}
                Some('-') => self.excluded.push(line[1..].into()),
                Some(_) => {
                    let (id, action) = line.split_once(':').map_or((line, None), |(id, action)| (id, Some(action)));
                    self.wanted.push((id.to_owned(), action.filter(|name| !name.is_empty()).map(str::to_owned)));
                }
            }
        }
    }
}

/// The lists that may exist, the strongest first.
fn lists(context: &Context) -> Vec<PathBuf> {
    let names: Vec<String> = (context.desktops.iter().map(|name| format!("{}-", name.to_ascii_lowercase())))
        .chain([String::new()])
        .map(|prefix| format!("{prefix}xdg-terminals.list"))
        .collect();
    let config = context.directories.all_config().into_iter().map(Path::to_owned);
    let data = context.directories.all_data().into_iter().map(|data| data.join("xdg-terminals"));
    config.chain(data).flat_map(|folder| names.iter().map(move |name| folder.join(name)).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directories::Directories;
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    struct System(tempfile::TempDir);

    impl System {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn program(self, name: &str) -> Self {
            self.file(&format!("bin/{name}"), "")
        }

        fn entry(self, id: &str, body: &str) -> Self {
            let text = format!("[Desktop Entry]\nType=Application\nName=x\nCategories=TerminalEmulator;\n{body}\n");
            self.file(&format!("data/applications/{id}.desktop"), &text)
        }

        fn file(self, name: &str, text: &str) -> Self {
            let path = self.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            fs::set_permissions(path, Permissions::from_mode(0o755)).unwrap();
            self
        }

        fn command(&self, terminal: Option<&str>) -> Result<Vec<OsString>, Error> {
            let below = |name: &str| self.0.path().join(name);
            let directories = Directories {
                config_home: Some(below("config")),
                data_dirs: vec![below("data")],
                ..Directories::default()
            };
            command(&Context {
                directories,
                desktops: vec!["Candela".into()],
                path: vec![below("bin")],
                terminal: terminal.map(OsString::from),
                ..Context::default()
            })
        }
    }

    fn words(words: &[&str]) -> Result<Vec<OsString>, Error> {
        Ok(words.iter().map(OsString::from).collect())
    }

    #[test]
    fn t1_the_lists_come_first_and_name_actions() {
        let system = System::new().program("one").program("two").entry("one", "Exec=one").entry(
            "two",
            "Exec=two\nX-TerminalArgExec=--run\nActions=new;\n[Desktop Action new]\nName=n\nExec=two --new",
        );
        assert_eq!(system.command(None), words(&["one", "-e"]));
        let system = system.file("config/xdg-terminals.list", "# mine\n\n-one.desktop\n");
        assert_eq!(system.command(None), words(&["two", "--run"]), "what is excluded is not taken");
        let system = system.file("config/candela-xdg-terminals.list", "gone.desktop\ntwo.desktop:new\none.desktop\n");
        assert_eq!(system.command(None), words(&["two", "--new", "--run"]), "the desktop's list is stronger");
    }

    #[test]
    fn t1_an_entry_whose_program_is_missing_is_not_taken() {
        let system = System::new()
            .program("two")
            .entry("a", "Exec=absent")
            .entry("b", "Exec=two\nTryExec=absent")
            .entry("c", "Exec=two\nHidden=true")
            .entry("d", "Exec=two -x\nTerminalArgExec=");
        assert_eq!(system.command(None), words(&["two", "-x"]));
    }

    #[test]
    fn t1_without_entries_programs_are_tried_in_order() {
        let system = System::new();
        assert_eq!(system.command(Some("mine")), Err(Error::NoTerminal));
        let system = system.program("xterm");
        assert_eq!(system.command(Some("mine")), words(&["xterm", "-e"]));
        let system = system.program("gnome-terminal");
        assert_eq!(system.command(None), words(&["gnome-terminal", "--"]));
        let system = system.program("mine");
        assert_eq!(system.command(Some("mine")), words(&["mine", "-e"]));
        let system = system.program("xdg-terminal-exec");
        assert_eq!(system.command(Some("mine")), words(&["xdg-terminal-exec"]));
    }
}
