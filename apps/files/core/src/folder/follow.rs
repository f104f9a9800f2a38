//! A folder that follows what changes in it, name by name: the positions of all other entries stay what they are.

use super::{Arrangement, Folder, Matcher};
use crate::entry::{Entry, Kind};
use crate::sort::{Column, Direction, Folders, Order};

use candela_shared::i18n::Collator;

use std::cmp::Ordering;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;

/// What stands under a name now; nothing where that is gone.
pub type Change = (OsString, Option<Entry>);

/// What became of the rows of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// The entry is another, and its row where it was, if it has one.
    Changed(u32),
    /// There is a row more, at that place.
    Added(usize),
    /// There is a row less: that place, of that entry.
    Removed(usize, u32),
}

impl Arrangement {
    /// Whether rows arranged so can follow changes one by one: in the order of their names, without groups.
    pub fn can_follow(&self) -> bool {
        self.order.column == Column::Name && !self.grouped
    }

    /// Whether an entry is shown.
    fn shows(&self, entry: &Entry) -> bool {
        !self.hides(entry) && Matcher::new(&self.filter).is_in(&entry.name)
    }
}

impl Folder {
    /// Takes what stands under a name now, and puts its row where it belongs among `rows`, which are arranged so.
    ///
    /// Some ten names are compared, and two lists of numbers moved.
    pub fn follow(
        &mut self,
        (name, now): Change,
        rows: &mut Vec<u32>,
        arrangement: &Arrangement,
        collator: &Collator,
    ) -> Vec<Followed> {
        let found = self.by_name.binary_search_by(|at| by_name(collator, &self.entry(*at).name, &name));
        match (found, now) {
            (Err(_), None) => Vec::new(),
            (Ok(place), None) => self.take(place, rows, arrangement.order, collator).into_iter().collect(),
            (Err(place), Some(entry)) => self.put(place, entry, rows, arrangement, collator).into_iter().collect(),
            (Ok(place), Some(entry)) => {
                let at = self.by_name[place];
                if (self.entry(at).kind == Kind::Folder) == (entry.kind == Kind::Folder) {
                    self.entries[at as usize] = entry;
                    return vec![Followed::Changed(at)];
                }
                // A folder and a file stand at different places.
                let gone = self.take(place, rows, arrangement.order, collator);
                gone.into_iter().chain(self.put(place, entry, rows, arrangement, collator)).collect()
            }
        }
    }

    fn put(
        &mut self,
        place: usize,
        entry: Entry,
        rows: &mut Vec<u32>,
        arrangement: &Arrangement,
        collator: &Collator,
    ) -> Option<Followed> {
        let at = self.entries.len() as u32;
        let is_shown = arrangement.shows(&entry);
        self.entries.push(entry);
        self.by_name.insert(place, at);
        match self.row_of(at, rows, arrangement.order, collator) {
            Err(row) if is_shown => {
                rows.insert(row, at);
                Some(Followed::Added(row))
            }
            Ok(_) | Err(_) => None,
        }
    }

    fn take(&mut self, place: usize, rows: &mut Vec<u32>, order: Order, collator: &Collator) -> Option<Followed> {
        let at = self.by_name[place];
        let row = self.row_of(at, rows, order, collator);
        let _gone = self.by_name.remove(place);
        // Its place is kept, under a name that nothing has.
        self.entries[at as usize] = Entry { name: OsString::new(), ..self.entries[at as usize].clone() };
        match row {
            Ok(row) => {
                let _gone = rows.remove(row);
                Some(Followed::Removed(row, at))
            }
            Err(_) => None,
        }
    }

    /// Where the row of an entry is, or where it belongs.
    fn row_of(&self, at: u32, rows: &[u32], order: Order, collator: &Collator) -> Result<usize, usize> {
        let wanted = self.entry(at);
        rows.binary_search_by(|row| {
            let entry = self.entry(*row);
            let names = by_name(collator, &entry.name, &wanted.name);
            let names = if order.direction == Direction::Descending { names.reverse() } else { names };
            let is_other = |entry: &Entry| order.folders == Folders::First && entry.kind != Kind::Folder;
            is_other(entry).cmp(&is_other(wanted)).then(names)
        })
    }
}

