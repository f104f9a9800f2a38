//! Disks that are mounted and let go of.

use super::{Action, App, Tone};
use crate::notice;

use candela_files_core::device::Mount;
use candela_files_core::system::volume::Volume;
use candela_shared::display_name::single_line;
use candela_shared::tr;

use std::path::{Path, PathBuf};

/// What happened to disks, and what the user wants of them.
#[derive(Debug, Clone)]
pub enum Message {
    /// Mount a volume.
    Mount(Volume),
    /// It was mounted there, or not.
    Mounted(Result<PathBuf, String>),
    /// Let go of what a user mounted, and of its drive.
    Eject(Mount),
    /// It was unmounted, or not.
    Unmounted {
        /// Where it is or was.
        path: PathBuf,
        /// Why not, in the words of what refused.
        outcome: Result<(), String>,
    },
}

impl App {
    pub(super) fn device(&mut self, message: Message) -> Action {
        match message {
            Message::Mount(volume) => Action::Mount(volume),
            Message::Mounted(outcome) => self.mounted(outcome),
            Message::Eject(mount) => Action::Eject(mount),
            Message::Unmounted { path, outcome } => self.unmounted(&path, outcome),
        }
    }

    /// Goes to what was mounted, or says why it was not.
    fn mounted(&mut self, outcome: Result<PathBuf, String>) -> Action {
        match outcome {
            Ok(place) => self.go(place),
            Err(detail) => {
                let detail = single_line(&detail).into_owned();
                self.say(Tone::Failure, tr!(self.words, "files-failed-mount", detail = detail))
            }
        }
    }

    /// Leaves what is no longer mounted, and says what still is.
    fn unmounted(&mut self, path: &Path, outcome: Result<(), String>) -> Action {
        match outcome {
            Err(detail) => self.say(Tone::Failure, notice::cannot_unmount(&self.words, path, &detail)),
            Ok(()) if self.tab().path().starts_with(path) => {
                self.home.clone().map_or(Action::None, |home| self.go(home))
            }
            Ok(()) => Action::None,
        }
    }
}
