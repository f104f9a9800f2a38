//! What is written down about an operation before, while and after it is carried out, and how it is read back.
//!
//! A journal is a line that names the format, and then records: length, CRC-32 of these four bytes, CRC-32 of the record
//! (4 bytes each, little endian), and the record by postcard. Records are only ever appended: the last one may be there
//! in part, where the writer was interrupted, and counts as not written. One that is whole and does not read as written
//! spoils the whole journal: nothing is done by guess then.

mod story;

pub use story::{Ending, Standing, Story, Way};

use crate::operation::{Built, Change, Operation};

use serde::{Deserialize, Serialize};

/// The first line of a journal; the number changes with the meaning of records.
pub const HEADER: &[u8] = b"candela-files journal 4\n";

/// One thing that happened, or that is about to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// What was asked for, and when: nanoseconds since 1970.
    Begun {
        /// The user's wish.
        operation: Operation,
        /// When.
        at: u64,
        /// Every step it takes.
        changes: Vec<Change>,
    },
    /// A step turned out to be another one.
    Amended {
        /// Its number.
        change: usize,
        /// What it is instead.
        into: Change,
    },
    /// What a step will put in its place is complete.
    Built {
        /// Its number.
        change: usize,
        /// What it is.
        built: Built,
    },
    /// From here on the step cannot be taken back as if it had never been: its source goes.
    Removing {
        /// Its number.
        change: usize,
    },
    /// The step is made; `made` is what came of it.
    Made {
        /// Its number.
        change: usize,
    },
    /// The step failed, and left nothing.
    Failed {
        /// Its number.
        change: usize,
    },
    /// The step was taken back.
    TakenBack {
        /// Its number.
        change: usize,
    },
    /// Taking back cannot be done as if it had never been: it is this step, forwards, from here on.
    Turned {
        /// Its number.
        change: usize,
        /// What it is from here on.
        into: Change,
    },
    /// Everything is made that could be.
    Finished {
        /// How many things were left undone.
        failed: u64,
    },
    /// The user wants all of it taken back.
    Undoing {
        /// When: nanoseconds since 1970.
        at: u64,
    },
    /// All of it is taken back.
    Undone,
    /// The user wants it once more.
    Redoing {
        /// When: nanoseconds since 1970.
        at: u64,
    },
}

/// Why a journal cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It begins as no journal of ours does.
    #[error("written by another version")]
    Version,
    /// It ends before anything is told.
    #[error("cut short")]
    CutShort,
    /// A record is not what was written.
    #[error("damaged")]
    Checksum,
    /// The records make no sense in that order.
    #[error("inconsistent")]
    Order,
}

/// Writes one record down.
pub fn encode(record: &Record) -> Vec<u8> {
    let body = postcard::to_stdvec(record).expect("records hold nothing that postcard cannot write");
    let length = u32::try_from(body.len()).expect("a plan takes less than 4 GiB").to_le_bytes();
    let sums = [&length[..], &body].map(|bytes| crc32fast::hash(bytes).to_le_bytes());
    [&length[..], &sums[0], &sums[1], &body].concat()
}

/// What a journal holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its records.
    pub records: Vec<Record>,
    /// Where the last whole one ends, in bytes: what is behind was being written when the writer was interrupted.
    pub end: usize,
}

/// Reads a whole journal.
///
/// # Errors
/// The first thing that is not as it was written.
pub fn decode(bytes: &[u8]) -> Result<Written, Damage> {
    let mut rest = bytes
        .strip_prefix(HEADER)
        .ok_or_else(|| if HEADER.starts_with(bytes) { Damage::CutShort } else { Damage::Version })?;
    let mut records = Vec::new();
    while let Some((body, behind)) = next(rest)? {
        records.push(postcard::from_bytes(body).map_err(|_| Damage::Checksum)?);
        rest = behind;
    }
    let end = bytes.len() - rest.len();
    if records.is_empty() { Err(Damage::CutShort) } else { Ok(Written { records, end }) }
}

/// A record, and what is behind it.
type Parted<'b> = (&'b [u8], &'b [u8]);

/// The next record and what is behind it; `None` at the end, or where only a part of one is left.
fn next(bytes: &[u8]) -> Result<Option<Parted<'_>>, Damage> {
    let Some((head, rest)) = bytes.split_first_chunk::<12>() else { return Ok(None) };
    // A file system may give a file its length before its content.
    if bytes.iter().all(|byte| *byte == 0) {
        return Ok(None);
    }
    let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if crc32fast::hash(&head[..4]) != number(4) {
        return Err(Damage::Checksum);
    }
    let length = usize::try_from(number(0)).map_err(|_| Damage::Checksum)?;
    let Some((body, behind)) = rest.split_at_checked(length) else { return Ok(None) };
    if crc32fast::hash(body) != number(8) {
        return Err(Damage::Checksum);
    }
    Ok(Some((body, behind)))
}

/// How paths of any bytes are written: serde's own way takes only UTF-8.
pub mod path {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::ffi::OsString;
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    use std::path::{Path, PathBuf};

    /// Writes the bytes.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(path.as_os_str().as_bytes())
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
        let bytes = Vec::<u8>::deserialize(deserializer)?;
        Ok(OsString::from_vec(bytes).into())
    }
}

/// How lists of such paths are written.
pub mod paths {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::path::PathBuf;

    #[derive(Serialize, Deserialize)]
    struct One(#[serde(with = "super::path")] PathBuf);

    /// Writes each.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(paths.iter().cloned().map(One))
    }

    /// Reads each.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PathBuf>, D::Error> {
        let paths = Vec::<One>::deserialize(deserializer)?;
        Ok(paths.into_iter().map(|One(path)| path).collect())
    }
}

#[cfg(test)]
mod tests;
