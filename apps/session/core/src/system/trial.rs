//! Tries whether a window manager shows windows: some say that they are there before they look at what is asked of them.

use crate::system::display::{self, Failure};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use x11rb::atom_manager;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, Screen, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use std::time::{Duration, Instant};

atom_manager! {
    /// What a window is called that wants neither a frame nor the keyboard.
    Atoms: AtomsCookie {
        _NET_WM_STATE,
        _NET_WM_STATE_SKIP_PAGER,
        _NET_WM_STATE_SKIP_TASKBAR,
        _NET_WM_WINDOW_TYPE,
        _NET_WM_WINDOW_TYPE_SPLASH,
    }
}

/// How long a window may take to be shown before another is tried, which wakes a manager that did not see the first.
const PATIENCE: Duration = Duration::from_millis(100);
/// So many windows are tried before the manager's word is taken for it.
const TRIES: usize = 30;

/// Waits until a window of ours, of one pixel, is shown on the display in `DISPLAY`; says whether one was.
///
/// # Errors
/// What the display says.
pub fn shows_windows() -> Result<bool, Failure> {
    let (connection, screen) = display::open()?;
    let screen = connection.setup().roots.get(screen).ok_or("no such screen")?.clone();
    let atoms = Atoms::new(&connection)?.reply()?;
    for _ in 0..TRIES {
        let window = ask(&connection, &screen, &atoms)?;
        if is_shown(&connection, window)? {
            return Ok(true);
        }
        let _sent = connection.destroy_window(window)?;
    }
    Ok(false)
}

fn ask(connection: &RustConnection, screen: &Screen, atoms: &Atoms) -> Result<Window, Failure> {
    let window = connection.generate_id()?;
    let looks = CreateWindowAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
    let kind = WindowClass::INPUT_OUTPUT;
    let _sent = connection.create_window(0, window, screen.root, 0, 0, 1, 1, 0, kind, 0, &looks)?;
    for (name, values) in [
        (atoms._NET_WM_WINDOW_TYPE, &[atoms._NET_WM_WINDOW_TYPE_SPLASH][..]),
        (atoms._NET_WM_STATE, &[atoms._NET_WM_STATE_SKIP_TASKBAR, atoms._NET_WM_STATE_SKIP_PAGER]),
    ] {
        let _sent = connection.change_property32(PropMode::REPLACE, window, name, AtomEnum::ATOM, values)?;
    }
    let _sent = connection.map_window(window)?;
    connection.flush()?;
    Ok(window)
}

fn is_shown(connection: &RustConnection, window: Window) -> Result<bool, Failure> {
    let until = Instant::now() + PATIENCE;
    loop {
        while let Some(event) = connection.poll_for_event()? {
            if matches!(event, Event::MapNotify(event) if event.window == window) {
                return Ok(true);
            }
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(false);
        }
        let _ready = poll(&mut [PollFd::new(connection.stream(), PollFlags::IN)], Some(&Timespec::try_from(left)?))?;
    }
}
