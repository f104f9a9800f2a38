//! Scrolling areas.

use super::Theme;
use crate::tokens::radius;
use iced::widget::container;
use iced::widget::scrollable::{AutoScroll, Rail, Scroller, Status, Style};
use iced::{Background, Border, Color, Shadow, border};

/// A thin scroller over the content, without a rail; stronger while the pointer is on it.
pub fn thin(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let (vertical, horizontal) = match status {
        Status::Hovered { is_vertical_scrollbar_hovered, is_horizontal_scrollbar_hovered, .. } => {
            (is_vertical_scrollbar_hovered, is_horizontal_scrollbar_hovered)
        }
        Status::Dragged { is_vertical_scrollbar_dragged, is_horizontal_scrollbar_dragged, .. } => {
            (is_vertical_scrollbar_dragged, is_horizontal_scrollbar_dragged)
        }
        Status::Active { .. } => (false, false),
    };
    let rail = |is_near: bool| Rail {
        background: None,
        border: Border::default(),
        scroller: Scroller {
            background: Background::Color(if is_near { c.border_strong } else { Color { a: 0.55, ..c.border_strong } }),
            border: border::rounded(radius::PILL),
        },
    };
    Style {
        container: container::Style::default(),
        vertical_rail: rail(vertical),
        horizontal_rail: rail(horizontal),
        gap: None,
        auto_scroll: AutoScroll {
            background: Background::Color(c.raised),
            border: border::rounded(radius::PILL),
            shadow: Shadow::default(),
            icon: c.text,
        },
    }
}
