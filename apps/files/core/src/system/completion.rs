//! The folders that a path which is being typed may become.

use super::FolderReader;
use crate::entry::{Entry, Kind};
use crate::folder::starts_with;

use candela_shared::i18n::Collator;

use std::path::Path;

/// More than this is not chosen from by eye.
const MOST: usize = 8;

/// The texts that what was typed may become: each names a folder in `folder`, where the last part of the text stands.
///
/// Hidden folders are offered where a dot was typed. Names that are no text cannot be typed, and are not offered. Blocks.
pub fn offers(text: &str, folder: &Path, collator: &Collator) -> Vec<String> {
    let (begun, part) = text.split_at(text.rfind('/').map_or(0, |at| at + 1));
    let Ok(reader) = FolderReader::open(folder) else {
        return Vec::new();
    };
    let Ok(entries) = reader.entries() else {
        return Vec::new();
    };
    let is_folder = |entry: &Entry| match entry.kind {
        Kind::Symlink => reader.kind_behind(&entry.name) == Some(Kind::Folder),
        kind => kind == Kind::Folder,
    };
    let is_meant = |entry: &Entry| {
        starts_with(&entry.name, part) && (part.starts_with('.') || !entry.is_hidden()) && is_folder(entry)
    };
    let found = entries.flatten().filter(is_meant);
    let mut names: Vec<String> = found.filter_map(|entry| entry.name.into_string().ok()).collect();
    names.sort_by_cached_key(|name| {
        let mut key = Vec::new();
        collator.write_key(name.as_bytes(), &mut key);
        key
    });
    names.truncate(MOST);
    names.into_iter().map(|name| format!("{begun}{name}/")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn folders_are_offered_that_begin_so_letter_case_aside() {
        let root = tempfile::tempdir().unwrap();
        for name in ["Documents", "downloads", "Pictures", ".config"] {
            fs::create_dir(root.path().join(name)).unwrap();
        }
        fs::write(root.path().join("dossier"), "").unwrap();
        symlink("Pictures", root.path().join("dodo")).unwrap();
        symlink("nowhere", root.path().join("dork")).unwrap();
        let offers = |text: &str| super::offers(text, root.path(), &Collator::new("en"));
        assert_eq!(offers("~/do"), ["~/Documents/", "~/dodo/", "~/downloads/"]);
        assert_eq!(offers("P"), ["Pictures/"]);
        assert_eq!(offers("/x/."), ["/x/.config/"]);
        assert_eq!(offers("").len(), 4);
        assert_eq!(super::offers("a", &root.path().join("gone"), &Collator::new("en")), [""; 0]);
    }
}
