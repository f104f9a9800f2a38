//! Asks what should be known before a computer goes down; what nobody says is left out.

use super::machine::Machine;
use super::{supply, tool};
use crate::circumstances::{Circumstances, Deed, Session, has_locker, waited_for};
use crate::plan::Power;

use std::os::unix::fs::MetadataExt;
use std::time::{Duration, Instant};

/// How long our own session manager may take to say what it waits for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks everything. Blocks for some seconds at the most.
pub fn read(machine: &Machine, session: &Session) -> Circumstances {
    let found = asked(machine, session)
        .unwrap_or_else(|| Circumstances { permitted: by_tool(machine), ..Circumstances::default() });
    let status = our_status(session);
    let ours = status.as_deref().map(waited_for).unwrap_or_default();
    let blockers = found.blockers.into_iter().chain(ours).collect();
    // Who is told that the screen is locked must be able to rely on it.
    let is_idle = |deed: Deed| deed == Deed::Lock && status.as_deref().is_some_and(|status| !has_locker(status));
    let is_permitted = |deed: &Deed| (found.permitted.contains(deed) && !is_idle(*deed)) || logs_out(session, *deed);
    let permitted = Deed::ALL.into_iter().filter(is_permitted).collect();
    Circumstances { supply: supply::read(machine), permitted, blockers, ..found }
}

/// What our own session manager tells of the session: who asked it to wait, and what it consists of.
fn our_status(session: &Session) -> Option<Vec<u8>> {
    let mut question = tool::ours(session.manager.as_deref()?);
    let _asked = question.args(["status", "--json"]);
    let output = tool::ask_by(question, Instant::now() + PATIENCE).ok()?;
    (output.status == 0).then_some(output.stdout)
}

/// A session manager of our own needs nobody's permission.
fn logs_out(session: &Session, deed: Deed) -> bool {
    deed == Deed::LogOut && session.manager.is_some()
}

/// Without a service that knows sessions, `shutdown(8)` decides: for root and the group it belongs to.
fn by_tool(machine: &Machine) -> Vec<Deed> {
    let Some(found) = machine.root.tool("shutdown").and_then(|tool| tool.metadata().ok()) else {
        return Vec::new();
    };
    let groups = rustix::process::getgroups().unwrap_or_default();
    let is_member = groups.iter().any(|group| group.as_raw() == found.gid());
    if rustix::process::geteuid().is_root() || is_member {
        vec![Deed::Power(Power::Reboot), Deed::Power(Power::PowerOff)]
    } else {
        Vec::new()
    }
}

#[cfg(not(feature = "dbus"))]
fn asked(_machine: &Machine, _session: &Session) -> Option<Circumstances> {
    None
}

#[cfg(feature = "dbus")]
fn asked(machine: &Machine, session: &Session) -> Option<Circumstances> {
    use crate::circumstances::{Inhibitor, blockers, others};
    use zbus::zvariant::OwnedObjectPath;

    let bus = super::bus::Bus::open(machine.bus.as_deref()?, super::bus::QUESTION)?;
    let service = bus.session_service()?;
    let manager = bus.proxy(service.name(), service.path(), service.interface())?;
    let may = |method: &str| {
        let answer: String = manager.call(method, &()).unwrap_or_default();
        matches!(&*answer, "yes" | "challenge")
    };
    let inhibitors: Vec<Inhibitor> = match manager.call("ListInhibitors", &()) {
        Ok(inhibitors) => inhibitors,
        // It hangs: nothing else need be asked.
        Err(error) if super::bus::is_late(&error) => return None,
        Err(_) => Vec::new(),
    };
    let is_permitted = |deed: &Deed| match deed {
        Deed::Lock | Deed::LogOut => !session.steps(*deed, service).is_empty(),
        Deed::Sleep => may("CanSuspend"),
        Deed::Power(Power::Reboot) => may("CanReboot"),
        Deed::Power(Power::PowerOff) => may("CanPowerOff"),
    };
    let permitted = Deed::ALL.into_iter().filter(is_permitted).collect();
    let sessions: Vec<(String, u32, String, String, OwnedObjectPath)> =
        manager.call("ListSessions", &()).unwrap_or_default();
    let sessions: Vec<_> = sessions.into_iter().map(|(id, user, name, seat, _)| (id, user, name, seat)).collect();
    Some(Circumstances {
        blockers: blockers(&inhibitors),
        others: others(&sessions, rustix::process::getuid().as_raw()),
        permitted,
        service,
        ..Circumstances::default()
    })
}
