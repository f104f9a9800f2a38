//! A connection of its own to the display, with a window that hands selections over and takes them.

use x11rb::connection::Connection;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, Property, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

use std::sync::Arc;
use std::time::Duration;

/// A program that owns the clipboard and does not answer for so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// A window that nobody sees.
pub struct Exchange {
    pub connection: Arc<RustConnection>,
    pub window: Window,
    pub clipboard: Atom,
}

impl Exchange {
    /// Connects to the display; `None` where there is none whose clipboard is the user's.
    pub fn connect() -> Option<Result<Self, ReplyOrIdError>> {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        // Beside Wayland, what X has for a clipboard is the compositor's business.
        if is_set("WAYLAND_DISPLAY") || !is_set("DISPLAY") {
            return None;
        }
        let (connection, screen) = x11rb::connect(None).ok()?;
        Some(Self::new(connection, screen))
    }

    fn new(connection: RustConnection, screen: usize) -> Result<Self, ReplyOrIdError> {
        let (window, root) = (connection.generate_id()?, connection.setup().roots[screen].root);
        let events = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        connection
            .create_window(
                COPY_DEPTH_FROM_PARENT,
                window,
                root,
                0,
                0,
                1,
                1,
                0,
                WindowClass::INPUT_OUTPUT,
                COPY_FROM_PARENT,
                &events,
            )?
            .ignore_error();
        let clipboard = connection.intern_atom(false, b"CLIPBOARD")?.reply()?.atom;
        Ok(Self { connection: Arc::new(connection), window, clipboard })
    }

    /// The atom of a name.
    pub fn atom(&self, name: &str) -> Result<Atom, ReplyOrIdError> {
        Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }

    /// Asks the owner of the clipboard for what it holds; `None` where it has no such format, or does not answer.
    pub fn ask(&self, format: Atom) -> Result<Option<Vec<u8>>, ReplyOrIdError> {
        let place = self.atom("CANDELA_FILES")?;
        let _asked = self.connection.convert_selection(self.window, self.clipboard, format, place, CURRENT_TIME)?;
        self.connection.flush()?;
        self.wake_later();
        loop {
            match self.connection.wait_for_event()? {
                Event::SelectionNotify(told) if told.property == NONE => return Ok(None),
                Event::SelectionNotify(_) => return self.take(place),
                Event::ClientMessage(_) => return Ok(None),
                _ => {}
            }
        }
    }

    /// Takes what was put on the window, which may come in pieces.
    ///
    /// Spec: ICCCM 2.0, section 2.7.2.
    fn take(&self, place: Atom) -> Result<Option<Vec<u8>>, ReplyOrIdError> {
        let first = self.property(place)?;
        if first.1 != self.atom("INCR")? {
            return Ok(Some(first.0));
        }
        let mut whole = Vec::new();
        loop {
            match self.connection.wait_for_event()? {
                Event::PropertyNotify(told) if told.atom == place && told.state == Property::NEW_VALUE => {
                    let (piece, _) = self.property(place)?;
                    if piece.is_empty() {
                        return Ok(Some(whole));
                    }
                    whole.extend(piece);
                }
                Event::ClientMessage(_) => return Ok(None),
                _ => {}
            }
        }
    }

    /// Reads what stands there with its type, and takes it away.
    fn property(&self, place: Atom) -> Result<(Vec<u8>, Atom), ReplyOrIdError> {
        let asked = self.connection.get_property(true, self.window, place, AtomEnum::ANY, 0, u32::MAX / 4)?;
        let told = asked.reply()?;
        Ok((told.value, told.type_))
    }

    /// Sends the window a message after a while, so that waiting ends.
    fn wake_later(&self) {
        let (connection, window) = (Arc::clone(&self.connection), self.window);
        // Without a thread one waits until the owner answers.
        let _thread = std::thread::Builder::new().name("patience".into()).spawn(move || {
            std::thread::sleep(PATIENCE);
            let message = ClientMessageEvent::new(32, window, AtomEnum::NONE, [0; 5]);
            let _sent = connection.send_event(false, window, EventMask::NO_EVENT, message);
            let _flushed = connection.flush();
        });
    }
}
