//! Rows: where the keyboard is, what is selected, and what is opened.

use super::{Action, App, Menu, Typed};
use crate::key::Select;
use crate::widget::target::{Button, Press};

use candela_files_core::entry::Kind;
use candela_files_core::pattern;
use candela_files_core::presentation::Layout;
use candela_ui::widget::list::{Step, View, step};

use iced::Rectangle;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Letters typed within this time belong to one name.
const TYPING: Duration = Duration::from_millis(1_000);

impl App {
    pub(super) fn move_cursor(&mut self, by: Step, select: Select) -> Action {
        self.row_after(by).map_or(Action::None, |row| self.put_cursor(row, select))
    }

    fn put_cursor(&mut self, row: usize, select: Select) -> Action {
        let rows = self.rows_of();
        let selection = &mut self.tab_mut().selection;
        match select {
            Select::Only => selection.only(row, &rows),
            Select::Range => selection.extend_to(row, &rows),
            Select::Nothing => selection.go_to(row),
        }
        self.reveal()
    }

    /// The row a step leads to; in a grid, up and down lead by lines.
    fn row_after(&self, by: Step) -> Option<usize> {
        let tab = self.tab();
        let (lines, last) = (&tab.lines, tab.rows.len().checked_sub(1)?);
        let from = tab.selection.cursor().map(|row| row.min(last));
        let line = step(from.map(|row| lines.of(row)), by, &tab.heights, tab.view, |_| true)?;
        Some(match by {
            Step::First => 0,
            Step::Last => last,
            _ => lines.row_at(line, from.map_or(0, |row| lines.column_of(row))),
        })
    }

    /// Moves by that many cells of a grid.
    pub(super) fn move_sideways(&mut self, by: isize, select: Select) -> Action {
        let tab = self.tab();
        if tab.layout == Layout::Columns {
            return self.go_sideways(by);
        }
        let Some(last) = tab.rows.len().checked_sub(1).filter(|_| tab.layout != Layout::Details) else {
            return Action::None;
        };
        let row = tab.selection.cursor().map_or(0, |row| row.saturating_add_signed(by).min(last));
        self.put_cursor(row, select)
    }

    /// Between columns: to the folder above, or into the one the keyboard is on.
    fn go_sideways(&mut self, by: isize) -> Action {
        let tab = self.tab();
        let here = tab.selection.cursor().and_then(|row| tab.entry_at(row));
        match here.filter(|entry| tab.kind(*entry) == Kind::Folder).map(|entry| tab.folder.path_of(entry)) {
            _ if by < 0 => self.go_up(),
            Some(folder) => self.go(folder),
            None => Action::None,
        }
    }

    pub(super) fn toggle(&mut self) -> Action {
        let rows = self.rows_of();
        let selection = &mut self.tab_mut().selection;
        if let Some(row) = selection.cursor() {
            selection.toggle(row, &rows);
        }
        Action::None
    }

    pub(super) fn select_all(&mut self) -> Action {
        let rows = self.rows_of();
        self.tab_mut().selection.all(&rows);
        Action::None
    }

    pub(super) fn invert(&mut self) -> Action {
        let rows = self.rows_of();
        self.tab_mut().selection.invert(&rows);
        Action::None
    }

    /// Selects the names of a pattern, and no others.
    pub(super) fn select_pattern(&mut self, wanted: &str) -> Action {
        let (rows, folder) = (self.rows_of(), Arc::clone(&self.tab().folder));
        let is_wanted = |entry: u32| pattern::is_match(wanted, &folder.entry(entry).name.to_string_lossy());
        let mut found = rows.iter().enumerate().filter(|(_, entry)| is_wanted(**entry)).map(|(row, _)| row);
        let selection = &mut self.tab_mut().selection;
        selection.clear();
        if let Some(first) = found.next() {
            selection.only(first, &rows);
            found.for_each(|row| selection.toggle(row, &rows));
        }
        self.reveal()
    }

    /// Selects what a band touches; with Control held, too.
    pub(super) fn banded(&mut self, pane: usize, band: Rectangle) -> Action {
        self.active = pane;
        let (rows, is_mirrored, width) = (self.rows_of(), self.look.is_mirrored(), self.pane_width());
        let is_added = self.held.command();
        let tab = self.tab_mut();
        let touched = tab.rows_in(band, is_mirrored, width);
        if !is_added {
            tab.selection.clear();
        }
        tab.selection.add(&touched, &rows);
        Action::None
    }

