//! Earlier versions of a file or folder, in the snapshots that ZFS and snapper on btrfs keep where they can be looked into.

use crate::entry::Time;

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// A version in a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it lies, to be read.
    pub path: PathBuf,
    /// What the snapshot is called.
    pub snapshot: String,
    /// When it was changed last.
    pub modified: Time,
    /// Its size in bytes.
    pub size: u64,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// Where snapshots lie below the root of a file system, and what of theirs holds the files.
const PLACES: [(&str, &str); 2] = [(".zfs/snapshot", ""), (".snapshots", "snapshot")];

/// The versions of a path that differ from each other and from what is there now, the newest first. What lies in a folder
/// can differ without its looking so: of a folder there is one in each snapshot.
///
/// The file system's root is looked for upwards from the path. Blocks: snapshots may be mounted by being looked at.
pub fn versions(path: &Path) -> Vec<Version> {
    let mut roots = path.ancestors().skip(1);
    let place = |root: &Path| {
        let (place, below) = PLACES.into_iter().find(|(place, _)| root.join(place).is_dir())?;
        Some((root.join(place), below, path.strip_prefix(root).ok()?.to_owned()))
    };
    roots.find_map(place).map(|(all, below, inside)| of(path, &all, below, &inside)).unwrap_or_default()
}

fn of(path: &Path, all: &Path, below: &str, inside: &Path) -> Vec<Version> {
    let snapshots = fs::read_dir(all).into_iter().flatten().flatten();
    let version = |snapshot: fs::DirEntry| {
        let path = snapshot.path().join(below).join(inside);
        let facts = path.symlink_metadata().ok()?;
        let snapshot = snapshot.file_name().to_string_lossy().into_owned();
        Some(Version { path, snapshot, modified: modified(&facts), size: facts.len(), is_folder: facts.is_dir() })
    };
    let mut found: Vec<Version> = snapshots.filter_map(version).collect();
    // Of snapshots with the same version the one that was made last tells of it.
    found.sort_by(|one, other| age(other).cmp(&age(one)));
    found.dedup_by(|one, other| !one.is_folder && (one.modified, one.size) == (other.modified, other.size));
    let now = path.symlink_metadata().ok().map(|facts| (modified(&facts), facts.len()));
    found.retain(|version| version.is_folder || Some((version.modified, version.size)) != now);
    found
}

/// What tells older versions from newer ones. Where they were changed at the same time, their snapshots do: snapper
/// numbers them, and others are mostly named by their dates.
fn age(version: &Version) -> (Time, Option<u64>, &str) {
    (version.modified, version.snapshot.parse().ok(), &version.snapshot)
}

fn modified(facts: &Metadata) -> Time {
    Time { seconds: facts.mtime(), nanoseconds: u32::try_from(facts.mtime_nsec()).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{File, FileTimes};
    use std::time::{Duration, SystemTime};

    fn write(path: &Path, text: &str, seconds: u64) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        File::options().write(true).open(path).unwrap().set_times(FileTimes::new().set_modified(moment)).unwrap();
    }

    fn told(path: &Path) -> Vec<(String, u64)> {
        versions(path).into_iter().map(|version| (version.snapshot, version.size)).collect()
    }

    #[test]
    fn each_version_is_told_once_and_what_is_there_now_is_none() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("home/a.txt");
        write(&file, "four", 4_000);
        for (snapshot, text, seconds) in
            [("mon", "1", 1_000), ("tue", "1", 1_000), ("wed", "22", 2_000), ("thu", "four", 4_000)]
        {
            write(&root.path().join(".zfs/snapshot").join(snapshot).join("home/a.txt"), text, seconds);
        }
        fs::create_dir_all(root.path().join(".zfs/snapshot/before")).unwrap();
        assert_eq!(told(&file), [("wed".to_owned(), 2), ("tue".to_owned(), 1)]);
        assert_eq!(told(&root.path().join("home/new.txt")), []);
        fs::remove_file(&file).unwrap();
        assert_eq!(told(&file).len(), 3, "what is gone has versions too");
    }

    #[test]
    fn of_a_folder_there_is_one_in_each_snapshot() {
        let root = tempfile::tempdir().unwrap();
        let now = root.path().join("d/a");
        write(&now, "new", 9);
        for snapshot in ["9", "10"] {
            let folder = root.path().join(".snapshots").join(snapshot).join("snapshot/d");
            write(&folder.join("a"), "old", 7);
            let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(5);
            File::open(&folder).unwrap().set_times(FileTimes::new().set_modified(moment)).unwrap();
        }
        let snapshots: Vec<_> = told(&root.path().join("d")).into_iter().map(|(snapshot, _)| snapshot).collect();
        assert_eq!(snapshots, ["10", "9"]);
    }

    #[test]
    fn snapper_keeps_them_a_folder_deeper() {
        let root = tempfile::tempdir().unwrap();
        write(&root.path().join(".snapshots/7/snapshot/d/a"), "old", 7);
        write(&root.path().join("d/a"), "new one", 9);
        assert_eq!(told(&root.path().join("d/a")), [("7".to_owned(), 3)]);
    }
}
