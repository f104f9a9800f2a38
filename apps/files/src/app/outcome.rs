//! What work brought: each outcome ends its waiting, and one that nobody waits for is dropped.

use super::{Action, App, Extent, Read, Tone, Turns};
use crate::notice::{self, Failure};
use crate::tab::{Reading, State};

use candela_files_core::PathError;
use candela_files_core::folder::{Arrangement, Change, Folder};
use candela_files_core::group::Group;
use candela_files_core::system::places::{Places, Space};

use candela_shared::tr;

use std::path::Path;
use std::sync::Arc;

impl App {
    pub(super) fn say_reading(&mut self, reading: Reading) -> Action {
        if let Some(tab) = self.find_mut(reading).filter(|tab| tab.state == State::Loading) {
            tab.state = State::StillLoading;
        }
        Action::None
    }

    pub(super) fn folder_read(&mut self, reading: Reading, outcome: Result<Read, PathError>) -> Action {
        let Some(tab) = self.find_mut(reading) else {
            return Action::None;
        };
        let is_whole = match outcome {
            // What is on show is more than a beginning, where it is of the same folder.
            Ok(read) if read.extent == Extent::Beginning && tab.is_shown_whole(&read) => false,
            Ok(read) => {
                let is_whole = read.extent == Extent::Whole;
                tab.groups = read.groups;
                tab.take(read.folder, read.rows, if is_whole { State::Ready } else { State::Growing });
                is_whole
            }
            Err(error) => {
                tab.fail(error);
                false
            }
        };
        let id = tab.id;
        self.follow_properties();
        self.lay_out();
        let revealed = if is_whole { self.reveal() } else { Action::None };
        let mut actions = vec![revealed, self.look_at_all()];
        if is_whole {
            actions.push(self.explain());
            actions.push(self.find(id).map_or(Action::None, |tab| self.read_above(tab)));
            let git = self.find(id).map_or(Action::None, |tab| self.read_git(tab));
            actions.extend([git, Action::ReadSpace(id), self.read_changes()]);
        }
        Action::All(actions)
    }

    /// Takes what stands under names that changed; everything else stays as it is.
    pub(super) fn looked_again(&mut self, reading: Reading, changes: Vec<Change>) -> Action {
        let collator = &self.collator;
        let mut tabs = self.panes.iter_mut().flat_map(|pane| &mut pane.tabs);
        let Some(tab) = tabs.find(|tab| tab.reading() == reading) else {
            return Action::None;
        };
        tab.follow(changes, collator);
        let id = tab.id;
        self.follow_properties();
        self.lay_out();
        let git = self.find(id).map_or(Action::None, |tab| self.read_git(tab));
        Action::All(vec![self.look_at_all(), git, Action::ReadSpace(id), self.read_changes()])
    }

    pub(super) fn arranged(
        &mut self,
        reading: Reading,
        arrangement: &Arrangement,
        folder: &Arc<Folder>,
        rows: Arc<[u32]>,
        groups: Arc<[(usize, Group)]>,
    ) -> Action {
        let Some(tab) = self.find_mut(reading).filter(|tab| tab.arrangement == *arrangement) else {
            return Action::None;
        };
        // It has followed changes in the meantime.
        if !Arc::ptr_eq(&tab.folder, folder) {
            return Action::Arrange(tab.id);
        }
        tab.groups = groups;
        tab.rearrange(rows);
        self.lay_out();
        let revealed = self.reveal();
        Action::All(vec![revealed, self.look_at_all()])
    }

    pub(super) fn space_read(&mut self, reading: Reading, space: Option<Space>) -> Action {
        if let Some(tab) = self.find_mut(reading) {
            tab.space = space;
        }
        Action::None
    }

    pub(super) fn places_read(&mut self, places: Places) -> Action {
        let before = std::mem::replace(&mut self.places, places);
        // Once: the same file is read again and again.
        let wrong = self.places.wrong_actions.first().filter(|_| before.wrong_actions != self.places.wrong_actions);
        match wrong.cloned() {
            Some(detail) => self.say(Tone::Failure, tr!(self.words, "files-wrong-action", detail = detail)),
            None => Action::None,
        }
    }

    pub(super) fn turns_read(&mut self, turns: Turns) -> Action {
        self.turns = Some(turns);
        Action::None
    }

    pub(super) fn file_opened(&mut self, path: &Path, outcome: Result<(), Failure>) -> Action {
        if let Err(failure) = outcome {
            return self.say(Tone::Failure, notice::cannot_open(&self.words, path, &failure));
        }
        Action::None
    }
}
