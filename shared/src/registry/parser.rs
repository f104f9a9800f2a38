//! Reads one desktop entry from any bytes.
//!
//! Parsing goes through `freedesktop-desktop-entry`, behind a pass of our own (`normal`) that hands it only what it
//! reads well: the keys we want, the one translation the user reads, known escapes, no blanks. That crate drops whole
//! files for one bad line, knows no `sr_RS@latin`, and keeps every key of every language; GLib loads such files, and so
//! do we.

mod normal;

use crate::i18n::locale::{self, Locale};
use crate::registry::entry::{Action, Entry, Kind, Untranslated};
use crate::registry::key::Key;
use crate::registry::list;

use freedesktop_desktop_entry::{DesktopEntry, Group};
use normal::{ENTRY_GROUP, TRANSLATION, action_group};
use serde::Serialize;
use thiserror::Error;

/// Why a file holds no desktop entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rejection {
    /// There is no group at all.
    #[error("there is no group [Desktop Entry]")]
    NoGroup,
    /// Its first group is another one (rule D1).
    #[error("the first group is not [Desktop Entry]")]
    OtherGroupFirst,
    /// There is no `Type` (rule D8).
    #[error("there is no Type")]
    NoType,
    /// The parsing crate refused what we normalised, which it must not.
    #[error("its text was refused")]
    Refused,
}

/// A line that is not as the specification wants it, and was read as well as could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Its number, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// The file starts with a byte order mark, which was passed over.
    ByteOrderMark,
    /// No group, key or comment; the line was passed over.
    Junk,
    /// A key before the first group, passed over.
    BeforeFirstGroup,
    /// Not UTF-8; the line was passed over.
    NotUtf8,
    /// A zero byte; the line was read up to it.
    ZeroByte,
    /// The group was there before; both were read as one.
    RepeatedGroup,
    /// The key was there before; the last one counts.
    RepeatedKey,
    /// A character that no key may have.
    KeyName,
    /// An escape that means nothing; it was left as it stands.
    UnknownEscape,
    /// Neither `true` nor `false`; read as `false`, or as the `1` and `0` of old files.
    Boolean,
    /// Translated only; the translation was taken.
    NoDefault,
}

impl FaultKind {
    /// Returns the name of the rule of Desktop Entry 1.5 that the line breaks, as the tests name it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::ByteOrderMark | Self::Junk | Self::BeforeFirstGroup | Self::NotUtf8 | Self::ZeroByte => "D1",
            Self::RepeatedGroup | Self::RepeatedKey | Self::KeyName => "D2",
            Self::UnknownEscape => "D5",
            Self::Boolean => "D6",
            Self::NoDefault => "D8",
        }
    }
}

/// Reads desktop entries for one user; keeps its buffers from file to file.
#[derive(Debug)]
pub struct Parser {
    candidates: Vec<String>,
    text: String,
}

impl Parser {
    /// Prepares to read translations for these locales, the best first.
    pub fn new(locales: &[Locale]) -> Self {
        Self { candidates: locale::candidates(locales), text: String::new() }
    }

    /// Reads an entry, without its ID, its path and whether it is shown; adds what was wrong to `faults`.
    ///
    /// # Errors
    ///
    /// Only where there is no entry to be found: see [`Rejection`].
    pub fn parse(&mut self, bytes: &[u8], faults: &mut Vec<Fault>) -> Result<Entry, Rejection> {
        self.text.clear();
        normal::normalise(bytes, &self.candidates, &mut self.text, faults)?;
        let parsed = DesktopEntry::from_str("entry.desktop", &self.text, Some(&[TRANSLATION]));
        let mut groups = parsed.map_err(|_| Rejection::Refused)?.groups.0;
        let (entry, listed) = entry(groups.remove(ENTRY_GROUP).ok_or(Rejection::NoGroup)?)?;
        // A group is taken out when it is read: an ID that is listed twice is one action (D16).
        let actions = listed.into_iter().filter_map(|id| action(groups.remove(&action_group(&id))?, id));
        Ok(Entry { actions: actions.collect(), ..entry })
    }
}

/// The values of one group, taken out one by one.
struct Values(Group);

