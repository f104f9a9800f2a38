//! The launcher on Wayland: a surface above all windows where the compositor has layers, and a window where not.

use std::fs;
use std::path::PathBuf;

use candela_tests::platform::wake_ups;
use candela_tests::{Compositor, Tree, run, wait_until};

/// The request for a surface on a layer, which names it.
const SURFACE: &[&str] = &[".get_layer_surface(", "\"candela-launcher\""];
/// The end of one.
const GONE: &[&str] = &["zwlr_layer_surface_v1", ".destroy()"];
/// The keyboard comes to the surface; each of three listeners is told.
const KEYS: &[&str] = &["wl_keyboard", ".enter("];
/// The query has the keyboard: it takes texts.
const QUERY: &[&str] = &["zwp_text_input_v3", ".set_content_type("];

/// An application that writes a file when it starts.
fn probe(tree: &Tree) -> PathBuf {
    let started = tree.path("state/started");
    let script = tree.script("bin/probe", &format!("echo >{}", started.display()));
    let entry = format!("[Desktop Entry]\nType=Application\nName=Probe\nExec={}\n", script.display());
    let _path = tree.write("data/applications/probe.desktop", entry);
    started
}

#[test]
fn it_is_a_surface_on_a_layer_that_takes_the_keys_and_comes_and_goes() {
    let tree = Tree::new();
    let started = probe(&tree);
    let compositor = Compositor::sway(&tree);
    let keyboard = compositor.keyboard();
    let mut launcher = compositor.client(&tree, &["launcher", "--toggle"]);
    let toggle = || {
        let mut command = compositor.command(&tree);
        let _same = command.arg(tree.path("candela")).args(["launcher", "--toggle"]);
        assert!(run(command).status.success());
    };
    launcher.wait_for(1, KEYS);
    launcher.wait_for(1, QUERY);
    assert_eq!((launcher.count(SURFACE), launcher.count(GONE)), (1, 0));
    assert_eq!(compositor.windows(&tree), [""; 0], "no window of any kind");

    keyboard.press(&["p", "r", "o", "b", "Return"]);
    wait_until(|| "the application was not started".to_owned(), || started.exists());
    launcher.wait_for(1, GONE);

    // Unseen, it sleeps: what is still to be done is done once, and then nothing.
    let process = launcher.id();
    wait_until(
        || "it never sleeps".to_owned(),
        || {
            let before = wake_ups(process);
            std::thread::sleep(std::time::Duration::from_secs(1));
            wake_ups(process) == before
        },
    );

    let show = |times| {
        let keys = launcher.count(KEYS);
        toggle();
        launcher.wait_for(times, SURFACE);
        launcher.wait_for(keys + 1, KEYS);
    };
    show(2);
    toggle();
    launcher.wait_for(2, GONE);
    show(3);
    keyboard.press(&["Escape"]);
    launcher.wait_for(3, GONE);
    assert_eq!((launcher.count(SURFACE), launcher.count(GONE)), (3, 3));
    assert!(launcher.is_running(), "it stays");
}

#[test]
fn a_click_on_an_application_starts_it() {
    let tree = Tree::new();
    let started = probe(&tree);
    let compositor = Compositor::sway(&tree);
    let pointer = compositor.pointer();
    let launcher = compositor.client(&tree, &["launcher", "--toggle"]);
    launcher.wait_for(1, &["zwlr_layer_surface_v1", ".configure("]);
    // There the home view has its first application, and nothing until it is read.
    pointer.go(347, 515);
    launcher.wait_for(1, &["wl_pointer", ".enter("]);
    wait_until(
        || "the application was not started".to_owned(),
        || {
            pointer.click();
            started.exists()
        },
    );
    launcher.wait_for(1, GONE);
}

#[test]
fn what_is_copied_from_it_outlives_its_surface() {
    let tree = Tree::new();
    let compositor = Compositor::sway(&tree);
    let keyboard = compositor.keyboard();
    let launcher = compositor.client(&tree, &["launcher", "--toggle"]);
    launcher.wait_for(1, QUERY);
    keyboard.press(&["1", "2", "asterisk", "1", "2", "Return"]);
    launcher.wait_for(1, GONE);
    let mut paste = compositor.command(&tree);
    let _same = paste.args(["wl-paste", "--no-newline"]);
    assert_eq!(run(paste).stdout, "144");
}

#[test]
fn it_stands_in_the_upper_third_of_its_output() {
    let tree = Tree::new();
    let compositor = Compositor::sway(&tree);
    let launcher = compositor.client(&tree, &["launcher"]);
    launcher.wait_for(1, &["zwlr_layer_surface_v1", ".configure("]);
    assert_eq!(launcher.count(&["zwlr_layer_surface_v1", ".set_size(720, 528)"]), 1);
    assert_eq!(launcher.count(&["zwlr_layer_surface_v1", ".set_margin(91, 0, 0, 0)"]), 1, "a third of 800 - 528");
}

#[test]
fn it_ends_with_a_word_where_the_compositor_does() {
    let tree = Tree::new();
    let compositor = Compositor::sway(&tree);
    let keyboard = compositor.keyboard();
    let mut launcher = compositor.client(&tree, &["launcher", "--toggle"]);
    launcher.wait_for(1, KEYS);
    drop((keyboard, compositor));
    assert_eq!(launcher.ended().code(), Some(1), "neither killed nor panicked");
    assert_eq!(launcher.count(&["candela-launcher: "]), 1);
}

#[test]
fn it_is_a_window_where_the_compositor_has_no_layers() {
    let tree = Tree::new();
    let compositor = Compositor::weston(&tree);
    let mut launcher = compositor.client(&tree, &["launcher", "--toggle"]);
    launcher.wait_for(1, &["xdg_toplevel", ".set_app_id(\"candela-launcher\")"]);
    // The first picture is empty; the second one is drawn for somebody who sees it.
    launcher.wait_for(2, &["wl_surface", ".attach("]);
    assert_eq!(launcher.count(SURFACE), 0);
    // Such a window cannot hide: it ends where others do.
    let mut command = compositor.command(&tree);
    let _same = command.arg(tree.path("candela")).args(["launcher", "--toggle"]);
    assert!(command.status().unwrap().success());
    assert_eq!(launcher.ended().code(), Some(0));
    let trace = fs::read_to_string(tree.path("state/trace")).unwrap();
    assert!(!trace.contains("panicked"), "{trace}");
}
