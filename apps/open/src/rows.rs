//! What stands on each row of the list, and how high it is.

use candela_open_core::Choices;
use candela_ui::Look;
use candela_ui::widget::list::Heights;

/// Height of an application.
const APPLICATION: f32 = 44.0;
/// Height of a section's head.
const HEAD: f32 = 36.0;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head of those made for the type.
    MadeFor,
    /// The head of the others.
    Others,
    /// An application, by its place among all.
    Application(usize),
}

/// The rows of the list.
#[derive(Debug, Default)]
pub struct Rows {
    rows: Vec<Row>,
    /// Their heights, in logical pixels.
    pub heights: Heights,
}

impl Rows {
    /// Lays the applications out under their heads; a section without any has none.
    pub fn new(choices: &Choices, look: &Look) -> Self {
        let mut rows = Vec::new();
        let made_for = choices.made_for.len();
        if made_for > 0 {
            rows.push(Row::MadeFor);
        }
        rows.extend((0..made_for).map(Row::Application));
        if !choices.others.is_empty() {
            rows.push(Row::Others);
        }
        rows.extend((made_for..choices.len()).map(Row::Application));
        let heights = Heights::each(rows.iter().map(|row| height(look, *row)));
        Self { rows, heights }
    }

    /// What stands on a row.
    pub fn get(&self, row: usize) -> Option<Row> {
        self.rows.get(row).copied()
    }

    /// The application on a row, by its place among all.
    pub fn item(&self, row: usize) -> Option<usize> {
        match self.get(row)? {
            Row::Application(item) => Some(item),
            Row::MadeFor | Row::Others => None,
        }
    }
}

/// Height of a row, in logical pixels.
pub fn height(look: &Look, row: Row) -> f32 {
    look.scaled(match row {
        Row::MadeFor | Row::Others => HEAD,
        Row::Application(_) => APPLICATION,
    })
}
