//! Small marks: badges, key caps, hints.

use super::{line, text};
use crate::theme::container as boxes;
use crate::tokens::{radius, space, text as steps};
use crate::{Element, Look, Palette, Row, Theme};
use iced::widget::container;
use iced::{Alignment, Color, Padding};

/// What a badge says by its colour; its words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A fact: "Default".
    Plain,
    /// News: "3 new".
    Accent,
    /// Watch out: "Low".
    Warning,
    /// Failed.
    Danger,
}

impl Tone {
    fn colors(self, c: &Palette) -> (Color, Color) {
        match self {
            Self::Plain => (c.control, c.text),
            Self::Accent => (c.accent, c.on_accent),
            Self::Warning => (c.warning_tint, c.warning),
            Self::Danger => (c.danger_tint, c.danger),
        }
    }
}

/// A small rounded label.
pub fn badge<'a, Message: 'a>(look: &Look, tone: Tone, content: impl Into<String>) -> Element<'a, Message> {
    let style = move |theme: &Theme| {
        let c = theme.palette();
        let (fill, ink) = tone.colors(c);
        let edge = if c.is_contrast { c.border } else { fill };
        container::Style { text_color: Some(ink), ..boxes::edged(fill, edge, radius::PILL) }
    };
    container(text::label(look, steps::CAPTION_STRONG, content))
        .padding(Padding::from([1.0, space::S]))
        .style(style)
        .into()
}

/// A key cap.
pub fn key<'a, Message: 'a>(look: &Look, name: impl Into<String>) -> Element<'a, Message> {
    container(text::label(look, steps::CAPTION, name))
        .padding(Padding::from([1.0, radius::INNER]))
        .style(boxes::key_cap)
        .into()
}

/// The caps of a chord, which reads from left to right in every language.
pub fn chord<'a, Message: 'a>(look: &Look, keys: &[&str]) -> Row<'a, Message> {
    Row::with_children(keys.iter().map(|name| key(look, *name))).spacing(space::XS).align_y(Alignment::Center)
}

/// Key caps, then what they do.
pub fn hint<'a, Message: 'a>(look: &Look, keys: &[&str], does: impl Into<String>) -> Element<'a, Message> {
    line(look, vec![chord(look, keys).into(), text::caption(look, does).into()], space::S).into()
}
