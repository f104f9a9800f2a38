//! A whole session under a Wayland compositor without a screen: sway, which refuses to be run by root.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use candela_tests::{PATIENCE, Tree, as_user, build_of, candela, run, wait_until};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

/// The script and the session, where an ordinary user can reach them.
fn programs(tree: &Tree) -> PathBuf {
    let bin = tree.path("bin");
    fs::create_dir(&bin).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../packaging/session/start-candela-desktop");
    for (source, name) in [
        (build_of("candela-session", &[]).as_path(), "candela-session"),
        (candela(), "candela"),
        (Path::new(script), "start"),
    ] {
        let _bytes = fs::copy(source, bin.join(name)).unwrap();
    }
    bin
}

fn start(tree: &Tree, bin: &Path) -> Command {
    let mut command = as_user(tree);
    let path = std::env::var("PATH").unwrap();
    let _same = command
        .arg("dash")
        .arg(bin.join("start"))
        .arg("--wayland")
        .env("PATH", format!("{}:{path}", bin.display()))
        .env("WLR_BACKENDS", "headless")
        .env("WLR_RENDERER", "pixman")
        .env("WLR_LIBINPUT_NO_DEVICES", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command
}

#[test]
fn a_compositor_is_started_waited_for_and_ended_and_the_session_found_from_outside() {
    let tree = Tree::new();
    let bin = programs(&tree);
    let settings = "window-managers = [\"sway\"]\n[components.here]\ncommand = [\"sleep\", \"1000\"]\n\
                    [components.window]\ncommand = [\"candela\", \"calculator\"]\nrestart = \"never\"\n\
                    [components.start]\ncommand = [\"candela\", \"launcher\", \"launch\", \"probe.desktop\"]\n\
                    restart = \"never\"\n";
    let _path = tree.write("config/candela/session.toml", settings);
    let entry = "[Desktop Entry]\nType=Application\nName=Probe\nStartupNotify=true\nExec=probe\n";
    let _path = tree.write("data/applications/probe.desktop", entry);
    let token = tree.path("token");
    let _path = tree.script("bin/probe", &format!("printf %s \"$XDG_ACTIVATION_TOKEN\" >{}", token.display()));
    let mut session = start(&tree, &bin).stderr(fs::File::create(tree.path("errors")).unwrap()).spawn().unwrap();
    let ask = |arguments: &[&str]| run(tree.command_of(&bin.join("candela-session"), arguments));
    let begun = Instant::now();
    let status: Value = loop {
        let answer = serde_json::from_str(&ask(&["status", "--json"]).stdout).unwrap_or(Value::Null);
        if answer["state"] == "running" {
            break answer;
        }
        let said = || fs::read_to_string(tree.path("state/candela/session.log")).unwrap_or_default();
        assert!(begun.elapsed() < PATIENCE, "{answer}: {}", said());
    };
    assert_eq!(status["window_manager"], "sway", "{status}");
    let here = status["components"].as_array().unwrap().iter().find(|component| component["name"] == "here").unwrap();
    let environment = fs::read_to_string(format!("/proc/{}/environ", here["pid"])).unwrap();
    assert!(environment.contains("\0WAYLAND_DISPLAY=wayland-"), "{environment:?}");

    // What is started out of nothing gets a token of the compositor's.
    wait_until(|| "the probe was not started".to_owned(), || token.exists());
    wait_until(|| "the compositor gave no token".to_owned(), || !fs::read_to_string(&token).unwrap().is_empty());

    // A program that is held up does not close, whoever asks.
    let pid = |status: &Value| {
        let components = status["components"].as_array().unwrap();
        let found = components.iter().find(|component| component["name"] == "window").unwrap();
        Pid::from_raw(i32::try_from(found["pid"].as_i64().unwrap()).unwrap()).unwrap()
    };
    let begun = Instant::now();
    let refused = loop {
        let window = pid(&serde_json::from_str(&ask(&["status", "--json"]).stdout).unwrap());
        kill_process(window, Signal::STOP).unwrap();
        let refused = ask(&["close-windows"]);
        kill_process(window, Signal::CONT).unwrap();
        if refused.status.code() == Some(1) {
            break refused;
        }
        // It had no window yet.
        assert!(begun.elapsed() < PATIENCE, "{refused:?}");
    };
    assert!(refused.stderr.contains("Calculator"), "{refused:?}");
    let closed = ask(&["close-windows"]);
    assert_eq!(closed.status.code(), Some(0), "{closed:?}");
    let asked = ask(&["logout"]);
    assert_eq!(asked.status.code(), Some(0), "{asked:?}");
    assert_eq!(session.wait().unwrap().code(), Some(0));
    assert!(!fs::exists(tree.path("runtime/candela")).unwrap());
}
