//! Files by name: what lies in the user's own folders (documents, pictures, downloads ...), a few levels deep.

use super::{Control, Deed, Finding, Provider, Sort};
use crate::fold;
use crate::rank::{self, Freedom, Tier};

use candela_shared::Directories;

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The least letters that are looked for: fewer mean nearly every file.
const LEAST: usize = 3;
/// How many are listed.
const MOST: usize = 6;
/// How deep the folders are read.
const DEPTH: usize = 4;
/// How many names are looked at before it is enough.
const NAMES: usize = 50_000;
/// What a match is worth, of 100: behind the names of applications.
const WEIGHT: u32 = 40;

/// Looks through the user's folders, anew for every query.
#[derive(Debug)]
pub struct Files {
    directories: Directories,
}

impl Files {
    /// Looks into the folders that `user-dirs.dirs` names, or the usual ones where there is no such file.
    pub const fn new(directories: Directories) -> Self {
        Self { directories }
    }

    fn folders(&self) -> Vec<PathBuf> {
        let Some(home) = &self.directories.home else {
            return Vec::new();
        };
        let file = self.directories.config_home.as_ref().map(|config| config.join("user-dirs.dirs"));
        let named = file.and_then(|file| fs::read(file).ok()).map(|text| user_folders(&text, home));
        let usual = || ["Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos"].map(|name| home.join(name));
        let mut folders = named.unwrap_or_else(|| usual().into());
        // A folder that is switched off is set to the home itself.
        folders.retain(|folder| folder != home);
        folders
    }
}

impl Provider for Files {
    fn find(&mut self, query: &str, control: &Control) -> Vec<Finding> {
        let query = fold::native(query.trim());
        if query.chars().count() < LEAST {
            return Vec::new();
        }
        let mut found: Vec<(u32, PathBuf)> = Vec::new();
        let mut looked_at = 0;
        let mut waiting: Vec<(PathBuf, usize)> = self.folders().into_iter().map(|folder| (folder, 1)).collect();
        while let Some((folder, depth)) = waiting.pop().filter(|_| looked_at < NAMES && control.is_wanted()) {
            // A folder that cannot be read hides only what lies in it.
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                looked_at += 1;
                let name = entry.file_name();
                if name.as_bytes().starts_with(b".") {
                    continue;
                }
                found.extend(score(&query, &name.to_string_lossy()).map(|score| (score, entry.path())));
                if depth < DEPTH && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    waiting.push((entry.path(), depth + 1));
                }
            }
        }
        found.sort_by(|(left, first), (right, second)| right.cmp(left).then_with(|| first.cmp(second)));
        found.into_iter().take(MOST).map(|(score, path)| finding(score, path)).collect()
    }
}

fn score(query: &str, name: &str) -> Option<u32> {
    let found = rank::find(query, &fold::native(name), "", Freedom::Loose)?;
    (found.tier <= Tier::Substring).then_some(found.tier.value() * WEIGHT + found.cover)
}

fn finding(score: u32, path: PathBuf) -> Finding {
    let shown = |path: Option<&Path>| path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    Finding {
        sort: Sort::File,
        id: shown(Some(&path)),
        name: shown(path.file_name().map(Path::new)),
        detail: shown(path.parent()),
        score,
        deed: Deed::Open(path),
    }
}

/// Reads `XDG_NAME_DIR="$HOME/folder"` and `XDG_NAME_DIR="/folder"`, a line each.
///
/// Spec: xdg-user-dirs, `user-dirs.dirs`: a shell's syntax of which only this is allowed.
fn user_folders(text: &[u8], home: &Path) -> Vec<PathBuf> {
    let text = String::from_utf8_lossy(text);
    let mut folders: Vec<PathBuf> = Vec::new();
    for line in text.lines().map(str::trim) {
        let value = line.split_once('=').filter(|(name, _)| name.starts_with("XDG_") && name.ends_with("_DIR"));
        let Some(value) = value.and_then(|(_, value)| value.strip_prefix('"')?.strip_suffix('"')) else {
            continue;
        };
        let value = value.replace('\\', "");
        let folder = match value.strip_prefix("$HOME") {
            Some(rest) => home.join(rest.trim_start_matches('/')),
            None => PathBuf::from(value),
        };
        if folder.is_absolute() && !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

#[cfg(test)]
mod tests {
    use super::super::Providers;
    use super::*;

    #[test]
    fn files_are_found_by_name_in_the_users_folders_and_hidden_ones_are_not() {
        let root = tempfile::tempdir().unwrap();
        let home = root.path().join("home");
        for name in ["Documents/2024/Straße plan.odt", "Documents/.strasse", "Elsewhere/strasse.txt", "Pics/a.png"] {
            fs::create_dir_all(home.join(name).parent().unwrap()).unwrap();
            fs::write(home.join(name), "").unwrap();
        }
        let directories = Directories { home: Some(home.clone()), ..Directories::default() };
        let providers = Providers::start(vec![Box::new(Files::new(directories))]);
        let found = |query| providers.all(query).into_iter().map(|finding| finding.deed).collect::<Vec<_>>();
        assert_eq!(found("strasse"), [Deed::Open(home.join("Documents/2024/Straße plan.odt"))]);
        assert_eq!(found("plan"), found("strasse"));
        assert_eq!(found("st"), [], "too little");
    }

    #[test]
    fn the_folders_are_those_that_user_dirs_names() {
        let text = b"# comment\nXDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"\nXDG_MUSIC_DIR=\"/mnt/music\"\nXDG_X_DIR=\"relative\"\nXDG_VIDEOS_DIR=\"$HOME/\"\nOTHER=\"/x\"\n";
        let folders = user_folders(text, Path::new("/h"));
        assert_eq!(folders, [Path::new("/h/Schreibtisch"), Path::new("/mnt/music"), Path::new("/h/")]);
    }
}
