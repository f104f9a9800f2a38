use super::*;
use crate::directories::Directories;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// A machine with a user's and two system's folders, and one program, `there`.
struct Machine {
    folder: tempfile::TempDir,
    context: Context,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name);
        let directories = Directories {
            config_home: Some(below("home")),
            config_dirs: vec![below("local"), below("etc")],
            ..Directories::default()
        };
        let context =
            Context { directories, desktops: vec!["Candela".into()], path: vec![below("bin")], ..Context::default() };
        let machine = Self { folder, context };
        let program = machine.write("bin/there", "");
        fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
        machine
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn entry(&self, name: &str, lines: &str) -> PathBuf {
        self.write(name, &format!("[Desktop Entry]\nType=Application\nName=x\nExec=there\n{lines}\n"))
    }

    fn one(&self) -> Entry {
        let mut entries = plan(&self.context);
        assert_eq!(entries.len(), 1, "{entries:?}");
        entries.remove(0)
    }

    fn rules(&self) -> Vec<(String, Option<&'static str>)> {
        let told = |entry: &Entry| {
            let rule = entry.skipped_by.map(|rule| rule.key().unwrap_or("broken"));
            (entry.name.to_string_lossy().into_owned(), rule)
        };
        plan(&self.context).iter().map(told).collect()
    }
}

#[test]
fn a1_the_users_file_takes_the_place_of_the_systems_by_name_whatever_it_holds() {
    let machine = Machine::new();
    for name in ["hidden", "empty", "elsewhere", "plain", "bare"] {
        let _ = machine.entry(&format!("etc/autostart/{name}.desktop"), "");
    }
    let _ = machine.entry("home/autostart/hidden.desktop", "Hidden=true");
    let _ = machine.write("home/autostart/bare.desktop", "[Desktop Entry]\nHidden=true\n");
    let _ = machine.write("home/autostart/empty.desktop", "");
    let _ = machine.entry("local/autostart/elsewhere.desktop", "OnlyShowIn=KDE;");
    let _ = machine.entry("home/autostart/deep/below.desktop", "");
    let _ = machine.entry("home/autostart/readme.txt", "");
    let expected = [
        ("bare.desktop", Some("Hidden")),
        ("elsewhere.desktop", Some("OnlyShowIn")),
        ("empty.desktop", Some("broken")),
        ("hidden.desktop", Some("Hidden")),
        ("plain.desktop", None),
    ];
    assert_eq!(machine.rules(), expected.map(|(name, rule)| (name.to_owned(), rule)));
    assert_eq!(plan(&Context::default()), []);
}

#[test]
fn a1_every_rule_that_keeps_an_entry_from_running_is_named() {
    let cases = [
        ("", None),
        ("NoDisplay=true", None),
        ("Hidden=true\nNotShowIn=Candela", Some("Hidden")),
        ("Type=Link", Some("Type")),
        ("OnlyShowIn=Candela;", None),
        ("OnlyShowIn=GNOME;", Some("OnlyShowIn")),
        ("NotShowIn=GNOME;", None),
        ("NotShowIn=Candela;", Some("NotShowIn")),
        ("TryExec=there", None),
        ("TryExec=absent", Some("TryExec")),
        ("TryExec=/absent", Some("TryExec")),
        ("Exec=", Some("Exec")),
        ("Exec=\nDBusActivatable=true", None),
        ("X-GNOME-Autostart-enabled=true", None),
        ("X-GNOME-Autostart-enabled=false", Some("X-GNOME-Autostart-enabled")),
        ("AutostartCondition=if-exists yes", None),
        ("AutostartCondition=if-exists no", Some("AutostartCondition")),
        ("AutostartCondition=unless-exists yes", Some("AutostartCondition")),
        ("AutostartCondition=unless-exists  no", None),
        ("AutostartCondition=GSettings org.example key", Some("AutostartCondition")),
        ("AutostartCondition=", None),
        ("X-KDE-autostart-condition=rc:General:On:false", None),
        ("X-KDE-autostart-condition=rc:General:Off:true", Some("AutostartCondition")),
        ("X-KDE-autostart-condition=rc:General:Absent:true", None),
        ("X-KDE-autostart-condition=gone:General:On:false", Some("AutostartCondition")),
    ];
    for (lines, expected) in cases {
        let machine = Machine::new();
        let _ = machine.write("home/yes", "");
        let _ = machine.write("home/rc", "[General]\nOn=true\nOff=false\n");
        let _ = machine.entry("etc/autostart/a.desktop", lines);
        assert_eq!(machine.rules()[0].1, expected, "{lines}");
    }
}

