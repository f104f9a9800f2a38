//! What should be known before a computer goes down: who else is there, what is still at work, and what is permitted.

use crate::plan::{Call, Power, Step, Value, words};
use crate::power_supply::Supply;
use crate::system::power::Service;

use std::path::PathBuf;

/// A program that asks not to be interrupted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocker {
    /// Its name, safe to show.
    pub who: String,
    /// What it is doing, safe to show.
    pub why: String,
}

/// What can be done with a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Lock it.
    Lock,
    /// End it.
    LogOut,
    /// Send the computer to sleep.
    Sleep,
    /// Bring the computer down.
    Power(Power),
}

impl Deed {
    /// Every deed, the gentlest first.
    pub const ALL: [Self; 5] =
        [Self::Lock, Self::LogOut, Self::Sleep, Self::Power(Power::Reboot), Self::Power(Power::PowerOff)];
}

/// The session we are in, as its manager knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    /// The number it has with logind, where there is one.
    pub id: Option<String>,
    /// The program that ends it in order, where there is one.
    pub manager: Option<PathBuf>,
}

impl Session {
    /// The steps that do a deed other than going down; none where nobody here can.
    ///
    /// Who sleeps is locked first, so that nobody else wakes up in this session. Sessions are locked and ended by logind
    /// alone; either service sends the computer to sleep.
    pub fn steps(&self, deed: Deed, service: Service) -> Vec<Step> {
        let of_session = |method| {
            if service != Service::Logind {
                return None;
            }
            let id = Value::Text(self.id.clone()?);
            Some(Step::Call(Service::Logind.call(method, Some(id))))
        };
        let lock = || of_session("LockSession");
        match (deed, &self.manager) {
            (Deed::Lock, _) => lock().into_iter().collect(),
            (Deed::LogOut, Some(manager)) => vec![Step::RunOurs(words([manager.as_os_str(), "logout".as_ref()]))],
            (Deed::LogOut, None) => of_session("TerminateSession").into_iter().collect(),
            (Deed::Sleep, _) => lock().into_iter().chain([Step::Call(sleep(service))]).collect(),
            (Deed::Power(_), _) => Vec::new(),
        }
    }
}

fn sleep(service: Service) -> Call {
    service.call("Suspend", Some(Value::Bool(true)))
}

/// All of it, at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// Where the power comes from.
    pub supply: Supply,
    /// Programs that ask not to be interrupted.
    pub blockers: Vec<Blocker>,
    /// Other people that are signed in, each once.
    pub others: Vec<String>,
    /// What is permitted, gentlest first.
    pub permitted: Vec<Deed>,
    /// The service that permits it, where one does.
    pub service: Service,
}

/// An inhibitor of logind's: what, who, why, mode, user, process.
pub type Inhibitor = (String, String, String, String, u32, u32);

/// The programs among inhibitors that keep a computer from going down. Those that only delay it are done in seconds.
pub fn blockers(inhibitors: &[Inhibitor]) -> Vec<Blocker> {
    let blocks =
        |(what, _, _, mode, _, _): &&Inhibitor| mode == "block" && what.split(':').any(|what| what == "shutdown");
    let shown = |text: &str| crate::text::line(text.as_bytes());
    inhibitors.iter().filter(blocks).map(|(_, who, why, ..)| Blocker { who: shown(who), why: shown(why) }).collect()
}

/// The programs that our own session manager waits for, as it tells of them; none where it does not.
pub fn waited_for(status: &[u8]) -> Vec<Blocker> {
    let status: serde_json::Value = serde_json::from_slice(status).unwrap_or_default();
    let text = |one: &serde_json::Value, key: &str| Some(crate::text::line(one.get(key)?.as_str()?.as_bytes()));
    let all = status.get("inhibitors").and_then(serde_json::Value::as_array).into_iter().flatten();
    all.filter_map(|one| Some(Blocker { who: text(one, "who")?, why: text(one, "why")? })).collect()
}

/// A session of logind's: number, user, name, seat, and its object, of which nothing is wanted.
pub type Listed = (String, u32, String, String);

/// The people among sessions other than one user. Below 1000 are the system's own, the greeter for one.
pub fn others(sessions: &[Listed], user: u32) -> Vec<String> {
    let mut names: Vec<String> = sessions
        .iter()
        .filter(|(_, id, ..)| *id != user && *id >= 1000)
        .map(|(_, _, name, _)| crate::text::line(name.as_bytes()))
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_blocks_a_shutdown_blocks() {
        let inhibitor = |what: &str, who: &str, mode: &str| {
            (what.to_owned(), who.to_owned(), "why".to_owned(), mode.to_owned(), 1000, 7)
        };
        let all = [
            inhibitor("sleep:shutdown", "Files", "block"),
            inhibitor("shutdown", "Unattended Upgrades Shutdown", "delay"),
            inhibitor("handle-power-key", "Desktop", "block"),
            inhibitor("shutdown", "e\u{1b}vil", "block"),
        ];
        let names: Vec<String> = blockers(&all).into_iter().map(|blocker| blocker.who).collect();
        assert_eq!(names, ["Files", "e␛vil"]);
    }

    #[test]
    fn what_our_session_manager_waits_for_is_read_and_rubbish_is_not() {
        let status = br#"{"state": "running", "inhibitors": [{"who": "Files", "why": "copying"}, {"who": 7}]}"#;
        assert_eq!(waited_for(status), [Blocker { who: "Files".into(), why: "copying".into() }]);
        for rubbish in [&b""[..], b"[]", b"{\"inhibitors\": 3}"] {
            assert_eq!(waited_for(rubbish), []);
        }
    }

    #[test]
    fn other_people_are_named_once_and_the_greeter_is_none() {
        let session = |user: u32, name: &str| ("1".to_owned(), user, name.to_owned(), "seat0".to_owned());
        let sessions = [session(1000, "ada"), session(1001, "bob"), session(1001, "bob"), session(120, "gdm")];
        assert_eq!(others(&sessions, 1000), ["bob"]);
    }

    #[test]
    fn a_session_is_ended_by_its_manager_before_logind() {
        let methods = |steps: Vec<Step>| -> Vec<&str> {
            steps.iter().map(|step| if let Step::Call(call) = step { call.method } else { "run" }).collect()
        };
        let session = Session { id: Some("c2".into()), manager: None };
        let steps = |deed, service| methods(session.steps(deed, service));
        assert_eq!(steps(Deed::LogOut, Service::Logind), ["TerminateSession"]);
        assert_eq!(steps(Deed::Sleep, Service::Logind), ["LockSession", "Suspend"], "and locked before it sleeps");
        assert_eq!(steps(Deed::Sleep, Service::ConsoleKit), ["Suspend"]);
        assert_eq!(steps(Deed::Lock, Service::ConsoleKit), [""; 0]);
        let managed = Session { manager: Some("/bin/candela-session".into()), ..session.clone() };
        let log_out = [Step::RunOurs(words(["/bin/candela-session", "logout"]))];
        assert_eq!(managed.steps(Deed::LogOut, Service::ConsoleKit), log_out);
        assert_eq!(Session::default().steps(Deed::Lock, Service::Logind), []);
    }
}
