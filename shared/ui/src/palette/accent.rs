//! The accents a user may choose, and what each gives in the light and the dark look.

use super::{Palette, hex, mix};
use iced::Color;

/// An accent: what is selected, focused or about to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Accent {
    /// Blue, the default.
    #[default]
    Dusk,
    /// Blue-green.
    Teal,
    /// Green.
    Moss,
    /// Brown in light, gold in dark.
    Amber,
    /// Pink.
    Rose,
    /// Violet.
    Plum,
    /// Warm grey.
    Graphite,
}

impl Accent {
    /// Every accent, in the order shown to the user.
    pub const ALL: [Self; 7] =
        [Self::Dusk, Self::Teal, Self::Moss, Self::Amber, Self::Rose, Self::Plum, Self::Graphite];

    /// The name in settings files and on command lines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dusk => "dusk",
            Self::Teal => "teal",
            Self::Moss => "moss",
            Self::Amber => "amber",
            Self::Rose => "rose",
            Self::Plum => "plum",
            Self::Graphite => "graphite",
        }
    }

    /// Finds the accent of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|accent| accent.name() == name)
    }

    /// The fill in the light look (white text) or the dark one (near-black text).
    pub const fn fill(self, is_dark: bool) -> Color {
        let (light, dark) = match self {
            Self::Dusk => (0x2B5FD3, 0x8DB2FF),
            Self::Teal => (0x0B7280, 0x6CCAD6),
            Self::Moss => (0x3B7A2A, 0x9AD08A),
            Self::Amber => (0x96600A, 0xF0BD6A),
            Self::Rose => (0xB83260, 0xF59ABB),
            Self::Plum => (0x7A48B8, 0xC9A6F5),
            Self::Graphite => (0x57524D, 0xC9C3BC),
        };
        hex(if is_dark { dark } else { light })
    }

    /// The accent nearest in hue to a colour the desktop asks for; greys give [`Accent::Graphite`].
    ///
    /// A foreign colour is not taken as it is: its text might not be readable.
    pub fn nearest(color: Color) -> Self {
        /// Below this saturation a colour has no hue to speak of.
        const GREY: f32 = 0.15;
        let (hue, saturation) = hue(color);
        if saturation < GREY {
            return Self::Graphite;
        }
        let distance = |accent: &Self| {
            let apart = (self::hue(accent.fill(false)).0 - hue).abs();
            apart.min(360.0 - apart)
        };
        let mut best = Self::Dusk;
        for accent in Self::ALL.into_iter().filter(|accent| *accent != Self::Graphite) {
            if distance(&accent) < distance(&best) {
                best = accent;
            }
        }
        best
    }
}

impl Palette {
    /// The same palette with another accent; the contrast looks keep their own.
    pub fn with_accent(self, accent: Accent) -> Self {
        if self.is_contrast || accent == Accent::Dusk {
            return self;
        }
        let fill = accent.fill(self.is_dark);
        let (hover, pressed, tint) = if self.is_dark {
            (mix(fill, Color::WHITE, 0.16), mix(fill, Color::BLACK, 0.08), 0.26)
        } else {
            (mix(fill, Color::BLACK, 0.08), mix(fill, Color::BLACK, 0.16), 0.16)
        };
        Self {
            accent: fill,
            accent_hover: hover,
            accent_pressed: pressed,
            link: fill,
            focus: fill,
            selection: mix(self.surface, fill, tint),
            ..self
        }
    }
}

/// The hue in degrees and the saturation (0 to 1) of a colour, as HSV has them.
fn hue(color: Color) -> (f32, f32) {
    let Color { r, g, b, .. } = color;
    let most = r.max(g).max(b);
    let range = most - r.min(g).min(b);
    if range <= f32::EPSILON {
        return (0.0, 0.0);
    }
    let sixth = if most == r {
        ((g - b) / range).rem_euclid(6.0)
    } else if most == g {
        (b - r) / range + 2.0
    } else {
        (r - g) / range + 4.0
    };
    (sixth * 60.0, range / most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_accent_is_nearest_to_itself_in_both_looks() {
        for accent in Accent::ALL {
            assert_eq!(Accent::nearest(accent.fill(false)), accent, "light {accent:?}");
            if accent != Accent::Graphite {
                assert_eq!(Accent::nearest(accent.fill(true)), accent, "dark {accent:?}");
            }
            assert_eq!(Accent::by_name(accent.name()), Some(accent));
        }
    }

    #[test]
    fn the_desktops_own_colours_find_an_accent() {
        // The accents of GNOME 47.
        let cases = [
            (0x3584E4, Accent::Dusk),
            (0x2190A4, Accent::Teal),
            (0x3A944A, Accent::Moss),
            (0xC88800, Accent::Amber),
            (0xED5B00, Accent::Amber),
            (0xD56199, Accent::Rose),
            (0x9141AC, Accent::Plum),
            (0x6F8396, Accent::Dusk),
            (0x808080, Accent::Graphite),
            (0x000000, Accent::Graphite),
        ];
        for (rgb, expected) in cases {
            assert_eq!(Accent::nearest(hex(rgb)), expected, "{rgb:06X}");
        }
    }
}
