//! The file of the cache: a mark, the sum of what follows, the state of folders and files, and what the files said.
//!
//! The states come first, so that the files can be asked for theirs while what they said is taken apart.

use crate::kept::stamp::{FolderStamp, Stamp};
use crate::kept::{self, Mark};
use crate::registry::cache::Key;
use crate::registry::entry::Entry;
use crate::registry::index::FileError;
use crate::registry::parser::Rejection;
use crate::registry::source::path_bytes;
use crate::replace;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Names the format; another format has another mark.
const MARK: &Mark = b"CANDREG2";
/// The most that is read, in bytes: twenty thousand entries take ten million.
const LARGEST: u64 = 256 << 20;

/// What stands first in the cache: all that is needed to see whether it is fresh.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Head {
    pub key: Key,
    pub folders: Vec<FolderStamp>,
    /// The files that were read, those of a folder beside each other.
    pub files: Vec<Seen>,
}

/// A file that was read.
#[derive(Debug, Serialize, Deserialize)]
pub struct Seen {
    /// Its folder, by its place among the folders.
    pub folder: u32,
    #[serde(with = "path_bytes")]
    pub name: PathBuf,
    /// Its state when it was read; `None` where that must not be trusted.
    pub stamp: Option<Stamp>,
}

/// A cache whose bytes are whole; what the files said is not taken apart yet.
#[derive(Debug, Default)]
pub struct Stored {
    pub head: Head,
    bytes: Vec<u8>,
    /// Where behind the head the contents begin.
    contents: usize,
}

/// What one file said.
pub type Content = Result<Entry, Failure>;

/// A file, its state when it was read (`None` where that must not be trusted), and what it said.
#[derive(Debug)]
pub struct Record {
    pub stamp: Option<Stamp>,
    pub content: Content,
}

/// A file that holds no entry.
#[derive(Debug, Serialize, Deserialize)]
pub struct Failure {
    pub id: Box<str>,
    #[serde(skip)]
    pub path: PathBuf,
    #[serde(serialize_with = "write_fault", deserialize_with = "read_fault")]
    pub fault: FileError,
}

impl Head {
    /// The path of a file; `None` where its folder is not among those of the head.
    pub fn path(&self, file: &Seen) -> Option<PathBuf> {
        let folder = self.folders.get(usize::try_from(file.folder).ok()?)?.path();
        // Made at once at its full length.
        let mut path = PathBuf::with_capacity(folder.as_os_str().len() + 1 + file.name.as_os_str().len());
        path.push(folder);
        path.push(&file.name);
        Some(path)
    }
}

impl Stored {
    /// Takes apart what the files said, in their order, without the paths; nothing where there is not one for each.
    pub fn contents(&self) -> Vec<Content> {
        let contents: Vec<Content> = postcard::from_bytes(&self.bytes[self.contents..]).unwrap_or_default();
        if contents.len() == self.head.files.len() { contents } else { Vec::new() }
    }
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
pub fn read(path: &Path) -> Option<Stored> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    let _ = file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    stored(bytes)
}

fn stored(bytes: Vec<u8>) -> Option<Stored> {
    let (head, contents) = postcard::take_from_bytes(kept::unseal(MARK, &bytes)?).ok()?;
    let contents = bytes.len() - contents.len();
    Some(Stored { head, bytes, contents })
}

/// Whether bytes are a whole cache; for whoever tests the reader with bytes of any kind.
///
/// Reads past the sum, so that what lies behind it is tested too.
pub fn decode(bytes: &[u8]) -> bool {
    let is_whole = stored(bytes.to_vec()).is_some();
    let head = postcard::take_from_bytes::<Head>(bytes);
    let contents = head.as_ref().map_or(bytes, |(_, contents)| contents);
    let is_read = postcard::from_bytes::<Vec<Content>>(contents).is_ok();
    is_whole || head.is_ok_and(|(head, _)| head.files.iter().all(|file| head.path(file).is_some()) && is_read)
}

/// Writes the cache as a whole, or not at all.
pub fn write(path: &Path, key: &Key, folders: &[FolderStamp], records: &[Record]) -> io::Result<()> {
    let places: HashMap<&Path, u32> = folders.iter().map(FolderStamp::path).zip(0..).collect();
    let seen = |record: &Record| {
        let name = record.path().file_name()?.into();
        Some(Seen { folder: *places.get(record.path().parent()?)?, name, stamp: record.stamp })
    };
    let files: Option<Vec<Seen>> = records.iter().map(seen).collect();
    let files = files.ok_or(io::ErrorKind::InvalidInput)?;
    let contents: Vec<&Content> = records.iter().map(|record| &record.content).collect();
    let payload = postcard::to_extend(&(key, folders, files), Vec::new()).map_err(io::Error::other)?;
    let payload = postcard::to_extend(&contents, payload).map_err(io::Error::other)?;
    replace::write(path, &kept::seal(MARK, &payload))
}
