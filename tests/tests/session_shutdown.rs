//! Shutting down from a session of ours: windows are asked to close first, and one that does not keeps the computer on.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "session/rig.rs"]
mod rig;

use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::{Duration, Instant};

use candela_tests::{Bus, Finished, Key, PATIENCE, Program, run};
use rig::Rig;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, Window};
use x11rb::rust_connection::RustConnection;

const LOGIND: &str = "org.freedesktop.login1";
/// A window whose picture did not change for so long shows what it has to say.
const REST: Duration = Duration::from_millis(500);
const LETTER: &str = "Letter to Ada";

fn start(rig: &Rig) -> Program {
    rig.autostart("here", "");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "here");
    session
}

/// The prompt, as a program of the session is started. Nothing waits there that it asks for.
fn prompt(rig: &Rig, system: &Bus, words: &[&str]) -> Command {
    let suite = rig.tree.path("bin/candela");
    let all = ["shutdown", "power-off", "--backend", "trueos"];
    let mut command = rig.tree.command_of(&suite, all.iter().chain(words));
    let _same = command
        .env("DISPLAY", rig.display.name())
        .env("XDG_CURRENT_DESKTOP", "Candela")
        .env("DBUS_SYSTEM_BUS_ADDRESS", system.address());
    command
}

fn close((connection, window): &(RustConnection, Window)) {
    let _cookie = connection.destroy_window(*window).unwrap();
    connection.flush().unwrap();
}

fn log_out(rig: &Rig, session: Program) {
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
    assert_eq!(rig.processes(), [""; 0]);
}

#[test]
fn the_computer_stays_on_as_long_as_a_window_stays_open_and_the_session_goes_on() {
    let (rig, system) = (Rig::new(), Bus::start());
    let logind = system.play(LOGIND, &["--template", "logind"]);
    let _suite = rig.suite();
    let session = start(&rig);
    let letter = rig.window(LETTER);
    let refused: Finished = run(prompt(&rig, &system, &["--answer", "skip"]));
    assert_eq!(refused.status.code(), Some(12), "{refused:?}");
    assert!(refused.stderr.contains(LETTER), "{refused:?}");
    assert!(rig::was_asked_to_close(&letter.0));
    assert!(!logind.log().contains(" PowerOff"), "{}", logind.log());
    assert_eq!(rig.status()["state"], "running");
    close(&letter);
    let done = run(prompt(&rig, &system, &["--answer", "skip"]));
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert!(logind.log().contains(" PowerOff"), "{}", logind.log());
    assert_eq!(rig.status()["state"], "running", "who turns it off ends the session, not we");
    log_out(&rig, session);
}

#[test]
fn the_dialog_tells_what_stays_open_and_tries_again_when_it_is_saved() {
    let (rig, system) = (Rig::new(), Bus::start());
    let logind = system.play(LOGIND, &["--template", "logind"]);
    let _suite = rig.suite();
    let session = start(&rig);
    let letter = rig.window(LETTER);
    let dialog = Program::start(&rig.display, prompt(&rig, &system, &[]));
    let window = dialog.window();
    let _asked = window.at_rest(REST);
    window.press(Key::Enter);
    while rig.status()["state"] != "asking" {}
    while rig.status()["state"] == "asking" {}
    let _told = window.at_rest(REST);
    assert!(rig::was_asked_to_close(&letter.0));
    assert!(window.is_open() && !logind.log().contains(" PowerOff"), "{}", logind.log());
    close(&letter);
    let _rest = window.at_rest(REST);
    window.press(Key::Enter);
    logind.wait_for("PowerOff True");
    drop(dialog);
    log_out(&rig, session);
}

#[test]
fn who_goes_back_or_cancels_turns_nothing_off() {
    let (rig, system) = (Rig::new(), Bus::start());
    let logind = system.play(LOGIND, &["--template", "logind"]);
    let _suite = rig.suite();
    let session = start(&rig);
    let letter = rig.window(LETTER);
    let dialog = Program::start(&rig.display, prompt(&rig, &system, &[]));
    let window = dialog.window();
    let _asked = window.at_rest(REST);
    window.press(Key::Enter);
    // Under the question to the window, which goes on in the session for a while.
    while rig.status()["state"] != "asking" {}
    window.press(Key::Escape);
    assert_eq!(dialog.finish().status.code(), Some(12));
    assert!(!logind.log().contains(" PowerOff"), "{}", logind.log());
    close(&letter);
    log_out(&rig, session);
}

#[test]
fn a_session_of_the_whole_suite_leaves_no_process_no_lock_and_no_socket() {
    let rig = Rig::new();
    let suite = rig.suite();
    for program in ["launcher", "files", "calculator", "shutdown"] {
        symlink(&suite, rig.tree.path(format!("bin/candela-{program}"))).unwrap();
    }
    // The launcher starts by itself.
    rig.entry("files", "Exec=candela-files");
    rig.entry("calculator", "Exec=candela-calculator");
    rig.entry("dialog", "Exec=candela-shutdown power-off --backend trueos");
    let session = rig.start();
    let begun = Instant::now();
    while rig.windows().len() < 4 {
        assert!(begun.elapsed() < PATIENCE, "{:?}: {}", rig.windows(), rig.log());
    }
    let here = rig.files("runtime/candela");
    assert!(here.iter().any(|name| name.starts_with("launcher")), "there is something to remove: {here:?}");
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
    // The portal of documents, which the bus starts for whoever asks how the desktop looks, is not ours; nor its folder.
    let is_ours = |line: &String| !line.contains("fsname=portal");
    assert_eq!(rig.processes().into_iter().filter(is_ours).collect::<Vec<_>>(), [""; 0]);
    let left: Vec<String> = rig.files("runtime").into_iter().filter(|name| name != "doc").collect();
    assert_eq!(left, [""; 0]);
    assert_eq!(rig.files("state/candela").iter().filter(|name| name.ends_with(".lock")).count(), 0);
}
