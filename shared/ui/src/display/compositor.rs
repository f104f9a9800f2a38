//! Asks a Wayland compositor whether it has layers above the windows, and what its outputs have room for.
//!
//! Spec: wlr-layer-shell-unstable-v1 version 3; xdg-output-unstable-v1, "logical_size".

use iced::Size;
use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_output::{self, WlOutput};
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle};
use wayland_protocols::xdg::xdg_output::zv1::client::zxdg_output_manager_v1::{self, ZxdgOutputManagerV1};
use wayland_protocols::xdg::xdg_output::zv1::client::zxdg_output_v1::{self, ZxdgOutputV1};

use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// How long a compositor may take to answer: one that hangs must not hold a window up.
const PATIENCE: Duration = Duration::from_millis(500);
/// What a window on a layer is made of, with the least versions: `iced_layershell` panics where one is missing.
const NEEDED: [(&str, u32); 7] = [
    ("wl_compositor", 1),
    ("wl_seat", 1),
    ("wl_shm", 1),
    ("wp_viewporter", 1),
    ("xdg_wm_base", 2),
    ("zwlr_layer_shell_v1", 3),
    ("zxdg_output_manager_v1", 1),
];

/// What a compositor that has layers tells of its outputs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layers {
    /// What every output has room for, in logical pixels; `None` where there is no output.
    pub room: Option<Size>,
}

/// Asks the compositor that listens at a socket. `None` where it has no layers, or does not answer soon.
pub fn layers(socket: &Path) -> Option<Layers> {
    let (sender, receiver) = channel();
    let socket = socket.to_owned();
    let ask = move || {
        // Who waited for it may have lost patience.
        let _heard = sender.send(ask(socket).ok().flatten());
    };
    drop(thread::Builder::new().name("layers".into()).spawn(ask));
    receiver.recv_timeout(PATIENCE).ok().flatten()
}

type Failure = Box<dyn std::error::Error>;

fn ask(socket: PathBuf) -> Result<Option<Layers>, Failure> {
    let connection = Connection::from_socket(UnixStream::connect(socket)?)?;
    let (globals, mut queue): (_, EventQueue<Asked>) = registry_queue_init(&connection)?;
    let offered = globals.contents().clone_list();
    let is_offered =
        |(name, version): (&str, u32)| offered.iter().any(|one| one.interface == name && one.version >= version);
    if !NEEDED.into_iter().all(is_offered) {
        return Ok(None);
    }
    let handle = queue.handle();
    let manager: ZxdgOutputManagerV1 = globals.bind(&handle, 1..=1, ())?;
    for output in offered.iter().filter(|one| one.interface == "wl_output") {
        let output: WlOutput = globals.registry().bind(output.name, 1, &handle, ());
        let _told = manager.get_xdg_output(&output, &handle, ());
    }
    let mut asked = Asked::default();
    let _count = queue.roundtrip(&mut asked)?;
    Ok(Some(Layers { room: asked.room }))
}

/// What the compositor has answered.
#[derive(Debug, Default)]
struct Asked {
    room: Option<Size>,
}

impl Dispatch<WlRegistry, GlobalListContents> for Asked {
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

impl Dispatch<WlOutput, ()> for Asked {
    fn event(_: &mut Self, _: &WlOutput, _: wl_output::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {}
}

impl Dispatch<ZxdgOutputManagerV1, ()> for Asked {
    fn event(
        _: &mut Self,
        _: &ZxdgOutputManagerV1,
        _: zxdg_output_manager_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<ZxdgOutputV1, ()> for Asked {
    fn event(
        asked: &mut Self,
        _: &ZxdgOutputV1,
        event: zxdg_output_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let zxdg_output_v1::Event::LogicalSize { width, height } = event {
            let output = Size::new(width as f32, height as f32);
            let room = asked.room.unwrap_or(output);
            asked.room = Some(Size::new(room.width.min(output.width), room.height.min(output.height)));
        }
    }
}
