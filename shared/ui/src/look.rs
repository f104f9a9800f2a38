//! What a window is drawn with, as one value: colours, direction, text size, density, motion.

use crate::palette::{self, Accent, Palette};
use crate::tokens::{Step, size};
use candela_shared::i18n::Direction;
use iced::widget::text::LineHeight;
use iced::{Alignment, Padding, Pixels};
use std::time::Duration;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Dark text on light.
    #[default]
    Light,
    /// Light text on dark.
    Dark,
}

/// How strong differences are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contrast {
    /// Quiet borders.
    #[default]
    Normal,
    /// Outlines around every control, the strongest text.
    More,
}

/// How much room rows take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// Rows of 32.
    #[default]
    Comfortable,
    /// Rows of 26.
    Compact,
}

/// Whether things slide and fade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Motion {
    /// A little, where it explains.
    #[default]
    Full,
    /// Not at all.
    Less,
}

/// What a window is drawn with. `view` takes it by reference; the [`Theme`](crate::Theme) carries it to the widgets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Colours by role.
    pub palette: Palette,
    /// Reading direction.
    pub direction: Direction,
    /// Text size, 1.0 for 100 %; between [`Look::SMALLEST`] and [`Look::LARGEST`].
    pub text_scale: f32,
    /// Height of rows.
    pub density: Density,
    /// Amount of motion.
    pub motion: Motion,
}

impl Default for Look {
    fn default() -> Self {
        Self::new(Mode::Light, Contrast::Normal, Accent::Dusk)
    }
}

impl Look {
    /// The smallest text size.
    pub const SMALLEST: f32 = 0.8;
    /// The largest text size.
    pub const LARGEST: f32 = 1.6;

    /// Returns the look of those colours, left to right, at 100 %, comfortable, with motion.
    pub fn new(mode: Mode, contrast: Contrast, accent: Accent) -> Self {
        let palette = match (mode, contrast) {
            (Mode::Light, Contrast::Normal) => palette::LIGHT,
            (Mode::Dark, Contrast::Normal) => palette::DARK,
            (Mode::Light, Contrast::More) => palette::CONTRAST_LIGHT,
            (Mode::Dark, Contrast::More) => palette::CONTRAST,
        };
        Self {
            palette: palette.with_accent(accent),
            direction: Direction::LeftToRight,
            text_scale: 1.0,
            density: Density::Comfortable,
            motion: Motion::Full,
        }
    }

    /// The same look in that direction.
    pub fn with_direction(self, direction: Direction) -> Self {
        Self { direction, ..self }
    }

    /// The same look at that text size, kept within what windows can bear.
    pub fn with_text_scale(self, scale: f32) -> Self {
        let text_scale = if scale.is_nan() { 1.0 } else { scale.clamp(Self::SMALLEST, Self::LARGEST) };
        Self { text_scale, ..self }
    }

    /// Whether lines are read from right to left.
    pub fn is_mirrored(&self) -> bool {
        self.direction == Direction::RightToLeft
    }

    /// A height that grows with the text, in whole pixels.
    pub fn scaled(&self, height: f32) -> f32 {
        (height * self.text_scale).round()
    }

    /// The size of text of that step.
    pub fn text_size(&self, step: Step) -> Pixels {
        Pixels(step.size * self.text_scale)
    }

    /// The height of a line of that step, in whole pixels.
    pub fn line(&self, step: Step) -> f32 {
        self.scaled(step.line)
    }

    /// The same as iced takes it.
    pub fn line_height(&self, step: Step) -> LineHeight {
        LineHeight::Absolute(Pixels(self.line(step)))
    }

    /// The height of a button, an input, a segmented choice.
    pub fn control(&self) -> f32 {
        self.scaled(size::CONTROL)
    }

    /// The height of a list row.
    pub fn row(&self) -> f32 {
        self.scaled(self.dense(size::ROW, size::ROW_COMPACT))
    }

    /// The height of a sidebar row.
    pub fn sidebar_row(&self) -> f32 {
        self.scaled(self.dense(size::ROW, size::SIDEBAR_ROW_COMPACT))
    }

    /// The height of a menu row.
    pub fn menu_row(&self) -> f32 {
        self.scaled(self.dense(size::MENU_ROW, size::MENU_ROW_COMPACT))
    }

    /// Chooses a measure by density.
    pub fn dense(&self, comfortable: f32, compact: f32) -> f32 {
        match self.density {
            Density::Comfortable => comfortable,
            Density::Compact => compact,
        }
    }

    /// A time of motion in milliseconds; none where the user wants less of it.
    pub fn duration(&self, milliseconds: u64) -> Duration {
        match self.motion {
            Motion::Full => Duration::from_millis(milliseconds),
            Motion::Less => Duration::ZERO,
        }
    }

    /// Padding in reading direction.
    pub fn inset(&self, top: f32, end: f32, bottom: f32, start: f32) -> Padding {
        let (left, right) = if self.is_mirrored() { (end, start) } else { (start, end) };
        Padding { top, right, bottom, left }
    }

    /// The side where a line begins.
    pub fn start(&self) -> Alignment {
        if self.is_mirrored() { Alignment::End } else { Alignment::Start }
    }

    /// The side where a line ends: where numbers and window buttons stand.
    pub fn end(&self) -> Alignment {
        if self.is_mirrored() { Alignment::Start } else { Alignment::End }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_grow_with_the_text_and_stay_whole_pixels() {
        let look = Look::default().with_text_scale(1.25);
        assert_eq!(look.row(), 40.0);
        assert_eq!(Look { density: Density::Compact, ..look }.row(), 33.0, "26 x 1.25 = 32.5");
        assert_eq!(Look::default().row(), 32.0);
    }

    #[test]
    fn a_text_size_no_window_can_bear_is_brought_back() {
        for (asked, given) in [(0.1, 0.8), (9.0, 1.6), (f32::NAN, 1.0), (1.3, 1.3), (f32::INFINITY, 1.6)] {
            assert_eq!(Look::default().with_text_scale(asked).text_scale, given, "{asked}");
        }
    }

    #[test]
    fn padding_follows_the_reading_direction() {
        let mirrored = Look::default().with_direction(Direction::RightToLeft);
        let padding = mirrored.inset(1.0, 2.0, 3.0, 4.0);
        assert_eq!((padding.top, padding.right, padding.bottom, padding.left), (1.0, 4.0, 3.0, 2.0));
        assert_eq!(Look::default().inset(1.0, 2.0, 3.0, 4.0).left, 4.0);
    }

    #[test]
    fn less_motion_takes_no_time() {
        assert_eq!(Look { motion: Motion::Less, ..Look::default() }.duration(120), Duration::ZERO);
        assert_eq!(Look::default().duration(120), Duration::from_millis(120));
    }
}
