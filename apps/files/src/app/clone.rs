//! A repository that is cloned into the folder on show.

use super::{Action, App, Dialog};
use crate::notice;

use candela_files_core::system::git::GitError;
use candela_files_core::system::git::clone::name_of;

use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// A clone is so far.
    Lasts {
        /// The clone.
        number: u64,
        /// How much is there, in percent, as far as that is known.
        percent: Option<u8>,
    },
    /// A clone came to its end.
    Cloned {
        /// The clone.
        number: u64,
        /// Where it lies.
        outcome: Result<PathBuf, GitError>,
    },
}

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CloneDialog {
    /// Where the repository is, as it is typed.
    pub(crate) url: String,
    pub(crate) state: Cloning,
}

/// How far a clone is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cloning {
    /// It did not begin.
    #[default]
    Typed,
    /// So much of it is there, in percent, as far as that is known.
    Running {
        /// The clone: an answer of another one is dropped.
        number: u64,
        /// How much.
        percent: Option<u8>,
    },
    /// It failed, in these words.
    Failed(String),
}

impl App {
    pub(super) fn cloning(&mut self, message: Message) -> Action {
        match message {
            Message::Lasts { number, percent } => self.clone_lasts(number, percent),
            Message::Cloned { number, outcome } => self.cloned(number, outcome),
        }
    }

    pub(super) fn ask_clone(&mut self) -> Action {
        self.dialog = Some(Dialog::Clone(CloneDialog::default()));
        Action::FocusField
    }

    /// Begins to clone, unless that runs already.
    pub(super) fn begin_clone(&mut self, mut asked: CloneDialog) -> Action {
        let url = asked.url.trim().to_owned();
        let is_running = matches!(asked.state, Cloning::Running { .. });
        if is_running || name_of(&url).is_none() {
            self.dialog = Some(Dialog::Clone(asked));
            return Action::None;
        }
        let number = self.asking.fetch_add(1, Ordering::Relaxed) + 1;
        asked.state = Cloning::Running { number, percent: None };
        self.dialog = Some(Dialog::Clone(asked));
        Action::Clone { number, url, folder: self.tab().path().to_owned() }
    }

    fn clone_lasts(&mut self, number: u64, percent: Option<u8>) -> Action {
        if let Some(Dialog::Clone(CloneDialog { state: Cloning::Running { number: running, percent: told }, .. })) =
            &mut self.dialog
            && *running == number
        {
            *told = percent;
        }
        Action::None
    }

    /// Shows what was cloned, or says why it was not.
    fn cloned(&mut self, number: u64, outcome: Result<PathBuf, GitError>) -> Action {
        let Some(Dialog::Clone(CloneDialog { state, .. })) = &mut self.dialog else {
            return Action::None;
        };
        if !matches!(state, Cloning::Running { number: running, .. } if *running == number) {
            return Action::None;
        }
        match outcome {
            Ok(folder) => {
                self.dialog = None;
                self.go(folder)
            }
            Err(error) => {
                *state = Cloning::Failed(notice::git(&self.words, &error));
                Action::FocusField
            }
        }
    }
}
