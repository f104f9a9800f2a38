//! Sizes as areas: every part of a rectangle as large as its share, and as near to a square as can be.
//!
//! Spec: "Squarified Treemaps", Bruls, Huizing and van Wijk, 2000.

/// A rectangle, in any unit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// To the right.
    pub width: f32,
    /// Down.
    pub height: f32,
}

/// Divides an area among sizes, which are in order, the largest first. Nothing has no area.
pub fn divided(sizes: &[u64], area: Area) -> Vec<Area> {
    let total: f64 = sizes.iter().map(|size| *size as f64).sum();
    let unit = if total > 0.0 { f64::from(area.width) * f64::from(area.height) / total } else { 0.0 };
    let areas: Vec<f32> = sizes.iter().map(|size| (*size as f64 * unit) as f32).collect();
    let (mut left, mut rest, mut parts) = (area, &areas[..], Vec::with_capacity(sizes.len()));
    while !rest.is_empty() {
        let side = left.width.min(left.height);
        let mut count = 1;
        while count < rest.len() && worst(&rest[..=count], side) <= worst(&rest[..count], side) {
            count += 1;
        }
        left = lay_row(&rest[..count], left, &mut parts);
        rest = &rest[count..];
    }
    parts
}

/// How far the worst of a row is from a square: 1 is one.
fn worst(row: &[f32], side: f32) -> f32 {
    let sum: f32 = row.iter().sum();
    let ratio = |area: f32| {
        let (one, other) = (side * side * area, sum * sum);
        if one > 0.0 && other > 0.0 { (one / other).max(other / one) } else { f32::INFINITY }
    };
    row.iter().copied().map(ratio).fold(0.0, f32::max)
}

/// Lays a row along the shorter side, and returns what is left.
fn lay_row(row: &[f32], left: Area, parts: &mut Vec<Area>) -> Area {
    let sum: f32 = row.iter().sum();
    let is_wide = left.width >= left.height;
    let side = left.width.min(left.height);
    let depth = if side > 0.0 { sum / side } else { 0.0 };
    let mut at = 0.0;
    for area in row {
        let length = if depth > 0.0 { area / depth } else { 0.0 };
        parts.push(match is_wide {
            true => Area { x: left.x, y: left.y + at, width: depth, height: length },
            false => Area { x: left.x + at, y: left.y, width: length, height: depth },
        });
        at += length;
    }
    match is_wide {
        true => Area { x: left.x + depth, width: (left.width - depth).max(0.0), ..left },
        false => Area { y: left.y + depth, height: (left.height - depth).max(0.0), ..left },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHOLE: Area = Area { x: 0.0, y: 0.0, width: 6.0, height: 4.0 };

    #[test]
    fn the_example_of_the_paper_comes_out_as_it_is_drawn_there() {
        let parts = divided(&[6, 6, 4, 3, 2, 2, 1], WHOLE);
        let area = |x, y, width, height| Area { x, y, width, height };
        assert_eq!(parts[..2], [area(0.0, 0.0, 3.0, 2.0), area(0.0, 2.0, 3.0, 2.0)]);
        let second = parts[2];
        assert!((second.x - 3.0).abs() < 1e-4 && (second.width - 12.0 / 7.0).abs() < 1e-4, "{second:?}");
        assert!((second.height - 7.0 / 3.0).abs() < 1e-4, "{second:?}");
    }

    #[test]
    fn nothing_has_no_area_and_no_room_is_none() {
        assert_eq!(divided(&[], WHOLE), []);
        assert!(divided(&[0, 0], WHOLE).iter().all(|part| part.width * part.height == 0.0));
        assert_eq!(divided(&[5, 3], Area::default()).len(), 2);
    }

    proptest! {
        #[test]
        fn parts_fill_the_whole_and_stay_in_it(mut sizes in proptest::collection::vec(1_u64..1_000_000, 1..40)) {
            sizes.sort_unstable_by(|one, other| other.cmp(one));
            let parts = divided(&sizes, Area { x: 10.0, y: 20.0, width: 800.0, height: 500.0 });
            let total: f32 = parts.iter().map(|part| part.width * part.height).sum();
            prop_assert!((total / 400_000.0 - 1.0).abs() < 0.01, "{}", total);
            for part in parts {
                prop_assert!(part.x >= 9.9 && part.y >= 19.9, "{:?}", part);
                prop_assert!(part.x + part.width <= 811.0 && part.y + part.height <= 521.0, "{:?}", part);
            }
        }
    }
}
