//! The file of the cache: a mark, the sum of what follows, and that.

use crate::registry::cache::Key;
use crate::registry::cache::stamp::{FolderStamp, Stamp};
use crate::registry::entry::Entry;
use crate::registry::index::FileError;
use crate::registry::parser::Rejection;
use crate::registry::source::path_bytes;
use crate::replace;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Names the format; another format has another mark.
const MARK: &[u8; 8] = b"CANDREG1";
/// The most that is read, in bytes: twenty thousand entries take ten million.
const LARGEST: u64 = 256 << 20;

/// Everything in the cache.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Snapshot {
    pub key: Key,
    pub folders: Vec<FolderStamp>,
    pub records: Vec<Record>,
}

/// What one file said.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record {
    /// The state of the file when it was read; `None` where that must not be trusted.
    pub stamp: Option<Stamp>,
    pub content: Result<Entry, Failure>,
}

/// A file that holds no entry.
#[derive(Debug, Serialize, Deserialize)]
pub struct Failure {
    pub id: Box<str>,
    #[serde(with = "path_bytes")]
    pub path: PathBuf,
    #[serde(serialize_with = "write_fault", deserialize_with = "read_fault")]
    pub fault: FileError,
}

impl Record {
    pub fn id(&self) -> &str {
        match &self.content {
            Ok(entry) => &entry.id,
            Err(failure) => &failure.id,
        }
    }

    pub fn path(&self) -> &Path {
        match &self.content {
            Ok(entry) => &entry.path,
            Err(failure) => &failure.path,
        }
    }
}

const REJECTIONS: [Rejection; 4] =
    [Rejection::NoGroup, Rejection::OtherGroupFirst, Rejection::NoType, Rejection::Refused];

/// A file that could not be read is remembered as such; what the system said then is asked anew when it is told.
fn write_fault<S: Serializer>(fault: &FileError, serializer: S) -> Result<S::Ok, S::Error> {
    let place = match fault {
        FileError::Read(_) => None,
        FileError::Rejected(rejection) => REJECTIONS.iter().position(|known| known == rejection),
    };
    place.and_then(|place| u8::try_from(place).ok()).serialize(serializer)
}

fn read_fault<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FileError, D::Error> {
    let place = Option::<u8>::deserialize(deserializer)?;
    let rejection = place.and_then(|place| REJECTIONS.get(usize::from(place)));
    Ok(rejection.map_or(FileError::Read(io::ErrorKind::Other), |rejection| FileError::Rejected(*rejection)))
}

/// Reads the cache; `None` for whatever is not whole and ours.
pub fn read(path: &Path) -> Option<Snapshot> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    let _ = file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    snapshot(&bytes)
}

fn snapshot(bytes: &[u8]) -> Option<Snapshot> {
    let (sum, payload) = bytes.strip_prefix(MARK)?.split_first_chunk()?;
    if crc32fast::hash(payload) != u32::from_le_bytes(*sum) {
        return None;
    }
    postcard::from_bytes(payload).ok()
}

/// Whether bytes are a whole cache; for whoever tests the reader with bytes of any kind.
///
/// Reads past the sum, so that what lies behind it is tested too.
pub fn decode(bytes: &[u8]) -> bool {
    snapshot(bytes).is_some() || postcard::from_bytes::<Snapshot>(bytes).is_ok()
}

/// Writes the cache as a whole, or not at all.
pub fn write(path: &Path, snapshot: &Snapshot) -> io::Result<()> {
    let payload = postcard::to_stdvec(snapshot).map_err(io::Error::other)?;
    let sum = crc32fast::hash(&payload).to_le_bytes();
    replace::write(path, &[&MARK[..], &sum, &payload].concat())
}
