//! Where each row of a list stands, whether all are of one height or each has its own.

use std::ops::Range;

/// The heights of the rows of a list, in logical pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Heights(Rows);

#[derive(Debug, Clone, PartialEq)]
enum Rows {
    Same {
        count: usize,
        height: f32,
    },
    /// The bottom of each row. In `f64`, so that sums stay exact in lists of millions of rows.
    Each(Vec<f64>),
}

impl Default for Heights {
    fn default() -> Self {
        Self::same(0, 1.0)
    }
}

impl Heights {
    /// `count` rows of one height. Costs nothing, however many they are.
    pub fn same(count: usize, height: f32) -> Self {
        Self(Rows::Same { count, height: height.max(1.0) })
    }

    /// Rows of heights of their own, as section heads among entries have.
    pub fn each(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut bottom = 0.0;
        let bottoms = heights.into_iter().map(|height| {
            bottom += f64::from(height.max(0.0));
            bottom
        });
        Self(Rows::Each(bottoms.collect()))
    }

    /// Number of rows.
    pub fn count(&self) -> usize {
        match &self.0 {
            Rows::Same { count, .. } => *count,
            Rows::Each(bottoms) => bottoms.len(),
        }
    }

    /// Height of all rows together.
    pub fn total(&self) -> f32 {
        self.top(self.count())
    }

    /// Top of a row; of the row behind the last it is the height of all.
    pub fn top(&self, row: usize) -> f32 {
        match &self.0 {
            Rows::Same { count, height } => (row.min(*count) as f64 * f64::from(*height)) as f32,
            Rows::Each(bottoms) => match row.min(bottoms.len()) {
                0 => 0.0,
                row => bottoms[row - 1] as f32,
            },
        }
    }

    /// Height of one row; 0 where there is none.
    pub fn height(&self, row: usize) -> f32 {
        self.top(row + 1) - self.top(row)
    }

    /// The row at that distance from the top; the last row where there is none so far down. By bisection.
    pub fn at(&self, y: f32) -> Option<usize> {
        let last = self.count().checked_sub(1)?;
        let row = match &self.0 {
            Rows::Same { height, .. } => (y.max(0.0) / height) as usize,
            Rows::Each(bottoms) => bottoms.partition_point(|bottom| *bottom <= f64::from(y)),
        };
        Some(row.min(last))
    }

    /// The rows between two distances from the top, those cut by them included.
    pub fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        match (self.at(top), self.at(bottom)) {
            (Some(first), Some(last)) if top < self.total() && bottom > 0.0 => first..last + 1,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_their_own_heights_stand_one_below_the_other() {
        let rows = Heights::each([36.0, 44.0, 44.0, 36.0, 44.0]);
        assert_eq!((0..=5).map(|row| rows.top(row)).collect::<Vec<_>>(), [0.0, 36.0, 80.0, 124.0, 160.0, 204.0]);
        for (y, row) in [(-5.0, 0), (0.0, 0), (35.9, 0), (36.0, 1), (123.9, 2), (124.0, 3), (203.0, 4), (999.0, 4)] {
            assert_eq!(rows.at(y), Some(row), "at {y}");
        }
        assert_eq!((rows.height(0), rows.height(1), rows.height(5)), (36.0, 44.0, 0.0));
    }

    #[test]
    fn rows_of_one_height_answer_as_rows_of_their_own_would() {
        let (same, each) = (Heights::same(7, 32.0), Heights::each([32.0; 7]));
        assert_eq!(same.total(), each.total());
        for y in (-10..260).map(|y| y as f32) {
            assert_eq!(same.at(y), each.at(y), "at {y}");
            assert_eq!(same.between(y, y + 50.0), each.between(y, y + 50.0), "from {y}");
        }
    }

    #[test]
    fn a_list_without_rows_has_none_anywhere() {
        for rows in [Heights::default(), Heights::each([])] {
            assert_eq!((rows.count(), rows.total(), rows.at(0.0)), (0, 0.0, None));
            assert_eq!(rows.between(0.0, 100.0), 0..0);
        }
    }

    #[test]
    fn only_what_the_stretch_touches_is_between() {
        let rows = Heights::same(100, 10.0);
        assert_eq!(rows.between(0.0, 25.0), 0..3);
        assert_eq!(rows.between(995.0, 2000.0), 99..100);
        assert_eq!(rows.between(1000.0, 2000.0), 0..0);
        assert_eq!(rows.between(-50.0, 0.0), 0..0);
    }
}
