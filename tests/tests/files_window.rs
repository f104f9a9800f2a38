//! The file manager in a real window, driven by the keyboard as a person would.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use candela_tests::{Display, Key, Picture, Program, Size, Tree, Window, wait_until};

/// A selected row, in the light look.
const SELECTION: [u8; 3] = [0xdc, 0xe6, 0xfa];

/// The button of a question that does it.
const ACCENT: [u8; 3] = [0x2b, 0x5f, 0xd3];

fn is_selected(picture: &Picture) -> bool {
    picture.centre_of(SELECTION).is_some()
}

/// A display and a tree with files, and a window on one of its folders.
struct Scene {
    display: Display,
    tree: Tree,
}

impl Scene {
    fn new(files: &[(&str, &str)]) -> Self {
        let scene = Self { display: Display::start(Size(1280, 800)), tree: Tree::new() };
        for (name, contents) in files {
            let _path = scene.tree.write(&format!("home/{name}"), contents);
        }
        scene
    }

    fn open(&self, folder: &str) -> (Program, Window) {
        let path = self.tree.path(format!("home/{folder}"));
        let program = Program::start(&self.display, self.tree.command(["files", path.to_str().unwrap()]));
        let window = program.window();
        let _picture = window.first_frame();
        (program, window)
    }

    fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.tree.path(format!("home/{name}"))).ok()
    }

    /// Waits until a file holds that, or is gone.
    fn wait_for(&self, name: &str, contents: Option<&str>) {
        let told = || format!("{name} holds {:?} instead of {contents:?}", self.read(name));
        wait_until(told, || self.read(name).as_deref() == contents);
    }
}

fn with_control(window: &Window, letter: char) {
    window.press_with(&[Key::Control], Key::Char(letter));
}

#[test]
fn what_is_trashed_comes_back_by_undo() {
    let scene = Scene::new(&[("d/one.txt", "1"), ("d/two.txt", "2")]);
    let (_program, window) = scene.open("d");
    window.press(Key::Down);
    let _selected = window.wait_for("a selected row", is_selected);
    window.press(Key::Delete);
    scene.wait_for("d/one.txt", None);
    assert_eq!(scene.read("d/two.txt").as_deref(), Some("2"));
    with_control(&window, 'z');
    scene.wait_for("d/one.txt", Some("1"));
}

#[test]
fn copies_go_where_one_pastes_and_names_that_exist_are_asked_about() {
    let scene = Scene::new(&[("a/new.txt", "new"), ("a/same.txt", "from a"), ("b/same.txt", "from b")]);
    let (_program, window) = scene.open("a");
    window.press(Key::Down);
    let _read = window.wait_for("a selected row", is_selected);
    with_control(&window, 'a');
    with_control(&window, 'c');
    window.press_with(&[Key::Alt], Key::Up);
    let _above = window.wait_for("the folder one came from", is_selected);
    window.press(Key::Down);
    window.press(Key::Enter);
    let _empty = window.wait_for("another folder", |picture| !is_selected(picture));
    with_control(&window, 'v');
    scene.wait_for("b/new.txt", Some("new"));
    assert_eq!(scene.read("b/same.txt").as_deref(), Some("from b"), "nothing is replaced unasked");
    // The accent of the button that replaces is not dimmed.
    let _asked = window.wait_for("the question", |picture| picture.centre_of(ACCENT).is_some());
    window.press(Key::Enter);
    scene.wait_for("b/same.txt", Some("from a"));
    assert_eq!(scene.read("a/same.txt").as_deref(), Some("from a"), "it was a copy");
}

#[test]
fn what_is_cut_in_one_window_is_pasted_in_that_of_another_process() {
    let scene = Scene::new(&[("a/one two.txt", "1"), ("b/other.txt", "2")]);
    let (_first, source) = scene.open("a");
    source.press(Key::Down);
    let _selected = source.wait_for("a selected row", is_selected);
    with_control(&source, 'x');
    let (_second, target) = scene.open("b");
    target.press(Key::Down);
    let _selected = target.wait_for("a selected row", is_selected);
    with_control(&target, 'v');
    scene.wait_for("b/one two.txt", Some("1"));
    scene.wait_for("a/one two.txt", None);
}

#[test]
fn enter_opens_a_file_with_the_application_of_its_type() {
    let scene = Scene::new(&[("d/note.txt", "text")]);
    let editor = scene.tree.application("org.example.Editor", "Editor", "%f");
    let _path = editor.with("MimeType", "text/plain;").install();
    let (_program, window) = scene.open("d");
    window.type_text("no");
    let _found = window.wait_for("the row that was typed for", is_selected);
    window.press(Key::Enter);
    let started = scene.tree.started();
    assert_eq!(started.id, "org.example.Editor");
    assert_eq!(started.arguments, [scene.tree.path("home/d/note.txt").to_str().unwrap()]);
}

