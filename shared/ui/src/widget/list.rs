//! A list of any length that builds only the rows that can be seen.
//!
//! The application keeps a [`View`] (what is visible) and the [`Heights`] of its rows; [`list`] builds the rows in view
//! and a few more on both sides, between two spacers that stand for the rest. [`View::reveal`] brings a row into sight,
//! [`step`] says which row a key leads to.

mod heights;
mod selection;

pub use heights::Heights;
pub use selection::{Step, step};

use super::scroll;
use crate::{Element, Scrollable};
use iced::Length;
use iced::advanced::widget::Id;
use iced::widget::scrollable;
use iced::widget::{Space, column, keyed_column};
use std::ops::Range;

/// Rows built above and below those in view: a turn of the wheel shows nothing that was not there.
const OVERSCAN: usize = 4;

/// The part of a list that is in sight, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Distance of its top from the top of the list.
    pub offset: f32,
    /// Its height.
    pub height: f32,
}

impl View {
    /// The top of a list whose window gives it about that much room; the true height comes with the first frame.
    pub fn of_height(height: f32) -> Self {
        Self { offset: 0.0, height }
    }

    /// The rows to build.
    pub fn rows(&self, heights: &Heights) -> Range<usize> {
        // A list that became shorter than the view's offset shows its end until the scrollable says so itself.
        let offset = self.offset.min((heights.total() - self.height).max(0.0)).max(0.0);
        let rows = heights.between(offset, offset + self.height);
        rows.start.saturating_sub(OVERSCAN)..(rows.end + OVERSCAN).min(heights.count())
    }

    /// Moves the view no farther than needed to have the row and `margin` above and below it in sight, and returns the
    /// new offset for `operation::scroll_to`; `None` where the row is in sight already.
    ///
    /// The view moves at once, so that the rows there are built for the very frame that shows them.
    pub fn reveal(&mut self, row: usize, heights: &Heights, margin: f32) -> Option<f32> {
        let highest = (heights.total() - self.height).max(0.0);
        let (top, bottom) = (heights.top(row) - margin, heights.top(row + 1) + margin);
        let offset = if top < self.offset || bottom - top > self.height {
            top
        } else if bottom > self.offset + self.height {
            bottom - self.height
        } else {
            self.offset
        };
        let offset = offset.clamp(0.0, highest);
        (offset != self.offset).then(|| {
            self.offset = offset;
            offset
        })
    }
}

impl From<scrollable::Viewport> for View {
    fn from(viewport: scrollable::Viewport) -> Self {
        Self { offset: viewport.absolute_offset().y, height: viewport.bounds().height }
    }
}

/// Builds the rows of `view`. `row` makes the element of one row, which must be as high as `heights` says; `on_scroll`
/// tells the application the new view, which it keeps for the next call.
pub fn list<'a, Message: 'a>(
    id: impl Into<Id>,
    heights: &Heights,
    view: View,
    row: impl Fn(usize) -> Element<'a, Message>,
    on_scroll: impl Fn(View) -> Message + 'a,
) -> Scrollable<'a, Message> {
    let rows = view.rows(heights);
    let before = heights.top(rows.start);
    let after = heights.total() - heights.top(rows.end);
    // A keyed column hands a row the state of the row that had its key before, even where that was another kind of
    // widget, which then panics; a column around each row looks at the kind.
    let built = keyed_column(rows.map(|index| (index, column![row(index)].into()))).width(Length::Fill);
    scroll(column![space(before), built, space(after)].width(Length::Fill))
        .id(id)
        .on_scroll(move |viewport| on_scroll(viewport.into()))
        .width(Length::Fill)
}

fn space(height: f32) -> Space {
    // A column drops a child of `Fixed(0)`, and the rows would lose their state when the list leaves its top.
    if height > 0.0 { Space::new().height(height) } else { Space::new() }
}

#[cfg(test)]
mod tests;
