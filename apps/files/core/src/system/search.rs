//! Finds names below a folder. Symbolic links are found, and not followed.

use super::FolderReader;
use crate::PathError;
use crate::entry::{Entry, Kind};
use crate::folder::{Hidden, Matcher};

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// More than this is not looked through by eye.
pub const MOST: usize = 100_000;

/// Finds entries whose names contain what is wanted; each is named by its path from the folder.
///
/// `look` sees what was found so far after each folder, and may end the search. What cannot be read below is passed over.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn search(
    folder: &Path,
    wanted: &Matcher,
    hidden: Hidden,
    mut look: impl FnMut(&[Entry]) -> ControlFlow<()>,
) -> Result<Vec<Entry>, PathError> {
    let (mut found, mut open) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(place) = open.pop() {
        let entries = match read(&folder.join(&place)) {
            Ok(entries) => entries,
            Err(error) if place.as_os_str().is_empty() => return Err(error),
            Err(_) => continue,
        };
        for entry in entries.into_iter().filter(|entry| hidden == Hidden::Shown || !entry.is_hidden()) {
            let path = place.join(&entry.name);
            if entry.kind == Kind::Folder {
                open.push(path.clone());
            }
            if wanted.is_in(&entry.name) {
                found.push(Entry { name: path.into_os_string(), ..entry });
            }
        }
        if found.len() >= MOST || look(&found).is_break() {
            break;
        }
    }
    found.truncate(MOST);
    Ok(found)
}

fn read(folder: &Path) -> Result<Vec<Entry>, PathError> {
    FolderReader::open(folder)?.entries()?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    fn names(found: &[Entry]) -> Vec<String> {
        let mut names: Vec<String> = found.iter().map(|entry| entry.name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn names_are_found_at_any_depth_and_links_are_not_followed() {
        let root = tempfile::tempdir().unwrap();
        for path in ["a/deep/Report.txt", "report-2", ".hidden/report", "other", "a/rep"] {
            fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
            fs::write(root.path().join(path), "").unwrap();
        }
        symlink("..", root.path().join("a/loop report")).unwrap();
        let search = |hidden| {
            let all = search(root.path(), &Matcher::new("REPORT"), hidden, |_| ControlFlow::Continue(()));
            names(&all.unwrap())
        };
        assert_eq!(search(Hidden::Omitted), ["a/deep/Report.txt", "a/loop report", "report-2"]);
        assert_eq!(search(Hidden::Shown).len(), 4);
        let gone =
            super::search(&root.path().join("gone"), &Matcher::new(""), Hidden::Shown, |_| ControlFlow::Continue(()));
        assert_eq!(gone.unwrap_err().kind, std::io::ErrorKind::NotFound);
    }

    #[test]
    fn a_search_ends_when_nobody_wants_more() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("x/x/x/x")).unwrap();
        let mut looks = 0;
        let found = search(root.path(), &Matcher::new("x"), Hidden::Shown, |_| {
            looks += 1;
            if looks == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(found.unwrap().len(), 2);
    }
}
