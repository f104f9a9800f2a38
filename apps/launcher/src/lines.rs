//! Where each row of the list stands, and how many tiles stand side by side.

use candela_launcher_core::Items;
use candela_launcher_core::list::Row;
use candela_ui::Look;
use candela_ui::tokens::space;
use candela_ui::widget::list::Heights;

use std::ops::Range;

/// Height of a section's head.
const HEAD: f32 = 36.0;
/// Height of a hit.
const HIT: f32 = 44.0;
/// Height of a recent file.
const FILE: f32 = 40.0;
/// Height of the result of a sum.
const ANSWER: f32 = 60.0;
/// Height of a tile with its name.
const TILE: f32 = 100.0;
/// The least width of a tile.
const TILE_WIDTH: f32 = 104.0;
/// Distance from the window's edge to the list.
pub const INSET: f32 = space::M;

/// The rows of the list with their heights, in logical pixels.
#[derive(Debug, Default)]
pub struct Lines {
    /// What stands on each row.
    pub rows: Vec<Row>,
    /// How high each is.
    pub heights: Heights,
    /// Tiles side by side.
    pub columns: usize,
}

impl Lines {
    /// Lays items out in a window of that width.
    pub fn new(items: &Items, look: &Look, width: f32) -> Self {
        let columns = columns(look, width);
        let rows = items.rows(columns);
        let heights = Heights::each(rows.iter().map(|row| height(look, row)));
        Self { rows, heights, columns }
    }

    /// The items on these rows.
    pub fn items(&self, rows: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        self.rows[rows].iter().flat_map(Row::items)
    }

    /// How many whole lines of items a view of that height shows, at least one.
    pub fn page(&self, height: f32) -> usize {
        let line = self.heights.height(self.heights.count().saturating_sub(1)).max(1.0);
        ((height / line) as usize).max(1)
    }
}

/// Height of a row.
pub fn height(look: &Look, row: &Row) -> f32 {
    look.scaled(match row {
        Row::Head(_) => HEAD,
        Row::Tiles(_) => TILE,
        Row::Hit(_) => HIT,
        Row::File(_) => FILE,
        Row::Answer(_) => ANSWER,
    })
}

fn columns(look: &Look, width: f32) -> usize {
    (((width - 2.0 * INSET + space::XS) / (look.scaled(TILE_WIDTH) + space::XS)) as usize).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_launcher_core::list::{Group, Section, Shape, applications};

    #[test]
    fn tiles_fill_the_width_of_the_window() {
        let look = Look::default();
        let cases = [(720.0, 6), (480.0, 4), (1920.0, 17), (10.0, 1)];
        for (width, expected) in cases {
            assert_eq!(columns(&look, width), expected, "{width}");
        }
        assert_eq!(columns(&look.with_text_scale(1.6), 720.0), 4, "large text needs wider tiles");
    }

    #[test]
    fn rows_and_items_agree() {
        let group = Group { section: Section::All, shape: Shape::Tiles, items: applications((0..8).collect()) };
        let lines = Lines::new(&Items::new(vec![group]), &Look::default(), 720.0);
        assert_eq!(lines.heights.total(), 36.0 + 2.0 * 100.0);
        assert_eq!(lines.items(0..3).collect::<Vec<_>>(), (0..8).collect::<Vec<_>>());
        assert_eq!(lines.items(2..3).collect::<Vec<_>>(), [6, 7]);
        assert_eq!(lines.page(350.0), 3);
        assert_eq!(lines.page(0.0), 1);
    }
}
