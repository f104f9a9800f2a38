//! What a copy keeps, how deep it goes, and what happens where somebody else is at work on the same files.

use super::platform::{attribute, set_attribute};
use super::scene::Scene;

use candela_files_core::operation::{Conflict, Operation, Options, Reason, Verify};
use candela_files_core::system::file_system::Real;
use candela_files_core::system::file_system::faulty::Faulty;

use rustix::fs::{CWD, FileType, Mode, OFlags, mkdirat, mknodat, openat};
use rustix::io::Errno;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::thread;

/// An access list of user 7 who may read, as the kernel keeps it (version 2).
const LIST: &[u8] = &[
    2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 7, 0, 0, 0, 4, 0, 4, 0, 255, 255, 255, 255, 16, 0, 4, 0,
    255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255,
];

#[test]
fn a_copy_keeps_all_that_belongs_to_a_file_on_each_file_system() {
    // One in memory and one on a disk, and from each to the other.
    let disk = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let disk = disk.path().canonicalize().unwrap();
    let scene = Scene::new();
    for (case, from) in [("memory", scene.path("source")), ("disk", disk.join("source"))] {
        fs::create_dir(&from).unwrap();
        fs::write(from.join("file"), "content").unwrap();
        fs::set_permissions(from.join("file"), fs::Permissions::from_mode(0o4751)).unwrap();
        fs::hard_link(from.join("file"), from.join("same")).unwrap();
        let has_attributes = set_attribute(&from.join("file"), "user.note", b"kept");
        let has_lists = set_attribute(&from.join("file"), "system.posix_acl_access", LIST);
        mknodat(CWD, from.join("fifo"), FileType::Fifo, Mode::RUSR, 0).unwrap();
        symlink("no where", from.join("link")).unwrap();
        let holes = fs::File::create(from.join("holes")).unwrap();
        holes.set_len(64 << 20).unwrap();
        std::os::unix::fs::FileExt::write_all_at(&holes, b"data", 32 << 20).unwrap();
        super::scene::dated_at(&from, 1_500_000_000);
        for (to, place) in [(scene.path("copy"), "memory"), (disk.join("copy"), "disk")] {
            let case = format!("{case} to {place}");
            let items = vec![candela_files_core::operation::Item { from: from.clone(), to: to.clone() }];
            let outcome = scene.run(Operation::Copy { items, options: Options::default() });
            assert!(outcome.failed.is_empty(), "{case}: {outcome:?}");
            for name in ["", "file", "fifo", "link", "holes"] {
                let stat = |root: &Path| root.join(name).symlink_metadata().unwrap();
                let told = |stat: fs::Metadata| (stat.mode(), stat.uid(), stat.gid(), stat.mtime(), stat.mtime_nsec());
                assert_eq!(told(stat(&from)), told(stat(&to)), "{case}: {name}");
            }
            assert_eq!(to.join("file").metadata().unwrap().ino(), to.join("same").metadata().unwrap().ino(), "{case}");
            assert_eq!(fs::read_link(to.join("link")).unwrap(), Path::new("no where"), "{case}");
            assert!(to.join("holes").metadata().unwrap().blocks() < 1 << 10, "{case}: holes stay holes");
            assert_eq!(fs::read(to.join("holes")).unwrap(), fs::read(from.join("holes")).unwrap(), "{case}");
            for (name, has) in [("user.note", has_attributes), ("system.posix_acl_access", has_lists)] {
                let (source, copy) = (attribute(&from.join("file"), name), attribute(&to.join("file"), name));
                assert_eq!(source.is_some(), has, "{case}: {name}");
                // Kept, or told of.
                assert!(source == copy || !outcome.lost.is_empty(), "{case}: {name}: {outcome:?}");
            }
            fs::remove_dir_all(&to).unwrap();
        }
    }
}

