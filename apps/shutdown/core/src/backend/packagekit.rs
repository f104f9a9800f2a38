//! PackageKit's offline updates: prepared now, installed at the next start.
//!
//! Its files tell everything and are world-readable: the daemon is neither started nor asked to see what waits. Asking
//! could undo it: a refresh throws a prepared update away.

use super::{Backend, LastResult, Site, archive, told};
use crate::plan::{Call, Plan, Power, Step, Value};
use crate::system::flag;
use crate::{Detection, Obstacle, Package, Reason, Root, Updates, text};

use std::fs;
use std::path::{Path, PathBuf};

/// The ids of the packages of a prepared update.
const UPDATE: &str = "/var/lib/PackageKit/prepared-update";
/// The name and version of a prepared release.
const UPGRADE: &str = "/var/lib/PackageKit/prepared-upgrade";
/// How the last attempt ended (the name is PackageKit's).
const RESULTS: &str = "/var/lib/PackageKit/offline-update-competed";
/// What the next start looks at: a link to the state of the updater it belongs to; and where newer systems look too.
const LINK: &str = "/system-update";
const OTHER_LINK: &str = "/etc/system-update";
/// The folder a link of PackageKit's leads to.
const OURS: &str = "/var/lib/PackageKit";

const SERVICE: &str = "org.freedesktop.PackageKit";
const PATH: &str = "/org/freedesktop/PackageKit";
const INTERFACE: &str = "org.freedesktop.PackageKit.Offline";

/// The source.
pub struct PackageKit;

impl Backend for PackageKit {
    fn name(&self) -> &'static str {
        "packagekit"
    }

    fn is_present(&self, site: &Site) -> bool {
        site.root.has(UPDATE) || site.root.has(UPGRADE)
    }

    fn traces(&self) -> &'static [&'static str] {
        &[UPDATE, UPGRADE, LINK, OTHER_LINK]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    /// The update runs in a start of its own, which then does what was wanted: the computer always restarts now.
    fn install(&self, updates: &Updates, power: Power, site: &Site) -> Plan {
        let (method, property) = if updates.release_upgrade {
            ("TriggerUpgrade", "UpgradeTriggered")
        } else {
            ("Trigger", "UpdateTriggered")
        };
        let action = match power {
            Power::PowerOff => "power-off",
            Power::Reboot => "reboot",
        };
        let steps = vec![
            Step::Call(call(method, Some(Value::Word(action)))),
            Step::CheckTrigger { link: site.root.path(LINK), property: call(property, None) },
        ];
        Plan { undo: vec![Step::Call(call("Cancel", None))], ..Plan::with_steps(steps, Power::Reboot) }
    }

    fn skip(&self, updates: &Updates, power: Power, _site: &Site) -> Plan {
        let cancel = updates.is_triggered.then(|| Step::Call(call("Cancel", None)));
        Plan::with_steps(cancel.into_iter().collect(), power)
    }
}

fn call(method: &'static str, argument: Option<Value>) -> Call {
    Call { service: SERVICE, path: PATH, interface: INTERFACE, method, argument }
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    let mut updates = match (read(&site.root, UPDATE)?, read(&site.root, UPGRADE)?) {
        (Some(found), _) => prepared(&found, site)?,
        (None, Some(found)) => upgrade(&found),
        (None, None) => return Ok(Detection::None),
    };
    let trigger = [LINK, OTHER_LINK].into_iter().find_map(|link| fs::read_link(site.root.path(link)).ok());
    updates.is_triggered = trigger.as_ref().is_some_and(|target| is_ours(target, site));
    if let Some(target) = trigger.filter(|_| !updates.is_triggered) {
        updates.obstacle = Some(Obstacle::AnotherUpdater(text::line(target.as_os_str().as_encoded_bytes())));
    }
    updates.last_failure = last_failure(site);
    Ok(Detection::Pending(updates))
}

/// Whether the link for the next start leads to PackageKit's folder.
fn is_ours(target: &Path, site: &Site) -> bool {
    target.starts_with(OURS) || target.starts_with(site.root.path(OURS))
}

/// A key file and when it was written.
struct KeyFile {
    path: PathBuf,
    content: flag::Content,
}

