//! A font by its letters, dark on paper.

use image::RgbaImage;
use resvg::tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Transform};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use std::io;

/// What is written; a font without Latin letters shows the first of its own.
const LINES: [&str; 5] = ["AaBbCcGg", "abcdefghijklm", "nopqrstuvwxyz", "ABCDEFGHIJKLM", "0123456789?!&"];
/// The dark of the letters, and the light of the paper.
const INK: [u8; 3] = [0x24, 0x22, 0x20];
const PAPER: [u8; 3] = [0xff, 0xff, 0xff];

/// Draws some letters of a font on a square.
pub fn draw(bytes: &[u8], side: u32) -> io::Result<RgbaImage> {
    let face = Face::parse(bytes, 0).map_err(io::Error::other)?;
    let mut pixels = Pixmap::new(side, side).ok_or(io::ErrorKind::InvalidData)?;
    pixels.fill(Color::from_rgba8(PAPER[0], PAPER[1], PAPER[2], u8::MAX));
    let mut paint = Paint::default();
    paint.set_color_rgba8(INK[0], INK[1], INK[2], u8::MAX);
    let lines = lines(&face);
    let height = side as f32 / (lines.len() as f32 + 1.0);
    for (number, line) in (1_u16..).zip(&lines) {
        let room = side as f32 * 0.9;
        let units: f32 = line.iter().map(|glyph| advance(&face, *glyph)).sum::<f32>().max(1.0);
        let scale = (room / units).min(height * 0.8 / f32::from(face.units_per_em().max(1)));
        let mut at = (side as f32 - units * scale) / 2.0;
        for glyph in line {
            let place = Transform::from_row(scale, 0.0, 0.0, -scale, at, height * f32::from(number) + height * 0.25);
            if let Some(path) = outline(&face, *glyph) {
                pixels.fill_path(&path, &paint, FillRule::Winding, place, None);
            }
            at += advance(&face, *glyph) * scale;
        }
    }
    RgbaImage::from_raw(side, side, pixels.take()).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn lines(face: &Face<'_>) -> Vec<Vec<GlyphId>> {
    let glyphs =
        |line: &&str| -> Option<Vec<GlyphId>> { line.chars().map(|letter| face.glyph_index(letter)).collect() };
    let latin: Vec<_> = LINES.iter().filter_map(glyphs).collect();
    if !latin.is_empty() {
        return latin;
    }
    // The first is what stands for letters that are missing.
    let own: Vec<GlyphId> = (1..face.number_of_glyphs().min(31)).map(GlyphId).collect();
    own.chunks(6).map(<[GlyphId]>::to_vec).collect()
}

fn advance(face: &Face<'_>, glyph: GlyphId) -> f32 {
    face.glyph_hor_advance(glyph).unwrap_or(0).into()
}

struct Outline(PathBuilder);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

fn outline(face: &Face<'_>, glyph: GlyphId) -> Option<Path> {
    let mut outline = Outline(PathBuilder::new());
    let _bounds = face.outline_glyph(glyph, &mut outline)?;
    outline.0.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_shows_its_letters_and_rubbish_is_refused() {
        let font = candela_ui::font::FILES[0];
        let picture = draw(font, 256).unwrap();
        let dark = picture.pixels().filter(|pixel| pixel.0[0] < 0x80).count();
        assert!((500..30_000).contains(&dark), "{dark} dark pixels");
        assert_eq!((picture.dimensions(), picture.get_pixel(0, 0).0), ((256, 256), [255, 255, 255, 255]));
        for length in [0, 4, 12, 100, font.len() / 2] {
            let cut = draw(&font[..length], 64);
            assert!(cut.is_err() || length > 100, "{length}");
        }
    }
}