#[test]
fn names_of_any_bytes_and_lengths_go_everywhere() {
    let mut scene = Scene::with_trees();
    let names: [&[u8]; 6] =
        [b"new\nline", b"not \xff text", b"- -", b"\xe2\x80\xae txt.exe", &[b'x'; 255], "\u{202e}\u{5d0}".as_bytes()];
    for name in names {
        let name = OsStr::from_bytes(name);
        fs::write(scene.path("from/tree").join(name), "odd").unwrap();
    }
    let before = scene.picture();
    for operation in [
        scene.copy("from/tree", "free/tree", Conflict::Fail),
        scene.relocate("from/tree", "free/tree", Conflict::Fail),
        Operation::Trash(names.map(|name| scene.path("from/tree").join(OsStr::from_bytes(name))).into()),
    ] {
        let outcome = scene.run(operation);
        assert!(outcome.is_complete(), "{outcome:?}");
        scene.later();
        assert!(scene.engine(&Real).undo().unwrap().unwrap().is_complete());
        assert_eq!(scene.picture(), before);
        scene.later();
    }
}

#[test]
fn a_tree_of_four_thousand_levels_is_copied_and_removed() {
    const DEPTH: usize = 4000;
    let scene = Scene::new();
    fs::create_dir_all(scene.path("from/deep")).unwrap();
    let mut folder = openat(CWD, scene.path("from/deep"), OFlags::PATH | OFlags::DIRECTORY, Mode::empty()).unwrap();
    for _ in 0..DEPTH {
        mkdirat(&folder, "a folder", Mode::RWXU).unwrap();
        folder = openat(&folder, "a folder", OFlags::PATH | OFlags::DIRECTORY, Mode::empty()).unwrap();
    }
    fs::create_dir(scene.path("to")).unwrap();
    assert!(scene.run(scene.copy("from/deep", "to/deep", Conflict::Fail)).is_complete());
    assert!(scene.run(Operation::Trash(vec![scene.path("to/deep")])).is_complete());
    assert!(scene.run(Operation::Delete(vec![scene.path("from/deep")])).is_complete());
    assert!(scene.run(Operation::Delete(vec![scene.path("trash/files/deep")])).is_complete());
    assert!(!scene.path("from/deep").exists() && !scene.path("trash/files/deep").exists());
}

#[test]
fn a_source_that_changes_while_it_is_read_is_not_copied_in_part() {
    // Behind the reading of the source: the file grows as soon as its copy is begun.
    let scene = Scene::new();
    scene.write("from/log", &"a line\n".repeat(100_000));
    fs::create_dir(scene.path("to")).unwrap();
    let path = scene.path("from/log");
    let control = scene.control();
    control.pause();
    let outcome = thread::scope(|scope| {
        let work = scope.spawn(|| scene.run(scene.copy("from/log", "to/log", Conflict::Fail)));
        // It has looked at the file, and waits before its first byte.
        let file = fs::OpenOptions::new().append(true).open(&path).unwrap();
        std::io::Write::write_all(&mut &file, b"one more\n").unwrap();
        control.resume();
        work.join().unwrap()
    });
    match outcome.failed.first() {
        Some(failure) => {
            assert_eq!(failure.reason, Reason::Changed);
            assert_eq!(fs::read_dir(scene.path("to")).unwrap().count(), 0);
        }
        // It was looked at only afterwards.
        None => assert_eq!(fs::read(scene.path("to/log")).unwrap(), fs::read(path).unwrap()),
    }
}

#[test]
fn two_instances_never_take_a_name_from_each_other() {
    let scene = Scene::new();
    for name in ["one", "two"] {
        (0..50).for_each(|number| scene.write(&format!("{name}/{number}"), name));
    }
    fs::create_dir(scene.path("to")).unwrap();
    let copy = |from: &str| {
        let items = (0..50).map(|number| scene.item(&format!("{from}/{number}"), &format!("to/{number}"))).collect();
        scene.run(Operation::Copy { items, options: Options::default() })
    };
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| copy("one"));
        let two = copy("two");
        (one.join().unwrap(), two)
    });
    assert_eq!(one.done.len() + two.done.len(), 50, "each name went to one of them");
    assert_eq!(one.failed.len() + two.failed.len(), 50, "and was told as taken to the other");
    for done in one.done {
        assert_eq!(fs::read_to_string(done).unwrap(), "one");
    }
    for done in two.done {
        assert_eq!(fs::read_to_string(done).unwrap(), "two");
    }
    assert_eq!(scene.interrupted(), []);
}

