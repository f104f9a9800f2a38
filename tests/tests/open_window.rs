//! The "Open with" window, driven by the keyboard as a person would.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::fs;

use candela_tests::{Display, Finished, Key, Program, Size, Started, Tree, Window};

/// A display and a tree with a picture, and applications of which two open it.
struct Scene {
    display: Display,
    tree: Tree,
}

impl Scene {
    fn new() -> Self {
        let scene = Self { display: Display::start(Size(800, 700)), tree: Tree::new() };
        let _path = scene.tree.write("data/mime/globs2", "50:image/png:*.png\n50:application/x-desktop:*.desktop\n");
        let _path = scene.tree.write("home/a.png", [0, 1, 2]);
        for (id, name, types) in
            [("viewer", "Viewer", "image/png;"), ("editor", "Paint", "image/png;"), ("web", "Web", "")]
        {
            let _path = scene.tree.application(id, name, "%f").with("MimeType", types).install();
        }
        let _path = scene.tree.write("config/mimeapps.list", "[Default Applications]\nimage/png=viewer.desktop\n");
        scene
    }

    fn open(&self, arguments: &[&str]) -> (Program, Window) {
        self.run(&[&["--choose"], arguments].concat())
    }

    fn run(&self, arguments: &[&str]) -> (Program, Window) {
        let arguments = ["open"].iter().chain(arguments);
        let program = Program::start(&self.display, self.tree.command(arguments));
        let window = program.window();
        let _picture = window.first_frame();
        window.wait_focused();
        (program, window)
    }

    /// How it ended, and the ID of the application that was started on the picture.
    fn started(&self, program: Program) -> (Finished, String) {
        let Started { id, arguments } = self.tree.started();
        assert_eq!(arguments, [self.tree.path("home/a.png").to_str().unwrap()]);
        (program.finish(), id)
    }
}

#[test]
fn enter_opens_with_the_default_and_arrows_lead_to_the_others() {
    let scene = Scene::new();
    for (keys, expected) in [(&[][..], "viewer"), (&[Key::Down], "editor"), (&[Key::Down, Key::Down], "web")] {
        let (program, window) = scene.open(&["a.png"]);
        keys.iter().for_each(|key| window.press(*key));
        window.press(Key::Enter);
        let (finished, id) = scene.started(program);
        assert_eq!((finished.status.code(), id.as_str()), (Some(0), expected), "{}", finished.stderr);
    }
    let list = fs::read_to_string(scene.tree.path("config/mimeapps.list")).unwrap();
    assert!(!list.contains("editor"), "nothing is kept unasked: {list}");
}

#[test]
fn what_is_ticked_becomes_the_default() {
    let scene = Scene::new();
    let (program, window) = scene.open(&["a.png"]);
    window.type_text("pai");
    // From the search field to the check box, and back.
    window.press(Key::Tab);
    window.press(Key::Char(' '));
    window.press_with(&[Key::Shift], Key::Tab);
    window.press(Key::Enter);
    let (finished, id) = scene.started(program);
    assert_eq!((finished.status.code(), id.as_str()), (Some(0), "editor"), "{}", finished.stderr);
    assert_eq!(scene.tree.run(["open", "--default", "image/png"]).stdout, "editor.desktop\n");
}

#[test]
fn escape_clears_the_search_and_then_opens_nothing() {
    let scene = Scene::new();
    let (program, window) = scene.open(&["a.png"]);
    window.type_text("x");
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert_eq!(program.finish().status.code(), Some(1));
    assert!(scene.tree.nothing_started());
}

#[test]
fn a_dry_run_prints_what_was_chosen() {
    let scene = Scene::new();
    let (program, window) = scene.open(&["--dry-run", "a.png"]);
    window.press(Key::Enter);
    let finished = program.finish();
    assert_eq!(finished.status.code(), Some(0), "{}", finished.stderr);
    let command: Vec<String> = serde_json::from_str(&finished.stdout).unwrap();
    assert_eq!(command[2..], ["viewer", scene.tree.path("home/a.png").to_str().unwrap()]);
    assert!(scene.tree.nothing_started());
}

#[test]
fn a_desktop_entry_nobody_vouches_for_runs_only_after_a_question() {
    let scene = Scene::new();
    let recorded = scene.tree.exec("mine", "");
    let text = format!("[Desktop Entry]\nType=Application\nName=Mine\nExec={recorded}\n");
    let _path = scene.tree.write("home/mine.desktop", text);
    let ask = |keys: &[Key]| {
        let (program, window) = scene.run(&["mine.desktop"]);
        keys.iter().for_each(|key| window.press(*key));
        program.finish().status.code()
    };
    for keys in [&[Key::Enter][..], &[Key::Escape]] {
        assert_eq!(ask(keys), Some(1), "a stray key runs nothing");
        assert!(scene.tree.nothing_started(), "{keys:?}");
    }
    // From Cancel past "Show as text" to Run.
    assert_eq!(ask(&[Key::Tab, Key::Tab, Key::Enter]), Some(0));
    assert_eq!(scene.tree.started().id, "mine");
    let (program, window) = scene.run(&["mine.desktop"]);
    window.press_with(&[Key::Shift], Key::Tab);
    [Key::Char(' '), Key::Tab, Key::Tab, Key::Tab, Key::Enter].into_iter().for_each(|key| window.press(key));
    assert_eq!(program.finish().status.code(), Some(0));
    assert_eq!(scene.tree.run(["open", "mine.desktop"]).status.code(), Some(0), "it is trusted from now on");
}

#[test]
fn what_nothing_opens_is_told_with_a_way_on() {
    let scene = Scene::new();
    let _path = scene.tree.write("home/a.odd", [0, 1, 2]);
    let (program, window) = scene.run(&["a.odd"]);
    window.press(Key::Escape);
    let finished = program.finish();
    assert_eq!(finished.status.code(), Some(1));
    let lines: Vec<_> = finished.stderr.lines().collect();
    assert!(matches!(lines[..], [line] if line.contains("nothing opens") && line.contains("a.odd")), "{lines:?}");
    assert!(scene.tree.nothing_started());

    let (program, window) = scene.run(&["a.odd"]);
    // The first way is to choose an application, in a window of another process.
    window.press(Key::Enter);
    window.wait_closed();
    let choice = program.any_window();
    let _picture = choice.first_frame();
    choice.wait_focused();
    choice.type_text("pai");
    choice.press(Key::Enter);
    let Started { id, arguments } = scene.tree.started();
    assert_eq!((id.as_str(), arguments), ("editor", vec![scene.tree.path("home/a.odd").to_str().unwrap().to_owned()]));
    let finished = program.finish();
    assert_eq!(finished.status.code(), Some(0), "{}", finished.stderr);
}

#[test]
fn what_is_missing_is_told_and_the_folder_shown() {
    let scene = Scene::new();
    let _path = scene.tree.application("folders", "Folders", "%f").with("MimeType", "inode/directory;").install();
    let (program, window) = scene.run(&["gone.png"]);
    window.press(Key::Enter);
    let Started { id, arguments } = scene.tree.started();
    assert_eq!((id.as_str(), arguments), ("folders", vec![scene.tree.path("home").to_str().unwrap().to_owned()]));
    let finished = program.finish();
    assert_eq!(finished.status.code(), Some(1), "the file is still not open: {}", finished.stderr);
}
