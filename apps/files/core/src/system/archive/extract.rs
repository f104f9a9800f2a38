//! Extracts into a hidden folder that nobody else knows of: each entry by open folders, symbolic links last of all.

use super::entries;
use super::stream::{Count, Stream};
use crate::operation::archive::{Budget, Format, stays_inside, steps};
use crate::operation::{Control, Outcome, Reason};
use crate::system::copy::write_all;
use crate::system::file_system::{FileSystem, Kind, Moment, Open, Rename, Stat};
use crate::system::place::Place;

use rustix::fd::{AsFd, OwnedFd};
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::io::{BufReader, Read};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// So much is moved at once, in bytes.
const STEP: usize = 128 << 10;

/// What an entry is.
pub enum What {
    File,
    Folder,
    /// A link that says this.
    Symlink(Vec<u8>),
    /// Another name of that entry.
    HardLink(Vec<u8>),
    Fifo,
    /// A device: it could give access to anything.
    Device,
}

/// What an archive says of one entry.
pub struct Entry {
    pub name: Vec<u8>,
    pub what: What,
    pub mode: Option<u32>,
    pub modified: Option<Moment>,
}

/// Extracts to a free name: a folder, or the one file that a packed file is.
///
/// What would lead out of the folder is left out, and told.
///
/// # Errors
/// Why there is nothing; what had been extracted by then is for the caller to remove.
pub fn extract(
    system: &dyn FileSystem,
    control: &Control,
    (archive, format): (&Path, Format),
    to: &Place,
    outcome: &mut Outcome,
) -> Result<(), Reason> {
    let source = Place::open(system, archive)?;
    let file = system.open(source.at().0, source.at().1, Open::Read)?;
    let stat = system.stat_open(file.as_fd())?;
    if stat.kind != Kind::File {
        return Err(Reason::BadArchive);
    }
    let source = BufReader::with_capacity(STEP, Stream::new(system, control, file, Count::Yes));
    let (folder, name) = to.at();
    if format.is_single() {
        let file = system.open(folder, name, Open::New)?;
        let mut extractor = Extractor::new(system, control, archive, outcome, folder.try_clone_to_owned(), stat.size)?;
        extractor
            .content(&file, &mut *entries::unpacked(format, source).map_err(|error| super::reason(&error, control))?)?;
        return Ok(system.change_times(file.as_fd(), stat.accessed, stat.modified)?);
    }
    system.make_folder(folder, name, 0o777)?;
    let root = system.open(folder, name, Open::Reach);
    let mut extractor =
        Extractor::new(system, control, archive, outcome, root.map_err(std::io::Error::from), stat.size)?;
    match format {
        Format::Zip => entries::zip(source, control, |entry, content| extractor.entry(entry, content))?,
        Format::SevenZ => entries::seven(source, control, |entry, content| extractor.entry(entry, content))?,
        _ => {
            let source = entries::unpacked(format, source).map_err(|error| super::reason(&error, control))?;
            entries::tar(source, control, |entry, content| extractor.entry(entry, content))?;
        }
    }
    extractor.finish()
}

struct Extractor<'a> {
    system: &'a dyn FileSystem,
    control: &'a Control,
    archive: &'a Path,
    outcome: &'a mut Outcome,
    root: OwnedFd,
    budget: Budget,
    buffer: Vec<u8>,
    /// What is made when nothing is written any more: by way of a link nothing must be written.
    links: Vec<(Vec<OsString>, Vec<u8>)>,
    /// What is given to folders when nothing comes into them any more.
    folders: Vec<(Vec<OsString>, Option<u32>, Option<Moment>)>,
}

impl<'a> Extractor<'a> {
    fn new(
        system: &'a dyn FileSystem,
        control: &'a Control,
        archive: &'a Path,
        outcome: &'a mut Outcome,
        root: std::io::Result<OwnedFd>,
        packed: u64,
    ) -> Result<Self, Reason> {
        let root = root.map_err(|error| error.raw_os_error().map_or(Errno::MFILE, Errno::from_raw_os_error))?;
        let (buffer, budget) = (vec![0; STEP], Budget::new(packed));
        Ok(Self { system, control, archive, outcome, root, budget, buffer, links: Vec::new(), folders: Vec::new() })
    }

    /// Extracts one entry; one that cannot be is left out.
    fn entry(&mut self, entry: &Entry, content: &mut dyn Read) -> Result<(), Reason> {
        self.control.check()?;
        self.budget.entry()?;
        let done = steps(&entry.name).and_then(|steps| self.one(entry, &steps, content));
        self.tell(&entry.name, done)
    }

    fn tell(&mut self, name: &[u8], done: Result<(), Reason>) -> Result<(), Reason> {
        match done {
            Err(reason) if concerns_one(reason) => {
                // As it is written, with its dots.
                let path = [self.archive.as_os_str().as_bytes(), b"/", name].concat();
                self.outcome.fail(Path::new(OsStr::from_bytes(&path)), reason);
                Ok(())
            }
            other => other,
        }
    }

