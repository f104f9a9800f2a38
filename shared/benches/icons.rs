//! What a user of the launcher waits for before the first icons show: the index, thirty look-ups, and misses.
//!
//! Targets: the index of the installed themes within 50 ms, thirty icons within 5 ms, a miss within a microsecond.

use candela_shared::Directories;
use candela_shared::registry::icon::{Icons, installed_theme};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const NAMES: [&str; 30] = [
    "firefox",
    "org.gnome.Calculator",
    "folder",
    "text-editor",
    "utilities-terminal",
    "system-file-manager",
    "help-about",
    "edit-find",
    "edit-copy",
    "go-up",
    "document-open",
    "user-trash",
    "user-home",
    "drive-harddisk",
    "image-missing",
    "audio-x-generic",
    "video-x-generic",
    "text-x-generic",
    "application-x-executable",
    "package-x-generic",
    "preferences-system",
    "network-server",
    "printer",
    "camera-photo",
    "weather-clear",
    "view-refresh",
    "list-add",
    "list-remove",
    "window-close",
    "media-playback-start",
];

fn icons(criterion: &mut Criterion) {
    let directories = Directories::from_environment();
    let theme = installed_theme(&directories, &[]);
    let built = Icons::build(&directories, &theme);
    let _group = criterion
        .bench_function(&format!("index of {theme}, {} names", built.len()), |bencher| {
            bencher.iter(|| Icons::build(black_box(&directories), &theme));
        })
        .bench_function("thirty icons at 48", |bencher| {
            bencher.iter(|| NAMES.map(|name| built.find(black_box(name), 48, 1)));
        })
        .bench_function("thirty icons at 32, scale 2", |bencher| {
            bencher.iter(|| NAMES.map(|name| built.find(black_box(name), 32, 2)));
        })
        .bench_function("a miss", |bencher| {
            bencher.iter(|| built.find(black_box("org.example.NobodyInstalledThis"), 48, 1));
        })
        .bench_function("is it current", |bencher| bencher.iter(|| built.is_current()));
}

criterion_group!(benches, icons);
criterion_main!(benches);
