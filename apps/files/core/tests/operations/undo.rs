//! What was done is taken back and done again, unless files have changed since.

use super::scene::Scene;

use candela_files_core::operation::{Conflict, Content, Operation, Reason};
use candela_files_core::system::file_system::Real;

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
