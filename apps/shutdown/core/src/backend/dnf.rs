//! dnf's offline transactions, of dnf 5 and dnf 4: downloaded now, run at the next start.

use super::{Backend, Site, told};
use crate::plan::{Ending, Plan, Power, Step, Verb, words};
use crate::system::flag;
use crate::{Detection, Obstacle, Package, Reason, Updates, text};

use serde_json::Value;

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// A generation of dnf: where it keeps what it will do.
struct Generation {
    tool: &'static str,
    usual: &'static str,
    folder: &'static str,
    state: &'static str,
    transaction: &'static str,
}

const GENERATIONS: [Generation; 2] = [
    Generation {
        tool: "dnf5",
        usual: "/usr/bin/dnf5",
        folder: "/usr/lib/sysimage/libdnf5/offline",
        state: "offline-transaction-state.toml",
        transaction: "transaction.json",
    },
    Generation {
        tool: "dnf",
        usual: "/usr/bin/dnf",
        folder: "/var/lib/dnf/system-upgrade",
        state: "system-upgrade-state.json",
        transaction: "system-upgrade-transaction.json",
    },
];
/// What the next start looks at.
const LINK: &str = "/system-update";
/// Where the link goes so that a start installs nothing; what is stored can be ordered again without it.
const ASIDE: &str = "/system-update.skipped";

/// The source.
pub struct Dnf;

impl Backend for Dnf {
    fn name(&self) -> &'static str {
        "dnf"
    }

    fn is_present(&self, site: &Site) -> bool {
        GENERATIONS.iter().any(|generation| site.root.has(generation.folder))
    }

    fn traces(&self) -> &'static [&'static str] {
        &[
            "/usr/lib/sysimage/libdnf5/offline/offline-transaction-state.toml",
            "/var/lib/dnf/system-upgrade/system-upgrade-state.json",
            LINK,
        ]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    /// dnf makes the computer restart itself, and do what was wanted afterwards.
    fn install(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        let generation =
            GENERATIONS.iter().find(|generation| site.root.has(generation.folder)).unwrap_or(&GENERATIONS[0]);
        let tool = site.root.tool_or(generation.tool, generation.usual);
        let mut command = words([tool.as_os_str()]);
        command.extend(words(if generation.tool == "dnf5" {
            &["offline", "reboot", "-y"][..]
        } else {
            &["offline-upgrade", "reboot"]
        }));
        if power == Power::PowerOff {
            command.push("--poweroff".into());
        }
        Plan { ending: Ending::Done, ..Plan::with_steps(vec![Step::RunAsRoot(command)], power) }
    }

    fn skip(&self, updates: &Updates, power: Power, site: &Site) -> Plan {
        let (link, aside) = (site.root.path(LINK), site.root.path(ASIDE));
        if !updates.is_triggered {
            return Plan::only(power);
        }
        let undo = vec![Step::Move { from: aside.clone(), to: link.clone() }];
        Plan { undo, ..Plan::with_steps(vec![Step::Move { from: link, to: aside }], power).by_helper(Verb::Skip) }
    }
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    for generation in &GENERATIONS {
        let folder = site.root.path(generation.folder);
        let path = folder.join(generation.state);
        let Some(content) = flag::state(&path)? else {
            continue;
        };
        let malformed = |detail: String| Reason::Malformed { path: path.clone(), detail };
        let state = state(generation, &content.bytes).map_err(malformed)?;
        let packages = packages(&folder.join(generation.transaction))?;
        return Ok(judge(&state, packages, content.modified, &folder, site));
    }
    Ok(Detection::None)
}

/// What a state file says.
#[derive(Debug, PartialEq, Eq)]
struct State {
    /// How far it is, in dnf 5's words.
    status: String,
    /// Whether it leads to another release.
    is_upgrade: bool,
}

fn state(generation: &Generation, bytes: &[u8]) -> Result<State, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    if generation.tool == "dnf5" { of_dnf5(text) } else { of_dnf4(text) }
}

fn of_dnf5(text: &str) -> Result<State, String> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| text::line(error.message().as_bytes()))?;
    // Newer ones keep it in a table of its own.
    let table = table.get("offline-transaction-state").and_then(toml::Value::as_table).unwrap_or(&table);
    let word = |key| table.get(key).and_then(toml::Value::as_str);
    let status = word("status").ok_or("no status")?.to_owned();
    Ok(State { status, is_upgrade: differ(word("system_releasever"), word("target_releasever")) })
}

