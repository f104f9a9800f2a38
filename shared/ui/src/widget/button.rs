//! Buttons of text and of glyphs. Style and message are given as iced has it: `.style(button::primary).on_press(..)`.

use super::{line, text};
use crate::icon::{self, Glyph};
use crate::theme::button as kind;
use crate::tokens::{icon as side, size, space};
use crate::{Button, Element, Look};
use iced::widget::container;
use iced::{Alignment, Length, Padding};

/// A button with a verb on it, secondary unless styled.
pub fn button<'a, Message: 'a>(look: &Look, label: impl Into<String>) -> Button<'a, Message> {
    face(look, text::medium(look, label).into(), Length::Shrink)
}

/// The same with a glyph before the verb.
pub fn button_with<'a, Message: 'a>(look: &Look, glyph: Glyph, label: impl Into<String>) -> Button<'a, Message> {
    let parts = vec![icon::glyph(glyph, side::CONTROL).into(), text::medium(look, label).into()];
    face(look, line(look, parts, space::S).into(), Length::Shrink)
}

/// A button over the whole width, its verb in the middle: stacked dialog buttons.
pub fn button_wide<'a, Message: 'a>(look: &Look, label: impl Into<String>) -> Button<'a, Message> {
    face(look, text::medium(look, label).into(), Length::Fill)
}

fn face<'a, Message: 'a>(look: &Look, content: Element<'a, Message>, width: Length) -> Button<'a, Message> {
    let content = container(content).width(width).align_x(Alignment::Center).center_y(Length::Fill);
    iced::widget::button(content)
        .padding(Padding::from([0.0, space::BUTTON]))
        .height(look.control())
        .width(width)
        .style(kind::secondary)
}

/// A square button with a glyph, quiet unless styled. It needs a tooltip with its name and shortcut.
pub fn icon_button<'a, Message: 'a>(look: &Look, glyph: Glyph) -> Button<'a, Message> {
    icon_button_sized(look, glyph, size::CONTROL, side::BAR)
}

/// The same in another size: `control` and `glyph_side` are the sides of the button and its glyph at 100 %.
pub fn icon_button_sized<'a, Message: 'a>(
    look: &Look,
    glyph: Glyph,
    control: f32,
    glyph_side: f32,
) -> Button<'a, Message> {
    let control = look.scaled(control);
    iced::widget::button(container(icon::glyph(glyph, glyph_side)).center(Length::Fill))
        .padding(0)
        .width(control)
        .height(control)
        .style(kind::quiet)
}
