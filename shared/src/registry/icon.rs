//! Icons by name: which file shows `firefox` at 48 pixels in the user's theme.
//!
//! Spec: Icon Theme 0.13 (rules I1 to I4) and Icon Naming 0.8.90, "Icon Naming Guidelines" (what a name falls back
//! to). [`Icons::build`] reads the directories of a theme once and keeps what lies in them; a look-up then asks the
//! disk only whether the one file it is about to name is still there, and a name that no theme has costs one hash.

mod ini;
mod name;
mod read;
mod theme;

#[cfg(test)]
mod tests;

pub use name::{Settings, installed_theme, theme_name};

use crate::Directories;
use read::Stamps;
use std::collections::{BTreeSet, HashMap};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use theme::Sizes;

/// The names and places of all icons of one theme, of those it inherits, of `hicolor`, and of those of no theme.
///
/// Immutable and free of borrowed data: build it off the caller's thread and share it in an `Arc`.
#[derive(Debug, Default)]
pub struct Icons {
    /// For each name, where its places stand in `places`.
    names: HashMap<Box<[u8]>, Span>,
    /// In the order of the search: by folder.
    places: Vec<Place>,
    /// Every directory with an icon in it: by theme, then in the order of the theme's list, then by base directory.
    folders: Vec<Folder>,
    stamps: Stamps,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    start: u32,
    length: u32,
}

/// One name in one folder, in one format or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    folder: u16,
    /// A bit for each of [`FORMATS`].
    formats: u8,
}

#[derive(Debug)]
struct Folder {
    path: Box<Path>,
    /// The place of its theme in the order of the search.
    rank: u16,
    sizes: Sizes,
}

/// The endings of icon files. Spec: Icon Theme 0.13, "Icon Lookup".
const FORMATS: [&str; 3] = ["png", "svg", "xpm"];
/// Indices into [`FORMATS`], the format to take first in front.
const PIXELS_FIRST: [usize; 3] = [0, 1, 2];
/// Beyond a scale of 1, where a picture drawn for one pixel a point would be blown up.
const CURVES_FIRST: [usize; 3] = [1, 0, 2];

impl Icons {
    /// Reads the icons of a theme: every directory that it and the themes it inherits name, in every base directory.
    ///
    /// Blocks for some ten milliseconds. What cannot be read is not there; a theme nobody installed leaves `hicolor` and
    /// the icons of no theme.
    pub fn build(directories: &Directories, theme: &str) -> Self {
        read::icons(&base_directories(directories), theme)
    }

    /// Finds the file for the value of an `Icon` key, at a size in logical pixels and a scale.
    ///
    /// The value is a name, a name with the ending some entries write (`firefox.png`), or the absolute path of a file.
    /// `None` where there is no such icon. See [`Icons::find_generic`] for icons of the naming specification.
    pub fn find(&self, name: &str, size: u32, scale: u32) -> Option<PathBuf> {
        if name.starts_with('/') {
            return Some(PathBuf::from(name)).filter(|path| path.is_file());
        }
        match without_ending(name) {
            Some(stem) => self.find_best(&[name, stem], size, scale),
            None => self.find_best(&[name], size, scale),
        }
    }

    /// Finds the file for the first of several names that a theme has, the themes asked one after the other: a less
    /// wanted name in the user's theme goes before a more wanted one in `hicolor`.
    ///
    /// Spec: Icon Theme 0.13, "Icon Lookup" (`FindBestIcon`).
    pub fn find_best(&self, names: &[&str], size: u32, scale: u32) -> Option<PathBuf> {
        let found = names.iter().map(|name| (name, self.places(name))).filter(|(_, places)| !places.is_empty());
        let found: Vec<_> = found.collect();
        let ranks: BTreeSet<u16> = found.iter().flat_map(|(_, places)| *places).map(|it| self.rank(*it)).collect();
        for rank in ranks {
            for (name, places) in &found {
                let here = places.iter().copied().filter(|place| self.rank(*place) == rank);
                if let Some(path) = self.nearest(name, here.collect(), size, scale) {
                    return Some(path);
                }
            }
        }
        None
    }

