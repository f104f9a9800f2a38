//! A keyboard and a pointer to plug into a Wayland compositor.
//!
//! Spec: virtual-keyboard-unstable-v1, with the keys that tests need in a layout of its own;
//! wlr-virtual-pointer-unstable-v1.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::Path;

use wayland_client::globals::{GlobalList, GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_keyboard::KeymapFormat;
use wayland_client::protocol::wl_pointer::ButtonState;
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::protocol::wl_seat::{self, WlSeat};
use wayland_client::{Connection, Dispatch, QueueHandle};
use wayland_protocols_misc::zwp_virtual_keyboard_v1::client::zwp_virtual_keyboard_manager_v1::{
    self as manager, ZwpVirtualKeyboardManagerV1 as Manager,
};
use wayland_protocols_misc::zwp_virtual_keyboard_v1::client::zwp_virtual_keyboard_v1::{
    self as virtual_keyboard, ZwpVirtualKeyboardV1,
};

use wayland_protocols_wlr::virtual_pointer::v1::client::zwlr_virtual_pointer_manager_v1::{
    self as pointer_manager, ZwlrVirtualPointerManagerV1 as PointerManager,
};
use wayland_protocols_wlr::virtual_pointer::v1::client::zwlr_virtual_pointer_v1::{
    self as virtual_pointer, ZwlrVirtualPointerV1,
};

use crate::compositor::SCREEN;

/// The first button, as Linux counts.
const FIRST_BUTTON: u32 = 0x110;
/// The keyboard's keys, as X calls them.
const KEYS: [&str; 9] = ["Return", "Escape", "p", "r", "o", "b", "1", "2", "asterisk"];
/// Codes of keys begin here in a layout.
const FIRST: usize = 9;

/// A keyboard; unplugged where it is dropped.
#[derive(Debug)]
pub struct WaylandKeyboard {
    connection: Connection,
    keyboard: ZwpVirtualKeyboardV1,
}

impl WaylandKeyboard {
    /// Plugs it into the compositor that listens at a socket.
    pub(crate) fn plug_in(socket: &Path) -> Self {
        let (connection, globals, handle) = connect(socket);
        let seat: WlSeat = globals.bind(&handle, 1..=1, ()).expect("there is a seat");
        let manager: Manager = globals.bind(&handle, 1..=1, ()).expect("keyboards can be plugged in");
        let keyboard = manager.create_virtual_keyboard(&seat, &handle, ());
        let (layout, length) = layout();
        keyboard.keymap(KeymapFormat::XkbV1.into(), layout.as_fd(), length);
        let plugged = Self { connection, keyboard };
        sync(&plugged.connection);
        plugged
    }

    /// Presses and releases keys, one after the other.
    ///
    /// # Panics
    /// When it has no such key.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            let code = KEYS.iter().position(|known| known == key).expect("it has that key") + FIRST - 8;
            let code = u32::try_from(code).expect("there are few keys");
            for state in [1, 0] {
                self.keyboard.key(0, code, state);
            }
        }
        sync(&self.connection);
    }
}

/// A pointer; unplugged where it is dropped.
#[derive(Debug)]
pub struct WaylandPointer {
    connection: Connection,
    pointer: ZwlrVirtualPointerV1,
}

impl WaylandPointer {
    /// Plugs it into the compositor that listens at a socket.
    pub(crate) fn plug_in(socket: &Path) -> Self {
        let (connection, globals, handle) = connect(socket);
        let manager: PointerManager = globals.bind(&handle, 1..=1, ()).expect("pointers can be plugged in");
        let pointer = manager.create_virtual_pointer(None, &handle, ());
        let plugged = Self { connection, pointer };
        sync(&plugged.connection);
        plugged
    }

    /// Moves it to a place on sway's screen.
    pub fn go(&self, x: u32, y: u32) {
        self.pointer.motion_absolute(0, x, y, SCREEN.0, SCREEN.1);
        self.pointer.frame();
        sync(&self.connection);
    }

    /// Presses its first button and lets it go.
    pub fn click(&self) {
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.pointer.button(0, FIRST_BUTTON, state);
            self.pointer.frame();
        }
        sync(&self.connection);
    }
}

/// A connection whose events nobody hears.
fn connect(socket: &Path) -> (Connection, GlobalList, QueueHandle<Nothing>) {
    let connection = UnixStream::connect(socket).map(Connection::from_socket);
    let connection = connection.expect("the compositor listens").expect("Wayland is spoken");
    let (globals, queue) = registry_queue_init(&connection).expect("the compositor answers");
    (connection, globals, queue.handle())
}

fn sync(connection: &Connection) {
    let _count = connection.roundtrip().expect("the compositor answers");
}

/// The layout and its length in bytes.
fn layout() -> (File, u32) {
    let (mut codes, mut symbols) = (String::new(), String::new());
    for (at, key) in KEYS.iter().enumerate() {
        let code = FIRST + at;
        writeln!(codes, "<K{code}> = {code};").expect("a string takes everything");
        writeln!(symbols, "key <K{code}> {{ [ {key} ] }};").expect("a string takes everything");
    }
    let text = format!(
        "xkb_keymap {{ xkb_keycodes \"k\" {{ minimum = 8; maximum = 255; {codes} }}; \
         xkb_types \"t\" {{ include \"complete\" }}; xkb_compatibility \"c\" {{ include \"complete\" }}; \
         xkb_symbols \"s\" {{ {symbols} }}; }};\0"
    );
    let mut file = tempfile::tempfile().expect("a temporary file");
    file.write_all(text.as_bytes()).expect("a temporary file");
    (file, u32::try_from(text.len()).expect("the layout is short"))
}

/// Nothing is heard.
#[derive(Debug)]
struct Nothing;

impl Dispatch<WlRegistry, GlobalListContents> for Nothing {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<WlSeat, ()> for Nothing {
    fn event(_: &mut Self, _: &WlSeat, _: wl_seat::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {}
}

impl Dispatch<Manager, ()> for Nothing {
    fn event(_: &mut Self, _: &Manager, _: manager::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {}
}

impl Dispatch<ZwpVirtualKeyboardV1, ()> for Nothing {
    fn event(
        _: &mut Self,
        _: &ZwpVirtualKeyboardV1,
        _: virtual_keyboard::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<PointerManager, ()> for Nothing {
    fn event(
        _: &mut Self,
        _: &PointerManager,
        _: pointer_manager::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<ZwlrVirtualPointerV1, ()> for Nothing {
    fn event(
        _: &mut Self,
        _: &ZwlrVirtualPointerV1,
        _: virtual_pointer::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}
