//! Colours of text and of glyphs, by role: one vocabulary for both.

use super::Theme;
use iced::widget::text::Style;

/// The colour of what it stands in: a button's text, a tooltip's, else the window's.
pub fn inherited(_: &Theme) -> Style {
    Style { color: None }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident => $field:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(theme: &Theme) -> Style {
            Style { color: Some(theme.palette().$field) }
        }
    )*};
}

roles! {
    /// Plain text, whatever it stands in.
    plain => text;
    /// Second lines, dates, hints.
    muted => muted;
    /// What cannot be used now.
    disabled => disabled;
    /// The accent as text; the glyph of the current place.
    link => link;
    /// Text on the accent.
    on_accent => on_accent;
    /// Text on a selection.
    on_selection => on_selection;
    /// Done.
    success => success;
    /// Watch out.
    warning => warning;
    /// Failed.
    danger => danger;
    /// A strong edge drawn as a glyph: drag handles, dots.
    edge => border_strong;
}

/// The second rank where nothing is selected; on a selection all text is of the first.
pub fn muted_on(is_selected: bool) -> impl Fn(&Theme) -> Style {
    move |theme| Style { color: Some(theme.palette().muted_on(is_selected)) }
}

/// `style` where nothing is selected; on a selection, what may be drawn there in every look.
pub fn on(is_selected: bool, style: fn(&Theme) -> Style) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let plain = style(theme);
        let palette = theme.palette();
        Style { color: plain.color.map(|color| palette.on(is_selected, color)) }
    }
}
