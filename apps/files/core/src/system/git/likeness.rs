//! How much of two files is the same, by the measure of `git diff -M`.
//!
//! Files of many hundred lines that are alike by a half and less than a hundredth may be told otherwise than by git: it
//! takes some lines for the same that are not.

use git2::{AttrCheckFlags, AttrValue, Oid, Repository};

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The measure of files that are the same.
pub(super) const ALIKE: u64 = 60_000;
/// How alike two files must be; git's own default of 50 %, in parts of [`ALIKE`].
pub(super) const LEAST: u64 = ALIKE / 2;
/// How alike files must be that share a name no other has: git's default, half way from there to the whole.
pub(super) const LEAST_NAMED: u64 = LEAST + (ALIKE - LEAST) / 2;
/// A line that is longer, in bytes, is measured in pieces.
const LONGEST: usize = 64;

/// Measures files of a repository, each once.
pub(super) struct Measures<'a> {
    git: &'a Repository,
    sizes: HashMap<Oid, Option<u64>>,
    kinds: HashMap<Vec<u8>, Kind>,
    known: HashMap<(Oid, Kind), Measure>,
}

/// Whether a file is text, as far as its attributes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Text,
    Binary,
    /// What is in it decides.
    Unknown,
}

impl<'a> Measures<'a> {
    pub(super) fn new(git: &'a Repository) -> Self {
        Self { git, sizes: HashMap::new(), kinds: HashMap::new(), known: HashMap::new() }
    }

    /// How much of the larger of two files they share, by their paths and contents; nothing where one of them cannot be
    /// read, as in a partial clone.
    pub(super) fn likeness(&mut self, one: (&[u8], Oid), other: (&[u8], Oid)) -> u64 {
        let sizes = self.size(one.1).zip(self.size(other.1));
        let (less, more) = sizes.map_or((0, 0), |(one, other)| (one.min(other), one.max(other)));
        if less == 0 || less * ALIKE < more * LEAST {
            return 0;
        }
        let (one, other) = ((one.1, self.kind(one.0)), (other.1, self.kind(other.0)));
        if !self.read(one) || !self.read(other) {
            return 0;
        }
        shared(&self.known[&one], &self.known[&other]) * ALIKE / more
    }

    fn kind(&mut self, path: &[u8]) -> Kind {
        if let Some(kind) = self.kinds.get(path) {
            return *kind;
        }
        let kind = self.attribute(path);
        let _new = self.kinds.insert(path.to_vec(), kind);
        kind
    }

    fn attribute(&self, path: &[u8]) -> Kind {
        let path = Path::new(OsStr::from_bytes(path));
        let value = self.git.get_attr_bytes(path, "diff", AttrCheckFlags::FILE_THEN_INDEX);
        match AttrValue::always_bytes(value.ok().flatten()) {
            AttrValue::True => Kind::Text,
            AttrValue::False => Kind::Binary,
            AttrValue::String(_) | AttrValue::Bytes(_) | AttrValue::Unspecified => Kind::Unknown,
        }
    }

    fn size(&mut self, id: Oid) -> Option<u64> {
        let header = |git: &Repository| Some(git.odb().ok()?.read_header(id).ok()?.0 as u64);
        *self.sizes.entry(id).or_insert_with(|| header(self.git))
    }

    fn read(&mut self, (id, kind): (Oid, Kind)) -> bool {
        if let Entry::Vacant(room) = self.known.entry((id, kind)) {
            let Ok(blob) = self.git.find_blob(id) else {
                return false;
            };
            let _new = room.insert(measure(blob.content(), kind));
        }
        true
    }
}

/// The bytes of a file by the line they stand on.
type Measure = HashMap<Vec<u8>, u64>;

/// Counts the bytes of each different line; the end of a line is the same in text of every system.
fn measure(contents: &[u8], kind: Kind) -> Measure {
    let is_text = match kind {
        Kind::Text => true,
        Kind::Binary => false,
        Kind::Unknown => !contents[..contents.len().min(8_000)].contains(&0),
    };
    let mut lines = Measure::new();
    let mut rest = contents;
    while !rest.is_empty() {
        let window = &rest[..rest.len().min(LONGEST)];
        let length = window.iter().position(|byte| *byte == b'\n').map_or(window.len(), |at| at + 1);
        let (line, after) = rest.split_at(length);
        let line = match line.strip_suffix(b"\r\n").filter(|_| is_text) {
            Some(text) => [text, b"\n"].concat(),
            None => line.to_vec(),
        };
        let bytes = line.len() as u64;
        *lines.entry(line).or_default() += bytes;
        rest = after;
    }
    lines
}

fn shared(one: &Measure, other: &Measure) -> u64 {
    one.iter().map(|(line, bytes)| other.get(line).map_or(0, |others| (*bytes).min(*others))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_shared_as_often_as_both_have_them() {
        let cases: [(&[u8], &[u8], u64); 4] = [
            (b"a\nb\na\n", b"a\nc\n", 2),
            (b"a\r\nb\r\n", b"a\nb\n", 4),
            (b"a\0\r\n", b"a\0\n", 0),
            (&[b'x'; 200], &[b'x'; 130], 130 - 2),
        ];
        for (one, other, expected) in cases {
            assert_eq!(shared(&measure(one, Kind::Unknown), &measure(other, Kind::Unknown)), expected, "{one:?}");
        }
        let (one, other) = (measure(b"a\r\nb\n", Kind::Binary), measure(b"a\nb\n", Kind::Text));
        assert_eq!(shared(&one, &other), 2, "the ends of lines of a binary file are as they are");
    }
}
