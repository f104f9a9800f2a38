//! The X display: whether it is managed, which windows are open, and whose session it has.

use crate::system::trial;

use x11rb::CURRENT_TIME;
use x11rb::atom_manager;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, MapState,
    PropMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use std::ffi::OsString;
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

atom_manager! {
    /// The names that a session and its window manager go by.
    Atoms: AtomsCookie {
        _CANDELA_SESSION,
        _NET_CLIENT_LIST,
        _NET_SUPPORTING_WM_CHECK,
        _NET_WM_NAME,
        _NET_WM_PID,
        _NET_WM_WINDOW_TYPE,
        _NET_WM_WINDOW_TYPE_DESKTOP,
        _NET_WM_WINDOW_TYPE_DOCK,
        WM_DELETE_WINDOW,
        WM_PROTOCOLS,
        WM_STATE,
    }
}

/// How deep below the root a window manager puts what it manages.
const FRAMES: usize = 3;
/// The port of display 0 over TCP.
const FIRST_PORT: u16 = 6000;
/// The longest property that is read, in units of four bytes.
const LONGEST: u32 = 4096;

/// Something that changed on the display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A window manager manages it.
    Managed,
    /// It does not answer any more.
    Lost,
}

/// A connection to the display named in `DISPLAY`.
#[derive(Clone)]
pub struct Display {
    connection: Arc<RustConnection>,
    root: Window,
    atoms: Atoms,
}

/// What the display, or the library, said instead of an answer.
pub type Failure = Box<dyn std::error::Error>;

impl Display {
    /// Connects to the display of the environment.
    ///
    /// # Errors
    /// What it says, in English.
    pub fn connect() -> Result<Self, String> {
        let connect = || -> Result<Self, Failure> {
            let (connection, screen) = open()?;
            let root = connection.setup().roots.get(screen).ok_or("no such screen")?.root;
            let atoms = Atoms::new(&connection)?.reply()?;
            Ok(Self { connection: Arc::new(connection), root, atoms })
        };
        connect().map_err(|error| error.to_string())
    }

    /// Makes this the session of the display, which goes with its socket by that path, as long as this connection
    /// stands; says whether there was none.
    ///
    /// # Errors
    /// What the display says.
    pub fn claim(&self, socket: &Path) -> Result<bool, String> {
        let claim = || -> Result<bool, Failure> {
            if self.owner()? != x11rb::NONE {
                return Ok(false);
            }
            let (connection, name) = (&*self.connection, self.atoms._CANDELA_SESSION);
            let window = connection.generate_id()?;
            let kind = WindowClass::INPUT_ONLY;
            let _sent =
                connection.create_window(0, window, self.root, -1, -1, 1, 1, 0, kind, 0, &CreateWindowAux::new())?;
            let path = socket.as_os_str().as_bytes();
            let _sent = connection.change_property8(PropMode::REPLACE, window, name, AtomEnum::STRING, path)?;
            let _sent = connection.set_selection_owner(window, name, CURRENT_TIME)?;
            Ok(self.owner()? == window)
        };
        claim().map_err(|error| error.to_string())
    }

    fn owner(&self) -> Result<Window, Failure> {
        Ok(self.connection.get_selection_owner(self.atoms._CANDELA_SESSION)?.reply()?.owner)
    }

    /// Whether a window manager manages it, and says so as the specification has it.
    ///
    /// Spec: Extended Window Manager Hints 1.5, "_NET_SUPPORTING_WM_CHECK": the window named must name itself.
    pub fn is_managed(&self) -> bool {
        let check = self.atoms._NET_SUPPORTING_WM_CHECK;
        let of = |window| self.windows_in(window, check, AtomEnum::WINDOW.into()).first().copied();
        of(self.root).is_some_and(|window| of(window) == Some(window))
    }

    /// Tells, from now on, when it becomes managed and when it is lost.
    ///
    /// # Errors
    /// What the display, or the system, says.
    pub fn watch(&self, tell: impl Fn(Change) + Send + 'static) -> Result<(), String> {
        let display = self.clone();
        let events = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        let ask = || -> Result<(), Failure> {
            self.connection.change_window_attributes(self.root, &events)?.check()?;
            Ok(())
        };
        ask().map_err(|error| error.to_string())?;
        let listen = move || {
            let mut was_managed = false;
            loop {
                let is_managed = display.is_managed();
                if is_managed && !was_managed {
                    // A display that is lost meanwhile is told of below.
                    let _ = trial::shows_windows();
                    tell(Change::Managed);
                }
                was_managed = is_managed;
                if display.next_check().is_err() {
                    return tell(Change::Lost);
                }
            }
        };
        let thread = thread::Builder::new().name("display".into()).spawn(listen);
        thread.map(drop).map_err(|error| error.to_string())
    }

    /// Waits until the root window says something else of its window manager.
    fn next_check(&self) -> Result<(), Failure> {
        loop {
            if let Event::PropertyNotify(event) = self.connection.wait_for_event()?
                && event.atom == self.atoms._NET_SUPPORTING_WM_CHECK
            {
                return Ok(());
            }
        }
    }

    /// Returns the titles of the windows that can be asked to close, and have not; those of one process are spared.
    pub fn open(&self, spared: Option<u32>) -> Vec<String> {
        self.askable(spared).into_iter().map(|window| self.title(window)).collect()
    }

