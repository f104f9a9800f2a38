//! Going from folder to folder: history, tabs, panes, fields.

use super::palette::{Asked, Purpose};
use super::present::arrive;
use super::{Action, App, Clip, Field, Menu, Message, Pane, Typing, read};
use crate::command::Command;
use crate::key::Select;
use crate::notice::operation::Verb;
use crate::tab::Tab;

use candela_files_core::history::Stop;
use candela_files_core::memory::Searches;
use candela_files_core::presentation::{Layout, Presentation, Zoom};
use candela_files_core::search::{Search, Within};
use candela_ui::widget::list::Step;

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl App {
    pub(super) fn command(&mut self, command: Command) -> Action {
        (self.menu, self.dialog) = (None, None);
        match command {
            Command::Open => self.open(),
            Command::GoUp => self.go_up(),
            Command::GoBack => self.travel(-1),
            Command::GoForward => self.travel(1),
            Command::GoHome => self.home.clone().map_or(Action::None, |home| self.go(home)),
            Command::Reload => read(self.tab_mut()),
            Command::SwitchHidden => self.switch_hidden(),
            Command::EditPath => self.edit_path(),
            Command::Filter => self.begin_filter(),
            Command::Search => self.begin_search(),
            Command::SearchContents => self.search_within(Within::Contents),
            Command::SelectAll => self.select_all(),
            Command::InvertSelection => self.invert(),
            Command::NewTab => self.open_tab(),
            Command::CloseTab => self.close_tab(),
            Command::ShowDetails => self.show_as(Layout::Details),
            Command::ShowGrid => self.show_as(Layout::Grid),
            Command::ShowCompact => self.show_as(Layout::Compact),
            Command::ShowColumns => self.show_as(Layout::Columns),
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
            Command::Palette => self.show_palette(Purpose::Run),
            Command::Keys => self.show_palette(Purpose::Keys(Asked::Nothing)),
            Command::Bookmark => Action::Bookmark(self.tab().path().to_owned()),
            Command::Git => self.switch_panel(),
            Command::CopyPath => self.copy_path(),
            Command::Preview => self.switch_preview(),
            Command::Slides => self.begin_slides(),
            Command::GitHere => self.switch_git_here(),
            Command::GitAnywhere => self.switch_git_anywhere(),
            Command::ZoomIn => self.zoom(Zoom::larger),
            Command::ZoomOut => self.zoom(Zoom::smaller),
            Command::ZoomNormal => self.zoom(|_| Zoom::default()),
            Command::OwnView => self.switch_own_view(),
            Command::Column(fact) => self.switch_column(fact),
            Command::Group => self.switch_groups(),
            Command::DiskUsage => self.show_usage(self.tab().path().to_owned()),
            Command::Versions => self.ask_versions(),
            Command::Clone => self.ask_clone(),
            Command::Recent => self.take_in(Message::GoRecent),
            Command::History => self.show_menu(Menu::Before),
            Command::OpenTerminal => Action::OpenTerminal { folder: self.tab().path().to_owned(), command: Vec::new() },
            Command::KeepSearch => self.change_searches(Searches::keep),
            Command::ForgetSearch => self.change_searches(Searches::forget),
            Command::Compress => self.ask_archive(),
            Command::Extract => self.extract_here(),
            Command::ExtractTo => self.ask_extract(),
            Command::Permissions => self.show_permissions(),
            Command::RunWith => self.ask_arguments(),
        }
    }

    /// Goes to a folder, an absolute path, or to a search.
    pub(super) fn go(&mut self, to: impl Into<Stop>) -> Action {
        (self.menu, self.field, self.notice) = (None, None, None);
        if self.is_narrow() {
            self.is_sidebar_shown = false;
        }
        let tab = self.tab_mut();
        if !tab.history.go(to) {
            return Action::None;
        }
        self.arrive(Vec::new())
    }

    /// Goes up; the folder one was in is selected there.
    pub(super) fn go_up(&mut self) -> Action {
        let here = self.tab().path();
        let (Some(above), Some(name)) = (here.parent().map(Path::to_owned), here.file_name().map(ToOwned::to_owned))
        else {
            return Action::None;
        };
        let gone = self.go(above);
        self.tab_mut().want(vec![name]);
        gone
    }

    /// Goes so many steps through the history: back where that is negative.
    pub(super) fn travel(&mut self, steps: isize) -> Action {
        (self.menu, self.field, self.notice) = (None, None, None);
        let tab = self.tab_mut();
        let from = tab.path().to_owned();
        if !tab.history.travel(steps) {
            return Action::None;
        }
        let is_above = from.parent() == Some(tab.path());
        let name = from.file_name().filter(|_| is_above).map(ToOwned::to_owned);
        self.arrive(name.into_iter().collect())
    }

    fn edit_path(&mut self) -> Action {
        let mut path = self.tab().path().to_string_lossy().into_owned();
        if !path.ends_with('/') {
            path.push('/');
        }
        self.field = Some(Field::Path(Typing { text: path, ..Typing::default() }));
        Action::FocusField
    }

    fn begin_filter(&mut self) -> Action {
        self.field = Some(Field::Filter(self.tab().arrangement.filter.clone()));
        Action::FocusField
    }

    fn begin_search(&mut self) -> Action {
        self.field = Some(Field::Search(self.tab().search().cloned().unwrap_or_default()));
        Action::FocusField
    }

    /// Searches for that, and no longer for anything else.
    fn search(&mut self, wanted: Search) -> Action {
        let tab = self.tab_mut();
        tab.history.look_for(Some(wanted).filter(|wanted| !wanted.is_nothing()));
        read(tab)
    }

    pub(super) fn search_within(&mut self, within: Within) -> Action {
        let search = match &mut self.field {
            Some(Field::Search(search)) => search,
            Some(_) | None => &mut self.tab().search().cloned().unwrap_or_default(),
        };
        search.within = within;
        let search = search.clone();
        self.field = Some(Field::Search(search.clone()));
        Action::All(vec![Action::FocusField, self.search(search)])
    }

    /// Keeps the search on show, or no longer.
    fn change_searches(&mut self, change: fn(&mut Searches, &Stop)) -> Action {
        let before = self.searches.clone();
        let stop = Stop { path: self.tab().path().to_owned(), search: self.tab().search().cloned() };
        change(&mut self.searches, &stop);
        if self.searches == before { Action::None } else { Action::KeepSearches(self.searches.clone()) }
    }

    pub(super) fn edit_field(&mut self, text: String) -> Action {
        // What is searched for stays in sight, and can be edited there.
        if let Some(search) = self.tab().search().filter(|_| self.field.is_none()) {
            self.field = Some(Field::Search(search.clone()));
        }
        match &mut self.field {
            Some(Field::Path(_)) => return self.type_path(text),
            Some(Field::Search(search)) => {
                search.text = text;
                let search = search.clone();
                return self.search(search);
            }
            Some(Field::Filter(filter)) => {
                filter.clone_from(&text);
                self.tab_mut().arrangement.filter = text;
                return Action::Arrange(self.tab().id);
            }
            None => {}
        }
        Action::None
    }

    pub(super) fn submit_field(&mut self) -> Action {
        match self.field.take() {
            Some(Field::Path(typing)) => self.go(self.typed_path(typing.meant())),
            Some(Field::Filter(_)) => self.open(),
            // It was searched for while it was typed: the keys go to what was found.
            Some(Field::Search(_)) => {
                let first = self.move_cursor(Step::First, Select::Only);
                Action::All(vec![Action::LeaveField, first])
            }
            None => Action::None,
        }
    }

    /// Leaves the innermost thing: menu, notice, field, filter, selection.
    pub(super) fn leave(&mut self) -> Action {
        let _before = self.asking.fetch_add(1, Ordering::Relaxed);
        if self.dialog.take().is_some() || self.menu.take().is_some() || self.notice.take().is_some() {
            return Action::None;
        }
        if self.is_narrow() && self.is_sidebar_shown {
            self.is_sidebar_shown = false;
            return Action::None;
        }
        let was_typed = matches!(self.field, Some(Field::Search(_)));
        if was_typed || self.tab().search().is_some() {
            self.field = None;
            // Where nothing was typed yet, nothing else is to be shown.
            let was_searched = self.tab().search().is_some();
            return if was_searched { self.search(Search::default()) } else { Action::None };
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
        let (path, own, hidden) = (tab.path().to_owned(), tab.own.clone(), tab.arrangement.hidden);
        let mut tab = self.make_tab(path, own, hidden);
        arrive(&self.views, &mut tab, Vec::new());
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
        let tab = self.tab_mut();
        let reading = if tab.is_new() { read(tab) } else { Action::None };
        Action::All(vec![reading, self.look_at_all()])
    }

    pub(super) fn turn_tabs(&mut self, by: isize) -> Action {
        let pane = &self.panes[self.active];
        let next = (pane.current as isize + by).rem_euclid(pane.tabs.len() as isize) as usize;
        self.show_tab(self.active, next)
    }

    fn switch_panes(&mut self) -> Action {
        let opened = match self.panes.len() {
            1 => {
                let own = Presentation { layout: Layout::Details, ..self.tab().own.clone() };
                let mut tab = self.make_tab(self.tab().path().to_owned(), own, self.tab().arrangement.hidden);
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

    /// Follows what changed in every tab on that folder, or reads it anew.
    pub(super) fn folder_changed(&mut self, path: &Path, names: Option<&[OsString]>) -> Action {
        let tabs = self.panes.iter_mut().map(|pane| &mut pane.tabs[pane.current]);
        let follow = |tab: &mut Tab| match names.filter(|_| tab.can_follow()) {
            Some(names) => Action::LookAgain { tab: tab.id, names: names.to_vec() },
            None => read(tab),
        };
        let followed = Action::All(tabs.filter(|tab| tab.path() == path).map(follow).collect());
        match self.follow_tree(path) {
            Action::None => followed,
            tree => Action::All(vec![followed, tree]),
        }
    }

    pub(super) fn rows_of(&self) -> Arc<[u32]> {
        Arc::clone(&self.tab().rows)
    }
}
