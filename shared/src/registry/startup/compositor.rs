//! Asks a Wayland compositor for a token by which it lets the window of what starts come to the front.
//!
//! Spec: XDG Activation 1. Whoever opens for another hands on the token that it was started with; this is for who starts
//! something out of itself. The compositor judges what a token is worth that no press of a key vouches for.

use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle};
use wayland_protocols::xdg::activation::v1::client::xdg_activation_token_v1::{self as token, XdgActivationTokenV1};
use wayland_protocols::xdg::activation::v1::client::xdg_activation_v1::{self as activation, XdgActivationV1};

use std::ffi::OsString;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// How long a compositor may take to answer: one that hangs must not hold a start up.
const PATIENCE: Duration = Duration::from_millis(500);
/// Names longer than this, in bytes, are no application's, and a message has no room for them.
const LONGEST: usize = 255;

/// A token for the window of an application, which is named as its desktop entry is. `None` where the compositor that
/// listens at the socket gives none, or does not answer soon.
pub fn token(socket: &Path, id: Option<&str>) -> Option<OsString> {
    let (sender, receiver) = channel();
    let (socket, id) = (socket.to_owned(), id.map(|id| id.strip_suffix(".desktop").unwrap_or(id).to_owned()));
    let ask = move || {
        // Who waited for it may have lost patience.
        let _heard = sender.send(ask(socket, id.filter(|id| id.len() <= LONGEST)).ok().flatten());
    };
    drop(thread::Builder::new().name("token".into()).spawn(ask));
    receiver.recv_timeout(PATIENCE).ok().flatten().map(OsString::from)
}

type Failure = Box<dyn std::error::Error>;

fn ask(socket: PathBuf, id: Option<String>) -> Result<Option<String>, Failure> {
    let connection = Connection::from_socket(UnixStream::connect(socket)?)?;
    let (globals, mut queue): (_, EventQueue<Asked>) = registry_queue_init(&connection)?;
    let activation: XdgActivationV1 = globals.bind(&queue.handle(), 1..=1, ())?;
    let token = activation.get_activation_token(&queue.handle(), ());
    if let Some(id) = id {
        token.set_app_id(id);
    }
    token.commit();
    let mut asked = Asked::default();
    let _count = queue.roundtrip(&mut asked)?;
    while asked.token.is_none() {
        let _count = queue.blocking_dispatch(&mut asked)?;
    }
    token.destroy();
    activation.destroy();
    connection.flush()?;
    Ok(asked.token)
}

/// What the compositor has answered.
#[derive(Debug, Default)]
struct Asked {
    token: Option<String>,
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

impl Dispatch<XdgActivationV1, ()> for Asked {
    fn event(_: &mut Self, _: &XdgActivationV1, _: activation::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {}
}

impl Dispatch<XdgActivationTokenV1, ()> for Asked {
    fn event(
        asked: &mut Self,
        _: &XdgActivationTokenV1,
        event: token::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let token::Event::Done { token } = event {
            asked.token = Some(token);
        }
    }
}
