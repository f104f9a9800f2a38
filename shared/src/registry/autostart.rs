//! What starts with the session: which entries run, in which order, and the rule that keeps each of the others from it.
//!
//! Spec: Autostart 0.5 (rules A1 to A3). An entry is known by the name of its file. The first folder that has the name
//! decides, the user's own before the system's, be its file hidden or broken. Where the specification is silent
//! (delays, phases, conditions) the keys of GNOME, KDE, MATE and LXQt are read as their sessions read them.

mod condition;
mod switch;
mod systemd;

use crate::registry::context::Context;
use crate::registry::entry::{self, HiddenBy, Kind};
use crate::registry::index::FileError;
use crate::registry::list;
use crate::registry::parser::Parser;
use crate::registry::program::Programs;
use crate::registry::rewrite::{KeyFile, Name};
use crate::registry::source;
use crate::registry::visibility;

pub use switch::{Error, Switch, switch};
pub use systemd::is_left_to_systemd;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file that may be started with the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name of its file, by which a file of the user takes the place of one of the system.
    pub name: OsString,
    /// The file that counts.
    pub path: PathBuf,
    /// What it says; `exec::expand` makes its command of it. Empty where it could not be read.
    pub entry: entry::Entry,
    /// When it is to start.
    pub phase: Phase,
    /// How long it is to wait once its phase has begun.
    pub delay: Duration,
    /// Whether it wants a system tray to be there first (`X-LXQt-Need-Tray`).
    pub needs_tray: bool,
    /// Why it does not run; `None` for one that does.
    pub skipped_by: Option<Rule>,
}

/// The parts of a session's start, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Phase {
    /// Before anything is to be seen.
    Initialization,
    /// With the window manager.
    WindowManager,
    /// With the panel.
    Panel,
    /// With the desktop.
    Desktop,
    /// When all of the desktop is there: what says nothing starts now.
    #[default]
    Applications,
}

/// The rule that keeps an entry from running, the strongest where there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Its file cannot be read, and masks what it overrides all the same.
    Broken(FileError),
    /// `Hidden=true`: switched off.
    Hidden,
    /// `X-GNOME-Autostart-enabled=false`: switched off.
    Disabled,
    /// `Type` is not `Application`.
    Kind,
    /// `OnlyShowIn` names other desktops.
    OnlyShowIn,
    /// `NotShowIn` names this desktop.
    NotShowIn,
    /// `TryExec` names a program that is not installed.
    TryExec,
    /// `AutostartCondition` or `X-KDE-autostart-condition` is not met, or asks what cannot be told here.
    Condition,
    /// There is neither `Exec` nor D-Bus activation: nothing could be started.
    Exec,
}

impl Rule {
    /// Returns the key that decided; `None` where the file could not be read.
    pub fn key(self) -> Option<&'static str> {
        Some(match self {
            Self::Broken(_) => return None,
            Self::Hidden => "Hidden",
            Self::Disabled => "X-GNOME-Autostart-enabled",
            Self::Kind => "Type",
            Self::OnlyShowIn => "OnlyShowIn",
            Self::NotShowIn => "NotShowIn",
            Self::TryExec => "TryExec",
            Self::Condition => "AutostartCondition",
            Self::Exec => "Exec",
        })
    }
}

/// Reads what there is to start, in the order in which it starts; entries that do not run are among it, with the rule.
///
/// Where systemd starts them, nobody else may: see [`is_left_to_systemd`].
pub fn plan(context: &Context) -> Vec<Entry> {
    let mut reader = Reader { context, programs: Programs::new(&context.path), parser: Parser::new(&context.locales) };
    let mut entries: Vec<Entry> = winners(context).into_iter().map(|(name, path)| reader.read(name, path)).collect();
    entries.sort_by(|one, other| (one.phase, one.delay, &one.name).cmp(&(other.phase, other.delay, &other.name)));
    entries
}

/// Returns the folders that are looked into, the user's first, whether they exist or not.
pub fn folders(context: &Context) -> Vec<PathBuf> {
    context.directories.all_config().into_iter().map(|config| config.join("autostart")).collect()
}

