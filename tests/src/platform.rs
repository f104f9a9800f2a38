//! What each system tells about a process.

use std::fs;

/// The memory of a process in bytes, pages shared with others counted by their share (PSS); `None` where the system
/// does not say.
pub fn memory(process: u32) -> Option<u64> {
    if cfg!(not(target_os = "linux")) {
        return None;
    }
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// How often the threads of a process went to sleep, or were put off, so far; `None` where the system does not say.
pub fn wake_ups(process: u32) -> Option<u64> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?;
    let of = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("ctxt_switches:"));
        lines.filter_map(|line| line.rsplit_once(':')?.1.trim().parse::<u64>().ok()).sum::<u64>()
    };
    let texts = threads.flatten().filter_map(|thread| fs::read_to_string(thread.path().join("status")).ok());
    Some(texts.map(|text| of(&text)).sum())
}
