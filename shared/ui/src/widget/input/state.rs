//! What an input remembers between frames: its text, how it is set, whether it has the focus.

use super::caret::{Caret, scrolled};
use super::editor::{Editor, byte_of};
use crate::cells::{Cells, Paragraph};
use crate::widget::clip::{Format, unbounded};
use iced::advanced::input_method::Preedit;
use iced::advanced::mouse;
use iced::advanced::text::{self, Paragraph as _};
use iced::advanced::widget::operation;
use iced::keyboard;
use std::ops::Range;
use std::time::{Duration, Instant};

/// The caret is shown for so long, and hidden for as long.
const BLINK: Duration = Duration::from_millis(500);
/// After so long without a key it stays, and wakes nothing any more.
const BLINKS_FOR: Duration = Duration::from_secs(10);

/// A shaped line, kept until its text or its format change.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    paragraph: Paragraph,
    cells: Cells,
}

impl Line {
    pub fn set(&mut self, text: &str, format: Format) {
        let shape = text::Text { shaping: text::Shaping::Advanced, ..unbounded(format, ()) };
        if self.text == text && self.paragraph.compare(shape) == text::Difference::None {
            return;
        }
        text.clone_into(&mut self.text);
        self.paragraph = Paragraph::with_text(shape.with_content(text));
        self.cells = Cells::of(&self.paragraph);
    }

    pub fn paragraph(&self) -> &Paragraph {
        &self.paragraph
    }

    pub fn cells(&self) -> &Cells {
        &self.cells
    }
}

/// What a drag of the mouse selects.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Drag {
    Letters,
    /// Whole words, from this one on.
    Words(Range<usize>),
}

#[derive(Default)]
pub(super) struct State {
    pub editor: Editor,
    pub line: Line,
    pub placeholder: Line,
    pub format: Format,
    /// Room for the line, in logical pixels.
    pub room: f32,
    pub scroll: f32,
    pub is_mirrored: bool,
    pub is_enabled: bool,
    pub is_hovered: bool,
    pub focus: Option<Focus>,
    /// Whether keys go elsewhere, or the window is hidden: the focus stays, its caret does not.
    pub is_window_inactive: bool,
    pub drag: Option<Drag>,
    pub last_click: Option<mouse::Click>,
    pub modifiers: keyboard::Modifiers,
    pub preedit: Option<Preedit>,
}

/// The focus, and when the user last did something with it.
#[derive(Debug, Clone)]
pub(super) struct Focus {
    pub since: Instant,
    pub now: Instant,
}

/// Whether a caret is shown so long after the last key, and when that changes.
pub(super) fn blink(elapsed: Duration) -> (bool, Option<Duration>) {
    if elapsed >= BLINKS_FOR {
        return (true, None);
    }
    let phase = elapsed.as_millis() / BLINK.as_millis();
    let rest = BLINK.as_millis() - elapsed.as_millis() % BLINK.as_millis();
    (phase.is_multiple_of(2), u64::try_from(rest).ok().map(Duration::from_millis))
}

impl State {
    /// Width of the caret, in logical pixels.
    pub fn caret_width(&self) -> f32 {
        if self.format.size < 18.0 { 1.0 } else { 2.0 }
    }

    /// From the left of the room to the left of the line.
    pub fn origin(&self, line: &Line) -> f32 {
        let width = line.cells.width() + self.caret_width();
        if width <= self.room {
            return if self.is_mirrored { self.room - width } else { 0.0 };
        }
        if self.focus.is_some() {
            return -self.scroll;
        }
        // At rest the line shows how it begins.
        if line.cells.is_rtl() { self.room - width } else { 0.0 }
    }

    /// Shapes what was edited and keeps the caret in sight.
    pub fn refresh(&mut self) {
        self.line.set(self.editor.text(), self.format);
        let cells = &self.line.cells;
        let width = cells.width() + self.caret_width();
        self.scroll = scrolled(self.scroll, self.editor.caret().x(cells), width, self.room).round();
    }

    /// The place in the text nearest to a distance from the left of the room.
    pub fn hit(&self, x: f32) -> Caret {
        Caret::hit(&self.line.cells, x - self.origin(&self.line), self.editor.text().len())
    }

    /// Distance of the caret from the left of the room.
    pub fn caret_x(&self) -> f32 {
        let x = self.origin(&self.line) + self.editor.caret().x(&self.line.cells);
        x.round().clamp(0.0, (self.room - self.caret_width()).max(0.0))
    }

    pub fn touch(&mut self, now: Instant) {
        if let Some(focus) = &mut self.focus {
            focus.since = now;
            focus.now = now;
        }
    }
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.focus.is_some()
    }

    fn focus(&mut self) {
        let now = Instant::now();
        self.focus = self.is_enabled.then_some(Focus { since: now, now });
    }

    fn unfocus(&mut self) {
        self.focus = None;
        self.drag = None;
        self.preedit = None;
    }
}

/// Positions are counted in graphemes, as iced does.
impl operation::TextInput for State {
    fn text(&self) -> &str {
        if self.editor.text().is_empty() { &self.placeholder.text } else { self.editor.text() }
    }

    fn move_cursor_to_front(&mut self) {
        self.editor.place(Caret::before(0));
        self.refresh();
    }

    fn move_cursor_to_end(&mut self) {
        self.editor.place(Caret::after(self.editor.text().len()));
        self.refresh();
    }

    fn move_cursor_to(&mut self, position: usize) {
        self.editor.place(Caret::after(byte_of(self.editor.text(), position)));
        self.refresh();
    }

    fn select_all(&mut self) {
        self.editor.select_all();
        self.refresh();
    }

    fn select_range(&mut self, start: usize, end: usize) {
        let text = self.editor.text();
        let range = byte_of(text, start)..byte_of(text, end);
        self.editor.select(range);
        self.refresh();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_blinks_and_comes_to_rest() {
        for (elapsed, expected) in [
            (0, (true, Some(500))),
            (499, (true, Some(1))),
            (500, (false, Some(500))),
            (1200, (true, Some(300))),
            (10_000, (true, None)),
        ] {
            let (is_shown, next) = blink(Duration::from_millis(elapsed));
            assert_eq!((is_shown, next.map(|next| next.as_millis())), expected, "after {elapsed} ms");
        }
    }
}
