//! Finds the files of desktop entries, and reads them whatever they turn out to be.
//!
//! Spec: Desktop Entry 1.5, "File naming" (rules D3 and D4): an ID is the path below the `applications` folder of its
//! own data directory, its slashes made hyphens.

use crate::directories::Directories;

use rustix::fs::{Mode, OFlags, open};

use std::fs::{DirEntry, File, Metadata};
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The most that is read of a file, in bytes; real entries hold some ten thousand.
pub const LARGEST_FILE: u64 = 16 << 20;

/// Folders nested more deeply are not searched.
const DEEPEST: usize = 32;

/// A file that may hold a desktop entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its desktop file ID.
    pub id: Box<str>,
    /// Where it lies.
    pub path: PathBuf,
}

/// Every file named as a desktop entry, and where they were looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The files, the most important data directory first: of two with one ID the first is the one that counts.
    pub sources: Vec<Source>,
    /// The folders that were searched: the root of each data directory, be it there or not, and what lies below.
    pub folders: Vec<PathBuf>,
}

/// Finds every file named as a desktop entry. Folders that cannot be read are not there.
pub fn find(directories: &Directories) -> Found {
    let mut found = Found::default();
    for root in roots(directories) {
        let mut walk = Walk { found: &mut found, ancestors: Vec::new() };
        walk.folder(&root, "");
    }
    found
}

/// Returns the folders below which entries lie, the most important first, whether they exist or not.
pub fn roots(directories: &Directories) -> Vec<PathBuf> {
    directories.all_data().into_iter().map(|data| data.join("applications")).collect()
}

struct Walk<'a> {
    found: &'a mut Found,
    ancestors: Vec<(u64, u64)>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, prefix: &str) {
        self.found.folders.push(folder.to_owned());
        let Ok(identity) = std::fs::metadata(folder).map(|metadata| (metadata.dev(), metadata.ino())) else {
            return;
        };
        if self.ancestors.contains(&identity) || self.ancestors.len() >= DEEPEST {
            return;
        }
        let Ok(listing) = std::fs::read_dir(folder) else {
            return;
        };
        let mut entries: Vec<DirEntry> = listing.flatten().collect();
        entries.sort_unstable_by_key(DirEntry::file_name);
        self.ancestors.push(identity);
        entries.retain(|entry| !self.file(entry, prefix));
        for entry in entries {
            let prefix = format!("{prefix}{}-", readable(entry.file_name().as_bytes()));
            self.folder(&entry.path(), &prefix);
        }
        let _ = self.ancestors.pop();
    }

    /// Takes what is named as an entry; whether that settled it, so that it need not be searched as a folder.
    fn file(&mut self, entry: &DirEntry, prefix: &str) -> bool {
        let kind = entry.file_type();
        let name = entry.file_name();
        if name.as_bytes().ends_with(b".desktop") {
            if !kind.is_ok_and(|kind| kind.is_dir()) {
                let id = format!("{prefix}{}", readable(name.as_bytes())).into_boxed_str();
                self.found.sources.push(Source { id, path: entry.path() });
            }
            return true;
        }
        !kind.is_ok_and(|kind| kind.is_dir() || kind.is_symlink())
    }
}

/// Writes bytes that are not UTF-8 as `\xNN`, so that two names never become one.
fn readable(name: &[u8]) -> String {
    let mut text = String::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        text.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| text.push_str(&format!("\\x{byte:02x}")));
    }
    text
}