#[test]
fn a2_phases_come_in_order_and_within_them_delays() {
    let machine = Machine::new();
    for (name, lines) in [
        ("a", "X-GNOME-Autostart-Delay=5"),
        ("b", ""),
        ("c", "X-GNOME-Autostart-Phase=Panel"),
        ("d", "X-KDE-autostart-phase=1"),
        ("e", "X-GNOME-Autostart-Phase=Initialization\nX-KDE-autostart-phase=2"),
        ("f", "X-GNOME-Autostart-Phase=WindowManager"),
        ("g", "X-MATE-Autostart-Delay=2\nX-GNOME-Autostart-Phase=Applications"),
        ("h", "X-GNOME-Autostart-Delay=-1\nX-LXQt-Need-Tray=true"),
    ] {
        let _ = machine.entry(&format!("etc/autostart/{name}.desktop"), lines);
    }
    let found = plan(&machine.context);
    let told: Vec<_> =
        found.iter().map(|entry| (&*entry.entry.id, entry.phase, entry.delay.as_secs(), entry.needs_tray)).collect();
    let expected = [
        ("e.desktop", Phase::Initialization, 0, false),
        ("f.desktop", Phase::WindowManager, 0, false),
        ("c.desktop", Phase::Panel, 0, false),
        ("d.desktop", Phase::Desktop, 0, false),
        ("b.desktop", Phase::Applications, 0, false),
        ("h.desktop", Phase::Applications, 0, true),
        ("g.desktop", Phase::Applications, 2, false),
        ("a.desktop", Phase::Applications, 5, false),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a2_switching_off_writes_an_override_and_switching_on_takes_it_away() {
    let machine = Machine::new();
    let of_system = machine.entry("etc/autostart/a.desktop", "");
    let before = fs::read(&of_system).unwrap();
    let name = OsStr::new("a.desktop");
    switch(&machine.context, name, Switch::Off).unwrap();
    assert_eq!(machine.one().skipped_by, Some(Rule::Hidden));
    assert_eq!(machine.one().entry.display_name(), "x", "it can still be told by its name");
    switch(&machine.context, name, Switch::Off).unwrap();
    switch(&machine.context, name, Switch::On).unwrap();
    assert_eq!((machine.one().skipped_by, machine.one().path), (None, of_system.clone()));
    assert_eq!(fs::read(of_system).unwrap(), before, "the system's file is never touched");
}

#[test]
fn a2_a_file_of_the_users_own_keeps_all_else_when_it_is_switched() {
    let machine = Machine::new();
    let _ = machine.entry("etc/autostart/a.desktop", "");
    let mine = machine.entry("home/autostart/a.desktop", "# mine\nX-Own=1\nX-GNOME-Autostart-enabled=false");
    let name = OsStr::new("a.desktop");
    switch(&machine.context, name, Switch::On).unwrap();
    assert_eq!(machine.one().skipped_by, None);
    switch(&machine.context, name, Switch::Off).unwrap();
    assert_eq!(machine.one().skipped_by, Some(Rule::Hidden));
    let text = fs::read_to_string(mine).unwrap();
    assert_eq!(text, "[Desktop Entry]\nType=Application\nName=x\nExec=there\n# mine\nX-Own=1\nHidden=true\n");
}

#[test]
fn a2_what_is_not_there_cannot_be_switched() {
    let machine = Machine::new();
    assert_eq!(switch(&machine.context, OsStr::new("a.desktop"), Switch::Off), Err(Error::Unknown));
    assert_eq!(switch(&machine.context, OsStr::new("../a.desktop"), Switch::Off), Err(Error::NoFolder));
    assert_eq!(switch(&Context::default(), OsStr::new("a.desktop"), Switch::On), Err(Error::NoFolder));
}