    /// Asks every window to close but those of one process.
    ///
    /// Spec: Inter-Client Communication Conventions 2.0, "Window Deletion".
    pub fn close(&self, spared: Option<u32>) {
        for window in self.askable(spared) {
            let data = [self.atoms.WM_DELETE_WINDOW, CURRENT_TIME, 0, 0, 0];
            let message = ClientMessageEvent::new(32, window, self.atoms.WM_PROTOCOLS, data);
            // A window that is gone has closed.
            let _ = self.connection.send_event(false, window, EventMask::NO_EVENT, message);
        }
        let _ = self.connection.flush();
    }

    fn askable(&self, spared: Option<u32>) -> Vec<Window> {
        let protocols = |window| self.windows_in(window, self.atoms.WM_PROTOCOLS, AtomEnum::ATOM.into());
        let can_be_asked = |window: &Window| protocols(*window).contains(&self.atoms.WM_DELETE_WINDOW);
        let process = |window| self.windows_in(window, self.atoms._NET_WM_PID, AtomEnum::CARDINAL.into());
        let is_spared = |window: &Window| spared.is_some_and(|spared| process(*window).contains(&spared));
        let is_left_alone = |window: &Window| is_spared(window) || self.is_of_the_desktop(*window);
        self.clients().into_iter().filter(can_be_asked).filter(|window| !is_left_alone(window)).collect()
    }

    /// The windows of programs, as the window manager lists them; found by ourselves where it does not.
    fn clients(&self) -> Vec<Window> {
        if self.is_managed() {
            return self.windows_in(self.root, self.atoms._NET_CLIENT_LIST, AtomEnum::WINDOW.into());
        }
        let mut found = Vec::new();
        let mut level = vec![self.root];
        for _ in 0..FRAMES {
            level = level.into_iter().flat_map(|window| self.children(window)).collect();
            found.extend(level.iter().copied().filter(|window| self.is_shown(*window)));
        }
        found
    }

    fn children(&self, window: Window) -> Vec<Window> {
        let ask = || -> Result<Vec<Window>, Failure> { Ok(self.connection.query_tree(window)?.reply()?.children) };
        ask().unwrap_or_default()
    }

    fn is_shown(&self, window: Window) -> bool {
        let ask = || -> Result<bool, Failure> {
            let found = self.connection.get_window_attributes(window)?.reply()?;
            Ok(found.map_state == MapState::VIEWABLE && !found.override_redirect)
        };
        ask().unwrap_or(false)
    }

    fn is_of_the_desktop(&self, window: Window) -> bool {
        let kinds = self.windows_in(window, self.atoms._NET_WM_WINDOW_TYPE, AtomEnum::ATOM.into());
        let ours = [self.atoms._NET_WM_WINDOW_TYPE_DESKTOP, self.atoms._NET_WM_WINDOW_TYPE_DOCK];
        kinds.iter().any(|kind| ours.contains(kind))
    }

    fn title(&self, window: Window) -> String {
        let names = [self.atoms._NET_WM_NAME, AtomEnum::WM_NAME.into(), AtomEnum::WM_CLASS.into()];
        let title = names.into_iter().map(|name| self.bytes(window, name)).find(|bytes| !bytes.is_empty());
        let text = String::from_utf8_lossy(&title.unwrap_or_default()).into_owned();
        text.split('\0').next().map(candela_shared::display_name::single_line).unwrap_or_default().into_owned()
    }

    fn bytes(&self, window: Window, property: u32) -> Vec<u8> {
        let ask = || -> Result<Vec<u8>, Failure> {
            let any = AtomEnum::ANY;
            Ok(self.connection.get_property(false, window, property, any, 0, LONGEST)?.reply()?.value)
        };
        ask().unwrap_or_default()
    }

    /// The numbers of a property: windows, or names.
    fn windows_in(&self, window: Window, property: u32, kind: u32) -> Vec<u32> {
        let ask = || -> Result<Vec<u32>, Failure> {
            let reply = self.connection.get_property(false, window, property, kind, 0, LONGEST)?.reply()?;
            Ok(reply.value32().map(Iterator::collect).unwrap_or_default())
        };
        ask().unwrap_or_default()
    }
}

/// Connects to the display in `DISPLAY`, and says which of its screens is meant.
///
/// # Errors
/// What the library says.
pub fn open() -> Result<(RustConnection, usize), Failure> {
    let _known = name(&std::env::var("DISPLAY").unwrap_or_default())?;
    Ok(x11rb::connect(None)?)
}

/// Returns where the session of the display in `DISPLAY` listens; `None` where there is none.
pub fn socket_of_session() -> Option<PathBuf> {
    let display = Display::connect().ok()?;
    let owner = display.owner().ok().filter(|owner| *owner != x11rb::NONE)?;
    let path = display.bytes(owner, display.atoms._CANDELA_SESSION);
    (!path.is_empty()).then(|| PathBuf::from(OsString::from_vec(path)))
}

/// Returns the name under which a display is known: `:1` for `:1.0`, `unix:1` and the like.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] where it is none.
pub fn name(display: &str) -> io::Result<String> {
    let parsed = x11rb::reexports::x11rb_protocol::parse_display::parse_display(Some(display));
    let invalid = || io::Error::from(io::ErrorKind::InvalidInput);
    let parsed = parsed.map_err(|_| invalid())?;
    // A display that would be none over TCP: the library adds without looking.
    let _port = FIRST_PORT.checked_add(parsed.display).ok_or_else(invalid)?;
    Ok(format!("{}:{}", parsed.host, parsed.display))
}
