//! Where the system has its fonts: the folders, and the files that name them.
//!
//! Spec: fonts.conf(5), `dir`; the folders that `fontdb` searches where no file names any.

use fontconfig_parser::FontConfig;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The variables that the files and the folders are found by.
pub const VARIABLES: [&str; 4] = ["FONTCONFIG_FILE", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];

/// Everything whose change may be one of the fonts: the files of fontconfig and the folder of their parts, and each folder
/// below those that are searched, whether they are there or not.
pub fn all() -> Vec<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let home = variable("HOME");
    let files = match variable("FONTCONFIG_FILE") {
        Some(file) => vec![file],
        None => {
            let config = variable("XDG_CONFIG_HOME").or_else(|| Some(home.as_ref()?.join(".config")));
            let own = config.map(|config| config.join("fontconfig/fonts.conf"));
            own.into_iter().chain(["/etc/fonts/local.conf", "/etc/fonts/fonts.conf"].map(PathBuf::from)).collect()
        }
    };
    let mut all: BTreeSet<PathBuf> = [PathBuf::from("/etc/fonts/conf.d")].into();
    for root in roots(&files, home.as_deref()) {
        add(root, &mut all);
    }
    all.extend(files);
    all.into_iter().collect()
}

/// The folders that are searched, those below them left out.
fn roots(files: &[PathBuf], home: Option<&Path>) -> Vec<PathBuf> {
    let mut config = FontConfig::default();
    for file in files {
        // A file that cannot be read names none.
        let _is_read = config.merge_config(file);
    }
    let usual = ["/usr/share/fonts", "/usr/local/share/fonts"].map(PathBuf::from);
    let own = home.into_iter().flat_map(|home| [home.join(".fonts"), home.join(".local/share/fonts")]);
    usual.into_iter().chain(own).chain(config.dirs.into_iter().map(|named| named.path)).collect()
}

/// Adds a folder and all below it; a folder that a link leads to once.
fn add(folder: PathBuf, all: &mut BTreeSet<PathBuf>) {
    let folder = folder.canonicalize().unwrap_or(folder);
    let entries = std::fs::read_dir(&folder);
    if !all.insert(folder) {
        return;
    }
    for entry in entries.into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            add(path, all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn folders_are_found_with_all_below_them_and_loops_end() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        fs::create_dir_all(top.join("a/b")).unwrap();
        fs::write(top.join("a/font.otf"), "").unwrap();
        symlink(&top, top.join("a/b/up")).unwrap();
        let mut all = BTreeSet::new();
        add(top.clone(), &mut all);
        add(top.join("missing"), &mut all);
        assert_eq!(all, [top.clone(), top.join("a"), top.join("a/b"), top.join("missing")].into());
    }

    #[test]
    fn what_the_files_name_is_searched_besides_the_usual() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("fonts.conf");
        fs::write(&file, "<fontconfig><dir>/opt/fonts</dir></fontconfig>").unwrap();
        let roots = roots(&[file, "/missing".into()], Some(Path::new("/home/ada")));
        for expected in ["/usr/share/fonts", "/home/ada/.fonts", "/opt/fonts"] {
            assert!(roots.contains(&PathBuf::from(expected)), "{expected} in {roots:?}");
        }
    }
}
