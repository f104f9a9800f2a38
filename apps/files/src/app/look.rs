//! What is looked at of the entries in sight: their facts, and how pictures look.

use super::{Action, App};
use crate::tab::{Reading, TabId};

use candela_files_core::system::Detail;

use iced::widget::image::Handle;
use jiff::Zoned;

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