    pub(super) fn open_with(&mut self) -> Action {
        let paths = self.chosen_paths();
        if paths.is_empty() { Action::None } else { Action::OpenWith(paths) }
    }

    /// Whether letters typed now belong to a name that is being typed.
    pub(super) fn is_typing(&self, at: Instant) -> bool {
        !self.typed.letters.is_empty() && at.duration_since(self.typed.at) <= TYPING
    }

    /// Goes to the next name that begins with what was typed.
    pub(super) fn find_name(&mut self, letters: &str, at: Instant) -> Action {
        let is_new = at.duration_since(self.typed.at) > TYPING;
        let before = if is_new { "" } else { self.typed.letters.as_str() };
        // The same letter again leads to the next name that begins with it.
        let is_again = before == letters;
        self.typed = Typed { letters: if is_again { letters.to_owned() } else { format!("{before}{letters}") }, at };
        let tab = self.tab();
        let here = tab.selection.cursor().unwrap_or(0);
        let start = if is_again { here + 1 } else { here };
        let Some(row) = tab.folder.row_beginning(&tab.rows, start, &self.typed.letters) else {
            return Action::None;
        };
        let rows = self.rows_of();
        self.tab_mut().selection.only(row, &rows);
        self.reveal()
    }

    /// Brings the row the keyboard is on into sight.
    pub(super) fn reveal(&mut self) -> Action {
        let pane = self.active;
        let tab = self.tab_mut();
        let Some(row) = tab.selection.cursor() else {
            return Action::None;
        };
        let line = tab.lines.of(row);
        match tab.view.reveal(line, &tab.heights.clone(), 0.0) {
            Some(offset) => Action::All(vec![Action::Scroll { pane, offset }, self.look_at_all()]),
            None => Action::None,
        }
    }

    pub(super) fn scrolled(&mut self, pane: usize, view: View) -> Action {
        self.tab_of(pane).view = view;
        self.look_at_all()
    }

    pub(super) fn row_pressed(&mut self, pane: usize, row: Option<usize>, press: &Press) -> Action {
        (self.menu, self.active) = (None, pane);
        if let Some(row) = row {
            self.choose(row, press);
        } else if self.held.is_empty() {
            self.tab_mut().selection.clear();
        }
        match (press.button, press.is_double, row) {
            (Button::Secondary, _, _) => self.show_menu(Menu::Context(press.at)),
            (Button::Primary, true, Some(_)) if self.held.is_empty() => self.open(),
            _ => Action::None,
        }
    }

    fn choose(&mut self, row: usize, press: &Press) {
        let (rows, held) = (self.rows_of(), self.held);
        let selection = &mut self.tab_mut().selection;
        let is_selected = rows.get(row).is_some_and(|entry| selection.contains(*entry));
        match press.button {
            // The menu is of what is selected, where it is opened on that.
            Button::Secondary if is_selected => {}
            Button::Secondary => selection.only(row, &rows),
            Button::Primary if held.shift() => selection.extend_to(row, &rows),
            Button::Primary if held.command() => selection.toggle(row, &rows),
            Button::Primary => selection.only(row, &rows),
        }
    }

    /// Opens what is chosen: one folder here, files with their applications.
    pub(super) fn open(&mut self) -> Action {
        let tab = self.tab();
        let chosen = tab.chosen();
        let (folders, files): (Vec<u32>, Vec<u32>) =
            chosen.into_iter().partition(|entry| tab.kind(*entry) == Kind::Folder);
        let paths: Vec<PathBuf> = files.into_iter().map(|entry| tab.folder.path_of(entry)).collect();
        match (folders[..].split_first(), paths.is_empty()) {
            (None, true) => Action::None,
            (None, false) => Action::Open(paths),
            (Some((first, _)), _) => self.go(self.tab().folder.path_of(*first)),
        }
    }

    pub(super) fn copy_path(&mut self) -> Action {
        let tab = self.tab();
        let chosen = tab.chosen();
        let paths: Vec<PathBuf> = match chosen.is_empty() {
            true => vec![tab.path().to_owned()],
            false => chosen.into_iter().map(|entry| tab.folder.path_of(entry)).collect(),
        };
        let lines: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        Action::CopyText(lines.join("\n"))
    }
}
