//! Which letters of a text stay when it is cut to its room. Pure: works on cells, wherever they were measured.

use crate::cells::Cell;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The mark of what was left out.
pub(super) const ELLIPSIS: &str = "\u{2026}";
const JOINER: &str = "\u{200D}";
const LEFT_TO_RIGHT: &str = "\u{200E}";
const RIGHT_TO_LEFT: &str = "\u{200F}";

/// Where a text that is too long for its room is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cut {
    /// At the end: sentences and titles.
    #[default]
    End,
    /// In the middle, keeping that many letters at the end: names.
    Middle(usize),
    /// At the start, whole parts between slashes: paths. The last part alone is cut as a name is.
    Path,
}

impl Cut {
    /// How names of files are cut: the last nine letters stay, so that the extension and a number before it can be read.
    pub const NAME: Self = Self::Middle(9);
}

/// What stays of a text: `head`, then the ellipsis, then `tail`. Ranges of bytes; each may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    pub head: Range<usize>,
    pub tail: Range<usize>,
}

impl Kept {
    /// Chooses what stays of `text` in `room`, where the ellipsis takes `ellipsis`; all in logical pixels.
    ///
    /// `cells` are those of the whole text. Shaping the result again may move it by a pixel: see [`Kept::shorter`].
    pub fn choose(text: &str, cells: &[Cell], cut: Cut, room: f32, ellipsis: f32) -> Self {
        let room = room - ellipsis;
        match cut {
            Cut::End => Self::both_ends(text, cells, 0, room),
            Cut::Middle(tail) => Self::both_ends(text, cells, tail.min(cells.len() / 2), room),
            Cut::Path => Self::last_parts(text, cells, room).unwrap_or_else(|| Self::last_part(text, cells, room)),
        }
    }

    fn both_ends(text: &str, cells: &[Cell], tail: usize, room: f32) -> Self {
        let width = |cells: &[Cell]| cells.iter().map(Cell::width).sum::<f32>();
        let mut tail_at = cells.len() - tail;
        let first = cells.first().map_or(0.0, Cell::width);
        // Where not even one letter fits before it, the end gives way.
        while tail_at < cells.len() && width(&cells[tail_at..]) + first > room {
            tail_at += 1;
        }
        let mut left = room - width(&cells[tail_at..]);
        let mut head = 0;
        while head < tail_at && cells[head].width() <= left {
            left -= cells[head].width();
            head += 1;
        }
        let byte = |index: usize| cells.get(index).map_or(text.len(), |cell| cell.start);
        Self { head: 0..trimmed(text, byte(head)), tail: byte(tail_at)..text.len() }
    }

    fn last_parts(text: &str, cells: &[Cell], room: f32) -> Option<Self> {
        let mut left = room;
        let mut best = None;
        for cell in cells.iter().rev() {
            left -= cell.width();
            if left < 0.0 {
                break;
            }
            if &text[cell.start..cell.end] == "/" && cell.start > 0 && cell.end < text.len() {
                best = Some(cell.start);
            }
        }
        best.map(|start| Self { head: 0..0, tail: start..text.len() })
    }

    /// Not even the last part fits: it alone is shown, cut as a name.
    fn last_part(text: &str, cells: &[Cell], room: f32) -> Self {
        let from = text.trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
        let first = cells.iter().position(|cell| cell.start >= from).unwrap_or(0);
        let Cut::Middle(tail) = Cut::NAME else { unreachable!("a constant") };
        let cells = &cells[first..];
        let kept = Self::both_ends(text, cells, tail.min(cells.len() / 2), room);
        Self { head: from..kept.head.end.max(from), ..kept }
    }

    /// One letter less, for when shaping made the result wider than computed; `None` when only the ellipsis is left.
    pub fn shorter(&self, text: &str, cells: &[Cell]) -> Option<Self> {
        let head = text[self.head.clone()].len();
        if head > 0 {
            let last = cells.iter().rev().find(|cell| cell.end <= self.head.end)?;
            let end = trimmed(text, last.start).max(self.head.start);
            return Some(Self { head: self.head.start..end, ..self.clone() });
        }
        let first = cells.iter().find(|cell| cell.start >= self.tail.start)?;
        Some(Self { tail: first.end..self.tail.end, ..self.clone() })
    }

