//! The file manager without a window: what scripts see of folders, and that bad input costs only itself.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use candela_tests::{Finished, Tree};
use serde_json::{Value, json};

fn document(finished: &Finished) -> Value {
    assert_eq!(finished.status.code(), Some(0), "{finished:?}");
    serde_json::from_str(&finished.stdout).expect("one JSON document")
}

fn names(document: &Value) -> Vec<&str> {
    document.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap()).collect()
}

fn folder(tree: &Tree) -> String {
    for (name, size) in [("home/d/b10.txt", 3), ("home/d/b9.txt", 1), ("home/d/.hidden", 2), ("home/d/Äb.md", 2)] {
        let _path = tree.write(name, vec![b'x'; size]);
    }
    fs::create_dir(tree.path("home/d/sub")).unwrap();
    tree.path("home/d").to_str().unwrap().to_owned()
}

#[test]
fn list_tells_what_the_system_tells() {
    let tree = Tree::new();
    let folder = folder(&tree);
    let file = Path::new(&folder).join("b9.txt");
    fs::set_permissions(&file, PermissionsExt::from_mode(0o4751)).unwrap();
    symlink("b9.txt", Path::new(&folder).join("link")).unwrap();
    let listed = document(&tree.run(["files", "list", &folder, "--json"]));
    assert_eq!(names(&listed), ["Äb.md", "b9.txt", "b10.txt", "link", "sub"]);
    let status = fs::metadata(&file).unwrap();
    let modified = status.mtime() * 1_000_000_000 + status.mtime_nsec();
    assert_eq!(listed[1]["kind"], "file");
    assert_eq!((&listed[1]["size"], &listed[1]["mode"]), (&json!(1), &json!(0o4751)));
    assert_eq!((&listed[1]["modified_ns"], &listed[1]["link_target"]), (&json!(modified), &Value::Null));
    assert_eq!(listed[1].get("git"), None, "nobody asked");
    assert_eq!((&listed[3]["kind"], &listed[3]["link_target"]), (&json!("symlink"), &json!("b9.txt")));
    assert_eq!((&listed[4]["kind"], &listed[4]["mime_type"]), (&json!("folder"), &json!("inode/directory")));
}

#[test]
fn the_order_is_the_one_that_was_asked_for() {
    let tree = Tree::new();
    let folder = folder(&tree);
    for (options, expected) in [
        (&["--hidden"][..], ".hidden Äb.md b9.txt b10.txt sub"),
        (&["--reverse"], "sub b10.txt b9.txt Äb.md"),
        (&["--sort", "size"], "b9.txt Äb.md b10.txt sub"),
        (&["--sort=type"], "sub Äb.md b9.txt b10.txt"),
    ] {
        let arguments = ["files", "list", &folder].into_iter().chain(options.iter().copied());
        let lines = tree.run(arguments).stdout;
        assert_eq!(lines.lines().collect::<Vec<_>>().join(" "), expected, "{options:?}");
    }
}

#[test]
fn names_of_any_bytes_are_told_exactly() {
    let tree = Tree::new();
    let folder = tree.path("home/any");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(OsStr::from_bytes(b"caf\xe9\n")), "").unwrap();
    symlink(OsStr::from_bytes(b"\xff"), folder.join("link")).unwrap();
    let listed = document(&tree.run(["files", "list", folder.to_str().unwrap(), "--json"]));
    assert_eq!((&listed[0]["name"], &listed[0]["name_base64"]), (&json!("caf\u{fffd}\n"), &json!("Y2Fm6Qo=")));
    assert_eq!(listed[1].get("name_base64"), None, "plain names need no more");
    assert_eq!(listed[1]["link_target_base64"], "/w==");
}

#[test]
fn git_is_told_inside_of_a_repository_and_nothing_outside() {
    let tree = Tree::new();
    let folder = folder(&tree);
    let list = || document(&tree.run(["files", "list", &folder, "--json", "--git"]));
    assert!(list().as_array().unwrap().iter().all(|entry| entry["git"] == Value::Null && entry.get("git").is_some()));
    let init = Command::new("git").args(["init", "-q", &folder]).status().unwrap();
    assert!(init.success());
    let _new = tree.write("home/d/sub/new", "x");
    let add = Command::new("git").args(["-C", &folder, "add", "b9.txt"]).status().unwrap();
    assert!(add.success());
    let listed = list();
    assert_eq!(listed[0]["git"], json!({"index": "?", "worktree": "?"}));
    assert_eq!(listed[1]["git"], json!({"index": "A", "worktree": " "}));
    assert_eq!(listed[3]["git"], json!({"index": "?", "worktree": "?"}), "the folder bears what is in it");
}

#[test]
fn what_cannot_be_listed_is_told_in_one_line() {
    let tree = Tree::new();
    let file = tree.write("home/file", "x");
    for (arguments, status, expected) in [
        (vec!["list", "/nope/nope"], 1, "cannot read \"/nope/nope\": no such file or folder"),
        (vec!["list", file.to_str().unwrap()], 1, "not a folder"),
        (vec!["list"], 2, "\"list\" needs DIR; see --help"),
        (vec!["list", "/", "--sort", "colour"], 2, "\"colour\" is no value for \"--sort\"; see --help"),
        (vec!["list", "/", "/"], 2, "unexpected argument \"/\"; see --help"),
        (vec!["list", "/", "--nope"], 2, "unknown option \"--nope\"; see --help"),
    ] {
        let finished = tree.run(["files"].into_iter().chain(arguments.iter().copied()));
        assert_eq!((finished.status.code(), finished.stdout.as_str()), (Some(status), ""), "{arguments:?}");
        let lines: Vec<_> = finished.stderr.lines().collect();
        assert!(lines.len() == 1 && lines[0].starts_with("candela-files: "), "{finished:?}");
        assert!(lines[0].ends_with(expected), "{finished:?}");
    }
}
