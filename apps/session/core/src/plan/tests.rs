use super::*;
use candela_shared::Directories;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

/// A machine with a folder of programs, one of settings and one of data.
struct Machine(tempfile::TempDir, Context);

impl Machine {
    fn new(programs: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name);
        let directories = Directories {
            config_home: Some(below("config")),
            data_dirs: vec![below("data")],
            ..Directories::default()
        };
        let path = vec![below("bin")];
        let context = Context { directories, path, desktops: vec!["Candela".into()], ..Context::default() };
        let machine = Self(folder, context);
        for name in programs {
            let _ = machine.write(&format!("bin/{name}"), "");
        }
        machine
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        path
    }

    fn names(&self, settings: &Settings) -> Vec<String> {
        self.components(settings).into_iter().map(|component| component.name).collect()
    }

    fn components(&self, settings: &Settings) -> Vec<Component> {
        components(settings, Kind::X11, Seat::Known, &self.1, Path::new("/bin/candela")).0
    }
}

#[test]
fn the_users_window_manager_comes_first_then_those_we_know_each_once() {
    let machine = Machine::new(&["twm", "openbox", "mine", "labwc"]);
    let settings =
        Settings { window_managers: vec!["mine".into(), "gone".into(), "twm".into()], ..Settings::default() };
    let names = |kind| -> Vec<String> {
        window_managers(&settings, kind, &machine.1).into_iter().map(|found| found.name).collect()
    };
    assert_eq!(names(Kind::X11), ["mine", "twm", "openbox"]);
    assert_eq!(names(Kind::Wayland), ["mine", "twm", "labwc"]);
    assert_eq!(window_managers(&Settings::default(), Kind::X11, &Machine::new(&[]).1), []);
}

#[test]
fn our_settings_are_given_to_the_window_manager_the_users_copy_before_ours() {
    let machine = Machine::new(&["openbox"]);
    let command = || window_managers(&Settings::default(), Kind::X11, &machine.1).remove(0).command;
    assert_eq!(command(), ["openbox"]);
    let installed = machine.write("data/candela/session/openbox/rc.xml", "");
    assert_eq!(command(), ["openbox".into(), "--config-file".into(), installed.into_os_string()]);
    let mine = machine.write("config/candela/openbox/rc.xml", "");
    assert_eq!(command()[2], mine);
}

#[test]
fn a_window_manager_finds_its_themes_whatever_data_folders_were_chosen() {
    let machine = Machine::new(&["openbox"]);
    let [manager] = &window_managers(&Settings::default(), Kind::X11, &machine.1)[..] else { panic!("there is one") };
    let chosen = machine.1.directories.data_dirs[0].display();
    let folders = format!("{chosen}:/usr/local/share:/usr/share");
    assert_eq!(manager.environment, [("XDG_DATA_DIRS".into(), folders.into())]);
}

#[test]
fn components_of_the_user_replace_ours_and_switch_them_off() {
    let machine = Machine::new(&["dunst"]);
    let _ = machine.write("data/candela/session/wallpaper.png", "");
    assert_eq!(machine.names(&Settings::default()), ["notifications", "wallpaper"]);
    let off = Component::new("notifications", [""; 0]);
    let mine = Component::new("wallpaper", ["mine"]);
    let settings = Settings { components: vec![off, mine.clone()], ..Settings::default() };
    assert_eq!(machine.components(&settings), [mine]);
    let settings = Settings { wallpaper: Some(PathBuf::new()), ..Settings::default() };
    assert_eq!(machine.names(&settings), ["notifications"]);
}

#[test]
fn the_launcher_opens_with_the_session_unless_the_user_switched_it_off() {
    let machine = Machine::new(&["candela-launcher"]);
    assert_eq!(machine.names(&Settings::default()), ["launcher"]);
    let off = Settings { components: vec![Component::new("launcher", [""; 0])], ..Settings::default() };
    assert_eq!(machine.names(&off), [""; 0]);
}

