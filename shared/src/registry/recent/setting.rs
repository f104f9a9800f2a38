//! Whether files that were used are remembered at all: the user's wish, in the settings of the suite or in GTK's.
//!
//! `candela/privacy.toml` with `remember-recent-files = false`; where it says nothing, `gtk-recent-files-enabled` of
//! GTK's `settings.ini`, which any desktop's settings may have written.

use crate::directories::Directories;
use crate::registry::list;
use crate::registry::rewrite::{KeyFile, Name};

use toml_edit::DocumentMut;

use std::fs;
use std::path::Path;

const OURS: &str = "candela/privacy.toml";
const GTK: [&str; 2] = ["gtk-4.0/settings.ini", "gtk-3.0/settings.ini"];

/// Whether uses may be noted; the nearest setting decides, and where none speaks they may.
pub fn is_remembered(directories: &Directories) -> bool {
    let folders = directories.all_config();
    let ours = folders.iter().find_map(|folder| ours(&folder.join(OURS)));
    let gtk = || GTK.iter().find_map(|file| folders.iter().find_map(|folder| gtk(&folder.join(file))));
    ours.or_else(gtk).unwrap_or(true)
}

/// What our file says; one that cannot be understood may be a wish for privacy, and is taken for one.
fn ours(path: &Path) -> Option<bool> {
    let text = fs::read_to_string(path).ok()?;
    let Ok(document) = text.parse::<DocumentMut>() else {
        return Some(false);
    };
    document.get("remember-recent-files").map(|value| value.as_bool().unwrap_or(false))
}

fn gtk(path: &Path) -> Option<bool> {
    let file = KeyFile::new(&fs::read(path).ok()?);
    list::boolean(&file.text(Name { group: "Settings", key: "gtk-recent-files-enabled", locale: None })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r3_a_user_who_wants_nothing_remembered_is_heard_wherever_that_stands() {
        let gtk = |value: &str| format!("[Settings]\ngtk-recent-files-enabled={value}\n");
        let (never, always) = ("remember-recent-files = false\n", "remember-recent-files = true\n");
        let cases: [(&[(&str, &str)], bool); 10] = [
            (&[], true),
            (&[("home/candela/privacy.toml", never)], false),
            (&[("home/candela/privacy.toml", always)], true),
            (&[("home/candela/privacy.toml", "other = 1\n")], true),
            (&[("home/candela/privacy.toml", "= broken")], false),
            (&[("home/candela/privacy.toml", "remember-recent-files = \"no\"")], false),
            (&[("etc/candela/privacy.toml", never)], false),
            (&[("home/candela/privacy.toml", always), ("etc/candela/privacy.toml", never)], true),
            (&[("home/gtk-3.0/settings.ini", &gtk("false"))], false),
            (&[("home/gtk-4.0/settings.ini", &gtk("0")), ("home/candela/privacy.toml", always)], true),
        ];
        for (files, expected) in cases {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in files {
                let path = folder.path().join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            let directories = Directories {
                config_home: Some(folder.path().join("home")),
                config_dirs: vec![folder.path().join("etc")],
                ..Directories::default()
            };
            assert_eq!(is_remembered(&directories), expected, "{files:?}");
        }
    }
}
