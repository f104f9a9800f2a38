//! The picture of what a provider found.

use candela_launcher_core::Finding;
use candela_launcher_core::provider::Sort;
use candela_ui::Element;
use candela_ui::icon::{Glyph, Picture, glyph, picture};
use candela_ui::theme::text as colors;
use candela_ui::tokens::icon;

use std::path::Path;

/// The endings of file names by what the files are.
const ENDINGS: [(Picture, &[&str]); 11] = [
    (Picture::Archive, &["zip", "tar", "gz", "xz", "zst", "bz2", "7z", "rar"]),
    (Picture::Audio, &["mp3", "flac", "ogg", "opus", "wav", "m4a"]),
    (Picture::Code, &["rs", "c", "h", "cpp", "py", "js", "ts", "sh", "go", "java", "html", "css"]),
    (Picture::Config, &["toml", "yaml", "yml", "json", "ini", "conf", "xml"]),
    (Picture::Document, &["odt", "doc", "docx", "rtf"]),
    (Picture::Image, &["png", "jpg", "jpeg", "webp", "gif", "svg", "avif", "heic", "xcf", "kra"]),
    (Picture::Pdf, &["pdf", "ps", "djvu"]),
    (Picture::Sheet, &["ods", "xls", "xlsx", "csv"]),
    (Picture::Slides, &["odp", "ppt", "pptx"]),
    (Picture::Text, &["txt", "md", "log", "tex"]),
    (Picture::Video, &["mp4", "mkv", "webm", "avi", "mov"]),
];

/// The picture of a finding; a glyph takes the colour for its row.
pub fn of<'a, Message: 'a>(finding: &Finding, is_selected: bool) -> Element<'a, Message> {
    let sign = match finding.sort {
        Sort::File => return picture(of_file(&finding.name), icon::ROW).into(),
        Sort::Command => Glyph::TerminalWindow,
        Sort::Calculation => Glyph::Calculator,
        Sort::Window => Glyph::Desktop,
        Sort::Session => crate::session::sign(&finding.id),
        Sort::Character => Glyph::TextAa,
        Sort::External => Glyph::Plug,
        Sort::Web => Glyph::Globe,
    };
    glyph(sign, icon::BAR).style(colors::on(is_selected, colors::muted)).into()
}

fn of_file(name: &str) -> Picture {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let Some(ending) = ending else {
        return Picture::Unknown;
    };
    let found = ENDINGS.iter().find(|(_, endings)| endings.contains(&&*ending));
    found.map_or(Picture::Unknown, |(picture, _)| *picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_looks_like_its_ending() {
        let cases = [("a.PDF", Picture::Pdf), ("b.tar.gz", Picture::Archive), ("c", Picture::Unknown)];
        for (name, expected) in cases {
            assert_eq!(of_file(name), expected, "{name}");
        }
    }
}
