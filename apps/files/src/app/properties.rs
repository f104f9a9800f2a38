//! What is known of what is selected: facts at once, what must be counted or read while one looks.

use super::access::{self, Access};
use super::{Action, App, Dialog};

use candela_files_core::checksum::Checksums;
use candela_files_core::entry::Kind;
use candela_files_core::folder::Folder;
use candela_files_core::system::count::Count;
use candela_files_core::system::known::Known;

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Show another page.
    ShowPage(Page),
    /// It was read what else is known of a file.
    Known {
        /// The dialog that asked.
        number: u64,
        /// That.
        known: Known,
        /// The application that opens it.
        opens_with: Option<String>,
    },
    /// It was counted what lies in something.
    Counted {
        /// The dialog that asked.
        number: u64,
        /// How much, so far.
        count: Count,
        /// Whether that is everything.
        is_over: bool,
    },
    /// Read the checksums of the file.
    Sum,
    /// They were read.
    Summed {
        /// The dialog that asked.
        number: u64,
        /// They.
        outcome: Result<Checksums, ErrorKind>,
    },
    /// Something happened on the page of permissions.
    Access(access::Message),
}

/// A page of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// What is known.
    #[default]
    Facts,
    /// Who may do what.
    Access,
}

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Properties {
    /// Which dialog it is: an answer to another one is dropped.
    pub(crate) number: u64,
    /// The folder they were chosen in.
    folder: PathBuf,
    /// Their names there: what is done is done to these, wherever their rows are by then.
    names: Vec<OsString>,
    /// Their entries in the tab on show.
    pub(crate) entries: Vec<u32>,
    pub(crate) page: Page,
    /// Who may do what, once that page was shown.
    pub(crate) access: Access,
    /// What else is known of the only one.
    pub(crate) known: Option<Known>,
    /// The application that opens the only one.
    pub(crate) opens_with: Option<String>,
    /// How much lies in them, and whether everything was counted.
    pub(crate) count: Option<(Count, bool)>,
    /// The checksums of the only one.
    pub(crate) sums: Sums,
    /// A checksum it shall have, as it was typed.
    pub(crate) expected: String,
}

/// Checksums of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sums {
    /// Nobody asked for them.
    #[default]
    Unasked,
    /// The file is being read.
    Reading,
    /// They are these.
    Read(Checksums),
    /// The file cannot be read.
    Failed(ErrorKind),
}

impl Properties {
    fn of(number: u64, folder: &Folder, entries: Vec<u32>) -> Self {
        let names = names_of(folder, &entries);
        Self { number, folder: folder.path().to_owned(), names, entries, ..Self::default() }
    }

    /// Where they lie.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.names.iter().map(|name| self.folder.join(name)).collect()
    }

    /// Finds their entries in what the folder holds now; says no where one is gone, or it is another folder.
    fn follow(&mut self, folder: &Folder) -> bool {
        if folder.path() != self.folder {
            return false;
        }
        let name = |entry: &u32| folder.entries().get(*entry as usize).map(|entry| &entry.name);
        if self.entries.iter().map(name).eq(self.names.iter().map(Some)) {
            return true;
        }
        let names: Vec<&OsStr> = self.names.iter().map(OsString::as_os_str).collect();
        self.entries = folder.find(&names);
        let are_there = self.entries.len() == self.names.len();
        self.names = names_of(folder, &self.entries);
        are_there
    }
}

fn names_of(folder: &Folder, entries: &[u32]) -> Vec<OsString> {
    entries.iter().map(|entry| folder.entry(*entry).name.clone()).collect()
}

impl App {
    /// Keeps the dialog with its files when the folder on show becomes another, and closes it where one is gone.
    pub(super) fn follow_properties(&mut self) {
        let folder = &self.panes[self.active].tab().folder;
        if let Some(Dialog::Properties(shown)) = &mut self.dialog
            && !shown.follow(folder)
        {
            self.dialog = None;
            let _before = self.asking.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(super) fn property(&mut self, message: Message) -> Action {
        match message {
            Message::ShowPage(page) => self.show_page(page),
            Message::Known { number, known, opens_with } => self.known(number, known, opens_with),
            Message::Counted { number, count, is_over } => self.counted(number, count, is_over),
            Message::Sum => self.sum(),
            Message::Summed { number, outcome } => self.summed(number, outcome),
            Message::Access(message) => self.access(message),
        }
    }

    fn show_page(&mut self, page: Page) -> Action {
        let Some(Dialog::Properties(shown)) = &mut self.dialog else {
            return Action::None;
        };
        shown.page = page;
        if page == Page::Facts || shown.access.known.is_some() {
            return Action::None;
        }
        Action::ReadAccess { number: shown.number, paths: shown.paths() }
    }

    /// Shows who may do what with what is chosen.
    pub(super) fn show_permissions(&mut self) -> Action {
        let shown = self.show_properties();
        let page = self.show_page(Page::Access);
        Action::All(vec![shown, page])
    }

    pub(super) fn show_properties(&mut self) -> Action {
        let tab = self.tab();
        let entries = tab.chosen();
        if entries.is_empty() {
            return Action::None;
        }
        let is_counted = entries.len() > 1 || tab.kind(entries[0]) == Kind::Folder;
        let number = self.asking.fetch_add(1, Ordering::Relaxed) + 1;
        let shown = Properties::of(number, &self.tab().folder, entries);
        let paths = shown.paths();
        self.dialog = Some(Dialog::Properties(shown));
        let read = match &paths[..] {
            [path] => Action::ReadKnown { number, path: path.clone() },
            _ => Action::None,
        };
        let counted = if is_counted { Action::Count { number, paths } } else { Action::None };
        Action::All(vec![Action::FocusField, read, counted])
    }

    /// Shows properties once, where the window was opened for that.
    pub(super) fn explain(&mut self) -> Action {
        if std::mem::take(&mut self.is_explaining) { self.show_properties() } else { Action::None }
    }

    fn properties(&mut self, number: u64) -> Option<&mut Properties> {
        match &mut self.dialog {
            Some(Dialog::Properties(shown)) if shown.number == number => Some(shown),
            Some(_) | None => None,
        }
    }

    fn known(&mut self, number: u64, known: Known, opens_with: Option<String>) -> Action {
        if let Some(shown) = self.properties(number) {
            (shown.known, shown.opens_with) = (Some(known), opens_with);
        }
        Action::None
    }

    fn counted(&mut self, number: u64, count: Count, is_over: bool) -> Action {
        if let Some(shown) = self.properties(number) {
            shown.count = Some((count, is_over));
        }
        Action::None
    }

    /// Reads the only file of the dialog for its checksums.
    fn sum(&mut self) -> Action {
        let Some(Dialog::Properties(shown)) = &mut self.dialog else {
            return Action::None;
        };
        let (Ok([path]), number) = (<[PathBuf; 1]>::try_from(shown.paths()), shown.number) else {
            return Action::None;
        };
        shown.sums = Sums::Reading;
        Action::Sum { number, path }
    }

    fn summed(&mut self, number: u64, outcome: Result<Checksums, ErrorKind>) -> Action {
        let Some(shown) = self.properties(number) else {
            return Action::None;
        };
        shown.sums = outcome.map_or_else(Sums::Failed, Sums::Read);
        Action::FocusField
    }
}
