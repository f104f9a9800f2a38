//! Draws scalable pictures, fonts and documents of strangers for their thumbnails.

mod font;

use image::RgbaImage;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Draws what has no pixels of its own, by its first bytes.
pub fn draw(path: &Path, bytes: &[u8], side: u32) -> io::Result<RgbaImage> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => first_page(path, side),
        [0, 1, 0, 0, ..] | [b'O', b'T', b'T', b'O', ..] | [b't', b'r', b'u', b'e', ..] => font::draw(bytes, side),
        _ => drawing(bytes, side),
    }
}

/// The first page of a document, by poppler where it is installed; it lives under the limits of this process.
fn first_page(path: &Path, side: u32) -> io::Result<RgbaImage> {
    let side = side.to_string();
    let output = Command::new("pdftoppm")
        .args(["-png", "-singlefile", "-f", "1", "-l", "1", "-scale-to", &side])
        // An absolute path is no option.
        .arg(std::path::absolute(path)?)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    match output {
        Ok(output) if output.status.success() => {
            let page = image::load_from_memory_with_format(&output.stdout, image::ImageFormat::Png);
            page.map(image::DynamicImage::into_rgba8).map_err(io::Error::other)
        }
        Ok(_) => Err(io::ErrorKind::InvalidData.into()),
        Err(_) => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// A drawing is drawn at the size of its thumbnail: it has no pixels of its own. It reads no other file.
fn drawing(bytes: &[u8], side: u32) -> io::Result<RgbaImage> {
    let nothing = ImageHrefResolver {
        resolve_data: ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    };
    let options = Options { image_href_resolver: nothing, ..Options::default() };
    let tree = Tree::from_data(bytes, &options).map_err(io::Error::other)?;
    let scale = side as f32 / tree.size().width().max(tree.size().height());
    let side = |length: f32| ((length * scale).round() as u32).max(1);
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let mut pixels = Pixmap::new(width, height).ok_or(io::ErrorKind::InvalidData)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = pixels.pixels().iter().map(PremultipliedColorU8::demultiply);
    let bytes = bytes.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
    RgbaImage::from_raw(width, height, bytes).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_drawn_and_reads_no_other_file() {
        let root = tempfile::tempdir().unwrap();
        let other = root.path().join("other.png");
        RgbaImage::from_pixel(1, 1, image::Rgba([255, 0, 0, 255])).save(&other).unwrap();
        let text = format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="10" height="10" fill="#00ff00"/>
            <image x="10" width="10" height="10" href="{}"/></svg>"##,
            other.display()
        );
        let picture = draw(Path::new("/x.svg"), text.as_bytes(), 256).unwrap();
        assert_eq!(picture.dimensions(), (256, 128));
        assert_eq!((picture.get_pixel(20, 20).0, picture.get_pixel(200, 64).0), ([0, 255, 0, 255], [0, 0, 0, 0]));
    }
}
