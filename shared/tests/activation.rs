//! Applications asked over a session bus of the test's own; skipped where no `dbus-daemon` is installed.
#![cfg(feature = "dbus")]
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]
#![expect(clippy::print_stderr, reason = "says why nothing was tested")]

use candela_shared::registry::entry::Action;
use candela_shared::registry::launch::Request;
use candela_shared::registry::start::{Error, Start, start};
use candela_shared::registry::{Context, Entry, Target, exec};

use zbus::zvariant::OwnedValue;

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// A bus that ends with the test.
struct Bus(Child, String);

impl Bus {
    fn start() -> Option<Self> {
        let arguments = ["--session", "--nofork", "--print-address"];
        let Ok(mut daemon) = Command::new("dbus-daemon").args(arguments).stdout(Stdio::piped()).spawn() else {
            eprintln!("skipped: there is no dbus-daemon");
            return None;
        };
        let mut address = String::new();
        let _ = BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Some(Self(daemon, address.trim().to_owned()))
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An application that writes down what it is asked.
struct Application(Sender<String>);

type Data = HashMap<String, OwnedValue>;

#[zbus::interface(name = "org.freedesktop.Application")]
impl Application {
    fn activate(&self, data: Data) {
        self.0.send(format!("Activate {}", data.len())).unwrap();
    }

    fn open(&self, uris: Vec<String>, data: Data) {
        self.0.send(format!("Open {} {}", uris.join(" "), data.len())).unwrap();
    }

    fn activate_action(&self, name: String, parameters: Vec<OwnedValue>, data: Data) {
        self.0.send(format!("ActivateAction {name} {} {}", parameters.len(), data.len())).unwrap();
    }
}

fn serve(address: &str) -> (zbus::blocking::Connection, Receiver<String>) {
    let (sender, asked) = channel();
    let connection = zbus::blocking::connection::Builder::address(address)
        .unwrap()
        .name("org.example.Two-Words")
        .unwrap()
        .serve_at("/org/example/Two_Words", Application(sender))
        .unwrap()
        .build()
        .unwrap();
    (connection, asked)
}

fn entry(id: &str) -> Entry {
    let action = Action { id: "new".into(), name: "New".into(), ..Action::default() };
    Entry { id: id.into(), is_dbus_activatable: true, actions: [action].into(), ..Entry::default() }
}

#[test]
fn d14_an_application_is_asked_over_the_bus() {
    let Some(bus) = Bus::start() else { return };
    let (_connection, asked) = serve(&bus.1);
    let context = Context { session_bus: Some(bus.1.clone()), ..Context::default() };
    let request = Request { activation_token: Some("token".into()), ..Request::default() };
    let entry = entry("org.example.Two-Words.desktop");
    let targets = [Target::from_uri("file:///a%20b"), Target::from_uri("https://example.org")];
    for (action, targets, expected) in [
        (None, &[][..], "Activate 1"),
        (None, &targets[..], "Open file:///a%20b https://example.org 1"),
        (Some("new"), &[][..], "ActivateAction new 0 1"),
    ] {
        let outcome = start(&entry, action, targets, &context, &request).unwrap();
        assert!(matches!(outcome, Start::Activated), "{expected}");
        assert_eq!(asked.recv_timeout(Duration::from_secs(30)).unwrap(), expected);
    }
}

/// What tells of graphics cards.
struct Cards;

#[zbus::interface(name = "net.hadess.SwitcherooControl")]
impl Cards {
    #[zbus(property, name = "GPUs")]
    fn cards(&self) -> Vec<HashMap<String, OwnedValue>> {
        let card = |is_default: bool, words: [&str; 4]| {
            let words = zbus::zvariant::Value::from(words.map(str::to_owned).to_vec());
            let environment = OwnedValue::try_from(words).unwrap();
            HashMap::from([
                ("Name".to_owned(), OwnedValue::from(zbus::zvariant::Str::from("card"))),
                ("Default".to_owned(), OwnedValue::from(is_default)),
                ("Environment".to_owned(), environment),
            ])
        };
        vec![card(true, ["CARD", "one", "A", "1"]), card(false, ["CARD", "two", "B", "2"])]
    }
}

#[test]
fn d17_the_other_gpu_is_chosen_as_the_system_says() {
    let Some(bus) = Bus::start() else { return };
    let _connection = zbus::blocking::connection::Builder::address(bus.1.as_str())
        .unwrap()
        .name("net.hadess.SwitcherooControl")
        .unwrap()
        .serve_at("/net/hadess/SwitcherooControl", Cards)
        .unwrap()
        .build()
        .unwrap();
    let path: Vec<_> = std::env::var_os("PATH").iter().flat_map(|path| std::env::split_paths(path)).collect();
    let script = "sh -c 'echo $CARD,$A,$B,$DRI_PRIME >&2; exit 1'";
    for (prefers, bus, expected) in
        [(true, Some(&bus.1), "two,,2,"), (false, Some(&bus.1), ",,,"), (true, None, ",,,1")]
    {
        let context = Context { system_bus: bus.cloned(), path: path.clone(), ..Context::default() };
        let exec = Some(script.into());
        let entry = Entry { exec, prefers_non_default_gpu: prefers, ..Entry::default() };
        let outcome = start(&entry, None, &[], &context, &Request::default()).unwrap();
        let end = outcome.programs()[0].end_within(Duration::from_secs(30)).unwrap();
        assert_eq!(String::from_utf8_lossy(&end.words).trim(), expected, "{prefers}");
    }
}

#[test]
fn d14_exec_is_the_way_back_where_nobody_answers() {
    let Some(bus) = Bus::start() else { return };
    let path = std::env::var_os("PATH").iter().flat_map(|path| std::env::split_paths(path)).collect();
    let context = Context { session_bus: Some(bus.1.clone()), path, ..Context::default() };
    let silent = Entry { exec: Some("true".into()), ..entry("org.example.Silent.desktop") };
    let outcome = start(&silent, None, &[], &context, &Request::default()).unwrap();
    let end = outcome.programs()[0].end_within(Duration::from_secs(30)).unwrap();
    assert!(end.is_success());
    let nothing = start(&entry("org.example.Silent.desktop"), None, &[], &context, &Request::default());
    assert_eq!(nothing.unwrap_err(), Error::Entry(exec::Error::NoCommand));
    let without_bus = Context { session_bus: None, ..context };
    assert!(matches!(start(&silent, None, &[], &without_bus, &Request::default()), Ok(Start::Spawned(_))));
}
