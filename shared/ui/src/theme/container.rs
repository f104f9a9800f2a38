//! Sheets, cards, menus, dialogs and the other flat fills.

use super::Theme;
use crate::palette::Palette;
use crate::tokens::radius;
use iced::widget::container::Style;
use iced::{Background, Border, Color, Radians, border, gradient};

/// Nothing: only places its content.
pub fn none(_: &Theme) -> Style {
    Style::default()
}

/// A flat fill.
pub fn fill(color: Color, corner: f32) -> Style {
    Style { background: Some(Background::Color(color)), border: border::rounded(corner), ..Style::default() }
}

/// A fill with an edge one pixel wide.
pub fn edged(color: Color, edge: Color, corner: f32) -> Style {
    Style { border: Border { color: edge, width: 1.0, radius: corner.into() }, ..fill(color, corner) }
}

/// An edge alone.
pub fn outline(edge: Color, width: f32, corner: f32) -> Style {
    Style { border: Border { color: edge, width, radius: corner.into() }, ..Style::default() }
}

/// A fill with square corners, in the colour of that role: `role(|palette| palette.control)`.
pub fn role(color: fn(&Palette) -> Color) -> impl Fn(&Theme) -> Style {
    move |theme| fill(color(theme.palette()), 0.0)
}

/// The window: header, sidebar and foot stand on it.
pub fn background(theme: &Theme) -> Style {
    let c = theme.palette();
    Style { text_color: Some(c.text), ..fill(c.background, 0.0) }
}

/// A whole window of content, without chrome: launcher, dialogs.
pub fn surface(theme: &Theme) -> Style {
    let c = theme.palette();
    Style { text_color: Some(c.text), ..fill(c.surface, 0.0) }
}

/// A side of the edge of a window that draws its own.
pub fn window_edge(theme: &Theme) -> Style {
    fill(theme.palette().border_soft(), 0.0)
}

/// The content of a window, one step lighter than its chrome.
pub fn sheet(theme: &Theme) -> Style {
    let c = theme.palette();
    edged(c.surface, c.border, radius::CARD)
}

/// The sheet of the pane that has the keys.
pub fn sheet_active(theme: &Theme) -> Style {
    let c = theme.palette();
    let sheet = fill(c.surface, radius::CARD);
    Style { border: Border { color: c.focus, width: 2.0, radius: radius::CARD.into() }, ..sheet }
}

/// A group of rows on a sheet.
pub fn card(theme: &Theme) -> Style {
    let c = theme.palette();
    edged(c.raised, c.border, radius::CARD)
}

/// A card that warns.
pub fn card_warning(theme: &Theme) -> Style {
    let c = theme.palette();
    edged(c.warning_tint, if c.is_contrast { c.warning } else { c.warning_tint }, radius::CARD)
}

/// A card that tells of a failure.
pub fn card_danger(theme: &Theme) -> Style {
    let c = theme.palette();
    edged(c.danger_tint, if c.is_contrast { c.danger } else { c.danger_tint }, radius::CARD)
}

/// What floats: menu, toast, dialog in a window.
pub fn raised(corner: f32) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let c = theme.palette();
        Style { text_color: Some(c.text), ..edged(c.raised, c.border_soft(), corner) }
    }
}

/// The flat shade a floating thing stands on.
pub fn shade(corner: f32) -> impl Fn(&Theme) -> Style {
    move |theme| fill(theme.palette().shade(), corner)
}

/// Darkens the window behind a dialog.
pub fn scrim(theme: &Theme) -> Style {
    fill(theme.palette().scrim, 0.0)
}

/// What a segmented choice lies in.
pub fn trough(theme: &Theme) -> Style {
    let c = theme.palette();
    edged(c.control, if c.is_contrast { c.border } else { c.control }, radius::CONTROL)
}

/// The field of a path.
pub fn path(theme: &Theme) -> Style {
    let c = theme.palette();
    edged(c.raised, c.border_soft(), radius::CONTROL)
}

/// A tooltip.
pub fn tooltip(theme: &Theme) -> Style {
    let c = theme.palette();
    Style { text_color: Some(c.surface), ..fill(c.text, radius::INNER) }
}

/// A key cap.
pub fn key_cap(theme: &Theme) -> Style {
    let c = theme.palette();
    Style { text_color: Some(c.muted), ..edged(c.raised, c.border_soft(), radius::SMALL) }
}

/// A rule.
pub fn rule(theme: &Theme) -> Style {
    fill(theme.palette().border, 0.0)
}

/// The line under the current tab.
pub fn tab_mark(theme: &Theme) -> Style {
    fill(theme.palette().accent, 1.0)
}

/// The picture of a state: the square behind a dialog's glyph.
pub fn medallion(theme: &Theme) -> Style {
    let c = theme.palette();
    Style { text_color: Some(c.on(true, c.link)), ..fill(c.selection, radius::CARD + 4.0) }
}

/// An application's tile: its colour, a little lighter at the top.
pub fn tile(color: Color, corner: f32) -> Style {
    let top = crate::palette::mix(color, Color::WHITE, 0.16);
    let shine = gradient::Linear::new(Radians::PI).add_stop(0.0, top).add_stop(1.0, color);
    Style {
        background: Some(Background::Gradient(shine.into())),
        border: border::rounded(corner),
        text_color: Some(Color::WHITE),
        ..Style::default()
    }
}
