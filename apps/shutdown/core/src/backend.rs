//! The sources of updates, behind one trait: each knows how to tell what waits, and what to do about it.

mod apt;
mod archive;
mod command;
mod dnf;
mod freebsd_update;
mod origin;
mod ostree;
mod packagekit;
mod pkg;
mod rating;
mod trueos;
mod unattended;
mod version;

use crate::plan::{Plan, Power};
use crate::system::{disk, tool};
use crate::{Detection, Reason, Root, Settings, Updates};

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Instant, SystemTime};

/// The name of the source that is FreeBSD's packages.
pub const PKG: &str = "pkg";

/// A source of updates.
///
/// What it says of the system it reads and asks itself, by [`Site`]; what is to be done it only decides.
pub trait Backend: Send + Sync {
    /// Its name on the command line and in the settings.
    fn name(&self) -> &'static str;

    /// Whether this system has it. Looks at the disk, wakes nobody.
    fn is_present(&self, site: &Site) -> bool;

    /// The files and folders of which one changes when something else waits.
    fn traces(&self) -> &'static [&'static str];

    /// Tells what waits. Reads only: no network, no lock, no refresh.
    fn detect(&self, site: &Site) -> Detection;

    /// What installs these updates and brings the computer down.
    fn install(&self, updates: &Updates, power: Power, site: &Site) -> Plan;

    /// What brings the computer down without installing anything, and keeps what waits for another time.
    fn skip(&self, updates: &Updates, power: Power, site: &Site) -> Plan;
}

/// Where and how long a source may look.
#[derive(Debug)]
pub struct Site {
    /// Below which folder.
    pub root: Root,
    /// Until when.
    pub deadline: Instant,
    /// What time it is.
    pub now: SystemTime,
    /// What the settings say.
    pub settings: Settings,
    /// How many bytes a user may still write where updates go; `None` where nobody tells.
    pub free: Option<u64>,
    /// What apt knows: two sources want to know, and apt is slow.
    apt: OnceLock<Result<archive::Waiting, apt::Silence>>,
}

impl Site {
    /// A place to look, until the settings' deadline from now on.
    pub fn new(root: Root, settings: Settings) -> Self {
        let deadline = Instant::now() + settings.deadline;
        let free = disk::free(&root);
        Self { root, deadline, now: SystemTime::now(), settings, free, apt: OnceLock::new() }
    }

    /// The tool of that name.
    ///
    /// # Errors
    /// Where it is not installed.
    fn tool(&self, name: &str) -> Result<PathBuf, Reason> {
        self.root.tool(name).ok_or_else(|| Reason::Missing { tool: name.to_owned() })
    }
}

/// How an update ended that ran while nobody was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastResult {
    /// Why it failed, safe to show; `None` where it did not.
    pub failure: Option<String>,
    /// When it ended.
    pub ended: Option<SystemTime>,
}

/// How the last update ended that ran while nobody was there; `None` where there was none. Reads one file.
pub fn last_result(root: &Root) -> Option<LastResult> {
    packagekit::last_result(root)
}

/// Every source, most important first.
pub fn all() -> [&'static dyn Backend; 9] {
    [
        &trueos::TrueOs,
        &freebsd_update::FreeBsdUpdate,
        &pkg::Pkg,
        &packagekit::PackageKit,
        &ostree::Ostree,
        &dnf::Dnf,
        &unattended::Unattended,
        &apt::Apt,
        &command::SiteCommand,
    ]
}

/// The source of that name.
pub fn named(name: &str) -> Option<&'static dyn Backend> {
    all().into_iter().find(|backend| backend.name() == name)
}

/// The sources to ask: those the settings name, in their order, or all; of them those that this system has.
///
/// A source that was named by `only` is asked in any case: that it is not there is its answer.
pub fn chosen(site: &Site, only: Option<&'static dyn Backend>) -> Vec<&'static dyn Backend> {
    if let Some(only) = only {
        return vec![only];
    }
    let wanted: Vec<_> = match &site.settings.backends {
        Some(names) => names.iter().filter_map(|name| named(name)).collect(),
        None => all().into(),
    };
    wanted.into_iter().filter(|backend| backend.is_present(site)).collect()
}

/// Makes an answer of one that may have failed.
fn told(answer: Result<Detection, Reason>) -> Detection {
    answer.unwrap_or_else(Detection::Unknown)
}

/// FreeBSD's `kern.securelevel` where it keeps the files of the system from being changed; `None` where nobody says so.
fn secure_level(site: &Site) -> Option<i32> {
    let output = tool::ask(&site.root.tool("sysctl")?, ["-n", "kern.securelevel"], site.deadline).ok()?;
    let level: i32 = std::str::from_utf8(&output.stdout).ok()?.trim().parse().ok()?;
    (output.status == 0 && level > 0).then_some(level)
}
