//! The packages that apt has downloaded, as the disk has them.

use super::version;
use crate::system::flag;
use crate::{Package, Root, text};

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fs;

/// Where apt keeps what it downloads.
const ARCHIVES: &str = "/var/cache/apt/archives";
/// What dpkg knows of every package.
const STATUS: &str = "/var/lib/dpkg/status";

/// An upgrade of one package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// The package.
    pub package: Package,
    /// Its architecture.
    pub architecture: String,
}

/// What apt would upgrade.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waiting {
    /// The packages.
    pub upgrades: Vec<Upgrade>,
    /// Their size in bytes, where all are there.
    pub bytes: Option<u64>,
    /// What is still to be downloaded, in bytes; `None` where that is more than nothing and apt did not say it in time.
    pub to_download: Option<u64>,
}

/// The size of a downloaded package, in bytes; `None` where it is not there.
pub fn size(root: &Root, name: &str, version: &str, architecture: &str) -> Option<u64> {
    let file = format!("{ARCHIVES}/{name}_{}_{architecture}.deb", version.replace(':', "%3a"));
    let found = fs::metadata(root.path(file)).ok()?;
    found.is_file().then_some(found.len())
}

/// Whether dpkg has a package installed; `None` where dpkg says nothing here.
pub fn has_package(root: &Root, name: &str) -> Option<bool> {
    Some(installed(root)?.keys().any(|(known, _)| known == name))
}

/// The upgrades that are downloaded; `None` where this is no system of dpkg's.
///
/// Takes a few milliseconds where apt may take seconds, but knows nothing of pins, and nothing of security.
pub fn downloaded(root: &Root) -> Option<Vec<Upgrade>> {
    let installed = installed(root)?;
    let mut newest: HashMap<(String, String), String> = HashMap::new();
    for entry in fs::read_dir(root.path(ARCHIVES)).ok()?.filter_map(Result::ok) {
        let Some((key, to)) = entry.file_name().to_str().and_then(of_file) else {
            continue;
        };
        let newer = |from: &String| version::compare(from, &to) == Ordering::Less;
        if installed.get(&key).is_some_and(newer) && newest.get(&key).is_none_or(newer) {
            let _older = newest.insert(key, to);
        }
    }
    let mut upgrades: Vec<Upgrade> = newest.into_iter().map(|(key, to)| upgrade(key, &installed, to)).collect();
    upgrades.sort_by(|left, right| left.package.name.cmp(&right.package.name));
    Some(upgrades)
}

fn upgrade(key: (String, String), installed: &HashMap<(String, String), String>, to: String) -> Upgrade {
    let from = installed.get(&key).cloned();
    let (name, architecture) = key;
    Upgrade { package: Package { name, from, to: Some(to), security: None }, architecture }
}

/// `name_version_architecture.deb`.
fn of_file(name: &str) -> Option<((String, String), String)> {
    let mut parts = name.strip_suffix(".deb")?.split('_');
    let (name, version, architecture) = (parts.next()?, parts.next()?, parts.next()?);
    let shown = |word: &str| text::line(word.as_bytes());
    parts.next().is_none().then(|| ((shown(name), shown(architecture)), shown(&version.replace("%3a", ":"))))
}

/// The installed packages by name and architecture; those on hold are left out, since nothing upgrades them.
fn installed(root: &Root) -> Option<HashMap<(String, String), String>> {
    let status = flag::state(&root.path(STATUS)).ok()??;
    let status = String::from_utf8_lossy(&status.bytes);
    Some(status.split("\n\n").filter_map(stanza).collect())
}

fn stanza(text: &str) -> Option<((String, String), String)> {
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    (field("Status")? == "install ok installed").then_some(())?;
    Some(((field("Package")?.to_owned(), field("Architecture")?.to_owned()), field("Version")?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "Package: a\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1:1.0\nDescription: x\n y\n\n\
        Package: b\nStatus: install ok installed\nArchitecture: all\nVersion: 2.0\n\n\
        Package: c\nStatus: hold ok installed\nArchitecture: all\nVersion: 1\n\n\
        Package: d\nStatus: deinstall ok config-files\nArchitecture: all\nVersion: 1\n";

    #[test]
    fn downloaded_packages_that_are_newer_than_the_installed_ones_wait() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        assert_eq!(downloaded(&root), None, "no dpkg");
        fs::create_dir_all(root.path("/var/lib/dpkg")).unwrap();
        fs::write(root.path(STATUS), KNOWN).unwrap();
        assert_eq!(downloaded(&root), None, "no archives");
        fs::create_dir_all(root.path(ARCHIVES).join("partial")).unwrap();
        for name in [
            "a_1%3a1.1_amd64.deb",
            "a_1%3a1.0.5_amd64.deb",
            "a_1%3a9_i386.deb",
            "b_2.0_all.deb",
            "c_2_all.deb",
            "d_2_all.deb",
            "e_1_all.deb",
            "x.deb",
            "lock",
        ] {
            fs::write(root.path(ARCHIVES).join(name), "12345").unwrap();
        }
        let found = downloaded(&root).unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((&*found[0].package.name, found[0].package.to.as_deref()), ("a", Some("1:1.1")));
        assert_eq!(size(&root, "a", "1:1.1", "amd64"), Some(5));
        assert_eq!(size(&root, "a", "1:1.2", "amd64"), None);
        assert_eq!((has_package(&root, "a"), has_package(&root, "d")), (Some(true), Some(false)));
    }
}
