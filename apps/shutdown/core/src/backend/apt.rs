//! Debian's packages, by apt itself.

use super::archive::{self, Upgrade, Waiting};
use super::rating::Offer;
use super::{Backend, Site, rating};
use crate::plan::{Plan, Power, Step, Verb, words};
use crate::settings::PromptFor;
use crate::system::lock;
use crate::system::tool::{self, Output};
use crate::{Activity, Detection, Package, Reason, Updates, text};

use std::collections::HashSet;

/// What apt and dpkg lock while they change anything.
const LOCKS: [&str; 2] = ["/var/lib/dpkg/lock-frontend", "/var/lib/dpkg/lock"];
/// What apt says of a lock.
const LOCKED: &str = "Could not get lock";
/// The packages that a running system goes on without.
const KERNEL: &str = "linux-image-";
/// How apt is kept from asking and from replacing configuration files that were changed.
const KEEP: [&str; 4] = ["-o", "Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold"];

/// The source.
pub struct Apt;

impl Backend for Apt {
    fn name(&self) -> &'static str {
        "apt"
    }

    fn is_present(&self, site: &Site) -> bool {
        site.root.tool("apt-get").is_some() || site.root.has("/var/lib/dpkg/status")
    }

    fn traces(&self) -> &'static [&'static str] {
        &["/var/lib/dpkg/status", "/var/lib/apt/lists", "/var/cache/apt/archives"]
    }

    fn detect(&self, site: &Site) -> Detection {
        detection(site)
    }

    fn install(&self, updates: &Updates, power: Power, site: &Site) -> Plan {
        let apt = site.root.tool_or("apt-get", "/usr/bin/apt-get");
        let mut command = words([apt.as_os_str(), "-y".as_ref()]);
        if updates.to_download == Some(0) {
            // What is there is installed, and nothing is waited for.
            command.extend(words(["--no-download", "--ignore-missing"]));
        }
        command.extend(words(KEEP));
        command.push("upgrade".into());
        Plan::with_steps(vec![Step::RunAsRoot(command)], power).by_helper(Verb::Install)
    }

    /// Nothing installs by itself.
    fn skip(&self, _updates: &Updates, power: Power, _site: &Site) -> Plan {
        Plan::only(power)
    }
}

/// Why apt says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// An update is running.
    Busy(Activity),
    /// It could not be told.
    Unknown(Reason),
}

impl From<Silence> for Detection {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::Busy(activity) => Self::Busy(activity),
            Silence::Unknown(reason) => Self::Unknown(reason),
        }
    }
}

/// What apt would upgrade, as an answer.
fn detection(site: &Site) -> Detection {
    match known(site) {
        Ok(waiting) => answer(waiting),
        Err(silence) => silence.clone().into(),
    }
}

/// What apt would upgrade, asked once.
pub(super) fn known(site: &Site) -> Result<&Waiting, &Silence> {
    site.apt.get_or_init(|| waiting(site)).as_ref()
}

/// The part of what apt would upgrade that is among these offers.
pub(super) fn among(waiting: &Waiting, offers: &HashSet<Offer>, site: &Site) -> Waiting {
    let is_offered = |upgrade: &&Upgrade| {
        offers.contains(&(upgrade.package.name.clone(), upgrade.package.to.clone().unwrap_or_default()))
    };
    let upgrades: Vec<Upgrade> = waiting.upgrades.iter().filter(is_offered).cloned().collect();
    if upgrades.len() == waiting.upgrades.len() {
        return waiting.clone();
    }
    let sizes: Option<u64> = upgrades.iter().map(|upgrade| archived(upgrade, site)).sum();
    // Where one is not there, what is to be downloaded is known of all of them together alone.
    let to_download = if sizes.is_some() { Some(0) } else { waiting.to_download };
    Waiting { upgrades, bytes: sizes, to_download }
}

pub(super) fn answer(waiting: &Waiting) -> Detection {
    if waiting.upgrades.is_empty() {
        return Detection::None;
    }
    let packages: Vec<Package> = waiting.upgrades.iter().map(|upgrade| upgrade.package.clone()).collect();
    let updates = Updates {
        bytes: waiting.bytes,
        to_download: waiting.to_download,
        needs_reboot: packages.iter().any(|package| package.name.starts_with(KERNEL)),
        ..Updates::of(packages)
    };
    if waiting.to_download == Some(0) { Detection::Pending(updates) } else { Detection::Available(updates) }
}

