//! Following a curve across the picture.

use super::{Function, View};

/// A curve as lines to draw: what an asymptote or a gap parts is not joined.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// Points of the plane, in stretches, from left to right.
    pub stretches: Vec<Vec<(f64, f64)>>,
}

/// Pixels between two samples where the curve is straight.
const STEP: f64 = 2.0;
/// How often the distance of two samples is halved where it bends.
const DEPTH: usize = 5;
/// A bend of less than so many pixels is not seen.
const FLATNESS: f64 = 0.25;
/// How often it is halved to see whether a jump is one.
const SEARCH: usize = 40;

/// Follows a function across what is seen of the plane.
pub fn sample(function: &Function, view: &View) -> Curve {
    let (start, end) = view.horizontal();
    let count = (view.size.0 / STEP).ceil().max(2.0);
    let mut walk = Walk { function, view, curve: Curve::default() };
    let mut before = walk.at(start);
    walk.begin(before);
    let mut at = 0.0;
    while at < count {
        at += 1.0;
        let next = walk.at(start + (end - start) * at / count);
        walk.follow(before, next, DEPTH);
        before = next;
    }
    walk.curve.stretches.retain(|stretch| stretch.len() > 1);
    walk.curve
}

type Point = (f64, f64);

struct Walk<'a> {
    function: &'a Function,
    view: &'a View,
    curve: Curve,
}

