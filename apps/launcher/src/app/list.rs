//! What is listed: how answers come together, what is selected, and what is in sight.

use super::{Action, App, Applications, Place, Way};

use crate::lines::Lines;

use candela_launcher_core::list::{Found, Item, Step, row_of, step};
use candela_launcher_core::provider::{Answer, Deed, Sort};
use candela_launcher_core::settings::{Engine, Source};
use candela_launcher_core::{Catalogue, Hit, Items, Kind};
use candela_ui::icon::Raster;
use candela_ui::scene::Scene;
use candela_ui::tokens::icon;
use candela_ui::widget::list::View;

use iced::Size;

use std::sync::Arc;

/// An application that matches so well is what was meant, whatever else is found: the name begins with the query.
const SURE: u32 = 9000;

impl App {
    /// The application an item stands for, and which part of it.
    pub(crate) fn item(&self, item: usize) -> Option<(usize, Kind)> {
        self.items.application(item)
    }

    /// Whether it is known that the query means nothing.
    pub(crate) fn has_found_nothing(&self) -> bool {
        self.items.is_empty() && !self.query.trim().is_empty() && !self.is_behind()
    }

    /// The search engine to offer where nothing is found.
    pub(crate) fn web_engine(&self) -> Option<&Engine> {
        self.settings.engines.first().filter(|_| self.settings.has(Source::Web))
    }

    pub(super) fn resize(&mut self, size: Size) -> Action {
        self.size = size;
        self.lay_out();
        self.reveal()
    }

    pub(super) fn take(&mut self, catalogue: Arc<Catalogue>) -> Action {
        let selected = self.selected_id();
        self.page = self.page.take().and_then(|page| self.page_in(page, &catalogue));
        self.icons.forget();
        self.applications = Applications::Ready(catalogue);
        // What is listed names entries of the index before.
        self.items = Items::default();
        self.found = Found::default();
        self.answered = None;
        let queued = std::mem::take(&mut self.queued);
        let asked = self.ask_again();
        if self.is_behind() {
            self.queued = queued;
            return asked;
        }
        let found = selected.and_then(|id| (0..self.items.len()).find(|at| self.id_of(*at).as_ref() == Some(&id)));
        self.selected = found.unwrap_or(0);
        let shown = self.reveal();
        let done = queued.into_iter().map(|message| self.update(message));
        Action::All([asked, shown].into_iter().chain(done.collect::<Vec<_>>()).collect())
    }

    /// What tells the selected application from others, whatever its position.
    fn selected_id(&self) -> Option<String> {
        if self.selected == 0 { None } else { self.id_of(self.selected) }
    }

    fn id_of(&self, at: usize) -> Option<String> {
        let (entry, kind) = self.item(at)?;
        Some(self.catalogue()?.id(entry, kind))
    }

    /// Whether what is listed is not yet what the query means: where no application matches well, a provider may know
    /// more; but nobody waits longer for one than is noticed, unless there is nothing else.
    pub(super) fn is_behind(&self) -> bool {
        let is_answered = self.answered.as_ref() == Some(&self.query);
        let is_open = self.is_searching && !self.is_sure() && (self.is_patient || self.items.is_empty());
        self.page.is_none() && (!is_answered || is_open)
    }

    fn is_sure(&self) -> bool {
        match self.items.item(0) {
            Some(Item::Hit(hit)) => hit.score >= SURE,
            Some(Item::Finding(finding)) => finding.score >= SURE,
            Some(Item::Category(_) | Item::Hidden | Item::Settings) | None => false,
        }
    }

    pub(super) fn ask(&mut self, query: String) -> Action {
        self.page = None;
        self.queued.clear();
        self.query = query;
        self.ask_again()
    }

    /// Asks what the query means now.
    pub(super) fn ask_again(&mut self) -> Action {
        self.found = Found::default();
        self.is_searching = false;
        if self.catalogue().is_none() {
            return Action::None;
        }
        if self.query.trim().is_empty() {
            return self.list_place();
        }
        self.is_searching = true;
        self.is_patient = true;
        Action::Search(self.query.clone())
    }

    pub(super) fn take_hits(&mut self, query: &str, searched: &Arc<Catalogue>, hits: Vec<Hit>) -> Action {
        let is_current = self.catalogue().is_some_and(|catalogue| Arc::ptr_eq(catalogue, searched));
        if query != self.query || !is_current {
            return Action::None;
        }
        self.found.set_hits(hits);
        let listed = self.list(self.found.items());
        self.then_queued(listed)
    }

    /// Takes in what a provider found. What the user selected stays selected; what comes first by itself may change.
    pub(super) fn take_answer(&mut self, query: &str, answer: Answer) -> Action {
        if query != self.query {
            return Action::None;
        }
        match answer {
            Answer::Found { provider, findings } => self.found.put(provider, findings),
            Answer::SoftDeadline => self.is_patient = false,
            Answer::Done | Answer::Deadline => self.is_searching = false,
        }
        if self.answered.as_deref() != Some(query) {
            return Action::None;
        }
        let items = self.found.items();
        if items != self.items {
            let kept = self.items.item(self.selected).filter(|_| self.selected > 0).map(|item| items.position(item));
            self.items = items;
            self.selected = kept.unwrap_or(0);
            self.lay_out();
        }
        let read = self.read_icons();
        self.then_queued(read)
    }

