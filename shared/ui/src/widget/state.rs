//! What stands in place of content: nothing here, not readable, still reading.

use super::clip::Clip;
use super::text;
use crate::icon::{self, Glyph};
use crate::theme::text as ink;
use crate::tokens::{icon as side, radius, space, text as steps};
use crate::{Button, Column, Element, Look};
use iced::widget::container;
use iced::{Alignment, Length};

/// The widest a note runs before it wraps.
const NOTE: f32 = 280.0;

/// There is nothing: says what would be here, and offers what can be done.
pub fn empty<'a, Message: Clone + 'a>(
    look: &Look,
    glyph: Glyph,
    title: impl Into<String>,
    note: impl Into<String>,
    action: Option<Button<'a, Message>>,
) -> Element<'a, Message> {
    place(look, icon::glyph(glyph, side::STATE).style(ink::muted).into(), title, note, action)
}

/// It failed: says why, and offers a way out.
pub fn failed<'a, Message: Clone + 'a>(
    look: &Look,
    title: impl Into<String>,
    note: impl Into<String>,
    action: Option<Button<'a, Message>>,
) -> Element<'a, Message> {
    let glyph = icon::glyph(Glyph::WarningCircle, side::STATE).style(ink::danger);
    place(look, glyph.into(), title, note, action)
}

/// It takes longer than one waits without being told. Keep old content instead where there is any.
pub fn loading<'a, Message: Clone + 'a>(
    look: &Look,
    title: impl Into<String>,
    note: impl Into<String>,
    action: Option<Button<'a, Message>>,
) -> Element<'a, Message> {
    place(look, super::motion::spinner(look, side::STATE).style(ink::muted).into(), title, note, action)
}

fn place<'a, Message: Clone + 'a>(
    look: &Look,
    picture: Element<'a, Message>,
    title: impl Into<String>,
    note: impl Into<String>,
    action: Option<Button<'a, Message>>,
) -> Element<'a, Message> {
    let note: String = note.into();
    let mut parts = vec![picture, text::strong(look, title).into()];
    if !note.is_empty() {
        let note = Clip::new(look, steps::CAPTION, note).color(look.palette.muted).centred();
        parts.push(container(note).max_width(NOTE).into());
    }
    parts.extend(action.map(Element::from));
    let column = Column::with_children(parts).spacing(radius::INNER).align_x(Alignment::Center);
    container(column).padding(space::L).center(Length::Fill).into()
}
