//! Operations on files by the command line: nothing is replaced unasked, and what was done can be taken back.

use std::fs;
use std::path::PathBuf;

use candela_tests::{Finished, Tree};
use serde_json::Value;

/// A tree with these files below its home.
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

/// Runs a command on files below home; words that begin with a slash name these.
fn run(tree: &Tree, words: &[&str]) -> Finished {
    let word = |word: &&str| match word.strip_prefix('/') {
        Some(name) => home(tree, name).into_os_string(),
        None => word.into(),
    };
    tree.run(std::iter::once("files".into()).chain(words.iter().map(word)))
}

fn done(tree: &Tree, words: &[&str]) {
    let finished = run(tree, words);
    assert_eq!((finished.status.code(), finished.stderr.as_str()), (Some(0), ""), "{words:?}");
}

fn read(tree: &Tree, name: &str) -> Option<String> {
    fs::read_to_string(home(tree, name)).ok()
}

#[test]
fn a_name_that_exists_is_left_alone_unless_another_answer_is_given() {
    for (conflict, status, there, beside) in [
        ("fail", 1, "old", None),
        ("skip", 1, "old", None),
        ("replace", 0, "new", None),
        ("keep-both", 0, "old", Some("new")),
    ] {
        let tree = tree(&[("a/file.txt", "new"), ("b/file.txt", "old")]);
        let finished = run(&tree, &["copy", "/a/file.txt", "/b", "--conflict", conflict]);
        assert_eq!(read(&tree, "b/file.txt").as_deref(), Some(there), "{conflict}: {finished:?}");
        assert_eq!(read(&tree, "b/file (2).txt").as_deref(), beside, "{conflict}");
        assert_eq!(read(&tree, "a/file.txt").as_deref(), Some("new"), "{conflict}");
        if status == 0 {
            assert_eq!(finished.status.code(), Some(0), "{conflict}: {finished:?}");
        } else {
            assert!(finished.stderr.contains("file.txt"), "{conflict}: {finished:?}");
        }
    }
}

#[test]
fn what_was_done_is_taken_back_step_by_step_and_done_again() {
    let tree = tree(&[("a/one", "1"), ("a/two", "2"), ("b/two", "old")]);
    done(&tree, &["move", "/a/one", "/b"]);
    done(&tree, &["copy", "/a/two", "/b", "--conflict", "replace"]);
    done(&tree, &["rename", "/a/two", "three"]);
    assert_eq!((read(&tree, "b/one").as_deref(), read(&tree, "b/two").as_deref()), (Some("1"), Some("2")));
    done(&tree, &["undo"]);
    assert_eq!((read(&tree, "a/two").as_deref(), read(&tree, "a/three")), (Some("2"), None));
    done(&tree, &["undo"]);
    assert_eq!(read(&tree, "b/two").as_deref(), Some("old"), "what was replaced comes back");
    done(&tree, &["redo"]);
    assert_eq!(read(&tree, "b/two").as_deref(), Some("2"));
    done(&tree, &["undo"]);
    done(&tree, &["undo"]);
    assert_eq!((read(&tree, "a/one").as_deref(), read(&tree, "b/one")), (Some("1"), None));
}

#[test]
fn the_trash_keeps_files_until_it_is_emptied() {
    let tree = tree(&[("d/keep", "k"), ("d/gone", "g")]);
    done(&tree, &["trash", "/d/keep", "/d/gone"]);
    assert_eq!(fs::read_dir(home(&tree, "d")).unwrap().count(), 0);
    let listed = run(&tree, &["trash-list", "--json"]);
    let listed: Value = serde_json::from_str(&listed.stdout).unwrap();
    let trashed = listed.as_array().unwrap();
    assert_eq!(trashed.len(), 2);
    let kept = trashed.iter().find(|slot| slot["name"] == "keep").unwrap();
    assert_eq!(kept["path"], home(&tree, "d/keep").to_str().unwrap());
    let restored = tree.run(["files", "restore", kept["id"].as_str().unwrap()]);
    assert_eq!(restored.status.code(), Some(0), "{restored:?}");
    assert_eq!(read(&tree, "d/keep").as_deref(), Some("k"));
    done(&tree, &["empty-trash"]);
    assert_eq!(run(&tree, &["trash-list", "--json"]).stdout.trim(), "[]");
}

