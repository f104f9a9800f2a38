//! Dialogs: in a window of their own, or over a window; and toasts.

use super::clip::{Format, unbounded};
use super::whole::whole;
use super::{bar, gap, line, raised, rule, text};
use crate::cells::Paragraph;
use crate::focus::{self, pressable};
use crate::icon::{self, Glyph};
use crate::theme::{button as kind, container as boxes, text as ink};
use crate::tokens::{icon as side, radius, size, space, text as steps};
use crate::{Button, Column, Element, Look, Stack, Theme};
use iced::advanced::text::Paragraph as _;
use iced::advanced::widget::Id;
use iced::widget::button::{Status, Style};
use iced::widget::{column, container, opaque};
use iced::{Alignment, Length, Padding};

/// Between two buttons of a dialog.
const BETWEEN: f32 = 10.0;

/// A button of a dialog: what its user can answer.
pub struct Answer<'a, Message> {
    button: Button<'a, Message>,
    message: Option<Message>,
    id: Option<Id>,
}

impl<'a, Message: Clone + 'a> Answer<'a, Message> {
    /// A secondary button that says `message`, or is off without one.
    pub fn new(look: &Look, label: impl Into<String>, message: Option<Message>) -> Self {
        let button = super::button(look, label).height(look.scaled(size::CONTROL_LARGE));
        Self { button, message, id: None }
    }

    /// How it looks: `button::primary`, `destructive`, `quiet`.
    pub fn style(self, style: fn(&Theme, Status) -> Style) -> Self {
        Self { button: self.button.style(style), ..self }
    }

    /// Its name for `operation::focus`: Cancel has the focus when something gets lost, else the primary.
    pub fn id(self, id: impl Into<Id>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    fn view(self, width: Length) -> Element<'a, Message> {
        let button = self.button.width(width);
        let Some(message) = self.message else { return button.into() };
        let target = pressable(button, message);
        match self.id {
            Some(id) => target.id(id).into(),
            None => target.into(),
        }
    }
}

/// How wide a button's label is when set in type, in logical pixels; costs a few microseconds.
pub fn label_width(look: &Look, label: &str) -> f32 {
    let text = unbounded(Format::new(look, steps::BODY_MEDIUM, label), label);
    Paragraph::with_text(text).min_width().ceil()
}

/// Whether buttons with these labels find room beside each other, with so many logical pixels for all of them.
///
/// They are set in type to know it; costs a few microseconds a label.
pub fn fit_beside<'a>(look: &Look, labels: impl IntoIterator<Item = &'a str>, room: f32) -> bool {
    let width = |label: &str| label_width(look, label) + 2.0 * space::BUTTON + BETWEEN;
    labels.into_iter().map(width).sum::<f32>() <= room
}

/// The buttons of a dialog: `away` (Cancel, Help) at the start, the others at the end, the primary last.
///
/// In a window under [`size::VERY_NARROW`] pixels wide they are stacked over the whole width, the primary on top.
pub fn dialog_buttons<'a, Message: Clone + 'a>(
    look: &Look,
    window_width: f32,
    away: Option<Answer<'a, Message>>,
    others: Vec<Answer<'a, Message>>,
) -> Element<'a, Message> {
    if window_width < size::VERY_NARROW {
        let all = others.into_iter().rev().chain(away).map(|answer| answer.view(Length::Fill));
        return Column::with_children(all).spacing(space::S).into();
    }
    let mut parts: Vec<Element<'a, Message>> = away.map(|answer| answer.view(Length::Shrink)).into_iter().collect();
    parts.push(super::fill());
    parts.extend(others.into_iter().map(|answer| answer.view(Length::Shrink)));
    line(look, parts, BETWEEN).into()
}

/// A dialog in its own window: content on the surface, the buttons in a foot.
pub fn dialog<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    buttons: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let content = container(content).padding(space::XL).width(Length::Fill).height(Length::Fill).style(boxes::surface);
    // 14 above and below: 64 with buttons of 36.
    let foot = container(buttons).padding(Padding::from([space::BUTTON, space::XL])).width(Length::Fill);
    column![content, rule(), foot.style(boxes::background)].into()
}

/// A question over a window: a heading, what would happen, the buttons. Cancel has the focus when something gets lost.
pub fn question<'a, Message: Clone + 'a>(
    look: &Look,
    heading: impl Into<String>,
    sentence: impl Into<String>,
    buttons: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let words =
        column![super::start(look, text::heading(look, heading)), super::start(look, text::muted(look, sentence))]
            .spacing(space::XS);
    let content = column![words, buttons.into()].spacing(space::XL);
    let face = raised(container(content).padding(space::XL).width(Length::Fill), radius::CARD);
    container(face).max_width(size::QUESTION).into()
}

/// Puts a question over what it interrupts, behind a scrim that takes every click.
pub fn over<'a, Message: Clone + 'a>(
    below: impl Into<Element<'a, Message>>,
    question: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    // Tab leads around in the question, not behind it.
    let scrim = container(whole(focus::scope(question))).center(Length::Fill).padding(space::L).style(boxes::scrim);
    Stack::with_children([below.into(), opaque(scrim)]).into()
}

