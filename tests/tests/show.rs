//! What `make run` does on a machine without a display: it finds out, and shows the window in a picture.

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
