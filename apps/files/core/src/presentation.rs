//! How a folder is shown: its layout, its order, how large, and with which columns.

use crate::sort::{Column, Order};

use serde::{Deserialize, Serialize};

/// How a folder is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Presentation {
    /// How the entries are laid out.
    pub layout: Layout,
    /// In which order.
    pub order: Order,
    /// How large.
    pub zoom: Zoom,
    /// Whether the rows of a table stand in groups.
    pub grouped: bool,
    /// What a table tells behind the names.
    pub facts: Vec<FactColumn>,
}

impl Default for Presentation {
    fn default() -> Self {
        let facts = [Fact::Size, Fact::Modified].map(FactColumn::new).into();
        Self { layout: Layout::default(), order: Order::default(), zoom: Zoom::default(), grouped: false, facts }
    }
}

/// How entries are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// A table.
    #[default]
    Details,
    /// Pictures with names.
    Grid,
    /// Names alone, side by side.
    Compact,
    /// What lies above, what is here, and what that holds, beside each other.
    Columns,
}

/// How large entries are shown, from 0 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u8")]
pub struct Zoom(u8);

impl Zoom {
    /// The largest.
    pub const MOST: u8 = 4;

    /// Its level, from 0 to [`Zoom::MOST`].
    pub fn level(self) -> usize {
        usize::from(self.0)
    }

    /// The next larger one, if any.
    #[must_use]
    pub fn larger(self) -> Self {
        (self.0 + 1).into()
    }

    /// The next smaller one, if any.
    #[must_use]
    pub fn smaller(self) -> Self {
        self.0.saturating_sub(1).into()
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(1)
    }
}

impl From<u8> for Zoom {
    fn from(level: u8) -> Self {
        Self(level.min(Self::MOST))
    }
}

/// What can be told of an entry in a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Its size.
    Size,
    /// When it changed last.
    Modified,
    /// Its type.
    Type,
    /// Who may do what with it.
    Permissions,
}

impl Fact {
    /// All, in their order from the names on.
    pub const ALL: [Self; 4] = [Self::Size, Self::Modified, Self::Type, Self::Permissions];

    /// What its column sorts by; nothing where it does not.
    pub fn sorts_by(self) -> Option<Column> {
        match self {
            Self::Size => Some(Column::Size),
            Self::Modified => Some(Column::Modified),
            Self::Type => Some(Column::Type),
            Self::Permissions => None,
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactColumn {
    /// What it tells.
    pub fact: Fact,
    /// Its width, in logical pixels.
    pub width: u16,
}

impl FactColumn {
    /// The least and the greatest width of one.
    const WIDTHS: std::ops::RangeInclusive<u16> = 56..=480;

    /// One as wide as what it most often tells.
    pub fn new(fact: Fact) -> Self {
        let width = match fact {
            Fact::Size => 84,
            Fact::Modified => 144,
            Fact::Type => 168,
            Fact::Permissions => 148,
        };
        Self { fact, width }
    }
}

impl Presentation {
    /// Shows a column, or no longer.
    pub fn switch(&mut self, fact: Fact) {
        match self.facts.iter().position(|column| column.fact == fact) {
            Some(at) => drop(self.facts.remove(at)),
            None => self.facts.push(FactColumn::new(fact)),
        }
        self.facts.sort_by_key(|column| Fact::ALL.iter().position(|fact| *fact == column.fact));
    }

    /// Makes a column wider by that much, or narrower where that is negative.
    pub fn widen(&mut self, fact: Fact, by: f32) {
        let (least, most) = (*FactColumn::WIDTHS.start(), *FactColumn::WIDTHS.end());
        for column in self.facts.iter_mut().filter(|column| column.fact == fact) {
            column.width = (f32::from(column.width) + by).round().clamp(least.into(), most.into()) as u16;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_and_go_in_their_order_and_stay_within_their_widths() {
        let mut shown = Presentation::default();
        shown.switch(Fact::Permissions);
        shown.switch(Fact::Type);
        shown.switch(Fact::Size);
        let facts = |shown: &Presentation| shown.facts.iter().map(|column| column.fact).collect::<Vec<_>>();
        assert_eq!(facts(&shown), [Fact::Modified, Fact::Type, Fact::Permissions]);
        shown.widen(Fact::Type, -12.4);
        shown.widen(Fact::Modified, -900.0);
        shown.widen(Fact::Permissions, 900.0);
        assert_eq!(shown.facts.iter().map(|column| column.width).collect::<Vec<_>>(), [56, 156, 480]);
    }

    #[test]
    fn zooming_ends_at_both_ends() {
        let all = std::iter::successors(Some(Zoom::from(0)), |zoom| Some(zoom.larger()).filter(|next| next != zoom));
        assert_eq!(all.map(Zoom::level).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert_eq!((Zoom::from(0).smaller(), Zoom::from(200)), (Zoom::from(0), Zoom::from(4)));
    }
}
