//! Real folders and real events; every wait is for an update, and ends with it.

use super::*;
use crate::directories::Directories;
use std::fs;
use std::path::Path;

/// Far longer than any update takes; only a fault waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

struct System {
    folder: tempfile::TempDir,
    updates: Receiver<Update>,
    _watcher: Watcher,
}

impl System {
    fn new(prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        prepare(folder.path());
        let below = |name: &str| folder.path().join(name);
        let directories = Directories {
            data_home: Some(below("home/data")),
            data_dirs: vec![below("usr")],
            config_home: Some(below("config")),
            cache_home: Some(below("cache")),
            ..Directories::default()
        };
        let context = Context { directories, path: vec![below("bin")], ..Context::default() };
        let (sender, updates) = mpsc::channel();
        // From an empty index on, the first update tells that the watches are in place.
        let watcher = Watcher::start(context, Arc::default(), move |update| sender.send(update).unwrap()).unwrap();
        let system = Self { folder, updates, _watcher: watcher };
        assert_eq!(system.next(), delta(&["first"], &[], &[]));
        system
    }

    fn next(&self) -> Delta {
        self.updates.recv_timeout(PATIENCE).unwrap().delta
    }

    /// What two changes come to, in however many updates they are told.
    fn two(&self) -> Delta {
        let mut whole = Delta::default();
        while whole.added.len() + whole.changed.len() + whole.removed.len() < 2 {
            let delta = self.next();
            whole.added.extend(delta.added);
            whole.changed.extend(delta.changed);
            whole.removed.extend(delta.removed);
        }
        whole
    }
}

fn entry(folder: &Path, name: &str, extra: &str) {
    let path = folder.join(format!("{name}.desktop"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    // As installers do it: beside, and then in its place.
    let beside = path.with_extension("new");
    fs::write(&beside, format!("[Desktop Entry]\nType=Application\nName={name}\nExec=x\n{extra}")).unwrap();
    fs::rename(beside, path).unwrap();
}

fn first(folder: &Path) {
    entry(&folder.join("usr/applications"), "first", "");
}

fn delta(added: &[&str], changed: &[&str], removed: &[&str]) -> Delta {
    let ids = |names: &[&str]| names.iter().map(|name| format!("{name}.desktop").into()).collect();
    Delta { added: ids(added), changed: ids(changed), removed: ids(removed) }
}

#[test]
fn what_comes_changes_and_goes_is_told() {
    let system = System::new(first);
    let applications = system.folder.path().join("usr/applications");
    entry(&applications, "second", "");
    assert_eq!(system.next(), delta(&["second"], &[], &[]));
    fs::write(applications.join("second.desktop"), "[Desktop Entry]\nType=Application\nName=other\n").unwrap();
    assert_eq!(system.next(), delta(&[], &["second"], &[]));
    fs::remove_file(applications.join("first.desktop")).unwrap();
    assert_eq!(system.next(), delta(&[], &[], &["first"]));
}

#[test]
fn f5_folders_that_appear_and_vanish_are_followed() {
    let system = System::new(first);
    let below = |name: &str| system.folder.path().join(name);
    entry(&below("home/data/applications/deep"), "mine", "");
    assert_eq!(system.next(), delta(&["deep-mine"], &[], &[]), "none of these folders was there");
    fs::remove_dir_all(below("usr/applications")).unwrap();
    assert_eq!(system.next(), delta(&[], &[], &["first"]));
    entry(&below("usr/applications"), "again", "");
    assert_eq!(system.next(), delta(&["again"], &[], &[]));
    fs::rename(below("usr"), below("elsewhere")).unwrap();
    entry(&below("usr/applications"), "new", "");
    assert_eq!(system.two(), delta(&["new"], &[], &["again"]));
}

#[test]
fn a_program_and_a_choice_of_the_user_change_what_is_shown() {
    let system = System::new(|folder| {
        fs::create_dir(folder.join("bin")).unwrap();
        entry(&folder.join("usr/applications"), "first", "TryExec=tool\n");
    });
    let tool = system.folder.path().join("tool");
    fs::write(&tool, "").unwrap();
    fs::set_permissions(&tool, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    fs::rename(tool, system.folder.path().join("bin/tool")).unwrap();
    assert_eq!(system.next(), delta(&[], &["first"], &[]), "its program was installed");
    let settings = system.folder.path().join("config/candela/applications.toml");
    crate::replace::write(&settings, b"[\"first.desktop\"]\nname = \"Mine\"\n").unwrap();
    let update = system.updates.recv_timeout(PATIENCE).unwrap();
    assert_eq!(update.delta, delta(&[], &["first"], &[]));
    assert_eq!(update.index.get("first.desktop").unwrap().display_name(), "Mine");
}

#[test]
fn f5_a_burst_makes_a_handful_of_updates() {
    let system = System::new(first);
    for number in 0..300 {
        entry(&system.folder.path().join("usr/applications"), &format!("app{number}"), "");
    }
    let (mut added, mut updates) = (0, 0);
    while added < 300 {
        added += system.next().added.len();
        updates += 1;
    }
    assert_eq!(added, 300);
    assert!(updates <= 5, "{updates} updates");
}
