//! Where each letter of one shaped line stands: what cutting, carets, selections and clicks are computed from.
//!
//! iced's `Paragraph::grapheme_position` counts glyphs from the left and `hit_test` drops the side that was hit, so both
//! are wrong as soon as a line holds right-to-left text. The glyphs beneath know better: each carries the bytes it stands
//! for and its bidi level. [`Cells`] turns them into one cell for each grapheme cluster.

use iced::advanced::text::Renderer;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A shaped paragraph of the renderer this suite is drawn with.
pub type Paragraph = <iced::Renderer as Renderer>::Paragraph;

/// One grapheme cluster on the line: its bytes, and its sides in logical pixels from the left of the paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// First byte in the text.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// Left side.
    pub left: f32,
    /// Right side.
    pub right: f32,
    /// Whether it is read from right to left.
    pub is_rtl: bool,
}

impl Cell {
    /// How far it moves the line on.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }
}

/// What one glyph of the shaped line stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The bytes of its cluster.
    pub bytes: Range<usize>,
    /// Left side in logical pixels.
    pub x: f32,
    /// Width in logical pixels; 0 for marks.
    pub width: f32,
    /// Whether its bidi level is odd.
    pub is_rtl: bool,
}

/// The cells of one line in the order of the text, and which way the line as a whole is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cells {
    cells: Vec<Cell>,
    is_rtl: bool,
    width: f32,
}

impl Cells {
    /// Reads the first line of a paragraph.
    pub fn of(paragraph: &Paragraph) -> Self {
        let Some(run) = paragraph.buffer().layout_runs().next() else {
            return Self::default();
        };
        let glyphs = run.glyphs.iter().map(|glyph| Glyph {
            bytes: glyph.start..glyph.end,
            x: glyph.x,
            width: glyph.w,
            is_rtl: glyph.level.is_rtl(),
        });
        Self::new(run.text, glyphs, run.rtl)
    }

    /// Computes the cells of a text from its glyphs, which may come in any order.
    ///
    /// A glyph that stands for several clusters (a ligature) is shared among them evenly in reading direction; glyphs of
    /// one cluster are joined. A cluster without a glyph gets no width.
    pub fn new(text: &str, glyphs: impl IntoIterator<Item = Glyph>, is_rtl: bool) -> Self {
        let clusters = join(glyphs);
        let mut cells: Vec<Cell> = Vec::with_capacity(text.len());
        let mut at = 0;
        for (start, grapheme) in text.grapheme_indices(true) {
            let end = start + grapheme.len();
            while at < clusters.len() && clusters[at].bytes.end <= start {
                at += 1;
            }
            let covering = clusters[at..].iter().take_while(|cluster| cluster.bytes.start < end);
            let share = covering.map(|cluster| share(text, cluster, start, end)).reduce(|a, b| Cell {
                left: a.left.min(b.left),
                right: a.right.max(b.right),
                ..a
            });
            cells.push(share.unwrap_or_else(|| empty(cells.last(), start, end, is_rtl)));
        }
        let width = cells.iter().map(|cell| cell.right).fold(0.0, f32::max);
        Self { cells, is_rtl, width }
    }

    /// All cells, first letter first.
    pub fn all(&self) -> &[Cell] {
        &self.cells
    }

    /// Whether the line as a whole is read from right to left: its first strong letter decides.
    pub fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    /// Width of the line, in logical pixels.
    pub fn width(&self) -> f32 {
        self.width
    }

    /// The stretches of the line that show those bytes, from left to right, those that touch as one.
    pub fn stretches(&self, bytes: &Range<usize>) -> Vec<(f32, f32)> {
        let inside = self.cells.iter().filter(|cell| cell.start < bytes.end && cell.end > bytes.start);
        let mut stretches: Vec<(f32, f32)> = inside.map(|cell| (cell.left, cell.right)).collect();
        stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
        stretches.dedup_by(|next, first| {
            let touches = next.0 <= first.1 + 0.5;
            if touches {
                first.1 = first.1.max(next.1);
            }
            touches
        });
        stretches.retain(|(left, right)| right > left);
        stretches
    }
}