/// Finds the file that counts for each name (A1).
fn winners(context: &Context) -> BTreeMap<OsString, PathBuf> {
    let mut winners = BTreeMap::new();
    for folder in folders(context) {
        for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = file.file_name();
            if name.as_bytes().ends_with(b".desktop") && !file.path().is_dir() {
                let _ = winners.entry(name).or_insert_with(|| file.path());
            }
        }
    }
    winners
}

struct Reader<'a> {
    context: &'a Context,
    programs: Programs<'a>,
    parser: Parser,
}

impl Reader<'_> {
    fn read(&mut self, name: OsString, path: PathBuf) -> Entry {
        let mut bytes = Vec::new();
        let parsed = source::read(&path, &mut bytes)
            .map_err(|error| FileError::Read(error.kind()))
            .and_then(|_| Ok(self.parser.parse(&bytes, &mut Vec::new())?));
        let file = KeyFile::new(&bytes);
        let (mut entry, skipped_by) = match parsed {
            Ok(entry) => {
                let rule = self.rule(&entry, &file);
                (entry, rule)
            }
            Err(fault) => (entry::Entry::default(), Some(unread(fault, &file))),
        };
        entry.id = name.to_string_lossy().into();
        entry.path = path.clone();
        let needs_tray = is(&file, "X-LXQt-Need-Tray") == Some(true);
        Entry { name, path, entry, phase: phase(&file), delay: delay(&file), needs_tray, skipped_by }
    }

    fn rule(&self, entry: &entry::Entry, file: &KeyFile) -> Option<Rule> {
        if entry.is_hidden {
            return Some(Rule::Hidden);
        }
        if is(file, "X-GNOME-Autostart-enabled") == Some(false) {
            return Some(Rule::Disabled);
        }
        if entry.kind != Kind::Application {
            return Some(Rule::Kind);
        }
        match visibility::not_for_desktop(entry, &self.context.desktops) {
            Some(HiddenBy::NotShowIn) => return Some(Rule::NotShowIn),
            Some(_) => return Some(Rule::OnlyShowIn),
            None => {}
        }
        let tried = entry.try_exec.as_deref().filter(|program| !program.is_empty());
        if tried.is_some_and(|program| !self.programs.has(program)) {
            return Some(Rule::TryExec);
        }
        if !condition::holds(file, self.context.directories.config_home.as_deref()) {
            return Some(Rule::Condition);
        }
        (!visibility::can_start(entry)).then_some(Rule::Exec)
    }
}

/// Of a file that is no entry: many of those that only say `Hidden=true` leave everything else out.
fn unread(fault: FileError, file: &KeyFile) -> Rule {
    if is(file, "Hidden") == Some(true) { Rule::Hidden } else { Rule::Broken(fault) }
}

fn is(file: &KeyFile, key: &str) -> Option<bool> {
    list::boolean(&file.text(Name::entry(key))?)
}

fn phase(file: &KeyFile) -> Phase {
    let text = |key: &str| file.text(Name::entry(key)).unwrap_or_default();
    match (&*text("X-GNOME-Autostart-Phase"), text("X-KDE-autostart-phase").trim()) {
        ("EarlyInitialization" | "PreDisplayServer" | "DisplayServer" | "Initialization", _) => Phase::Initialization,
        ("WindowManager", _) => Phase::WindowManager,
        ("Panel", _) | ("", "0") => Phase::Panel,
        ("Desktop", _) | ("", "1") => Phase::Desktop,
        _ => Phase::Applications,
    }
}

fn delay(file: &KeyFile) -> Duration {
    let seconds = |key: &str| file.text(Name::entry(key))?.trim().parse().ok();
    let keys = ["X-GNOME-Autostart-Delay", "X-MATE-Autostart-Delay"];
    Duration::from_secs(keys.into_iter().find_map(seconds).map_or(0, u32::into))
}

/// Returns the file of a name in the user's own folder, be it there or not; `None` without a folder for settings.
fn of_user(context: &Context, name: &std::ffi::OsStr) -> Option<PathBuf> {
    // A name with a slash would lead elsewhere.
    let is_name = Path::new(name).file_name() == Some(name);
    Some(context.directories.config_home.as_ref().filter(|_| is_name)?.join("autostart").join(name))
}

#[cfg(test)]
mod tests;
