//! The theme of the suite: a [`Look`], and style functions named after what they are for, a file per kind of widget.

pub mod button;
pub mod container;
pub mod input;
pub mod scrollable;
pub mod text;
pub mod toggle;

use crate::{Look, Palette};
use iced::theme::{self, Base};
use iced::widget;

/// What iced hands to every widget that draws itself: the look of its window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    look: Look,
    scale: f32,
}

impl Theme {
    /// Returns the theme of that look.
    pub const fn new(look: Look) -> Self {
        Self { look, scale: 1.0 }
    }

    /// The theme on a screen with so many pixels to a logical one.
    pub const fn at_scale(self, scale: f32) -> Self {
        Self { scale, ..self }
    }

    /// Pixels of the screen to a logical one.
    pub const fn scale(&self) -> f32 {
        self.scale
    }

    /// The look it carries.
    pub const fn look(&self) -> &Look {
        &self.look
    }

    /// The colours of its look.
    pub const fn palette(&self) -> &Palette {
        &self.look.palette
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(Look::default())
    }
}

impl From<Look> for Theme {
    fn from(look: Look) -> Self {
        Self::new(look)
    }
}

impl Base for Theme {
    fn default(preference: theme::Mode) -> Self {
        let mode = match preference {
            theme::Mode::Dark => crate::Mode::Dark,
            theme::Mode::Light | theme::Mode::None => crate::Mode::Light,
        };
        Self::new(Look::new(mode, crate::Contrast::Normal, crate::Accent::Dusk))
    }

    fn mode(&self) -> theme::Mode {
        if self.look.palette.is_dark { theme::Mode::Dark } else { theme::Mode::Light }
    }

    fn base(&self) -> theme::Style {
        theme::Style { background_color: self.look.palette.background, text_color: self.look.palette.text }
    }

    fn palette(&self) -> Option<theme::Palette> {
        let own = &self.look.palette;
        Some(theme::Palette {
            background: own.background,
            text: own.text,
            primary: own.accent,
            success: own.success,
            warning: own.warning,
            danger: own.danger_fill,
        })
    }

    fn name(&self) -> &str {
        match (self.look.palette.is_dark, self.look.palette.is_contrast) {
            (false, false) => "Candela",
            (true, false) => "Candela dark",
            (true, true) => "Candela contrast",
            (false, true) => "Candela contrast light",
        }
    }
}

/// Lets a style be any function of the theme (and, where the widget has one, its status).
macro_rules! catalog {
    ($($kind:ident: $default:path $(, $status:ty)?;)*) => {$(
        impl widget::$kind::Catalog for Theme {
            type Class<'a> = widget::$kind::StyleFn<'a, Self>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($default)
            }

            fn style(
                &self,
                class: &Self::Class<'_>
                $(, status: $status)?
            ) -> widget::$kind::Style {
                catalog!(@call class, self $(, status as $status)?)
            }
        }
    )*};
    (@call $class:ident, $theme:ident) => { $class($theme) };
    (@call $class:ident, $theme:ident, $status:ident as $type:ty) => { $class($theme, $status) };
}

catalog! {
    button: button::secondary, widget::button::Status;
    container: container::none;
    scrollable: scrollable::thin, widget::scrollable::Status;
    text: text::inherited;
    text_input: input::field, widget::text_input::Status;
}
