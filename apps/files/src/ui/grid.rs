//! The folder as pictures with names.

use super::{pane, row};
use crate::app::{App, Message};
use crate::tab::{GRID_SIDES, Tab, art as side_of, cell as cell_of, grid_icon};
use crate::widget::target::target;

use candela_ui::Element;
use candela_ui::icon::picture;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{radius, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::{gap, line};

use iced::widget::{column, container, image, stack};
use iced::{Alignment, ContentFit, Length, Padding};

pub fn view(app: &App, pane: usize) -> Element<'_, Message> {
    let rows = pane::lines(app, pane, move |at| cells(app, pane, at));
    container(rows).padding(Padding { top: space::M, ..Padding::ZERO }).into()
}

fn cells(app: &App, pane: usize, at: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let rows = tab.lines.rows(at);
    let head = tab.group_at(rows.start).map(|group| row::group_head(app, group));
    let cells = rows.map(|row| cell(app, pane, tab, row)).collect();
    let line = container(line(&app.look, cells, space::XS)).width(Length::Fill).align_x(app.look.start());
    let line = line.padding(Padding { bottom: space::S, ..Padding::from([0.0, GRID_SIDES]) });
    column![].push(head).push(line).into()
}

fn cell<'a>(app: &'a App, pane: usize, tab: &'a Tab, row: usize) -> Element<'a, Message> {
    let (width, height) = cell_of(tab.zoom);
    let Some(entry) = tab.entry_at(row) else {
        return gap(width, height);
    };
    let look = &app.look;
    let is_selected = tab.selection.contains(entry) && pane == app.active;
    let ink = row::ink(app, tab, entry, is_selected, look.palette.text);
    let name = Clip::new(look, steps::BODY, row::name(tab, entry)).cut(Cut::NAME).two_lines().color(ink);
    let inside = column![art(app, tab, entry), name].spacing(space::HAIR).align_x(Alignment::Center).width(width);
    let inside = container(inside)
        .padding(Padding { top: space::S, right: radius::INNER, bottom: space::ICON, left: radius::INNER })
        .width(width)
        .height(look.scaled(height));
    let face = row::face(app, pane, row);
    target(inside, face, move |press| Message::RowPressed { pane, row: Some(row), press }).into()
}

/// The square a picture stands in, with its mark at the lower end.
fn art<'a>(app: &'a App, tab: &Tab, entry: u32) -> Element<'a, Message> {
    let side = side_of(tab.zoom);
    let art: Element<'a, Message> = match tab.thumbnail(entry) {
        Some(handle) => image(handle.clone()).width(side).height(side).content_fit(ContentFit::ScaleDown).into(),
        None => picture(row::picture_of(tab, entry), grid_icon(tab.zoom)).into(),
    };
    let art = container(art).center(side);
    if !row::has_git(tab) {
        return art.into();
    }
    let paper = app.look.palette.surface;
    let mark = container(row::mark(app, tab, entry, false)).style(move |_| boxes::fill(paper, radius::SMALL));
    let mark = container(mark).width(side).height(side).align_x(app.look.end()).align_y(Alignment::End);
    stack![art, mark].into()
}
