//! Open windows by title and program, where a window manager lists them.
//!
//! Spec: Extended Window Manager Hints 1.5, `_NET_CLIENT_LIST`, `_NET_WM_NAME`, `_NET_WM_WINDOW_TYPE`,
//! `_NET_ACTIVE_WINDOW`. Wayland tells programs nothing of other windows: there none are found.

use super::{Ask, Deed, Finding, Provider, Sort};
use crate::rank::{Freedom, Search, Text};
use crate::system::display::{Display, Open};

/// What a match in the title is worth, of 100: behind the names of applications.
const TITLE: u32 = 70;
/// What one in the name of its program is worth.
const PROGRAM: u32 = 60;
/// The least letters that are looked for.
const LEAST: usize = 2;
/// How many are listed.
const MOST: usize = 6;

/// Asks the display anew for every query: windows come and go.
#[derive(Debug)]
pub struct Windows {
    name: String,
    display: Option<Display>,
}

impl Windows {
    /// Asks the display of that name (`DISPLAY`).
    pub fn new(display: &str) -> Self {
        Self { name: display.to_owned(), display: None }
    }

    /// What is open; a display that went away is asked for again with the next query.
    fn open(&mut self) -> Option<Vec<Open>> {
        if self.display.is_none() {
            self.display = Display::connect(&self.name).ok();
        }
        let found = self.display.as_ref()?.windows();
        if found.is_err() {
            self.display = None;
        }
        found.ok()
    }
}

impl Provider for Windows {
    fn find(&mut self, ask: Ask) {
        let mut search = Search::of(ask.query().trim());
        if search.length() < LEAST {
            return;
        }
        let ours = std::process::id();
        let open = self.open().unwrap_or_default().into_iter().filter(|window| window.process != Some(ours));
        let mut found: Vec<Finding> = open.filter_map(|window| finding(&mut search, window)).collect();
        found.sort_by_key(|finding| std::cmp::Reverse(finding.score));
        found.truncate(MOST);
        ask.finish(found);
    }
}

fn finding(search: &mut Search, window: Open) -> Option<Finding> {
    let mut score = |text: &str, weight: u32| Some(search.find(&Text::of(text, Freedom::Words))?.score(weight));
    let score = score(&window.title, TITLE).max(score(&window.class, PROGRAM))?;
    let (id, deed) = (window.id.to_string(), Deed::Raise(window.id));
    Some(Finding { sort: Sort::Window, id, name: window.title, detail: window.class, score, deed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_found_by_its_title_and_by_its_program() {
        let window = || Open { id: 7, title: "Straße — notes".into(), class: "Gedit".into(), process: None };
        let finding = |query, window| finding(&mut Search::of(query), window);
        let title = finding("strasse", window()).unwrap();
        assert_eq!((title.deed, &*title.detail), (Deed::Raise(7), "Gedit"));
        assert!(finding("gedit", window()).is_some_and(|found| found.score < title.score));
        assert!(finding("otes", window()).is_none(), "inside a word it would be chance");
    }
}
