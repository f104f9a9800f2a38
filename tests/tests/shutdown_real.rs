//! The prompt with a real PackageKit, polkit and apt, in a copy of this system that is gone afterwards: an update is detected,
//! refused, ordered, taken back, ordered by the dialog, and installed by PackageKit's own updater; another by apt; and a real elogind turns off.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use candela_tests::{Display, Key, Program, Size, candela, copy_hindrance, in_copy};
use serde_json::Value;

/// What the scene needs beside root.
const NEEDED: [&str; 7] = [
    "/usr/libexec/packagekitd",
    "/usr/libexec/pk-offline-update",
    "/usr/lib/polkit-1/polkitd",
    "/usr/bin/dbus-daemon",
    "/usr/bin/pkcon",
    "/usr/bin/gdbus",
    "/usr/bin/dpkg-scanpackages",
];
/// A window whose picture did not change for so long has found what waits.
const REST: Duration = Duration::from_millis(500);

/// Why the scene cannot be played here; `None` where it can.
fn hindrance() -> Option<String> {
    if let Some(missing) = NEEDED.iter().find(|path| !Path::new(path).exists()) {
        return Some(format!("{missing} is not installed"));
    }
    copy_hindrance()
}

/// What was seen under a name: the exit status, and what was printed.
type Seen = BTreeMap<String, (i32, String)>;

fn play() -> Seen {
    let display = Display::start(Size(800, 600));
    let folder = tempfile::tempdir().unwrap();
    let mut command = in_copy(folder.path(), "packagekit.sh");
    let _same = command.arg(candela()).env("DISPLAY", display.name());
    let program = Program::start(&display, command);
    let window = program.any_window();
    let _picture = window.at_rest(REST);
    window.press(Key::Enter);
    let finished = program.finish();
    assert!(finished.status.success(), "{finished:?}");
    let line = |line: &str| {
        let mut fields = line.splitn(3, ' ');
        let (name, status) = (fields.next()?.to_owned(), fields.next()?.parse().ok()?);
        Some((name, (status, fields.next().unwrap_or_default().trim().to_owned())))
    };
    finished.stdout.lines().filter_map(line).collect()
}

#[test]
fn an_update_is_ordered_of_a_real_packagekit_and_really_installed() {
    if let Some(hindrance) = hindrance() {
        eprintln!("not played, a copy of the system cannot be made here: {hindrance}");
        return;
    }
    let seen = play();
    let json = |name: &str| -> Value { serde_json::from_str(&seen[name].1).unwrap() };
    assert_eq!(json("nothing")["state"], "none", "{seen:#?}");
    assert_eq!((&json("pending")["source"], &json("pending")["count"]), (&"packagekit".into(), &1.into()), "{seen:#?}");
    let apt = json("apt");
    assert_eq!(apt["count"].to_string(), seen["apt-itself"].1, "as apt says");
    assert_eq!((&apt["packages"][0]["from"], &apt["packages"][0]["to"]), (&"1.0".into(), &"2.0".into()));
    let is = |name: &str, status: i32, said: &str| {
        let (found, text) = &seen[name];
        assert!((*found, text.contains(said)) == (status, true), "{name}: {seen:#?}");
    };
    is("refused", 22, "not allowed");
    is("refused-link", 1, "");
    is("install", 10, "");
    is("install-link", 0, "/var/lib/PackageKit/prepared-update");
    is("install-action", 0, "power-off");
    is("install-power", 0, "shutdown -r now");
    is("skip", 11, "");
    is("skip-link", 1, "");
    is("skip-power", 0, "shutdown -P now");
    is("dialog-power", 0, "shutdown -r now");
    is("dialog-action", 0, "reboot");
    is("installed", 0, "2.0");
    is("results", 0, "Success=true");
    assert_eq!(json("afterwards")["state"], "none");
    assert_eq!((&json("apt-fresh")["state"], &json("apt-fresh")["count"]), (&"none".into(), &1.into()), "{seen:#?}");
    assert!(json("apt-fresh")["to_download"].as_u64() > Some(0), "it would have to be downloaded: {seen:#?}");
    assert_eq!(
        (&json("apt-pending")["source"], &json("apt-pending")["count"]),
        (&"apt".into(), &1.into()),
        "{seen:#?}"
    );
    is("apt-install", 10, "");
    is("apt-installed", 0, "3.0");
    is("apt-power", 0, "shutdown -P now");
    assert_eq!(json("apt-afterwards")["state"], "none");
    is("result", 0, "succeeded");
    if let Some((_, reason)) = seen.get("elogind") {
        eprintln!("not played, no elogind: {reason}");
        return;
    }
    is("logind-refused", 22, "not allowed");
    is("logind-blocked", 22, "not allowed");
    is("logind-blocked-power", 0, "");
    assert_eq!(seen["logind-blocked-power"].1, "", "nothing goes down under a program that asked to wait: {seen:#?}");
    is("logind-skip", 0, "");
    is("logind-skip-power", 0, "poweroff");
}
