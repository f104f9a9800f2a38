//! Creates archives: of whatever is walked, in the order in which it is met.

use super::reason;
use super::stream::{Count, Stream};
use crate::operation::archive::Format;
use crate::operation::{Control, Identity, Outcome, Reason};
use crate::system::file_system::{FileSystem, Kind, Open, Stat};
use crate::system::place::Place;
use crate::system::walk::{Go, Here, Visitor, walk};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lzma_rust2::{XzOptions, XzWriter};
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use tar::{Builder, EntryType, Header};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use std::collections::HashMap;
use std::error::Error;
use std::ffi::OsStr;
use std::io::{self, BufWriter, Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// So much is written at once, in bytes.
const STEP: usize = 128 << 10;
/// What xz(1) takes.
const XZ_PRESET: u32 = 6;

/// Packs what stands at these paths into a new file with a free name.
///
/// What cannot be read, or cannot be in such an archive, is left out and told.
///
/// # Errors
/// Why there is no archive; what had been written by then is for the caller to remove.
pub fn create(
    system: &dyn FileSystem,
    control: &Control,
    (sources, format): (&[PathBuf], Format),
    to: &Place,
    outcome: &mut Outcome,
) -> Result<(), Reason> {
    let file = system.open(to.at().0, to.at().1, Open::New)?;
    let out = Stream::new(system, control, file, Count::No);
    let breaker = out.breaker();
    let out = BufWriter::with_capacity(STEP, out);
    let failed = |error: &(dyn Error + 'static)| reason(error, control);
    if format == Format::Zip {
        let mut packer = Packer::new(system, control, Zip(ZipWriter::new(out)), outcome);
        if let Err(reason) = packer.all(sources) {
            // An archive that is given up is ended by its library, which complains by itself where that fails.
            breaker.set(true);
            return Err(reason);
        }
        let out = packer.archive.0.finish().map_err(|error| failed(&error))?;
        return written(out).map_err(|error| failed(&error));
    }
    let mut packed = Packed::new(format, out).map_err(|error| failed(&error))?;
    if format.is_single() {
        single(system, control, sources, &mut packed)?;
    } else {
        let mut packer = Packer::new(system, control, Tar::new(packed), outcome);
        packer.all(sources)?;
        packed = packer.archive.builder.into_inner().map_err(|error| failed(&error))?;
    }
    packed.finish().and_then(written).map_err(|error| failed(&error))
}

fn single(
    system: &dyn FileSystem,
    control: &Control,
    sources: &[PathBuf],
    packed: &mut impl Write,
) -> Result<(), Reason> {
    let [source] = sources else { return Err(Reason::OneFile) };
    let place = Place::open(system, source)?;
    if place.look(system)?.ok_or(Errno::NOENT)?.kind != Kind::File {
        return Err(Reason::OneFile);
    }
    let file = system.open(place.at().0, place.at().1, Open::Read)?;
    let copied = io::copy(&mut Stream::new(system, control, file, Count::Yes), packed);
    copied.map(drop).map_err(|error| reason(&error, control))
}

fn written<W: Write>(out: BufWriter<W>) -> io::Result<()> {
    out.into_inner().map(drop).map_err(io::IntoInnerError::into_error)
}

/// What is written, packed on its way.
enum Packed<W: Write> {
    Plain(W),
    Gz(GzEncoder<W>),
    Zst(zstd::Encoder<'static, W>),
    Xz(Box<XzWriter<W>>),
}

impl<W: Write> Packed<W> {
    fn new(format: Format, out: W) -> io::Result<Self> {
        Ok(match format {
            Format::Gz | Format::TarGz => Self::Gz(GzEncoder::new(out, Compression::default())),
            Format::Zst | Format::TarZst => Self::Zst(zstd::Encoder::new(out, zstd::DEFAULT_COMPRESSION_LEVEL)?),
            Format::Xz | Format::TarXz => Self::Xz(Box::new(XzWriter::new(out, XzOptions::with_preset(XZ_PRESET))?)),
            Format::Tar => Self::Plain(out),
            Format::Zip | Format::SevenZ => return Err(io::ErrorKind::Unsupported.into()),
        })
    }

    fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(out) => Ok(out),
            Self::Gz(encoder) => encoder.finish(),
            Self::Zst(encoder) => encoder.finish(),
            Self::Xz(encoder) => encoder.finish(),
        }
    }
}

impl<W: Write> Write for Packed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Gz(encoder) => encoder.write(bytes),
            Self::Zst(encoder) => encoder.write(bytes),
            Self::Xz(encoder) => encoder.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes the entries of an archive.
trait Archive {
    /// Takes a file with so many bytes.
    fn file(&mut self, name: &[u8], stat: &Stat, content: &mut dyn Read) -> Result<(), Box<dyn Error>>;
    /// Takes what has no content.
    fn other(&mut self, name: &[u8], stat: &Stat, target: &OsStr) -> Result<(), Box<dyn Error>>;
}

struct Tar<W: Write> {
    builder: Builder<W>,
    /// Files with several names, and the first of them here.
    links: HashMap<Identity, Vec<u8>>,
}

impl<W: Write> Tar<W> {
    fn new(out: W) -> Self {
        Self { builder: Builder::new(out), links: HashMap::new() }
    }
}

fn header(stat: &Stat, kind: EntryType, size: u64) -> Header {
    let mut header = Header::new_gnu();
    header.set_entry_type(kind);
    header.set_mode(stat.mode);
    header.set_uid(stat.owner.into());
    header.set_gid(stat.group.into());
    header.set_mtime(u64::try_from(stat.modified.0).unwrap_or(0));
    header.set_size(size);
    header
}

fn path(name: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(name))
}

