//! The part of the plane that is seen.

/// What of the plane is seen, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// What is in the middle.
    pub centre: (f64, f64),
    /// Width and height in logical pixels.
    pub size: (f64, f64),
    /// Logical pixels to one, along both axes.
    pub scale: (f64, f64),
}

/// One in so many pixels at the start.
const SCALE: f64 = 56.0;
/// The least and the most pixels to one: beyond them `f64` has no digits left for the picture.
const SCALES: (f64, f64) = (1e-12, 1e12);
/// Distance of two lines of the grid: at least so many pixels.
const GRID: f64 = 44.0;

impl Default for View {
    fn default() -> Self {
        Self { centre: (0.0, 0.0), size: (1.0, 1.0), scale: (SCALE, SCALE) }
    }
}

impl View {
    /// The same part of the plane in a picture of another size.
    #[must_use]
    pub fn with_size(self, width: f64, height: f64) -> Self {
        Self { size: (width.max(1.0), height.max(1.0)), ..self }
    }

    /// The plane moved under the window by so many pixels, right and down.
    #[must_use]
    pub fn panned(self, right: f64, down: f64) -> Self {
        let centre = (self.centre.0 - right / self.scale.0, self.centre.1 + down / self.scale.1);
        Self { centre, ..self }
    }

    /// Everything larger by a factor, what is at that place of the picture staying there.
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f64, y: f64) -> Self {
        let scale = (self.scale.0 * factor).clamp(SCALES.0, SCALES.1);
        let factor = scale / self.scale.0;
        let scale = (scale, (self.scale.1 * factor).clamp(SCALES.0, SCALES.1));
        let (held_x, held_y) = self.point(x, y);
        let centre = (held_x - (x - self.size.0 / 2.0) / scale.0, held_y + (y - self.size.1 / 2.0) / scale.1);
        Self { centre, scale, ..self }
    }

    /// The start and end of what is seen along x.
    pub fn horizontal(&self) -> (f64, f64) {
        let half = self.size.0 / 2.0 / self.scale.0;
        (self.centre.0 - half, self.centre.0 + half)
    }

    /// The bottom and top of what is seen along y.
    pub fn vertical(&self) -> (f64, f64) {
        let half = self.size.1 / 2.0 / self.scale.1;
        (self.centre.1 - half, self.centre.1 + half)
    }

    /// The point of the plane at a place of the picture, from its top left.
    pub fn point(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = ((x - self.size.0 / 2.0) / self.scale.0, (self.size.1 / 2.0 - y) / self.scale.1);
        (self.centre.0 + x, self.centre.1 + y)
    }

    /// The place of a point in the picture, from its top left.
    pub fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (x, y) = ((x - self.centre.0) * self.scale.0, (y - self.centre.1) * self.scale.1);
        (self.size.0 / 2.0 + x, self.size.1 / 2.0 - y)
    }

    /// Where lines of the grid stand along x and along y.
    pub fn grid(&self) -> (Ticks, Ticks) {
        (Ticks::new(self.horizontal(), self.scale.0), Ticks::new(self.vertical(), self.scale.1))
    }

    /// Writes a coordinate with as many digits as the picture tells apart.
    pub fn written(&self, value: f64) -> String {
        plain(value, decimals(1.0 / self.scale.0) + 1)
    }
}

/// Lines of the grid: 1, 2 or 5 times a power of ten apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ticks {
    first: i64,
    last: i64,
    /// How far apart they are.
    pub step: f64,
}

impl Ticks {
    fn new((start, end): (f64, f64), scale: f64) -> Self {
        let least = GRID / scale;
        let power = 10f64.powf(least.log10().floor());
        let step = [1.0, 2.0, 5.0].map(|times| times * power).into_iter().find(|step| *step >= least * 0.999);
        let step = step.unwrap_or(10.0 * power);
        #[expect(clippy::cast_possible_truncation, reason = "far from the ends of what is counted")]
        let count = |value: f64| value.clamp(-1e15, 1e15) as i64;
        Self { first: count((start / step).ceil()), last: count((end / step).floor()), step }
    }

    /// Where they stand, and how that is written.
    pub fn all(self) -> impl Iterator<Item = (f64, String)> {
        let decimals = decimals(self.step);
        (self.first..=self.last).map(move |count| {
            let value = count as f64 * self.step;
            (value, plain(value, decimals))
        })
    }
}

/// The decimals that tell numbers apart that are so far from each other.
fn decimals(distance: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let places = (-distance.log10() + 0.001).ceil().clamp(0.0, 15.0) as usize;
    places
}

/// Writes a plain number with at most so many decimals, without zeros at its end.
fn plain(value: f64, decimals: usize) -> String {
    if value.abs() >= 1e15 || (value != 0.0 && value.abs() < 1e-12) {
        return format!("{value:e}");
    }
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text.trim_start_matches('-').chars().all(|digit| digit == '0') { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> View {
        View::default().with_size(560.0, 280.0)
    }

    #[test]
    fn places_and_points_are_each_others_inverse() {
        let view = view().panned(13.0, -7.0).zoomed(1.7, 30.0, 90.0);
        for (x, y) in [(0.0, 0.0), (280.0, 140.0), (77.0, 201.0)] {
            let (back_x, back_y) = view.place(view.point(x, y));
            assert!((back_x - x).abs() < 1e-9 && (back_y - y).abs() < 1e-9);
        }
        assert_eq!(self::view().place((0.0, 1.0)), (280.0, 84.0), "up is up");
    }

    #[test]
    fn what_is_zoomed_at_stays_there() {
        let before = view().point(100.0, 50.0);
        let after = view().zoomed(3.0, 100.0, 50.0).point(100.0, 50.0);
        assert!((before.0 - after.0).abs() < 1e-12 && (before.1 - after.1).abs() < 1e-12);
        let mut view = view();
        for _ in 0..1000 {
            view = view.zoomed(2.0, 1.0, 1.0);
        }
        assert_eq!(view.scale, (1e12, 1e12));
    }

    #[test]
    fn a_drag_moves_the_plane_with_the_pointer() {
        let held = view().point(100.0, 100.0);
        assert_eq!(view().panned(28.0, 56.0).point(128.0, 156.0), held);
    }

    #[test]
    fn the_grid_has_round_numbers_that_are_not_too_close() {
        for (factor, step, one) in [(1.0, 1.0, "-4"), (2.0, 0.5, "-2"), (0.1, 10.0, "-40"), (30.0, 0.05, "-0.1")] {
            let ticks = view().zoomed(factor, 280.0, 140.0).grid().0;
            assert_eq!(ticks.step, step, "{factor}");
            assert!(ticks.all().any(|(_, text)| text == one), "{factor}");
        }
        assert!(view().grid().1.all().any(|(_, text)| text == "0"));
    }

    #[test]
    fn numbers_are_written_with_the_digits_that_can_be_seen() {
        assert_eq!(view().written(1.308_996_9), "1.309");
        assert_eq!(view().written(-0.000_000_1), "0");
        assert_eq!(view().zoomed(1000.0, 0.0, 0.0).written(2.617_993_877), "2.617994");
        assert_eq!(view().written(1e18), "1e18");
    }
}
