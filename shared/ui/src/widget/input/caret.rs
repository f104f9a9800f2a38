//! Where the caret stands in text of both directions, and where the arrow keys and a click put it. Pure.
//!
//! Where the direction changes, one place in the text has two places on the line: after the letter before it, and before
//! the letter behind it. A [`Caret`] says which one is meant, so that it stays where it was put. The arrow keys go by
//! what is seen, letter by letter to the left or right, whatever the direction of the letters.

use crate::cells::{Cell, Cells};

/// A place in the text, and the letter it keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    /// In bytes.
    pub at: usize,
    /// The letter it stands at where the two neighbours are apart.
    pub side: Side,
}

/// Which neighbour a caret stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The letter before it; at the start of the text, the edge where the line begins.
    #[default]
    Before,
    /// The letter behind it; at the end of the text, the edge where the line ends.
    After,
}

impl Caret {
    /// Behind the letter that ends at `at`, as after typing it.
    pub fn before(at: usize) -> Self {
        Self { at, side: Side::Before }
    }

    /// At the letter that starts at `at`.
    pub fn after(at: usize) -> Self {
        Self { at, side: Side::After }
    }

    /// Its distance from the left of the line, in logical pixels.
    pub fn x(self, cells: &Cells) -> f32 {
        match self.edge(cells) {
            Edge::Of(cell, Way::Left) => cell.left,
            Edge::Of(cell, Way::Right) => cell.right,
            Edge::Line(Way::Left) => 0.0,
            Edge::Line(Way::Right) => cells.width(),
        }
    }

    /// The place one letter to the left or right of it; `None` at the edge of the line.
    pub fn step(self, cells: &Cells, way: Way) -> Option<Self> {
        let seen = seen(cells);
        let position = match self.edge(cells) {
            Edge::Line(Way::Left) => 0,
            Edge::Line(Way::Right) => seen.len(),
            Edge::Of(cell, edge) => {
                let index = seen.iter().position(|other| other.start == cell.start)?;
                index + usize::from(edge == Way::Right)
            }
        };
        // Letters that take no room (marks of direction) are passed together with the next.
        match way {
            Way::Right => seen[position..].iter().find(|cell| cell.width() > 0.0).map(|cell| at_edge(cell, way)),
            Way::Left => seen[..position].iter().rev().find(|cell| cell.width() > 0.0).map(|cell| at_edge(cell, way)),
        }
    }

    /// The place nearest to a point of the line; beyond its edges, its start or end.
    pub fn hit(cells: &Cells, x: f32, length: usize) -> Self {
        let line_start = Caret::before(0);
        let line_end = Caret::after(length);
        if x <= 0.0 {
            return if cells.is_rtl() { line_end } else { line_start };
        }
        if x >= cells.width() {
            return if cells.is_rtl() { line_start } else { line_end };
        }
        let is_under = |cell: &&Cell| cell.left <= x && x < cell.right;
        let distance = |cell: &&Cell| (cell.left - x).abs().min((cell.right - x).abs());
        let nearest = || cells.all().iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        match cells.all().iter().find(is_under).or_else(nearest) {
            Some(cell) => at_edge(cell, if x < (cell.left + cell.right) / 2.0 { Way::Left } else { Way::Right }),
            None => line_start,
        }
    }

    fn edge(self, cells: &Cells) -> Edge<'_> {
        let before = cells.all().iter().find(|cell| cell.end == self.at);
        let after = cells.all().iter().find(|cell| cell.start == self.at);
        let (start, end) = if cells.is_rtl() { (Way::Right, Way::Left) } else { (Way::Left, Way::Right) };
        match (self.side, before, after) {
            (Side::Before, Some(cell), _) => Edge::Of(cell, if cell.is_rtl { Way::Left } else { Way::Right }),
            (Side::After, _, Some(cell)) => Edge::Of(cell, if cell.is_rtl { Way::Right } else { Way::Left }),
            (Side::Before, None, _) => Edge::Line(start),
            (Side::After, _, None) => Edge::Line(end),
        }
    }
}

/// Left or right, as it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the left.
    Left,
    /// To the right.
    Right,
}

impl Way {
    /// Whether it leads on in a line of that direction.
    pub fn is_forward(self, is_rtl: bool) -> bool {
        (self == Way::Right) != is_rtl
    }
}

enum Edge<'a> {
    Of(&'a Cell, Way),
    Line(Way),
}

fn at_edge(cell: &Cell, edge: Way) -> Caret {
    match (edge == Way::Right) != cell.is_rtl {
        true => Caret::before(cell.end),
        false => Caret::after(cell.start),
    }
}

fn seen(cells: &Cells) -> Vec<&Cell> {
    let mut seen: Vec<&Cell> = cells.all().iter().collect();
    seen.sort_by(|a, b| a.left.total_cmp(&b.left).then(a.right.total_cmp(&b.right)));
    seen
}

