//! Shapes a text, and its parts when it must be cut.

use super::cut::{Cut, ELLIPSIS, Kept, Order, first_line};
use super::{Format, HEAVY};
use crate::cells::{Cells, Paragraph};
use iced::advanced::graphics::text::cosmic_text::LayoutRun;
use iced::advanced::text::{self, Paragraph as _, Span};
use iced::{Font, Pixels, Rectangle, Size, alignment};
use std::ops::Range;

/// An invisible letter where the face changes: cosmic-text 0.15 sets a word of ASCII letters alone in the face it starts
/// with, whatever faces follow in it.
const SEAM: &str = "\u{200C}";
/// Shaping a part again may differ by a fraction of a pixel from what was computed.
const TOLERANCE: f32 = 0.1;

/// The text of one [`super::Clip`] and how it is set.
pub(super) struct Shaper<'a> {
    pub content: &'a str,
    pub format: Format,
    pub marks: &'a [Range<usize>],
    pub cut: Cut,
    /// Whether the line is read from left to right whatever its letters are.
    pub is_kept_ltr: bool,
}

/// One shaped line.
pub(super) struct Row {
    pub paragraph: Paragraph,
    pub width: f32,
    pub underlines: Vec<Rectangle>,
}

/// What is drawn.
#[derive(Default)]
pub(super) struct Lines {
    pub rows: Vec<Row>,
    pub is_cut: bool,
}

impl Lines {
    pub fn width(&self) -> f32 {
        self.rows.iter().map(|row| row.width).fold(0.0, f32::max)
    }
}

/// One line without an end.
pub(crate) fn unbounded<T>(format: Format, content: T) -> text::Text<T, Font> {
    text::Text {
        content,
        bounds: Size::INFINITE,
        size: Pixels(format.size),
        line_height: text::LineHeight::Absolute(Pixels(format.line_height)),
        font: format.font,
        // Other alignments shift right-to-left lines out of their box in iced 0.14.
        align_x: text::Alignment::Default,
        align_y: alignment::Vertical::Top,
        shaping: text::Shaping::Auto,
        wrapping: text::Wrapping::None,
    }
}

