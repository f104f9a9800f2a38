//! Asks an application over the session bus to show itself, to open something, or to carry out an action.
//!
//! Spec: Desktop Entry 1.5, "D-Bus Activation": `org.freedesktop.Application` on the name that the ID is.

use crate::registry::context::Context;
use crate::registry::entry::Entry;
use crate::registry::exec::Target;
use crate::registry::launch::Request;

use zbus::blocking::Proxy;
use zbus::blocking::connection::Builder;
use zbus::names::WellKnownName;
use zbus::zvariant::{OwnedObjectPath, Value};

use std::collections::HashMap;
use std::time::Duration;

const INTERFACE: &str = "org.freedesktop.Application";
/// An application that has not answered by then is taken to be starting still.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where an application answers: its name on the bus, and its object.
///
/// # Errors
///
/// Where the ID is no name for the bus.
pub fn address(id: &str) -> zbus::Result<(WellKnownName<'static>, OwnedObjectPath)> {
    let id = id.strip_suffix(".desktop").unwrap_or(id);
    let name = WellKnownName::try_from(id.to_owned())?;
    let path = OwnedObjectPath::try_from(format!("/{}", id.replace('.', "/").replace('-', "_")))?;
    Ok((name, path))
}

/// Asks the application, and waits for its answer.
///
/// # Errors
///
/// What the bus or the application says; where there is no bus too.
pub fn activate(
    entry: &Entry,
    action: Option<&str>,
    targets: &[Target],
    context: &Context,
    request: &Request,
) -> zbus::Result<()> {
    let (name, path) = address(&entry.id)?;
    let builder = match context.session_bus.as_deref() {
        Some(address) => Builder::address(address)?,
        None => return Err(zbus::Error::Address("there is no session bus".into())),
    };
    let bus = builder.method_timeout(PATIENCE).build()?;
    let uris: Vec<String> = targets.iter().map(Target::uri).collect();
    let data = platform_data(request);
    let application = Proxy::new(&bus, name, path, INTERFACE)?;
    let answer = match action {
        Some(action) => application.call_method("ActivateAction", &(action, Vec::<Value<'_>>::new(), &data)),
        None if uris.is_empty() => application.call_method("Activate", &(&data,)),
        None => application.call_method("Open", &(&uris, &data)),
    };
    match answer {
        Err(zbus::Error::InputOutput(error)) if error.kind() == std::io::ErrorKind::TimedOut => Ok(()),
        answer => answer.map(drop),
    }
}

/// The startup tokens, under the names that applications look for.
fn platform_data(request: &Request) -> HashMap<&'static str, Value<'_>> {
    let tokens = [("desktop-startup-id", &request.startup_id), ("activation-token", &request.activation_token)];
    tokens.into_iter().filter_map(|(name, token)| Some((name, Value::from(token.as_ref()?.to_str()?)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d14_the_object_is_named_after_the_id() {
        let (name, path) = address("org.example.Two-Words.desktop").unwrap();
        assert_eq!((name.as_str(), path.as_str()), ("org.example.Two-Words", "/org/example/Two_Words"));
        for id in ["firefox.desktop", "org..x.desktop", "org.1x.desktop", ""] {
            assert!(address(id).is_err(), "{id}");
        }
    }

    #[test]
    fn d15_the_tokens_are_handed_on_by_their_names() {
        let request =
            Request { startup_id: Some("a".into()), activation_token: Some("b".into()), ..Request::default() };
        let data = platform_data(&request);
        assert_eq!(data.get("desktop-startup-id"), Some(&Value::from("a")));
        assert_eq!(data.get("activation-token"), Some(&Value::from("b")));
        assert!(platform_data(&Request::default()).is_empty());
    }
}
