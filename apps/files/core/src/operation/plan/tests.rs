use super::*;
use std::collections::BTreeMap;

/// A disk of a few names, all on one file system; the numbers are those of the files.
struct Disk(BTreeMap<&'static str, (Kind, u64)>);

impl View for Disk {
    fn look(&self, path: &Path) -> Result<Option<Stat>, Reason> {
        let found = self.0.get(path.to_str().unwrap());
        Ok(found.map(|(kind, inode)| Stat { kind: *kind, inode: *inode, device: 1, links: 1, ..Stat::default() }))
    }

    fn names(&self, folder: &Path) -> Result<Vec<OsString>, Reason> {
        let below = self.0.keys().map(Path::new).filter(|path| path.parent() == Some(folder));
        Ok(below.filter_map(|path| path.file_name().map(OsStr::to_owned)).collect())
    }

    fn is_within(&self, folder: &Path, outer: Identity) -> Result<bool, Reason> {
        let above = folder.ancestors().filter_map(|path| self.look(path).ok().flatten());
        Ok(above.map(|stat| stat.identity()).any(|identity| identity == outer))
    }

    fn limits(&self, folder: &Path) -> Limits {
        if folder.starts_with("/fat") { Limits::FAT } else { Limits::default() }
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn slot(&self, path: &Path, _stat: &Stat, _taken: &HashSet<PathBuf>) -> Result<Slot, Reason> {
        let name = path.file_name().unwrap().into();
        Ok(Slot { trash: "/home/trash".into(), name, original: path.to_owned(), ..Slot::default() })
    }
}

/// `/other` is `/home` by another mount.
fn disk() -> Disk {
    Disk(BTreeMap::from([
        ("/", (Kind::Folder, 1)),
        ("/home", (Kind::Folder, 2)),
        ("/home/a", (Kind::File, 3)),
        ("/home/b", (Kind::File, 4)),
        ("/home/d", (Kind::Folder, 5)),
        ("/fat", (Kind::Folder, 6)),
        ("/home/e", (Kind::Folder, 7)),
        ("/home/e/A", (Kind::File, 8)),
        ("/home/e/a", (Kind::File, 9)),
        ("/home/e/f", (Kind::Folder, 10)),
        ("/home/e/f/what?", (Kind::File, 11)),
        ("/other", (Kind::Folder, 2)),
        ("/other/a", (Kind::File, 3)),
        ("/other/d", (Kind::Folder, 5)),
    ]))
}

fn refused(operation: &Operation) -> Vec<Reason> {
    let plan = plan(operation, &disk(), "word");
    assert_eq!(plan.changes, [], "{operation:?}");
    plan.outcome.failed.into_iter().map(|failure| failure.reason).collect()
}

fn item(from: &str, to: &str) -> Vec<Item> {
    vec![Item { from: from.into(), to: to.into() }]
}

#[test]
fn one_file_by_two_mounts_is_not_moved_onto_itself() {
    for conflict in [Conflict::Fail, Conflict::Replace, Conflict::Skip, Conflict::Newer] {
        for (from, to) in [("/other/a", "/home/a"), ("/home/a", "/other/a"), ("/home/a", "/home/a")] {
            let options = crate::operation::Options { conflict, ..Default::default() };
            let relocate = Operation::Move { items: item(from, to), options };
            assert_eq!(refused(&relocate), [Reason::SameFile], "{from} to {to}, {conflict:?}");
            let copy = Operation::Copy { items: item(from, to), options };
            assert_eq!(refused(&copy), [Reason::SameFile], "{from} to {to}, {conflict:?}");
        }
    }
}

#[test]
fn no_folder_goes_into_itself_or_into_a_trash_that_lies_in_it() {
    let options = Default::default();
    for to in ["/home/d/x", "/other/d/x"] {
        assert_eq!(refused(&Operation::Copy { items: item("/home/d", to), options }), [Reason::IntoItself], "{to}");
        assert_eq!(refused(&Operation::Move { items: item("/home/d", to), options }), [Reason::IntoItself], "{to}");
    }
    assert_eq!(refused(&Operation::Trash(vec!["/home".into()])), [Reason::IntoItself]);
}

#[test]
fn two_sources_never_get_one_name() {
    let items = [item("/home/a", "/home/d/x"), item("/home/b", "/home/d/x")].concat();
    let plan = plan(&Operation::Copy { items, options: Default::default() }, &disk(), "word");
    assert_eq!(plan.changes.len(), 1);
    assert_eq!(plan.outcome.failed[0].reason, Reason::Twice);
}

#[test]
fn what_cannot_be_on_fat_is_told_before_anything_is_written() {
    let copy = |items| plan(&Operation::Copy { items, options: Default::default() }, &disk(), "word");
    let told = copy(item("/home/e", "/fat/e"));
    let told: Vec<_> = told.outcome.failed.iter().map(|it| (it.path.to_str().unwrap(), it.reason)).collect();
    assert_eq!(told, [("/home/e/a", Reason::CaseCollision), ("/home/e/f/what?", Reason::BadName)]);
    assert_eq!(copy(item("/home/e", "/fat/e")).changes, [], "none of it");
    assert_eq!(copy(item("/home/e", "/home/d/e")).changes.len(), 1, "elsewhere it can be");
    assert_eq!(
        refused(&Operation::Copy { items: item("/home/a", "/fat/a:"), options: Default::default() }),
        [Reason::BadName]
    );
    let two = copy([item("/home/a", "/fat/x"), item("/home/b", "/fat/X")].concat());
    assert_eq!((two.changes.len(), two.outcome.failed[0].reason), (1, Reason::CaseCollision));
}

#[test]
fn many_names_change_in_an_order_in_which_none_is_taken_or_not_at_all() {
    let all = |pairs: &[(&str, &str)]| {
        let items =
            pairs.iter().flat_map(|(from, to)| item(&format!("/home/{from}"), &format!("/home/{to}"))).collect();
        plan(&Operation::Rename(items), &disk(), "word")
    };
    let steps = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        let step = |change: &Change| (name(change.subject()), name(change.target().unwrap()));
        all(pairs).changes.iter().map(step).collect()
    };
    let strings = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
    };
    assert_eq!(steps(&[("a", "b"), ("b", "c")]), strings(&[("b", "c"), ("a", "b")]));
    let ring = [("a", ".candela-word-1"), ("b", "a"), (".candela-word-1", "b")];
    let other = [("b", ".candela-word-1"), ("a", "b"), (".candela-word-1", "a")];
    let found = steps(&[("a", "b"), ("b", "a")]);
    assert!(found == strings(&ring) || found == strings(&other), "{found:?}");
    assert_eq!(steps(&[("a", "a")]), []);
    for (pairs, reason) in [
        (&[("a", "x"), ("b", "d")][..], Reason::Exists),
        (&[("a", "x"), ("b", "x")], Reason::Twice),
        (&[("a", "x"), ("gone", "y")], Reason::System(rustix::io::Errno::NOENT)),
        (&[("a", ".."), ("b", "y")], Reason::Unnamed),
    ] {
        let plan = all(pairs);
        assert_eq!((plan.changes.len(), plan.outcome.failed.len()), (0, 1), "{pairs:?}");
        assert_eq!(plan.outcome.failed[0].reason, reason, "{pairs:?}");
    }
}
