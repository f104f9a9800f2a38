//! The picture of an entry, by its kind and type.

use candela_files_core::entry::Kind;
use candela_ui::icon::Picture;

/// The picture of what has that kind and type.
pub fn picture(kind: Kind, mime_type: &str) -> Picture {
    match kind {
        Kind::Folder => Picture::Folder,
        Kind::Block | Kind::Char => Picture::Drive,
        Kind::Fifo | Kind::Socket | Kind::Symlink | Kind::Unknown => Picture::Unknown,
        Kind::File => of_type(mime_type),
    }
}

/// Parts of types, and their pictures; the first that is found counts.
const TYPES: &[(&str, Picture)] = &[
    ("image/", Picture::Image),
    ("video/", Picture::Video),
    ("audio/", Picture::Audio),
    ("pdf", Picture::Pdf),
    ("spreadsheet", Picture::Sheet),
    ("excel", Picture::Sheet),
    ("csv", Picture::Sheet),
    ("presentation", Picture::Slides),
    ("powerpoint", Picture::Slides),
    ("opendocument", Picture::Document),
    ("officedocument", Picture::Document),
    ("msword", Picture::Document),
    ("rtf", Picture::Document),
    ("epub", Picture::Document),
    ("compressed", Picture::Archive),
    ("zip", Picture::Archive),
    ("tar", Picture::Archive),
    ("zstd", Picture::Archive),
    ("archive", Picture::Archive),
    ("rpm", Picture::Archive),
    ("debian", Picture::Archive),
    ("executable", Picture::Program),
    ("sharedlib", Picture::Program),
    ("desktop", Picture::Program),
    ("toml", Picture::Config),
    ("yaml", Picture::Config),
    ("json", Picture::Config),
    ("xml", Picture::Config),
    ("text/plain", Picture::Text),
    ("markdown", Picture::Text),
    ("text/x-log", Picture::Text),
    ("script", Picture::Code),
    ("text/x-", Picture::Code),
    ("text/rust", Picture::Code),
    ("html", Picture::Code),
    ("css", Picture::Code),
    ("text/", Picture::Text),
];

fn of_type(mime_type: &str) -> Picture {
    TYPES.iter().find(|(part, _)| mime_type.contains(part)).map_or(Picture::Unknown, |(_, picture)| *picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_the_picture_of_what_they_are_made_for() {
        let cases = [
            ("image/svg+xml", Picture::Image),
            ("application/pdf", Picture::Pdf),
            ("application/vnd.oasis.opendocument.spreadsheet", Picture::Sheet),
            ("application/vnd.oasis.opendocument.text", Picture::Document),
            ("application/x-zstd-compressed-tar", Picture::Archive),
            ("text/rust", Picture::Code),
            ("application/toml", Picture::Config),
            ("text/markdown", Picture::Text),
            ("application/octet-stream", Picture::Unknown),
        ];
        for (mime_type, expected) in cases {
            assert_eq!(of_type(mime_type).name(), expected.name(), "{mime_type}");
        }
        assert_eq!(picture(Kind::Folder, "").name(), Picture::Folder.name());
    }
}
