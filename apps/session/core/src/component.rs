//! One program of the session: what is run, when, and whether it is started again.

use serde::{Deserialize, Serialize};

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// A program that the session starts and looks after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// What it is called by, once in a session.
    pub name: String,
    /// The program and its arguments; never empty.
    pub command: Vec<OsString>,
    /// Where it is started; `None` for the user's home.
    pub working_directory: Option<PathBuf>,
    /// What is added to its environment.
    pub environment: Vec<(OsString, OsString)>,
    /// When it is started.
    pub phase: Phase,
    /// Whether it is started again after it ended.
    pub restart: Restart,
    /// How long it waits once its phase has begun.
    pub delay: Duration,
}

impl Component {
    /// Makes a component of the applications, never started again, from a name and its command.
    pub fn new(name: &str, command: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        Self {
            name: name.to_owned(),
            command: command.into_iter().map(Into::into).collect(),
            working_directory: None,
            environment: Vec::new(),
            phase: Phase::Applications,
            restart: Restart::Never,
            delay: Duration::ZERO,
        }
    }

    /// Sets when it is started.
    pub fn phase(mut self, phase: Phase) -> Self {
        self.phase = phase;
        self
    }

    /// Sets whether it is started again.
    pub fn restart(mut self, restart: Restart) -> Self {
        self.restart = restart;
        self
    }

    /// Sets how long it waits.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// The parts of a session's start, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before anything is to be seen.
    Preparation,
    /// The window manager or compositor; what follows waits for it.
    WindowManager,
    /// What belongs to the desktop.
    Shell,
    /// What the user has started at login.
    Applications,
}

impl Phase {
    /// All of them, in the order in which they start.
    pub const ALL: [Self; 4] = [Self::Preparation, Self::WindowManager, Self::Shell, Self::Applications];

    /// The order in which they end: what shows windows goes before what manages them.
    pub const ENDING: [Self; 4] = [Self::Applications, Self::Shell, Self::Preparation, Self::WindowManager];
}

/// Whether a component that ended is started again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Restart {
    /// However it ended.
    Always,
    /// When it ended with a status other than 0, or by a signal.
    OnFailure,
    /// Not at all.
    Never,
}

impl Restart {
    /// Whether a component with this policy that ended so is started again.
    pub fn applies(self, end: End) -> bool {
        match self {
            Self::Always => true,
            Self::OnFailure => !end.is_success(),
            Self::Never => false,
        }
    }
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// By itself, with that status.
    Exit(i32),
    /// By that signal.
    Signal(i32),
}

impl End {
    /// Whether it ended by itself, with status 0.
    pub fn is_success(self) -> bool {
        self == Self::Exit(0)
    }

    /// Returns the status that a shell would report.
    pub fn status(self) -> u8 {
        match self {
            Self::Exit(status) => u8::try_from(status & 0xff).unwrap_or(1),
            Self::Signal(signal) => u8::try_from(128 + (signal & 0x7f)).unwrap_or(255),
        }
    }
}

impl std::fmt::Display for End {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exit(status) => write!(formatter, "status {status}"),
            Self::Signal(signal) => write!(formatter, "signal {signal}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_looks_at_how_a_component_ended() {
        let cases = [
            (Restart::Always, [true, true, true]),
            (Restart::OnFailure, [false, true, true]),
            (Restart::Never, [false, false, false]),
        ];
        for (policy, expected) in cases {
            let applies = [End::Exit(0), End::Exit(1), End::Signal(9)].map(|end| policy.applies(end));
            assert_eq!(applies, expected, "{policy:?}");
        }
    }

    #[test]
    fn the_status_of_an_end_is_the_one_of_shells() {
        assert_eq!([End::Exit(75).status(), End::Exit(256).status(), End::Signal(9).status()], [75, 0, 137]);
    }

    #[test]
    fn every_phase_ends_and_the_window_manager_last() {
        let mut ending = Phase::ENDING;
        assert_eq!(ending.last(), Some(&Phase::WindowManager));
        ending.sort();
        assert_eq!(ending, Phase::ALL);
    }
}
