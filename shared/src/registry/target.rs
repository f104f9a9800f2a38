//! What an application is asked to open: a file of this machine, or anything else that has a URI.
//!
//! Spec: RFC 3986, section 2.1 (percent-encoding) and RFC 8089 (`file` URIs). A file name is any bytes but zero.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// Something to open.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A file or a folder of this machine.
    Path(PathBuf),
    /// A URI that names no file of this machine.
    Uri(String),
}

impl Target {
    /// Reads a word of a command line: a URI, or a path that is taken from `directory` where it is relative.
    ///
    /// A `file` URI of this machine becomes its path. What looks like a URI but is not UTF-8 is a path. A path comes without
    /// `.` and without slashes that mean nothing; `..` stays, for what it means after a symbolic link is the system's to say.
    pub fn new(word: &OsStr, directory: &Path) -> Self {
        match word.to_str().filter(|text| scheme(text).is_some()) {
            Some(uri) => Self::from_uri(uri),
            None => Self::Path(directory.join(word).components().collect()),
        }
    }

    /// Reads a URI; a `file` URI of this machine becomes its path.
    pub fn from_uri(uri: &str) -> Self {
        local_path(uri).map_or_else(|| Self::Uri(uri.to_owned()), Self::Path)
    }

    /// Returns the path; `None` for what is not on this machine.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Uri(_) => None,
        }
    }

    /// Returns the URI; for a path, a `file` URI.
    pub fn uri(&self) -> String {
        match self {
            Self::Path(path) => file_uri(path),
            Self::Uri(uri) => uri.clone(),
        }
    }
}

/// Returns the scheme of a URI, as it is written; `None` where there is none.
pub fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

fn local_path(uri: &str) -> Option<PathBuf> {
    let scheme = scheme(uri).filter(|scheme| scheme.eq_ignore_ascii_case("file"))?;
    let rest = &uri[scheme.len() + 1..];
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let path = match rest.strip_prefix("//") {
        Some(after) => {
            let (host, _) = after.split_at(after.find('/')?);
            if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
                return None;
            }
            &after[host.len()..]
        }
        None => rest,
    };
    let bytes = decode(path)?;
    (bytes.starts_with(b"/") && !bytes.contains(&0)).then(|| OsString::from_vec(bytes).into())
}

/// Undoes percent-encoding, to any bytes; `None` where a percent sign stands for nothing.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = rest else {
            return None;
        };
        bytes.push(digit(*high)? << 4 | digit(*low)?);
        rest = after;
    }
    Some(bytes)
}

fn digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).and_then(|digit| digit.try_into().ok())
}

/// Returns the `file` URI of an absolute path.
pub fn file_uri(path: &Path) -> String {
    let mut uri = String::from("file://");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => uri.push(*byte as char),
            // What RFC 3986 allows in a path.
            b'-' | b'.' | b'_' | b'~' | b'/' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';'
            | b'=' | b':' | b'@' => uri.push(*byte as char),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_command_line_become_paths_or_uris() {
        let path = |text: &str| Target::Path(text.into());
        let uri = |text: &str| Target::Uri(text.into());
        let cases = [
            ("/a b", path("/a b")),
            ("a", path("/home/ada/a")),
            ("file:///a%20b%25", path("/a b%")),
            ("FILE://localhost/a", path("/a")),
            ("file:/a?query#fragment", path("/a")),
            ("file://server/share", uri("file://server/share")),
            ("file:///a%0", uri("file:///a%0")),
            ("file:///a%00b", uri("file:///a%00b")),
            ("https://example.org/%20", uri("https://example.org/%20")),
            ("mailto:ada@example.org", uri("mailto:ada@example.org")),
            ("1:2", path("/home/ada/1:2")),
            ("", path("/home/ada")),
            (".", path("/home/ada")),
            ("./a//b/./", path("/home/ada/a/b")),
            ("../b", path("/home/ada/../b")),
        ];
        for (word, expected) in cases {
            assert_eq!(Target::new(OsStr::new(word), Path::new("/home/ada")), expected, "{word:?}");
        }
    }

    #[test]
    fn every_path_survives_its_uri() {
        let bytes: Vec<u8> = (1..=255).collect();
        let path = Path::new("/").join(OsStr::from_bytes(&bytes));
        let uri = file_uri(&path);
        assert!(uri.is_ascii());
        assert_eq!(Target::from_uri(&uri), Target::Path(path));
        assert_eq!(file_uri(Path::new("/a b/ä:%")), "file:///a%20b/%C3%A4:%25");
    }
}
