//! What is looked at of the entries in sight: their facts, and how pictures look.

use super::{Action, App, Dialog, Seen};
use crate::key::Select;
use crate::tab::{Reading, TabId};

use candela_files_core::entry::Kind;
use candela_files_core::system::Detail;
use candela_ui::widget::list::Step;

use iced::widget::image::Handle;
use jiff::Zoned;

use std::path::Path;

impl App {
    /// Asks for what is not known yet of the entries in sight, in every pane.
    pub(super) fn look_at_all(&mut self) -> Action {
        let tabs = self.panes.iter_mut().map(|pane| &mut pane.tabs[pane.current]);
        let actions = tabs.flat_map(|tab| {
            let entries = tab.wanted_details();
            let details = if entries.is_empty() { Action::None } else { Action::ReadDetails { tab: tab.id, entries } };
            [details, thumbnails(tab.id, tab.wanted_thumbnails())]
        });
        Action::All(actions.collect())
    }

    pub(super) fn details_read(&mut self, reading: Reading, details: Vec<(u32, Detail)>, now: Zoned) -> Action {
        let Some(tab) = self.find_mut(reading) else {
            return Action::None;
        };
        tab.put_details(details);
        let asked = thumbnails(tab.id, tab.wanted_thumbnails());
        self.now = now;
        asked
    }

    /// Shows the file the keyboard is on; a folder has nothing to show.
    pub(super) fn look(&mut self) -> Action {
        let tab = self.tab();
        let entry = tab.selection.cursor().and_then(|row| tab.entry_at(row));
        let Some(entry) = entry.filter(|entry| tab.kind(*entry) != Kind::Folder) else {
            return Action::None;
        };
        let path = tab.folder.path_of(entry);
        self.dialog = Some(Dialog::Look { path: path.clone(), seen: Seen::Waiting });
        Action::Look(path)
    }

    /// Shows the file of another row.
    pub(super) fn look_on(&mut self, step: Step) -> Action {
        self.dialog = None;
        let moved = self.move_cursor(step, Select::Only);
        Action::All(vec![moved, self.look()])
    }

    pub(super) fn seen(&mut self, path: &Path, found: Seen) -> Action {
        match &mut self.dialog {
            Some(Dialog::Look { path: shown, seen }) if shown == path => *seen = found,
            Some(_) | None => {}
        }
        Action::None
    }

    pub(super) fn thumbnail_read(&mut self, reading: Reading, entry: u32, picture: Option<Handle>) -> Action {
        if let Some(tab) = self.find_mut(reading) {
            tab.put_thumbnail(entry, picture);
        }
        Action::None
    }
}

fn thumbnails(tab: TabId, entries: Vec<u32>) -> Action {
    if entries.is_empty() { Action::None } else { Action::ReadThumbnails { tab, entries } }
}
