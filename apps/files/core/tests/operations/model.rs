//! Random trees and random operations, held against a model that is a map of names; and all of it undone and made again, twice.

use super::scene::Scene;

use candela_files_core::operation::{Conflict, Content, Operation, Options, Outcome};
use candela_files_core::system::file_system::Real;

use proptest::prelude::*;
use proptest::test_runner::Config;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What stands under each name: the content of a file, or nothing for a folder.
type Model = BTreeMap<String, Option<String>>;

/// Names that meet each other often.
const NAMES: [&str; 7] = ["a", "b", "c", "a/x", "a/y", "b/x", "c/x/z"];

#[derive(Debug, Clone)]
enum Step {
    Copy(&'static str, &'static str, Conflict),
    Move(&'static str, &'static str, Conflict),
    Trash(&'static str),
    Make(&'static str),
    Rename(&'static str, &'static str),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let name = || proptest::sample::select(&NAMES[..]);
    let answer = || proptest::sample::select(&[Conflict::Fail, Conflict::Skip, Conflict::Replace][..]);
    let step = prop_oneof![
        (name(), name(), answer()).prop_map(|(from, to, answer)| Step::Copy(from, to, answer)),
        (name(), name(), answer()).prop_map(|(from, to, answer)| Step::Move(from, to, answer)),
        name().prop_map(Step::Trash),
        name().prop_map(Step::Make),
        (name(), name()).prop_map(|(from, to)| Step::Rename(from, to)),
    ];
    proptest::collection::vec(step, 1..8)
}

fn below<'m>(model: &'m Model, name: &str) -> impl Iterator<Item = (&'m String, &'m Option<String>)> {
    let inside = format!("{name}/");
    model.iter().filter(move |(other, _)| other.starts_with(&inside))
}

fn has_folder(model: &Model, name: &str) -> bool {
    name.rsplit_once('/').is_none_or(|(folder, _)| model.get(folder) == Some(&None))
}

fn remove(model: &mut Model, name: &str) {
    let inside = format!("{name}/");
    model.retain(|other, _| other != name && !other.starts_with(&inside));
}

/// What a copy or a move does to the model; what it may not do it does not.
fn transfer(model: &mut Model, from: &str, to: &str, answer: Conflict, is_move: bool) {
    let Some(source) = model.get(from).cloned() else { return };
    let is_into_itself = to == from || to.starts_with(&format!("{from}/"));
    if is_into_itself || !has_folder(model, to) {
        return;
    }
    match model.get(to).cloned() {
        None => carry(model, from, to, is_move),
        Some(_) if answer == Conflict::Fail => {}
        Some(target) if source.is_none() && target.is_none() => {
            let inside: Vec<String> = below(model, from).map(|(name, _)| name.clone()).collect();
            let children = inside.iter().filter(|name| !name[from.len() + 1..].contains('/'));
            for child in children {
                transfer(model, child, &format!("{to}{}", &child[from.len()..]), answer, is_move);
            }
            if is_move && below(model, from).next().is_none() {
                let _ = model.remove(from);
            }
        }
        Some(_) if answer == Conflict::Skip => {}
        // It would take the place of a folder it lies in.
        Some(_) if from.starts_with(&format!("{to}/")) => {}
        Some(_) => {
            remove(model, to);
            carry(model, from, to, is_move);
        }
    }
}

fn carry(model: &mut Model, from: &str, to: &str, is_move: bool) {
    let mut carried: Vec<(String, Option<String>)> =
        below(model, from).map(|(name, content)| (format!("{to}{}", &name[from.len()..]), content.clone())).collect();
    carried.push((to.to_owned(), model[from].clone()));
    if is_move {
        remove(model, from);
    }
    model.extend(carried);
}

fn apply(model: &mut Model, step: &Step) {
    match step {
        Step::Copy(from, to, answer) => transfer(model, from, to, *answer, false),
        Step::Move(from, to, answer) => transfer(model, from, to, *answer, true),
        Step::Rename(from, to) => transfer(model, from, to, Conflict::Fail, true),
        Step::Trash(name) => remove(model, name),
        Step::Make(name) if model.contains_key(*name) || !has_folder(model, name) => {}
        Step::Make(name) => drop(model.insert((*name).to_owned(), None)),
    }
}

fn operation(scene: &Scene, step: &Step) -> Operation {
    let path = |name: &str| scene.path("from").join(name);
    let items = |from, to| vec![scene.item(&format!("from/{from}"), &format!("from/{to}"))];
    let options = |conflict| Options { conflict, ..Options::default() };
    match step {
        Step::Copy(from, to, answer) => Operation::Copy { items: items(from, to), options: options(*answer) },
        Step::Move(from, to, answer) => Operation::Move { items: items(from, to), options: options(*answer) },
        Step::Rename(from, to) => Operation::Rename(items(from, to)),
        Step::Trash(name) => Operation::Trash(vec![path(name)]),
        Step::Make(name) => Operation::Make { path: path(name), content: Content::Folder },
    }
}

fn seen(root: &Path, at: &str, model: &mut Model) {
    for entry in fs::read_dir(root.join(at)).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = if at.is_empty() { name } else { format!("{at}/{name}") };
        let path = root.join(&name);
        if path.is_dir() {
            let _ = model.insert(name.clone(), None);
            seen(root, &name, model);
        } else {
            let _ = model.insert(name, Some(fs::read_to_string(path).unwrap()));
        }
    }
}

fn model_of(scene: &Scene) -> Model {
    let mut model = Model::new();
    seen(&scene.path("from"), "", &mut model);
    model
}

proptest! {
    #![proptest_config(Config { cases: 150, failure_persistence: None, ..Config::default() })]

    #[test]
    fn random_operations_do_what_a_model_does_and_are_all_undone_and_made_again(
        files in proptest::collection::btree_set(proptest::sample::select(&["a", "a/x", "a/y", "b/x", "c/x/z"][..]), 0..5),
        steps in steps(),
    ) {
        let mut scene = Scene::new();
        fs::create_dir(scene.path("from")).unwrap();
        for name in files.iter().filter(|name| **name != "a" || !files.iter().any(|other| other.starts_with("a/"))) {
            scene.write(&format!("from/{name}"), name);
        }
        let mut model = model_of(&scene);
        let mut states = vec![model.clone()];
        for step in &steps {
            scene.later();
            let outcome = scene.run(operation(&scene, step));
            let before = model.clone();
            apply(&mut model, step);
            prop_assert_eq!(&model_of(&scene), &model, "{:?}: {:?}", step, outcome);
            if model != before || !outcome.done.is_empty() {
                states.push(model.clone());
            }
        }
        for _round in 0..2 {
            for state in states.iter().rev().skip(1) {
                scene.later();
                let undone = scene.engine(&Real).undo().unwrap();
                prop_assert!(undone.as_ref().is_some_and(Outcome::is_complete), "{:?}", undone);
                prop_assert_eq!(&model_of(&scene), state, "undone");
            }
            for state in states.iter().skip(1) {
                scene.later();
                let redone = scene.engine(&Real).redo().unwrap();
                prop_assert!(redone.is_some(), "nothing to make again");
                prop_assert_eq!(&model_of(&scene), state, "made again: {:?}", redone);
            }
        }
        prop_assert_eq!(scene.interrupted(), []);
    }
}
