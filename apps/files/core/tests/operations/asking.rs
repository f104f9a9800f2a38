//! Names that exist hold up nothing else: what can be done is done, and the rest is asked about afterwards.

use super::scene::Scene;

use candela_files_core::operation::{Conflict, Operation, Options, take_questions};
use candela_files_core::system::file_system::Real;

#[test]
fn the_rest_is_done_before_anything_is_asked_and_each_name_gets_its_own_answer() {
    for moves in [false, true] {
        let mut scene = Scene::new();
        let names = ["a", "b", "c", "d", "e"];
        names.iter().for_each(|name| scene.write(&format!("from/{name}"), &format!("new {name}")));
        ["b", "d", "e"].iter().for_each(|name| scene.write(&format!("to/{name}"), &format!("old {name}")));
        let before = scene.picture();
        let items: Vec<_> =
            names.iter().map(|name| scene.item(&format!("from/{name}"), &format!("to/{name}"))).collect();
        let make = |items, conflict| {
            let options = Options { conflict, ..Options::default() };
            if moves { Operation::Move { items, options } } else { Operation::Copy { items, options } }
        };
        let operation = make(items, Conflict::Fail);
        let mut outcome = scene.run(operation.clone());
        let asked = take_questions(&operation, &mut outcome);
        assert_eq!(outcome.failed, [], "what exists is a question");
        assert_eq!(outcome.done, [scene.path("to/a"), scene.path("to/c")], "the rest is done");
        assert_eq!(asked, ["b", "d", "e"].map(|name| scene.item(&format!("from/{name}"), &format!("to/{name}"))));
        for (item, answer) in asked.into_iter().zip([Conflict::Replace, Conflict::KeepBoth, Conflict::Skip]) {
            scene.later();
            let outcome = scene.run(make(vec![item], answer));
            assert_eq!(outcome.failed.is_empty(), answer != Conflict::Skip, "{answer:?}");
        }
        let told = |name| scene.read(&format!("to/{name}"));
        assert_eq!(
            ["a", "b", "c", "d", "d (2)", "e"].map(told),
            ["new a", "new b", "new c", "old d", "new d", "old e"].map(|text| Some(text.to_owned())),
        );
        for _ in 0..3 {
            scene.later();
            assert!(scene.engine(&Real).undo().unwrap().unwrap().is_complete());
        }
        assert_eq!(scene.picture(), before);
    }
}
