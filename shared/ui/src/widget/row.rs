//! Rows of lists and sidebars, cells of grids, and the rows of a settings page.

use super::{fill, gap, line, text};
use crate::icon::{self, Glyph};
use crate::theme::{button as kind, container as boxes, text as ink};
use crate::tokens::{icon as side, radius, size, space};
use crate::{Button, Column, Element, Look, Row};
use iced::widget::{column, container};
use iced::{Alignment, Length, Padding};

/// A row of a list: its parts in reading direction, as a target over the whole width.
pub fn list_row<'a, Message: 'a>(
    look: &Look,
    parts: Vec<Element<'a, Message>>,
    is_selected: bool,
) -> Button<'a, Message> {
    target(look, parts, look.row(), space::M).style(kind::row(is_selected))
}

/// A row of a sidebar: where one can go. The current place is neutral, its glyph filled and in the accent.
pub fn sidebar_row<'a, Message: 'a>(
    look: &Look,
    glyph: Glyph,
    label: impl Into<String>,
    is_current: bool,
) -> Button<'a, Message> {
    sidebar_row_with(look, glyph, label, Vec::new(), is_current)
}

/// The same with more at its end: what ejects, a count.
pub fn sidebar_row_with<'a, Message: 'a>(
    look: &Look,
    glyph: Glyph,
    label: impl Into<String>,
    end: Vec<Element<'a, Message>>,
    is_current: bool,
) -> Button<'a, Message> {
    let glyph = icon::glyph(glyph, side::BAR).style(if is_current { ink::link } else { ink::muted });
    let label = if is_current { text::medium(look, label) } else { text::body(look, label) };
    let label = container(label.wrapping(iced::widget::text::Wrapping::None)).clip(true);
    let mut parts = vec![glyph.into(), label.into(), fill()];
    parts.extend(end);
    let row = target(look, parts, look.sidebar_row(), space::ICON);
    if is_current { row.style(kind::current) } else { row.style(kind::row(false)) }
}

/// The same with how full the place is, from 0 to 1, on a bar under its label.
pub fn sidebar_place<'a, Message: Clone + 'a>(
    look: &Look,
    row: Button<'a, Message>,
    used: f32,
) -> Element<'a, Message> {
    let bar = super::progress::progress(look, super::progress::Progress::Paused(used)).thin();
    let before = space::ICON + side::BAR + space::ICON;
    column![row, container(bar).padding(look.inset(0.0, space::ICON, radius::INNER, before))].into()
}

/// The head of a group in a sidebar.
pub fn sidebar_head<'a, Message: 'a>(look: &Look, label: impl Into<String>) -> Element<'a, Message> {
    container(super::start(look, text::section(look, label)))
        .padding(Padding { top: space::BUTTON, right: space::ICON, bottom: space::XS, left: space::ICON })
        .into()
}

/// A target over the whole width with its parts on one line.
pub(super) fn target<'a, Message: 'a>(
    look: &Look,
    parts: Vec<Element<'a, Message>>,
    height: f32,
    sides: f32,
) -> Button<'a, Message> {
    let content = line(look, parts, space::ICON).width(Length::Fill);
    iced::widget::button(container(content).center_y(Length::Fill))
        .padding(Padding::from([0.0, sides]))
        .height(height)
        .width(Length::Fill)
}

/// A cell of a grid: a picture above its name.
pub fn grid_cell<'a, Message: 'a>(
    picture: impl Into<Element<'a, Message>>,
    name: impl Into<Element<'a, Message>>,
    is_selected: bool,
) -> Button<'a, Message> {
    let content = column![picture.into(), name.into()].spacing(space::S).align_x(Alignment::Center);
    iced::widget::button(container(content).center_x(Length::Fill))
        .padding(space::M)
        .width(Length::Fill)
        .style(kind::tile(is_selected))
}

/// A row of a settings page: a label, a note below it where there is one, the control at the end.
pub fn setting<'a, Message: 'a>(
    look: &Look,
    label: impl Into<String>,
    note: Option<String>,
    control: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let height = if note.is_some() { size::SETTING_NOTE } else { size::SETTING };
    let mut words = vec![super::start(look, text::body(look, label))];
    words.extend(note.map(|note| super::start(look, text::caption(look, note))));
    let words = Column::with_children(words).width(Length::Fill);
    let content = line(look, vec![words.into(), control.into()], space::L);
    let content = container(content).padding(Padding::from([space::XS, space::L])).width(Length::Fill);
    // What keeps the least height stands beside the content, which may grow with its words.
    Row::with_children([gap(0.0, look.scaled(height)), content.into()]).align_y(Alignment::Center).into()
}

/// Rows on one card, with rules between them that begin where the words do.
pub fn card_of_rows<'a, Message: 'a>(look: &Look, rows: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let mut parts = Vec::new();
    for row in rows {
        if !parts.is_empty() {
            parts.push(container(super::rule()).padding(look.inset(0.0, 0.0, 0.0, space::L)).into());
        }
        parts.push(row);
    }
    // One pixel, so that no row covers the card's edge.
    container(Column::with_children(parts)).padding(1).style(boxes::card).width(Length::Fill).into()
}
