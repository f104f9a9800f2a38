//! How much lies in the parts of a folder, counted while one looks.

use super::{Action, App, Dialog};

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Show how much lies in the parts of a folder.
    Show(PathBuf),
    /// It was counted how much lies in the parts of a folder, so far.
    Read {
        /// The dialog that asked.
        number: u64,
        /// The parts, the largest first.
        parts: Vec<Part>,
        /// Whether that is everything.
        is_over: bool,
    },
}

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Which dialog it is: an answer to another one is dropped.
    pub(crate) number: u64,
    /// The folder.
    pub(crate) folder: PathBuf,
    /// Its parts, the largest first.
    pub(crate) parts: Vec<Part>,
    /// Whether everything was counted.
    pub(crate) is_over: bool,
}

/// A part of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: OsString,
    /// How much lies in it, in bytes.
    pub bytes: u64,
    /// Whether it is a folder.
    pub is_folder: bool,
}

impl App {
    pub(super) fn usage(&mut self, message: Message) -> Action {
        match message {
            Message::Show(folder) => self.show_usage(folder),
            Message::Read { number, parts, is_over } => self.usage_read(number, parts, is_over),
        }
    }

    pub(super) fn show_usage(&mut self, folder: PathBuf) -> Action {
        let number = self.asking.fetch_add(1, Ordering::Relaxed) + 1;
        self.dialog = Some(Dialog::Usage(Usage { number, folder: folder.clone(), parts: Vec::new(), is_over: false }));
        Action::All(vec![Action::FocusField, Action::ReadUsage { number, folder }])
    }

    fn usage_read(&mut self, number: u64, parts: Vec<Part>, is_over: bool) -> Action {
        match &mut self.dialog {
            Some(Dialog::Usage(usage)) if usage.number == number => (usage.parts, usage.is_over) = (parts, is_over),
            Some(_) | None => {}
        }
        Action::None
    }
}
