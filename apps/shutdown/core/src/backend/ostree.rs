//! ostree and bootc: a staged deployment, which the system itself makes the next one as it goes down.

use super::{Backend, Site, told};
use crate::plan::{Plan, Power, Step, Verb, words};
use crate::system::tool;
use crate::{Detection, Package, Reason, Root, Updates, text};

use serde_json::Value;

/// A deployment is staged.
const STAGED: &str = "/run/ostree/staged-deployment";
/// It is held back.
const LOCKED: &str = "/run/ostree/staged-deployment-locked";
/// This system was started from a deployment: the files above tell, and nobody must be asked.
const BOOTED: &str = "/run/ostree-booted";
/// What the tools say on a system of another kind.
const NOT_BOOTED: &str = "not booted via";

/// The source.
pub struct Ostree;

impl Backend for Ostree {
    fn name(&self) -> &'static str {
        "ostree"
    }

    fn is_present(&self, site: &Site) -> bool {
        [STAGED, BOOTED].into_iter().any(|path| site.root.has(path)) || asked(&site.root).is_some()
    }

    fn traces(&self) -> &'static [&'static str] {
        &[STAGED, LOCKED]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    fn install(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        let unlock = site.root.has(LOCKED).then(|| lock(site, &["--unlock"]));
        Plan::with_steps(unlock.into_iter().collect(), power).by_helper(Verb::Install)
    }

    fn skip(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        let is_open = !site.root.has(LOCKED);
        let undo = is_open.then(|| lock(site, &["--unlock"])).into_iter().collect();
        let steps = is_open.then(|| lock(site, &[])).into_iter().collect();
        Plan { undo, ..Plan::with_steps(steps, power).by_helper(Verb::Skip) }
    }
}

fn lock(site: &Site, more: &[&str]) -> Step {
    let ostree = site.root.tool_or("ostree", "/usr/bin/ostree");
    let mut command = words([ostree.as_os_str(), "admin".as_ref(), "lock-finalization".as_ref()]);
    command.extend(words(more));
    Step::RunAsRoot(command)
}

/// The tool to ask where no file tells.
fn asked(root: &Root) -> Option<&'static str> {
    ["bootc", "rpm-ostree"].into_iter().find(|name| root.tool(name).is_some())
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    if let Ok(found) = site.root.path(STAGED).symlink_metadata() {
        return Ok(pending(Vec::new(), found.modified().ok()));
    }
    let Some(name) = asked(&site.root).filter(|_| !site.root.has(BOOTED)) else {
        return Ok(Detection::None);
    };
    let output = tool::ask(&site.tool(name)?, ["status", "--json"], site.deadline)?;
    if output.status != 0 && String::from_utf8_lossy(&output.stderr).contains(NOT_BOOTED) {
        return Ok(Detection::None);
    }
    if output.status != 0 {
        return Err(output.failure(name));
    }
    let not_understood = |detail: String| Reason::NotUnderstood { tool: name.to_owned(), detail };
    let status = serde_json::from_slice(&output.stdout).map_err(|error| not_understood(error.to_string()))?;
    let staged = staged(&status).ok_or_else(|| not_understood("no deployments".to_owned()))?;
    Ok(if staged.is_empty() { Detection::None } else { pending(staged, None) })
}

fn pending(packages: Vec<Package>, staged_at: Option<std::time::SystemTime>) -> Detection {
    Detection::Pending(Updates {
        to_download: Some(0),
        needs_reboot: true,
        installs_itself: true,
        staged_at,
        packages,
        ..Updates::default()
    })
}

/// The staged deployments of `rpm-ostree status --json` or `bootc status --json`; `None` where it is neither.
fn staged(status: &Value) -> Option<Vec<Package>> {
    if let Some(deployments) = status.get("deployments").and_then(Value::as_array) {
        let staged = deployments.iter().filter(|one| one.get("staged").and_then(Value::as_bool) == Some(true));
        return Some(staged.map(|one| deployment(one.get("osname"), one.get("version"))).collect());
    }
    let staged = status.get("status")?.get("staged");
    let Some(staged) = staged.filter(|staged| !staged.is_null()) else {
        return Some(Vec::new());
    };
    let image = staged.get("image").filter(|image| !image.is_null());
    let name = image.and_then(|image| image.get("image")?.get("image"));
    Some(vec![deployment(name, image.and_then(|image| image.get("version")))])
}

fn deployment(name: Option<&Value>, version: Option<&Value>) -> Package {
    let shown = |value: &Value| value.as_str().map(|word| text::line(word.as_bytes()));
    Package { name: name.and_then(shown).unwrap_or_default(), to: version.and_then(shown), ..Package::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_staged_deployment_is_found_in_both_kinds_of_status() {
        let named = |name: &str, to: &str| Package { name: name.into(), to: Some(to.into()), ..Package::default() };
        let image = json!({"image": {"image": "quay.io/x/y:1"}, "version": "42.1"});
        let cases = [
            (
                json!({"deployments": [{"staged": true, "osname": "fedora", "version": "43"}, {"staged": false}]}),
                Some(vec![named("fedora", "43")]),
            ),
            (json!({"deployments": []}), Some(vec![])),
            (json!({"status": {"staged": {"image": image}}}), Some(vec![named("quay.io/x/y:1", "42.1")])),
            (json!({"status": {"staged": null, "booted": {}}}), Some(vec![])),
            (json!({"status": {"staged": {"image": null}}}), Some(vec![Package::default()])),
            (json!([1]), None),
            (json!({"deployments": "many"}), None),
        ];
        for (status, expected) in cases {
            assert_eq!(staged(&status), expected, "{status}");
        }
    }
}