fn of_dnf4(text: &str) -> Result<State, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let word = |key| value.get(key).and_then(Value::as_str);
    let status = match (word("download_status"), word("upgrade_status")) {
        (_, Some("incomplete")) => "transaction-incomplete",
        (_, Some("ready")) => "ready",
        (Some("complete"), _) => "download-complete",
        (Some("downloading"), _) => "download-incomplete",
        _ => return Err("no download_status".to_owned()),
    };
    Ok(State { status: status.to_owned(), is_upgrade: differ(word("system_releasever"), word("target_releasever")) })
}

fn differ(from: Option<&str>, to: Option<&str>) -> bool {
    matches!((from, to), (Some(from), Some(to)) if from != to)
}

fn judge(
    state: &State,
    packages: Option<Vec<Package>>,
    at: Option<SystemTime>,
    folder: &Path,
    site: &Site,
) -> Detection {
    let known = packages.map(Updates::of).unwrap_or_default();
    let trigger = fs::read_link(site.root.path(LINK)).ok();
    let is_ours = |target: &Path| folder.ends_with(target.strip_prefix("/").unwrap_or(target)) || target == folder;
    let is_triggered = trigger.as_deref().is_some_and(is_ours);
    let updates = Updates {
        to_download: Some(0),
        needs_reboot: true,
        release_upgrade: state.is_upgrade,
        is_triggered,
        obstacle: trigger
            .filter(|_| !is_triggered)
            .map(|target| Obstacle::AnotherUpdater(text::line(target.as_os_str().as_encoded_bytes()))),
        staged_at: at,
        ..known
    };
    match &*state.status {
        "download-complete" | "ready" => Detection::Pending(updates),
        "download-incomplete" => Detection::Available(Updates { to_download: None, ..updates }),
        "transaction-incomplete" => Detection::Unknown(Reason::Said("the last offline transaction did not end".into())),
        other => Detection::Unknown(Reason::Said(format!("unknown state {}", text::line(other.as_bytes())))),
    }
}

/// The packages of a stored transaction; `None` where there is none.
fn packages(path: &Path) -> Result<Option<Vec<Package>>, Reason> {
    let Some(content) = flag::state(path)? else {
        return Ok(None);
    };
    let malformed = |detail: String| Reason::Malformed { path: path.into(), detail };
    let value: Value = serde_json::from_slice(&content.bytes).map_err(|error| malformed(error.to_string()))?;
    let Some(list) = value.get("rpms").and_then(Value::as_array) else {
        return Ok(None);
    };
    let comes = |one: &&Value| {
        let action = one.get("action").and_then(Value::as_str).unwrap_or_default();
        matches!(action, "Upgrade" | "Install" | "Downgrade" | "Reinstall")
    };
    Ok(Some(list.iter().filter(comes).filter_map(|one| package(one.get("nevra")?.as_str()?)).collect()))
}

/// `name-epoch:version-release.architecture`.
fn package(nevra: &str) -> Option<Package> {
    let (rest, _architecture) = nevra.rsplit_once('.')?;
    let (rest, release) = rest.rsplit_once('-')?;
    let (name, version) = rest.rsplit_once('-')?;
    let to = text::line(format!("{version}-{release}").as_bytes());
    Some(Package { name: text::line(name.as_bytes()), from: None, to: Some(to), security: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_generations_say_how_far_they_are() {
        let five = "[offline-transaction-state]\nstate_version = 1\nstatus = \"download-complete\"\n\
                    system_releasever = \"42\"\ntarget_releasever = \"43\"\n";
        assert_eq!(of_dnf5(five), Ok(State { status: "download-complete".into(), is_upgrade: true }));
        assert_eq!(of_dnf5("status = \"ready\"\n"), Ok(State { status: "ready".into(), is_upgrade: false }));
        let four = r#"{"state_version": 2, "download_status": "complete", "target_releasever": "36",
                       "system_releasever": "36"}"#;
        assert_eq!(of_dnf4(four), Ok(State { status: "download-complete".into(), is_upgrade: false }));
        assert!(of_dnf5("status = ").is_err() && of_dnf5("x = 1").is_err() && of_dnf4("{}").is_err());
    }

    #[test]
    fn a_package_is_named_by_its_nevra() {
        let found = package("bash-completion-1:2.16-2.fc42.noarch").unwrap();
        assert_eq!((&*found.name, found.to.as_deref()), ("bash-completion", Some("1:2.16-2.fc42")));
        assert_eq!(package("rubbish"), None);
    }
}
