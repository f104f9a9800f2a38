//! The interface font: Inter in five static cuts, compiled in, and the weights the other scripts have.

use iced::Font;
use iced::advanced::graphics::text::cosmic_text::fontdb::Source;
use iced::advanced::graphics::text::font_system;
use iced::font::Weight;

use std::sync::{Arc, Once, PoisonError};
use std::thread::Builder;

/// The files, about 1.3 MB in all; their licence is the SIL Open Font Licence 1.1.
pub const FILES: [&[u8]; 5] = [
    include_bytes!("../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../assets/fonts/Inter-Bold.otf"),
    include_bytes!("../assets/fonts/InterDisplay-Medium.otf"),
];

/// The interface font in its regular cut.
pub const REGULAR: Font = Font::with_name("Inter");

/// Begins [`load`] on a thread of its own: it takes some milliseconds that the connection to the display takes, too.
pub fn load_soon() {
    // Without a thread it is done where it is waited for.
    let _thread = Builder::new().name("fonts".into()).spawn(load);
}

/// Finds the system's fonts and takes in our own, unless that is done; waits where it is being done. Nothing may be drawn
/// before it.
///
/// Ours are drawn with where they lie in the program: `iced::application().font()` would copy them.
pub fn load() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        let mut fonts = font_system().write().unwrap_or_else(PoisonError::into_inner);
        for file in FILES {
            let _faces = fonts.raw().db_mut().load_font_source(Source::Binary(Arc::new(file)));
        }
    });
}

/// From this size on, in logical pixels, numerals take the display cut.
const DISPLAY_FROM: f32 = 28.0;

/// Returns the face for `content` at `size` logical pixels.
///
/// Most scripts have only Regular and Bold installed, and a missing weight falls back to a foreign face (Arabic at 600
/// came out monospaced): where `content` has letters beyond Latin, Greek and Cyrillic, 500 becomes 400 and 600 becomes
/// 700. Cost: one look at each character, none where it is ASCII.
pub fn face(content: &str, weight: Weight, size: f32) -> Font {
    let weight = if is_covered(content) { weight } else { common(weight) };
    let is_display = size >= DISPLAY_FROM && weight == Weight::Medium;
    Font { weight, ..if is_display { Font::with_name("Inter Display") } else { REGULAR } }
}

/// Whether Inter itself draws every letter of `content`.
fn is_covered(content: &str) -> bool {
    /// Up to here: Latin, Greek, Cyrillic and their marks.
    const CYRILLIC_END: char = '\u{52F}';
    content.is_ascii() || content.chars().all(|c| c <= CYRILLIC_END || !c.is_alphanumeric())
}

/// The nearest weight that every font family has.
fn common(weight: Weight) -> Weight {
    match weight {
        Weight::Semibold | Weight::Bold | Weight::ExtraBold | Weight::Black => Weight::Bold,
        Weight::Thin | Weight::ExtraLight | Weight::Light | Weight::Normal | Weight::Medium => Weight::Normal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_without_the_weight_gets_the_nearest_that_every_family_has() {
        let cases = [
            ("Open", Weight::Medium, Weight::Medium),
            ("Öffnen … 12 %", Weight::Semibold, Weight::Semibold),
            ("Открыть", Weight::Medium, Weight::Medium),
            ("فتح", Weight::Medium, Weight::Normal),
            ("فتح Files", Weight::Semibold, Weight::Bold),
            ("開く", Weight::Semibold, Weight::Bold),
            ("開く", Weight::Normal, Weight::Normal),
            ("", Weight::Bold, Weight::Bold),
        ];
        for (content, asked, given) in cases {
            assert_eq!(face(content, asked, 14.0).weight, given, "{content:?} at {asked:?}");
        }
    }

    #[test]
    fn only_large_medium_text_takes_the_display_cut() {
        assert_eq!(
            face("4,585", Weight::Medium, 40.0),
            Font { weight: Weight::Medium, ..Font::with_name("Inter Display") }
        );
        assert_eq!(face("4,585", Weight::Medium, 20.0), Font { weight: Weight::Medium, ..REGULAR });
        assert_eq!(face("Title", Weight::Semibold, 40.0), Font { weight: Weight::Semibold, ..REGULAR });
    }
}