#[test]
fn a_file_is_found_by_what_it_holds_and_opened() {
    let scene =
        Scene::new(&[("d/needle.md", "only its name"), ("d/sub/deep.txt", "here is the Needle"), ("d/z.txt", "")]);
    let editor = scene.tree.application("org.example.Editor", "Editor", "%f");
    let _path = editor.with("MimeType", "text/plain;").install();
    let (_program, window) = scene.open("d");
    window.press_with(&[Key::Control, Key::Alt], Key::Char('f'));
    // The field that has the keyboard has an edge in the accent.
    let _field = window.wait_for("the field", |picture| picture.centre_of(ACCENT).is_some());
    window.type_text("needle");
    let _found = window.at_rest(Duration::from_millis(600));
    window.press(Key::Enter);
    let _selected = window.wait_for("the file that was found", is_selected);
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().arguments, [scene.tree.path("home/d/sub/deep.txt").to_str().unwrap()]);
}

#[test]
fn a_window_without_a_folder_shows_what_the_last_one_showed() {
    let scene = Scene::new(&[("d/note.txt", "text"), ("other.txt", "")]);
    let editor = scene.tree.application("org.example.Editor", "Editor", "%f");
    let _path = editor.with("MimeType", "text/plain;").install();
    let open = || {
        let program = Program::start(&scene.display, scene.tree.command(["files"]));
        let window = program.window();
        let _picture = window.first_frame();
        (program, window)
    };
    let (first, window) = open();
    with_control(&window, 'l');
    let _field = window.wait_for("the field", |picture| picture.centre_of(ACCENT).is_some());
    with_control(&window, 'a');
    window.type_text("~/d");
    window.press(Key::Enter);
    let _read = window.at_rest(Duration::from_millis(600));
    with_control(&window, 'w');
    assert!(first.finish().status.success());
    let (_second, window) = open();
    window.type_text("no");
    let _found = window.wait_for("the row that was typed for", is_selected);
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().arguments, [scene.tree.path("home/d/note.txt").to_str().unwrap()]);
}

