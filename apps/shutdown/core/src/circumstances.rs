//! What should be known before a computer goes down: who else is there, what is still at work, and what is permitted.

use crate::plan::{Call, Power, Step, Value, words};
use crate::power_supply::Supply;
use crate::system::power::Service;

use serde_json::Value as Document;

use std::path::{Path, PathBuf};

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

    /// What the command line calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::LogOut => "log-out",
            Self::Sleep => "suspend",
            Self::Power(Power::Reboot) => "reboot",
            Self::Power(Power::PowerOff) => "power-off",
        }
    }
}

/// The session we are in, as its manager knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    /// The number it has with logind, where there is one.
    pub id: Option<String>,
    /// The program that ends it in order, where there is one.
    pub manager: Option<PathBuf>,
    /// The process that asks, whose own windows stay open meanwhile.
    pub process: u32,
}

/// What becomes of those who asked our session to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wishes {
    /// They are waited for.
    Heard,
    /// The user knows of them, and goes on.
    Ignored,
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
            (Deed::LogOut, Some(manager)) => vec![self.ask(manager, "logout", Wishes::Heard)],
            (Deed::LogOut, None) => of_session("TerminateSession").into_iter().collect(),
            (Deed::Sleep, _) => lock().into_iter().chain([Step::Call(sleep(service))]).collect(),
            (Deed::Power(_), _) => Vec::new(),
        }
    }

    /// The steps that end it though windows stay open; none where nobody asks them.
    pub fn log_out_anyway(&self) -> Vec<Step> {
        self.manager.iter().map(|manager| self.ask(manager, "logout", Wishes::Ignored)).collect()
    }

    /// The step that has every window closed, before anything is ordered that cannot be taken back; `None` where no
    /// manager of ours can ask them.
    pub fn close_windows(&self, wishes: Wishes) -> Option<Step> {
        self.manager.as_ref().map(|manager| self.ask(manager, "close-windows", wishes))
    }

    fn ask(&self, manager: &Path, verb: &str, wishes: Wishes) -> Step {
        let process = self.process.to_string();
        let mut command = words([manager.as_os_str(), verb.as_ref()]);
        command.extend(words(["--json", "--spare", &process]));
        command.extend((wishes == Wishes::Ignored).then(|| "--force".into()));
        Step::AskSession(command)
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
    let status: Document = serde_json::from_slice(status).unwrap_or_default();
    let text = |one: &Document, key: &str| Some(crate::text::line(one.get(key)?.as_str()?.as_bytes()));
    let all = status.get("inhibitors").and_then(Document::as_array).into_iter().flatten();
    all.filter_map(|one| Some(Blocker { who: text(one, "who")?, why: text(one, "why")? })).collect()
}

/// The components of a session of ours that lock its screen: our own, and what users start at login by its usual name.
const LOCKERS: [&str; 9] = [
    "screen-lock",
    "xss-lock",
    "light-locker",
    "swayidle",
    "xscreensaver",
    "xfce4-screensaver",
    "mate-screensaver",
    "cinnamon-screensaver",
    "gnome-screensaver",
];

/// Whether a program that locks the screen runs in our own session, as its manager tells.
pub fn has_locker(status: &[u8]) -> bool {
    let status: Document = serde_json::from_slice(status).unwrap_or_default();
    let all = status.get("components").and_then(Document::as_array).into_iter().flatten();
    let text = |one: &Document, key: &str| one.get(key).and_then(Document::as_str).unwrap_or_default().to_owned();
    all.into_iter().any(|one| LOCKERS.contains(&&*text(one, "name")) && text(one, "state") == "running")
}

/// What our own session manager said when it was asked for something and did not do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Windows stay open, by their titles, or somebody asked to wait.
    Open(Vec<String>, Vec<Blocker>),
    /// There is no session: nobody whom it could ask.
    NotRunning,
}

/// Reads the document of a refusal; `None` where it is none.
pub fn refusal(said: &[u8]) -> Option<Refusal> {
    let document: Document = serde_json::from_slice(said).ok()?;
    if document.get("state").and_then(Document::as_str) == Some("not-running") {
        return Some(Refusal::NotRunning);
    }
    if document.get("answer").and_then(Document::as_str) != Some("refused") {
        return None;
    }
    let titles = document.get("windows").and_then(Document::as_array).into_iter().flatten();
    let windows = titles.filter_map(|title| Some(crate::text::line(title.as_str()?.as_bytes()))).collect();
    Some(Refusal::Open(windows, waited_for(said)))
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
    fn a_screen_is_locked_only_by_a_program_that_runs() {
        let status = |name: &str, state: &str| {
            let component = serde_json::json!({ "name": name, "state": state });
            serde_json::json!({ "components": [{ "name": "openbox", "state": "running" }, component] }).to_string()
        };
        assert!(has_locker(status("screen-lock", "running").as_bytes()));
        assert!(has_locker(status("light-locker", "running").as_bytes()));
        assert!(!has_locker(status("screen-lock", "failed").as_bytes()));
        assert!(!has_locker(status("panel", "running").as_bytes()) && !has_locker(b"rubbish"));
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
        let session = Session { id: Some("c2".into()), manager: None, process: 7 };
        let steps = |deed, service| methods(session.steps(deed, service));
        assert_eq!(steps(Deed::LogOut, Service::Logind), ["TerminateSession"]);
        assert_eq!(steps(Deed::Sleep, Service::Logind), ["LockSession", "Suspend"], "and locked before it sleeps");
        assert_eq!(steps(Deed::Sleep, Service::ConsoleKit), ["Suspend"]);
        assert_eq!(steps(Deed::Lock, Service::ConsoleKit), [""; 0]);
        let managed = Session { manager: Some("/bin/candela-session".into()), ..session.clone() };
        let log_out = ["/bin/candela-session", "logout", "--json", "--spare", "7"];
        assert_eq!(managed.steps(Deed::LogOut, Service::ConsoleKit), [Step::AskSession(words(log_out))]);
        let anyway = words(log_out.into_iter().chain(["--force"]));
        assert_eq!(managed.log_out_anyway(), [Step::AskSession(anyway)]);
        assert_eq!(Session::default().steps(Deed::Lock, Service::Logind), []);
    }

    #[test]
    fn windows_are_closed_before_the_computer_goes_down_where_our_session_can_ask_them() {
        let managed = Session { manager: Some("/bin/candela-session".into()), process: 7, id: None };
        let close = ["/bin/candela-session", "close-windows", "--json", "--spare", "7"];
        assert_eq!(managed.close_windows(Wishes::Heard), Some(Step::AskSession(words(close))));
        let known = words(close.into_iter().chain(["--force"]));
        assert_eq!(managed.close_windows(Wishes::Ignored), Some(Step::AskSession(known)));
        assert_eq!(Session::default().close_windows(Wishes::Heard), None);
    }

    #[test]
    fn a_refusal_is_read_with_everything_that_stays_open_and_rubbish_is_none() {
        let said =
            br#"{"answer":"refused","windows":["Letter\u001b*",7],"inhibitors":[{"who":"Files","why":"copying"}]}"#;
        let files = Blocker { who: "Files".into(), why: "copying".into() };
        assert_eq!(refusal(said), Some(Refusal::Open(vec!["Letter\u{241b}*".into()], vec![files])));
        assert_eq!(refusal(br#"{"state":"not-running"}"#), Some(Refusal::NotRunning));
        for rubbish in [&b""[..], b"7", br#"{"answer":"busy"}"#, br#"{"windows":["x"]}"#] {
            assert_eq!(refusal(rubbish), None);
        }
    }
}