/// Reads a regular file of at most [`LARGEST_FILE`] bytes into `bytes`, in place of what it held.
///
/// Returns what was known of the file when it was opened.
///
/// # Errors
///
/// What opening or reading says; `InvalidInput` for anything but a regular file, which is never waited for;
/// `FileTooLarge` for a larger one.
pub fn read(path: &Path, bytes: &mut Vec<u8>) -> io::Result<Metadata> {
    bytes.clear();
    // A FIFO must not hold the scan up: it is opened without waiting, and refused.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let file = File::from(open(path, flags, Mode::empty())?);
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    bytes.reserve(usize::try_from(metadata.len().min(LARGEST_FILE)).unwrap_or_default() + 1);
    let _ = file.take(LARGEST_FILE + 1).read_to_end(bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
        bytes.clear();
        bytes.shrink_to(1 << 16);
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(metadata)
}

/// Stores a path as its bytes: it need not be UTF-8.
pub mod path_bytes {
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    use std::ffi::{OsStr, OsString};
    use std::fmt;
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    use std::path::{Path, PathBuf};

    /// Writes the bytes.
    ///
    /// # Errors
    ///
    /// Those of the serialiser.
    pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(path.as_os_str().as_bytes())
    }

    /// Reads the bytes.
    ///
    /// # Errors
    ///
    /// Those of the deserialiser.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }

    struct Bytes;

    impl Visitor<'_> for Bytes {
        type Value = PathBuf;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("the bytes of a path")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<PathBuf, E> {
            Ok(OsStr::from_bytes(bytes).into())
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<PathBuf, E> {
            Ok(OsString::from_vec(bytes).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::fs::symlink;

    fn directories(folder: &Path) -> Directories {
        let data = |name: &str| folder.join(name);
        Directories {
            data_home: Some(data("home")),
            data_dirs: vec![data("local"), data("usr")],
            ..Directories::default()
        }
    }

    fn touch(path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
    }

    #[test]
    fn d3_d4_ids_are_relative_to_the_root_of_their_own_data_directory() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("usr/applications");
        let below = folder.path().join("home/applications");
        for name in ["a.desktop", "wine/applications/foo.desktop", "a-b/c.desktop", "readme.txt", "x.desktop.bak"] {
            touch(&root.join(name));
        }
        touch(&root.join(OsStr::from_bytes(b"\xff.desktop")));
        fs::create_dir_all(root.join("folder.desktop")).unwrap();
        symlink(&root, root.join("loop")).unwrap();
        touch(&below.join("a.desktop"));
        symlink("/nowhere", below.join("gone.desktop")).unwrap();
        let ids: Vec<_> = find(&directories(folder.path())).sources.into_iter().map(|source| source.id).collect();
        let expected: [&str; 6] = [
            "a.desktop",
            "gone.desktop",
            "a.desktop",
            "\\xff.desktop",
            "a-b-c.desktop",
            "wine-applications-foo.desktop",
        ];
        assert_eq!(ids.iter().map(|id| &**id).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn b4_a_folder_that_is_missing_or_no_folder_costs_only_itself() {
        let folder = tempfile::tempdir().unwrap();
        touch(&folder.path().join("usr/applications/a.desktop"));
        for (case, spoil) in [
            ("missing", None),
            ("a file", Some("home/applications")),
            ("a file above", Some("home")),
            ("a link to nowhere", Some("")),
        ] {
            let _ =
                fs::remove_dir_all(folder.path().join("home")).or_else(|_| fs::remove_file(folder.path().join("home")));
            match spoil {
                None => {}
                Some("") => symlink("/nowhere", folder.path().join("home")).unwrap(),
                Some(name) => touch(&folder.path().join(name)),
            }
            let found = find(&directories(folder.path()));
            assert_eq!(found.sources.len(), 1, "{case}");
            assert_eq!(found.folders.len(), 3, "{case}: it is watched for all the same");
        }
    }

    #[test]
    fn what_is_no_regular_file_is_refused_and_never_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("fifo.desktop");
        rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, Mode::RWXU, 0).unwrap();
        let mut bytes = vec![1];
        assert_eq!(read(&fifo, &mut bytes).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert!(bytes.is_empty());
        let huge = folder.path().join("huge.desktop");
        File::create(&huge).unwrap().set_len(LARGEST_FILE + 1).unwrap();
        assert_eq!(read(&huge, &mut bytes).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
