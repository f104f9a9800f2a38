//! One line of text that is being edited: caret, selection, words, undo. Pure.

use super::caret::{Caret, Way};
use crate::cells::Cells;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The longest text an input holds, in bytes: many times a path, and shaped in an instant.
pub const LONGEST: usize = 32 * 1024;
/// How many changes can be undone.
const REMEMBERED: usize = 200;

/// A line of text with its caret.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    text: String,
    caret: Caret,
    /// The other end of the selection.
    anchor: usize,
    undo: Vec<Moment>,
    redo: Vec<Moment>,
    last: Change,
}

#[derive(Debug, Clone)]
struct Moment {
    text: String,
    caret: Caret,
    anchor: usize,
}

/// What was changed last: changes of one kind are undone together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Change {
    #[default]
    Other,
    Typing,
    Erasing,
}

/// How far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// One letter.
    Letter,
    /// To the edge of a word.
    Word,
}

/// Where the caret is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One letter or word to the left or right, as it is seen.
    To(Way, Unit),
    /// To the start of the text.
    Start,
    /// To its end.
    End,
}

impl Editor {
    /// Starts with that text, the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut editor = Self { text: text.to_owned(), ..Self::default() };
        editor.place(Caret::after(editor.text.len()));
        editor
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the caret is.
    pub fn caret(&self) -> Caret {
        self.caret
    }

    /// The selected bytes; empty where nothing is.
    pub fn selection(&self) -> Range<usize> {
        self.anchor.min(self.caret.at)..self.anchor.max(self.caret.at)
    }

    /// The selected text, if any.
    pub fn selected(&self) -> Option<&str> {
        let range = self.selection();
        (!range.is_empty()).then(|| &self.text[range])
    }

    /// Takes a text from outside. A caret at the end stays at the end. Only the clearing of a field can be undone: another
    /// text may have nothing to do with the one before.
    pub fn set(&mut self, text: &str) {
        let was_at_end = self.caret.at == self.text.len();
        if text.is_empty() {
            self.remember(Change::Other);
        } else {
            self.undo.clear();
            self.redo.clear();
        }
        text.clone_into(&mut self.text);
        let at = if was_at_end { text.len() } else { boundary(text, self.caret.at) };
        self.place(Caret { at, side: self.caret.side });
        self.last = Change::Other;
    }

    /// Puts the caret there and selects nothing.
    pub fn place(&mut self, caret: Caret) {
        self.anchor = caret.at;
        self.extend(caret);
    }

    /// Puts the caret there and selects what lies between it and the anchor.
    pub fn extend(&mut self, caret: Caret) {
        self.caret = caret;
        self.last = Change::Other;
    }

    /// Selects those bytes, the caret behind them.
    pub fn select(&mut self, range: Range<usize>) {
        self.anchor = boundary(&self.text, range.start);
        self.extend(Caret::before(boundary(&self.text, range.end)));
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.select(0..self.text.len());
    }

    /// Sends the caret somewhere, selecting on the way where `extends`. Returns whether anything moved.
    pub fn go(&mut self, motion: Motion, extends: bool, cells: &Cells) -> bool {
        let (caret, anchor) = (self.caret, self.anchor);
        let target = match motion {
            Motion::Start => Caret::before(0),
            Motion::End => Caret::after(self.text.len()),
            Motion::To(way, Unit::Letter) if !extends && !self.selection().is_empty() => {
                self.end_of_selection(way, cells)
            }
            Motion::To(way, Unit::Letter) => self.caret.step(cells, way).unwrap_or(self.caret),
            Motion::To(way, Unit::Word) if way.is_forward(cells.is_rtl()) => {
                Caret::before(next_word(&self.text, caret.at))
            }
            Motion::To(_, Unit::Word) => Caret::after(previous_word(&self.text, caret.at)),
        };
        if extends {
            self.extend(target);
        } else {
            self.place(target);
        }
        (caret, anchor) != (self.caret, self.anchor)
    }

    /// The end of the selection that is seen on that side.
    fn end_of_selection(&self, way: Way, cells: &Cells) -> Caret {
        let range = self.selection();
        let (start, end) = (Caret::after(range.start), Caret::before(range.end));
        match (start.x(cells) <= end.x(cells)) == (way == Way::Left) {
            true => start,
            false => end,
        }
    }

    /// Types or pastes: replaces the selection. Line ends become spaces, other controls are left out.
    pub fn insert(&mut self, typed: &str, is_typing: bool) -> bool {
        let room = LONGEST.saturating_sub(self.text.len() - self.selection().len());
        let clean = one_line(typed, room);
        if clean.is_empty() {
            return false;
        }
        let is_one_run = is_typing && self.selection().is_empty() && !clean.starts_with(' ');
        self.remember(if is_typing { Change::Typing } else { Change::Other });
        let at = self.replace(self.selection(), &clean);
        self.place(Caret::before(letter_end(&self.text, at)));
        self.last = if is_one_run { Change::Typing } else { Change::Other };
        true
    }

    /// Erases the selection, else what lies before the caret.
    pub fn erase_before(&mut self, unit: Unit) -> bool {
        let at = self.caret.at;
        let start = match unit {
            Unit::Letter => before_backspace(&self.text, at),
            Unit::Word => previous_word(&self.text, at),
        };
        self.erase(start..at)
    }

