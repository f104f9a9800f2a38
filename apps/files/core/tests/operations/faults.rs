//! Every call may fail, and every call may be the last: nothing is lost, and nothing is half done.

use super::scene::{Picture, Scene};

use candela_files_core::operation::{Conflict, Content, Depth, Format, Item, Operation, permissions};
use candela_files_core::system::file_system::Real;
use candela_files_core::system::file_system::faulty::Faulty;
use candela_files_core::system::run::Recovery;

use rustix::io::Errno;

use std::collections::BTreeSet;
use std::path::Path;

type Make = fn(&Scene) -> Operation;

/// Each kind of operation, by a name for messages.
const OPERATIONS: &[(&str, Make)] = &[
    ("copy", |scene| scene.copy("from/tree", "free/tree", Conflict::Fail)),
    ("copy and merge", |scene| scene.copy("from/tree", "to/tree", Conflict::Replace)),
    ("copy over a file", |scene| scene.copy("from/tree/deep/two", "to/tree/one", Conflict::Replace)),
    ("copy a file over a folder", |scene| scene.copy("from/tree/one", "to/tree", Conflict::Replace)),
    ("move", |scene| scene.relocate("from/tree", "free/tree", Conflict::Fail)),
    ("move and merge", |scene| scene.relocate("from/tree", "to/tree", Conflict::Replace)),
    ("move over a file", |scene| scene.relocate("from/tree/deep/two", "to/tree/one", Conflict::Replace)),
    ("keep both", |scene| scene.copy("from/tree", "to/tree", Conflict::KeepBoth)),
    ("trash", |scene| Operation::Trash(vec![scene.path("from/tree"), scene.path("to/tree/one")])),
    ("restore", |scene| scene.restore("gone", "free/back", Conflict::Fail)),
    ("restore over a file", |scene| scene.restore("older", "to/tree/one", Conflict::Replace)),
    ("restore beside a file", |scene| scene.restore("older", "to/tree/one", Conflict::KeepBoth)),
    ("rename in a ring", |scene| {
        let items = [("one", "two"), ("two", "three"), ("three", "one"), ("four", "five"), ("five", "six")];
        let item = |(from, to): (&str, &str)| scene.item(&format!("ring/{from}"), &format!("ring/{to}"));
        Operation::Rename(items.map(item).into())
    }),
    ("change permissions", |scene| Operation::Permissions {
        paths: vec![scene.path("from"), scene.path("to/tree/one")],
        change: permissions::parse("go-rwx").unwrap(),
        depth: Depth::AllBelow,
    }),
    ("make links", |scene| {
        let item = |to: &str| Item { from: "../from".into(), to: scene.path(to) };
        Operation::Link(vec![item("free/link"), item("to/link")])
    }),
    ("make a file by a template", |scene| Operation::Make {
        path: scene.path("free/new"),
        content: Content::Template(scene.path("from/tree/one")),
    }),
    ("create a zip", |scene| scene.compress("from/tree", "free/tree.zip")),
    ("create a packed tar", |scene| scene.compress("from/tree", "free/tree.tar.gz")),
    ("extract", |scene| Operation::Extract {
        archive: scene.path("from/packed.tar.gz"),
        to: scene.path("free/packed"),
        format: Format::TarGz,
    }),
    ("make a folder", |scene| Operation::Make { path: scene.path("free/new"), content: Content::Folder }),
];

/// One after the other for the calls of an operation, so that each gets several over all operations.
const ERRORS: &[Errno] =
    &[Errno::NOSPC, Errno::IO, Errno::ACCESS, Errno::MFILE, Errno::FBIG, Errno::ROFS, Errno::INVAL, Errno::XDEV];

/// The picture after the operation, and how many calls it took.
fn whole(make: Make) -> (Picture, u64) {
    let scene = Scene::with_trees();
    let counting = Faulty::once(u64::MAX, Errno::IO);
    let outcome = scene.engine(&counting).run(make(&scene));
    assert!(outcome.is_complete(), "{outcome:?}");
    (undated(scene.picture()), counting.calls())
}

/// Without the times, which differ from scene to scene.
fn undated(mut picture: Picture) -> Picture {
    picture.values_mut().for_each(|(_, _, modified)| *modified = 0);
    picture
}

fn contents(picture: &Picture) -> BTreeSet<&[u8]> {
    let infos = |name: &&std::path::PathBuf| !name.starts_with("trash/info");
    picture.iter().filter(|(name, _)| infos(name)).map(|(_, (_, content, _))| content.as_slice()).collect()
}

