//! What is said over the session's socket: one request and its answer, a line of JSON each.

use crate::component::{End, Phase};

use serde::{Deserialize, Serialize};

use std::path::PathBuf;

/// What is asked of a running session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "request")]
pub enum Request {
    /// How it is.
    Status,
    /// To end.
    Logout {
        /// Even where a program does not close, or asked to be waited for.
        is_forced: bool,
        /// The process whose windows stay: that of a prompt which asks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spared: Option<u32>,
    },
    /// To have every window closed, and to go on.
    CloseWindows {
        /// Even where somebody asked to be waited for.
        is_forced: bool,
        /// The process whose windows stay: that of a prompt which asks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spared: Option<u32>,
    },
    /// To start a component anew.
    Restart {
        /// Its name.
        component: String,
    },
    /// Not to end while this connection stands.
    Inhibit {
        /// Who asks.
        who: String,
        /// Why, for the user.
        why: String,
    },
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "answer")]
pub enum Answer {
    /// How the session is.
    Status(Status),
    /// It ends now.
    Ending,
    /// Every window has closed.
    Closed,
    /// It does not end, or not every window has closed.
    Refused {
        /// The titles of windows that did not close.
        windows: Vec<String>,
        /// Who asked it to wait.
        inhibitors: Vec<Inhibitor>,
    },
    /// The component runs again.
    Restarted {
        /// Its name.
        component: String,
        /// Its process.
        pid: u32,
    },
    /// The component could not be started.
    NotStarted {
        /// Its name.
        component: String,
        /// Why, as the system says it.
        reason: String,
    },
    /// There is no such component.
    Unknown {
        /// What was asked for.
        component: String,
        /// What there is.
        components: Vec<String>,
    },
    /// Noted.
    Inhibited,
    /// The session ends already, or asks the windows for somebody else.
    Busy,
}

/// Somebody who asked the session to wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inhibitor {
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
}

/// How a session is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// What it is doing.
    pub state: Stage,
    /// The process that manages it.
    pub pid: u32,
    /// The display it is on.
    pub display: String,
    /// The window manager; `None` where one that ran before is used.
    pub window_manager: Option<String>,
    /// Whether it runs without the user's settings and autostart.
    pub is_safe_mode: bool,
    /// Its log.
    pub log: PathBuf,
    /// What it consists of.
    pub components: Vec<Member>,
    /// Who asked it to wait.
    pub inhibitors: Vec<Inhibitor>,
}

/// What a session is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not everything has been started yet.
    Starting,
    /// Everything has.
    Running,
    /// It asks the windows to close.
    Asking,
    /// It ends.
    Ending,
}

/// How a component is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// What it is called by.
    pub name: String,
    /// When it is started.
    pub phase: Phase,
    /// What it is doing.
    pub state: State,
    /// Its process, while there is one.
    pub pid: Option<u32>,
    /// How often it was started again.
    pub restarts: u32,
    /// How it ended the last time.
    pub last_end: Option<End>,
}

/// What a component is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its turn has not come, or it waits before it is started again.
    Waiting,
    /// It runs.
    Running,
    /// It was told to end.
    Stopping,
    /// It ended, and stays so.
    Ended,
    /// It kept failing, and was given up.
    Failed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_answers_are_read_as_they_were_written() {
        let requests = [
            (Request::Status, r#"{"request":"status"}"#),
            (Request::Logout { is_forced: true, spared: None }, r#"{"request":"logout","is_forced":true}"#),
            (
                Request::CloseWindows { is_forced: false, spared: Some(7) },
                r#"{"request":"close-windows","is_forced":false,"spared":7}"#,
            ),
            (Request::Restart { component: "a\nb".into() }, r#"{"request":"restart","component":"a\nb"}"#),
        ];
        for (request, text) in requests {
            assert_eq!(serde_json::to_string(&request).unwrap(), text);
            assert_eq!(serde_json::from_str::<Request>(text).unwrap(), request);
        }
        let asked = candela_shared::inhibit::request("Files", "copying");
        let inhibit = Request::Inhibit { who: "Files".into(), why: "copying".into() };
        assert_eq!(serde_json::from_str::<Request>(&asked).unwrap(), inhibit, "as programs ask");
        let answer = Answer::Refused { windows: vec!["w".into()], inhibitors: Vec::new() };
        let text = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&text).unwrap(), answer, "{text}");
    }
}
