//! The first names in an archive, for somebody who only looks: nothing is extracted, and a bomb is not waited for.

use super::entries;
use super::extract::{Entry, What};
use crate::operation::archive::Format;
use crate::operation::{Control, Reason};

use sevenz_rust2::{Archive, Password};

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// So much is unpacked of an archive that has no list of its names, in bytes.
const MOST: u64 = 256 << 20;

/// Returns up to so many names of what lies in an archive, a folder's with a slash at its end; those that came before
/// where it is broken. Blocks.
///
/// # Errors
/// What reading the first of it fails with.
pub fn names(path: &Path, most: usize) -> Result<Vec<Vec<u8>>, Reason> {
    let Some((format, stem)) = path.file_name().and_then(Format::of_name) else {
        return Err(Reason::BadArchive);
    };
    let control = Control::default();
    let failed = |error: io::Error| super::reason(&error, &control);
    let file = File::open(path).map_err(failed)?;
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(Reason::BadArchive);
    }
    let mut names = Vec::new();
    let add = |entry: &Entry, _: &mut dyn Read| {
        names.push(named(entry));
        // Any reason ends it.
        if names.len() < most { Ok(()) } else { Err(Reason::Cancelled) }
    };
    let told = match format {
        Format::Zip => entries::zip(file, &control, add),
        Format::SevenZ => return seven(file, most),
        Format::Gz | Format::Zst | Format::Xz => return Ok(vec![stem.as_encoded_bytes().to_vec()]),
        Format::Tar | Format::TarGz | Format::TarZst | Format::TarXz => {
            let unpacked = entries::unpacked(format, BufReader::new(file)).map_err(failed)?;
            entries::tar(unpacked.take(MOST), &control, add)
        }
    };
    match told {
        Err(reason) if names.is_empty() => Err(reason),
        Ok(()) | Err(_) => Ok(names),
    }
}

fn named(entry: &Entry) -> Vec<u8> {
    let is_open = matches!(entry.what, What::Folder) && !entry.name.ends_with(b"/");
    [&entry.name[..], if is_open { b"/" } else { b"" }].concat()
}

/// The list is at the end of the file, and nothing else is unpacked.
fn seven(mut file: File, most: usize) -> Result<Vec<Vec<u8>>, Reason> {
    let archive = Archive::read(&mut file, &Password::empty()).map_err(|_| Reason::BadArchive)?;
    let name = |entry: &sevenz_rust2::ArchiveEntry| {
        let end = if entry.is_directory { "/" } else { "" };
        format!("{}{end}", entry.name).into_bytes()
    };
    Ok(archive.files.iter().take(most).map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn names_are_told_of_every_kind_and_a_broken_one_says_what_came_before() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        std::fs::create_dir(path("in")).unwrap();
        std::fs::write(path("in/a"), vec![7; 100_000]).unwrap();
        for (archive, arguments) in [("x.tar", "-cf"), ("x.tar.gz", "-czf")] {
            let made = Command::new("tar").args([arguments, archive, "in"]).current_dir(root.path()).status();
            assert!(made.unwrap().success());
            assert_eq!(names(&path(archive), 9), Ok(vec![b"in/".to_vec(), b"in/a".to_vec()]), "{archive}");
            assert_eq!(names(&path(archive), 1).map(|names| names.len()), Ok(1), "{archive}");
        }
        let mut writer = zip::ZipWriter::new(File::create(path("x.zip")).unwrap());
        writer.start_file("z/ä", zip::write::SimpleFileOptions::default()).unwrap();
        let _zip = writer.finish().unwrap();
        assert_eq!(names(&path("x.zip"), 9), Ok(vec!["z/ä".as_bytes().to_vec()]));
        std::fs::write(path("x.7z"), "nothing").unwrap();
        std::fs::write(path("y.zip"), "nothing").unwrap();
        assert!(names(&path("x.7z"), 9).is_err() && names(&path("y.zip"), 9).is_err());
        assert!(names(&path("note.txt.gz"), 9).is_err(), "it is not there");
        let whole = std::fs::read(path("x.tar")).unwrap();
        std::fs::write(path("cut.tar"), &whole[..1_500]).unwrap();
        assert!(names(&path("cut.tar"), 9).unwrap().contains(&b"in/".to_vec()));
    }
}
