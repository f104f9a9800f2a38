//! Whole sessions: what is kept alive, what autostart runs, and that ending loses no work and leaves nothing.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "session/rig.rs"]
mod rig;

use std::time::Instant;

use candela_tests::{PATIENCE, Program};
use rig::Rig;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::ConnectionExt as _;

/// Ends a session of which everything is known, and checks that it left nothing.
fn log_out(rig: &Rig, session: Program) {
    let asked = rig.ask(&["logout"]);
    assert_eq!(asked.status.code(), Some(0), "{asked:?}");
    assert_eq!(session.finish().status.code(), Some(0));
    assert_eq!(rig.processes(), [""; 0]);
}

/// Asks until it is so.
fn wait_until(rig: &Rig, name: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    let begun = Instant::now();
    loop {
        let component = rig.component(name);
        if is_so(&component) {
            return component;
        }
        assert!(begun.elapsed() < PATIENCE, "{component}");
    }
}

fn pid(value: &Value) -> Pid {
    Pid::from_raw(i32::try_from(value.as_i64().expect("a process")).unwrap()).unwrap()
}

#[test]
fn a_session_starts_its_window_manager_then_the_rest_and_tells_of_both() {
    let rig = Rig::new();
    rig.autostart("app", "");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "app");
    let status = rig.status();
    assert_eq!((&status["state"], &status["window_manager"]), (&"running".into(), &"openbox".into()), "{status}");
    assert_eq!((&status["display"], &status["is_safe_mode"]), (&rig.display.name().into(), &false.into()));
    assert_eq!(rig.component("openbox")["state"], "running");
    let text = rig.ask(&["status"]);
    assert!(text.stdout.contains("openbox") && text.stdout.contains("app"), "{text:?}");
    log_out(&rig, session);
    let none = rig.ask(&["status", "--json"]);
    assert_eq!((none.status.code(), none.stdout.contains("not-running")), (Some(1), true), "{none:?}");
    let log = rig.log();
    assert!(log.contains("openbox: started") && log.contains("the session ends: logged out"), "{log}");
}

#[test]
fn autostart_is_as_the_specification_has_it() {
    let rig = Rig::new();
    let masked = |name: &str| {
        let exec = rig.tree.exec(name, "");
        let text = format!("[Desktop Entry]\nType=Application\nName=x\nExec={exec}\n");
        let _path = rig.tree.write(&format!("system/autostart/{name}.desktop"), text);
    };
    for (name, lines) in [
        ("first", "X-GNOME-Autostart-Phase=Initialization"),
        ("hidden", "Hidden=true"),
        ("disabled", "X-GNOME-Autostart-enabled=false"),
        ("elsewhere", "OnlyShowIn=GNOME;KDE;"),
        ("not-here", "NotShowIn=Candela;"),
        ("missing", "TryExec=/nonexistent/program"),
        ("condition", "AutostartCondition=if-exists nothing"),
        ("here", "OnlyShowIn=Candela;\nNoDisplay=true\nAutostartCondition=unless-exists nothing"),
        ("last", "X-GNOME-Autostart-Delay=1"),
    ] {
        rig.autostart(name, lines);
    }
    masked("hidden");
    rig.entry("overridden", "Hidden=true");
    masked("overridden");
    masked("system");
    let _broken = rig.tree.write("config/autostart/broken.desktop", "rubbish");
    masked("broken");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "first");
    let mut at_once = [rig.tree.started().id, rig.tree.started().id];
    at_once.sort();
    assert_eq!(at_once, ["here", "system"]);
    assert_eq!(rig.tree.started().id, "last");
    assert!(rig.tree.nothing_started());
    assert!(rig.log().contains("broken.desktop"), "{}", rig.log());
    log_out(&rig, session);
}

