//! What is detected in trees of files and stand-ins for tools, source by source, and what bad ones cost.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]
#![expect(clippy::print_stderr, reason = "a test that cannot be done here says why")]

use candela_shutdown_core::backend;
use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::{Detection, Obstacle, Reason, Report, Root, Settings, Updates};

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::time::Duration;

/// The link of `freebsd-update` to what waits for `/`.
const BASE: &str = "/var/db/freebsd-update/f465c3739385890c221dff1a05e578c6cae0d0430e46996d319db7439f884336-install";
const FETCHED: &str = "1 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n\
                       Inst a [1] (2 Debian-Security:12/oldstable-security [all])\n";

struct Tree {
    _folder: tempfile::TempDir,
    root: Root,
    settings: Settings,
}

impl Tree {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        Self { _folder: folder, root, settings: Settings::default() }
    }

    fn path(&self, path: &str) -> PathBuf {
        let path = self.root.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    fn with(self, path: &str, text: &str) -> Self {
        fs::write(self.path(path), text).unwrap();
        self
    }

    fn tool(self, path: &str, script: &str) -> Self {
        let tree = self.with(path, &format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(tree.root.path(path), Permissions::from_mode(0o755)).unwrap();
        tree
    }

    fn link(self, path: &str, target: &str) -> Self {
        symlink(target, self.path(path)).unwrap();
        self
    }

    fn command(mut self, script: &str) -> Self {
        self.settings.command = vec!["/opt/site".to_owned()];
        self.tool("/opt/site", script)
    }

    fn patient(mut self) -> Self {
        self.settings.deadline = Duration::from_secs(30);
        self
    }

    fn look(&self, only: Option<&str>) -> Report {
        let machine = Machine {
            root: self.root.clone(),
            settings: self.settings.clone(),
            only: only.map(|name| backend::named(name).unwrap()),
            bus: None,
            is_interactive: false,
        };
        machine.look().report
    }

    fn pending(&self, source: &'static str) -> Updates {
        match self.look(None) {
            Report { source: Some(found), detection: Detection::Pending(updates) } if found == source => updates,
            other => panic!("{source}: {other:?}"),
        }
    }
}

fn count(report: &Report) -> Option<u32> {
    match &report.detection {
        Detection::Pending(updates) => updates.count,
        _ => None,
    }
}

/// Only root can make root's files; says so where it cannot.
fn is_root() -> bool {
    let is_root = rustix::process::geteuid().is_root();
    if !is_root {
        eprintln!("not checked: only root can make root's files");
    }
    is_root
}

#[test]
fn an_empty_tree_has_nothing_waiting() {
    assert_eq!(Tree::new().look(None), Report { source: None, detection: Detection::None });
}

#[test]
fn flags_of_both_generations_of_trueos_and_its_trigger_count_even_empty() {
    if !is_root() {
        return;
    }
    for flag in ["/tmp/.trueos-update-staged", "/tmp/.rebootRequired"] {
        assert_eq!(Tree::new().with(flag, "").pending("trueos").count, None, "{flag}");
        assert_eq!(Tree::new().with(flag, "a-1\nb-2\n").pending("trueos").count, Some(2), "{flag}");
    }
    let trigger = "/var/db/pc-updatemanager/shutdown-update-trigger";
    let packages = Tree::new().with(trigger, "update_pkgs_only").pending("trueos");
    assert!(packages.is_triggered && !packages.needs_reboot);
    let linked = Tree::new().with("/tmp/x", "").link("/tmp/.rebootRequired", "x").look(None);
    assert_eq!(linked.detection, Detection::None, "a link is no flag");
}

#[test]
fn a_flag_of_an_earlier_start_is_stale_and_one_that_cannot_be_compared_is_unknown() {
    if !is_root() {
        return;
    }
    let flag = "    system boot  Aug 18 10:00\na-1\n";
    let tree = |who: &str| Tree::new().with("/tmp/.rebootRequired", flag).tool("/usr/bin/who", who);
    assert_eq!(tree("echo '  system boot  Aug 18 10:00'").patient().pending("trueos").count, Some(1));
    assert_eq!(tree("echo '  system boot  Aug 19 11:00'").patient().look(None).detection, Detection::None);
    assert!(matches!(tree("echo rubbish").patient().look(None).detection, Detection::Unknown(_)));
    assert!(matches!(tree("sleep 100").look(None).detection, Detection::Unknown(Reason::TimedOut { .. })));
}

#[test]
fn an_update_that_runs_goes_before_everything() {
    if !is_root() {
        return;
    }
    let running = |process: u32| {
        let tree = Tree::new().with("/tmp/.trueos-update-staged", "");
        tree.with("/tmp/.updateInProgress", &process.to_string()).look(None).detection
    };
    assert!(matches!(running(std::process::id()), Detection::Busy(_)));
    assert!(matches!(running(u32::MAX), Detection::Pending(_)), "it has ended");
}

#[test]
fn the_folder_of_freebsd_update_tells_what_waits_and_a_release_upgrade_is_not_begun() {
    let waiting = |files: &[(&str, &str)]| {
        let tree = Tree::new().link(BASE, "install.abc");
        let tree = files
            .iter()
            .fold(tree, |tree, (name, text)| tree.with(&format!("/var/db/freebsd-update/install.abc/{name}"), text));
        tree.pending("freebsd-update")
    };
    let world = waiting(&[("INDEX-NEW", "/bin/sh|f|0\n/bin/ls|f|0\n")]);
    assert_eq!((world.count, world.needs_reboot, world.release_upgrade), (Some(2), false, false));
    assert!(waiting(&[("INDEX-NEW", "/boot/kernel/kernel|f|0\n")]).needs_reboot);
    for step in ["kernelfirst", "kerneldone", "worlddone"] {
        let upgrade = waiting(&[("INDEX-NEW", "/bin/sh|f|0\n"), (step, "")]);
        assert!(upgrade.release_upgrade && upgrade.obstacle == Some(Obstacle::ReleaseUpgrade), "{step}");
    }
    assert_eq!(Tree::new().with("/var/db/freebsd-update/tag", "").look(None).detection, Detection::None);
    let dangling = Tree::new().link(BASE, "gone").look(None).detection;
    assert!(matches!(dangling, Detection::Unknown(Reason::Unreadable { .. })), "{dangling:?}");
}

#[test]
fn a_summary_answers_for_freebsd_update_until_it_is_old() {
    if !is_root() {
        return;
    }
    let summary = "/var/db/candela/pending.json";
    let tree = Tree::new().with(summary, r#"{"state": "pending", "count": 3}"#);
    assert_eq!(tree.pending("freebsd-update").count, Some(3));
    let old = std::time::SystemTime::now() - Duration::from_secs(9 * 86400);
    fs::File::options().write(true).open(tree.root.path(summary)).unwrap().set_modified(old).unwrap();
    assert!(matches!(tree.look(None).detection, Detection::Unknown(Reason::Stale { days: 9, .. })));
    let wrong = Tree::new().with(summary, r#"{"state": "pending", "count": "x"}"#).look(None).detection;
    assert!(matches!(wrong, Detection::Unknown(Reason::Malformed { .. })), "{wrong:?}");
}

#[test]
fn packagekit_s_files_tell_without_its_daemon() {
    let prepared = "[update]\nprepared_ids=a;1;all;debian-security;,b;2;amd64;debian-main\n";
    let broken = Tree::new().with("/var/lib/PackageKit/prepared-update", prepared).look(None).detection;
    assert!(matches!(broken, Detection::Unknown(Reason::Malformed { .. })), "a field too many: {broken:?}");
    let prepared = "[update]\nprepared_ids=a;1;all;debian-security,b;2;amd64;debian-main\n";
    let tree = || Tree::new().with("/var/lib/PackageKit/prepared-update", prepared);
    let found = tree().pending("packagekit");
    assert_eq!((found.count, found.security, found.to_download), (Some(2), Some(1), Some(0)));
    assert!(!found.is_triggered && found.bytes.is_none());
    let archived = tree().with("/var/cache/apt/archives/a_1_all.deb", "12");
    let archived = archived.with("/var/cache/apt/archives/b_2_amd64.deb", "345");
    assert_eq!(archived.pending("packagekit").bytes, Some(5));
    assert!(tree().link("/system-update", "/var/lib/PackageKit/prepared-update").pending("packagekit").is_triggered);
    let other = tree().link("/system-update", "/var/lib/fwupd").pending("packagekit");
    assert_eq!(other.obstacle, Some(Obstacle::AnotherUpdater("/var/lib/fwupd".into())));
    let results = "[PackageKit Offline Update Results]\nSuccess=false\nErrorDetails=no space\n";
    let failed = tree().with("/var/lib/PackageKit/offline-update-competed", results).pending("packagekit");
    assert_eq!(failed.last_failure.as_deref(), Some("no space"));
    let upgrade = Tree::new().with("/var/lib/PackageKit/prepared-upgrade", "[update]\nname=fedora\nversion=43\n");
    assert!(upgrade.pending("packagekit").release_upgrade);
}

#[test]
fn staged_deployments_and_offline_transactions_wait() {
    let ostree = Tree::new().with("/run/ostree/staged-deployment", "").pending("ostree");
    assert!(ostree.installs_itself && ostree.needs_reboot);
    let booted = Tree::new().with("/run/ostree-booted", "").tool("/usr/bin/bootc", "sleep 100").look(None);
    assert_eq!(booted.detection, Detection::None, "a file tells: nobody is asked");
    let image = r#"echo '{"status": {"staged": {"image": {"image": {"image": "x"}, "version": "2"}}}}'"#;
    assert_eq!(Tree::new().tool("/usr/bin/bootc", image).patient().pending("ostree").packages[0].name, "x");
    let other = Tree::new().tool("/usr/bin/rpm-ostree", "echo 'error: not booted via libostree' >&2; exit 1");
    assert_eq!(other.patient().look(None).detection, Detection::None);

    let state = "/usr/lib/sysimage/libdnf5/offline/offline-transaction-state.toml";
    let dnf = |status: &str| {
        let text = format!("[offline-transaction-state]\nstatus = \"{status}\"\n");
        let rpms =
            r#"{"rpms": [{"nevra": "bash-0:5.2-1.x86_64", "action": "Upgrade"}, {"nevra": "x", "action": "Remove"}]}"#;
        Tree::new().with(state, &text).with("/usr/lib/sysimage/libdnf5/offline/transaction.json", rpms)
    };
    assert_eq!(dnf("download-complete").pending("dnf").count, Some(1));
    assert!(matches!(dnf("download-incomplete").look(None).detection, Detection::Available(_)));
    assert!(matches!(dnf("transaction-incomplete").look(None).detection, Detection::Unknown(_)));
    assert!(matches!(dnf("strange").look(None).detection, Detection::Unknown(_)));
    let linked = dnf("ready").link("/system-update", "/usr/lib/sysimage/libdnf5/offline");
    assert!(linked.pending("dnf").is_triggered);
    let four = r#"{"download_status": "complete", "system_releasever": "35", "target_releasever": "36"}"#;
    let four = Tree::new().with("/var/lib/dnf/system-upgrade/system-upgrade-state.json", four).pending("dnf");
    assert!(four.release_upgrade);
}

#[test]
fn apt_s_updates_wait_when_they_are_downloaded() {
    let tree = |uris: &str| {
        let script = format!("case \"$*\" in *--print-uris*) printf \"{uris}\" ;; *) echo '{FETCHED}' ;; esac");
        Tree::new().tool("/usr/bin/apt-get", &script).patient()
    };
    let found = tree("").pending("apt");
    assert_eq!((found.count, found.security, found.to_download), (Some(1), Some(1), Some(0)));
    let Detection::Available(known) = tree("'http://x/a' a_2_all.deb 77 X\\n").look(None).detection else { panic!() };
    assert_eq!((known.count, known.to_download), (Some(1), Some(77)));
    let mut asking = tree("'http://x/a' a_2_all.deb 77 X\\n");
    asking.settings.prompt_for = candela_shutdown_core::settings::PromptFor::Available;
    assert_eq!(asking.pending("apt").to_download, Some(77));
}

#[test]
fn of_apt_s_updates_those_wait_that_are_downloaded_however_fast_apt_is() {
    let two = "2 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n\
               Inst a [1] (2 Debian:12/oldstable [all])\nInst b [1] (2 Debian-Security:12/oldstable-security [all])\n";
    let status = "Package: a\nStatus: install ok installed\nArchitecture: all\nVersion: 1\n";
    let apt = format!(
        "case \"$*\" in *--print-uris*) printf \"'http://x/b' b_2_all.deb 77 X\\\\n\" ;; *) printf '{two}' ;; esac"
    );
    let tree = |script: &str| {
        let tree = Tree::new().with("/var/cache/apt/archives/a_2_all.deb", "12").with("/var/lib/dpkg/status", status);
        tree.tool("/usr/bin/apt-get", script)
    };
    let fast = tree(&apt).patient().pending("apt");
    let slow = tree("sleep 100").pending("apt");
    assert_eq!((fast.count, fast.bytes, fast.to_download), (Some(1), Some(2), Some(0)));
    assert_eq!((slow.count, slow.bytes, slow.to_download), (Some(1), Some(2), Some(0)));
    let mut asking = tree(&apt).patient();
    asking.settings.prompt_for = candela_shutdown_core::settings::PromptFor::Available;
    let all = asking.pending("apt");
    assert_eq!((all.count, all.bytes, all.to_download), (Some(2), Some(79), Some(77)));
}

#[test]
fn what_is_downloaded_the_disk_tells_where_apt_is_slow() {
    let status = "Package: a\nStatus: install ok installed\nArchitecture: all\nVersion: 1\n";
    let tree = |deb: &str| {
        let tree =
            Tree::new().with("/var/lib/dpkg/status", status).with(&format!("/var/cache/apt/archives/{deb}"), "12");
        tree.tool("/usr/bin/apt-get", "sleep 100")
    };
    let found = tree("a_2_all.deb").pending("apt");
    assert_eq!((found.count, found.bytes, found.security), (Some(1), Some(2), None));
    assert_eq!(tree("a_1_all.deb").look(None).detection, Detection::None);
}

#[test]
fn unattended_upgrades_counts_where_it_installs_at_shutdown() {
    let apt = format!("case \"$*\" in *--print-uris*) ;; *) echo '{FETCHED}' ;; esac");
    let tree = |truth: &str| {
        let tree = Tree::new().tool("/usr/bin/apt-get", &apt).patient();
        tree.tool("/usr/bin/apt-config", &format!("echo \"X='{truth}'\""))
    };
    assert!(tree("true").pending("unattended-upgrades").installs_itself);
    assert!(!tree("false").pending("apt").installs_itself);
    let removed = "Package: a\nStatus: install ok installed\nArchitecture: all\nVersion: 1\n";
    let removed = tree("true").with("/var/lib/dpkg/status", removed);
    assert!(!removed.pending("apt").installs_itself, "only its configuration is left");
}

#[test]
fn unattended_upgrades_counts_only_what_it_takes_updates_from() {
    let two = "2 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n\
               Inst a [1] (2 Ubuntu:24.04/noble-security [all])\nInst b [1] (2 Other:1/stable [all])\n";
    let list = |package: &str| format!("Package: {package}\nVersion: 2\n\n");
    let release = |origin: &str, suite: &str| format!("Origin: {origin}\nSuite: {suite}\n");
    let tree = |allowed: &str| {
        let config = format!("case \"$1\" in dump) echo '{allowed}' ;; *) echo \"X='true'\" ;; esac");
        let apt = format!("case \"$*\" in *--print-uris*) ;; *) printf '%s' '{two}' ;; esac");
        let lists = "/var/lib/apt/lists";
        Tree::new()
            .tool("/usr/bin/apt-get", &apt)
            .tool("/usr/bin/apt-config", &config)
            .with("/etc/os-release", "ID=ubuntu\nVERSION_CODENAME=noble\n")
            .with(&format!("{lists}/u_dists_noble-security_InRelease"), &release("Ubuntu", "noble-security"))
            .with(&format!("{lists}/u_dists_noble-security_main_binary-amd64_Packages"), &list("a"))
            .with(&format!("{lists}/o_dists_stable_InRelease"), &release("Other", "stable"))
            .with(&format!("{lists}/o_dists_stable_main_binary-amd64_Packages"), &list("b"))
            .patient()
    };
    let security = tree("Unattended-Upgrade::Allowed-Origins:: \"${distro_id}:${distro_codename}-security\";");
    let found = security.pending("unattended-upgrades");
    assert_eq!((found.count, &*found.packages[0].name), (Some(1), "a"));
    assert_eq!(count(&security.look(Some("apt"))), Some(2), "all of them wait for who installs them by hand");
    let elsewhere = tree("Unattended-Upgrade::Origins-Pattern:: \"origin=Nobody\";");
    assert_eq!(elsewhere.pending("apt").count, Some(2), "it would install none of them");
    assert_eq!(tree("").pending("unattended-upgrades").count, Some(2), "what is not told may be all");
}

#[test]
fn a_site_s_program_is_asked_and_its_mistakes_are_named() {
    let said = |json: &str| Tree::new().patient().command(&format!("echo '{json}'"));
    assert_eq!(said(r#"{"state": "pending", "count": 3, "new": 1}"#).pending("command").count, Some(3));
    let Detection::Unknown(reason) = said(r#"{"state": "pending", "count": "x"}"#).look(None).detection else {
        panic!()
    };
    assert!(reason.to_string().contains("\"count\" is no whole number"), "{reason}");
    assert_eq!(said(r#"{"state": "none"}"#).look(None).detection, Detection::None);
}

/// For every tool that is asked: the tree in which it is, and the source that asks it.
const TOOLS: [(&str, &str); 6] = [
    ("freebsd-update", "/usr/sbin/freebsd-update"),
    ("pkg", "/usr/local/sbin/pkg"),
    ("ostree", "/usr/bin/bootc"),
    ("unattended-upgrades", "/usr/bin/apt-config"),
    ("apt", "/usr/bin/apt-get"),
    ("command", "/opt/site"),
];

#[test]
fn tools_that_hang_fail_or_print_rubbish_are_unknown_within_the_deadline() {
    let scripts = [
        "sleep 30",
        "sleep 30 & wait",
        "echo rubbish",
        "echo 'Keine Aktualisierungen verfügbar.'",
        "printf '\\377\\376\\000'",
        "yes",
        "exit 77",
        "kill -9 $$",
        "echo '{\"state\": 1}'",
    ];
    for (source, path) in TOOLS {
        for script in scripts {
            let tree = if source == "command" { Tree::new().command(script) } else { Tree::new().tool(path, script) };
            let found = tree.look(None);
            assert!(matches!(found.detection, Detection::Unknown(_)), "{source} {script}: {found:?}");
            assert_eq!(found.source, Some(source), "{script}");
        }
    }
}

#[test]
fn a_source_that_is_named_and_has_no_tool_is_unknown() {
    for (source, _) in TOOLS.into_iter().filter(|(source, _)| *source != "ostree") {
        let found = Tree::new().look(Some(source));
        assert!(matches!(found.detection, Detection::Unknown(_)), "{source}: {found:?}");
    }
    for source in ["trueos", "packagekit", "ostree", "dnf"] {
        assert_eq!(Tree::new().look(Some(source)).detection, Detection::None, "{source}: its files tell");
    }
}

#[test]
fn a_lock_that_is_held_means_that_an_update_runs() {
    let tree = Tree::new().tool("/usr/bin/apt-get", "echo 'E: Could not get lock /x' >&2; exit 100").patient();
    assert!(matches!(tree.look(None).detection, Detection::Busy(_)));
    let pkg = "echo 'pkg: Cannot get an exclusive lock on a database' >&2; exit 75";
    let tree = Tree::new().tool("/usr/local/sbin/pkg", pkg).patient();
    assert!(matches!(tree.look(None).detection, Detection::Busy(_)));
}

#[test]
fn a_disk_without_three_times_their_room_keeps_updates_from_being_installed() {
    let said = |bytes: u64| format!(r#"echo '{{"state": "pending", "count": 1, "bytes": {bytes}}}'"#);
    let full = Tree::new().patient().command(&said(1 << 60)).pending("command");
    assert!(matches!(full.obstacle, Some(Obstacle::NoSpace { needed, .. }) if needed == 3 << 60), "{full:?}");
    assert_eq!(Tree::new().patient().command(&said(1)).pending("command").obstacle, None);
    let pkg = "case $1 in audit) ;; *) printf 'Number of packages to be upgraded: 1\\n\\n\
               The process will require 999999 TiB more space.\\n' ;; esac";
    let grown = Tree::new().patient().tool("/usr/local/sbin/pkg", pkg).pending("pkg");
    assert!(matches!(grown.obstacle, Some(Obstacle::NoSpace { .. })), "{grown:?}");
}

#[test]
fn a_secure_level_keeps_the_base_system_from_being_replaced() {
    let base = |script: &str| {
        let tree = Tree::new().link(BASE, "install.abc").with("/var/db/freebsd-update/install.abc/INDEX-NEW", "");
        tree.tool("/sbin/sysctl", script).patient().pending("freebsd-update").obstacle
    };
    assert_eq!(base("test \"$*\" = '-n kern.securelevel' && echo 1"), Some(Obstacle::SecureLevel(1)));
    for harmless in ["echo -1", "echo 0", "exit 1", "echo rubbish"] {
        assert_eq!(base(harmless), None, "{harmless}");
    }
    let packages = |name: &str| {
        let said = format!("printf '\\t{name}: 1 -> 2 [x]\\nNumber of packages to be upgraded: 1\\n'");
        let pkg = format!("case $1 in audit) ;; *) {said} ;; esac");
        let tree = Tree::new().tool("/usr/local/sbin/pkg", &pkg).tool("/sbin/sysctl", "echo 2");
        tree.patient().pending("pkg").obstacle
    };
    assert_eq!(packages("FreeBSD-runtime"), Some(Obstacle::SecureLevel(2)));
    assert_eq!(packages("firefox"), None, "no file of the system's");
}

#[test]
fn without_a_network_what_must_be_downloaded_is_not_installed() {
    let head = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n";
    let route = "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\n";
    let obstacle = |routes: &str, to_download: u64| {
        let said = format!(r#"echo '{{"state": "pending", "to_download": {to_download}}}'"#);
        Tree::new().patient().with("/proc/net/route", routes).command(&said).pending("command").obstacle
    };
    assert_eq!(obstacle(head, 7), Some(Obstacle::Offline));
    assert_eq!(obstacle(head, 0), None, "it is here already");
    assert_eq!(obstacle(&format!("{head}{route}"), 7), None);
}

#[test]
fn a_clock_that_jumped_back_makes_no_summary_old() {
    if !is_root() {
        return;
    }
    let summary = "/var/db/candela/pending.json";
    let tree = Tree::new().with(summary, r#"{"state": "pending", "count": 3}"#);
    let later = std::time::SystemTime::now() + Duration::from_secs(400 * 86400);
    fs::File::options().write(true).open(tree.root.path(summary)).unwrap().set_modified(later).unwrap();
    assert_eq!(tree.pending("freebsd-update").count, Some(3));
}

#[test]
fn a_flag_of_bytes_that_are_no_text_counts_and_is_shown_safely() {
    if !is_root() {
        return;
    }
    let tree = Tree::new();
    fs::write(tree.path("/tmp/.trueos-update-staged"), b"caf\xe9-1\n\x1b[2J\0\xff\n").unwrap();
    let found = tree.pending("trueos");
    let shown: Vec<&str> = found.packages.iter().map(|package| &*package.name).collect();
    assert_eq!(found.count, Some(2), "{shown:?}");
    assert!(!shown.concat().chars().any(char::is_control), "{shown:?}");
}
