//! What is mounted, as far as a user cares: disks, sticks, shares; nothing that a system mounts for itself.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

/// A file system that is mounted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// Where.
    pub path: PathBuf,
    /// What: a device's file, or what a server calls it.
    pub source: String,
    /// How it came there.
    pub origin: Origin,
}

/// Where the files of a mount are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// On a disk of this machine.
    Disk,
    /// On a disk that users mount and take away.
    Removable,
    /// On another machine, which may not answer.
    Network,
}

/// File systems whose files are on another machine.
const NETWORK: [&str; 7] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"];
/// Where disks are mounted that users take away.
const REMOVABLE: [&str; 3] = ["/run/media", "/media", "/mnt"];
/// What belongs to the system, though it is on a disk.
const SYSTEM: [&str; 9] = ["/boot", "/efi", "/usr", "/var", "/etc", "/snap", "/nix", "/gnu", "/run/user"];

impl Mount {
    /// Tells what is mounted there; `None` where the system mounted it for itself. The root is always told of.
    pub fn new(path: PathBuf, source: String, kind: &str) -> Option<Self> {
        let is_below = |tops: &[&str]| tops.iter().any(|top| path.starts_with(top));
        let is_network = NETWORK.contains(&kind);
        let is_disk = source.starts_with("/dev/") && !source.starts_with("/dev/loop") && kind != "squashfs";
        let is_pool = kind == "zfs";
        if path == Path::new("/") {
            return Some(Self { path, source, origin: Origin::Disk });
        }
        if is_below(&SYSTEM) || !(is_network || is_disk || is_pool) {
            return None;
        }
        let origin = match is_network {
            true => Origin::Network,
            false if is_below(&REMOVABLE) => Origin::Removable,
            false => Origin::Disk,
        };
        Some(Self { path, source, origin })
    }
}

/// Whether a file system is mounted, by the same table, that a program or another machine answers for, or does not.
pub fn may_hang(table: &[u8]) -> bool {
    let kinds = table.split(|byte| *byte == b'\n').filter_map(|line| {
        let mut behind = line.split(|byte| *byte == b' ').skip_while(|field| field != b"-").skip(1);
        std::str::from_utf8(behind.next()?).ok()
    });
    let mut kinds = kinds.filter(|kind| NETWORK.contains(kind) || *kind == "fuse" || kind.starts_with("fuse."));
    kinds.next().is_some()
}

/// Reads `/proc/self/mountinfo`: what is mounted, the root first, each place once as it was mounted last.
///
/// Spec: proc_pid_mountinfo(5).
pub fn mounts(table: &[u8]) -> Vec<Mount> {
    let mut all: Vec<Mount> = Vec::new();
    for mount in table.split(|byte| *byte == b'\n').filter_map(line) {
        all.retain(|other| other.path != mount.path);
        // A folder that is shown a second time elsewhere is no other disk.
        let is_again = mount.origin == Origin::Disk && all.iter().any(|other| other.source == mount.source);
        if !is_again {
            all.push(mount);
        }
    }
    all.sort_by(|one, other| (one.path != Path::new("/"), &one.path).cmp(&(other.path != Path::new("/"), &other.path)));
    all
}

fn line(line: &[u8]) -> Option<Mount> {
    let mut fields = line.split(|byte| *byte == b' ');
    let place = fields.nth(4)?;
    let mut behind = fields.skip_while(|field| field != b"-").skip(1);
    let (kind, source) = (behind.next()?, behind.next()?);
    let text = |field: &[u8]| String::from_utf8_lossy(&unescaped(field)).into_owned();
    Mount::new(OsString::from_vec(unescaped(place)).into(), text(source), &text(kind))
}

/// Undoes the octal escapes of the table: blanks, tabs, newlines and backslashes stand there as three digits.
pub(crate) fn unescaped(field: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, after)) = rest.split_first() {
        let octal = (*first == b'\\').then(|| std::str::from_utf8(after.get(..3)?).ok()).flatten();
        match octal.and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[3..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disks_sticks_and_shares_are_told_of_and_what_the_system_mounts_is_not() {
        let table = b"22 27 0:21 / /proc rw - proc proc rw
35 1 8:3 / /home rw,relatime shared:1 - ext4 /dev/sda3 rw
27 1 254:0 / / rw,relatime - ext4 /dev/sda2 rw
28 27 8:1 / /boot/efi rw - vfat /dev/sda1 rw
29 27 7:1 / /snap/core/1 ro - squashfs /dev/loop1 ro
36 27 8:17 / /run/media/ada/Camera\\040card rw shared:2 master:3 - exfat /dev/sdb1 rw
37 27 0:50 / /srv/share rw - nfs4 server:/export rw
38 27 0:51 / /tmp rw - tmpfs tmpfs rw
39 27 8:3 /x /srv/again rw - ext4 /dev/sda3 rw
rubbish
40 27 0:52 / /data rw - zfs tank/data rw";
        let told = mounts(table);
        let told: Vec<_> =
            told.iter().map(|mount| (mount.path.to_str().unwrap(), &*mount.source, mount.origin)).collect();
        let expected = [
            ("/", "/dev/sda2", Origin::Disk),
            ("/data", "tank/data", Origin::Disk),
            ("/home", "/dev/sda3", Origin::Disk),
            ("/run/media/ada/Camera card", "/dev/sdb1", Origin::Removable),
            ("/srv/share", "server:/export", Origin::Network),
        ];
        assert_eq!(told, expected);
        assert!(may_hang(table));
        assert!(may_hang(b"1 2 0:51 / /x rw - fuse.sshfs a rw") && may_hang(b"1 2 0:51 / /x rw - fuse a rw"));
        assert!(!may_hang(b"1 2 0:51 / /sys/fs/fuse rw - fusectl fusectl rw\n2 1 8:1 / / rw - ext4 /dev/sda1 rw"));
        assert_eq!(unescaped(br"a\134b\04"), br"a\b\04");
    }
}