#[test]
fn one_that_keeps_failing_is_given_up_and_can_be_started_again() {
    let rig = Rig::new();
    let _program = rig.program("loop", "exit 3");
    let settings = "[components.loop]\ncommand = [\"loop\"]\nphase = \"shell\"\nrestart = \"always\"\nnonsense = 1\n";
    let _path = rig.tree.write("config/candela/session.toml", settings);
    rig.autostart("here", "");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "here");
    let component = wait_until(&rig, "loop", |component| component["state"] == "failed");
    assert_eq!((&component["restarts"], &component["last_end"]), (&5.into(), &serde_json::json!({"exit": 3})));
    let log = rig.log();
    assert_eq!(log.matches("loop: started").count(), 6, "{log}");
    assert!(log.contains("given up") && log.contains("session.toml, line 5"), "{log}");
    let again = rig.ask(&["restart", "loop", "--json"]);
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    let unknown = rig.ask(&["restart", "nobody"]);
    assert_eq!(unknown.status.code(), Some(1), "{unknown:?}");
    assert!(unknown.stderr.contains("openbox"), "what there is, is said: {unknown:?}");
    let asked = rig.ask(&["logout"]);
    assert_eq!(asked.status.code(), Some(0), "{asked:?}");
    let finished = session.finish();
    assert!(finished.stderr.contains("loop ended more than five times"), "{finished:?}");
}

#[test]
fn restarting_a_component_gives_it_another_process() {
    let rig = Rig::new();
    rig.autostart_command("app", "exec sleep 1000");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "app");
    let before = wait_until(&rig, "app", |component| component["state"] == "running")["pid"].clone();
    let asked = rig.ask(&["restart", "--json", "app"]);
    let answer: Value = serde_json::from_str(&asked.stdout).unwrap();
    assert_eq!(rig.tree.started().id, "app");
    assert_ne!(answer["pid"], before);
    assert_eq!(rig.component("app")["pid"], answer["pid"]);
    log_out(&rig, session);
}

#[test]
fn the_window_manager_is_started_again_and_one_that_cannot_run_is_replaced() {
    let rig = Rig::new();
    let _fails = rig.program("bad-manager", "exit 1");
    let _path = rig.tree.write("config/candela/session.toml", "window-managers = [\"bad-manager\"]\n");
    rig.autostart("here", "");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "here");
    assert_eq!(rig.status()["window_manager"], "openbox");
    assert!(rig.log().contains("bad-manager fails"), "{}", rig.log());
    let manager = rig.component("openbox")["pid"].clone();
    kill_process(pid(&manager), Signal::KILL).unwrap();
    let again = wait_until(&rig, "openbox", |found| found["state"] == "running" && found["pid"] != manager);
    assert_eq!(again["restarts"], 1);
    log_out(&rig, session);
}

#[test]
fn one_that_ignores_being_told_is_killed_and_said_so() {
    let rig = Rig::new();
    // It says that it was started when it already ignores everything.
    let says = rig.tree.exec("stubborn", "");
    let program = rig.program("stubborn", &format!("trap '' TERM HUP INT\n{says}\nwhile :; do sleep 1000; done"));
    rig.entry("stubborn", &format!("Exec={}", program.display()));
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "stubborn");
    let asked = rig.ask(&["logout"]);
    assert_eq!(asked.status.code(), Some(0), "{asked:?}");
    let finished = session.finish();
    assert_eq!(finished.status.code(), Some(0));
    assert!(finished.stderr.contains("stubborn"), "{finished:?}");
    assert_eq!(rig.processes(), [""; 0]);
}

