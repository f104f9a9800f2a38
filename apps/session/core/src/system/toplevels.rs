//! The windows of a Wayland compositor that tells of them: which are open, and the wish that they close.

use candela_shared::display_name::single_line;
use wayland_client::backend::WaylandError;
use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle, event_created_child};
use wayland_protocols_wlr::foreign_toplevel::v1::client::zwlr_foreign_toplevel_handle_v1::{
    self as handle, ZwlrForeignToplevelHandleV1 as Handle,
};
use wayland_protocols_wlr::foreign_toplevel::v1::client::zwlr_foreign_toplevel_manager_v1::{
    self as manager, ZwlrForeignToplevelManagerV1 as Manager,
};

use std::collections::HashMap;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// The newest version of the protocol that is used; nothing of the later ones is needed.
const VERSION: std::ops::RangeInclusive<u32> = 1..=1;
/// How long a compositor may take to answer: one that hangs must not hold the session up.
const PATIENCE: Duration = Duration::from_secs(2);
/// The application ID of our prompt: a compositor tells of no process, but that is the one that asks to be spared.
const PROMPT: &str = "candela-shutdown";

/// What is wanted of the windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Their titles.
    Titles,
    /// That they close.
    Closing,
}

/// The windows of the compositor that listens at a socket.
#[derive(Debug, Clone)]
pub struct Toplevels {
    socket: PathBuf,
}

impl Toplevels {
    /// Those of the compositor at that socket. Nothing is asked yet.
    pub fn at(socket: PathBuf) -> Self {
        Self { socket }
    }

    /// Returns the titles of the windows that are open; those of our prompt are spared where a process is.
    ///
    /// None where the compositor does not tell of windows, or does not answer.
    pub fn open(&self, spared: Option<u32>) -> Vec<String> {
        self.ask(Wish::Titles, spared)
    }

    /// Asks every window to close but those of our prompt where a process is spared.
    ///
    /// Spec: wlr-foreign-toplevel-management-unstable-v1, "close": no guarantee that it does.
    pub fn close(&self, spared: Option<u32>) {
        let _titles = self.ask(Wish::Closing, spared);
    }

    fn ask(&self, wish: Wish, spared: Option<u32>) -> Vec<String> {
        let (sender, receiver) = channel();
        let socket = self.socket.clone();
        let is_prompt_spared = spared.is_some();
        let ask = move || {
            // Who waited for it may have lost patience.
            let _heard = sender.send(ask(&socket, wish, is_prompt_spared).ok());
        };
        drop(thread::Builder::new().name("windows".into()).spawn(ask));
        receiver.recv_timeout(PATIENCE).ok().flatten().unwrap_or_default()
    }
}

type Failure = Box<dyn std::error::Error>;

fn ask(socket: &Path, wish: Wish, is_prompt_spared: bool) -> Result<Vec<String>, Failure> {
    let connection = Connection::from_socket(UnixStream::connect(socket)?)?;
    let (globals, mut queue): (_, EventQueue<Listing>) = registry_queue_init(&connection)?;
    let _manager: Manager = globals.bind(&queue.handle(), VERSION, ())?;
    let mut listing = Listing::default();
    // The windows first, then what they are called.
    for _ in 0..2 {
        let _count = queue.roundtrip(&mut listing)?;
    }
    let is_spared = |window: &Named| is_prompt_spared && window.application == PROMPT;
    let asked: Vec<(&Handle, &Named)> = listing.windows.iter().filter(|(_, window)| !is_spared(window)).collect();
    if wish == Wish::Closing {
        asked.iter().for_each(|(handle, _)| handle.close());
        flush(&connection)?;
    }
    Ok(asked.into_iter().map(|(_, window)| single_line(&window.title).into_owned()).collect())
}

/// What was asked must have left before the connection goes.
fn flush(connection: &Connection) -> Result<(), WaylandError> {
    connection.flush()?;
    let _done = connection.roundtrip();
    Ok(())
}

/// A window, as the compositor tells of it.
#[derive(Debug, Default)]
struct Named {
    title: String,
    application: String,
}

/// The windows told of so far.
#[derive(Debug, Default)]
struct Listing {
    windows: HashMap<Handle, Named>,
}

impl Dispatch<WlRegistry, GlobalListContents> for Listing {
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

impl Dispatch<Manager, ()> for Listing {
    fn event(listing: &mut Self, _: &Manager, event: manager::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {
        if let manager::Event::Toplevel { toplevel } = event {
            let _new = listing.windows.insert(toplevel, Named::default());
        }
    }

    event_created_child!(Listing, Manager, [
        manager::EVT_TOPLEVEL_OPCODE => (Handle, ()),
    ]);
}

impl Dispatch<Handle, ()> for Listing {
    fn event(
        listing: &mut Self,
        window: &Handle,
        event: handle::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let Some(named) = listing.windows.get_mut(window) else { return };
        match event {
            handle::Event::Title { title } => named.title = title,
            handle::Event::AppId { app_id } => named.application = app_id,
            handle::Event::Closed => {
                let _gone = listing.windows.remove(window);
            }
            _ => {}
        }
    }
}
