//! How much memory an index takes: asked of a fresh process, which is this program again.

use super::{context, later};

use candela_shared::registry::Index;

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

/// Names the folder of the corpus to the process that is to open it.
const ASKED: &str = "CANDELA_BENCH_MEMORY_OF";

/// Whether this process is the fresh one.
pub fn is_asked() -> bool {
    std::env::var_os(ASKED).is_some()
}

/// Opens the index from its cache and prints how many bytes that added.
#[expect(clippy::print_stdout, reason = "it is how the two processes speak")]
pub fn answer() {
    let context = context(Path::new(&std::env::var_os(ASKED).unwrap_or_default()));
    let before = resident();
    let index = black_box(Index::open(&context, later()));
    if let (Some(before), Some(after)) = (before, resident()) {
        println!("{}", after.saturating_sub(before));
    }
    drop(index);
}

/// How many bytes an open index adds to a process; `None` where the system does not say.
pub fn of_ours(folder: &Path) -> Option<u64> {
    let output = Command::new(std::env::current_exe().ok()?).env(ASKED, folder).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
