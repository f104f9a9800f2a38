//! One desktop entry, in the user's language, as small as it can be kept.

use crate::registry::overlay::Choice;

use serde::{Deserialize, Serialize};

use std::path::PathBuf;

/// A desktop entry: the file that won its ID, read and judged.
///
/// Spec: Desktop Entry 1.5, "Recognized desktop entry keys". Texts have their escapes undone; lists are split.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Entry {
    /// The desktop file ID, with its `.desktop` (rule D3). Bytes that are not UTF-8 stand as `\xNN`.
    pub id: Box<str>,
    /// The file.
    #[serde(skip)]
    pub path: PathBuf,
    /// `Type`.
    pub kind: Kind,
    /// `Name`, translated; see [`Entry::display_name`] for what to show.
    pub name: Option<Box<str>>,
    /// `GenericName`, translated: what sort of program it is.
    pub generic_name: Option<Box<str>>,
    /// `Comment`, translated.
    pub comment: Option<Box<str>>,
    /// `Keywords`, translated.
    pub keywords: Box<[Box<str>]>,
    /// `Categories`.
    pub categories: Box<[Box<str>]>,
    /// `Exec`, its escapes undone, its quotes and field codes left in.
    pub exec: Option<Box<str>>,
    /// `TryExec`.
    pub try_exec: Option<Box<str>>,
    /// `Icon`, translated: a name in the icon theme or an absolute path.
    pub icon: Option<Box<str>>,
    /// `Path`: where the program is started; empty means nowhere in particular.
    pub working_directory: Option<Box<str>>,
    /// `URL`, of a link.
    pub url: Option<Box<str>>,
    /// `Terminal`.
    pub is_terminal: bool,
    /// `NoDisplay`.
    pub is_no_display: bool,
    /// `Hidden`: as good as deleted.
    pub is_hidden: bool,
    /// `DBusActivatable`.
    pub is_dbus_activatable: bool,
    /// `SingleMainWindow`.
    pub is_single_main_window: bool,
    /// `PrefersNonDefaultGPU`.
    pub prefers_non_default_gpu: bool,
    /// `StartupNotify`; `None` where the file does not say.
    pub startup_notify: Option<bool>,
    /// `StartupWMClass`.
    pub startup_wm_class: Option<Box<str>>,
    /// `Actions` that have a group of their own and a name, in the order of the list.
    pub actions: Box<[Action]>,
    /// `MimeType`.
    pub mime_types: Box<[Box<str>]>,
    /// `OnlyShowIn`; `None` where the file does not have it.
    pub only_show_in: Option<Box<[Box<str>]>>,
    /// `NotShowIn`.
    pub not_show_in: Box<[Box<str>]>,
    /// `Implements`.
    pub implements: Box<[Box<str>]>,
    /// `X-TerminalArgExec` and its elder names: what a terminal emulator wants before a command.
    pub terminal_argument: Option<Box<str>>,
    /// What the file says without a translation, where that differs from what stands above.
    pub untranslated: Untranslated,
    /// What the user chose for it; the name chosen stands in `name` already.
    #[serde(skip)]
    pub choice: Option<Box<Choice>>,
    /// Why it is not to be shown; `None` for an application to show.
    #[serde(skip)]
    pub hidden_by: Option<HiddenBy>,
}

/// What an entry describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Kind {
    /// A program.
    #[default]
    Application,
    /// A URL.
    Link,
    /// The look of a menu.
    Directory,
    /// A type the specification does not know.
    Other,
}

/// One of the further things an application can be started to do.
///
/// Spec: Desktop Entry 1.5, "Additional applications actions".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Action {
    /// Its name in `Actions`.
    pub id: Box<str>,
    /// `Name`, translated.
    pub name: Box<str>,
    /// `Icon`, translated.
    pub icon: Option<Box<str>>,
    /// `Exec`, its escapes undone; may be missing where the application is activated over D-Bus.
    pub exec: Option<Box<str>>,
}

/// The texts of an entry as they stand without a translation; empty where the text shown is the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Untranslated {
    /// `Name`.
    pub name: Option<Box<str>>,
    /// `GenericName`.
    pub generic_name: Option<Box<str>>,
    /// `Keywords`.
    pub keywords: Box<[Box<str>]>,
}

/// The rule that keeps an entry from being shown, the strongest where there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HiddenBy {
    /// `Hidden=true`: deleted.
    Hidden,
    /// `Type` is not `Application`.
    Kind,
    /// `TryExec` names a program that is not installed.
    TryExec,
    /// The user hid it.
    User,
    /// `NoDisplay=true`: not for menus.
    NoDisplay,
    /// `OnlyShowIn` names other desktops.
    OnlyShowIn,
    /// `NotShowIn` names this desktop.
    NotShowIn,
    /// There is neither `Exec` nor D-Bus activation: nothing could be started.
    Exec,
}

impl HiddenBy {
    /// Returns the key of the desktop entry that decided, or `user` for the user's own choice.
    pub fn key(self) -> &'static str {
        match self {
            Self::Hidden => "Hidden",
            Self::Kind => "Type",
            Self::TryExec => "TryExec",
            Self::User => "user",
            Self::NoDisplay => "NoDisplay",
            Self::OnlyShowIn => "OnlyShowIn",
            Self::NotShowIn => "NotShowIn",
            Self::Exec => "Exec",
        }
    }
}

impl Entry {
    /// Returns the text to show as its name: `Name`, or the ID without `.desktop` where the file has no name.
    pub fn display_name(&self) -> &str {
        match self.name.as_deref() {
            Some(name) if !name.is_empty() => name,
            _ => self.id.strip_suffix(".desktop").unwrap_or(&self.id),
        }
    }

    /// Returns the action of that name.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| &*action.id == id)
    }

    /// Whether it belongs in a list of applications.
    pub fn is_shown(&self) -> bool {
        self.hidden_by.is_none()
    }
}
