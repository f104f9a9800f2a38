//! For every source and every answer: what is run, and what a script is told.

use super::*;
use crate::plan::{Ending, Step};
use crate::system::means::Means;
use crate::system::power::{Service, Switch};
use crate::{Activity, Obstacle, Reason, Root, Settings};

use std::fs;
use std::time::{Duration, UNIX_EPOCH};

struct Tree {
    _folder: tempfile::TempDir,
    site: Site,
}

impl Tree {
    /// A tree with these files, those in folders of tools executable.
    fn new(files: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        for file in files {
            let path = root.path(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "").unwrap();
            fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        }
        let settings = Settings {
            install_command: vec!["/opt/site".into(), "now".into()],
            skip_command: vec!["/opt/site".into(), "later".into()],
            ..Settings::default()
        };
        let mut site = Site::new(root, settings);
        site.now = UNIX_EPOCH + Duration::from_secs(7);
        Self { _folder: folder, site }
    }

    /// What root would run, without the folder of the tree.
    fn commands(&self, plan: &Plan, source: &str, service: Option<Service>) -> Vec<String> {
        let switch = Switch::choose(&self.site.root, Some(source), service, false);
        let means = Means::find(&self.site.root, true, switch);
        let below = self.site.root.folder().to_str().unwrap().to_owned();
        let join = |command: Vec<std::ffi::OsString>| {
            let words: Vec<String> = command.into_iter().map(|word| word.into_string().unwrap()).collect();
            let words = words.join(" ").replace(&below, "");
            words.replace("busctl --system call org.freedesktop.", "call ")
        };
        means.commands(plan).into_iter().map(join).collect()
    }
}

fn pending(source: &'static str, updates: Updates) -> Report {
    Report { source: Some(source), detection: Detection::Pending(updates) }
}

fn ready() -> Updates {
    Updates { to_download: Some(0), ..Updates::default() }
}

/// A source, what waits there, the answer, the files there are, and what is run.
type Case<'a> = (&'static str, Updates, Answer, &'a [&'a str], Vec<String>);

const LOGIN: &str = "call login1 /org/freedesktop/login1 org.freedesktop.login1.Manager";
const KIT: &str = "call PackageKit /org/freedesktop/PackageKit org.freedesktop.PackageKit.Offline";

#[test]
fn every_answer_runs_what_its_source_needs() {
    let triggered = || Updates { is_triggered: true, ..ready() };
    let upgrade = || Updates { release_upgrade: true, ..ready() };
    let off = "/sbin/shutdown -p now";
    let login = |method: &str| format!("{LOGIN} {method} b false");
    let kit = |words: &str| format!("{KIT} {words}");
    let none: &[&str] = &[];
    let lock = "/usr/bin/ostree admin lock-finalization".to_owned();
    let unlock = format!("{lock} --unlock");
    let aside = "/bin/mv /var/db/pc-updatemanager/shutdown-update-trigger \
                 /var/db/pc-updatemanager/shutdown-update-trigger.skipped"
        .to_owned();
    let trigger: &[&str] = &["/var/db/pc-updatemanager/shutdown-update-trigger"];
    let apt = "/usr/bin/apt-get -y --no-download --ignore-missing -o Dpkg::Options::=--force-confdef -o \
               Dpkg::Options::=--force-confold upgrade"
        .to_owned();
    let stop = "/usr/bin/systemctl stop unattended-upgrades.service".to_owned();
    let s = str::to_owned;
    let cases: Vec<Case<'_>> = vec![
        ("trueos", ready(), Answer::Install, trigger, vec![s(off)]),
        ("trueos", triggered(), Answer::Skip, trigger, vec![aside, s(off)]),
        ("freebsd-update", ready(), Answer::Install, none, vec![s("/usr/sbin/freebsd-update install"), s(off)]),
        ("freebsd-update", ready(), Answer::Skip, none, vec![s(off)]),
        ("pkg", ready(), Answer::Install, none, vec![s("/usr/local/sbin/pkg upgrade -y -U"), s(off)]),
        (
            "pkg",
            ready(),
            Answer::Install,
            &["/sbin/bectl"],
            vec![
                s("/sbin/bectl check"),
                s("/sbin/bectl create before-update-7"),
                s("/usr/local/sbin/pkg upgrade -y -U"),
                s(off),
            ],
        ),
        ("pkg", ready(), Answer::Skip, none, vec![s(off)]),
        ("packagekit", ready(), Answer::Install, none, vec![kit("Trigger s power-off"), login("Reboot")]),
        ("packagekit", upgrade(), Answer::Install, none, vec![kit("TriggerUpgrade s power-off"), login("Reboot")]),
        ("packagekit", ready(), Answer::Skip, none, vec![login("PowerOff")]),
        ("packagekit", triggered(), Answer::Skip, none, vec![kit("Cancel"), login("PowerOff")]),
        ("ostree", ready(), Answer::Install, none, vec![login("PowerOff")]),
        (
            "ostree",
            ready(),
            Answer::Install,
            &["/run/ostree/staged-deployment-locked"],
            vec![unlock, login("PowerOff")],
        ),
        ("ostree", ready(), Answer::Skip, none, vec![lock, login("PowerOff")]),
        ("ostree", ready(), Answer::Skip, &["/run/ostree/staged-deployment-locked"], vec![login("PowerOff")]),
        ("dnf", ready(), Answer::Install, none, vec![s("/usr/bin/dnf5 offline reboot -y --poweroff")]),
        (
            "dnf",
            ready(),
            Answer::Install,
            &["/var/lib/dnf/system-upgrade/x"],
            vec![s("/usr/bin/dnf offline-upgrade reboot --poweroff")],
        ),
        ("dnf", ready(), Answer::Skip, none, vec![login("PowerOff")]),
        (
            "dnf",
            triggered(),
            Answer::Skip,
            none,
            vec![s("/bin/mv /system-update /system-update.skipped"), login("PowerOff")],
        ),
        ("unattended-upgrades", ready(), Answer::Install, none, vec![login("PowerOff")]),
        ("unattended-upgrades", ready(), Answer::Skip, none, vec![stop, login("PowerOff")]),
        ("apt", ready(), Answer::Install, none, vec![apt, login("PowerOff")]),
        ("apt", ready(), Answer::Skip, none, vec![login("PowerOff")]),
        ("command", ready(), Answer::Install, none, vec![s("/opt/site now"), login("PowerOff")]),
        ("command", ready(), Answer::Skip, none, vec![s("/opt/site later"), login("PowerOff")]),
    ];
    for (source, updates, answer, files, expected) in cases {
        let tree = Tree::new(files);
        let decision = decide(&pending(source, updates), answer, Power::PowerOff, &tree.site).unwrap();
        let status = if answer == Answer::Install { status::INSTALL } else { status::SKIP };
        assert_eq!(decision.status, status, "{source} {answer:?}");
        let plan = decision.plan.unwrap();
        assert_eq!(tree.commands(&plan, source, None), expected, "{source} {answer:?} {files:?}");
    }
}

