//! Opens the index from a file written before, and reads anew only what has changed since.
//!
//! The file (`registry.cache` in the cache folder of the suite) holds what the entries say, untouched by desktop, `PATH`
//! and the user's choices, which are added after. It is good for one version of this crate, one list of languages and
//! one list of data directories, and each entry in it for one state of one file. A file that is damaged, old or of
//! another user's languages is as good as none: it is written anew, and if it cannot be, that costs time alone.

mod file;

pub use file::decode;

use crate::directories::Directories;
use crate::i18n::locale;
use crate::kept::stamp::{FolderStamp, Stamp, racy_since};
use crate::registry::context::Context;
use crate::registry::entry::Entry;
use crate::registry::index::{Broken, FileError, Index, Judge, winners};
use crate::registry::parser::Parser;
use crate::registry::source::{self, Source};

use file::{Failure, Head, Record, Stored};

use rustix::fs::{AtFlags, Mode, OFlags, statat};

use std::collections::HashMap;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::thread;
use std::time::SystemTime;

/// How an index came about, in numbers of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Entries taken from the cache.
    pub reused: usize,
    /// Files read.
    pub read: usize,
    /// Files asked for their state, by one call each.
    pub asked: usize,
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
    let before = path.as_deref().and_then(file::read).filter(|stored| stored.head.key == key).unwrap_or_default();
    let mut work = Work::new(&before.head, context, racy_since(now));
    let records = work.records(before);
    if let (true, Some(path)) = (work.is_stale, &path) {
        work.effort.is_written = file::write(path, &key, &work.folders, &records).is_ok();
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
            Ok(entry)
        }
        Err(file::Failure { id, path, fault }) => Err(Broken { id, path, fault }),
    };
    Index::new(records.into_iter().map(outcome).collect())
}

/// Brings the records of a cache up to date.
struct Work<'a> {
    directories: &'a Directories,
    folders: Vec<FolderStamp>,
    /// The files to look at where the folders have changed; `None` for those of the cache.
    sources: Option<Vec<Source>>,
    racy_since: i128,
    parser: Parser,
    bytes: Vec<u8>,
    is_stale: bool,
    effort: Effort,
}

impl<'a> Work<'a> {
    fn new(before: &Head, context: &'a Context, racy_since: i128) -> Self {
        let mut work = Self {
            directories: &context.directories,
            folders: before.folders.clone(),
            sources: None,
            racy_since,
            parser: Parser::new(&context.locales),
            bytes: Vec::new(),
            is_stale: false,
            effort: Effort::default(),
        };
        if before.folders.is_empty() || !before.folders.iter().all(FolderStamp::is_fresh) {
            work.find();
        }
        work
    }

    /// Looks for the files anew.
    fn find(&mut self) {
        let found = source::find(self.directories);
        self.folders = found.folders.into_iter().map(|folder| FolderStamp::of(folder, self.racy_since)).collect();
        self.sources = Some(winners(found.sources));
        self.is_stale = true;
    }

    fn records(&mut self, before: Stored) -> Vec<Record> {
        let count = before.head.files.len();
        let (before, stamps) = before_and_now(&before);
        if before.len() != count && self.sources.is_none() {
            self.find();
        }
        self.effort.asked = stamps.len();
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

/// The records of a cache, and how their files are now: asked on another thread while the records are taken apart.
fn before_and_now(before: &Stored) -> (Vec<Record>, Vec<Option<Stamp>>) {
    const WORTH_A_THREAD: usize = 300;
    if before.head.files.len() < WORTH_A_THREAD {
        return (records(before), stamps(&before.head));
    }
    thread::scope(|scope| {
        let stamps = scope.spawn(|| stamps(&before.head));
        let records = records(before);
        // A thread that could not finish costs the cache its use, and nothing else.
        (records, stamps.join().unwrap_or_default())
    })
}

fn records(before: &Stored) -> Vec<Record> {
    let record = |(file, mut content): (&file::Seen, file::Content)| {
        let path = before.head.path(file)?;
        match &mut content {
            Ok(entry) => entry.path = path,
            Err(failure) => failure.path = path,
        }
        Some(Record { stamp: file.stamp, content })
    };
    let records: Option<Vec<Record>> = before.head.files.iter().zip(before.contents()).map(record).collect();
    records.unwrap_or_default()
}

/// How the files are now, in their order: each is asked for by its name in a folder that is opened once, for the way to
/// it costs as much as the file does.
fn stamps(head: &Head) -> Vec<Option<Stamp>> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let open = |folder: &FolderStamp| rustix::fs::open(folder.path(), flags, Mode::empty()).ok();
    let mut opened: Option<(u32, Option<OwnedFd>)> = None;
    let mut stamp = |file: &file::Seen| {
        if opened.as_ref().is_none_or(|(place, _)| *place != file.folder) {
            opened = Some((file.folder, head.folders.get(usize::try_from(file.folder).ok()?).and_then(open)));
        }
        let (_, folder) = opened.as_ref()?;
        statat(folder.as_ref()?, &file.name, AtFlags::empty()).ok().map(|stat| Stamp::of_stat(&stat))
    };
    head.files.iter().map(&mut stamp).collect()
}

#[cfg(test)]
mod tests;
