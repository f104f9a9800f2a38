//! `start-candela-desktop` under every shell: the environment it prepares, what it refuses, and what it leaves behind.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "session/rig.rs"]
mod rig;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use candela_tests::{Program, run};
use rig::{Rig, SHELLS, candela_session, variables};

/// Has the session write its environment and say that it has.
fn dump(rig: &Rig) {
    let file = rig.tree.path("environment");
    let program = rig.program("dump", &format!("env >{}\nexec {}", file.display(), rig.tree.exec("dump", "")));
    rig.entry("dump", &format!("Exec={}", program.display()));
}

fn value(variables: &[(String, String)], name: &str) -> Option<String> {
    variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
}

#[test]
fn under_every_shell_a_session_starts_in_a_clean_environment_and_leaves_nothing_but_its_log() {
    for shell in SHELLS {
        let rig = Rig::new();
        dump(&rig);
        let mut command = rig.script(shell);
        let _same = command
            .env("IFS", "/e")
            .env("BASH_ENV", "/nonexistent/evil")
            .env("ENV", "/nonexistent/evil")
            .env("LD_BIND_NOW", "1")
            .env("LD_LIBRARY_PATH", "/nonexistent")
            .env("CDPATH", "/");
        let session = Program::start(&rig.display, command);
        assert_eq!(rig.tree.started().id, "dump", "{shell:?}");
        let found = variables(&rig.tree.path("environment"));
        for (name, expected) in [
            ("XDG_CURRENT_DESKTOP", "Candela"),
            ("XDG_SESSION_DESKTOP", "candela"),
            ("DESKTOP_SESSION", "candela"),
            ("XDG_SESSION_TYPE", "x11"),
            ("DISPLAY", rig.display.name()),
            ("XDG_RUNTIME_DIR", rig.tree.path("runtime").to_str().unwrap()),
        ] {
            assert_eq!(value(&found, name).as_deref(), Some(expected), "{shell:?}: {name}");
        }
        assert!(value(&found, "DBUS_SESSION_BUS_ADDRESS").is_some(), "{shell:?}");
        for (name, _) in &found {
            let is_hostile = name.starts_with("LD_") || ["IFS", "BASH_ENV", "ENV", "CDPATH"].contains(&name.as_str());
            assert!(!is_hostile, "{shell:?}: {name} was passed on");
        }
        let asked = rig.ask(&["logout"]);
        assert_eq!(asked.status.code(), Some(0), "{shell:?}: {asked:?}");
        let finished = session.finish();
        assert_eq!(finished.status.code(), Some(0), "{shell:?}: {finished:?}");
        assert_eq!(rig.processes(), [""; 0], "{shell:?}");
        assert_eq!(rig.files("state/candela"), ["session.log"], "{shell:?}");
        let sockets =
            rig.files("runtime").into_iter().filter(|name| name.contains("candela") || name.starts_with("dbus-"));
        assert_eq!(sockets.collect::<Vec<_>>(), [""; 0], "{shell:?}");
    }
}

#[test]
fn what_cannot_be_a_session_says_why_on_the_terminal_and_ends_with_its_status() {
    let rig = Rig::new();
    let cases: [(&str, i32, &str); 8] = [
        ("--loud", 64, "--loud"),
        ("--x11 --wayland", 64, "--x11"),
        ("HOME=/nonexistent", 73, "/nonexistent"),
        ("HOME=relative", 73, "HOME"),
        ("HOME=/dev/null", 73, "/dev/null"),
        ("XDG_STATE_HOME=/dev/null/state", 73, "/dev/null/state"),
        ("DISPLAY=:65000", 69, ":65000"),
        ("--wayland", 69, "labwc"),
    ];
    let tools = without_window_managers(&rig);
    for shell in SHELLS {
        for (given, status, word) in cases {
            let mut command = rig.script(shell);
            for part in given.split(' ') {
                let _same = match part.split_once('=') {
                    Some((name, value)) => command.env_remove("XDG_STATE_HOME").env(name, value),
                    None => command.arg(part),
                };
            }
            let _same = command.env("PATH", &tools);
            let finished = run(command);
            assert_eq!(finished.status.code(), Some(status), "{shell:?} {given}: {finished:?}");
            assert!(finished.stderr.contains(word), "{shell:?} {given}: {finished:?}");
            assert_eq!(finished.stdout, "", "{shell:?} {given}");
        }
    }
}

