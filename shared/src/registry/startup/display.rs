//! Tells an X11 display of a start, from a window nobody sees.

use super::message::{Kind, parts, text};
use crate::registry::entry::Entry;

use x11rb::connection::Connection;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageData, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode, Timestamp,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use std::ffi::{OsStr, OsString};
use std::sync::atomic::{AtomicU32, Ordering};

/// Tells the display that an application starts; the token to hand to it, or `None` where the display does not answer.
pub fn begin(display: &str, entry: &Entry) -> Option<OsString> {
    let teller = Teller::connect(display)?;
    let id = new_id(teller.now().ok()?);
    teller.tell(&text(Kind::New, &id, teller.screen, Some(entry))).ok()?;
    Some(id.into())
}

/// Tells the display that a start it knows of is an application's now, to which its token is handed on.
pub fn pass_on(display: &str, token: &OsStr, entry: &Entry) {
    tell(display, token, Kind::Change, Some(entry));
}

/// Tells the display that a start is over: the window is there, or never will be.
pub fn end(display: &str, token: &OsStr) {
    tell(display, token, Kind::Remove, None);
}

/// A display that does not answer waits for nothing, so that there is nobody to tell.
fn tell(display: &str, token: &OsStr, kind: Kind, entry: Option<&Entry>) {
    if let (Some(id), Some(teller)) = (token.to_str(), Teller::connect(display)) {
        let _is_gone = teller.tell(&text(kind, id, teller.screen, entry));
    }
}

/// A name that no other start has, with the time at which the user asked, by which window managers judge.
fn new_id(time: Timestamp) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
    format!("candela-{process}-{count}-{host}_TIME{time}")
}

/// A connection with a window of its own, by which receivers tell whose part of a message they got.
struct Teller {
    connection: RustConnection,
    root: u32,
    window: u32,
    screen: usize,
}

impl Teller {
    fn connect(display: &str) -> Option<Self> {
        let (connection, screen) = x11rb::connect(Some(display)).ok()?;
        let root = connection.setup().roots.get(screen)?.root;
        let window = Self::window(&connection, root).ok()?;
        Some(Self { connection, root, window, screen })
    }

    fn window(connection: &RustConnection, root: u32) -> Result<u32, ReplyOrIdError> {
        let window = connection.generate_id()?;
        let hidden = CreateWindowAux::new().override_redirect(1).event_mask(EventMask::PROPERTY_CHANGE);
        let class = WindowClass::INPUT_ONLY;
        connection.create_window(0, window, root, -1, -1, 1, 1, 0, class, x11rb::COPY_FROM_PARENT, &hidden)?.check()?;
        Ok(window)
    }

    /// The display's time: what it says of a change of nothing.
    fn now(&self) -> Result<Timestamp, ReplyOrIdError> {
        let (name, kind) = (AtomEnum::WM_NAME, AtomEnum::STRING);
        self.connection.change_property8(PropMode::APPEND, self.window, name, kind, &[])?.check()?;
        loop {
            if let Event::PropertyNotify(event) = self.connection.wait_for_event()? {
                return Ok(event.time);
            }
        }
    }

    fn tell(&self, text: &str) -> Result<(), ReplyOrIdError> {
        let atom = |name: &[u8]| Ok::<_, ReplyOrIdError>(self.connection.intern_atom(false, name)?.reply()?.atom);
        let (first, further) = (atom(b"_NET_STARTUP_INFO_BEGIN")?, atom(b"_NET_STARTUP_INFO")?);
        for (part, kind) in parts(text).into_iter().zip(std::iter::once(first).chain(std::iter::repeat(further))) {
            let data = ClientMessageData::from(part);
            let message = ClientMessageEvent { data, ..ClientMessageEvent::new(8, self.window, kind, [0; 20]) };
            self.connection.send_event(false, self.root, EventMask::PROPERTY_CHANGE, message)?.ignore_error();
        }
        // What was said is on its way before the window goes.
        self.connection.sync()?;
        Ok(())
    }
}
