//! What each kind of archive tells of its entries, all in one shape.

use super::extract::{Entry, What};
use super::reason;
use crate::operation::archive::Format;
use crate::operation::{Control, Reason};
use crate::system::file_system::Moment;

use flate2::read::MultiGzDecoder;
use jiff::tz::TimeZone;
use lzma_rust2::XzReader;
use sevenz_rust2::{ArchiveEntry, ArchiveReader, Error as SevenError, Password};
use tar::EntryType;
use zip::ZipArchive;
use zip::result::ZipError;

use std::borrow::Cow;
use std::io::{self, BufReader, Read, Seek};

/// What is done with each entry and its content.
type Each<'e> = &'e mut dyn FnMut(&Entry, &mut dyn Read) -> Result<(), Reason>;

/// The most memory that unpacking may take, in KiB.
const MEMORY: u32 = 1 << 20;
/// A symbolic link says no more than that, in bytes.
const LONGEST: u64 = 4096;
/// The kind of file in the permissions that Unix keeps.
const KIND: u32 = 0o170_000;

/// What a packed file, or a packed tar, is unpacked.
pub fn unpacked<'s>(format: Format, source: impl io::BufRead + 's) -> io::Result<Box<dyn Read + 's>> {
    Ok(match format {
        Format::Gz | Format::TarGz => Box::new(MultiGzDecoder::new(source)),
        Format::Zst | Format::TarZst => Box::new(zstd::Decoder::with_buffer(source)?),
        Format::Xz | Format::TarXz => Box::new(XzReader::new_mem_limit(source, true, MEMORY)),
        Format::Tar | Format::Zip | Format::SevenZ => Box::new(source),
    })
}

/// Tells the entries of a tar.
pub fn tar(
    source: impl Read,
    control: &Control,
    mut each: impl FnMut(&Entry, &mut dyn Read) -> Result<(), Reason>,
) -> Result<(), Reason> {
    let mut archive = tar::Archive::new(BufReader::new(source));
    for entry in archive.entries().map_err(|error| reason(&error, control))? {
        let mut entry = entry.map_err(|error| reason(&error, control))?;
        let name = entry.path_bytes().into_owned();
        let link = || entry.link_name_bytes().map(Cow::into_owned).unwrap_or_default();
        let what = match entry.header().entry_type() {
            EntryType::Directory => What::Folder,
            EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse if name.ends_with(b"/") => What::Folder,
            EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => What::File,
            EntryType::Symlink => What::Symlink(link()),
            EntryType::Link => What::HardLink(link()),
            EntryType::Fifo => What::Fifo,
            EntryType::Char | EntryType::Block => What::Device,
            // What is told of the whole archive.
            _ => continue,
        };
        let mode = entry.header().mode().ok();
        let modified = entry.header().mtime().ok().and_then(|seconds| i64::try_from(seconds).ok());
        let told = Entry { name, what, mode, modified: modified.map(|seconds| (seconds, 0)) };
        each(&told, &mut entry)?;
    }
    Ok(())
}

/// Tells the entries of a zip.
pub fn zip(
    source: impl Read + Seek,
    control: &Control,
    mut each: impl FnMut(&Entry, &mut dyn Read) -> Result<(), Reason>,
) -> Result<(), Reason> {
    let failed = |error: ZipError| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Reason::Encrypted,
        ZipError::Io(error) => reason(&error, control),
        _ => Reason::BadArchive,
    };
    let mut archive = ZipArchive::new(source).map_err(failed)?;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(failed)?;
        let name = match str::from_utf8(file.name_raw()) {
            Ok(name) => name.as_bytes().to_vec(),
            Err(_) => file.name().map_err(failed)?.into_owned().into_bytes(),
        };
        let mode = file.unix_mode();
        let what = match mode.unwrap_or(0) & KIND {
            _ if file.is_dir() => What::Folder,
            _ if file.is_symlink() => What::Symlink(text(&mut file, control)?),
            0o010_000 => What::Fifo,
            0o020_000 | 0o060_000 => What::Device,
            _ => What::File,
        };
        let modified = file.last_modified().and_then(local);
        each(&Entry { name, what, mode, modified }, &mut file)?;
    }
    Ok(())
}