impl Walk<'_> {
    fn at(&self, x: f64) -> Point {
        (x, self.function.at(x))
    }

    /// Begins a new stretch.
    fn begin(&mut self, point: Point) {
        let first = if point.1.is_finite() { vec![point] } else { Vec::new() };
        self.curve.stretches.push(first);
    }

    fn go_on(&mut self, point: Point) {
        if let Some(stretch) = self.curve.stretches.last_mut() {
            stretch.push(point);
        }
    }

    /// Draws from the point before to the next one, looking closer where it is not straight.
    fn follow(&mut self, before: Point, next: Point, depth: usize) {
        match (before.1.is_finite(), next.1.is_finite()) {
            (false, false) => {}
            (true, true) => self.join(before, next, depth),
            (is_known, _) => self.edge(before, next, is_known),
        }
    }

    fn join(&mut self, before: Point, next: Point, depth: usize) {
        let middle = self.at(f64::midpoint(before.0, next.0));
        if !middle.1.is_finite() {
            self.edge(before, middle, true);
            return self.edge(middle, next, false);
        }
        let height = self.height(before, next);
        let bend = (middle.1 - f64::midpoint(before.1, next.1)).abs() * self.view.scale.1;
        if depth == 0 {
            let is_steep = height > STEP.max(1.0) && self.is_near(before, next);
            if is_steep && self.is_jump(before, next) { self.begin(next) } else { self.go_on(next) }
        } else if (bend > FLATNESS || height > 8.0 * STEP) && self.is_near(before, next) {
            self.join(before, middle, depth - 1);
            self.join(middle, next, depth - 1);
        } else if !self.is_near(before, next) && (before.1 > self.view.centre.1) != (next.1 > self.view.centre.1) {
            // From far above to far below: a pole, unless it is a very steep slope.
            if self.is_jump(before, next) { self.begin(next) } else { self.go_on(next) }
        } else {
            self.go_on(next);
        }
    }

    /// How far two points are from each other up and down, in pixels.
    fn height(&self, one: Point, other: Point) -> f64 {
        (one.1 - other.1).abs() * self.view.scale.1
    }

    /// Whether one of the points is in the picture or close to it, so that what is between them may be seen.
    fn is_near(&self, one: Point, other: Point) -> bool {
        let (bottom, top) = self.view.vertical();
        let margin = top - bottom;
        [one, other].iter().any(|point| (bottom - margin..=top + margin).contains(&point.1))
    }

    /// Whether there is a jump between the points: one that does not shrink however close one looks.
    fn is_jump(&self, mut left: Point, mut right: Point) -> bool {
        let first = (right.1 - left.1).abs();
        for _ in 0..SEARCH {
            let middle = self.at(f64::midpoint(left.0, right.0));
            if middle.0 <= left.0 || middle.0 >= right.0 {
                break;
            }
            if !middle.1.is_finite() {
                return true;
            }
            if (middle.1 - left.1).abs() > (right.1 - middle.1).abs() { right = middle } else { left = middle }
        }
        (right.1 - left.1).abs() > first / 4.0
    }

    /// Draws up to where the function ends, or from where it begins, as close as it can be found.
    fn edge(&mut self, left: Point, right: Point, begins_known: bool) {
        let (mut known, mut unknown) = if begins_known { (left, right) } else { (right, left) };
        for _ in 0..SEARCH {
            let middle = self.at(f64::midpoint(known.0, unknown.0));
            if middle.0 == known.0 || middle.0 == unknown.0 {
                break;
            }
            if middle.1.is_finite() { known = middle } else { unknown = middle }
        }
        if begins_known {
            self.go_on(known);
            self.begin(right);
        } else {
            self.begin(known);
            self.go_on(right);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::Calculator;
    use crate::date::Date;
    use crate::value::Settings;

    fn function(line: &str) -> Function {
        let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 25).unwrap());
        Function::new(line, &calculator).unwrap()
    }

    fn view() -> View {
        View::default().with_size(686.0, 560.0)
    }

    fn curve(line: &str) -> Curve {
        sample(&function(line), &view())
    }

    #[test]
    fn what_an_asymptote_parts_is_not_joined() {
        // From -6.125 to 6.125.
        for (line, stretches) in [
            ("x^2", 1),
            ("1/x", 2),
            ("tan x", 5),
            ("floor x", 14),
            ("sqrt x", 1),
            ("ln x", 1),
            ("1/(x^2-4)", 3),
            ("x/|x|", 2),
            ("1000 x", 1),
            ("x^9", 1),
            ("atan(1000 x)", 1),
            ("sqrt(x^2-1)", 2),
            ("if(x<1, x, 5)", 2),
            ("gamma x", 8),
            ("0 x", 1),
            ("sqrt(-1-x^2)", 0),
        ] {
            assert_eq!(curve(line).stretches.len(), stretches, "{line}");
        }
    }

    #[test]
    fn a_curve_goes_to_its_very_ends() {
        let curve = curve("sqrt x");
        let first = curve.stretches[0][0];
        assert!(first.0.abs() < 1e-9 && first.1.abs() < 1e-4, "{first:?}");
        let end = curve.stretches[0].last().unwrap().0;
        assert!((end - view().horizontal().1).abs() < 1e-9);
    }

    #[test]
    fn points_go_from_left_to_right_and_lie_on_the_curve() {
        for line in ["sin(20 x)", "tan x", "x^3 - 3x", "1/x"] {
            let function = function(line);
            for stretch in sample(&function, &view()).stretches {
                assert!(stretch.windows(2).all(|pair| pair[0].0 < pair[1].0), "{line}");
                assert!(stretch.iter().all(|point| point.1 == function.at(point.0)), "{line}");
            }
        }
    }

    #[test]
    fn no_bend_is_cut_by_more_than_a_pixel() {
        let (function, view) = (function("2 sin(6 x)"), view());
        for pair in sample(&function, &view).stretches[0].windows(2) {
            let x = f64::midpoint(pair[0].0, pair[1].0);
            let bend = (function.at(x) - f64::midpoint(pair[0].1, pair[1].1)).abs() * view.scale.1;
            assert!(bend < 1.0, "{bend} pixels at {x}");
        }
    }

    #[test]
    fn the_wildest_curve_has_a_bounded_number_of_points() {
        let most = (686.0 / STEP) as usize * (1 << DEPTH) + 2;
        for line in ["sin(1/x)", "sin(x^9)", "tan(100 x)", "x mod 0.001"] {
            let points: usize = curve(line).stretches.iter().map(Vec::len).sum();
            assert!(points <= 2 * most, "{line}: {points}");
        }
        let straight: usize = curve("x/2").stretches.iter().map(Vec::len).sum();
        assert!(straight <= 345, "{straight}");
    }
}
