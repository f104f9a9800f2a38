//! Thumbnails: which file of the shared cache belongs to a file, and whether it still shows what that holds.
//!
//! Spec: freedesktop Thumbnail Managing Standard 0.9, "Thumbnail Directory", "Thumbnail Creation" and "Failed Thumbnails".

use candela_shared::registry::target::file_uri;
use md5::{Digest, Md5};

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// How large a thumbnail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// For a cell of a grid.
    Large,
    /// For a picture that is looked at alone.
    Huge,
}

impl Size {
    /// The longer side, in pixels.
    pub fn side(self) -> u32 {
        match self {
            Self::Large => 256,
            Self::Huge => 1_024,
        }
    }

    /// The folder of thumbnails of that size, below that of all.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Huge => "xx-large",
        }
    }

    /// The size that has this folder.
    pub fn of_folder(name: &str) -> Option<Self> {
        [Self::Large, Self::Huge].into_iter().find(|size| size.folder() == name)
    }
}

/// The folder of what could not be shown, below that of all: each program keeps its own.
const FAILED: &str = "fail/candela-files";

/// The keys of the facts that a thumbnail carries.
pub mod key {
    /// The file it shows.
    pub const URI: &str = "Thumb::URI";
    /// When that was last changed, in seconds since 1970.
    pub const MODIFIED: &str = "Thumb::MTime";
}

/// The endings of names that are most often pictures.
const NAMES: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "svgz"];

/// Whether a name is that of a picture, as far as names tell.
pub fn has_picture_name(name: &OsStr) -> bool {
    let ending = Path::new(name).extension().map(OsStr::to_ascii_lowercase);
    ending.is_some_and(|ending| NAMES.iter().any(|known| ending == *known))
}

/// The endings of types that are shown by a thumbnail.
const TYPES: [&str; 5] = ["png", "jpeg", "gif", "webp", "svg+xml"];

/// Whether files of that type get thumbnails.
pub fn is_shown(mime_type: &str) -> bool {
    let is_picture = mime_type.strip_prefix("image/").is_some_and(|ending| TYPES.contains(&ending));
    is_picture || is_font(mime_type) || mime_type == PDF
}

/// Documents whose first page poppler draws, where it is installed.
pub const PDF: &str = "application/pdf";

/// Whether files of that type are fonts, which are shown by a line of their letters.
pub fn is_font(mime_type: &str) -> bool {
    ["font/ttf", "font/otf", "application/x-font-ttf", "application/x-font-otf"].contains(&mime_type)
}

/// Where the thumbnail of a file lies, and what it must say to be fresh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The thumbnail.
    pub file: PathBuf,
    /// What stands in its place where the file cannot be shown.
    pub failed: PathBuf,
    /// The file's URI.
    pub uri: String,
    /// When the file was last changed, in seconds since 1970.
    pub modified: i64,
    /// How large it is.
    pub size: Size,
}

impl Place {
    /// Finds the place for a file that was last changed in that second since 1970, below the cache's folder; `None` for
    /// what is itself a thumbnail.
    pub fn new(cache: &Path, path: &Path, modified: i64, size: Size) -> Option<Self> {
        let all = cache.join("thumbnails");
        if path.starts_with(&all) {
            return None;
        }
        let uri = file_uri(path);
        let name = format!("{}.png", hex(&Md5::digest(&uri)));
        let (file, failed) = (all.join(size.folder()).join(&name), all.join(FAILED).join(&name));
        Some(Self { file, failed, uri, modified, size })
    }

    /// Whether a thumbnail that carries these facts shows the file as it is.
    pub fn is_fresh<'a>(&self, facts: impl IntoIterator<Item = (&'a str, &'a str)>) -> bool {
        let (mut uri, mut modified) = (None, None);
        for (key, value) in facts {
            match key {
                key::URI => uri = Some(value),
                key::MODIFIED => modified = value.parse().ok(),
                _ => {}
            }
        }
        uri == Some(&*self.uri) && modified == Some(self.modified)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The size of a picture made to fit into a square: never larger than it is, never nothing.
pub fn fitted(width: u32, height: u32, into: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= into {
        return (width, height);
    }
    let part = |side: u32| ((f64::from(side) * f64::from(into) / f64::from(longer)).round() as u32).max(1);
    (part(width), part(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str) -> Option<Place> {
        Place::new(Path::new("/c"), Path::new(path), 77, Size::Large)
    }

    #[test]
    fn a_thumbnail_has_the_name_that_the_standard_gives_it() {
        // The standard's own example.
        let place = place("/home/jens/photos/me.png").unwrap();
        assert_eq!(place.uri, "file:///home/jens/photos/me.png");
        assert_eq!(place.file, Path::new("/c/thumbnails/large/c6ee772d9e49320e97ec29a7eb5b1697.png"));
        assert_eq!(place.failed, Path::new("/c/thumbnails/fail/candela-files/c6ee772d9e49320e97ec29a7eb5b1697.png"));
        assert_eq!(Place::new(Path::new("/c"), &place.file, 77, Size::Large), None, "no thumbnails of thumbnails");
    }

    #[test]
    fn a_thumbnail_is_fresh_only_for_the_file_and_the_moment_it_names() {
        let place = place("/a").unwrap();
        let of = |uri, modified| place.is_fresh([("Software", "x"), (key::URI, uri), (key::MODIFIED, modified)]);
        assert!(of("file:///a", "77"));
        assert!(!of("file:///b", "77") && !of("file:///a", "78") && !of("file:///a", "") && !place.is_fresh([]));
    }

    #[test]
    fn pictures_shrink_to_the_square_and_never_grow_or_vanish() {
        for ((width, height), expected) in [
            ((100, 20), (100, 20)),
            ((256, 256), (256, 256)),
            ((512, 256), (256, 128)),
            ((300, 1000), (77, 256)),
            ((100_000, 1), (256, 1)),
        ] {
            assert_eq!(fitted(width, height, 256), expected, "{width} x {height}");
        }
    }
}
