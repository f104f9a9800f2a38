//! The table at the end: the best of every measurement beside what it should be.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

pub const CACHE: &str = "open from cache";
pub const ROFI: &str = "peer: rofi's cache, unchecked";
pub const SCAN: &str = "full scan, warm, one thread";
pub const GLIB: &str = "peer: GLib g_app_info_get_all";
pub const CRATE: &str = "peer: desktop-entry crate alone";
pub const MEMORY: &str = "added memory";
pub const GLIB_MEMORY: &str = "peer: GLib in all";
pub const ICONS: &str = "thirty icons after the index";
pub const ICON_INDEX: &str = "index of icons";
pub const ICON_MISS: &str = "an icon nobody has";

/// The rows: what was measured, and what it should be.
const ROWS: [(&str, &str); 10] = [
    (CACHE, "2 / 10 / 120 ms"),
    (ROFI, ""),
    (SCAN, "8 / 60 / 700 ms"),
    (GLIB, ""),
    (CRATE, ""),
    (MEMORY, "8 MB at 2000"),
    (GLIB_MEMORY, ""),
    (ICONS, "5 ms"),
    (ICON_INDEX, "50 ms, off the caller's thread"),
    (ICON_MISS, "1 us"),
];

/// What came out: the best time, or a number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Found {
    Time(Duration),
    Bytes(u64),
}

/// By row and count of entries; 0 where the count does not matter.
static FOUND: Mutex<BTreeMap<(&str, usize), Found>> = Mutex::new(BTreeMap::new());

/// Keeps a time, if there is one and it is the best.
pub fn note(what: &'static str, count: usize, time: Option<Duration>) {
    put(what, count, time.map(Found::Time));
}

/// Keeps a number of bytes, if there is one.
pub fn note_bytes(what: &'static str, count: usize, bytes: Option<u64>) {
    put(what, count, bytes.map(Found::Bytes));
}

fn put(what: &'static str, count: usize, found: Option<Found>) {
    let Some(found) = found else {
        return;
    };
    let mut all = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    let best = all.entry((what, count)).or_insert(found);
    if found < *best {
        *best = found;
    }
}

/// Prints the table.
#[expect(clippy::print_stdout, reason = "the table is what the run is for")]
pub fn print() {
    let all = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    println!("| what | 200 | 2000 | 20000 | goal |\n|---|---|---|---|---|");
    for (what, goal) in ROWS {
        let cell = |count: usize| all.get(&(what, count)).map(|found| shown(*found)).unwrap_or_default();
        // What does not depend on the number of entries stands in the first column.
        let first = if all.contains_key(&(what, 0)) { cell(0) } else { cell(200) };
        println!("| {what} | {first} | {} | {} | {goal} |", cell(2000), cell(20_000));
    }
}

fn shown(found: Found) -> String {
    match found {
        Found::Time(time) if time < Duration::from_micros(100) => format!("{:.2} us", time.as_secs_f64() * 1e6),
        Found::Time(time) => format!("{:.2} ms", time.as_secs_f64() * 1e3),
        Found::Bytes(bytes) => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
