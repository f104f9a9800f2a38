//! A keyboard plugged into a Wayland compositor.
//!
//! Spec: virtual-keyboard-unstable-v1; its keys are what a test needs, in a layout of its own.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::Path;

use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_keyboard::KeymapFormat;
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::protocol::wl_seat::{self, WlSeat};
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle};
use wayland_protocols_misc::zwp_virtual_keyboard_v1::client::zwp_virtual_keyboard_manager_v1::{
    self as manager, ZwpVirtualKeyboardManagerV1 as Manager,
};
use wayland_protocols_misc::zwp_virtual_keyboard_v1::client::zwp_virtual_keyboard_v1::{
    self as virtual_keyboard, ZwpVirtualKeyboardV1,
};

/// Its keys, as X calls them.
const KEYS: [&str; 9] = ["Return", "Escape", "p", "r", "o", "b", "1", "2", "asterisk"];
/// Codes of keys begin here in a layout.
const FIRST: usize = 9;

/// A keyboard; unplugged where it is dropped.
#[derive(Debug)]
pub struct WaylandKeyboard {
    queue: EventQueue<Nothing>,
    keyboard: ZwpVirtualKeyboardV1,
}

impl WaylandKeyboard {
    /// Plugs it into the compositor that listens at a socket.
    pub(crate) fn plug_in(socket: &Path) -> Self {
        let connection = UnixStream::connect(socket).map(Connection::from_socket);
        let connection = connection.expect("the compositor listens").expect("Wayland is spoken");
        let (globals, queue) = registry_queue_init(&connection).expect("the compositor answers");
        let handle = queue.handle();
        let seat: WlSeat = globals.bind(&handle, 1..=1, ()).expect("there is a seat");
        let manager: Manager = globals.bind(&handle, 1..=1, ()).expect("keyboards can be plugged in");
        let keyboard = manager.create_virtual_keyboard(&seat, &handle, ());
        let (layout, length) = layout();
        keyboard.keymap(KeymapFormat::XkbV1.into(), layout.as_fd(), length);
        let mut plugged = Self { queue, keyboard };
        plugged.sync();
        plugged
    }

    /// Presses and releases keys, one after the other.
    ///
    /// # Panics
    /// When it has no such key.
    pub fn press(&mut self, keys: &[&str]) {
        for key in keys {
            let code = KEYS.iter().position(|known| known == key).expect("it has that key") + FIRST - 8;
            let code = u32::try_from(code).expect("there are few keys");
            for state in [1, 0] {
                self.keyboard.key(0, code, state);
            }
        }
        self.sync();
    }

    fn sync(&mut self) {
        let _count = self.queue.roundtrip(&mut Nothing).expect("the compositor answers");
    }
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
