//! Reads index files that libgit2 does not: split ones, and sparse ones with folders for entries.
//!
//! Spec: gitformat-index(5); gitformat-bitmap(5), "EWAH".

use super::Repository;

use git2::{Index, IndexEntry, IndexEntryExtendedFlag, IndexTime, ObjectType, Oid};

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::MetadataExt;

const FOLDER: u32 = 0o040_000;
const EXTENDED: u16 = 0x4000;
/// The length of an object's name, and of the sum at the end of the file, in bytes.
const NAME: usize = 20;
/// A split or sparse index of more files is not read.
const MOST: usize = 1_000_000;

/// An index file as it stands.
#[derive(Default)]
struct File {
    entries: Vec<IndexEntry>,
    /// The file it builds on, and which of the entries there are gone or replaced.
    base: Option<(Oid, HashSet<usize>, HashSet<usize>)>,
}

impl Repository {
    /// Reads the index into memory; `None` where it is none that is understood.
    pub(super) fn read_index(&self) -> Option<Index> {
        let path = self.git.path().join("index");
        let facts = fs::metadata(&path).ok()?;
        let written = (facts.mtime(), facts.mtime_nsec());
        let mut entries = Vec::new();
        for entry in self.joined(read(&fs::read(path).ok()?)?)? {
            match entry.mode {
                FOLDER => self.files_of(&entry, &mut entries)?,
                _ => entries.push(entry),
            }
        }
        let mut index = Index::new().ok()?;
        for mut entry in entries {
            // What was written together with the index may have changed since: without a length it is looked into.
            if (i64::from(entry.mtime.seconds()), i64::from(entry.mtime.nanoseconds())) >= written {
                entry.file_size = 0;
            }
            index.add(&entry).ok()?;
        }
        Some(index)
    }

    /// The entries of a split index together with those it builds on.
    fn joined(&self, file: File) -> Option<Vec<IndexEntry>> {
        let Some((base, gone, replaced)) = file.base.filter(|(base, ..)| !base.is_zero()) else {
            return Some(file.entries);
        };
        let base = read(&fs::read(self.git.path().join(format!("sharedindex.{base}"))).ok()?)?;
        let (others, own): (Vec<_>, Vec<_>) = file.entries.into_iter().partition(|entry| entry.path.is_empty());
        let mut others = others.into_iter();
        let mut all = own;
        for (at, entry) in
            base.entries.into_iter().enumerate().filter(|(at, _)| !gone.contains(at) || replaced.contains(at))
        {
            match replaced.contains(&at) {
                true => all.push(IndexEntry { path: entry.path, ..others.next()? }),
                false => all.push(entry),
            }
        }
        all.sort_by(|one, other| (&one.path, stage(one)).cmp(&(&other.path, stage(other))));
        Some(all)
    }

    /// The files of a folder that stands for them in a sparse index: none of them is in the working tree.
    fn files_of(&self, folder: &IndexEntry, entries: &mut Vec<IndexEntry>) -> Option<()> {
        let mut folders = vec![(folder.path.clone(), folder.id)];
        while let Some((start, id)) = folders.pop() {
            for entry in &self.git.find_tree(id).ok()? {
                let path = [&start[..], entry.name_bytes()].concat();
                if entry.kind() == Some(ObjectType::Tree) {
                    folders.push(([&path[..], b"/"].concat(), entry.id()));
                } else {
                    let mode = u32::try_from(entry.filemode()).unwrap_or_default();
                    entries.push(IndexEntry { path, id: entry.id(), mode, ..copy(folder) });
                }
            }
            if entries.len() + folders.len() > MOST {
                return None;
            }
        }
        Some(())
    }
}

/// An entry that is left out of the working tree, as another one is.
fn copy(entry: &IndexEntry) -> IndexEntry {
    IndexEntry {
        ctime: entry.ctime,
        mtime: entry.mtime,
        flags: EXTENDED,
        flags_extended: IndexEntryExtendedFlag::SKIP_WORKTREE.bits(),
        path: Vec::new(),
        ..*entry
    }
}

