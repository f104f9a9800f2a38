//! Files on the clipboard, as file managers hand them to each other.
//!
//! Spec: RFC 2483, section 5 (`text/uri-list`); `x-special/gnome-copied-files` and KDE's mark as Nautilus and Dolphin
//! write them.

mod exchange;
mod x11;

use crate::app::Clip;

use candela_shared::registry::Target;
use candela_shared::registry::target::file_uri;

use std::path::PathBuf;

pub use x11::{clear, offer, read};

/// A way of writing files down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// GNOME's: the first line says what a paste does.
    Copied,
    /// URIs, a line each.
    Uris,
    /// KDE's mark beside the URIs: whether a paste moves them.
    Mark,
    /// Paths, for what takes text.
    Text,
}

impl Format {
    const ALL: [Self; 4] = [Self::Copied, Self::Uris, Self::Mark, Self::Text];

    /// Its name among the targets of a selection.
    fn name(self) -> &'static str {
        match self {
            Self::Copied => "x-special/gnome-copied-files",
            Self::Uris => "text/uri-list",
            Self::Mark => "application/x-kde-cutselection",
            Self::Text => "UTF8_STRING",
        }
    }
}

fn paths(clip: &Clip) -> &[PathBuf] {
    match clip {
        Clip::Copied(paths) | Clip::Cut(paths) => paths,
    }
}

fn encode(clip: &Clip, format: Format) -> Vec<u8> {
    let uris = || paths(clip).iter().map(|path| file_uri(path));
    let is_cut = matches!(clip, Clip::Cut(_));
    let text = match format {
        Format::Copied => {
            let word = if is_cut { "cut" } else { "copy" };
            [word.to_owned()].into_iter().chain(uris()).collect::<Vec<_>>().join("\n")
        }
        Format::Uris => uris().map(|uri| uri + "\r\n").collect(),
        Format::Mark => if is_cut { "1" } else { "0" }.to_owned(),
        Format::Text => paths(clip).iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>().join("\n"),
    };
    text.into_bytes()
}

/// Reads GNOME's format; `None` where it names no file of this machine.
fn decode_copied(bytes: &[u8]) -> Option<Clip> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (word, rest) = text.split_once('\n')?;
    let paths = decode_uris(rest)?;
    match word.trim() {
        "cut" => Some(Clip::Cut(paths)),
        "copy" => Some(Clip::Copied(paths)),
        _ => None,
    }
}

/// Reads a list of URIs; `None` where none is a file of this machine.
fn decode_uris(text: &str) -> Option<Vec<PathBuf>> {
    let lines = text.lines().map(|line| line.trim_end_matches('\0')).filter(|line| !line.starts_with('#'));
    let paths = lines.filter_map(|line| match Target::from_uri(line) {
        Target::Path(path) => Some(path),
        Target::Uri(_) => None,
    });
    let paths: Vec<PathBuf> = paths.collect();
    (!paths.is_empty()).then_some(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;

    #[test]
    fn files_of_any_name_come_back_as_they_went() {
        let odd = PathBuf::from(OsString::from_vec(b"/a b\n\xff%20".to_vec()));
        for clip in [Clip::Cut(vec![odd.clone(), "/c".into()]), Clip::Copied(vec![odd])] {
            assert_eq!(decode_copied(&encode(&clip, Format::Copied)), Some(clip.clone()));
            let uris = String::from_utf8(encode(&clip, Format::Uris)).unwrap();
            assert_eq!(decode_uris(&uris).as_deref(), Some(paths(&clip)));
        }
    }

    #[test]
    fn what_names_no_file_of_this_machine_is_nothing() {
        for text in ["", "copy", "copy\n", "copy\nhttp://host/x", "paste\nfile:///a", "\u{0}\nfile:///a"] {
            assert_eq!(decode_copied(text.as_bytes()), None, "{text:?}");
        }
        assert_eq!(decode_uris("# a comment\r\nfile:///a\r\nsftp://b/c\r\n"), Some(vec!["/a".into()]));
        assert_eq!(encode(&Clip::Cut(vec!["/a".into()]), Format::Mark), b"1");
    }
}
