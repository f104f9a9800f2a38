//! Which rows stand beside each other in one line: so many in each, and a group of rows begins a line.

use std::ops::Range;

/// The lines of a tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    columns: usize,
    rows: usize,
    /// The first row of each line, where not every line but the last is full.
    starts: Vec<usize>,
}

impl Default for Lines {
    fn default() -> Self {
        Self::new(1, 0, [])
    }
}

impl Lines {
    /// Lines of so many columns, a new one where a group begins.
    pub fn new(columns: usize, rows: usize, groups: impl IntoIterator<Item = usize>) -> Self {
        let mut begins: Vec<usize> = groups.into_iter().collect();
        let starts = if begins.is_empty() || columns == 1 {
            Vec::new()
        } else {
            begins.push(rows);
            begins.windows(2).flat_map(|group| (group[0]..group[1]).step_by(columns)).collect()
        };
        Self { columns, rows, starts }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        if self.starts.is_empty() { self.rows.div_ceil(self.columns) } else { self.starts.len() }
    }

    /// The line that a row stands in.
    pub fn of(&self, row: usize) -> usize {
        match self.starts.is_empty() {
            true => row / self.columns,
            false => self.starts.partition_point(|start| *start <= row).saturating_sub(1),
        }
    }

    /// The rows of a line.
    pub fn rows(&self, line: usize) -> Range<usize> {
        let start = |line: usize| match self.starts.is_empty() {
            true => line * self.columns,
            false => self.starts.get(line).copied().unwrap_or(self.rows),
        };
        start(line).min(self.rows)..start(line + 1).min(self.rows)
    }

    /// The rows of several lines.
    pub fn rows_of(&self, lines: Range<usize>) -> Range<usize> {
        let last = lines.end.saturating_sub(1).max(lines.start);
        self.rows(lines.start).start..self.rows(last).end
    }

    /// How many stand in a full line.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The row of a line that stands in a column, or the last one of the line.
    pub fn row_at(&self, line: usize, column: usize) -> usize {
        let rows = self.rows(line);
        (rows.start + column).min(rows.end.saturating_sub(1))
    }

    /// The column that a row stands in.
    pub fn column_of(&self, row: usize) -> usize {
        row - self.rows(self.of(row)).start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_full_lines_and_a_group_begins_one() {
        let even = Lines::new(3, 7, []);
        assert_eq!((even.count(), even.of(5), even.rows(1), even.rows(2)), (3, 1, 3..6, 6..7));
        let grouped = Lines::new(3, 8, [0, 4, 5]);
        let lines: Vec<_> = (0..grouped.count()).map(|line| grouped.rows(line)).collect();
        assert_eq!(lines, [0..3, 3..4, 4..5, 5..8]);
        assert_eq!((grouped.of(3), grouped.of(4), grouped.of(7)), (1, 2, 3));
        assert_eq!((grouped.rows_of(1..3), grouped.column_of(7), grouped.row_at(1, 2)), (3..5, 2, 3));
        let table = Lines::new(1, 3, [0, 1]);
        assert_eq!((table.count(), table.of(2), table.rows(1)), (3, 2, 1..2));
        assert_eq!((Lines::default().count(), Lines::default().rows_of(0..0)), (0, 0..0));
    }
}
