//! Any bytes as the `index.theme` of a theme that inherits itself, and look-ups in what comes of it.

#![no_main]

use candela_shared::Directories;
use candela_shared::registry::icon::Icons;
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::LazyLock;
use tempfile::TempDir;

static PLACE: LazyLock<TempDir> = LazyLock::new(|| {
    let place = TempDir::new().expect("a temporary directory");
    for folder in ["icons/T/48x48/apps", "icons/T/d", "icons/hicolor"] {
        fs::create_dir_all(place.path().join(folder)).expect("folders");
    }
    for file in ["icons/T/48x48/apps/i.png", "icons/T/d/i.svg", "icons/i.xpm"] {
        fs::write(place.path().join(file), "").expect("files");
    }
    place
});

fuzz_target!(|bytes: &[u8]| {
    fs::write(PLACE.path().join("icons/T/index.theme"), bytes).expect("the theme");
    fs::write(PLACE.path().join("icons/hicolor/index.theme"), bytes).expect("the theme");
    let directories = Directories { data_dirs: vec![PLACE.path().into()], ..Directories::default() };
    let icons = Icons::build(&directories, "T");
    for (size, scale) in [(48, 1), (0, 0), (u32::MAX, u32::MAX)] {
        assert!(icons.find("i", size, scale).is_some(), "an icon of no theme is always found");
    }
    let _any = icons.find_generic(&String::from_utf8_lossy(bytes), 16, 2);
});
