//! Where one is before anything is typed: the home, or one of its categories.

use super::{Action, App};

use candela_launcher_core::list::{self, Group, Home, Item, Section, home};
use candela_launcher_core::{Finding, Items};

use std::time::SystemTime;

/// A place to browse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What is pinned and used, and the ways to everything else.
    Home,
    /// A category, by its position in the catalogue.
    Category(usize),
    /// The applications that the user hid.
    Hidden,
}

impl App {
    /// Lists the place where one is.
    pub(super) fn list_place(&mut self) -> Action {
        let Some(catalogue) = self.catalogue().cloned() else {
            return Action::None;
        };
        let of = |section, entries: Vec<usize>| {
            let (shape, items) = (self.settings.home, list::applications(entries));
            Items::new(vec![Group { section, shape, items }])
        };
        let items = match self.place {
            Place::Home => Items::default(),
            Place::Category(at) => {
                let entries = catalogue.categories().get(at).map(|category| category.entries.clone());
                of(Section::Category(at), entries.unwrap_or_default())
            }
            Place::Hidden => of(Section::Hidden, catalogue.hidden().collect()),
        };
        if !items.is_empty() {
            return self.list(items);
        }
        // Also where the place is gone with its last application.
        self.place = Place::Home;
        let session: Vec<Finding> = self.steps().map(|step| step.finding(0)).collect();
        let items = home(&Home {
            catalogue: &catalogue,
            history: &self.history,
            recent: if self.settings.shows_recent_files { &self.recent } else { &[] },
            session: &session,
            shape: self.settings.home,
            now: SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs()),
        });
        self.list(items)
    }

    /// Goes into a place.
    pub(super) fn enter(&mut self, place: Place) -> Action {
        self.place = place;
        self.list_place()
    }

    /// Goes back to the home, to where one came from.
    pub(super) fn go_up(&mut self) -> Action {
        let way_in = match self.place {
            Place::Home => return Action::None,
            Place::Category(at) => Item::Category(at),
            Place::Hidden => Item::Hidden,
        };
        let listed = self.enter(Place::Home);
        self.selected = self.items.position(&way_in);
        Action::All(vec![listed, self.reveal()])
    }

    /// Takes in the files used last.
    pub(super) fn take_recent(&mut self, recent: Vec<Finding>) -> Action {
        self.recent = recent;
        self.list_unless_on_the_way()
    }

    /// Lists the home anew where it is seen, unless the user is on the way in it.
    pub(super) fn list_unless_on_the_way(&mut self) -> Action {
        let is_seen = self.query.is_empty() && self.place == Place::Home && self.page.is_none();
        if is_seen && self.selected == 0 { self.list_place() } else { Action::None }
    }
}
