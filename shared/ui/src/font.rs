//! The interface font: Inter in five static cuts, compiled in, and the weights the other scripts have.
//!
//! iced looks into every font of the system when its fonts are first asked for, which a window would wait for. So that is
//! brought about where it finds none ([`prepare`]), and those that are known from before take their place ([`load`]).

mod known;
mod places;

use candela_shared::{Directories, replace};
use iced::Font;
use iced::advanced::graphics::text::cosmic_text::fontdb::{Database, Source};
use iced::advanced::graphics::text::{cosmic_text, font_system};
use iced::font::Weight;

use std::path::PathBuf;
use std::sync::{Arc, Once, OnceLock, PoisonError, RwLockWriteGuard};
use std::thread::Builder;
use std::time::SystemTime;

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

/// Tells `fontdb` which file names the folders with fonts.
const FONTCONFIG: &str = "FONTCONFIG_FILE";
/// Names a folder that cannot be: where no folder is named, the usual ones are searched.
const NO_FONTS: &str = "<fontconfig><dir>/dev/null/none</dir></fontconfig>";

/// Has iced begin without the fonts of the system, where they are kept from before; [`load`] brings them. The first thing
/// that `run` of a program with windows does, while there is one thread.
#[expect(unsafe_code, reason = "iced can be told only by the environment of the process")]
pub fn prepare() {
    let is_whole = |none: &PathBuf| std::fs::read_to_string(none).is_ok_and(|contents| contents == NO_FONTS);
    let Some(none) = no_fonts(&Directories::from_environment()).filter(is_whole) else {
        return;
    };
    let before = std::env::var_os(FONTCONFIG);
    // SAFETY: the one binary calls `run` before anything else, and no other thread runs yet.
    unsafe { std::env::set_var(FONTCONFIG, none) };
    let _without_fonts = font_system();
    match before {
        // SAFETY: as above.
        Some(before) => unsafe { std::env::set_var(FONTCONFIG, before) },
        // SAFETY: as above.
        None => unsafe { std::env::remove_var(FONTCONFIG) },
    }
}

/// The file that names no folder with fonts; it lies beside those that are known.
fn no_fonts(directories: &Directories) -> Option<PathBuf> {
    Some(known::file(directories)?.with_file_name("no-fonts.conf"))
}

fn system() -> RwLockWriteGuard<'static, iced::advanced::graphics::text::FontSystem> {
    font_system().write().unwrap_or_else(PoisonError::into_inner)
}

/// Begins [`load`] on a thread of its own: it takes some milliseconds that the connection to the display takes, too. What
/// had to be searched for is kept for the next window.
pub fn load_soon() {
    let load_and_keep = || {
        load();
        if let (Some(now), Some(file)) = (SEARCHED.get(), known::file(&Directories::from_environment())) {
            // A copy: the first frame waits for whoever has the fonts.
            let found = system().raw().db().clone();
            // What cannot be kept is searched for again.
            let _is_kept = known::write(&file, &found, *now)
                .and_then(|()| replace::write(&file.with_file_name("no-fonts.conf"), NO_FONTS.as_bytes()));
        }
    };
    // Without a thread it is done where it is waited for.
    let _thread = Builder::new().name("fonts".into()).spawn(load_and_keep);
}

/// When the system was searched for its fonts, where it had to be.
static SEARCHED: OnceLock<SystemTime> = OnceLock::new();

/// Finds the system's fonts and takes in our own, unless that is done; waits where it is being done. Nothing may be drawn
/// before it.
///
/// Ours are drawn with where they lie in the program: `iced::application().font()` would copy them.
pub fn load() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        let now = SystemTime::now();
        let mut fonts = system();
        let fonts = fonts.raw();
        if fonts.db().faces().any(|face| matches!(face.source, Source::File(_))) {
            let _first = SEARCHED.set(now);
        } else {
            take_in(fonts, now);
        }
        for file in FILES {
            let _faces = fonts.db_mut().load_font_source(Source::Binary(Arc::new(file)));
        }
    });
}

/// Brings the system's fonts to where there are none yet, before those that are there.
fn take_in(fonts: &mut cosmic_text::FontSystem, now: SystemTime) {
    let known = known::file(&Directories::from_environment()).and_then(|file| known::read(&file));
    let mut database = known.unwrap_or_else(|| {
        let _first = SEARCHED.set(now);
        let mut database = Database::new();
        database.load_system_fonts();
        database
    });
    for face in fonts.db().faces() {
        let _id = database.push_face_info(face.clone());
    }
    // As a system of its own has them.
    database.set_monospace_family("Noto Sans Mono");
    database.set_sans_serif_family("Open Sans");
    database.set_serif_family("DejaVu Serif");
    *fonts = cosmic_text::FontSystem::new_with_locale_and_db(fonts.locale().to_owned(), database);
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
