//! Reading the directories of themes into [`Icons`], and noticing later that they changed: the effects of this module.

use super::theme::{Sizes, Theme};
use super::{Folder, Icons, Place, Span, split};
use std::collections::HashMap;
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// An `index.theme` or settings file beyond this many bytes is read no further; the largest known has 100 KB.
const LONGEST_FILE: u64 = 1 << 20;
/// How many themes are searched at most; what is inherited rarely goes beyond four.
const MOST_THEMES: usize = 64;
/// Changes within this time of a reading may carry the time stamp of the one before: some file systems keep seconds.
const UNSETTLED: Duration = Duration::from_secs(2);

/// Reads a regular file, up to a bound; `None` where that fails. A pipe of that name holds nothing up.
pub(super) fn file(path: &Path) -> Option<Vec<u8>> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let _length = File::open(path).ok()?.take(LONGEST_FILE).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Whether a theme of that name has an `index.theme` in one of the base directories.
pub(super) fn is_installed(bases: &[PathBuf], theme: &str) -> bool {
    is_theme_name(theme) && bases.iter().any(|base| base.join(theme).join("index.theme").is_file())
}

/// Reads the icons of a theme from these base directories.
pub(super) fn icons(bases: &[PathBuf], theme: &str) -> Icons {
    let mut reader = Reader::default();
    let themes = reader.themes(bases, theme);
    for (rank, (name, theme)) in themes.iter().enumerate() {
        let roots: Vec<PathBuf> = bases.iter().map(|base| base.join(name)).filter(|root| root.is_dir()).collect();
        for (directory, sizes) in &theme.directories {
            for root in &roots {
                reader.folder(root, directory, rank, *sizes);
            }
        }
    }
    for base in bases {
        reader.folder(base, Path::new(""), themes.len(), Sizes::UNTHEMED);
    }
    reader.finish()
}

/// One component that is a name: not empty, no `..`, no slash.
fn is_theme_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(part)), None) if part == name)
}

#[derive(Default)]
struct Reader {
    /// The number of each name, in the order of discovery.
    names: HashMap<Box<[u8]>, u32>,
    /// What was found, by the number of its name.
    found: Vec<(u32, Place)>,
    folders: Vec<Folder>,
    stamps: Stamps,
}

impl Reader {
    /// The themes to search, in order: the one asked for, what it inherits depth first, each once, and `hicolor` last.
    fn themes(&mut self, bases: &[PathBuf], theme: &str) -> Vec<(String, Theme)> {
        let mut themes: Vec<(String, Theme)> = Vec::new();
        let mut waiting = vec!["hicolor".to_owned(), theme.to_owned()];
        while let Some(name) = waiting.pop() {
            let is_last = waiting.is_empty();
            let is_known = themes.iter().any(|(known, _)| *known == name) || (name == "hicolor" && !is_last);
            if is_known || !is_theme_name(&name) || (themes.len() >= MOST_THEMES && !is_last) {
                continue;
            }
            for base in bases {
                let _is_there = self.stamps.take(&base.join(&name));
            }
            if let Some(bytes) = bases.iter().find_map(|base| file(&base.join(&name).join("index.theme"))) {
                let theme = Theme::parse(&bytes);
                waiting.extend(theme.inherits.iter().rev().filter(|_| !is_last).cloned());
                themes.push((name, theme));
            }
        }
        themes
    }

    /// Reads one directory of a theme in one base directory.
    fn folder(&mut self, root: &Path, directory: &Path, rank: usize, sizes: Sizes) {
        let path = root.join(directory);
        self.stamps.take_lowest(root, directory);
        let (Ok(entries), Ok(folder), Ok(rank)) =
            (fs::read_dir(&path), u16::try_from(self.folders.len()), u16::try_from(rank))
        else {
            return;
        };
        let first = self.found.len();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some((name, format)) = split(&name) else {
                continue;
            };
            if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let number = self.number(name);
                self.found.push((number, Place { folder, formats: 1 << format }));
            }
        }
        if self.found.len() > first {
            self.folders.push(Folder { path: path.into(), rank, sizes });
        }
    }

    fn number(&mut self, name: &[u8]) -> u32 {
        if let Some(number) = self.names.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).expect("four thousand million names do not fit a disk");
        let _none = self.names.insert(name.into(), number);
        number
    }

    /// Brings what was found of each name together, in the order of the folders.
    fn finish(mut self) -> Icons {
        self.found.sort_unstable_by_key(|(number, place)| (*number, place.folder));
        let mut spans = vec![Span { start: 0, length: 0 }; self.names.len()];
        let mut places: Vec<Place> = Vec::with_capacity(self.found.len());
        for (number, place) in self.found {
            let span = &mut spans[number as usize];
            match places.last_mut() {
                Some(last) if span.length > 0 && last.folder == place.folder => last.formats |= place.formats,
                _ => {
                    if span.length == 0 {
                        span.start = u32::try_from(places.len()).unwrap_or(u32::MAX);
                    }
                    span.length += 1;
                    places.push(place);
                }
            }
        }
        places.shrink_to_fit();
        let names = self.names.into_iter().map(|(name, number)| (name, spans[number as usize])).collect();
        Icons { names, places, folders: self.folders, stamps: self.stamps }
    }
}

/// What the directories looked like when they were read.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    taken: HashMap<Box<Path>, Stamp>,
}

/// The state of a directory; `None` for one that is not there.
type Stamp = Option<State>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    device: u64,
    inode: u64,
    /// Nanoseconds since the epoch.
    modified: i128,
    /// Whether it changed so shortly before it was looked at that the next change may look the same.
    is_unsettled: bool,
}

impl Stamps {
    /// Looks at a directory, unless that was done; returns whether it is there.
    fn take(&mut self, path: &Path) -> bool {
        if let Some(stamp) = self.taken.get(path) {
            return stamp.is_some();
        }
        let stamp = stamp(path);
        let _none = self.taken.insert(path.into(), stamp);
        stamp.is_some()
    }

    /// Looks at a directory below a root or, where it is missing, at the lowest one that is there: it changes when
    /// the other comes.
    fn take_lowest(&mut self, root: &Path, directory: &Path) {
        let _found = directory.ancestors().any(|ancestor| self.take(&root.join(ancestor)));
    }

    pub fn are_current(&self) -> bool {
        self.taken.iter().all(|(path, taken)| {
            let state = stamp(path).map(|state| State { is_unsettled: false, ..state });
            state == *taken
        })
    }
}

fn stamp(path: &Path) -> Stamp {
    fs::metadata(path).ok().map(|metadata| State::new(&metadata, SystemTime::now()))
}

impl State {
    fn new(metadata: &Metadata, now: SystemTime) -> Self {
        let modified = i128::from(metadata.mtime()) * 1_000_000_000 + i128::from(metadata.mtime_nsec());
        let nanoseconds = |time: Duration| i128::try_from(time.as_nanos()).unwrap_or(i128::MAX);
        let age = nanoseconds(now.duration_since(UNIX_EPOCH).unwrap_or_default()) - modified;
        let is_unsettled = (0..nanoseconds(UNSETTLED)).contains(&age);
        Self { device: metadata.dev(), inode: metadata.ino(), modified, is_unsettled }
    }
}
