//! The shared cache of thumbnails: reads what is fresh, makes what is missing, and notes what cannot be shown.

mod decode;

use crate::thumbnail::{Place, Size, fitted, key};

use candela_shared::replace;
use image::RgbaImage;
use image::imageops::{self, FilterType};

use std::fs::{self, DirBuilder, File};
use std::io::{self, BufReader};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;

pub use decode::limit;

/// A thumbnail in the cache may have this many pixels on a side: more is none.
const MOST: u32 = 1_024;

/// Pixels, four bytes each: red, green, blue, opacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Row by row.
    pub bytes: Vec<u8>,
}

/// What the cache knows of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cached {
    /// How it looks.
    Fresh(Pixels),
    /// That it cannot be shown, as it is.
    Failed,
    /// Nothing.
    Missing,
}

/// Finds the place for the thumbnail of a regular file, symbolic links followed; `None` where there is none.
pub fn place(cache: &Path, path: &Path, size: Size) -> Option<Place> {
    let facts = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Place::new(cache, path, facts.mtime(), size)
}

/// Asks the cache.
pub fn cached(place: &Place) -> Cached {
    match (read(place, &place.file), read(place, &place.failed)) {
        (Some(pixels), _) => Cached::Fresh(pixels),
        (None, Some(_)) => Cached::Failed,
        (None, None) => Cached::Missing,
    }
}

fn read(place: &Place, file: &Path) -> Option<Pixels> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(file).ok()?)).read_info().ok()?;
    let (width, height) = reader.info().size();
    if width > MOST || height > MOST {
        return None;
    }
    let facts = reader.info().uncompressed_latin1_text.iter();
    if !place.is_fresh(facts.map(|chunk| (chunk.keyword.as_str(), chunk.text.as_str()))) {
        return None;
    }
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(frame.buffer_size());
    let bytes = match (frame.color_type, frame.bit_depth) {
        (png::ColorType::Rgba, png::BitDepth::Eight) => bytes,
        (png::ColorType::Rgb, png::BitDepth::Eight) => {
            bytes.chunks_exact(3).flat_map(|rgb| [rgb[0], rgb[1], rgb[2], u8::MAX]).collect()
        }
        _ => return None,
    };
    Some(Pixels { width, height, bytes })
}

/// Makes the thumbnail of a file; `draw` draws what has no pixels of its own. Runs in a process of its own, under
/// [`limit`]: a picture may be a bomb.
///
/// # Errors
/// What cannot be read or is no picture, and where the cache cannot be written.
pub fn make(path: &Path, place: &Place, draw: impl Fn(&[u8]) -> io::Result<RgbaImage>) -> io::Result<()> {
    let picture = decode::decode(path, draw)?;
    let (width, height) = fitted(picture.width(), picture.height(), place.size.side());
    let small = match (width, height) == picture.dimensions() {
        true => picture,
        false => imageops::resize(&picture, width, height, FilterType::Triangle),
    };
    write(&place.file, place, &small)
}

/// Notes that a file cannot be shown as it is.
///
/// # Errors
/// Where the cache cannot be written.
pub fn note_failure(place: &Place) -> io::Result<()> {
    write(&place.failed, place, &RgbaImage::new(1, 1))
}

fn write(file: &Path, place: &Place, picture: &RgbaImage) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgba);
    for (key, value) in [(key::URI, place.uri.clone()), (key::MODIFIED, place.modified.to_string())] {
        encoder.add_text_chunk(key.to_owned(), value).map_err(io::Error::other)?;
    }
    let mut writer = encoder.write_header().map_err(io::Error::other)?;
    writer.write_image_data(picture.as_raw()).map_err(io::Error::other)?;
    writer.finish().map_err(io::Error::other)?;
    if let Some(folder) = file.parent() {
        // Nobody else is to see what a user's pictures are.
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    replace::write(file, &bytes)?;
    fs::set_permissions(file, PermissionsExt::from_mode(0o600))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(root: &Path, seconds: i64) -> Place {
        Place::new(root, Path::new("/pictures/a.png"), seconds, Size::Large).unwrap()
    }

    fn no_drawing(_bytes: &[u8]) -> io::Result<RgbaImage> {
        Err(io::ErrorKind::InvalidData.into())
    }

    #[test]
    fn what_was_made_is_read_back_until_the_file_changes() {
        let root = tempfile::tempdir().unwrap();
        let source = root.path().join("a.png");
        RgbaImage::from_pixel(600, 300, image::Rgba([9, 8, 7, 255])).save(&source).unwrap();
        let place = place(root.path(), 5);
        assert_eq!(cached(&place), Cached::Missing);
        make(&source, &place, no_drawing).unwrap();
        let Cached::Fresh(pixels) = cached(&place) else { panic!("nothing is cached") };
        assert_eq!((pixels.width, pixels.height, &pixels.bytes[..4]), (256, 128, &[9, 8, 7, 255][..]));
        assert_eq!(cached(&self::place(root.path(), 6)), Cached::Missing, "the file has changed");
        let mode = fs::metadata(&place.file).unwrap().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn what_is_no_picture_fails_once() {
        let root = tempfile::tempdir().unwrap();
        let place = place(root.path(), 5);
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 nothing", b"GIF89a", b"RIFF....WEBPVP8 "] {
            let source = root.path().join("broken");
            fs::write(&source, bytes).unwrap();
            assert!(make(&source, &place, no_drawing).is_err(), "{bytes:?}");
        }
        note_failure(&place).unwrap();
        assert_eq!(cached(&place), Cached::Failed);
    }
}