#[test]
fn a_copy_that_does_not_read_as_it_was_written_is_none() {
    let mut scene = Scene::new();
    scene.write("from/file", "spoil this");
    fs::create_dir(scene.path("to")).unwrap();
    let options = Options { verify: Verify::Yes, ..Options::default() };
    let items = vec![scene.item("from/file", "to/file")];
    let spoiling = Faulty::spoiling(b"spoil");
    let outcome = scene.engine(&spoiling).run(Operation::Copy { items: items.clone(), options });
    assert_eq!(outcome.failed.iter().map(|it| it.reason).collect::<Vec<_>>(), [Reason::NotVerified]);
    assert!(!scene.path("to/file").exists());
    // A move to a disk that users take away is read again unasked.
    let disk = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let to = disk.path().canonicalize().unwrap();
    if to.metadata().unwrap().dev() == scene.path("from").metadata().unwrap().dev() {
        return;
    }
    scene.takes_away(&to);
    let items = vec![candela_files_core::operation::Item { from: scene.path("from/file"), to: to.join("file") }];
    let outcome = scene.engine(&spoiling).run(Operation::Move { items, options: Options::default() });
    assert_eq!(outcome.failed.iter().map(|it| it.reason).collect::<Vec<_>>(), [Reason::NotVerified]);
    assert_eq!((scene.read("from/file").as_deref(), to.join("file").exists()), (Some("spoil this"), false));
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let scene = Scene::new();
    let full = scene.path("full");
    fs::create_dir(&full).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "none"]).arg(&full).status();
    if !mounted.is_ok_and(|status| status.success()) {
        // Without root there is no file system of our own to fill.
        return;
    }
    scene.write("from/large", &"x".repeat(3 << 20));
    fs::write(full.join("large"), "old").unwrap();
    let outcomes: Vec<_> = [
        scene.copy("from/large", "full/large", Conflict::Replace),
        scene.copy("from/large", "full/other", Conflict::Fail),
        scene.relocate("from/large", "full/large", Conflict::Replace),
    ]
    .map(|operation| scene.run(operation))
    .into();
    let left = fs::read_to_string(full.join("large"));
    let names = fs::read_dir(&full).unwrap().count();
    assert!(Command::new("umount").arg(&full).status().unwrap().success());
    for outcome in outcomes {
        let reasons: Vec<_> = outcome.failed.iter().map(|it| it.reason).collect();
        assert_eq!(reasons, [Reason::System(Errno::NOSPC)]);
    }
    assert_eq!((left.unwrap().as_str(), names), ("old", 1), "the old one, and nothing beside it");
    assert_eq!(scene.read("from/large").map(|text| text.len()), Some(3 << 20));
}

#[test]
fn a_delete_that_was_interrupted_and_is_not_resumed_hides_nothing() {
    for call in 0.. {
        let scene = Scene::with_trees();
        let dead = Faulty::dead_from(call);
        let _ = scene.engine(&dead).run(Operation::Delete(vec![scene.path("from/tree")]));
        if dead.calls() <= call {
            break;
        }
        for found in scene.interrupted() {
            let outcome = scene.engine(&Real).recover(&found, candela_files_core::system::run::Recovery::RollBack);
            let reasons: Vec<_> = outcome.unwrap().failed.iter().map(|it| it.reason).collect();
            assert!(reasons.is_empty() || reasons == [Reason::PartlyRemoved], "call {call}: {reasons:?}");
        }
        assert_eq!(scene.interrupted(), [], "call {call}");
        let hidden = scene.picture().into_keys().find(|name| name.to_string_lossy().contains(".candela-"));
        assert_eq!(hidden, None, "call {call}");
    }
}

