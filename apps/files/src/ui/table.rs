//! The folder as a table: heads that sort, and one row an entry.

use super::{pane, row};
use crate::app::{App, Menu, Message};
use crate::tab::{Tab, row_icon};
use crate::ui::menu;
use crate::wording;

use candela_files_core::presentation::{Fact, FactColumn};
use candela_files_core::sort::{Column, Direction};
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::tokens::{size, space};
use candela_ui::widget::bar::{Sorted, table_head};
use candela_ui::widget::divider::divider;
use candela_ui::widget::{gap, line, popover, start, text};

use iced::widget::{column, container, mouse_area};
use iced::{Length, Padding};

/// Widths of the columns and the room between them, in logical pixels.
pub mod width {
    /// Behind the picture.
    pub const PICTURE_GAP: f32 = 10.0;
    /// Behind the name.
    pub const NAME_GAP: f32 = 16.0;
    /// Git's letter.
    pub const GIT: f32 = 40.0;
    /// Between columns.
    pub const GAP: f32 = 24.0;
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

/// The columns there is room for beside the names: beside another pane and in a narrow window the first at the most.
pub fn columns(app: &App, tab: &Tab) -> Vec<FactColumn> {
    /// A name is told with so much of it.
    const NAME: f32 = 180.0;
    let most = if app.is_narrow() || app.panes.len() > 1 { 1 } else { usize::MAX };
    let git = if row::has_git(tab) { width::GIT + width::NAME_GAP } else { 0.0 };
    let mut room = app.pane_width() - 2.0 * (SIDES + INSIDE) - row_icon(tab.zoom) - NAME - git;
    let fits = |column: &FactColumn| {
        room -= f32::from(column.width) + width::GAP;
        room > 0.0
    };
    tab.facts.iter().copied().take(most).take_while(fits).collect()
}

/// The room before the column of that number; the first stands behind the name or behind git's letter.
pub fn room_before(tab: &Tab, at: usize) -> f32 {
    match at {
        0 if row::has_git(tab) => 0.0,
        0 => width::NAME_GAP,
        _ => width::GAP,
    }
}

fn head<'a>(app: &'a App, pane: usize, tab: &'a Tab) -> Element<'a, Message> {
    let look = &app.look;
    let sorts = |label: String, column: Column| -> Element<'a, Message> {
        table_head(look, label, sorted(tab, column)).on_press(Message::Sort { pane, column }).into()
    };
    let name = container(start(look, sorts(tr!(app.words, "files-column-name"), Column::Name))).width(Length::Fill);
    let mut parts = vec![gap(row_icon(tab.zoom) + width::PICTURE_GAP, 0.0), name.into()];
    if row::has_git(tab) {
        let git = text::section(look, tr!(app.words, "files-column-git"));
        parts.extend([gap(width::NAME_GAP, 0.0), container(start(look, git)).width(width::GIT).into()]);
    }
    for (at, FactColumn { fact, width }) in columns(app, tab).into_iter().enumerate() {
        let room = room_before(tab, at);
        if room > 0.0 {
            parts.push(divider(look, room, move |by| Message::Widen { pane, fact, by: -by }).into());
        }
        let label = wording::fact(&app.words, fact);
        let head = match fact.sorts_by() {
            Some(column) => sorts(label, column),
            None => text::section(look, label).into(),
        };
        let side = if fact == Fact::Size { look.end() } else { look.start() };
        parts.push(container(head).width(f32::from(width)).align_x(side).clip(true).into());
    }
    let height = look.scaled(size::TABLE_HEAD);
    let parts = container(line(look, parts, 0.0).height(height)).padding(Padding::from([0.0, SIDES + INSIDE]));
    let head = mouse_area(parts.width(Length::Fill)).on_right_press(Message::Menu(Menu::Columns(pane)));
    let menu = (app.menu == Some(Menu::Columns(pane))).then(|| menu::columns(app, tab));
    popover(look, head, menu, Message::Close).at_end().into()
}

fn sorted(tab: &Tab, column: Column) -> Sorted {
    let order = tab.arrangement.order;
    match order.direction {
        _ if order.column != column => Sorted::No,
        Direction::Ascending => Sorted::Ascending,
        Direction::Descending => Sorted::Descending,
    }
}