/// Returns how far a line is scrolled to the left so that the caret at `x` can be seen: no farther from `scroll` than
/// needed, with a little of what lies beyond. All in logical pixels; `width` is that of the line with its caret.
pub fn scrolled(scroll: f32, x: f32, width: f32, room: f32) -> f32 {
    const BEYOND: f32 = 16.0;
    let beyond = BEYOND.min(room / 4.0);
    let scroll = if x - beyond < scroll {
        x - beyond
    } else if x + beyond > scroll + room {
        x + beyond - room
    } else {
        scroll
    };
    scroll.clamp(0.0, (width - room).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Glyph;
    use unicode_segmentation::UnicodeSegmentation;

    /// Every letter is ten wide; `seen` is the line from left to right, upper case stands for right-to-left letters.
    fn cells(text: &str, seen: &str, is_rtl: bool) -> Cells {
        let glyphs = text.grapheme_indices(true).map(|(start, letter)| Glyph {
            bytes: start..start + letter.len(),
            x: seen.find(letter).unwrap() as f32 * 10.0,
            width: 10.0,
            is_rtl: letter.chars().all(char::is_uppercase),
        });
        Cells::new(text, glyphs.collect::<Vec<_>>(), is_rtl)
    }

    /// The x of the caret after each step.
    fn walk(cells: &Cells, from: Caret, way: Way) -> Vec<(usize, f32)> {
        let steps = std::iter::successors(Some(from), |caret| caret.step(cells, way));
        steps.map(|caret| (caret.at, caret.x(cells))).collect()
    }

    #[test]
    fn the_arrows_go_letter_by_letter_as_the_line_is_seen() {
        // Read "ab", then C D from the right, then "ef".
        let mixed = cells("abCDef", "abDCef", false);
        let right: Vec<f32> = walk(&mixed, Caret::before(0), Way::Right).iter().map(|(_, x)| *x).collect();
        assert_eq!(right, [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
        let left: Vec<f32> = walk(&mixed, Caret::after(6), Way::Left).iter().map(|(_, x)| *x).collect();
        assert_eq!(left, [60.0, 50.0, 40.0, 30.0, 20.0, 10.0, 0.0]);
        let rtl = cells("ABcdE", "EcdBA", true);
        let left = walk(&rtl, Caret::before(0), Way::Left);
        assert_eq!(left, [(0, 50.0), (1, 40.0), (2, 30.0), (3, 20.0), (2, 10.0), (5, 0.0)]);
    }

    #[test]
    fn a_place_where_the_direction_changes_has_two_places_on_the_line() {
        let mixed = cells("abCD", "abDC", false);
        assert_eq!(Caret::before(2).x(&mixed), 20.0, "behind b");
        assert_eq!(Caret::after(2).x(&mixed), 40.0, "before C, which is rightmost");
        assert_eq!(Caret::before(4).x(&mixed), 20.0, "behind D: here the next Arabic letter comes");
        assert_eq!(Caret::after(4).x(&mixed), 40.0, "the end of the line");
        let rtl = cells("ABcd", "cdBA", true);
        assert_eq!(Caret::before(0).x(&rtl), 40.0);
        assert_eq!(Caret::before(4).x(&rtl), 20.0, "behind d");
        assert_eq!(Caret::after(4).x(&rtl), 0.0, "the end of the line");
    }

    #[test]
    fn a_click_puts_the_caret_where_it_was_made() {
        for (text, seen, is_rtl) in [("abCDef", "abDCef", false), ("ABcdE", "EcdBA", true), ("ABC", "CBA", true)] {
            let cells = cells(text, seen, is_rtl);
            for x in 1..cells.width() as i32 {
                let caret = Caret::hit(&cells, x as f32, text.len());
                let off = (caret.x(&cells) - x as f32).abs();
                assert!(off <= 5.0, "{text}: {x} put it at {caret:?}, {off} off");
            }
        }
        let rtl = cells("ABcd", "cdBA", true);
        assert_eq!(Caret::hit(&rtl, -9.0, 4), Caret::after(4));
        assert_eq!(Caret::hit(&rtl, 99.0, 4), Caret::before(0));
        assert_eq!(Caret::hit(&Cells::default(), 5.0, 0).at, 0);
    }

    #[test]
    fn letters_without_room_are_no_stops() {
        let glyph = |bytes: std::ops::Range<usize>, x: f32, width: f32| Glyph { bytes, x, width, is_rtl: false };
        let cells =
            Cells::new("a\u{200E}b", [glyph(0..1, 0.0, 10.0), glyph(1..4, 10.0, 0.0), glyph(4..5, 10.0, 10.0)], false);
        assert_eq!(walk(&cells, Caret::before(0), Way::Right), [(0, 0.0), (1, 10.0), (5, 20.0)]);
    }

    #[test]
    fn the_line_scrolls_only_as_far_as_the_caret_asks() {
        for (scroll, x, expected, case) in [
            (0.0, 50.0, 0.0, "in sight"),
            (0.0, 150.0, 66.0, "beyond the right"),
            (100.0, 90.0, 74.0, "beyond the left"),
            (0.0, 300.0, 200.0, "at the end nothing lies beyond"),
            (180.0, 0.0, 0.0, "at the start neither"),
        ] {
            assert_eq!(scrolled(scroll, x, 300.0, 100.0), expected, "{case}");
        }
        assert_eq!(scrolled(40.0, 30.0, 50.0, 100.0), 0.0, "a line that fits does not scroll");
    }
}