    /// The pieces to show in order. Letters that were joined across the cut keep their joined form.
    pub fn pieces<'a>(&self, text: &'a str, order: Option<Order>) -> [&'a str; 6] {
        let joins = |at: usize| is_joined(text, at);
        let mark = match order {
            None => "",
            Some(Order::LeftToRight) => LEFT_TO_RIGHT,
            Some(Order::RightToLeft) => RIGHT_TO_LEFT,
        };
        let before = if self.head.is_empty() || !joins(self.head.end) { "" } else { JOINER };
        let after = if self.tail.is_empty() || !joins(self.tail.start) { "" } else { JOINER };
        [mark, &text[self.head.clone()], before, ELLIPSIS, after, &text[self.tail.clone()]]
    }
}

/// Which way a line as a whole is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    LeftToRight,
    RightToLeft,
}

impl Order {
    pub fn of(is_rtl: bool) -> Self {
        if is_rtl { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// The invisible letter that makes a line be read this way.
    pub fn mark(self) -> &'static str {
        match self {
            Self::LeftToRight => LEFT_TO_RIGHT,
            Self::RightToLeft => RIGHT_TO_LEFT,
        }
    }
}

/// The byte behind the first line of a name: behind a space, "-" or "_", before ".", between letters of scripts that
/// write without spaces, and within a word only where nothing else fits. At least one letter.
///
/// cosmic-text's own wrapping overfills lines whose direction changes.
pub(super) fn first_line(text: &str, cells: &[Cell], room: f32) -> usize {
    let mut left = room;
    let mut fits = cells.first().map_or(0, |cell| cell.end);
    for cell in cells {
        left -= cell.width();
        let is_space = text[cell.start..cell.end].trim().is_empty();
        if left < 0.0 && !is_space {
            break;
        }
        fits = fits.max(cell.end);
    }
    if fits == text.len() {
        return fits;
    }
    let mut bounds = text.split_word_bound_indices().map(|(at, _)| at).peekable();
    let mut best = None;
    for cell in cells.iter().filter(|cell| cell.start > 0 && cell.start <= fits) {
        while bounds.next_if(|at| *at < cell.start).is_some() {}
        if may_break(text, cell.start, bounds.peek() == Some(&cell.start)) {
            best = Some(cell.start);
        }
    }
    best.unwrap_or(fits)
}

fn may_break(text: &str, at: usize, is_word_bound: bool) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next()) else {
        return false;
    };
    let is_between_words = is_word_bound && before.is_alphanumeric() && after.is_alphanumeric();
    before.is_whitespace() || matches!(before, '-' | '_') || after == '.' || is_between_words
}

/// The end of the text before `end` without the spaces there.
fn trimmed(text: &str, end: usize) -> usize {
    text[..end].trim_end().len()
}

/// Whether the letters on both sides of `at` are of a script whose letters join.
fn is_joined(text: &str, at: usize) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(is_joining);
    joins(text[..at].chars().next_back()) && joins(text[at..].chars().next())
}

