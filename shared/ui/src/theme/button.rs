//! Buttons: one primary a window, secondary for the rest, quiet in bars, destructive where something gets lost.

use super::Theme;
use crate::palette::{Palette, mix};
use crate::tokens::radius;
use iced::widget::button::{Status, Style};
use iced::{Background, Border, Color, border};

/// What happens when the user agrees: one a window, at the end of its row.
pub fn primary(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    filled(c, status, [c.accent, c.accent_hover, c.accent_pressed], c.on_accent)
}

/// Any other button.
pub fn secondary(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    filled(c, status, [c.control, c.control_hover, c.control_pressed], c.text)
}

/// Loses something for good; never focused first.
pub fn destructive(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let darker = |part| mix(c.danger_fill, Color::BLACK, part);
    filled(c, status, [c.danger_fill, darker(0.08), darker(0.16)], c.on_danger)
}

/// No fill until it is pointed at: Cancel at the start of a row, buttons in bars, icon buttons.
pub fn quiet(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    plain(c, status, [Color::TRANSPARENT, c.veil(0.06), c.veil(0.10)], radius::CONTROL)
}

/// An icon button that is switched on: sidebar, filter.
pub fn on(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let style = plain(c, status, [c.veil(0.09), c.veil(0.12), c.veil(0.15)], radius::CONTROL);
    outlined_in_contrast(c, style)
}

/// Accent as text: the action of a toast.
pub fn link(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let style = quiet(theme, status);
    if status == Status::Disabled { style } else { Style { text_color: c.link, ..style } }
}

/// A row of a list or a menu.
pub fn row(is_selected: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| choice(theme.palette(), status, is_selected, radius::CONTROL)
}

/// A selected row in a pane that is not the active one.
pub fn row_idle(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let style = plain(c, status, [c.selection_idle; 3], radius::CONTROL);
    Style { text_color: if status == Status::Disabled { c.disabled } else { c.text }, ..style }
}

/// A row of a menu that loses something.
pub fn row_danger(is_selected: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let c = theme.palette();
        let style = choice(c, status, is_selected, radius::CONTROL);
        let is_off = status == Status::Disabled;
        Style { text_color: if is_off { c.disabled } else { c.on(is_selected, c.danger) }, ..style }
    }
}

/// The place one is in (sidebar, settings): neutral, so that the accent stays with what is selected.
pub fn current(theme: &Theme, status: Status) -> Style {
    row_idle(theme, status)
}

/// A cell of a grid: a row with rounder corners.
pub fn tile(is_selected: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| choice(theme.palette(), status, is_selected, radius::CARD)
}

/// A part of a segmented choice.
pub fn segment(is_chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let c = theme.palette();
        if !is_chosen {
            let style = plain(c, status, [Color::TRANSPARENT, c.veil(0.06), c.veil(0.10)], radius::INNER);
            return Style { text_color: if status == Status::Disabled { c.disabled } else { c.muted }, ..style };
        }
        let fill = if c.is_dark || c.is_contrast { c.control_pressed } else { c.raised };
        let style = plain(c, status, [fill; 3], radius::INNER);
        Style { border: style.border.width(1).color(c.border), ..style }
    }
}

/// A tab: no fill, muted unless it is the current one.
pub fn tab(is_current: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let c = theme.palette();
        let is_near = matches!(status, Status::Hovered | Status::Pressed);
        let style = plain(c, status, [Color::TRANSPARENT; 3], radius::INNER);
        match status {
            Status::Disabled => style,
            _ => Style { text_color: if is_current || is_near { c.text } else { c.muted }, ..style },
        }
    }
}

/// A crumb of a path: the last is the text's own colour, the others muted.
pub fn crumb(is_last: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let c = theme.palette();
        let style = plain(c, status, [Color::TRANSPARENT, c.veil(0.06), c.veil(0.10)], radius::SMALL);
        if is_last || status == Status::Disabled { style } else { Style { text_color: c.muted, ..style } }
    }
}

/// A head of a table: quiet, muted unless the table is sorted by it.
pub fn head(is_sorted: bool) -> impl Fn(&Theme, Status) -> Style {
    crumb(is_sorted)
}

/// A calculator's digit: raised in light, control in dark.
pub fn key(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let rest = if c.is_dark { c.control } else { c.raised };
    let style = plain(c, status, [rest, c.control_hover, c.control_pressed], radius::CARD);
    Style { border: style.border.width(1).color(c.border), ..style }
}

/// A calculator's operator: the other tone.
pub fn key_tint(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let rest = if c.is_dark { c.raised } else { c.control };
    let style = plain(c, status, [rest, c.control_hover, c.control_pressed], radius::CARD);
    outlined_in_contrast(c, style)
}

/// A calculator's "=".
pub fn key_accent(theme: &Theme, status: Status) -> Style {
    let style = primary(theme, status);
    Style { border: Border { radius: radius::CARD.into(), ..style.border }, ..style }
}

/// No look at all: the content draws itself (swatches, tiles).
pub fn bare(theme: &Theme, _: Status) -> Style {
    Style { background: None, text_color: theme.palette().text, ..Style::default() }
}

fn choice(c: &Palette, status: Status, is_selected: bool, corner: f32) -> Style {
    if !is_selected {
        return plain(c, status, [Color::TRANSPARENT, c.veil(0.05), c.veil(0.09)], corner);
    }
    let style = plain(c, status, [c.selection; 3], corner);
    if status == Status::Disabled { style } else { Style { text_color: c.on_selection, ..style } }
}

/// Fills for rest, hover and pressed; text that says when it is off.
fn plain(c: &Palette, status: Status, fills: [Color; 3], corner: f32) -> Style {
    let (fill, ink) = match status {
        Status::Active => (fills[0], c.text),
        Status::Hovered => (fills[1], c.text),
        Status::Pressed => (fills[2], c.text),
        Status::Disabled => (fills[0], c.disabled),
    };
    Style {
        background: (fill.a > 0.0).then_some(Background::Color(fill)),
        text_color: ink,
        border: border::rounded(corner),
        ..Style::default()
    }
}

fn filled(c: &Palette, status: Status, fills: [Color; 3], ink: Color) -> Style {
    let style = plain(c, status, fills, radius::CONTROL);
    let style = match status {
        Status::Disabled => Style { background: Some(Background::Color(Color { a: 0.6, ..c.control })), ..style },
        Status::Active | Status::Hovered | Status::Pressed => Style { text_color: ink, ..style },
    };
    outlined_in_contrast(c, style)
}

fn outlined_in_contrast(c: &Palette, style: Style) -> Style {
    if !c.is_contrast {
        return style;
    }
    Style { border: style.border.width(1).color(c.border), ..style }
}
