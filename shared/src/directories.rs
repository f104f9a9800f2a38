//! The base directories: where data, settings, state and caches lie.
//!
//! Spec: XDG Base Directory 0.8. Rules B1 to B4: empty means unset, relative paths are ignored, the first of two equal
//! directories wins, and a directory that is missing is simply not there. Where even `HOME` is unset or relative, the
//! home is asked of nobody: the program works with the system's directories and keeps nothing of its own.

use crate::platform;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The base directories of one user, all absolute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directories {
    /// `HOME`; `None` where it is unset or relative.
    pub home: Option<PathBuf>,
    /// `XDG_DATA_HOME`; `None` where neither it nor `HOME` can be used (so too for the next three).
    pub data_home: Option<PathBuf>,
    /// `XDG_CONFIG_HOME`.
    pub config_home: Option<PathBuf>,
    /// `XDG_STATE_HOME`.
    pub state_home: Option<PathBuf>,
    /// `XDG_CACHE_HOME`.
    pub cache_home: Option<PathBuf>,
    /// `XDG_DATA_DIRS`, most important first; without the data home.
    pub data_dirs: Vec<PathBuf>,
    /// `XDG_CONFIG_DIRS`, most important first; without the config home.
    pub config_dirs: Vec<PathBuf>,
    /// `XDG_RUNTIME_DIR`; `None` where it is unset or relative. Whether it is safe to use is for its user to check.
    pub runtime_dir: Option<PathBuf>,
}

impl Directories {
    /// Reads the directories from the environment, given as a function from a variable's name to its value.
    pub fn new(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let one = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = one("HOME");
        let below = |name: &str, rest: &str| one(name).or_else(|| Some(home.as_ref()?.join(rest)));
        Self {
            data_home: below("XDG_DATA_HOME", ".local/share"),
            config_home: below("XDG_CONFIG_HOME", ".config"),
            state_home: below("XDG_STATE_HOME", ".local/state"),
            cache_home: below("XDG_CACHE_HOME", ".cache"),
            data_dirs: list(variable("XDG_DATA_DIRS"), &["/usr/local/share", "/usr/share"]),
            config_dirs: list(variable("XDG_CONFIG_DIRS"), platform::DEFAULT_CONFIG_DIRS),
            runtime_dir: one("XDG_RUNTIME_DIR"),
            home,
        }
    }

    /// Reads the directories from the environment of this process.
    pub fn from_environment() -> Self {
        Self::new(|name| std::env::var_os(name))
    }

    /// The data directories in order of precedence, the data home first, each once.
    pub fn all_data(&self) -> Vec<&Path> {
        in_order(self.data_home.as_deref(), &self.data_dirs)
    }

    /// The configuration directories in order of precedence, the config home first, each once.
    pub fn all_config(&self) -> Vec<&Path> {
        in_order(self.config_home.as_deref(), &self.config_dirs)
    }
}

/// Splits a colon list, or takes the default where that leaves nothing to say (unset or empty).
fn list(value: Option<OsString>, default: &[&str]) -> Vec<PathBuf> {
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        return default.iter().map(PathBuf::from).collect();
    };
    let mut directories = Vec::new();
    for part in value.as_bytes().split(|byte| *byte == b':') {
        let path = normalised(Path::new(OsStr::from_bytes(part)));
        if path.is_absolute() && !directories.contains(&path) {
            directories.push(path);
        }
    }
    directories
}

/// Drops trailing slashes, doubled slashes and `.` components, so that equal directories look equal.
fn normalised(path: &Path) -> PathBuf {
    path.components().collect()
}

fn in_order<'a>(home: Option<&'a Path>, others: &'a [PathBuf]) -> Vec<&'a Path> {
    let others = others.iter().map(PathBuf::as_path).filter(|path| Some(*path) != home);
    home.into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directories(variables: &[(&str, &str)]) -> Directories {
        Directories::new(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        })
    }

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn b1_and_b2_the_defaults_of_the_specification_hold_where_nothing_is_set() {
        let found = directories(&[("HOME", "/home/ada"), ("XDG_DATA_DIRS", ""), ("XDG_CONFIG_HOME", "")]);
        assert_eq!(found.data_home, Some("/home/ada/.local/share".into()));
        assert_eq!(found.config_home, Some("/home/ada/.config".into()), "empty is unset");
        assert_eq!(found.state_home, Some("/home/ada/.local/state".into()));
        assert_eq!(found.cache_home, Some("/home/ada/.cache".into()));
        assert_eq!(found.data_dirs, paths(&["/usr/local/share", "/usr/share"]), "empty is unset");
        assert_eq!(found.config_dirs, paths(platform::DEFAULT_CONFIG_DIRS));
        assert_eq!(found.runtime_dir, None);
    }

    #[test]
    fn b2_the_home_directory_comes_first_and_the_order_is_kept() {
        let found = directories(&[("HOME", "/h"), ("XDG_DATA_DIRS", "/b:/a"), ("XDG_CONFIG_DIRS", "/y:/x")]);
        assert_eq!(found.all_data(), [Path::new("/h/.local/share"), Path::new("/b"), Path::new("/a")]);
        assert_eq!(found.all_config(), [Path::new("/h/.config"), Path::new("/y"), Path::new("/x")]);
    }

    #[test]
    fn b3_relative_paths_are_ignored_and_of_equal_ones_the_first_wins() {
        let found = directories(&[
            ("HOME", "home"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "/cache"),
            ("XDG_DATA_DIRS", "share:/a/:./b:/a:/c//d::/a/."),
            ("XDG_CONFIG_DIRS", "relative"),
            ("XDG_RUNTIME_DIR", "run"),
        ]);
        assert_eq!(found.home, None);
        assert_eq!(found.data_home, None);
        assert_eq!(found.cache_home, Some("/cache".into()));
        assert_eq!(found.data_dirs, paths(&["/a", "/c/d"]));
        assert_eq!(found.config_dirs, paths(&[]), "a variable that is set but says nothing usable leaves no directory");
        assert_eq!(found.runtime_dir, None);
    }

    #[test]
    fn b3_the_data_home_is_not_read_a_second_time() {
        let found = directories(&[("XDG_DATA_HOME", "/a"), ("XDG_DATA_DIRS", "/b:/a")]);
        assert_eq!(found.all_data(), [Path::new("/a"), Path::new("/b")]);
    }
}
