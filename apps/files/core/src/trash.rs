//! What the files of a trash say. Spec: Trash 1.0.

mod info;
pub mod limits;
mod sizes;

pub use info::{Info, read_info, write_info};
pub use sizes::{Size, read_sizes, write_sizes};

use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// Percent-encodes a path, its slashes kept.
///
/// Spec: RFC 2396, "Escaped Encoding"; like GLib and trash-cli, every byte but the unreserved ones of RFC 3986 is.
pub fn encode(path: &Path) -> String {
    let mut encoded = String::new();
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(*byte));
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

/// Decodes a path; a percent sign that begins no escape stands for itself.
pub fn decode(text: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        match (first, escaped(behind)) {
            (b'%', Some((byte, behind))) => {
                bytes.push(byte);
                rest = behind;
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    OsString::from_vec(bytes).into()
}

fn escaped(text: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, rest) = text.split_first_chunk::<2>()?;
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let byte = u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()?;
    Some((byte, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    #[test]
    fn any_bytes_come_back_as_they_went() {
        let every: Vec<u8> = (1..=255).collect();
        let path = Path::new(OsStr::from_bytes(&every));
        assert_eq!(decode(encode(path).as_bytes()), path);
        assert_eq!(encode(Path::new("/a b/ä%\n")), "/a%20b/%C3%A4%25%0A");
        assert_eq!(decode(b"100%/%4/%zz/%e4"), Path::new(OsStr::from_bytes(b"100%/%4/%zz/\xe4")));
    }
}
