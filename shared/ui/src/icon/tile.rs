//! The tile of an application whose theme has no icon for it: a flat colour of its own, and a glyph for what it does.

use super::{Glyph, glyph};
use crate::Element;
use crate::theme::container as boxes;
use crate::tokens::radius;
use iced::Color;
use iced::widget::container;

/// The colours of tiles, all dark enough for a white glyph; an application keeps its own.
const COLORS: [u32; 10] =
    [0xC7811B, 0x2767C9, 0x1F7F8C, 0x4A4541, 0x5B54B8, 0x3B7F46, 0xB23A6F, 0xB5402F, 0x8A4FA3, 0x6A645E];
/// The side of the glyph as a part of the tile's.
const GLYPH: f32 = 0.58;

/// What the categories of the Desktop Menu specification look like, the more telling ones first.
const GLYPHS: [(&str, Glyph); 33] = [
    ("TerminalEmulator", Glyph::TerminalWindowFill),
    ("WebBrowser", Glyph::GlobeFill),
    ("Email", Glyph::EnvelopeSimpleFill),
    ("InstantMessaging", Glyph::ChatCircleFill),
    ("Chat", Glyph::ChatCircleFill),
    ("FileManager", Glyph::FolderFill),
    ("Calculator", Glyph::CalculatorFill),
    ("Calendar", Glyph::CalendarBlankFill),
    ("TextEditor", Glyph::NotePencilFill),
    ("WordProcessor", Glyph::FileTextFill),
    ("Spreadsheet", Glyph::ChartLineFill),
    ("Photography", Glyph::CameraFill),
    ("Printing", Glyph::PrinterFill),
    ("Maps", Glyph::MapTrifoldFill),
    ("PackageManager", Glyph::PackageFill),
    ("Archiving", Glyph::ArchiveFill),
    ("Music", Glyph::MusicNotesFill),
    ("Audio", Glyph::MusicNotesFill),
    ("Video", Glyph::FilmSlateFill),
    ("AudioVideo", Glyph::MonitorPlayFill),
    ("Security", Glyph::ShieldCheckFill),
    ("Accessibility", Glyph::EyeFill),
    ("Monitor", Glyph::ChartLineFill),
    ("Graphics", Glyph::PaintBrushFill),
    ("Development", Glyph::CodeFill),
    ("Education", Glyph::GraduationCapFill),
    ("Science", Glyph::FlaskFill),
    ("Game", Glyph::GameControllerFill),
    ("Office", Glyph::FileTextFill),
    ("Network", Glyph::GlobeFill),
    ("Settings", Glyph::GearFill),
    ("System", Glyph::DesktopFill),
    ("Utility", Glyph::WrenchFill),
];

/// Shows the tile of an application of that ID and those categories.
pub fn tile<'a, Message: 'a>(id: &str, categories: &[impl AsRef<str>], side: f32) -> Element<'a, Message> {
    sign_tile(id, sign(categories), side)
}

/// Shows a tile with that glyph, in the colour that belongs to an ID.
pub fn sign_tile<'a, Message: 'a>(id: &str, sign: Glyph, side: f32) -> Element<'a, Message> {
    let color = color(id);
    let glyph = glyph(sign, (side * GLYPH).round()).color(Color::WHITE);
    container(glyph).center(side).style(move |_| boxes::tile(color, (side * radius::TILE).round())).into()
}

/// The glyph for what these categories say.
fn sign(categories: &[impl AsRef<str>]) -> Glyph {
    let has = |name: &str| categories.iter().any(|category| category.as_ref() == name);
    GLYPHS.iter().find(|(name, _)| has(name)).map_or(Glyph::AppWindowFill, |(_, glyph)| *glyph)
}

/// The colour that belongs to an ID, the same in every run and on every system (FNV-1a, 32 bits).
fn color(id: &str) -> Color {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let [_, red, green, blue] = COLORS[hash as usize % COLORS.len()].to_be_bytes();
    Color::from_rgb8(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_telling_category_is_shown() {
        let cases = [
            (&["Network", "WebBrowser"][..], Glyph::GlobeFill),
            (&["System", "TerminalEmulator"], Glyph::TerminalWindowFill),
            (&["Qt", "KDE", "Utility", "TextEditor"], Glyph::NotePencilFill),
            (&["X-Unknown"], Glyph::AppWindowFill),
            (&[], Glyph::AppWindowFill),
        ];
        for (categories, glyph) in cases {
            assert_eq!(sign(categories), glyph, "{categories:?}");
        }
    }
}
