//! Small marks: badges, the states of git, key caps, hints.

use super::{line, text};
use crate::theme::container as boxes;
use crate::tokens::{radius, size, space, text as steps};
use crate::{Element, Look, Palette, Row, Theme};
use iced::widget::container;
use iced::{Alignment, Color, Padding};

/// What a badge says by its colour; its words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A fact: "Default".
    Plain,
    /// News: "3 new".
    Accent,
    /// Watch out: "Low".
    Warning,
    /// Failed.
    Danger,
}

impl Tone {
    fn colors(self, c: &Palette) -> (Color, Color) {
        match self {
            Self::Plain => (c.control, c.text),
            Self::Accent => (c.accent, c.on_accent),
            Self::Warning => (c.warning_tint, c.warning),
            Self::Danger => (c.danger_tint, c.danger),
        }
    }
}

/// A small rounded label.
pub fn badge<'a, Message: 'a>(look: &Look, tone: Tone, content: impl Into<String>) -> Element<'a, Message> {
    let style = move |theme: &Theme| {
        let c = theme.palette();
        let (fill, ink) = tone.colors(c);
        let edge = if c.is_contrast { c.border } else { fill };
        container::Style { text_color: Some(ink), ..boxes::edged(fill, edge, radius::PILL) }
    };
    container(text::label(look, steps::CAPTION_STRONG, content))
        .padding(Padding::from([1.0, space::S]))
        .style(style)
        .into()
}

/// What git says of a file, by a letter as well as by a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Git {
    /// Git does not know it.
    Untracked,
    /// It is new.
    Added,
    /// It has another name.
    Renamed,
    /// It was changed.
    Modified,
    /// It is gone.
    Deleted,
    /// Two changes of it exclude each other.
    Conflict,
}

impl Git {
    /// The letter that stands for it.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Untracked => "?",
            Self::Added => "A",
            Self::Renamed => "R",
            Self::Modified => "M",
            Self::Deleted => "D",
            Self::Conflict => "!",
        }
    }

    fn color(self, c: &Palette) -> Color {
        match self {
            Self::Untracked => c.git_untracked,
            Self::Added => c.git_added,
            Self::Renamed => c.git_renamed,
            Self::Modified => c.git_modified,
            Self::Deleted => c.git_deleted,
            Self::Conflict => c.git_conflict,
        }
    }
}

/// Where git sees a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// In the working tree: outlined.
    WorkingTree,
    /// In the index: filled.
    Index,
}

/// The state of a file: a letter in a square, on a row that is selected or not.
pub fn git_badge<'a, Message: 'a>(look: &Look, git: Git, stage: Stage, is_selected: bool) -> Element<'a, Message> {
    let style = move |theme: &Theme| {
        let c = theme.palette();
        let color = c.on(is_selected, git.color(c));
        let paper = if is_selected { c.selection } else { c.surface };
        let (square, ink) = match stage {
            Stage::WorkingTree => (boxes::outline(color, 1.0, radius::SMALL), color),
            Stage::Index => (boxes::fill(color, radius::SMALL), paper),
        };
        container::Style { text_color: Some(ink), ..square }
    };
    container(text::label(look, steps::MARK, git.letter())).center(size::MARK).style(style).into()
}

/// A dot for a folder that has such changes inside, as wide as a badge.
pub fn git_dot<'a, Message: 'a>(git: Git, is_selected: bool) -> Element<'a, Message> {
    /// Diameter of the dot.
    const DOT: f32 = 6.0;
    let style = move |theme: &Theme| {
        let c = theme.palette();
        boxes::fill(c.on(is_selected, git.color(c)), radius::PILL)
    };
    let dot = container(super::gap(DOT, DOT)).width(DOT).height(DOT).style(style);
    container(dot).center(size::MARK).into()
}

/// A key cap.
pub fn key<'a, Message: 'a>(look: &Look, name: impl Into<String>) -> Element<'a, Message> {
    container(text::label(look, steps::CAPTION, name))
        .padding(Padding::from([1.0, radius::INNER]))
        .style(boxes::key_cap)
        .into()
}

/// The caps of a chord, a space between its keys, which reads from left to right in every language.
pub fn chord<'a, Message: 'a>(look: &Look, keys: &str) -> Row<'a, Message> {
    Row::with_children(keys.split(' ').map(|name| key(look, name))).spacing(space::XS).align_y(Alignment::Center)
}

/// Key caps, then what they do.
pub fn hint<'a, Message: 'a>(look: &Look, keys: &str, does: impl Into<String>) -> Element<'a, Message> {
    line(look, vec![chord(look, keys).into(), text::caption(look, does).into()], space::S).into()
}
