//! The folder as a table: heads that sort, and one row an entry.

use super::{pane, row};
use crate::app::{App, Message};
use crate::tab::Tab;

use candela_files_core::sort::{Column, Direction};
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::tokens::space;
use candela_ui::widget::bar::{Sorted, table_head};
use candela_ui::widget::{gap, line, start};

use iced::widget::{column, container};
use iced::{Length, Padding};

/// Widths of the columns and the room between them, in logical pixels.
pub mod width {
    /// The picture.
    pub const PICTURE: f32 = 30.0;
    /// Behind the name.
    pub const NAME_GAP: f32 = 16.0;
    /// Git's letter.
    pub const GIT: f32 = 40.0;
    /// The size.
    pub const SIZE: f32 = 84.0;
    /// Behind the size.
    pub const SIZE_GAP: f32 = 24.0;
    /// The moment of the last change.
    pub const MODIFIED: f32 = 144.0;
}

/// From the edge of the sheet to the rows; from a row's edge to its parts.
const SIDES: f32 = space::S;
const INSIDE: f32 = space::M;

pub fn view(app: &App, pane: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let rows = pane::lines(app, pane, move |at| {
        container(row::view(app, pane, at)).padding(Padding::from([0.0, SIDES])).into()
    });
    column![].push((app.panes.len() == 1).then(|| head(app, pane, tab))).push(rows).into()
}

fn head<'a>(app: &'a App, pane: usize, tab: &'a Tab) -> Element<'a, Message> {
    let look = &app.look;
    let one = |label: String, column: Column| -> Element<'a, Message> {
        table_head(look, label, sorted(tab, column)).on_press(Message::Sort { pane, column }).into()
    };
    let name = container(start(look, one(tr!(app.words, "files-column-name"), Column::Name))).width(Length::Fill);
    let mut parts = vec![gap(width::PICTURE, 0.0), name.into(), gap(width::NAME_GAP, 0.0)];
    if row::has_git(tab) {
        let git = candela_ui::widget::text::section(look, tr!(app.words, "files-column-git"));
        parts.push(container(start(look, git)).width(width::GIT).into());
    }
    let size = one(tr!(app.words, "files-column-size"), Column::Size);
    parts.push(container(size).width(width::SIZE).align_x(look.end()).into());
    if !app.is_narrow() {
        parts.push(gap(width::SIZE_GAP, 0.0));
        let modified = one(tr!(app.words, "files-column-modified"), Column::Modified);
        parts.push(container(start(look, modified)).width(width::MODIFIED).into());
    }
    container(line(look, parts, 0.0)).padding(Padding::from([0.0, SIDES + INSIDE])).width(Length::Fill).into()
}

fn sorted(tab: &Tab, column: Column) -> Sorted {
    let order = tab.arrangement.order;
    match order.direction {
        _ if order.column != column => Sorted::No,
        Direction::Ascending => Sorted::Ascending,
        Direction::Descending => Sorted::Descending,
    }
}
