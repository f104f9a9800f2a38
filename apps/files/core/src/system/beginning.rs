//! Reads how a text begins, to show it before it is opened.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// So much of a file is read, in bytes.
const MOST: u64 = 64 * 1024;
/// So many lines are told.
const LINES: usize = 200;

/// Reads the first lines of a regular file, what is no UTF-8 in it replaced.
///
/// # Errors
/// What the system says, and what is no regular file: reading that might never end.
pub fn beginning(path: &Path) -> io::Result<String> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let _length = File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().take(LINES).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_lines_of_a_regular_file_are_read() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("a");
        std::fs::write(&file, b"one\r\ntw\xff\n".repeat(100_000)).unwrap();
        let text = beginning(&file).unwrap();
        assert_eq!(
            (text.lines().count(), text.lines().next(), text.lines().nth(1)),
            (200, Some("one"), Some("tw\u{fffd}"))
        );
        assert!(beginning(root.path()).is_err() && beginning(Path::new("/dev/zero")).is_err());
    }
}