impl KeyFile {
    /// The value of a key, in whatever group: none of these files has a key twice.
    fn value(&self, key: &str) -> Option<&[u8]> {
        let lines = self.content.bytes.split(|byte| *byte == b'\n');
        lines
            .filter_map(|line| {
                let (found, value) = line.split_at_checked(line.iter().position(|byte| *byte == b'=')?)?;
                (found.trim_ascii() == key.as_bytes()).then(|| value[1..].trim_ascii())
            })
            .next()
    }
}

fn read(root: &Root, path: &str) -> Result<Option<KeyFile>, Reason> {
    let path = root.path(path);
    Ok(flag::state(&path)?.map(|content| KeyFile { path, content }))
}

fn prepared(file: &KeyFile, site: &Site) -> Result<Updates, Reason> {
    let malformed = |detail: &str| Reason::Malformed { path: file.path.clone(), detail: detail.to_owned() };
    let ids = file.value("prepared_ids").ok_or_else(|| malformed("no prepared_ids"))?;
    let ids: Vec<&[u8]> = ids.split(|byte| matches!(byte, b',')).filter(|id| !id.is_empty()).collect();
    let packages: Option<Vec<Package>> = ids.iter().map(|id| package(id)).collect();
    let packages = packages.filter(|packages| !packages.is_empty()).ok_or_else(|| malformed("prepared_ids"))?;
    let bytes = ids.iter().map(|id| archive_size(id, site)).sum();
    Ok(Updates { bytes, needs_reboot: true, staged_at: file.content.modified, ..Updates::of(packages) })
}

/// `name;version;architecture;repository`.
fn package(id: &[u8]) -> Option<Package> {
    let [name, version, _, repository] = fields(id)?;
    let security = repository.to_ascii_lowercase().windows(8).any(|word| word == b"security");
    Some(Package { name: text::line(name), from: None, to: Some(text::line(version)), security: Some(security) })
}

fn fields(id: &[u8]) -> Option<[&[u8]; 4]> {
    let fields: Vec<&[u8]> = id.split(|byte| *byte == b';').collect();
    let fields: [&[u8]; 4] = fields.try_into().ok()?;
    (!fields[0].is_empty() && !fields[1].is_empty()).then_some(fields)
}

/// The size of the downloaded package, where apt keeps it.
fn archive_size(id: &[u8], site: &Site) -> Option<u64> {
    let [name, version, architecture, _] = fields(id)?.map(|field| std::str::from_utf8(field).unwrap_or_default());
    archive::size(&site.root, name, version, architecture)
}

fn upgrade(file: &KeyFile) -> Updates {
    let text = |key| file.value(key).map(text::line);
    let release = Package { name: text("name").unwrap_or_default(), from: None, to: text("version"), security: None };
    Updates {
        to_download: Some(0),
        needs_reboot: true,
        release_upgrade: true,
        staged_at: file.content.modified,
        packages: vec![release],
        ..Updates::default()
    }
}

/// What the last attempt failed of. That it cannot be read changes nothing about what waits.
fn last_failure(site: &Site) -> Option<String> {
    last_result(&site.root)?.failure
}

/// How the last attempt ended; `None` where there was none, or what it left cannot be read.
pub fn last_result(root: &Root) -> Option<LastResult> {
    let results = read(root, RESULTS).ok().flatten()?;
    let has_failed = results.value("Success")? == b"false";
    let said = || results.value("ErrorDetails").or(results.value("ErrorCode")).map(text::line).unwrap_or_default();
    Some(LastResult { failure: has_failed.then(said), ended: results.content.modified })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_a_package_its_version_and_where_it_comes_from() {
        let found = package(b"tzdata;2025b-0+deb12u2;all;debian-oldstable-security-main").unwrap();
        assert_eq!(
            (&*found.name, found.to.as_deref(), found.security),
            ("tzdata", Some("2025b-0+deb12u2"), Some(true))
        );
        assert_eq!(package(b"a;1;all;debian-main").unwrap().security, Some(false));
        for wrong in [&b""[..], b"a", b"a;1;all", b";1;all;x", b"a;1;all;x;y"] {
            assert_eq!(package(wrong), None, "{wrong:?}");
        }
    }
}
