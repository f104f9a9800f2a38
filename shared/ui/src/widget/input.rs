//! A line of text to type into, in both directions of writing, as field, search field or the launcher's bare query.
//!
//! iced 0.14's own input cannot be mirrored, and its geometry is that of left-to-right text. Asked about "abc مرحبا def"
//! set at 20, `Paragraph::grapheme_position` puts the first Arabic letter at 38, where the last one stands (it is at
//! 80); of "مرحبا" it puts the start at 32 instead of at its right edge, 42. `Paragraph::hit_test` finds the byte, but
//! not on which side of a change of direction. So this input reads the glyphs themselves, which know their bytes and
//! their bidi level ([`Cells`](crate::cells::Cells)); places, motions and selections are pure functions of those
//! ([`caret`], [`editor`]). Events, blinking and the talk with the input method follow iced_widget's `text_input`
//! (MIT, Copyright 2019 Héctor Ramón, Iced contributors).
//!
//! Text begins at the side where the window's reading begins, whatever its letters; the letters themselves run in the
//! direction of the first strong one. Left and Right go as the eye does. Up, Down, Page, Tab, Escape in an empty field
//! and what moves nothing are left to the application, so that a list below can be walked while typing.

pub mod caret;
pub mod command;
pub mod editor;
mod event;
mod state;
mod view;

use super::clip::Format;
use super::start;
use super::text::caption;
use crate::icon::{self, Glyph};
use crate::theme::{button as buttons, input as styles, text as colors};
use crate::tokens::{Step, icon as side, space, text as steps};
use crate::{Element, Look, Motion, Theme};
use iced::Length;
use iced::advanced::widget::Id;
use iced::widget::text_input::{Status, Style};
use iced::widget::{button, column, container};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

type OnInput<'a, Message> = Box<dyn Fn(String) -> Message + 'a>;
type OnSelect<'a, Message> = Box<dyn Fn(&str, Range<usize>) -> Message + 'a>;

/// A line of text to type into. Without [`on_input`](Input::on_input) it is disabled.
pub struct Input<'a, Message> {
    id: Option<Id>,
    placeholder: Cow<'a, str>,
    value: Cow<'a, str>,
    on_input: Option<OnInput<'a, Message>>,
    on_select: Option<OnSelect<'a, Message>>,
    on_submit: Option<Message>,
    on_tab: Option<Message>,
    lead: Option<Element<'a, Message>>,
    trail: Option<Element<'a, Message>>,
    is_clearable: bool,
    /// Whether the text goes with Enter.
    clears_on_submit: bool,
    is_clear_shown: bool,
    style: fn(&Theme, Status) -> Style,
    format: Format,
    width: Length,
    height: f32,
    /// From its edges to its parts, and between them.
    sides: f32,
    gap: f32,
    is_mirrored: bool,
    blinks: bool,
    /// The bytes that something is wrong with.
    mark: Option<Range<usize>>,
}

/// A field in a form.
pub fn input<'a, Message>(
    look: &Look,
    placeholder: impl Into<Cow<'a, str>>,
    value: impl Into<Cow<'a, str>>,
) -> Input<'a, Message> {
    Input {
        id: None,
        placeholder: placeholder.into(),
        value: value.into(),
        on_input: None,
        on_select: None,
        on_submit: None,
        on_tab: None,
        lead: None,
        trail: None,
        is_clearable: false,
        clears_on_submit: false,
        is_clear_shown: false,
        style: styles::field,
        format: format(look, steps::BODY),
        width: Length::Fill,
        height: look.control(),
        sides: space::ICON,
        gap: space::S,
        is_mirrored: look.is_mirrored(),
        blinks: look.motion == Motion::Full,
        mark: None,
    }
}

/// A search field: a glyph before the text, and one that clears it. Escape clears it first.
pub fn search<'a, Message: 'a>(
    look: &Look,
    placeholder: impl Into<Cow<'a, str>>,
    value: impl Into<Cow<'a, str>>,
) -> Input<'a, Message> {
    let glass = icon::glyph(Glyph::MagnifyingGlass, side::CONTROL).style(colors::muted);
    input(look, placeholder, value).lead(glass).clearable()
}

/// The launcher's query: large text without a box, a glyph before it.
pub fn query<'a, Message: 'a>(
    look: &Look,
    placeholder: impl Into<Cow<'a, str>>,
    value: impl Into<Cow<'a, str>>,
) -> Input<'a, Message> {
    let glass = icon::glyph(Glyph::MagnifyingGlass, side::QUERY).style(colors::muted);
    let field = input(look, placeholder, value).lead(glass);
    Input {
        style: styles::bare,
        format: format(look, steps::QUERY),
        height: look.scaled(QUERY_HEIGHT),
        sides: QUERY_SIDES,
        gap: space::M,
        ..field
    }
}