/// The order of [`sort::by_name`](crate::sort::by_name).
fn by_name(collator: &Collator, one: &OsStr, other: &OsStr) -> Ordering {
    let key = |name: &OsStr| {
        let mut key = Vec::new();
        collator.write_key(name.as_bytes(), &mut key);
        key
    };
    key(one).cmp(&key(other)).then_with(|| one.as_bytes().cmp(other.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Hidden;

    fn entry(name: &str) -> Entry {
        let kind = if name.ends_with('/') { Kind::Folder } else { Kind::File };
        Entry { name: name.trim_end_matches('/').into(), kind, facts: None }
    }

    /// After many changes the rows are those of a folder that is read anew.
    #[test]
    fn rows_that_follow_are_those_of_another_reading() {
        let collator = Collator::new("de");
        let names = ["b10", "b9/", "ä", "Z", ".h", "b2", "z/", "a 1", "a-1", "A"];
        for (direction, folders, hidden, filter) in [
            (Direction::Ascending, Folders::First, Hidden::Omitted, ""),
            (Direction::Descending, Folders::First, Hidden::Shown, ""),
            (Direction::Ascending, Folders::Mixed, Hidden::Shown, "B"),
            (Direction::Descending, Folders::Mixed, Hidden::Omitted, ""),
        ] {
            let order = Order { column: Column::Name, direction, folders };
            let arrangement = Arrangement { order, hidden, filter: filter.to_owned(), grouped: false };
            let mut folder = Folder::new("/f".into(), Vec::new(), &collator);
            let mut rows = Vec::new();
            let (mut now, mut dice) = (Vec::<&str>::new(), 7_usize);
            for step in 0..400 {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let name = names[(dice >> 33) % names.len()];
                let before = rows.len();
                let is_there = now.contains(&name);
                now.retain(|other| *other != name);
                let change = if is_there && dice >> 60 > 3 { None } else { Some(entry(name)) };
                now.extend(change.as_ref().map(|_| name));
                let bare = name.trim_end_matches('/').into();
                let followed = folder.follow((bare, change), &mut rows, &arrangement, &collator);
                let expected = Folder::new("/f".into(), now.iter().map(|name| entry(name)).collect(), &collator);
                let shown = |folder: &Folder, rows: &[u32]| -> Vec<OsString> {
                    rows.iter().map(|at| folder.entry(*at).name.clone()).collect()
                };
                let anew = expected.arrange(&arrangement, |_| "");
                assert_eq!(shown(&folder, &rows), shown(&expected, &anew), "step {step} {arrangement:?}");
                let difference = rows.len() as isize - before as isize;
                let told = |followed: &Followed| match followed {
                    Followed::Added(_) => 1,
                    Followed::Removed(..) => -1,
                    Followed::Changed(_) => 0,
                };
                assert_eq!(followed.iter().map(told).sum::<isize>(), difference, "step {step}");
            }
        }
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_stands_among_files() {
        let collator = Collator::new("en");
        let arrangement = Arrangement::default();
        let mut folder = Folder::new("/f".into(), ["x/", "a"].map(entry).into(), &collator);
        let mut rows = folder.arrange(&arrangement, |_| "");
        let file = Entry { kind: Kind::File, ..entry("x") };
        let followed = folder.follow(("x".into(), Some(file)), &mut rows, &arrangement, &collator);
        assert_eq!(followed, [Followed::Removed(0, 0), Followed::Added(1)]);
        let names: Vec<_> = rows.iter().map(|at| folder.entry(*at).name.to_str().unwrap()).collect();
        assert_eq!(names, ["a", "x"]);
    }
}
