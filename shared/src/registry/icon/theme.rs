//! One `index.theme`: which directories a theme has, for which sizes each of them is, and what it inherits.
//!
//! Spec: Icon Theme 0.13, "File Formats" and "Icon Lookup". Pure: bytes in, values out.

use super::ini;
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path};

/// How many directories of one theme are read; the largest themes have some 600.
const MOST_DIRECTORIES: usize = 4096;

/// How many names of one `Inherits` are read; no theme names ten.
const MOST_PARENTS: usize = 64;

/// What an `index.theme` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Theme {
    /// The themes to look in after this one, in order.
    pub inherits: Vec<String>,
    /// `Directories`, then `ScaledDirectories`, each once: relative paths below the theme.
    pub directories: Vec<(Box<Path>, Sizes)>,
}

/// The sizes a directory of a theme is for, in logical pixels, and the scale its pictures are drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    pub kind: Kind,
    pub size: u32,
    pub min: u32,
    pub max: u32,
    pub threshold: u32,
    pub scale: u32,
}

/// The `Type` of a directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Fixed,
    Scalable,
    Threshold,
}

impl Theme {
    /// Reads an `index.theme`. Directories without a usable `Size`, and those that would lead out of the theme, are
    /// left out.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut groups: HashMap<&[u8], HashMap<&[u8], &[u8]>> = HashMap::new();
        for line in ini::lines(bytes) {
            let _earlier = groups.entry(line.group).or_default().insert(line.key, line.value);
        }
        let list = |key: &[u8]| {
            let value = groups.get(&b"Icon Theme"[..]).and_then(|group| group.get(key)).copied().unwrap_or_default();
            value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii).filter(|item| !item.is_empty())
        };
        let mut seen = HashSet::new();
        Self {
            inherits: list(b"Inherits")
                .map(|name| String::from_utf8_lossy(name).into_owned())
                .take(MOST_PARENTS)
                .collect(),
            directories: list(b"Directories")
                .chain(list(b"ScaledDirectories"))
                .filter(|name| stays_inside(name) && seen.insert(*name))
                .filter_map(|name| Some((Path::new(OsStr::from_bytes(name)).into(), Sizes::read(groups.get(name)?)?)))
                .take(MOST_DIRECTORIES)
                .collect(),
        }
    }
}

fn stays_inside(directory: &[u8]) -> bool {
    Path::new(OsStr::from_bytes(directory)).components().all(|part| matches!(part, Component::Normal(_)))
}

impl Sizes {
    /// Where pictures of no size lie: in the base directories themselves.
    pub const UNTHEMED: Self = Self { kind: Kind::Scalable, size: 0, min: 0, max: u32::MAX, threshold: 0, scale: 1 };

    fn read(group: &HashMap<&[u8], &[u8]>) -> Option<Self> {
        let number = |key: &[u8]| str::from_utf8(group.get(key)?).ok()?.parse().ok();
        let size = number(b"Size").filter(|size| *size > 0)?;
        let kind = match group.get(&b"Type"[..]).copied() {
            Some(b"Fixed") => Kind::Fixed,
            Some(b"Scalable") => Kind::Scalable,
            _ => Kind::Threshold,
        };
        Some(Self {
            kind,
            size,
            min: number(b"MinSize").unwrap_or(size),
            max: number(b"MaxSize").unwrap_or(size),
            threshold: number(b"Threshold").unwrap_or(2),
            scale: number(b"Scale").filter(|scale| *scale > 0).unwrap_or(1),
        })
    }

    /// Whether a picture from here is just right (`DirectoryMatchesSize` of the specification).
    pub fn matches(&self, size: u32, scale: u32) -> bool {
        self.scale == scale
            && match self.kind {
                Kind::Fixed => self.size == size,
                Kind::Scalable => (self.min..=self.max).contains(&size),
                Kind::Threshold => self.size.abs_diff(size) <= self.threshold,
            }
    }

