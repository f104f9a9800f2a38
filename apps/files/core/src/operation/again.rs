//! What failed, to be tried another time: after a disk was plugged in again, room was made, or a permission was given.

use super::question::within;
use super::{Failure, Item, Operation, Reason};

use std::path::PathBuf;

/// The part of an operation that failed for reasons that may be gone the next time; `None` where there is none.
pub fn again(operation: &Operation, failed: &[Failure]) -> Option<Operation> {
    let failed: Vec<&Failure> = failed.iter().filter(|failure| may_pass(failure.reason)).collect();
    let parts = |items: &[Item]| -> Vec<Item> {
        failed.iter().filter_map(|failure| items.iter().find_map(|item| within(item, &failure.path))).collect()
    };
    let paths = |all: &[PathBuf]| -> Vec<PathBuf> {
        all.iter().filter(|path| failed.iter().any(|failure| failure.path.starts_with(path))).cloned().collect()
    };
    match operation {
        Operation::Copy { items, options } => {
            some(parts(items)).map(|items| Operation::Copy { items, options: *options })
        }
        Operation::Move { items, options } => {
            some(parts(items)).map(|items| Operation::Move { items, options: *options })
        }
        Operation::Trash(all) => some(paths(all)).map(Operation::Trash),
        Operation::Delete(all) => some(paths(all)).map(Operation::Delete),
        // They are done as a whole, or change what is as it shall be no further.
        Operation::Rename(_)
        | Operation::Permissions { .. }
        | Operation::Owner { .. }
        | Operation::Compress { .. }
        | Operation::Extract { .. }
        | Operation::Make { .. } => (!failed.is_empty()).then(|| operation.clone()),
        // What still lies in the trash can be chosen there.
        Operation::Restore { .. } | Operation::Empty(_) | Operation::Link(_) => None,
    }
}

fn some<T>(all: Vec<T>) -> Option<Vec<T>> {
    (!all.is_empty()).then_some(all)
}

/// Whether the same may go well another time without another wish.
fn may_pass(reason: Reason) -> bool {
    match reason {
        Reason::System(_)
        | Reason::NoFolder
        | Reason::Changed
        | Reason::NotVerified
        | Reason::NoJournal
        | Reason::Busy
        | Reason::Journal(_) => true,
        Reason::Exists
        | Reason::Skipped
        | Reason::NotNewer
        | Reason::NotDifferent
        | Reason::SameFile
        | Reason::IntoItself
        | Reason::OverItsFolder
        | Reason::Unnamed
        | Reason::Twice
        | Reason::NoTrash
        | Reason::OldGone
        | Reason::OriginalGone
        | Reason::PartlyRemoved
        | Reason::Cancelled
        | Reason::BadName
        | Reason::CaseCollision
        | Reason::TooLarge
        | Reason::BadArchive
        | Reason::Encrypted
        | Reason::Escapes
        | Reason::Bomb
        | Reason::OneFile => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Options;

    use rustix::io::Errno;

    fn failure(path: &str, reason: Reason) -> Failure {
        Failure { path: path.into(), reason }
    }

    #[test]
    fn what_the_system_refused_is_tried_again_where_it_failed_and_nothing_else() {
        let item = |from: &str, to: &str| Item { from: from.into(), to: to.into() };
        let items = vec![item("/a/x", "/b/x"), item("/a/y", "/b/z")];
        let copy = |items| Operation::Copy { items, options: Options::default() };
        let full = Reason::System(Errno::NOSPC);
        let failed = [failure("/a/y/deep", full), failure("/a/x", Reason::Exists)];
        assert_eq!(again(&copy(items.clone()), &failed), Some(copy(vec![item("/a/y/deep", "/b/z/deep")])));
        assert_eq!(again(&copy(items), &failed[1..]), None);
        let trash = Operation::Trash(vec!["/a".into(), "/b".into()]);
        assert_eq!(again(&trash, &[failure("/b/c", full)]), Some(Operation::Trash(vec!["/b".into()])));
        assert_eq!(again(&trash, &[failure("/b", Reason::NoTrash)]), None);
        let rename = Operation::Rename(vec![item("/a", "/b")]);
        assert_eq!(again(&rename, &[failure("/a", Reason::Busy)]), Some(rename.clone()));
        assert_eq!(again(&rename, &[]), None);
    }
}
