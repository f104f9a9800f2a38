//! The focus ring: drawn outside any widget, or inside a row, so that focus never moves the layout.

use crate::tokens::radius;
use crate::{Element, Palette, Theme};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Border, Color, Event, Length, Rectangle, Renderer, Size, Vector};

const GAP: f32 = 2.0;
const WIDTH: f32 = 2.0;

/// Draws the ring around `bounds`, whose own corner radius is `corner`.
pub fn draw_outside(renderer: &mut Renderer, palette: &Palette, bounds: Rectangle, corner: f32) {
    let grow = GAP + WIDTH;
    outline(renderer, bounds.expand(grow), palette.focus, corner + grow);
}

/// Draws the ring inside the edge of a row or an input. In the high-contrast looks a second line sets it off from the
/// fill of a selected row.
pub fn draw_inside(renderer: &mut Renderer, palette: &Palette, bounds: Rectangle, corner: f32, is_selected: bool) {
    outline(renderer, bounds, palette.focus, corner);
    if is_selected && palette.is_contrast {
        outline(renderer, bounds.shrink(WIDTH), palette.on_selection, (corner - WIDTH).max(0.0));
    }
}

fn outline(renderer: &mut Renderer, bounds: Rectangle, color: Color, corner: f32) {
    let border = Border { color, width: WIDTH, radius: corner.into() };
    renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, Color::TRANSPARENT);
}

/// Content with a ring that is always shown: the chosen one of a row of swatches.
pub struct Ring<'a, Message> {
    content: Element<'a, Message>,
    place: Place,
}

#[derive(Clone, Copy)]
enum Place {
    Outside { corner: f32 },
    Inside { corner: f32, is_selected: bool },
}

/// Puts the ring around a control.
pub fn ring<'a, Message>(content: impl Into<Element<'a, Message>>) -> Ring<'a, Message> {
    Ring { content: content.into(), place: Place::Outside { corner: radius::CONTROL } }
}

impl<Message> Ring<'_, Message> {
    /// The corner radius of the content itself.
    pub fn corner(self, corner: f32) -> Self {
        Self { place: Place::Outside { corner }, ..self }
    }

    /// Puts it inside the edge, as rows have it.
    pub fn inside(self, corner: f32, is_selected: bool) -> Self {
        Self { place: Place::Inside { corner, is_selected }, ..self }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Ring<'_, Message> {
    crate::focus::as_content!();

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        self.content.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
        let (c, bounds) = (theme.palette(), layout.bounds());
        match self.place {
            Place::Outside { corner } => draw_outside(renderer, c, bounds, corner),
            Place::Inside { corner, is_selected } => draw_inside(renderer, c, bounds, corner, is_selected),
        }
    }
}

impl<'a, Message: 'a> From<Ring<'a, Message>> for Element<'a, Message> {
    fn from(ring: Ring<'a, Message>) -> Self {
        Element::new(ring)
    }
}