    /// How far a picture from here is from the wanted size, in device pixels (`DirectorySizeDistance`).
    ///
    /// Beyond its threshold a `Threshold` directory is measured to its `MinSize` and `MaxSize`, as the specification's
    /// text has it; both are its `Size` unless it says otherwise.
    pub fn distance(&self, size: u32, scale: u32) -> u64 {
        let wanted = u64::from(size) * u64::from(scale);
        let pixels = |size: u32| u64::from(size) * u64::from(self.scale);
        let (low, high) = match self.kind {
            Kind::Fixed => return wanted.abs_diff(pixels(self.size)),
            Kind::Scalable => (self.min, self.max),
            Kind::Threshold => (self.size.saturating_sub(self.threshold), self.size.saturating_add(self.threshold)),
        };
        if wanted < pixels(low) {
            pixels(self.min).abs_diff(wanted)
        } else if wanted > pixels(high) {
            wanted.abs_diff(pixels(self.max))
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(text: &str) -> Sizes {
        let theme = Theme::parse(format!("[Icon Theme]\nDirectories=d\n[d]\n{text}").as_bytes());
        theme.directories.first().unwrap_or_else(|| panic!("{text} names no size")).1
    }

    #[test]
    fn i2_the_example_of_the_specification_is_read() {
        let text = "[Icon Theme]\nName=Birch\nName[sv]=Björk\nComment=Icon theme with a wooden look\n\
            Inherits=wood,default\nDirectories=48x48/apps,48x48@2/apps,48x48/mimetypes,32x32/apps,32x32@2/apps,\
            scalable/apps,scalable/mimetypes\n\n[scalable/apps]\nSize=48\nType=Scalable\nMinSize=1\nMaxSize=256\n\
            Context=Applications\n\n[scalable/mimetypes]\nSize=48\nType=Scalable\nMinSize=1\nMaxSize=256\n\
            Context=MimeTypes\n\n[32x32/apps]\nSize=32\nType=Fixed\nContext=Applications\n\n[32x32@2/apps]\nSize=32\n\
            Scale=2\nType=Fixed\nContext=Applications\n\n[48x48/apps]\nSize=48\nType=Fixed\nContext=Applications\n\n\
            [48x48@2/apps]\nSize=48\nScale=2\nType=Fixed\nContext=Applications\n\n[48x48/mimetypes]\nSize=48\n\
            Type=Fixed\nContext=MimeTypes\n";
        let theme = Theme::parse(text.as_bytes());
        assert_eq!(theme.inherits, ["wood", "default"]);
        let names: Vec<_> = theme.directories.iter().map(|(name, _)| name.to_str().unwrap()).collect();
        let expected = [
            "48x48/apps",
            "48x48@2/apps",
            "48x48/mimetypes",
            "32x32/apps",
            "32x32@2/apps",
            "scalable/apps",
            "scalable/mimetypes",
        ];
        assert_eq!(names, expected);
        let twice = Sizes { kind: Kind::Fixed, size: 48, min: 48, max: 48, threshold: 2, scale: 2 };
        assert_eq!(theme.directories[1].1, twice);
        assert_eq!(theme.directories[5].1, Sizes { kind: Kind::Scalable, min: 1, max: 256, scale: 1, ..twice });
    }

    #[test]
    fn i2_a_directory_matches_by_its_type_and_its_scale() {
        let cases = [
            ("Type=Fixed\nSize=32", 32, 1, true),
            ("Type=Fixed\nSize=32", 33, 1, false),
            ("Type=Fixed\nSize=32", 32, 2, false),
            ("Type=Fixed\nSize=32\nScale=2", 32, 2, true),
            ("Type=Scalable\nSize=48\nMinSize=1\nMaxSize=256", 256, 1, true),
            ("Type=Scalable\nSize=48\nMinSize=1\nMaxSize=256", 257, 1, false),
            ("Type=Scalable\nSize=48", 47, 1, false),
            ("Type=Threshold\nSize=32", 30, 1, true),
            ("Type=Threshold\nSize=32", 29, 1, false),
            ("Type=Threshold\nSize=32\nThreshold=4", 36, 1, true),
            ("Size=32", 34, 1, true),
            ("Type=Nonsense\nSize=32", 34, 1, true),
        ];
        for (text, size, scale, expected) in cases {
            assert_eq!(sizes(text).matches(size, scale), expected, "{text:?} for {size}@{scale}");
        }
    }

    #[test]
    fn i2_the_distance_is_measured_in_device_pixels() {
        let cases = [
            ("Type=Fixed\nSize=32", 48, 1, 16),
            ("Type=Fixed\nSize=32\nScale=2", 48, 1, 16),
            ("Type=Fixed\nSize=96", 48, 2, 0),
            ("Type=Scalable\nSize=48\nMinSize=16\nMaxSize=64", 48, 2, 32),
            ("Type=Scalable\nSize=48\nMinSize=16\nMaxSize=64", 8, 1, 8),
            ("Type=Scalable\nSize=48\nMinSize=16\nMaxSize=64", 32, 2, 0),
            ("Type=Threshold\nSize=32", 34, 1, 0),
            ("Type=Threshold\nSize=32", 35, 1, 3),
            ("Type=Threshold\nSize=32", 29, 1, 3),
            ("Type=Threshold\nSize=32\nMinSize=24\nMaxSize=40", 20, 1, 4),
        ];
        for (text, size, scale, expected) in cases {
            assert_eq!(sizes(text).distance(size, scale), expected, "{text:?} for {size}@{scale}");
        }
    }

    #[test]
    fn i2_a_directory_that_leads_elsewhere_or_has_no_size_is_left_out() {
        let text = "[Icon Theme]\nDirectories=/etc,../x,a/../b,none,zero,word,good,good\nScaledDirectories=good,big\n\
            [/etc]\nSize=1\n[../x]\nSize=1\n[a/../b]\nSize=1\n[none]\n[zero]\nSize=0\n[word]\nSize=big\n\
            [good]\nSize=4294967295\nThreshold=-1\nScale=4294967295\n[big]\nSize=4294967296\n";
        let theme = Theme::parse(text.as_bytes());
        assert_eq!(theme.directories.len(), 1, "{theme:?}");
        let (_, good) = &theme.directories[0];
        assert_eq!(good.threshold, 2, "a number that is none is not there");
        assert_eq!(good.distance(1, 1), u64::from(u32::MAX) * u64::from(u32::MAX) - 1, "nothing overflows");
    }
}