fn text(content: &mut dyn Read, control: &Control) -> Result<Vec<u8>, Reason> {
    let mut text = Vec::new();
    let _length = content.take(LONGEST).read_to_end(&mut text).map_err(|error| reason(&error, control))?;
    Ok(text)
}

/// A zip keeps the time that a clock on the wall showed.
fn local(told: zip::DateTime) -> Option<Moment> {
    let part = |part: u8| i8::try_from(part).unwrap_or(-1);
    let year = i16::try_from(told.year()).ok()?;
    let day = jiff::civil::Date::new(year, part(told.month()), part(told.day())).ok()?;
    let time = jiff::civil::Time::new(part(told.hour()), part(told.minute()), part(told.second()), 0).ok()?;
    let moment = day.to_datetime(time).to_zoned(TimeZone::system()).ok()?;
    Some((moment.timestamp().as_second(), 0))
}

/// Tells the entries of a 7z.
pub fn seven(
    source: impl Read + Seek,
    control: &Control,
    mut each: impl FnMut(&Entry, &mut dyn Read) -> Result<(), Reason>,
) -> Result<(), Reason> {
    let failed = |error: SevenError| match error {
        SevenError::PasswordRequired | SevenError::MaybeBadPassword(_) => Reason::Encrypted,
        SevenError::UnsupportedCompressionMethod(method) if method.contains("AES") => Reason::Encrypted,
        SevenError::Io(error, _) => reason(&error, control),
        _ => Reason::BadArchive,
    };
    let mut archive = ArchiveReader::new(source, Password::empty()).map_err(failed)?;
    let mut stopped = None;
    let told = archive.for_each_entries(|entry, content| match one(entry, content, control, &mut each) {
        Ok(()) => Ok(true),
        Err(reason) => {
            stopped = Some(reason);
            Err(SevenError::Other("stopped".into()))
        }
    });
    match stopped {
        Some(reason) => Err(reason),
        None => told.map_err(failed),
    }
}

fn one(entry: &ArchiveEntry, content: &mut dyn Read, control: &Control, each: Each<'_>) -> Result<(), Reason> {
    /// Says that the upper half of the attributes is what Unix keeps.
    const UNIX: u32 = 0x8000;
    if entry.is_anti_item {
        return Ok(());
    }
    let attributes = entry.windows_attributes;
    let mode = (entry.has_windows_attributes && attributes & UNIX != 0).then_some(attributes >> 16);
    let what = match mode.unwrap_or(0) & KIND {
        _ if entry.is_directory => What::Folder,
        0o120_000 => What::Symlink(text(content, control)?),
        _ => What::File,
    };
    let modified = entry.has_last_modified_date.then(|| since_1970(u64::from(entry.last_modified_date)));
    each(&Entry { name: entry.name.clone().into_bytes(), what, mode, modified }, content)
}

/// Out of units of 100 ns since 1601.
fn since_1970(ticks: u64) -> Moment {
    const SECOND: u64 = 10_000_000;
    const BETWEEN: i64 = 11_644_473_600;
    let seconds = i64::try_from(ticks / SECOND).unwrap_or(i64::MAX).saturating_sub(BETWEEN);
    (seconds, u32::try_from(ticks % SECOND * 100).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn moments_of_other_systems_are_told_as_ours() {
        assert_eq!(since_1970(116_444_736_000_000_000), (0, 0));
        assert_eq!(since_1970(116_444_736_015_000_000), (1, 500_000_000));
        let day = date(2026, 11, 26).at(12, 30, 8, 0).to_zoned(TimeZone::system()).unwrap();
        let told = zip::DateTime::from_date_and_time(2026, 11, 26, 12, 30, 8).unwrap();
        assert_eq!(local(told), Some((day.timestamp().as_second(), 0)));
    }
}
