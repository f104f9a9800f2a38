//! What audio and video files say of themselves: how long they are, how large, how many channels.
//!
//! Reads the heads of WAV (RIFF), FLAC (RFC 9639), Ogg (RFC 3533) with Vorbis or Opus, MP3 (ISO 11172-3), MP4 and
//! QuickTime (ISO 14496-12), Matroska and WebM (RFC 9559). What is no such file, or broken, says nothing.

mod ebml;
mod iso;
mod mpeg;

use std::io::{self, Read, Seek, SeekFrom};

/// What is known of a file; nothing of what it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Media {
    /// How long it is, in milliseconds.
    pub milliseconds: Option<u64>,
    /// The width and height of its pictures, in pixels.
    pub size: Option<(u32, u32)>,
    /// Samples of sound a second.
    pub rate: Option<u32>,
    /// Channels of sound.
    pub channels: Option<u32>,
}

/// Reads what a file says of itself; `None` where that is nothing.
///
/// # Errors
/// What reading fails with; a file that ends too early says what came before.
pub fn media(mut file: impl Read + Seek) -> io::Result<Option<Media>> {
    let length = file.seek(SeekFrom::End(0))?;
    let head = part(&mut file, 0, 64)?;
    let found = match &head[..] {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => wav(&mut file)?,
        [b'f', b'L', b'a', b'C', ..] => flac(&head),
        [b'O', b'g', b'g', b'S', ..] => ogg(&mut file, length)?,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => ebml::media(&mut file, length)?,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] | [_, _, _, _, b'm', b'o', b'o', b'v', ..] => {
            iso::media(&mut file, length)?
        }
        _ => mpeg::media(&mut file, length)?,
    };
    Ok(found.filter(|media| *media != Media::default()))
}

/// So many bytes from a place, or those that are there.
fn part(file: &mut (impl Read + Seek), at: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let _place = file.seek(SeekFrom::Start(at))?;
    let _read = file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// How long so many samples last.
fn lasts(samples: u64, rate: u64) -> Option<u64> {
    samples.checked_mul(1_000)?.checked_div(rate)
}

fn sound(rate: Option<u64>, channels: Option<u64>, milliseconds: Option<u64>) -> Media {
    let small = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
    Media { milliseconds, size: None, rate: small(rate), channels: small(channels) }
}

fn wav(file: &mut (impl Read + Seek)) -> io::Result<Option<Media>> {
    /// More chunks are before the sound of no honest file.
    const MOST: usize = 64;
    let (mut at, mut format) = (12, Vec::new());
    for _ in 0..MOST {
        let head = part(file, at, 8)?;
        let Some(length) = little(&head, 4, 4) else { break };
        match &head[..4] {
            b"fmt " => format = part(file, at + 8, length.min(16))?,
            b"data" => {
                let bytes_a_second = little(&format, 8, 4).unwrap_or(0);
                let (channels, rate) = (little(&format, 2, 2), little(&format, 4, 4));
                return Ok(Some(sound(rate, channels, lasts(length, bytes_a_second))));
            }
            _ => {}
        }
        at += 8 + length + length % 2;
    }
    Ok(None)
}

fn flac(head: &[u8]) -> Option<Media> {
    // Behind the mark and the head of the first block: sizes of blocks and frames, then what is asked for.
    let packed = big(head, 18, 8)?;
    let (rate, channels, samples) = (packed >> 44, (packed >> 41 & 7) + 1, packed & 0xF_FFFF_FFFF);
    let milliseconds = if samples > 0 { lasts(samples, rate) } else { None };
    Some(sound(Some(rate), Some(channels), milliseconds))
}

fn ogg(file: &mut (impl Read + Seek), length: u64) -> io::Result<Option<Media>> {
    /// A page is no longer.
    const PAGE: u64 = 65_307;
    let first = part(file, 0, 256)?;
    let at = |mark: &[u8]| first.windows(mark.len()).position(|window| window == mark);
    let (rate, channels, skipped) = if let Some(at) = at(b"\x01vorbis") {
        (little(&first, at + 12, 4), little(&first, at + 11, 1), 0)
    } else if let Some(at) = at(b"OpusHead") {
        // Opus counts at this rate whatever it was made of.
        (Some(48_000), little(&first, at + 9, 1), little(&first, at + 10, 2).unwrap_or(0))
    } else {
        return Ok(None);
    };
    let last = part(file, length.saturating_sub(PAGE), PAGE)?;
    let page = last.windows(4).rposition(|window| window == b"OggS");
    let samples = page.and_then(|page| little(&last, page + 6, 8)).filter(|samples| *samples != u64::MAX);
    let milliseconds = samples.and_then(|samples| lasts(samples.saturating_sub(skipped), rate?));
    Ok(Some(sound(rate, channels, milliseconds)))
}

#[cfg(test)]
mod tests;
