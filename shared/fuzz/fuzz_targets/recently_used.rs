//! Any bytes as a `recently-used.xbel`, read and added to.

#![no_main]

use candela_shared::Directories;
use candela_shared::registry::recent::{self, Use};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::LazyLock;
use std::time::UNIX_EPOCH;
use tempfile::TempDir;

static PLACE: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().expect("a temporary directory"));

fuzz_target!(|bytes: &[u8]| {
    let file = PLACE.path().join("recently-used.xbel");
    fs::write(&file, bytes).expect("the list");
    let before = recent::parse(bytes).len();
    let directories = Directories { data_home: Some(PLACE.path().into()), ..Directories::default() };
    let used = Use { uri: "fuzz:/", mime_type: "text/plain", application: "fuzz", exec: "fuzz %u", now: UNIX_EPOCH };
    match recent::add(&directories, &used) {
        Ok(()) => assert!(recent::read(&directories).len() >= before, "nothing is lost"),
        Err(_) => assert_eq!(fs::read(&file).expect("the list"), bytes, "what is not understood stays"),
    }
});
