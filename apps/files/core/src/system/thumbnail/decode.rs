//! Decodes pictures of strangers, by their first bytes and not by their names.

use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};
use rustix::process::{Resource, Rlimit, setrlimit};
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// Memory a decoder may take, in bytes: a picture of a camera with 60 million pixels fits.
const MEMORY: u64 = 768 << 20;
/// Seconds of the processor a decoder may take.
const SECONDS: u64 = 20;
/// Larger files are not looked at, in bytes.
const LARGEST: u64 = 128 << 20;
/// More pixels than these are not unpacked.
const PIXELS: u64 = 100_000_000;

/// Limits what this process can take of the machine: a bomb ends it, and nothing else.
///
/// # Errors
/// What the system says.
pub fn limit() -> io::Result<()> {
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0)] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// Decodes a picture, turned as its camera says; what is none of pixels is for `draw`.
pub fn decode(path: &Path, draw: impl Fn(&[u8]) -> io::Result<RgbaImage>) -> io::Result<RgbaImage> {
    let mut bytes = Vec::new();
    let _length = File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    match bytes.get(..12).unwrap_or(&bytes) {
        [0x89, b'P', b'N', b'G', ..] => portable(&bytes),
        [0xff, 0xd8, ..] => photograph(&bytes),
        [b'G', b'I', b'F', ..] => first_frame(&bytes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => web(&bytes),
        _ => draw(&bytes),
    }
}

fn portable(bytes: &[u8]) -> io::Result<RgbaImage> {
    let picture = image::load_from_memory_with_format(bytes, image::ImageFormat::Png).map_err(io::Error::other)?;
    Ok(picture.into_rgba8())
}

fn photograph(bytes: &[u8]) -> io::Result<RgbaImage> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGBA);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(bytes, options);
    decoder.decode_headers().map_err(io::Error::other)?;
    let (width, height) = decoder.dimensions().ok_or(io::ErrorKind::InvalidData)?;
    let (width, height) = checked(width as u64, height as u64)?;
    let turn = decoder.exif().and_then(|facts| Orientation::from_exif_chunk(facts));
    let pixels = decoder.decode().map_err(io::Error::other)?;
    let mut picture = DynamicImage::ImageRgba8(whole(width, height, pixels)?);
    picture.apply_orientation(turn.unwrap_or(Orientation::NoTransforms));
    Ok(picture.into_rgba8())
}

fn first_frame(bytes: &[u8]) -> io::Result<RgbaImage> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(bytes).map_err(io::Error::other)?;
    let _sizes = checked(decoder.width().into(), decoder.height().into())?;
    let frame = decoder.read_next_frame().map_err(io::Error::other)?.ok_or(io::ErrorKind::InvalidData)?;
    whole(frame.width.into(), frame.height.into(), frame.buffer.to_vec())
}

fn web(bytes: &[u8]) -> io::Result<RgbaImage> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(io::Error::other)?;
    let (width, height) = decoder.dimensions();
    let _sizes = checked(width.into(), height.into())?;
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or(io::ErrorKind::InvalidData)?];
    decoder.read_image(&mut pixels).map_err(io::Error::other)?;
    if decoder.has_alpha() {
        return whole(width, height, pixels);
    }
    let opaque = image::RgbImage::from_raw(width, height, pixels).ok_or(io::ErrorKind::InvalidData)?;
    Ok(DynamicImage::ImageRgb8(opaque).into_rgba8())
}

fn checked(width: u64, height: u64) -> io::Result<(u32, u32)> {
    let is_good = width > 0 && height > 0 && width.saturating_mul(height) <= PIXELS;
    match (u32::try_from(width), u32::try_from(height)) {
        (Ok(width), Ok(height)) if is_good => Ok((width, height)),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

fn whole(width: u32, height: u32, pixels: Vec<u8>) -> io::Result<RgbaImage> {
    RgbaImage::from_raw(width, height, pixels).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_pixels_than_any_picture_has_are_refused() {
        assert!(checked(10_000, 10_000).is_ok());
        assert!(checked(10_001, 10_000).is_err() && checked(0, 5).is_err() && checked(u64::MAX, 2).is_err());
    }
}
