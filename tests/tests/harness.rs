//! The harness itself: what it says was started was started, and displays do not meet.

use std::path::Path;
use std::process::Command;

use candela_tests::{Display, Size, Tree};

#[test]
fn a_started_application_tells_its_arguments() {
    let tree = Tree::new();
    let recorder = Path::new(env!("CARGO_MANIFEST_DIR")).join("record-start.sh");
    let arguments = ["starts", "org.example.Editor", "a b", "", "ü\n"];
    assert!(tree.nothing_started());
    let status = Command::new(recorder).args(arguments).current_dir(tree.path("")).status();
    assert!(status.unwrap().success());
    let started = tree.started();
    assert_eq!(started.id, "org.example.Editor");
    assert_eq!(started.arguments, ["a b", "", "ü\n"]);
    assert!(tree.nothing_started());
}

#[test]
fn two_displays_stand_side_by_side() {
    let displays = [Display::start(Size(320, 240)), Display::start(Size(320, 240))];
    assert_ne!(displays[0].name(), displays[1].name());
}
