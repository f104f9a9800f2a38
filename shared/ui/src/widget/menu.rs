//! Menus: the rows, and the frame they float in.

use super::{fill, raised, rule, text};
use crate::icon::{self, Glyph};
use crate::theme::{button as kind, text as ink};
use crate::tokens::{icon as side, radius, size, space, text as steps};
use crate::{Button, Column, Element, Look};
use iced::widget::container;
use iced::{Length, Padding};

/// Inside a menu, around its rows.
const INSET: f32 = 5.0;

/// Its width at 100 %: the least of the design and room for German words and their keys.
const WIDTH: f32 = 1.4 * size::MENU;

/// A row of a menu: what it does, and the keys that do it too.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MenuRow<Message> {
    /// Its glyph; rows without one stand where the others have theirs.
    pub glyph: Option<Glyph>,
    /// A verb.
    pub label: String,
    /// A chord: "Ctrl C".
    pub keys: String,
    /// What it says; without it the row is disabled.
    pub message: Option<Message>,
    /// Whether the keys or the pointer are on it.
    pub is_current: bool,
    /// Whether something gets lost: such a row stands last, after a rule.
    pub is_destructive: bool,
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

/// A menu, floating; where it floats is for [`popover`](super::popover) to say.
pub fn menu<'a, Message: Clone + 'a>(look: &Look, parts: Vec<MenuPart<'a, Message>>) -> Element<'a, Message> {
    let has_glyphs = parts.iter().any(|part| matches!(part, MenuPart::Row(row) if row.glyph.is_some()));
    let rows = parts.into_iter().map(|part| match part {
        MenuPart::Row(row) => menu_row(look, row, has_glyphs).into(),
        MenuPart::Rule => container(rule()).padding(Padding::from([space::XS, 0.0])).into(),
        MenuPart::Other(content) => content,
    });
    let content = Column::with_children(rows);
    raised(container(content).padding(INSET).width(look.scaled(WIDTH)), radius::MENU)
}

/// One row; `has_glyphs` where any row of its menu has one.
fn menu_row<'a, Message: Clone + 'a>(look: &Look, row: MenuRow<Message>, has_glyphs: bool) -> Button<'a, Message> {
    let is_plain = row.message.is_some() && !row.is_current && !row.is_destructive;
    let mut parts: Vec<Element<'a, Message>> = Vec::new();
    match row.glyph {
        Some(glyph) => {
            parts.push(
                icon::glyph(glyph, side::CONTROL).style(if is_plain { ink::muted } else { ink::inherited }).into(),
            );
        }
        None if has_glyphs => parts.push(super::gap(side::CONTROL, 0.0)),
        None => {}
    }
    parts.push(text::body(look, row.label).into());
    parts.push(fill());
    if !row.keys.is_empty() {
        let keys = text::label(look, steps::CAPTION, row.keys);
        parts.push(keys.style(if is_plain { ink::muted } else { ink::inherited }).into());
    }
    let least = super::gap(size::MENU - 2.0 * INSET, 0.0);
    let line = super::line(look, parts, space::ICON).width(Length::Fill);
    let content = container(line).center_y(Length::Fill).padding(Padding::from([0.0, space::ICON]));
    let content = iced::widget::stack![least, content];
    let button = iced::widget::button(content).padding(0).height(look.menu_row()).width(Length::Fill);
    let button = button.on_press_maybe(row.message);
    if row.is_destructive {
        button.style(kind::row_danger(row.is_current))
    } else {
        button.style(kind::row(row.is_current))
    }
}
