//! Matroska and WebM: elements in elements, of which few are looked into.

use super::{Media, big, part};

use std::io::{self, Read, Seek};
use std::ops::Range;

/// More elements are before the pictures of no honest file.
const MOST: usize = 512;

/// Elements that are looked into.
const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_A966;
const TRACKS: u64 = 0x1654_AE6B;
const TRACK: u64 = 0xAE;
const VIDEO: u64 = 0xE0;
const AUDIO: u64 = 0xE1;
/// From here on there is nothing but pictures and sound.
const CLUSTER: u64 = 0x1F43_B675;

pub fn media(file: &mut (impl Read + Seek), length: u64) -> io::Result<Option<Media>> {
    let mut found = Found { scale: 1_000_000, ..Found::default() };
    let mut seen = 0;
    elements(file, 0..length, &mut seen, &mut found)?;
    let milliseconds = found.duration.map(|duration| (duration * found.scale as f64 / 1e6).max(0.0) as u64);
    Ok(Some(Media { milliseconds, ..found.media }))
}

#[derive(Default)]
struct Found {
    /// Nanoseconds in a unit of time.
    scale: u64,
    duration: Option<f64>,
    media: Media,
}

fn elements(file: &mut (impl Read + Seek), within: Range<u64>, seen: &mut usize, found: &mut Found) -> io::Result<()> {
    let mut at = within.start;
    while at < within.end && *seen < MOST {
        *seen += 1;
        let head = part(file, at, 12)?;
        let Some((id, first)) = number(&head, false) else { return Ok(()) };
        let Some((length, second)) = number(&head[first..], true) else { return Ok(()) };
        let start = at + (first + second) as u64;
        // One of unknown length goes on to the end.
        let is_unknown = length == (1 << (7 * second)) - 1;
        let end = if is_unknown { within.end } else { start.saturating_add(length).min(within.end) };
        match id {
            CLUSTER => return Ok(()),
            SEGMENT | INFO | TRACKS | TRACK | VIDEO | AUDIO => elements(file, start..end, seen, found)?,
            0x2A_D7B1 | 0x4489 | 0xB0 | 0xBA | 0xB5 | 0x9F => {
                value(id, &part(file, start, (end - start).min(8))?, found);
            }
            _ => {}
        }
        at = end;
    }
    Ok(())
}

fn value(id: u64, bytes: &[u8], found: &mut Found) {
    let whole = || big(bytes, 0, bytes.len());
    let small = || whole().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
    let float = || match bytes.len() {
        4 => big(bytes, 0, 4).map(|bits| f64::from(f32::from_bits(bits as u32))),
        8 => big(bytes, 0, 8).map(f64::from_bits),
        _ => None,
    };
    let media = &mut found.media;
    match id {
        0x2A_D7B1 => found.scale = whole().unwrap_or(found.scale),
        0x4489 => found.duration = float(),
        0xB0 => media.size = small().map(|width| (width, media.size.map_or(0, |(_, height)| height))),
        0xBA => media.size = small().map(|height| (media.size.map_or(0, |(width, _)| width), height)),
        0xB5 => media.rate = float().map(|rate| rate as u32),
        _ => media.channels = small(),
    }
}

/// A number whose length its first byte says; with `is_bare` without the bit that says it.
fn number(bytes: &[u8], is_bare: bool) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let length = first.leading_zeros() as usize + 1;
    let whole = big(bytes, 0, length).filter(|_| length <= 8)?;
    let bare = whole & ((1_u64 << (7 * length)) - 1);
    Some((if is_bare { bare } else { whole }, length))
}
