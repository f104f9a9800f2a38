//! Buttons of text and of glyphs. Style and message are given as iced has it: `.style(button::primary).on_press(..)`.

use super::{line, text};
use crate::icon::{self, Glyph};
use crate::theme::button as kind;
use crate::tokens::{icon as side, size, space};
use crate::{Button, Element, Look};
use iced::widget::container;
use iced::{Length, Padding};

/// A button with a verb on it, secondary unless styled.
pub fn button<'a, Message: 'a>(look: &Look, label: impl Into<String>) -> Button<'a, Message> {
    face(look, text::medium(look, label).into())
}

/// The same with a glyph before the verb.
pub fn button_with<'a, Message: 'a>(look: &Look, glyph: Glyph, label: impl Into<String>) -> Button<'a, Message> {
    let parts = vec![icon::glyph(glyph, side::CONTROL).into(), text::medium(look, label).into()];
    face(look, line(look, parts, space::S).into())
}

/// A button with a verb and a caret: it opens a menu.
pub fn menu_button<'a, Message: 'a>(look: &Look, label: impl Into<String>) -> Button<'a, Message> {
    let caret = icon::glyph(Glyph::CaretDownBold, side::CARET);
    face(look, line(look, vec![text::medium(look, label).into(), caret.into()], space::S).into())
}

fn face<'a, Message: 'a>(look: &Look, content: Element<'a, Message>) -> Button<'a, Message> {
    // The content fills the button, so that it stays in the middle of one that is made wide.
    iced::widget::button(container(content).center(Length::Fill))
        .padding(Padding::from([0.0, space::BUTTON]))
        .height(look.control())
        .width(Length::Shrink)
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
