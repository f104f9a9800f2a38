//! What a user waits for before the first application is listed: opening from the cache, and scanning without one.
//!
//! Beside ours, in the same run: the parsing crate alone, and GLib's `g_app_info_get_all` where Python has it.
#![allow(missing_docs, reason = "criterion's macros make public items")]

#[path = "registry/corpus.rs"]
mod corpus;

use candela_shared::Directories;
use candela_shared::i18n::locale::Locale;
use candela_shared::registry::{Context, Index};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use freedesktop_desktop_entry::{DesktopEntry, Iter};

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

const COUNTS: [usize; 3] = [200, 2000, 20_000];

/// Prints how long GLib takes, in seconds, and how many entries it found.
const GLIB: &str = "import time, gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio
start = time.perf_counter()
found = Gio.AppInfo.get_all()
print(time.perf_counter() - start, len(found))";

fn context(folder: &Path) -> Context {
    Context {
        directories: Directories {
            data_home: Some(folder.to_owned()),
            cache_home: Some(folder.join("cache")),
            ..Directories::default()
        },
        path: vec!["/usr/local/bin".into(), "/usr/bin".into(), "/bin".into()],
        locales: Locale::parse("fr_FR").into_iter().collect(),
        ..Context::default()
    }
}

fn registry(criterion: &mut Criterion) {
    for count in COUNTS {
        let folder = tempfile::tempdir().expect("there is room for a corpus");
        corpus::write(folder.path(), count);
        let context = context(folder.path());
        let mut group = criterion.benchmark_group("registry");
        let _ = group.sample_size(10).measurement_time(Duration::from_secs(3));
        let later = SystemTime::now() + Duration::from_secs(60);
        assert_eq!(Index::open(&context, later).shown().count(), count);
        let _ = group.bench_function(BenchmarkId::new("open from cache", count), |bencher| {
            bencher.iter(|| black_box(Index::open(&context, later)));
        });
        let _ = group.bench_function(BenchmarkId::new("scan", count), |bencher| {
            bencher.iter(|| black_box(Index::scan(&context)));
        });
        let _ = group.bench_function(BenchmarkId::new("peer: desktop-entry crate", count), |bencher| {
            bencher.iter(|| black_box(crate_alone(folder.path())));
        });
        // GLib needs 6 s for 20000 entries, which a tenfold sample is not worth.
        if count < 20_000 && glib(folder.path(), count).is_some() {
            let _ = group.bench_function(BenchmarkId::new("peer: GLib", count), |bencher| {
                bencher.iter_custom(|times| (0..times).filter_map(|_| glib(folder.path(), count)).sum());
            });
        }
    }
}

fn crate_alone(folder: &Path) -> Vec<DesktopEntry> {
    let files = Iter::new([folder.join("applications")].into_iter());
    files.filter_map(|path| DesktopEntry::from_path(path, Some(&["fr_FR", "fr"])).ok()).collect()
}

/// One reading by GLib in a process of its own; `None` where it is not there or does not find all.
fn glib(folder: &Path, count: usize) -> Option<Duration> {
    let output = Command::new("/usr/bin/python3")
        .args(["-c", GLIB])
        .env("XDG_DATA_HOME", folder)
        .env("XDG_DATA_DIRS", "/nonexistent")
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .ok()?;
    let answer = String::from_utf8(output.stdout).ok()?;
    let (seconds, found) = answer.trim().split_once(' ')?;
    (found == count.to_string()).then(|| seconds.parse().ok().map(Duration::from_secs_f64))?
}

criterion_group!(benches, registry);
criterion_main!(benches);
