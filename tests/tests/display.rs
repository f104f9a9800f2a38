//! What the programs say where there is no display to open a window on.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::os::unix::net::UnixListener;

use candela_tests::Tree;

/// Every program with a window, with the arguments that open it.
const WINDOWS: [&[&str]; 4] = [&["calculator"], &["files"], &["launcher"], &["open", "--choose", "note.txt"]];

/// Runs each in turn with these variables; the one line that each says.
fn said(variables: &[(&str, &str)]) -> Vec<String> {
    let tree = Tree::new();
    let _path = tree.application("org.example.Editor", "Editor", "%f").with("MimeType", "text/plain;").install();
    let _path = tree.write("home/note.txt", "text");
    // A socket that was left behind: there is a display's name, and nobody behind it.
    drop(UnixListener::bind(tree.path("runtime/left")).unwrap());
    let run = |arguments: &&[&str]| {
        let output = tree.command(*arguments).envs(variables.iter().copied()).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), stderr.lines().count()), (Some(1), 1), "{arguments:?}: {stderr}");
        stderr
    };
    WINDOWS.iter().map(run).collect()
}

#[test]
fn without_a_display_a_line_says_what_to_set() {
    for line in said(&[]) {
        assert!(line.contains("no display to open a window on"), "{line}");
    }
}

#[test]
fn a_display_that_does_not_answer_is_named() {
    for (variable, name) in [("DISPLAY", ":7777"), ("DISPLAY", "nonsense"), ("WAYLAND_DISPLAY", "left")] {
        for line in said(&[(variable, name)]) {
            assert!(line.contains(&format!("“{name}” does not answer")), "{line}");
        }
    }
}