    /// Does what was asked before the answer came.
    fn then_queued(&mut self, first: Action) -> Action {
        if self.is_behind() {
            return first;
        }
        let queued = std::mem::take(&mut self.queued);
        let mut actions = vec![first];
        actions.extend(queued.into_iter().map(|message| self.update(message)));
        Action::All(actions)
    }

    /// Lists other items, from the top.
    pub(super) fn list(&mut self, items: Items) -> Action {
        self.answered = Some(self.query.clone());
        self.items = items;
        self.selected = 0;
        self.view.offset = 0.0;
        self.lay_out();
        Action::All(vec![Action::Scroll(0.0), self.read_icons()])
    }

    pub(super) fn lay_out(&mut self) {
        self.lines = Lines::new(&self.items, &self.look, self.size.width);
        self.layouts += 1;
    }

    /// The scene that the list makes: its items, and how far it is scrolled.
    pub(crate) fn scene(&self) -> Scene {
        Scene::of((self.layouts, self.view.offset.to_bits(), self.page.is_some()))
    }

    /// Brings the selected item into sight.
    pub(super) fn reveal(&mut self) -> Action {
        if self.items.is_empty() {
            return Action::None;
        }
        let row = row_of(&self.lines.rows, self.selected);
        // The head above the first items comes into sight with them.
        let row = if row == 1 { 0 } else { row };
        match self.view.reveal(row, &self.lines.heights, 0.0) {
            Some(offset) => Action::All(vec![Action::Scroll(offset), self.read_icons()]),
            None => self.read_icons(),
        }
    }

    /// Asks for the icons of the items in sight that have none yet.
    pub(super) fn read_icons(&mut self) -> Action {
        let rows = self.view.rows(&self.lines.heights);
        let mut read = Vec::new();
        for (is_tile, side) in [(true, icon::TILE_LARGE as u32), (false, icon::TILE as u32)] {
            let items = self.lines.items(rows.clone()).filter(|item| self.items.is_tile(*item) == is_tile);
            let entries: Vec<usize> = items.filter_map(|item| self.item(item)).map(|(entry, _)| entry).collect();
            let entries = self.icons.wanted(entries, side);
            if !entries.is_empty() {
                read.push(Action::ReadIcons { entries, side });
            }
        }
        if read.is_empty() { Action::None } else { Action::All(read) }
    }

    pub(super) fn go(&mut self, towards: Step) -> Action {
        if self.page.is_some() {
            return self.go_in_page(towards);
        }
        let page = self.lines.page(self.view.height);
        if let Some(selected) = step(&self.lines.rows, self.selected, towards, page) {
            self.selected = selected;
        }
        self.reveal()
    }

    pub(super) fn go_forward(&mut self) -> Action {
        if self.page.is_some() {
            Action::None
        } else if self.items.is_tile(self.selected) {
            self.go(Step::Next)
        } else {
            self.switch_actions()
        }
    }

    pub(super) fn go_backward(&mut self) -> Action {
        if self.page.is_some() {
            self.leave_page()
        } else if self.items.is_tile(self.selected) {
            self.go(Step::Previous)
        } else {
            Action::None
        }
    }

    pub(super) fn open(&mut self) -> Action {
        if self.page.is_some() { self.open_in_page() } else { self.open_item(self.selected) }
    }

    pub(super) fn open_item(&mut self, at: usize) -> Action {
        if self.page.is_some() {
            return self.open_line_at(at);
        }
        let Some(item) = self.items.item(at).cloned() else {
            return Action::None;
        };
        self.selected = at;
        match item {
            Item::Hit(hit) => Action::Launch { entry: hit.entry, kind: hit.kind, way: Way::AsItIs },
            Item::Category(category) => self.enter(Place::Category(category)),
            Item::Hidden => self.enter(Place::Hidden),
            Item::Settings => self.open_settings(),
            Item::Finding(finding) => self.carry_out(finding.name, finding.deed),
        }
    }

    /// Does what a finding says.
    pub(super) fn carry_out(&mut self, name: String, deed: Deed) -> Action {
        match deed {
            Deed::Copy(text) => self.copy(text),
            Deed::Complete(line) => self.ask(line),
            deed @ (Deed::Open(_) | Deed::Visit(_) | Deed::Run(_) | Deed::Raise(_)) => Action::Do { name, deed },
        }
    }

    /// Completes a command line; of anything else, shows the actions.
    pub(super) fn complete(&mut self) -> Action {
        let is_command = self.items.finding(self.selected).is_some_and(|finding| finding.sort == Sort::Command);
        if self.page.is_none() && (is_command || (self.items.is_empty() && !self.query.is_empty())) {
            return Action::Complete(self.query.clone());
        }
        self.switch_actions()
    }

    pub(super) fn completed(&mut self, line: &str, completed: String) -> Action {
        if line == self.query && completed != line { self.ask(completed) } else { Action::None }
    }

    pub(super) fn scrolled(&mut self, view: View) -> Action {
        self.view = view;
        self.read_icons()
    }

    pub(super) fn icon_read(&mut self, entry: usize, side: u32, picture: Option<Raster>) -> Action {
        self.icons.put(entry, side, picture);
        Action::None
    }

    pub(super) fn rescale(&mut self, scale: f32) -> Action {
        if scale == self.scale {
            return Action::None;
        }
        self.scale = scale;
        self.icons.forget();
        self.read_icons()
    }
}
