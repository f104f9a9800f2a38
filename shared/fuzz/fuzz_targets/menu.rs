//! Any bytes as a `.menu` file, beside one that merges it and is merged by it.

#![no_main]

use candela_shared::Directories;
use candela_shared::registry::{Context, Index, menu};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::LazyLock;
use tempfile::TempDir;

static SYSTEM: LazyLock<(TempDir, Context, Index)> = LazyLock::new(|| {
    let place = TempDir::new().expect("a temporary directory");
    let write = |path: &str, text: &str| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("files");
    };
    let other = "<Menu><MergeFile>applications.menu</MergeFile><Menu><Name>A</Name></Menu></Menu>";
    write("menus/other.menu", other);
    write("menus/applications-merged/other.menu", other);
    write("menus/applnk/old.desktop", "[Desktop Entry]\nType=Application\nName=old\nExec=x\n");
    write("applications/a.desktop", "[Desktop Entry]\nType=Application\nName=a\nExec=x\nCategories=Game;\n");
    write("desktop-directories/a.directory", "[Desktop Entry]\nType=Directory\nName=B\n");
    let directories = Directories {
        config_dirs: vec![place.path().into()],
        data_dirs: vec![place.path().into()],
        ..Directories::default()
    };
    let context = Context { directories, ..Context::default() };
    let index = Index::scan(&context);
    (place, context, index)
});

fuzz_target!(|bytes: &[u8]| {
    let (place, context, index) = &*SYSTEM;
    // A path outside would make the run depend on the machine, and `/` a walk over all of it.
    if bytes.contains(&b'/') && String::from_utf8_lossy(bytes).contains("Dir>/") {
        return;
    }
    fs::write(place.path().join("menus/applications.menu"), bytes).expect("the menu");
    let _some = menu::tree(context, index, "");
});
