//! Foreign text made fit to be shown.

use candela_shared::display_name::display_bytes;

/// The longest line shown, in characters.
const LINE: usize = 200;

/// One line of foreign text: no control characters, nothing that reorders, cut.
pub fn line(bytes: &[u8]) -> String {
    let shown = display_bytes(bytes.trim_ascii());
    match shown.char_indices().nth(LINE) {
        Some((at, _)) => format!("{}…", &shown[..at]),
        None => shown.into_owned(),
    }
}

/// The lines of foreign text that say something.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = String> {
    bytes.split(|byte| *byte == b'\n').map(line).filter(|line| !line.is_empty())
}

/// The last line that says something, for a message; empty where none does.
pub fn last_line(bytes: &[u8]) -> String {
    lines(bytes).last().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_neither_steers_a_terminal_nor_runs_on() {
        assert_eq!(line(b"  a\x1b[31mb\x07 \r\n"), "a␛[31mb␇");
        assert_eq!(line("a\u{202e}b".as_bytes()), "a\u{fffd}b");
        assert_eq!(line(b"a\xffb"), "a\u{fffd}b");
        assert_eq!(line(&[b'x'; 500]).chars().count(), LINE + 1);
        assert_eq!(lines(b"a\n\n \nb\n").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(last_line(b"one\ntwo\n\n"), "two");
    }
}
