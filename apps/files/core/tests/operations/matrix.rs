//! Every kind of file meets every other under one name, with every answer there is.

use super::scene::Scene;

use candela_files_core::operation::{Conflict, Reason};

use rustix::fs::{CWD, FileType, Mode, mknodat};

use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::Path;

const KINDS: [&str; 5] = ["file", "folder", "link", "dangling", "fifo"];
const ANSWERS: [Conflict; 6] =
    [Conflict::Fail, Conflict::Skip, Conflict::Replace, Conflict::KeepBoth, Conflict::Newer, Conflict::Different];

/// Makes something of that kind that says whose it is.
fn make(path: &Path, kind: &str, whose: &str) {
    match kind {
        "file" => fs::write(path, whose).unwrap(),
        "folder" => {
            fs::create_dir(path).unwrap();
            fs::write(path.join(whose), whose).unwrap();
        }
        "link" => symlink(format!("../{whose}"), path).unwrap(),
        "dangling" => symlink(format!("no {whose}"), path).unwrap(),
        _ => mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap(),
    }
}

/// What stands there: its kind and whose it is; a FIFO says nothing of that.
fn seen(path: &Path) -> String {
    let Ok(stat) = path.symlink_metadata() else { return "nothing".to_owned() };
    let kind = stat.file_type();
    if kind.is_symlink() {
        format!("link {}", fs::read_link(path).unwrap().display())
    } else if kind.is_dir() {
        let names = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        format!("folder of {}", names.join(" and "))
    } else if kind.is_fifo() {
        "fifo".to_owned()
    } else {
        format!("file {}", fs::read_to_string(path).unwrap())
    }
}

struct Case {
    scene: Scene,
    new: String,
    old: String,
}

impl Case {
    /// The source is newer than the target, and otherwise made in the same way.
    fn new(source: &str, target: &str) -> Self {
        let scene = Scene::new();
        ["a", "b"].iter().for_each(|name| fs::create_dir(scene.path(name)).unwrap());
        ["new", "old"].iter().for_each(|name| scene.write(name, name));
        make(&scene.path("b/x"), target, "old");
        make(&scene.path("a/x"), source, "new");
        super::scene::dated_at(&scene.path("b/x"), 1_600_000_000);
        super::scene::dated_at(&scene.path("a/x"), 1_600_000_005);
        let (new, old) = (seen(&scene.path("a/x")), seen(&scene.path("b/x")));
        Self { scene, new, old }
    }
}

#[test]
fn each_answer_means_the_same_for_every_pair_of_kinds() {
    for source in KINDS {
        for target in KINDS {
            for answer in ANSWERS {
                for is_move in [false, true] {
                    meet(source, target, answer, is_move);
                }
            }
        }
    }
}

fn meet(source: &str, target: &str, answer: Conflict, is_move: bool) {
    let case = format!("{source} to {target}, {answer:?}, move: {is_move}");
    let Case { scene, new, old } = &Case::new(source, target);
    let operation = if is_move { scene.relocate("a/x", "b/x", answer) } else { scene.copy("a/x", "b/x", answer) };
    let outcome = scene.run(operation);
    let at = |name: &str| seen(&scene.path(name));
    let left = if is_move { "nothing".to_owned() } else { new.clone() };
    let are_folders = source == "folder" && target == "folder";
    match answer {
        Conflict::Fail | Conflict::Skip if answer == Conflict::Fail || !are_folders => {
            let reason = if answer == Conflict::Fail { Reason::Exists } else { Reason::Skipped };
            assert_eq!(outcome.failed.iter().map(|it| it.reason).collect::<Vec<_>>(), [reason], "{case}");
            assert_eq!((&at("a/x"), &at("b/x")), (new, old), "{case}");
        }
        Conflict::KeepBoth => {
            assert!(outcome.is_complete(), "{case}: {outcome:?}");
            assert_eq!((at("a/x"), at("b/x"), at("b/x (2)")), (left, old.clone(), new.clone()), "{case}");
        }
        _ if are_folders => {
            assert!(outcome.is_complete(), "{case}: {outcome:?}");
            assert_eq!((at("a/x"), at("b/x").as_str()), (left, "folder of new and old"), "{case}");
        }
        _ => {
            assert!(outcome.is_complete(), "{case}: {outcome:?}");
            assert_eq!((at("a/x"), &at("b/x"), &at("trash/files/x")), (left, new, old), "{case}");
        }
    }
    if outcome.done.is_empty() {
        return;
    }
    let undone = scene.engine(&candela_files_core::system::file_system::Real).undo();
    assert!(undone.unwrap().unwrap().is_complete(), "{case}");
    assert_eq!((&at("a/x"), &at("b/x"), at("b/x (2)")), (new, old, "nothing".to_owned()), "{case}, undone");
}

#[test]
fn what_is_as_new_or_the_same_stays() {
    for (answer, reason) in [(Conflict::Newer, Reason::NotNewer), (Conflict::Different, Reason::NotDifferent)] {
        let case = Case::new("file", "file");
        super::scene::dated_at(&case.scene.path("b/x"), 1_600_000_005);
        let outcome = case.scene.run(case.scene.copy("a/x", "b/x", answer));
        assert_eq!(outcome.failed.iter().map(|it| it.reason).collect::<Vec<_>>(), [reason], "{answer:?}");
        assert_eq!(seen(&case.scene.path("b/x")), case.old, "{answer:?}");
    }
}