#[test]
fn a_copy_that_meets_itself_ends() {
    let scene = Scene::new();
    scene.write("from/inner/file", "text");
    fs::create_dir(scene.path("by")).unwrap();
    let bound = Command::new("mount").arg("--bind").arg(scene.path("from/inner")).arg(scene.path("by")).status();
    if !bound.is_ok_and(|status| status.success()) {
        // Without root there is no second mount.
        return;
    }
    let outcomes = [
        scene.run(scene.copy("from", "by/copy", Conflict::Fail)),
        scene.run(scene.relocate("from", "by/copy", Conflict::Fail)),
    ];
    let left: Vec<_> = fs::read_dir(scene.path("by")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(Command::new("umount").arg(scene.path("by")).status().unwrap().success());
    for outcome in outcomes {
        let reasons: Vec<_> = outcome.failed.iter().map(|it| it.reason).collect();
        assert_eq!(reasons, [Reason::IntoItself]);
    }
    assert_eq!(left, ["file"], "nothing is left of it");
}

#[test]
fn a_full_disk_can_be_emptied() {
    let mut scene = Scene::new();
    let full = scene.path("full");
    fs::create_dir(&full).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "none"]).arg(&full).status();
    if !mounted.is_ok_and(|status| status.success()) {
        return;
    }
    scene.keeps_journals_in(&full.join("journal"));
    fs::create_dir(full.join("folder")).unwrap();
    let filler = fs::File::create(full.join("folder/filler")).unwrap();
    let mut written = 0;
    while let Ok(more) = std::io::Write::write(&mut &filler, &[0; 4096]) {
        written += more;
    }
    drop(filler);
    let copied = scene.run(scene.copy("full/folder", "full/other", Conflict::Fail));
    let deleted = scene.run(Operation::Delete(vec![full.join("folder")]));
    let left = full.join("folder").exists();
    assert!(Command::new("umount").arg(&full).status().unwrap().success());
    assert!(written > 900_000, "it was filled: {written}");
    assert!(!copied.is_complete(), "nothing else goes on without a journal");
    assert!(deleted.is_complete() && !left, "{deleted:?}");
}

#[test]
fn a_trash_of_somebody_else_is_not_used() {
    let scene = Scene::new();
    let disk = scene.path("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "none"]).arg(&disk).status();
    if !mounted.is_ok_and(|status| status.success()) {
        return;
    }
    let user = rustix::process::getuid().as_raw();
    let trash = |name: &str| {
        scene.write(&format!("disk/{name}"), name);
        let outcome = scene.run(Operation::Trash(vec![disk.join(name)]));
        let places = [format!(".Trash/{user}"), format!(".Trash-{user}")];
        let found = places.iter().position(|place| disk.join(place).join("files").join(name).exists());
        (outcome.is_complete(), found)
    };
    let mut told = vec![("none is shared", trash("one"))];
    let shared = disk.join(".Trash");
    fs::create_dir(&shared).unwrap();
    told.push(("not sticky", trash("two")));
    fs::set_permissions(&shared, fs::Permissions::from_mode(0o1777)).unwrap();
    told.push(("sticky", trash("three")));
    std::os::unix::fs::chown(shared.join(user.to_string()), Some(user + 1), None).unwrap();
    told.push(("of another user", trash("four")));
    fs::remove_dir_all(&shared).unwrap();
    symlink(disk.parent().unwrap(), &shared).unwrap();
    told.push(("a link", trash("five")));
    std::os::unix::fs::chown(disk.join(format!(".Trash-{user}")), Some(user + 1), None).unwrap();
    told.push(("both of others", trash("six")));
    let stays = disk.join("six").exists();
    assert!(Command::new("umount").arg(&disk).status().unwrap().success());
    let places: Vec<_> = told.iter().map(|(_, place)| *place).collect();
    let done = |place| (true, Some(place));
    assert_eq!(places, [done(1), done(1), done(0), done(1), done(1), (false, None)], "{told:?}");
    assert!(stays);
}
