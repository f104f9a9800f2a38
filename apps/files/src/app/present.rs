//! How folders are shown, which of them have a view of their own, and what is kept of the window.

use super::{Action, App, Kept, Pane, Read, read};
use crate::tab::{Reading, Tab};

use candela_files_core::folder::Hidden;
use candela_files_core::memory::{self, Session, Views};
use candela_files_core::presentation::{Fact, Layout, Presentation, Zoom};
use candela_files_core::search::Within;
use candela_files_core::sort::{Column, Direction, Folders, Order};
use candela_ui::widget::list::View;

use std::ffi::OsString;
use std::path::PathBuf;

/// Lets a tab show the folder it is on: as that folder has it, or as the tab shows others. These names are selected there.
pub fn arrive(views: &Views, tab: &mut Tab, wanted: Vec<OsString>) {
    let is_recent = tab.search().is_some_and(|search| search.within == Within::Recent);
    let shown = views.of(tab.path()).filter(|_| !is_recent).unwrap_or(&tab.own).clone();
    let found = Order { column: Column::Found, folders: Folders::Mixed, ..Order::default() };
    let order = if is_recent { found } else { shown.order };
    tab.present(Presentation { order, ..shown });
    tab.arrive(wanted);
}

impl App {
    /// Begins to show where the tab has gone.
    pub(super) fn arrive(&mut self, wanted: Vec<OsString>) -> Action {
        let pane = &mut self.panes[self.active];
        let tab = &mut pane.tabs[pane.current];
        arrive(&self.views, tab, wanted);
        let reading = read(tab);
        self.lay_out();
        reading
    }

    pub(super) fn recent_folder(&self) -> PathBuf {
        self.home.clone().unwrap_or_else(|| "/".into())
    }

    pub(super) fn switch_hidden(&mut self) -> Action {
        let tab = self.tab_mut();
        let hidden = &mut tab.arrangement.hidden;
        *hidden = if *hidden == Hidden::Omitted { Hidden::Shown } else { Hidden::Omitted };
        // What lies below hidden folders was not searched.
        if tab.search().is_some() { read(tab) } else { Action::Arrange(tab.id) }
    }

    pub(super) fn sort(&mut self, pane: usize, column: Column) -> Action {
        self.active = pane;
        let tab = self.tab_mut();
        let order = tab.arrangement.order;
        let direction = if order.column == column { order.direction.turned() } else { Direction::Ascending };
        tab.arrangement.order = Order { column, direction, ..order };
        let is_known = tab.folder.entries().iter().all(|entry| entry.facts.is_some());
        let sorted = match column {
            // The facts of everything are needed, not of what is in sight alone.
            Column::Size | Column::Modified if !is_known => read(tab),
            Column::Name | Column::Size | Column::Modified | Column::Type | Column::Found => Action::Arrange(tab.id),
        };
        Action::All(vec![sorted, self.keep_view()])
    }

    pub(super) fn show_as(&mut self, layout: Layout) -> Action {
        self.tab_mut().layout = layout;
        self.show_anew()
    }

    pub(super) fn zoom(&mut self, step: fn(Zoom) -> Zoom) -> Action {
        let tab = self.tab_mut();
        tab.zoom = step(tab.zoom);
        self.show_anew()
    }

    pub(super) fn switch_column(&mut self, fact: Fact) -> Action {
        self.change(|shown| shown.switch(fact))
    }

    pub(super) fn switch_groups(&mut self) -> Action {
        let kept = self.change(|shown| shown.grouped = !shown.grouped);
        Action::All(vec![Action::Arrange(self.tab().id), kept])
    }

    pub(super) fn widen(&mut self, pane: usize, fact: Fact, by: f32) -> Action {
        self.active = pane;
        self.change(|shown| shown.widen(fact, by))
    }

    fn change(&mut self, change: impl FnOnce(&mut Presentation)) -> Action {
        let tab = self.tab_mut();
        let mut shown = tab.presentation();
        change(&mut shown);
        tab.present(shown);
        self.keep_view()
    }

    /// Lays out anew what is shown otherwise, the row of the keyboard in sight.
    fn show_anew(&mut self) -> Action {
        self.lay_out();
        let revealed = self.reveal();
        let above = self.read_above(self.tab());
        Action::All(vec![revealed, above, self.look_at_all(), self.keep_view()])
    }