/// One entry for each cluster, in the order of the text.
fn join(glyphs: impl IntoIterator<Item = Glyph>) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = glyphs.into_iter().collect();
    glyphs.sort_by_key(|glyph| glyph.bytes.start);
    glyphs.dedup_by(|next, first| {
        let is_same = next.bytes.start < first.bytes.end || next.bytes.start == first.bytes.start;
        if is_same {
            let right = (first.x + first.width).max(next.x + next.width);
            first.x = first.x.min(next.x);
            first.width = right - first.x;
            first.bytes.end = first.bytes.end.max(next.bytes.end);
        }
        is_same
    });
    glyphs
}

/// The part of a cluster that belongs to the grapheme `start..end`.
fn share(text: &str, cluster: &Glyph, start: usize, end: usize) -> Cell {
    let inside = text.get(cluster.bytes.clone()).unwrap_or_default();
    let mut count = 0;
    let mut index = 0;
    for (offset, _) in inside.grapheme_indices(true) {
        if cluster.bytes.start + offset < start {
            index += 1;
        }
        count += 1;
    }
    let part = cluster.width / count.max(1) as f32;
    let left = match cluster.is_rtl {
        true => cluster.x + cluster.width - part * (index + 1) as f32,
        false => cluster.x + part * index as f32,
    };
    Cell { start, end, left, right: left + part, is_rtl: cluster.is_rtl }
}

/// A grapheme nothing is drawn for stands behind the one before it.
fn empty(before: Option<&Cell>, start: usize, end: usize, is_rtl: bool) -> Cell {
    let is_rtl = before.map_or(is_rtl, |cell| cell.is_rtl);
    let x = before.map_or(0.0, |cell| if is_rtl { cell.left } else { cell.right });
    Cell { start, end, left: x, right: x, is_rtl }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(bytes: Range<usize>, x: f32, width: f32, is_rtl: bool) -> Glyph {
        Glyph { bytes, x, width, is_rtl }
    }

    fn sides(cells: &Cells) -> Vec<(f32, f32)> {
        cells.all().iter().map(|cell| (cell.left, cell.right)).collect()
    }

    #[test]
    fn a_ligature_is_shared_among_its_letters_in_reading_direction() {
        let latin = Cells::new("ffi", [glyph(0..3, 0.0, 30.0, false)], false);
        assert_eq!(sides(&latin), [(0.0, 10.0), (10.0, 20.0), (20.0, 30.0)]);
        let arabic = Cells::new("لا", [glyph(0..4, 0.0, 20.0, true)], true);
        assert_eq!(sides(&arabic), [(10.0, 20.0), (0.0, 10.0)]);
    }

    #[test]
    fn a_mark_belongs_to_its_letter() {
        let cells = Cells::new(
            "e\u{301}x",
            [glyph(0..1, 0.0, 8.0, false), glyph(1..3, 8.0, 0.0, false), glyph(3..4, 8.0, 6.0, false)],
            false,
        );
        assert_eq!(sides(&cells), [(0.0, 8.0), (8.0, 14.0)]);
    }

    #[test]
    fn a_letter_without_a_glyph_takes_no_room() {
        let cells = Cells::new("ab", [glyph(0..1, 0.0, 8.0, false)], false);
        assert_eq!(sides(&cells), [(0.0, 8.0), (8.0, 8.0)]);
        assert_eq!(Cells::new("", [], false), Cells::default());
    }

    #[test]
    fn a_range_over_a_change_of_direction_has_two_stretches() {
        // "ab" from the left, then two Hebrew letters, the first of them rightmost.
        let cells = Cells::new(
            "abאב",
            [
                glyph(0..1, 0.0, 10.0, false),
                glyph(1..2, 10.0, 10.0, false),
                glyph(4..6, 20.0, 10.0, true),
                glyph(2..4, 30.0, 10.0, true),
            ],
            false,
        );
        assert_eq!(cells.stretches(&(1..4)), [(10.0, 20.0), (30.0, 40.0)]);
        assert_eq!(cells.stretches(&(0..6)), [(0.0, 40.0)]);
        assert_eq!(cells.stretches(&(1..1)), []);
    }
}
