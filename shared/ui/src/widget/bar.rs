//! Bars along the edges of a window: header, window buttons, table head, status, foot.

use super::line::Line;
use super::{gap, icon_button_sized, line, rule, text};
use crate::icon::{self, Glyph};
use crate::theme::{button as kind, container as boxes};
use crate::tokens::{icon as side, radius, size, space, text as steps};
use crate::{Button, Element, Look};
use iced::widget::{column, container};
use iced::{Alignment, Length, Padding};

/// The header: carries the window's controls, stands on the background, has no line below. It should drag the window.
pub fn header<'a, Message: Clone + 'a>(look: &Look, parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    container(line(look, parts, space::XS).height(Length::Fill))
        .padding(Padding::from([0.0, space::S]))
        .width(Length::Fill)
        .height(look.scaled(size::HEADER))
        .style(boxes::background)
        .into()
}

/// What each window button does; only those the desktop asks for are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct WindowButtons<Message> {
    /// Minimises.
    pub minimise: Option<Message>,
    /// Maximises, or restores.
    pub maximise: Option<Message>,
    /// Whether the window is maximised now.
    pub is_maximised: bool,
    /// Closes.
    pub close: Option<Message>,
}

/// Minimise, maximise and close, at the end of a header.
pub fn window_buttons<'a, Message: Clone + 'a>(look: &Look, buttons: WindowButtons<Message>) -> Line<'a, Message> {
    let middle = if buttons.is_maximised { Glyph::Copy } else { Glyph::Square };
    let each = [(Glyph::Minus, buttons.minimise), (middle, buttons.maximise), (Glyph::X, buttons.close)];
    let parts = each.into_iter().filter_map(|(glyph, message)| {
        let button = icon_button_sized(look, glyph, size::WINDOW_BUTTON, side::WINDOW);
        Some(button.on_press(message?).into())
    });
    line(look, parts.collect(), space::HAIR)
}

/// Whether and how a table is sorted by a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// By another column.
    No,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// The head of a column; pressing it sorts.
pub fn table_head<'a, Message: Clone + 'a>(
    look: &Look,
    label: impl Into<String>,
    sorted: Sorted,
) -> Button<'a, Message> {
    let mut parts = vec![text::label(look, steps::CAPTION_STRONG, label).into()];
    let caret = match sorted {
        Sorted::No => None,
        Sorted::Ascending => Some(Glyph::CaretUpBold),
        Sorted::Descending => Some(Glyph::CaretDownBold),
    };
    parts.extend(caret.map(|caret| icon::glyph(caret, side::CARET).into()));
    iced::widget::button(container(line(look, parts, space::XS)).center_y(Length::Fill))
        .padding(0)
        .width(Length::Shrink)
        .height(look.scaled(size::TABLE_HEAD))
        .style(kind::head(sorted != Sorted::No))
}

/// The status bar: a rule, then captions in reading direction.
pub fn status_bar<'a, Message: Clone + 'a>(look: &Look, parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    /// So far from the sides of the sheet.
    const SIDES: f32 = 20.0;
    let content = container(line(look, parts, space::L))
        .padding(Padding::from([0.0, SIDES]))
        .center_y(look.scaled(size::STATUS))
        .width(Length::Fill);
    column![rule(), content].into()
}

/// The foot of a window with key hints or buttons, on the background under a rule; `height` at 100 %.
pub fn foot<'a, Message: Clone + 'a>(
    look: &Look,
    parts: Vec<Element<'a, Message>>,
    height: f32,
    sides: f32,
) -> Element<'a, Message> {
    let content = container(line(look, parts, space::S))
        .padding(Padding::from([0.0, sides]))
        .center_y(look.scaled(height))
        .width(Length::Fill)
        .style(boxes::background);
    column![rule(), content].into()
}

/// One tab; [`tabs`](super::tabs) makes a row of them.
pub fn tab<'a, Message: Clone + 'a>(look: &Look, label: impl Into<String>, is_current: bool) -> Button<'a, Message> {
    let label = if is_current { text::strong(look, label) } else { text::body(look, label) };
    let mark = container(gap(0.0, space::HAIR)).width(Length::Fill).height(space::HAIR);
    let mark = if is_current { mark.style(boxes::tab_mark) } else { mark };
    let words = container(label).padding(Padding::from([0.0, space::M])).center_y(Length::Fill);
    iced::widget::button(column![words, mark].align_x(Alignment::Center).width(Length::Shrink))
        .padding(0)
        .height(look.scaled(size::TAB))
        .width(Length::Shrink)
        .style(kind::tab(is_current))
}

/// Exclusive choices in one trough: each a [`segment`] or a [`segment_glyph`]. Reached by keys it is
/// [`segments`](super::segments).
pub fn segmented<'a, Message: Clone + 'a>(look: &Look, parts: Vec<Button<'a, Message>>) -> Element<'a, Message> {
    trough(look, parts.into_iter().map(Element::from).collect())
}

pub(super) fn trough<'a, Message: 'a>(look: &Look, parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    container(line(look, parts, space::HAIR)).padding(space::HAIR).style(boxes::trough).into()
}

/// A word in a segmented choice.
pub fn segment<'a, Message: Clone + 'a>(look: &Look, label: impl Into<String>, is_chosen: bool) -> Button<'a, Message> {
    let step = if is_chosen { steps::CAPTION_STRONG } else { steps::CAPTION };
    part(look, text::label(look, step, label).into(), is_chosen)
}

/// A glyph in a segmented choice; it needs a tooltip.
pub fn segment_glyph<'a, Message: Clone + 'a>(look: &Look, glyph: Glyph, is_chosen: bool) -> Button<'a, Message> {
    part(look, icon::glyph(glyph, side::CONTROL).into(), is_chosen)
}

fn part<'a, Message: Clone + 'a>(look: &Look, content: Element<'a, Message>, is_chosen: bool) -> Button<'a, Message> {
    iced::widget::button(container(content).center(Length::Fill))
        .padding(Padding::from([0.0, space::ICON]))
        .width(Length::Shrink)
        .height(look.control() - 2.0 * space::HAIR)
        .style(kind::segment(is_chosen))
}

/// A crumb of a path: a folder's name.
pub fn crumb<'a, Message: Clone + 'a>(look: &Look, label: impl Into<String>, is_last: bool) -> Button<'a, Message> {
    let label = if is_last { text::strong(look, label) } else { text::body(look, label) };
    crumb_of(look, label.wrapping(iced::widget::text::Wrapping::None).into(), is_last)
}

/// A crumb of a path that is a glyph: home, a drive, "…".
pub fn crumb_glyph<'a, Message: Clone + 'a>(look: &Look, glyph: Glyph, is_last: bool) -> Button<'a, Message> {
    crumb_of(look, icon::glyph(glyph, side::CONTROL).into(), is_last)
}

pub(super) fn crumb_of<'a, Message: Clone + 'a>(
    look: &Look,
    content: Element<'a, Message>,
    is_last: bool,
) -> Button<'a, Message> {
    /// Height of a crumb at 100 %.
    const HEIGHT: f32 = 24.0;
    iced::widget::button(container(content).center_y(Length::Fill))
        .padding(Padding::from([0.0, radius::INNER]))
        .width(Length::Shrink)
        .height(look.scaled(HEIGHT))
        .style(kind::crumb(is_last))
}