    /// Asks what the folder above holds, where a column shows that.
    pub(super) fn read_above(&self, tab: &Tab) -> Action {
        let above = tab.path().parent().filter(|_| tab.layout == Layout::Columns && tab.search().is_none());
        above.map_or(Action::None, |path| Action::ReadAbove { reading: tab.reading(), path: path.to_owned() })
    }

    pub(super) fn above_read(&mut self, reading: Reading, read: Read) -> Action {
        let height = self.look.row();
        let Some(tab) = self.find_mut(reading) else {
            return Action::None;
        };
        let offset = tab.put_above(read.folder, read.rows, height);
        let pane = self.panes.iter().position(|pane| pane.tab().id == reading.tab);
        pane.map_or(Action::None, |pane| Action::ScrollAbove { pane, offset })
    }

    pub(super) fn above_scrolled(&mut self, pane: usize, view: View) -> Action {
        if let Some(above) = &mut self.tab_of(pane).above {
            above.view = view;
        }
        Action::None
    }

    /// Gives the folder a view of its own, or shows it as others again.
    pub(super) fn switch_own_view(&mut self) -> Action {
        let (path, own) = (self.tab().path().to_owned(), self.tab().own.clone());
        let view = self.views.of(&path).is_none().then(|| self.tab().presentation());
        self.views.keep(&path, view.clone());
        if view.is_none() {
            self.tab_mut().present(own);
        }
        self.lay_out();
        let arranged = Action::Arrange(self.tab().id);
        Action::All(vec![Action::KeepView(path, view), arranged, self.look_at_all()])
    }

    /// Whether the folder on show has a view of its own.
    pub(crate) fn has_own_view(&self) -> bool {
        self.views.of(self.tab().path()).is_some()
    }

    /// Keeps how the folder is shown: for it alone where it has a view of its own, or for all that have none.
    fn keep_view(&mut self) -> Action {
        let tab = self.tab();
        let (path, shown) = (tab.path().to_owned(), tab.presentation());
        if tab.search().is_some_and(|search| search.within == Within::Recent) {
            // Only the order is another there.
            let order = tab.own.order;
            self.tab_mut().own = Presentation { order, ..shown };
            return Action::None;
        }
        if self.views.of(&path).is_none() {
            self.tab_mut().own = shown;
            return Action::None;
        }
        self.views.keep(&path, Some(shown.clone()));
        Action::KeepView(path, Some(shown))
    }

    /// What the window shows, as it is kept for the next one.
    fn session(&self) -> Session {
        let tab = |tab: &Tab| memory::Tab::new(tab.path(), tab.own.clone());
        let pane = |pane: &Pane| memory::Pane { current: pane.current, tabs: pane.tabs.iter().map(tab).collect() };
        Session {
            // What was hidden for want of room comes back with the room.
            no_sidebar: !self.is_sidebar_shown && !self.is_narrow() && self.panes.len() == 1,
            hidden: self.tab().arrangement.hidden == Hidden::Shown,
            active: self.active,
            panes: self.panes.iter().map(pane).collect(),
        }
    }

    /// Keeps what the window shows, where that is another than before.
    pub(super) fn keep_session(&mut self) -> Action {
        let session = self.session.is_some().then(|| self.session());
        match (&mut self.session, session) {
            (Some(kept), Some(session)) if kept.session != session => {
                *kept = Kept { number: kept.number + 1, session: session.clone() };
                Action::KeepSession(kept.number, session)
            }
            _ => Action::None,
        }
    }

    /// Opens what the last window showed, or home where there is nothing; only what is on show is read at once.
    pub(super) fn restore_session(&mut self, session: &Session) -> Action {
        let home = memory::Tab::new(&self.recent_folder(), Presentation::default());
        let first = memory::Pane { current: 0, tabs: vec![home] };
        let panes = if session.panes.is_empty() { std::slice::from_ref(&first) } else { &session.panes[..] };
        let mut actions = Vec::new();
        self.panes.clear();
        for pane in panes {
            let folders = pane.tabs.iter().filter_map(|tab| Some((tab.path()?, tab.view.clone())));
            let tabs = folders.map(|(folder, own)| self.make_tab(folder, own, session.hidden())).collect();
            self.panes.push(Pane { tabs, current: pane.current });
        }
        for pane in &mut self.panes {
            pane.tabs.iter_mut().for_each(|tab| arrive(&self.views, tab, Vec::new()));
            actions.push(read(&mut pane.tabs[pane.current]));
        }
        self.active = session.active;
        self.is_sidebar_shown = !session.no_sidebar && self.panes.len() == 1;
        Action::All(actions)
    }
}