impl Values {
    /// The untranslated value and the user's translation; both as escaped as `normal` left them.
    fn both(&mut self, key: Key) -> (Option<String>, Option<String>) {
        let (default, mut translations) = self.0.0.remove(key.name()).unzip();
        (default, translations.as_mut().and_then(|translations| translations.remove(TRANSLATION)))
    }

    fn text(&mut self, key: Key) -> Option<Box<str>> {
        self.both(key).0.map(String::into_boxed_str)
    }

    /// A list of names; an empty one names nothing.
    fn list(&mut self, key: Key) -> Option<Box<[Box<str>]>> {
        let names = list::split(&self.both(key).0?).into_vec();
        Some(names.into_iter().filter(|name| !name.is_empty()).collect())
    }

    fn boolean(&mut self, key: Key) -> Option<bool> {
        list::boolean(&self.both(key).0?)
    }

    fn is(&mut self, key: Key) -> bool {
        self.boolean(key).unwrap_or_default()
    }

    /// The text to show, and the untranslated one where that differs.
    fn translated(&mut self, key: Key) -> (Option<Box<str>>, Option<Box<str>>) {
        let (default, translation) = self.both(key);
        let default = default.map(String::into_boxed_str);
        match translation.map(String::into_boxed_str) {
            Some(text) => {
                let other = default.filter(|default| !default.is_empty() && *default != text);
                (Some(text), other)
            }
            None => (default, None),
        }
    }
}

/// Reads the main group; the IDs of its actions come beside it.
fn entry(group: Group) -> Result<(Entry, Vec<Box<str>>), Rejection> {
    let mut values = Values(group);
    let kind = values.text(Key::Type).ok_or(Rejection::NoType)?;
    let (name, untranslated_name) = values.translated(Key::Name);
    let (generic_name, untranslated_generic_name) = values.translated(Key::GenericName);
    let (keywords, untranslated_keywords) = values.translated(Key::Keywords);
    let split = |value: Option<Box<str>>| value.as_deref().map(list::split).unwrap_or_default();
    let entry = Entry {
        kind: kind_of(&kind),
        name,
        generic_name,
        keywords: split(keywords),
        untranslated: Untranslated {
            name: untranslated_name,
            generic_name: untranslated_generic_name,
            keywords: split(untranslated_keywords),
        },
        comment: values.translated(Key::Comment).0,
        icon: values.translated(Key::Icon).0,
        categories: values.list(Key::Categories).unwrap_or_default(),
        exec: values.text(Key::Exec),
        try_exec: values.text(Key::TryExec),
        working_directory: values.text(Key::Path),
        url: values.text(Key::Url),
        is_terminal: values.is(Key::Terminal),
        is_no_display: values.is(Key::NoDisplay),
        is_hidden: values.is(Key::Hidden),
        is_dbus_activatable: values.is(Key::DbusActivatable),
        is_single_main_window: values.is(Key::SingleMainWindow),
        prefers_non_default_gpu: values.is(Key::PrefersNonDefaultGpu),
        startup_notify: values.boolean(Key::StartupNotify),
        startup_wm_class: values.text(Key::StartupWmClass),
        mime_types: values.list(Key::MimeType).unwrap_or_default(),
        only_show_in: values.list(Key::OnlyShowIn),
        not_show_in: values.list(Key::NotShowIn).unwrap_or_default(),
        implements: values.list(Key::Implements).unwrap_or_default(),
        terminal_argument: values.text(Key::TerminalArgument),
        ..Entry::default()
    };
    Ok((entry, values.list(Key::Actions).unwrap_or_default().into_vec()))
}

fn kind_of(name: &str) -> Kind {
    match name {
        "Application" => Kind::Application,
        "Link" => Kind::Link,
        "Directory" => Kind::Directory,
        _ => Kind::Other,
    }
}

/// Reads an action's group; one without a name is no action (D16).
fn action(group: Group, id: Box<str>) -> Option<Action> {
    let mut values = Values(group);
    let name = values.translated(Key::Name).0?;
    Some(Action { id, name, icon: values.translated(Key::Icon).0, exec: values.text(Key::Exec) })
}

#[cfg(test)]
mod tests;
