//! What a display of the test's own hears of a start; skipped where no `Xvfb` is installed.
#![cfg(feature = "x11")]
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]
#![expect(clippy::print_stderr, reason = "says why nothing was tested")]

use candela_shared::registry::launch::Request;
use candela_shared::registry::start::{Start, start};
use candela_shared::registry::{Context, Entry, Target};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask};
use x11rb::rust_connection::RustConnection;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A display that ends with the test.
struct Display(Child, String);

impl Display {
    fn start() -> Option<Self> {
        let arguments = ["-displayfd", "1", "-nolisten", "tcp"];
        let server = Command::new("Xvfb").args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let Ok(mut server) = server else {
            eprintln!("skipped: there is no Xvfb");
            return None;
        };
        let mut number = String::new();
        let _ = BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Some(Self(server, format!(":{}", number.trim())))
    }

    /// Hears everything that is said from now on.
    fn listen(&self) -> Listener {
        let (connection, screen) = x11rb::connect(Some(&self.1)).unwrap();
        let heard = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        connection.change_window_attributes(connection.setup().roots[screen].root, &heard).unwrap().check().unwrap();
        Listener(connection)
    }

    fn context(&self) -> Context {
        let path = std::env::var_os("PATH").iter().flat_map(|path| std::env::split_paths(path)).collect();
        Context { display: Some(self.1.clone()), path, ..Context::default() }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Listener(RustConnection);

impl Listener {
    /// The next message, put together from its parts.
    fn next(&self) -> String {
        let mut text = Vec::new();
        let mut speaker = None;
        while !text.contains(&0) {
            let Event::ClientMessage(message) = self.0.wait_for_event().unwrap() else { continue };
            let kind = self.0.get_atom_name(message.type_).unwrap().reply().unwrap().name;
            let expected: &[u8] = if text.is_empty() { b"_NET_STARTUP_INFO_BEGIN" } else { b"_NET_STARTUP_INFO" };
            assert_eq!((kind.as_slice(), message.format), (expected, 8));
            assert_eq!(*speaker.get_or_insert(message.window), message.window);
            text.extend(message.data.as_data8());
        }
        String::from_utf8(text).unwrap().trim_end_matches('\0').to_owned()
    }
}

fn entry(exec: String) -> Entry {
    Entry {
        id: "app.desktop".into(),
        name: Some("An \"App\"".into()),
        exec: Some(exec.into()),
        startup_notify: Some(true),
        startup_wm_class: Some("App".into()),
        ..Entry::default()
    }
}

/// A program that notes its token in the file it is given, and ends so.
fn program(folder: &Path, status: u8) -> String {
    let script = folder.join("script");
    std::fs::write(&script, format!("echo \"${{DESKTOP_STARTUP_ID-unset}}\" >\"$1\"; exit {status}\n")).unwrap();
    format!("sh \"{}\" %f", script.display())
}

fn run(entry: &Entry, targets: &[Target], context: &Context, request: &Request) {
    let outcome = start(entry, None, targets, context, request).unwrap();
    let Start::Spawned(programs) = outcome else { panic!("nothing was spawned") };
    for program in programs {
        assert!(program.end_within(Duration::from_secs(30)).is_some());
    }
}

#[test]
fn d15_the_display_is_told_and_the_program_gets_the_token() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let listener = display.listen();
    let note = |name: &str| folder.path().join(name);
    let targets = [note("one"), note("two")].map(Target::Path);
    run(&entry(program(folder.path(), 0)), &targets, &display.context(), &Request::default());
    let mut tokens = Vec::new();
    for name in ["one", "two"] {
        let token = std::fs::read_to_string(note(name)).unwrap().trim().to_owned();
        assert!(token.rsplit_once("_TIME").is_some_and(|(_, time)| time.parse::<u32>().is_ok()), "{token}");
        let expected = format!(r#"new: ID="{token}" NAME="An \"App\"" SCREEN="0" WMCLASS="App""#);
        assert_eq!(listener.next(), expected, "{name}");
        tokens.push(token);
    }
    assert_ne!(tokens[0], tokens[1], "each is good for one window");
}

#[test]
fn d15_what_fails_is_taken_back() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let listener = display.listen();
    let targets = [Target::Path(folder.path().join("one"))];
    run(&entry(program(folder.path(), 1)), &targets, &display.context(), &Request::default());
    let missing = entry("candela-no-such-program".into());
    assert!(start(&missing, None, &[], &display.context(), &Request::default()).is_err());
    for which in ["fails", "is missing"] {
        let begun = listener.next();
        let id = begun.split(' ').nth(1).unwrap();
        assert!(begun.starts_with("new: "), "{which}: {begun}");
        assert_eq!(listener.next(), format!("remove: {id}"), "{which}");
    }
}

#[test]
fn d15_a_token_from_outside_is_handed_on_and_the_display_told_to_whom() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let listener = display.listen();
    let note = folder.path().join("one");
    let targets = [Target::Path(note.clone())];
    let request = Request { startup_id: Some("outside_TIME7".into()), ..Request::default() };
    let told = entry(program(folder.path(), 0));
    run(&told, &targets, &display.context(), &request);
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "outside_TIME7\n");
    assert_eq!(listener.next(), r#"change: ID="outside_TIME7" NAME="An \"App\"" SCREEN="0" WMCLASS="App""#);
    // One that will not say when it has started must not keep a panel waiting.
    run(&Entry { startup_notify: Some(false), ..told.clone() }, &targets, &display.context(), &request);
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "outside_TIME7\n");
    assert_eq!(listener.next(), r#"remove: ID="outside_TIME7""#);
    // And of one that says nothing nobody hears: the next message is another's.
    let silent = Entry { startup_notify: None, startup_wm_class: None, ..told };
    run(&silent, &targets, &display.context(), &Request::default());
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "unset\n");
    run(&Entry { startup_notify: Some(true), ..silent }, &targets, &display.context(), &Request::default());
    let token = std::fs::read_to_string(&note).unwrap();
    assert_eq!(listener.next(), format!(r#"new: ID="{}" NAME="An \"App\"" SCREEN="0""#, token.trim()));
}
