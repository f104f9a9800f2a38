//! `unattended-upgrades` where it is told to install as the system goes down.

use super::rating::{self, Offer};
use super::{Backend, Site, apt, archive, origin, told};
use crate::plan::{Plan, Power, Step, Verb, words};
use crate::system::{flag, lock, tool};
use crate::{Activity, Detection, Reason, Updates, text};

use std::collections::HashSet;

/// The number of its process while it installs.
const RUNNING: &str = "/run/unattended-upgrades.pid";
/// Its package.
const PACKAGE: &str = "unattended-upgrades";
/// Its service, which installs as it is stopped with the system, but not when it is stopped by itself.
const SERVICE: &str = "unattended-upgrades.service";
/// The question to apt's configuration.
const QUESTION: [&str; 3] = ["shell", "X", "Unattended-Upgrade::InstallOnShutdown"];
/// Where it is set, whatever tool there is to ask.
const CONFIGURED: &str = "/etc/apt/apt.conf.d/50unattended-upgrades";

/// The source.
pub struct Unattended;

impl Backend for Unattended {
    fn name(&self) -> &'static str {
        "unattended-upgrades"
    }

    fn is_present(&self, site: &Site) -> bool {
        let is_set_up = site.root.tool("apt-config").is_some() || site.root.has(CONFIGURED);
        is_set_up && archive::has_package(&site.root, PACKAGE) != Some(false)
    }

    fn traces(&self) -> &'static [&'static str] {
        &[RUNNING]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    /// It installs as the system goes down.
    fn install(&self, _updates: &Updates, power: Power, _site: &Site) -> Plan {
        Plan::only(power)
    }

    /// The service comes back by itself at the next start.
    fn skip(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        let systemctl = site.root.tool_or("systemctl", "/usr/bin/systemctl");
        let service = |verb: &str| Step::RunAsRoot(words([systemctl.as_os_str(), verb.as_ref(), SERVICE.as_ref()]));
        let undo = vec![service("start")];
        Plan { undo, ..Plan::with_steps(vec![service("stop")], power).by_helper(Verb::Skip) }
    }
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    if let Some(process) = running(site)? {
        return Ok(Detection::Busy(Activity::Process(process)));
    }
    if !installs_on_shutdown(site)? {
        return Ok(Detection::None);
    }
    let waiting = match apt::known(site) {
        Ok(waiting) => waiting,
        Err(silence) => return Ok(silence.clone().into()),
    };
    let its_own = allowed(site).map(|offers| apt::among(waiting, &offers, site));
    Ok(match apt::answer(its_own.as_ref().unwrap_or(waiting)) {
        Detection::Pending(updates) => Detection::Pending(Updates { installs_itself: true, ..updates }),
        other => other,
    })
}

/// What the archives offer that it takes updates from; `None` where that cannot be told in time: it may be all of them.
fn allowed(site: &Site) -> Option<HashSet<Offer>> {
    let output = tool::ask(&site.tool("apt-config").ok()?, ["dump"], site.deadline).ok()?;
    let dump = String::from_utf8_lossy(&output.stdout);
    let allowed = origin::allowed(&dump, &origin::System::read(&site.root));
    if output.status != 0 || allowed.is_empty() {
        return None;
    }
    rating::offers_of(&site.root, &origin::lists(&site.root, &allowed), site.deadline)
}

fn running(site: &Site) -> Result<Option<u32>, Reason> {
    let Some(content) = flag::state(&site.root.path(RUNNING))? else {
        return Ok(None);
    };
    let process = text::line(&content.bytes).parse().ok();
    Ok(process.filter(|process| lock::is_alive(*process)))
}

fn installs_on_shutdown(site: &Site) -> Result<bool, Reason> {
    let output = tool::ask(&site.tool("apt-config")?, QUESTION, site.deadline)?;
    if output.status != 0 {
        return Err(output.failure("apt-config"));
    }
    truth(&output.stdout)
        .ok_or_else(|| Reason::NotUnderstood { tool: "apt-config".to_owned(), detail: text::last_line(&output.stdout) })
}

/// `X='true'`; nothing where it is not set. What counts as true is apt's, not ours.
fn truth(said: &[u8]) -> Option<bool> {
    let said = std::str::from_utf8(said).ok()?.trim();
    if said.is_empty() {
        return Some(false);
    }
    match said.strip_prefix("X='")?.strip_suffix('\'')?.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "with" | "enable" | "1" => Some(true),
        "false" | "no" | "off" | "without" | "disable" | "0" | "" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apt_s_words_for_true_and_false_are_known_and_others_are_not_guessed() {
        let cases = [
            ("X='true'\n", Some(true)),
            ("X='1'\n", Some(true)),
            ("X='False'\n", Some(false)),
            ("", Some(false)),
            ("X='perhaps'\n", None),
            ("rubbish", None),
        ];
        for (said, expected) in cases {
            assert_eq!(truth(said.as_bytes()), expected, "{said:?}");
        }
    }
}
