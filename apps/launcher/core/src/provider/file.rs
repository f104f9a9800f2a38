//! Files by name: those used last, and what lies in the user's own folders (documents, pictures, downloads ...), a few
//! levels deep.

use super::{Ask, Deed, Finding, Provider, Sort};
use crate::rank::{Freedom, Search, Text, Tier};

use candela_shared::Directories;
use candela_shared::registry::recent as list;
use candela_shared::registry::target::Target;

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

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
/// What having been used lately adds to it.
const USED_LATELY: u32 = 200;
/// So often what was found so far is told.
const TELL: Duration = Duration::from_millis(100);

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
    fn find(&mut self, ask: Ask) {
        let mut search = Search::of(ask.query().trim());
        if search.length() < LEAST {
            return;
        }
        let mut best = Best::default();
        for path in recent_paths(&self.directories) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if let Some(score) = score(&mut search, &name).filter(|_| path.exists()) {
                best.add(score + USED_LATELY, path);
            }
        }
        let (mut looked_at, mut told) = (0, Instant::now());
        let mut waiting: Vec<(PathBuf, usize)> = self.folders().into_iter().map(|folder| (folder, 1)).collect();
        while let Some((folder, depth)) = waiting.pop().filter(|_| looked_at < NAMES && ask.is_wanted()) {
            // A folder that cannot be read hides only what lies in it.
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                looked_at += 1;
                let name = entry.file_name();
                if name.as_bytes().starts_with(b".") {
                    continue;
                }
                if let Some(score) = score(&mut search, &name.to_string_lossy()) {
                    best.add(score, entry.path());
                }
                if depth < DEPTH && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    waiting.push((entry.path(), depth + 1));
                }
            }
            if told.elapsed() > TELL && best.is_news() {
                told = Instant::now();
                ask.tell(best.findings());
            }
        }
        if best.is_news() {
            ask.tell(best.findings());
        }
    }
}

/// The best of what was found so far.
#[derive(Default)]
struct Best {
    found: Vec<(u32, PathBuf)>,
    is_news: bool,
}

impl Best {
    fn add(&mut self, score: u32, path: PathBuf) {
        // What is in the list of recent files lies in a folder, too.
        if self.found.iter().any(|(_, known)| *known == path) {
            return;
        }
        let at = self.found.partition_point(|(known, other)| *known > score || (*known == score && *other <= path));
        if at < MOST {
            self.found.insert(at, (score, path));
            self.found.truncate(MOST);
            self.is_news = true;
        }
    }

    /// Whether anything came since it was told.
    const fn is_news(&self) -> bool {
        self.is_news
    }

    fn findings(&mut self) -> Vec<Finding> {
        self.is_news = false;
        self.found.iter().map(|(score, path)| finding(*score, path)).collect()
    }
}

/// The files used last that are still there, at most `most` of them; private ones are left out. Blocks.
pub fn recent(directories: &Directories, most: usize) -> Vec<Finding> {
    let there = recent_paths(directories).filter(|path| path.is_file());
    there.take(most).map(|path| finding(0, &path)).collect()
}

/// Spec: Desktop Bookmark (rules R2 and R3).
fn recent_paths(directories: &Directories) -> impl Iterator<Item = PathBuf> {
    let listed = list::read(directories).into_iter().filter(|file| !file.is_private);
    listed.filter_map(|file| Target::from_uri(&file.uri).path().map(Path::to_owned))
}

fn score(search: &mut Search, name: &str) -> Option<u32> {
    let found = search.find(&Text::of(name, Freedom::Loose))?;
    (found.tier <= Tier::Substring).then(|| found.score(WEIGHT))
}

fn finding(score: u32, path: &Path) -> Finding {
    let shown = |path: Option<&Path>| path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    Finding {
        sort: Sort::File,
        id: shown(Some(path)),
        name: shown(path.file_name().map(Path::new)),
        detail: shown(path.parent()),
        score,
        deed: Deed::Open(path.to_owned()),
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
        let found = |query| {
            let found = providers.all(query).into_iter().flat_map(|(_, findings)| findings);
            found.map(|finding| finding.deed).collect::<Vec<_>>()
        };
        assert_eq!(found("strasse"), [Deed::Open(home.join("Documents/2024/Straße plan.odt"))]);
        assert_eq!(found("plan"), found("strasse"));
        assert_eq!(found("st"), [], "too little");
    }

    #[test]
    fn files_used_last_come_first_wherever_they_lie_and_private_or_missing_ones_never() {
        let root = tempfile::tempdir().unwrap();
        let (home, data) = (root.path().join("home"), root.path().join("data"));
        fs::create_dir_all(home.join("Documents")).unwrap();
        fs::create_dir_all(&data).unwrap();
        let bookmark = |name: &str, day: u32, inside: &str| {
            let path = root.path().join(name);
            fs::write(&path, "").unwrap();
            format!(
                "<bookmark href=\"file://{}\" modified=\"2026-01-{day:02}T00:00:00Z\">{inside}</bookmark>",
                path.display()
            )
        };
        let private = "<info><metadata owner=\"http://freedesktop.org\"><bookmark:private/></metadata></info>";
        let list = [
            bookmark("plan old.txt", 1, ""),
            bookmark("plan secret.txt", 5, private),
            bookmark("home/Documents/plan new.txt", 3, ""),
            bookmark("plan gone.txt", 4, ""),
        ];
        fs::remove_file(root.path().join("plan gone.txt")).unwrap();
        fs::write(home.join("Documents/plan.txt"), "").unwrap();
        fs::write(data.join("recently-used.xbel"), format!("<xbel version=\"1.0\">{}</xbel>", list.concat())).unwrap();
        let directories = Directories { home: Some(home), data_home: Some(data), ..Directories::default() };
        let names = |found: Vec<Finding>| found.into_iter().map(|finding| finding.name).collect::<Vec<_>>();
        assert_eq!(names(recent(&directories, 9)), ["plan new.txt", "plan old.txt"]);
        assert_eq!(names(recent(&directories, 1)), ["plan new.txt"]);
        let providers = Providers::start(vec![Box::new(Files::new(directories))]);
        let found = providers.all("plan").into_iter().flat_map(|(_, findings)| findings).collect();
        assert_eq!(names(found), ["plan new.txt", "plan old.txt", "plan.txt"]);
    }

    #[test]
    fn the_folders_are_those_that_user_dirs_names() {
        let text = b"# comment\nXDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"\nXDG_MUSIC_DIR=\"/mnt/music\"\nXDG_X_DIR=\"relative\"\nXDG_VIDEOS_DIR=\"$HOME/\"\nOTHER=\"/x\"\n";
        let folders = user_folders(text, Path::new("/h"));
        assert_eq!(folders, [Path::new("/h/Schreibtisch"), Path::new("/mnt/music"), Path::new("/h/")]);
    }
}
