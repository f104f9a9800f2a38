//! Groups of rows: by the first letter of a name, by size, by day, by type; whatever the rows are ordered by.

use crate::entry::{Entry, Kind, Time};
use crate::sort::{Column, Folders, Order};

use jiff::{Timestamp, Zoned};

/// What the rows of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// They are folders.
    Folders,
    /// Their names begin with that letter.
    Letter(String),
    /// Their names begin with a digit.
    Digit,
    /// Their names begin with anything else.
    Sign,
    /// Nothing is in them.
    Empty,
    /// Up to a megabyte.
    Small,
    /// Up to a hundred megabytes.
    Medium,
    /// More.
    Large,
    /// They changed today, or later.
    Today,
    /// They changed yesterday.
    Yesterday,
    /// They changed in the last seven days.
    Week,
    /// They changed in the last thirty days.
    Month,
    /// They changed in that year.
    Year(i16),
    /// They are of that type.
    Type(String),
    /// It is not known.
    Unknown,
}

/// Where groups begin: the row of each group's first entry, with the group. Rows are in that order already.
pub fn groups<'a>(
    rows: &[u32],
    entries: &[Entry],
    order: Order,
    now: &Zoned,
    type_of: impl Fn(usize) -> &'a str,
) -> Vec<(usize, Group)> {
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for (row, at) in rows.iter().enumerate() {
        let entry = &entries[*at as usize];
        let group = match order.column {
            _ if order.folders == Folders::First && entry.kind == Kind::Folder => Group::Folders,
            Column::Name => by_letter(entry),
            Column::Size => entry.facts.map_or(Group::Unknown, |facts| by_size(facts.size)),
            Column::Modified => entry.facts.map_or(Group::Unknown, |facts| by_day(facts.modified, now)),
            Column::Type => by_type(type_of(*at as usize)),
            // What was found is in no order that groups could follow.
            Column::Found => return Vec::new(),
        };
        if groups.last().is_none_or(|(_, last)| *last != group) {
            groups.push((row, group));
        }
    }
    groups
}

fn by_letter(entry: &Entry) -> Group {
    let name = entry.name.to_string_lossy();
    match name.trim_start_matches('.').chars().next() {
        Some(first) if first.is_alphabetic() => Group::Letter(first.to_uppercase().collect()),
        Some(first) if first.is_numeric() => Group::Digit,
        Some(_) | None => Group::Sign,
    }
}

fn by_size(bytes: u64) -> Group {
    match bytes {
        0 => Group::Empty,
        1..1_000_000 => Group::Small,
        1_000_000..100_000_000 => Group::Medium,
        _ => Group::Large,
    }
}

fn by_day(moment: Time, now: &Zoned) -> Group {
    let Ok(stamp) = Timestamp::new(moment.seconds, 0) else {
        return Group::Unknown;
    };
    let date = stamp.to_zoned(now.time_zone().clone()).date();
    match date.until(now.date()).map(|span| span.get_days()) {
        Ok(..=0) => Group::Today,
        Ok(1) => Group::Yesterday,
        Ok(2..7) => Group::Week,
        Ok(7..30) => Group::Month,
        Ok(_) => Group::Year(date.year()),
        Err(_) => Group::Unknown,
    }
}

fn by_type(mime_type: &str) -> Group {
    if mime_type.is_empty() { Group::Unknown } else { Group::Type(mime_type.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Facts;
    use crate::sort::Direction;

    fn entry(name: &str, size: u64, seconds: i64) -> Entry {
        let kind = if name.ends_with('/') { Kind::Folder } else { Kind::File };
        let facts = Facts { size, modified: Time { seconds, nanoseconds: 0 }, mode: 0o644 };
        Entry { name: name.trim_end_matches('/').into(), kind, facts: Some(facts) }
    }

    fn of(entries: &[Entry], column: Column) -> Vec<(usize, Group)> {
        let rows: Vec<u32> = (0..entries.len() as u32).collect();
        let now: Zoned = "2026-03-02T12:00[UTC]".parse().unwrap();
        let order = Order { column, direction: Direction::Ascending, folders: Folders::First };
        groups(&rows, entries, order, &now, |at| if at == 0 { "" } else { "text/plain" })
    }

    #[test]
    fn names_are_grouped_by_their_first_letter_and_folders_stand_apart() {
        let all =
            [entry("z/", 0, 0), entry("_a", 0, 0), entry("9", 0, 0), entry("älter", 0, 0), entry("Älteste", 0, 0)];
        let letter = Group::Letter("Ä".to_owned());
        let expected = [(0, Group::Folders), (1, Group::Sign), (2, Group::Digit), (3, letter)];
        assert_eq!(of(&all, Column::Name), expected);
        assert_eq!(of(&all, Column::Found), []);
    }

    #[test]
    fn sizes_and_types_have_their_groups() {
        let all = [entry("a", 0, 0), entry("b", 1, 0), entry("c", 999_999, 0), entry("d", 1_000_000, 0)];
        assert_eq!(of(&all, Column::Size), [(0, Group::Empty), (1, Group::Small), (3, Group::Medium)]);
        assert_eq!(of(&all, Column::Type), [(0, Group::Unknown), (1, Group::Type("text/plain".to_owned()))]);
        assert_eq!(by_size(100_000_000), Group::Large);
    }

    #[test]
    fn days_count_from_midnight() {
        let at = |text: &str| entry("x", 0, text.parse::<Timestamp>().unwrap().as_second());
        let moments = [
            ("2026-03-05T00:00:00Z", Group::Today),
            ("2026-03-02T00:00:00Z", Group::Today),
            ("2026-03-01T23:59:59Z", Group::Yesterday),
            ("2026-02-28T10:00:00Z", Group::Week),
            ("2026-02-10T10:00:00Z", Group::Month),
            ("2026-01-01T10:00:00Z", Group::Year(2026)),
            ("2020-02-02T10:00:00Z", Group::Year(2020)),
        ];
        for (moment, expected) in moments {
            assert_eq!(of(&[at(moment)], Column::Modified), [(0, expected)], "{moment}");
        }
    }
}
