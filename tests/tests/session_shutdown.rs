//! Shutting down from a session of ours: windows are asked to close first, and one that does not keeps the computer on.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "session/rig.rs"]
mod rig;

use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::Duration;

use candela_tests::{Bus, Finished, Key, Mock, Program, run, wait_until};
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

/// A session with a window that does not close, and a stand-in that is told to turn the computer off.
struct Scene {
    letter: (RustConnection, Window),
    session: Program,
    logind: Mock,
    system: Bus,
    rig: Rig,
}

impl Scene {
    fn new() -> Self {
        let (rig, system) = (Rig::new(), Bus::start());
        let logind = system.play(LOGIND, &["--template", "logind"]);
        let _binary = rig.suite();
        let session = start(&rig);
        let letter = rig.window(LETTER);
        Self { letter, session, logind, system, rig }
    }

    fn prompt(&self, words: &[&str]) -> Command {
        prompt(&self.rig, &self.system, words)
    }

    fn is_off(&self) -> bool {
        self.logind.log().contains(" PowerOff")
    }

    /// Waits until the session asks windows to close, or no longer does.
    fn wait_asking(&self, is_asking: bool) {
        let state = || self.rig.status()["state"].clone();
        wait_until(|| format!("{}: {}", state(), self.rig.log()), || (state() == "asking") == is_asking);
    }

    /// Opens the dialog and says that the computer is to be turned off; returns once windows are asked to close.
    fn confirm(&self) -> (Program, candela_tests::Window) {
        let dialog = Program::start(&self.rig.display, self.prompt(&[]));
        let window = dialog.window();
        let _asked = window.at_rest(REST);
        window.press(Key::Enter);
        self.wait_asking(true);
        (dialog, window)
    }
}

#[test]
fn the_computer_stays_on_as_long_as_a_window_stays_open_and_the_session_goes_on() {
    let scene = Scene::new();
    let refused: Finished = run(scene.prompt(&["--answer", "skip"]));
    assert_eq!(refused.status.code(), Some(12), "{refused:?}");
    assert!(refused.stderr.contains(LETTER), "{refused:?}");
    assert!(rig::was_asked_to_close(&scene.letter.0));
    assert!(!scene.is_off(), "{}", scene.logind.log());
    assert_eq!(scene.rig.status()["state"], "running");
    close(&scene.letter);
    let done = run(scene.prompt(&["--answer", "skip"]));
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert!(scene.is_off(), "{}", scene.logind.log());
    assert_eq!(scene.rig.status()["state"], "running", "who turns it off ends the session, not we");
    log_out(&scene.rig, scene.session);
}

#[test]
fn the_dialog_tells_what_stays_open_and_tries_again_when_it_is_saved() {
    let scene = Scene::new();
    let (dialog, window) = scene.confirm();
    scene.wait_asking(false);
    let _told = window.at_rest(REST);
    assert!(rig::was_asked_to_close(&scene.letter.0));
    assert!(window.is_open() && !scene.is_off(), "{}", scene.logind.log());
    close(&scene.letter);
    let _rest = window.at_rest(REST);
    window.press(Key::Enter);
    scene.logind.wait_for("PowerOff True");
    drop(dialog);
    log_out(&scene.rig, scene.session);
}

#[test]
fn who_goes_back_or_cancels_turns_nothing_off() {
    let scene = Scene::new();
    let (dialog, window) = scene.confirm();
    // Under the question to the window, which goes on in the session for a while.
    window.press(Key::Escape);
    assert_eq!(dialog.finish().status.code(), Some(12));
    assert!(!scene.is_off(), "{}", scene.logind.log());
    close(&scene.letter);
    log_out(&scene.rig, scene.session);
}

#[test]
fn a_session_of_the_whole_suite_leaves_no_process_no_lock_and_no_socket() {
    let rig = Rig::new();
    let suite = rig.suite();
    for program in ["launcher", "files", "calculator", "shutdown"] {
        symlink(&suite, rig.tree.path(format!("bin/candela-{program}"))).unwrap();
    }
    // The launcher starts by itself, and would go again when another window gets the focus.
    let _stays = rig.tree.write("config/candela/launcher.toml", "hide-on-focus-loss = false\n");
    rig.entry("files", "Exec=candela-files");
    rig.entry("calculator", "Exec=candela-calculator");
    rig.entry("dialog", "Exec=candela-shutdown power-off --backend trueos");
    let session = rig.start();
    wait_until(|| format!("{:?}: {}", rig.windows(), rig.log()), || rig.windows().len() >= 4);
    let here = rig.files("runtime/candela");
    assert!(here.iter().any(|name| name.starts_with("launcher")), "there is something to remove: {here:?}");
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
    assert_eq!(rig.processes(), [""; 0]);
    // The folder of the portal of documents: see `Rig::processes`.
    let left: Vec<String> = rig.files("runtime").into_iter().filter(|name| name != "doc").collect();
    assert_eq!(left, [""; 0]);
    assert_eq!(rig.files("state/candela").iter().filter(|name| name.ends_with(".lock")).count(), 0);
}
