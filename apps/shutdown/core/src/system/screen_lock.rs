//! Whether the screen is locked: nothing is decided before somebody who cannot see it.

use super::machine::Machine;
use crate::circumstances::Session;

/// Tells whether the screen of a session is locked, as long as it is asked.
#[derive(Debug)]
pub struct ScreenLock {
    #[cfg(feature = "dbus")]
    session: Option<zbus::blocking::Proxy<'static>>,
}

impl ScreenLock {
    /// The lock of that session's screen. Asks logind; blocks for some seconds at the most.
    #[cfg(feature = "dbus")]
    pub fn of(machine: &Machine, session: &Session) -> Self {
        Self { session: proxy(machine, session) }
    }

    /// The lock of that session's screen, of which nobody tells.
    #[cfg(not(feature = "dbus"))]
    pub fn of(_machine: &Machine, _session: &Session) -> Self {
        Self {}
    }

    /// Whether it is locked now; `false` too where nobody says so.
    ///
    /// Spec: `org.freedesktop.login1.Session`, "LockedHint": what locks the screen sets it.
    #[cfg(feature = "dbus")]
    pub fn is_locked(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.get_property("LockedHint").unwrap_or(false))
    }

    /// Whether it is locked now: nobody says so.
    #[cfg(not(feature = "dbus"))]
    pub fn is_locked(&self) -> bool {
        false
    }
}

#[cfg(feature = "dbus")]
fn proxy(machine: &Machine, session: &Session) -> Option<zbus::blocking::Proxy<'static>> {
    use super::power::Service;

    let bus = super::bus::Bus::open(machine.bus.as_deref()?, super::bus::QUESTION)?;
    let logind = Service::Logind;
    let manager = bus.proxy(logind.name(), logind.path(), logind.interface())?;
    let path: zbus::zvariant::OwnedObjectPath = manager.call("GetSession", &session.id.as_deref()?).ok()?;
    let builder = zbus::blocking::proxy::Builder::new(bus.connection()).destination(logind.name()).ok()?;
    let builder = builder.path(path).ok()?.interface("org.freedesktop.login1.Session").ok()?;
    builder.cache_properties(zbus::proxy::CacheProperties::No).build().ok()
}
