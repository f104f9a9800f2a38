//! MP4 and QuickTime: boxes in boxes, of which few are looked into.

use super::{Media, big, part};

use std::io::{self, Read, Seek};

/// More boxes, or deeper ones, are in no honest file.
const MOST: usize = 4_096;
const DEEPEST: usize = 6;

pub fn media(file: &mut (impl Read + Seek), length: u64) -> io::Result<Option<Media>> {
    let (mut media, mut seen) = (Media::default(), 0);
    boxes(file, 0..length, 0, &mut seen, &mut media)?;
    Ok(Some(media))
}

fn boxes(
    file: &mut (impl Read + Seek),
    within: std::ops::Range<u64>,
    depth: usize,
    seen: &mut usize,
    media: &mut Media,
) -> io::Result<()> {
    let mut at = within.start;
    while at + 8 <= within.end && *seen < MOST && depth < DEEPEST {
        *seen += 1;
        let head = part(file, at, 16)?;
        let (inside, length) = match big(&head, 0, 4) {
            Some(0) => (8, within.end - at),
            Some(1) => (16, big(&head, 8, 8).unwrap_or(0)),
            Some(length) => (8, length),
            None => return Ok(()),
        };
        let Some(end) = at.checked_add(length).filter(|end| length >= inside && *end <= within.end) else {
            return Ok(());
        };
        match head.get(4..8) {
            Some(b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl") => {
                boxes(file, at + inside..end, depth + 1, seen, media)?;
            }
            Some(b"mvhd") => header(&part(file, at + inside, 32)?, media),
            Some(b"tkhd") => track(&part(file, at + inside, 104)?, media),
            Some(b"stsd") => samples(&part(file, at + inside, 64)?, media),
            _ => {}
        }
        at = end;
    }
    Ok(())
}

fn header(bytes: &[u8], media: &mut Media) {
    let told = match bytes.first() {
        Some(0) => big(bytes, 12, 4).zip(big(bytes, 16, 4)),
        _ => big(bytes, 20, 4).zip(big(bytes, 24, 8)),
    };
    media.milliseconds = told.and_then(|(scale, duration)| super::lasts(duration, scale));
}

fn track(bytes: &[u8], media: &mut Media) {
    let at = if bytes.first() == Some(&0) { 76 } else { 88 };
    // Whole pixels before the point.
    let side = |at| big(bytes, at, 2).and_then(|side| u32::try_from(side).ok()).filter(|side| *side > 0);
    if let Some(size) = side(at).zip(side(at + 4)) {
        media.size = Some(size);
    }
}

fn samples(bytes: &[u8], media: &mut Media) {
    if matches!(bytes.get(12..16), Some(b"mp4a" | b"alac" | b"Opus" | b"fLaC" | b"ac-3" | b"ec-3" | b"sowt" | b"twos"))
    {
        let number = |at| big(bytes, at, 2).and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
        (media.channels, media.rate) = (number(32), number(40));
    }
}
