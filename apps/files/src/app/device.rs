//! Disks that are mounted and let go of.

use super::present::arrive;
use super::{Action, App, Tone, read};
use crate::notice;
use crate::tab::TabId;

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
    Mounted {
        /// The tab that it was to be shown in.
        tab: TabId,
        /// Where it is, or why it is not mounted.
        outcome: Result<PathBuf, String>,
    },
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
            Message::Mount(volume) => Action::Mount { tab: self.tab().id, volume },
            Message::Mounted { tab, outcome } => self.mounted(tab, outcome),
            Message::Eject(mount) => Action::Eject(mount),
            Message::Unmounted { path, outcome } => self.unmounted(&path, outcome),
        }
    }

    /// Goes to what was mounted, or says why it was not. Whoever works in another tab meanwhile stays there.
    fn mounted(&mut self, tab: TabId, outcome: Result<PathBuf, String>) -> Action {
        match outcome {
            Ok(place) if tab == self.tab().id => self.go(place),
            Ok(_) => Action::None,
            Err(detail) => {
                let detail = single_line(&detail).into_owned();
                self.say(Tone::Failure, tr!(self.words, "files-failed-mount", detail = detail))
            }
        }
    }

    /// Leaves what is no longer mounted, in every tab, and says what still is.
    fn unmounted(&mut self, path: &Path, outcome: Result<(), String>) -> Action {
        if let Err(detail) = outcome {
            return self.say(Tone::Failure, notice::cannot_unmount(&self.words, path, &detail));
        }
        let Some(home) = self.home.clone() else { return Action::None };
        let tabs = self.panes.iter_mut().flat_map(|pane| &mut pane.tabs);
        let gone = tabs.filter(|tab| tab.path().starts_with(path));
        let left = gone.map(|tab| {
            let _is_new = tab.history.go(home.clone());
            arrive(&self.views, tab, Vec::new());
            read(tab)
        });
        let left = Action::All(left.collect());
        self.lay_out();
        left
    }
}
