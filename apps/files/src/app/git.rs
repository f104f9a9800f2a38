//! The panel of git: shown beside the rows, and kept true to the repository of the folder on show.

use super::{Action, App, Tone};
use crate::git_panel::{self, Panel};
use crate::notice;

use candela_files_core::system::git::GitError;

use std::path::Path;

impl App {
    pub(super) fn switch_panel(&mut self) -> Action {
        self.panel = if self.panel.is_some() { None } else { Some(Panel::default()) };
        self.lay_out();
        let seen = self.look_at_all();
        Action::All(vec![seen, self.read_changes()])
    }

    /// Asks what is changed, where the panel is there to show it.
    pub(super) fn read_changes(&self) -> Action {
        if self.panel.is_none() { Action::None } else { Action::ReadChanges(self.tab().path().to_owned()) }
    }

    pub(super) fn panelled(&mut self, message: git_panel::Message) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        match panel.update(message) {
            git_panel::Action::None => Action::None,
            git_panel::Action::Tell(error) => self.say(Tone::Failure, notice::git(&self.words, &error)),
            action => Action::Panel(self.tab().path().to_owned(), action),
        }
    }

    pub(super) fn git_acted(&mut self, folder: &Path, outcome: Result<(), GitError>) -> Action {
        let said = match outcome {
            Ok(()) => Action::None,
            Err(error) => self.say(Tone::Failure, notice::git(&self.words, &error)),
        };
        let tabs = self.panes.iter().map(super::Pane::tab).filter(|tab| tab.path() == folder);
        let mut actions: Vec<Action> = tabs.map(|tab| Action::ReadGit(tab.id)).collect();
        actions.extend([said, self.read_changes()]);
        Action::All(actions)
    }
}
