//! The prompt and the services of a desktop as python-dbusmock plays them: who turns the computer off is told to, and a
//! refusal or a lost answer is heard.

use candela_tests::{Bus, Finished, Tree, run};

const LOGIND: &str = "org.freedesktop.login1";
const CONSOLE_KIT: &str = "org.freedesktop.ConsoleKit";
const MANAGER: &str = "/org/freedesktop/ConsoleKit/Manager";

/// Runs the prompt in an empty tree with that system bus.
fn prompt(tree: &Tree, bus: &Bus, words: &[&str]) -> Finished {
    let root = tree.path("root");
    std::fs::create_dir_all(&root).expect("the tree is ours");
    let mut command = tree.command(["shutdown", "--root", root.to_str().expect("a plain path")]);
    let _same = command.args(words).env("DBUS_SYSTEM_BUS_ADDRESS", bus.address());
    run(command)
}

fn status(finished: &Finished) -> Option<i32> {
    finished.status.code()
}

#[test]
fn logind_is_told_to_turn_off_and_to_start_again() {
    let (tree, bus) = (Tree::new(), Bus::start());
    let logind = bus.play(LOGIND, &["--template", "logind"]);
    for (words, method) in [("power-off", "PowerOff"), ("reboot", "Reboot")] {
        let finished = prompt(&tree, &bus, &[words, "--answer", "skip"]);
        assert_eq!(status(&finished), Some(0), "{finished:?}");
        assert!(logind.log().contains(&format!("{method} False")), "{words}: {}", logind.log());
    }
}

/// Has a played service answer a method: its signature, that of its answer, and the code for it.
fn add_method(bus: &Bus, name: &str, takes: &str, gives: &str, code: &str) {
    let arguments = [
        format!("string:{CONSOLE_KIT}.Manager"),
        format!("string:{name}"),
        format!("string:{takes}"),
        format!("string:{gives}"),
        format!("string:{code}"),
    ];
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let added = bus.call(CONSOLE_KIT, MANAGER, "org.freedesktop.DBus.Mock.AddMethod", &arguments);
    assert!(added.status.success(), "{added:?}");
}

#[test]
fn console_kit_is_told_where_there_is_no_logind_and_its_refusal_is_heard() {
    let (tree, bus) = (Tree::new(), Bus::start());
    let manager = format!("{CONSOLE_KIT}.Manager");
    let console_kit = bus.play(CONSOLE_KIT, &[CONSOLE_KIT, MANAGER, &manager]);
    let denied =
        format!("raise dbus.exceptions.DBusException(\"no\", name=\"{CONSOLE_KIT}.Manager.Error.NotAuthorized\")");
    add_method(&bus, "Reboot", "b", "", "");
    add_method(&bus, "PowerOff", "b", "", &denied);
    let finished = prompt(&tree, &bus, &["reboot", "--answer", "skip"]);
    assert_eq!(status(&finished), Some(0), "{finished:?}");
    assert!(console_kit.log().contains("Reboot False"), "{}", console_kit.log());
    let finished = prompt(&tree, &bus, &["power-off", "--answer", "install"]);
    assert_eq!(status(&finished), Some(22), "{finished:?}");
    assert!(console_kit.log().contains("PowerOff False"), "{}", console_kit.log());
    let printed = prompt(&tree, &bus, &["power-off", "--answer", "skip", "--dry-run"]);
    assert!(printed.stdout.contains("\"org.freedesktop.ConsoleKit.Manager\",\"PowerOff\""), "{printed:?}");
}

#[test]
fn an_answer_that_is_lost_is_a_failure_and_said_so() {
    let (tree, bus) = (Tree::new(), Bus::start());
    let manager = format!("{CONSOLE_KIT}.Manager");
    let _console_kit = bus.play(CONSOLE_KIT, &[CONSOLE_KIT, MANAGER, &manager]);
    // It goes away in the middle of the call: its answer is lost.
    add_method(&bus, "PowerOff", "b", "", "import os; os._exit(1)");
    let finished = prompt(&tree, &bus, &["power-off", "--answer", "skip"]);
    assert_eq!(status(&finished), Some(21), "{finished:?}");
    assert!(finished.stderr.contains(CONSOLE_KIT), "{finished:?}");
}
