//! Earlier versions of what is selected: chosen by a slider, opened, or brought back beside what is there.

use super::{Action, App, Dialog, Tone};
use crate::notice::operation::Verb;
use crate::notice::shown;

use candela_files_core::operation::{Conflict, Item};
use candela_files_core::system::versions::Version;
use candela_shared::tr;

use std::path::{Path, PathBuf};

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Versions of something were read.
    Read {
        /// It.
        path: PathBuf,
        /// Its versions, the newest first.
        versions: Vec<Version>,
    },
    /// Choose a version by its number.
    Choose(usize),
    /// Open the chosen version.
    Open,
}

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// What they are of.
    pub(crate) path: PathBuf,
    /// The newest first.
    pub(crate) all: Vec<Version>,
    /// The chosen one.
    pub(crate) chosen: usize,
}

impl App {
    pub(super) fn versions(&mut self, message: Message) -> Action {
        match message {
            Message::Read { path, versions } => self.versions_read(&path, versions),
            Message::Choose(at) => self.choose_version(at),
            Message::Open => self.open_version(),
        }
    }

    /// Looks for versions of what is selected, or of the folder on show.
    pub(super) fn ask_versions(&mut self) -> Action {
        match &self.chosen_paths()[..] {
            [] => Action::ReadVersions(self.tab().path().to_owned()),
            [path] => Action::ReadVersions(path.clone()),
            _ => Action::None,
        }
    }

    fn versions_read(&mut self, path: &Path, all: Vec<Version>) -> Action {
        // One may have gone on, or be asked something else by now.
        let is_here = path == self.tab().path() || path.parent() == Some(self.tab().path());
        if !is_here || self.dialog.is_some() {
            return Action::None;
        }
        if all.is_empty() {
            let name = shown(path.file_name().map_or(path, Path::new));
            return self.say(Tone::Fact, tr!(self.words, "files-versions-none", name = name));
        }
        self.dialog = Some(Dialog::Versions(Versions { path: path.to_owned(), all, chosen: 0 }));
        Action::FocusField
    }

    fn choose_version(&mut self, at: usize) -> Action {
        if let Some(Dialog::Versions(versions)) = &mut self.dialog {
            versions.chosen = at.min(versions.all.len() - 1);
        }
        Action::None
    }

    /// Opens the chosen version where it lies: a folder here, a file with its application.
    fn open_version(&mut self) -> Action {
        let Some(Dialog::Versions(versions)) = self.dialog.take() else {
            return Action::None;
        };
        let version = &versions.all[versions.chosen];
        let path = version.path.clone();
        if version.is_folder { self.go(path) } else { Action::Open(vec![path]) }
    }

    /// Brings a version back beside what is there: nothing is replaced.
    pub(super) fn restore_version(&mut self, versions: Versions) -> Action {
        let from = versions.all[versions.chosen].path.clone();
        self.carry(Verb::Copy, vec![Item { from, to: versions.path }], Conflict::KeepBoth)
    }
}