fn stage(entry: &IndexEntry) -> u16 {
    entry.flags >> 12 & 3
}

/// Reads an index file; `None` where it is broken.
fn read(bytes: &[u8]) -> Option<File> {
    let mut bytes = Bytes { rest: bytes.get(..bytes.len().checked_sub(NAME)?)? };
    let is_index = bytes.take(4)? == b"DIRC";
    let (version, count) = (bytes.number()?, bytes.number()?);
    let mut file = File::default();
    let mut before = Vec::new();
    for _ in 0..count {
        let entry = bytes.entry(version, &before)?;
        before.clone_from(&entry.path);
        file.entries.push(entry);
    }
    while let Some(kind) = bytes.take(4) {
        let length = bytes.number()? as usize;
        let mut extension = Bytes { rest: bytes.take(length)? };
        if kind == b"link" {
            let base = Oid::from_bytes(extension.take(NAME)?).ok()?;
            let (gone, replaced) = (extension.bits(), extension.bits());
            file.base = Some((base, gone.unwrap_or_default(), replaced.unwrap_or_default()));
        }
    }
    (is_index && (2..=4).contains(&version)).then_some(file)
}

/// Bytes that are read from the beginning.
struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_be_bytes)
    }

    fn short(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_be_bytes)
    }

    fn time(&mut self) -> Option<IndexTime> {
        Some(IndexTime::new(self.number()?.cast_signed(), self.number()?))
    }

    fn entry(&mut self, version: u32, before: &[u8]) -> Option<IndexEntry> {
        let length = self.rest.len();
        let (ctime, mtime) = (self.time()?, self.time()?);
        let (dev, ino, mode) = (self.number()?, self.number()?, self.number()?);
        let (uid, gid, file_size) = (self.number()?, self.number()?, self.number()?);
        let id = Oid::from_bytes(self.take(NAME)?).ok()?;
        let flags = self.short()?;
        let flags_extended = if flags & EXTENDED == 0 { 0 } else { self.short()? };
        let start = if version == 4 { before.len().checked_sub(self.varied()?)? } else { 0 };
        let end = self.rest.iter().position(|byte| *byte == 0)?;
        let path = [&before[..start], self.take(end)?].concat();
        let read = length - self.rest.len();
        let _end = self.take(if version == 4 { 1 } else { 8 - read % 8 })?;
        Some(IndexEntry { ctime, mtime, dev, ino, mode, uid, gid, file_size, id, flags, flags_extended, path })
    }

    /// A number of as many bytes as it needs, most significant first; each but the last stands for one more.
    fn varied(&mut self) -> Option<usize> {
        let mut byte = self.take(1)?[0];
        let mut number = usize::from(byte & 0x7F);
        while byte & 0x80 != 0 {
            byte = self.take(1)?[0];
            number = number.checked_add(1)?.checked_mul(0x80)? | usize::from(byte & 0x7F);
        }
        Some(number)
    }

    /// The bits that are set in a compressed row of them.
    fn bits(&mut self) -> Option<HashSet<usize>> {
        let count = Some(self.number()? as usize).filter(|count| *count <= MOST)?;
        let words = self.number()? as usize;
        let mut words = self
            .take(words.checked_mul(8)?)?
            .chunks_exact(8)
            .map(|word| word.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        let _place_of_the_last_run = self.number()?;
        let (mut at, mut set) = (0, HashSet::new());
        while let Some(run) = words.next() {
            let (is_set, repeated, literal) = (run & 1 == 1, (run >> 1 & 0xFFFF_FFFF) as usize, run >> 33);
            let end = at + repeated * 64;
            if is_set {
                set.extend(at..end.min(count));
            }
            at = end;
            for _ in 0..literal {
                let word = words.next()?;
                set.extend((0..64).filter(|bit| word >> bit & 1 == 1).map(|bit| at + bit));
                at += 64;
            }
        }
        Some(set)
    }
}
