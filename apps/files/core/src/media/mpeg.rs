//! MP3: frames one after the other, the first of which may say how many there are.

use super::{Media, big, lasts, part, sound};

use std::io::{self, Read, Seek};

/// Kilobits a second by the number in the head: of version 1 and of the others.
const RATES: [[u64; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

pub fn media(file: &mut (impl Read + Seek), length: u64) -> io::Result<Option<Media>> {
    /// Behind its tags sound begins at once, or it is none.
    const LOOKED: u64 = 4_096;
    let tag = part(file, 0, 10)?;
    // Seven bits of each byte count.
    let tagged = match tag.get(..3) {
        Some(b"ID3") => {
            10 + tag.get(6..).unwrap_or_default().iter().fold(0, |size, byte| size << 7 | u64::from(*byte & 0x7F))
        }
        _ => 0,
    };
    let bytes = part(file, tagged, LOOKED)?;
    let heads = bytes.windows(4).enumerate().filter_map(|(at, head)| Some((at, Head::new(head)?)));
    // A head is one where another follows it.
    let is_followed = |at: usize, head: &Head| {
        let next = at + head.length as usize;
        next + 4 > bytes.len() || Head::new(&bytes[next..next + 4]).is_some_and(|next| next.rate == head.rate)
    };
    let Some((at, head)) = heads.into_iter().find(|(at, head)| is_followed(*at, head)) else {
        return Ok(None);
    };
    if tagged == 0 && at > 0 {
        return Ok(None);
    }
    let counted = [&b"Xing"[..], b"Info"].iter().find_map(|mark| {
        let found = bytes[at..].windows(4).take(64).position(|window| window == *mark)?;
        // A bit says that frames are counted.
        let is_counted = big(&bytes, at + found + 4, 4)? & 1 != 0;
        big(&bytes, at + found + 8, 4).filter(|_| is_counted)
    });
    let milliseconds = match counted {
        Some(frames) => lasts(frames * head.samples, head.rate),
        None => (length - tagged - at as u64).saturating_mul(8).checked_div(head.kilobits),
    };
    Ok(Some(sound(Some(head.rate), Some(head.channels), milliseconds)))
}

struct Head {
    rate: u64,
    channels: u64,
    kilobits: u64,
    samples: u64,
    /// Of the frame, in bytes.
    length: u64,
}

impl Head {
    /// Reads the head of a frame of layer III.
    fn new(bytes: &[u8]) -> Option<Self> {
        let &[first, second, third, fourth] = bytes else { return None };
        let version = second >> 3 & 3;
        if first != 0xFF || second & 0xE0 != 0xE0 || version == 1 || second >> 1 & 3 != 1 {
            return None;
        }
        let is_first = version == 3;
        let rate = *[44_100, 48_000, 32_000].get(usize::from(third >> 2 & 3))?;
        let rate = match version {
            3 => rate,
            2 => rate / 2,
            _ => rate / 4,
        };
        let kilobits = *RATES[usize::from(!is_first)].get(usize::from(third >> 4))?;
        let samples = if is_first { 1_152 } else { 576 };
        let padding = u64::from(third >> 1 & 1);
        let length = samples / 8 * kilobits * 1_000 / rate + padding;
        let channels = if fourth >> 6 == 3 { 1 } else { 2 };
        (kilobits > 0).then_some(Self { rate, channels, kilobits, samples, length })
    }
}
