//! What the window lists, as rows, and where the selection goes: pure, so that every key can be tested.
//!
//! Everything listed stands in groups under heads: tiles side by side (applications, categories) or a row each (what a
//! query found, recent files). Items are counted through all groups, heads are not.

mod found;
mod home;

pub use found::Found;
pub use home::{Home, applications, home};

use crate::provider::{Finding, Sort};
use crate::{Hit, Kind};

use std::ops::Range;

/// The head above a group of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The applications that the user keeps at hand.
    Pinned,
    /// The applications that are started often.
    Now,
    /// The files used last.
    Recent,
    /// The categories of applications.
    Categories,
    /// The computer itself: settings, lock, shut down.
    Session,
    /// Every application.
    All,
    /// The applications of one category, by its position among [`crate::Catalogue::categories`].
    Category(usize),
    /// The applications that the user hid.
    Hidden,
    /// The best match, by itself.
    Best,
    /// Further applications.
    Applications,
    /// Applications that set something up.
    Settings,
    /// What a provider found of that sort.
    Sort(Sort),
    /// The applications that match less well.
    More,
}

/// How the items of a group stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// Side by side.
    #[default]
    Tiles,
    /// A row each.
    Rows,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// An application, or an action of one.
    Hit(Hit),
    /// A category of applications, by its position among [`crate::Catalogue::categories`].
    Category(usize),
    /// The applications that the user hid.
    Hidden,
    /// The settings of the launcher.
    Settings,
    /// Something else.
    Finding(Finding),
}

/// Items under one head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The head.
    pub section: Section,
    /// How they stand.
    pub shape: Shape,
    /// The items, never none.
    pub items: Vec<Item>,
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
    /// A recent file on a line of its own.
    File(usize),
    /// The result of a sum, with the sum below it.
    Answer(usize),
}

impl Row {
    /// The items that stand on it.
    pub fn items(&self) -> Range<usize> {
        match self {
            Self::Head(_) => 0..0,
            Self::Tiles(items) => items.clone(),
            Self::Hit(at) | Self::File(at) | Self::Answer(at) => *at..at + 1,
        }
    }
}

/// What is listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Items {
    groups: Vec<Group>,
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
    /// Lists these groups; empty ones are left out.
    pub fn new(groups: Vec<Group>) -> Self {
        Self { groups: groups.into_iter().filter(|group| !group.items.is_empty()).collect() }
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.items.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Every item, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.items)
    }

    /// The item at a position.
    pub fn item(&self, at: usize) -> Option<&Item> {
        self.iter().nth(at)
    }

    /// Whether the item at a position stands beside others.
    pub fn is_tile(&self, at: usize) -> bool {
        let mut first = 0;
        let group = self.groups.iter().find(|group| {
            first += group.items.len();
            at < first
        });
        group.is_some_and(|group| group.shape == Shape::Tiles)
    }

    /// The number of applications listed; one that stands under two heads counts once.
    pub fn applications(&self) -> usize {
        let mut entries: Vec<usize> = (0..self.len()).filter_map(|at| Some(self.application(at)?.0)).collect();
        entries.sort_unstable();
        entries.dedup();
        entries.len()
    }

    /// The rows to show, where so many tiles stand side by side.
    pub fn rows(&self, columns: usize) -> Vec<Row> {
        let (mut rows, mut first) = (Vec::new(), 0);
        for group in &self.groups {
            rows.push(Row::Head(group.section));
            let end = first + group.items.len();
            match group.shape {
                Shape::Tiles => {
                    let columns = columns.max(1);
                    rows.extend((first..end).step_by(columns).map(|at| Row::Tiles(at..(at + columns).min(end))));
                }
                Shape::Rows => rows.extend(group.items.iter().zip(first..).map(|(item, at)| row(group, item, at))),
            }
            first = end;
        }
        rows
    }

    /// The application an item stands for, and which part of it; `None` where it is none.
    pub fn application(&self, at: usize) -> Option<(usize, Kind)> {
        match self.item(at)? {
            Item::Hit(hit) => Some((hit.entry, hit.kind)),
            Item::Category(_) | Item::Hidden | Item::Settings | Item::Finding(_) => None,
        }
    }

    /// What else an item stands for; `None` where no provider found it.
    pub fn finding(&self, at: usize) -> Option<&Finding> {
        match self.item(at)? {
            Item::Finding(finding) => Some(finding),
            Item::Hit(_) | Item::Category(_) | Item::Hidden | Item::Settings => None,
        }
    }

    /// Where an item stands now; the first where it is gone.
    pub fn position(&self, item: &Item) -> usize {
        self.iter().position(|known| known == item).unwrap_or(0)
    }
}

fn row(group: &Group, item: &Item, at: usize) -> Row {
    match item {
        Item::Finding(Finding { sort: Sort::Calculation, .. }) => Row::Answer(at),
        _ if group.section == Section::Recent => Row::File(at),
        _ => Row::Hit(at),
    }
}

/// The row in which an item stands; the first where it stands in none.
pub fn row_of(rows: &[Row], item: usize) -> usize {
    rows.iter().position(|row| row.items().contains(&item)).unwrap_or(0)
}

/// The item selected after a step; never outside, and `None` only where there are no items.
///
/// Up and down keep to the column; where the line has none, they go to its last item. Nothing wraps round, so that a held
/// key ends at the end.
pub fn step(rows: &[Row], selected: usize, step: Step, page: usize) -> Option<usize> {
    let lines: Vec<Range<usize>> = rows.iter().map(Row::items).filter(|items| !items.is_empty()).collect();
    let last = lines.last()?.end - 1;
    let here = lines.iter().position(|line| line.contains(&selected)).unwrap_or(0);
    let column = selected.saturating_sub(lines[here].start);
    let to = |line: usize| {
        let line = &lines[line.min(lines.len() - 1)];
        (line.start + column).min(line.end - 1)
    };
    Some(match step {
        Step::Previous => selected.saturating_sub(1),
        Step::Next => (selected + 1).min(last),
        Step::Up => to(here.saturating_sub(1)),
        Step::Down => to(here + 1),
        Step::PageUp => to(here.saturating_sub(page.max(1))),
        Step::PageDown => to(here + page.max(1)),
        Step::First => 0,
        Step::Last => last,
    })
}

#[cfg(test)]
mod tests;
