//! What the window lists, as rows, and where the selection goes: pure, so that every key can be tested.
//!
//! Two shapes share one selection: tiles in columns (the applications before anything is typed), and rows under heads
//! (what a query found). Items are counted through, heads are not.

use crate::provider::{Finding, Sort};
use crate::{Hit, Kind};

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
    /// Files.
    Files,
    /// Programs with arguments.
    Commands,
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
    /// The result of a sum, with the sum below it.
    Answer(usize),
}

/// What is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Items {
    /// Applications as tiles, by their position in the index.
    Tiles(Vec<usize>),
    /// What a query found.
    Found(Found),
}

/// What a query found, as it is listed: a sum's result, the applications best first, then files and commands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    hits: Vec<Hit>,
    /// In the order of their sorts.
    findings: Vec<Finding>,
}

/// One of the things that a query found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item<'a> {
    /// An application, or an action of one.
    Hit(&'a Hit),
    /// Something else.
    Finding(&'a Finding),
}

impl Found {
    /// Lists applications and what else was found.
    pub fn new(hits: Vec<Hit>, mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| finding.sort);
        Self { hits, findings }
    }

    /// The number of items.
    pub const fn len(&self) -> usize {
        self.hits.len() + self.findings.len()
    }

    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at a position.
    pub fn item(&self, at: usize) -> Option<Item<'_>> {
        let answers = self.findings.iter().take_while(|finding| finding.sort == Sort::Calculation).count();
        match at {
            at if at < answers => self.findings.get(at).map(Item::Finding),
            at if at < answers + self.hits.len() => self.hits.get(at - answers).map(Item::Hit),
            at => self.findings.get(at - self.hits.len()).map(Item::Finding),
        }
    }

    /// The same applications with more found besides; an item that was at a position is now where the second value says.
    pub fn with(mut self, found: Vec<Finding>, position: usize) -> (Self, usize) {
        let before = self.item(position).map(|item| match item {
            Item::Hit(hit) => (None, Some(hit.clone())),
            Item::Finding(finding) => (Some(finding.clone()), None),
        });
        self.findings.extend(found);
        let more = Self::new(self.hits, self.findings);
        let is_same = |item: Item<'_>| match (item, &before) {
            (Item::Hit(hit), Some((_, Some(before)))) => hit == before,
            (Item::Finding(finding), Some((Some(before), _))) => finding == before,
            _ => false,
        };
        let position = (0..more.len()).find(|at| more.item(*at).is_some_and(is_same)).unwrap_or(0);
        (more, position)
    }

    fn section(&self, at: usize) -> Section {
        match self.item(at) {
            _ if at == 0 => Section::Best,
            Some(Item::Finding(Finding { sort: Sort::File, .. })) => Section::Files,
            Some(Item::Finding(Finding { sort: Sort::Command, .. })) => Section::Commands,
            Some(Item::Finding(Finding { sort: Sort::Calculation, .. })) => Section::Best,
            Some(Item::Hit(_)) | None => Section::Applications,
        }
    }

    fn row(&self, at: usize) -> Row {
        match self.item(at) {
            Some(Item::Finding(Finding { sort: Sort::Calculation, .. })) => Row::Answer(at),
            Some(Item::Hit(_) | Item::Finding(_)) | None => Row::Hit(at),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut before = None;
        for at in 0..self.len() {
            let section = self.section(at);
            if before != Some(section) {
                rows.push(Row::Head(section));
            }
            before = Some(section);
            rows.push(self.row(at));
        }
        rows
    }
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
            Self::Found(found) => found.len(),
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
            Self::Found(found) => found.rows(),
        }
    }

    /// The row in which an item stands.
    pub fn row_of(&self, item: usize, columns: usize) -> usize {
        match self {
            Self::Tiles(_) => 1 + item / columns.max(1),
            Self::Found(found) => {
                let is_it = |row: &Row| matches!(row, Row::Hit(at) | Row::Answer(at) if *at == item);
                found.rows().iter().position(is_it).unwrap_or(0)
            }
        }
    }

    /// The application an item stands for, and which part of it; `None` where it is none.
    pub fn application(&self, item: usize) -> Option<(usize, Kind)> {
        match self {
            Self::Tiles(applications) => Some((*applications.get(item)?, Kind::Application)),
            Self::Found(found) => match found.item(item)? {
                Item::Hit(hit) => Some((hit.entry, hit.kind)),
                Item::Finding(_) => None,
            },
        }
    }

    /// What else an item stands for; `None` where it is an application.
    pub fn finding(&self, item: usize) -> Option<&Finding> {
        match self {
            Self::Tiles(_) => None,
            Self::Found(found) => match found.item(item)? {
                Item::Hit(_) => None,
                Item::Finding(finding) => Some(finding),
            },
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
    use crate::provider::Deed;

    fn hits(count: usize) -> Items {
        let hit = |entry| Hit { kind: Kind::Application, entry, score: 0, marks: Vec::new() };
        Items::Found(Found::new((0..count).map(hit).collect(), Vec::new()))
    }

    fn finding(sort: Sort) -> Finding {
        let (id, name, detail) = (String::new(), String::new(), String::new());
        Finding { sort, id, name, detail, score: 1, deed: Deed::Run(Vec::new()) }
    }

    #[test]
    fn an_answer_comes_first_and_files_and_commands_come_last() {
        let Items::Found(found) = hits(2) else { unreachable!() };
        let (found, selected) = found.with(vec![finding(Sort::Command), finding(Sort::File)], 1);
        assert_eq!(selected, 1);
        let (found, selected) = found.with(vec![finding(Sort::Calculation)], 1);
        assert_eq!(selected, 2, "the selection stays where the user put it");
        let expected = [
            Row::Head(Section::Best),
            Row::Answer(0),
            Row::Head(Section::Applications),
            Row::Hit(1),
            Row::Hit(2),
            Row::Head(Section::Files),
            Row::Hit(3),
            Row::Head(Section::Commands),
            Row::Hit(4),
        ];
        let items = Items::Found(found);
        assert_eq!(items.rows(1), expected);
        assert_eq!(items.finding(0).map(|finding| finding.sort), Some(Sort::Calculation));
        assert_eq!(items.application(2), Some((1, Kind::Application)));
        assert_eq!((items.application(3), items.finding(1)), (None, None));
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
                    Row::Hit(at) | Row::Answer(at) => *at == item,
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