/// How something ended, as a toast tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// It is done, but look.
    Warning,
    /// It failed.
    Failed,
    /// A fact.
    Note,
}

/// A toast: one sentence, one thing to do about it, and what dismisses it where that is another. When it goes is for
/// [`Shelf`](crate::toast::Shelf) to say.
pub fn toast<'a, Message: Clone + 'a>(
    look: &Look,
    outcome: Outcome,
    sentence: impl Into<String>,
    action: Option<(String, Message)>,
    dismiss: Option<Message>,
) -> Element<'a, Message> {
    let glyph = match outcome {
        Outcome::Done => icon::glyph(Glyph::CheckCircleFill, side::BAR).style(ink::success),
        Outcome::Warning => icon::glyph(Glyph::Warning, side::BAR).style(ink::warning),
        Outcome::Failed => icon::glyph(Glyph::WarningCircleFill, side::BAR).style(ink::danger),
        Outcome::Note => icon::glyph(Glyph::Info, side::BAR).style(ink::muted),
    };
    /// More of the width than this is the sentence's own: a longer action stands below it.
    const ACTION: f32 = size::TOAST / 3.0;
    let sentence = container(text::body(look, sentence)).width(Length::Fill).align_x(look.start());
    let is_long = action.as_ref().is_some_and(|(label, _)| label_width(look, label) > ACTION);
    let action = action.map(|(label, message)| {
        let label = container(text::strong(look, label)).center_y(Length::Fill);
        let button = iced::widget::button(label).padding(Padding::from([0.0, radius::INNER]));
        button.height(look.scaled(24.0)).width(Length::Shrink).style(kind::link).on_press(message)
    });
    let mut parts = vec![glyph.into()];
    if is_long {
        let below = action.map(|action| container(action).width(Length::Fill).align_x(look.end()));
        parts.push(column![sentence].push(below).spacing(space::XS).into());
    } else {
        parts.push(sentence.into());
        parts.extend(action.map(Into::into));
    }
    parts.extend(dismiss.map(|message| {
        let cross = super::icon_button_sized(look, Glyph::XBold, size::CONTROL_SMALL, side::CARET);
        cross.on_press(message).into()
    }));
    let content = container(line(look, parts, space::ICON)).padding(Padding::from([space::ICON, space::BUTTON]));
    container(raised(content.width(Length::Fill), radius::MENU)).max_width(size::TOAST).into()
}

/// Puts toasts at the foot of content, newest lowest, 16 from the edge; the rest of the content stays usable.
pub fn with_toasts<'a, Message: Clone + 'a>(
    below: impl Into<Element<'a, Message>>,
    toasts: Vec<Element<'a, Message>>,
) -> Element<'a, Message> {
    if toasts.is_empty() {
        return below.into();
    }
    let pile = Column::with_children(toasts).spacing(space::S).align_x(Alignment::Center);
    let place = container(pile).padding(space::L).center_x(Length::Fill).align_bottom(Length::Fill);
    Stack::with_children([below.into(), place.into()]).into()
}

/// The head of a dialog: a glyph on a tinted square, the heading and a sentence.
pub fn dialog_head<'a, Message: Clone + 'a>(
    look: &Look,
    glyph: Glyph,
    heading: impl Into<String>,
    sentence: impl Into<String>,
) -> Element<'a, Message> {
    /// Side of the square, and of its glyph.
    const MEDALLION: (f32, f32) = (52.0, 26.0);
    let medallion = container(icon::glyph(glyph, MEDALLION.1)).center(MEDALLION.0).style(boxes::medallion);
    let words =
        column![super::start(look, text::heading(look, heading)), super::start(look, text::muted(look, sentence))]
            .spacing(space::HAIR);
    line(look, vec![medallion.into(), words.into()], space::L).align_y(Alignment::Start).into()
}

/// A card that warns: a glyph, a title and the reason.
pub fn warning_card<'a, Message: Clone + 'a>(
    look: &Look,
    glyph: Glyph,
    title: impl Into<String>,
    reason: impl Into<String>,
) -> Element<'a, Message> {
    let glyph = icon::glyph(glyph, side::ROW).style(ink::warning);
    let words = column![super::start(look, text::strong(look, title)), super::start(look, text::body(look, reason))];
    let content = line(look, vec![glyph.into(), words.into()], space::M).align_y(Alignment::Start);
    container(content).padding(space::BUTTON).width(Length::Fill).style(boxes::card_warning).into()
}

/// A window's head without controls: a title at the start, the buttons at the end.
pub fn title_bar<'a, Message: Clone + 'a>(
    look: &Look,
    title: impl Into<String>,
    buttons: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    bar::header(look, vec![gap(space::M, 0.0), text::strong(look, title).into(), super::fill(), buttons.into()])
}
