//! A compiled-in drawing as pixels, at the size and in the colour it is shown in.
//!
//! iced's own way (`svg`) reads every font of the system first, for letters that no drawing of ours has, and forgets what
//! it drew with the first frame that does not show it.

use crate::Theme;
use iced::advanced::image::{FilterMethod, Handle, Image, Renderer as _};
use iced::{Color, Radians, Rectangle, Renderer, Size};
use std::cell::RefCell;
use std::collections::HashMap;

/// The most drawings kept; a window shows some dozens, in two looks and sizes at the most.
const MOST_KEPT: usize = 1000;

/// The text of a drawing; it lives as long as the program.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawing(&'static [u8]);

/// A drawing as it is shown: where its text lies, its side in pixels, its colour.
type Shown = (usize, u32, Option<[u8; 4]>);

thread_local! {
    /// What was drawn before; windows are drawn by one thread.
    static KEPT: RefCell<HashMap<Shown, Option<Handle>>> = RefCell::default();
}

impl Drawing {
    pub(super) const fn new(text: &'static [u8]) -> Self {
        Self(text)
    }

    /// Draws it into a square, in one colour or in its own.
    pub(crate) fn draw(self, renderer: &mut Renderer, theme: &Theme, color: Option<Color>, bounds: Rectangle) {
        self.draw_turned(renderer, theme, color, bounds, Radians(0.0));
    }

    /// As [`Drawing::draw`], turned about its middle.
    pub(crate) fn draw_turned(
        self,
        renderer: &mut Renderer,
        theme: &Theme,
        color: Option<Color>,
        bounds: Rectangle,
        by: Radians,
    ) {
        let side = (bounds.width * theme.scale()).round().max(1.0);
        let Some(handle) = self.pixels(side as u32, color.map(Color::into_rgba8)) else { return };
        // A pixel of it is one of the screen.
        let bounds = Rectangle::new(bounds.position(), Size::new(side, side) * theme.scale().recip());
        let image = Image::new(handle).filter_method(FilterMethod::Linear).rotation(by);
        renderer.draw_image(image, bounds, bounds);
    }

    fn pixels(self, side: u32, color: Option<[u8; 4]>) -> Option<Handle> {
        KEPT.with_borrow_mut(|kept| {
            if kept.len() > MOST_KEPT {
                kept.clear();
            }
            let shown = (self.0.as_ptr() as usize, side, color);
            kept.entry(shown).or_insert_with(|| self.rasterize(side, color)).clone()
        })
    }

    fn rasterize(self, side: u32, color: Option<[u8; 4]>) -> Option<Handle> {
        let (width, height, mut pixels) = super::raster::svg(self.0, side)?;
        if let Some([red, green, blue, alpha]) = color {
            for pixel in pixels.chunks_exact_mut(4) {
                let covered = u16::from(pixel[3]) * u16::from(alpha) / 255;
                pixel.copy_from_slice(&[red, green, blue, u8::try_from(covered).unwrap_or(u8::MAX)]);
            }
        }
        Some(Handle::from_rgba(width, height, pixels))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::icon::Glyph;

    fn pixels(handle: &Handle) -> (u32, Vec<[u8; 4]>) {
        match handle {
            Handle::Rgba { width, pixels, .. } => {
                (*width, pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]]).collect())
            }
            other => panic!("not pixels: {other:?}"),
        }
    }

    #[test]
    fn a_drawing_is_made_once_for_a_size_and_a_colour() {
        let house = |side, color| Glyph::House.drawing().pixels(side, color).unwrap();
        assert_eq!(house(16, None).id(), house(16, None).id());
        assert_ne!(house(16, None).id(), house(32, None).id());
        assert_ne!(house(16, None).id(), house(16, Some([1, 2, 3, 255])).id());
        assert_ne!(house(16, None).id(), Glyph::HouseFill.drawing().pixels(16, None).unwrap().id());
    }

    #[test]
    fn a_colour_is_that_of_every_pixel_that_is_drawn() {
        let drawing = Glyph::HouseFill.drawing();
        let (side, half) = pixels(&drawing.pixels(24, Some([10, 20, 30, 128])).unwrap());
        let (_, full) = pixels(&drawing.pixels(24, Some([10, 20, 30, 255])).unwrap());
        assert_eq!(side, 24);
        assert!(full.iter().all(|pixel| pixel[..3] == [10, 20, 30]));
        assert!(full.iter().any(|pixel| pixel[3] == 255), "some of it is covered whole");
        assert!(half.iter().zip(&full).all(|(half, full)| u16::from(half[3]) == u16::from(full[3]) * 128 / 255));
    }
}
