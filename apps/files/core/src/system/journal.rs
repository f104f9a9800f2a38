//! Journals on the disk: a file for each operation, locked by the process that carries it out.
//!
//! The lock goes with its process: a journal that is not finished and not locked is of an operation that was
//! interrupted. A new journal gets its name only when its plan is written down and on the disk.

use super::copy::write_all;
use super::file_system::{FileSystem, Kind, Open, Rename, Seek};
use super::lock::Lock;
use super::place::{Place, open_folder, resolve};
use super::platform;
use super::trash::make_folders;
use super::whole::read_whole;
use crate::journal::{Damage, HEADER, Record, Story, decode, encode};
use crate::operation::Reason;

use rustix::fd::AsFd;
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// How a journal's name ends.
const ENDING: &str = ".journal";
/// How the name of a journal ends that cannot be read and was set aside.
const DAMAGED: &str = ".damaged";
/// How many journals of finished operations are kept, for undo and history.
const KEPT: usize = 200;
/// After so long a plan that was not begun will not be, in seconds.
const OLD: i64 = 3600;

/// A journal that is ours.
pub struct Journal<'a> {
    system: &'a dyn FileSystem,
    file: Lock,
    length: u64,
    /// Whether a part of a record stands behind the others.
    is_torn: bool,
    /// What it tells.
    pub story: Story,
}

impl<'a> Journal<'a> {
    /// Writes down what is about to begin; it is on the disk when this returns.
    ///
    /// # Errors
    /// [`Reason::Journal`]; there is no journal then.
    pub fn begin(system: &'a dyn FileSystem, folder: &Path, word: &str, story: Story) -> Result<Self, Reason> {
        let folder = resolve(folder);
        make_folders(system, &folder).map_err(in_journal)?;
        let place =
            Place::open(system, &folder.join(format!("{:020}-{word}{ENDING}", story.at))).map_err(Reason::Journal)?;
        let hidden = place.beside(format!(".{word}.new")).map_err(Reason::Journal)?;
        let begun = Self::write_first(system, &hidden, &place, story);
        if begun.is_err() {
            let _ = system.remove(hidden.at().0, hidden.at().1, Kind::File);
        }
        begun
    }

    /// Writes down what is about to begin where no disk has room: it makes room, and is not known of if it is interrupted.
    ///
    /// # Errors
    /// [`Reason::Journal`].
    pub fn in_memory(system: &'a dyn FileSystem, story: Story) -> Result<Self, Reason> {
        let file = platform::memory_file().and_then(Lock::take).map_err(Reason::Journal)?;
        Ok(Self { system, file, length: 0, is_torn: false, story })
    }

    fn write_first(system: &'a dyn FileSystem, hidden: &Place, place: &Place, story: Story) -> Result<Self, Reason> {
        let file =
            system.open(hidden.at().0, hidden.at().1, Open::Create).and_then(Lock::take).map_err(Reason::Journal)?;
        let (operation, at, changes) = (story.operation.clone(), story.at, story.changes.clone());
        let first = [HEADER, &encode(&Record::Begun { operation, at, changes })].concat();
        let mut journal = Self { system, file, length: 0, is_torn: false, story };
        journal.write(&first)?;
        journal.sync()?;
        system
            .rename(hidden.at(), place.at(), Rename::NoReplace)
            .or_else(|error| match error {
                // The name holds a random word: nobody else has it.
                Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => system.rename(hidden.at(), place.at(), Rename::Plain),
                other => Err(other),
            })
            .map_err(Reason::Journal)?;
        if let Err(error) = place.sync_folder(system) {
            let _ = system.remove(place.at().0, place.at().1, Kind::File);
            return Err(Reason::Journal(error));
        }
        Ok(journal)
    }

    /// Writes down one more record.
    ///
    /// # Errors
    /// [`Reason::Journal`]; the journal is as before then.
    pub fn note(&mut self, record: &Record) -> Result<(), Reason> {
        self.write(&encode(record))?;
        self.story.apply(record).map_err(|_| Reason::Journal(Errno::INVAL))
    }

    /// Writes down what is done already, and tries twice: an operation that is through had better be known to be.
    ///
    /// # Errors
    /// [`Reason::Journal`]; recovery then finds on the disk what was done.
    pub fn note_surely(&mut self, record: &Record) -> Result<(), Reason> {
        self.note(record).or_else(|_| self.note(record))
    }

    /// Brings all records to the disk.
    ///
    /// # Errors
    /// [`Reason::Journal`].
    pub fn sync(&self) -> Result<(), Reason> {
        self.system.sync(self.file.as_fd()).map_err(Reason::Journal)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Reason> {
        if self.is_torn {
            self.cut().map_err(Reason::Journal)?;
        }
        if let Err(error) = write_all(self.system, self.file.as_fd(), bytes) {
            // Nothing may be written behind a record that is there in part.
            self.is_torn = self.cut().is_err();
            return Err(Reason::Journal(error));
        }
        self.length += bytes.len() as u64;
        Ok(())
    }

    fn cut(&mut self) -> Result<(), Errno> {
        self.system.truncate(self.file.as_fd(), self.length)?;
        let _ = self.system.seek(self.file.as_fd(), Seek::To(self.length))?;
        self.is_torn = false;
        Ok(())
    }
}

fn in_journal(reason: Reason) -> Reason {
    match reason {
        Reason::System(error) => Reason::Journal(error),
        other => other,
    }
}

/// A journal as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name, without the ending.
    pub id: String,
    /// Where it lies.
    pub path: PathBuf,
    /// What it tells.
    pub story: Story,
    /// Whether a process is at work on it.
    pub is_running: bool,
}

