//! Telling text from binary data.

/// How much of the contents is looked at, in bytes.
///
/// Spec: Shared MIME-info 0.21, "Recommended checking order".
const LOOKED_AT: usize = 128;

/// Says whether contents look like text: no control characters at their beginning but those that text has.
///
/// Bytes above 127 count as text, whatever their encoding; so does delete, as with GLib. UTF-16 is none, for its zero
/// bytes: the specification says so, and so does every other program of the desktop.
pub(super) fn looks_like_text(contents: &[u8]) -> bool {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, 0x08 | 0x09 | 0x0a | 0x0c | 0x0d);
    !contents.iter().take(LOOKED_AT).any(is_control)
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
            (b"\xff\xfeh\0i\0".to_vec(), false, "UTF-16, little-endian"),
            (b"\xfe\xff\0h\0i".to_vec(), false, "UTF-16, big-endian"),
            (b"\xff\xfe\0\x01\x02".to_vec(), false, "bytes that begin like UTF-16"),
        ] {
            assert_eq!(looks_like_text(&contents), expected, "{case}");
        }
    }
}
