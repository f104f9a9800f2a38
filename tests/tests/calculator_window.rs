//! The calculator in a real window, driven by keyboard and mouse as a person would.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::time::Duration;

use candela_tests::{Display, Key, Program, Size, Tree, Window};
use serde_json::Value;

/// A window whose picture did not change for so long has come to rest. Shorter than the caret's blinking.
const REST: Duration = Duration::from_millis(250);
/// The key with the equals sign, in the light look: the accent.
const ACCENT: [u8; 3] = [0x2b, 0x5f, 0xd3];
/// The history, below the tree.
const HISTORY: &str = "data/candela/calculator-history.jsonl";

/// A display, a tree, and a calculator on them.
struct Scene {
    display: Display,
    tree: Tree,
}

impl Scene {
    fn new() -> Self {
        Self { display: Display::start(Size(1280, 800)), tree: Tree::new() }
    }

    fn open(&self) -> (Program, Window) {
        let program = Program::start(&self.display, self.tree.command(["calculator"]));
        let window = program.window();
        let _picture = window.first_frame();
        (program, window)
    }

    /// Closes the window as a person does, and returns the lines it has kept: what was entered, and its result.
    fn kept(&self, program: Program, window: &Window) -> Vec<(String, String)> {
        // What is not worked out when the window closes is kept without a result.
        let _settled = window.at_rest(REST);
        window.press_with(&[Key::Control], Key::Char('w'));
        window.wait_closed();
        assert_eq!(program.finish().status.code(), Some(0));
        let text = std::fs::read_to_string(self.tree.path(HISTORY)).unwrap();
        let lines = text.lines().skip(1).map(|line| serde_json::from_str::<Value>(line).unwrap());
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        lines.map(|line| (word(&line["text"]), word(&line["result"]))).collect()
    }
}

fn pairs(lines: &[(&str, &str)]) -> Vec<(String, String)> {
    lines.iter().map(|(text, result)| ((*text).to_owned(), (*result).to_owned())).collect()
}

#[test]
fn lines_that_are_typed_are_worked_out_and_kept_over_a_restart() {
    let scene = Scene::new();
    let (program, window) = scene.open();
    window.type_text("48*12");
    window.press(Key::Enter);
    window.type_text("+24");
    window.press(Key::Enter);
    let kept = scene.kept(program, &window);
    assert_eq!(kept, pairs(&[("48*12", "576"), ("ans+24", "600")]));
    let (program, window) = scene.open();
    window.type_text("#1/2");
    window.press(Key::Enter);
    let kept = scene.kept(program, &window);
    assert_eq!(kept, pairs(&[("48*12", "576"), ("ans+24", "600"), ("#1/2", "288")]));
}

#[test]
fn a_line_with_an_error_can_be_mended_at_its_place() {
    let scene = Scene::new();
    let (program, window) = scene.open();
    window.type_text("12/0+1");
    let typed = window.at_rest(REST);
    window.press(Key::Enter);
    let told = window.wait_for("the error", |picture| picture.difference(&typed) > 200);
    let _file = told.save("calculator-error");
    // The caret stands before the zero.
    window.press(Key::Delete);
    window.type_text("4");
    window.press(Key::Enter);
    assert_eq!(scene.kept(program, &window), pairs(&[("12/4+1", "4")]));
}

#[test]
fn keys_of_the_keypad_do_what_stands_on_them() {
    let scene = Scene::new();
    let (program, window) = scene.open();
    window.type_text("6*7");
    let typed = window.at_rest(REST);
    let (x, y) = typed.centre_of(ACCENT).unwrap();
    window.click(x, y);
    assert_eq!(scene.kept(program, &window), pairs(&[("6*7", "42")]));
}

#[test]
fn a_copied_result_can_be_pasted() {
    let scene = Scene::new();
    let (program, window) = scene.open();
    window.type_text("1000*1000");
    let _shown = window.at_rest(REST);
    window.press_with(&[Key::Control], Key::Char('c'));
    let _copied = window.at_rest(REST);
    window.press(Key::Escape);
    let _empty = window.at_rest(REST);
    window.press_with(&[Key::Control], Key::Char('v'));
    window.press(Key::Enter);
    // What was copied has marks between its groups; what is pasted is read as the same number.
    assert_eq!(scene.kept(program, &window), pairs(&[("1000000", "1,000,000")]));
}

#[test]
fn every_mode_is_shown_in_every_language_and_the_smallest_window() {
    for (language, name) in [("C.UTF-8", "en"), ("de_DE.UTF-8", "de"), ("ar_EG.UTF-8", "ar"), ("ja_JP.UTF-8", "ja")] {
        let scene = Scene::new();
        let mut command = scene.tree.command(["calculator"]);
        let _same = command.env("LANG", language);
        let program = Program::start(&scene.display, command);
        let window = program.window();
        let mut before = window.first_frame();
        for mode in ['2', '3', '4', '5', '6', '1'] {
            window.press_with(&[Key::Control], Key::Char(mode));
            let _other = window.wait_for("another mode", |picture| picture.difference(&before) > 2000);
            before = window.at_rest(REST);
            let _file = before.save(&format!("calculator-{name}-{mode}"));
        }
        window.resize(Size(320, 480));
        let _file = window.at_rest(REST).save(&format!("calculator-{name}-small"));
        assert!(window.is_open());
    }
}

#[test]
fn without_a_display_the_calculator_says_so_in_one_line() {
    let tree = Tree::new();
    let finished = tree.run(["calculator"]);
    assert_eq!(finished.status.code(), Some(1), "{finished:?}");
    assert_eq!(finished.stderr.lines().count(), 1, "{finished:?}");
    assert!(finished.stderr.starts_with("candela-calculator: "), "{finished:?}");
}