#[test]
fn a_restart_of_packagekit_s_orders_a_restart() {
    let tree = Tree::new(&[]);
    let decision = decide(&pending("packagekit", ready()), Answer::Install, Power::Reboot, &tree.site).unwrap();
    let plan = decision.plan.unwrap();
    assert_eq!(tree.commands(&plan, "packagekit", None)[0], format!("{KIT} Trigger s reboot"));
    assert_eq!(plan.ending, Ending::Clean(Power::Reboot));
    assert!(matches!(&plan.undo[..], [Step::Call(call)] if call.method == "Cancel"));
}

#[test]
fn what_cannot_be_installed_now_can_still_be_skipped() {
    let tree = Tree::new(&[]);
    for obstacle in [Obstacle::ReleaseUpgrade, Obstacle::AnotherUpdater("/x".into())] {
        let report = pending("freebsd-update", Updates { obstacle: Some(obstacle.clone()), ..ready() });
        let install = decide(&report, Answer::Install, Power::PowerOff, &tree.site);
        assert_eq!(install, Err(Error::Obstacle(obstacle)));
        assert_eq!(decide(&report, Answer::Skip, Power::PowerOff, &tree.site).unwrap().status, status::SKIP);
    }
}

#[test]
fn nobody_who_answers_in_advance_powers_off_under_an_update_or_in_the_dark() {
    let tree = Tree::new(&[]);
    let report = |detection| Report { source: Some("apt"), detection };
    let cases = [
        (Detection::None, true, status::NOTHING),
        (Detection::Available(ready()), true, status::NOTHING),
        (Detection::Busy(Activity::Process(1)), false, status::BUSY),
        (Detection::Unknown(Reason::NoCommand), false, status::UNKNOWN),
    ];
    for (detection, goes_down, expected) in cases {
        for answer in [Answer::Install, Answer::Skip] {
            let decision = decide(&report(detection.clone()), answer, Power::PowerOff, &tree.site).unwrap();
            assert_eq!((decision.plan.is_some(), decision.status), (goes_down, expected), "{detection:?} {answer:?}");
        }
        let cancelled = decide(&report(detection), Answer::Cancel, Power::PowerOff, &tree.site).unwrap();
        assert_eq!(cancelled, Decision { plan: None, status: status::CANCELLED });
    }
}