impl<W: Write> Archive for Tar<W> {
    fn file(&mut self, name: &[u8], stat: &Stat, content: &mut dyn Read) -> Result<(), Box<dyn Error>> {
        if stat.links > 1 {
            if let Some(first) = self.links.get(&stat.identity()) {
                let mut header = header(stat, EntryType::Link, 0);
                return Ok(self.builder.append_link(&mut header, path(name), path(first))?);
            }
            let _ = self.links.insert(stat.identity(), name.to_owned());
        }
        Ok(self.builder.append_data(&mut header(stat, EntryType::Regular, stat.size), path(name), content)?)
    }

    fn other(&mut self, name: &[u8], stat: &Stat, target: &OsStr) -> Result<(), Box<dyn Error>> {
        let kind = match stat.kind {
            Kind::Folder => EntryType::Directory,
            Kind::Fifo => EntryType::Fifo,
            Kind::Symlink => {
                let mut header = header(stat, EntryType::Symlink, 0);
                return Ok(self.builder.append_link(&mut header, path(name), target)?);
            }
            _ => return Err(Box::new(Reason::System(Errno::OPNOTSUPP))),
        };
        Ok(self.builder.append_data(&mut header(stat, kind, 0), path(name), io::empty())?)
    }
}

struct Zip<W: Write + io::Seek>(ZipWriter<W>);

/// Above that a file needs the longer form of its entry, in bytes.
const LARGE: u64 = 0xffff_0000;

fn options(stat: &Stat) -> SimpleFileOptions {
    let options = SimpleFileOptions::default().unix_permissions(stat.mode & 0o777).large_file(stat.size >= LARGE);
    wall_time(stat.modified.0).map_or(options, |time| options.last_modified_time(time))
}

/// A zip keeps the time that a clock on the wall shows.
fn wall_time(seconds: i64) -> Option<zip::DateTime> {
    let told = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::system());
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    let (year, month, day) = (u16::try_from(told.year()).ok()?, part(told.month()), part(told.day()));
    zip::DateTime::from_date_and_time(year, month, day, part(told.hour()), part(told.minute()), part(told.second()))
        .ok()
}

/// Names in a zip are text.
fn text(name: &[u8]) -> Result<&str, Reason> {
    str::from_utf8(name).map_err(|_| Reason::BadName)
}

impl<W: Write + io::Seek> Archive for Zip<W> {
    fn file(&mut self, name: &[u8], stat: &Stat, content: &mut dyn Read) -> Result<(), Box<dyn Error>> {
        self.0.start_file(text(name)?, options(stat))?;
        Ok(io::copy(content, &mut self.0).map(drop)?)
    }

    fn other(&mut self, name: &[u8], stat: &Stat, target: &OsStr) -> Result<(), Box<dyn Error>> {
        let name = text(name)?;
        match stat.kind {
            Kind::Folder => Ok(self.0.add_directory(name, options(stat))?),
            Kind::Symlink => Ok(self.0.add_symlink(name, text(target.as_bytes())?, options(stat))?),
            _ => Err(Box::new(Reason::System(Errno::OPNOTSUPP))),
        }
    }
}

