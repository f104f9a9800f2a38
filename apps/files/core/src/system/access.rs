//! Who may do what with files: their permissions and owners together, and the accounts of the machine by their names.

use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

/// What is known of several files, links not followed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Access {
    /// The permissions that all of them have.
    pub all: u32,
    /// Those that any of them has.
    pub any: u32,
    /// The user they belong to, where that is one.
    pub user: Option<u32>,
    /// The group, where that is one.
    pub group: Option<u32>,
    /// Whether a folder is among them.
    pub has_folders: bool,
    /// Whether this user may give files to others.
    pub is_root: bool,
    /// Who there is.
    pub accounts: Accounts,
}

/// Reads that; what cannot be looked at counts for nothing. Blocks.
pub fn access(paths: &[PathBuf]) -> Access {
    let facts: Vec<_> = paths.iter().filter_map(|path| path.symlink_metadata().ok()).collect();
    // Symbolic links have no permissions that anybody asks for.
    let modes = || facts.iter().filter(|facts| !facts.is_symlink()).map(|facts| facts.mode() & 0o7777);
    let one = |of: fn(&std::fs::Metadata) -> u32| {
        let first = of(facts.first()?);
        facts.iter().all(|facts| of(facts) == first).then_some(first)
    };
    Access {
        all: modes().reduce(|all, mode| all & mode).unwrap_or(0),
        any: modes().fold(0, |any, mode| any | mode),
        user: one(MetadataExt::uid),
        group: one(MetadataExt::gid),
        has_folders: facts.iter().any(std::fs::Metadata::is_dir),
        is_root: rustix::process::geteuid().is_root(),
        accounts: Accounts::read(),
    }
}

/// Users and groups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accounts {
    /// The users.
    pub users: Table,
    /// The groups.
    pub groups: Table,
}

impl Accounts {
    /// Reads the files of the machine; accounts that only a server knows have numbers alone. Blocks.
    pub fn read() -> Self {
        let table = |file| Table::parse(&String::from_utf8_lossy(&std::fs::read(file).unwrap_or_default()));
        Self { users: table("/etc/passwd"), groups: table("/etc/group") }
    }
}

/// Names and numbers of accounts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table(Vec<(String, u32)>);

impl Table {
    /// Reads a file as passwd(5) and group(5) describe it; what is no line of one is left out.
    pub fn parse(text: &str) -> Self {
        let entry = |line: &str| {
            let mut fields = line.split(':');
            let (name, id) = (fields.next()?, fields.nth(1)?);
            Some((name.to_owned(), id.parse().ok()?))
        };
        Self(text.lines().filter_map(entry).collect())
    }

    /// The name of a number, or its digits.
    pub fn name(&self, id: u32) -> String {
        let found = self.0.iter().find(|(_, known)| *known == id);
        found.map_or_else(|| id.to_string(), |(name, _)| name.clone())
    }

    /// The number of a name, or of digits; `None` for names that nobody has.
    pub fn id(&self, name: &str) -> Option<u32> {
        let found = self.0.iter().find(|(known, _)| known == name).map(|(_, id)| *id);
        // The highest number means nobody to the system.
        found.or_else(|| name.parse().ok().filter(|id| *id != u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn accounts_have_names_and_numbers() {
        let table = Table::parse("root:x:0:0:root:/root:/bin/sh\n# rubbish\nada:x:1000:1000::/home/ada:/bin/sh\nx:y\n");
        assert_eq!((table.name(1000).as_str(), table.name(7).as_str()), ("ada", "7"));
        assert_eq!(
            (table.id("ada"), table.id("7"), table.id("bob"), table.id("4294967295")),
            (Some(1000), Some(7), None, None)
        );
        assert_eq!(Table::parse("wheel:*:0:ada,bob\n").name(0), "wheel");
    }

    #[test]
    fn what_all_have_and_any_has_is_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        for (name, mode) in [("a", 0o640), ("b", 0o604)] {
            std::fs::write(path(name), "").unwrap();
            std::fs::set_permissions(path(name), std::fs::Permissions::from_mode(mode)).unwrap();
        }
        symlink("a", path("l")).unwrap();
        let of = access(&[path("a"), path("b"), path("l"), path("none")]);
        assert_eq!((of.all, of.any, of.has_folders), (0o600, 0o644, false));
        assert_eq!(of.user, Some(rustix::process::geteuid().as_raw()));
        assert!(access(&[root.path().into()]).has_folders);
    }
}