fn waiting(site: &Site) -> Result<Waiting, Silence> {
    if let Some(process) = LOCKS.iter().find_map(|file| lock::holder(&site.root, file)) {
        return Err(Silence::Busy(Activity::Process(process)));
    }
    // On a slow machine apt takes longer than anybody waits. What is downloaded the disk tells as well.
    let (simulated, downloaded) = std::thread::scope(|scope| {
        let downloaded = scope.spawn(|| downloaded(site));
        (simulate(site), downloaded.join().unwrap_or_default())
    });
    match (simulated, downloaded) {
        (Ok(upgrades), downloaded) => sized(upgrades, downloaded.is_some(), site),
        (Err(Silence::Unknown(Reason::TimedOut { .. })), Some(downloaded)) => sized(downloaded, true, site),
        (Err(other), _) => Err(other),
    }
}

/// What is downloaded, as the disk tells; `None` where this is no system of dpkg's.
fn downloaded(site: &Site) -> Option<Vec<Upgrade>> {
    let mut upgrades = archive::downloaded(&site.root)?;
    if upgrades.is_empty() {
        return Some(upgrades);
    }
    if let Some(offers) = rating::offers(&site.root, site.deadline) {
        rating::rate(&mut upgrades, &offers);
    }
    Some(upgrades)
}

fn simulate(site: &Site) -> Result<Vec<Upgrade>, Silence> {
    let output = ask(site, &["-s", "-o", "Debug::NoLocking=1", "upgrade"])?;
    parse(&output).map_err(Silence::Unknown)
}

/// Adds sizes: from the disk where all is there, else from apt.
fn sized(upgrades: Vec<Upgrade>, is_on_disk: bool, site: &Site) -> Result<Waiting, Silence> {
    if upgrades.is_empty() {
        return Ok(Waiting { to_download: Some(0), ..Waiting::default() });
    }
    let sizes: Vec<Option<u64>> = upgrades.iter().map(|upgrade| archived(upgrade, site)).collect();
    let here: u64 = sizes.iter().flatten().sum();
    if sizes.iter().all(Option::is_some) {
        return Ok(Waiting { upgrades, bytes: Some(here), to_download: Some(0) });
    }
    // What is here waits, whatever else apt knows of, which is asked about where the settings say so.
    if here > 0 && site.settings.prompt_for == PromptFor::Staged {
        let is_here = sizes.iter().map(Option::is_some);
        let upgrades = upgrades.into_iter().zip(is_here).filter(|(_, is_here)| *is_here).map(|(upgrade, _)| upgrade);
        return Ok(Waiting { upgrades: upgrades.collect(), bytes: Some(here), to_download: Some(0) });
    }
    let to_download = match missing(site) {
        Ok(bytes) => Some(bytes),
        Err(Silence::Unknown(Reason::TimedOut { .. })) if is_on_disk => None,
        Err(other) => return Err(other),
    };
    let bytes = to_download.map(|bytes| here + bytes).filter(|bytes| *bytes > 0);
    Ok(Waiting { upgrades, bytes, to_download })
}

/// The size of a package that is downloaded, in bytes.
fn archived(upgrade: &Upgrade, site: &Site) -> Option<u64> {
    let Upgrade { package, architecture } = upgrade;
    archive::size(&site.root, &package.name, package.to.as_deref().unwrap_or_default(), architecture)
}

/// What apt would download, in bytes.
fn missing(site: &Site) -> Result<u64, Silence> {
    let output = ask(site, &["-qq", "--print-uris", "-o", "Debug::NoLocking=1", "upgrade"])?;
    uris(&output.stdout).map_err(Silence::Unknown)
}

fn ask(site: &Site, arguments: &[&str]) -> Result<Output, Silence> {
    let apt = site.tool("apt-get").map_err(Silence::Unknown)?;
    let mut arguments = words(arguments);
    if !site.root.is_system() {
        let mut root = words(["RootDir="]).remove(0);
        root.push(site.root.folder());
        arguments.extend([words(["-o"]).remove(0), root]);
    }
    let output = tool::ask(&apt, arguments, site.deadline).map_err(Silence::Unknown)?;
    if output.status == 0 {
        return Ok(output);
    }
    let is_locked = String::from_utf8_lossy(&output.stderr).contains(LOCKED);
    let busy = || Silence::Busy(Activity::Lock(text::last_line(&output.stderr)));
    Err(if is_locked { busy() } else { Silence::Unknown(output.failure("apt-get")) })
}

fn not_understood(detail: &str) -> Reason {
    Reason::NotUnderstood { tool: "apt-get".to_owned(), detail: text::line(detail.as_bytes()) }
}

