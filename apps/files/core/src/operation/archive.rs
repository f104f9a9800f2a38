//! Archives: which kind a name stands for, where an entry may go, and how much may come out of one.

use super::Reason;

use serde::{Deserialize, Serialize};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

/// A kind of archive, or of a packed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Spec: APPNOTE 6.3, as Info-ZIP keeps permissions and links in it.
    Zip,
    /// Spec: POSIX.1 pax, with GNU's long names.
    Tar,
    /// A tar packed by gzip.
    TarGz,
    /// A tar packed by Zstandard.
    TarZst,
    /// A tar packed by xz.
    TarXz,
    /// Can be extracted, but not created.
    SevenZ,
    /// One file packed by gzip.
    Gz,
    /// One file packed by Zstandard.
    Zst,
    /// One file packed by xz.
    Xz,
}

/// The longer ending comes first.
const ENDINGS: [(&str, Format); 12] = [
    (".tar.gz", Format::TarGz),
    (".tar.zst", Format::TarZst),
    (".tar.xz", Format::TarXz),
    (".tgz", Format::TarGz),
    (".tzst", Format::TarZst),
    (".txz", Format::TarXz),
    (".tar", Format::Tar),
    (".zip", Format::Zip),
    (".7z", Format::SevenZ),
    (".gz", Format::Gz),
    (".zst", Format::Zst),
    (".xz", Format::Xz),
];

impl Format {
    /// Tells what a name stands for, and the name without its ending.
    pub fn of_name(name: &OsStr) -> Option<(Self, &OsStr)> {
        let bytes = name.as_bytes();
        let is_ending = |ending: &str| {
            let stem = bytes.len().checked_sub(ending.len())?;
            (stem > 0 && bytes[stem..].eq_ignore_ascii_case(ending.as_bytes())).then_some(stem)
        };
        let found = ENDINGS.iter().find_map(|(ending, format)| Some((*format, is_ending(ending)?)))?;
        Some((found.0, OsStr::from_bytes(&bytes[..found.1])))
    }

    /// Whether it holds one file, without a name.
    pub fn is_single(self) -> bool {
        matches!(self, Self::Gz | Self::Zst | Self::Xz)
    }

    /// Whether it can be created.
    pub fn can_create(self) -> bool {
        self != Self::SevenZ
    }
}

/// The steps of an entry's name below the folder that it is extracted to; a root before them counts for nothing.
///
/// # Errors
/// [`Reason::Escapes`] where it leads out of the folder, or might; [`Reason::BadName`].
pub fn steps(name: &[u8]) -> Result<Vec<&OsStr>, Reason> {
    let mut steps = Vec::new();
    for step in name.split(|byte| *byte == b'/') {
        match step {
            b"" | b"." => {}
            b".." => return Err(Reason::Escapes),
            step if step.contains(&0) => return Err(Reason::BadName),
            step => steps.push(OsStr::from_bytes(step)),
        }
    }
    Ok(steps)
}

/// Whether a symbolic link so many folders deep stays inside by what it says, whatever other such links are on its way.
///
/// Behind a name nothing may lead up: the name may be a link, and up is elsewhere then.
pub fn stays_inside(depth: usize, target: &[u8]) -> bool {
    let steps = || target.split(|byte| *byte == b'/').filter(|step| !matches!(*step, b"" | b"."));
    let up = steps().take_while(|step| *step == b"..").count();
    !target.is_empty() && target[0] != b'/' && up <= depth && steps().skip(up).all(|step| step != b"..")
}

/// How much may come out of an archive: enough for every honest one, and not enough to fill a disk with nothing.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    bytes: u64,
    entries: u64,
}

impl Budget {
    /// The most entries.
    pub const ENTRIES: u64 = 500_000;
    /// So many bytes may come out of any archive.
    const FREE: u64 = 256 << 20;
    /// And so many times its own size.
    const RATIO: u64 = 250;

    /// For an archive of so many bytes.
    pub fn new(packed: u64) -> Self {
        Self { bytes: packed.saturating_mul(Self::RATIO).max(Self::FREE), entries: Self::ENTRIES }
    }

    /// One more entry comes.
    ///
    /// # Errors
    /// [`Reason::Bomb`].
    pub fn entry(&mut self) -> Result<(), Reason> {
        self.entries = self.entries.checked_sub(1).ok_or(Reason::Bomb)?;
        Ok(())
    }

    /// So many bytes more come.
    ///
    /// # Errors
    /// [`Reason::Bomb`].
    pub fn bytes(&mut self, count: u64) -> Result<(), Reason> {
        self.bytes = self.bytes.checked_sub(count).ok_or(Reason::Bomb)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_kind_and_the_rest_is_the_name() {
        let of =
            |name: &'static str| Format::of_name(OsStr::new(name)).map(|(kind, stem)| (kind, stem.to_str().unwrap()));
        assert_eq!(of("a.b.tar.gz"), Some((Format::TarGz, "a.b")));
        assert_eq!(of("A.ZIP"), Some((Format::Zip, "A")));
        assert_eq!(of("log.xz"), Some((Format::Xz, "log")));
        assert_eq!((of(".zip"), of("a.txt"), of("zip")), (None, None, None));
    }

    #[test]
    fn no_name_leads_out() {
        let path = |name: &str| steps(name.as_bytes()).map(|steps| steps.join(OsStr::new("/")).into_string().unwrap());
        assert_eq!(path("a//./b/"), Ok("a/b".to_owned()));
        assert_eq!(path("/etc/passwd"), Ok("etc/passwd".to_owned()), "below the folder");
        for name in ["..", "../a", "a/../b", "a/..", "/../a"] {
            assert_eq!(path(name), Err(Reason::Escapes), "{name}");
        }
        assert_eq!(path("a\0b"), Err(Reason::BadName));
    }

    #[test]
    fn no_link_leads_out() {
        for (depth, target) in [(0, "a"), (0, "a/b"), (1, "../a"), (2, "../../a/b"), (0, "."), (1, "./../a")] {
            assert!(stays_inside(depth, target.as_bytes()), "{target}");
        }
        for (depth, target) in [(0, ""), (0, "/a"), (0, ".."), (0, "../a"), (1, "../../a"), (2, "a/.."), (3, "a/../b")]
        {
            assert!(!stays_inside(depth, target.as_bytes()), "{target}");
        }
    }

    #[test]
    fn what_swells_beyond_reason_is_stopped() {
        let mut budget = Budget::new(1000);
        assert_eq!(budget.bytes(256 << 20), Ok(()));
        assert_eq!(budget.bytes(1), Err(Reason::Bomb));
        assert_eq!(Budget::new(4 << 30).bytes(100 << 30), Ok(()), "a large one may hold much");
        assert!((0..Budget::ENTRIES).all(|_| budget.entry().is_ok()) && budget.entry() == Err(Reason::Bomb));
    }
}