    /// Finds the file for a name or, failing that, for what it is a kind of: `audio-card-usb`, `audio-card`, `audio`.
    ///
    /// Spec: Icon Naming, "Icon Naming Guidelines". See [`generic_names`].
    pub fn find_generic(&self, name: &str, size: u32, scale: u32) -> Option<PathBuf> {
        let names = generic_names(name);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.find_best(&names, size, scale)
    }

    /// Whether nothing that was read has changed since: no file came, went or was renamed, no theme was installed.
    ///
    /// Asks for the status of each directory read, which takes a few milliseconds. What changed within two seconds
    /// before the icons were built may have changed again unseen, and counts as changed.
    pub fn is_current(&self) -> bool {
        self.stamps.are_current()
    }

    /// Returns the number of names known.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is no icon at all.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn places(&self, name: &str) -> &[Place] {
        let Some(span) = self.names.get(name.as_bytes()) else {
            return &[];
        };
        &self.places[span.start as usize..][..span.length as usize]
    }

    fn rank(&self, place: Place) -> u16 {
        self.folder(place).rank
    }

    fn folder(&self, place: Place) -> &Folder {
        &self.folders[usize::from(place.folder)]
    }

    /// The file from the place that fits best and is still there: what matches exactly, else by distance, the earlier
    /// of two equal ones.
    fn nearest(&self, name: &str, mut places: Vec<Place>, size: u32, scale: u32) -> Option<PathBuf> {
        places.sort_by_cached_key(|place| {
            let sizes = &self.folder(*place).sizes;
            if sizes.matches(size, scale) { 0 } else { 1 + sizes.distance(size, scale) }
        });
        let order = if scale > 1 { CURVES_FIRST } else { PIXELS_FIRST };
        places.into_iter().find_map(|place| {
            let has = |format: &&usize| place.formats & (1 << **format) != 0;
            order.iter().filter(has).map(|format| self.file(place, name, *format)).find(|path| path.is_file())
        })
    }

    fn file(&self, place: Place, name: &str, format: usize) -> PathBuf {
        self.folder(place).path.join(format!("{name}.{}", FORMATS[format]))
    }
}

/// The names to try for an icon in turn, each less special than the one before.
///
/// A `-symbolic` icon is looked for among the symbolic ones first, then among those in colour.
pub fn generic_names(name: &str) -> Vec<String> {
    let (stem, is_symbolic) = match name.strip_suffix("-symbolic") {
        Some(stem) => (stem, true),
        None => (name, false),
    };
    let mut stems = vec![stem];
    while let Some((shorter, _)) = stems[stems.len() - 1].rsplit_once('-')
        && !shorter.is_empty()
    {
        stems.push(shorter);
    }
    let symbolic = stems.iter().filter(|_| is_symbolic).map(|stem| format!("{stem}-symbolic"));
    symbolic.chain(stems.iter().map(|&stem| stem.to_owned())).collect()
}

/// The base directories of icons, most important first (rule I1).
///
/// The specification names `/usr/share/pixmaps` alone; the `pixmaps` of the other data directories go before it.
fn base_directories(directories: &Directories) -> Vec<PathBuf> {
    let data = directories.all_data();
    let home = directories.home.iter().map(|home| home.join(".icons"));
    let icons = data.iter().map(|data| data.join("icons"));
    let pixmaps = data.iter().map(|data| data.join("pixmaps"));
    let fixed = crate::platform::PIXMAPS.iter().map(PathBuf::from);
    let mut bases = Vec::new();
    for base in home.chain(icons).chain(pixmaps).chain(fixed) {
        if !bases.contains(&base) {
            bases.push(base);
        }
    }
    bases
}

/// The name before the ending of an icon file, if it has one.
fn without_ending(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty() && FORMATS.iter().any(|format| ending.eq_ignore_ascii_case(format))).then_some(stem)
}

/// Splits the name of an icon file into the icon's name and the index of its format.
///
/// GTK's `name.symbolic.png` is no picture but a mask of its own making, and left out.
fn split(file: &OsStr) -> Option<(&[u8], usize)> {
    let bytes = file.as_bytes();
    let (stem, ending) = (bytes.get(..bytes.len().checked_sub(4)?)?, bytes.get(bytes.len() - 3..)?);
    let format = FORMATS.iter().position(|format| format.as_bytes() == ending)?;
    let is_name = bytes[stem.len()] == b'.' && !stem.is_empty() && !stem.ends_with(b".symbolic");
    is_name.then_some((stem, format))
}
