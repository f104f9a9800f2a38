//! The fonts of the system as they were found before, so that no window waits until all their files are looked into.
//!
//! `fonts.cache` in the cache folder of the suite holds what a database of fonts knows of each face, and the state of
//! every folder that may hold a font and of the files that say which folders those are (rule of fontconfig: a font comes
//! or goes with its folder's time). It is good for one set of the variables that those files are found by. What is
//! damaged or no longer so is as good as none: the system is searched, and what was found kept.

use super::places;
use candela_shared::kept::stamp::{FolderStamp, racy_since};
use candela_shared::kept::{self, Mark};
use candela_shared::registry::source::path_bytes;
use candela_shared::{Directories, replace};
use iced::advanced::graphics::text::cosmic_text::fontdb::{
    Database, FaceInfo, ID, Language, Source, Stretch, Style, Weight,
};

use serde::{Deserialize, Serialize};

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Names the format.
const MARK: &Mark = b"CANDFNT1";
const STYLES: [Style; 3] = [Style::Normal, Style::Italic, Style::Oblique];
const STRETCHES: [Stretch; 9] = [
    Stretch::UltraCondensed,
    Stretch::ExtraCondensed,
    Stretch::Condensed,
    Stretch::SemiCondensed,
    Stretch::Normal,
    Stretch::SemiExpanded,
    Stretch::Expanded,
    Stretch::ExtraExpanded,
    Stretch::UltraExpanded,
];

/// The fonts of the system, and when they are no longer so.
#[derive(Debug, Serialize, Deserialize)]
struct Known<'a> {
    /// The variables that tell where fonts are.
    variables: Vec<Option<Cow<'a, str>>>,
    places: Vec<FolderStamp>,
    faces: Vec<Face<'a>>,
}

/// One face, as a [`FaceInfo`] has it.
#[derive(Debug, Serialize, Deserialize)]
struct Face<'a> {
    #[serde(with = "path_bytes")]
    path: PathBuf,
    index: u32,
    /// Its names in several languages: which one is which nobody asks.
    families: Vec<Cow<'a, str>>,
    post_script_name: Cow<'a, str>,
    style: u8,
    weight: u16,
    stretch: u8,
    is_monospaced: bool,
}

impl<'a> Face<'a> {
    /// A face that lies in a file; nothing for others.
    fn of(info: &'a FaceInfo) -> Option<Self> {
        let Source::File(path) = &info.source else { return None };
        let place = |place: Option<usize>| place.and_then(|place| u8::try_from(place).ok());
        Some(Self {
            path: path.clone(),
            index: info.index,
            families: info.families.iter().map(|(name, _)| name.into()).collect(),
            post_script_name: (&info.post_script_name).into(),
            style: place(STYLES.iter().position(|known| *known == info.style))?,
            weight: info.weight.0,
            stretch: place(STRETCHES.iter().position(|known| *known == info.stretch))?,
            is_monospaced: info.monospaced,
        })
    }

    fn info(self) -> Option<FaceInfo> {
        let families = self.families.into_iter().map(|name| (name.into_owned(), Language::English_UnitedStates));
        Some(FaceInfo {
            id: ID::dummy(),
            source: Source::File(self.path),
            index: self.index,
            families: families.collect(),
            post_script_name: self.post_script_name.into_owned(),
            style: *STYLES.get(usize::from(self.style))?,
            weight: Weight(self.weight),
            stretch: *STRETCHES.get(usize::from(self.stretch))?,
            monospaced: self.is_monospaced,
        })
    }
}

/// Where what is known is kept; `None` where there is no cache folder.
pub fn file(directories: &Directories) -> Option<PathBuf> {
    Some(directories.cache_home.as_ref()?.join("candela/fonts.cache"))
}

/// Reads the fonts of the system, where they are still those; each place is asked for its state.
pub fn read(path: &Path) -> Option<Database> {
    let bytes = std::fs::read(path).ok()?;
    let known: Known<'_> = postcard::from_bytes(kept::unseal(MARK, &bytes)?).ok()?;
    let is_fresh = known.variables == variables() && known.places.iter().all(FolderStamp::is_fresh);
    let mut database = Database::new();
    for face in known.faces.into_iter().filter(|_| is_fresh) {
        let _id = database.push_face_info(face.info()?);
    }
    is_fresh.then_some(database)
}

/// Keeps the fonts that were found, as `now` is before they were searched for.
///
/// # Errors
/// What the system says: then they are searched for the next time, too.
pub fn write(path: &Path, found: &Database, now: SystemTime) -> io::Result<()> {
    let since = racy_since(now);
    let known = Known {
        variables: variables(),
        places: places::all().into_iter().map(|place| FolderStamp::of(place, since)).collect(),
        faces: found.faces().filter_map(Face::of).collect(),
    };
    let payload = postcard::to_extend(&known, Vec::new()).map_err(io::Error::other)?;
    replace::write(path, &kept::seal(MARK, &payload))
}

fn variables() -> Vec<Option<Cow<'static, str>>> {
    places::VARIABLES.iter().map(|name| std::env::var(name).ok().map(Cow::Owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::FILES;
    use std::fs;
    use std::time::Duration;

    /// A folder with two of our own fonts, and what a search finds there.
    fn searched() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [("a.otf", FILES[0]), ("b.otf", FILES[3])] {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let mut found = Database::new();
        found.load_fonts_dir(folder.path());
        (folder, found)
    }

    fn told(database: &Database) -> Vec<String> {
        let face = |face: &FaceInfo| {
            let names: Vec<&str> = face.families.iter().map(|(name, _)| name.as_str()).collect();
            let Source::File(path) = &face.source else { panic!("{face:?} lies in no file") };
            let drawn = (face.style, face.weight, face.stretch, face.monospaced);
            format!("{} {} {names:?} {} {drawn:?}", path.display(), face.index, face.post_script_name)
        };
        database.faces().map(face).collect()
    }

    #[test]
    fn what_was_found_is_known_again() {
        let (folder, found) = searched();
        let file = folder.path().join("cache/fonts.cache");
        // Long after every folder changed.
        write(&file, &found, SystemTime::now() + Duration::from_secs(60)).unwrap();
        let known = read(&file).unwrap();
        assert_eq!(told(&known), told(&found));
        assert_eq!(known.len(), 2);
    }

    #[test]
    fn where_a_change_may_have_gone_unseen_they_are_searched_for_again() {
        let (folder, found) = searched();
        let file = folder.path().join("fonts.cache");
        // Before any folder changed.
        write(&file, &found, SystemTime::UNIX_EPOCH).unwrap();
        assert!(read(&file).is_none());
    }

    #[test]
    fn what_is_damaged_is_searched_for_again() {
        let (folder, found) = searched();
        let file = folder.path().join("fonts.cache");
        assert!(read(&file).is_none());
        write(&file, &found, SystemTime::now() + Duration::from_secs(60)).unwrap();
        let bytes = fs::read(&file).unwrap();
        fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
        assert!(read(&file).is_none());
    }
}
