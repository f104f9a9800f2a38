//! Glyphs of one colour (Phosphor) and pictures in their own colours (drawn for this suite), compiled in.

mod drawing;
mod glyph;
mod raster;
mod tile;

pub(crate) use drawing::Drawing;
pub use glyph::{Glyph, Picture};
pub use raster::{Error, Raster};
pub use tile::{sign_tile, tile};

use crate::theme::text;
use crate::{Element, Look, Theme};
use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::{Color, Length, Rectangle, Renderer, Size};

/// A compiled-in drawing, square; without a colour of its own it takes that of the text around it.
pub struct Icon<'a> {
    drawing: Drawing,
    side: f32,
    ink: Ink<'a>,
}

enum Ink<'a> {
    Own,
    Style(Box<dyn Fn(&Theme) -> iced::widget::text::Style + 'a>),
}

/// A glyph in the colour of the text around it; see [`Icon::style`].
pub fn glyph<'a>(glyph: Glyph, side: f32) -> Icon<'a> {
    Icon { drawing: glyph.drawing(), side, ink: Ink::Style(Box::new(text::inherited)) }
}

/// A picture in its own colours: folder, document, drive.
pub fn picture<'a>(picture: Picture, side: f32) -> Icon<'a> {
    Icon { drawing: picture.drawing(), side, ink: Ink::Own }
}

/// The glyph that points to where one came from: left, or right where the window is mirrored.
pub fn back(look: &Look) -> Glyph {
    if look.is_mirrored() { Glyph::CaretRight } else { Glyph::CaretLeft }
}

/// The glyph that points on: right, or left where the window is mirrored.
pub fn forward(look: &Look) -> Glyph {
    if look.is_mirrored() { Glyph::CaretLeft } else { Glyph::CaretRight }
}

/// The small one between the parts of a path.
pub fn deeper(look: &Look) -> Glyph {
    if look.is_mirrored() { Glyph::CaretLeftBold } else { Glyph::CaretRightBold }
}

impl<'a> Icon<'a> {
    /// Colours it by role, with the same functions as text: `theme::text::muted`.
    pub fn style(self, style: impl Fn(&Theme) -> iced::widget::text::Style + 'a) -> Self {
        Self { ink: Ink::Style(Box::new(style)), ..self }
    }

    /// Gives it one colour that is no role: a tile's white, a curve's.
    pub fn color(self, color: Color) -> Self {
        self.style(move |_| iced::widget::text::Style { color: Some(color) })
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Icon<'_> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.side), Length::Fixed(self.side))
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.side, self.side)
    }

    fn draw(
        &self,
        _: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let color = match &self.ink {
            Ink::Own => None,
            Ink::Style(ink) => Some(ink(theme).color.unwrap_or(style.text_color)),
        };
        self.drawing.draw(renderer, theme, color, layout.bounds());
    }
}

impl<'a, Message> From<Icon<'a>> for Element<'a, Message> {
    fn from(icon: Icon<'a>) -> Self {
        Self::new(icon)
    }
}
