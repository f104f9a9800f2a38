//! The files used last, by whichever program.

use crate::entry::{Entry, Kind};
use crate::folder::Matcher;

use candela_shared::Directories;
use candela_shared::registry::{Target, recent};

use std::ffi::OsString;
use std::path::Path;

/// The files of this machine that were used last and are still there, the last one first, with that in their names.
///
/// What lies below `folder` is named by its path from there, everything else by its whole path. Blocks.
pub fn files(directories: &Directories, folder: &Path, part: &str) -> Vec<Entry> {
    let matcher = Matcher::new(part);
    let mut all = recent::read(directories);
    all.retain(|used| !used.is_private);
    all.sort_by(|one, other| other.modified.cmp(&one.modified));
    let entry = |uri: &str| {
        let target = Target::from_uri(uri);
        let path = target.path()?;
        let is_wanted = matcher.is_in(path.file_name()?) && path.is_file();
        let name: OsString = path.strip_prefix(folder).unwrap_or(path).into();
        is_wanted.then_some(Entry { name, kind: Kind::File, facts: None })
    };
    all.iter().filter_map(|used| entry(&used.uri)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::registry::recent::Use;
    use std::fs;
    use std::time::{Duration, SystemTime};

    #[test]
    fn what_was_used_last_comes_first_and_what_is_gone_does_not_come() {
        let root = tempfile::tempdir().unwrap();
        let directories = Directories { data_home: Some(root.path().join("data")), ..Directories::default() };
        for (hours, name) in [(1, "home/a.txt"), (3, "home/sub/b.txt"), (2, "other/c.txt"), (4, "home/gone.txt")] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "").unwrap();
            let uri = candela_shared::registry::target::file_uri(&path);
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs(hours * 3_600);
            let used = Use { uri: &uri, mime_type: "text/plain", application: "Test", exec: "test %u", now };
            recent::add(&directories, &used).unwrap();
        }
        fs::remove_file(root.path().join("home/gone.txt")).unwrap();
        let home = root.path().join("home");
        let names =
            |part| files(&directories, &home, part).into_iter().map(|entry| entry.name).collect::<Vec<OsString>>();
        let other = root.path().join("other/c.txt").into_os_string();
        assert_eq!(names(""), ["sub/b.txt".into(), other, "a.txt".into()]);
        assert_eq!(names("B."), ["sub/b.txt"]);
    }
}
