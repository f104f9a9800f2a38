//! A fingerprint of a tree, made of what the file system says of each file in it, in whatever order they come.

use super::Identity;
use crate::system::file_system::{Kind, Stat};

use serde::{Deserialize, Serialize};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

/// Equal for trees of the same files with the same names, sizes, times, permissions and owners, and of the same folders.
///
/// The root counts without its name, so that a tree keeps its fingerprint when it is renamed; access times, link counts
/// and the times of changes (which links and renames change too) do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Digest(u128);

impl Digest {
    /// Adds one file, which has that name in that folder; the root of a tree is in none.
    pub fn add(&mut self, place: Option<(Identity, &OsStr)>, stat: &Stat) {
        let mut hasher = blake3::Hasher::new();
        let mut number = |value: u64| {
            let _ = hasher.update(&value.to_le_bytes());
        };
        number(place.map_or(0, |(folder, _)| folder.inode));
        number(stat.inode);
        number(stat.kind as u64);
        number(u64::from(stat.mode));
        number(u64::from(stat.owner) << 32 | u64::from(stat.group));
        // What a folder holds is counted itself: that something came and went is no difference.
        let is_folder = stat.kind == Kind::Folder;
        let (size, modified) = if is_folder { (0, (0, 0)) } else { (stat.size, stat.modified) };
        number(size);
        number(modified.0.cast_unsigned());
        number(u64::from(modified.1));
        if let Some((_, name)) = place {
            let _ = hasher.update(name.as_bytes());
        }
        let mut half = [0; 16];
        half.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        self.0 = self.0.wrapping_add(u128::from_le_bytes(half));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_count_and_everything_else_does() {
        let stat = |inode| Stat { inode, ..Stat::default() };
        let folder = Some((Identity { device: 1, inode: 2 }, OsStr::new("a")));
        let digest = |stats: &[Stat]| {
            let mut digest = Digest::default();
            stats.iter().for_each(|stat| digest.add(folder, stat));
            digest
        };
        assert_eq!(digest(&[stat(1), stat(2)]), digest(&[stat(2), stat(1)]));
        let first = stat(1);
        for (case, other) in [
            ("another file", stat(3)),
            ("time", Stat { modified: (0, 1), ..first }),
            ("size", Stat { size: 1, ..first }),
            ("mode", Stat { mode: 0o600, ..first }),
            ("owner", Stat { owner: 5, ..first }),
        ] {
            assert_ne!(digest(&[first]), digest(&[other]), "{case}");
        }
    }
}
