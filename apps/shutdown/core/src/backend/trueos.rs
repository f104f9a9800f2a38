//! TrueOS: flags in `/tmp` and the trigger of `pc-updatemanager`, of both generations.
//!
//! That a flag is there decides, never what it says: an empty one still means that updates wait.

use super::{Backend, Site, told};
use crate::plan::{Ending, Plan, Power, Step, Verb};
use crate::system::{flag, lock, tool};
use crate::{Activity, Detection, Package, Reason, Updates, text};

/// Updates are staged (since 2017).
const STAGED: &str = "/tmp/.trueos-update-staged";
/// A restart installs updates (of 2016). Its first line may be the time of the start it was written after.
const REBOOT: &str = "/tmp/.rebootRequired";
/// The number of the process that installs.
const RUNNING: &str = "/tmp/.updateInProgress";
/// What makes the system install at its shutdown.
const TRIGGER: &str = "/var/db/pc-updatemanager/shutdown-update-trigger";
/// What follows the name of a file that was moved aside; a script moves it back at the next start.
const ASIDE: &str = ".skipped";
/// Where a flag goes meanwhile: `/tmp` may be emptied at the next start.
const ASIDE_FOLDER: &str = "/var/db/pc-updatemanager";
/// What `who -b` says before the time.
const BOOT: &str = "system boot";
/// What the trigger says where only packages are to be installed.
const PACKAGES_ONLY: &str = "update_pkgs_only";
/// The most packages taken from a flag.
const MOST: usize = 5_000;

/// The source.
pub struct TrueOs;

impl Backend for TrueOs {
    fn name(&self) -> &'static str {
        "trueos"
    }

    fn is_present(&self, site: &Site) -> bool {
        [STAGED, REBOOT, RUNNING, TRIGGER].into_iter().any(|path| site.root.has(path))
    }

    fn traces(&self) -> &'static [&'static str] {
        &[STAGED, REBOOT, RUNNING, TRIGGER]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    /// The system installs at its shutdown; going down is all there is to do.
    fn install(&self, _updates: &Updates, power: Power, _site: &Site) -> Plan {
        Plan::only(power)
    }

    fn skip(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        // A flag that anybody could have made is not touched: who moves a stranger's link moves what it leads to.
        let is_staged = flag::trusted(&site.root.path(STAGED)).is_some();
        let moved = [(TRIGGER, site.root.has(TRIGGER)), (STAGED, is_staged)];
        let aside = |from: &str| {
            let name = from.rsplit('/').next().unwrap_or(from).trim_start_matches('.');
            Step::Move { from: site.root.path(from), to: site.root.path(format!("{ASIDE_FOLDER}/{name}{ASIDE}")) }
        };
        let steps: Vec<Step> =
            moved.into_iter().filter(|(_, is_there)| *is_there).map(|(from, _)| aside(from)).collect();
        let undo = steps.iter().filter_map(back).collect();
        let plan = Plan { undo, ..Plan::with_steps(steps, power).by_helper(Verb::Skip) };
        Plan { if_denied: Some(Ending::Abrupt(power)), ..plan }
    }
}

fn back(step: &Step) -> Option<Step> {
    match step {
        Step::Move { from, to } => Some(Step::Move { from: to.clone(), to: from.clone() }),
        Step::Run(_)
        | Step::AskSession(_)
        | Step::RunAsRoot(_)
        | Step::BootEnvironment { .. }
        | Step::Call(_)
        | Step::CheckTrigger { .. } => None,
    }
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    if let Some(process) = running(site) {
        return Ok(Detection::Busy(Activity::Process(process)));
    }
    let trigger = flag::state(&site.root.path(TRIGGER))?;
    let staged = flag::trusted(&site.root.path(STAGED));
    let reboot = match flag::trusted(&site.root.path(REBOOT)) {
        Some(content) if !is_of_this_start(&content.bytes, site)? => None,
        other => other,
    };
    if trigger.is_none() && staged.is_none() && reboot.is_none() {
        return Ok(Detection::None);
    }
    let packages = staged.iter().chain(&reboot).map(|content| packages(&content.bytes)).find(|list| !list.is_empty());
    let is_packages_only = trigger.as_ref().is_some_and(|content| text::line(&content.bytes) == PACKAGES_ONLY);
    let known = packages.map(Updates::of).unwrap_or_default();
    Ok(Detection::Pending(Updates {
        to_download: Some(0),
        needs_reboot: !is_packages_only,
        installs_itself: true,
        is_triggered: trigger.is_some(),
        staged_at: [&trigger, &staged, &reboot].into_iter().flatten().find_map(|content| content.modified),
        ..known
    }))
}

fn running(site: &Site) -> Option<u32> {
    let content = flag::trusted(&site.root.path(RUNNING))?;
    let process = std::str::from_utf8(&content.bytes).ok()?.trim().parse().ok()?;
    lock::is_alive(process).then_some(process)
}

/// Whether a flag was written since the system started; one that names no start counts in any case.
fn is_of_this_start(flag: &[u8], site: &Site) -> Result<bool, Reason> {
    let first = flag.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let first = text::line(first);
    let Some(who) = site.root.tool("who").filter(|_| first.contains(BOOT)) else {
        return Ok(true);
    };
    let output = tool::ask(&who, ["-b"], site.deadline)?;
    let said = text::line(&output.stdout);
    if output.status != 0 {
        return Err(output.failure("who"));
    }
    if !said.contains(BOOT) {
        return Err(Reason::NotUnderstood { tool: "who".to_owned(), detail: said });
    }
    Ok(said == first)
}

fn packages(flag: &[u8]) -> Vec<Package> {
    let lines = text::lines(flag).filter(|line| !line.contains(BOOT));
    lines
        .take(MOST)
        .map(|line| super::pkg::package(&line).unwrap_or(Package { name: line, ..Package::default() }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_a_flag_is_its_packages_without_the_time_of_the_start() {
        let flag =
            b"                 system boot  Aug 18 10:00\nfirefox-48.0\n\nbash: 4.3 -> 4.4 [TrueOS]\nev\x1b[2Jil\n";
        let found = packages(flag);
        assert_eq!(
            found.iter().map(|package| &*package.name).collect::<Vec<_>>(),
            ["firefox-48.0", "bash", "ev␛[2Jil"]
        );
        assert_eq!(found[1].to.as_deref(), Some("4.4"));
        assert_eq!(packages(b""), []);
    }
}
