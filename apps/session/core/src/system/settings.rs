//! Reads the files of settings, the system's first and the user's over them.

use crate::notice::Notice;
use crate::settings::Settings;

use candela_shared::Directories;

use std::fs;
use std::io;

/// Reads what is chosen, and says what is wrong with it.
pub fn read(directories: &Directories) -> (Settings, Vec<Notice>) {
    let (mut settings, mut notices) = (Settings::default(), Vec::new());
    for folder in directories.all_config().into_iter().rev() {
        let path = folder.join("candela/session.toml");
        match fs::read(&path) {
            Ok(bytes) => {
                let faults = settings.read(&String::from_utf8_lossy(&bytes));
                notices.extend(faults.into_iter().map(|fault| Notice::Settings {
                    path: path.clone(),
                    line: fault.line,
                    problem: fault.problem,
                }));
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            Err(error) => notices.push(Notice::SettingsUnreadable { path, reason: error.to_string() }),
        }
    }
    (settings, notices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_users_file_is_read_over_the_systems_and_a_folder_in_its_place_is_told() {
        let root = tempfile::tempdir().unwrap();
        let below = |name: &str| root.path().join(name);
        let directories = Directories {
            config_home: Some(below("home")),
            config_dirs: vec![below("strong"), below("weak")],
            ..Directories::default()
        };
        for (name, text) in [
            ("weak", "window-managers = [\"weak\"]\nautostart = false\nwallpaper = \"/weak\""),
            ("strong", "window-managers = [\"strong\"]\nwallpaper = \"/strong\"\nwrong"),
            ("home", "window-managers = [\"mine\"]"),
        ] {
            fs::create_dir_all(below(name).join("candela")).unwrap();
            fs::write(below(name).join("candela/session.toml"), text).unwrap();
        }
        let (settings, notices) = read(&directories);
        assert_eq!((settings.window_managers, settings.is_autostart), (vec!["mine".to_owned()], false));
        assert_eq!(settings.wallpaper, Some("/strong".into()));
        assert!(matches!(&notices[..], [Notice::Settings { line: 3, .. }]), "{notices:?}");
        fs::remove_file(below("home/candela/session.toml")).unwrap();
        fs::create_dir(below("home/candela/session.toml")).unwrap();
        assert!(matches!(&read(&directories).1[..], [_, Notice::SettingsUnreadable { .. }]));
    }
}
