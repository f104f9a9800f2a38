//! Going from folder to folder: history, tabs, panes, fields.

use super::{Action, App, Clip, Field, Pane, read};
use crate::command::Command;
use crate::notice::operation::Verb;
use crate::tab::Layout;

use candela_files_core::folder::{Arrangement, Hidden};
use candela_files_core::history::History;
use candela_files_core::sort::{Column, Direction, Order};

use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    pub(super) fn command(&mut self, command: Command) -> Action {
        (self.menu, self.dialog) = (None, None);
        match command {
            Command::Open => self.open(),
            Command::GoUp => self.go_up(),
            Command::GoBack => self.travel(History::back),
            Command::GoForward => self.travel(History::forward),
            Command::GoHome => self.home.clone().map_or(Action::None, |home| self.go(home)),
            Command::Reload => read(self.tab_mut()),
            Command::SwitchHidden => self.switch_hidden(),
            Command::EditPath => self.edit_path(),
            Command::Filter => self.begin_filter(),
            Command::Search => self.begin_search(),
            Command::SelectAll => self.select_all(),
            Command::InvertSelection => self.invert(),
            Command::NewTab => self.open_tab(),
            Command::CloseTab => self.close_tab(),
            Command::ShowDetails => self.show_as(Layout::Details),
            Command::ShowGrid => self.show_as(Layout::Grid),
            Command::ShowCompact => self.show_as(Layout::Compact),
            Command::SelectPattern => self.ask_pattern(),
            Command::OpenWith => self.open_with(),
            Command::Look => self.look(),
            Command::SwitchPanes => self.switch_panes(),
            Command::OtherPane => self.other_pane(),
            Command::SwitchSidebar => self.switch_sidebar(),
            Command::Copy => self.clip(Clip::Copied),
            Command::Cut => self.clip(Clip::Cut),
            Command::Paste => self.paste(),
            Command::CopyAcross => self.across(Verb::Copy),
            Command::MoveAcross => self.across(Verb::Move),
            Command::Trash => self.trash(),
            Command::Delete => self.ask_delete(),
            Command::Rename => self.ask_name(),
            Command::NewFolder => self.ask_folder(),
            Command::Undo => self.turn(Verb::Undo),
            Command::Redo => self.turn(Verb::Redo),
            Command::Restore => self.restore(),
            Command::EmptyTrash => self.ask_empty(),
            Command::Properties => self.show_properties(),
            Command::Palette => self.show_palette(),
            Command::Bookmark => Action::Bookmark(self.tab().path().to_owned()),
            Command::Git => self.switch_panel(),
            Command::CopyPath => self.copy_path(),
            Command::OpenTerminal => Action::OpenTerminal(self.tab().path().to_owned()),
        }
    }

    /// Goes to a folder, an absolute path.
    pub(super) fn go(&mut self, path: PathBuf) -> Action {
        (self.menu, self.field, self.notice) = (None, None, None);
        if self.is_narrow() {
            self.is_sidebar_shown = false;
        }
        let tab = self.tab_mut();
        if !tab.history.go(path) {
            return Action::None;
        }
        tab.arrive(Vec::new());
        read(tab)
    }

    /// Goes up; the folder one was in is selected there.
    fn go_up(&mut self) -> Action {
        let here = self.tab().path();
        let (Some(above), Some(name)) = (here.parent().map(Path::to_owned), here.file_name().map(ToOwned::to_owned))
        else {
            return Action::None;
        };
        let gone = self.go(above);
        self.tab_mut().arrive(vec![name]);
        gone
    }

    fn travel(&mut self, step: fn(&mut History) -> bool) -> Action {
        (self.field, self.notice) = (None, None);
        let tab = self.tab_mut();
        let from = tab.path().to_owned();
        if !step(&mut tab.history) {
            return Action::None;
        }
        let is_above = from.parent() == Some(tab.path());
        let name = from.file_name().filter(|_| is_above).map(ToOwned::to_owned);
        tab.arrive(name.into_iter().collect());
        read(tab)
    }

    fn switch_hidden(&mut self) -> Action {
        let arrangement = &mut self.tab_mut().arrangement;
        arrangement.hidden = match arrangement.hidden {
            Hidden::Omitted => Hidden::Shown,
            Hidden::Shown => Hidden::Omitted,
        };
        Action::Arrange(self.tab().id)
    }

    pub(super) fn sort(&mut self, pane: usize, column: Column) -> Action {
        self.active = pane;
        let tab = self.tab_mut();
        let order = tab.arrangement.order;
        let direction = if order.column == column { order.direction.turned() } else { Direction::Ascending };
        tab.arrangement.order = Order { column, direction, ..order };
        let is_known = tab.folder.entries().iter().all(|entry| entry.facts.is_some());
        match column {
            // The facts of everything are needed, not of what is in sight alone.
            Column::Size | Column::Modified if !is_known => read(tab),
            Column::Name | Column::Size | Column::Modified | Column::Type => Action::Arrange(tab.id),
        }
    }

    fn edit_path(&mut self) -> Action {
        let mut path = self.tab().path().to_string_lossy().into_owned();
        if !path.ends_with('/') {
            path.push('/');
        }
        self.field = Some(Field::Path(path));
        Action::FocusField
    }

    fn begin_filter(&mut self) -> Action {
        self.field = Some(Field::Filter(self.tab().arrangement.filter.clone()));
        Action::FocusField
    }

    fn begin_search(&mut self) -> Action {
        self.field = Some(Field::Search(self.tab().search.clone().unwrap_or_default()));
        Action::FocusField
    }

    fn search(&mut self, wanted: String) -> Action {
        let tab = self.tab_mut();
        tab.search = Some(wanted).filter(|wanted| !wanted.is_empty());
        read(tab)
    }

    pub(super) fn edit_field(&mut self, text: String) -> Action {
        let is_searched = self.tab().search.is_some();
        match &mut self.field {
            Some(Field::Path(field) | Field::Search(field)) => *field = text,
            Some(Field::Filter(filter)) => {
                filter.clone_from(&text);
                self.tab_mut().arrangement.filter = text;
                return Action::Arrange(self.tab().id);
            }
            // What is searched for stays in sight, and can be edited there.
            None if is_searched => self.field = Some(Field::Search(text)),
            None => {}
        }
        Action::None
    }

    pub(super) fn submit_field(&mut self) -> Action {
        match self.field.take() {
            Some(Field::Path(path)) => self.go(self.typed_path(&path)),
            Some(Field::Filter(_)) => self.open(),
            Some(Field::Search(wanted)) => self.search(wanted),
            None => Action::None,
        }
    }

    /// The path that was typed: `~` is home, and what is relative is taken from where one is.
    fn typed_path(&self, typed: &str) -> PathBuf {
        let path = match (typed.strip_prefix('~'), &self.home) {
            (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with('/') => {
                home.join(rest.trim_start_matches('/'))
            }
            _ => self.tab().path().join(typed),
        };
        path.components().collect()
    }

    /// Leaves the innermost thing: menu, notice, field, filter, selection.
    pub(super) fn leave(&mut self) -> Action {
        if self.dialog.take().is_some() || self.menu.take().is_some() || self.notice.take().is_some() {
            return Action::None;
        }
        if self.is_narrow() && self.is_sidebar_shown {
            self.is_sidebar_shown = false;
            return Action::None;
        }
        let was_search = matches!(self.field, Some(Field::Search(_))) || self.tab().search.is_some();
        if was_search {
            self.field = None;
            return self.search(String::new());
        }
        let was_filter = matches!(self.field.take(), Some(Field::Filter(_)));
        let tab = self.tab_mut();
        if was_filter || !tab.arrangement.filter.is_empty() {
            tab.arrangement.filter.clear();
            return Action::Arrange(tab.id);
        }
        tab.selection.clear();
        Action::None
    }

    fn open_tab(&mut self) -> Action {
        let tab = self.tab();
        let arrangement = Arrangement { filter: String::new(), ..tab.arrangement.clone() };
        let (path, layout) = (tab.path().to_owned(), tab.layout);
        let mut tab = self.make_tab(path, arrangement, layout);
        let reading = read(&mut tab);
        let pane = &mut self.panes[self.active];
        pane.current += 1;
        pane.tabs.insert(pane.current, tab);
        self.field = None;
        self.lay_out();
        reading
    }

    /// Closes the tab; with the last of a pane the pane goes, and with the last pane the window.
    fn close_tab(&mut self) -> Action {
        self.field = None;
        let pane = &mut self.panes[self.active];
        if pane.tabs.len() > 1 {
            drop(pane.tabs.remove(pane.current));
            pane.current = pane.current.min(pane.tabs.len() - 1);
            return self.look_at_all();
        }
        if self.panes.len() == 1 {
            return Action::Quit;
        }
        self.active = 1 - self.active;
        self.switch_panes()
    }

    pub(super) fn show_tab(&mut self, pane: usize, tab: usize) -> Action {
        self.field = None;
        self.active = pane;
        let pane = &mut self.panes[pane];
        pane.current = tab.min(pane.tabs.len() - 1);
        self.look_at_all()
    }

    pub(super) fn turn_tabs(&mut self, by: isize) -> Action {
        let pane = &self.panes[self.active];
        let next = (pane.current as isize + by).rem_euclid(pane.tabs.len() as isize) as usize;
        self.show_tab(self.active, next)
    }

    fn switch_panes(&mut self) -> Action {
        let opened = match self.panes.len() {
            1 => {
                let (path, arrangement) = (self.tab().path().to_owned(), self.tab().arrangement.clone());
                let mut tab = self.make_tab(path, arrangement, Layout::Details);
                let reading = read(&mut tab);
                self.panes.push(Pane { tabs: vec![tab], current: 0 });
                self.is_sidebar_shown = false;
                reading
            }
            _ => {
                // The other pane goes: what one works in stays.
                drop(self.panes.remove(1 - self.active));
                self.active = 0;
                self.is_sidebar_shown = !self.is_narrow();
                Action::None
            }
        };
        self.lay_out();
        Action::All(vec![opened, self.look_at_all()])
    }

    fn other_pane(&mut self) -> Action {
        self.field = None;
        self.active = (self.active + 1) % self.panes.len();
        Action::None
    }

    fn switch_sidebar(&mut self) -> Action {
        self.is_sidebar_shown = !self.is_sidebar_shown;
        self.lay_out();
        self.look_at_all()
    }

    fn show_as(&mut self, layout: Layout) -> Action {
        self.tab_mut().layout = layout;
        self.lay_out();
        let revealed = self.reveal();
        Action::All(vec![revealed, self.look_at_all()])
    }

    /// Reads anew every tab on a folder that changed.
    pub(super) fn folder_changed(&mut self, path: &Path) -> Action {
        let tabs = self.panes.iter_mut().map(|pane| &mut pane.tabs[pane.current]);
        Action::All(tabs.filter(|tab| tab.path() == path).map(read).collect())
    }

    pub(super) fn rows_of(&self) -> Arc<[u32]> {
        Arc::clone(&self.tab().rows)
    }
}
