//! Free names like one that is taken: `report (2).pdf` beside `report.pdf`.

use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

/// Whether a path ends with the name of a file: `.`, `..` and the root are names of none.
pub fn is_named(path: &Path) -> bool {
    let bytes = path.as_os_str().as_bytes();
    let end = bytes.iter().rposition(|byte| *byte != b'/').map_or(0, |last| last + 1);
    let last = bytes[..end].rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    !matches!(last, b"" | b"." | b"..")
}

/// The longest name there may be, in bytes.
pub const LONGEST: usize = 255;

/// Endings that stand before another one and belong to it.
const INNER: &[&[u8]] = &[b".tar"];

/// Returns the first name like this one, with a number from 2 on, that is not taken.
///
/// The number stands before the ending, and the rest is cut where the name would become too long. A number that is
/// there already is counted on: after `a (2)` comes `a (3)`.
pub fn next_free(name: &OsStr, is_taken: impl Fn(&OsStr) -> bool) -> OsString {
    let Ok(free) = try_next_free(name, |candidate| Ok::<_, Infallible>(is_taken(candidate)));
    free
}

/// The same, where it may not be possible to tell whether a name is taken.
///
/// # Errors
/// The first answer that is none: going on would never end where all names fail alike.
pub fn try_next_free<E>(name: &OsStr, is_taken: impl Fn(&OsStr) -> Result<bool, E>) -> Result<OsString, E> {
    let (stem, ending) = split_ending(name.as_bytes());
    let (stem, mut number) = split_number(stem);
    loop {
        let candidate = numbered(stem, ending, number);
        if !is_taken(&candidate)? {
            return Ok(candidate);
        }
        number += 1;
    }
}

/// Splits off the ending with its dot: a name that begins with its only dot has none.
pub fn split_ending(name: &[u8]) -> (&[u8], &[u8]) {
    let Some(dot) = name.iter().rposition(|byte| *byte == b'.').filter(|dot| *dot > 0) else {
        return (name, b"");
    };
    let inner = INNER.iter().find(|inner| name[..dot].ends_with(inner) && dot > inner.len());
    name.split_at(dot - inner.map_or(0, |inner| inner.len()))
}

/// Splits off ` (N)`, and tells the number to go on with.
fn split_number(stem: &[u8]) -> (&[u8], u64) {
    let number = || {
        let inner = stem.strip_suffix(b")")?;
        let open = inner.windows(2).rposition(|two| two == b" (").filter(|open| *open > 0)?;
        let digits = str::from_utf8(&inner[open + 2..]).ok()?;
        let number: u64 = digits.parse().ok().filter(|number| (2..1_000_000).contains(number))?;
        (digits.len() == number.to_string().len()).then_some((&stem[..open], number + 1))
    };
    number().unwrap_or((stem, 2))
}

fn numbered(stem: &[u8], ending: &[u8], number: u64) -> OsString {
    let number = format!(" ({number})");
    let (stem, ending) = match LONGEST.checked_sub(number.len() + ending.len()) {
        Some(room) if room > 0 => (cut(stem, room), ending),
        // An ending as long as the name is none.
        _ => (cut(stem, LONGEST - number.len()), &b""[..]),
    };
    OsString::from_vec([stem, number.as_bytes(), ending].concat())
}

/// Cuts at the end of a character where the name is UTF-8.
pub fn cut(name: &[u8], room: usize) -> &[u8] {
    if name.len() <= room {
        return name;
    }
    let mut end = room;
    while end > room.saturating_sub(4) && name[end] & 0b1100_0000 == 0b1000_0000 {
        end -= 1;
    }
    &name[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_meant_by_dots_have_no_name() {
        for path in ["", "/", "//", ".", "..", "a/.", "/a/..", "/a/../", "/a/.//"] {
            assert!(!is_named(Path::new(path)), "{path}");
        }
        for path in ["a", "/a", "/a/", "...", "/a/..b", "/a/.b"] {
            assert!(is_named(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn the_number_stands_before_the_ending() {
        for (name, taken, free) in [
            ("a", &["a"][..], "a (2)"),
            ("a.txt", &["a.txt"], "a (2).txt"),
            ("a.txt", &["a.txt", "a (2).txt"], "a (3).txt"),
            ("a (2).txt", &["a (2).txt"], "a (3).txt"),
            ("a (1).txt", &[], "a (1) (2).txt"),
            ("a (02)", &[], "a (02) (2)"),
            (" (2)", &[], " (2) (2)"),
            ("a.tar.gz", &[], "a (2).tar.gz"),
            (".tar.gz", &[], ".tar (2).gz"),
            (".bashrc", &[], ".bashrc (2)"),
            ("a.", &[], "a (2)."),
        ] {
            let is_taken = |candidate: &OsStr| taken.iter().any(|name| candidate == *name);
            assert_eq!(next_free(OsStr::new(name), is_taken), free, "{name}");
        }
    }

    #[test]
    fn a_name_of_any_bytes_stays_within_its_length_and_its_characters() {
        let free = |name: &[u8]| next_free(OsStr::from_bytes(name), |_| false).into_vec();
        assert_eq!(free(b"caf\xe9.txt"), b"caf\xe9 (2).txt");
        assert_eq!(free(&[b'a'; 255]), [&[b'a'; 251][..], b" (2)"].concat());
        let umlauts = "ä".repeat(127);
        let cut = free(umlauts.as_bytes());
        assert_eq!(str::from_utf8(&cut).unwrap(), format!("{} (2)", "ä".repeat(125)));
        let ending = free(&[b"a.", &[b'b'; 253][..]].concat());
        assert!(ending.len() <= LONGEST && ending.ends_with(b" (2)"), "an endless ending is none");
    }
}
