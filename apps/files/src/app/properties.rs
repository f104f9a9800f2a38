//! What is known of what is selected: facts at once, what must be counted or read while one looks.

use super::{Action, App, Dialog};

use candela_files_core::checksum::Checksums;
use candela_files_core::entry::Kind;
use candela_files_core::system::count::Count;
use candela_files_core::system::known::Known;

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Properties {
    /// Which dialog it is: an answer to another one is dropped.
    pub(crate) number: u64,
    /// The entries of the tab on show.
    pub(crate) entries: Vec<u32>,
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

impl App {
    pub(super) fn show_properties(&mut self) -> Action {
        let tab = self.tab();
        let entries = tab.chosen();
        if entries.is_empty() {
            return Action::None;
        }
        let paths: Vec<PathBuf> = entries.iter().map(|entry| tab.folder.path_of(*entry)).collect();
        let is_counted = entries.len() > 1 || tab.kind(entries[0]) == Kind::Folder;
        let number = self.asking.fetch_add(1, Ordering::Relaxed) + 1;
        self.dialog = Some(Dialog::Properties(Properties { number, entries, ..Properties::default() }));
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

    pub(super) fn known(&mut self, number: u64, known: Known, opens_with: Option<String>) -> Action {
        if let Some(shown) = self.properties(number) {
            (shown.known, shown.opens_with) = (Some(known), opens_with);
        }
        Action::None
    }

    pub(super) fn counted(&mut self, number: u64, count: Count, is_over: bool) -> Action {
        if let Some(shown) = self.properties(number) {
            shown.count = Some((count, is_over));
        }
        Action::None
    }

    /// Reads the only file of the dialog for its checksums.
    pub(super) fn sum(&mut self) -> Action {
        let Some(Dialog::Properties(shown)) = &mut self.dialog else {
            return Action::None;
        };
        let ([entry], number) = (&shown.entries[..], shown.number) else {
            return Action::None;
        };
        let entry = *entry;
        shown.sums = Sums::Reading;
        Action::Sum { number, path: self.tab().folder.path_of(entry) }
    }

    pub(super) fn summed(&mut self, number: u64, outcome: Result<Checksums, ErrorKind>) -> Action {
        let Some(shown) = self.properties(number) else {
            return Action::None;
        };
        shown.sums = outcome.map_or_else(Sums::Failed, Sums::Read);
        Action::FocusField
    }
}
