//! The prompt in a real window, answered by keys as a person would.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use candela_tests::{Display, Key, Program, Size, Tree, Window};

/// A window whose picture did not change for so long has found what waits.
const REST: Duration = Duration::from_millis(500);
const PREPARED: &str = "[update]\nprepared_ids=a;1;all;debian-security,b;2;amd64;debian\n";

/// A display, and a tree that counts as the whole system.
struct Scene {
    display: Display,
    tree: Tree,
}

impl Scene {
    fn new() -> Self {
        let scene = Self { display: Display::start(Size(800, 600)), tree: Tree::new() };
        let shutdown = scene.tree.write("root/sbin/shutdown", "#!/bin/sh\n");
        fs::set_permissions(shutdown, fs::Permissions::from_mode(0o755)).unwrap();
        scene
    }

    fn with_updates(self) -> Self {
        let _file = self.tree.write("root/var/lib/PackageKit/prepared-update", PREPARED);
        self
    }

    fn start(&self, words: &[&str]) -> Program {
        let root = self.tree.path("root");
        let all = ["shutdown", "--dry-run", "--root", root.to_str().unwrap()];
        Program::start(&self.display, self.tree.command(all.iter().chain(words)))
    }

    fn open(&self, words: &[&str]) -> (Program, Window) {
        let program = self.start(words);
        let window = program.window();
        let _picture = window.at_rest(REST);
        (program, window)
    }
}

#[test]
fn enter_does_what_the_primary_button_says() {
    let scene = Scene::new().with_updates();
    let (program, window) = scene.open(&["power-off"]);
    window.press(Key::Enter);
    let finished = program.finish();
    assert_eq!(finished.status.code(), Some(10), "{finished:?}");
    assert!(finished.stdout.contains("\"Trigger\",\"s\",\"power-off\""), "{finished:?}");
    assert!(finished.stdout.ends_with("/sbin/shutdown\",\"-r\",\"now\"]\n"), "{finished:?}");
}

#[test]
fn escape_and_closing_stay() {
    let scene = Scene::new().with_updates();
    let (program, window) = scene.open(&["reboot"]);
    window.press(Key::Escape);
    let finished = program.finish();
    assert_eq!((finished.status.code(), &*finished.stdout), (Some(12), ""), "{finished:?}");
}

#[test]
fn a_second_prompt_brings_the_first_to_the_front_and_decides_nothing() {
    let scene = Scene::new().with_updates();
    let (first, window) = scene.open(&["power-off"]);
    let over = Program::start(&scene.display, scene.tree.command(["calculator"]));
    let _covers = over.window();
    let second = scene.start(&["power-off"]).finish();
    assert_eq!((second.status.code(), &*second.stdout), (Some(12), ""), "{second:?}");
    assert!(second.stderr.starts_with("candela-shutdown: "), "{second:?}");
    let _in_front_again = first.window();
    window.press(Key::Escape);
    assert_eq!(first.finish().status.code(), Some(12));
    let (third, window) = scene.open(&["power-off"]);
    window.press(Key::Escape);
    assert_eq!(third.finish().status.code(), Some(12), "it is free again");
}

#[test]
fn a_display_that_goes_away_is_no_answer() {
    let scene = Scene::new().with_updates();
    let (program, window) = scene.open(&["power-off"]);
    drop(window);
    drop(scene.display);
    let finished = program.finish();
    assert!(!matches!(finished.status.code(), Some(0 | 10 | 11)), "{finished:?}");
    assert_eq!(finished.stdout, "", "nothing is done");
}

#[test]
fn a_letter_chooses_a_tile_and_nothing_is_asked_about_nothing() {
    let scene = Scene::new();
    let (program, window) = scene.open(&[]);
    window.type_text("r");
    let finished = program.finish();
    assert_eq!(finished.status.code(), Some(0), "{finished:?}");
    assert!(finished.stdout.ends_with("/sbin/shutdown\",\"-r\",\"now\"]\n"), "{finished:?}");
}

#[test]
fn a_tile_asks_where_updates_wait() {
    let scene = Scene::new().with_updates();
    let (program, window) = scene.open(&[]);
    window.type_text("d");
    let asked = window.wait_for("the question", |picture| picture.size().0 == 480);
    assert!(asked.colours() > 1);
    let _picture = window.at_rest(REST);
    window.press(Key::Enter);
    assert_eq!(program.finish().status.code(), Some(10));
}
