//! FreeBSD's packages, and its base system where that comes in packages too.

use super::{Backend, Site, told};
use crate::plan::{Plan, Power, Step, Verb, words};
use crate::system::tool::{self, Output};
use crate::{Activity, Detection, Obstacle, Package, Reason, Updates, text};

use std::collections::HashSet;
use std::time::UNIX_EPOCH;

/// The question, asked without a network and without a lock.
const QUESTION: [&str; 4] = ["-o", "REPO_AUTOUPDATE=false", "upgrade", "-nU"];
/// What it says where nothing waits.
const UP_TO_DATE: &str = "Your packages are up to date";
/// What it says of a lock.
const LOCKED: [&str; 2] = ["database is locked", "Cannot get an exclusive lock"];
/// The packages that are the base system.
const BASE: &str = "FreeBSD-";
/// The packages that a running kernel is not touched by.
const KERNEL: &str = "FreeBSD-kernel";

/// The source.
pub struct Pkg;

impl Backend for Pkg {
    fn name(&self) -> &'static str {
        super::PKG
    }

    /// `pkg` itself may be there only to fetch the real one: the database tells that it was ever used.
    fn is_present(&self, site: &Site) -> bool {
        site.root.tool("pkg").is_some() || site.root.has("/var/db/pkg/local.sqlite")
    }

    fn traces(&self) -> &'static [&'static str] {
        &["/var/db/pkg/local.sqlite", "/var/cache/pkg"]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    fn install(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        let pkg = site.root.tool_or("pkg", "/usr/local/sbin/pkg");
        let upgrade = words([pkg.as_os_str(), "upgrade".as_ref(), "-y".as_ref(), "-U".as_ref()]);
        let seconds = site.now.duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let environment = site.root.tool("bectl");
        let steps = environment
            .map(|bectl| Step::BootEnvironment { bectl, name: format!("before-update-{seconds}") })
            .into_iter()
            .chain([Step::RunAsRoot(upgrade)]);
        Plan::with_steps(steps.collect(), power).by_helper(Verb::Install)
    }

    /// Nothing installs by itself.
    fn skip(&self, _updates: &Updates, power: Power, _site: &Site) -> Plan {
        Plan::only(power)
    }
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    let pkg = site.tool("pkg")?;
    let output = tool::ask(&pkg, QUESTION, site.deadline)?;
    let detection = parse(&output)?;
    Ok(match detection {
        Detection::Pending(updates) => Detection::Pending(barred(rated(updates, &pkg, site), site)),
        other => other,
    })
}

/// The base system's files cannot be replaced where the kernel protects them.
fn barred(updates: Updates, site: &Site) -> Updates {
    let has_base = updates.packages.iter().any(|package| package.name.starts_with(BASE));
    let level = has_base.then(|| super::secure_level(site)).flatten();
    Updates { obstacle: level.map(Obstacle::SecureLevel), ..updates }
}

/// Marks the packages that are known to be vulnerable, where `pkg` has the list of them.
fn rated(mut updates: Updates, pkg: &std::path::Path, site: &Site) -> Updates {
    let Ok(audit) = tool::ask(pkg, ["audit", "-q"], site.deadline) else {
        return updates;
    };
    // 1: some are vulnerable. Anything else on stderr is a missing list.
    if !matches!(audit.status, 0 | 1) || !audit.stderr.trim_ascii().is_empty() {
        return updates;
    }
    let vulnerable: HashSet<String> = text::lines(&audit.stdout).collect();
    if updates.packages.is_empty() || vulnerable.iter().any(|name| name.contains(char::is_whitespace)) {
        return updates;
    }
    for package in &mut updates.packages {
        let full = format!("{}-{}", package.name, package.from.as_deref().unwrap_or_default());
        package.security = Some(vulnerable.contains(&full));
    }
    Updates { security: Updates::of(updates.packages.clone()).security, ..updates }
}

