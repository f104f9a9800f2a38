//! Rows in reading direction, and what stands between their parts.

use crate::theme::container as boxes;
use crate::{Element, Look, Row};
use iced::widget::{Space, container};
use iced::{Alignment, Length};

/// A row in reading direction, its parts centred, `gap` apart: the only place that mirrors.
pub fn line<'a, Message: 'a>(look: &Look, mut parts: Vec<Element<'a, Message>>, gap: f32) -> Row<'a, Message> {
    if look.is_mirrored() {
        parts.reverse();
    }
    Row::with_children(parts).spacing(gap).align_y(Alignment::Center)
}

/// Takes what is left of a row.
pub fn fill<'a, Message: 'a>() -> Element<'a, Message> {
    Space::new().width(Length::Fill).into()
}

/// Keeps that much room free; a side of 0 is left to the others.
pub fn gap<'a, Message: 'a>(width: f32, height: f32) -> Element<'a, Message> {
    // A row drops a child whose width or height is Fixed(0): leave that side to Shrink.
    let side = |length: f32| if length > 0.0 { Length::Fixed(length) } else { Length::Shrink };
    Space::new().width(side(width)).height(side(height)).into()
}

/// A line one pixel high over the whole width.
pub fn rule<'a, Message: 'a>() -> Element<'a, Message> {
    container(gap(0.0, 1.0)).width(Length::Fill).height(1.0).style(boxes::rule).into()
}

/// Puts content at the start of a line: text read from right to left must not be aligned by itself.
pub fn start<'a, Message: 'a>(look: &Look, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content).width(Length::Fill).align_x(look.start()).into()
}
