//! A copy of this system that is gone afterwards, for tests that install into it: a root of its own over this one.

use std::path::Path;
use std::process::Command;

/// Why no such copy can be made here; `None` where it can.
///
/// # Panics
/// When `sh` does not start.
pub fn copy_hindrance() -> Option<String> {
    if !Path::new("/usr/bin/unshare").exists() {
        return Some("/usr/bin/unshare is not installed".to_owned());
    }
    // What `enter.sh` does first: a private file system of its own.
    let script = "mount --make-rprivate / && mount -t tmpfs tmpfs /mnt && mkdir /mnt/u /mnt/w /mnt/r && \
                  mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/u,workdir=/mnt/w /mnt/r";
    let tried = Command::new("unshare").args(["-mpf", "--mount-proc", "sh", "-c", script]).output();
    let tried = tried.expect("unshare starts");
    (!tried.status.success()).then(|| String::from_utf8_lossy(&tried.stderr).trim().to_owned())
}

/// The command that runs a script of `tests/real` in a copy, which lies in an empty folder while it runs.
pub fn in_copy(folder: &Path, script: &str) -> Command {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("real");
    let mut command = Command::new("unshare");
    let _same = command
        .args(["-mpf", "--mount-proc", "sh"])
        .arg(scripts.join("enter.sh"))
        .arg(folder)
        .arg(scripts.join(script));
    command
}