fn parse(output: &Output) -> Result<Detection, Reason> {
    let complaint = String::from_utf8_lossy(&output.stderr);
    if LOCKED.iter().any(|words| complaint.contains(words)) {
        return Ok(Detection::Busy(Activity::Lock(text::last_line(&output.stderr))));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    // With -n, pkg of some versions exits with 1 where something is to be done.
    if !matches!(output.status, 0 | 1) {
        return Err(output.failure("pkg"));
    }
    if said.contains(UP_TO_DATE) {
        return Ok(Detection::None);
    }
    let Some(count) = total(&said) else {
        return Err(if output.status == 0 { not_understood(&output.stdout) } else { output.failure("pkg") });
    };
    let packages = said.lines().filter_map(|line| package(line.trim())).collect::<Vec<_>>();
    let needs_reboot = packages.iter().any(|package| package.name.starts_with(KERNEL));
    let to_download = to_download(&said)?;
    let updates = Updates {
        count: Some(count),
        security: None,
        bytes: (to_download > 0).then_some(to_download),
        growth: growth(&said),
        to_download: Some(to_download),
        needs_reboot,
        ..Updates::of(packages)
    };
    Ok(if to_download > 0 { Detection::Available(updates) } else { Detection::Pending(updates) })
}

fn not_understood(bytes: &[u8]) -> Reason {
    Reason::NotUnderstood { tool: "pkg".to_owned(), detail: text::last_line(bytes) }
}

/// The packages that would be touched: the sum of the lines `Number of packages to be upgraded: 3`.
fn total(said: &str) -> Option<u32> {
    let numbers = said.lines().filter_map(|line| {
        let rest = line.trim().strip_prefix("Number of packages to be ")?;
        let (deed, number) = rest.split_once(':')?;
        (deed != "removed").then(|| number.trim().parse::<u32>().ok())?
    });
    numbers.fold(None, |sum, number| Some(sum.unwrap_or(0_u32).saturating_add(number)))
}

/// `203 MiB to be downloaded.`, in bytes; 0 where it does not say so.
fn to_download(said: &str) -> Result<u64, Reason> {
    let Some(line) = said.lines().find(|line| line.contains("to be downloaded")) else {
        return Ok(0);
    };
    size(line.trim()).ok_or_else(|| not_understood(line.as_bytes()))
}

/// `The process will require 3 MiB more space.`, in bytes.
fn growth(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.trim().strip_prefix("The process will require "))?;
    size(line).filter(|_| line.contains("more space"))
}

fn size(line: &str) -> Option<u64> {
    let mut fields = line.split_whitespace();
    let number: f64 = fields.next()?.parse().ok()?;
    let factor = match fields.next()? {
        "B" => 1_u64,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        "TiB" => 1 << 40,
        _ => return None,
    };
    (number >= 0.0).then_some((number * factor as f64) as u64)
}

/// A line of the list: `firefox: 128.0 -> 129.0 [FreeBSD]`, `new: 1.0 [FreeBSD]`.
pub(super) fn package(line: &str) -> Option<Package> {
    let line = line.split(" [").next()?;
    let (name, versions) = line.split_once(": ")?;
    let (from, to) = match versions.split_once(" -> ") {
        Some((from, to)) => (Some(from), to),
        None => (None, versions),
    };
    let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    let is_package = is_word(name) && is_word(to) && from.is_none_or(is_word);
    let shown = |word: &str| text::line(word.as_bytes());
    is_package.then(|| Package { name: shown(name), from: from.map(shown), to: Some(shown(to)), security: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(status: i32, stdout: &str, stderr: &str) -> Output {
        Output { status, stdout: stdout.into(), stderr: stderr.into() }
    }

    const LISTED: &str = "Checking for upgrades (3 candidates): 100%\nThe following 3 package(s) will be affected (of 0 \
        checked):\n\nNew packages to be INSTALLED:\n\tlibx: 1.0 [FreeBSD]\n\nInstalled packages to be UPGRADED:\n\tfirefox: \
        128.0,2 -> 129.0,2 [FreeBSD]\n\tFreeBSD-kernel-generic: 15.0 -> 15.0p1 [FreeBSD-base]\n\nNumber of packages to be \
        installed: 1\nNumber of packages to be upgraded: 2\n\nThe process will require 3 MiB more space.\n";

    #[test]
    fn what_is_listed_waits_where_nothing_is_to_be_downloaded() {
        let Ok(Detection::Pending(updates)) = parse(&output(0, LISTED, "")) else { panic!() };
        assert_eq!((updates.count, updates.to_download, updates.needs_reboot), (Some(3), Some(0), true));
        let firefox = Package {
            name: "firefox".into(),
            from: Some("128.0,2".into()),
            to: Some("129.0,2".into()),
            security: None,
        };
        assert_eq!((updates.packages.len(), updates.growth), (3, Some(3 << 20)));
        assert!(updates.packages.contains(&firefox), "{:?}", updates.packages);
    }

    #[test]
    fn what_is_to_be_downloaded_does_not_wait() {
        let said = format!("{LISTED}1.5 MiB to be downloaded.\n");
        let Ok(Detection::Available(updates)) = parse(&output(1, &said, "")) else { panic!() };
        assert_eq!(updates.to_download, Some(3 << 19));
    }

    #[test]
    fn what_is_not_understood_is_not_nothing() {
        let locked = "pkg: Cannot get an exclusive lock on a database, it is locked by another process\n";
        assert_eq!(parse(&output(0, "Your packages are up to date.\n", "")), Ok(Detection::None));
        assert!(matches!(parse(&output(1, "", locked)), Ok(Detection::Busy(_))));
        assert!(matches!(parse(&output(0, "", "")), Err(Reason::NotUnderstood { .. })));
        assert!(matches!(parse(&output(0, "Anzahl der Pakete: 3\n", "")), Err(Reason::NotUnderstood { .. })));
        assert!(matches!(parse(&output(1, "", "pkg: no such database\n")), Err(Reason::Failed { status: 1, .. })));
        assert!(matches!(parse(&output(70, LISTED, "")), Err(Reason::Failed { status: 70, .. })));
        let strange = format!("{LISTED}some to be downloaded.\n");
        assert!(matches!(parse(&output(0, &strange, "")), Err(Reason::NotUnderstood { .. })));
    }
}
