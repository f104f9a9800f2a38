//! The order of a folder's entries: keys are made once, and compared as bytes.

use crate::entry::{Entry, Kind};

use candela_shared::i18n::Collator;

use std::cmp::Ordering;
use std::os::unix::ffi::OsStrExt;

/// What entries are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// Their names, as the user's language orders them, digits by their value.
    #[default]
    Name,
    /// Their sizes, the smallest first.
    Size,
    /// When they changed, the longest ago first.
    Modified,
    /// Their types by name.
    Type,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The smallest.
    #[default]
    Ascending,
    /// The largest.
    Descending,
}

impl Direction {
    /// The other one.
    pub fn turned(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// Where folders stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Folders {
    /// Before everything else, whatever the direction.
    #[default]
    First,
    /// Among the others.
    Mixed,
}

/// An order of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    /// What decides; equal ones are ordered by name.
    pub column: Column,
    /// Which end comes first.
    pub direction: Direction,
    /// Where folders stand.
    pub folders: Folders,
}

/// The sort keys of names, each made once and kept side by side.
#[derive(Debug, Default)]
pub struct Keys {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    /// The first eight bytes of each: most comparisons end there.
    heads: Vec<u64>,
}

impl Keys {
    /// Makes the keys of further names.
    pub fn extend<'a>(&mut self, collator: &Collator, names: impl IntoIterator<Item = &'a [u8]>) {
        for name in names {
            let start = self.bytes.len();
            collator.write_key(name, &mut self.bytes);
            self.heads.push(head(&self.bytes[start..]));
            self.ends.push(u32::try_from(self.bytes.len()).expect("four gibibytes of keys do not fit a folder"));
        }
    }

    /// How many names have a key.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no name has a key.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn key(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.bytes[start..self.ends[at] as usize]
    }

    fn compare(&self, left: usize, right: usize) -> Ordering {
        self.heads[left].cmp(&self.heads[right]).then_with(|| self.key(left).cmp(self.key(right)))
    }
}

fn head(key: &[u8]) -> u64 {
    let mut head = [0; 8];
    let length = key.len().min(8);
    head[..length].copy_from_slice(&key[..length]);
    u64::from_be_bytes(head)
}

/// Puts positions of entries in order.
///
/// `type_of` names the type of an entry; it is asked for only where types decide. Entries without facts come first where
/// facts decide. Equal names are ordered by their bytes, so that the order never depends on the disk.
pub fn sort<'a>(
    positions: &mut [u32],
    entries: &[Entry],
    keys: &Keys,
    order: Order,
    type_of: impl Fn(usize) -> &'a str,
) {
    let by_name = |left: usize, right: usize| {
        keys.compare(left, right).then_with(|| entries[left].name.as_bytes().cmp(entries[right].name.as_bytes()))
    };
    let by_column = |left: usize, right: usize| match order.column {
        Column::Name => Ordering::Equal,
        Column::Size => size(&entries[left], order.folders).cmp(&size(&entries[right], order.folders)),
        Column::Modified => modified(&entries[left]).cmp(&modified(&entries[right])),
        Column::Type => entries[left].kind.cmp(&entries[right].kind).then_with(|| type_of(left).cmp(type_of(right))),
    };
    let rank = |at: usize| order.folders == Folders::First && entries[at].kind != Kind::Folder;
    positions.sort_unstable_by(|left, right| {
        let (left, right) = (*left as usize, *right as usize);
        let within = by_column(left, right).then_with(|| by_name(left, right));
        rank(left).cmp(&rank(right)).then(match order.direction {
            Direction::Ascending => within,
            Direction::Descending => within.reverse(),
        })
    });
}

/// A folder's own size says nothing of what it holds: where folders stand apart they are ordered by name.
fn size(entry: &Entry, folders: Folders) -> Option<u64> {
    let is_apart = folders == Folders::First && entry.kind == Kind::Folder;
    entry.facts.filter(|_| !is_apart).map(|facts| facts.size)
}

fn modified(entry: &Entry) -> Option<crate::entry::Time> {
    entry.facts.map(|facts| facts.modified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Facts, Time};

    fn entry(name: &[u8], kind: Kind, size: u64, seconds: i64) -> Entry {
        let facts = Facts { size, modified: Time { seconds, nanoseconds: 0 }, mode: 0o644 };
        Entry { name: std::os::unix::ffi::OsStringExt::from_vec(name.to_vec()), kind, facts: Some(facts) }
    }

    fn sorted(entries: &[Entry], order: Order) -> Vec<String> {
        let mut keys = Keys::default();
        keys.extend(&Collator::new("en"), entries.iter().map(|entry| entry.name.as_bytes()));
        let mut positions: Vec<u32> = (0..entries.len() as u32).collect();
        sort(&mut positions, entries, &keys, order, |at| {
            entries[at].name.to_str().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending)
        });
        positions.iter().map(|at| entries[*at as usize].name.to_string_lossy().into_owned()).collect()
    }

    fn some() -> [Entry; 6] {
        [
            entry(b"b10.txt", Kind::File, 3, 1),
            entry(b"b9.zip", Kind::File, 1, 2),
            entry(b"sub", Kind::Folder, 4096, 9),
            entry(b"Another", Kind::Folder, 8192, -5),
            entry("Äb.txt".as_bytes(), Kind::File, 2, 3),
            entry(b"\xff", Kind::File, 2, 3),
        ]
    }

    #[test]
    fn names_are_ordered_by_language_and_number_and_bytes_decide_between_equals() {
        let order = Order { folders: Folders::Mixed, ..Order::default() };
        assert_eq!(sorted(&some(), order), ["Äb.txt", "Another", "b9.zip", "b10.txt", "sub", "\u{fffd}"]);
        let same = [entry(b"a\xff", Kind::File, 0, 0), entry(b"a\xfe", Kind::File, 0, 0)];
        let mut keys = Keys::default();
        keys.extend(&Collator::new("en"), same.iter().map(|entry| entry.name.as_bytes()));
        let mut positions = [0, 1];
        sort(&mut positions, &same, &keys, Order::default(), |_| "");
        assert_eq!(positions, [1, 0]);
    }

    #[test]
    fn each_column_orders_and_folders_stay_first_either_way() {
        let cases = [
            (Column::Size, Direction::Ascending, "Another sub b9.zip Äb.txt b10.txt"),
            (Column::Size, Direction::Descending, "sub Another b10.txt Äb.txt b9.zip"),
            (Column::Modified, Direction::Ascending, "Another sub b10.txt b9.zip Äb.txt"),
            (Column::Type, Direction::Ascending, "Another sub Äb.txt b10.txt b9.zip"),
        ];
        for (column, direction, expected) in cases {
            let order = Order { column, direction, folders: Folders::First };
            assert_eq!(sorted(&some()[..5], order).join(" "), expected, "{column:?} {direction:?}");
        }
    }

    #[test]
    fn entries_without_facts_come_first_where_facts_decide() {
        let unknown = Entry { facts: None, ..entry(b"z", Kind::File, 0, 0) };
        let entries = [entry(b"a", Kind::File, 0, 0), unknown];
        assert_eq!(sorted(&entries, Order { column: Column::Size, ..Order::default() }), ["z", "a"]);
    }
}
