//! What was done is taken back and done again, unless files have changed since.

use super::scene::{Picture, Scene};

use candela_files_core::operation::{Conflict, Content, Operation, Outcome, Reason, Slot};
use candela_files_core::system::file_system::Real;

use std::collections::BTreeMap;
use std::fs;

#[test]
fn what_has_changed_since_is_not_undone() {
    let mut scene = Scene::with_trees();
    assert!(scene.run(scene.copy("from/tree", "free/tree", Conflict::Fail)).is_complete());
    scene.later();
    scene.write("free/tree/deep/two", "edited by hand");
    let outcome = scene.engine(&Real).undo().unwrap().unwrap();
    assert_eq!(outcome.failed.iter().map(|failure| failure.reason).collect::<Vec<_>>(), [Reason::Changed]);
    assert_eq!(scene.read("free/tree/deep/two").as_deref(), Some("edited by hand"));
    assert_eq!(scene.read("free/tree/one").as_deref(), Some("new one"), "nothing of it was taken back");
}

#[test]
fn a_copy_is_not_undone_when_it_is_the_only_one_left() {
    let mut scene = Scene::with_trees();
    assert!(scene.run(scene.copy("from/tree/one", "free/one", Conflict::Fail)).is_complete());
    scene.later();
    std::fs::remove_file(scene.path("from/tree/one")).unwrap();
    let outcome = scene.engine(&Real).undo().unwrap().unwrap();
    assert_eq!(outcome.failed[0].reason, Reason::OriginalGone);
    assert_eq!(scene.read("free/one").as_deref(), Some("new one"));
}

#[test]
fn a_replaced_file_comes_back_and_goes_again() {
    let mut scene = Scene::with_trees();
    let before = scene.picture();
    assert!(scene.run(scene.copy("from/tree", "to/tree", Conflict::Replace)).is_complete());
    let after = scene.picture();
    for _ in 0..2 {
        scene.later();
        assert!(scene.engine(&Real).undo().unwrap().unwrap().is_complete());
        assert_eq!(scene.picture(), before);
        scene.later();
        assert!(scene.engine(&Real).redo().unwrap().unwrap().is_complete());
        assert_eq!(scene.picture(), after);
    }
}

#[test]
fn what_left_the_trash_cannot_come_back() {
    let mut scene = Scene::with_trees();
    assert!(scene.run(Operation::Trash(vec![scene.path("from/tree")])).is_complete());
    scene.later();
    std::fs::remove_dir_all(scene.path("trash/files/tree")).unwrap();
    let outcome = scene.engine(&Real).undo().unwrap().unwrap();
    assert_eq!(outcome.failed[0].reason, Reason::OldGone);
}

#[test]
fn what_came_into_a_new_folder_and_went_again_changes_nothing() {
    let mut scene = Scene::with_trees();
    let before = scene.picture();
    let make = |name: &str| Operation::Make { path: scene.path(name), content: Content::Folder };
    let operations = [make("free/a"), make("free/a/b"), scene.copy("from/tree", "free/a/tree", Conflict::Fail)];
    for operation in operations {
        assert!(scene.run(operation).is_complete());
        scene.later();
    }
    for _ in 0..3 {
        let undone = scene.engine(&Real).undo().unwrap().unwrap();
        assert!(undone.is_complete(), "{undone:?}");
        scene.later();
    }
    assert_eq!(scene.picture(), before);
}

/// Root alone may give files away: anybody else is refused, and nothing changes.
#[test]
fn files_are_given_to_others_and_come_back() {
    use candela_files_core::operation::Depth;
    use std::os::unix::fs::MetadataExt;
    let mut scene = Scene::with_trees();
    let owner = |scene: &Scene, name: &str| {
        let facts = scene.path(name).symlink_metadata().unwrap();
        (facts.uid(), facts.gid())
    };
    let before = owner(&scene, "from/tree/deep/two");
    let given = (before.0 + 4_242, before.1 + 4_243);
    let paths = vec![scene.path("from/tree")];
    let (user, group) = (Some(given.0), Some(given.1));
    let outcome = scene.run(Operation::Owner { paths, user, group, depth: Depth::AllBelow });
    let names = ["from/tree", "from/tree/deep/two", "from/tree/link"];
    if before.0 != 0 {
        assert!(!outcome.failed.is_empty() && names.iter().all(|name| owner(&scene, name) == before), "{outcome:?}");
        return;
    }
    assert!(outcome.is_complete(), "{outcome:?}");
    assert!(names.iter().all(|name| owner(&scene, name) == given));
    assert_eq!(owner(&scene, "from/packed.tar.gz"), before, "beside the folder");
    for (turn, expected) in [("undo", before), ("redo", given), ("undo again", before)] {
        scene.later();
        let engine = scene.engine(&Real);
        let outcome = if turn == "redo" { engine.redo() } else { engine.undo() };
        assert!(outcome.unwrap().unwrap().is_complete(), "{turn}");
        assert!(names.iter().all(|name| owner(&scene, name) == expected), "{turn}");
    }
    let alone = vec![scene.path("from/tree")];
    let _given = scene.run(Operation::Owner { paths: alone, user: None, group, depth: Depth::Itself });
    assert_eq!((owner(&scene, "from/tree"), owner(&scene, names[1])), ((before.0, given.1), before));
}

