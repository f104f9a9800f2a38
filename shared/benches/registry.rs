//! What a user waits for before the first application is listed: opening from the cache, scanning without one, icons.
//!
//! Beside ours, in the same run: the parsing crate alone, GLib's `g_app_info_get_all` where Python has it, and rofi's
//! cache where rofi and Xvfb are installed. All of it comes out as one table at the end.
#![allow(missing_docs, reason = "criterion's macros make public items")]

#[path = "registry/corpus.rs"]
mod corpus;
#[path = "registry/icons.rs"]
mod icons;
#[path = "registry/memory.rs"]
mod memory;
#[path = "registry/peers.rs"]
mod peers;
#[path = "registry/table.rs"]
mod table;

use candela_shared::Directories;
use candela_shared::i18n::locale::Locale;
use candela_shared::registry::{Context, Index};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group};

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

const COUNTS: [usize; 3] = [200, 2000, 20_000];
/// At how many entries memory is looked at.
const MEMORY_COUNT: usize = 2000;

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

/// Past the time within which a cache does not trust what changed just before it was written.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(60)
}

fn registry(criterion: &mut Criterion) {
    for count in COUNTS {
        let folder = tempfile::tempdir().expect("there is room for a corpus");
        corpus::write(folder.path(), count);
        let context = context(folder.path());
        let mut group = criterion.benchmark_group("registry");
        let _ = group.sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(2));
        let later = later();
        assert_eq!(Index::open(&context, later).shown().count(), count);
        measure(&mut group, table::CACHE, count, || Index::open(&context, later));
        measure(&mut group, table::SCAN, count, || Index::scan(&context));
        measure(&mut group, table::CRATE, count, || peers::crate_alone(folder.path()));
        // Others measure themselves, in processes of their own; GLib needs 6 s for 20000, which is not worth ten samples.
        for _ in 0..if count < 20_000 { 5 } else { 1 } {
            table::note(table::GLIB, count, peers::glib(folder.path(), count));
            table::note(table::ROFI, count, peers::rofi(folder.path()));
        }
        if count == MEMORY_COUNT {
            table::note_bytes(table::MEMORY, count, memory::of_ours(folder.path()));
            table::note_bytes(table::GLIB_MEMORY, count, peers::glib_memory(folder.path()));
        }
    }
}

/// Has criterion measure something, and keeps the best for the table.
fn measure<T>(group: &mut BenchmarkGroup<'_, WallTime>, what: &'static str, count: usize, act: impl Fn() -> T) {
    let _ = group.bench_function(BenchmarkId::new(what, count), |bencher| {
        bencher.iter_custom(|times| {
            let start = Instant::now();
            for _ in 0..times {
                drop(black_box(act()));
            }
            let took = start.elapsed();
            table::note(what, count, u32::try_from(times).ok().map(|times| took / times));
            took
        });
    });
}

criterion_group!(benches, registry, icons::icons);

fn main() {
    if memory::is_asked() {
        return memory::answer();
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
    table::print();
}
