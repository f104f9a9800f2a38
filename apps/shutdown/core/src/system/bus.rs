//! Talks to services on the system bus, never longer than it takes a user to lose patience.

use super::perform::Caller;
use super::power::Service;
use crate::plan::{Call, Value};
use crate::{Error, text};

use zbus::blocking::{Connection, Proxy, connection};

use std::sync::mpsc::channel;
use std::time::Duration;

/// How long a question may take.
pub const QUESTION: Duration = Duration::from_secs(2);
/// How long an order may take: somebody may have to type a password first.
pub const ORDER: Duration = Duration::from_secs(120);

/// A connection to the system bus.
#[derive(Debug, Clone)]
pub struct Bus(Connection);

impl Bus {
    /// Connects; `None` where that fails or takes longer than a question may. Each call may take as long as is said.
    pub fn open(address: &str, patience: Duration) -> Option<Self> {
        let (sender, receiver) = channel();
        let address = address.to_owned();
        // A bus that hangs holds up the thread, not us.
        let _thread = std::thread::spawn(move || sender.send(connect(&address, patience)));
        receiver.recv_timeout(QUESTION).ok()?.ok().map(Self)
    }

    /// The connection itself.
    pub fn connection(&self) -> &Connection {
        &self.0
    }

    /// The session service that runs here, or can be started. That its bus knows how to start it does not say that it can.
    pub fn session_service(&self) -> Option<Service> {
        let names = zbus::blocking::fdo::DBusProxy::new(&self.0).ok()?;
        let running = names.list_names().ok()?;
        let startable = names.list_activatable_names().unwrap_or_default();
        let runs = |service: &Service| running.iter().any(|name| name.as_str() == service.name());
        let starts = |service: &Service| {
            let name = startable.iter().find(|name| name.as_str() == service.name());
            name.is_some() && service.name().try_into().is_ok_and(|name| names.start_service_by_name(name, 0).is_ok())
        };
        Service::ALL.into_iter().find(runs).or_else(|| Service::ALL.into_iter().find(starts))
    }

    fn send<B>(&self, call: &Call, body: &B) -> zbus::Result<zbus::Message>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        self.0.call_method(Some(call.service), call.path, Some(call.interface), call.method, body)
    }

    /// An object of a service's; nothing is asked yet, and no properties are kept.
    pub fn proxy(&self, service: &'static str, path: &'static str, interface: &'static str) -> Option<Proxy<'static>> {
        zbus::blocking::proxy::Builder::new(&self.0)
            .destination(service)
            .and_then(|builder| builder.path(path))
            .and_then(|builder| builder.interface(interface))
            .and_then(|builder| builder.cache_properties(zbus::proxy::CacheProperties::No).build())
            .ok()
    }
}

fn connect(address: &str, patience: Duration) -> zbus::Result<Connection> {
    connection::Builder::address(address)?.method_timeout(patience).build()
}

impl Caller for Bus {
    fn call(&self, call: &Call) -> Result<(), Error> {
        let answer = match &call.argument {
            None => self.send(call, &()),
            Some(Value::Bool(value)) => self.send(call, value),
            Some(Value::Word(word)) => self.send(call, word),
            Some(Value::Text(text)) => self.send(call, text),
        };
        answer.map(drop).map_err(|error| refusal(call, &error))
    }

    fn truth(&self, property: &Call) -> Option<bool> {
        self.proxy(property.service, property.path, property.interface)?.get_property(property.method).ok()
    }
}

fn refusal(call: &Call, error: &zbus::Error) -> Error {
    let service = call.service.to_owned();
    match error {
        zbus::Error::MethodError(name, detail, _) => {
            let detail = text::line(detail.as_deref().unwrap_or(name.as_str()).as_bytes());
            if is_denied(name.as_str(), &detail) {
                Error::NotAuthorised { detail }
            } else {
                Error::Service { service, detail }
            }
        }
        other => Error::Service { service, detail: text::line(other.to_string().as_bytes()) },
    }
}

/// Whether a service did not answer in time.
pub fn is_late(error: &zbus::Error) -> bool {
    matches!(error, zbus::Error::InputOutput(error) if error.kind() == std::io::ErrorKind::TimedOut)
}

/// Whether an error of a service's is for lack of permission. PackageKit has no name of its own for that.
fn is_denied(name: &str, detail: &str) -> bool {
    ["AccessDenied", "InteractiveAuthorizationRequired", "NotAuthorized", "AuthFailed", "Denied"]
        .iter()
        .any(|end| name.ends_with(end))
        || detail.contains("failed to obtain auth")
}