impl Shaper<'_> {
    /// The whole text on one line.
    pub fn whole(&self) -> Paragraph {
        let whole = self.set(&[self.content]);
        if self.is_kept_ltr && is_rtl(&whole) {
            return self.set(&[Order::LeftToRight.mark(), self.content]);
        }
        whole
    }

    /// One line, cut when `room` asks for it.
    pub fn one(&self, whole: &Paragraph, room: f32) -> Lines {
        if whole.min_width() <= room + TOLERANCE {
            let lead =
                if self.is_kept_ltr && is_rtl(&self.set(&[self.content])) { Order::LeftToRight.mark() } else { "" };
            return Lines { rows: vec![self.row(whole.clone(), &[lead, self.content])], is_cut: false };
        }
        let order = Order::of(is_rtl(whole));
        Lines { rows: vec![self.cut(self.content, order, room)], is_cut: true }
    }

    /// Two lines: the first as long as it may be, the rest cut when it must be.
    pub fn two(&self, whole: &Paragraph, room: f32) -> Lines {
        if whole.min_width() <= room + TOLERANCE {
            return self.one(whole, room);
        }
        let order = Order::of(is_rtl(whole));
        let (first, rest) = self.first_line(order, room);
        if rest.is_empty() {
            return Lines { rows: vec![first], is_cut: false };
        }
        let second = self.part(rest, order);
        let is_cut = second.width > room + TOLERANCE;
        let second = if is_cut { self.cut(rest, order, room) } else { second };
        Lines { rows: vec![first, second], is_cut }
    }

    /// As many lines as it takes, broken where the language breaks lines.
    pub fn every(&self, whole: &Paragraph, room: f32) -> Lines {
        if whole.min_width() <= room + TOLERANCE {
            return self.one(whole, room);
        }
        let order = Order::of(is_rtl(whole));
        let broken = Paragraph::with_text(text::Text {
            bounds: Size::new(room, f32::INFINITY),
            wrapping: text::Wrapping::WordOrGlyph,
            ..unbounded(self.format, self.content)
        });
        let line = |bytes: Range<usize>| self.part(self.content[bytes].trim(), order);
        Lines { rows: broken.buffer().layout_runs().filter_map(|run| bytes(&run)).map(line).collect(), is_cut: false }
    }

    /// As much as fits on one line, and the rest. Shaped alone a part may come out wider than within the whole.
    fn first_line(&self, order: Order, room: f32) -> (Row, &str) {
        let cells = Cells::of(&Paragraph::with_text(unbounded(self.format, self.content)));
        let mut allowed = room;
        loop {
            let end = first_line(self.content, cells.all(), allowed);
            let row = self.part(self.content[..end].trim_end(), order);
            let over = row.width - room;
            if over <= TOLERANCE || allowed <= 0.0 {
                return (row, self.content[end..].trim_start());
            }
            allowed -= over;
        }
    }

    /// Cuts one line of text.
    fn cut(&self, text: &str, order: Order, room: f32) -> Row {
        // Without marks, whose seams would count as letters; heavier letters are a little wider, which the loop settles.
        let cells = Cells::of(&Paragraph::with_text(unbounded(self.format, text)));
        let ellipsis = self.set(&[ELLIPSIS]).min_width();
        let mut kept = Kept::choose(text, cells.all(), self.cut, room, ellipsis);
        loop {
            let row = self.ordered(order, |lead| kept.pieces(text, lead));
            if row.width <= room + TOLERANCE {
                return row;
            }
            match kept.shorter(text, cells.all()) {
                Some(shorter) => kept = shorter,
                None => return row,
            }
        }
    }

    fn part(&self, text: &str, order: Order) -> Row {
        self.ordered(order, |lead| [lead.map_or("", Order::mark), text, "", "", "", ""])
    }

    /// A part is read in the direction of the whole, even where its own first letter says otherwise.
    fn ordered<'t>(&self, order: Order, pieces: impl Fn(Option<Order>) -> [&'t str; 6]) -> Row {
        let plain = pieces(None);
        let paragraph = self.set(&plain);
        if Order::of(is_rtl(&paragraph)) == order {
            return self.row(paragraph, &plain);
        }
        let marked = pieces(Some(order));
        self.row(self.set(&marked), &marked)
    }

    /// Sets pieces one after the other; those that lie within the content carry their marks.
    fn set(&self, pieces: &[&str]) -> Paragraph {
        let mut spans: Vec<Span<'_, (), Font>> = Vec::new();
        for piece in pieces {
            for (part, is_heavy) in self.faces(piece) {
                let span = Span::new(part);
                spans.push(if is_heavy { span.font(HEAVY) } else { span });
            }
        }
        if spans.iter().any(|span| span.font.is_some()) {
            Paragraph::with_spans(unbounded(self.format, spans.as_slice()))
        } else if let [content] = pieces {
            Paragraph::with_text(unbounded(self.format, *content))
        } else {
            Paragraph::with_text(unbounded(self.format, pieces.concat().as_str()))
        }
    }

    /// Splits a piece where its face changes.
    fn faces<'t>(&self, piece: &'t str) -> Vec<(&'t str, bool)> {
        let Some(offset) = self.offset(piece).filter(|_| !self.marks.is_empty()) else {
            return vec![(piece, false)];
        };
        let mut parts = Vec::new();
        let mut from = 0;
        for mark in self.marks {
            let (start, end) = within(mark, offset, piece);
            if start < end && takes_weight(&piece[start..end]) {
                parts.extend([(&piece[from..start], false), (SEAM, false), (&piece[start..end], true), (SEAM, false)]);
                from = end;
            }
        }
        parts.push((&piece[from..], false));
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }

    /// Where in the content a piece lies; `None` for an ellipsis and other marks of ours.
    fn offset(&self, piece: &str) -> Option<usize> {
        let all = self.content.as_bytes().as_ptr_range();
        let part = piece.as_bytes().as_ptr_range();
        let is_inside = !piece.is_empty() && part.start >= all.start && part.end <= all.end;
        is_inside.then(|| part.start.addr() - all.start.addr())
    }

    fn row(&self, paragraph: Paragraph, pieces: &[&str]) -> Row {
        let underlines = if self.marks.is_empty() { Vec::new() } else { self.underlines(&paragraph, pieces) };
        Row { width: paragraph.min_width(), paragraph, underlines }
    }

    fn underlines(&self, paragraph: &Paragraph, pieces: &[&str]) -> Vec<Rectangle> {
        let cells = Cells::of(paragraph);
        let baseline = paragraph.buffer().layout_runs().next().map_or(0.0, |run| run.line_y);
        let thickness = (self.format.size / 10.0).round().max(1.0);
        let top = (baseline + self.format.size * 0.28).round().min(self.format.line_height - thickness);
        let mut lines = Vec::new();
        let mut shown = 0;
        for (part, _) in pieces.iter().flat_map(|piece| self.faces(piece)) {
            if let Some(offset) = self.offset(part) {
                let ranges = self.marks.iter().map(|mark| within(mark, offset, part));
                for (start, end) in ranges.filter(|(start, end)| start < end && !takes_weight(&part[*start..*end])) {
                    for (left, right) in cells.stretches(&(shown + start..shown + end)) {
                        lines.push(Rectangle { x: left, y: top, width: right - left, height: thickness });
                    }
                }
            }
            shown += part.len();
        }
        lines
    }
}

/// The part of a mark that lies in a piece, as offsets in the piece; empty where it is not on letters.
fn within(mark: &Range<usize>, offset: usize, piece: &str) -> (usize, usize) {
    let clamp = |at: usize| at.saturating_sub(offset).min(piece.len());
    let (start, end) = (clamp(mark.start), clamp(mark.end));
    if piece.is_char_boundary(start) && piece.is_char_boundary(end) { (start, end) } else { (0, 0) }
}

/// Whether the interface font itself has these letters, and so has them in every weight.
fn takes_weight(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter, '\0'..='\u{24F}' | '\u{300}'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2000}'..='\u{206F}')
    })
}

fn is_rtl(paragraph: &Paragraph) -> bool {
    paragraph.buffer().layout_runs().next().is_some_and(|run| run.rtl)
}

/// The bytes that stand on one line of several; `None` where it is empty.
fn bytes(run: &LayoutRun<'_>) -> Option<Range<usize>> {
    let start = run.glyphs.iter().map(|glyph| glyph.start).min()?;
    let end = run.glyphs.iter().map(|glyph| glyph.end).max()?;
    Some(start..end)
}
