//! Icons of applications and files read from disk, decoded at the size they are drawn at.
//!
//! Reading and decoding block and belong on a thread; what comes out is pixels, so that drawing costs a copy. A file is
//! foreign data: what is too large, broken or no picture costs only itself.

use crate::Element;
use iced::widget::image::{self, Handle};
use resvg::{tiny_skia, usvg};
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The largest file read, in bytes; icons are a thousandth of it.
const LARGEST_FILE: u64 = 8 << 20;
/// The largest side of a picture decoded, in pixels, and the most memory that takes.
const LARGEST_SIDE: u32 = 4096;
const LARGEST_MEMORY: u64 = 96 << 20;

/// A picture in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster(Handle);

/// Why a file gave no picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// It could not be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// It is no picture we know, broken, too large, or nothing in it can be seen.
    #[error("{path:?} holds no picture that can be shown")]
    Decode {
        /// The file.
        path: PathBuf,
    },
}

impl Raster {
    /// Reads a PNG or SVG file and scales it to fit a square of `side` pixels.
    ///
    /// # Errors
    ///
    /// [`Error`]; nothing else comes of a bad file.
    pub fn read(path: &Path, side: u32) -> Result<Self, Error> {
        let bytes = bytes(path).map_err(|error| Error::Read { path: path.to_owned(), kind: error.kind() })?;
        let side = side.clamp(1, LARGEST_SIDE);
        let is_png = bytes.starts_with(b"\x89PNG");
        let pixels = if is_png { png(&bytes, side) } else { svg(&bytes, side) };
        // Nothing that can be seen: a drawing made of what we do not draw, as letters.
        let pixels = pixels.filter(|(_, _, pixels)| pixels.chunks_exact(4).any(|pixel| pixel[3] > 0));
        let (width, height, pixels) = pixels.ok_or_else(|| Error::Decode { path: path.to_owned() })?;
        Ok(Self(Handle::from_rgba(width, height, pixels)))
    }

    /// Shows it in a square of `side` logical pixels.
    pub fn view<'a, Message: 'a>(&self, side: f32) -> Element<'a, Message> {
        image::Image::new(self.0.clone()).width(side).height(side).into()
    }
}

type Pixels = (u32, u32, Vec<u8>);

/// A folder, a device or a FIFO under an icon's name is no picture, and must not keep us waiting.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let length = BufReader::new(File::open(path)?).take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if length as u64 > LARGEST_FILE { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn png(bytes: &[u8], side: u32) -> Option<Pixels> {
    let mut reader = ::image::ImageReader::with_format(Cursor::new(bytes), ::image::ImageFormat::Png);
    let mut limits = ::image::Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(LARGEST_MEMORY);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let is_larger = picture.width().max(picture.height()) > side;
    let filter =
        if is_larger { ::image::imageops::FilterType::Lanczos3 } else { ::image::imageops::FilterType::Triangle };
    let picture = picture.resize(side, side, filter).into_rgba8();
    Some((picture.width(), picture.height(), picture.into_raw()))
}

pub(super) fn svg(bytes: &[u8], side: u32) -> Option<Pixels> {
    let tree = usvg::Tree::from_data(bytes, &usvg::Options::default()).ok()?;
    let size = tree.size();
    let scale = side as f32 / size.width().max(size.height());
    let (width, height) = ((size.width() * scale).round().max(1.0), (size.height() * scale).round().max(1.0));
    let mut canvas = tiny_skia::Pixmap::new(width as u32, height as u32)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let straight = canvas.pixels().iter().flat_map(|pixel| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    });
    Some((canvas.width(), canvas.height(), straight.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        (folder, path)
    }

    fn size(raster: &Raster) -> (u32, u32) {
        match &raster.0 {
            Handle::Rgba { width, height, .. } => (*width, *height),
            other => panic!("not pixels: {other:?}"),
        }
    }

    const SVG: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#f00"/></svg>"##;

    #[test]
    fn pictures_are_scaled_to_the_side_they_are_drawn_at() {
        let mut png = Cursor::new(Vec::new());
        ::image::RgbaImage::from_pixel(64, 32, ::image::Rgba([0, 0, 255, 128]))
            .write_to(&mut png, ::image::ImageFormat::Png)
            .unwrap();
        let (_folder, path) = written("icon.png", png.get_ref());
        assert_eq!(size(&Raster::read(&path, 32).unwrap()), (32, 16));
        assert_eq!(size(&Raster::read(&path, 128).unwrap()), (128, 64));
        let (_folder, path) = written("icon.svg", SVG);
        assert_eq!(size(&Raster::read(&path, 48).unwrap()), (48, 24));
    }

    #[test]
    fn what_is_no_picture_costs_only_itself() {
        let bomb = br##"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="999999999"/>"##;
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", b"<svg", b"no picture", bomb] {
            let (_folder, path) = written("bad", bytes);
            let shown = Raster::read(&path, 48).map(|raster| size(&raster));
            assert!(
                shown.as_ref().is_err() || shown.as_ref().is_ok_and(|(w, h)| w * h <= 48 * 48),
                "{bytes:?} {shown:?}"
            );
        }
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().to_owned(), folder.path().join("missing"), PathBuf::from("/dev/zero")] {
            assert!(matches!(Raster::read(&path, 48), Err(Error::Read { .. })), "{path:?}");
        }
    }
}
