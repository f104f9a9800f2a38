//! A fingerprint of a tree, made of what the file system says of each file in it, in whatever order they come.

use crate::system::file_system::{Kind, Stat};

use serde::{Deserialize, Serialize};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

/// Where something stands in a tree: the names on the way to it, without the root's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Trail(u128);

impl Trail {
    /// The way to something in the folder at the end of this one.
    pub fn to(self, name: &OsStr) -> Self {
        let mut hasher = blake3::Hasher::new();
        let _ = hasher.update(&self.0.to_le_bytes()).update(name.as_bytes());
        Self(half(&hasher))
    }
}

fn half(hasher: &blake3::Hasher) -> u128 {
    let mut half = [0; 16];
    half.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    u128::from_le_bytes(half)
}

/// Equal for trees of the same files with the same names, sizes, times, permissions and owners, in the same places.
///
/// The root counts without its name, so that a tree keeps its fingerprint when it is renamed; access times, link counts
/// and the times of changes (which links and renames change too) do not count. Nor does which folder it is that holds
/// something, as one that was removed empty may have been made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Digest {
    /// What the files are like.
    likeness: u128,
    /// The same, and which files they are.
    files: u128,
}

impl Digest {
    /// Adds one file, which stands there in its tree.
    pub fn add(&mut self, trail: Trail, stat: &Stat) {
        let mut hasher = blake3::Hasher::new();
        let mut number = |value: u64| {
            let _ = hasher.update(&value.to_le_bytes());
        };
        number(stat.kind as u64);
        number(u64::from(stat.mode));
        number(u64::from(stat.owner) << 32 | u64::from(stat.group));
        // What a folder holds is counted itself: that something came and went is no difference.
        let is_folder = stat.kind == Kind::Folder;
        let (size, modified) = if is_folder { (0, (0, 0)) } else { (stat.size, stat.modified) };
        number(size);
        number(modified.0.cast_unsigned());
        number(u64::from(modified.1));
        let _ = hasher.update(&trail.0.to_le_bytes());
        self.likeness = self.likeness.wrapping_add(half(&hasher));
        let _ = hasher.update(&if is_folder { 0 } else { stat.inode }.to_le_bytes());
        self.files = self.files.wrapping_add(half(&hasher));
    }

    /// Whether both are of trees that look the same, though their files may be others.
    pub fn looks_like(self, other: Self) -> bool {
        self.likeness == other.likeness
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_count_and_everything_else_does() {
        let stat = |inode| Stat { inode, ..Stat::default() };
        let trail = Trail::default().to(OsStr::new("a"));
        let digest = |stats: &[Stat]| {
            let mut digest = Digest::default();
            stats.iter().for_each(|stat| digest.add(trail, stat));
            digest
        };
        assert_eq!(digest(&[stat(1), stat(2)]), digest(&[stat(2), stat(1)]));
        assert!(digest(&[stat(1)]).looks_like(digest(&[stat(3)])), "the same but for the file");
        assert!(!digest(&[stat(1)]).looks_like(digest(&[Stat { modified: (0, 1), ..stat(1) }])));
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
        let mut elsewhere = Digest::default();
        elsewhere.add(trail.to(OsStr::new("a")), &first);
        assert_ne!(digest(&[first]), elsewhere, "another place");
        let folder = |inode| Stat { kind: Kind::Folder, ..stat(inode) };
        assert_eq!(digest(&[folder(1)]), digest(&[folder(2)]), "a folder that was made anew");
    }
}
