//! Names for many files, links, permissions, archives and the trash of other programs, by the command line.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use candela_tests::{Finished, Tree, run as finish};
use serde_json::Value;

fn tree(files: &[(&str, &str)]) -> Tree {
    let tree = Tree::new();
    for (name, contents) in files {
        let _path = tree.write(&format!("home/{name}"), contents);
    }
    tree
}

fn home(tree: &Tree, name: &str) -> PathBuf {
    tree.path(format!("home/{name}"))
}

/// Runs a command in home.
fn run(tree: &Tree, words: &[&str]) -> Finished {
    tree.run(["files"].iter().chain(words))
}

/// What a command that is done says.
fn told(tree: &Tree, words: &[&str]) -> String {
    let finished = run(tree, words);
    assert_eq!((finished.status.code(), finished.stderr.as_str()), (Some(0), ""), "{words:?}");
    finished.stdout
}

fn done(tree: &Tree, words: &[&str]) {
    let _nothing = told(tree, words);
}

fn read(tree: &Tree, name: &str) -> Option<String> {
    fs::read_to_string(home(tree, name)).ok()
}

fn mode(tree: &Tree, name: &str) -> u32 {
    home(tree, name).metadata().unwrap().permissions().mode() & 0o7777
}

#[test]
fn many_files_get_their_names_in_one_step_or_not_at_all() {
    let tree = tree(&[("d/a.txt", "1"), ("d/b.txt", "2"), ("d/c.txt", "3")]);
    let pattern = ["bulk-rename", "--pattern", "{n}{ext}", "--digits", "2", "d/a.txt", "d/b.txt", "d/c.txt"];
    let shown = told(&tree, &[&pattern[..], &["--preview"]].concat());
    assert!(shown.ends_with("c.txt\t03.txt\n"), "{shown}");
    assert_eq!(read(&tree, "d/a.txt").as_deref(), Some("1"), "only shown");
    done(&tree, &pattern);
    assert_eq!((read(&tree, "d/01.txt").as_deref(), read(&tree, "d/03.txt").as_deref()), (Some("1"), Some("3")));
    // Each gets the name of the next.
    let chain =
        ["bulk-rename", "--pattern", "{n}{ext}", "--start", "2", "--digits", "2", "d/01.txt", "d/02.txt", "d/03.txt"];
    done(&tree, &chain);
    assert_eq!((read(&tree, "d/01.txt"), read(&tree, "d/04.txt").as_deref()), (None, Some("3")));
    done(&tree, &["undo"]);
    done(&tree, &["undo"]);
    assert_eq!(read(&tree, "d/b.txt").as_deref(), Some("2"), "two steps, taken back");
    for refused in [
        &["bulk-rename", "--pattern", "same", "d/a.txt", "d/b.txt"][..],
        &["bulk-rename", "--find", "b", "--with", "c", "d/b.txt", "d/a.txt"],
        &["bulk-rename", "--regex", "(", "--with", "", "d/a.txt"],
    ] {
        let finished = run(&tree, refused);
        assert_eq!(finished.status.code(), Some(1), "{refused:?}: {finished:?}");
        assert!(finished.stderr.starts_with("candela-files: "), "{finished:?}");
    }
    assert_eq!((read(&tree, "d/a.txt").as_deref(), read(&tree, "d/c.txt").as_deref()), (Some("1"), Some("3")));
    assert_eq!(run(&tree, &["bulk-rename", "--find", "b", "d/a.txt"]).status.code(), Some(2), "with what?");
}

#[test]
fn links_files_and_permissions_are_made_and_unmade() {
    let tree = tree(&[("d/e/one", "1"), ("d/template.txt", "like this")]);
    done(&tree, &["make-link", "e/one", "d/link"]);
    assert_eq!(fs::read_link(home(&tree, "d/link")).unwrap(), PathBuf::from("e/one"));
    done(&tree, &["make-file", "d/new.txt", "--template", "d/template.txt"]);
    assert_eq!(read(&tree, "d/new.txt").as_deref(), Some("like this"));
    for words in [&["make-link", "x", "d/link"][..], &["make-file", "d/new.txt"]] {
        assert_eq!(run(&tree, words).status.code(), Some(1), "{words:?}");
    }
    let before = ["d", "d/e", "d/e/one"].map(|name| mode(&tree, name));
    done(&tree, &["permissions", "600", "d", "--folders", "u=rwx,go=", "--recursive"]);
    assert_eq!(["d", "d/e", "d/e/one"].map(|name| mode(&tree, name)), [0o700, 0o700, 0o600]);
    done(&tree, &["undo"]);
    assert_eq!(["d", "d/e", "d/e/one"].map(|name| mode(&tree, name)), before);
    done(&tree, &["undo"]);
    done(&tree, &["undo"]);
    assert!(!home(&tree, "d/new.txt").exists() && home(&tree, "d/link").symlink_metadata().is_err());
    assert_eq!(run(&tree, &["permissions", "rwx", "d"]).status.code(), Some(2));
}