/// Letters and marks of Arabic, Syriac, N'Ko, Mandaic, Mongolian: those whose shape depends on their neighbours.
fn is_joining(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}'..='\u{6EF}' | '\u{6FA}'..='\u{6FF}'
        | '\u{710}'..='\u{77F}' | '\u{7CA}'..='\u{7F5}' | '\u{840}'..='\u{85B}' | '\u{860}'..='\u{8FF}'
        | '\u{1820}'..='\u{18AA}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is ten wide.
    fn cells(text: &str) -> Vec<Cell> {
        let cell = |(index, (start, grapheme)): (usize, (usize, &str))| Cell {
            start,
            end: start + grapheme.len(),
            left: index as f32 * 10.0,
            right: index as f32 * 10.0 + 10.0,
            is_rtl: false,
        };
        text.grapheme_indices(true).enumerate().map(cell).collect()
    }

    fn cut(text: &str, cut: Cut, room: f32) -> String {
        Kept::choose(text, &cells(text), cut, room, 10.0).pieces(text, None).concat()
    }

    #[test]
    fn each_kind_of_text_is_cut_where_it_can_be_spared() {
        for (text, how, room, shown) in [
            ("A long sentence", Cut::End, 80.0, "A long…"),
            ("A long sentence", Cut::End, 75.0, "A long…"),
            ("A long sentence", Cut::End, 90.0, "A long s…"),
            ("Quarterly report 2024.pdf", Cut::NAME, 150.0, "Quart… 2024.pdf"),
            ("Quarterly report 2024.pdf", Cut::NAME, 110.0, "Q… 2024.pdf"),
            ("Quarterly report 2024.pdf", Cut::NAME, 80.0, "Q…24.pdf"),
            ("Quarterly report 2024.pdf", Cut::NAME, 10.0, "…"),
            ("short.txt", Cut::NAME, 80.0, "sho….txt"),
            ("/home/anna/Documents/tax", Cut::Path, 150.0, "…/Documents/tax"),
            ("/home/anna/Documents/tax", Cut::Path, 140.0, "…/tax"),
            ("/home/anna/Documents/", Cut::Path, 120.0, "…/Documents/"),
            ("/home/anna/Quarterly report.pdf", Cut::Path, 120.0, "Qu…eport.pdf"),
            ("x", Cut::End, 0.0, "…"),
            ("", Cut::NAME, 5.0, "…"),
        ] {
            assert_eq!(cut(text, how, room), shown, "{text} in {room}");
        }
    }

    #[test]
    fn a_line_of_a_name_ends_where_a_name_may_be_broken() {
        for (text, room, first) in [
            ("holiday-photographs.jpeg", 120.0, "holiday-"),
            ("holiday_photographs.jpeg", 100.0, "holiday_"),
            ("photographs.jpeg", 120.0, "photographs"),
            ("two words", 50.0, "two "),
            ("two words", 30.0, "two "),
            ("Donaudampfschiff", 50.0, "Donau"),
            ("年次販売報告書", 30.0, "年次販"),
            ("x", 0.0, "x"),
            ("fits", 40.0, "fits"),
            ("", 40.0, ""),
        ] {
            assert_eq!(&text[..first_line(text, &cells(text), room)], first, "{text} in {room}");
        }
    }

    #[test]
    fn clusters_stay_whole() {
        assert_eq!(cut("👩\u{200D}💻👩\u{200D}💻👩\u{200D}💻", Cut::End, 20.0), "👩\u{200D}💻…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", Cut::End, 20.0), "e\u{301}…");
    }

    #[test]
    fn arabic_letters_cut_within_a_word_keep_their_joined_form() {
        assert_eq!(cut("مستندات", Cut::End, 40.0), "مست\u{200D}…");
        assert_eq!(cut("ملف كبير", Cut::End, 50.0), "ملف…", "between words nothing joins");
        assert_eq!(cut("مستنداتطويلة", Cut::Middle(2), 50.0), "مس\u{200D}…\u{200D}لة");
    }

    #[test]
    fn getting_shorter_ends_at_the_bare_ellipsis() {
        for text in ["Quarterly report 2024.pdf", "ab", "مستندات"] {
            let cells = cells(text);
            let mut kept = Kept::choose(text, &cells, Cut::NAME, 1000.0, 10.0);
            let mut steps = 0;
            while let Some(next) = kept.shorter(text, &cells) {
                assert!(next.head.len() + next.tail.len() < kept.head.len() + kept.tail.len());
                kept = next;
                steps += 1;
            }
            assert!(steps <= cells.len() && kept.pieces(text, None).concat() == ELLIPSIS, "{text}");
        }
    }
}
