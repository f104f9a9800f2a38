//! Menus: the rows, and the frame they float in.

mod column;
mod row;

use super::scroller::sided;
use super::{raised, rule, scroll};
use crate::icon::Glyph;
use crate::tokens::{radius, size, space};
use crate::{Element, Look};
use column::Even;
use iced::widget::container;
use iced::{Length, Padding};

/// Inside a menu, around its rows.
const INSET: f32 = 5.0;

/// A row of a menu: what it does, and the keys that do it too.
#[derive(Debug, Clone, PartialEq)]
pub struct MenuRow<Message> {
    /// Its glyph; rows without one stand where the others have theirs.
    pub glyph: Option<Glyph>,
    /// A verb.
    pub label: String,
    /// A chord: "Ctrl C".
    pub keys: String,
    /// What it says; without it the row is disabled.
    pub message: Option<Message>,
    /// Whether it is shown as the row one is on; that which the pointer or the focus is on is so by itself.
    pub is_current: bool,
    /// Whether something gets lost: such a row stands last, after a rule.
    pub is_destructive: bool,
}

impl<Message> Default for MenuRow<Message> {
    fn default() -> Self {
        Self::new(String::new(), None)
    }
}

impl<Message> MenuRow<Message> {
    /// A row that says `message`, or is disabled without one.
    pub fn new(label: impl Into<String>, message: Option<Message>) -> Self {
        let (label, keys) = (label.into(), String::new());
        Self { glyph: None, label, keys, message, is_current: false, is_destructive: false }
    }

    /// The same with a glyph before its label.
    pub fn glyph(self, glyph: Glyph) -> Self {
        Self { glyph: Some(glyph), ..self }
    }

    /// The same with the chord that does it too.
    pub fn keys(self, keys: impl Into<String>) -> Self {
        Self { keys: keys.into(), ..self }
    }

    /// The same as one that loses something.
    pub fn destructive(self) -> Self {
        Self { is_destructive: true, ..self }
    }
}

impl<Message> From<MenuRow<Message>> for MenuPart<'_, Message> {
    fn from(row: MenuRow<Message>) -> Self {
        Self::Row(row)
    }
}

/// What a menu is made of.
pub enum MenuPart<'a, Message> {
    /// A row.
    Row(MenuRow<Message>),
    /// A rule between groups.
    Rule,
    /// Anything else, as high as it is: a segmented choice, a head.
    Other(Element<'a, Message>),
}

/// A menu, floating, as wide as its longest row; it scrolls where it is too long for the window. Where it floats is for
/// [`popover`](super::popover) to say, which also lets the arrows walk its rows.
pub fn menu<'a, Message: Clone + 'a>(look: &Look, parts: Vec<MenuPart<'a, Message>>) -> Element<'a, Message> {
    let has_glyphs = parts.iter().any(|part| matches!(part, MenuPart::Row(row) if row.glyph.is_some()));
    let rows = parts.into_iter().map(|part| match part {
        MenuPart::Row(row) => row::Target::new(look, row, has_glyphs).into(),
        MenuPart::Rule => container(rule()).padding(Padding::from([space::XS, 0.0])).into(),
        MenuPart::Other(content) => content,
    });
    let rows = Even::new(rows.collect(), size::MENU - 2.0 * INSET);
    let rows = sided(look, scroll(rows).width(Length::Shrink).height(Length::Shrink));
    raised(container(rows).padding(INSET), radius::MENU)
}

#[cfg(test)]
mod tests;
