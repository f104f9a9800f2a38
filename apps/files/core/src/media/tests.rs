use super::*;
use std::io::Cursor;

fn of(bytes: &[u8]) -> Option<Media> {
    media(Cursor::new(bytes)).unwrap()
}

fn sound_of(milliseconds: u64, rate: u32, channels: u32) -> Option<Media> {
    Some(Media { milliseconds: Some(milliseconds), size: None, rate: Some(rate), channels: Some(channels) })
}

fn atom(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
    [&(inside.len() as u32 + 8).to_be_bytes()[..], name, inside].concat()
}

fn element(id: &[u8], inside: &[u8]) -> Vec<u8> {
    [id, &[0x40 | (inside.len() >> 8) as u8, inside.len() as u8], inside].concat()
}

fn wav_file() -> Vec<u8> {
    let format = [&[1, 0, 2, 0][..], &44_100_u32.to_le_bytes(), &176_400_u32.to_le_bytes(), &[4, 0, 16, 0]].concat();
    let head = [&b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0"[..], &format, b"LIST\x03\0\0\0abc\0data"].concat();
    [&head[..], &352_800_u32.to_le_bytes()].concat()
}

fn mp4_file() -> Vec<u8> {
    let header = [&[0; 12][..], &600_u32.to_be_bytes(), &1_500_u32.to_be_bytes(), &[0; 12]].concat();
    let track = [&[0; 76][..], &[7, 128, 0, 0, 4, 56, 0, 0]].concat();
    let entry = [
        &[0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 36][..],
        b"mp4a",
        &[0; 16],
        &[0, 2, 0, 16, 0, 0, 0, 0],
        &[0xBB, 0x80, 0, 0],
    ];
    let samples = atom(b"mdia", &atom(b"minf", &atom(b"stbl", &atom(b"stsd", &entry.concat()))));
    let tracks = [atom(b"trak", &atom(b"tkhd", &track)), atom(b"trak", &samples)].concat();
    [atom(b"ftyp", b"isom"), atom(b"moov", &[atom(b"mvhd", &header), tracks].concat())].concat()
}

fn matroska_file() -> Vec<u8> {
    let info = [element(&[0x2A, 0xD7, 0xB1], &[0x0F, 0x42, 0x40]), element(&[0x44, 0x89], &2_500.0_f32.to_be_bytes())];
    let video = element(&[0xE0], &[element(&[0xB0], &[5, 0]), element(&[0xBA], &[2, 208])].concat());
    let audio = element(&[0xE1], &[element(&[0xB5], &48_000.0_f32.to_be_bytes()), element(&[0x9F], &[6])].concat());
    let tracks = [element(&[0xAE], &video), element(&[0xAE], &audio)].concat();
    let inside = [element(&[0x15, 0x49, 0xA9, 0x66], &info.concat()), element(&[0x16, 0x54, 0xAE, 0x6B], &tracks)];
    let segment = [&[0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF][..], &inside.concat()];
    [element(&[0x1A, 0x45, 0xDF, 0xA3], b"x"), segment.concat()].concat()
}

/// Frames of 128 kilobits, 44.1 kHz, behind a tag.
fn mp3_file(frames: usize) -> Vec<u8> {
    let frame = [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat();
    [&b"ID3\x03\0\0\0\0\0\x05abcde"[..], &frame.repeat(frames)].concat()
}

#[test]
fn files_say_how_long_and_how_large_they_are() {
    assert_eq!(of(&wav_file()), sound_of(2_000, 44_100, 2));
    let packed = (44_100_u64 << 44) | (1 << 41) | (15 << 36) | 88_200;
    let flac = [&b"fLaC\0\0\0\x22"[..], &[0; 10], &packed.to_be_bytes(), &[0; 16]].concat();
    assert_eq!(of(&flac), sound_of(2_000, 44_100, 2));
    let vorbis =
        [&b"OggS\0\x02"[..], &[0; 20], &[1, 30], b"\x01vorbis\0\0\0\0\x01", &22_050_u32.to_le_bytes()].concat();
    let ogg = [&vorbis[..], &[0; 64], b"OggS\0\x04", &44_100_u64.to_le_bytes(), &[0; 16]].concat();
    assert_eq!(of(&ogg), sound_of(2_000, 22_050, 1));
    let film = |milliseconds, size, rate, channels| {
        Some(Media { milliseconds: Some(milliseconds), size: Some(size), rate: Some(rate), channels: Some(channels) })
    };
    assert_eq!(of(&mp4_file()), film(2_500, (1_920, 1_080), 48_000, 2));
    assert_eq!(of(&matroska_file()), film(2_500, (1_280, 720), 48_000, 6));
    assert_eq!(of(&mp3_file(40)), sound_of(40 * 417 * 8 / 128, 44_100, 2));
}

#[test]
fn what_is_no_such_file_or_broken_says_nothing_and_never_panics() {
    for nothing in [&b""[..], b"hello, this is text", b"RIFF\0\0\0\0WAVE", b"OggS", &[0xFF; 64], &[0; 4_096]] {
        assert_eq!(of(nothing), None, "{nothing:?}");
    }
    // Every file cut anywhere, and with any byte changed.
    for whole in [wav_file(), mp4_file(), matroska_file(), mp3_file(2)] {
        for at in 0..whole.len() {
            let _cut = of(&whole[..at]);
            for byte in [0, 0x7F, 0xFF] {
                let mut changed = whole.clone();
                changed[at] = byte;
                let _changed = of(&changed);
            }
        }
    }
}
