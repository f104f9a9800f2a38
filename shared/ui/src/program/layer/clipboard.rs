//! A clipboard that does not end with a surface: what is copied is offered until another program copies.
//!
//! Spec: Wayland, "wl_data_device", "set_selection": with the serial of what the user did last.

use wayland_client::backend::Backend;
use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_data_device::{self, WlDataDevice};
use wayland_client::protocol::wl_data_device_manager::{self, WlDataDeviceManager};
use wayland_client::protocol::wl_data_offer::{self, WlDataOffer};
use wayland_client::protocol::wl_data_source::{self, WlDataSource};
use wayland_client::protocol::wl_keyboard::{self, WlKeyboard};
use wayland_client::protocol::wl_pointer::{self, WlPointer};
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::protocol::wl_seat::{self, Capability, WlSeat};
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle, WEnum, event_created_child};

use std::fs::File;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

/// What a text is offered as.
const TEXT: [&str; 4] = ["text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "STRING"];

type Failure = Box<dyn std::error::Error>;

/// The clipboard of a seat, for one who is on its screen.
#[derive(Debug, Clone)]
pub struct Clipboard {
    /// Ours, on the display of the other.
    connection: Connection,
    handle: QueueHandle<Seat>,
    manager: WlDataDeviceManager,
    device: WlDataDevice,
    /// What the user did last, as the compositor counts.
    serial: Arc<AtomicU32>,
}

impl Clipboard {
    /// Listens beside a connection, on a thread that ends with its compositor.
    ///
    /// # Errors
    /// Where the compositor has no seat or no clipboard.
    pub fn beside(display: &Connection) -> Result<Self, Failure> {
        let connection = guest(display);
        let (globals, queue): (_, EventQueue<Seat>) = registry_queue_init(&connection)?;
        let handle = queue.handle();
        let seat: WlSeat = globals.bind(&handle, 1..=5, ())?;
        let manager: WlDataDeviceManager = globals.bind(&handle, 1..=3, ())?;
        let device = manager.get_data_device(&seat, &handle, ());
        let serial = Arc::default();
        let listening = Seat { serial: Arc::clone(&serial), keyboard: None, pointer: None };
        let _thread = thread::Builder::new().name("clipboard".into()).spawn(move || listen(queue, listening))?;
        Ok(Self { connection, handle, manager, device, serial })
    }

    /// Puts a text on the clipboard, for as long as this process lives.
    pub fn copy(&self, text: &str) {
        let source = self.manager.create_data_source(&self.handle, text.into());
        TEXT.into_iter().for_each(|kind| source.offer(kind.to_owned()));
        self.device.set_selection(Some(&source), self.serial.load(Ordering::Relaxed));
        // Where the compositor is gone, the event loop says so.
        let _sent = self.connection.flush();
    }
}

/// A connection with an event queue of the library's own: two threads that read through one would take each other's
/// events, and sleep on them.
#[expect(unsafe_code, reason = "the display of a connection can only be shared as a pointer")]
pub fn guest(display: &Connection) -> Connection {
    std::mem::forget(display.clone());
    // SAFETY: the display stays open as long as the process lives, for one who holds it was just forgotten.
    Connection::from_backend(unsafe { Backend::from_foreign_display(display.backend().display_ptr()) })
}

fn listen(mut queue: EventQueue<Seat>, mut seat: Seat) {
    while queue.blocking_dispatch(&mut seat).is_ok() {}
}

/// What is heard of a seat.
#[derive(Debug)]
struct Seat {
    serial: Arc<AtomicU32>,
    keyboard: Option<WlKeyboard>,
    pointer: Option<WlPointer>,
}

impl Seat {
    fn done(&self, serial: u32) {
        self.serial.store(serial, Ordering::Relaxed);
    }
}

impl Dispatch<WlSeat, ()> for Seat {
    fn event(
        heard: &mut Self,
        seat: &WlSeat,
        event: wl_seat::Event,
        (): &(),
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        let wl_seat::Event::Capabilities { capabilities: WEnum::Value(capabilities) } = event else { return };
        if capabilities.contains(Capability::Keyboard) && heard.keyboard.is_none() {
            heard.keyboard = Some(seat.get_keyboard(handle, ()));
        }
        if capabilities.contains(Capability::Pointer) && heard.pointer.is_none() {
            heard.pointer = Some(seat.get_pointer(handle, ()));
        }
    }
}

impl Dispatch<WlKeyboard, ()> for Seat {
    fn event(
        seat: &mut Self,
        _: &WlKeyboard,
        event: wl_keyboard::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let wl_keyboard::Event::Enter { serial, .. } | wl_keyboard::Event::Key { serial, .. } = event {
            seat.done(serial);
        }
    }
}

impl Dispatch<WlPointer, ()> for Seat {
    fn event(seat: &mut Self, _: &WlPointer, event: wl_pointer::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {
        if let wl_pointer::Event::Button { serial, .. } = event {
            seat.done(serial);
        }
    }
}

impl Dispatch<WlDataSource, Arc<str>> for Seat {
    fn event(
        _: &mut Self,
        source: &WlDataSource,
        event: wl_data_source::Event,
        text: &Arc<str>,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        match event {
            wl_data_source::Event::Send { fd, .. } => {
                let text = Arc::clone(text);
                // Who asked for it may read slowly, or not at all.
                let write = move || drop(File::from(fd).write_all(text.as_bytes()));
                drop(thread::Builder::new().name("paste".into()).spawn(write));
            }
            wl_data_source::Event::Cancelled => source.destroy(),
            _ => {}
        }
    }
}

impl Dispatch<WlDataDevice, ()> for Seat {
    fn event(
        _: &mut Self,
        _: &WlDataDevice,
        event: wl_data_device::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        // What others copy is not ours to read here; offers that nobody wants are to be given back.
        if let wl_data_device::Event::Selection { id: Some(offer) } = event {
            offer.destroy();
        }
    }

    event_created_child!(Seat, WlDataDevice, [
        wl_data_device::EVT_DATA_OFFER_OPCODE => (WlDataOffer, ()),
    ]);
}

impl Dispatch<WlDataOffer, ()> for Seat {
    fn event(_: &mut Self, _: &WlDataOffer, _: wl_data_offer::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {}
}

impl Dispatch<WlDataDeviceManager, ()> for Seat {
    fn event(
        _: &mut Self,
        _: &WlDataDeviceManager,
        _: wl_data_device_manager::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Seat {
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
