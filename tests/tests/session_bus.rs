//! A session on the message buses: it answers under its name, and has the power button where its window manager opens our
//! prompt on it.

#[path = "session/rig.rs"]
mod rig;

use std::time::Instant;

use candela_tests::{Bus, Finished, PATIENCE, Program, wait_until};
use rig::Rig;

const NAME: &str = "org.candela.Session";
const LOGIND: &str = "org.freedesktop.login1";
/// Settings of openbox's in which the power button does something.
const BOUND: &str = "<openbox_config xmlns=\"http://openbox.org/3.4/rc\"><keyboard><keybind key=\"XF86PowerOff\">\
                     <action name=\"Execute\"><command>candela-shutdown</command></action></keybind></keyboard>\
                     </openbox_config>";

/// Starts a session with that bus of its own, and that one of the system's.
fn start(rig: &Rig, own: &Bus, system: &Bus) -> Program {
    rig.autostart("here", "");
    let mut command = rig.script(&["dash"]);
    let _same = command
        .env("DBUS_SESSION_BUS_ADDRESS", own.address())
        .env("DBUS_SYSTEM_BUS_ADDRESS", system.address())
        .env("XDG_SEAT", "seat0")
        .env("XDG_SESSION_ID", "c1");
    let session = Program::start(&rig.display, command);
    assert_eq!(rig.tree.started().id, "here");
    session
}

fn ask(bus: &Bus, method: &str, arguments: &[&str]) -> Finished {
    bus.wait_for(NAME);
    bus.call(NAME, "/org/candela/Session", &format!("{NAME}.{method}"), arguments)
}

#[test]
fn a_session_answers_on_the_bus_what_it_answers_on_its_socket() {
    let rig = Rig::new();
    let bus = Bus::start();
    rig.autostart_command("app", "exec sleep 1000");
    let mut command = rig.script(&["dash"]);
    let _same = command.env("DBUS_SESSION_BUS_ADDRESS", bus.address());
    let session = Program::start(&rig.display, command);
    assert_eq!(rig.tree.started().id, "app");

    let status = ask(&bus, "Status", &[]);
    assert!(status.stdout.contains("\"window_manager\":\"openbox\""), "{status:?}");
    let before = rig.component("app")["pid"].clone();
    let restarted = ask(&bus, "Restart", &["string:app"]);
    assert_eq!(rig.tree.started().id, "app");
    let now = rig.component("app")["pid"].clone();
    assert_ne!(now, before);
    assert!(restarted.stdout.contains(&format!("uint32 {now}")), "{restarted:?}");
    let unknown = ask(&bus, "Restart", &["string:nobody"]);
    assert!(unknown.stderr.contains("org.candela.Session.Error.UnknownComponent"), "{unknown:?}");
    assert!(unknown.stderr.contains("openbox"), "it says what there is: {unknown:?}");

    let ended = ask(&bus, "Logout", &["boolean:false"]);
    assert!(ended.status.success(), "{ended:?}");
    assert_eq!(session.finish().status.code(), Some(0));
    assert_eq!(rig.processes(), [""; 0]);
}

#[test]
fn a_second_session_leaves_the_name_to_the_first() {
    let bus = Bus::start();
    let (first, second) = (Rig::new(), Rig::new());
    let one = start(&first, &bus, &bus);
    bus.wait_for(NAME);
    let other = start(&second, &bus, &bus);
    let status = ask(&bus, "Status", &[]);
    assert!(status.stdout.contains(&format!("\"display\":\"{}\"", first.display.name())), "{status:?}");
    for (rig, session) in [(second, other), (first, one)] {
        assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
        assert_eq!(session.finish().status.code(), Some(0));
    }
}

/// Who asked logind for what, once it is so.
fn inhibitors(bus: &Bus, is_so: impl Fn(&str) -> bool) -> String {
    let begun = Instant::now();
    loop {
        let method = format!("{LOGIND}.Manager.ListInhibitors");
        let listed = bus.call(LOGIND, "/org/freedesktop/login1", &method, &[]).stdout;
        if is_so(&listed) {
            return listed;
        }
        assert!(begun.elapsed() < PATIENCE, "{listed}");
    }
}

