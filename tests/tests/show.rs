//! What `make run` does on a machine without a display: it finds out, and shows the window in a picture.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use candela_tests::{Display, Size, Tree, run};

fn show(tree: &Tree, arguments: &[&str]) -> Command {
    tree.command_of(Path::new(env!("CARGO_BIN_EXE_show")), arguments)
}

#[test]
fn a_display_counts_only_when_it_answers() {
    let tree = Tree::new();
    let display = Display::start(Size(320, 240));
    for (variable, value, expected) in [
        ("DISPLAY", display.name(), 0),
        ("DISPLAY", ":4000", 1),
        ("WAYLAND_DISPLAY", "wayland-nowhere", 1),
        ("NOTHING", "", 1),
    ] {
        let mut command = show(&tree, &["--has-display"]);
        let _same = command.env(variable, value);
        assert_eq!(run(command).status.code(), Some(expected), "{variable}={value}");
    }
}

#[test]
fn without_a_display_a_picture_of_the_window_is_left_behind() {
    let tree = Tree::new();
    tree.fill(20);
    let candela = candela_tests::candela().to_str().unwrap();
    let mut command = show(&tree, &[candela, "launcher"]);
    let _same = command.env("CARGO_TARGET_DIR", tree.path("target"));
    let finished = run(command);
    assert_eq!(finished.status.code(), Some(0), "{finished:?}");
    let picture = tree.path("target/pictures/launcher.png");
    assert!(finished.stdout.contains(picture.to_str().unwrap()), "{finished:?}");
    let size = image::image_dimensions(&picture).unwrap();
    assert!(size.0 >= 480 && size.1 >= 360, "{size:?}");
}

#[test]
fn without_a_display_the_desktop_that_was_installed_is_shown_and_ends() {
    let tree = Tree::new();
    let (built, prefix) = (tree.path("built"), tree.path("prefix"));
    fs::create_dir_all(built.join("release")).unwrap();
    for name in ["candela", "candela-update-helper"] {
        // What is installed under the helper's name does not matter here.
        symlink(candela_tests::candela(), built.join("release").join(name)).unwrap();
    }
    let mut install = Command::new("make");
    let _same = install
        .args(["install", "DESTDIR=", &format!("PREFIX={}", prefix.display())])
        .env("CARGO_TARGET_DIR", &built)
        .env_remove("MAKEFLAGS")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let installed = run(install);
    assert!(installed.status.success(), "{installed:?}");
    let mut command = show(&tree, &["--desktop", prefix.to_str().unwrap()]);
    let _same = command.env("CARGO_TARGET_DIR", tree.path("target"));
    let finished = run(command);
    assert_eq!(finished.status.code(), Some(0), "{finished:?}");
    let picture = tree.path("target/pictures/desktop.png");
    assert!(finished.stdout.contains(picture.to_str().unwrap()), "{finished:?}");
    assert_eq!(image::image_dimensions(&picture).unwrap(), (1280, 800));
}
