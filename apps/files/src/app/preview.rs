//! A file that is shown without opening it: over the window, beside the rows, or one picture after the other.

use super::{Action, App, Dialog, Pace, Preview, Seen};
use crate::key::Select;

use candela_files_core::entry::Kind;
use candela_files_core::presentation::Layout;
use candela_files_core::thumbnail;
use candela_ui::widget::list::Step;

use std::path::{Path, PathBuf};

impl App {
    /// Shows the file the keyboard is on; a folder has nothing to show.
    pub(super) fn look(&mut self) -> Action {
        match self.cursor_file() {
            Some((_, path)) => self.look_at(path, Pace::Still),
            None => Action::None,
        }
    }

    fn look_at(&mut self, path: PathBuf, pace: Pace) -> Action {
        self.dialog = Some(Dialog::Look { path: path.clone(), seen: Seen::Waiting, pace });
        Action::Look(path)
    }

    /// Shows the file of another row.
    pub(super) fn look_on(&mut self, step: Step) -> Action {
        self.dialog = None;
        let moved = self.move_cursor(step, Select::Only);
        Action::All(vec![moved, self.look()])
    }

    /// The file the keyboard is on.
    fn cursor_file(&self) -> Option<(u32, PathBuf)> {
        self.cursor_entry().filter(|(entry, _)| self.tab().kind(*entry) != Kind::Folder)
    }

    pub(super) fn cursor_entry(&self) -> Option<(u32, PathBuf)> {
        let tab = self.tab();
        let entry = tab.selection.cursor().and_then(|row| tab.entry_at(row))?;
        Some((entry, tab.folder.path_of(entry)))
    }

    pub(super) fn seen(&mut self, path: &Path, found: &Seen) -> Action {
        if let Some(preview) = self.preview.as_mut().filter(|preview| preview.is_of(path)) {
            preview.seen = found.clone();
        }
        match &mut self.dialog {
            Some(Dialog::Look { path: shown, seen, pace }) if shown == path => {
                *seen = found.clone();
                match (*pace, found) {
                    // What cannot be shown does not hold the others up.
                    (Pace::Slides, Seen::Nothing) => return self.next_slide(path),
                    (Pace::Slides, _) => return Action::Await(path.to_owned()),
                    (Pace::Still, _) => {}
                }
            }
            Some(_) | None => {}
        }
        Action::None
    }

    /// Shows one picture after the other, beginning with the one the keyboard is on or the next one.
    pub(super) fn begin_slides(&mut self) -> Action {
        let from = self.tab().selection.cursor().unwrap_or(0);
        self.slide_from(from)
    }

    /// Shows the picture that follows the one that was shown, the first after the last.
    pub(super) fn next_slide(&mut self, shown: &Path) -> Action {
        let is_shown = matches!(&self.dialog, Some(Dialog::Look { path, pace: Pace::Slides, .. }) if path == shown);
        match self.tab().selection.cursor().filter(|_| is_shown) {
            Some(row) => self.slide_from(row + 1),
            None => Action::None,
        }
    }

    /// Shows the first picture from a row on, around the end.
    fn slide_from(&mut self, from: usize) -> Action {
        let tab = self.tab();
        let count = tab.rows.len();
        let is_picture = |row: &usize| {
            tab.entry_at(*row).is_some_and(|entry| {
                tab.kind(entry) == Kind::File && thumbnail::has_picture_name(&tab.folder.entry(entry).name)
            })
        };
        let Some(row) = (from..from + count).map(|row| row % count.max(1)).find(is_picture) else {
            return Action::None;
        };
        let rows = self.rows_of();
        self.tab_mut().selection.only(row, &rows);
        let revealed = self.reveal();
        match self.cursor_file() {
            Some((_, path)) => Action::All(vec![revealed, self.look_at(path, Pace::Slides)]),
            None => revealed,
        }
    }

    /// Shows the panel of previews, or hides it.
    pub(super) fn switch_preview(&mut self) -> Action {
        let is_shown = self.preview.as_ref().is_some_and(|preview| preview.is_panel);
        self.preview = (!is_shown).then(|| Preview { is_panel: true, ..Preview::default() });
        // There is no room for two panels beside the rows.
        self.panel = None;
        self.lay_out();
        self.look_at_all()
    }

    /// Looks at what the keyboard has come to, where a panel or a column is there to show it.
    pub(super) fn follow_preview(&mut self) -> Action {
        let is_column = self.tab().layout == Layout::Columns;
        match &self.preview {
            None if is_column => self.preview = Some(Preview::default()),
            Some(Preview { is_panel: false, .. }) if !is_column => self.preview = None,
            Some(_) | None => {}
        }
        let of = self.cursor_entry();
        let Some(preview) = self.preview.as_mut().filter(|preview| preview.of != of) else {
            return Action::None;
        };
        let action = of.as_ref().map_or(Action::None, |(_, path)| Action::Look(path.clone()));
        (preview.of, preview.seen) = (of, Seen::Waiting);
        action
    }
}

impl Preview {
    fn is_of(&self, path: &Path) -> bool {
        self.of.as_ref().is_some_and(|(_, shown)| shown == path)
    }
}