/// Reads a simulation. Its lines count only with the sum under them: a list that was cut off is none.
fn parse(output: &Output) -> Result<Vec<Upgrade>, Reason> {
    let said = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("Inst ")).collect();
    let upgrades: Option<Vec<Upgrade>> = lines.iter().map(|line| upgrade(line)).collect();
    let upgrades = upgrades.ok_or_else(|| not_understood("a line of the simulation"))?;
    match said.lines().find_map(sum) {
        Some(sum) if sum == upgrades.len() => Ok(upgrades),
        Some(sum) => Err(not_understood(&format!("{sum} packages, {} listed", upgrades.len()))),
        None => Err(not_understood(said.lines().last().unwrap_or_default())),
    }
}

/// `3 upgraded, 1 newly installed, 0 to remove and 2 not upgraded.`: what would be put in place.
fn sum(line: &str) -> Option<usize> {
    let rest = line.split(" to remove and ").next()?;
    if !line.contains(" upgraded, ") || !line.ends_with("not upgraded.") {
        return None;
    }
    let numbers = rest.split(", ").filter_map(|part| {
        let (number, deed) = part.split_once(' ')?;
        matches!(deed, "upgraded" | "newly installed" | "reinstalled" | "downgraded").then_some(number)
    });
    numbers.map(|number| number.parse::<usize>().ok()).sum()
}

/// `name [from] (to Label:version/archive, Other:... [architecture]) []`.
fn upgrade(line: &str) -> Option<Upgrade> {
    let (head, rest) = line.split_once(" (")?;
    let inside = rest.split_once(')')?.0;
    let (name, from) = match head.split_once(" [") {
        Some((name, from)) => (name, Some(from.split(']').next()?)),
        None => (head, None),
    };
    let (to, origins) = inside.split_once(' ')?;
    let (origins, architecture) = origins.rsplit_once('[')?;
    let shown = |word: &str| text::line(word.as_bytes());
    let security = Some(origins.to_ascii_lowercase().contains("security"));
    let package = Package { name: shown(name), from: from.map(shown), to: Some(shown(to)), security };
    Some(Upgrade { package, architecture: architecture.trim_end_matches(']').to_owned() })
}

/// `'URI' file size checksum`, a line each: what would be downloaded, in bytes.
fn uris(bytes: &[u8]) -> Result<u64, Reason> {
    let said = String::from_utf8_lossy(bytes);
    let sizes = said.lines().filter(|line| !line.is_empty()).map(|line| {
        let after = line.strip_prefix('\'')?.split_once("' ")?.1;
        after.split(' ').nth(1)?.parse::<u64>().ok()
    });
    sizes.sum::<Option<u64>>().ok_or_else(|| not_understood(said.lines().last().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(stdout: &str) -> Result<Vec<Upgrade>, Reason> {
        parse(&Output { status: 0, stdout: stdout.into(), stderr: Vec::new() })
    }

    const TWO: &str = "Inst bash [5.2.15-2+b8] (5.2.15-2+b13 Debian:12.15/oldstable [amd64])\n\
        Inst libgcrypt20 [1.10.1-3] (1.10.1-3+deb12u1 Debian:12.15/oldstable, Debian-Security:12/oldstable-security [amd64]) []\n";

    #[test]
    fn a_simulation_names_packages_versions_and_security() {
        let found = said(&format!(
            "Reading package lists...\n2 upgraded, 0 newly installed, 0 to remove and 1 not upgraded.\n{TWO}"
        ));
        let found = found.unwrap();
        assert_eq!(found[0].package.from.as_deref(), Some("5.2.15-2+b8"));
        assert_eq!((found[0].package.security, found[1].package.security), (Some(false), Some(true)));
        assert_eq!(found[1].architecture, "amd64");
        let new =
            said("0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\nInst x (1 A:1/b [all])\n").unwrap();
        assert_eq!(new[0].package.from, None);
        assert_eq!(said("0 upgraded, 0 newly installed, 0 to remove and 9 not upgraded.\n"), Ok(vec![]));
    }

    #[test]
    fn what_is_not_understood_is_not_nothing() {
        let cut = format!("3 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n{TWO}");
        let german = format!("2 aktualisiert, 0 neu installiert, 0 zu entfernen und 0 nicht aktualisiert.\n{TWO}");
        let broken = "1 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\nInst nonsense\n";
        for case in ["", "rubbish\n", &cut, &german, TWO, broken] {
            assert!(matches!(said(case), Err(Reason::NotUnderstood { .. })), "{case:?}");
        }
    }

    #[test]
    fn what_is_to_be_downloaded_is_added_up() {
        assert_eq!(uris(b""), Ok(0));
        assert_eq!(uris(b"'http://a/b_1.deb' b_1.deb 100 MD5Sum:x\n'http://a/c' c 23 \n"), Ok(123));
        for wrong in [&b"rubbish\n"[..], b"'http://a' b many x\n"] {
            assert!(uris(wrong).is_err(), "{wrong:?}");
        }
    }
}
