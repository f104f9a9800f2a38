//! FreeBSD's base system, by `freebsd-update`.
//!
//! Its folder tells, where it can be read; else the summary that root's daily job leaves for everybody; else the tool.

use super::{Backend, Site, told};
use crate::detection::saturating;
use crate::plan::{Plan, Power, Step, Verb, words};
use crate::report;
use crate::system::flag;
use crate::system::tool::{self, Output};
use crate::{Detection, Obstacle, Reason, Updates, text};

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

/// The folder of `freebsd-update`, which root alone may enter.
const FOLDER: &str = "/var/db/freebsd-update";
/// The link to what waits for `/`: SHA-256 of "/" and a line feed.
const LINK: &str = "f465c3739385890c221dff1a05e578c6cae0d0430e46996d319db7439f884336-install";
/// What marks a release upgrade, and how far it is.
const STEPS: [&str; 3] = ["kernelfirst", "kerneldone", "worlddone"];
/// A summary older than this was left by a daily job that runs no more.
const OLDEST: Duration = Duration::from_secs(8 * 24 * 60 * 60);
/// What the tool says where something waits. Its status alone says nothing: an old one exits with 0 at an unknown verb.
const READY: &str = "There are updates available";
/// What it says where the base system comes in packages.
const PACKAGED: &str = "packaged base";

/// The source.
pub struct FreeBsdUpdate;

impl Backend for FreeBsdUpdate {
    fn name(&self) -> &'static str {
        "freebsd-update"
    }

    fn is_present(&self, site: &Site) -> bool {
        site.root.has(FOLDER) || site.root.tool("freebsd-update").is_some() || site.root.has(report::SUMMARY)
    }

    fn traces(&self) -> &'static [&'static str] {
        &[FOLDER, report::SUMMARY]
    }

    fn detect(&self, site: &Site) -> Detection {
        match told(detect(site)) {
            Detection::Pending(updates) => Detection::Pending(barred(updates, site)),
            other => other,
        }
    }

    /// `freebsd-update` makes a boot environment itself, and installs nothing where it cannot.
    fn install(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        let tool = site.root.tool_or("freebsd-update", "/usr/sbin/freebsd-update");
        let install = Step::RunAsRoot(words([tool.as_os_str(), "install".as_ref()]));
        Plan::with_steps(vec![install], power).by_helper(Verb::Install)
    }

    /// Nothing installs by itself.
    fn skip(&self, _updates: &Updates, power: Power, _site: &Site) -> Plan {
        Plan::only(power)
    }
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    let link = site.root.path(FOLDER).join(LINK);
    match fs::symlink_metadata(&link) {
        Ok(_) => return waiting(&link),
        Err(error) if error.kind() == ErrorKind::NotFound && site.root.has(FOLDER) => return Ok(Detection::None),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
        Err(error) => return Err(Reason::Unreadable { path: link, kind: error.kind() }),
    }
    match summary(site)? {
        Some(detection) => Ok(detection),
        None => parse(&tool::ask(&site.tool("freebsd-update")?, ["updatesready"], site.deadline)?),
    }
}

/// `freebsd-update` installs nothing where the kernel protects the files of the system.
fn barred(updates: Updates, site: &Site) -> Updates {
    let level = || super::secure_level(site).map(Obstacle::SecureLevel);
    Updates { obstacle: updates.obstacle.clone().or_else(level), ..updates }
}

fn waiting(link: &Path) -> Result<Detection, Reason> {
    let unreadable = |error: io::Error| Reason::Unreadable { path: link.into(), kind: error.kind() };
    let folder = fs::metadata(link).map_err(unreadable)?;
    let index = link.join("INDEX-NEW");
    let listed = flag::state(&index)?.map(|content| content.bytes);
    let release_upgrade = STEPS.iter().any(|step| link.join(step).symlink_metadata().is_ok());
    let paths = listed.as_deref().map(paths).transpose().map_err(|detail| Reason::Malformed { path: index, detail })?;
    Ok(Detection::Pending(Updates {
        count: paths.as_ref().map(|paths| saturating(paths.len())),
        to_download: Some(0),
        needs_reboot: release_upgrade || paths.is_none_or(|paths| paths.iter().any(|path| path.starts_with(b"/boot/"))),
        release_upgrade,
        obstacle: release_upgrade.then_some(Obstacle::ReleaseUpgrade),
        staged_at: folder.modified().ok(),
        ..Updates::default()
    }))
}

/// The paths of an index: `path|type|...`, a line each.
fn paths(index: &[u8]) -> Result<Vec<&[u8]>, String> {
    let lines = index.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let end = line.iter().position(|byte| *byte == b'|');
            end.filter(|_| line.starts_with(b"/")).map(|end| &line[..end]).ok_or_else(|| text::line(line))
        })
        .collect()
}

/// What root's daily job wrote down about this source; `None` where there is no such file.
fn summary(site: &Site) -> Result<Option<Detection>, Reason> {
    let path = site.root.path(report::SUMMARY);
    let Some(content) = flag::trusted(&path) else {
        return Ok(None);
    };
    let age = content.modified.and_then(|written| site.now.duration_since(written).ok()).unwrap_or_default();
    if age > OLDEST {
        return Err(Reason::Stale { path, days: age.as_secs() / (24 * 60 * 60) });
    }
    report::parse(&content.bytes).map(Some).map_err(|wrong| Reason::Malformed { path, detail: wrong.to_string() })
}

fn parse(output: &Output) -> Result<Detection, Reason> {
    let said = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    let ready = Updates { to_download: Some(0), needs_reboot: true, ..Updates::default() };
    match output.status {
        0 if said.contains(READY) => Ok(Detection::Pending(ready)),
        0 => Err(Reason::NotUnderstood { tool: "freebsd-update".to_owned(), detail: text::last_line(&output.stdout) }),
        2 => Ok(Detection::None),
        _ if said.contains(PACKAGED) || complaint.contains(PACKAGED) => Err(Reason::PackagedBase),
        _ => Err(output.failure("freebsd-update")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_of_the_tool_counts_only_with_its_words() {
        let output = |status, stdout: &str| Output { status, stdout: stdout.into(), stderr: Vec::new() };
        let ready = parse(&output(0, "There are updates available to install.\n"));
        assert!(matches!(ready, Ok(Detection::Pending(_))), "{ready:?}");
        assert_eq!(parse(&output(2, "No updates are available to install.\n")), Ok(Detection::None));
        let usage = parse(&output(0, "usage: freebsd-update [options] command ...\n"));
        assert!(matches!(usage, Err(Reason::NotUnderstood { .. })), "an old one does not know the verb: {usage:?}");
        let packaged = "freebsd-update is incompatible with the use of packaged base.\n";
        assert_eq!(parse(&output(1, packaged)), Err(Reason::PackagedBase));
        assert!(matches!(parse(&output(1, "cannot cd")), Err(Reason::Failed { status: 1, .. })));
    }

    #[test]
    fn an_index_names_a_path_a_line() {
        assert_eq!(
            paths(b"/bin/sh|f|0|0\n/boot/kernel/kernel|f|\n"),
            Ok(vec![&b"/bin/sh"[..], b"/boot/kernel/kernel"])
        );
        assert_eq!(paths(b""), Ok(vec![]));
        assert_eq!(paths(b"/bin/sh|f\nrubbish\n"), Err("rubbish".to_owned()));
    }
}
