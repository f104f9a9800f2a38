//! Points of interest of curves: zeros, extremes, crossings.

use super::{Function, View};

/// What is special about a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// The curve meets the axis of x.
    Zero,
    /// It is higher than all around.
    Maximum,
    /// It is lower than all around.
    Minimum,
    /// It meets another curve, that of this position.
    Crossing(usize),
}

/// A point of interest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What is special about it.
    pub kind: MarkKind,
    /// Where it is.
    pub point: (f64, f64),
}

/// How many places along x are looked at.
const PLACES: usize = 800;
/// How often the distance to a zero is halved.
const HALVINGS: usize = 80;
/// The most marks of one kind: of sin(100 x) nobody reads all.
const MOST: usize = 60;

/// Finds the zeros and extremes of a curve in the picture, from left to right.
pub fn marks(function: &Function, view: &View) -> Vec<Mark> {
    let value = |x| function.at(x);
    let mark = |kind| move |x: f64| Mark { kind, point: (x, if kind == MarkKind::Zero { 0.0 } else { value(x) }) };
    let mut marks: Vec<Mark> = zeros(&value, view).into_iter().map(mark(MarkKind::Zero)).collect();
    for (x, is_maximum) in extremes(&value, view) {
        let kind = if is_maximum { MarkKind::Maximum } else { MarkKind::Minimum };
        marks.push(mark(kind)(x));
    }
    in_sight(marks, view)
}

/// Finds where a curve meets another, that of position `number`, in the picture.
pub fn crossings(function: &Function, other: &Function, number: usize, view: &View) -> Vec<Mark> {
    let distance = |x| function.at(x) - other.at(x);
    let found = zeros(&distance, view).into_iter();
    let marks = found.map(|x| Mark { kind: MarkKind::Crossing(number), point: (x, function.at(x)) });
    in_sight(marks.collect(), view)
}

fn in_sight(mut marks: Vec<Mark>, view: &View) -> Vec<Mark> {
    let (bottom, top) = view.vertical();
    marks.retain(|mark| (bottom..=top).contains(&mark.point.1));
    marks.sort_by(|one, other| one.point.0.total_cmp(&other.point.0));
    marks
}

fn places(view: &View) -> impl Iterator<Item = f64> + Clone {
    let (start, end) = view.horizontal();
    // A little beside round numbers, so that a zero at one lies between two places.
    let nudge = (end - start) / PLACES as f64 * 0.137;
    (0..=PLACES + 1).map(move |at| start + (end - start) * at as f64 / PLACES as f64 - nudge)
}

/// Where a function is zero: it changes its sign there without a jump, or touches the axis.
fn zeros(value: &dyn Fn(f64) -> f64, view: &View) -> Vec<f64> {
    let mut found = Vec::new();
    let points: Vec<(f64, f64)> = places(view).map(|x| (x, value(x))).collect();
    for pair in points.windows(2) {
        let ((left, below), (right, above)) = (pair[0], pair[1]);
        if below == 0.0 && above == 0.0 {
            continue; // On the axis for a while: no point of it is special.
        }
        if below * above < 0.0 {
            found.extend(sign_change(value, left, right));
        }
    }
    let span = (view.vertical().1 - view.vertical().0).abs();
    let touches = extremes(&|x| value(x).abs(), view).into_iter();
    let touches = touches.filter(|(x, is_maximum)| !is_maximum && value(*x).abs() < span * 1e-9).map(|(x, _)| x);
    let distance = (view.horizontal().1 - view.horizontal().0) / PLACES as f64;
    for x in touches {
        if found.iter().all(|known: &f64| (known - x).abs() > distance) {
            found.push(x);
        }
    }
    found.truncate(MOST);
    found.into_iter().map(|x| rounded(value, x, distance)).collect()
}

/// The place where a function changes its sign between two; `None` where it jumps there.
fn sign_change(value: &dyn Fn(f64) -> f64, mut left: f64, mut right: f64) -> Option<f64> {
    let (start, size) = (value(left), value(left).abs().max(value(right).abs()));
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(left, right);
        let there = value(middle);
        if there == 0.0 {
            return Some(middle);
        }
        if !there.is_finite() {
            return None;
        }
        if (there < 0.0) == (start < 0.0) { left = middle } else { right = middle }
    }
    let rest = value(left).abs().max(value(right).abs());
    (rest <= size / 2.0).then(|| f64::midpoint(left, right))
}

/// Where a function is higher (`true`) or lower than at both sides, without a jump.
fn extremes(value: &dyn Fn(f64) -> f64, view: &View) -> Vec<(f64, bool)> {
    let points: Vec<(f64, f64)> = places(view).map(|x| (x, value(x))).collect();
    let distance = (view.horizontal().1 - view.horizontal().0) / PLACES as f64;
    let mut found = Vec::new();
    for triple in points.windows(3) {
        let [left, middle, right] = [triple[0], triple[1], triple[2]];
        if ![left, middle, right].iter().all(|point| point.1.is_finite()) {
            continue;
        }
        let is_maximum = middle.1 > left.1 && middle.1 >= right.1;
        let is_minimum = middle.1 < left.1 && middle.1 <= right.1;
        if !is_maximum && !is_minimum {
            continue;
        }
        let x = summit(value, left.0, right.0, is_maximum);
        if is_summit(value, x, distance, is_maximum) {
            found.push((rounded(value, x, distance), is_maximum));
        }
    }
    found.truncate(MOST);
    found
}