#[test]
fn a_file_that_appears_is_shown_and_one_that_cannot_be_read_says_so() {
    let scene = Scene::new(&[("d/one.txt", "1")]);
    let (_program, window) = scene.open("d");
    window.press(Key::End);
    let (x, y) = window.wait_for("a selected row", is_selected).centre_of(SELECTION).unwrap();
    // What comes before moves the selected row down.
    let _path = scene.tree.write("home/d/before.txt", "0");
    let moved = |picture: &Picture| picture.centre_of(SELECTION).is_some_and(|(at, down)| at == x && down > y);
    let _shown = window.wait_for("the new file", moved);
    fs::remove_dir_all(Path::new(&scene.tree.path("home/d"))).unwrap();
    let _gone = window.wait_for("no rows", |picture| !is_selected(picture));
    assert!(window.is_open());
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Waits until git answers so.
fn wait_for_git(folder: &Path, arguments: &[&str], expected: &str) {
    let told = || format!("{arguments:?}: {}", git(folder, arguments));
    wait_until(told, || git(folder, arguments).trim() == expected);
}

#[test]
fn changes_are_discarded_into_the_trash_staged_and_committed() {
    /// In the first row of the panel: what stages, and what discards; and the message below.
    const STAGE: (i16, i16) = (804, 113);
    const DISCARD: (i16, i16) = (1090, 113);
    const MESSAGE: (i16, i16) = (947, 627);
    const REST: Duration = Duration::from_millis(400);
    let scene = Scene::new(&[("d/file.txt", "one")]);
    let folder = scene.tree.path("home/d");
    let _said = git(&folder, &["init", "-q", "-b", "main"]);
    for (key, value) in [("user.name", "t"), ("user.email", "t@t")] {
        let _said = git(&folder, &["config", key, value]);
    }
    let _said = git(&folder, &["add", "-A"]);
    let _said = git(&folder, &["commit", "-q", "-m", "one"]);
    let _path = scene.tree.write("home/d/file.txt", "two");
    let (_program, window) = scene.open("d");
    with_control(&window, 'g');
    let _panel = window.at_rest(REST);
    window.click(DISCARD.0, DISCARD.1);
    scene.wait_for("d/file.txt", Some("one"));
    let trashed = scene.tree.run(["files", "trash-list", "--json"]);
    assert!(trashed.stdout.contains("file.txt"), "{trashed:?}");
    let _path = scene.tree.write("home/d/file.txt", "three");
    let _again = window.at_rest(REST);
    window.click(STAGE.0, STAGE.1);
    wait_for_git(&folder, &["diff", "--cached", "--name-only"], "file.txt");
    let _staged = window.at_rest(REST);
    window.click(MESSAGE.0, MESSAGE.1);
    // The window manager holds the click back for a moment: keys would come before it.
    let _focused = window.wait_for("the focus on the message", |picture| picture.centre_of(ACCENT).is_some());
    window.type_text("second");
    window.press(Key::Enter);
    wait_for_git(&folder, &["log", "--format=%s", "-1"], "second");
}

/// Has a command done, by its name in the palette.
fn command(window: &Window, name: &str) {
    const REST: Duration = Duration::from_millis(300);
    with_control(window, 'k');
    let _palette = window.wait_for("the palette", |picture| picture.centre_of(ACCENT).is_some());
    window.type_text(name);
    let _found = window.at_rest(REST);
    window.press(Key::Enter);
    let _done = window.at_rest(REST);
}

#[test]
fn many_files_are_renamed_at_once_and_one_undo_takes_all_of_it_back() {
    let scene = Scene::new(&[("d/a.txt", "1"), ("d/b.txt", "2"), ("d/c.md", "3")]);
    let (_program, window) = scene.open("d");
    window.press(Key::Down);
    let _selected = window.wait_for("a selected row", is_selected);
    with_control(&window, 'a');
    command(&window, "Rename");
    with_control(&window, 'a');
    window.type_text("day {n}{ext}");
    window.press(Key::Enter);
    for (name, contents) in [("day 1.txt", "1"), ("day 2.txt", "2"), ("day 3.md", "3")] {
        scene.wait_for(&format!("d/{name}"), Some(contents));
    }
    scene.wait_for("d/a.txt", None);
    let _renamed = window.wait_for("the renamed rows", is_selected);
    with_control(&window, 'z');
    for (name, contents) in [("a.txt", Some("1")), ("b.txt", Some("2")), ("c.md", Some("3")), ("day 3.md", None)] {
        scene.wait_for(&format!("d/{name}"), contents);
    }
}

#[test]
fn what_is_in_the_trash_is_restored_from_there() {
    let scene = Scene::new(&[("d/one.txt", "1"), ("d/two.txt", "2")]);
    let (_program, window) = scene.open("d");
    window.press(Key::Down);
    let _selected = window.wait_for("a selected row", is_selected);
    window.press(Key::Delete);
    scene.wait_for("d/one.txt", None);
    with_control(&window, 'l');
    let _field = window.wait_for("the field", |picture| picture.centre_of(ACCENT).is_some());
    with_control(&window, 'a');
    window.type_text(scene.tree.path("data/Trash/files").to_str().unwrap());
    window.press(Key::Enter);
    let _trash = window.wait_for("no selected row", |picture| !is_selected(picture));
    let _read = window.at_rest(Duration::from_millis(300));
    window.press(Key::Down);
    let _selected = window.wait_for("what is in the trash", is_selected);
    // Its name is taken: it is asked, and what is replaced goes to the trash in its place.
    let _taken = scene.tree.write("home/d/one.txt", "new");
    command(&window, "Restore");
    let before = window.at_rest(Duration::from_millis(300));
    let _picture = before.save("files-restore-conflict");
    window.press(Key::Enter);
    scene.wait_for("d/one.txt", Some("1"));
    let left: Vec<_> = fs::read_dir(scene.tree.path("data/Trash/files")).unwrap().flatten().collect();
    assert_eq!(left.iter().map(|entry| fs::read_to_string(entry.path()).unwrap()).collect::<Vec<_>>(), ["new"]);
}

#[test]
fn the_window_fits_a_small_screen_with_its_frame() {
    let scene = Scene { display: Display::start(Size(480, 640)), tree: Tree::new() };
    let _file = scene.tree.write("home/d/one.txt", "1");
    let program =
        Program::start(&scene.display, scene.tree.command(["files", scene.tree.path("home/d").to_str().unwrap()]));
    let window = program.window();
    wait_until(|| format!("{:?}", window.size()), || window.size().0 <= 480 && window.size().1 <= 600);
}

#[test]
fn an_archive_is_made_and_extracted_beside_itself() {
    let scene = Scene::new(&[("d/inside/one.txt", "1")]);
    let (_program, window) = scene.open("d");
    window.press(Key::Down);
    let _selected = window.wait_for("a selected row", is_selected);
    command(&window, "Create an archive");
    window.press(Key::Enter);
    let archive = scene.tree.path("home/d/inside.zip");
    wait_until(|| "no archive is made".to_owned(), || archive.is_file());
    // The new file is selected.
    let _made = window.at_rest(Duration::from_millis(400));
    command(&window, "Extract here");
    scene.wait_for("d/inside (2)/one.txt", Some("1"));
}

#[test]
fn a_command_gets_other_keys_and_hears_them_at_once() {
    const REST: Duration = Duration::from_millis(300);
    let scene = Scene::new(&[("d/one.txt", "1"), ("d/two.txt", "2")]);
    let (_program, window) = scene.open("d");
    command(&window, "Keyboard shortcuts");
    window.type_text("Select all");
    let _found = window.at_rest(REST);
    window.press(Key::Enter);
    let _asked = window.at_rest(REST);
    with_control(&window, 'b');
    let settings = scene.tree.path("config/candela/files.toml");
    let kept = || fs::read_to_string(&settings).unwrap_or_default();
    wait_until(|| format!("the settings hold {:?}", kept()), || kept() == "[keys]\nselect-all = \"Ctrl B\"\n");
    // The first one empties the field.
    window.press(Key::Escape);
    let _emptied = window.at_rest(REST);
    window.press(Key::Escape);
    let _closed = window.wait_for("no selected row", |picture| !is_selected(picture));
    with_control(&window, 'b');
    let _all = window.wait_for("selected rows", is_selected);
}