    fn one(&mut self, entry: &Entry, steps: &[&OsStr], content: &mut dyn Read) -> Result<(), Reason> {
        let owned = || steps.iter().map(|step| (*step).to_owned()).collect::<Vec<OsString>>();
        let Some((name, above)) = steps.split_last() else { return Ok(()) };
        match &entry.what {
            What::Folder => {
                let _ = self.folder(steps)?;
                self.folders.push((owned(), entry.mode, entry.modified));
            }
            What::Symlink(target) if !stays_inside(above.len(), target) => return Err(Reason::Escapes),
            What::Symlink(target) => self.links.push((owned(), target.clone())),
            What::File => {
                let folder = self.folder(above)?;
                let file = self.system.open(folder.as_fd(), name, Open::Create).map_err(twice)?;
                self.content(&file, content)?;
                self.system.change_mode(file.as_fd(), entry.mode.unwrap_or(0o644) & 0o755)?;
                self.system.change_times(file.as_fd(), moment(entry), moment(entry))?;
            }
            What::HardLink(first) => {
                let first = crate::operation::archive::steps(first)?;
                let (first, beside) = first.split_last().ok_or(Reason::BadArchive)?;
                let (from, to) = (self.folder(beside)?, self.folder(above)?);
                self.system.link((from.as_fd(), first), (to.as_fd(), name)).map_err(twice)?;
            }
            What::Fifo => {
                let folder = self.folder(above)?;
                let like = Stat { kind: Kind::Fifo, ..Stat::default() };
                self.system.make_special(folder.as_fd(), name, &like).map_err(twice)?;
            }
            What::Device => return Err(Errno::PERM.into()),
        }
        self.control.report(|progress| progress.items += 1);
        Ok(())
    }

    /// Opens a folder below the root, step by step, and makes what is missing.
    fn folder(&self, steps: &[&OsStr]) -> Result<OwnedFd, Reason> {
        let mut here = self.system.open(self.root.as_fd(), OsStr::new("."), Open::Reach)?;
        for step in steps {
            here = match self.system.open(here.as_fd(), step, Open::Reach) {
                Err(Errno::NOENT) => {
                    self.system.make_folder(here.as_fd(), step, 0o755)?;
                    self.system.open(here.as_fd(), step, Open::Reach)?
                }
                other => other.map_err(twice)?,
            };
        }
        Ok(here)
    }

    fn content(&mut self, file: &OwnedFd, content: &mut dyn Read) -> Result<(), Reason> {
        loop {
            let read = content.read(&mut self.buffer).map_err(|error| super::reason(&error, self.control))?;
            if read == 0 {
                return Ok(());
            }
            self.budget.bytes(read as u64)?;
            write_all(self.system, file.as_fd(), &self.buffer[..read])?;
        }
    }

    fn finish(&mut self) -> Result<(), Reason> {
        for (steps, target) in std::mem::take(&mut self.links) {
            let made = self.link(&steps, &target);
            self.tell(steps.join(OsStr::new("/")).as_bytes(), made)?;
        }
        let mut folders = std::mem::take(&mut self.folders);
        folders.sort_by_key(|(steps, ..)| std::cmp::Reverse(steps.len()));
        for (steps, mode, modified) in folders {
            let steps: Vec<&OsStr> = steps.iter().map(OsString::as_os_str).collect();
            let Some((name, above)) = steps.split_last() else { continue };
            let folder = self.folder(above)?;
            self.system.change_mode_at(folder.as_fd(), name, mode.unwrap_or(0o755) & 0o755 | 0o700)?;
            if let Some(modified) = modified {
                self.system.change_times_at(folder.as_fd(), name, (modified, modified))?;
            }
        }
        self.lift()
    }

    fn link(&self, steps: &[OsString], target: &[u8]) -> Result<(), Reason> {
        let steps: Vec<&OsStr> = steps.iter().map(OsString::as_os_str).collect();
        let Some((name, above)) = steps.split_last() else { return Ok(()) };
        let folder = self.folder(above)?;
        self.system.make_symlink(folder.as_fd(), name, OsStr::from_bytes(target)).map_err(twice)
    }

    /// Where all of `name.zip` lies in one folder `name`, that folder is left out.
    fn lift(&self) -> Result<(), Reason> {
        const ASIDE: &str = ".candela-lift";
        let names = self.system.names(self.root.as_fd())?;
        let stem = self.archive.file_name().and_then(Format::of_name).map(|(_, stem)| stem);
        let [only] = names.as_slice() else { return Ok(()) };
        let (root, aside) = (self.root.as_fd(), OsStr::new(ASIDE));
        let stat = self.system.stat(root, only)?;
        if stem != Some(only) || stat.kind != Kind::Folder {
            return Ok(());
        }
        self.system.rename((root, only), (root, aside), Rename::Plain)?;
        let inner = self.system.open(root, aside, Open::Reach)?;
        for name in self.system.names(inner.as_fd())? {
            self.system.rename((inner.as_fd(), &name), (root, &name), Rename::Plain)?;
        }
        self.system.remove(root, aside, Kind::Folder)?;
        let itself = self.system.open(root, OsStr::new("."), Open::Folder)?;
        self.system.change_mode(itself.as_fd(), stat.mode)?;
        Ok(self.system.change_times(itself.as_fd(), stat.accessed, stat.modified)?)
    }
}

fn moment(entry: &Entry) -> Moment {
    entry.modified.unwrap_or_default()
}

/// A name that exists was made by an entry before.
fn twice(error: Errno) -> Reason {
    match error {
        Errno::EXIST | Errno::NOTDIR | Errno::LOOP => Reason::Twice,
        other => other.into(),
    }
}

/// Whether the other entries can be extracted all the same.
fn concerns_one(reason: Reason) -> bool {
    let is_of_name = |error| matches!(error, Errno::NAMETOOLONG | Errno::PERM | Errno::ILSEQ | Errno::NOENT);
    match reason {
        Reason::System(error) => is_of_name(error),
        other => matches!(other, Reason::Escapes | Reason::BadName | Reason::Twice),
    }
}
