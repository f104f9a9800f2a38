//! The folder as names alone, side by side.

use super::{pane, row};
use crate::app::{App, Message};
use crate::tab::{COMPACT, GRID_SIDES, Tab, row_icon};
use crate::widget::target::target;

use candela_ui::Element;
use candela_ui::icon::picture;
use candela_ui::tokens::space;
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{gap, line};

use iced::widget::{column, container};
use iced::{Length, Padding};

pub fn view(app: &App, pane: usize) -> Element<'_, Message> {
    let rows = pane::lines(app, pane, move |at| cells(app, pane, at));
    container(rows).padding(Padding { top: space::S, ..Padding::ZERO }).into()
}

fn cells(app: &App, pane: usize, at: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let rows = tab.lines.rows(at);
    let head = tab.group_at(rows.start).map(|group| row::group_head(app, group));
    let cells = rows.map(|row| cell(app, pane, tab, row)).collect();
    let line = container(line(&app.look, cells, space::XS)).width(Length::Fill).align_x(app.look.start());
    column![].push(head).push(line.padding(Padding::from([0.0, GRID_SIDES]))).into()
}

fn cell<'a>(app: &'a App, pane: usize, tab: &'a Tab, row: usize) -> Element<'a, Message> {
    let Some(entry) = tab.entry_at(row) else {
        return gap(COMPACT, app.row_height(tab));
    };
    let look = &app.look;
    let is_selected = tab.selection.contains(entry) && pane == app.active;
    let ink = row::ink(app, tab, entry, is_selected, look.palette.text);
    let art = container(picture(row::picture_of(tab, entry), row_icon(tab.zoom)));
    let name = container(Clip::name(look, row::name(tab, entry)).color(ink)).width(Length::Fill);
    let mut parts = vec![art.into(), name.into()];
    if row::has_git(tab) {
        parts.push(row::mark(app, tab, entry, is_selected));
    }
    let inside = container(line(look, parts, space::S)).padding(Padding::from([0.0, space::S]));
    let inside = inside.width(COMPACT).center_y(app.row_height(tab));
    target(inside, row::face(app, pane, row), move |press| Message::RowPressed { pane, row: Some(row), press }).into()
}
