//! The prompt without a window: what scripts and packagers see.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use candela_tests::{Finished, Tree};
use serde_json::Value;

const PREPARED: &str = "root/var/lib/PackageKit/prepared-update";

/// Runs the prompt below the tree's `root`.
fn prompt(tree: &Tree, line: &str) -> Finished {
    let root = tree.path("root");
    fs::create_dir_all(&root).expect("the tree can be written");
    let mut words = vec!["shutdown".to_owned()];
    words.extend(line.split_whitespace().map(str::to_owned));
    words.extend(["--root".to_owned(), root.to_str().expect("a plain path").to_owned()]);
    tree.run(words)
}

/// Puts a stand-in for a tool there that notes its arguments.
fn recorder(tree: &Tree, name: &str, script: &str) {
    let log = tree.path("log");
    let text = format!("#!/bin/sh\necho \"${{0##*/}} $*\" >>'{}'\n{script}\n", log.display());
    let path = tree.write(&format!("root/{name}"), text);
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("the tree can be written");
}

fn log(tree: &Tree) -> String {
    fs::read_to_string(tree.path("log")).unwrap_or_default()
}

fn lines(finished: &Finished) -> Vec<Vec<String>> {
    finished.stdout.lines().map(|line| serde_json::from_str(line).expect("a JSON array of words")).collect()
}

fn status(finished: &Finished) -> i32 {
    finished.status.code().expect("it was not killed")
}

fn json(finished: &Finished) -> Value {
    serde_json::from_str(&finished.stdout).expect("one JSON document and nothing else")
}

#[test]
fn detect_prints_every_key_the_command_line_promises() {
    let tree = Tree::new();
    let _file = tree.write(PREPARED, "[update]\nprepared_ids=a;1;all;debian-security,b;2;amd64;debian\n");
    let found = json(&prompt(&tree, "detect --json"));
    let expected = serde_json::json!({
        "state": "pending", "reason": null, "source": "packagekit", "count": 2, "security": 1, "bytes": null,
        "to_download": 0, "needs_reboot": true, "release_upgrade": false,
        "packages": [
            {"name": "a", "from": null, "to": "1", "security": true},
            {"name": "b", "from": null, "to": "2", "security": false},
        ],
    });
    assert_eq!(found, expected);
    let empty = prompt(&Tree::new(), "detect --json");
    assert_eq!((json(&empty)["state"].as_str(), status(&empty)), (Some("none"), 0));
}

#[test]
fn every_answer_has_its_exit_status() {
    let pending = Tree::new();
    let _file = pending.write(PREPARED, "[update]\nprepared_ids=a;1;all;debian\n");
    let unknown = Tree::new();
    recorder(&unknown, "usr/bin/apt-get", "echo rubbish");
    let busy = Tree::new();
    recorder(&busy, "usr/bin/apt-get", "echo 'E: Could not get lock /x' >&2; exit 100");
    let nothing = Tree::new();
    let cases = [
        (&pending, "power-off --answer install --dry-run", 10),
        (&pending, "reboot --answer skip --dry-run", 11),
        (&pending, "power-off --answer cancel", 12),
        (&nothing, "power-off --answer install --dry-run", 0),
        (&unknown, "power-off --answer install", 20),
        (&unknown, "detect", 20),
        (&busy, "power-off --answer skip", 13),
        (&busy, "detect --json", 13),
        (&nothing, "poweroff", 64),
        (&nothing, "power-off --answer perhaps", 64),
        (&nothing, "detect --backend yum", 64),
        (&nothing, "power-off --answer install", 21),
    ];
    for (tree, line, expected) in cases {
        let finished = prompt(tree, line);
        assert_eq!(status(&finished), expected, "{line}: {finished:?}");
        let complains = !matches!(expected, 0 | 10 | 11 | 12) && !line.contains("--json") && line != "detect";
        assert_eq!(finished.stderr.starts_with("candela-shutdown: "), complains, "{line}: {finished:?}");
    }
}

#[test]
fn a_dry_run_prints_what_would_be_run_and_runs_nothing() {
    let tree = Tree::new();
    recorder(&tree, "sbin/shutdown", "");
    recorder(&tree, "usr/sbin/freebsd-update", "echo There are updates available to install.");
    let printed = lines(&prompt(&tree, "power-off --answer install --dry-run"));
    let last: Vec<&str> = printed.last().expect("commands").iter().map(String::as_str).collect();
    assert!(last[0].ends_with("/sbin/shutdown") && last[1..] == ["-p", "now"], "{printed:?}");
    assert_eq!(log(&tree), "freebsd-update updatesready\n");
}

#[test]
fn an_installation_that_fails_leaves_the_computer_on() {
    let tree = Tree::new();
    recorder(&tree, "sbin/shutdown", "");
    let script = "case $1 in updatesready) echo There are updates available ;; install) echo no space; exit 1 ;; esac";
    recorder(&tree, "usr/sbin/freebsd-update", script);
    recorder(&tree, "usr/bin/sudo", "shift; shift; exec \"${0%/usr/bin/sudo}/usr/sbin/freebsd-update\" \"$@\"");
    let finished = prompt(&tree, "power-off --answer install");
    assert_eq!(status(&finished), 21, "{finished:?}");
    assert!(!log(&tree).contains("shutdown -p"), "{}", log(&tree));
}

#[test]
fn every_source_is_named() {
    let named = Tree::new().run(["shutdown", "--list-backends"]);
    let names: Vec<&str> = named.stdout.lines().collect();
    let expected =
        ["trueos", "freebsd-update", "pkg", "packagekit", "ostree", "dnf", "unattended-upgrades", "apt", "command"];
    assert_eq!(names, expected);
}

#[test]
fn what_can_be_done_here_is_named() {
    let tree = Tree::new();
    assert_eq!(prompt(&tree, "--list-deeds").stdout, "", "nobody is there to do anything");
    recorder(&tree, "sbin/shutdown", "");
    let named = prompt(&tree, "--list-deeds");
    // For root, and for the group that the tool belongs to: that of whoever made it.
    assert_eq!((named.stdout.as_str(), status(&named)), ("reboot\npower-off\n", 0));
}
