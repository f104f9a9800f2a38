//! Opens the index from a file written before, and reads anew only what has changed since.
//!
//! The file (`registry.cache` in the cache folder of the suite) holds what the entries say, untouched by desktop, `PATH`
//! and the user's choices, which are added after. It is good for one version of this crate, one list of languages and
//! one list of data directories, and each entry in it for one state of one file. A file that is damaged, old or of
//! another user's languages is as good as none: it is written anew, and if it cannot be, that costs time alone.

mod file;
mod stamp;

pub use file::decode;

use crate::i18n::locale;
use crate::registry::context::Context;
use crate::registry::entry::Entry;
use crate::registry::index::{FileError, Index, Judge, winners};
use crate::registry::parser::Parser;
use crate::registry::source::{self, Source};

use file::{Failure, Record, Snapshot};
use stamp::{FolderStamp, Stamp, racy_since};

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

/// How an index came about, in numbers of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Entries taken from the cache.
    pub reused: usize,
    /// Files read.
    pub read: usize,
    /// Whether the cache was written.
    pub is_written: bool,
}

impl Index {
    /// Opens the index from the cache, reading only what has changed since it was written, and keeps the cache fresh.
    ///
    /// The same as [`Index::scan`], only sooner. `now` is the time at which files are looked at: what changed within
    /// two seconds of it is looked at again the next time, for clocks of file systems are coarse.
    pub fn open(context: &Context, now: SystemTime) -> Self {
        open(context, now).0
    }
}

/// As [`Index::open`], and tells how it came about.
pub fn open(context: &Context, now: SystemTime) -> (Index, Effort) {
    let path = context.directories.cache_home.as_ref().map(|cache| cache.join("candela/registry.cache"));
    let key = Key::new(context);
    let before = path.as_deref().and_then(file::read).filter(|snapshot| snapshot.key == key).unwrap_or_default();
    let mut work = Work::new(before, context, racy_since(now));
    let records = work.records();
    if let (true, Some(path)) = (work.is_stale, &path) {
        let snapshot = Snapshot { key, folders: work.folders, records };
        work.effort.is_written = file::write(path, &snapshot).is_ok();
        return (index(snapshot.records, context), work.effort);
    }
    (index(records, context), work.effort)
}

/// What a cache is good for, besides the state of files.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Key {
    version: String,
    languages: Vec<String>,
    roots: Vec<Root>,
}

/// A folder, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Root(#[serde(with = "source::path_bytes")] PathBuf);

impl Key {
    fn new(context: &Context) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            languages: locale::candidates(&context.locales),
            roots: source::roots(&context.directories).into_iter().map(Root).collect(),
        }
    }
}

/// Judges the records for this user and this desktop.
fn index(records: Vec<Record>, context: &Context) -> Index {
    let judge = Judge::new(context);
    let outcome = |record: Record| match record.content {
        Ok(mut entry) => {
            judge.judge(&mut entry);
            (Source { id: entry.id.clone(), path: PathBuf::new() }, Ok(entry))
        }
        Err(failure) => (Source { id: failure.id, path: failure.path }, Err(failure.fault)),
    };
    Index::new(records.into_iter().map(outcome).collect())
}

/// Brings the records of a cache up to date.
struct Work {
    before: Vec<Record>,
    folders: Vec<FolderStamp>,
    /// The files to look at where the folders have changed; `None` for those of the cache.
    sources: Option<Vec<Source>>,
    racy_since: i128,
    parser: Parser,
    bytes: Vec<u8>,
    is_stale: bool,
    effort: Effort,
}

impl Work {
    fn new(before: Snapshot, context: &Context, racy_since: i128) -> Self {
        let is_fresh = !before.folders.is_empty() && before.folders.iter().all(FolderStamp::is_fresh);
        let (folders, sources) = if is_fresh {
            (before.folders, None)
        } else {
            let found = source::find(&context.directories);
            let folders = found.folders.into_iter().map(|folder| FolderStamp::of(folder, racy_since)).collect();
            (folders, Some(winners(found.sources)))
        };
        Self {
            before: before.records,
            folders,
            is_stale: sources.is_some(),
            sources,
            racy_since,
            parser: Parser::new(&context.locales),
            bytes: Vec::new(),
            effort: Effort::default(),
        }
    }

    fn records(&mut self) -> Vec<Record> {
        let before = std::mem::take(&mut self.before);
        let stamps = stamps(&before);
        let Some(sources) = self.sources.take() else {
            return before.into_iter().zip(stamps).map(|(record, stamp)| self.refreshed(record, stamp)).collect();
        };
        let mut known: HashMap<PathBuf, (Record, Option<Stamp>)> =
            before.into_iter().zip(stamps).map(|(record, stamp)| (record.path().to_owned(), (record, stamp))).collect();
        let record = |source: Source| match known.remove(&source.path) {
            Some((record, stamp)) if *record.id() == *source.id => self.refreshed(record, stamp),
            _ => self.read(source),
        };
        sources.into_iter().map(record).collect()
    }

    /// Keeps a record whose file is as it was, or reads the file again.
    fn refreshed(&mut self, record: Record, stamp: Option<Stamp>) -> Record {
        if stamp.is_some() && stamp == record.stamp {
            self.effort.reused += 1;
            return record;
        }
        self.read(Source { id: record.id().into(), path: record.path().to_owned() })
    }

    fn read(&mut self, source: Source) -> Record {
        self.is_stale = true;
        self.effort.read += 1;
        let opened = source::read(&source.path, &mut self.bytes);
        let stamp = opened.as_ref().ok().map(Stamp::of).filter(|stamp| !stamp.is_racy(self.racy_since));
        let content = opened.map_err(|error| FileError::Read(error.kind())).and_then(|_| {
            let entry = self.parser.parse(&self.bytes, &mut Vec::new())?;
            Ok(Entry { id: source.id.clone(), path: source.path.clone(), ..entry })
        });
        Record { stamp, content: content.map_err(|fault| Failure { id: source.id, path: source.path, fault }) }
    }
}

/// How the files of the records are now, in their order; half of them are asked for on another thread.
fn stamps(records: &[Record]) -> Vec<Option<Stamp>> {
    const WORTH_A_THREAD: usize = 500;
    let ask = |records: &[Record]| -> Vec<Option<Stamp>> { records.iter().map(|record| now(record.path())).collect() };
    if records.len() < WORTH_A_THREAD {
        return ask(records);
    }
    let (one, other) = records.split_at(records.len() / 2);
    thread::scope(|scope| {
        let other = scope.spawn(|| ask(other));
        let mut stamps = ask(one);
        // A thread that could not finish costs the cache its use for those files, and nothing else.
        stamps.extend(other.join().unwrap_or_default());
        stamps.resize(records.len(), None);
        stamps
    })
}

fn now(path: &Path) -> Option<Stamp> {
    std::fs::metadata(path).ok().map(|metadata| Stamp::of(&metadata))
}

#[cfg(test)]
mod tests;
