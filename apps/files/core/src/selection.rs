//! Which entries are selected, and the row the keyboard is on.

use crate::folder::Folder;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::ops::Range;

/// The selected entries by their positions in the folder; rows are those of the arrangement shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    chosen: BTreeSet<u32>,
    /// The row the keyboard is on.
    cursor: Option<usize>,
    /// The row a range begins at.
    anchor: usize,
}

impl Selection {
    /// The row the keyboard is on.
    pub fn cursor(&self) -> Option<usize> {
        self.cursor
    }

    /// Whether an entry is selected.
    pub fn contains(&self, entry: u32) -> bool {
        self.chosen.contains(&entry)
    }

    /// The selected entries.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = u32> + '_ {
        self.chosen.iter().copied()
    }

    /// Selects one row alone.
    pub fn only(&mut self, row: usize, rows: &[u32]) {
        self.chosen = rows.get(row).copied().into_iter().collect();
        (self.cursor, self.anchor) = (Some(row), row);
    }

    /// Selects a row too, or no longer.
    pub fn toggle(&mut self, row: usize, rows: &[u32]) {
        if let Some(entry) = rows.get(row)
            && !self.chosen.remove(entry)
        {
            let _is_new = self.chosen.insert(*entry);
        }
        (self.cursor, self.anchor) = (Some(row), row);
    }

    /// Selects all from where the range began to a row, and nothing else.
    pub fn extend_to(&mut self, row: usize, rows: &[u32]) {
        let range: Range<usize> = self.anchor.min(row)..(self.anchor.max(row) + 1).min(rows.len());
        self.chosen = rows.get(range).unwrap_or_default().iter().copied().collect();
        self.cursor = Some(row);
    }

    /// Selects these rows too; the keyboard goes to the last of them.
    pub fn add(&mut self, added: &[usize], rows: &[u32]) {
        self.chosen.extend(added.iter().filter_map(|row| rows.get(*row)));
        if let Some(last) = added.last() {
            (self.cursor, self.anchor) = (Some(*last), *last);
        }
    }

    /// Moves the keyboard to a row and selects nothing by that.
    pub fn go_to(&mut self, row: usize) {
        (self.cursor, self.anchor) = (Some(row), row);
    }

    /// Selects every row.
    pub fn all(&mut self, rows: &[u32]) {
        self.chosen = rows.iter().copied().collect();
    }

    /// Selects the rows that are not selected, and those alone.
    pub fn invert(&mut self, rows: &[u32]) {
        self.chosen = rows.iter().copied().filter(|entry| !self.chosen.contains(entry)).collect();
    }

    /// Selects nothing; the keyboard stays where it is.
    pub fn clear(&mut self) {
        self.chosen.clear();
    }

    /// A row came into the list there.
    pub fn row_added(&mut self, row: usize) {
        let shifted = |at: usize| if at >= row { at + 1 } else { at };
        (self.cursor, self.anchor) = (self.cursor.map(shifted), shifted(self.anchor));
    }

    /// The row of an entry left the list, which has so many rows now: the keyboard goes to the one that came in its place.
    pub fn row_removed(&mut self, row: usize, entry: u32, rows: usize) {
        let shifted = |at: usize| if at > row { at - 1 } else { at.min(rows.saturating_sub(1)) };
        let _was_chosen = self.chosen.remove(&entry);
        (self.cursor, self.anchor) = (self.cursor.map(shifted).filter(|_| rows > 0), shifted(self.anchor));
    }

    /// The same entries in a newer reading of the folder, whose rows are these.
    #[must_use]
    pub fn carried(&self, old: &Folder, new: &Folder, old_rows: &[u32], rows: &[u32]) -> Self {
        let name = |entry: u32| old.entry(entry).name.as_os_str();
        let names: Vec<&OsStr> = self.chosen.iter().map(|entry| name(*entry)).collect();
        let row_of = |row: usize| {
            let entry = *new.find(&[name(*old_rows.get(row)?)]).first()?;
            rows.iter().position(|other| *other == entry)
        };
        let cursor = self.cursor.map(|row| row_of(row).unwrap_or(row.min(rows.len().saturating_sub(1))));
        Self {
            chosen: new.find(&names).into_iter().collect(),
            cursor: cursor.filter(|_| !rows.is_empty()),
            anchor: row_of(self.anchor).or(cursor).unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Entry, Kind};
    use candela_shared::i18n::Collator;

    const ROWS: [u32; 5] = [4, 2, 0, 1, 3];

    fn chosen(selection: &Selection) -> Vec<u32> {
        selection.entries().collect()
    }

    #[test]
    fn ranges_grow_and_shrink_from_where_they_began() {
        let mut selection = Selection::default();
        selection.only(1, &ROWS);
        selection.extend_to(3, &ROWS);
        assert_eq!(chosen(&selection), [0, 1, 2]);
        selection.extend_to(0, &ROWS);
        assert_eq!(chosen(&selection), [2, 4]);
        selection.toggle(0, &ROWS);
        assert_eq!((chosen(&selection), selection.cursor()), (vec![2], Some(0)));
        selection.invert(&ROWS);
        assert_eq!(chosen(&selection), [0, 1, 3, 4]);
        selection.extend_to(9, &ROWS);
        assert_eq!(chosen(&selection), [0, 1, 2, 3, 4], "a row that is no more ends the range");
    }

    #[test]
    fn a_newer_reading_keeps_what_is_still_there() {
        let folder = |names: &[&str]| {
            let entries = names.iter().map(|name| Entry { name: name.into(), kind: Kind::File, facts: None }).collect();
            Folder::new("/f".into(), entries, &Collator::new("en"))
        };
        let (old, new) = (folder(&["a", "b", "c"]), folder(&["c", "x", "a"]));
        let mut selection = Selection::default();
        selection.only(1, &[0, 1, 2]);
        selection.extend_to(2, &[0, 1, 2]);
        let carried = selection.carried(&old, &new, &[0, 1, 2], &[2, 0, 1]);
        assert_eq!((chosen(&carried), carried.cursor()), (vec![0], Some(1)), "c stays, b is gone");
        assert_eq!(selection.carried(&old, &folder(&[]), &[0, 1, 2], &[]).cursor(), None);
    }
}
