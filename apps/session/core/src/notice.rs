//! What a session has to say: to the user in words by the program, to the log in English here.

use crate::component::End;

use std::path::PathBuf;

/// Something worth a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// A component was started.
    #[error("{component}: started, process {pid}")]
    Started {
        /// Its name.
        component: String,
        /// Its process.
        pid: u32,
    },
    /// A component ended.
    #[error("{component}: ended with {end}")]
    Ended {
        /// Its name.
        component: String,
        /// How.
        end: End,
    },
    /// A component could not be started.
    #[error("{component}: cannot be started: {reason}")]
    NotStarted {
        /// Its name.
        component: String,
        /// Why, as the system says it.
        reason: String,
    },
    /// A component ended too often, and is not started again.
    #[error(
        "{component}: ended more than five times in a minute and is given up; \"candela-session restart\" tries again"
    )]
    GivenUp {
        /// Its name.
        component: String,
    },
    /// A window manager failed, and the next is tried.
    #[error("window manager {failed} fails; {next} is tried")]
    FallBack {
        /// The one that failed.
        failed: String,
        /// The one that is tried.
        next: String,
    },
    /// A window manager does not say that it is ready; the session goes on.
    #[error("window manager {component} does not say that it is ready; going on")]
    NotReady {
        /// Its name.
        component: String,
    },
    /// A component does not end when told to, and is killed.
    #[error("{component}: does not end when told to; killed")]
    Killed {
        /// Its name.
        component: String,
    },
    /// Programs that no component is do not end when told to, and are killed.
    #[error("{count} programs do not end when told to; killed")]
    StraysKilled {
        /// How many.
        count: usize,
    },
    /// Windows did not close: the session goes on.
    #[error("windows stay open: {}", windows.join(", "))]
    WindowsOpen {
        /// Their titles.
        windows: Vec<String>,
    },
    /// Somebody asked the session to wait: it goes on.
    #[error("{who} asked to wait: {why}")]
    Inhibited {
        /// Who.
        who: String,
        /// Why.
        why: String,
    },
    /// The window manager that ran before is used.
    #[error("a window manager runs already; it is used")]
    WindowManagerFound,
    /// An autostart entry cannot be run.
    #[error("autostart: {name} cannot be run: {reason}")]
    Autostart {
        /// Its file name.
        name: String,
        /// Why.
        reason: String,
    },
    /// systemd starts the autostart entries.
    #[error("autostart: systemd starts the entries of this session")]
    AutostartBySystemd,
    /// A line of the settings is wrong, and is left out.
    #[error("{}, line {line}: {problem}", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// The settings cannot be read.
    #[error("{} cannot be read: {reason}", path.display())]
    SettingsUnreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The session runs without the user's settings and autostart.
    #[error("three sessions failed at once: safe mode, without your settings and autostart")]
    SafeMode,
    /// The session ends.
    #[error("the session ends: {0}")]
    Ending(#[from] Outcome),
}

/// Why a session ended, or could not begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Outcome {
    /// The user logged out.
    #[error("logged out")]
    LoggedOut,
    /// It was told to by a signal.
    #[error("signal {0}")]
    Signal(i32),
    /// No window manager is installed, or none runs.
    #[error("no window manager: none of {} runs here", tried.join(", "))]
    NoWindowManager {
        /// What was tried.
        tried: Vec<String>,
    },
    /// There is no display, or it does not answer.
    #[error("no display {display}: {reason}")]
    NoDisplay {
        /// Its name.
        display: String,
        /// What it said.
        reason: String,
    },
    /// The display is gone.
    #[error("the display is gone")]
    DisplayLost,
    /// A session runs here.
    #[error("a session runs already on this display")]
    AlreadyRunning,
    /// A file or folder cannot be made.
    #[error("cannot create {}: {reason}", path.display())]
    CannotCreate {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A folder belongs to somebody else.
    #[error("{} belongs to somebody else", path.display())]
    NoPermission {
        /// Which.
        path: PathBuf,
    },
    /// Something that must not happen did.
    #[error("internal failure: {0}")]
    Internal(String),
}

impl Outcome {
    /// Returns the exit status, after `sysexits.h`.
    pub fn status(&self) -> u8 {
        match self {
            Self::LoggedOut => 0,
            Self::Signal(signal) => End::Signal(*signal).status(),
            Self::NoWindowManager { .. } | Self::NoDisplay { .. } | Self::DisplayLost => 69,
            Self::Internal(_) => 70,
            Self::CannotCreate { .. } => 73,
            Self::AlreadyRunning => 75,
            Self::NoPermission { .. } => 77,
        }
    }
}
