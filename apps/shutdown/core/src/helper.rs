//! What root's helper does: three verbs, no arguments, nothing of the caller's environment.

use crate::backend::{self, Site};
use crate::decide::status;
use crate::plan::{Answer, Plan, Power, Verb};
use crate::system::perform::{self, NoBus, Progress};
use crate::system::probe::probe;
use crate::{Detection, Error, Report, Root, Settings, report};

use rustix::fs::{FlockOperation, flock};

use std::fs::{self, File};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// The helper's name.
pub const NAME: &str = "candela-update-helper";
/// Held while the helper changes anything.
const LOCK: &str = "/var/run/candela-update.lock";
/// How long root may look: nobody waits before a window.
const PATIENCE: Duration = Duration::from_secs(120);

/// Does what a verb says, below a root.
///
/// # Errors
/// What failed; nothing that was begun is left half-ordered.
pub fn run(verb: Verb, root: &Root, say: &mut dyn FnMut(Progress)) -> Result<(), Error> {
    let _lock = lock(&root.path(LOCK))?;
    let (settings, _wrong) = Settings::read_below(root);
    let site = Arc::new(Site::new(root.clone(), Settings { deadline: PATIENCE, ..settings }));
    match verb {
        Verb::Detect => write_summary(&site),
        Verb::Install => apply(Answer::Install, &site, say),
        Verb::Skip => apply(Answer::Skip, &site, say),
    }
}

/// The verb a command line asks for: one word, and nothing else.
pub fn verb(arguments: &[std::ffi::OsString]) -> Option<Verb> {
    let [word] = arguments else {
        return None;
    };
    Verb::ALL.into_iter().find(|verb| word == verb.word())
}

/// The exit status of an outcome.
pub fn exit_status(outcome: &Result<(), Error>) -> u8 {
    outcome.as_ref().err().map_or(status::NOTHING, crate::decide::status_of_error)
}

/// One helper at a time. The lock goes with the process, so none is left behind.
fn lock(path: &Path) -> Result<File, Error> {
    let cannot = |error: std::io::Error| Error::File { path: path.into(), kind: error.kind() };
    let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    let mut options = File::options();
    let open = options.create(true).truncate(false).write(true).mode(0o600).custom_flags(no_follow).open(path);
    let file = open.map_err(cannot)?;
    flock(&file, FlockOperation::NonBlockingLockExclusive).map_err(|_| Error::Running)?;
    Ok(file)
}

/// Writes down what only root can see, for everybody to read.
fn write_summary(site: &Arc<Site>) -> Result<(), Error> {
    let Some(base) = backend::named("freebsd-update").filter(|base| base.is_present(site)) else {
        return Ok(());
    };
    let path = site.root.path(report::SUMMARY);
    // An old summary must not answer for the system.
    let _gone = fs::remove_file(&path);
    let found = Report { source: Some(base.name()), detection: base.detect(site) };
    let cannot = |error: std::io::Error| Error::File { path: path.clone(), kind: error.kind() };
    let document = serde_json::to_vec(&report::Document::from(&found)).map_err(|error| cannot(error.into()))?;
    fs::create_dir_all(path.parent().unwrap_or(&path)).map_err(cannot)?;
    candela_shared::replace::write(&path, &document).map_err(cannot)?;
    let readable = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    fs::set_permissions(&path, readable).map_err(cannot)
}

/// Does the steps that need root, for the source that the prompt saw; the power is not the helper's.
fn apply(answer: Answer, site: &Arc<Site>, say: &mut dyn FnMut(Progress)) -> Result<(), Error> {
    let found = probe(&backend::chosen(site, None), site);
    let wanted = match answer {
        Answer::Install => Verb::Install,
        Answer::Skip | Answer::Cancel => Verb::Skip,
    };
    let Detection::Pending(_) = &found.detection else {
        return Err(Error::NotDone { detail: "nothing waits any more".to_owned() });
    };
    let decision = crate::decide::decide(&found, answer, Power::PowerOff, site)?;
    let plan = decision.plan.unwrap_or_else(|| Plan::only(Power::PowerOff));
    if plan.helper != Some(wanted) && !plan.steps.is_empty() {
        return Err(Error::NotDone { detail: "another source of updates waits now".to_owned() });
    }
    let total = plan.steps.len();
    for (at, step) in plan.steps.iter().enumerate().filter(|(_, step)| step.needs_root()) {
        say(Progress::Step(at + 1, total));
        perform::perform(step, &NoBus, say)?;
    }
    if answer == Answer::Install { write_summary(site) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    #[test]
    fn only_the_three_verbs_alone_mean_anything() {
        let asked = |words: &[&str]| verb(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["detect"]), Some(Verb::Detect));
        assert_eq!(asked(&["install"]), Some(Verb::Install));
        assert_eq!(asked(&["skip"]), Some(Verb::Skip));
        for wrong in [&[][..], &["install", "x"], &["--root"], &["INSTALL"], &[""]] {
            assert_eq!(asked(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn two_helpers_never_work_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("run/lock");
        let first = lock(&path).unwrap();
        assert_eq!(lock(&path).map(drop), Err(Error::Running));
        drop(first);
        assert!(lock(&path).is_ok());
    }
}