/// A search path with every program of the system but those that manage windows or start X.
fn without_window_managers(rig: &Rig) -> String {
    let folder = rig.tree.path("tools");
    fs::create_dir(&folder).unwrap();
    for source in ["/usr/local/bin", "/usr/bin", "/bin"] {
        for program in fs::read_dir(source).into_iter().flatten().flatten() {
            let name = program.file_name();
            let managers =
                ["openbox", "x-window-manager", "twm", "sway", "weston", "labwc", "cage", "wayfire", "xinit"];
            if !managers.iter().any(|manager| name == *manager) {
                let _twice = symlink(program.path(), folder.join(name));
            }
        }
    }
    let session = folder.join("candela-session");
    let _gone = fs::remove_file(&session);
    symlink(candela_session(), session).unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn without_a_window_manager_the_log_and_the_terminal_name_those_that_would_do() {
    let rig = Rig::new();
    let mut command = rig.script(&["dash"]);
    let _same = command.env("PATH", without_window_managers(&rig));
    let finished = run(command);
    assert_eq!(finished.status.code(), Some(69), "{finished:?}");
    assert!(finished.stderr.contains("openbox") && rig.log().contains("openbox"), "{finished:?}");
    assert_eq!(rig.processes(), [""; 0]);
}

#[test]
fn a_second_start_on_the_display_is_told_and_does_not_disturb_the_first() {
    let rig = Rig::new();
    rig.autostart_command("here", "exec sleep 1000");
    let session = rig.start();
    assert_eq!(rig.tree.started().id, "here");
    let running = || (rig.status()["pid"].clone(), rig.component("openbox"), rig.component("here"));
    let before = running();
    let second = run(rig.script(&["dash"]));
    assert_eq!(second.status.code(), Some(75), "{second:?}");
    assert!(second.stderr.contains("already"), "{second:?}");
    // Not even one that cannot see the first one's lock.
    let mut elsewhere = rig.script(&["dash"]);
    let _same = elsewhere.env("XDG_RUNTIME_DIR", "/nonexistent");
    assert_eq!(run(elsewhere).status.code(), Some(75));
    assert_eq!(running(), before);
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
}

#[test]
fn a_runtime_directory_that_is_not_ours_alone_is_not_used() {
    let rig = Rig::new();
    let real = rig.tree.path("runtime");
    let link = rig.tree.path("link");
    symlink(&real, &link).unwrap();
    let open = rig.tree.path("open");
    fs::create_dir(&open).unwrap();
    fs::set_permissions(&open, Permissions::from_mode(0o755)).unwrap();
    for unsafe_one in [link, open, rig.tree.path("missing"), "relative".into(), "/etc".into()] {
        dump(&rig);
        let mut command = rig.script(&["dash"]);
        let _same = command.env("XDG_RUNTIME_DIR", &unsafe_one);
        let session = Program::start(&rig.display, command);
        assert_eq!(rig.tree.started().id, "dump");
        let used = value(&variables(&rig.tree.path("environment")), "XDG_RUNTIME_DIR").unwrap();
        assert_ne!(used, unsafe_one.to_str().unwrap());
        let found = fs::symlink_metadata(&used).unwrap();
        assert!(found.is_dir() && found.permissions().mode() & 0o777 == 0o700, "{used}");
        assert_eq!(rig.ask(&["logout"]).status.code(), Some(0), "found by its display");
        let finished = session.finish();
        assert!(finished.stderr.contains("XDG_RUNTIME_DIR"), "{finished:?}");
        let is_ours_to_remove = used.contains("/candela-");
        assert_eq!(fs::exists(&used).unwrap(), !is_ours_to_remove, "{used}");
    }
}

#[test]
fn the_login_shell_is_asked_once_for_what_is_not_set() {
    let rig = Rig::new();
    dump(&rig);
    let profile = "echo noise\nprintf x >>\"$HOME/count\"\nexport EDITOR=mine LANG=xx FROM='two\nlines'\n\
                   export PATH=\"$HOME/front:$PATH:/opt/back\" LD_PRELOAD=/evil DISPLAY=:99\n";
    let _path = rig.tree.write("home/.profile", profile);
    let mut command = rig.script(&["dash"]);
    let _same = command.env("SHELL", "/bin/sh").env("LANG", "C.UTF-8");
    let session = Program::start(&rig.display, command);
    assert_eq!(rig.tree.started().id, "dump");
    let found = variables(&rig.tree.path("environment"));
    assert_eq!(value(&found, "EDITOR").as_deref(), Some("mine"));
    assert_eq!(value(&found, "LANG").as_deref(), Some("C.UTF-8"), "what is set stays");
    assert_eq!(value(&found, "DISPLAY").as_deref(), Some(rig.display.name()));
    assert_eq!(value(&found, "LD_PRELOAD"), None);
    let path = value(&found, "PATH").unwrap();
    let front = format!("{}:", rig.tree.path("home/front").display());
    assert!(path.starts_with(&front) && path.ends_with(":/opt/back"), "{path}");
    assert!(fs::read_to_string(rig.tree.path("environment")).unwrap().contains("FROM=two\nlines\n"));
    assert_eq!(fs::read_to_string(rig.tree.path("home/count")).unwrap(), "x");
    assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
    assert_eq!(session.finish().status.code(), Some(0));
}

#[test]
fn a_bus_that_is_given_is_used_a_dead_one_is_not_and_none_is_no_obstacle() {
    let rig = Rig::new();
    dump(&rig);
    let tools = without_window_managers(&rig);
    for (given, has_daemon) in [("unix:path=/nonexistent", true), ("", false)] {
        let mut command = rig.script(&["dash"]);
        if !has_daemon {
            for name in ["dbus-daemon", "dbus-send", "dbus-launch", "dbus-run-session"] {
                let _gone = fs::remove_file(rig.tree.path("tools").join(name));
            }
            symlink("/usr/bin/openbox", rig.tree.path("tools/openbox")).unwrap();
            let _same = command.env("PATH", &tools);
        }
        let session = Program::start(&rig.display, command_with_bus(command, given));
        assert_eq!(rig.tree.started().id, "dump");
        let bus = value(&variables(&rig.tree.path("environment")), "DBUS_SESSION_BUS_ADDRESS");
        assert_eq!(bus.is_some(), has_daemon, "{bus:?}");
        assert_ne!(bus.as_deref(), Some(given));
        assert_eq!(rig.ask(&["logout"]).status.code(), Some(0));
        let finished = session.finish();
        assert_eq!(finished.status.code(), Some(0), "{finished:?}");
        assert!(finished.stderr.contains("bus"), "{finished:?}");
    }
}

fn command_with_bus(mut command: Command, address: &str) -> Command {
    if !address.is_empty() {
        let _same = command.env("DBUS_SESSION_BUS_ADDRESS", address);
    }
    command
}

#[test]
fn without_a_display_a_server_is_started_and_the_status_of_the_session_comes_through() {
    let rig = Rig::new();
    let _path = rig.program("X", "exec Xvfb \"$@\"");
    rig.autostart("here", "");
    let mut command = rig.script(&["dash"]);
    let _same = command.env_remove("DISPLAY").arg("--x11").stdin(Stdio::null()).stdout(Stdio::null());
    let mut script = command.stderr(Stdio::null()).spawn().unwrap();
    assert_eq!(rig.tree.started().id, "here");
    let socket = rig.files("runtime/candela").into_iter().find(|name| name.ends_with(".socket")).unwrap();
    let mut logout = rig.tree.command_of(candela_session(), ["logout"]);
    let _same = logout.env("CANDELA_SESSION_SOCKET", rig.tree.path("runtime/candela").join(socket));
    assert_eq!(run(logout).status.code(), Some(0));
    assert_eq!(script.wait().unwrap().code(), Some(0));
    assert_eq!(rig.processes(), [""; 0]);
}

#[test]
fn the_script_is_clean_to_the_checkers() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../packaging/session/start-candela-desktop");
    for (checker, arguments) in [("shellcheck", &["-s", "sh"][..]), ("checkbashisms", &[])] {
        let mut command = Command::new(checker);
        let finished = run({
            let _same = command.args(arguments).arg(script);
            command
        });
        assert!(finished.status.success(), "{checker}: {}{}", finished.stdout, finished.stderr);
    }
}
