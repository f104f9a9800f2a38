//! What the window lists, as rows, and where the selection goes: pure, so that every key can be tested.
//!
//! Two shapes share one selection: tiles in columns (the applications before anything is typed), and rows under heads
//! (what a query found). Items are counted through, heads are not.

use crate::Hit;

use std::ops::Range;

/// The head above a group of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Every application.
    All,
    /// The best hit, by itself.
    Best,
    /// The other hits.
    Applications,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A head.
    Head(Section),
    /// Tiles side by side: these items.
    Tiles(Range<usize>),
    /// One item on a line of its own.
    Hit(usize),
}

/// What is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Items {
    /// Applications as tiles, by their position in the index.
    Tiles(Vec<usize>),
    /// What a query found, best first.
    Hits(Vec<Hit>),
}

/// Where the selection shall go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the item before.
    Previous,
    /// To the item after.
    Next,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// As many lines up as are seen.
    PageUp,
    /// As many lines down as are seen.
    PageDown,
    /// To the first item.
    First,
    /// To the last item.
    Last,
}

impl Items {
    /// The number of items.
    pub fn len(&self) -> usize {
        match self {
            Self::Tiles(applications) => applications.len(),
            Self::Hits(hits) => hits.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows to show, where so many tiles stand side by side.
    pub fn rows(&self, columns: usize) -> Vec<Row> {
        let columns = columns.max(1);
        match self {
            Self::Tiles(applications) if applications.is_empty() => Vec::new(),
            Self::Tiles(applications) => {
                let tiles = (0..applications.len()).step_by(columns);
                let tiles = tiles.map(|at| Row::Tiles(at..(at + columns).min(applications.len())));
                std::iter::once(Row::Head(Section::All)).chain(tiles).collect()
            }
            Self::Hits(hits) => {
                let mut rows: Vec<Row> = (0..hits.len()).map(Row::Hit).collect();
                if hits.len() > 1 {
                    rows.insert(1, Row::Head(Section::Applications));
                }
                if !hits.is_empty() {
                    rows.insert(0, Row::Head(Section::Best));
                }
                rows
            }
        }
    }

    /// The row in which an item stands.
    pub fn row_of(&self, item: usize, columns: usize) -> usize {
        match self {
            Self::Tiles(_) => 1 + item / columns.max(1),
            Self::Hits(_) if item == 0 => 1,
            Self::Hits(_) => item + 2,
        }
    }

    /// The item selected after a step; never outside, and `None` only where there are no items.
    ///
    /// Down from the last full line of tiles goes to the last tile; nothing wraps round, so that a held key ends at the
    /// end.
    pub fn step(&self, selected: usize, step: Step, columns: usize, page: usize) -> Option<usize> {
        let last = self.len().checked_sub(1)?;
        let columns = if matches!(self, Self::Tiles(_)) { columns.max(1) } else { 1 };
        let down = |lines: usize| {
            let below = selected + lines * columns;
            let is_last_line = selected / columns == last / columns;
            if below > last && is_last_line { selected } else { below }
        };
        let up = |lines: usize| selected.checked_sub(lines * columns).unwrap_or(selected % columns);
        let target = match step {
            Step::Previous => selected.saturating_sub(1),
            Step::Next => selected + 1,
            Step::Up => up(1),
            Step::Down => down(1),
            Step::PageUp => up(page.max(1)),
            Step::PageDown => down(page.max(1)),
            Step::First => 0,
            Step::Last => last,
        };
        Some(target.min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    fn hits(count: usize) -> Items {
        let hit = |entry| Hit { kind: Kind::Application, entry, score: 0, marks: Vec::new() };
        Items::Hits((0..count).map(hit).collect())
    }

    #[test]
    fn tiles_stand_in_columns_under_one_head_and_hits_under_two() {
        let tiles = Items::Tiles((0..7).collect());
        assert_eq!(tiles.rows(3), [Row::Head(Section::All), Row::Tiles(0..3), Row::Tiles(3..6), Row::Tiles(6..7),]);
        assert_eq!(hits(1).rows(3), [Row::Head(Section::Best), Row::Hit(0)]);
        assert_eq!(
            hits(3).rows(3),
            [Row::Head(Section::Best), Row::Hit(0), Row::Head(Section::Applications), Row::Hit(1), Row::Hit(2),]
        );
        assert_eq!(hits(0).rows(3), []);
        assert_eq!(Items::Tiles(Vec::new()).rows(0), []);
    }

    #[test]
    fn an_item_is_found_in_the_row_that_shows_it() {
        for items in [Items::Tiles((0..7).collect()), hits(4)] {
            let rows = items.rows(3);
            for item in 0..items.len() {
                let holds = match &rows[items.row_of(item, 3)] {
                    Row::Tiles(range) => range.contains(&item),
                    Row::Hit(at) => *at == item,
                    Row::Head(_) => false,
                };
                assert!(holds, "{item} of {items:?}");
            }
        }
    }

    #[test]
    fn every_step_lands_on_an_item() {
        let tiles = Items::Tiles((0..8).collect());
        let cases = [
            (&tiles, 0, Step::Next, 1),
            (&tiles, 7, Step::Next, 7),
            (&tiles, 0, Step::Previous, 0),
            (&tiles, 1, Step::Down, 4),
            (&tiles, 5, Step::Down, 7),
            (&tiles, 6, Step::Down, 6),
            (&tiles, 1, Step::Up, 1),
            (&tiles, 7, Step::Up, 4),
            (&tiles, 1, Step::PageDown, 7),
            (&tiles, 7, Step::PageUp, 1),
            (&tiles, 3, Step::First, 0),
            (&tiles, 3, Step::Last, 7),
            (&hits(5), 0, Step::Down, 1),
            (&hits(5), 4, Step::Down, 4),
            (&hits(5), 1, Step::PageDown, 4),
            (&hits(5), 4, Step::PageUp, 1),
        ];
        for (items, from, step, to) in cases {
            assert_eq!(items.step(from, step, 3, 3), Some(to), "{step:?} from {from}");
        }
        assert_eq!(hits(0).step(0, Step::Down, 3, 3), None);
    }
}
