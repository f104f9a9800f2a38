//! Which downloaded packages fix a security problem, by apt's lists of what the security archives offer.

use super::archive::Upgrade;
use crate::Root;
use crate::system::{flag, tool};

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Where apt keeps the lists of the archives.
const LISTS: &str = "/var/lib/apt/lists";
/// What the name of a security archive's list has, and that of any list of packages.
const NAME: [&str; 2] = ["security", "_Packages"];
/// What reads a list however it is packed.
const READER: &str = "/usr/lib/apt/apt-helper";

/// A package and its version.
pub type Offer = (String, String);

/// What the security archives offer; `None` where a list cannot be read in time, or there is none.
pub fn offers(root: &Root, deadline: Instant) -> Option<HashSet<Offer>> {
    let entries = fs::read_dir(root.path(LISTS)).ok()?.filter_map(Result::ok);
    let is_wanted = |name: &str| NAME.iter().all(|part| name.contains(part));
    let wanted = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_wanted));
    let lists: Vec<PathBuf> = wanted.map(|entry| entry.path()).collect();
    if lists.is_empty() { None } else { offers_of(root, &lists, deadline) }
}

/// What these lists offer; `None` where one cannot be read in time.
pub fn offers_of(root: &Root, lists: &[PathBuf], deadline: Instant) -> Option<HashSet<Offer>> {
    let mut offers = HashSet::new();
    for list in lists {
        offers.extend(parse(&String::from_utf8_lossy(&read(root, list, deadline)?)));
    }
    Some(offers)
}

/// Marks the upgrades that are among the offers.
pub fn rate(upgrades: &mut [Upgrade], offers: &HashSet<Offer>) {
    for package in upgrades.iter_mut().map(|upgrade| &mut upgrade.package) {
        let offer = (package.name.clone(), package.to.clone().unwrap_or_default());
        package.security = Some(offers.contains(&offer));
    }
}

fn read(root: &Root, list: &Path, deadline: Instant) -> Option<Vec<u8>> {
    if list.to_str().is_some_and(|name| name.ends_with(NAME[1])) {
        return flag::state(list).ok().flatten().map(|content| content.bytes);
    }
    let output = tool::ask(&root.path(READER), [Path::new("cat-file"), list], deadline).ok()?;
    (output.status == 0).then_some(output.stdout)
}

/// Spec: Debian repository format, "Packages Indices": a stanza each, `Package` and `Version` in it.
fn parse(list: &str) -> impl Iterator<Item = Offer> {
    list.split("\n\n").filter_map(|stanza| {
        let field = |name: &str| stanza.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        Some((field("Package")?.to_owned(), field("Version")?.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Package;
    use std::time::Duration;

    const LIST: &str = "Package: a\nVersion: 2\nFilename: x\n\nPackage: b\nVersion: 1:3\n";

    fn tree(name: &str, text: &str) -> (tempfile::TempDir, Root) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        fs::create_dir_all(root.path(LISTS)).unwrap();
        fs::write(root.path(LISTS).join(name), text).unwrap();
        (folder, root)
    }

    #[test]
    fn a_package_is_rated_by_its_name_and_version() {
        let (_folder, root) = tree("deb.debian.org_debian-security_dists_x_Packages", LIST);
        let offers = offers(&root, Instant::now() + Duration::from_secs(30)).unwrap();
        let upgrade = |name: &str, to: &str| Upgrade {
            package: Package { name: name.into(), to: Some(to.into()), ..Package::default() },
            architecture: "all".into(),
        };
        let mut upgrades = [upgrade("a", "2"), upgrade("b", "3"), upgrade("b", "1:3")];
        rate(&mut upgrades, &offers);
        assert_eq!(upgrades.map(|one| one.package.security), [Some(true), Some(false), Some(true)]);
    }

    #[test]
    fn what_cannot_be_read_is_not_rated() {
        let soon = || Instant::now() + Duration::from_secs(30);
        let (_folder, root) = tree("deb.debian.org_debian_dists_x_main_Packages", LIST);
        assert_eq!(offers(&root, soon()), None, "no list of a security archive");
        let (_folder, root) = tree("security_dists_x_Packages.lz4", "packed");
        assert_eq!(offers(&root, soon()), None, "nothing to read it with");
    }
}
