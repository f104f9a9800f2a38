//! Which row the keyboard is on. Pure.

use super::{Heights, View};
use iced::keyboard::Key;
use iced::keyboard::key::Named;

/// Where a key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Previous,
    /// One row down.
    Next,
    /// As far up as can be seen at once.
    PageUp,
    /// As far down as can be seen at once.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Step {
    /// The step an arrow, page, Home or End key asks for.
    pub fn of(key: &Key) -> Option<Self> {
        let Key::Named(key) = key else {
            return None;
        };
        Some(match key {
            Named::ArrowUp => Self::Previous,
            Named::ArrowDown => Self::Next,
            Named::PageUp => Self::PageUp,
            Named::PageDown => Self::PageDown,
            Named::Home => Self::First,
            Named::End => Self::Last,
            _ => return None,
        })
    }
}

/// Returns the row a step leads to from `current`; the same where there is nowhere to go.
///
/// Rows for which `can_select` is false (section heads, disabled rows) are passed over. From no row at all, every step
/// down leads to the first row and every step up to the last. A page is what `view` shows; it always moves by a row.
pub fn step(
    current: Option<usize>,
    step: Step,
    rows: &Heights,
    view: View,
    can_select: impl Fn(usize) -> bool,
) -> Option<usize> {
    let first = || (0..rows.count()).find(|row| can_select(*row));
    let last = || (0..rows.count()).rev().find(|row| can_select(*row));
    let Some(from) = current.filter(|row| *row < rows.count()) else {
        return match step {
            Step::Previous | Step::PageUp | Step::Last => last(),
            Step::Next | Step::PageDown | Step::First => first(),
        };
    };
    let above = |start: usize| (0..start).rev().find(|row| can_select(*row));
    let below = |start: usize| (start..rows.count()).find(|row| can_select(*row));
    let found = match step {
        Step::Previous => above(from),
        Step::Next => below(from + 1),
        Step::First => first(),
        Step::Last => last(),
        Step::PageUp => {
            let target = rows.at(rows.top(from) - page(rows, from, view)).unwrap_or(0).min(from.saturating_sub(1));
            below(target).filter(|row| *row < from).or_else(first)
        }
        Step::PageDown => {
            let target = rows.at(rows.top(from) + page(rows, from, view)).unwrap_or(0).max(from + 1);
            above(target + 1).filter(|row| *row > from).or_else(|| below(target)).or_else(last)
        }
    };
    found.or(current)
}

/// What the view shows, without the row the step starts from: that one stays in sight.
fn page(rows: &Heights, from: usize, view: View) -> f32 {
    (view.height - rows.height(from)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: View = View { offset: 0.0, height: 100.0 };

    #[test]
    fn steps_lead_where_the_keys_say() {
        let rows = Heights::same(50, 20.0);
        for (from, by, to) in [
            (None, Step::Next, Some(0)),
            (None, Step::PageDown, Some(0)),
            (None, Step::Previous, Some(49)),
            (Some(7), Step::Next, Some(8)),
            (Some(7), Step::Previous, Some(6)),
            (Some(0), Step::Previous, Some(0)),
            (Some(49), Step::Next, Some(49)),
            (Some(7), Step::First, Some(0)),
            (Some(7), Step::Last, Some(49)),
            (Some(7), Step::PageDown, Some(11)),
            (Some(7), Step::PageUp, Some(3)),
            (Some(2), Step::PageUp, Some(0)),
            (Some(48), Step::PageDown, Some(49)),
            (Some(99), Step::Next, Some(0)),
        ] {
            assert_eq!(step(from, by, &rows, VIEW, |_| true), to, "{by:?} from {from:?}");
        }
    }

    #[test]
    fn section_heads_are_passed_over() {
        // Heads at 0 and 4.
        let rows = Heights::each([36.0, 44.0, 44.0, 44.0, 36.0, 44.0, 44.0]);
        let is_entry = |row: usize| row != 0 && row != 4;
        for (from, by, to) in [
            (None, Step::Next, Some(1)),
            (Some(1), Step::Previous, Some(1)),
            (Some(3), Step::Next, Some(5)),
            (Some(5), Step::Previous, Some(3)),
            (Some(5), Step::First, Some(1)),
            (Some(1), Step::Last, Some(6)),
            (Some(2), Step::PageDown, Some(3)),
            (Some(3), Step::PageDown, Some(5)),
            (Some(5), Step::PageUp, Some(3)),
        ] {
            assert_eq!(step(from, by, &rows, VIEW, is_entry), to, "{by:?} from {from:?}");
        }
    }

    #[test]
    fn a_page_smaller_than_a_row_still_moves() {
        let rows = Heights::same(5, 20.0);
        let tiny = View { height: 1.0, ..VIEW };
        assert_eq!(step(Some(2), Step::PageDown, &rows, tiny, |_| true), Some(3));
        assert_eq!(step(Some(2), Step::PageUp, &rows, tiny, |_| true), Some(1));
    }

    #[test]
    fn where_nothing_can_be_selected_nothing_is() {
        let rows = Heights::same(3, 20.0);
        assert_eq!(step(None, Step::Next, &rows, VIEW, |_| false), None);
        assert_eq!(step(None, Step::Last, &Heights::default(), VIEW, |_| true), None);
        assert_eq!(step(Some(2), Step::PageDown, &Heights::default(), VIEW, |_| true), None);
    }
}
