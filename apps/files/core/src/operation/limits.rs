//! What a file system cannot have, told before the first byte is written to it.

use super::Reason;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

/// What is not possible in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// Which names.
    pub names: Names,
    /// The size of the largest file, in bytes; `None` where nothing is that large.
    pub largest: Option<u64>,
    /// Whether names that differ in case alone are two.
    pub case: Sensitivity,
}

/// Which names are possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// Any bytes but the slash.
    #[default]
    Any,
    /// Text of no more than 255 UTF-16 units without some characters, that does not end with a dot or a space.
    Windows,
}

/// Whether upper and lower case are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sensitivity {
    /// They are.
    #[default]
    Told,
    /// They are not.
    Untold,
}

impl Limits {
    /// Of FAT: a size takes four bytes.
    pub const FAT: Self = Self { largest: Some(u32::MAX as u64), ..Self::EXFAT };
    /// Of exFAT.
    pub const EXFAT: Self = Self { names: Names::Windows, largest: None, case: Sensitivity::Untold };

    /// Whether a file may have that name and that size.
    ///
    /// # Errors
    /// [`Reason::BadName`], [`Reason::TooLarge`].
    pub fn check(self, name: &OsStr, size: u64) -> Result<(), Reason> {
        if self.names == Names::Windows && !is_windows_name(name) {
            return Err(Reason::BadName);
        }
        if self.largest.is_some_and(|largest| size > largest) { Err(Reason::TooLarge) } else { Ok(()) }
    }

    /// A name as it is looked for there.
    pub fn folded(self, name: &OsStr) -> Vec<u8> {
        match (self.case, name.to_str()) {
            (Sensitivity::Untold, Some(text)) => text.to_lowercase().into_bytes(),
            _ => name.as_bytes().to_vec(),
        }
    }
}

/// Spec: Microsoft's fatgen103, "Long Directory Entries", and the exFAT specification, "FileName".
fn is_windows_name(name: &OsStr) -> bool {
    const LONGEST: usize = 255;
    let is_bad = |letter: char| letter.is_control() || "\"*/:<>?\\|".contains(letter);
    name.to_str().is_some_and(|text| {
        let is_short = text.encode_utf16().count() <= LONGEST;
        is_short && !text.contains(is_bad) && !text.ends_with(['.', ' '])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_sizes_are_known_before() {
        let check = |name: &[u8], size| Limits::FAT.check(OsStr::from_bytes(name), size);
        for name in ["a", ".a", "a b", "ä.txt", "語"] {
            assert_eq!(check(name.as_bytes(), 5), Ok(()), "{name}");
        }
        for name in [&b"a:b"[..], b"a\nb", b"a.", b"a ", b"a?", b"\xff", b"a\\b"] {
            assert_eq!(check(name, 5), Err(Reason::BadName), "{name:?}");
            assert_eq!(Limits::default().check(OsStr::from_bytes(name), 5), Ok(()));
        }
        assert_eq!(check("語".repeat(85).as_bytes(), 0xffff_ffff), Ok(()));
        assert_eq!(check(b"a", 0x1_0000_0000), Err(Reason::TooLarge));
        assert_eq!(Limits::EXFAT.check(OsStr::new("a"), 1 << 40), Ok(()));
        assert_eq!(Limits::FAT.folded(OsStr::new("ÄB")), "äb".as_bytes());
        assert_eq!(Limits::default().folded(OsStr::new("ÄB")), "ÄB".as_bytes());
    }
}
