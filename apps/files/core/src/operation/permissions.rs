//! Which permissions files get: bits given and taken, for files and for folders apart.

use serde::{Deserialize, Serialize};

/// What happens to the permissions of files and of folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Permissions {
    /// Of everything that is no folder.
    pub files: Bits,
    /// Of folders.
    pub folders: Bits,
}

/// Bits that are given and bits that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bits {
    /// Given.
    pub give: u32,
    /// Taken, unless they are given too.
    pub take: u32,
}

/// Whether what lies in folders is changed too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Depth {
    /// It is not.
    Itself,
    /// It is, however deep.
    AllBelow,
}

/// All bits there are.
const ALL: u32 = 0o7777;

impl Bits {
    /// These permissions and no others.
    pub fn exactly(mode: u32) -> Self {
        Self { give: mode & ALL, take: ALL }
    }

    /// What these permissions become.
    pub fn of(self, mode: u32) -> u32 {
        mode & !self.take & ALL | self.give
    }
}

/// Reads permissions as chmod(1) takes them: octal digits, or `[ugoa]*[-+=][rwxXst]*` between commas.
///
/// `X` is `x` for folders alone. `None` for what means nothing.
pub fn parse(text: &str) -> Option<Permissions> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let mode = u32::from_str_radix(text, 8).ok().filter(|mode| *mode <= ALL)?;
        return Some(Permissions { files: Bits::exactly(mode), folders: Bits::exactly(mode) });
    }
    let mut permissions = Permissions::default();
    for clause in text.split(',') {
        let sign = clause.find(['-', '+', '='])?;
        let (who, what) = (classes(&clause[..sign])?, &clause[sign + 1..]);
        for (bits, is_folder) in [(&mut permissions.files, false), (&mut permissions.folders, true)] {
            let meant = letters(what, is_folder)? & who;
            match clause.as_bytes()[sign] {
                b'+' => *bits = Bits { give: bits.give | meant, take: bits.take & !meant },
                b'-' => *bits = Bits { give: bits.give & !meant, take: bits.take | meant },
                _ => *bits = Bits { give: bits.give & !who | meant, take: bits.take | who & !meant },
            }
        }
    }
    Some(permissions)
}

/// All bits that belong to these classes of users.
fn classes(text: &str) -> Option<u32> {
    const USER: u32 = 0o4700;
    const GROUP: u32 = 0o2070;
    const OTHERS: u32 = 0o1007;
    if text.is_empty() {
        return Some(ALL);
    }
    text.bytes().try_fold(0, |bits, letter| {
        Some(
            bits | match letter {
                b'u' => USER,
                b'g' => GROUP,
                b'o' => OTHERS,
                b'a' => ALL,
                _ => return None,
            },
        )
    })
}

fn letters(text: &str, is_folder: bool) -> Option<u32> {
    text.bytes().try_fold(0, |bits, letter| {
        Some(
            bits | match letter {
                b'r' => 0o444,
                b'w' => 0o222,
                b'x' => 0o111,
                b'X' if is_folder => 0o111,
                b'X' => 0,
                b's' => 0o6000,
                b't' => 0o1000,
                _ => return None,
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_are_read_as_chmod_reads_them() {
        for (text, file, folder) in [
            ("600", 0o600, 0o600),
            ("u+x", 0o744, 0o744),
            ("go-r,u=rwx", 0o700, 0o700),
            ("a=rX", 0o444, 0o555),
            ("=", 0, 0),
            ("u+s,+t", 0o5644, 0o5644),
            ("a+w,a-w", 0o444, 0o444),
            ("a-w,a+w", 0o666, 0o666),
        ] {
            let permissions = parse(text).unwrap();
            assert_eq!((permissions.files.of(0o644), permissions.folders.of(0o644)), (file, folder), "{text}");
        }
        for text in ["", "8", "77777", "u", "k+x", "u+k", "u+x,", "rwx"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
