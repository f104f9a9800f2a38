//! Text in the steps of the type scale. It takes the colour of what it stands in unless styled.
//!
//! Text here wraps; one line of data belongs in [`clip`](super), which cuts it. Never align it by itself: put it in
//! [`start`](super::start) or a container.

use crate::theme::text::{link, muted as muted_color};
use crate::tokens::{Step, text as steps};
use crate::{Look, Text, font};
use iced::widget::text::Wrapping;

/// Text in any step of the scale.
pub fn label<'a>(look: &Look, step: Step, content: impl Into<String>) -> Text<'a> {
    let content = content.into();
    let size = look.text_size(step);
    let face = font::face(&content, step.weight, size.0);
    iced::widget::text(content)
        .size(size)
        .line_height(look.line_height(step))
        .font(face)
        .wrapping(Wrapping::WordOrGlyph)
}

/// Plain text.
pub fn body<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::BODY, content)
}

/// Emphasised text.
pub fn strong<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::BODY_STRONG, content)
}

/// A button's text, the current place.
pub fn medium<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::BODY_MEDIUM, content)
}

/// Text of second rank.
pub fn muted<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    body(look, content).style(muted_color)
}

/// Small text of second rank.
pub fn caption<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::CAPTION, content).style(muted_color)
}

/// The head of a section.
pub fn section<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::CAPTION_STRONG, content).style(muted_color)
}

/// The title of a small dialog.
pub fn title<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::TITLE, content)
}

/// The heading of a dialog or a page.
pub fn heading<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    label(look, steps::HEADING, content)
}

/// The accent as text.
pub fn linked<'a>(look: &Look, content: impl Into<String>) -> Text<'a> {
    strong(look, content).style(link)
}