    /// Erases the selection, else what lies behind the caret.
    pub fn erase_after(&mut self, unit: Unit) -> bool {
        let at = self.caret.at;
        let end = match unit {
            Unit::Letter => next_letter(&self.text, at),
            Unit::Word => next_word(&self.text, at),
        };
        self.erase(at..end)
    }

    /// Erases the selection, if there is one, and returns it.
    pub fn cut(&mut self) -> Option<String> {
        let selected = self.selected()?.to_owned();
        let _ = self.erase(0..0);
        Some(selected)
    }

    /// Empties the text.
    pub fn clear(&mut self) -> bool {
        self.select_all();
        self.erase(0..0)
    }

    fn erase(&mut self, otherwise: Range<usize>) -> bool {
        let is_selected = !self.selection().is_empty();
        let range = if is_selected { self.selection() } else { otherwise };
        if range.is_empty() {
            return false;
        }
        self.remember(if is_selected { Change::Other } else { Change::Erasing });
        let at = self.replace(range, "");
        self.place(Caret::before(letter_end(&self.text, at)));
        self.last = if is_selected { Change::Other } else { Change::Erasing };
        true
    }

    fn replace(&mut self, range: Range<usize>, with: &str) -> usize {
        self.text.replace_range(range.clone(), with);
        range.start + with.len()
    }

    fn moment(&self) -> Moment {
        Moment { text: self.text.clone(), caret: self.caret, anchor: self.anchor }
    }

    fn remember(&mut self, change: Change) {
        self.redo.clear();
        if change != Change::Other && change == self.last {
            return;
        }
        if self.undo.len() == REMEMBERED {
            drop(self.undo.remove(0));
        }
        self.undo.push(self.moment());
    }

    /// Takes back the last change.
    pub fn undo(&mut self) -> bool {
        let Some(moment) = self.undo.pop() else {
            return false;
        };
        self.redo.push(self.moment());
        self.restore(moment);
        true
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&mut self) -> bool {
        let Some(moment) = self.redo.pop() else {
            return false;
        };
        self.undo.push(self.moment());
        self.restore(moment);
        true
    }

    fn restore(&mut self, moment: Moment) {
        self.text = moment.text;
        self.caret = moment.caret;
        self.anchor = moment.anchor;
        self.last = Change::Other;
    }

    /// The word around a place, as a double click selects it; between words, what stands there.
    pub fn word_at(&self, at: usize) -> Range<usize> {
        let found = parts(&self.text).find(|part| part.start <= at && at < part.end);
        let found = found.or_else(|| parts(&self.text).last()).unwrap_or(0..0);
        boundary(&self.text, found.start)..letter_end(&self.text, found.end)
    }
}

/// Returns the byte of the grapheme of that number; the end where there are fewer.
pub fn byte_of(text: &str, grapheme: usize) -> usize {
    text.grapheme_indices(true).nth(grapheme).map_or(text.len(), |(at, _)| at)
}

fn one_line(typed: &str, room: usize) -> String {
    let trimmed = typed.trim_end_matches(['\n', '\r']);
    let lines = trimmed.replace("\r\n", " ");
    let letters =
        lines.chars().map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    let mut clean = String::new();
    for letter in letters.filter(|letter| !letter.is_control()) {
        if clean.len() + letter.len_utf8() > room {
            break;
        }
        clean.push(letter);
    }
    clean
}

/// The nearest place at or before `at` where a grapheme starts.
fn boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    text.grapheme_indices(true).map(|(start, _)| start).take_while(|start| *start <= at).last().unwrap_or(0)
}

/// The nearest place at or behind `at` where a grapheme ends: what was typed or erased may have joined its neighbours.
fn letter_end(text: &str, at: usize) -> usize {
    let is_boundary = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    if is_boundary { at } else { next_letter(text, at) }
}

fn next_letter(text: &str, at: usize) -> usize {
    let next = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    next.ok().flatten().unwrap_or(text.len())
}

/// Where Backspace erases to: a whole grapheme, except that in Hebrew, Arabic and the scripts of South and South-East
/// Asia, whose letters are put together from several keys, it takes back one key.
fn before_backspace(text: &str, at: usize) -> usize {
    let grapheme = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0);
    let Some(last) = text[grapheme..at].chars().next_back() else {
        return grapheme;
    };
    let is_composed_by_keys = matches!(last, '\u{590}'..='\u{8FF}' | '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    if is_composed_by_keys { at - last.len_utf8() } else { grapheme }
}

/// Words, and what stands between them. A name is taken apart at "." and "_" too.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_word_bound_indices().flat_map(|(start, part)| {
        let mut at = start;
        part.split_inclusive(['.', '_']).flat_map(move |piece| {
            let joint = if piece.len() > 1 && piece.ends_with(['.', '_']) { piece.len() - 1 } else { piece.len() };
            let (word, rest) = (at..at + joint, at + joint..at + piece.len());
            at += piece.len();
            [word, rest].into_iter().filter(|range| !range.is_empty())
        })
    })
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    parts(text).filter(|part| text[part.clone()].contains(char::is_alphanumeric))
}

fn previous_word(text: &str, at: usize) -> usize {
    let start = words(text).map(|word| word.start).take_while(|start| *start < at).last().unwrap_or(0);
    boundary(text, start)
}

fn next_word(text: &str, at: usize) -> usize {
    let end = words(text).map(|word| word.end).find(|end| *end > at).unwrap_or(text.len());
    letter_end(text, end)
}

#[cfg(test)]
mod tests;
