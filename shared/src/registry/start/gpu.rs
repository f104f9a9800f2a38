//! What makes a program draw with the stronger of two graphics cards, as `switcheroo-control` says.
//!
//! Spec: Desktop Entry 1.5, "Recognized desktop entry keys" (`PrefersNonDefaultGPU`, rule D17). Where that service does
//! not run, [`exec`](crate::registry::exec) has put in what Mesa understands.

use crate::registry::context::Context;

use zbus::blocking::Proxy;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

use std::collections::HashMap;
use std::ffi::OsString;
use std::time::Duration;

const NAME: &str = "net.hadess.SwitcherooControl";
const PATH: &str = "/net/hadess/SwitcherooControl";
/// A start is not held up longer by a service that does not answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks for the environment that chooses the first card that is not the default; `None` where nobody knows of one.
pub fn environment(context: &Context) -> Option<Vec<(OsString, OsString)>> {
    let bus = Builder::address(context.system_bus.as_deref()?).ok()?.method_timeout(PATIENCE).build().ok()?;
    let cards: Vec<HashMap<String, OwnedValue>> = Proxy::new(&bus, NAME, PATH, NAME).ok()?.get_property("GPUs").ok()?;
    cards.into_iter().find_map(of_other)
}

/// The environment of a card; `None` for the default one and for what is not as it should be.
fn of_other(mut card: HashMap<String, OwnedValue>) -> Option<Vec<(OsString, OsString)>> {
    let is_default = bool::try_from(card.remove("Default")?).ok()?;
    // Names and values in turn.
    let words = Vec::<String>::try_from(card.remove("Environment")?).ok()?;
    let pairs = words.chunks_exact(2).map(|pair| (OsString::from(&pair[0]), OsString::from(&pair[1]))).collect();
    (!is_default).then_some(pairs)
}
