//! The launcher's name on the session bus, where there is one: who would rather speak D-Bus than start a program can.

use crate::app::Message;

use candela_launcher_core::system::instance::Request;
use candela_shared::registry::context;
use zbus::blocking::connection::Builder;
use zbus::interface;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

use std::time::Instant;

/// The name, of which there is one on a bus.
const NAME: &str = "org.candela.Launcher";
/// The object.
const PATH: &str = "/org/candela/Launcher";

struct Launcher {
    sender: UnboundedSender<Message>,
}

impl Launcher {
    fn request(&self, request: Request) {
        let _is_gone = self.sender.unbounded_send(Message::Requested(request, Instant::now()));
    }
}

#[interface(name = "org.candela.Launcher1")]
impl Launcher {
    /// Brings the window to the front.
    fn show(&self) {
        self.request(Request::Show);
    }

    /// Shows the window, or hides it.
    fn toggle(&self) {
        self.request(Request::Toggle);
    }
}

/// Takes the name and waits for who asks; its thread ends with the process. Without a bus, or beside another launcher that
/// has the name, the socket alone is listened to.
pub fn requests() -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    let _thread = std::thread::Builder::new().name("bus".into()).spawn(move || {
        let _nobody_asks = serve(sender);
    });
    receiver
}

fn serve(sender: UnboundedSender<Message>) -> zbus::Result<()> {
    let Some(address) = context::session_bus(|name| std::env::var_os(name)) else {
        return Ok(());
    };
    let connection = Builder::address(address.as_str())?.serve_at(PATH, Launcher { sender })?.name(NAME)?.build()?;
    // The connection has a thread of its own; this one only keeps it.
    loop {
        std::thread::park();
        let _kept = &connection;
    }
}