/// All journals, and what was wrong with those that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shelf {
    /// Newest first.
    pub journals: Vec<Found>,
    /// Where each lies that cannot be read, and why.
    pub damaged: Vec<(PathBuf, Damage)>,
}

/// Reads all journals.
///
/// # Errors
/// What the system says of their folder; that there is none is no error.
pub fn read_all(system: &dyn FileSystem, folder: &Path) -> Result<Shelf, Reason> {
    let folder = resolve(folder);
    let opened = match open_folder(system, &folder) {
        Err(Errno::NOENT) => return Ok(Shelf::default()),
        other => other.map_err(Reason::Journal)?,
    };
    let mut names = system.names(opened.as_fd()).map_err(Reason::Journal)?;
    names.sort_by(|one, other| other.cmp(one));
    let mut shelf = Shelf::default();
    for name in names.iter().filter_map(|name| name.to_str()) {
        if let Some(id) = name.strip_suffix(ENDING) {
            shelve(system, &folder.join(name), id, &mut shelf)?;
        }
    }
    Ok(shelf)
}

fn shelve(system: &dyn FileSystem, path: &Path, id: &str, shelf: &mut Shelf) -> Result<(), Reason> {
    let place = Place::open(system, path).map_err(Reason::Journal)?;
    // Another instance may have removed it as too old.
    let Ok(file) = system.open(place.at().0, place.at().1, Open::Read) else { return Ok(()) };
    let is_running = Lock::is_taken(&file);
    let bytes = read_whole(system, path).map_err(Reason::Journal)?;
    match decode(&bytes).and_then(|written| Story::read(&written.records)) {
        Ok(Some(story)) => {
            shelf.journals.push(Found { id: id.to_owned(), path: path.to_owned(), story, is_running });
        }
        // One that is being written may be seen half.
        _ if is_running => {}
        Ok(None) => shelf.damaged.push((path.to_owned(), Damage::CutShort)),
        Err(damage) => shelf.damaged.push((path.to_owned(), damage)),
    }
    Ok(())
}

/// Gives a journal that cannot be read a name that nobody looks for, and returns where it lies then.
///
/// # Errors
/// [`Reason::Journal`].
pub fn set_aside(system: &dyn FileSystem, path: &Path) -> Result<PathBuf, Reason> {
    let place = Place::open(system, path).map_err(Reason::Journal)?;
    let mut name = OsString::from(place.at().1);
    name.push(DAMAGED);
    let aside = place.beside(&name).map_err(Reason::Journal)?;
    system.rename(place.at(), aside.at(), Rename::Plain).map_err(Reason::Journal)?;
    Ok(path.with_file_name(name))
}

/// Takes a journal over, to go on with it; `None` where another process is at work on it.
///
/// # Errors
/// [`Reason::Journal`].
pub fn take<'a>(system: &'a dyn FileSystem, found: &Found) -> Result<Option<Journal<'a>>, Reason> {
    let folder = found.path.parent().unwrap_or(Path::new("/"));
    let opened = open_folder(system, folder).map_err(Reason::Journal)?;
    let name = found.path.file_name().unwrap_or(OsStr::new(""));
    let file = system.open(opened.as_fd(), name, Open::Append).map_err(Reason::Journal)?;
    let Ok(file) = Lock::take(file) else { return Ok(None) };
    // It may have been changed between the reading and the lock.
    let bytes = read_whole(system, &found.path).map_err(Reason::Journal)?;
    let Ok(written) = decode(&bytes) else { return Ok(None) };
    let Ok(Some(story)) = Story::read(&written.records) else { return Ok(None) };
    let (length, is_torn) = (written.end as u64, written.end < bytes.len());
    Ok(Some(Journal { system, file, length, is_torn, story }))
}

/// Removes what is left of old operations: the oldest journals of finished ones, and plans that were never begun.
pub fn tidy(system: &dyn FileSystem, folder: &Path, shelf: &Shelf, now: u64) {
    let finished = shelf.journals.iter().filter(|found| found.story.is_finished && !found.is_running);
    for found in finished.skip(KEPT) {
        let _ = remove(system, &found.path);
    }
    let Ok(opened) = open_folder(system, &resolve(folder)) else { return };
    let names = system.names(opened.as_fd()).unwrap_or_default();
    for name in names.iter().filter(|name| name.as_bytes().ends_with(b".new")) {
        // A fresh one may be that of an operation that begins at this moment.
        let written = system.stat(opened.as_fd(), name).map_or(i64::MAX, |stat| stat.modified.0);
        if written.saturating_add(OLD) < i64::try_from(now / 1_000_000_000).unwrap_or(0) {
            let _ = system.remove(opened.as_fd(), name, Kind::File);
        }
    }
}

/// Removes a journal.
///
/// # Errors
/// What the system says.
pub fn remove(system: &dyn FileSystem, path: &Path) -> Result<(), Errno> {
    let place = Place::open(system, path)?;
    system.remove(place.at().0, place.at().1, Kind::File)
}
