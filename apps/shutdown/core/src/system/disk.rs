//! How much room there is where updates go.

use crate::Root;

/// The folders that updates fill most.
const FOLDERS: [&str; 2] = ["/usr", "/var"];

/// How many bytes a user may still write below a root, on the fullest of the disks that updates go to; `None` where
/// nobody tells.
pub fn free(root: &Root) -> Option<u64> {
    let of = |folder: &str| {
        let disk = rustix::fs::statvfs(root.path(folder)).ok()?;
        Some(disk.f_bavail.saturating_mul(disk.f_frsize))
    };
    FOLDERS.into_iter().filter_map(of).min().or_else(|| of("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_without_these_folders_has_the_room_of_its_disk() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free(&Root::below(folder.path().into())).is_some_and(|bytes| bytes > 0));
        assert_eq!(free(&Root::below("/nowhere".into())), None);
    }
}