/// Whether the function falls (or rises) gently at both sides of a place: no step, no pole.
fn is_summit(value: &dyn Fn(f64) -> f64, x: f64, distance: f64, is_maximum: bool) -> bool {
    let drop = |at: f64| if is_maximum { value(x) - value(at) } else { value(at) - value(x) };
    let sides = |part: f64| [drop(x - distance * part), drop(x + distance * part)];
    let (near, far) = (sides(0.05), sides(1.0));
    near.iter().zip(far).all(|(near, far)| *near > 0.0 && far.is_finite() && *near < 0.5 * far)
}

/// The highest (or lowest) place between two, by golden sections.
fn summit(value: &dyn Fn(f64) -> f64, mut left: f64, mut right: f64, is_maximum: bool) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let is_better = |one: f64, other: f64| if is_maximum { one > other } else { one < other };
    for _ in 0..HALVINGS {
        let (first, second) = (right - GOLDEN * (right - left), left + GOLDEN * (right - left));
        if is_better(value(first), value(second)) { right = second } else { left = first }
    }
    f64::midpoint(left, right)
}

/// The round number close by, where the function says that it is meant: 2 instead of 1.9999999997.
fn rounded(value: &dyn Fn(f64) -> f64, x: f64, distance: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let decimals = (3.0 - distance.log10().floor()).clamp(0.0, 15.0) as usize;
    let round: f64 = format!("{x:.decimals$}").parse().unwrap_or(x);
    let is_as_good = (value(round) - value(x)).abs() <= f64::EPSILON * 8.0 * value(x).abs().max(distance * 1e-3);
    if is_as_good { round } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::Calculator;
    use crate::date::Date;
    use crate::value::Settings;
    use std::f64::consts::PI;

    fn function(line: &str) -> Function {
        let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 25).unwrap());
        Function::new(line, &calculator).unwrap()
    }

    fn view() -> View {
        View::default().with_size(686.0, 560.0)
    }

    fn of_kind(line: &str, kind: MarkKind) -> Vec<f64> {
        let marks = marks(&function(line), &view()).into_iter();
        marks.filter(|mark| mark.kind == kind).map(|mark| mark.point.0).collect()
    }

    fn is_near(found: &[f64], expected: &[f64]) -> bool {
        found.len() == expected.len() && found.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-6)
    }

    #[test]
    fn zeros_are_found_and_poles_are_none() {
        let root = 2f64.sqrt();
        let cases: [(&str, &[f64]); 12] = [
            ("x^2 - 2", &[-root, root]),
            ("x^2", &[0.0]),
            ("(x-1)^2 (x+2)", &[-2.0, 1.0]),
            ("1/x", &[]),
            ("tan x", &[-PI, 0.0, PI]),
            ("x/|x|", &[]),
            ("sin x", &[-PI, 0.0, PI]),
            ("e^x", &[]),
            ("ln x", &[1.0]),
            ("x - 3", &[3.0]),
            ("0 x", &[]),
            ("x^2 + 0.0001", &[]),
        ];
        for (line, expected) in cases {
            let found = of_kind(line, MarkKind::Zero);
            assert!(is_near(&found, expected), "{line}: {found:?}");
        }
    }

    #[test]
    fn summits_and_valleys_are_found() {
        let turn = PI / 2.4;
        assert!(is_near(&of_kind("2 sin(1.2 x)", MarkKind::Maximum), &[-3.0 * turn, turn]));
        assert!(is_near(&of_kind("x^3 - 3x", MarkKind::Minimum), &[1.0]));
        assert!(is_near(&of_kind("x^3 - 3x", MarkKind::Maximum), &[-1.0]));
        assert!(is_near(&of_kind("|x|", MarkKind::Minimum), &[0.0]));
        for line in ["tan x", "1/x", "floor x", "x", "0 x"] {
            let all = [MarkKind::Minimum, MarkKind::Maximum].map(|kind| of_kind(line, kind));
            assert!(all.iter().all(Vec::is_empty), "{line}: {all:?}");
        }
    }

    #[test]
    fn crossings_are_found() {
        let found = crossings(&function("x^2"), &function("x + 2"), 1, &view());
        let xs: Vec<f64> = found.iter().map(|mark| mark.point.0).collect();
        assert!(is_near(&xs, &[-1.0, 2.0]), "{xs:?}");
        assert!(found.iter().all(|mark| mark.kind == MarkKind::Crossing(1)));
        assert_eq!(crossings(&function("1/x"), &function("-1/x"), 0, &view()), []);
        assert_eq!(crossings(&function("x"), &function("x"), 0, &view()), []);
    }

    #[test]
    fn round_numbers_are_found_as_they_are() {
        assert_eq!(of_kind("x^2 - 4", MarkKind::Zero), [-2.0, 2.0]);
        assert_eq!(of_kind("(x - 1.5)^2 - 1", MarkKind::Minimum), [1.5]);
    }

    #[test]
    fn what_is_out_of_sight_is_not_marked() {
        assert!(of_kind("x^2 + 50", MarkKind::Minimum).is_empty());
        assert!(of_kind("x - 50", MarkKind::Zero).is_empty());
    }
}