/// Runs another program in home; `None` where it is not installed.
fn other(tree: &Tree, program: &str, words: &[&str]) -> Option<Finished> {
    let is_there = Command::new("sh").args(["-c", "command -v \"$0\" >/dev/null", program]).status().unwrap().success();
    is_there.then(|| finish(tree.command_of(program.as_ref(), words)))
}

#[test]
fn other_programs_read_our_archives_and_we_theirs() {
    for (kind, list) in
        [("zip", &["python3", "-m", "zipfile", "-l"][..]), ("tar.gz", &["tar", "-tf"]), ("tar.xz", &["tar", "-tf"])]
    {
        let tree = tree(&[("d/one", "1"), ("d/e/two", "2")]);
        let name = format!("d.{kind}");
        done(&tree, &["compress", "d", &name]);
        if let Some(listed) = other(&tree, list[0], &[&list[1..], &[name.as_str()]].concat()) {
            assert!(listed.status.success() && listed.stdout.contains("d/e/two"), "{kind}: {listed:?}");
        }
        done(&tree, &["extract", &name, "."]);
        assert_eq!(read(&tree, "d (2)/e/two").as_deref(), Some("2"), "{kind}: never over what is there");
    }
    let tree = tree(&[("d/one", "1")]);
    if other(&tree, "tar", &["-cf", "theirs.tar", "--transform", "s,one,../one,", "-P", "d/one", "d"]).is_some() {
        let finished = run(&tree, &["extract", "theirs.tar", "out"]);
        assert_eq!(finished.status.code(), Some(1), "{finished:?}");
        assert!(finished.stderr.contains("d/../one"), "{finished:?}");
        assert!(!home(&tree, "one").exists() && home(&tree, "out/d").is_dir());
    }
}

#[test]
fn trash_cli_and_gio_and_we_know_each_others_trash() {
    let tree = tree(&[("d/a b%", "ours"), ("d/theirs", "theirs"), ("d/gio", "of gio"), ("d/back", "back")]);
    done(&tree, &["trash", "d/a b%"]);
    if let Some(listed) = other(&tree, "trash-list", &[]) {
        assert!(listed.stdout.contains("/d/a b%"), "{listed:?}");
        assert!(other(&tree, "trash-put", &["d/theirs"]).unwrap().status.success());
        assert!(told(&tree, &["trash-list"]).contains("/d/theirs"));
        done(&tree, &["restore", "d/theirs"]);
        assert_eq!(read(&tree, "d/theirs").as_deref(), Some("theirs"));
    }
    // gio takes no files that lie in a temporary folder, so that it may refuse; what it takes we know.
    if other(&tree, "gio", &["trash", "d/gio"]).is_some_and(|finished| finished.status.success()) {
        done(&tree, &["restore", "d/gio"]);
        assert_eq!(read(&tree, "d/gio").as_deref(), Some("of gio"));
    }
    let listed: Value = serde_json::from_str(&told(&tree, &["trash-list", "--json"])).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 1, "{listed}");
    done(&tree, &["restore", "d/a b%"]);
    assert_eq!(read(&tree, "d/a b%").as_deref(), Some("ours"));
}

#[test]
fn the_trash_keeps_as_much_as_the_user_wants() {
    let tree = tree(&[("d/old", "old"), ("d/new", "new")]);
    done(&tree, &["trash", "d/old"]);
    let info = tree.path("data/Trash/info/old.trashinfo");
    let text = fs::read_to_string(&info).unwrap();
    let (head, _) = text.split_once("DeletionDate=").unwrap();
    fs::write(&info, format!("{head}DeletionDate=2001-01-01T00:00:00\n")).unwrap();
    done(&tree, &["trash", "d/new"]);
    assert!(tree.path("data/Trash/files/old").exists(), "without a setting all is kept");
    let _file = tree.write("config/candela/files.toml", "[trash]\ndays = 30\n");
    done(&tree, &["restore", "d/new"]);
    done(&tree, &["trash", "d/new"]);
    let left: Vec<_> =
        fs::read_dir(tree.path("data/Trash/files")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [OsStr::new("new")]);
    assert!(!info.exists());
}
