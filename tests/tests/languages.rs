//! Every window in the pseudo-language and in Arabic, in `target/pictures/language-*` for people to look at.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::time::Duration;

use candela_tests::{Display, Key, Picture, Program, Size, Tree, Window};

/// A window whose picture did not change for so long has come to rest.
const REST: Duration = Duration::from_millis(500);

/// A window, and what is done in it before the picture.
struct Scene {
    name: &'static str,
    arguments: &'static [&'static str],
    keys: &'static [(&'static [Key], Key)],
}

const SCENES: [Scene; 11] = [
    Scene { name: "launcher", arguments: &["launcher"], keys: &[] },
    // What stands first in the home is a category, which has no actions.
    Scene {
        name: "launcher-actions",
        arguments: &["launcher"],
        keys: &[(&[], Key::Char('p')), (&[], Key::Char('a')), (&[], Key::Tab)],
    },
    Scene { name: "files", arguments: &["files", "."], keys: &[] },
    Scene { name: "files-palette", arguments: &["files", "."], keys: &[(&[Key::Control], Key::Char('k'))] },
    Scene {
        name: "files-question",
        arguments: &["files", "."],
        keys: &[(&[], Key::Down), (&[Key::Shift], Key::Delete)],
    },
    Scene { name: "calculator", arguments: &["calculator"], keys: &[] },
    Scene { name: "calculator-convert", arguments: &["calculator"], keys: &[(&[Key::Control], Key::Char('5'))] },
    Scene { name: "open", arguments: &["open", "--choose", "a.png"], keys: &[] },
    Scene { name: "open-question", arguments: &["open", "mine.desktop"], keys: &[] },
    Scene { name: "shutdown", arguments: &["shutdown", "--dry-run", "--root", "../root", "power-off"], keys: &[] },
    Scene { name: "session", arguments: &["shutdown", "--dry-run", "--root", "../root"], keys: &[] },
];

fn tree() -> Tree {
    let tree = Tree::new();
    candela_pseudo::write(&tree.path("data")).unwrap();
    let _types = tree.write("data/mime/globs2", "50:image/png:*.png\n50:application/x-desktop:*.desktop\n");
    for (id, name) in [("viewer", "Viewer"), ("editor", "Paint")] {
        let _path = tree.application(id, name, "%f").with("MimeType", "image/png;").install();
    }
    let _file = tree.write("home/a.png", [0, 1, 2]);
    let _file = tree.write("home/mine.desktop", "[Desktop Entry]\nType=Application\nName=Mine\nExec=mine --play\n");
    let _file = tree.write("home/Documents/letter.txt", "Dear Ada");
    let prepared = "[update]\nprepared_ids=a;1;all;debian-security,b;2;amd64;debian\n";
    let _file = tree.write("root/var/lib/PackageKit/prepared-update", prepared);
    tree
}

fn seen(display: &Display, scene: &Scene, language: &str) -> Picture {
    let tree = tree();
    let mut command = tree.command(scene.arguments);
    let _same = command.env("LANG", language);
    let program = Program::start(display, command);
    let window: Window = program.window();
    let _first = window.first_frame();
    window.wait_focused();
    for (held, key) in scene.keys {
        window.press_with(held, *key);
    }
    window.at_rest(REST)
}

#[test]
fn every_window_speaks_the_language_that_is_wanted() {
    let display = Display::start(Size(1280, 800));
    for scene in &SCENES {
        let english = seen(&display, scene, "en");
        for language in [candela_pseudo::NAME, "ar"] {
            let picture = seen(&display, scene, language);
            let file = picture.save(&format!("language-{language}-{}", scene.name));
            assert!(picture.difference(&english) > 500, "{} is as in English", file.display());
        }
    }
}
