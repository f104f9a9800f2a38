//! Notices that something else waits than a moment ago, by the files that change with it.

use super::machine::Machine;
use crate::Root;
use crate::backend::{self, Backend};

use std::os::unix::fs::MetadataExt;
use std::time::{Duration, SystemTime};

/// How often the files are looked at: some twenty calls of the kernel.
const PERIOD: Duration = Duration::from_secs(2);

/// What tells one state of a file from another: when it was written, its number, its size in bytes.
type Trace = Option<(SystemTime, u64, u64)>;

/// Tells whenever something else may wait; returns when `tell` returns `false`.
///
/// Blocks: it belongs on a thread of its own. A site's program leaves no trace, and is not asked again.
pub fn follow(machine: &Machine, mut tell: impl FnMut() -> bool) {
    let mut known = traces(&machine.root);
    loop {
        std::thread::sleep(PERIOD);
        let now = traces(&machine.root);
        if now != known && !tell() {
            return;
        }
        known = now;
    }
}

fn traces(root: &Root) -> Vec<Trace> {
    backend::all().into_iter().flat_map(Backend::traces).map(|path| trace(root, path)).collect()
}

/// Of a link itself, not of what it leads to.
fn trace(root: &Root, path: &str) -> Trace {
    let found = root.path(path).symlink_metadata().ok()?;
    Some((found.modified().ok()?, found.ino(), found.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn whatever_a_source_writes_or_takes_away_leaves_a_trace() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        for path in backend::all().into_iter().flat_map(Backend::traces) {
            let file = root.path(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            // A folder that is to tell may be there already, as the parent of another.
            if file.is_dir() {
                continue;
            }
            let before = traces(&root);
            fs::write(&file, "x").unwrap();
            let written = traces(&root);
            assert_ne!(written, before, "{path} appears");
            fs::remove_file(&file).unwrap();
            symlink("elsewhere", &file).unwrap();
            assert_ne!(traces(&root), written, "{path} becomes a link");
            fs::remove_file(&file).unwrap();
            assert_eq!(traces(&root), before, "{path} goes");
        }
    }
}