#[test]
fn the_power_button_is_ours_as_long_as_the_session_lasts() {
    let (rig, own, system) = (Rig::new(), Bus::start(), Bus::start());
    let _logind = system.play(LOGIND, &["--template", "logind"]);
    let _path = rig.tree.write("config/candela/openbox/rc.xml", BOUND);
    let session = start(&rig, &own, &system);
    let held = inhibitors(&system, |listed| listed.contains("handle-power-key"));
    assert!(held.contains("Candela") && held.contains("block"), "{held}");
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
    let _given_back = inhibitors(&system, |listed| !listed.contains("handle-power-key"));
}

#[test]
fn the_power_button_is_left_alone_where_the_window_manager_does_nothing_with_it() {
    let (rig, own, system) = (Rig::new(), Bus::start(), Bus::start());
    let logind = system.play(LOGIND, &["--template", "logind"]);
    let session = start(&rig, &own, &system);
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
    assert!(!logind.log().contains("Inhibit"), "{}", logind.log());
}

/// Has that program write down what it was called with, a line each, and succeed.
fn record(rig: &Rig, name: &str) -> std::path::PathBuf {
    let log = rig.tree.path(format!("{name}.log"));
    let _path = rig.program(name, &format!("printf '%s\\n' \"$*\" >>{}", log.display()));
    log
}

#[test]
fn the_buses_and_systemd_are_told_of_the_display_and_of_its_end_and_systemd_s_autostart_is_not_repeated() {
    let rig = Rig::new();
    let bus = Bus::start();
    // The one who answers for systemd says yes to everything: its autostart target is active, too.
    let (systemd, told) = (record(&rig, "systemctl"), record(&rig, "dbus-update-activation-environment"));
    let _socket = rig.tree.write("runtime/systemd/private", "");
    rig.autostart("here", "");
    let mut command = rig.script(&["dash"]);
    let _same = command.env("DBUS_SESSION_BUS_ADDRESS", bus.address());
    let session = Program::start(&rig.display, command);
    let started = "--user --no-block start candela-session.target";
    let is_told = || std::fs::read_to_string(&systemd).unwrap_or_default().contains(started);
    wait_until(|| rig.log(), is_told);
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
    assert!(rig.tree.nothing_started(), "systemd starts it");
    assert!(rig.log().contains("systemd starts the entries"), "{}", rig.log());
    let calls = std::fs::read_to_string(systemd).expect("it was called");
    let [start, stop, unset] = [started, "--user stop candela-session.target", "--user unset-environment DISPLAY"]
        .map(|call| calls.find(call));
    assert!(start.is_some() && start < stop && stop < unset, "{calls}");
    let told = std::fs::read_to_string(told).expect("it was called");
    assert!(told.contains("--systemd") && told.contains("WAYLAND_DISPLAY"), "{told}");
    assert!(!told.contains(rig.display.name()), "names, no values: {told}");
}

#[test]
fn the_dialog_ends_the_session_that_it_is_in() {
    let rig = Rig::new();
    let suite = rig.suite();
    let session = rig.start();
    let answers = || rig.ask(&["status", "--json"]).status.code() == Some(0);
    wait_until(|| rig.log(), || answers() && rig.status()["state"] == "running");
    let mut command = rig.tree.command_of(&suite, ["shutdown"]);
    let _same = command.env("XDG_CURRENT_DESKTOP", "Candela");
    let dialog = Program::start(&rig.display, command);
    let window = dialog.window();
    let _picture = window.at_rest(std::time::Duration::from_millis(500));
    window.type_text("o");
    assert_eq!(session.finish().status.code(), Some(0));
    // It ends with the session, like any other program.
    let _ended = dialog.finish();
}
