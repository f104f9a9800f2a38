//! The file that keeps the sizes of trashed folders, so that nobody has to walk them.
//!
//! Spec: Trash 1.0, "Directory size cache".

use super::{decode, encode};

use std::path::PathBuf;

/// The size of one trashed folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// Its size on the disk, in bytes.
    pub bytes: u64,
    /// When its `.trashinfo` was last written, in seconds: another one makes this worthless.
    pub modified: i64,
    /// Its name below `files`.
    pub name: PathBuf,
}

/// Reads the file; lines that mean nothing are passed over.
pub fn read_sizes(text: &[u8]) -> Vec<Size> {
    text.split(|byte| *byte == b'\n').filter_map(line).collect()
}

fn line(line: &[u8]) -> Option<Size> {
    let mut words = line.splitn(3, |byte| *byte == b' ');
    let mut number = || str::from_utf8(words.next()?).ok();
    let (bytes, modified) = (number()?.parse().ok()?, number()?.parse().ok()?);
    Some(Size { bytes, modified, name: decode(words.next()?) })
}

/// Writes the file.
pub fn write_sizes(sizes: &[Size]) -> String {
    sizes.iter().map(|size| format!("{} {} {}\n", size.bytes, size.modified, encode(&size.name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_the_rest_is_passed_over() {
        let sizes = vec![Size { bytes: 16384, modified: 1_583_836_672, name: "a folder".into() }];
        let text = write_sizes(&sizes);
        assert_eq!(text, "16384 1583836672 a%20folder\n");
        assert_eq!(read_sizes(format!("nonsense\n1 x y\n{text}").as_bytes()), sizes);
    }
}
