//! What a user of the launcher waits for before the first icons show: the index, thirty look-ups, and misses.

use super::{measure, table};

use candela_shared::Directories;
use candela_shared::registry::icon::{Icons, installed_theme};

use criterion::Criterion;

use std::hint::black_box;
use std::time::Duration;

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

/// The theme that is installed; what there is of icons decides how long it takes.
pub fn icons(criterion: &mut Criterion) {
    let directories = Directories::from_environment();
    let theme = installed_theme(&directories, &[]);
    let built = Icons::build(&directories, &theme);
    let mut group = criterion.benchmark_group(format!("icons of {theme}, {} names", built.len()));
    let _ = group.sample_size(20).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(1));
    measure(&mut group, table::ICON_INDEX, 0, || Icons::build(black_box(&directories), &theme));
    measure(&mut group, table::ICONS, 0, || NAMES.map(|name| built.find(black_box(name), 48, 1)));
    measure(&mut group, table::ICON_MISS, 0, || built.find(black_box("org.example.NobodyInstalledThis"), 48, 1));
}