#[test]
fn killing_the_manager_or_everything_of_ours_leaves_no_orphan_and_no_lock() {
    for is_guardian_killed in [false, true] {
        let rig = Rig::new();
        rig.autostart_command("tree", "setsid sh -c 'trap \"\" TERM; sleep 1000 & sleep 1000' &\nexec sleep 1000");
        let session = rig.start();
        assert_eq!(rig.tree.started().id, "tree");
        let manager = pid(&rig.status()["pid"]);
        if is_guardian_killed {
            kill_process(parent(manager), Signal::KILL).unwrap();
        }
        kill_process(manager, Signal::KILL).unwrap();
        assert_eq!(session.finish().status.code(), Some(137));
        assert_eq!(rig.processes(), [""; 0]);
        assert_eq!(rig.files("runtime/candela"), [""; 0]);
        let session = rig.start();
        assert_eq!(rig.tree.started().id, "tree", "a session can begin at once");
        assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
        assert_eq!(session.finish().status.code(), Some(0));
    }
}

fn parent(process: Pid) -> Pid {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).unwrap();
    let rest = stat.rsplit_once(") ").unwrap().1;
    Pid::from_raw(rest.split(' ').nth(1).unwrap().parse().unwrap()).unwrap()
}

#[test]
fn a_signal_ends_the_session_and_everything_in_it() {
    let rig = Rig::new();
    rig.autostart_command("app", "exec sleep 1000");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "app");
    let script = Pid::from_raw(i32::try_from(session.id()).unwrap()).unwrap();
    kill_process(script, Signal::TERM).unwrap();
    assert_eq!(session.finish().status.code(), Some(143));
    assert_eq!(rig.processes(), [""; 0]);
}

#[test]
fn a_window_that_refuses_to_close_keeps_the_session_and_its_work() {
    let rig = Rig::new();
    rig.autostart("here", "");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "here");
    let (connection, letter) = rig.window("Letter to Ada");
    let asked = rig.ask(&["logout"]);
    assert_eq!(asked.status.code(), Some(1), "{asked:?}");
    assert!(asked.stderr.contains("Letter to Ada"), "{asked:?}");
    assert!(rig::was_asked_to_close(&connection), "the program was asked");
    assert_eq!(rig.status()["state"], "running");
    let refused = rig.ask(&["logout", "--json"]);
    let answer: Value = serde_json::from_str(&refused.stdout).unwrap();
    assert_eq!(answer["windows"], serde_json::json!(["Letter to Ada"]));
    let _cookie = connection.destroy_window(letter).unwrap();
    connection.flush().unwrap();
    log_out(&rig, session);
}

#[test]
fn somebody_who_asks_to_wait_is_waited_for() {
    let rig = Rig::new();
    rig.autostart_command(
        "copy",
        "exec candela-session inhibit --why 'copies your files' sh -c 'while :; do sleep 1000; done'",
    );
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "copy");
    candela_tests::wait_until(|| rig.log(), || !rig.status()["inhibitors"].as_array().unwrap().is_empty());
    let asked = rig.ask(&["logout"]);
    assert_eq!(asked.status.code(), Some(1), "{asked:?}");
    assert!(asked.stderr.contains("copies your files"), "{asked:?}");
    assert_eq!(rig.ask(&["logout", "--force"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
}

#[test]
fn three_sessions_that_fail_at_once_are_followed_by_one_in_safe_mode() {
    let rig = Rig::new();
    let _path = rig.tree.write("config/candela/session.toml", "window-managers = [\"mine\"]\n");
    rig.autostart("here", "");
    for _ in 0..3 {
        let session = rig.start();
        assert_eq!(rig.tree.started().id, "here");
        kill_process(pid(&rig.status()["pid"]), Signal::KILL).unwrap();
        assert_eq!(session.finish().status.code(), Some(137));
    }
    let session = rig.start();
    let begun = Instant::now();
    let status = loop {
        let asked = rig.ask(&["status", "--json"]);
        let status: Value = serde_json::from_str(&asked.stdout).unwrap();
        if status["state"] == "running" {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE, "{status}");
    };
    assert_eq!(status["is_safe_mode"], true);
    assert!(rig.tree.nothing_started(), "no autostart");
    log_out(&rig, session);
    assert_eq!(rig.files("state/candela").iter().filter(|name| !name.ends_with(".log")).count(), 0);
}
