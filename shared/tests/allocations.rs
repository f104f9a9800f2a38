//! How much of the allocator's time the registry takes, in counts.
#![expect(unsafe_code, reason = "an allocator that counts cannot be written without")]
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_shared::Directories;
use candela_shared::registry::{Context, Index, cache};

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

static COUNT: AtomicUsize = AtomicUsize::new(0);
/// The largest piece that was asked for, in bytes.
static LARGEST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: everything is handed on to the system's allocator as it is; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _before = COUNT.fetch_add(1, Ordering::Relaxed);
        let _before = LARGEST.fetch_max(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the promises that the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many allocations opening takes for each of so many entries, what it takes once left aside.
fn for_each_entry(count: usize) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let applications = folder.path().join("applications");
    fs::create_dir(&applications).unwrap();
    for number in 0..count {
        let text = format!(
            "[Desktop Entry]\nType=Application\nName=App {number}\nComment=Does {number}\nExec=app --number {number}\n\
             TryExec=sh\nIcon=app\nKeywords=one;two;\nCategories=Utility;\nMimeType=text/plain;\n"
        );
        fs::write(applications.join(format!("app{number:04}.desktop")), text).unwrap();
    }
    let directories = Directories {
        data_home: Some(folder.path().to_owned()),
        cache_home: Some(folder.path().join("cache")),
        ..Directories::default()
    };
    let context = Context { directories, path: vec!["/usr/bin".into(), "/bin".into()], ..Context::default() };
    let later = SystemTime::now() + Duration::from_secs(60);
    assert_eq!(Index::open(&context, later).shown().count(), count);
    let before = COUNT.load(Ordering::Relaxed);
    let index = Index::open(&context, later);
    let made = COUNT.load(Ordering::Relaxed) - before;
    assert_eq!(index.shown().count(), count);
    made
}

/// In one test, for what is counted is counted for the whole process.
#[test]
fn the_cache_takes_no_more_than_it_holds() {
    opening_allocates_no_more_than_entries_hold();
    lengths_that_are_lies_are_not_believed();
}

fn lengths_that_are_lies_are_not_believed() {
    // Lengths of 2^63 and less, where lists, texts and paths may begin.
    for lie in [&[0xff; 9][..], &[0xff, 0xff, 0xff, 0xff, 0x7f], &[0xff, 0xff, 0x7f]] {
        for zeros in 0..12 {
            let bytes = [&vec![0; zeros][..], lie, &[1; 64]].concat();
            LARGEST.store(0, Ordering::Relaxed);
            let _is_whole = cache::decode(&bytes);
            let largest = LARGEST.load(Ordering::Relaxed);
            assert!(largest <= 2 << 20, "{largest} bytes at once for {} of cache", bytes.len());
        }
    }
}

fn opening_allocates_no_more_than_entries_hold() {
    let (few, many) = (for_each_entry(50), for_each_entry(250));
    // ID, path, name, comment, command, test, icon; three lists and the four texts in them; the file's name.
    let held = 7 + 3 + 4 + 1;
    let each = (many - few) as f64 / 200.0;
    assert!(each <= f64::from(held) + 1.0, "{each} allocations an entry");
}
