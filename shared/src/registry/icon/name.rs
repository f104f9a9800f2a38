//! Which icon theme the user chose.
//!
//! No specification says where that is kept. GTK's settings files and KDE's are read, as every desktop writes one of
//! them; GNOME's own choice lives in a binary database that only GNOME reads, and is kept in step with neither.

use super::{base_directories, ini, read};
use crate::Directories;

/// Files that name a theme: `(path below a configuration directory, group, key)`.
const KDE: (&str, &[u8], &[u8]) = ("kdeglobals", b"Icons", b"Theme");
const GTK_4: (&str, &[u8], &[u8]) = ("gtk-4.0/settings.ini", b"Settings", b"gtk-icon-theme-name");
const GTK_3: (&str, &[u8], &[u8]) = ("gtk-3.0/settings.ini", b"Settings", b"gtk-icon-theme-name");

/// The themes to take where no setting names one, best first; `hicolor` is all there is where none is installed.
const DEFAULTS: [&str; 3] = ["Adwaita", "breeze", "gnome"];

/// The bytes of the settings files, most important first; empty where there are none.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Each `kdeglobals`.
    pub kde: Vec<Vec<u8>>,
    /// Each `gtk-4.0/settings.ini`, then each `gtk-3.0/settings.ini`.
    pub gtk: Vec<Vec<u8>>,
}

impl Settings {
    /// Reads the settings files of these directories. Blocks; what cannot be read says nothing.
    pub fn read(directories: &Directories) -> Self {
        let all = |file: &'static str| {
            directories.all_config().into_iter().filter_map(move |directory| read::file(&directory.join(file)))
        };
        Self { kde: all(KDE.0).collect(), gtk: all(GTK_4.0).chain(all(GTK_3.0)).collect() }
    }
}

/// Chooses the theme: what the settings of the desktop name, else those of the others, else a well-known one.
///
/// `desktops` is `XDG_CURRENT_DESKTOP`: among KDE's its own settings go first, elsewhere GTK's. A theme that
/// `is_installed` denies is passed over.
pub fn theme_name(settings: &Settings, desktops: &[String], is_installed: impl Fn(&str) -> bool) -> String {
    let kde = settings.kde.iter().filter_map(|bytes| value(bytes, KDE.1, KDE.2));
    let gtk = settings.gtk.iter().filter_map(|bytes| value(bytes, GTK_4.1, GTK_4.2));
    let named: Vec<String> = if desktops.iter().any(|desktop| desktop.eq_ignore_ascii_case("KDE")) {
        kde.chain(gtk).collect()
    } else {
        gtk.chain(kde).collect()
    };
    let defaults = DEFAULTS.iter().map(|&name| name.to_owned());
    named.into_iter().chain(defaults).find(|name| is_installed(name)).unwrap_or_else(|| "hicolor".to_owned())
}

/// Reads the settings and the base directories, and chooses the theme by [`theme_name`]. Blocks.
pub fn installed_theme(directories: &Directories, desktops: &[String]) -> String {
    let bases = base_directories(directories);
    theme_name(&Settings::read(directories), desktops, |name| read::is_installed(&bases, name))
}

/// The last value of a key in a group, the quotes some hands put around it taken off.
fn value(bytes: &[u8], group: &[u8], key: &[u8]) -> Option<String> {
    let line = ini::lines(bytes).filter(|line| line.group == group && line.key == key).last()?;
    let value = str::from_utf8(line.value).ok()?.trim_matches('"');
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_is_what_the_desktop_s_own_settings_name_and_somebody_installed() {
        let kde = "[General]\nTheme=no\n[Icons]\nTheme=breeze-dark\n";
        let gtk = "[Settings]\ngtk-icon-theme-name=old\ngtk-icon-theme-name = \"Papirus\"\n";
        let all: &[&str] = &["breeze-dark", "Papirus", "Adwaita"];
        type Case<'a> = (&'a str, &'a str, &'a str, &'a [&'a str], &'a str);
        let cases: [Case<'_>; 7] = [
            (kde, gtk, "KDE", all, "breeze-dark"),
            (kde, gtk, "XFCE", all, "Papirus"),
            (kde, gtk, "", all, "Papirus"),
            (kde, "", "XFCE", all, "breeze-dark"),
            (kde, gtk, "kde", &["Papirus"], "Papirus"),
            ("", "\u{feff}[Settings]\ngtk-icon-theme-name=\n", "XFCE", all, "Adwaita"),
            (kde, gtk, "KDE", &[], "hicolor"),
        ];
        for (kde, gtk, desktop, installed, expected) in cases {
            let settings = Settings { kde: vec![kde.into()], gtk: vec![gtk.into()] };
            let found = theme_name(&settings, &[desktop.to_owned()], |name| installed.contains(&name));
            assert_eq!(found, expected, "{desktop} with {installed:?}");
        }
    }

    #[test]
    fn the_settings_of_the_user_go_before_those_of_the_system() {
        let place = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = place.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let settings = |theme: &str| format!("[Settings]\ngtk-icon-theme-name={theme}\n");
        write("home/gtk-3.0/settings.ini", &settings("Mine"));
        write("system/gtk-4.0/settings.ini", &settings("Absent"));
        write("system/gtk-3.0/settings.ini", &settings("Theirs"));
        for theme in ["Mine", "Theirs"] {
            write(&format!("data/icons/{theme}/index.theme"), "[Icon Theme]\n");
        }
        let directories = Directories {
            config_home: Some(place.path().join("home")),
            config_dirs: vec![place.path().join("system")],
            data_dirs: vec![place.path().join("data")],
            ..Directories::default()
        };
        assert_eq!(installed_theme(&directories, &[]), "Mine");
    }
}
