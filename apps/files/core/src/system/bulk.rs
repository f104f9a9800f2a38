//! New names for many files, with a look at the disk: which of them are taken.

use crate::operation::Reason;
use crate::operation::bulk::{self, Preview, Rule};

use std::collections::HashSet;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Decides new names as [`bulk::preview`] does, and refuses those that other files have. Blocks: it looks at each name.
///
/// # Errors
/// What is wrong with the regular expression, in English.
pub fn preview(rule: &Rule, paths: &[PathBuf]) -> Result<Vec<Preview>, String> {
    let mut previews = bulk::preview(rule, paths)?;
    let renamed: HashSet<&PathBuf> = paths.iter().collect();
    for preview in &mut previews {
        let is_refused = |to: &PathBuf| *to != preview.from && !renamed.contains(to) && is_taken(&preview.from, to);
        if preview.to.as_ref().is_ok_and(is_refused) {
            preview.to = Err(Reason::Exists);
        }
    }
    Ok(previews)
}

/// Where upper and lower case are one, the file itself is found under its new name.
fn is_taken(from: &Path, to: &Path) -> bool {
    let Ok(there) = to.symlink_metadata() else {
        return false;
    };
    let folded = |path: &Path| path.to_string_lossy().to_lowercase();
    let is_itself = from.symlink_metadata().is_ok_and(|own| (own.dev(), own.ino()) == (there.dev(), there.ino()));
    !(is_itself && folded(from) == folded(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_files_are_taken_and_those_of_renamed_ones_are_not() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        for name in ["a1", "b1", "b2"] {
            std::fs::write(path(name), "").unwrap();
        }
        let rule = Rule::Replace { find: "1".into(), with: "2".into() };
        let new = |paths: &[&str]| -> Vec<Result<PathBuf, Reason>> {
            let paths: Vec<PathBuf> = paths.iter().map(|name| path(name)).collect();
            preview(&rule, &paths).unwrap().into_iter().map(|preview| preview.to).collect()
        };
        assert_eq!(new(&["a1", "b1"]), [Ok(path("a2")), Err(Reason::Exists)]);
        let away = Rule::Regex { find: "^(.)(.)$".into(), with: "$1${2}x".into() };
        assert!(preview(&away, &[path("b1"), path("b2")]).unwrap().iter().all(|preview| preview.to.is_ok()));
        std::fs::hard_link(path("a1"), path("a2")).unwrap();
        assert_eq!(new(&["a1"]), [Err(Reason::Exists)], "another name of the same file is taken too");
    }
}