#[test]
fn names_are_never_taken_from_others() {
    let tree = tree(&[("d/one", "1"), ("d/two", "2")]);
    for words in [&["rename", "/d/one", "two"][..], &["make-folder", "/d/one"], &["copy", "/d", "/d/sub"]] {
        let finished = run(&tree, words);
        assert_eq!(finished.status.code(), Some(1), "{words:?}: {finished:?}");
        assert!(finished.stderr.starts_with("candela-files: "), "{finished:?}");
    }
    assert_eq!((read(&tree, "d/one").as_deref(), read(&tree, "d/two").as_deref()), (Some("1"), Some("2")));
    let nothing = run(&tree, &["undo"]);
    assert_eq!(nothing.status.code(), Some(1), "what did not happen is not undone: {nothing:?}");
}

#[test]
fn dots_and_the_root_name_no_file() {
    let tree = tree(&[("d/e/one", "1")]);
    let home = home(&tree, "d/e").into_os_string().into_string().unwrap();
    for path in ["..", ".", "../", "./", "/", "d/..", "d/e/."].map(|path| path.replacen("d/", &format!("{home}/"), 1)) {
        for command in [&["delete"][..], &["trash"], &["copy"], &["move"], &["make-folder"]] {
            let target = if matches!(command[0], "copy" | "move") { Some(home.as_str()) } else { None };
            let words: Vec<&str> =
                ["files"].iter().chain(command).copied().chain([path.as_str()]).chain(target).collect();
            let finished = tree.run(words.clone());
            assert_eq!(finished.status.code(), Some(1), "{words:?}: {finished:?}");
            assert!(finished.stderr.contains("“..”"), "{words:?}: {finished:?}");
            assert_eq!(read(&tree, "d/e/one").as_deref(), Some("1"), "{words:?}");
        }
    }
}

#[test]
fn a_missing_folder_is_told_by_its_own_name() {
    let tree = tree(&[("d/one", "1"), ("d/two", "2")]);
    for (words, folder) in [
        (&["copy", "/d/one", "/missing/new"][..], "missing"),
        (&["move", "/d/one", "/d/two", "/missing"], "missing"),
        (&["copy", "/d/one", "/d/two/new"], "d/two"),
        (&["make-folder", "/missing/new"], "missing"),
    ] {
        let finished = run(&tree, words);
        assert_eq!(finished.status.code(), Some(1), "{words:?}: {finished:?}");
        let named = format!("\"{}\": ", home(&tree, folder).display());
        assert!(finished.stderr.contains(&named) && finished.stderr.lines().count() == 1, "{words:?}: {finished:?}");
    }
    assert_eq!((read(&tree, "d/one").as_deref(), read(&tree, "d/two").as_deref()), (Some("1"), Some("2")));
}

#[test]
fn a_journal_loses_only_a_last_record_that_was_being_written() {
    let state = |tree: &Tree| {
        let folder = tree.path("state/candela/files/journal");
        fs::read_dir(folder).unwrap().next().unwrap().unwrap().path()
    };
    let tree = tree(&[("d/one", "1")]);
    done(&tree, &["copy", "/d/one", "/d/two"]);
    let journal = state(&tree);
    let bytes = fs::read(&journal).unwrap();
    fs::write(&journal, &bytes[..bytes.len() - 3]).unwrap();
    done(&tree, &["recover", "--resume"]);
    assert_eq!(fs::read(&journal).unwrap(), bytes, "the record is written again");
    done(&tree, &["undo"]);
    assert_eq!(read(&tree, "d/two"), None);
    let mut spoilt = bytes.clone();
    spoilt[bytes.len() / 2] ^= 1;
    fs::write(&journal, &spoilt).unwrap();
    let finished = run(&tree, &["recover", "--list"]);
    assert_eq!(finished.status.code(), Some(1), "{finished:?}");
    assert!(finished.stderr.contains(".journal.damaged"), "{finished:?}");
    assert_eq!(fs::read(state(&tree)).unwrap(), spoilt, "set aside as it is");
}
