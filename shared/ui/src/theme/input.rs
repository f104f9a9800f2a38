//! Text inputs: colours of the box, the text and the caret.

use super::Theme;
use crate::tokens::radius;
use iced::widget::text_input::{Status, Style};
use iced::{Background, Border, Color};

/// A box of its own.
pub fn field(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    let (edge, width) = match status {
        Status::Focused { .. } => (c.focus, 2.0),
        Status::Hovered => (c.text, 1.0),
        Status::Disabled => (c.border, 1.0),
        Status::Active => (c.border_strong, 1.0),
    };
    let is_off = status == Status::Disabled;
    Style {
        background: Background::Color(if is_off { c.background } else { c.raised }),
        border: Border { color: edge, width, radius: radius::CONTROL.into() },
        value: if is_off { c.disabled } else { c.text },
        ..bare(theme, status)
    }
}

/// A box whose value cannot stay as it is.
pub fn error(theme: &Theme, status: Status) -> Style {
    let style = field(theme, status);
    let edge = theme.palette().danger;
    match status {
        Status::Disabled => style,
        Status::Active | Status::Hovered | Status::Focused { .. } => {
            Style { border: Border { color: edge, ..style.border }, ..style }
        }
    }
}

/// No box: it stands in a bar that already is the field.
pub fn bare(theme: &Theme, status: Status) -> Style {
    let c = theme.palette();
    Style {
        background: Background::Color(Color::TRANSPARENT),
        border: Border::default(),
        icon: c.muted,
        placeholder: c.muted,
        value: if status == Status::Disabled { c.disabled } else { c.text },
        selection: Color { a: 0.35, ..c.focus },
    }
}