/// A field with what is wrong about its text in a line below, while something is.
pub fn explained<'a, Message: Clone + 'a>(
    look: &Look,
    field: Input<'a, Message>,
    reason: Option<String>,
) -> Element<'a, Message> {
    let below = reason.map(|reason| start(look, caption(look, reason).style(colors::danger)));
    let is_wrong = below.is_some();
    column![field.error(is_wrong)].extend(below).spacing(space::XS).into()
}

/// Height of the query at 100 %, and how far its parts stand from its edges.
const QUERY_HEIGHT: f32 = 64.0;
const QUERY_SIDES: f32 = 20.0;

/// Returns how many letters a text has, as [`select_range`](iced::widget::operation::select_range) counts them.
pub fn letters(text: &str) -> usize {
    text.graphemes(true).count()
}

fn format(look: &Look, step: Step) -> Format {
    Format::new(look, step, "")
}

impl<'a, Message> Input<'a, Message> {
    /// Its name for `operation::focus`, `select_all` and `select_range`.
    pub fn id(self, id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// What every change of the text tells the application.
    pub fn on_input(self, on_input: impl Fn(String) -> Message + 'a) -> Self {
        Self { on_input: Some(Box::new(on_input)), ..self }
    }

    /// What another selection tells the application, with the text it is in: the selected bytes, none at the caret. Who
    /// writes into the line by other means needs it. It comes behind a change of the text, too.
    pub fn on_select(self, on_select: impl Fn(&str, Range<usize>) -> Message + 'a) -> Self {
        Self { on_select: Some(Box::new(on_select)), ..self }
    }

    /// Underlines the bytes that something is wrong with; an empty range is a place.
    pub fn mark(self, mark: Option<Range<usize>>) -> Self {
        Self { mark, ..self }
    }

    /// Sets the text in another step of the type scale.
    pub fn step(self, look: &Look, step: Step) -> Self {
        Self { format: format(look, step), ..self }
    }

    /// Puts the text at the right in every language, as sums are written.
    pub fn at_right(self) -> Self {
        Self { is_mirrored: true, ..self }
    }

    /// How far its parts stand from its edges, in logical pixels.
    pub fn sides(self, sides: f32) -> Self {
        Self { sides, ..self }
    }

    /// What Enter tells the application; without it Enter is left to others.
    pub fn on_submit(self, message: Message) -> Self {
        Self { on_submit: Some(message), ..self }
    }

    /// What Tab says, where it completes what is typed instead of leading on.
    pub fn on_tab_maybe(self, on_tab: Option<Message>) -> Self {
        Self { on_tab, ..self }
    }

    /// What stands before the text.
    pub fn lead(self, lead: impl Into<Element<'a, Message>>) -> Self {
        Self { lead: Some(lead.into()), ..self }
    }

    /// What stands behind the text.
    pub fn trail(self, trail: impl Into<Element<'a, Message>>) -> Self {
        Self { trail: Some(trail.into()), ..self }
    }

    /// Enter takes the text away at once: what is typed in the same moment begins a new one. The application's text comes
    /// back with the next frame, where it kept it.
    pub fn clear_on_submit(self) -> Self {
        Self { clears_on_submit: true, ..self }
    }

    /// A filled field ends with a button that empties it, and Escape empties it.
    pub fn clearable(self) -> Self {
        Self { is_clearable: true, ..self }
    }

    /// Shows that the text cannot stay as it is; [`explained`] says why in a line below.
    pub fn error(self, is_wrong: bool) -> Self {
        if !is_wrong {
            return self;
        }
        let sign = icon::glyph(Glyph::WarningCircle, side::CONTROL).style(colors::danger);
        Self { style: styles::error, trail: Some(sign.into()), ..self }
    }

    /// Draws no box: it stands in a bar that already is the field.
    pub fn bare(self) -> Self {
        Self { style: styles::bare, ..self }
    }

    /// Its width; it fills its line by default.
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    /// Its height in logical pixels.
    pub fn height(self, height: f32) -> Self {
        Self { height, ..self }
    }

    fn parts(&self) -> impl Iterator<Item = &Element<'a, Message>> {
        self.lead.iter().chain(&self.trail)
    }

    fn parts_mut(&mut self) -> impl Iterator<Item = &mut Element<'a, Message>> {
        self.lead.iter_mut().chain(&mut self.trail)
    }
}

impl<'a, Message: Clone + 'a> From<Input<'a, Message>> for Element<'a, Message> {
    fn from(mut input: Input<'a, Message>) -> Self {
        if input.is_clearable
            && input.trail.is_none()
            && !input.value.is_empty()
            && let Some(on_input) = &input.on_input
        {
            let cross = container(icon::glyph(Glyph::XCircleFill, side::CONTROL).style(colors::muted));
            let target = button(cross.center(Length::Fill)).padding(0).width(CLEAR).height(CLEAR);
            input.trail = Some(target.style(buttons::quiet).on_press(on_input(String::new())).into());
            input.is_clear_shown = true;
        }
        Element::<Message>::new(input)
    }
}

/// Side of the button that clears a field: the least a target may have.
const CLEAR: f32 = 24.0;

#[cfg(test)]
mod tests;
