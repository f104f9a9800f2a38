//! What is asked when an operation is through: names that exist hold up nothing else, and are told apart from failures.

use super::{Item, Operation, Outcome, Reason};

use std::path::Path;

/// Takes from an outcome what failed only because its name exists; each can be carried out again with an answer of its
/// own.
pub fn take_questions(operation: &Operation, outcome: &mut Outcome) -> Vec<Item> {
    let find: &dyn Fn(&Path, &[Item]) -> Option<Item> = match operation {
        Operation::Copy { items, .. } | Operation::Move { items, .. } => {
            &|path, _| items.iter().find_map(|item| within(item, path))
        }
        Operation::Restore { slots, .. } => &|path, asked| {
            let comes_back = slots.iter().filter(|slot| slot.original == path);
            let mut items = comes_back.map(|slot| Item { from: slot.file(), to: slot.original.clone() });
            // Several that lay under one name are asked about one by one.
            items.find(|item| !asked.contains(item))
        },
        _ => return Vec::new(),
    };
    let mut asked = Vec::new();
    outcome.failed.retain(|failure| {
        let open = if failure.reason == Reason::Exists { find(&failure.path, &asked) } else { None };
        let is_failure = open.is_none();
        asked.extend(open);
        is_failure
    });
    asked
}

/// The part of a transfer that failed at that path, which may lie below its source.
pub(super) fn within(item: &Item, path: &Path) -> Option<Item> {
    let rest = path.strip_prefix(&item.from).ok()?;
    let to = if rest.as_os_str().is_empty() { item.to.clone() } else { item.to.join(rest) };
    Some(Item { from: path.to_owned(), to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::{Conflict, Options, Slot};

    #[test]
    fn what_exists_is_asked_wherever_it_lies_and_the_rest_stays_a_failure() {
        let item = |from: &str, to: &str| Item { from: from.into(), to: to.into() };
        let items = vec![item("/a/x", "/b/y"), item("/a/z", "/b/z")];
        let mut outcome = Outcome::default();
        outcome.fail("/a/x", Reason::Exists);
        outcome.fail("/a/z/deep", Reason::Exists);
        outcome.fail("/a/z/other", Reason::Changed);
        outcome.fail("/elsewhere", Reason::Exists);
        let left = outcome.failed[2..].to_vec();
        let asked = take_questions(&Operation::Copy { items, options: Options::default() }, &mut outcome);
        assert_eq!(asked, [item("/a/x", "/b/y"), item("/a/z/deep", "/b/z/deep")]);
        assert_eq!(outcome.failed, left);
        let slot =
            |name: &str| Slot { trash: "/t".into(), name: name.into(), original: "/b/y".into(), ..Slot::default() };
        let restore = Operation::Restore { slots: vec![slot("y"), slot("y (2)")], conflict: Conflict::Fail };
        let mut again = Outcome::default();
        (0..2).for_each(|_| again.fail("/b/y", Reason::Exists));
        let asked = take_questions(&restore, &mut again);
        assert_eq!(asked, [item("/t/files/y", "/b/y"), item("/t/files/y (2)", "/b/y")]);
        assert_eq!(again.failed, []);
        outcome.fail("/a", Reason::Exists);
        assert_eq!(take_questions(&Operation::Trash(vec!["/a".into()]), &mut outcome), []);
    }
}
