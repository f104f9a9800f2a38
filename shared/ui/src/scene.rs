//! Frames that are drawn as a whole.
//!
//! iced's software renderer draws a frame once for every place that changed, each time through a mask as large as the
//! window. Where a list was scrolled nearly everything changed in many small places, and drawing everything once takes
//! a quarter of that. It does so where the colour behind everything is another than before; hence that colour follows
//! the scene, by less than a pixel can show.

use iced::Color;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Colours that a pixel of eight bits shows alike.
const SHADES: u64 = 1024;
/// From one of them to the next; all of them stay within a thirtieth of what a pixel can tell.
const STEP: f32 = f32::EPSILON;

/// What most of a window shows: it becomes another one where so much changes that the whole is drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Scene(u64);

impl Scene {
    /// The scene that `what` tells from others: how far a list was scrolled, which rows it has.
    pub fn of(what: impl Hash) -> Self {
        let mut hasher = DefaultHasher::new();
        what.hash(&mut hasher);
        Self(hasher.finish())
    }

    /// The colour behind everything in this scene.
    pub fn shade(self, color: Color) -> Color {
        let shift = (self.0 % SHADES) as f32 * STEP;
        let b = if color.b < 0.5 { color.b + shift } else { color.b - shift };
        Color { b, ..color }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn scenes_differ_by_what_only_the_renderer_tells() {
        for color in [Color::WHITE, Color::BLACK, Color::from_rgb8(0x1b, 0x1c, 0x20)] {
            let shades: Vec<Color> = (0..100).map(|offset| Scene::of(offset).shade(color)).collect();
            assert!(shades.iter().all(|shade| shade.into_rgba8() == color.into_rgba8()));
            let told: HashSet<u32> = shades.iter().map(|shade| shade.b.to_bits()).collect();
            assert!(told.len() > 90, "{}", told.len());
        }
    }
}
