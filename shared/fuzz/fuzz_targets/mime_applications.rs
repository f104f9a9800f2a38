//! Any bytes as a `mimeapps.list` of every level, read and written.

#![no_main]

use candela_shared::Directories;
use candela_shared::registry::mime_applications::{Change, change};
use candela_shared::registry::{Context, Index, MimeApplications, MimeTypes};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;

static PLACE: LazyLock<(TempDir, Context, Arc<Index>, Arc<MimeTypes>)> = LazyLock::new(|| {
    let place = TempDir::new().expect("a temporary directory");
    fs::create_dir_all(place.path().join("applications")).expect("folders");
    let entry = "[Desktop Entry]\nType=Application\nName=a\nExec=x\nMimeType=text/plain;\n";
    fs::write(place.path().join("applications/a.desktop"), entry).expect("files");
    let directories = Directories {
        config_home: Some(place.path().into()),
        data_dirs: vec![place.path().into()],
        ..Directories::default()
    };
    let context = Context { directories, ..Context::default() };
    let index = Arc::new(Index::scan(&context));
    let types = Arc::new(MimeTypes::load(&context.directories));
    (place, context, index, types)
});

fuzz_target!(|bytes: &[u8]| {
    let (place, context, index, types) = &*PLACE;
    let list = place.path().join("mimeapps.list");
    fs::write(&list, bytes).expect("the list");
    fs::write(place.path().join("applications/mimeapps.list"), bytes).expect("the list");
    let read = || MimeApplications::read(context, Arc::clone(index), Arc::clone(types));
    let _any = read().all("text/plain");
    change(context, types, "a.desktop", "text/x-fuzz", Change::SetDefault).expect("the folder is ours");
    assert_eq!(read().default("text/x-fuzz").map(|entry| &*entry.id), Some("a.desktop"), "what was written is read");
});