#[test]
fn a3_what_systemd_has_started_is_not_started_again() {
    let mut machine = Machine::new(&["app"]);
    let _ = machine.write("config/autostart/a.desktop", "[Desktop Entry]\nType=Application\nName=x\nExec=app\n");
    let _ = machine.write("run/systemd/private", "");
    machine.1.directories.runtime_dir = Some(machine.0.path().join("run"));
    for (state, expected) in [("inactive", &["a"][..]), ("active", &[])] {
        // Written by another process: what a thread forks while we write must not hold the script open.
        let tool = machine.0.path().join("bin/systemctl");
        let write = "printf '#!/bin/sh\\necho %s\\n' \"$1\" >\"$0\" && chmod 755 \"$0\"";
        let written = std::process::Command::new("sh").args(["-c", write]).arg(&tool).arg(state).status();
        assert!(written.unwrap().success());
        assert_eq!(machine.names(&Settings::default()), expected, "{state}");
    }
}

#[test]
fn autostart_entries_become_components_that_are_never_started_again() {
    let machine = Machine::new(&["app"]);
    let entry = |name: &str, lines: &str| {
        machine.write(
            &format!("config/autostart/{name}.desktop"),
            &format!("[Desktop Entry]\nType=Application\nName=x\nExec=app \"a b\" %U\n{lines}\n"),
        )
    };
    let _ = entry("late", "X-GNOME-Autostart-Delay=4");
    let _ = entry("early", "X-GNOME-Autostart-Phase=Initialization");
    let _ = entry("off", "Hidden=true");
    let _ = entry("other", "OnlyShowIn=GNOME;");
    let found = machine.components(&Settings::default());
    let early = Component::new("early", ["app", "a b"]).phase(Phase::Preparation);
    let late = Component::new("late", ["app", "a b"]).delay(Duration::from_secs(4));
    assert_eq!(found, [early, late]);
    assert_eq!(machine.components(&Settings { is_autostart: false, ..Settings::default() }), []);
}

#[test]
fn an_entry_that_cannot_run_is_told_and_costs_no_other() {
    let machine = Machine::new(&["app"]);
    let _ = machine.write("config/autostart/a.desktop", "[Desktop Entry]\nType=Application\nName=x\nExec=app \"open\n");
    let _ = machine.write("config/autostart/b.desktop", "rubbish");
    let _ = machine.write("config/autostart/c.desktop", "[Desktop Entry]\nType=Application\nName=x\nExec=app\n");
    let (found, notices) = components(&Settings::default(), Kind::X11, Seat::Known, &machine.1, Path::new("/x"));
    assert_eq!(found.len(), 1);
    assert_eq!(notices.len(), 2, "{notices:?}");
}

#[test]
fn names_are_unique() {
    let machine = Machine::new(&["dunst", "app"]);
    let _ = machine
        .write("config/autostart/notifications.desktop", "[Desktop Entry]\nType=Application\nName=x\nExec=app\n");
    assert_eq!(machine.names(&Settings::default()), ["notifications", "notifications-2"]);
}

#[test]
fn the_screen_is_locked_by_the_first_way_that_is_installed_where_logind_can_say_so() {
    let machine = Machine::new(&["xss-lock", "slock", "swaylock"]);
    let settings = Settings::default();
    let names = |kind, seat| -> Vec<String> {
        let (components, _) = components(&settings, kind, seat, &machine.1, Path::new("/bin/candela"));
        components.into_iter().map(|component| component.name).collect()
    };
    assert_eq!(names(Kind::X11, Seat::Known), [locker::NAME]);
    assert_eq!(names(Kind::X11, Seat::Unknown), [""; 0], "nobody would tell it");
    assert_eq!(names(Kind::Wayland, Seat::Known), [""; 0], "half of it is not there");
    let found = locker::component(Kind::X11, &machine.1).unwrap();
    assert_eq!(found.command, ["xss-lock", "--", "slock"]);
}
