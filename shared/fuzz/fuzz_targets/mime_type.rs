//! Any bytes as each file of a MIME database, and as a file whose type is asked.

#![no_main]

use candela_shared::Directories;
use candela_shared::registry::MimeTypes;
use libfuzzer_sys::fuzz_target;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::sync::LazyLock;
use tempfile::TempDir;

static PLACE: LazyLock<TempDir> = LazyLock::new(|| {
    let place = TempDir::new().expect("a temporary directory");
    fs::create_dir_all(place.path().join("mime")).expect("folders");
    place
});

fuzz_target!(|bytes: &[u8]| {
    for file in ["globs2", "magic", "aliases", "subclasses", "icons", "generic-icons"] {
        fs::write(PLACE.path().join("mime").join(file), bytes).expect("the database");
    }
    let directories = Directories { data_dirs: vec![PLACE.path().into()], ..Directories::default() };
    let types = MimeTypes::load(&directories);
    assert!(types.extent() <= 1 << 24, "what is read of a file is bounded");
    for name in [None, Some(OsStr::new("a.tar.gz")), Some(OsStr::from_bytes(bytes))] {
        let mime_type = types.of_contents(name, bytes);
        assert!(types.is_a(mime_type, mime_type), "a type is itself");
        let _names = types.icon_names(mime_type);
    }
});