#[test]
fn what_comes_back_from_the_trash_gets_the_answer_that_was_given() {
    let before = Scene::with_trees().picture();
    for (answer, left) in [
        (Conflict::Fail, Err(Reason::Exists)),
        (Conflict::Skip, Err(Reason::Skipped)),
        (Conflict::Replace, Ok("to/tree/one")),
        (Conflict::KeepBoth, Ok("to/tree/one (2)")),
    ] {
        let mut scene = Scene::with_trees();
        let outcome = scene.run(scene.restore("older", "to/tree/one", answer));
        let first = outcome.failed.first().map_or(Ok(()), |failure| Err(failure.reason));
        assert_eq!(first, left.map(drop), "{answer:?}");
        let Ok(name) = left else { continue };
        assert_eq!(scene.read(name).as_deref(), Some("trashed older"), "{answer:?}");
        assert_eq!(scene.read("trash/files/older"), None, "{answer:?}");
        let after = scene.picture();
        assert!(after.values().any(|(_, content, _)| content == b"old one"), "{answer:?}: what was there is kept");
        for picture in [&before, &after, &before] {
            scene.later();
            let turned = if picture == &after { scene.engine(&Real).redo() } else { scene.engine(&Real).undo() };
            assert!(turned.unwrap().unwrap().is_complete(), "{answer:?}");
            let undated =
                |picture: &Picture| picture.iter().map(|(name, seen)| (name.clone(), seen.1.clone())).collect();
            let (now, then): (BTreeMap<_, _>, BTreeMap<_, _>) = (undated(&scene.picture()), undated(picture));
            assert_eq!(now, then, "{answer:?}");
        }
    }
}

#[test]
fn what_comes_back_brings_back_the_folders_it_lay_in() {
    let mut scene = Scene::new();
    scene.write("from/a/b/c/file", "deep");
    let before = scene.picture();
    assert!(scene.run(Operation::Trash(vec![scene.path("from/a/b/c/file")])).is_complete());
    std::fs::remove_dir_all(scene.path("from/a")).unwrap();
    let original = scene.path("from/a/b/c/file");
    let slot =
        Slot { trash: scene.path("trash"), name: "file".into(), original, deleted: "2026-11-25T12:00:00".into() };
    scene.later();
    let outcome = scene.run(Operation::Restore { slots: vec![slot], conflict: Conflict::Fail });
    assert!(outcome.is_complete(), "{outcome:?}");
    assert_eq!(scene.read("from/a/b/c/file").as_deref(), Some("deep"));
    assert_eq!(scene.picture().len(), before.len());
    scene.later();
    assert!(scene.engine(&Real).undo().unwrap().unwrap().is_complete());
    assert!(!scene.path("from/a").exists() && scene.path("trash/files/file").exists());
}

#[test]
fn a_new_folder_is_taken_back_even_where_a_later_undo_has_made_it_anew() {
    let mut scene = Scene::new();
    scene.write("from/a/x", "x");
    let make = Operation::Make { path: scene.path("from/b"), content: Content::Folder };
    assert!(scene.run(make).is_complete());
    scene.later();
    assert!(scene.run(scene.relocate("from/b", "from/a", Conflict::Skip)).is_complete());
    // So that it does not get the same number again.
    scene.write("from/other", "");
    for is_there in [true, false] {
        scene.later();
        let outcome = scene.engine(&Real).undo().unwrap().unwrap();
        assert!(outcome.is_complete(), "{outcome:?}");
        assert_eq!(scene.path("from/b").exists(), is_there);
    }
}

#[test]
fn what_was_merged_into_its_own_folder_is_undone_with_what_made_it() {
    let mut scene = Scene::new();
    scene.write("from/a/x", "a/x");
    scene.write("from/b/x", "b/x");
    let before = scene.picture();
    scene.later();
    assert!(scene.run(scene.copy("from/b", "from/a/y", Conflict::Fail)).is_complete());
    scene.later();
    assert!(scene.run(scene.relocate("from/a/y", "from/a", Conflict::Replace)).is_complete());
    for _ in 0..2 {
        scene.later();
        let undone = scene.engine(&Real).undo().unwrap();
        assert!(undone.as_ref().is_some_and(Outcome::is_complete), "{undone:?}");
    }
    assert_eq!(scene.picture(), before);
}

#[test]
fn what_was_copied_and_then_moved_is_undone_and_redone_as_a_row() {
    for (name, to) in [("b/x", "free/x"), ("b", "free/b")] {
        let mut scene = Scene::new();
        scene.write("from/b/x", "b/x");
        fs::create_dir_all(scene.path("free")).unwrap();
        let before = scene.picture();
        scene.later();
        assert!(scene.run(scene.copy(&format!("from/{name}"), "from/copy", Conflict::Fail)).is_complete());
        scene.later();
        assert!(scene.run(scene.relocate("from/copy", to, Conflict::Fail)).is_complete());
        let after = scene.picture();
        for round in 0..2 {
            for _ in 0..2 {
                scene.later();
                let undone = scene.engine(&Real).undo().unwrap();
                assert!(undone.as_ref().is_some_and(Outcome::is_complete), "{name} {round}: {undone:?}");
            }
            assert_eq!(scene.picture(), before);
            for _ in 0..2 {
                scene.later();
                let redone = scene.engine(&Real).redo().unwrap();
                assert!(redone.as_ref().is_some_and(Outcome::is_complete), "{name} {round}: {redone:?}");
            }
            assert_eq!(scene.picture(), after);
        }
    }
}
