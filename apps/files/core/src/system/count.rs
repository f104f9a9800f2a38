//! How much lies in folders, counted while one waits.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// What is no folder.
    pub files: u64,
    /// Folders; one that is asked about alone is left out, for it is what holds the others.
    pub folders: u64,
    /// The sizes of the files, in bytes; one with several names counts once.
    pub bytes: u64,
    /// What could not be read.
    pub unread: u64,
}

/// Counts what lies in these paths. `look` hears now and then how much it is so far, and may end it. Links are not followed.
pub fn count(paths: &[PathBuf], mut look: impl FnMut(Count) -> ControlFlow<()>) -> Count {
    let (mut count, mut linked) = (Count::default(), HashSet::new());
    let mut open: Vec<(PathBuf, bool)> = paths.iter().map(|path| (path.clone(), true)).collect();
    while let Some((path, is_asked)) = open.pop() {
        let Ok(facts) = path.symlink_metadata() else {
            count.unread += 1;
            continue;
        };
        if !facts.is_dir() {
            count.files += 1;
            if facts.nlink() < 2 || linked.insert((facts.dev(), facts.ino())) {
                count.bytes += facts.len();
            }
            continue;
        }
        count.folders += u64::from(!is_asked || paths.len() > 1);
        match std::fs::read_dir(&path) {
            Ok(entries) => open.extend(entries.flatten().map(|entry| (entry.path(), false))),
            Err(_) => count.unread += 1,
        }
        if look(count).is_break() {
            break;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn everything_below_counts_once_and_links_are_not_followed() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        fs::create_dir_all(path("a/b")).unwrap();
        fs::write(path("a/one"), "123").unwrap();
        fs::hard_link(path("a/one"), path("a/b/same")).unwrap();
        std::os::unix::fs::symlink("/", path("a/out")).unwrap();
        let counted = count(&[path("a"), path("gone")], |_| ControlFlow::Continue(()));
        assert_eq!(counted, Count { files: 3, folders: 2, bytes: 3 + 1, unread: 1 });
        let alone = count(&[path("a")], |_| ControlFlow::Continue(()));
        assert_eq!(alone, Count { files: 3, folders: 1, bytes: 3 + 1, unread: 0 });
        let ended = count(&[path("a")], |_| ControlFlow::Break(()));
        assert_eq!(ended, Count::default());
    }
}
