//! What an X display tells of windows and screens, and is asked to do.
//!
//! Spec: Extended Window Manager Hints 1.5; RandR 1.5, "monitors".

use x11rb::atom_manager;
use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::randr::ConnectionExt as _;
use x11rb::protocol::xproto::{Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask};
use x11rb::rust_connection::RustConnection;

/// Longer titles are cut, in units of four bytes.
const LONGEST: u32 = 256;
/// The most windows that are asked for.
const MOST: u32 = 500;
/// Says that a person asked, not a program: window managers then do it at once.
const BY_USER: u32 = 2;

atom_manager! {
    /// The names of what is asked.
    Atoms: AtomsCookie {
        UTF8_STRING,
        _NET_ACTIVE_WINDOW,
        _NET_CLIENT_LIST,
        _NET_WM_NAME,
        _NET_WM_PID,
        _NET_WM_WINDOW_TYPE,
        _NET_WM_WINDOW_TYPE_DOCK,
        _NET_WM_WINDOW_TYPE_DESKTOP,
    }
}

/// An open window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its number on the display.
    pub id: u32,
    /// Its title.
    pub title: String,
    /// What its program calls itself.
    pub class: String,
    /// The program's process, where it says.
    pub process: Option<u32>,
}

/// A screen, in pixels of the display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Its left edge.
    pub x: i32,
    /// Its top edge.
    pub y: i32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

impl Screen {
    const fn holds(&self, x: i32, y: i32) -> bool {
        let (right, bottom) = (self.x + self.width.cast_signed(), self.y + self.height.cast_signed());
        x >= self.x && y >= self.y && x < right && y < bottom
    }
}

/// A connection to a display.
#[derive(Debug)]
pub struct Display {
    connection: RustConnection,
    root: u32,
    atoms: Atoms,
}

/// Why a display does not answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none of that name.
    #[error("cannot connect to the display: {0}")]
    Connect(#[from] x11rb::errors::ConnectError),
    /// It went away, or refused.
    #[error("the display does not answer: {0}")]
    Answer(#[from] ReplyError),
}

impl From<x11rb::errors::ConnectionError> for Error {
    fn from(error: x11rb::errors::ConnectionError) -> Self {
        Self::Answer(error.into())
    }
}

impl Display {
    /// Connects to the display of that name (`:0`).
    ///
    /// # Errors
    /// [`Error::Connect`], and [`Error::Answer`] where it goes at once.
    pub fn connect(name: &str) -> Result<Self, Error> {
        let (connection, screen) = x11rb::connect(Some(name))?;
        let root = connection.setup().roots[screen].root;
        let atoms = Atoms::new(&connection)?.reply()?;
        Ok(Self { connection, root, atoms })
    }

    /// The windows that the window manager lists, without panels and the desktop itself.
    ///
    /// # Errors
    /// Where the display is gone; a window that goes meanwhile is left out.
    pub fn windows(&self) -> Result<Vec<Open>, Error> {
        let list =
            self.connection.get_property(false, self.root, self.atoms._NET_CLIENT_LIST, AtomEnum::WINDOW, 0, MOST)?;
        let ids: Vec<u32> = list.reply()?.value32().into_iter().flatten().collect();
        Ok(ids.into_iter().filter_map(|id| self.window(id).ok().flatten()).collect())
    }

    fn window(&self, id: u32) -> Result<Option<Open>, Error> {
        let types = self.numbers(id, self.atoms._NET_WM_WINDOW_TYPE, AtomEnum::ATOM.into())?;
        let is_furniture =
            |kind| [self.atoms._NET_WM_WINDOW_TYPE_DOCK, self.atoms._NET_WM_WINDOW_TYPE_DESKTOP].contains(kind);
        if types.iter().any(is_furniture) {
            return Ok(None);
        }
        let title = self.text(id, self.atoms._NET_WM_NAME, self.atoms.UTF8_STRING)?;
        let title = match title {
            Some(title) => title,
            None => self.text(id, AtomEnum::WM_NAME.into(), AtomEnum::ANY.into())?.unwrap_or_default(),
        };
        // Two names, each ended by a zero: the instance and the class.
        let class = self.text(id, AtomEnum::WM_CLASS.into(), AtomEnum::STRING.into())?.unwrap_or_default();
        let class = class.split('\0').nth(1).unwrap_or_default().to_owned();
        let process = self.numbers(id, self.atoms._NET_WM_PID, AtomEnum::CARDINAL.into())?.first().copied();
        Ok((!title.is_empty()).then_some(Open { id, title, class, process }))
    }

    fn numbers(&self, window: u32, name: Atom, kind: Atom) -> Result<Vec<u32>, Error> {
        let reply = self.connection.get_property(false, window, name, kind, 0, LONGEST)?.reply()?;
        Ok(reply.value32().into_iter().flatten().collect())
    }

    fn text(&self, window: u32, name: Atom, kind: Atom) -> Result<Option<String>, Error> {
        let reply = self.connection.get_property(false, window, name, kind, 0, LONGEST)?.reply()?;
        Ok((!reply.value.is_empty()).then(|| String::from_utf8_lossy(&reply.value).into_owned()))
    }

    /// Asks the window manager to bring a window to the front, from wherever it is.
    ///
    /// # Errors
    /// Where the display is gone.
    pub fn raise(&self, window: u32) -> Result<(), Error> {
        let message = ClientMessageEvent::new(32, window, self.atoms._NET_ACTIVE_WINDOW, [BY_USER, 0, 0, 0, 0]);
        let listeners = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.connection.send_event(false, self.root, listeners, message)?.check().map_err(Error::from)
    }

    /// The screen that the pointer is on; the whole display where it is on none.
    ///
    /// # Errors
    /// Where the display is gone, or does not tell its screens apart.
    pub fn screen_with_pointer(&self) -> Result<Option<Screen>, Error> {
        let pointer = self.connection.query_pointer(self.root)?.reply()?;
        let (x, y) = (i32::from(pointer.root_x), i32::from(pointer.root_y));
        let monitors = self.connection.randr_get_monitors(self.root, true)?.reply()?.monitors;
        let screens = monitors.iter().map(|monitor| Screen {
            x: monitor.x.into(),
            y: monitor.y.into(),
            width: monitor.width.into(),
            height: monitor.height.into(),
        });
        Ok(screens.into_iter().find(|screen| screen.holds(x, y)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_ends_where_the_next_one_begins() {
        let left = Screen { x: 0, y: 0, width: 100, height: 50 };
        let right = Screen { x: 100, ..left };
        assert!(left.holds(99, 0) && !right.holds(99, 0));
        assert!(right.holds(100, 49) && !left.holds(100, 49) && !right.holds(100, 50));
    }

    #[test]
    fn a_display_that_is_not_there_is_an_error() {
        assert!(matches!(Display::connect(":4093"), Err(Error::Connect(_))));
    }
}
