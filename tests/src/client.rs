//! A connection to a display: the window manager's list of windows, whose they are, and events with an end to waiting.

use std::os::fd::BorrowedFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use x11rb::atom_manager;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::res::{ClientIdMask, ClientIdSpec, ConnectionExt as _};
use x11rb::protocol::xproto::{AtomEnum, ChangeWindowAttributesAux, ConnectionExt as _, EventMask};
use x11rb::rust_connection::RustConnection;

atom_manager! {
    /// The names of the window manager's properties on the root window.
    pub(crate) Atoms: AtomsCookie {
        _NET_ACTIVE_WINDOW,
        _NET_CLIENT_LIST,
    }
}

/// One connection to a display.
pub(crate) struct Client {
    pub(crate) connection: RustConnection,
    pub(crate) root: u32,
    pub(crate) atoms: Atoms,
}

impl Client {
    /// Connects to the display of that name (`:7`), with properties of the root window watched.
    pub(crate) fn connect(display: &str) -> Self {
        let (connection, screen) = x11rb::connect(Some(display)).expect("the display answers");
        let root = connection.setup().roots[screen].root;
        let atoms = Atoms::new(&connection).map(AtomsCookie::reply);
        let atoms = atoms.expect("the display answers").expect("the display knows names");
        let client = Self { connection, root, atoms };
        client.watch(root, EventMask::PROPERTY_CHANGE);
        client
    }

    /// Asks for events of a window from now on.
    pub(crate) fn watch(&self, window: u32, events: EventMask) {
        let watched = ChangeWindowAttributesAux::new().event_mask(events);
        let _cookie = self.connection.change_window_attributes(window, &watched).expect("the display answers");
        self.sync();
    }

    /// Asks for an event whenever something is painted in a window from now on.
    pub(crate) fn watch_painting(&self, window: u32) {
        let version = self.connection.damage_query_version(1, 1).expect("the display answers").reply();
        let _version = version.expect("the display has the DAMAGE extension");
        let damage = self.connection.generate_id().expect("the display has numbers left");
        let created = self.connection.damage_create(damage, window, ReportLevel::RAW_RECTANGLES);
        let _cookie = created.expect("the display answers");
        self.sync();
    }

    /// Returns once the display has done everything asked of it so far.
    pub(crate) fn sync(&self) {
        let _focus = self.focused();
    }

    /// The window that keys go to.
    pub(crate) fn focused(&self) -> u32 {
        self.connection.get_input_focus().expect("the display answers").reply().expect("and replies").focus
    }

    /// The next event; `None` after the deadline, or once `stop` is readable or closed.
    pub(crate) fn next_event(&self, deadline: Instant, stop: Option<BorrowedFd<'_>>) -> Option<Event> {
        self.connection.flush().expect("the display answers");
        loop {
            if let Some(event) = self.connection.poll_for_event().expect("the display answers") {
                return Some(event);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let mut awaited = vec![PollFd::new(self.connection.stream(), PollFlags::IN)];
            awaited.extend(stop.map(|stop| PollFd::from_borrowed_fd(stop, PollFlags::IN)));
            if left.is_zero() || poll(&mut awaited, Some(&timespec(left))) == Ok(0) {
                return None;
            }
            if awaited.get(1).is_some_and(|stop| !stop.revents().is_empty()) {
                return None;
            }
        }
    }

    /// A window property's 32-bit values; empty where the window has none.
    pub(crate) fn property(&self, window: u32, name: u32) -> Vec<u32> {
        let cookie = self.connection.get_property(false, window, name, AtomEnum::ANY, 0, 1024);
        let reply = cookie.expect("the display answers").reply();
        reply.ok().and_then(|reply| reply.value32().map(Iterator::collect)).unwrap_or_default()
    }

    /// Windows that the window manager looks after, oldest first.
    pub(crate) fn windows(&self) -> Vec<u32> {
        self.property(self.root, self.atoms._NET_CLIENT_LIST)
    }

    /// The process whose connection a window belongs to.
    pub(crate) fn owner(&self, window: u32) -> Option<u32> {
        let spec = ClientIdSpec { client: window, mask: ClientIdMask::LOCAL_CLIENT_PID };
        let reply = self.connection.res_query_client_ids(&[spec]).expect("the display answers").reply().ok()?;
        reply.ids.first()?.value.first().copied()
    }
}

pub(crate) fn timespec(duration: Duration) -> Timespec {
    Timespec::try_from(duration).expect("patience is short")
}