/// Walks what is packed.
struct Packer<'a, A> {
    system: &'a dyn FileSystem,
    control: &'a Control,
    archive: A,
    outcome: &'a mut Outcome,
    /// The path of what is met, for messages, and its name in the archive.
    at: (PathBuf, PathBuf),
}

impl<'a, A: Archive> Packer<'a, A> {
    fn new(system: &'a dyn FileSystem, control: &'a Control, archive: A, outcome: &'a mut Outcome) -> Self {
        Self { system, control, archive, outcome, at: Default::default() }
    }

    fn all(&mut self, sources: &[PathBuf]) -> Result<(), Reason> {
        for source in sources {
            let place = Place::open(self.system, source)?;
            self.at = (source.clone(), place.at().1.into());
            walk(self.system, &place, Some(self.control), self)?;
        }
        Ok(())
    }

    fn enter(&mut self, here: &Here<'_>) {
        if here.within.is_some() {
            self.at.0.push(here.name);
            self.at.1.push(here.name);
        }
    }

    fn leave_name(&mut self, is_below: bool) {
        if is_below {
            let _ = (self.at.0.pop(), self.at.1.pop());
        }
    }

    fn pack(&mut self, here: &Here<'_>, stat: &Stat) -> Result<(), Reason> {
        let name = self.at.1.as_os_str().as_bytes().to_owned();
        let failed = |error: Box<dyn Error>, control: &Control| reason(&*error, control);
        if stat.kind == Kind::File {
            let file = self.system.open(here.folder, here.name, Open::Read)?;
            return self.pack_file(&name, stat, file);
        }
        let target = match stat.kind {
            Kind::Symlink => self.system.read_link(here.folder, here.name)?,
            _ => Default::default(),
        };
        self.archive.other(&name, stat, &target).map_err(|error| failed(error, self.control))
    }

    /// Neither more nor less than was announced.
    fn pack_file(&mut self, name: &[u8], stat: &Stat, file: OwnedFd) -> Result<(), Reason> {
        let mut content = Stream::new(self.system, self.control, file, Count::Yes).take(stat.size);
        let packed = self.archive.file(name, stat, &mut content);
        packed.map_err(|error| reason(&*error, self.control))?;
        let is_whole = content.limit() == 0 || stat.links > 1 && content.limit() == stat.size;
        if is_whole { Ok(()) } else { Err(Reason::Changed) }
    }

    fn leave_out(&mut self, why: Reason) -> Result<(), Reason> {
        let is_of_one = |error| matches!(error, Errno::ACCESS | Errno::NOENT | Errno::OPNOTSUPP | Errno::LOOP);
        match why {
            Reason::System(error) if is_of_one(error) => self.outcome.fail(&self.at.0, why),
            Reason::BadName => self.outcome.fail(&self.at.0, why),
            other => return Err(other),
        }
        Ok(())
    }
}

impl<A: Archive> Visitor for Packer<'_, A> {
    fn meet(&mut self, here: Here<'_>, stat: &Stat) -> Result<Go, Reason> {
        self.enter(&here);
        self.control.report(|progress| {
            progress.items += 1;
            progress.current.clone_from(&self.at.0);
        });
        let go = match self.pack(&here, stat) {
            Ok(()) if stat.kind == Kind::Folder => return Ok(Go::In),
            Ok(()) => Ok(Go::Past),
            Err(reason) => self.leave_out(reason).map(|()| Go::Past),
        };
        self.leave_name(here.within.is_some());
        go
    }

    fn leave(&mut self, here: Here<'_>, _stat: &Stat) -> Result<(), Reason> {
        self.leave_name(here.within.is_some());
        Ok(())
    }

    fn unseen(&mut self, name: &OsStr, reason: Reason) -> Result<(), Reason> {
        self.at.0.push(name);
        let told = self.leave_out(reason);
        let _ = self.at.0.pop();
        told
    }

    fn closed(&mut self, here: Here<'_>, reason: Reason) -> Result<(), Reason> {
        let told = self.leave_out(reason);
        self.leave_name(here.within.is_some());
        told
    }
}
