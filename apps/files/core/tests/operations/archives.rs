//! Archives: what went in comes out, nothing gets out of the folder, and nothing is left of what cannot be extracted.

use super::scene::Scene;

use candela_files_core::operation::{Format, Operation, Outcome, Reason};

use std::fs;
use std::io::Write;
use std::path::Path;

fn extract(scene: &Scene, name: &str, to: &str) -> Outcome {
    let archive = scene.path(name);
    let (format, _) = Format::of_name(archive.file_name().unwrap()).unwrap();
    scene.run(Operation::Extract { archive, to: scene.path(to), format })
}

fn reasons(outcome: &Outcome) -> Vec<Reason> {
    outcome.failed.iter().map(|failure| failure.reason).collect()
}

#[test]
fn what_goes_into_an_archive_comes_out_of_it() {
    for kind in ["zip", "tar", "tar.gz", "tar.zst", "tar.xz"] {
        let mut scene = Scene::with_trees();
        assert!(scene.run(scene.compress("from/tree", &format!("free/tree.{kind}"))).is_complete(), "{kind}");
        scene.later();
        assert!(extract(&scene, &format!("free/tree.{kind}"), "free/out").is_complete(), "{kind}");
        assert_eq!(scene.read("free/out/one").as_deref(), Some("new one"), "{kind}: its one folder is left out");
        assert_eq!(scene.read("free/out/deep/two").as_deref(), Some("new two"), "{kind}");
        assert_eq!(fs::read_link(scene.path("free/out/link")).unwrap(), Path::new("one"), "{kind}");
        let modified = |name: &str| scene.path(name).metadata().unwrap().modified().unwrap();
        assert_eq!(modified("free/out/one"), modified("from/tree/one"), "{kind}");
        scene.later();
        for gone in ["free/out", &format!("free/tree.{kind}")] {
            let undone = scene.engine(&candela_files_core::system::file_system::Real).undo().unwrap().unwrap();
            assert!(undone.is_complete(), "{kind}: {undone:?}");
            assert!(!scene.path(gone).exists(), "{kind}: {gone}");
            scene.later();
        }
    }
}

#[test]
fn one_file_is_packed_and_unpacked_and_a_folder_is_not() {
    for kind in ["gz", "zst", "xz"] {
        let scene = Scene::with_trees();
        assert!(scene.run(scene.compress("from/tree/one", &format!("free/one.{kind}"))).is_complete(), "{kind}");
        assert!(extract(&scene, &format!("free/one.{kind}"), "free/one").is_complete(), "{kind}");
        assert_eq!(scene.read("free/one").as_deref(), Some("new one"), "{kind}");
        assert_eq!(reasons(&scene.run(scene.compress("from/tree", &format!("free/tree.{kind}")))), [Reason::OneFile]);
        assert!(!scene.path(&format!("free/tree.{kind}")).exists(), "{kind}");
    }
}

/// A tar of entries that are written as they are.
fn tar(scene: &Scene, entries: &[(&str, tar::EntryType, &str)]) {
    let mut builder = tar::Builder::new(fs::File::create(scene.path("free/bad.tar")).unwrap());
    for (name, kind, content) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(*kind);
        header.set_mode(0o6777);
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        let data = if *kind == tar::EntryType::Regular { *content } else { "" };
        header.as_old_mut().linkname[..content.len()].copy_from_slice(content.as_bytes());
        header.set_size(data.len() as u64);
        header.set_cksum();
        builder.append(&header, data.as_bytes()).unwrap();
    }
    builder.into_inner().unwrap().flush().unwrap();
}

#[test]
fn nothing_gets_out_of_the_folder() {
    use tar::EntryType::{Char, Directory, Link, Regular, Symlink};
    let scene = Scene::with_trees();
    scene.write("evil", "untouched");
    tar(
        &scene,
        &[
            ("../evil", Regular, "evil"),
            ("a/../../evil", Regular, "evil"),
            ("/absolute", Regular, "below the folder"),
            ("up", Symlink, "../.."),
            ("up/evil", Regular, "evil"),
            ("root", Symlink, "/"),
            ("sly", Symlink, "d/../../.."),
            ("deep/", Directory, ""),
            ("deep/fine", Symlink, "../absolute"),
            ("hard", Link, "../../evil"),
            ("device", Char, ""),
            ("twice", Regular, "first"),
            ("twice", Regular, "second"),
        ],
    );
    let outcome = extract(&scene, "free/bad.tar", "free/bad");
    let left_out: Vec<_> = outcome.failed.iter().map(|it| (it.path.clone(), it.reason)).collect();
    let bad = |name: &str| scene.path("free/bad.tar").join(name);
    let perm = Reason::System(rustix::io::Errno::PERM);
    assert_eq!(
        left_out,
        [
            (bad("../evil"), Reason::Escapes),
            (bad("a/../../evil"), Reason::Escapes),
            (bad("up"), Reason::Escapes),
            (bad("root"), Reason::Escapes),
            (bad("sly"), Reason::Escapes),
            (bad("hard"), Reason::Escapes),
            (bad("device"), perm),
            (bad("twice"), Reason::Twice),
        ]
    );
    assert_eq!(scene.read("evil").as_deref(), Some("untouched"));
    assert_eq!(scene.read("free/bad/absolute").as_deref(), Some("below the folder"));
    assert_eq!(scene.read("free/bad/up/evil").as_deref(), Some("evil"), "in a folder of that name");
    assert_eq!(scene.read("free/bad/deep/fine").as_deref(), Some("below the folder"));
    assert_eq!(scene.read("free/bad/twice").as_deref(), Some("first"));
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&scene.path("free/bad/absolute").metadata().unwrap().permissions());
    assert_eq!(mode & 0o7777, 0o755, "neither set-user nor for others to write");
}

#[test]
fn what_swells_without_end_leaves_nothing() {
    let scene = Scene::with_trees();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![0; 1 << 20];
    (0..300).for_each(|_| packer.write_all(&zeros).unwrap());
    fs::write(scene.path("free/bomb.gz"), packer.finish().unwrap()).unwrap();
    assert_eq!(reasons(&extract(&scene, "free/bomb.gz", "free/bomb")), [Reason::Bomb]);
    let names: Vec<_> = fs::read_dir(scene.path("free")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["bomb.gz"]);
}

#[test]
fn a_damaged_archive_leaves_nothing() {
    for kind in ["zip", "tar.gz", "tar.zst", "tar.xz", "7z"] {
        let scene = Scene::with_trees();
        let archive = scene.path(&format!("free/tree.{kind}"));
        if kind == "7z" {
            fs::write(&archive, b"7z\xbc\xaf\x27\x1c and nothing of it").unwrap();
        } else {
            assert!(scene.run(scene.compress("from/tree", &format!("free/tree.{kind}"))).is_complete());
            let bytes = fs::read(&archive).unwrap();
            fs::write(&archive, &bytes[..bytes.len() * 2 / 3]).unwrap();
        }
        let outcome = extract(&scene, &format!("free/tree.{kind}"), "free/out");
        assert_eq!(reasons(&outcome), [Reason::BadArchive], "{kind}: {outcome:?}");
        assert_eq!(fs::read_dir(scene.path("free")).unwrap().count(), 1, "{kind}");
    }
}
