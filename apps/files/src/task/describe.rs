//! What lies in an archive, and how long sound and pictures last: read by a process of its own that may die of a bomb.

use super::thumbnail::helper;

use candela_files_core::media::{Media, media};
use candela_files_core::operation::Format;
use candela_files_core::system::archive_names;

use std::fs::File;
use std::path::Path;

/// The command that describes a file; nobody else calls it.
pub const DESCRIBE: &str = "--describe-file";
/// More names are not looked through by eye.
const NAMES: usize = 500;

/// What is told of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Description {
    /// The first names in an archive.
    Names(Vec<Vec<u8>>),
    /// What audio or video says of itself.
    Media(Media),
}

impl Description {
    /// Reads a file; nothing where it is none of these. Blocks, and may take as much as a bomb takes.
    pub fn read(path: &Path) -> Option<Self> {
        if path.file_name().is_some_and(|name| Format::of_name(name).is_some()) {
            return archive_names(path, NAMES).ok().map(Self::Names);
        }
        media(File::open(path).ok()?).ok().flatten().map(Self::Media)
    }

    /// As one process tells it another.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Names(names) => [b"names\0".to_vec(), names.join(&0)].concat(),
            Self::Media(media) => {
                let (width, height) = media.size.unwrap_or_default();
                let number = |number: Option<u32>| u64::from(number.unwrap_or(0));
                let (rate, channels) = (number(media.rate), number(media.channels));
                let milliseconds = media.milliseconds.unwrap_or(0);
                let told =
                    [milliseconds, u64::from(width), u64::from(height), rate, channels].map(|one| one.to_string());
                format!("media\0{}", told.join("\0")).into_bytes()
            }
        }
    }

    /// What another process told; nothing where that makes no sense.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut parts = bytes.split(|byte| *byte == 0);
        match parts.next()? {
            b"names" => Some(Self::Names(parts.filter(|name| !name.is_empty()).map(<[u8]>::to_vec).collect())),
            b"media" => {
                let mut number = || -> Option<u64> { str::from_utf8(parts.next()?).ok()?.parse().ok() };
                let (milliseconds, width, height) = (number()?, number()?, number()?);
                let small = |number: u64| u32::try_from(number).ok().filter(|number| *number > 0);
                let (rate, channels) = (small(number()?), small(number()?));
                let size = small(width).zip(small(height));
                Some(Self::Media(Media {
                    milliseconds: Some(milliseconds).filter(|some| *some > 0),
                    size,
                    rate,
                    channels,
                }))
            }
            _ => None,
        }
    }
}

/// Has a file described by another process.
pub fn describe(path: &Path) -> Option<Description> {
    let output = helper()?.arg(DESCRIBE).arg(path).output().ok()?;
    if output.status.success() { Description::parse(&output.stdout) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_process_tells_another_reads() {
        let media = Media { milliseconds: Some(90_500), size: Some((640, 480)), rate: None, channels: Some(2) };
        for told in [Description::Media(media), Description::Names(vec![b"a/".to_vec(), b"a/\xff".to_vec()])] {
            assert_eq!(Description::parse(&told.bytes()), Some(told));
        }
        assert_eq!((Description::parse(b""), Description::parse(b"media\0x")), (None, None));
    }
}
