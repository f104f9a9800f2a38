//! The order of a folder's entries: by name once, when the folder is read; every other order stands on that one.

use crate::entry::{Entry, Kind};

use candela_shared::i18n::Collator;

use serde::{Deserialize, Serialize};

use std::os::unix::ffi::OsStrExt;

/// What entries are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// The order they were found in: of recent files, the last one first.
    Found,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Folders {
    /// Before everything else, whatever the direction.
    #[default]
    First,
    /// Among the others.
    Mixed,
}

/// An order of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
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
struct Keys {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// The first sixteen bytes of each: most comparisons end there.
    heads: Vec<u128>,
}

impl Keys {
    /// Makes the keys of names, some hundred thousand of them on all processors.
    fn new(collator: &Collator, entries: &[Entry]) -> Self {
        let parts = in_parts(entries, |part| {
            let mut keys = Self::default();
            part.iter().for_each(|entry| keys.push(collator, entry.name.as_bytes()));
            keys
        });
        parts.into_iter().reduce(Self::followed_by).unwrap_or_default()
    }

    fn push(&mut self, collator: &Collator, name: &[u8]) {
        let start = self.bytes.len();
        collator.write_key(name, &mut self.bytes);
        self.heads.push(head(&self.bytes[start..]));
        self.ends.push(self.bytes.len());
    }

    fn followed_by(mut self, other: Self) -> Self {
        let start = self.bytes.len();
        self.bytes.extend(other.bytes);
        self.ends.extend(other.ends.into_iter().map(|end| start + end));
        self.heads.extend(other.heads);
        self
    }

    fn key(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.bytes[start..self.ends[at]]
    }
}

fn head(key: &[u8]) -> u128 {
    let mut head = [0; 16];
    let length = key.len().min(16);
    head[..length].copy_from_slice(&key[..length]);
    u128::from_be_bytes(head)
}

/// A folder of fewer entries is done before other processors have begun.
const MANY: usize = 8_192;

/// Does the same with equal parts, one for each processor.
pub(crate) fn in_parts<T: Sync, R: Send>(all: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if all.len() < MANY || processors == 1 {
        return vec![work(all)];
    }
    let work = &work;
    std::thread::scope(|scope| {
        let parts = all.chunks(all.len().div_ceil(processors));
        let workers: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, R>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().map(join).collect()
    })
}

/// The positions of entries in the order of their names, as the user's language has it and digits by their value.
///
/// Equal names are ordered by their bytes, so that the order never depends on the disk. Some 0.5 µs for each.
pub fn by_name(collator: &Collator, entries: &[Entry]) -> Vec<u32> {
    let keys = Keys::new(collator, entries);
    let compare = |one: &(u128, u32), other: &(u128, u32)| {
        let (left, right) = (one.1 as usize, other.1 as usize);
        let by_bytes = || entries[left].name.as_bytes().cmp(entries[right].name.as_bytes());
        one.0.cmp(&other.0).then_with(|| keys.key(left).cmp(keys.key(right))).then_with(by_bytes)
    };
    let all: Vec<(u128, u32)> = keys.heads.iter().copied().zip(0..).collect();
    let parts = in_parts(&all, |part| {
        let mut part = part.to_vec();
        part.sort_unstable_by(compare);
        part
    });
    let mut all: Vec<(u128, u32)> = parts.into_iter().flatten().collect();
    // The parts are runs in order, which this merges.
    all.sort_by(compare);
    all.into_iter().map(|(_, at)| at).collect()
}

/// Puts positions of entries, which are in the order of their names, into another one.
///
/// `type_of` names the type of an entry; it is asked for only where types decide. Entries without facts come first where
/// facts decide, and equal ones stay in the order of their names.
pub fn sort<'a>(positions: &mut Vec<u32>, entries: &[Entry], order: Order, type_of: impl Fn(usize) -> &'a str + Sync) {
    let of = |at: &u32| &entries[*at as usize];
    match order.column {
        Column::Name => {}
        Column::Found => positions.sort_unstable(),
        Column::Size => positions.sort_by_cached_key(|at| size(of(at), order.folders)),
        Column::Modified => positions.sort_by_cached_key(|at| modified(of(at))),
        Column::Type => positions.sort_by_cached_key(|at| (of(at).kind, type_of(*at as usize))),
    }
    if order.direction == Direction::Descending {
        positions.reverse();
    }
    if order.folders == Folders::First {
        let (folders, others): (Vec<u32>, Vec<u32>) = positions.iter().partition(|at| of(at).kind == Kind::Folder);
        *positions = folders;
        positions.extend(others);
    }
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
        let mut positions = by_name(&Collator::new("en"), entries);
        sort(&mut positions, entries, order, |at| {
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
        assert_eq!(by_name(&Collator::new("en"), &same), [1, 0]);
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
    fn many_entries_are_ordered_by_all_processors_as_by_one() {
        let names = (0..2 * MANY).map(|number| format!("{}", number * 7_919 % (2 * MANY)));
        let entries: Vec<Entry> = names.map(|name| entry(name.as_bytes(), Kind::File, 0, 0)).collect();
        let sorted = sorted(&entries, Order::default());
        assert!(sorted.iter().enumerate().all(|(at, name)| *name == at.to_string()), "digits by their value");
    }

    #[test]
    fn entries_without_facts_come_first_where_facts_decide() {
        let unknown = Entry { facts: None, ..entry(b"z", Kind::File, 0, 0) };
        let entries = [entry(b"a", Kind::File, 0, 0), unknown];
        assert_eq!(sorted(&entries, Order { column: Column::Size, ..Order::default() }), ["z", "a"]);
    }
}
