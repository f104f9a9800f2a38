//! Telling text from binary data.

/// How much of the contents is looked at, in bytes.
///
/// Spec: Shared MIME-info 0.21, "Recommended checking order".
const LOOKED_AT: usize = 128;

/// Says whether contents look like text: no control characters at their beginning but those that text has.
///
/// Bytes above 127 count as text, whatever their encoding. UTF-16 with a byte order mark is text too, which the
/// specification leaves open and GLib denies: its zero bytes would otherwise make it binary.
pub(super) fn looks_like_text(contents: &[u8]) -> bool {
    let beginning = &contents[..contents.len().min(LOOKED_AT)];
    let has_control = beginning.iter().any(|byte| is_control(u16::from(*byte)));
    match beginning {
        [0xff, 0xfe, rest @ ..] if has_control => is_utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] if has_control => is_utf16(rest, u16::from_be_bytes),
        _ => !has_control,
    }
}

fn is_utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> bool {
    let mut units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).peekable();
    while let Some(unit) = units.next() {
        let is_broken = match unit {
            // A pair cut off at the end of what is looked at is no fault.
            0xd800..=0xdbff => {
                units.next_if(|next| matches!(next, 0xdc00..=0xdfff)).is_none() && units.peek().is_some()
            }
            0xdc00..=0xdfff | 0xfffe | 0xffff => true,
            _ => is_control(unit),
        };
        if is_broken {
            return false;
        }
    }
    true
}

/// Control characters but backspace, tab, line feed, form feed and carriage return. Delete is let through, as by GLib.
fn is_control(unit: u16) -> bool {
    unit < 0x20 && !matches!(unit, 0x08 | 0x09 | 0x0a | 0x0c | 0x0d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_text_is_what_has_no_control_characters_in_its_first_128_bytes() {
        let late = |at: usize| [vec![b'a'; at], vec![1]].concat();
        for (contents, expected, case) in [
            (b"".to_vec(), true, "nothing"),
            (b"hello\r\n\tworld\x0c\x08".to_vec(), true, "white space and backspace"),
            (b"a\x7fb".to_vec(), true, "delete"),
            (b"a\x1b[0m".to_vec(), false, "escape"),
            (b"a\x0bb".to_vec(), false, "vertical tab"),
            (b"a\0b".to_vec(), false, "zero"),
            ("é".as_bytes().to_vec(), true, "UTF-8"),
            (b"caf\xe9".to_vec(), true, "Latin-1"),
            (late(127), false, "the 128th byte"),
            (late(128), true, "the 129th byte"),
            (b"\xff\xfeh\0i\0".to_vec(), true, "UTF-16, little-endian"),
            (b"\xfe\xff\0h\0i".to_vec(), true, "UTF-16, big-endian"),
            (b"\xff\xfe\x3d\xd8\x00\xde".to_vec(), true, "a surrogate pair"),
            (b"\xff\xfe\x3d\xd8".to_vec(), true, "a surrogate pair cut off"),
            (b"\xff\xfe\x3d\xd8a\0".to_vec(), false, "half a surrogate pair"),
            (b"\xff\xfe\x01\0".to_vec(), false, "a control character in UTF-16"),
            (b"h\0i\0".to_vec(), false, "UTF-16 without its mark"),
        ] {
            assert_eq!(looks_like_text(&contents), expected, "{case}");
        }
    }
}
