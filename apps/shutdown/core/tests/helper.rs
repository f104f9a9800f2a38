//! What root's helper does below a root of its own, with stand-ins for the tools.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_shutdown_core::plan::Verb;
use candela_shutdown_core::{Error, Root, helper};

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;

const BASE: &str = "/var/db/freebsd-update/f465c3739385890c221dff1a05e578c6cae0d0430e46996d319db7439f884336-install";
const TRIGGER: &str = "/var/db/pc-updatemanager/shutdown-update-trigger";

struct Tree {
    _folder: tempfile::TempDir,
    root: Root,
}

impl Tree {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        Self { _folder: folder, root }
    }

    fn path(&self, path: &str) -> PathBuf {
        let path = self.root.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    /// A base system with updates fetched, and a tool that installs them.
    fn with_base(self) -> Self {
        symlink("install.abc", self.path(BASE)).unwrap();
        fs::write(self.path("/var/db/freebsd-update/install.abc/INDEX-NEW"), "/bin/sh|f|\n").unwrap();
        let tool = self.path("/usr/sbin/freebsd-update");
        let link = self.root.path(BASE);
        fs::write(&tool, format!("#!/bin/sh\necho \"$*\"; rm '{}'\n", link.display())).unwrap();
        fs::set_permissions(&tool, Permissions::from_mode(0o755)).unwrap();
        self
    }

    fn run(&self, verb: Verb) -> Result<(), Error> {
        helper::run(verb, &self.root, &mut |_| ())
    }

    fn summary(&self) -> String {
        fs::read_to_string(self.root.path("/var/db/candela/pending.json")).unwrap_or_default()
    }
}

#[test]
fn what_only_root_sees_is_written_down_for_everybody() {
    let tree = Tree::new().with_base();
    assert_eq!(tree.run(Verb::Detect), Ok(()));
    assert!(tree.summary().contains("\"state\":\"pending\""), "{}", tree.summary());
    let mode = fs::metadata(tree.root.path("/var/db/candela/pending.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
}

#[test]
fn what_waits_is_installed_and_the_summary_says_so() {
    let tree = Tree::new().with_base();
    assert_eq!(tree.run(Verb::Install), Ok(()));
    assert!(tree.summary().contains("\"state\":\"none\""), "{}", tree.summary());
    assert!(matches!(tree.run(Verb::Install), Err(Error::NotDone { .. })), "nothing waits any more");
}

#[test]
fn a_half_done_release_upgrade_is_not_touched() {
    let tree = Tree::new().with_base();
    fs::write(tree.path("/var/db/freebsd-update/install.abc/kerneldone"), "").unwrap();
    assert!(matches!(tree.run(Verb::Install), Err(Error::Obstacle(_))));
    assert!(tree.root.path(BASE).symlink_metadata().is_ok());
}

#[test]
fn a_trigger_is_moved_aside_and_nothing_else() {
    let tree = Tree::new();
    fs::write(tree.path(TRIGGER), "update_pkgs_only").unwrap();
    assert!(matches!(tree.run(Verb::Install), Ok(())), "the system itself installs");
    assert!(tree.root.has(TRIGGER));
    assert_eq!(tree.run(Verb::Skip), Ok(()));
    assert!(!tree.root.has(TRIGGER) && tree.root.has("/var/db/pc-updatemanager/shutdown-update-trigger.skipped"));
}

#[test]
fn a_stranger_s_link_in_tmp_is_not_moved() {
    let tree = Tree::new();
    fs::write(tree.path(TRIGGER), "update_pkgs_only").unwrap();
    symlink("/etc/passwd", tree.path("/tmp/.trueos-update-staged")).unwrap();
    assert_eq!(tree.run(Verb::Skip), Ok(()));
    assert!(tree.root.has("/tmp/.trueos-update-staged"));
    assert!(!tree.root.has("/var/db/pc-updatemanager/trueos-update-staged.skipped"));
}
