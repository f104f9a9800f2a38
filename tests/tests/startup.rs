//! What a display hears of starts from the real programs: those they begin, and their own.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_tests::{Display, Program, Size, Started, Tree};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask};
use x11rb::rust_connection::RustConnection;

/// Hears everything that is said of starts on a display.
struct Listener(RustConnection);

impl Listener {
    fn of(display: &Display) -> Self {
        let (connection, screen) = x11rb::connect(Some(display.name())).unwrap();
        let heard = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        connection.change_window_attributes(connection.setup().roots[screen].root, &heard).unwrap().check().unwrap();
        Self(connection)
    }

    /// The next message.
    fn next(&self) -> String {
        let mut text = Vec::new();
        while !text.contains(&0) {
            if let Event::ClientMessage(message) = self.0.wait_for_event().unwrap()
                && message.format == 8
            {
                text.extend(message.data.as_data8());
            }
        }
        String::from_utf8(text).unwrap().trim_end_matches('\0').to_owned()
    }
}

fn scene() -> (Display, Tree) {
    let tree = Tree::new();
    let _path = tree.write("data/mime/globs2", "50:image/png:*.png\n");
    let _path = tree.write("home/a.png", [0, 1, 2]);
    let viewer = tree.application("viewer", "Viewer", "%f").with("MimeType", "image/png;");
    let _path = viewer.with("StartupNotify", "true").with("StartupWMClass", "View").install();
    (Display::start(Size(800, 700)), tree)
}

#[test]
fn the_launcher_tells_of_what_it_starts() {
    let (display, tree) = scene();
    let listener = Listener::of(&display);
    let program = Program::start(&display, tree.command(["launcher", "launch", "viewer.desktop"]));
    assert_eq!(program.finish().status.code(), Some(0));
    let told = listener.next();
    assert!(told.starts_with("new: ID=\"candela-"), "{told}");
    assert!(told.contains("NAME=\"Viewer\" SCREEN=\"0\" WMCLASS=\"View\""), "{told}");
    assert_eq!(tree.started().id, "viewer");
}

#[test]
fn what_opens_for_another_hands_its_token_on() {
    let (display, tree) = scene();
    let listener = Listener::of(&display);
    let mut command = tree.command(["open", "a.png"]);
    let _same = command.env("DESKTOP_STARTUP_ID", "panel_TIME1");
    assert_eq!(Program::start(&display, command).finish().status.code(), Some(0));
    let told = listener.next();
    assert!(told.starts_with("change: ID=\"panel_TIME1\" NAME=\"Viewer\""), "{told}");
    let Started { id, .. } = tree.started();
    assert_eq!(id, "viewer");
}

#[test]
fn a_window_of_ours_says_that_it_is_there() {
    let (display, tree) = scene();
    let listener = Listener::of(&display);
    let mut command = tree.command(["open", "--choose", "a.png"]);
    let _same = command.env("DESKTOP_STARTUP_ID", "panel_TIME2");
    let program = Program::start(&display, command);
    assert_eq!(listener.next(), "remove: ID=\"panel_TIME2\"");
    let _window = program.window();
}