#[test]
fn whichever_call_fails_nothing_is_lost_and_no_name_stands_for_a_part() {
    for (number, (name, make)) in OPERATIONS.iter().enumerate() {
        let (after, calls) = whole(*make);
        for (call, error) in (0..calls).zip(ERRORS.iter().cycle().skip(number)) {
            let case = format!("{name}, call {call} of {calls}: {error}");
            let scene = Scene::with_trees();
            let before = scene.picture();
            let outcome = scene.engine(&Faulty::once(call, *error)).run(make(&scene));
            let mut now = scene.picture();
            if outcome.failed.iter().any(|failure| failure.path.starts_with(scene.path("from/tree"))) {
                // An archive without a file that could not be read, of which was told, is whole.
                let _ = (now.remove(Path::new("free/tree.zip")), now.remove(Path::new("free/tree.tar.gz")));
            }
            assert!(contents(&before).is_subset(&contents(&now)), "{case}: lost something");
            let known: BTreeSet<_> = contents(&before).union(&contents(&after)).copied().collect();
            assert!(contents(&now).is_subset(&known), "{case}: a part under a name");
            if outcome.is_complete() {
                assert_eq!(undated(now), after, "{case}: says it is done");
                assert!(!scene.recover(Recovery::Resume, &case), "{case}: done means through");
            } else if scene.recover(Recovery::RollBack, &case) {
                assert_eq!(scene.picture(), before, "{case}: rolled back");
            } else {
                let hidden = now.keys().find(|name| name.to_string_lossy().contains(".candela-"));
                assert_eq!(hidden, None, "{case}: left behind without a journal");
            }
        }
    }
}

#[test]
fn whichever_call_is_the_last_recovery_ends_as_finished_or_as_never_begun() {
    for (name, make) in OPERATIONS {
        let (after, calls) = whole(*make);
        for call in 0..calls {
            for how in [Recovery::Resume, Recovery::RollBack] {
                let case = format!("{name}, ends at call {call} of {calls}, {how:?}");
                let scene = Scene::with_trees();
                let before = scene.picture();
                let _ = scene.engine(&Faulty::dead_from(call)).run(make(&scene));
                let was_begun = scene.recover(how, &case);
                let now = scene.picture();
                match (was_begun, how) {
                    (true, Recovery::Resume) => assert_eq!(undated(now), after, "{case}"),
                    (true, Recovery::RollBack) => assert_eq!(now, before, "{case}"),
                    (false, _) => assert!(now == before || undated(now) == after, "{case}"),
                }
            }
        }
    }
}

#[test]
fn undoing_is_interrupted_as_safely_as_doing() {
    for (name, make) in OPERATIONS {
        let (after, _) = whole(*make);
        let ways = [Recovery::Resume, Recovery::RollBack].into_iter().cycle();
        for (call, how) in (0..).zip(ways) {
            let case = format!("undo of {name}, ends at call {call}, {how:?}");
            let mut scene = Scene::with_trees();
            let before = scene.picture();
            assert!(scene.run(make(&scene)).is_complete(), "{case}");
            scene.later();
            let dead = Faulty::dead_from(call);
            let undone = scene.engine(&dead).undo();
            if dead.calls() <= call {
                assert!(matches!(undone, Ok(Some(outcome)) if outcome.is_complete()), "{case}");
                break;
            }
            let was_begun = scene.recover(how, &case);
            let now = scene.picture();
            match (was_begun, how) {
                (true, Recovery::Resume) => assert_eq!(now, before, "{case}"),
                (true, Recovery::RollBack) => assert_eq!(undated(now), after, "{case}"),
                (false, _) => assert!(now == before || undated(now) == after, "{case}"),
            }
        }
    }
}

#[test]
fn whichever_call_of_undoing_fails_it_is_undone_or_says_so() {
    turned_with_faults(false);
}

#[test]
fn whichever_call_of_making_again_fails_it_is_made_or_says_so() {
    turned_with_faults(true);
}

/// Undoes each operation, or makes it again after that, with each call failing once.
fn turned_with_faults(is_redo: bool) {
    for (number, (name, make)) in OPERATIONS.iter().enumerate() {
        let (after, _) = whole(*make);
        for (call, error) in (0..).zip(ERRORS.iter().cycle().skip(number)) {
            let case = format!("{name}, made again: {is_redo}, call {call}: {error}");
            let mut scene = Scene::with_trees();
            let before = undated(scene.picture());
            assert!(scene.run(make(&scene)).is_complete(), "{case}");
            scene.later();
            if is_redo {
                let undone = scene.engine(&Real).undo();
                assert!(matches!(undone, Ok(Some(outcome)) if outcome.is_complete()), "{case}");
                scene.later();
            }
            let faulty = Faulty::once(call, *error);
            let turned = if is_redo { scene.engine(&faulty).redo() } else { scene.engine(&faulty).undo() };
            if faulty.calls() <= call {
                break;
            }
            let (wanted, as_it_was) = if is_redo { (&after, &before) } else { (&before, &after) };
            if matches!(&turned, Ok(Some(outcome)) if outcome.is_complete()) {
                assert_eq!(undated(scene.picture()), *wanted, "{case}: says it is done");
                assert!(!scene.recover(Recovery::Resume, &case), "{case}: done means through");
            } else if scene.recover(Recovery::Resume, &case) {
                assert_eq!(undated(scene.picture()), *wanted, "{case}: gone on with");
            } else {
                let now = undated(scene.picture());
                assert!(now == *as_it_was || is_redo, "{case}: refused, and nothing was done: {turned:?}");
                assert!(contents(&before).is_subset(&contents(&now)), "{case}: lost something");
            }
        }
    }
}
